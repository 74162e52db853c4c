import Postgres
@testable import Samverkan
import TestSupport
import Testing

/// The nested plan, its adoption, and what it costs the database.
@Suite struct ActionPlanTests {
    private static let path = "/municipalities/1495/action-plans"

    @Test("Adoption happens once and by a coordinator")
    func adoptionHappensOnceAndByACoordinator() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let adoption = "\(Self.path)/\(skara.planID)/adoption"
            let body = #"{"adoptedBy":"Kommunstyrelsen","adoptedOn":"2020-01-15"}"#
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara, .auditorOfSkara, .officerOfSkara] {
                #expect(try await server.post(adoption, as: person, body).status == 403, "\(person)")
            }
            // Who doesn't see the draft is not told that there is one.
            #expect(try await server.post(adoption, as: .headOfDistrict, body).status == 404)
            #expect(
                try await server.get("\(Self.path)/\(skara.planID)", as: .readerOfSkara).json["status"].string
                    == "draft")
            for (wrong, pointer) in [
                ("{}", "/adoptedBy"), (#"{"adoptedBy":""}"#, "/adoptedBy"),
                (#"{"adoptedBy":"x","adoptedOn":"i går"}"#, "/adoptedOn"), (#"{"adoptedBy":["x"]}"#, "/adoptedBy"),
            ] {
                let answer = try await server.post(adoption, as: .coordinatorOfSkara, wrong)
                #expect(answer.status == 422 && answer.json["errors"][0]["pointer"].string == pointer)
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...10 {
                    group.addTask { try await server.post(adoption, as: .coordinatorOfSkara, body).status }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200] + Array(repeating: 409, count: 9))
            let plan = try await server.get("\(Self.path)/\(skara.planID)", as: .readerOfSkara).json
            #expect(
                plan["status"].string == "adopted" && plan["version"].int == 2
                    && plan["adoptedBy"].string == "Kommunstyrelsen")
            #expect(plan["_links"]["adoption"] == .null)
            #expect(
                try await server.post("\(Self.path)/\(skara.agreementID)/adoption", as: .coordinatorOfSkara, body)
                    .status == 404)
        }
    }

    @Test("A draft is not the polices but the officers is open")
    func aDraftIsNotThePolicesButTheOfficersIsOpen() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            // The agreement is a draft, so the district sees neither it nor the plan.
            #expect(try await server.get("\(Self.path)/\(skara.planID)", as: .districtReader).status == 404)
            #expect(
                try await server.get("/municipalities/1495/agreements/\(skara.agreementID)", as: .headOfDistrict).status
                    == 404)
            #expect(try await server.get("\(Self.path)/\(skara.planID)", as: .officerOfSkara).status == 200)
            try server.establish()
            #expect(try await server.get("\(Self.path)/\(skara.planID)", as: .districtReader).status == 200)
            #expect(try await server.get("\(Self.path)/\(skara.planID)", as: .headOfOtherDistrict).status == 404)
        }
    }

    /// Every statement of the nested plan reads by index, in a database of a real size.
    @Test("The plan is read by index range scans only")
    func thePlanIsReadByIndexRangeScansOnly() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let administrator = try server.database.administrator()
            // Many more municipalities with plans of the same size, however long that takes.
            try administrator.run(
                unsafeScript: """
                    set statement_timeout = 0;
                    insert into app.municipality (municipality_code, name, district_code) select to_char(n, 'FM0000'), 'Kommun ' || n, 'ostra-skaraborg' from generate_series(2000, 2289) n;
                    insert into app.agreement (municipality_code, agreement_id, district_code, title, period_start) select municipality_code, '01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11', district_code, 'x', '2020-01-01' from app.municipality where municipality_code >= '2000';
                    insert into app.action_plan (municipality_code, plan_id, agreement_id, year, period_start, period_end) select municipality_code, gen_random_uuid(), agreement_id, 2020, '2020-01-01', '2020-12-31' from app.agreement where municipality_code >= '2000';
                    insert into app.priority_area (municipality_code, plan_id, position, title) select municipality_code, plan_id, n, 'x' from app.action_plan, generate_series(1, 5) n where municipality_code >= '2000';
                    insert into app.cause (municipality_code, plan_id, area_id, position, text) select municipality_code, plan_id, area_id, 1, 'x' from app.priority_area where municipality_code >= '2000';
                    insert into app.measure (municipality_code, plan_id, area_id, position, text) select municipality_code, plan_id, area_id, n, 'x' from app.priority_area, generate_series(1, 6) n where municipality_code >= '2000';
                    insert into app.responsible_party (municipality_code, name, kind, form) select municipality_code, 'Enhet ' || n, 'municipality', 'unit' from app.municipality, generate_series(1, 8) n where municipality_code >= '2000';
                    insert into app.contact (municipality_code, party_id, name) select municipality_code, party_id, 'x' from app.responsible_party where municipality_code >= '2000';
                    insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, position) select distinct on (m.municipality_code, m.measure_id) m.municipality_code, m.plan_id, m.measure_id, p.party_id, 1 from app.measure m join app.responsible_party p using (municipality_code) where municipality_code >= '2000';
                    insert into app.measure_status (municipality_code, plan_id, measure_id, status, follow_up_count, latest_follow_up_id, latest_status, latest_on, latest_recorded_at)
                        select municipality_code, plan_id, measure_id, 'ongoing', 1, gen_random_uuid(), 'ongoing', '2020-05-01', now() from app.measure where municipality_code >= '2000';
                    select app.summarise_plans(municipality_code, array[plan_id]) from app.action_plan where municipality_code >= '2000';
                    """)
            // ANALYZE of a table needs a transaction of its own kind, so by statement.
            for table in [
                "municipality", "action_plan", "priority_area", "cause", "measure", "responsibility",
                "responsible_party", "contact", "measure_status",
            ] {
                try administrator.run(["analyze app.\(unsafeSQL: table)"])
            }
            let connection = try server.database.connection(as: .municipality)
            let enter = server.database.enter(try TestServer.Person.readerOfSkara.caller, municipality: "1495")
            var pipeline = Pipeline()
            _ = ActionPlanSQL.Shown("1495", try #require(Identifier(skara.planID)), in: &pipeline)
            for statement in pipeline.statements {
                // Prepared statements are planned for any value from the sixth run on; both plans must hold.
                for mode in ["force_custom_plan", "force_generic_plan"] {
                    let plan = try connection.run([
                        enter, "select set_config('plan_cache_mode', \(mode), true)",
                        statement.prefixed(by: "explain (costs off) "),
                    ])[2].compactMap { $0[0] }
                    let scans = plan.filter {
                        $0.contains("Scan") && !$0.contains("Index Scan") && !$0.contains("Index Only Scan")
                            && !$0.contains("Bitmap")
                    }
                    #expect(scans == [], "\(plan.joined(separator: "\n"))")
                    #expect(plan.contains { $0.contains("Index") })
                    let conditions = plan.filter { $0.contains("Index Cond") }
                    #expect(
                        !conditions.isEmpty && conditions.allSatisfy { $0.contains("municipality_code") },
                        "\(plan.joined(separator: "\n"))")
                }
            }
        }
    }
}
