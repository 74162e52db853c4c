import CLibPQ
import Glibc

/// One connection to PostgreSQL, used by one thread at a time with blocking calls.
///
/// A list of statements travels in one round trip (libpq's pipeline mode, one Sync) as one transaction. Statements are
/// prepared the first time this connection meets their text.
package final class Connection {
    private let connection: OpaquePointer
    private var prepared: [String: String] = [:]
    /// Set in each transaction where sessions are others', too; nothing stays prepared there.
    private let transactionSettings: Statement?
    /// What the server's clock is ahead of our monotonic one, in milliseconds.
    private var serverClock = 0

    /// Texts beyond this many are run unprepared, so that made-up statements cannot fill the server's memory.
    private static let preparedLimit = 1_000

    /// - Throws: ``PostgresError/cannotConnect(reason:afterPassword:)``.
    package init(_ settings: ConnectionSettings) throws(PostgresError) {
        // A silent host must not keep a thread: connecting and unanswered data are bounded here, running by the server.
        var keywords = [
            "dbname", "application_name", "client_encoding", "connect_timeout", "tcp_user_timeout", "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
        ]
        let patience = Self.connectSeconds(getenv("PGCONNECT_TIMEOUT").map { String(cString: $0) })
        var values = [settings.url, "samverkan", "UTF8", "\(patience)", "10000", "5", "2", "3"]
        if !settings.isPooled {
            keywords.append("options")
            values.append(settings.sessionOptions)
        }
        self.transactionSettings = settings.isPooled ? settings.transactionSettings : nil
        if let user = settings.user {
            keywords.append("user")
            values.append(user)
        }
        if let password = settings.password {
            keywords.append("password")
            values.append(password)
        }
        var keywordPointers: [UnsafePointer<CChar>?] = keywords.map { UnsafePointer(strdup($0)) } + [nil]
        var valuePointers: [UnsafePointer<CChar>?] = values.map { UnsafePointer(strdup($0)) } + [nil]
        defer {
            for pointer in keywordPointers + valuePointers { free(UnsafeMutablePointer(mutating: pointer)) }
        }
        guard let connection = PQconnectdbParams(&keywordPointers, &valuePointers, 1) else {
            throw .cannotConnect(reason: "out of memory")
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            let (reason, usedPassword) = (
                Self.oneLine(PQerrorMessage(connection)), PQconnectionUsedPassword(connection) == 1
            )
            PQfinish(connection)
            throw .cannotConnect(reason: reason, afterPassword: usedPassword)
        }
        // libpq prints notices to stderr unless told otherwise.
        PQsetNoticeReceiver(connection, { _, _ in }, nil)
        guard PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else {
            PQfinish(connection)
            throw .cannotConnect(reason: "pipeline mode was refused")
        }
        self.connection = connection
        let asked = monotonicMilliseconds()
        let answer = try self.run(
            ["select (extract(epoch from clock_timestamp()) * 1000)::bigint"],
            deadline: asked + Self.firstAnswerPatience)
        self.serverClock = (answer[0].first?.int(0) ?? 0) - (asked + monotonicMilliseconds()) / 2
    }

    /// How many seconds connecting may take: what libpq's own variable says, from 1 to 60, else 2. To libpq 0, nothing and
    /// what is no number are «for ever».
    package static func connectSeconds(_ variable: String?) -> Int {
        guard let seconds = variable.flatMap(Int.init), (1...60).contains(seconds) else { return 2 }
        return seconds
    }

    /// How long a server may take to answer the first statement, and to begin with a call, in milliseconds: one that
    /// takes longer is silent, and must not carry out what its clients have given up meanwhile.
    private static let firstAnswerPatience = 2_000
    private static let beginPatience = 2_000

    deinit {
        PQfinish(self.connection)
    }

    private static func oneLine(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "" }
        return String(cString: text).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// False once the server has closed the connection. Looks at the socket without waiting.
    package var isAlive: Bool {
        var descriptor = pollfd(fd: PQsocket(self.connection), events: Int16(POLLIN), revents: 0)
        guard PQstatus(self.connection) == CONNECTION_OK else { return false }
        // Nothing to read on an idle connection is the ordinary case. Anything else is a parting message or the end;
        // or, very seldom, news of a changed server setting, for which a new connection is a small price.
        return poll(&descriptor, 1, 0) == 0
    }

    /// Whether the server asked for the password, so that it was proved right.
    package var usedPassword: Bool { PQconnectionUsedPassword(self.connection) == 1 }

    package var serverVersion: ServerVersion { ServerVersion(number: Int(PQserverVersion(self.connection))) }

    package var processID: Int { Int(PQbackendPID(self.connection)) }

    /// What another thread needs to cancel the running statements; free it with `PQfreeCancel`.
    func cancelHandle() -> OpaquePointer? {
        PQgetCancel(self.connection)
    }

    package static let beginSnapshot: Statement = "begin isolation level repeatable read, read only"
    package static let commit: Statement = "commit"

    /// Runs the statements in order as one transaction, all or nothing, in one round trip.
    ///
    /// - Parameters:
    ///   - snapshot: a read-only transaction in which all statements see the same moment.
    ///   - deadline: when to give up, on the monotonic clock, in milliseconds; the connection is of no use afterwards.
    /// - Returns: one result for each statement.
    @discardableResult
    package func run(_ statements: [Statement], snapshot: Bool = false, deadline: Int? = nil) throws(PostgresError)
        -> [QueryResult]
    {
        self.deadline = deadline
        for statement in statements {
            for case .text(let text) in statement.parameters where text.utf8.contains(0) { throw .nulCharacter }
        }
        let leading = (snapshot ? [Self.beginSnapshot] : []) + (self.transactionSettings.map { [$0] } ?? [])
        let trailing = snapshot ? [Self.commit] : []
        let own = leading.count..<(leading.count + statements.count)
        return Array(try self.pipeline(leading + statements + trailing, own: own)[own])
    }

    /// Runs a text of several statements in one go, for migrations. Nothing can be bound to it.
    ///
    /// - Throws: ``PostgresError``; the statements before the failing one are undone.
    package func run(unsafeScript: String) throws(PostgresError) {
        // Several statements in one text need the simple protocol, which pipeline mode excludes.
        guard PQexitPipelineMode(self.connection) == 1 else { throw .connectionLost }
        let result = PQexec(self.connection, unsafeScript)
        defer { PQclear(result) }
        guard PQstatus(self.connection) == CONNECTION_OK, PQenterPipelineMode(self.connection) == 1, let result else {
            throw .connectionLost
        }
        if PQresultStatus(result) == PGRES_FATAL_ERROR { throw self.error(from: result, statement: -1, of: 0) }
    }

    // MARK: COPY

    private var isCopying = false

    /// Begins to send the rows of a query as PostgreSQL's COPY writes them; nothing else runs on this connection until
    /// ``copiedBytes(deadline:)`` has said that there are no more.
    ///
    /// - Parameters:
    ///   - unsafeCopy: `copy (…) to stdout …`; nothing can be bound to it.
    ///   - deadline: as in ``run(_:snapshot:deadline:)``.
    package func begin(unsafeCopy: String, deadline: Int) throws(PostgresError) {
        self.deadline = deadline
        guard PQexitPipelineMode(self.connection) == 1, PQsendQuery(self.connection, unsafeCopy) == 1 else {
            throw .connectionLost
        }
        try self.flush()
        guard let result = try self.nextResult() else { throw .connectionLost }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COPY_OUT: self.isCopying = true
        case PGRES_FATAL_ERROR: throw self.error(from: result, statement: -1, of: 0)
        default: throw .connectionLost
        }
    }

    /// Bytes that have been copied, whole rows of some 64 kB at most; empty at the end.
    ///
    /// - Throws: what ended the copy before its end: what came before it is not all there is.
    package func copiedBytes(deadline: Int) throws(PostgresError) -> [UInt8] {
        self.deadline = deadline
        var bytes: [UInt8] = []
        while self.isCopying, bytes.count < 65_536 {
            var row: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(self.connection, &row, 1)
            if count > 0, let row {
                bytes.append(contentsOf: UnsafeRawBufferPointer(start: row, count: Int(count)))
                PQfreemem(row)
            } else if count == 0 {
                // What has come goes on its way before more is waited for.
                if !bytes.isEmpty { break }
                try self.wait(for: POLLIN)
                if PQconsumeInput(self.connection) != 1 { throw .connectionLost }
            } else if count == -1 {
                // The end, of which this result says whether it is the good one.
                self.isCopying = false
                guard let result = try self.nextResult() else { throw .connectionLost }
                defer { PQclear(result) }
                if PQresultStatus(result) == PGRES_FATAL_ERROR {
                    throw self.error(from: result, statement: -1, of: 0)
                }
            } else {
                throw .connectionLost
            }
        }
        return bytes
    }

    /// The form in which PostgreSQL stores `password` for `user`: a SCRAM verifier, so that the password itself is in
    /// no log.
    package func passwordVerifier(_ password: String, user: String) throws(PostgresError) -> String {
        guard let verifier = PQencryptPasswordConn(self.connection, password, user, "scram-sha-256") else {
            throw .cannotConnect(reason: "the password could not be hashed")
        }
        defer { PQfreemem(verifier) }
        return String(cString: verifier)
    }

    // MARK: Waiting for the server

    /// Of the call that runs now.
    private var deadline: Int?

    /// Waits until the socket can be read, or also written.
    private func wait(for events: Int32) throws(PostgresError) {
        while true {
            var descriptor = pollfd(fd: PQsocket(self.connection), events: Int16(events), revents: 0)
            let left = self.deadline.map { $0 - monotonicMilliseconds() } ?? -1
            if self.deadline != nil, left <= 0 { throw .timedOut }
            let count = poll(&descriptor, 1, Int32(clamping: left))
            if count > 0 { return }
            if count == 0 { throw .timedOut }
            if errno != EINTR { throw .connectionLost }
        }
    }

    /// Sends what is buffered. A server that has much to tell meanwhile is listened to, or both would wait for the
    /// other.
    private func flush() throws(PostgresError) {
        while true {
            switch PQflush(self.connection) {
            case 0: return
            case 1:
                try self.wait(for: POLLIN | POLLOUT)
                if PQconsumeInput(self.connection) != 1 { throw .connectionLost }
            default: throw .connectionLost
            }
        }
    }

    private func nextResult() throws(PostgresError) -> OpaquePointer? {
        while PQisBusy(self.connection) == 1 {
            try self.wait(for: POLLIN)
            if PQconsumeInput(self.connection) != 1 { throw .connectionLost }
        }
        return PQgetResult(self.connection)
    }

    /// Nobody can guess it, so whoever should find a way to run SQL of their own cannot put a statement in the place of
    /// this one. Never used twice: one whose statement failed to prepare may be half-known to the server.
    private static func newName() -> String {
        var generator = SystemRandomNumberGenerator()
        return "s" + String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    }

    private enum Sent {
        case prepare(sql: String, name: String)
        case execute
    }

    /// - Parameter own: which of the statements are the caller's, who is told which of them failed.
    private func pipeline(_ statements: [Statement], own: Range<Int>, isRollback: Bool = false) throws(PostgresError)
        -> [QueryResult]
    {
        let preparedLimit = self.transactionSettings == nil ? Self.preparedLimit : 0
        var sent: [Sent] = []
        sent.reserveCapacity(statements.count)
        var preparing: [String: String] = [:]
        for statement in statements {
            let name: String
            if let known = self.prepared[statement.sql] ?? preparing[statement.sql] {
                name = known
            } else {
                name = self.prepared.count + preparing.count < preparedLimit ? Self.newName() : ""
                guard PQsendPrepare(self.connection, name, statement.sql, 0, nil) == 1 else { throw .connectionLost }
                sent.append(.prepare(sql: statement.sql, name: name))
                if !name.isEmpty { preparing[statement.sql] = name }
            }
            guard self.send(name, statement.parameters) else { throw .connectionLost }
            sent.append(.execute)
        }
        guard PQpipelineSync(self.connection) == 1 else { throw .connectionLost }
        try self.flush()

        var results: [QueryResult] = []
        results.reserveCapacity(statements.count)
        var failure: PostgresError?
        var executed = 0
        // In pipeline mode each command gives its result and then NULL; the Sync gives a result and no NULL.
        for item in sent {
            guard let result = try self.nextResult() else { throw .connectionLost }
            let status = PQresultStatus(result)
            switch item {
            case .prepare(let sql, let name):
                if status == PGRES_COMMAND_OK, !name.isEmpty { self.prepared[sql] = name }
                if status == PGRES_FATAL_ERROR, failure == nil {
                    failure = self.error(
                        from: result, statement: executed - own.lowerBound, of: own.count)
                }
                PQclear(result)
            case .execute:
                switch status {
                case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
                    results.append(QueryResult(result))
                case PGRES_FATAL_ERROR:
                    if failure == nil {
                        failure = self.error(
                            from: result, statement: executed - own.lowerBound, of: own.count)
                    }
                    PQclear(result)
                case PGRES_PIPELINE_ABORTED:
                    PQclear(result)
                default:
                    // COPY or an empty text have no place in a pipeline; the connection cannot be brought back from
                    // them.
                    PQclear(result)
                    throw .connectionLost
                }
                executed += 1
            }
            while let extra = try self.nextResult() {
                PQclear(extra)
                if PQstatus(self.connection) != CONNECTION_OK { throw .connectionLost }
            }
            if PQstatus(self.connection) != CONNECTION_OK { throw .connectionLost }
        }
        guard let sync = try self.nextResult() else { throw .connectionLost }
        let syncStatus = PQresultStatus(sync)
        // Without an explicit transaction the commit happens at the Sync, and deferred constraints speak there.
        if syncStatus == PGRES_FATAL_ERROR {
            if failure == nil { failure = self.error(from: sync, statement: -1, of: 0) }
            PQclear(sync)
            // NULL ends the error's own results; the Sync's comes after it. Two in a row say that it never will.
            var (reachedSync, sawNull) = (false, false)
            while !reachedSync {
                if PQstatus(self.connection) != CONNECTION_OK { throw .connectionLost }
                guard let next = try self.nextResult() else {
                    if sawNull { throw .connectionLost }
                    sawNull = true
                    continue
                }
                sawNull = false
                reachedSync = PQresultStatus(next) == PGRES_PIPELINE_SYNC
                PQclear(next)
            }
        } else {
            PQclear(sync)
            guard syncStatus == PGRES_PIPELINE_SYNC else { throw .connectionLost }
        }
        if PQstatus(self.connection) != CONNECTION_OK { throw .connectionLost }
        if let failure {
            // An explicit transaction is still open, and aborted.
            if !isRollback, PQtransactionStatus(self.connection) != PQTRANS_IDLE {
                // Twice, since a cancel on its way may hit the first.
                for _ in 0..<2 where PQtransactionStatus(self.connection) == PQTRANS_INERROR {
                    _ = try? self.pipeline(["rollback"], own: 0..<1, isRollback: true)
                }
                if PQtransactionStatus(self.connection) != PQTRANS_IDLE { throw .connectionLost }
            }
            throw failure
        }
        return results
    }

    /// Sends one execution; parameters travel as text, `bytea` as bytes.
    private func send(_ name: String, _ parameters: [Parameter]) -> Bool {
        if parameters.isEmpty { return PQsendQueryPrepared(self.connection, name, 0, nil, nil, nil, 0) == 1 }
        // All values in one buffer, each ended by NUL as libpq wants text to be.
        var storage: [UInt8] = []
        var offsets: [Int] = []
        var lengths: [Int32] = []
        var formats: [Int32] = []
        for parameter in parameters {
            offsets.append(storage.count)
            switch parameter {
            case .null:
                offsets[offsets.count - 1] = -1
                lengths.append(0)
                formats.append(0)
            case .text(let text):
                storage.append(contentsOf: text.utf8)
                lengths.append(0)
                formats.append(0)
            case .bytes(let bytes):
                storage.append(contentsOf: bytes)
                lengths.append(Int32(bytes.count))
                formats.append(1)
            case .deadline:
                if let deadline {
                    storage.append(
                        contentsOf: String(
                            min(deadline, monotonicMilliseconds() + Self.beginPatience) + self.serverClock
                        ).utf8)
                } else {
                    offsets[offsets.count - 1] = -1
                }
                lengths.append(0)
                formats.append(0)
            }
            storage.append(0)
        }
        return storage.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
            let pointers: [UnsafePointer<CChar>?] = offsets.map { $0 < 0 ? nil : base + $0 }
            return PQsendQueryPrepared(self.connection, name, Int32(parameters.count), pointers, lengths, formats, 0)
                == 1
        }
    }

    private func error(from result: OpaquePointer, statement: Int, of count: Int) -> PostgresError {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        guard let sqlState = field("C") else { return .connectionLost }
        // The server is shutting down or starting up, or an administrator ended this session.
        if ["57P01", "57P02", "57P03"].contains(sqlState) { return .connectionLost }
        return .server(
            PostgresError.ServerError(
                sqlState: sqlState, constraint: field("n"), schema: field("s"), table: field("t"), column: field("c"),
                facts: sqlState.hasPrefix("SV") ? field("D") : nil,
                statement: (0..<max(count, 0)).contains(statement) ? statement : nil, message: field("M") ?? ""))
    }
}
