import Foundation
import NIOHTTP1
import Postgres
import Samverkan
import TestSupport
import Testing

/// The database is there and does not answer, or not everything: requests are answered all the same.
@Suite struct SilentDatabaseTests {
    private static let base = "/municipalities/1495"

    /// A PostgreSQL of the test's own with the service's schema and the cast, and the server on it.
    private func run(
        _ change: @escaping @Sendable (inout Settings) -> Void,
        _ body: @Sendable (TestServer, _ state: String) async throws -> Void
    ) async throws {
        let cluster = try await TestCluster.shared.value
        let state = "/tmp/samverkan-silent-\(UUID().uuidString.prefix(8))"
        let script = "\(TestCluster.root)/deploy/cluster"
        try await TestCluster.run(script, ["start", state])
        let settings = Dictionary(
            uniqueKeysWithValues: try String(contentsOfFile: "\(state)/settings.env", encoding: .utf8).split(
                separator: "\n"
            ).map { line in
                let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
                return (parts[0], parts[1])
            })
        let program = "\(TestCluster.root)/.build/debug/samverkan"
        try await TestCluster.run(
            program, ["migrate", "--state-dir", state],
            environment: ["SAMVERKAN_HOME": TestCluster.root, "SAMVERKAN_ALLOW_OLD_POSTGRESQL": "yes"])
        let administrator = try Connection(ConnectionSettings(url: settings["SAMVERKAN_ADMIN_DATABASE_URL"] ?? ""))
        try administrator.run(
            unsafeScript: try String(contentsOfFile: "\(TestCluster.root)/sql/demo/cast.sql", encoding: .utf8))
        do {
            try await TestServer.run(
                database: try cluster.database(),
                change: { set in
                    set.databaseURL = settings["SAMVERKAN_DATABASE_URL"] ?? ""
                    set.passwords = [
                        .municipality: settings["SAMVERKAN_MUNICIPALITY_PASSWORD"] ?? "",
                        .district: settings["SAMVERKAN_POLICE_PASSWORD"] ?? "",
                        .operator: settings["SAMVERKAN_OPERATOR_PASSWORD"] ?? "",
                    ]
                    set.serverKey = settings["SAMVERKAN_SERVER_KEY"] ?? ""
                    change(&set)
                }
            ) { try await body($0, state) }
        } catch {
            try await TestCluster.run(script, ["remove", state])
            throw error
        }
        try await TestCluster.run(script, ["remove", state])
    }

    private static func signal(_ name: String, _ state: String) async throws {
        // All of PostgreSQL's processes: children first when they are stopped, last when they go on.
        try await TestCluster.run(
            "/bin/sh",
            [
                "-c",
                "first=$(head -n 1 '\(state)/cluster/data/postmaster.pid'); kill -\(name) $first; pkill -\(name) -P $first",
            ])
    }

    private static func administrator(_ state: String) throws -> Connection {
        let text = try String(contentsOfFile: "\(state)/settings.env", encoding: .utf8)
        return try Connection(
            ConnectionSettings(
                url: text.split(separator: "\n").first { $0.hasPrefix("SAMVERKAN_ADMIN_DATABASE_URL=") }.map {
                    String($0.dropFirst(29))
                } ?? ""))
    }

    private static func party(_ server: TestServer, _ name: String) async throws -> TestServer.Response {
        try await server.post(
            "\(Self.base)/responsible-parties", as: .coordinatorOfSkara,
            ["name": "\(name)", "kind": "municipality", "form": "unit"])
    }

