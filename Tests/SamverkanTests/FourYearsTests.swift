import Postgres
import TestSupport
import Testing

/// Four years of Skara's agreement through the API alone, from the imported document to its renewal.
@Suite struct FourYearsTests {
    private static let base = "/municipalities/1495"

    @Test("From the import to the renewal")
    func fromTheImportToTheRenewal() async throws {
        try await TestServer.run { try await Self.live($0) }
    }

    /// The four years, for whoever needs a municipality that has lived.
    static func live(_ server: TestServer) async throws {
        let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
        let (agreement, plans) = ("\(Self.base)/agreements/\(skara.agreementID)", "\(Self.base)/action-plans")
        let plan2020 = "\(plans)/\(skara.planID)"
        func post(
            _ path: String, _ body: String, as person: TestServer.Person = .coordinatorOfSkara, _ status: Int = 200,
            line: Int = #line
        ) async throws -> JSON {
            let answer = try await server.post(path, as: person, body)
            #expect(answer.status == status, "line \(line), \(path): \(answer.text)")
            return answer.json
        }
        func plan(_ path: String) async throws -> JSON { try await server.get(path, as: .readerOfSkara).json }

        // The import put the second table's causes under its heading, a sixth area: they move to where they belong.
        var document = try await plan(plan2020)
        var version = document["version"].int ?? 0
        let areas = document["priorityAreas"].items
        #expect(areas.count == 6 && areas[5]["causes"].items.count == 3)
        for (cause, area) in zip(areas[5]["causes"].items, [1, 3, 4]) {
            let moved = try await server.patch(
                "\(plan2020)/causes/\(try cause.id)", as: .coordinatorOfSkara, version: version,
                ["areaId": areas[area]["id"]])
            #expect(moved.status == 200, "\(moved.text)")
            version += 1
            #expect(moved.header("ETag")?.hasPrefix("\"\(version).") == true)
        }
        #expect(
            try await server.delete(
                "\(plan2020)/priority-areas/\(try areas[5].id)", as: .coordinatorOfSkara, version: version
            ).status == 204)
        document = try await plan(plan2020)
        #expect(
            document["priorityAreas"].items.map {
                $0["causes"].items.reduce($0["measures"].items.count) { $0 + $1["measures"].items.count }
            } == [6, 3, 0, 1, 1])

        // Proposed, returned because something is missing, proposed again, signed by both.
        #expect(try await post("\(agreement)/proposal", "")["status"].string == "proposed")
        let signers = try await server.get(agreement, as: .headOfDistrict).json["signatures"].items
        #expect(signers.map { $0["party"].string } == ["municipality", "police"])
        let ids = signers.compactMap { $0["id"].string }
        _ = try await post(
            "\(agreement)/signatures", #"{"signatureId":"\#(ids[0])","date":"2019-12-03","place":"Skara"}"#)
        let returned = try await post("\(agreement)/return", #"{"reason":"Avtalsperioden ska stå i ingressen."}"#)
        #expect(
            returned["status"].string == "draft" && returned["signatures"][0]["date"] == .null
                && returned["returnReason"].string == "Avtalsperioden ska stå i ingressen.")
        let changed = try await server.patch(
            agreement, as: .coordinatorOfSkara, version: returned["version"].int,
            ["purpose": "Ökad trygghet 2020–2023", "preparedBy": "BRÅ-gruppen"])
        #expect(changed.status == 200 && changed.json["purpose"].string == "Ökad trygghet 2020–2023")
        _ = try await post("\(agreement)/proposal", "")
        let once = try await post(
            "\(agreement)/signatures", #"{"signatureId":"\#(ids[0])","date":"2019-12-10","place":"Skara"}"#)
        #expect(once["status"].string == "proposed")
        let signed = try await post(
            "\(agreement)/signatures",
            #"{"signatureId":"\#(ids[1])","date":"2019-12-12","place":"Skara","title":"Tf. lokalpolisområdeschef"}"#,
            as: .headOfDistrict)
        #expect(
            signed["status"].string == "signed"
                && signed["signatures"][1]["title"].string == "Tf. lokalpolisområdeschef")
        #expect(
            signed["signatures"][0]["contentSha256"].string?.count == 64
                && signed["signatures"][0]["contentSha256"] == signed["signatures"][1]["contentSha256"])
        #expect(signed["signatures"][0]["annexesSha256"] == signed["signatures"][1]["annexesSha256"])

        // What tells whether it helps, from before the first year on.
        let indicator = try await post(
            "\(plan2020)/indicators",
            #"{"name":"Anmälda brott","unit":"per 1 000 invånare","source":"Polisen","direction":"down","baseline":92,"baselineOn":"2019-12-31","target":80}"#,
            201)
        let crimes = try #require(indicator["lineageId"].string)

        // 2020 is adopted; three parties report, one of them corrects itself.
        #expect(
            try await post("\(plan2020)/adoption", #"{"adoptedBy":"Kommunstyrelsen","adoptedOn":"2020-01-15"}"#)[
                "status"
            ].string == "adopted")
        _ = try await post(
            "\(plan2020)/indicators/\(try indicator.id)/values", #"{"date":"2020-04-30","value":31}"#,
            as: .officerOfSkara, 201)
        let shared = try #require(
            document["priorityAreas"].items.flatMap { $0["causes"].items.flatMap { $0["measures"].items } }.first {
                $0["responsibilities"].items.count == 4
            })
        let lineage = try #require(shared["lineageId"].string)
        let sharedID = try #require(shared["id"].string)
        let parties = shared["responsibilities"].items.compactMap { $0["responsibleParty"]["id"].string }
        let followUps = "\(Self.base)/measures/\(sharedID)/follow-ups"
        _ = try await post(
            followUps,
            #"{"responsiblePartyId":"\#(parties[0])","period":{"start":"2020-02-01"},"status":"done","quantity":3,"unit":"nätter"}"#,
            201)
        let nine = try await post(
            followUps,
            #"{"responsiblePartyId":"\#(parties[1])","period":{"start":"2020-03-01"},"status":"ongoing","quantity":9,"unit":"nätter"}"#,
            201)
        _ = try await post(
            followUps, #"{"responsiblePartyId":"\#(parties[2])","period":{"start":"2020-03-02"},"status":"ongoing"}"#,
            201)
        _ = try await post(
            "\(followUps)/\(try nine.id)/correction",
            #"{"period":{"start":"2020-03-01"},"status":"ongoing","quantity":8,"unit":"nätter"}"#, 201)
        var measure = try await plan("\(Self.base)/measures/\(sharedID)")
        #expect(
            measure["status"].string == "ongoing"
                && measure["reportedQuantities"]
                    == .array([
                        .object(["unit": .string("nätter"), "quantity": .number(11), "approximate": .bool(false)])
                    ])
        )

        // Revised within the year: nothing that was reported is lost, and the revision takes the plan's place.
        let corrected = try await post(
            "\(plan2020)/revisions", #"{"year":2020,"period":{"start":"2020-01-01","end":"2020-12-31"}}"#, 201)
        let plan2020b = "\(plans)/\(try corrected.id)"
        let again = try await server.post(
            "\(plan2020)/revisions", as: .coordinatorOfSkara,
            ["year": 2020, "period": ["start": "2020-01-01", "end": "2020-12-31"]])
        #expect(again.status == 409 && again.code == "planRevisionExists")
        _ = try await post(
            "\(plan2020b)/measures",
            #"{"areaId":"\#(try corrected["priorityAreas"][2].id)","text":"Grannsamverkan i två nya områden","quantity":2,"unit":"områden","responsibilities":[{"responsibleParty":{"id":"\#(parties[3])"},"lead":true}]}"#,
            201)
        _ = try await post("\(plan2020b)/adoption", #"{"adoptedBy":"Kommunstyrelsen","adoptedOn":"2020-06-01"}"#)
        #expect(try await plan(plan2020)["status"].string == "superseded")
        let carried = try #require(
            try await server.get(
                "\(Self.base)/measures?plan=\(try corrected.id)&limit=100", as: .readerOfSkara
            ).json["items"].items.first { $0["lineageId"].string == lineage })
        #expect(carried["status"].string == "ongoing" && carried["reportedQuantities"][0]["quantity"].int == 11)
        let carriedPath = "\(Self.base)/measures/\(try carried.id)"
        #expect(
            try await server.get("\(carriedPath)/follow-ups", as: .readerOfSkara).json["_meta"]["totalRecords"].int == 4
        )
        let late = try await server.post(
            followUps, as: .coordinatorOfSkara, ["period": ["start": "2020-07-01"], "status": "done"])
        #expect(
            late.status == 409 && late.code == "planNotAdopted" && late.json["state"].string == "superseded"
                && late.json["possible"] == .array([]))
        for party in [parties[1], parties[2], parties[3]] {
            _ = try await post(
                "\(carriedPath)/follow-ups",
                #"{"responsiblePartyId":"\#(party)","period":{"start":"2020-11-30"},"status":"done"}"#, 201)
        }
        measure = try await plan(carriedPath)
        #expect(measure["status"].string == "done")
        #expect(try await post("\(plan2020b)/closing", #"{"closedOn":"2020-12-31"}"#)["status"].string == "closed")

        // Each year is reported to three bodies, once its end is told.
        let bodies = try await Self.bodies(server)
        let first = try await Self.reported(server, try corrected.id, 2020, bodies)
        let sentFirst = try await server.get("\(first)/sent-text", as: .readerOfSkara).text

        // 2021 to 2023: each from the one before, with a measure changed, one dropped, one new.
        var before = try corrected.id
        var counts: [[Int]] = []
        for year in 2021...2023 {
            let draft = try await post(
                "\(plans)/\(before)/revisions",
                #"{"year":\#(year),"period":{"start":"\#(year)-01-01","end":"\#(year)-12-31"}}"#, 201)
            let id = try draft.id
            let path = "\(plans)/\(id)"
            let measures = draft["priorityAreas"].items.flatMap { area in
                area["measures"].items + area["causes"].items.flatMap { $0["measures"].items }
            }
            let kept = try #require(measures.first { $0["lineageId"].string == lineage })
            let dropped = try #require(measures.first { $0["lineageId"].string != lineage })
            var version = draft["version"].int ?? 0
            let changed = try await server.patch(
                "\(Self.base)/measures/\(try kept.id)", as: .coordinatorOfSkara, version: version,
                ["target": "Minst \(year - 2010) nätter", "startsOn": "\(year)-02-01"])
            #expect(changed.status == 200, "\(changed.text)")
            version += 1
            let refused = try await server.delete(
                "\(Self.base)/measures/\(try dropped.id)", as: .coordinatorOfSkara, version: version)
            #expect(refused.status == 409 && refused.code == "measureDropNeedsReason")
            _ = try await post(
                "\(Self.base)/measures/\(try dropped.id)/dropping",
                #"{"reason":"Gav ingen effekt \#(year - 1)."}"#, 204)
            version += 1
            _ = try await post(
                "\(path)/measures",
                #"{"areaId":"\#(try draft["priorityAreas"][0].id)","text":"Ny åtgärd \#(year)"}"#, 201)
            let changes = try await plan("\(path)/changes")
            #expect(changes["predecessorId"].string == before)
            #expect(
                changes["changed"].items.count == 1
                    && changes["changed"][0]["fields"].items.map { $0["field"].string }
                        == (year == 2021 ? ["startsOn", "target"] : ["target"])
            )
            #expect(changes["changed"][0]["fields"].items.last?["after"].string == "Minst \(year - 2010) nätter")
            #expect(
                changes["dropped"].items.count == 1
                    && changes["dropped"][0]["reason"].string == "Gav ingen effekt \(year - 1).")
            #expect(changes["new"].items.map { $0["text"].string } == ["Ny åtgärd \(year)"])
            // Kept, changed and dropped are all that there was; kept, changed and new all that there is.
            let (had, has) = (try await self.measures(server, before), try await self.measures(server, id))
            counts.append([changes["kept"].items.count, had, has])
            #expect(changes["kept"].items.count + 2 == had && changes["kept"].items.count + 2 == has)
            if year == 2023 { try await Self.returnAndApprove(server, path) }
            _ = try await post("\(path)/adoption", #"{"adoptedBy":"Kommunstyrelsen","adoptedOn":"\#(year)-01-20"}"#)
            // The same indicator in each year's plan.
            let copy = try #require(draft["indicators"].items.first { $0["lineageId"].string == crimes })
            _ = try await post(
                "\(path)/indicators/\(try copy.id)/values", #"{"date":"\#(year)-12-31","value":\#(2110 - year)}"#, 201)
            _ = try await post(
                "\(Self.base)/measures/\(try kept.id)/follow-ups",
                #"{"responsiblePartyId":"\#(parties[0])","period":{"start":"\#(year)-05-01"},"status":"done","quantity":\#(year - 2017),"unit":"nätter"}"#,
                201)
            if year == 2021 { try await Self.askInRounds(server, path, try kept.id, parties) }
            if year == 2022 { try await Self.promiseTogether(server, skara.agreementID, try kept.id) }
            // A year is closed when its end has been reported.
            if year < 2023 { _ = try await post("\(path)/closing", #"{"closedOn":"\#(year + 1)-03-31"}"#) }
            let report = try await Self.reported(server, id, year, bodies)
            if year == 2022 { try await Self.remittedBack(server, report) }
            before = id
        }
        #expect(counts == [[10, 12, 12], [10, 12, 12], [10, 12, 12]])

        // Prolonged by a year, signed by both; then renewed from the same text.
        let prolongation = try await post(
            "\(agreement)/prolongations", #"{"effectiveEnd":"2024-12-31","reason":"Nytt avtal bereds under året."}"#,
            201)
        let act = "\(agreement)/prolongations/\(try prolongation.id)"
        let names = prolongation["signatures"].items.compactMap { $0["id"].string }
        #expect(names.count == 2)
        _ = try await post(
            "\(act)/signatures", #"{"signatureId":"\#(names[1])","date":"2023-11-20"}"#, as: .headOfDistrict)
        #expect(try await plan(agreement)["effectiveEnd"].string == "2023-12-31")
        #expect(
            try await post("\(act)/signatures", #"{"signatureId":"\#(names[0])","date":"2023-11-27"}"#)["status"].string
                == "signed")
        let prolonged = try await plan(agreement)
        #expect(
            prolonged["effectiveEnd"].string == "2024-12-31" && prolonged["period"]["end"].string == "2023-12-31"
                && prolonged["prolongations"].items.count == 1)
        let renewal = try await post(
            "\(agreement)/renewal",
            #"{"title":"Samverkansöverenskommelse 2025–2028","period":{"start":"2025-01-01","end":"2028-12-31"}}"#, 201)
        #expect(
            renewal["status"].string == "draft" && renewal["predecessorId"].string == skara.agreementID
                && renewal["sections"] == prolonged["sections"])
        #expect(renewal["signatures"].items.count == 2 && renewal["signatures"][0]["date"] == .null)

        // One measure through five plans of four years, with every report.
        let history = try await plan("\(carriedPath)/history")
        #expect(history["lineageId"].string == lineage)
        #expect(history["plans"].items.map { $0["year"].int } == [2020, 2020, 2021, 2022, 2023])
        #expect(history["plans"].items.map { $0["change"].string } == ["new", "kept", "changed", "changed", "changed"])
        #expect(
            history["plans"].items.map { $0["planStatus"].string } == [
                "superseded", "closed", "closed", "closed", "adopted",
            ])
        #expect(history["plans"].items.map { $0["followUps"].items.count } == [4, 3, 3, 1, 1])
        // And whether it helped.
        let last = try await plan("\(plans)/\(before)")
        let effect = try #require(last["indicators"].items.first { $0["lineageId"].string == crimes })
        let values = try await plan("\(plans)/\(before)/indicators/\(try effect.id)/values")["items"].items
        #expect(values.map { $0["value"].int } == [87, 88, 89, 31])
        #expect(effect["baseline"].int == 92 && effect["target"].int == 80)
        // What the revision took over stands once.
        #expect(history["plans"].items.map { $0["reportedQuantities"][0]["quantity"].int } == [nil, 11, 4, 5, 6])

        // What was sent in the first year is byte for byte what was sent, whatever came since: revisions, other names, a
        // merged party, a release that adds columns.
        _ = try await server.post(
            "\(Self.base)/responsible-parties/\(parties[2])/merger", as: .coordinatorOfSkara,
            ["intoId": .string(parties[3])])
        let body = try await plan("\(Self.base)/bodies/\(bodies[0])")
        _ = try await server.patch(
            "\(Self.base)/bodies/\(bodies[0])", as: .coordinatorOfSkara, version: body["version"].int,
            ["name": "Trygghetsnämnden"])
        try server.database.administrator().run(
            unsafeScript: """
                alter table app.report add column later text default 'x'; alter table app.measure add column later text default 'x';
                alter table app.follow_up add column later text default 'x'
                """)
        #expect(try await server.get("\(first)/sent-text", as: .readerOfSkara).text == sentFirst)
        #expect(try await server.get("\(first)/sent-text", as: .headOfDistrict).text == sentFirst)
    }

    /// The executive, the assembly and the district's management.
    private static func bodies(_ server: TestServer) async throws -> [String] {
        var ids: [String] = []
        for (kind, name) in [
            ("municipalExecutive", "Kommunstyrelsen"), ("municipalAssembly", "Kommunfullmäktige"),
            ("policeDistrictManagement", "Ledningen för Lpo Västra Skaraborg"),
        ] {
            let made = try await server.post(
                "\(base)/bodies", as: .coordinatorOfSkara, ["kind": .string(kind), "name": .string(name)])
            ids.append(try made.json.id)
        }
        return ids
    }

    /// A year's report, drafted and sent; what it says first, and how much it says in all.
    private static func reported(_ server: TestServer, _ plan: String, _ year: Int, _ bodies: [String]) async throws
        -> String
    {
        let made = try await server.post(
            "\(base)/reports", as: .coordinatorOfSkara,
            [
                "planId": .string(plan), "title": "Redovisning av handlingsplanen \(year)", "preparedBy": "BRÅ-gruppen",
                "proposedDecision":
                    "1. Kommunstyrelsen godkänner redovisningen.\n2. Redovisningen lämnas till kommunfullmäktige.",
                "commentary": "Arbetet har följt planen i stort.", "recipientIds": .array(bodies.map { .string($0) }),
            ])
        #expect(made.status == 201, "\(made.text)")
        try ReportTests.recount(server, made.json)
        let path = "\(base)/reports/\(try made.json.id)"
        let document = try await server.get("\(path)/document", as: .readerOfSkara).text
        // A page of A4 has some fifty lines of ninety letters.
        let lines: [Substring] = document.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            Array(repeating: line, count: max(1, (line.count + 89) / 90))
        }
        #expect(lines.count <= 4 * 50, "\(lines.count) lines")
        for heading in ["FÖRSLAG TILL BESLUT", "DET HÄR LOVADES", "DET HÄR BLEV GJORT", "DET HÄR BLEV INTE GJORT"] {
            #expect(lines.prefix(50).contains { $0.hasPrefix(heading) }, "\(heading)")
        }
        if year > 2020 {
            let figures = made.json["content"]["figures"]
            #expect(figures["previousYear"].int == year - 1 && figures["previousMeasures"].int == 12)
        }
        let sent = try await server.post(
            "\(path)/sending", as: .coordinatorOfSkara, ["sentOn": .string("\(year + 1)-02-10")])
        #expect(sent.status == 200 && sent.json["dispatches"].items.count == 3, "\(sent.text)")
        let received = try await server.post(
            "\(path)/acknowledgement", as: .headOfDistrict, ["receivedOn": .string("\(year + 1)-02-12")])
        #expect(received.status == 200, "\(received.text)")
        if year != 2022 {
            _ = try await Self.decided(server, path, "Kommunstyrelsen", "\(year + 1)-03-03", "handedOn")
            _ = try await Self.decided(server, path, "Kommunfullmäktige", "\(year + 1)-03-29", "decided")
        }
        return path
    }

    private static func decided(
        _ server: TestServer, _ report: String, _ body: String, _ day: String, _ outcome: String
    ) async throws {
        let decision = try await server.post(
            "\(base)/report-decisions", as: .coordinatorOfSkara,
            [
                "reportId": .string(String(report.suffix(36))), "body": .string(body), "date": .string(day),
                "paragraph": "§ 41", "outcome": .string(outcome),
            ])
        #expect(decision.status == 201, "\(decision.text)")
    }

    /// Remitted back, and decided in its new version.
    private static func remittedBack(_ server: TestServer, _ report: String) async throws {
        try await Self.decided(server, report, "Kommunstyrelsen", "2023-03-01", "remittedBack")
        let second = try await server.post(
            "\(report)/revisions", as: .coordinatorOfSkara, ["reason": "Polisens del saknades."])
        let path = "\(base)/reports/\(try second.json.id)"
        _ = try await server.patch(
            path, as: .coordinatorOfSkara, version: second.json["version"].int,
            ["commentary": "Arbetet har följt planen, polisens del också."])
        let sent = try await server.post("\(path)/sending", as: .coordinatorOfSkara, ["sentOn": "2023-03-15"])
        #expect(sent.json["status"].string == "sent", "\(sent.text)")
        try await Self.decided(server, path, "Kommunstyrelsen", "2023-04-05", "decided")
        let old = try await server.get(report, as: .readerOfSkara).json
        #expect(old["status"].string == "superseded" && old["decisions"][0]["outcome"].string == "remittedBack")
    }

    /// The district returns a plan, and approves what was mended.
    private static func returnAndApprove(_ server: TestServer, _ plan: String) async throws {
        _ = try await server.post("\(plan)/proposal", as: .coordinatorOfSkara, "")
        let returned = try await server.post(
            "\(plan)/return", as: .headOfDistrict, ["reason": "Polisens del av kvällarna saknas."])
        #expect(returned.status == 204, "\(returned.text)")
        let refused = try await server.post(
            "\(plan)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
        #expect(refused.status == 409 && refused.code == "planReturned")
        let draft = try await server.get(plan, as: .coordinatorOfSkara).json
        #expect(draft["returnReason"].string == "Polisens del av kvällarna saknas.")
        let mended = try await server.patch(
            plan, as: .coordinatorOfSkara, version: draft["version"].int, ["notes": "Polisen är med varje kväll."])
        #expect(mended.status == 200, "\(mended.text)")
        _ = try await server.post("\(plan)/proposal", as: .coordinatorOfSkara, "")
        let approved = try await server.post(
            "\(plan)/approvals", as: .headOfDistrict,
            ["name": "Vera Exempel", "title": "Lokalpolisområdeschef", "date": "2023-01-16"])
        #expect(approved.json["status"].string == "approved", "\(approved.text)")
        #expect(approved.json["approvals"][0]["contentSha256"].string?.count == 64)
    }

    /// A year in tertials: its end is answered on 20 January by one unit, in March by another, and by a third not at all.
    private static func askInRounds(_ server: TestServer, _ plan: String, _ measure: String, _ parties: [String])
        async throws
    {
        let made = try await server.post(
            "\(plan)/reporting-round-series", as: .coordinatorOfSkara, ["pattern": "tertial", "lastAnswerDays": 31])
        let end = made.json["reportingRounds"][2]
        #expect(end["answers"] == ["from": "2022-01-01", "until": "2022-01-31"], "\(made.text)")
        for (party, day) in [(parties[1], "2022-01-20"), (parties[2], "2022-03-14")] {
            let answer = try await server.post(
                "\(base)/measures/\(measure)/follow-ups", as: .coordinatorOfSkara,
                [
                    "responsiblePartyId": .string(party), "period": end["period"], "status": "done",
                    "reportingRoundId": end["id"],
                ])
            #expect(answer.status == 201, "\(answer.text)")
            // As if the clock had stood there.
            try server.database.administrator().run([
                "update app.follow_up set recorded_at = (\(day) || ' 12:00')::timestamptz where follow_up_id = \(try answer.json.id)::uuid"
            ])
            let shown = try await server.get(
                "\(base)/measures/\(measure)/follow-ups/\(try answer.json.id)", as: .readerOfSkara
            ).json
            #expect(shown["isLate"] == .bool(day > "2022-01-31") && shown["reportingRound"]["id"] == end["id"])
        }
        let units = try await server.get("\(base)/reporting-rounds/\(try end.id)", as: .readerOfSkara).json["units"]
            .items
        func unit(_ party: String) -> [Int?] {
            let unit = units.first { $0["responsibleParty"]["id"].string == party } ?? .null
            return [unit["answered"].int, unit["late"].int]
        }
        #expect(unit(parties[1]) == [1, 0] && unit(parties[2]) == [1, 1] && unit(parties[3])[0] == 0, "\(units)")
        let asked = try await server.get(
            "/me/measures?asOf=2022-02-15&limit=100&party=\(parties[3])", as: .coordinatorOfSkara
        )
        .json["items"].items
        #expect(asked.contains { $0["reportingRound"]["id"] == end["id"] && $0["isLate"] == .bool(true) })
    }

    /// A joint promise: nothing is published before the police have approved it, and how it came out is told by both.
    private static func promiseTogether(_ server: TestServer, _ agreement: String, _ measure: String) async throws {
        let made = try await server.post(
            "\(base)/promises", as: .coordinatorOfSkara,
            [
                "agreementId": .string(agreement), "promisor": "joint", "text": "Minst tolv nattvandringar under året.",
                "period": ["start": "2022-01-01", "end": "2022-12-31"], "measureIds": [.string(measure)],
            ])
        #expect(made.status == 201, "\(made.text)")
        let promise = "\(base)/promises/\(try made.json.id)"
        _ = try await server.post("\(promise)/proposal", as: .coordinatorOfSkara, "")
        _ = try await server.post(
            "\(promise)/approvals", as: .coordinatorOfSkara, ["body": "Kommunstyrelsen", "date": "2022-01-19"])
        let refused = try await server.post(
            "\(promise)/publication", as: .coordinatorOfSkara, ["publishedOn": "2022-02-01"])
        #expect(refused.status == 409 && refused.code == "promiseNotApproved")
        _ = try await server.post("\(promise)/approvals", as: .headOfDistrict, ["date": "2022-01-28"])
        let published = try await server.post(
            "\(promise)/publication", as: .coordinatorOfSkara, ["publishedOn": "2022-02-01"])
        #expect(published.json["status"].string == "published", "\(published.text)")
        let outcome = try await server.post(
            "\(promise)/outcomes", as: .coordinatorOfSkara,
            [
                "period": ["start": "2022-01-01", "end": "2022-12-31"], "verdict": "partlyFulfilled", "quantity": 9,
                "unit": "nattvandringar", "text": "Nio av tolv nattvandringar blev av.", "reason": "Få vuxna i höst.",
            ])
        #expect(outcome.json["status"].string == "proposed", "\(outcome.text)")
        let told = try await server.post(
            "\(promise)/outcomes/\(try outcome.json.id)/approvals", as: .headOfDistrict, "{}")
        #expect(told.json["status"].string == "approved", "\(told.text)")
    }

    private static func measures(_ server: TestServer, _ plan: String) async throws -> Int {
        try await server.get("/municipalities/1495/measures?plan=\(plan)", as: .readerOfSkara).json["_meta"][
            "totalRecords"
        ].int ?? 0
    }
}
