import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// What the public is promised: neither authority promises, or publishes a verdict, for the other.
@Suite struct PromiseTests {
    private static let base = "/municipalities/1495"

    /// Skara with a signed agreement and an adopted plan, and what a promise of its says.
    private func signed(_ body: @Sendable (TestServer, Scene.Imported) async throws -> Void) async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            try server.establish()
            try await body(server, skara)
        }
    }

    private static func promise(
        _ server: TestServer, _ skara: Scene.Imported, promisor: String, text: JSON = "Minst tolv nattvandringar"
    ) async throws -> String {
        let answer = try await server.post(
            "\(base)/promises", as: .coordinatorOfSkara,
            [
                "agreementId": .string(skara.agreementID), "promisor": .string(promisor), "text": text,
                "period": ["start": "2022-01-01", "end": "2022-12-31"],
            ])
        #expect(answer.status == 201, "\(answer.text)")
        return "\(base)/promises/\(try answer.json.id)"
    }

    /// A promise that is published, approved by its promisors.
    private static func published(_ server: TestServer, _ skara: Scene.Imported, promisor: String) async throws
        -> String
    {
        let path = try await promise(server, skara, promisor: promisor)
        #expect(try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "").status == 200)
        if promisor != "police" {
            #expect(try await server.post("\(path)/approvals", as: .coordinatorOfSkara, "{}").status == 200)
        }
        if promisor != "municipality" {
            #expect(try await server.post("\(path)/approvals", as: .headOfDistrict, "{}").status == 200)
        }
        let answer = try await server.post(
            "\(path)/publication", as: .coordinatorOfSkara, ["publishedOn": "2022-02-01"])
        #expect(answer.status == 200, "\(answer.text)")
        return path
    }

    @Test("A joint promise is published when both have approved it")
    func aJointPromiseIsPublishedWhenBothHaveApprovedIt() async throws {
        try await self.signed { server, skara in
            let path = try await Self.promise(server, skara, promisor: "joint")
            #expect(try await server.get(path, as: .headOfDistrict).status == 404)
            let early = try await server.post("\(path)/publication", as: .coordinatorOfSkara, "{}")
            #expect(
                early.code == "promiseTransitionNotPossible"
                    && early.json["possible"] == .array(["proposal", "withdrawal"]))
            let proposed = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "")
            #expect(proposed.status == 200 && proposed.json["status"].string == "proposed", "\(proposed.text)")
            let seen = try await server.get(path, as: .headOfDistrict).json
            #expect(seen["text"].string == "Minst tolv nattvandringar" && seen["_links"]["approvals"] != .null)
            let alone = try await server.post(
                "\(path)/approvals", as: .coordinatorOfSkara, ["body": "Kommunstyrelsen", "date": "2022-01-19"])
            #expect(alone.json["status"].string == "proposed" && alone.json["approvals"].items.count == 1)
            let refused = try await server.post("\(path)/publication", as: .coordinatorOfSkara, "{}")
            #expect(refused.status == 409 && refused.code == "promiseNotApproved")
            let twice = try await server.post("\(path)/approvals", as: .coordinatorOfSkara, ["party": "municipality"])
            #expect(twice.status == 409 && twice.code == "alreadyApproved")
            let approved = try await server.post(
                "\(path)/approvals", as: .headOfDistrict,
                ["name": "Vera Exempel", "title": "Lokalpolisområdeschef", "date": "2022-01-25"])
            #expect(approved.json["status"].string == "approved", "\(approved.text)")
            #expect(approved.json["approvals"].items.map { $0["party"].string } == ["municipality", "police"])
            let published = try await server.post(
                "\(path)/publication", as: .coordinatorOfSkara, ["publishedOn": "2022-02-01"])
            #expect(
                published.json["status"].string == "published" && published.json["publishedOn"].string == "2022-02-01")
            let locked = try await server.patch(
                path, as: .coordinatorOfSkara, version: published.json["version"].int, ["text": "Annat"])
            #expect(locked.status == 409 && locked.code == "documentLocked")
            #expect(
                try await server.delete(path, as: .coordinatorOfSkara, version: published.json["version"].int).status
                    == 409)
        }
    }

    @Test("Nobody approves for the other authority")
    func nobodyApprovesForTheOtherAuthority() async throws {
        try await self.signed { server, skara in
            let own = try await Self.promise(server, skara, promisor: "municipality")
            let theirs = try await Self.promise(server, skara, promisor: "police")
            for path in [own, theirs] {
                let early = try await server.post("\(path)/approvals", as: .coordinatorOfSkara, "{}")
                #expect(early.status == (path == own ? 409 : 403), "\(early.text)")
                _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "")
            }
            for (path, person, body) in [
                (own, TestServer.Person.headOfDistrict, "{}"), (theirs, .coordinatorOfSkara, "{}"),
                (theirs, .coordinatorOfSkara, #"{"party":"police"}"#),
                (theirs, .headOfDistrict, #"{"party":"municipality"}"#),
                (own, .coordinatorOfSkara, #"{"party":"police","outsideSystem":true}"#),
            ] {
                let answer = try await server.post("\(path)/approvals", as: person, body)
                #expect(answer.status == 403 && answer.code == "approvalNotTheirs", "\(person) \(body): \(answer.text)")
            }
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara, .officerOfSkara, .districtReader] {
                let answer = try await server.post("\(theirs)/approvals", as: person, "{}")
                #expect(answer.status == 403 && answer.code == "forbidden", "\(person): \(answer.text)")
            }
            // A police officer enters nothing as given elsewhere: a coordinator does, with its date.
            #expect(
                try await server.post("\(theirs)/approvals", as: .headOfDistrict, ["outsideSystem": true]).status == 403
            )
            let entered = try await server.post(
                "\(theirs)/approvals", as: .coordinatorOfSkara,
                ["party": "police", "outsideSystem": true, "date": "2022-01-20", "name": "Vera Exempel"])
            #expect(
                entered.json["status"].string == "approved"
                    && entered.json["approvals"][0]["outsideSystem"] == .bool(true),
                "\(entered.text)")
            let coming = try await server.post("\(own)/approvals", as: .coordinatorOfSkara, ["date": "2199-01-01"])
            #expect(coming.status == 422 && coming.json["errors"][0]["pointer"].string == "/date")
        }
    }

    @Test("What the police return is a draft that they don't see")
    func whatThePoliceReturnIsADraftThatTheyDontSee() async throws {
        try await self.signed { server, skara in
            let path = try await Self.promise(server, skara, promisor: "joint")
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "")
            _ = try await server.post("\(path)/approvals", as: .coordinatorOfSkara, "{}")
            let without = try await server.post("\(path)/return", as: .headOfDistrict, "{}")
            #expect(without.status == 422 && without.json["errors"][0]["pointer"].string == "/reason")
            let returned = try await server.post(
                "\(path)/return", as: .headOfDistrict, ["reason": "Tolv är för många."])
            #expect(returned.status == 204, "\(returned.text)")
            #expect(try await server.get(path, as: .headOfDistrict).status == 404)
            let draft = try await server.get(path, as: .coordinatorOfSkara).json
            #expect(
                draft["status"].string == "draft" && draft["returnReason"].string == "Tolv är för många."
                    && draft["returnedBy"].string == "police" && draft["approvals"] == .array([]))
            // What another authority has answered is not done away with.
            let removed = try await server.delete(path, as: .coordinatorOfSkara, version: draft["version"].int)
            #expect(removed.status == 409 && removed.code == "partInUse")
            _ = try await server.patch(
                path, as: .coordinatorOfSkara, version: draft["version"].int, ["text": "Minst åtta nattvandringar"])
            let again = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "").json
            #expect(again["returnReason"] == .null && again["returnedBy"] == .null)
            // Whoever approves what they read approves no other version.
            let stale = try await server.request(
                .POST, "\(path)/approvals", as: .headOfDistrict, body: Array("{}".utf8),
                headers: [("If-Match", "\"\(draft["version"].int ?? 0)\"")])
            #expect(stale.status == 412 && stale.json["version"].int == again["version"].int)
            let approved = try await server.request(
                .POST, "\(path)/approvals", as: .headOfDistrict, body: Array("{}".utf8),
                headers: [("If-Match", "\"\(again["version"].int ?? 0)\"")])
            #expect(approved.status == 200, "\(approved.text)")
        }
    }

    @Test("A promise is proposed and published with a text")
    func aPromiseIsProposedAndPublishedWithAText() async throws {
        try await self.signed { server, skara in
            let path = try await Self.promise(server, skara, promisor: "municipality", text: .null)
            for act in ["proposal", "publication"] {
                let answer = try await server.post("\(path)/\(act)", as: .coordinatorOfSkara, "{}")
                #expect(answer.status == 409 && answer.code == "promiseWithoutText", "\(act): \(answer.text)")
                #expect(answer.json["errors"][0]["pointer"].string == "/text")
            }
            let draft = try await server.get(path, as: .readerOfSkara).json
            #expect(draft["status"].string == "draft")
            // A period is whole or none.
            let none = try await server.patch(
                path, as: .coordinatorOfSkara, version: draft["version"].int, ["period": .null])
            #expect(none.status == 200 && none.json["period"] == .null, "\(none.text)")
            let half = try await server.patch(
                path, as: .coordinatorOfSkara, version: none.json["version"].int, ["period": ["end": "2027-12-31"]])
            #expect(half.status == 422, "\(half.text)")
        }
    }

    @Test("A promise of a draft agreement is not published")
    func aPromiseOfADraftAgreementIsNotPublished() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let path = try await Self.promise(server, skara, promisor: "municipality")
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "")
            _ = try await server.post("\(path)/approvals", as: .coordinatorOfSkara, "{}")
            let refused = try await server.post("\(path)/publication", as: .coordinatorOfSkara, "{}")
            #expect(refused.status == 409 && refused.code == "agreementNotSigned", "\(refused.text)")
            // Nobody of the district sees what is proposed under an agreement that it doesn't see.
            #expect(try await server.get(path, as: .headOfDistrict).status == 404)
        }
    }

    @Test("A promise is kept by measures of its own agreement")
    func aPromiseIsKeptByMeasuresOfItsOwnAgreement() async throws {
        try await self.signed { server, skara in
            let measure = try await server.measure("Nattvandra").id
            let path = try await Self.promise(server, skara, promisor: "joint")
            let version = try await server.get(path, as: .readerOfSkara).json["version"].int
            let linked = try await server.patch(
                path, as: .coordinatorOfSkara, version: version, ["measureIds": [.string(measure)]])
            #expect(linked.status == 200 && linked.json["measureIds"] == .array([.string(measure)]), "\(linked.text)")
            let renewal = try await server.post(
                "\(Self.base)/agreements/\(skara.agreementID)/renewal", as: .coordinatorOfSkara,
                ["period": ["start": "2025-01-01", "end": "2028-12-31"]])
            let other = try await server.post(
                "\(Self.base)/promises", as: .coordinatorOfSkara,
                [
                    "agreementId": .string(try renewal.json.id), "promisor": "joint", "text": "Mindre skräp",
                    "measureIds": [.string(measure)],
                ])
            #expect(other.status == 422 && other.code == "measureOfOtherAgreement", "\(other.text)")
            let nowhere = try await server.patch(
                path, as: .coordinatorOfSkara, version: linked.json["version"].int,
                ["measureIds": ["01914c5e-7a00-7000-8000-000000000001"]])
            #expect(nowhere.status == 422 && nowhere.json["errors"][0]["pointer"].string == "/measureIds")
            #expect(
                try await server.get("\(Self.base)/promises", as: .readerOfSkara).json["_meta"]["totalRecords"].int == 1
            )
        }
    }

    @Test("Of measures of a draft plan the police are told nothing")
    func ofMeasuresOfADraftPlanThePoliceAreToldNothing() async throws {
        try await self.signed { server, skara in
            let draft = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2022, "period": ["start": "2022-01-01", "end": "2022-12-31"]]
            ).json
            let measure = try draft["priorityAreas"][0]["causes"][0]["measures"][0].id
            let path = try await Self.promise(server, skara, promisor: "joint")
            let version = try await server.get(path, as: .readerOfSkara).json["version"].int
            _ = try await server.patch(
                path, as: .coordinatorOfSkara, version: version, ["measureIds": [.string(measure)]])
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "")
            #expect(try await server.get(path, as: .headOfDistrict).json["measureIds"] == .array([]))
            #expect(try await server.get(path, as: .officerOfSkara).json["measureIds"] == .array([.string(measure)]))
            // A measure that a promise stands on stays.
            let removed = try await server.delete(
                "\(Self.base)/measures/\(measure)", as: .coordinatorOfSkara, version: draft["version"].int)
            #expect(removed.status == 409, "\(removed.text)")
        }
    }

    @Test("A corrected promise takes the place of the one before when it is published")
    func aCorrectedPromiseTakesThePlaceOfTheOneBefore() async throws {
        try await self.signed { server, skara in
            let path = try await Self.published(server, skara, promisor: "municipality")
            let version = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara, ["reason": "Antalet var fel."])
            #expect(
                version.status == 201
                    && version.json["predecessorId"].string == path.split(separator: "/").last.map(String.init))
            let second = try await server.post("\(path)/revisions", as: .coordinatorOfSkara, "{}")
            #expect(second.status == 409 && second.code == "promiseRevisionExists")
            let new = "\(Self.base)/promises/\(try version.json.id)"
            // Another promisor's it isn't: the police's promise doesn't end by the municipality's.
            let other = try await server.patch(new, as: .coordinatorOfSkara, version: 1, ["promisor": "joint"])
            #expect(other.status == 422 && other.json["errors"][0]["pointer"].string == "/promisor", "\(other.text)")
            _ = try await server.patch(new, as: .coordinatorOfSkara, version: 1, ["text": "Minst åtta nattvandringar"])
            #expect(try await server.get(path, as: .headOfDistrict).json["status"].string == "published")
            for act in ["proposal", "approvals", "publication"] {
                #expect(try await server.post("\(new)/\(act)", as: .coordinatorOfSkara, "{}").status == 200)
            }
            #expect(try await server.get(path, as: .headOfDistrict).json["status"].string == "superseded")
            let late = try await server.post("\(path)/revisions", as: .coordinatorOfSkara, "{}")
            #expect(late.status == 409 && late.code == "promiseNotPublished")
        }
    }

    @Test("A promise is prolonged to a later day")
    func aPromiseIsProlongedToALaterDay() async throws {
        try await self.signed { server, skara in
            let path = try await Self.published(server, skara, promisor: "joint")
            let shorter = try await server.post("\(path)/prolongation", as: .coordinatorOfSkara, ["end": "2022-12-31"])
            #expect(shorter.status == 422 && shorter.code == "prolongationNotLonger")
            let longer = try await server.post("\(path)/prolongation", as: .coordinatorOfSkara, ["end": "2023-12-31"])
            #expect(longer.status == 201 && longer.json["period"] == ["start": "2022-01-01", "end": "2023-12-31"])
            #expect(longer.json["status"].string == "draft")
        }
    }

    @Test("What is published is withdrawn with a reason")
    func whatIsPublishedIsWithdrawnWithAReason() async throws {
        try await self.signed { server, skara in
            let path = try await Self.published(server, skara, promisor: "joint")
            let without = try await server.post("\(path)/withdrawal", as: .coordinatorOfSkara, "{}")
            #expect(without.status == 422 && without.json["errors"][0]["pointer"].string == "/reason")
            let before = try await server.post(
                "\(path)/withdrawal", as: .coordinatorOfSkara, ["reason": "Fel.", "withdrawnOn": "2022-01-31"])
            #expect(before.status == 422 && before.json["errors"][0]["pointer"].string == "/withdrawnOn")
            // What was proposed and returned is withdrawn as it is, and the district isn't shown what it became.
            let returned = try await Self.promise(server, skara, promisor: "joint")
            let early = try await server.post("\(returned)/withdrawal", as: .coordinatorOfSkara, ["reason": "Nej."])
            #expect(early.status == 409 && early.code == "promiseTransitionNotPossible", "\(early.text)")
            _ = try await server.post("\(returned)/proposal", as: .coordinatorOfSkara, "")
            _ = try await server.post("\(returned)/return", as: .headOfDistrict, ["reason": "Nej."])
            #expect(
                try await server.post("\(returned)/withdrawal", as: .coordinatorOfSkara, ["reason": "Nej."]).status
                    == 200)
            #expect(try await server.get(returned, as: .headOfDistrict).status == 404)
            let never = try await server.post(
                "\(returned)/outcomes", as: .coordinatorOfSkara,
                ["period": ["start": "2022-06-01"], "verdict": "fulfilled", "text": "Ja."])
            #expect(never.status == 409 && never.code == "promiseNotPublished")
            let proposed = try await Self.promise(server, skara, promisor: "joint")
            _ = try await server.post("\(proposed)/proposal", as: .coordinatorOfSkara, "")
            #expect(
                try await server.post("\(proposed)/withdrawal", as: .coordinatorOfSkara, ["reason": "Nej."]).status
                    == 200)
            #expect(try await server.get(proposed, as: .headOfDistrict).json["status"].string == "withdrawn")
            let withdrawn = try await server.post(
                "\(path)/withdrawal", as: .coordinatorOfSkara, ["reason": "Uppdraget har flyttats."])
            #expect(withdrawn.json["status"].string == "withdrawn" && withdrawn.json["withdrawalReason"] != .null)
            let again = try await server.post("\(path)/withdrawal", as: .coordinatorOfSkara, ["reason": "Igen."])
            #expect(again.status == 409 && again.code == "promiseTransitionNotPossible")
        }
    }

    @Test("The outcome of a joint promise waits for the other promisor")
    func theOutcomeOfAJointPromiseWaitsForTheOtherPromisor() async throws {
        try await self.signed { server, skara in
            let path = try await Self.published(server, skara, promisor: "joint")
            let said: JSON = [
                "period": ["start": "2022-01-01", "end": "2022-12-31"], "verdict": "partlyFulfilled",
                "text": "Nio av tolv nattvandringar blev av.", "reason": "Få vuxna i höst.", "quantity": 9,
                "unit": "vandringar",
            ]
            let reported = try await server.post("\(path)/outcomes", as: .coordinatorOfSkara, said)
            #expect(reported.status == 201 && reported.json["status"].string == "proposed", "\(reported.text)")
            #expect(reported.json["approvals"].items.map { $0["party"].string } == ["municipality"])
            let outcome = "\(path)/outcomes/\(try reported.json.id)"
            let seen = try await server.get(outcome, as: .headOfDistrict).json
            #expect(seen["recordedBy"] == .null && seen["_links"]["approvals"] != .null)
            let twice = try await server.post("\(outcome)/approvals", as: .coordinatorOfSkara, "{}")
            #expect(twice.status == 409 && twice.code == "alreadyApproved")
            // What is corrected is not approved any more.
            let first = try await server.post("\(path)/outcomes", as: .coordinatorOfSkara, said)
            let wrong = "\(path)/outcomes/\(try first.json.id)"
            _ = try await server.post("\(wrong)/correction", as: .coordinatorOfSkara, said)
            let corrects = try await server.post("\(wrong)/approvals", as: .headOfDistrict, "{}")
            #expect(corrects.status == 409 && corrects.code == "outcomeNotProposed", "\(corrects.text)")
            try server.database.administrator().run([
                "delete from app.approval where outcome_id in (select outcome_id from app.promise_outcome where corrects_outcome_id is not null or outcome_id = \(try first.json.id)::uuid)",
                "delete from app.promise_outcome where corrects_outcome_id is not null",
                "delete from app.promise_outcome where outcome_id = \(try first.json.id)::uuid",
            ])
            let approved = try await server.post("\(outcome)/approvals", as: .headOfDistrict, "{}")
            #expect(approved.json["status"].string == "approved", "\(approved.text)")
            let late = try await server.post("\(outcome)/return", as: .headOfDistrict, ["reason": "Nej."])
            #expect(late.status == 409 && late.code == "outcomeNotProposed")
            // A correction is approved anew.
            let corrected = try await server.post(
                "\(outcome)/correction", as: .headOfDistrict,
                [
                    "period": ["start": "2022-01-01", "end": "2022-12-31"], "verdict": "fulfilled",
                    "text": "Tolv blev av.",
                ])
            #expect(corrected.status == 201 && corrected.json["status"].string == "proposed", "\(corrected.text)")
            #expect(corrected.json["approvals"].items.map { $0["party"].string } == ["police"])
            let again = try await server.post("\(outcome)/correction", as: .coordinatorOfSkara, said)
            #expect(again.status == 409 && again.code == "outcomeAlreadyCorrected")
            let returned = try await server.post(
                "\(path)/outcomes/\(try corrected.json.id)/return", as: .coordinatorOfSkara, ["reason": "Nio."])
            #expect(returned.status == 204, "\(returned.text)")
            let promise = try await server.get(path, as: .readerOfSkara).json
            // What both have approved stands until its correction is.
            #expect(promise["outcomes"].items.map { $0["status"].string } == ["approved", "returned"])
            // And what was returned leaves its place to another.
            let third = try await server.post("\(outcome)/correction", as: .coordinatorOfSkara, said)
            #expect(third.status == 201, "\(third.text)")
            #expect(
                try await server.get("\(path)/outcomes", as: .districtReader).json["items"].items.map {
                    $0["status"].string
                }.sorted { ($0 ?? "") < ($1 ?? "") } == ["approved", "proposed", "returned"])
        }
    }

    @Test("A verdict that is negative has a reason, and a draft has no outcome")
    func aVerdictThatIsNegativeHasAReason() async throws {
        try await self.signed { server, skara in
            let draft = try await Self.promise(server, skara, promisor: "municipality")
            let said: JSON = ["period": ["start": "2022-06-01"], "verdict": "tooEarly", "text": "Pågår."]
            let early = try await server.post("\(draft)/outcomes", as: .coordinatorOfSkara, said)
            #expect(early.status == 409 && early.code == "promiseNotPublished")
            let path = try await Self.published(server, skara, promisor: "municipality")
            let own = try await server.post("\(path)/outcomes", as: .coordinatorOfSkara, said)
            #expect(own.status == 201 && own.json["status"].string == "approved", "\(own.text)")
            for person in [TestServer.Person.headOfDistrict, .officerOfSkara, .readerOfSkara, .contributorOfSkara] {
                let answer = try await server.post("\(path)/outcomes", as: person, said)
                #expect(answer.status == 403, "\(person): \(answer.text)")
            }
            let bad = try await server.post(
                "\(path)/outcomes", as: .coordinatorOfSkara,
                ["period": ["start": "2022-06-01"], "verdict": "notFulfilled", "text": "Nej.", "quantity": 3])
            #expect(bad.status == 422)
            #expect(bad.json["errors"].items.map { $0["pointer"].string } == ["/reason", "/unit"])
            for (day, pointer) in [("2199-01-01", "/period/start"), ("2021-06-01", "/period/end")] {
                let answer = try await server.post(
                    "\(path)/outcomes", as: .coordinatorOfSkara,
                    ["period": ["start": .string(day)], "verdict": "fulfilled", "text": "Ja."])
                #expect(answer.status == 422 && answer.json["errors"][0]["pointer"].string == pointer, "\(answer.text)")
            }
        }
    }

    @Test("The public sees what is published, and outcomes that every promisor has approved")
    func thePublicSeesWhatIsPublished() async throws {
        try await self.signed { server, skara in
            let path = try await Self.published(server, skara, promisor: "joint")
            _ = try await Self.promise(server, skara, promisor: "joint")
            let outcome = try await server.post(
                "\(path)/outcomes", as: .coordinatorOfSkara,
                ["period": ["start": "2022-06-01"], "verdict": "fulfilled", "text": "Ja."]
            ).json
            func seen() throws -> [Int?] {
                let connection = try server.database.connection(as: .public)
                return try connection.run([
                    server.database.enterPublic("1495"),
                    "select count(*) from app.promise", "select count(*) from app.promise_outcome",
                ]).dropFirst().map { $0.first?[0].flatMap(Int.init) }
            }
            #expect(try seen() == [1, 0])
            _ = try await server.post("\(path)/outcomes/\(try outcome.id)/approvals", as: .headOfDistrict, "{}")
            #expect(try seen() == [1, 1])
            // What took its place doesn't take its verdict away.
            let longer = try await server.post("\(path)/prolongation", as: .coordinatorOfSkara, ["end": "2023-12-31"])
            let next = "\(Self.base)/promises/\(try longer.json.id)"
            for (act, person) in [
                ("proposal", TestServer.Person.coordinatorOfSkara), ("approvals", .coordinatorOfSkara),
                ("approvals", .headOfDistrict), ("publication", .coordinatorOfSkara),
            ] {
                #expect(try await server.post("\(next)/\(act)", as: person, "{}").status == 200)
            }
            #expect(try seen() == [2, 1])
            _ = try await server.post("\(next)/withdrawal", as: .coordinatorOfSkara, ["reason": "Fel."])
            #expect(try seen() == [1, 1])
        }
    }

    @Test("What waits for a signature or an approval is listed for whom it waits for")
    func whatWaitsForASignatureOrAnApprovalIsListed() async throws {
        try await self.signed { server, skara in
            func waiting(_ person: TestServer.Person) async throws -> [String] {
                let list = try await server.get("/me/signatures?limit=100", as: person).json
                for item in list["items"].items {
                    let path = item["_links"]["self"]["href"].string?.split(separator: "/v1").last.map(String.init)
                    #expect(try await server.get(try #require(path), as: person).status == 200)
                }
                #expect(list["_meta"]["totalRecords"].int == list["items"].items.count)
                return list["items"].items.map { "\($0["kind"].string ?? "") \($0["text"].string ?? "")" }.sorted()
            }
            #expect(try await waiting(.headOfDistrict) == [])
            let renewal = try await server.post(
                "\(Self.base)/agreements/\(skara.agreementID)/renewal", as: .coordinatorOfSkara,
                ["title": "Nästa", "period": ["start": "2025-01-01", "end": "2028-12-31"]])
            _ = try await server.post(
                "\(Self.base)/agreements/\(try renewal.json.id)/proposal", as: .coordinatorOfSkara, "")
            let plan = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2022, "period": ["start": "2022-01-01", "end": "2022-12-31"]])
            _ = try await server.post(
                "\(Self.base)/action-plans/\(try plan.json.id)/proposal", as: .coordinatorOfSkara, "")
            let published = try await Self.published(server, skara, promisor: "joint")
            let outcome = try await server.post(
                "\(published)/outcomes", as: .coordinatorOfSkara,
                ["period": ["start": "2022-06-01"], "verdict": "fulfilled", "text": "Klart"])
            let promise = try await Self.promise(server, skara, promisor: "joint")
            _ = try await Self.promise(server, skara, promisor: "joint", text: "Ett utkast")
            _ = try await server.post("\(promise)/proposal", as: .coordinatorOfSkara, "")
            #expect(
                try await waiting(.headOfDistrict) == [
                    "actionPlan 2022", "agreement Nästa", "promise Minst tolv nattvandringar", "promiseOutcome Klart",
                ])
            #expect(
                try await waiting(.coordinatorOfSkara) == ["agreement Nästa", "promise Minst tolv nattvandringar"])
            let overview = try await server.get("/districts/vastra-skaraborg/overview", as: .districtReader).json
            let awaited = overview["municipalities"].items.map { $0["awaitedSignatures"].items }
            #expect(
                awaited.flatMap { $0 }.map { "\($0["party"].string ?? "") \($0["kind"].string ?? "")" }.sorted() == [
                    "municipality agreement", "municipality promise", "police actionPlan", "police agreement",
                    "police promise", "police promiseOutcome",
                ])
            #expect(awaited.count { !$0.isEmpty } == 1)
            for person in [
                TestServer.Person.readerOfSkara, .officerOfSkara, .districtReader, .coordinatorOfLidkoping,
                .headOfOtherDistrict, .operator,
            ] {
                #expect(try await waiting(person) == [], "\(person)")
            }
            _ = try await server.post(
                "\(published)/outcomes/\(try outcome.json.id)/approvals", as: .headOfDistrict, "{}")
            _ = try await server.post("\(promise)/approvals", as: .headOfDistrict, "{}")
            #expect(try await waiting(.headOfDistrict) == ["actionPlan 2022", "agreement Nästa"])
        }
    }

    @Test("A hundred writes to drafts change no byte of an answer to the district")
    func aHundredWritesToDraftsChangeNoByte() async throws {
        try await self.signed { server, skara in
            let path = try await Self.published(server, skara, promisor: "joint")
            let draft = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2022, "period": ["start": "2022-01-01", "end": "2022-12-31"]]
            ).json
            let asked = [
                path, "\(Self.base)/promises", "\(path)/outcomes", "\(Self.base)/agreements/\(skara.agreementID)",
                "\(Self.base)/agreements", "\(Self.base)/action-plans", "\(Self.base)/action-plans/\(skara.planID)",
                "\(Self.base)/measures?limit=100", "/districts/vastra-skaraborg/overview",
                "/districts/vastra-skaraborg/overview?asOf=2022-06-01", "/districts/vastra-skaraborg/measures",
                "/me/measures",
            ]
            func seen() async throws -> [String] {
                var answers: [String] = []
                for path in asked {
                    let answer = try await server.get(path, as: .headOfDistrict)
                    answers.append("\(answer.status) \(answer.header("ETag") ?? "") \(answer.text)")
                }
                return answers
            }
            let before = try await seen()
            #expect(before.allSatisfy { $0.hasPrefix("200 ") })
            let area = try draft["priorityAreas"][0].id
            for number in 1...25 {
                let promise = try await Self.promise(server, skara, promisor: "joint", text: "Löfte \(number)")
                let made = try await server.patch(
                    promise, as: .coordinatorOfSkara, version: 1, ["text": "Löftet \(number)"])
                #expect(made.status == 200)
                #expect(
                    try await server.post(
                        "\(Self.base)/action-plans/\(try draft.id)/measures", as: .coordinatorOfSkara,
                        ["areaId": .string(area), "text": "Åtgärd \(number)"]
                    ).status == 201)
                #expect(
                    try await server.post(
                        "\(Self.base)/action-plans/\(try draft.id)/comments", as: .coordinatorOfSkara,
                        ["text": "Kommentar \(number)"]
                    ).status == 201)
            }
            #expect(try await seen() == before)
        }
    }
}
