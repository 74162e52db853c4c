import Foundation
import Postgres
import Samverkan
import TestSupport
import Testing

/// A year as municipalities live it, through the API alone: two whose years begin on different days, and what happens
/// on the way. On every first of the month the district's overview and the coordinators' waiting lists are held against
/// plain SQL.
@Suite struct YearOfTurnsTests {
    typealias Person = TestServer.Person

    /// One municipality's address, and its coordinator.
    private struct Home {
        let server: TestServer
        let code: String
        let coordinator: Person

        @discardableResult
        func post(_ path: String, _ body: String, as person: Person? = nil, _ status: Int = 200, line: Int = #line)
            async throws -> JSON
        {
            let answer = try await self.server.post(
                "/municipalities/\(self.code)/\(path)", as: person ?? self.coordinator, body)
            #expect(answer.status == status, "line \(line), \(path): \(answer.text)")
            return answer.json
        }

        func get(_ path: String, as person: Person? = nil) async throws -> JSON {
            try await self.server.get("/municipalities/\(self.code)/\(path)", as: person ?? self.coordinator).json
        }

        func make(_ path: String, _ body: String) async throws -> String {
            try await self.post(path, body, 201).id
        }

        /// Proposed and signed by both.
        func sign(_ agreement: String, on day: String) async throws {
            try await self.post("agreements/\(agreement)/proposal", "")
            for signer in try await self.get("agreements/\(agreement)")["signatures"].items {
                try await self.post(
                    "agreements/\(agreement)/signatures",
                    #"{"signatureId":"\#(try signer.id)","date":"\#(day)","place":"Skara"}"#,
                    as: signer["party"].string == "police" ? .headOfDistrict : self.coordinator)
            }
        }

        func agreement(_ period: String, rest: String = "") async throws -> String {
            try await self.make(
                "agreements",
                """
                {"title":"Samverkansöverenskommelse","period":\(period),"signatures":[
                    {"party":"municipality","name":"Alva Exempelsson","title":"Kommunstyrelsens ordförande"},
                    {"party":"police","name":"Bo Exempelsson","title":"Lokalpolisområdeschef"}]\(rest)}
                """)
        }
    }

