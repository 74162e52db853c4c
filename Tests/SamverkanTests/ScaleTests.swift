import Foundation
import Postgres
import TestSupport
import Testing

@testable import Samverkan

/// What requests cost is counted, since no load disturbs counts: rows that come, plans that are made, definers that are
/// called. The rows are the benchmark's.
@Suite struct ScaleTests {
    private static let code = "2000"
    private static let page = Page(number: 1, limit: 50)

    /// Six municipalities with plans of so many years.
    private func database(years: Int) async throws -> TestDatabase {
        let database = try await TestCluster.shared.value.database()
        let rows = try String(contentsOfFile: "\(TestCluster.root)/deploy/benchmark/data.sql", encoding: .utf8)
            .replacingOccurrences(of: ":years", with: "\(years)").replacingOccurrences(of: ":municipalities", with: "6")
        let administrator = try database.administrator()
        try administrator.run(unsafeScript: "set statement_timeout = 0")
        try administrator.run(unsafeScript: rows)
        try administrator.run(unsafeScript: "analyze")
        return database
    }

    private static let large = [
        "action_plan", "plan_summary", "priority_area", "cause", "measure", "responsibility", "follow_up",
    ]

    private static var coordinator: Caller {
        get throws { try DevelopmentIssuer.caller(role: .coordinator, municipality: Self.code, district: nil) }
    }

    private struct Request {
        let name: String
        let caller: Caller
        var scope = Database.Scope.municipality(ScaleTests.code)
        let statements: [Statement]
        var writes = false

        var isPolice: Bool { self.caller.kind == .district }
    }

    private func requests() throws -> [Request] {
        let plan = try #require(Identifier("00000000-2026-7000-8001-00000000\(Self.code)"))
        let (coordinator, head) = (try Self.coordinator, try TestServer.Person.headOfDistrict.caller)
        func pipeline(_ add: (inout Pipeline) -> Void) -> [Statement] {
            var pipeline = Pipeline()
            add(&pipeline)
            return pipeline.statements
        }
        func listed(_ filter: MeasureSQL.Filter) -> [Statement] {
            pipeline { _ = MeasureSQL.Listed(Self.code, filter, Self.page, in: &$0) }
        }
        let whole = pipeline { _ = ActionPlanSQL.Shown(Self.code, plan, in: &$0) }
        return [
            Request(name: "plan", caller: coordinator, statements: whole),
            Request(name: "list", caller: coordinator, statements: listed(.init())),
            Request(name: "list by status", caller: coordinator, statements: listed(.init(status: "ongoing"))),
            Request(name: "list by plan", caller: coordinator, statements: listed(.init(plan: plan))),
            Request(name: "list by text", caller: coordinator, statements: listed(.init(text: "insats 2"))),
            Request(name: "police plan", caller: head, statements: whole),
            Request(name: "police list", caller: head, statements: listed(.init())),
            Request(
                name: "overview", caller: head, scope: .district("vastra-skaraborg"),
                statements: pipeline { _ = DistrictSQL.Shown("vastra-skaraborg", on: nil, in: &$0) }),
        ]
    }

    private func run(_ request: Request, on connection: Connection, _ database: TestDatabase) throws -> [QueryResult] {
        let enter = Database.enter(
            request.caller, request.scope, serverKey: database.cluster.serverKey)
        return Array(try connection.run([enter] + request.statements, snapshot: !request.writes).dropFirst())
    }

    /// One more report of a party on a measure of this year.
    private func report() throws -> Statement {
        let measure = try #require(Identifier("00000001-2026-7000-8003-00000000\(Self.code)"))
        let said = FollowUp.shape.members.flatMap { $0.columns(.creation) }
        var content = Content(said, said.map { _ in .null })
        content["party_id"] = .text("00000001-0000-7000-8004-00000000\(Self.code)")
        content["period_start"] = .text("2026-05-01")
        content["period_end"] = .text("2026-05-01")
        content["status"] = .text("ongoing")
        content["text"] = .text("Genomfört enligt plan.")
        content["approximate"] = false.postgresParameter
        return FollowUpSQL.create(.municipality, Self.code, measure, .version7(), content)
    }

