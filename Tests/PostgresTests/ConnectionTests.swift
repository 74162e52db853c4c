import Postgres
import TestSupport
import Testing

/// One connection against a real server.
@Suite struct ConnectionTests {
    private func connection() async throws -> Connection {
        try await TestCluster.shared.value.emptyDatabase().administrator()
    }

    @Test("Values go there and back")
    func valuesGoThereAndBack() async throws {
        let connection = try await self.connection()
        let text = "å ä ö Å Ä Ö ☂ 🌲 'quoted' \"double\" \\ $1 \n\t;--"
        let row = try #require(
            try connection.run([
                "select \(text)::text, \(-42)::integer, \(true)::boolean, \(nil as String?)::text, \([0, 1, 255] as [UInt8])::bytea, ''::text"
            ])[0].first)
        #expect(row[0] == text)
        #expect(row.int(1) == -42)
        #expect(row.bool(2))
        #expect(row.isNull(3))
        #expect(row[3] == nil)
        #expect(row.data(4) == [0, 1, 255])
        #expect(row[5] == "")
        #expect(row.int(5) == nil)
    }

    @Test("Connecting takes two seconds at most, or what libpq's variable says within a minute, and never for ever")
    func connectingHasItsTime() {
        #expect(
            [nil, "", "0", "-1", "61", "x", "99999999999999999999"].map(Connection.connectSeconds)
                == Array(repeating: 2, count: 7))
        #expect(["1", "10", "60"].map(Connection.connectSeconds) == [1, 10, 60])
    }

    @Test("Interpolation can only bind")
    func interpolationCanOnlyBind() async throws {
        let connection = try await self.connection()
        let hostile = "'; drop table t; --"
        let statement: Statement = "select \(hostile)::text"
        #expect(statement.sql == "select $1::text")
        try connection.run(["create table t (a text)"])
        #expect(try connection.run([statement])[0].first?[0] == hostile)
        #expect(try connection.run(["select count(*) from t"])[0].first?.int(0) == 0)
    }

    @Test("A statement within another keeps its values and their order")
    func aStatementWithinAnotherKeepsItsValuesAndTheirOrder() async throws {
        let inner: Statement = "\("å")::text || 'ö $1' || \("ä")::text"
        var outer: Statement = "select 'å' || \("1")"
        for number in 2...8 { outer = "\(outer) || \("\(number)")" }
        let whole: Statement = "\(outer) || \(inner) || \(inner) || \("end")::text"
        #expect(
            whole.sql
                == "select 'å' || $1 || $2 || $3 || $4 || $5 || $6 || $7 || $8 || $9::text || 'ö $1' || $10::text || $11::text || 'ö $1' || $12::text || $13::text"
        )
        // And once more within another, where the places of the values have two digits.
        let again: Statement = "select \("0")::text || (\(whole.prefixed(by: "/* Å */ ")))"
        #expect(again.sql.hasSuffix("|| $14::text)") && again.parameters.count == 14)
        #expect(try await self.connection().run([again])[0].first?[0] == "0å12345678åö $1äåö $1äend")
    }

    @Test("Nul character is refused before anything is sent")
    func nulCharacterIsRefusedBeforeAnythingIsSent() async throws {
        let connection = try await self.connection()
        #expect(throws: PostgresError.nulCharacter) { try connection.run(["select \("a\u{0}b")::text"]) }
        #expect(try connection.run(["select 1"])[0].count == 1)
    }

    @Test("Large results arrive whole")
    func largeResultsArriveWhole() async throws {
        let connection = try await self.connection()
        let result = try connection.run(["select n, repeat('å', 500) from generate_series(1, 50000) n"])[0]
        #expect(result.count == 50_000)
        #expect(result[49_999].int(0) == 50_000)
        #expect(result[49_999][1]?.count == 500)
        let large = String(repeating: "x", count: 20_000_000)
        #expect(try connection.run(["select length(\(large)::text)"])[0].first?.int(0) == 20_000_000)
    }

    @Test("Statements are one transaction")
    func statementsAreOneTransaction() async throws {
        let connection = try await self.connection()
        try connection.run(["create table t (a integer primary key)"])
        #expect(throws: PostgresError.self) {
            try connection.run([
                "insert into t values (1)", "insert into t values (2)", "insert into t values (1)",
                "insert into t values (3)",
            ])
        }
        #expect(try connection.run(["select count(*) from t"])[0].first?.int(0) == 0)
    }

    @Test("An error in mid pipeline names its statement and leaves the connection usable")
    func anErrorInMidPipelineNamesItsStatementAndLeavesTheConnectionUsable() async throws {
        let connection = try await self.connection()
        try connection.run(["create table t (a integer constraint only_small check (a < 10))"])
        for _ in 1...3 {
            do {
                try connection.run(["select 1", "insert into t values (\(11))", "select 2", "select 'never prepared'"])
                Issue.record("the check must refuse 11")
            } catch {
                guard case .server(let server) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(server.sqlState == "23514")
                #expect(server.constraint == "only_small")
                #expect(server.table == "t")
                #expect(server.statement == 1)
            }
            #expect(try connection.run(["select 1", "select 'never prepared'"])[1].first?[0] == "never prepared")
        }
        // A statement that cannot be prepared.
        #expect(throws: PostgresError.self) { try connection.run(["select 1", "selekt", "select 2"]) }
        #expect(try connection.run(["select 2"])[0].first?.int(0) == 2)
    }

    @Test("A deferred constraint speaks at the commit")
    func aDeferredConstraintSpeaksAtTheCommit() async throws {
        let connection = try await self.connection()
        try connection.run(["create table p (a integer primary key)"])
        try connection.run([
            "create table c (a integer constraint needs_parent references p deferrable initially deferred)"
        ])
        #expect(throws: PostgresError.self) { try connection.run(["insert into c values (1)", "select 1"]) }
        #expect(try connection.run(["select count(*) from c"])[0].first?.int(0) == 0)
        try connection.run(["insert into c values (1)", "insert into p values (1)"])
        #expect(try connection.run(["select count(*) from c"])[0].first?.int(0) == 1)
    }

    @Test("A snapshot sees one moment and cannot write")
    func aSnapshotSeesOneMomentAndCannotWrite() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let connection = try database.administrator()
        try connection.run(["create table t (a integer)"])
        let isolation = try connection.run(
            ["show transaction_isolation", "show transaction_read_only"], snapshot: true)
        #expect(isolation.map { $0.first?[0] } == ["repeatable read", "on"])
        #expect(throws: PostgresError.self) { try connection.run(["insert into t values (1)"], snapshot: true) }
        // The aborted transaction was rolled back, so the connection works on.
        #expect(try connection.run(["show transaction_isolation"])[0].first?[0] == "read committed")
    }

    @Test("Errors never print row values")
    func errorsNeverPrintRowValues() async throws {
        let connection = try await self.connection()
        try connection.run(["create table person (name text constraint one_name unique)"])
        let secret = "Ylva Hemlig"
        try connection.run(["insert into person values (\(secret))"])
        do {
            try connection.run(["insert into person values (\(secret))"])
            Issue.record("the name must be refused")
        } catch {
            #expect(!"\(error)".contains("Hemlig"))
            #expect("\(error)".contains("one_name"))
        }
        do {
            try connection.run(["select \(secret)::integer"])
            Issue.record("a name is no number")
        } catch {
            #expect(!"\(error)".contains("Hemlig"))
            #expect(error.sqlState == "22P02")
        }
    }

    @Test("A killed backend is an error and no crash")
    func aKilledBackendIsAnErrorAndNoCrash() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let victim = try database.administrator()
        let killer = try database.administrator()
        #expect(victim.isAlive)
        try killer.run(["select pg_terminate_backend(\(victim.processID))"])
        #expect(throws: PostgresError.connectionLost) { try victim.run(["select 1", "select 2"]) }
        #expect(!victim.isAlive)
        #expect(throws: PostgresError.connectionLost) { try victim.run(["select 1"]) }
    }

    @Test("A backend that ends itself in mid pipeline is lost")
    func aBackendThatEndsItselfInMidPipelineIsLost() async throws {
        let connection = try await self.connection()
        #expect(throws: PostgresError.connectionLost) {
            try connection.run(["select 1", "select pg_terminate_backend(pg_backend_pid())", "select 2"])
        }
    }

    @Test("A wrong password is one clear line")
    func aWrongPasswordIsOneClearLine() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        do {
            _ = try Connection(ConnectionSettings(url: database.url, user: "samverkan_municipality", password: "wrong"))
            Issue.record("the password must be refused")
        } catch {
            #expect("\(error)".contains("password authentication failed"))
            #expect(!"\(error)".contains("\n"))
        }
    }
}
