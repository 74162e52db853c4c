import Postgres
import TestSupport
import Testing

/// What was reported before a plan was revised: counted on within the year, left alone by the next.
@Suite struct RevisedReportingTests {
    private static let base = "/municipalities/1495"

    private func post(_ server: TestServer, _ path: String, _ body: String, _ status: Int = 201, line: Int = #line)
        async throws -> JSON
    {
        let answer = try await server.post(path, as: .coordinatorOfSkara, body)
        #expect(answer.status == status, "line \(line): \(answer.text)")
        return answer.json
    }

    /// The measure of the plan that has the lineage.
    private func measure(_ server: TestServer, _ plan: String, _ lineage: String) async throws -> JSON {
        try await server.get("\(Self.base)/measures?plan=\(plan)&limit=100", as: .readerOfSkara).json["items"].items
            .first { $0["lineageId"].string == lineage } ?? .null
    }

    @Test("A correction stands in the plan of what it corrects")
    func aCorrectionStandsInThePlanOfWhatItCorrects() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let all = try await server.get("\(Self.base)/measures?limit=100", as: .readerOfSkara).json["items"].items
            let first = try #require(all.first { $0["responsibilities"].items.count == 3 })
            let lineage = first["lineageId"].string ?? ""
            let parties = first["responsibilities"].items.compactMap { $0["responsibleParty"]["id"].string }
            let reports = "\(Self.base)/measures/\(try first.id)/follow-ups"
            let wrong = try await self.post(
                server, reports,
                #"{"responsiblePartyId":"\#(parties[0])","period":{"start":"2020-02-01"},"status":"done","quantity":1000,"unit":"st"}"#
            )
            let area = try await server.get(plan, as: .readerOfSkara).json["priorityAreas"][0].id
            let extra = try await self.post(
                server, "\(plan)/unplanned-work",
                #"{"areaId":"\#(area)","responsiblePartyId":"\#(parties[0])","period":{"start":"2020-02-01"},"text":"Extra"}"#
            )
            // The revision of the year leaves the first party out; what it reported counts on, and can still be
            // corrected.
            let revision = try await self.post(
                server, "\(plan)/revisions", #"{"year":2020,"period":{"start":"2020-03-01","end":"2020-12-31"}}"#)
            let revised = try revision.id
            let draft = try await self.measure(server, revised, lineage)
            let kept = parties.dropFirst().map { #"{"responsibleParty":{"id":"\#($0)"}}"# }.joined(separator: ",")
            #expect(
                try await server.patch(
                    "\(Self.base)/measures/\(try draft.id)", as: .coordinatorOfSkara, version: 1,
                    #"{"responsibilities":[\#(kept)]}"#
                ).status == 200)
            _ = try await self.post(
                server, "\(Self.base)/action-plans/\(revised)/adoption", #"{"adoptedBy":"Kommunstyrelsen"}"#, 200)
            #expect(try await self.measure(server, revised, lineage)["reportedQuantities"][0]["quantity"].int == 1000)
            let path = "\(Self.base)/measures/\(try draft.id)"
            _ = try await self.post(
                server, "\(path)/follow-ups/\(try wrong.id)/correction",
                #"{"period":{"start":"2020-02-01"},"status":"done","quantity":10,"unit":"st"}"#)
            #expect(try await self.measure(server, revised, lineage)["reportedQuantities"][0]["quantity"].int == 10)
            #expect(
                try await server.get("\(path)/follow-ups", as: .readerOfSkara).json["_meta"]["totalRecords"].int == 2)
            // Unplanned work of before is listed with the plan in force, and corrected where it stands.
            #expect(
                try await server.get("\(Self.base)/action-plans/\(revised)/unplanned-work", as: .readerOfSkara).json[
                    "items"
                ].items.map { $0["planId"].string } == [skara.planID])
            _ = try await self.post(
                server, "\(plan)/unplanned-work/\(try extra.id)/correction",
                #"{"period":{"start":"2020-02-01"},"text":"Extra kväll"}"#)
            // Closed, the year stays as it is, whatever next year's plan has of the measure.
            _ = try await self.post(server, "\(Self.base)/action-plans/\(revised)/closing", "{}", 200)
            let same = try await server.post(
                "\(Self.base)/action-plans/\(revised)/revisions", as: .coordinatorOfSkara,
                ["year": 2020, "period": ["start": "2020-01-01", "end": "2020-12-31"]])
            #expect(same.status == 409 && same.code == "planNotRevisable" && same.json["state"].string == "closed")
            let next =
                try await self.post(
                    server, "\(Self.base)/action-plans/\(revised)/revisions",
                    #"{"year":2021,"period":{"start":"2021-01-01","end":"2021-12-31"}}"#
                ).id
            _ = try await self.post(
                server, "\(Self.base)/action-plans/\(next)/adoption", #"{"adoptedBy":"Kommunstyrelsen"}"#, 200)
            let nextMeasure = try await self.measure(server, next, lineage)
            #expect(nextMeasure["status"].string == "noInformation" && nextMeasure["reportedQuantities"] == .array([]))
            let last =
                try await server.get("\(path)/follow-ups", as: .readerOfSkara).json["items"].items.first {
                    $0["correctedById"] == .null
                }?["id"].string ?? ""
            let late = try await server.post(
                "\(Self.base)/measures/\(try nextMeasure.id)/follow-ups/\(last)/correction",
                as: .coordinatorOfSkara,
                ["period": ["start": "2020-02-01"], "status": "done", "quantity": 999, "unit": "st"])
            #expect(late.status == 409 && late.code == "planNotAdopted", "\(late.text)")
            let works = try await server.get("\(plan)/unplanned-work", as: .readerOfSkara).json["items"].items
            let open = works.first { $0["correctedById"] == .null }?["id"].string ?? ""
            let lateWork = try await server.post(
                "\(plan)/unplanned-work/\(open)/correction", as: .coordinatorOfSkara,
                ["period": ["start": "2020-02-01"], "text": "För sent"])
            #expect(lateWork.status == 409 && lateWork.code == "planNotAdopted", "\(lateWork.text)")
            #expect(try await self.measure(server, revised, lineage)["reportedQuantities"][0]["quantity"].int == 10)
            let direct = try await server.post(
                "\(Self.base)/measures/\(try nextMeasure.id)/follow-ups", as: .coordinatorOfSkara,
                [
                    "responsiblePartyId": "\(parties[1])", "period": ["start": "2021-02-01"], "status": "ongoing",
                    "quantity": 5, "unit": "st",
                ]
            )
            #expect(direct.status == 201)
            #expect(try await self.measure(server, next, lineage)["reportedQuantities"][0]["quantity"].int == 5)
        }
    }

    @Test("Another district is told nothing of what the first reported")
    func anotherDistrictIsToldNothingOfWhatTheFirstReported() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let night = try await server.measure("Nattvandra")
            _ = try await self.post(
                server, "\(Self.base)/measures/\(night.id)/follow-ups",
                #"{"responsiblePartyId":"\#(night.party)","period":{"start":"2020-11-01"},"status":"ongoing","text":"Sagt till Västra","quantity":77,"unit":"st"}"#
            )
            // The municipality moves; its plan of the year is revised under an agreement with the new district.
            try server.database.administrator().run([
                "update app.municipality set district_code = 'ostra-skaraborg' where municipality_code = '1495'"
            ])
            let agreement =
                try await self.post(
                    server, "\(Self.base)/agreements",
                    #"{"title":"Med Östra","period":{"start":"2031-01-01"},"signatures":[{"party":"municipality","name":"Kim"},{"party":"police","name":"Vera"}]}"#
                ).id
            _ = try await self.post(server, "\(Self.base)/agreements/\(agreement)/proposal", "{}", 200)
            let revision =
                try await self.post(
                    server, "\(Self.base)/action-plans/\(skara.planID)/revisions",
                    #"{"year":2020,"period":{"start":"2020-01-01","end":"2020-12-31"},"agreementId":"\#(agreement)"}"#)[
                    "id"
                ].string ?? ""
            _ = try await self.post(
                server, "\(Self.base)/action-plans/\(revision)/adoption", #"{"adoptedBy":"Kommunstyrelsen"}"#, 200)
            let seen = try await server.get("\(Self.base)/action-plans/\(revision)", as: .headOfOtherDistrict)
            #expect(seen.status == 200 && !seen.text.contains("Sagt till") && !seen.text.contains(#""quantity":77"#))
            #expect(
                try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .headOfOtherDistrict).status
                    == 404)
        }
    }

    @Test("Parties that became one report as one in the next plan")
    func partiesThatBecameOneReportAsOneInTheNextPlan() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let all = try await server.get("\(Self.base)/measures?limit=100", as: .readerOfSkara).json["items"].items
            let measure = try #require(all.first { $0["responsibilities"].items.count == 3 })
            let (x, y, z) = (
                try measure["responsibilities"][0]["responsibleParty"].id,
                try measure["responsibilities"][1]["responsibleParty"].id,
                try measure["responsibilities"][2]["responsibleParty"].id
            )
            _ = try await self.post(
                server, "\(Self.base)/measures/\(try measure.id)/follow-ups",
                #"{"responsiblePartyId":"\#(x)","period":{"start":"2020-02-01"},"status":"done"}"#)
            let parties = "\(Self.base)/responsible-parties"
            for (from, into) in [(x, y), (y, z)] {
                _ = try await self.post(server, "\(parties)/\(from)/merger", #"{"intoId":"\#(into)"}"#, 200)
            }
            // What the first became is one step away, and stays so.
            #expect(try await server.get("\(parties)/\(x)", as: .readerOfSkara).json["mergedIntoId"].string == z)
            let revision =
                try await self.post(
                    server, "\(Self.base)/action-plans/\(skara.planID)/revisions",
                    #"{"year":2020,"period":{"start":"2020-01-01","end":"2020-12-31"}}"#
                ).id
            _ = try await self.post(
                server, "\(Self.base)/action-plans/\(revision)/adoption", #"{"adoptedBy":"Kommunstyrelsen"}"#, 200)
            let revised = try await self.measure(server, revision, measure["lineageId"].string ?? "")
            #expect(
                revised["responsibilities"].items.map { $0["responsibleParty"]["id"].string } == [z]
                    && revised["status"].string == "done")
            let administrator = try server.database.administrator()
            for statement: Statement in [
                "update app.responsible_party set merged_into_id = null where merged_into_id is not null",
                "update app.responsible_party set merged_into_id = \(x)::uuid where party_id = \(z)::uuid",
            ] {
                #expect(throws: PostgresError.self) { try administrator.run([statement]) }
            }
        }
    }
}
