import Foundation
import Postgres
import Samverkan
import TestSupport
import Testing

/// Behind PgBouncer in transaction mode, where every transaction may have another of a few sessions.
@Suite struct PoolerTests {
    /// A PgBouncer before a database, with two sessions for each login.
    private static func pooled(
        _ database: TestDatabase, _ body: @Sendable (_ url: String) async throws -> Void
    ) async throws {
        let folder = NSTemporaryDirectory() + "samverkan-pooler-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let port = try Self.freePort()
        let cluster = database.cluster
        let server = database.url.split(separator: "/")[1].split(separator: ":")
        try """
        [databases]
        \(database.name) = host=\(server[0]) port=\(server[1])
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = \(port)
        unix_socket_dir =
        auth_type = scram-sha-256
        auth_file = \(folder)/users.txt
        pool_mode = transaction
        default_pool_size = 2
        pidfile = \(folder)/pid
        """.write(toFile: "\(folder)/pgbouncer.ini", atomically: true, encoding: .utf8)
        try cluster.passwords.map { "\"\($0.key.login)\" \"\($0.value)\"\n" }.joined().write(
            toFile: "\(folder)/users.txt", atomically: true, encoding: .utf8)
        // It doesn't run as root, and reads its files as who it becomes.
        try await TestCluster.run("/bin/chmod", ["-R", "a+rwX", folder])
        var arguments = ["-q", "\(folder)/pgbouncer.ini"]
        if getuid() == 0 { arguments = ["-u", "postgres"] + arguments }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/sbin/pgbouncer")
        process.arguments = arguments
        try process.run()
        defer {
            // It has the signals of the thread that started it, where the softer ones are kept back.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let url = "postgresql://127.0.0.1:\(port)/\(database.name)"
        var isThere = false
        for _ in 0..<100 where !isThere {
            try await Task.sleep(for: .milliseconds(50))
            let settings = ConnectionSettings(
                url: url, user: "samverkan_police", password: cluster.passwords[.district], isPooled: true)
            isThere = (try? Connection(settings)) != nil
        }
        try #require(isThere)
        try await body(url)
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(descriptor, $0, length)
                _ = getsockname(descriptor, $0, &length)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    @Test("The service works behind PgBouncer in transaction mode, and everybody sees their own")
    func itWorksBehindAPooler() async throws {
        let cluster = try await TestCluster.shared.value
        let database = try cluster.database()
        try await Self.pooled(database) { url in
            try await TestServer.run(database: database) { settings in
                settings.databaseURL = url
                settings.isPooled = true
                settings.poolSize = 6
            } _: { server in
                _ = try await server.adoptedSkara()
                _ = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
                let (measure, _) = try await server.measure("Nattvandra")
                let plans = [
                    "1495": try await server.get("/municipalities/1495/measures?limit=100", as: .readerOfSkara).text,
                    "1494": try await server.get(
                        "/municipalities/1494/measures?limit=100", as: .coordinatorOfLidkoping
                    ).text,
                ]
                #expect(plans["1495"] != plans["1494"] && plans.values.allSatisfy { $0.contains("\"text\"") })
                // More at once than there are sessions, of several people: nothing of one transaction is in the next.
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<120 {
                        group.addTask {
                            switch number % 4 {
                            case 0:
                                let answer = try await server.post(
                                    "/municipalities/1495/measures/\(measure)/follow-ups", as: .coordinatorOfSkara,
                                    #"{"period":{"start":"2020-02-0\#(1 + number % 9)"},"status":"ongoing"}"#)
                                #expect(answer.status == 201, "\(answer.text)")
                            case 1:
                                let answer = try await server.get(
                                    "/municipalities/1494/measures?limit=100", as: .coordinatorOfLidkoping)
                                #expect(answer.text == plans["1494"])
                            case 2:
                                let answer = try await server.get(
                                    "/municipalities/1495/measures?limit=100", as: .coordinatorOfLidkoping)
                                #expect(answer.status == 404)
                            default:
                                // What is refused leaves nothing of itself in the session either.
                                let answer = try await server.post(
                                    "/municipalities/1495/measures/\(measure)/follow-ups", as: .coordinatorOfSkara,
                                    #"{"period":{"start":"1999-02-01"},"status":"ongoing"}"#)
                                #expect(answer.status == 422, "\(answer.text)")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                let reported = try await server.get(
                    "/municipalities/1495/measures/\(measure)/follow-ups?limit=1", as: .readerOfSkara)
                #expect(reported.json["_meta"]["totalRecords"].int == 30)
                let ready = try await server.admin("/health/ready")
                #expect(ready.text == "ready\n")
            }
            // As if it were PostgreSQL's own address it doesn't start.
            await #expect(throws: PostgresError.self) {
                try await TestServer.run(database: database) { settings in
                    settings.databaseURL = url
                } _: { _ in
                }
            }
        }
        try cluster.drop(database)
    }

    @Test("What a pooled session is set to holds for its transaction only")
    func settingsHoldForATransaction() async throws {
        let database = try await TestCluster.shared.value.database()
        try await Self.pooled(database) { url in
            func connection(timeout: Int) throws -> Connection {
                try Connection(
                    ConnectionSettings(
                        url: url, user: "samverkan_police", password: database.cluster.passwords[.district],
                        statementTimeout: timeout, isPooled: true))
            }
            let asked: Statement = "select current_setting('statement_timeout'), current_setting('plan_cache_mode')"
            // Two sessions are there; of six connections each has its own settings in all of them.
            let connections = try (1...6).map { try connection(timeout: $0 * 1_000) }
            for _ in 0..<5 {
                for (number, connection) in connections.enumerated() {
                    for snapshot in [false, true] {
                        let row = try connection.run([asked], snapshot: snapshot)[0].first
                        #expect(row?[0] == "\(number + 1)s" && row?[1] == "force_generic_plan")
                    }
                }
            }
            // An error names the caller's statement, and the connection goes on.
            let failed = #expect(throws: PostgresError.self) { try connections[0].run(["select 1", "select 1 / 0"]) }
            guard case .server(let server) = failed else {
                Issue.record("\(String(describing: failed))")
                return
            }
            #expect(server.sqlState == "22012" && server.statement == 1)
            #expect(try connections[0].run(["select 7"])[0].first?.int(0) == 7)
        }
        try database.cluster.drop(database)
    }
}
