import Foundation
import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// Mistakes are undone: drafts discarded or withdrawn, follow-ups withdrawn or moved, parties renamed.
@Suite struct MistakeTests {
    private static let base = "/municipalities/1495"

    private static func made(_ server: TestServer, _ path: String, _ body: JSON) async throws -> JSON {
        let answer = try await server.post("\(base)/\(path)", as: .coordinatorOfSkara, body)
        #expect(answer.status == 201, "\(path): \(answer.text)")
        return answer.json
    }

    private static func discard(
        _ server: TestServer, _ path: String, as person: TestServer.Person = .coordinatorOfSkara, version: Int? = nil
    ) async throws -> TestServer.Response {
        let headers = [("If-Match", version.map { "\"\($0)\"" } ?? "*")]
        return try await server.request(.DELETE, "\(base)/\(path)", as: person, headers: headers)
    }

    @Test("A wrong revision is discarded with all that hangs on it, and the log keeps every row")
    func discarded() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let administrator = try server.database.administrator()
            let plan = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            let path = "action-plans/\(try plan.id)"
            _ = try await Self.made(server, "\(path)/comments", ["text": "Fel år."])
            _ = try await Self.made(
                server, "\(path)/indicators", ["name": "Anmälda brott", "unit": "antal", "direction": "down"])
            _ = try await server.request(
                .POST, "\(Self.base)/\(path)/attachments?fileName=x.pdf", as: .coordinatorOfSkara,
                body: Array("%PDF-1.7 x".utf8), type: "application/pdf")
            func rows() throws -> Int? {
                try administrator.run([
                    """
                    select (select count(*) from app.action_plan) + (select count(*) from app.measure)
                        + (select count(*) from app.responsibility) + (select count(*) from app.priority_area)
                        + (select count(*) from app.comment) + (select count(*) from app.attachment)
                        + (select count(*) from app.indicator) + (select count(*) from app.dropped_measure) as n
                    """
                ])[0].first?.int("n")
            }
            let picture = try await Self.made(server, "situational-pictures/\(skara.pictureID)/revisions", [:])
            let renewal = try await Self.made(
                server, "agreements/\(skara.agreementID)/renewal", ["period": ["start": "2025-01-01"]])
            let report = try await Self.made(
                server, "reports", ["planId": .string(skara.planID), "title": "Fel plan"])
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara] {
                #expect(try await Self.discard(server, path, as: person).status == 403, "\(person)")
            }
            for person in [TestServer.Person.headOfDistrict, .coordinatorOfLidkoping] {
                #expect([403, 404].contains(try await Self.discard(server, path, as: person).status), "\(person)")
            }
            #expect(try await Self.discard(server, path, version: 1).status == 412)
            let without = try await server.request(.DELETE, "\(Self.base)/\(path)", as: .coordinatorOfSkara)
            #expect(without.status == 428)
            for (what, id) in [
                ("action-plans", try plan.id), ("situational-pictures", try picture.id), ("agreements", try renewal.id),
                ("reports", try report.id),
            ] {
                let gone = try await Self.discard(server, "\(what)/\(id)")
                #expect(gone.status == 204, "\(what): \(gone.text)")
                #expect(try await server.get("\(Self.base)/\(what)/\(id)", as: .coordinatorOfSkara).status == 404)
            }
            let removed = try administrator.run([
                """
                select count(*) filter (where table_name = 'action_plan') as plans,
                    count(*) filter (where table_name = 'attachment') as files,
                    count(*) filter (where table_name = 'comment') as comments,
                    count(*) filter (where table_name = 'measure') as measures from audit.change where action = 'delete'
                """
            ])[0].first
            #expect(removed?.int("plans") == 1 && removed?.int("files") == 1 && removed?.int("comments") == 1)
            #expect((removed?.int("measures") ?? 0) > 5)
            // Nothing of it is left, and it can be made anew.
            let again = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            let before = try rows()
            #expect(try await Self.discard(server, "action-plans/\(try again.id)").status == 204)
            _ = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            #expect(try rows() == before)
            // What is adopted, established, signed or sent stays.
            for what in [
                "action-plans/\(skara.planID)", "situational-pictures/\(skara.pictureID)",
                "agreements/\(skara.agreementID)",
            ] {
                let kept = try await Self.discard(server, what)
                #expect(kept.status == 409 && kept.code == "documentLocked", "\(what): \(kept.text)")
            }
        }
    }

    @Test("What something depends on stays, and the drafts of a wrong import go")
    func dependence() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported(
                "skara.txt", as: .coordinatorOfSkara, decisions: TestSupport.Scene.placements)
            for what in ["agreements/\(skara.agreementID)", "situational-pictures/\(skara.pictureID)"] {
                let used = try await Self.discard(server, what)
                #expect(used.status == 409 && used.code == "documentInUse", "\(what): \(used.text)")
            }
            for what in [
                "action-plans/\(skara.planID)", "situational-pictures/\(skara.pictureID)",
                "agreements/\(skara.agreementID)",
            ] {
                let gone = try await Self.discard(server, what)
                #expect(gone.status == 204, "\(what): \(gone.text)")
            }
            let kept = try await server.get("\(Self.base)/imports/\(skara.importID)", as: .coordinatorOfSkara).json
            #expect(kept["status"].string == "confirmed" && kept["planId"] == .null, "\(kept)")
            let confirmed = try await Self.discard(server, "imports/\(skara.importID)")
            #expect(confirmed.status == 409 && confirmed.code == "importAlreadyConfirmed")
            let again = try await server.post(
                "\(Self.base)/imports", as: .coordinatorOfSkara, document: try TestSupport.Scene.document("skara.txt"))
            let path = "imports/\(try again.json.id)"
            #expect(try await Self.discard(server, path, as: .readerOfSkara).status == 403)
            #expect(try await Self.discard(server, path).status == 204)
            #expect(try await server.get("\(Self.base)/\(path)", as: .coordinatorOfSkara).status == 404)
        }
    }

    @Test("What another authority has had a part in is withdrawn with a reason, and hidden from it like a draft")
    func withdrawn() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            func withdraw(_ path: String) async throws -> TestServer.Response {
                try await server.post(
                    "\(Self.base)/\(path)/withdrawal", as: .coordinatorOfSkara, ["reason": "Fel från början."])
            }
            // Proposed once; commented by the police; a problem of the police.
            let plan = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            let commented = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2022, "period": ["start": "2022-01-01", "end": "2022-12-31"]])
            let picture = try await Self.made(server, "situational-pictures/\(skara.pictureID)/revisions", [:])
            let paths = [
                "action-plans/\(try plan.id)", "action-plans/\(try commented.id)",
                "situational-pictures/\(try picture.id)",
            ]
            for path in paths {
                let early = try await withdraw(path)
                #expect(early.status == 409 && early.code == "documentNotExchanged", "\(early.text)")
                let links = try await server.get("\(Self.base)/\(path)", as: .coordinatorOfSkara).json["_links"]
                #expect(links["withdrawal"] == .null)
            }
            _ = try await server.post("\(Self.base)/\(paths[0])/proposal", as: .coordinatorOfSkara, "")
            _ = try await server.post(
                "\(Self.base)/\(paths[0])/return", as: .coordinatorOfSkara, ["reason": "För tidigt."])
            let version = try await server.get("\(Self.base)/\(paths[1])", as: .coordinatorOfSkara).json["version"]
            let comment = try await server.post(
                "\(Self.base)/\(paths[1])/comments", as: .officerOfSkara, ["text": "Glöm inte skolan."])
            #expect(comment.status == 201, "\(comment.text)")
            // A comment is no change of the plan.
            #expect(
                try await server.get("\(Self.base)/\(paths[1])", as: .coordinatorOfSkara).json["version"] == version)
            let problem = try await server.post(
                "\(Self.base)/\(paths[2])/problems", as: .officerOfSkara, ["text": "Mörka stråk"])
            #expect(problem.status == 201, "\(problem.text)")
            for path in paths {
                let kept = try await Self.discard(server, path)
                #expect(kept.status == 409 && kept.code == "documentExchanged", "\(path): \(kept.text)")
                let links = try await server.get("\(Self.base)/\(path)", as: .coordinatorOfSkara).json["_links"]
                #expect(links["withdrawal"]["method"].string == "POST", "\(path)")
                let done = try await withdraw(path)
                #expect(
                    done.json["status"].string == "withdrawn"
                        && done.json["withdrawalReason"].string == "Fel från början.", "\(done.text)")
                for person in [TestServer.Person.headOfDistrict, .districtReader] {
                    #expect(try await server.get("\(Self.base)/\(path)", as: person).status == 404, "\(path)")
                }
                let locked = try await server.patch(
                    "\(Self.base)/\(path)", as: .coordinatorOfSkara, version: done.json["version"].int,
                    path.hasPrefix("action") ? ["notes": "x"] : ["summary": "x"])
                #expect(locked.status == 409 && locked.code == "documentLocked", "\(locked.text)")
                #expect(try await withdraw(path).status == 409)
            }
            // It leaves its place to another revision.
            _ = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            _ = try await Self.made(server, "situational-pictures/\(skara.pictureID)/revisions", [:])
            // An agreement, proposed and returned.
            let renewal = try await Self.made(
                server, "agreements/\(skara.agreementID)/renewal",
                ["period": ["start": "2025-01-01", "end": "2028-12-31"]])
            let path = "agreements/\(try renewal.id)"
            _ = try await server.post("\(Self.base)/\(path)/proposal", as: .coordinatorOfSkara, "")
            #expect(try await server.get("\(Self.base)/\(path)", as: .headOfDistrict).status == 200)
            #expect(try await withdraw(path).status == 409)
            _ = try await server.post("\(Self.base)/\(path)/return", as: .coordinatorOfSkara, ["reason": "Fel text."])
            #expect(try await withdraw(path).json["status"].string == "withdrawn")
            #expect(try await server.get("\(Self.base)/\(path)", as: .headOfDistrict).status == 404)
        }
    }

    @Test("A follow-up is withdrawn by a correction that says why, and nothing of it counts")
    func withdrawnFollowUp() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let measure = try await server.measure("Gå igenom")
            let path = "\(Self.base)/measures/\(measure.id)"
            let told = try await server.post(
                "\(path)/follow-ups", as: .coordinatorOfSkara,
                [
                    "responsiblePartyId": .string(measure.party), "status": "done", "period": ["start": "2020-09-01"],
                    "quantity": 3, "unit": "skolor",
                ])
            #expect(told.status == 201, "\(told.text)")
            #expect(try await server.get(path, as: .readerOfSkara).json["status"].string == "done")
            let one = "\(path)/follow-ups/\(try told.json.id)"
            let without = try await server.post("\(one)/withdrawal", as: .coordinatorOfSkara, "{}")
            #expect(without.status == 422)
            for person in [TestServer.Person.readerOfSkara, .officerOfSkara] {
                let refused = try await server.post("\(one)/withdrawal", as: person, ["reason": "x"])
                #expect(refused.status == 403, "\(person): \(refused.text)")
            }
            let gone = try await server.post(
                "\(one)/withdrawal", as: .coordinatorOfSkara, ["reason": "Gällde ett annat år."])
            #expect(gone.status == 201 && gone.json["status"] == .null, "\(gone.text)")
            #expect(gone.json["reason"].string == "Gällde ett annat år." && gone.json["correctsId"] == told.json["id"])
            let now = try await server.get(path, as: .readerOfSkara).json
            #expect(now["status"].string == "noInformation" && now["reportedQuantities"] == .array([]), "\(now)")
            #expect(
                now["responsibilities"][0]["status"] == .null
                    || now["responsibilities"][0]["status"].string == "noInformation")
            let old = try await server.get(one, as: .readerOfSkara).json
            #expect(old["correctedById"] == gone.json["id"] && old["status"].string == "done")
            let twice = try await server.post("\(one)/withdrawal", as: .coordinatorOfSkara, ["reason": "x"])
            #expect(twice.status == 409 && twice.code == "followUpAlreadyCorrected")
            // It waits again, and can be told anew.
            let waiting = try await server.get("/me/measures?asOf=2020-10-01&limit=100", as: .coordinatorOfSkara).json
            #expect(waiting["items"].items.contains { $0["measureId"].string == measure.id })
            let again = try await server.post(
                "\(path)/follow-ups/\(try gone.json.id)/correction", as: .coordinatorOfSkara,
                ["status": "ongoing", "period": ["start": "2020-09-01"]])
            #expect(again.status == 201, "\(again.text)")
            #expect(try await server.get(path, as: .readerOfSkara).json["status"].string == "ongoing")
        }
    }

    @Test("A follow-up of the wrong measure is moved in one act") func moved() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let wrong = try await server.measure("Gå igenom")
            let right = try await server.measure("Bjud in")
            func status(_ id: String) async throws -> String? {
                try await server.get("\(Self.base)/measures/\(id)", as: .readerOfSkara).json["status"].string
            }
            let told = try await server.post(
                "\(Self.base)/measures/\(wrong.id)/follow-ups", as: .coordinatorOfSkara,
                [
                    "responsiblePartyId": .string(wrong.party), "status": "done", "period": ["start": "2020-09-01"],
                    "text": "Fyra skolor var med.", "quantity": 4, "unit": "skolor",
                ])
            let one = "\(Self.base)/measures/\(wrong.id)/follow-ups/\(try told.json.id)"
            // The party answers for the one only, so who it is there must be said.
            let whom = try await server.post(
                "\(one)/transfer", as: .coordinatorOfSkara, ["measureId": .string(right.id)])
            #expect(whom.status == 422, "\(whom.text)")
            #expect(try await status(wrong.id) == "done", "nothing is half-written")
            for target in [wrong.id, try told.json.id] {
                let none = try await server.post(
                    "\(one)/transfer", as: .coordinatorOfSkara, ["measureId": .string(target)])
                #expect(none.status == 422 && none.code == "followUpTransferMeasure", "\(none.text)")
            }
            let body: JSON = [
                "measureId": .string(right.id), "responsiblePartyId": .string(right.party), "reason": "Fel rad.",
            ]
            let moved = try await server.post("\(one)/transfer", as: .coordinatorOfSkara, key: "flytt-1", body)
            #expect(moved.status == 201 && moved.json["measureId"].string == right.id, "\(moved.text)")
            #expect(moved.json["text"].string == "Fyra skolor var med." && moved.json["quantity"].int == 4)
            #expect(try await status(wrong.id) == "noInformation")
            #expect(try await status(right.id) == "done")
            let again = try await server.post("\(one)/transfer", as: .coordinatorOfSkara, key: "flytt-1", body)
            #expect(again.status == 201 && again.json["id"] == moved.json["id"])
            let twice = try await server.post("\(one)/transfer", as: .coordinatorOfSkara, body)
            #expect(twice.status == 409 && twice.code == "followUpAlreadyCorrected")
            let old = try await server.get(one, as: .readerOfSkara).json
            let gone = try await server.get(
                "\(Self.base)/measures/\(wrong.id)/follow-ups/\(old["correctedById"].string ?? "")", as: .readerOfSkara)
            #expect(gone.json["reason"].string == "Fel rad." && gone.json["status"] == .null)
        }
    }

    @Test("A party in use is renamed, and what is adopted keeps the name it was adopted with")
    func renamed() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let measure = try await server.measure("Gå igenom")
            let path = "\(Self.base)/responsible-parties/\(measure.party)"
            let old = try await server.get(path, as: .readerOfSkara).json
            let name = try #require(old["name"].string)
            let patched = try await server.patch(
                path, as: .coordinatorOfSkara, version: old["version"].int, ["name": "Skolledare"])
            #expect(patched.status == 409 && patched.code == "partyInUse")
            let taken = try await server.post("\(path)/renaming", as: .coordinatorOfSkara, ["name": "polisen"])
            #expect(taken.status == 409 && taken.code == "partyNameTaken", "\(taken.text)")
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara] {
                #expect(try await server.post("\(path)/renaming", as: person, ["name": "x"]).status == 403)
            }
            let stale = try await server.request(
                .POST, "\(path)/renaming", as: .coordinatorOfSkara, body: Array(#"{"name":"Skolledare"}"#.utf8),
                headers: [("If-Match", "\"99\"")])
            #expect(stale.status == 412)
            let renamed = try await server.post("\(path)/renaming", as: .coordinatorOfSkara, ["name": "Skolledare"])
            #expect(renamed.json["name"].string == "Skolledare", "\(renamed.text)")
            func shown(_ path: String, as person: TestServer.Person = .readerOfSkara) async throws -> [String?] {
                let answer = try await server.get("\(Self.base)/\(path)", as: person).json
                let measures =
                    answer["items"].items
                    + answer["priorityAreas"].items.flatMap { area in
                        area["measures"].items + area["causes"].items.flatMap { $0["measures"].items }
                    } + [answer]
                return measures.flatMap { $0["responsibilities"].items }.map { $0["responsibleParty"] }
                    .filter { $0["id"].string == measure.party }.map { $0["name"].string }
            }
            for person in [TestServer.Person.readerOfSkara, .headOfDistrict] {
                #expect(try await shown("action-plans/\(skara.planID)", as: person) == [name], "\(person)")
                #expect(try await shown("measures/\(measure.id)", as: person) == [name])
                #expect(try await shown("measures?limit=100&plan=\(skara.planID)", as: person) == [name])
            }
            // Next year's plan has the new name, and keeps that when it is renamed again.
            let next = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            #expect(try await shown("action-plans/\(try next.id)") == ["Skolledare"])
            let kept = try await server.get("\(Self.base)/action-plans/\(try next.id)/changes", as: .readerOfSkara).json
            #expect(kept["changed"] == .array([]), "a new name is no change of who answers")
            _ = try await server.post(
                "\(Self.base)/action-plans/\(try next.id)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen"])
            _ = try await server.post("\(path)/renaming", as: .coordinatorOfSkara, ["name": "Rektorsgruppen"])
            #expect(try await shown("action-plans/\(try next.id)") == ["Skolledare"])
            #expect(try await shown("action-plans/\(skara.planID)") == [name])
            let report = try await Self.made(server, "reports", ["planId": .string(skara.planID), "title": "x"])
            #expect(try report["content"]["areas"].text.contains("\"\(name)\""))
        }
    }

    @Test("What plans stand on is withdrawn after them, and nothing new stands on what is withdrawn")
    func bases() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            func act(_ path: String, _ body: JSON = [:], as person: TestServer.Person = .coordinatorOfSkara)
                async throws
                -> TestServer.Response
            { try await server.post("\(Self.base)/\(path)", as: person, body) }
            let renewal = try await Self.made(
                server, "agreements/\(skara.agreementID)/renewal",
                ["period": ["start": "2025-01-01", "end": "2028-12-31"]]
            ).id
            #expect(try await act("agreements/\(renewal)/proposal").status == 200)
            #expect(try await act("agreements/\(renewal)/return", ["reason": "Fel text."]).status == 200)
            let picture = try await Self.made(server, "situational-pictures/\(skara.pictureID)/revisions", [:]).id
            #expect(
                try await act("situational-pictures/\(picture)/problems", ["text": "Mörka stråk"], as: .officerOfSkara)
                    .status == 201)
            let body: JSON = [
                "agreementId": .string(renewal), "pictureId": .string(picture), "year": 2025,
                "period": ["start": "2025-01-01", "end": "2025-12-31"],
            ]
            let plan = try await Self.made(server, "action-plans", body).id
            let promise = try await Self.made(
                server, "promises",
                [
                    "agreementId": .string(renewal), "promisor": "municipality", "text": "Ljus i parken",
                    "period": ["start": "2025-01-01", "end": "2025-12-31"],
                ]
            ).id
            let withdrawals = ["agreements/\(renewal)", "situational-pictures/\(picture)"]
            for path in withdrawals {
                let used = try await act("\(path)/withdrawal", ["reason": "Fel."])
                #expect(used.status == 409 && used.code == "documentInUse", "\(path): \(used.text)")
            }
            #expect(try await Self.discard(server, "action-plans/\(plan)").status == 204)
            let promised = try await act("agreements/\(renewal)/withdrawal", ["reason": "Fel."])
            #expect(promised.status == 409 && promised.code == "documentInUse", "\(promised.text)")
            let version = try await server.get("\(Self.base)/promises/\(promise)", as: .coordinatorOfSkara).json[
                "version"]
            #expect(
                try await server.delete(
                    "\(Self.base)/promises/\(promise)", as: .coordinatorOfSkara, version: version.int
                )
                .status == 204)
            for path in withdrawals {
                let gone = try await act("\(path)/withdrawal", ["reason": "Fel."])
                #expect(gone.status == 200, "\(path): \(gone.text)")
            }
            for (agreement, picture) in [(renewal, skara.pictureID), (skara.agreementID, picture)] {
                let refused = try await act(
                    "action-plans",
                    [
                        "agreementId": .string(agreement), "pictureId": .string(picture), "year": 2025,
                        "period": ["start": "2025-01-01", "end": "2025-12-31"],
                    ])
                #expect(refused.status == 409 && refused.code == "documentWithdrawn", "\(refused.text)")
            }
            // A picture whose revision was withdrawn can be revised again, and says so.
            let links = try await server.get(
                "\(Self.base)/situational-pictures/\(skara.pictureID)", as: .coordinatorOfSkara
            ).json["_links"]
            #expect(links["revisions"]["method"].string == "POST", "\(links)")
        }
    }

    @Test("A withdrawn plan takes no rounds and no promise's measures") func withdrawnPlan() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            func act(_ path: String, _ body: JSON = [:]) async throws -> TestServer.Response {
                try await server.post("\(Self.base)/\(path)", as: .coordinatorOfSkara, body)
            }
            let plan = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            let path = "action-plans/\(try plan.id)"
            let area = plan["priorityAreas"][0]
            let measure = try #require(
                (area["measures"].items + area["causes"].items.flatMap { $0["measures"].items }).first)
            #expect(try await act("\(path)/proposal").status == 200)
            #expect(try await act("\(path)/return", ["reason": "För tidigt."]).status == 204)
            #expect(try await act("\(path)/withdrawal", ["reason": "Fel plan."]).status == 200)
            let round = try await act(
                "\(path)/reporting-round-series", ["pattern": "halfYear", "lastAnswerDays": 30])
            #expect(round.status == 409, "\(round.text)")
            let promise = try await act(
                "promises",
                [
                    "agreementId": .string(skara.agreementID), "promisor": "municipality", "text": "Ljus i parken",
                    "period": ["start": "2021-01-01", "end": "2021-12-31"], "measureIds": [measure["id"]],
                ])
            #expect(promise.status == 422, "\(promise.text)")
        }
    }

    @Test("Moved, a follow-up stays as early as it was told, and a withdrawal is none to withdraw")
    func movedInTime() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let administrator = try server.database.administrator()
            let (wrong, right) = (try await server.measure("Gå igenom"), try await server.measure("Bjud in"))
            let told = try await server.post(
                "\(Self.base)/measures/\(wrong.id)/follow-ups", as: .coordinatorOfSkara,
                ["responsiblePartyId": .string(wrong.party), "status": "done", "period": ["start": "2020-09-01"]])
            let id = try told.json.id
            _ = try administrator.run([
                "alter table app.follow_up disable trigger user",
                "update app.follow_up set recorded_at = '2020-10-01 12:00Z' where follow_up_id = \(id)::uuid",
                "alter table app.follow_up enable trigger user",
            ])
            let moved = try await server.post(
                "\(Self.base)/measures/\(wrong.id)/follow-ups/\(id)/transfer", as: .coordinatorOfSkara,
                ["measureId": .string(right.id), "responsiblePartyId": .string(right.party), "reason": "Fel rad."])
            #expect(moved.json["transferredFromId"].string == id, "\(moved.text)")
            let days = try administrator.run([
                """
                select app.first_recorded_at(f.municipality_code, coalesce(f.corrects_follow_up_id, f.transferred_from_id),
                    f.recorded_at)::date::text as day from app.follow_up f where f.follow_up_id = \(moved.json["id"].string)::uuid
                """
            ])[0].first?["day"]
            #expect(days == "2020-10-01")
            let gone = try await server.get(
                "\(Self.base)/measures/\(wrong.id)/follow-ups/\(id)", as: .readerOfSkara
            ).json["correctedById"]
            let twice = try await server.post(
                "\(Self.base)/measures/\(wrong.id)/follow-ups/\(gone.string ?? "")/withdrawal", as: .coordinatorOfSkara,
                ["reason": "x"])
            #expect(twice.status == 409 && twice.code == "followUpAlreadyCorrected", "\(twice.text)")
        }
    }

    @Test("A draft that comes back calls parties by today's names") func renamedAfterReturn() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let measure = try await server.measure("Gå igenom")
            let plan = try await Self.made(
                server, "action-plans/\(skara.planID)/revisions",
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
            ).id
            func act(_ path: String, _ body: JSON = [:]) async throws {
                let answer = try await server.post("\(Self.base)/\(path)", as: .coordinatorOfSkara, body)
                #expect([200, 204].contains(answer.status), "\(path): \(answer.text)")
            }
            func names() async throws -> Set<String?> {
                let answer = try await server.get("\(Self.base)/action-plans/\(plan)", as: .readerOfSkara).json
                return Set(
                    answer["priorityAreas"].items.flatMap { area in
                        area["measures"].items + area["causes"].items.flatMap { $0["measures"].items }
                    }.flatMap { $0["responsibilities"].items }.map { $0["responsibleParty"] }
                        .filter { $0["id"].string == measure.party }.map { $0["name"].string })
            }
            let old = try await names()
            try await act("action-plans/\(plan)/proposal")
            try await act("responsible-parties/\(measure.party)/renaming", ["name": "Skolledare"])
            #expect(try await names() == old, "what is proposed says what was proposed")
            try await act("action-plans/\(plan)/return", ["reason": "Nytt namn."])
            #expect(try await names() == ["Skolledare"])
            try await act("action-plans/\(plan)/proposal")
            #expect(try await names() == ["Skolledare"])
        }
    }

    @Test("What is added to a draft while it is discarded is there before it or not at all") func races() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            for _ in 0..<6 {
                let plan = try await Self.made(
                    server, "action-plans/\(skara.planID)/revisions",
                    ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
                let path = "action-plans/\(try plan.id)"
                let statuses = try await withThrowingTaskGroup(of: Int?.self) { group in
                    group.addTask {
                        let gone = try await Self.discard(server, path)
                        #expect(gone.status == 204, "\(gone.text)")
                        return nil
                    }
                    for number in 0..<4 {
                        group.addTask {
                            number % 2 == 0
                                ? try await server.post(
                                    "\(Self.base)/\(path)/comments", as: .coordinatorOfSkara, ["text": "Fel år."]
                                ).status
                                : try await server.request(
                                    .POST, "\(Self.base)/\(path)/attachments?fileName=x.pdf", as: .coordinatorOfSkara,
                                    body: Array("%PDF-1.7 x".utf8), type: "application/pdf"
                                ).status
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }.compactMap { $0 }
                }
                #expect(statuses.allSatisfy { [201, 404].contains($0) }, "\(statuses)")
            }
            let left = try server.database.administrator().run([
                """
                select (select count(*) from app.comment where text = 'Fel år.') + (select count(*) from app.attachment) as n
                """
            ])[0].first?.int("n")
            #expect(left == 0)
        }
    }
}
