import Foundation
import Postgres
import TestSupport
import Testing

/// Many callers, few connections, a real server that goes away.
@Suite struct PoolTests {
    private func pool(size: Int = 4, queueLimit: Int = 256) async throws -> (pool: Pool, database: TestDatabase) {
        let database = try await TestCluster.shared.value.emptyDatabase()
        return (Pool(ConnectionSettings(url: database.adminURL), size: size, queueLimit: queueLimit), database)
    }

    /// Keeps the pool's connections busy until `release`: its statement waits for a lock that the test holds.
    private struct Blocker {
        let holder: Connection
        let call: Task<[QueryResult], any Error>

        init(_ pool: Pool, _ database: TestDatabase) async throws {
            let holder = try database.administrator()
            try holder.run(["select pg_advisory_lock(42)"])
            self.holder = holder
            self.call = Task { try await pool.run(["select pg_advisory_xact_lock(42)", "select 5"]) }
            let watcher = try database.administrator()
            try await PoolTests.until {
                try watcher.run([
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'"
                ])[0].first?.int(0) == 1
            }
        }

        func release() throws { try self.holder.run(["select pg_advisory_unlock(42)"]) }
    }

    @Test("A thousand callers are all answered")
    func aThousandCallersAreAllAnswered() async throws {
        let (pool, _) = try await self.pool(queueLimit: 1_000)
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...1_000 {
                group.addTask {
                    try await pool.run(["select \(number)::integer"], tenant: "\(number % 7)")[0].first?.int(0) ?? 0
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 500_500)
        #expect(pool.waiting == 0)
        #expect(pool.connected <= 5)
        pool.shutDown()
    }

    @Test("A full queue refuses at once and recovers")
    func aFullQueueRefusesAtOnceAndRecovers() async throws {
        let (pool, database) = try await self.pool(size: 1, queueLimit: 3)
        let blocker = try await Blocker(pool, database)
        let waiting = (1...3).map { number in
            Task { try await pool.run(["select \(number)::integer"])[0].first?.int(0) }
        }
        try await Self.until { pool.waiting == 3 }
        await #expect(throws: PostgresError.queueFull) { try await pool.run(["select 1"]) }
        try blocker.release()
        for (number, task) in zip(1..., waiting) { #expect(try await task.value == number) }
        #expect(try await pool.run(["select 7"])[0].first?.int(0) == 7)
        pool.shutDown()
    }

    /// One tenant's rush: the other's single call is answered after one of the rush, not after all of it.
    @Test("Tenants take turns")
    func tenantsTakeTurns() async throws {
        let (pool, database) = try await self.pool(size: 1, queueLimit: 100)
        try database.administrator().run([
            "create table served (number integer generated always as identity, tenant text)"
        ])
        let blocker = try await Blocker(pool, database)
        let rush = (1...20).map { _ in
            Task { try await pool.run(["insert into served (tenant) values ('rush')"], tenant: "rush") }
        }
        try await Self.until { pool.waiting == 20 }
        let single = Task { try await pool.run(["insert into served (tenant) values ('single')"], tenant: "single") }
        try await Self.until { pool.waiting == 21 }
        try blocker.release()
        _ = try await single.value
        for task in rush { _ = try await task.value }
        let place = try await pool.run(["select number from served where tenant = 'single'"])[0].first?.int(0)
        #expect((1...2).contains(place ?? 0))
        pool.shutDown()
    }

    @Test("Cancelling a task cancels its statement")
    func cancellingATaskCancelsItsStatement() async throws {
        let (pool, database) = try await self.pool(size: 1)
        let task = Task { try await pool.run(["select pg_sleep(30)"]) }
        let administrator = try database.administrator()
        func sleeping() throws -> Int? {
            try administrator.run([
                "select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()"
            ])[0].first?.int(0)
        }
        try await Self.until { try sleeping() == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        // The same connection serves the next call, which the cancel does not hit.
        for number in 1...50 { #expect(try await pool.run(["select \(number)::integer"])[0].first?.int(0) == number) }
        // Looked at after it, since the database says that a statement ended before it says that nothing runs.
        #expect(try sleeping() == 0)
        pool.shutDown()
    }

    @Test("Cancelling a waiting task takes it out of the queue")
    func cancellingAWaitingTaskTakesItOutOfTheQueue() async throws {
        let (pool, database) = try await self.pool(size: 1)
        let blocker = try await Blocker(pool, database)
        let waiting = Task { try await pool.run(["select 1"]) }
        try await Self.until { pool.waiting == 1 }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(pool.waiting == 0)
        try blocker.release()
        #expect(try await blocker.call.value[1].first?.int(0) == 5)
        pool.shutDown()
    }

    @Test("A thousand cancellations leave the pool whole")
    func aThousandCancellationsLeaveThePoolWhole() async throws {
        let (pool, _) = try await self.pool(size: 3, queueLimit: 2_000)
        await withTaskGroup(of: Void.self) { group in
            for number in 1...1_000 {
                group.addTask {
                    let task = Task {
                        try await pool.run(["select pg_sleep(0.002), \(number)::integer"], tenant: "\(number % 5)")
                    }
                    if number.isMultiple(of: 2) {
                        try? await Task.sleep(for: .microseconds(number * 3))
                        task.cancel()
                    }
                    _ = try? await task.value
                }
            }
        }
        #expect(pool.waiting == 0)
        for number in 1...20 { #expect(try await pool.run(["select \(number)::integer"])[0].first?.int(0) == number) }
        pool.shutDown()
    }

    @Test("Killed backends are replaced")
    func killedBackendsAreReplaced() async throws {
        let (pool, database) = try await self.pool(size: 2)
        _ = try await pool.run(["select 1"])
        try await Self.until { pool.connected == 3 }
        let administrator = try database.administrator()
        // Killed while idle: the next call finds out before it sends anything, so it isn't lost.
        let killed = try administrator.run([
            "select pid, pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        ])[0]
        .compactMap { $0.int(0) }
        #expect(killed.count == 3)
        for pid in killed {
            try await Self.until {
                try administrator.run(["select count(*) from pg_stat_activity where pid = \(pid)"])[0].first?.int(0)
                    == 0
            }
        }
        for number in 1...20 { #expect(try await pool.run(["select \(number)::integer"])[0].first?.int(0) == number) }
        // Killed while running: that call fails, the next works.
        let task = Task { try await pool.run(["select pg_sleep(30)"]) }
        try await Self.until {
            try administrator.run([
                "select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()"
            ])[0].first?.int(0) == 1
        }
        try administrator.run([
            "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()"
        ])
        await #expect(throws: PostgresError.connectionLost) { try await task.value }
        #expect(try await pool.run(["select 1"])[0].count == 1)
        pool.shutDown()
    }

    @Test("While the database is away calls are refused at once")
    func whileTheDatabaseIsAwayCallsAreRefusedAtOnce() async throws {
        let pool = Pool(ConnectionSettings(url: "postgresql://nobody@127.0.0.1:1/nothing"), size: 2)
        await #expect(throws: PostgresError.unavailable) { try await pool.run(["select 1"]) }
        await #expect(throws: PostgresError.unavailable) { try await pool.run(["select 1"]) }
        #expect(pool.connected == 0)
        pool.shutDown()
    }

    @Test("After shutdown calls are refused and what was accepted is done")
    func afterShutdownCallsAreRefusedAndWhatWasAcceptedIsDone() async throws {
        let (pool, database) = try await self.pool(size: 1)
        let blocker = try await Blocker(pool, database)
        let ended = Task.detached { pool.shutDown() }
        // Refused from the moment that the shutdown has begun.
        try await Self.until {
            let probe = Task { try await pool.run(["select 1"]) }
            try await Task.sleep(for: .milliseconds(5))
            probe.cancel()
            if case .failure(let error) = await probe.result { return error as? PostgresError == .unavailable }
            return false
        }
        try blocker.release()
        #expect(try await blocker.call.value[1].first?.int(0) == 5)
        await ended.value
        await #expect(throws: PostgresError.unavailable) { try await pool.run(["select 1"]) }
    }

    /// Results are freed as they go: a hundred thousand calls leave the process as large as it was.
    @Test("Memory does not grow over a hundred thousand calls")
    func memoryDoesNotGrowOverAHundredThousandCalls() async throws {
        let (pool, _) = try await self.pool(size: 2)
        let text = String(repeating: "å", count: 500)
        func calls(_ count: Int) async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<(count / 4) {
                            _ = try await pool.run(["select \(text)::text, n from generate_series(1, 5) n"])
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        try await calls(10_000)
        let before = try Self.residentBytes()
        try await calls(100_000)
        let grown = try Self.residentBytes() - before
        // Each call's result holds over 5,000 bytes: kept, they would be 500 MB. Other tests run beside this one.
        #expect(grown < 250_000_000)
        pool.shutDown()
    }

    private static func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(fields[1]) ?? 0) * 4_096
    }

    private static func until(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<3_000 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("what was waited for did not come")
    }
}