    /// A page reads what stands on it, however many years lie behind.
    @Test("Twenty years of plans bring a page no more rows than five")
    func twentyYearsBringAPageNoMoreRows() async throws {
        var counted: [String: [Int]] = [:]
        for years in [5, 20] {
            let database = try await self.database(years: years)
            let (municipality, police) = (
                try database.connection(as: .municipality), try database.connection(as: .police)
            )
            for request in try self.requests() {
                let results = try self.run(request, on: request.isPolice ? police : municipality, database)
                counted[request.name, default: []].append(results.reduce(0) { $0 + $1.count })
            }
            let listed = try self.run(try self.requests()[1], on: municipality, database)
            #expect(listed[0].count == 50 && listed[1].first?.int("total") == years * 30)
        }
        for (name, rows) in counted { #expect(rows[0] == rows[1] && rows[0] > 0, "\(name): \(rows)") }
    }

    /// The summaries' running totals choose the plans of any page, and the page is the one that sorting gives.
    @Test("Every page of a list is what sorting all of it gives, with what stands beside it")
    func everyPageIsWhatSortingGives() async throws {
        let database = try await self.database(years: 5)
        let connection = try database.connection(as: .municipality)
        let coordinator = try Self.coordinator
        for (filter, condition) in [
            (MeasureSQL.Filter(), "true"), (.init(status: "done"), "s.status = 'done'"),
            (.init(status: "noInformation"), "s.status is null"), (.init(text: "insats 3"), "m.text like '%insats 3%'"),
        ] {
            let all = try database.administrator().run([
                """
                select m.measure_id from app.measure m left join app.measure_status s using (municipality_code, plan_id, measure_id)
                where m.municipality_code = \(Self.code) and \(unsafeSQL: condition) order by m.plan_id desc, m.position, m.measure_id
                """
            ])[0].compactMap { $0[0] }
            for limit in [1, 7, 50] {
                var paged: [String] = []
                for number in 1...(all.count / limit + 2) {
                    var pipeline = Pipeline()
                    _ = MeasureSQL.Listed(Self.code, filter, Page(number: number, limit: limit), in: &pipeline)
                    let results = try self.run(
                        Request(name: "", caller: coordinator, statements: pipeline.statements), on: connection,
                        database)
                    let rows = results[0]
                    #expect(results[1].first?.int("total") == all.count)
                    paged += rows.compactMap { $0["id"] }
                    // Beside each measure stand its plan, its area, and who answers for it.
                    let (plans, areas) = (Set(results[6].map { $0["id"] }), Set(results[5].map { $0["id"] }))
                    let responsible = Set(results[3].map { $0["measure"] })
                    for row in rows {
                        #expect(plans.contains(row["plan"]) && areas.contains(row["area"]))
                        #expect(responsible.contains(row["id"]))
                    }
                }
                #expect(paged == all, "\(condition), pages of \(limit)")
            }
        }
    }

    /// A statement whose plan depends on its values is planned on each request.
    @Test("No statement is planned for its values, and no table is looked through from its beginning")
    func noStatementIsPlannedForItsValues() async throws {
        let database = try await self.database(years: 20)
        let administrator = try database.administrator()
        // Nobody may look into that view but here, in a database of this test's own.
        try administrator.run(
            unsafeScript: """
                grant select on pg_catalog.pg_prepared_statements to samverkan_municipality, samverkan_police;
                grant execute on function pg_catalog.pg_prepared_statement() to samverkan_municipality, samverkan_police
                """)
        let (municipality, police) = (
            try database.connection(as: .municipality), try database.connection(as: .police)
        )
        for request in try self.requests() {
            let connection = request.isPolice ? police : municipality
            for _ in 1...10 { _ = try self.run(request, on: connection, database) }
            let enter = Database.enter(
                request.caller, request.scope, serverKey: database.cluster.serverKey)
            for statement in request.statements {
                let plan = try connection.run([enter, statement.prefixed(by: "explain ")])[1].compactMap { $0[0] }
                // Tables of a few rows are read whole at any size of the others.
                let scans = plan.filter { line in Self.large.contains { line.contains("Seq Scan on \($0)") } }
                #expect(scans == [], "\(request.name): \(plan.joined(separator: "\n"))")
            }
        }
        for connection in [municipality, police] {
            let planned = try connection.run([
                "select left(statement, 80), custom_plans from pg_prepared_statements where custom_plans > 0"
            ])[0].map { "\($0[0] ?? ""): \($0[1] ?? "")" }
            #expect(planned == [])
            let kept = try connection.run(["select count(*) from pg_prepared_statements where generic_plans >= 10"])
            #expect((kept[0].first?.int(0) ?? 0) > 10)
        }
    }

    /// Definers cost more than what they ask: reading calls `enter`, and no other; a report moreover what admits it, the
    /// log, and what derives the measure's status.
    @Test("Reading calls one definer for each request, a report four")
    func readingCallsOneDefiner() async throws {
        let database = try await self.database(years: 2)
        let administrator = try database.administrator()
        try administrator.run(unsafeScript: "alter database \(database.name) set track_functions = 'all'")
        var requests = try self.requests()
        let report = Request(
            name: "report", caller: try Self.coordinator, statements: [try self.report()], writes: true)
        requests.append(report)
        do {
            let (municipality, police) = (
                try database.connection(as: .municipality), try database.connection(as: .police)
            )
            for request in requests {
                let results = try self.run(request, on: request.isPolice ? police : municipality, database)
                if request.writes { #expect(results[0].count == 1) }
            }
        }
        // Sessions hand over their counts when they end.
        var calls: [String: Int] = [:]
        for _ in 1...100 {
            let rows = try database.administrator().run([
                """
                select f.funcname, f.calls from pg_stat_user_functions f join pg_proc p on p.oid = f.funcid
                where p.prosecdef
                """
            ])[0]
            calls = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] ?? "", $0.int(1) ?? 0) })
            if calls["enter"] == requests.count, calls["derive_status"] != nil { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(
            calls == [
                "enter": requests.count, "admit_follow_up": 1, "record": 1, "derive_status": 1,
            ])
    }

    /// Each statement costs its way there and back through the database's protocol.
    @Test("A request takes few statements")
    func aRequestTakesFewStatements() throws {
        let counts = Dictionary(uniqueKeysWithValues: try self.requests().map { ($0.name, $0.statements.count) })
        #expect(
            counts == [
                "plan": 7, "list": 7, "list by status": 7, "list by plan": 7, "list by text": 7, "police plan": 7,
                "police list": 7, "overview": 6,
            ])
    }
}
