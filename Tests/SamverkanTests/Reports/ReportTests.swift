import Crypto
import Foundation
import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// Reports to those who decide: generated, commented, sent once, and followed through what was decided on them.
@Suite struct ReportTests {
    private static let base = "/municipalities/1495"

    private struct Started {
        let skara: Scene.Imported
        let executive: String
        let assembly: String
        let management: String
        var plan: String { "\(base)/action-plans/\(self.skara.planID)" }
    }

    private static func started(_ server: TestServer) async throws -> Started {
        let skara = try await server.wholeDemo()
        func body(_ kind: String, _ name: String) async throws -> String {
            let made = try await server.post(
                "\(base)/bodies", as: .coordinatorOfSkara, ["kind": .string(kind), "name": .string(name)])
            #expect(made.status == 201, "\(made.text)")
            return try made.json.id
        }
        return Started(
            skara: skara, executive: try await body("municipalExecutive", "Kommunstyrelsen"),
            assembly: try await body("municipalAssembly", "Kommunfullmäktige"),
            management: try await body("policeDistrictManagement", "Ledningen för Lpo Västra Skaraborg"))
    }

    /// A draft of Skara's plan to all three.
    private static func drafted(_ server: TestServer, _ started: Started, _ more: [String: JSON] = [:]) async throws
        -> JSON
    {
        var body: [String: JSON] = [
            "planId": .string(started.skara.planID), "title": "Redovisning 2020", "preparedBy": "BRÅ-gruppen",
            "proposedDecision": "1. Kommunstyrelsen godkänner redovisningen.",
            "commentary": "Ett år i pandemins tecken.",
            "recipientIds": [.string(started.executive), .string(started.assembly), .string(started.management)],
        ]
        body.merge(more) { $1 }
        let made = try await server.post("\(base)/reports", as: .coordinatorOfSkara, .object(body))
        #expect(made.status == 201, "\(made.text)")
        return made.json
    }

    private static func sent(_ server: TestServer, _ report: JSON, on day: String = "2021-02-10") async throws -> JSON {
        let sent = try await server.post(
            "\(base)/reports/\(try report.id)/sending", as: .coordinatorOfSkara, ["sentOn": .string(day)])
        #expect(sent.status == 200 && sent.json["status"].string == "sent", "\(sent.text)")
        return sent.json
    }

