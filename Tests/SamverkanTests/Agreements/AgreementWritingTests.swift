import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// Agreements from draft to termination, and what each state refuses.
@Suite struct AgreementWritingTests {
    private static let base = "/municipalities/1495/agreements"
    private static let signers =
        #""signatures":[{"party":"municipality","name":"Kim Exempelsson","title":"Ordförande"},{"party":"police","name":"Vera Exempelsson","title":"Lokalpolisområdeschef"}]"#

    private func draft(_ server: TestServer, _ period: String, title: String = "Avtal") async throws -> (
        path: String, json: JSON
    ) {
        let answer = try await server.post(
            Self.base, as: .coordinatorOfSkara,
            #"{"title":"\#(title)","parties":["Skara kommun","Polisen"],"period":\#(period),\#(Self.signers),"sections":[{"heading":"Syfte","text":"Trygghet"}]}"#
        )
        #expect(answer.status == 201, "\(answer.text)")
        return ("\(Self.base)/\(try answer.json.id)", answer.json)
    }

    private func sign(_ server: TestServer, _ path: String, _ agreement: JSON) async throws {
        _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}")
        for (index, person) in [(0, TestServer.Person.coordinatorOfSkara), (1, .headOfDistrict)] {
            let answer = try await server.post(
                "\(path)/signatures", as: person,
                ["signatureId": agreement["signatures"][index]["id"], "date": "2020-01-01"])
            #expect(answer.status == 200, "\(answer.text)")
        }
    }

    @Test("A draft is written and read back")
    func aDraftIsWrittenAndReadBack() async throws {
        try await TestServer.run { server in
            let (path, made) = try await self.draft(server, #"{"start":"2024-01-01"}"#)
            #expect(
                made["status"].string == "draft" && made["period"]["end"] == .null
                    && made["policeDistrict"]["code"].string == "vastra-skaraborg" && made["version"].int == 1)
            #expect(
                made["sections"][0]["heading"].string == "Syfte"
                    && made["signatures"].items.map { $0["name"].string } == ["Kim Exempelsson", "Vera Exempelsson"])
            let changed = try await server.patch(
                path, as: .coordinatorOfSkara, version: 1,
                """
                {"title":"Nytt namn","period":{"end":"2027-12-31"},"purpose":"x","sections":[{"heading":"A","text":"b"},{"heading":"C","text":"d"}],
                 "signatures":[{"party":"police","name":"Vera"},{"party":"municipality","name":"Kim"},{"party":"municipality","name":"Mo"}]}
                """)
            #expect(changed.status == 200 && changed.json["version"].int == 2, "\(changed.text)")
            #expect(
                changed.json["period"]["start"].string == "2024-01-01"
                    && changed.json["effectiveEnd"].string == "2027-12-31")
            #expect(
                changed.json["sections"].items.map { $0["heading"].string } == ["A", "C"]
                    && changed.json["signatures"].items.map { $0["name"].string } == ["Vera", "Kim", "Mo"])
            // What was read can be sent back, as far as it is written.
            let same = try await server.patch(
                path, as: .coordinatorOfSkara, version: 2,
                [
                    "purpose": .null,
                    "signatures": [
                        [
                            "id": changed.json["signatures"][0]["id"], "party": "police", "name": "Vera", "title": "",
                            "outsideSystem": false,
                        ], ["party": "municipality", "name": "Kim"],
                    ],
                ]
            )
            #expect(same.status == 200 && same.json["purpose"] == .null && same.json["title"].string == "Nytt namn")
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara, .auditorOfSkara, .officerOfSkara] {
                #expect(
                    try await server.post(Self.base, as: person, ["title": "x", "period": ["start": "2024-01-01"]])
                        .status == 403)
                #expect(try await server.patch(path, as: person, version: 3, ["title": "x"]).status == 403)
                #expect(try await server.post("\(path)/proposal", as: person, "{}").status == 403)
            }
            #expect(try await server.patch(path, as: .headOfDistrict, version: 3, "{}").status == 404)
            // Nothing there is 404, with parts in the body, too.
            let nothing = try await server.patch(
                "\(Self.base)/01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11", as: .coordinatorOfSkara, version: 1,
                "{\(Self.signers),\"sections\":[{\"heading\":\"x\",\"text\":\"y\"}]}")
            #expect(nothing.status == 404, "\(nothing.text)")
            for (body, pointer, code) in [
                (#"{"period":{"start":"2024-01-01","end":"2023-01-01"}}"#, "/period/end", "endBeforeStart"),
                (#"{"period":{"start":null}}"#, "/period/start", "required"),
                (#"{"period":null}"#, "/period", "required"), (#"{"title":null}"#, "/title", "required"),
                (#"{"title":"  "}"#, "/title", "invalidFormat"),
                (#"{"status":"signed"}"#, "/status", "unknownField"),
                (#"{"effectiveEnd":"2030-01-01"}"#, "/effectiveEnd", "unknownField"),
                (#"{"signatures":[{"party":"brandkåren","name":"x"}]}"#, "/signatures/0/party", "invalidFormat"),
                (#"{"sections":[{"heading":"x"}]}"#, "/sections/0/text", "required"),
                (#"{"title":"Anna 811228-9874"}"#, "/title", "personalIdentityNumber"),
                (#"{"externalReferences":[{"system":"Ciceron"}]}"#, "/externalReferences/0/identifier", "required"),
            ] {
                let answer = try await server.patch(path, as: .coordinatorOfSkara, version: 3, body)
                #expect(
                    answer.status == 422
                        && answer.json["errors"].items.contains {
                            $0["pointer"].string == pointer && $0["code"].string == code
                        }, "\(body): \(answer.text)")
            }
            #expect(try await server.get(path, as: .readerOfSkara).json["version"].int == 3)
        }
    }

    @Test("Every refused act says where the agreement stands")
    func everyRefusedActSaysWhereTheAgreementStands() async throws {
        try await TestServer.run { server in
            let (path, agreement) = try await self.draft(server, #"{"start":"2024-01-01","end":"2027-12-31"}"#)
            func refused(
                _ act: String, _ body: String, _ code: String, _ state: String, _ possible: [String],
                as person: TestServer.Person = .coordinatorOfSkara, line: Int = #line
            ) async throws {
                let answer = try await server.post("\(path)/\(act)", as: person, body)
                #expect(
                    answer.status == 409 && answer.code == code && answer.json["state"].string == state
                        && answer.json["possible"].strings == possible, "line \(line): \(answer.text)")
            }
            let (reason, end) = (#"{"reason":"x"}"#, #"{"effectiveEnd":"2025-12-31","reason":"x"}"#)
            let first = #"{"signatureId":"\#(try agreement["signatures"][0].id)","date":"2023-12-01"}"#
            try await refused("return", reason, "agreementTransitionNotPossible", "draft", ["proposal", "withdrawal"])
            try await refused(
                "termination", end, "agreementTransitionNotPossible", "draft", ["proposal", "withdrawal"])
            try await refused(
                "renewal", #"{"period":{"start":"2028-01-01"}}"#, "agreementTransitionNotPossible", "draft",
                ["proposal", "withdrawal"])
            try await refused("signatures", first, "agreementNotProposed", "draft", ["proposal", "withdrawal"])
            try await refused(
                "prolongations", #"{"effectiveEnd":"2028-12-31"}"#, "agreementNotSigned", "draft",
                ["proposal", "withdrawal"])
            // Nobody for the police: it cannot be proposed.
            _ = try await server.patch(
                path, as: .coordinatorOfSkara, version: 1, ["signatures": [["party": "municipality", "name": "Kim"]]])
            let without = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}")
            #expect(without.status == 409 && without.code == "agreementWithoutSigners")
            let restored = try await server.patch(path, as: .coordinatorOfSkara, version: 2, "{\(Self.signers)}").json
            #expect(try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}").status == 200)
            try await refused("proposal", "{}", "agreementTransitionNotPossible", "proposed", ["return", "signatures"])
            let locked = try await server.patch(path, as: .coordinatorOfSkara, version: 4, ["title": "x"])
            #expect(
                locked.status == 409 && locked.code == "documentLocked" && locked.json["state"].string == "proposed")
            #expect(
                try await server.post("\(path)/return", as: .coordinatorOfSkara, "{}").json["errors"][0]["pointer"]
                    .string == "/reason")
            // Signing: for the other side, in the future, twice.
            let (mine, theirs) = (
                try restored["signatures"][0].id, try restored["signatures"][1].id
            )
            #expect(
                try await server.post(
                    "\(path)/signatures", as: .coordinatorOfSkara, ["signatureId": "\(theirs)", "date": "2023-12-01"]
                ).status == 403)
            #expect(
                try await server.post(
                    "\(path)/signatures", as: .headOfDistrict, ["signatureId": "\(mine)", "date": "2023-12-01"]
                ).status == 403)
            #expect(
                try await server.post(
                    "\(path)/signatures", as: .districtReader, ["signatureId": "\(theirs)", "date": "2023-12-01"]
                ).status == 403)
            #expect(
                try await server.post(
                    "\(path)/signatures", as: .headOfOtherDistrict, ["signatureId": "\(theirs)", "date": "2023-12-01"]
                ).status == 404)
            let future = try await server.post(
                "\(path)/signatures", as: .coordinatorOfSkara, ["signatureId": "\(mine)", "date": "2199-12-01"])
            #expect(
                future.status == 422 && future.code == "signatureInFuture"
                    && future.json["errors"][0]["pointer"].string == "/date")
            #expect(
                try await server.post(
                    "\(path)/signatures", as: .coordinatorOfSkara, ["signatureId": "\(mine)", "date": "1800-12-01"]
                ).status == 422)
            #expect(
                try await server.post(
                    "\(path)/signatures", as: .coordinatorOfSkara,
                    ["signatureId": "\(mine)", "date": "2023-12-01", "place": "Skara"]
                ).status == 200)
            try await refused(
                "signatures", #"{"signatureId":"\#(mine)","date":"2023-12-02"}"#, "alreadySigned", "proposed",
                ["return", "signatures"])
            #expect(
                try await server.post(
                    "\(path)/signatures", as: .headOfDistrict, ["signatureId": "\(theirs)", "date": "2023-12-05"]
                ).json["status"].string == "signed")
            try await refused(
                "return", reason, "agreementTransitionNotPossible", "signed",
                ["prolongations", "termination", "renewal"])
            // Prolonging: to no later day, twice at a time, withdrawn.
            for end in ["2027-12-31", "2026-01-01"] {
                let answer = try await server.post(
                    "\(path)/prolongations", as: .coordinatorOfSkara, ["effectiveEnd": "\(end)"])
                #expect(answer.status == 422 && answer.code == "prolongationNotLonger")
            }
            #expect(
                try await server.get(path, as: .coordinatorOfSkara).json["_links"]["prolongations"] != .null)
            let prolongation = try await server.post(
                "\(path)/prolongations", as: .coordinatorOfSkara, ["reason": "Tills vidare"])
            #expect(prolongation.status == 201 && prolongation.json["effectiveEnd"] == .null)
            let second = try await server.post(
                "\(path)/prolongations", as: .coordinatorOfSkara, ["effectiveEnd": "2029-12-31"])
            #expect(second.status == 409 && second.code == "prolongationOpen")
            // While one waits there is no other.
            #expect(
                try await server.get(path, as: .coordinatorOfSkara).json["_links"]["prolongations"] == .null)
            let act = "\(path)/prolongations/\(try prolongation.json.id)"
            #expect(try await server.post("\(act)/withdrawal", as: .readerOfSkara, "{}").status == 403)
            #expect(
                try await server.post("\(act)/withdrawal", as: .coordinatorOfSkara, "{}").json["status"].string
                    == "withdrawn")
            let again = try await server.post("\(act)/withdrawal", as: .coordinatorOfSkara, "{}")
            #expect(
                again.status == 409 && again.code == "prolongationNotProposed"
                    && again.json["state"].string == "withdrawn")
            let late = try await server.post(
                "\(act)/signatures", as: .coordinatorOfSkara,
                ["signatureId": prolongation.json["signatures"][0]["id"], "date": "2023-12-01"])
            #expect(late.status == 409 && late.code == "prolongationNotProposed")
            // Terminating: after its end, before its start, then within.
            for end in ["2028-01-01", "2023-12-31"] {
                let answer = try await server.post(
                    "\(path)/termination", as: .coordinatorOfSkara, ["effectiveEnd": "\(end)", "reason": "x"])
                #expect(answer.status == 422 && answer.code == "agreementTermination", "\(answer.text)")
            }
            let waiting =
                try await server.post(
                    "\(path)/prolongations", as: .coordinatorOfSkara, ["effectiveEnd": "2029-12-31"]
                ).json.id
            let terminated = try await server.post("\(path)/termination", as: .coordinatorOfSkara, end)
            #expect(
                try await server.get("\(path)/prolongations/\(waiting)", as: .readerOfSkara).json["status"].string
                    == "withdrawn")
            #expect(
                terminated.json["status"].string == "terminated"
                    && terminated.json["effectiveEnd"].string == "2025-12-31"
                    && terminated.json["terminationReason"].string == "x")
            try await refused("termination", end, "agreementTransitionNotPossible", "terminated", ["renewal"])
        }
    }

    @Test("Signed periods do not overlap")
    func signedPeriodsDoNotOverlap() async throws {
        try await TestServer.run { server in
            let (first, one) = try await self.draft(server, #"{"start":"2024-01-01","end":"2025-12-31"}"#)
            let (second, two) = try await self.draft(server, #"{"start":"2025-12-31","end":"2026-12-31"}"#)
            // Proposed before the other is signed, it is held up at its last signature.
            _ = try await server.post("\(second)/proposal", as: .coordinatorOfSkara, "{}")
            try await self.sign(server, first, one)
            // Told on the draft, and refused at the proposal, with the other's id.
            let (held, three) = try await self.draft(server, #"{"start":"2025-01-01"}"#)
            #expect(
                three["warnings"].items.map { $0["code"].string } == ["overlapsAgreement"]
                    && three["warnings"][0]["id"] == one["id"])
            let proposal = try await server.post("\(held)/proposal", as: .coordinatorOfSkara, "{}")
            #expect(
                proposal.status == 409 && proposal.code == "agreementPeriodsOverlap"
                    && proposal.json["conflictingId"] == one["id"], "\(proposal.text)")
            #expect(try await server.get(held, as: .readerOfSkara).json["status"].string == "draft")
            _ = try await server.post(
                "\(second)/signatures", as: .coordinatorOfSkara,
                ["signatureId": two["signatures"][0]["id"], "date": "2023-12-01"])
            let last = #"{"signatureId":"\#(try two["signatures"][1].id)","date":"2023-12-01"}"#
            let overlap = try await server.post("\(second)/signatures", as: .headOfDistrict, last)
            #expect(overlap.status == 409 && overlap.code == "agreementPeriodsOverlap", "\(overlap.text)")
            // Nothing half-written: the signature is not there.
            #expect(try await server.get(second, as: .readerOfSkara).json["signatures"][1]["date"] == .null)
            // What is terminated holds until its end, and no longer.
            _ = try await server.post(
                "\(first)/termination", as: .coordinatorOfSkara, ["effectiveEnd": "2025-12-30", "reason": "x"])
            #expect(
                try await server.post("\(second)/signatures", as: .headOfDistrict, last).json["status"].string
                    == "signed")
            let (third, _) = try await self.draft(server, #"{"start":"2027-01-01"}"#)
            #expect(try await server.get(third, as: .readerOfSkara).json["status"].string == "draft")
        }
    }

    @Test("All sign the same content")
    func allSignTheSameContent() async throws {
        try await TestServer.run { server in
            let (path, agreement) = try await self.draft(server, #"{"start":"2024-01-01","end":"2025-12-31"}"#)
            let plan = try await server.post(
                "/municipalities/1495/action-plans", as: .coordinatorOfSkara,
                ["agreementId": agreement["id"], "year": 2024, "period": ["start": "2024-01-01", "end": "2024-12-31"]]
            ).json
            let annex = "/municipalities/1495/action-plans/\(try plan.id)"
            func draft(_ introduction: String) async throws {
                let version = try await server.get(annex, as: .coordinatorOfSkara).json["version"].int
                let changed = try await server.patch(
                    annex, as: .coordinatorOfSkara, version: version, ["introduction": .string(introduction)])
                #expect(changed.status == 200, "\(changed.text)")
            }
            _ = try await server.post("\(annex)/proposal", as: .coordinatorOfSkara, "")
            // Drafts are no annexes: the other authority can't read them.
            let other = try await server.post(
                "/municipalities/1495/promises", as: .coordinatorOfSkara,
                ["agreementId": agreement["id"], "promisor": "joint", "text": "Hemligt utkast"])
            #expect(other.status == 201)
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}")
            func sign(_ index: Int, _ person: TestServer.Person) async throws -> TestServer.Response {
                try await server.post(
                    "\(path)/signatures", as: person,
                    ["signatureId": agreement["signatures"][index]["id"], "date": "2023-12-01"])
            }
            #expect(try await sign(0, .coordinatorOfSkara).status == 200)
            func texts(_ person: TestServer.Person) async throws -> [String] {
                try await server.get("\(path)/signed-text", as: person).json["texts"].items.compactMap {
                    $0["text"].string
                }
            }
            // Each reads what the other signs, and nothing of what is a draft.
            for person in [TestServer.Person.readerOfSkara, .headOfDistrict, .districtReader] {
                let theirs = try await texts(person)
                #expect(theirs.count == 2 && theirs.contains { $0.contains("\"year\": 2024") }, "\(theirs)")
                #expect(!theirs.contains { $0.contains("Hemligt") }, "\(theirs)")
            }
            // The annexed plan is taken back, and changes before the police sign.
            _ = try await server.post("\(annex)/return", as: .coordinatorOfSkara, ["reason": "Inledningen saknas."])
            try await draft("Ny")
            _ = try await server.post("\(annex)/proposal", as: .coordinatorOfSkara, "")
            let differs = try await sign(1, .headOfDistrict)
            #expect(differs.status == 409 && differs.code == "signatureContentDiffers")
            _ = try await server.post("\(path)/return", as: .coordinatorOfSkara, ["reason": "Planen ändrades"])
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}")
            // What was voided is nobody's signature.
            for person in [TestServer.Person.headOfDistrict, .readerOfSkara] {
                #expect(try await texts(person).isEmpty)
            }
            #expect(try await sign(1, .headOfDistrict).status == 200)
            #expect(try await sign(0, .coordinatorOfSkara).json["status"].string == "signed")
        }
    }

    /// The head of the district signs what was read, or nothing.
    @Test("A signature is of the version that was read")
    func aSignatureIsOfTheVersionThatWasRead() async throws {
        try await TestServer.run { server in
            let (path, agreement) = try await self.draft(server, #"{"start":"2024-01-01","end":"2025-12-31"}"#)
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}")
            let read = try await server.get(path, as: .headOfDistrict).header("ETag") ?? ""
            _ = try await server.post("\(path)/return", as: .coordinatorOfSkara, ["reason": "x"])
            _ = try await server.patch(path, as: .coordinatorOfSkara, version: 3, ["purpose": "Något helt annat"])
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}")
            let body = Array(
                #"{"signatureId":"\#(try agreement["signatures"][1].id)","date":"2023-12-01"}"#.utf8)
            let other = try await server.request(
                .POST, "\(path)/signatures", as: .headOfDistrict, body: body, headers: [("If-Match", read)])
            #expect(other.status == 412 && other.code == "versionDiffers", "\(other.text)")
            let now = try await server.get(path, as: .headOfDistrict)
            #expect(now.json["signatures"][1]["date"] == .null && now.json["purpose"].string == "Något helt annat")
            #expect(
                try await server.request(
                    .POST, "\(path)/signatures", as: .headOfDistrict, body: body,
                    headers: [("If-Match", now.header("ETag") ?? "")]
                ).status == 200)
        }
    }

    @Test("What was signed on paper is recorded with its original")
    func whatWasSignedOnPaperIsRecordedWithItsOriginal() async throws {
        try await TestServer.run { server in
            let (path, agreement) = try await self.draft(server, #"{"start":"2012-01-01","end":"2015-12-31"}"#)
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}")
            let police = try agreement["signatures"][1].id
            let bare = try await server.post(
                "\(path)/signatures", as: .coordinatorOfSkara,
                ["signatureId": "\(police)", "date": "2011-12-01", "outsideSystem": true])
            #expect(bare.status == 422 && bare.code == "signatureNeedsOriginal")
            let (other, _) = try await self.draft(server, #"{"start":"2016-01-01"}"#)
            let foreign =
                try await server.request(
                    .POST, "\(other)/attachments?fileName=annat.pdf", as: .coordinatorOfSkara,
                    body: Array("%PDF-1.7 annat".utf8), type: "application/pdf"
                ).json.id
            let wrong = try await server.post(
                "\(path)/signatures", as: .coordinatorOfSkara,
                ["signatureId": "\(police)", "date": "2011-12-01", "outsideSystem": true, "attachmentId": "\(foreign)"])
            #expect(wrong.status == 422 && wrong.json["errors"][0]["pointer"].string == "/attachmentId")
            let original =
                try await server.request(
                    .POST, "\(path)/attachments?fileName=original.pdf", as: .coordinatorOfSkara,
                    body: Array("%PDF-1.7 undertecknat".utf8), type: "application/pdf"
                ).json.id
            let inside = try await server.post(
                "\(path)/signatures", as: .coordinatorOfSkara,
                ["signatureId": "\(police)", "date": "2011-12-01", "attachmentId": "\(original)"])
            #expect(inside.status == 422 && inside.json["errors"][0]["pointer"].string == "/attachmentId")
            for (index, date) in [(0, "2011-12-01"), (1, "2011-12-05")] {
                let body =
                    #"{"signatureId":"\#(try agreement["signatures"][index].id)","date":"\#(date)","outsideSystem":true,"attachmentId":"\#(original)"}"#
                #expect(try await server.post("\(path)/signatures", as: .headOfDistrict, body).status == 403)
                #expect(try await server.post("\(path)/signatures", as: .coordinatorOfSkara, body).status == 200)
            }
            let signed = try await server.get(path, as: .readerOfSkara).json
            #expect(signed["status"].string == "signed" && signed["phase"].string == "expired")
            #expect(
                signed["signatures"][1]["outsideSystem"] == .bool(true)
                    && signed["signatures"][1]["date"].string == "2011-12-05"
                    && signed["signatures"][1]["attachmentId"].string == original)
            #expect(signed["signatures"][1]["recordedBy"].string == "Exempel coordinator")
        }
    }

    @Test("The registration comes later and finds the agreement")
    func theRegistrationComesLaterAndFindsTheAgreement() async throws {
        try await TestServer.run { server in
            let (path, agreement) = try await self.draft(server, #"{"start":"2024-01-01","end":"2025-12-31"}"#)
            _ = try await self.draft(server, #"{"start":"2026-01-01"}"#, title: "Nästa")
            try await self.sign(server, path, agreement)
            let signed = try await server.get(path, as: .readerOfSkara).json
            let body =
                #"{"registrationNumber":"KS 2023/417","decision":{"body":"Kommunstyrelsen","date":"2023-12-13","paragraph":"§ 214"},"externalReferences":[{"system":"Ciceron","identifier":"23-417"}]}"#
            #expect(
                try await server.patch(path, as: .readerOfSkara, version: signed["version"].int, body).status == 403)
            let registered = try await server.patch(path, as: .coordinatorOfSkara, version: signed["version"].int, body)
            #expect(
                registered.status == 200 && registered.json["decision"]["paragraph"].string == "§ 214"
                    && registered.json["externalReferences"][0]["identifier"].string == "23-417")
            // Outside what was signed.
            #expect(
                registered.json["signatures"] == signed["signatures"] && registered.json["status"].string == "signed")
            let mixed = try await server.patch(
                path, as: .coordinatorOfSkara, version: registered.json["version"].int,
                ["registrationNumber": "KS 2023/418", "title": "x"])
            #expect(mixed.status == 409 && mixed.code == "documentLocked")
            let found = try await server.get("\(Self.base)?registrationNumber=KS%202023/417", as: .readerOfSkara).json
            #expect(
                found["items"].items.map { $0["id"] } == [agreement["id"]] && found["_meta"]["totalRecords"].int == 1)
            #expect(
                try await server.get("\(Self.base)?registrationNumber=annat", as: .readerOfSkara).json["items"]
                    == .array([]))
            #expect(try await server.get("\(Self.base)?registrationNumber=", as: .readerOfSkara).status == 400)
            let plan = try await server.post(
                "/municipalities/1495/action-plans", as: .coordinatorOfSkara,
                ["agreementId": agreement["id"], "year": 2024, "period": ["start": "2024-01-01", "end": "2024-12-31"]]
            ).json
            let planPath = "/municipalities/1495/action-plans/\(try plan.id)"
            _ = try await server.post(
                "\(planPath)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
            #expect(
                try await server.patch(
                    planPath, as: .coordinatorOfSkara, version: 2, ["registrationNumber": "KS 2024/2"]
                ).status == 200)
            #expect(
                try await server.get(
                    "/municipalities/1495/action-plans?registrationNumber=KS+2024/2", as: .readerOfSkara
                ).json["items"].items.count == 1)
        }
    }

    /// Both sign while it is taken back: it is signed by both, or a draft without signatures, and nobody sees a fault.
    @Test("Signing races the return")
    func signingRacesTheReturn() async throws {
        try await TestServer.run { server in
            let (path, agreement) = try await self.draft(server, #"{"start":"2024-01-01","end":"2025-12-31"}"#)
            var signed = false
            for _ in 0..<40 where !signed {
                _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "{}")
                async let first = server.post(
                    "\(path)/signatures", as: .coordinatorOfSkara,
                    ["signatureId": agreement["signatures"][0]["id"], "date": "2023-12-01"])
                async let second = server.post(
                    "\(path)/signatures", as: .headOfDistrict,
                    ["signatureId": agreement["signatures"][1]["id"], "date": "2023-12-01"])
                async let back = server.post("\(path)/return", as: .coordinatorOfSkara, ["reason": "x"])
                let answers = try await [first, second, back]
                #expect(answers.allSatisfy { [200, 403, 404, 409].contains($0.status) }, "\(answers.map(\.text))")
                let now = try await server.get(path, as: .readerOfSkara).json
                let dates = now["signatures"].items.filter { $0["date"] != .null }.count
                signed = now["status"].string == "signed"
                #expect(
                    signed
                        ? dates == 2
                        : (now["status"].string == "draft" ? dates == 0 : now["status"].string == "proposed"))
                if now["status"].string == "proposed" {
                    _ = try await server.post("\(path)/return", as: .coordinatorOfSkara, ["reason": "x"])
                }
            }
        }
    }

    @Test("What replaces another ends it the day before")
    func whatReplacesAnotherEndsItTheDayBefore() async throws {
        try await TestServer.run { server in
            let (first, one) = try await self.draft(server, #"{"start":"2022-01-01"}"#)
            // Only what is signed can be replaced, and nothing replaces itself.
            let early = try await server.patch(
                first, as: .coordinatorOfSkara, version: 1, ["predecessorId": one["id"]])
            #expect(
                early.status == 422 && early.json["errors"][0]["pointer"].string == "/predecessorId", "\(early.text)")
            let nobody = try await server.post(
                Self.base, as: .coordinatorOfSkara,
                [
                    "title": "x", "period": ["start": "2024-01-01"],
                    "predecessorId": "01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11",
                ]
            )
            #expect(
                nobody.status == 422 && nobody.json["errors"][0]["pointer"].string == "/predecessorId"
                    && nobody.json["errors"][0]["code"].string == "notFound", "\(nobody.text)")
            try await self.sign(server, first, one)
            let (second, two) = try await self.draft(server, #"{"start":"2024-01-01","end":"2027-12-31"}"#)
            let named = try await server.patch(
                second, as: .coordinatorOfSkara, version: 1, ["predecessorId": one["id"]])
            #expect(named.status == 200 && named.json["warnings"] == .array([]) && two["warnings"].items.count == 1)
            try await self.sign(server, second, two)
            let replaced = try await server.get(first, as: .readerOfSkara).json
            #expect(
                replaced["status"].string == "signed" && replaced["phase"].string == "replaced"
                    && replaced["effectiveEnd"].string == "2023-12-31")
            #expect(
                replaced["replacedById"] == two["id"]
                    && replaced["_links"]["successor"]["href"].string?.hasSuffix(two["id"].string ?? "-") == true)
            #expect(
                try server.database.administrator().run([
                    "select count(*) from audit.change where table_name = 'agreement' and after ->> 'replaced_by_id' = \(try two.id)"
                ])[0].first?.int(0) == 1)
            // What is replaced is not terminated, prolonged or renewed.
            for (act, body) in [
                ("termination", #"{"effectiveEnd":"2023-06-30","reason":"x"}"#), ("prolongations", "{}"),
                ("renewal", #"{"period":{"start":"2032-01-01"}}"#),
            ] {
                let answer = try await server.post("\(first)/\(act)", as: .coordinatorOfSkara, body)
                #expect(
                    answer.status == 409 && answer.code == "agreementTransitionNotPossible"
                        && answer.json["state"].string == "replaced" && answer.json["possible"] == .array([]),
                    "\(act): \(answer.text)")
            }
            // A renewal starts from the text there is, whose years are those of the period before.
            let renewal = try await server.post(
                "\(second)/renewal", as: .coordinatorOfSkara,
                ["title": "Avtal 2024–2027", "period": ["start": "2028-01-01", "end": "2031-12-31"]]
            ).json
            #expect(
                renewal["warnings"].items.map { $0["code"].string } == ["yearInText"]
                    && renewal["warnings"][0]["text"].string?.contains("2024, 2027") == true)
            // It can't begin before what it replaces.
            let before = try await server.post(
                "\(second)/renewal", as: .coordinatorOfSkara, ["period": ["start": "2024-01-01", "end": "2031-12-31"]]
            ).json
            let refused = try await server.post(
                "\(Self.base)/\(try before.id)/proposal", as: .coordinatorOfSkara, "{}")
            #expect(
                refused.status == 409 && refused.code == "agreementPeriodsOverlap"
                    && refused.json["detail"].string?.contains("first day") == true, "\(refused.text)")
        }
    }

    @Test("A district is told nothing of anothers agreement nor of what the preparers should look at")
    func aDistrictIsToldNothingOfAnothersAgreementNorOfWhatThePreparersShouldLookAt() async throws {
        try await TestServer.run { server in
            let (first, one) = try await self.draft(server, #"{"start":"2022-01-01"}"#)
            try await self.sign(server, first, one)
            try server.database.administrator().run([
                "update app.municipality set district_code = 'ostra-skaraborg' where municipality_code = '1495'"
            ])
            let renewal = try await server.post(
                "\(first)/renewal", as: .coordinatorOfSkara, ["title": "Avtal 2024", "period": ["start": "2024-01-01"]]
            ).json
            let second = "\(Self.base)/\(try renewal.id)"
            _ = try await server.post("\(second)/proposal", as: .coordinatorOfSkara, "{}")
            #expect(
                try await server.get(second, as: .coordinatorOfSkara).json["warnings"].items.map { $0["code"].string }
                    == ["yearInText"])
            #expect(try await server.get(second, as: .headOfOtherDistrict).json["warnings"] == .array([]))
            for (index, person) in [(0, TestServer.Person.coordinatorOfSkara), (1, .headOfOtherDistrict)] {
                _ = try await server.post(
                    "\(second)/signatures", as: person,
                    ["signatureId": renewal["signatures"][index]["id"], "date": "2023-12-01"])
            }
            let ours = try await server.get(first, as: .coordinatorOfSkara).json
            #expect(ours["replacedById"] == renewal["id"] && ours["phase"].string == "replaced")
            // The district that had signed the first knows when it ended, and not what came then.
            let theirs = try await server.get(first, as: .headOfDistrict)
            #expect(
                theirs.json["effectiveEnd"].string == "2023-12-31" && theirs.json["replacedById"] == .null
                    && !theirs.text.contains(renewal["id"].string ?? "-"))
            #expect(theirs.json["_links"]["termination"] == .null)
        }
    }
}
