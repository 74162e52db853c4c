import Postgres
import TestSupport
import Testing

/// The district's overview against numbers counted as the superuser.
@Suite struct OverviewTests {
    private static let path = "/districts/vastra-skaraborg/overview"

    @Test("The numbers are the truths")
    func theNumbersAreTheTruths() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            // A draft beside them, which must not show.
            _ = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            let answer = try await server.get(Self.path, as: .headOfDistrict)
            #expect(answer.status == 200)
            let municipalities = answer.json["municipalities"].items
            #expect(
                municipalities.compactMap { $0["name"].string } == [
                    "Essunga", "Grästorp", "Götene", "Lidköping", "Skara", "Vara",
                ])
            let truth = try server.database.administrator().run([
                """
                select m.municipality_code, a.agreement_id, a.effective_end, p.plan_id,
                    (select count(*) from app.measure x where x.plan_id = p.plan_id),
                    (select count(distinct r.measure_id) from app.responsibility r join app.responsible_party q on q.party_id = r.party_id where r.plan_id = p.plan_id and q.kind = 'police'),
                    (select max(f.period_end) from app.follow_up f where f.plan_id = p.plan_id),
                    (select count(*) from app.measure_status s where s.plan_id = p.plan_id and s.status = 'ongoing')
                from app.municipality m
                left join app.agreement a on a.municipality_code = m.municipality_code and a.state = 'signed' and current_date between a.period_start and coalesce(a.effective_end, 'infinity')
                left join lateral (select * from app.action_plan p where p.municipality_code = m.municipality_code and p.state = 'adopted' and p.period_start <= current_date
                    order by p.period_end desc limit 1) p on true
                where m.district_code = 'vastra-skaraborg'
                """
            ])[0]
            #expect(truth.count == 6)
            for row in truth {
                let shown = try #require(municipalities.first { $0["code"].string == row[0] })
                #expect(
                    shown["agreement"]["id"].string == row[1] && shown["agreement"]["effectiveEnd"].string == row[2])
                #expect(shown["actionPlan"]["id"].string == row[3])
                #expect(shown["measures"]["total"].int == row.int(4))
                #expect(shown["measures"]["policeResponsible"].int == row.int(5))
                #expect(shown["lastFollowUpOn"].string == row[6])
                #expect(shown["measures"]["byStatus"]["ongoing"].int == row.int(7))
                let sum = shown["measures"]["byStatus"].keys.reduce(0) {
                    $0 + (shown["measures"]["byStatus"][$1].int ?? 0)
                }
                #expect(sum == row.int(4))
            }
            // Skara's agreement has expired, and its plan has ended with nothing behind it.
            let ended = municipalities.first { $0["code"].string == "1495" }?["actionPlan"] ?? .null
            #expect(ended["ended"] == .bool(true) && (ended["daysWithoutPlan"].int ?? 0) > 2_000)
            #expect(municipalities.first { $0["code"].string == "1495" }?["agreement"] == .null)
            #expect(municipalities.first { $0["code"].string == "1494" }?["measures"]["total"].int == 5)
            #expect(!answer.text.contains("Falköping"))
        }
    }

    @Test("Who may see it")
    func whoMaySeeIt() async throws {
        try await TestServer.run { server in
            #expect(try await server.get(Self.path, as: .districtReader).status == 200)
            for person in [TestServer.Person.headOfOtherDistrict, .officerOfSkara, .coordinatorOfSkara, .operator] {
                #expect(try await server.get(Self.path, as: person).status == 404, "\(person)")
            }
            #expect(try await server.get("/districts/finns-inte/overview", as: .headOfDistrict).status == 404)
            let other = try await server.get("/districts/ostra-skaraborg/overview", as: .headOfOtherDistrict).json
            #expect(other["municipalities"].items.compactMap { $0["name"].string } == ["Falköping"])
        }
    }

    @Test("Several plans of a day are summed and the last one stands when none holds")
    func severalPlansOfADayAreSummedAndTheLastOneStandsWhenNoneHolds() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let base = "/municipalities/1495"
            let other =
                try await server.post(
                    "\(base)/action-plans", as: .coordinatorOfSkara,
                    [
                        "agreementId": "\(skara.agreementID)", "year": 2021,
                        "period": ["start": "2020-12-01", "end": "2021-11-30"],
                    ]
                ).json.id
            let area =
                try await server.post(
                    "\(base)/action-plans/\(other)/priority-areas", as: .coordinatorOfSkara, ["title": "Skolor"]
                ).json.id
            _ = try await server.post(
                "\(base)/action-plans/\(other)/measures", as: .coordinatorOfSkara,
                ["areaId": "\(area)", "text": "Vandra"])
            func shown(_ day: String) async throws -> JSON {
                try await server.get("\(Self.path)?asOf=\(day)", as: .districtReader).json["municipalities"].items.first
                { $0["code"].string == "1495" } ?? .null
            }
            #expect(try await shown("2020-12-15")["actionPlans"].items.count == 1)
            _ = try await server.post(
                "\(base)/action-plans/\(other)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen", "adoptedOn": "2020-11-30"])
            let both = try await shown("2020-12-15")
            #expect(
                both["actionPlans"].items.map { $0["id"].string } == [other, skara.planID]
                    && both["actionPlan"]["id"].string == other)
            #expect(both["measures"]["total"].int == 12 && both["measures"]["byStatus"]["done"].int == 1)
            // A revision that begins later leaves its days before to the plan that it superseded.
            let revision =
                try await server.post(
                    "\(base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                    ["year": 2020, "period": ["start": "2020-08-01", "end": "2020-12-31"]]
                ).json.id
            _ = try await server.post(
                "\(base)/action-plans/\(revision)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen", "adoptedOn": "2020-07-30"])
            for (day, plan, status) in [
                ("2020-03-01", skara.planID, "superseded"), ("2020-07-31", skara.planID, "superseded"),
                ("2020-08-01", revision, "adopted"),
            ] {
                let shown = try await shown(day)["actionPlans"]
                #expect(
                    shown.items.count == 1 && shown[0]["id"].string == plan && shown[0]["status"].string == status
                        && shown[0]["ended"] == .bool(false), "\(day)")
            }
            // Closed, a plan was still the plan of its period.
            _ = try await server.post("\(base)/action-plans/\(revision)/closing", as: .coordinatorOfSkara, "{}")
            #expect(try await shown("2020-09-01")["actionPlan"]["status"].string == "closed")
            let after = try await shown("2021-12-31")
            #expect(
                after["actionPlan"]["id"].string == other && after["actionPlan"]["ended"] == .bool(true)
                    && after["actionPlan"]["daysWithoutPlan"].int == 31)
            #expect(after["measures"]["total"].int == 1)
            #expect(try await shown("2019-12-31")["actionPlan"] == .null)
            for wrong in ["asOf=igår", "asOf=2020-13-01", "asof=2020-01-01"] {
                #expect(try await server.get("\(Self.path)?\(wrong)", as: .districtReader).status == 400, "\(wrong)")
            }
        }
    }
}