    @Test("A draft holds what the plan and its follow-ups say, and every number is counted again by plain SQL")
    func everyNumberIsCountedAgain() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            let report = try await Self.drafted(server, started)
            #expect(report["content"]["figures"]["previousYear"] == .null)
            try Self.recount(server, report)
            // Nobody's name, but those who answer as units and roles.
            let text = try report["content"].text
            #expect(!text.contains("recordedBy") && !text.contains("contact"))
        }
    }

    /// Counts every number of a report again, and looks for the row of every sentence.
    static func recount(_ server: TestServer, _ report: JSON) throws {
        let administrator = try server.database.administrator()
        let content = report["content"]
        func count(_ sql: Statement) throws -> Int? { try administrator.run([sql])[0].first?.int("n") }
        let plan = content["plan"]["id"].string
        let (year, before) = (content["plan"]["year"].int, content["figures"]["previousYear"].int)
        /// Measures of a plan, or of its areas of a title, with a status.
        func measures(_ plan: Statement, area title: String?, status: String?) throws -> Int? {
            try count(
                """
                select count(*) as n from app.measure m
                join app.priority_area a on a.municipality_code = m.municipality_code and a.area_id = m.area_id
                join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
                left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id
                    and s.measure_id = m.measure_id
                where m.municipality_code = '1495' and \(plan) and (\(title)::text is null or a.title = \(title))
                    and (\(status)::text is null or coalesce(s.status, 'noInformation') = \(status))
                """)
        }
        let (this, last): (Statement, Statement) = (
            "p.plan_id = \(plan)::uuid", "p.year = \(before)::integer and p.state in ('adopted', 'closed')"
        )
        func same(_ figures: JSON, area title: String?) throws {
            #expect(figures["measures"].int == (try measures(this, area: title, status: nil)))
            #expect(figures["statuses"].items.count == 7)
            for status in figures["statuses"].items {
                let name = status["status"].string
                #expect(status["count"].int == (try measures(this, area: title, status: name)), "\(status)")
                #expect(
                    status["previous"].int == (before == nil ? nil : try measures(last, area: title, status: name)),
                    "\(title ?? "all") \(status)")
            }
            let had = before == nil ? nil : try measures(last, area: title, status: nil)
            #expect(figures["previousMeasures"].int == had)
        }
        try same(content["figures"], area: nil)
        for area in content["figures"]["areas"].items { try same(area, area: area["title"].string) }

        // Every sum is that of the year's follow-ups that count, and every follow-up that counts is there once.
        let counts: Statement = """
            from app.follow_up f join app.action_plan p on p.municipality_code = f.municipality_code and p.plan_id = f.plan_id
            where f.municipality_code = '1495' and p.year = \(year)::integer and f.status is not null and not exists (
                select from app.follow_up c where c.corrects_follow_up_id = f.follow_up_id)
            """
        let told = content["areas"].items.flatMap { $0["measures"].items }
        for measure in told {
            let sums = try administrator.run([
                """
                select f.unit, sum(f.quantity)::text as n \(counts) and f.lineage_id = \(measure["lineageId"].string)::uuid
                    and f.quantity is not null group by f.unit order by f.unit
                """
            ])[0].map { "\($0["unit"] ?? "-") \($0["n"] ?? "")" }
            let shown = measure["reported"].items.map { "\($0["unit"].string ?? "-") \($0["quantity"].int ?? -1)" }
            #expect(shown == sums, "\(measure["text"])")
        }
        let followUps = told.flatMap { $0["followUps"].items }
        #expect(
            followUps.count
                == (try count(
                    """
                    select count(*) as n \(counts) and exists (select from app.measure m
                        where m.plan_id = \(plan)::uuid and m.lineage_id = f.lineage_id)
                    """)))
        for followUp in followUps {
            let row = try administrator.run([
                "select status, text, reason from app.follow_up where follow_up_id = \(try followUp.id)::uuid"
            ])[0].first
            #expect(
                followUp["status"].string == row?["status"] && followUp["text"].string == row?["text"]
                    && followUp["reason"].string == row?["reason"])
        }
        for late in content["unreported"].items {
            let silent = try count(
                """
                select count(*) as n from app.responsibility r
                left join app.measure_status s on s.plan_id = r.plan_id and s.measure_id = r.measure_id
                where r.plan_id = \(plan)::uuid and r.party_id = \(late["responsibleParty"]["id"].string)::uuid
                    and coalesce(s.status, 'noInformation') not in ('done', 'cancelled')
                    and not exists (select from app.responsibility_status x where x.plan_id = r.plan_id
                        and x.measure_id = r.measure_id and x.party_id = r.party_id)
                """)
            #expect(late["count"].int == silent && late["measureIds"].items.count == silent)
        }
        for indicator in content["indicators"].items + content["areas"].items.flatMap({ $0["indicators"].items }) {
            let values = try administrator.run([
                """
                select v.value::text as n from app.indicator_value v where v.lineage_id = \(indicator["lineageId"].string)::uuid
                    and v.measured_on <= \(content["plan"]["period"]["end"].string)::date
                    and not exists (select from app.indicator_value c where c.corrects_value_id = v.value_id)
                order by v.measured_on
                """
            ])[0].map { $0["n"] ?? "" }
            #expect(indicator["values"].items.map { "\($0["value"].int ?? -1)" } == values)
        }
        for promise in content["promises"].items {
            let row = try administrator.run([
                """
                select p.text, (select count(*) from app.promise_outcome o where o.promise_id = p.promise_id
                    and o.state = 'approved') as n from app.promise p where p.promise_id = \(try promise.id)::uuid
                """
            ])[0].first
            #expect(promise["text"].string == row?["text"] && promise["outcomes"].items.count == row?.int("n"))
        }
        // The text to read says nothing that isn't there: what is quoted of a follow-up is one's text.
        if let next = content["nextYear"]["planId"].string {
            #expect(
                try count(
                    """
                    select count(*) as n from app.measure m where m.plan_id = \(next)::uuid and not exists (
                        select from app.measure o where o.plan_id = \(plan)::uuid and o.lineage_id = m.lineage_id)
                    """) == content["nextYear"]["new"].items.count)
        }
    }

    @Test("What people wrote stays when the content is made anew")
    func whatPeopleWroteStays() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            let area = try await server.get(started.plan, as: .readerOfSkara).json["priorityAreas"][1]
            let draft = try await Self.drafted(
                server, started,
                ["commentaries": [["areaId": area["id"], "text": "Fler vuxna ute gav lugnare kvällar."]]])
            let path = "\(Self.base)/reports/\(try draft.id)"
            #expect(draft["isOutdated"] == .bool(false) && draft["commentaries"][0]["isGone"] == .bool(false))
            let measure = try await server.measure("Nattvandra")
            let told = try await server.post(
                "\(Self.base)/measures/\(measure.id)/follow-ups", as: .coordinatorOfSkara,
                ["status": "ongoing", "period": ["start": "2020-05-01"], "text": "Lugnt."])
            #expect(told.status == 201)
            #expect(try await server.get(path, as: .coordinatorOfSkara).json["isOutdated"] == .bool(true))
            let anew = try await server.post("\(path)/generation", as: .coordinatorOfSkara, "")
            #expect(anew.status == 200 && anew.json["isOutdated"] == .bool(false), "\(anew.text)")
            #expect((try anew.json["content"].text).contains("Lugnt."))
            #expect(anew.json["commentaries"][0]["text"].string == "Fler vuxna ute gav lugnare kvällar.")

            let work = try await server.post(
                "\(started.plan)/unplanned-work", as: .coordinatorOfSkara,
                [
                    "areaId": area["id"], "responsiblePartyId": .string(measure.party), "text": "Extra kväll",
                    "period": ["start": "2020-06-12"], "quantity": 2, "unit": "kvällar",
                ])
            #expect(work.status == 201, "\(work.text)")
            // A revision within the year leaves the area out: what was said of it is kept, and stops the sending.
            let revision = try await server.post(
                "\(started.plan)/revisions", as: .coordinatorOfSkara,
                ["year": 2020, "period": ["start": "2020-01-01", "end": "2020-12-31"]])
            let revised = "\(Self.base)/action-plans/\(try revision.json.id)"
            let gone = revision.json["priorityAreas"][1]
            var version = revision.json["version"].int ?? 0
            for measure in gone["measures"].items + gone["causes"].items.flatMap({ $0["measures"].items }) {
                let dropped = try await server.post(
                    "\(Self.base)/measures/\(try measure.id)/dropping", as: .coordinatorOfSkara, ["reason": "Utgår."])
                #expect(dropped.status == 204)
                version += 1
            }
            for cause in gone["causes"].items {
                _ = try await server.delete(
                    "\(revised)/causes/\(try cause.id)", as: .coordinatorOfSkara, version: version)
                version += 1
            }
            let removed = try await server.delete(
                "\(revised)/priority-areas/\(try gone.id)", as: .coordinatorOfSkara, version: version)
            #expect(removed.status == 204, "\(removed.text)")
            let adopted = try await server.post(
                "\(revised)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
            #expect(adopted.status == 200, "\(adopted.text)")
            let outdated = try await server.post("\(path)/sending", as: .coordinatorOfSkara, "{}")
            #expect(outdated.status == 409 && outdated.code == "reportOutdated", "\(outdated.text)")
            let moved = try await server.post("\(path)/generation", as: .coordinatorOfSkara, "").json
            #expect(moved["planId"].string == (try revision.json.id))
            #expect(moved["commentaries"][0]["isGone"] == .bool(true))
            // What was done before it went is not lost.
            let dropped = moved["content"]["droppedMeasures"].items.first {
                $0["text"].string?.hasPrefix("Nattvandra") == true
            }
            #expect(
                dropped?["reason"].string == "Utgår." && (dropped?["followUps"].items.count ?? 0) >= 2,
                "\(moved["content"]["droppedMeasures"])")
            #expect(moved["content"]["unplannedWork"].items.map { $0["text"].string } == ["Extra kväll"])
            let document = try await server.get("\(path)/document", as: .readerOfSkara).text
            #expect(
                document.contains("DET HÄR UTGICK UNDER ÅRET\n– ") && document.contains("Extra kväll (")
                    && document.contains("Lugnt."))
            let refused = try await server.post("\(path)/sending", as: .coordinatorOfSkara, "{}")
            #expect(refused.status == 422 && refused.code == "areaNotInReport", "\(refused.text)")
            // Sent back as it was read it may stay; another plan's area may not come in.
            let other = moved["content"]["areas"][0]["id"]
            let kept = try await server.patch(
                path, as: .coordinatorOfSkara, version: moved["version"].int,
                ["commentaries": [["areaId": area["id"], "text": "Kvar."], ["areaId": other, "text": "Bra."]]])
            #expect(kept.status == 200 && kept.json["commentaries"].items.count == 2, "\(kept.text)")
            let foreign = try await server.patch(
                path, as: .coordinatorOfSkara, version: kept.json["version"].int,
                ["commentaries": [["areaId": revision.json["priorityAreas"][0]["causes"][0]["id"], "text": "x"]]])
            #expect(foreign.status == 422 && foreign.code == "areaNotInReport", "\(foreign.text)")
            let mended = try await server.patch(
                path, as: .coordinatorOfSkara, version: kept.json["version"].int,
                ["commentaries": [["areaId": other, "text": "Bra."]]])
            #expect(mended.json["commentaries"].items.count == 1)
            _ = try await Self.sent(server, draft)
        }
    }

    @Test("Sent once, its text is what its digest is of, and nothing in it changes afterwards")
    func sentOnce() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            let nobody = try await Self.drafted(server, started, ["recipientIds": []])
            let refused = try await server.post(
                "\(Self.base)/reports/\(try nobody.id)/sending", as: .coordinatorOfSkara, "{}")
            #expect(refused.status == 409 && refused.code == "reportWithoutRecipient")
            let draft = try await Self.drafted(server, started)
            let path = "\(Self.base)/reports/\(try draft.id)"
            for day in ["2019-12-31", "2126-01-01"] {
                let answer = try await server.post(
                    "\(path)/sending", as: .coordinatorOfSkara, ["sentOn": .string(day)])
                #expect(answer.status == 422 && answer.json["errors"][0]["pointer"].string == "/sentOn")
            }
            let early = try await server.post(
                "\(Self.base)/report-decisions", as: .coordinatorOfSkara,
                [
                    "reportId": draft["id"], "body": "Kommunstyrelsen", "date": "2021-02-24", "outcome": "decided",
                ])
            #expect(early.status == 409 && early.code == "reportNotSent", "\(early.text)")
            let before = try await server.get("\(path)/document", as: .readerOfSkara).text
            let sent = try await Self.sent(server, draft)
            let text = try await server.get("\(path)/sent-text", as: .readerOfSkara).json
            let digest = SHA256.hash(data: Data((text["text"].string ?? "").utf8)).map { String(format: "%02x", $0) }
                .joined()
            #expect(digest == sent["contentSha256"].string && text["form"].string == "v1")
            #expect(try await server.get("\(path)/document", as: .readerOfSkara).text == before)
            let again = try await server.post("\(path)/sending", as: .coordinatorOfSkara, ["sentOn": "2021-02-10"])
            #expect(again.status == 409 && again.code == "reportAlreadySent", "\(again.text)")
            for change: JSON in [["title": "Annan"], ["commentary": .null], ["recipientIds": []], ["commentaries": []]]
            {
                let answer = try await server.patch(
                    path, as: .coordinatorOfSkara, version: sent["version"].int, change)
                let isSame = change == ["commentaries": []]
                #expect(
                    isSame ? answer.status == 200 : answer.status == 409 && answer.code == "documentLocked",
                    "\(change): \(answer.text)")
            }
            let anew = try await server.post("\(path)/generation", as: .coordinatorOfSkara, "")
            #expect(anew.status == 409 && anew.code == "reportTransitionNotPossible")
            let registered = try await server.patch(
                path, as: .coordinatorOfSkara,
                version: (try await server.get(path, as: .readerOfSkara)).json["version"].int,
                ["registrationNumber": "KS 2021/14"])
            #expect(registered.status == 200 && registered.json["contentSha256"] == sent["contentSha256"])
            // A name that a body gets later is not the one it was sent to.
            let body = try await server.get("\(Self.base)/bodies/\(started.executive)", as: .readerOfSkara).json
            _ = try await server.patch(
                "\(Self.base)/bodies/\(started.executive)", as: .coordinatorOfSkara, version: body["version"].int,
                ["name": "Trygghetsnämnden"])
            let later = try await server.get(path, as: .readerOfSkara).json
            #expect(Set(later["dispatches"].items.compactMap { $0["bodyName"].string }).contains("Kommunstyrelsen"))
            #expect(try await server.get("\(path)/sent-text", as: .readerOfSkara).json == text)
        }
    }

    @Test("Remitted back it gets a new version, and what bodies decide stands beside it")
    func remittedBack() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            let draft = try await Self.drafted(server, started)
            let path = "\(Self.base)/reports/\(try draft.id)"
            let unsent = try await server.post("\(path)/revisions", as: .coordinatorOfSkara, "{}")
            #expect(unsent.status == 409 && unsent.code == "reportNotSent", "\(unsent.text)")
            _ = try await Self.sent(server, draft)
            let extract = try await server.request(
                .POST, "\(path)/attachments?fileName=protokollsutdrag.pdf", as: .coordinatorOfSkara,
                body: Array("%PDF-1.7 utdrag".utf8), type: "application/pdf")
            let decision = try await server.post(
                "\(Self.base)/report-decisions", as: .coordinatorOfSkara,
                [
                    "reportId": draft["id"], "body": "Kommunstyrelsens arbetsutskott", "date": "2021-02-24",
                    "paragraph": "§ 12", "outcome": "remittedBack", "text": "Polisens del ska fram.",
                    "attachmentId": extract.json["id"],
                ])
            #expect(decision.status == 201, "\(decision.text)")
            for (day, attachment) in [("2021-02-09", JSON.null), ("2126-01-01", .null)] {
                let wrong = try await server.post(
                    "\(Self.base)/report-decisions", as: .coordinatorOfSkara,
                    [
                        "reportId": draft["id"], "body": "KS", "date": .string(day), "outcome": "decided",
                        "attachmentId": attachment,
                    ])
                #expect(wrong.status == 422 && wrong.json["errors"][0]["pointer"].string == "/date", "\(wrong.text)")
            }
            let elsewhere = try await server.patch(
                "\(Self.base)/report-decisions/\(try decision.json.id)", as: .coordinatorOfSkara, version: 1,
                ["attachmentId": .string(started.executive)])
            #expect(elsewhere.status == 422 && elsewhere.json["errors"][0]["pointer"].string == "/attachmentId")

            let mended = try await server.patch(
                "\(Self.base)/report-decisions/\(try decision.json.id)", as: .coordinatorOfSkara, version: 1,
                ["paragraph": "§ 13"])
            #expect(mended.status == 200 && mended.json["paragraph"].string == "§ 13", "\(mended.text)")

            let second = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara, ["reason": "Återremitterad av arbetsutskottet."])
            #expect(second.status == 201 && second.json["recipientIds"].items.count == 3, "\(second.text)")
            #expect(second.json["commentary"] == draft["commentary"])
            let twice = try await server.post("\(path)/revisions", as: .coordinatorOfSkara, "{}")
            #expect(twice.status == 409 && twice.code == "reportRevisionExists")
            #expect(try await server.get(path, as: .readerOfSkara).json["status"].string == "sent")
            _ = try await Self.sent(server, second.json, on: "2021-03-10")
            let first = try await server.get(path, as: .readerOfSkara).json
            #expect(first["status"].string == "superseded" && first["decisions"][0]["outcome"].string == "remittedBack")
            let decided = try await server.post(
                "\(Self.base)/report-decisions", as: .coordinatorOfSkara,
                [
                    "reportId": second.json["id"], "body": "Kommunfullmäktige", "date": "2021-04-26",
                    "outcome": "decided",
                ])
            #expect(decided.status == 201)
            let latest = try await server.get("\(Self.base)/reports/\(try second.json.id)", as: .readerOfSkara).json
            #expect(latest["decisions"].items.count == 1)
            let dispatch = try #require(
                latest["dispatches"].items.first { $0["bodyKind"].string == "municipalAssembly" })
            let arrived = try await server.patch(
                "\(Self.base)/report-dispatches/\(try dispatch.id)", as: .coordinatorOfSkara,
                version: dispatch["version"].int,
                ["receivedOn": "2021-03-11", "registrationNumber": "KF 2021/9"])
            #expect(
                arrived.status == 200 && arrived.json["registrationNumber"].string == "KF 2021/9", "\(arrived.text)")
        }
    }

    @Test("The district reads what was sent to its management, acknowledges it once, and never sees a draft")
    func theDistrict() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            let draft = try await Self.drafted(server, started)
            let path = "\(Self.base)/reports/\(try draft.id)"
            let police: [TestServer.Person] = [.headOfDistrict, .districtReader, .officerOfSkara]
            for person in police {
                for below in ["", "/document", "/sent-text", "/attachments"] {
                    #expect(try await server.get(path + below, as: person).status == 404, "\(person) \(below)")
                }
                #expect(
                    try await server.get("\(Self.base)/reports", as: person).json["_meta"]["totalRecords"].int == 0)
            }
            let annex = try await server.request(
                .POST, "\(path)/attachments?fileName=bilaga.pdf", as: .coordinatorOfSkara,
                body: Array("%PDF-1.7 a".utf8),
                type: "application/pdf")
            let hidden = try await Self.drafted(
                server, started, ["recipientIds": [.string(started.executive)], "title": "Bara till nämnden"])
            _ = try await Self.sent(server, hidden)
            _ = try await Self.sent(server, draft)
            let minutes = try await server.request(
                .POST, "\(path)/attachments?fileName=utdrag.pdf", as: .coordinatorOfSkara,
                body: Array("%PDF-1.7 b".utf8),
                type: "application/pdf")
            _ = try await server.post(
                "\(Self.base)/report-decisions", as: .coordinatorOfSkara,
                ["reportId": draft["id"], "body": "Kommunstyrelsen", "date": "2021-02-24", "outcome": "decided"])
            for person in police {
                let seen = try await server.get(path, as: person)
                #expect(seen.status == 200, "\(person): \(seen.text)")
                #expect(seen.json["dispatches"].items.map { $0["bodyKind"].string } == ["policeDistrictManagement"])
                #expect(seen.json["decisions"] == .array([]))
                #expect(try await server.get("\(path)/document", as: person).text.hasPrefix("Redovisning 2020\n"))
                #expect(try await server.get("\(Self.base)/reports/\(try hidden.id)", as: person).status == 404)
                #expect(
                    try await server.get("\(Self.base)/attachments/\(try annex.json.id)", as: person).status == 200)
                #expect(
                    try await server.get("\(Self.base)/attachments/\(try minutes.json.id)", as: person).status == 404)
                #expect(
                    try await server.get("\(Self.base)/report-decisions", as: person).json["items"] == .array([]))
            }
            for person in [TestServer.Person.districtReader, .officerOfSkara, .coordinatorOfSkara] {
                let refused = try await server.post("\(path)/acknowledgement", as: person, "{}")
                #expect(refused.status == 403, "\(person): \(refused.text)")
            }
            let wrong = try await server.post(
                "\(path)/acknowledgement", as: .headOfDistrict, ["receivedOn": "2021-02-01"])
            #expect(wrong.status == 422 && wrong.json["errors"][0]["pointer"].string == "/receivedOn")
            let received = try await server.post(
                "\(path)/acknowledgement", as: .headOfDistrict,
                ["receivedOn": "2021-02-12", "registrationNumber": "A123.456/2021"])
            #expect(received.status == 200, "\(received.text)")
            #expect(received.json["dispatches"][0]["registrationNumber"].string == "A123.456/2021")
            #expect(received.json["_links"]["acknowledgement"] == .null)
            let again = try await server.post("\(path)/acknowledgement", as: .headOfDistrict, "{}")
            #expect(again.status == 409 && again.code == "reportAlreadyReceived", "\(again.text)")
            // Withdrawn, it is what was received all the same.
            let withdrawn = try await server.post(
                "\(path)/withdrawal", as: .coordinatorOfSkara, ["reason": "Fel år.", "withdrawnOn": "2021-03-01"])
            #expect(withdrawn.json["status"].string == "withdrawn", "\(withdrawn.text)")
            #expect(try await server.get(path, as: .headOfDistrict).json["withdrawalReason"].string == "Fel år.")
            // Handed on afterwards.
            let handed = try await server.post(
                "\(Self.base)/report-dispatches", as: .coordinatorOfSkara,
                ["reportId": hidden["id"], "bodyId": .string(started.management)])
            #expect(handed.status == 201 && handed.json["sentOn"].string != nil, "\(handed.text)")
            #expect(try await server.get("\(Self.base)/reports/\(try hidden.id)", as: .headOfDistrict).status == 200)
        }
    }

    @Test("Only adopted plans are reported on, and a body's name is its own")
    func whatIsRefused() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            let revision = try await server.post(
                "\(started.plan)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            let refused = try await server.post(
                "\(Self.base)/reports", as: .coordinatorOfSkara, ["planId": revision.json["id"], "title": "x"])
            #expect(refused.status == 409 && refused.code == "planNotAdopted", "\(refused.text)")
            let unknown = try await server.post(
                "\(Self.base)/reports", as: .coordinatorOfSkara,
                ["planId": .string(started.skara.agreementID), "title": "x"])
            #expect(
                unknown.status == 422 && unknown.json["errors"][0]["pointer"].string == "/planId", "\(unknown.text)")
            let nobody = try await server.post(
                "\(Self.base)/reports", as: .coordinatorOfSkara,
                [
                    "planId": .string(started.skara.planID), "title": "x",
                    "recipientIds": [.string(started.skara.agreementID)],
                ])
            #expect(
                nobody.status == 422 && nobody.json["errors"][0]["pointer"].string == "/recipientIds", "\(nobody.text)")
            let taken = try await server.post(
                "\(Self.base)/bodies", as: .coordinatorOfSkara,
                ["kind": "municipalExecutive", "name": "kommunstyrelsen"])
            #expect(taken.status == 409 && taken.code == "bodyNameTaken", "\(taken.text)")
            for person in [TestServer.Person.contributorOfSkara, .readerOfSkara, .auditorOfSkara] {
                let forbidden = try await server.post(
                    "\(Self.base)/reports", as: person, ["planId": .string(started.skara.planID), "title": "x"])
                #expect(forbidden.status == 403, "\(person)")
            }
            // Nothing was left of what was refused.
            #expect(
                try await server.get("\(Self.base)/reports", as: .readerOfSkara).json["_meta"]["totalRecords"].int == 0)
        }
    }

    @Test("The years beside it are the plans that stand, and what was withdrawn is in none")
    func yearsBeside() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            let path = "\(Self.base)/reports/\(try await Self.drafted(server, started).id)"
            func act(_ path: String, _ body: JSON = [:], _ status: Int = 200) async throws -> JSON {
                let answer = try await server.post(path, as: .coordinatorOfSkara, body)
                #expect(answer.status == status, "\(path): \(answer.text)")
                return answer.json
            }
            func nextYear() async throws -> JSON { try await act("\(path)/generation")["content"]["nextYear"] }
            let period: JSON = ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
            let wrong = try await act("\(started.plan)/revisions", period, 201).id
            let plans = "\(Self.base)/action-plans"
            #expect(try await nextYear() == .null)
            _ = try await act("\(plans)/\(wrong)/proposal")
            #expect(try await nextYear()["planId"].string == wrong)
            _ = try await act("\(plans)/\(wrong)/return", ["reason": "Fel text."], 204)
            _ = try await act("\(plans)/\(wrong)/withdrawal", ["reason": "Fel plan."])
            #expect(try await nextYear() == .null)
            // Proposed and withdrawn, it is in no renewal's annexes either.
            let annexes = try server.database.administrator().run([
                """
                select jsonb_path_query_array(app.canonical_annexes_v3('1495', \(started.skara.agreementID)::uuid)::jsonb,
                    '$.actionPlans[*].year')::text as years
                """
            ])[0].first?["years"]
            #expect(annexes == "[2020]")

            // The next year's plan is revised within its year, and so is this year's: the ones that stand are compared.
            let next = try await act("\(started.plan)/revisions", period, 201).id
            _ = try await act("\(plans)/\(next)/adoption", ["adoptedBy": "Kommunstyrelsen"])
            let later = try await act("\(plans)/\(next)/revisions", period, 201).id
            _ = try await act("\(plans)/\(later)/adoption", ["adoptedBy": "Kommunstyrelsen"])
            #expect(try await nextYear()["planId"].string == later)
            let late = try await act(
                "\(started.plan)/revisions", ["year": 2020, "period": ["start": "2020-01-01", "end": "2020-12-31"]], 201
            ).id
            _ = try await act("\(plans)/\(late)/adoption", ["adoptedBy": "Kommunstyrelsen"])
            let beside = try await act("\(path)/generation")
            #expect(beside["planId"].string == late && beside["content"]["nextYear"]["planId"].string == later)
            #expect(beside["content"]["nextYear"]["dropped"] == .array([]), "\(beside["content"]["nextYear"])")
            let report = try await act("\(Self.base)/reports", ["planId": .string(later), "title": "2021"], 201)
            #expect(report["content"]["figures"]["previousYear"].int == 2020)
        }
    }

    @Test("A promise that goes on keeps its outcomes, and what was settled as a whole waits for no answer")
    func promisesAndAnswers() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            func act(
                _ path: String, _ body: JSON = [:], _ status: Int = 200,
                as person: TestServer.Person = .coordinatorOfSkara
            )
                async throws -> JSON
            {
                let answer = try await server.post("\(Self.base)/\(path)", as: person, body)
                #expect(answer.status == status, "\(path): \(answer.text)")
                return answer.json
            }
            func publish(_ id: String, on day: String) async throws {
                _ = try await act("promises/\(id)/proposal")
                for person in [TestServer.Person.coordinatorOfSkara, .headOfDistrict] {
                    _ = try await act("promises/\(id)/approvals", as: person)
                }
                _ = try await act("promises/\(id)/publication", ["publishedOn": .string(day)])
            }
            let promise = try await act(
                "promises",
                [
                    "agreementId": .string(started.skara.agreementID), "promisor": "joint", "text": "Fler vuxna ute.",
                    "period": ["start": "2020-01-01", "end": "2020-12-31"],
                ], 201
            ).id
            try await publish(promise, on: "2020-02-01")
            let outcome = try await act(
                "promises/\(promise)/outcomes",
                [
                    "period": ["start": "2020-01-01", "end": "2020-12-31"], "verdict": "fulfilled",
                    "text": "Alla kvällar.",
                ], 201)
            _ = try await act("promises/\(promise)/outcomes/\(try outcome.id)/approvals", as: .headOfDistrict)
            let draft = try await Self.drafted(server, started)
            let verdict = { (json: JSON) in
                json["content"]["promises"].items.flatMap { $0["outcomes"].items }.map { $0["verdict"].string }
            }
            #expect(verdict(draft) == ["fulfilled"], "\(draft["content"]["promises"])")
            // In January it is prolonged by a version of its own.
            let prolonged = try await act(
                "promises/\(promise)/prolongation", ["end": "2021-12-31"], 201
            ).id
            try await publish(prolonged, on: "2021-01-15")
            let path = "reports/\(try draft.id)"
            #expect(verdict(try await act("\(path)/generation")) == ["fulfilled"])
            // What is told of the later version in February counts for the year that it is of.
            let more = try await act(
                "promises/\(prolonged)/outcomes",
                [
                    "period": ["start": "2020-07-01", "end": "2020-12-31"], "verdict": "partlyFulfilled",
                    "text": "Inte i november.", "reason": "För få vuxna.",
                ], 201)
            _ = try await act("promises/\(prolonged)/outcomes/\(try more.id)/approvals", as: .headOfDistrict)
            #expect(verdict(try await act("\(path)/generation")) == ["fulfilled", "partlyFulfilled"])

            let measure = try await server.measure("Gå igenom")
            func waiting() async throws -> Bool {
                let content = try await act("\(path)/generation")["content"]
                return content["unreported"].items.contains { $0["measureIds"].items.contains(.string(measure.id)) }
            }
            #expect(try await waiting())
            let told = try await server.post(
                "\(Self.base)/measures/\(measure.id)/follow-ups", as: .coordinatorOfSkara,
                ["status": "notDone", "period": ["start": "2020-09-01"], "reason": "Skolorna var stängda."])
            #expect(told.status == 201, "\(told.text)")
            #expect(try await !waiting())
            // «SVAR SAKNAS» is not written of anybody who owes none.
            let area = try await server.get(started.plan, as: .readerOfSkara).json["priorityAreas"][0]["id"]
            let twice = try await server.patch(
                "\(Self.base)/\(path)", as: .coordinatorOfSkara,
                version: try await server.get("\(Self.base)/\(path)", as: .readerOfSkara).json["version"].int,
                ["commentaries": [["areaId": area, "text": "Bra."], ["areaId": area, "text": "Dåligt."]]])
            #expect(
                twice.status == 422 && twice.json["errors"][0]["pointer"].string == "/commentaries", "\(twice.text)")
        }
    }

    @Test("What the police acknowledged is theirs, and a new version follows what it replaces")
    func acknowledgedAndReplaced() async throws {
        try await TestServer.run { server in
            let started = try await Self.started(server)
            let path = "\(Self.base)/reports/\(try await Self.drafted(server, started).id)"
            func act(_ path: String, _ body: JSON = [:], as person: TestServer.Person = .coordinatorOfSkara)
                async throws
                -> TestServer.Response
            { try await server.post(path, as: person, body) }
            func management() async throws -> JSON {
                try await server.get(path, as: .coordinatorOfSkara).json["dispatches"].items
                    .first { $0["bodyKind"].string == "policeDistrictManagement" } ?? .null
            }
            func enter(_ body: JSON) async throws -> TestServer.Response {
                let dispatch = try await management()
                return try await server.patch(
                    "\(Self.base)/report-dispatches/\(try dispatch.id)", as: .coordinatorOfSkara,
                    version: dispatch["version"].int, body)
            }
            #expect(try await act("\(path)/sending", ["sentOn": "2021-02-10"]).status == 200)
            #expect(
                try await act("\(path)/acknowledgement", ["receivedOn": "2021-02-12"], as: .headOfDistrict).status
                    == 200)
            for body: JSON in [["receivedOn": .null], ["receivedOn": "2021-02-11"], ["registrationNumber": "X"]] {
                let refused = try await enter(body)
                #expect(refused.status == 409 && refused.code == "reportAlreadyReceived", "\(body): \(refused.text)")
            }
            #expect(try await management()["receivedOn"].string == "2021-02-12")
            // Another body of the district's management gets it afterwards, and is acknowledged by itself.
            let other = try await act(
                "\(Self.base)/bodies", ["kind": "policeDistrictManagement", "name": "Polisområde Skaraborg"])
            #expect(
                try await act(
                    "\(Self.base)/report-dispatches",
                    [
                        "reportId": .string(String(path.split(separator: "/").last ?? "")), "bodyId": other.json["id"],
                    ]
                ).status == 201)
            let second = try await act("\(path)/acknowledgement", ["registrationNumber": "B 2"], as: .headOfDistrict)
            #expect(second.status == 200, "\(second.text)")
            #expect(
                second.json["dispatches"].items.map { $0["registrationNumber"].string }.sorted {
                    ($0 ?? "") < ($1 ?? "")
                }
                    == [nil, "B 2"])
            #expect(try await act("\(path)/acknowledgement", as: .headOfDistrict).status == 409)

            // Withdrawn, it can have a new version, which isn't sent before it was.
            #expect(
                try await act("\(path)/withdrawal", ["reason": "Fel bilaga.", "withdrawnOn": "2021-03-01"]).status
                    == 200)
            #expect(
                try await server.get(path, as: .coordinatorOfSkara).json["_links"]["revisions"]["method"].string
                    == "POST")
            let version = try await act("\(path)/revisions", ["reason": "Rätt bilaga."])
            #expect(version.status == 201, "\(version.text)")
            let anew = "\(Self.base)/reports/\(try version.json.id)"
            let early = try await act("\(anew)/sending", ["sentOn": "2021-02-09"])
            #expect(early.status == 422 && early.json["errors"][0]["pointer"].string == "/sentOn", "\(early.text)")
            #expect(try await act("\(anew)/sending", ["sentOn": "2021-03-02"]).status == 200)
            #expect(try await server.get(path, as: .readerOfSkara).json["status"].string == "withdrawn")
        }
    }
}
