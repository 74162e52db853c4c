import Foundation
import Postgres
import TestSupport
import Testing

/// Every call has an end, whatever the database does, and whoever leaves frees what was held.
@Suite struct PatienceTests {
    private func pool(size: Int, patience: Pool.Patience = .init()) async throws -> (pool: Pool, database: TestDatabase)
    {
        let database = try await TestCluster.shared.value.emptyDatabase()
        return (
            Pool(ConnectionSettings(url: database.adminURL, statementTimeout: 0), size: size, patience: patience),
            database
        )
    }

    private static func until(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<3_000 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("what was waited for did not come")
    }

    private static func active(_ database: TestDatabase, _ words: String) throws -> Int? {
        try database.administrator().run([
            "select count(*) from pg_stat_activity where datname = current_database() and query like \("%\(words)%") and state = 'active' and pid <> pg_backend_pid()"
        ])[0].first?.int(0)
    }

    @Test("A call that is not answered ends at its deadline and the pool goes on")
    func aCallThatIsNotAnsweredEndsAtItsDeadlineAndThePoolGoesOn() async throws {
        let (pool, database) = try await self.pool(size: 1, patience: .init(call: 300, queue: 300))
        let late = Task { try await pool.run(["select pg_sleep(30), 'late'"]) }
        await #expect(throws: PostgresError.timedOut) { try await late.value }
        // What nobody waits for is ended in the database, too.
        try await Self.until { try Self.active(database, "'late'") == 0 }
        try await Self.until { (try? await pool.run(["select 7"], within: 5_000)[0].first?.int(0)) == 7 }
        pool.shutDown()
    }

    @Test("A call waits for a connection only so long")
    func aCallWaitsForAConnectionOnlySoLong() async throws {
        let (pool, database) = try await self.pool(size: 1, patience: .init(call: 300_000, queue: 200))
        let writing = Task { try await pool.run(["select pg_sleep(250)"]) }
        try await Self.until { try Self.active(database, "pg_sleep(250)") == 1 }
        await #expect(throws: PostgresError.waitedTooLong) { try await pool.run(["select 1"]) }
        #expect(pool.waiting == 0)
        writing.cancel()
        _ = await writing.result
        pool.shutDown()
    }

    /// Commits that wait, for a standby that is gone, say, leave a connection to those who read.
    @Test("Readers do not wait behind writers that wait")
    func readersDoNotWaitBehindWritersThatWait() async throws {
        let (pool, database) = try await self.pool(size: 2, patience: .init(call: 300_000, queue: 300_000))
        let writers = (1...6).map { _ in Task { try await pool.run(["select pg_sleep(250)"], tenant: "writer") } }
        try await Self.until { try Self.active(database, "pg_sleep(250)") == 2 }
        for number in 1...20 {
            #expect(
                try await pool.run(["select \(number)::integer"], tenant: "writer", snapshot: true)[0].first?.int(0)
                    == number)
            #expect(
                try await pool.run(["select \(number)::integer"], tenant: "reader", snapshot: true)[0].first?.int(0)
                    == number)
        }
        // No more than two ever write at once.
        #expect(try Self.active(database, "pg_sleep(250)") == 2)
        for writer in writers { writer.cancel() }
        for writer in writers { _ = await writer.result }
        pool.shutDown()
    }

    @Test("Who leaves frees what reads and what waits and not what writes")
    func whoLeavesFreesWhatReadsAndWhatWaitsAndNotWhatWrites() async throws {
        let (pool, database) = try await self.pool(size: 1, patience: .init(call: 300_000, queue: 300_000))
        try database.administrator().run(["create table done (what text)"])
        let (reader, writer, queued) = (Waiter(), Waiter(), Waiter())
        let reading = Task { try await pool.run(["select pg_sleep(250), 'reading'"], snapshot: true, waiter: reader) }
        let writing = Task {
            try await pool.run(["insert into done select 'writing' from pg_sleep(4)"], waiter: writer)
        }
        try await Self.until { try Self.active(database, "'reading'") == 1 && Self.active(database, "'writing'") == 1 }
        let waiting = Task { try await pool.run(["insert into done values ('queued')"], waiter: queued) }
        try await Self.until { pool.waiting == 1 }
        for waiter in [reader, writer, queued] { waiter.leave() }
        await #expect(throws: CancellationError.self) { try await reading.value }
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(try await writing.value.count == 1)
        #expect(try Self.active(database, "'reading'") == 0)
        #expect(try database.administrator().run(["select string_agg(what, ',') from done"])[0].first?[0] == "writing")
        // Who has left asks for nothing more.
        await #expect(throws: CancellationError.self) { try await pool.run(["select 1"], waiter: queued) }
        pool.shutDown()
    }

    @Test("A read whose connection died is run once more and a write is not")
    func aReadWhoseConnectionDiedIsRunOnceMoreAndAWriteIsNot() async throws {
        let (pool, database) = try await self.pool(size: 1, patience: .init(call: 300_000, queue: 300_000))
        let administrator = try database.administrator()
        func end(_ words: String) throws {
            try administrator.run([
                "select pg_terminate_backend(pid) from pg_stat_activity where query like \("%\(words)%") and state = 'active' and pid <> pg_backend_pid()"
            ])
        }
        let reading = Task { try await pool.run(["select pg_sleep(1), 'read once more'"], snapshot: true) }
        try await Self.until { try Self.active(database, "read once more") == 1 }
        try end("read once more")
        #expect(try await reading.value[0].first?[1] == "read once more")
        let writing = Task { try await pool.run(["select pg_sleep(200), 'written once'"]) }
        try await Self.until { try Self.active(database, "written once") == 1 }
        try end("written once")
        await #expect(throws: PostgresError.connectionLost) { try await writing.value }
        pool.shutDown()
    }

    /// A deadline reaches the database in the words of its own clock.
    @Test("The database knows until when somebody waits")
    func theDatabaseKnowsUntilWhenSomebodyWaits() async throws {
        let (pool, _) = try await self.pool(size: 1)
        let statement: Statement =
            "select \(Parameter.deadline)::bigint - (extract(epoch from clock_timestamp()) * 1000)::bigint"
        let left = try await pool.run([statement], within: 60_000)[0].first?.int(0) ?? 0
        // By two seconds at most, however long the call may take as a whole.
        #expect((1...2_100).contains(left))
        pool.shutDown()
        let connection = try await TestCluster.shared.value.emptyDatabase().administrator()
        #expect(try connection.run(["select \(Parameter.deadline)::bigint"])[0].first?.isNull(0) == true)
    }
}