    @Test("A year of turns")
    func aYearOfTurns() async throws {
        try await TestServer.run { server in
            let skara = Home(server: server, code: "1495", coordinator: .coordinatorOfSkara)
            let lidkoping = Home(server: server, code: "1494", coordinator: .coordinatorOfLidkoping)
            let administrator = try server.database.administrator()

            // Skara's agreement has no end, and its years begin in December. Its picture has two problems.
            let agreement = try await skara.agreement(#"{"start":"2022-12-01"}"#)
            try await skara.sign(agreement, on: "2022-11-15")
            let picture = try await skara.make("situational-pictures", #"{"title":"Lägesbild 2022"}"#)
            let litter = try await skara.make("situational-pictures/\(picture)/problems", #"{"text":"Skräp i parken"}"#)
            let dark = try await skara.make(
                "situational-pictures/\(picture)/problems", #"{"text":"Mörkt vid stationen"}"#)
            try await skara.post(
                "situational-pictures/\(picture)/establishment",
                #"{"establishedBy":"BRÅ-gruppen","establishedOn":"2022-11-01"}"#)
            let park = try await skara.make(
                "responsible-parties", #"{"name":"Parkenheten","kind":"municipality","form":"unit"}"#)
            let police = try await skara.make(
                "responsible-parties", #"{"name":"Polisen","kind":"police","form":"organisation"}"#)
            let alva = try await skara.make("responsible-parties/\(park)/contacts", #"{"name":"Alva Exempelsson"}"#)
            let plan = try await skara.make(
                "action-plans",
                """
                {"agreementId":"\(agreement)","pictureId":"\(picture)","year":2023,"period":{"start":"2022-12-01","end":"2023-11-30"}}
                """)
            let area = try await skara.make(
                "action-plans/\(plan)/priority-areas",
                #"{"title":"Trygga parker","problemIds":["\#(litter)","\#(dark)"]}"#)
            let cleaning = try await skara.make(
                "action-plans/\(plan)/measures",
                """
                {"areaId":"\(area)","text":"Plocka skräp","startsOn":"2023-04-01","endsOn":"2023-04-30","quantity":4,"unit":"dagar","responsibilities":[
                    {"responsibleParty":{"id":"\(park)"},"contact":{"id":"\(alva)"}},{"responsibleParty":{"id":"\(police)"}}]}
                """)
            #expect(
                try await skara.post(
                    "action-plans/\(plan)/adoption", #"{"adoptedBy":"Kommunstyrelsen","adoptedOn":"2022-11-20"}"#)[
                        "warnings"
                    ].items.map { $0["code"].string } == ["planNotApproved"])

            // Lidköping's years are the calendar's.
            let theirs = try await lidkoping.agreement(#"{"start":"2022-01-01","end":"2025-12-31"}"#)
            try await lidkoping.sign(theirs, on: "2021-12-10")
            let unit = try await lidkoping.make(
                "responsible-parties", #"{"name":"Fritidsenheten","kind":"municipality","form":"unit"}"#)
            func calendarPlan(_ year: Int, adopted: String) async throws -> (plan: String, measure: String) {
                let plan = try await lidkoping.make(
                    "action-plans",
                    #"{"agreementId":"\#(theirs)","year":\#(year),"period":{"start":"\#(year)-01-01","end":"\#(year)-12-31"}}"#
                )
                let area = try await lidkoping.make("action-plans/\(plan)/priority-areas", #"{"title":"Trygg kväll"}"#)
                let measure = try await lidkoping.make(
                    "action-plans/\(plan)/measures",
                    #"{"areaId":"\#(area)","text":"Öppen hall","responsibilities":[{"responsibleParty":{"id":"\#(unit)"}}]}"#
                )
                try await lidkoping.post(
                    "action-plans/\(plan)/adoption", #"{"adoptedBy":"Kommunstyrelsen","adoptedOn":"\#(adopted)"}"#)
                return (plan, measure)
            }
            let first = try await calendarPlan(2023, adopted: "2022-12-14")
            try await self.compare(server)

            // In May the park unit becomes part of another, and Alva leaves. Whoever reported for it goes on, by the
            // new name.
            let contributor = try Person.contributorOfSkara.caller
            try administrator.run([
                "update access.caller_grant set responsible_party_ids = array[\(park)::uuid] where subject = \(contributor.subject) and issuer = \(contributor.issuer)"
            ])
            let technical = try await skara.make(
                "responsible-parties", #"{"name":"Tekniska enheten","kind":"municipality","form":"unit"}"#)
            let bo = try await skara.make("responsible-parties/\(park)/contacts", #"{"name":"Bo Exempelsson"}"#)
            try await skara.post(
                "measures/\(cleaning)/contact", #"{"responsiblePartyId":"\#(park)","contactId":"\#(bo)"}"#)
            try await skara.post("responsible-parties/\(park)/merger", #"{"intoId":"\#(technical)"}"#)
            let waiting = try await server.get("/me/measures", as: .contributorOfSkara).json["items"]
            #expect(
                waiting.items.count == 1 && waiting[0]["responsibleParty"]["name"].string == "Tekniska enheten"
                    && waiting[0]["responsibleParty"]["id"].string == park)
            try await skara.post(
                "measures/\(cleaning)/follow-ups",
                #"{"responsiblePartyId":"\#(park)","period":{"start":"2023-04-15"},"status":"done","quantity":3,"unit":"dagar"}"#,
                as: .contributorOfSkara, 201)
            let adopted = try await skara.get("measures/\(cleaning)")
            #expect(
                adopted["responsibilities"][0]["contact"]["name"].string == "Bo Exempelsson"
                    && adopted["responsibilities"][0]["responsibleParty"]["name"].string == "Parkenheten")

            // The contributor leaves the municipality and is put out at once.
            try await TestCluster.run(
                "\(TestCluster.root)/.build/debug/samverkan",
                [
                    "grant", "end", contributor.issuer, contributor.subject, "--state-dir",
                    server.database.cluster.stateDirectory,
                ],
                environment: [
                    "SAMVERKAN_HOME": TestCluster.root, "SAMVERKAN_ADMIN_DATABASE_URL": server.database.adminURL,
                ])
            #expect(try await server.get("/municipalities/1495/measures", as: .contributorOfSkara).status == 404)
            #expect(try await server.get("/me", as: .contributorOfSkara).status == 403)

            // Next year's plan stands on a new picture, in which one problem is gone. Days move with the period.
            let newPicture = try await skara.post("situational-pictures/\(picture)/revisions", "", 201)
            let gone =
                newPicture["problems"].items.first { $0["text"].string == "Mörkt vid stationen" }?["id"].string ?? ""
            #expect(
                try await server.delete(
                    "/municipalities/1495/situational-pictures/\(try newPicture.id)/problems/\(gone)",
                    as: .coordinatorOfSkara, version: newPicture["version"].int
                ).status == 204)
            try await skara.post(
                "situational-pictures/\(try newPicture.id)/establishment",
                #"{"establishedBy":"BRÅ-gruppen","establishedOn":"2023-11-01"}"#)
            let next = try await skara.post(
                "action-plans/\(plan)/revisions",
                #"{"year":2024,"period":{"start":"2023-12-01","end":"2024-11-30"},"pictureId":"\#(try newPicture.id)"}"#,
                201)
            #expect(next["warnings"].items.map { $0["code"].string } == ["problemWithoutSuccessor"])
            #expect(
                next["priorityAreas"][0]["problemIds"].strings.count == 1
                    && next["priorityAreas"][0]["problemIds"].strings != [litter])
            let moved = next["priorityAreas"][0]["measures"][0]
            #expect(moved["startsOn"].string == "2024-04-01" && moved["endsOn"].string == "2024-04-30")
            #expect(moved["responsibilities"][0]["responsibleParty"]["name"].string == "Tekniska enheten")
            try await skara.post(
                "action-plans/\(try next.id)/adoption",
                #"{"adoptedBy":"Kommunstyrelsen","adoptedOn":"2023-11-28"}"#)

            // Lidköping decides in February on the plan that holds from January. Its year's end is reported on 20
            // January, while both plans are adopted; a report of the new year is none of the old plan's.
            let second = try await calendarPlan(2024, adopted: "2024-02-14")
            let january = try await server.get("/me/measures?asOf=2024-01-20", as: .coordinatorOfLidkoping).json[
                "items"
            ].items
            #expect(
                january.map { $0["planId"].string } == [first.plan, second.plan]
                    && january[0]["dueOn"].string == "2023-12-31")
            try await lidkoping.post(
                "measures/\(first.measure)/follow-ups",
                #"{"period":{"start":"2023-01-01","end":"2023-12-31"},"status":"done"}"#, 201)
            #expect(
                try await server.get("/me/measures?asOf=2024-01-20", as: .coordinatorOfLidkoping).json["items"].items
                    .map { $0["planId"].string } == [second.plan])
            try await self.compare(server)

            // A plan closed by mistake is reopened, with the reason in the log.
            try await lidkoping.post("action-plans/\(second.plan)/closing", #"{"closedOn":"2024-03-01"}"#)
            let late = try await server.post(
                "/municipalities/1494/measures/\(second.measure)/follow-ups", as: .coordinatorOfLidkoping,
                ["period": ["start": "2024-03-02"], "status": "ongoing"])
            #expect(
                late.code == "planNotAdopted"
                    && late.json["possible"] == .array([.string("reopening"), .string("revisions")]))
            try await self.compare(server)
            #expect(
                try await lidkoping.post("action-plans/\(second.plan)/reopening", #"{"reason":"Fel plan stängdes."}"#)[
                    "status"
                ].string == "adopted")
            try await lidkoping.post(
                "measures/\(second.measure)/follow-ups", #"{"period":{"start":"2024-03-02"},"status":"ongoing"}"#, 201)
            #expect(
                try administrator.run([
                    "select count(*) from audit.change where table_name = 'action_plan' and after ->> 'reopening_reason' = 'Fel plan stängdes.'"
                ])[0].first?.int(0) == 1)

            // A new agreement replaces the one without an end: it holds until the day before, and was not terminated.
            let new = try await skara.agreement(
                #"{"start":"2024-12-01","end":"2027-11-30"}"#, rest: #","predecessorId":"\#(agreement)""#)
            try await skara.sign(new, on: "2024-11-20")
            let old = try await skara.get("agreements/\(agreement)")
            #expect(
                old["effectiveEnd"].string == "2024-11-30" && old["phase"].string == "replaced"
                    && old["status"].string == "signed" && old["replacedById"].string == new)
            #expect(old["terminationReason"] == .null)

            // Lidköping's is prolonged until further notice, and then terminated to a day that comes: until then it
            // holds.
            let prolongation = try await lidkoping.post("agreements/\(theirs)/prolongations", "", 201)
            for signer in prolongation["signatures"].items {
                try await lidkoping.post(
                    "agreements/\(theirs)/prolongations/\(try prolongation.id)/signatures",
                    #"{"signatureId":"\#(try signer.id)","date":"2025-12-01"}"#,
                    as: signer["party"].string == "police" ? .headOfDistrict : nil)
            }
            let coming = try #require(administrator.run(["select app.today() + 30"])[0].first?[0])
            try await lidkoping.post(
                "agreements/\(theirs)/termination", #"{"effectiveEnd":"\#(coming)","reason":"Ny form för samverkan."}"#)
            let today = try await server.get("/districts/vastra-skaraborg/overview", as: .headOfDistrict).json
            #expect(
                today["municipalities"].items.first { $0["code"].string == "1494" }?["agreement"]["id"].string == theirs
            )
            let after = try #require(administrator.run(["select app.today() + 31"])[0].first?[0])
            let then = try await server.get("/districts/vastra-skaraborg/overview?asOf=\(after)", as: .headOfDistrict)
                .json
            #expect(then["municipalities"].items.first { $0["code"].string == "1494" }?["agreement"] == .null)
            try await self.compare(server)
        }
    }

    /// The overview and the coordinators' waiting lists on every first of the month, against SQL as the superuser.
    private func compare(_ server: TestServer, line: Int = #line) async throws {
        let administrator = try server.database.administrator()
        for month in 0..<30 {
            let day = "\(2022 + (month + 10) / 12)-\(String(format: "%02d", (month + 10) % 12 + 1))-01"
            let overview = try await server.get("/districts/vastra-skaraborg/overview?asOf=\(day)", as: .headOfDistrict)
                .json
            #expect(overview["asOf"].string == day)
            for code in ["1494", "1495"] {
                let shown = try #require(overview["municipalities"].items.first { $0["code"].string == code })
                let truth = try #require(
                    administrator.run([
                        """
                        with plan as (
                            select * from app.action_plan p where p.municipality_code = \(code) and p.state in ('adopted', 'closed') and p.period_start <= \(day)::date
                        ), chosen as (
                            select * from plan where period_end >= \(day)::date
                            union
                            (select * from plan where not exists (select from plan where period_end >= \(day)::date) order by period_end desc limit 1)
                        )
                        select (select string_agg(plan_id::text, ' ' order by plan_id) from chosen),
                            (select bool_or(period_end < \(day)::date) from chosen), (select max(\(day)::date - period_end) from chosen where period_end < \(day)::date),
                            (select count(*) from app.measure m where m.plan_id in (select plan_id from chosen)),
                            (select count(*) from app.measure_status s where s.plan_id in (select plan_id from chosen) and s.status = 'done'),
                            (select agreement_id from app.agreement a where a.municipality_code = \(code) and a.state in ('signed', 'terminated')
                                and \(day)::date between a.period_start and coalesce(a.effective_end, 'infinity'))
                        """
                    ])[0].first)
                let plans = shown["actionPlans"].items
                #expect(
                    plans.compactMap { $0["id"].string }.sorted().joined(separator: " ") == truth[0] ?? "",
                    "line \(line), \(code), \(day)")
                #expect(shown["actionPlan"] == (plans.first ?? .null))
                #expect(
                    plans.contains { $0["ended"] == .bool(true) } == truth.bool(1)
                        && plans.first?["daysWithoutPlan"].int == truth.int(2), "line \(line), \(code), \(day)")
                #expect(
                    shown["measures"]["total"].int == truth.int(3)
                        && shown["measures"]["byStatus"]["done"].int == truth.int(4), "line \(line), \(code), \(day)")
                #expect(shown["agreement"]["id"].string == truth[5], "line \(line), \(code), \(day)")
                let person: Person = code == "1495" ? .coordinatorOfSkara : .coordinatorOfLidkoping
                let waiting = try await server.get("/me/measures?asOf=\(day)&limit=100", as: person).json["items"].items
                let rows = try administrator.run([
                    """
                    select r.measure_id || ' ' || r.party_id from app.responsibility r
                    join app.action_plan p using (municipality_code, plan_id) join app.measure m using (municipality_code, plan_id, measure_id)
                    left join app.responsibility_status s using (municipality_code, plan_id, measure_id, party_id)
                    left join app.measure_status w using (municipality_code, plan_id, measure_id)
                    where r.municipality_code = \(code) and p.state = 'adopted' and p.period_start <= \(day)::date
                      and coalesce(s.status, 'ongoing') in ('notStarted', 'ongoing') and coalesce(w.stated_status, 'ongoing') in ('notStarted', 'ongoing')
                    order by coalesce(m.ends_on, p.period_end), p.plan_id, m.position, r.position
                    """
                ])[0]
                #expect(
                    waiting.map { "\($0["measureId"].string ?? "") \($0["responsibleParty"]["id"].string ?? "")" }
                        == rows.compactMap { $0[0] }, "line \(line), \(code), \(day)")
            }
        }
    }
}