    private static func untilReady(_ server: TestServer, _ status: Int) async throws {
        for _ in 1...600 {
            if try await server.admin("/health/ready").status == status { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("/health/ready did not become \(status)")
    }

    @Test("A frozen database leaves no request unanswered and nothing is carried out afterwards")
    func aFrozenDatabaseLeavesNoRequestUnansweredAndNothingIsCarriedOutAfterwards() async throws {
        try await self.run({
            $0.requestSeconds = 2
            $0.queueSeconds = 1
        }) { server, state in
            #expect(try await Self.party(server, "Före").status == 201)
            try await Self.signal("STOP", state)
            let answers: [TestServer.Response]
            do {
                answers = try await withThrowingTaskGroup(of: TestServer.Response.self) { group in
                    for number in 1...12 {
                        group.addTask { try await Self.party(server, "Fryst \(number)") }
                        group.addTask { try await server.get(Self.base, as: .readerOfSkara) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                try await Self.untilReady(server, 503)
            } catch {
                try await Self.signal("CONT", state)
                throw error
            }
            try await Self.signal("CONT", state)
            #expect(answers.count == 24)
            for answer in answers {
                #expect(
                    answer.status == 503 && ["databaseUnavailable", "overloaded"].contains(answer.code ?? "")
                        && answer.header("Retry-After") != nil, "\(answer.text)")
            }
            try await Self.untilReady(server, 200)
            #expect(try await Self.party(server, "Efter").status == 201)
            let names = try Self.administrator(state).run([
                "select string_agg(name, ',' order by name) from app.responsible_party"
            ])[0].first?[0]
            #expect(names == "Efter,Före")
        }
    }

    /// Commits wait for a standby that isn't there; who reads does not wait with them.
    @Test("A lost standby holds up writers only")
    func aLostStandbyHoldsUpWritersOnly() async throws {
        try await self.run({
            $0.requestSeconds = 3
            $0.queueSeconds = 1
        }) { server, state in
            try Self.administrator(state).run(["alter system set synchronous_standby_names = '*'"])
            try Self.administrator(state).run(["select pg_reload_conf()"])
            let writing = (1...6).map { number in Task { try await Self.party(server, "Väntar \(number)") } }
            let watcher = try Self.administrator(state)
            for _ in 1...500
            where try watcher.run(["select count(*) from pg_stat_activity where wait_event = 'SyncRep'"])[0].first?.int(
                0) ?? 0 < 2
            { try await Task.sleep(for: .milliseconds(10)) }
            for _ in 1...20 { #expect(try await server.get(Self.base, as: .readerOfSkara).status == 200) }
            for writer in writing {
                let answer = try await writer.value
                #expect(answer.status == 503)
                // Whether it was carried out is said only where it isn't known.
                if answer.json["detail"].string?.contains("not known") == true {
                    #expect(answer.code == "databaseUnavailable")
                }
            }
            try watcher.run(["alter system reset synchronous_standby_names"])
            try watcher.run(["select pg_reload_conf()"])
            #expect(try await Self.party(server, "Igen").status == 201)
        }
    }

    /// An administrator's lock holds up those only who need what it locks, and them not for long.
    @Test("A locked table is refused and the others are read")
    func aLockedTableIsRefusedAndTheOthersAreRead() async throws {
        try await TestServer.run { server in
            let administrator = try server.database.administrator()
            try administrator.run(
                unsafeScript:
                    "set idle_in_transaction_session_timeout = 0; begin; lock table app.responsible_party in access exclusive mode"
            )
            let locked = (1...8).map { number in Task { try await Self.party(server, "Låst \(number)") } }
            for _ in 1...20 {
                #expect(try await server.get("/municipalities/1494", as: .coordinatorOfLidkoping).status == 200)
            }
            for task in locked {
                let answer = try await task.value
                #expect(
                    answer.status == 503 && answer.code == "overloaded" && answer.header("Retry-After") != nil,
                    "\(answer.text)")
            }
            try administrator.run(unsafeScript: "rollback")
            #expect(try await Self.party(server, "Fri").status == 201)
        }
    }

    /// A full disk, no memory, an error of the disk: for the operator to mend, and to be tried again.
    @Test("What the database lacks is no fault of the servers", arguments: ["53100", "53200", "53400", "58030"])
    func whatTheDatabaseLacksIsNoFaultOfTheServers(_ state: String) async throws {
        try await TestServer.run { server in
            try server.database.administrator().run(
                unsafeScript: """
                    create function app.planted() returns trigger language plpgsql as $$ begin raise exception 'planted' using errcode = '\(state)'; end $$;
                    create trigger planted before insert on app.responsible_party for each row execute function app.planted();
                    """)
            let answer = try await Self.party(server, "Full")
            #expect(
                answer.status == 503 && answer.code == "databaseUnavailable" && answer.header("Retry-After") == "10",
                "\(answer.text)")
            #expect(!answer.text.contains("planted"))
            #expect(
                try await server.admin("/metrics").text.contains(
                    #"samverkan_database_failures_total{kind="\#(state)"} 1"#))
        }
    }

    @Test("An older schema is not served")
    func anOlderSchemaIsNotServed() async throws {
        let cluster = try await TestCluster.shared.value
        let database = try cluster.database()
        try await TestServer.run(database: database) { server in
            #expect(try await server.admin("/health/ready").status == 200)
            try database.administrator().run(
                unsafeScript:
                    "create or replace function access.schema_version() returns text language sql stable parallel restricted as $$ select '0012_idempotency'::text $$"
            )
            let ready = try await server.admin("/health/ready")
            #expect(ready.status == 503 && ready.text.contains("0012_idempotency"))
        }
        await #expect(throws: SettingsError.self) { try await TestServer.run(database: database) { _ in } }
        try database.administrator().run(unsafeScript: "drop function access.schema_version()")
        await #expect(throws: SettingsError.self) { try await TestServer.run(database: database) { _ in } }
    }

    /// A value in the context's parameter would be everybody's context.
    @Test("A database in which everybody would have a context is not served")
    func aDatabaseInWhichEverybodyWouldHaveAContextIsNotServed() async throws {
        let database = try await TestCluster.shared.value.database()
        try database.administrator().run(
            unsafeScript: "alter database \(database.name) set backtrace_functions = '0,1495,'")
        await #expect(throws: SettingsError.self) { try await TestServer.run(database: database) { _ in } }
        try database.administrator().run(unsafeScript: "alter database \(database.name) reset backtrace_functions")
        try await TestServer.run(database: database) { server in
            let me = try await server.get("/me", as: .coordinatorOfSkara)
            #expect(me.status == 200)
        }
    }
}
