package import Postgres

/// The database as the service sees it: a pool for each login, and no way to run a statement without a context.
package final class Database: Sendable {
    private let pools: [IssuerKind: Pool]
    private let serverKey: String

    /// SQLSTATEs after which a session is not used again: not the server's own, or one whose clock has been set.
    private static let discardOn: Set = ["SV001", "SV503"]

    /// - Parameter lockTimeout: how long a statement waits for a lock, in milliseconds: shorter than a call may take, so
    ///   that a lock of an administrator's holds up those only who need what it locks.
    package init(
        url: String, passwords: [IssuerKind: String], serverKey: String, poolSizes: [IssuerKind: Int], queueLimit: Int,
        patience: Pool.Patience = .init(), lockTimeout: Int = 2_000, isPooled: Bool = false,
        onFailure: @escaping @Sendable (PostgresError) -> Void = { _ in }
    ) {
        self.serverKey = serverKey
        self.pools = Dictionary(
            uniqueKeysWithValues: IssuerKind.allCases.map { kind in
                let settings = ConnectionSettings(
                    url: url, user: kind.login, password: passwords[kind], statementTimeout: patience.call,
                    lockTimeout: min(lockTimeout, patience.call), isPooled: isPooled)
                return (
                    kind,
                    Pool(
                        settings, size: poolSizes[kind] ?? 1, queueLimit: queueLimit, patience: patience,
                        discardOn: Self.discardOn, onFailure: onFailure)
                )
            })
    }

    /// Where in the service a request is: it names the tenant whose grant is looked up.
    package struct Scope: Sendable {
        var municipality: String?
        var district: String?

        package static func municipality(_ code: String) -> Scope { Scope(municipality: code) }
        package static func district(_ code: String) -> Scope { Scope(district: code) }
        /// Nowhere in particular: only the caller's own grants can be seen.
        package static let caller = Scope()
    }

    /// What lets the caller in for a transaction, the first of its statements.
    static func enter(_ caller: Caller, _ scope: Scope, serverKey: String) -> Statement {
        if let feed = caller.feed {
            """
            select access.enter_feed(\(serverKey), \(feed)::bytea, \(scope.municipality), \(scope.district),
                \(Parameter.deadline))
            """
        } else {
            """
            select access.enter(\(serverKey), \(caller.issuer), \(caller.subject), \(caller.name),
                \(scope.municipality), \(scope.district), \(Parameter.deadline))
            """
        }
    }

    /// Enters as the caller and runs the statements, all in one round trip and one transaction. A transaction that lost
    /// against another in a deadlock was undone as a whole, and is run again.
    ///
    /// - Parameters:
    ///   - reading: all statements see the same moment, and none can write.
    ///   - waiter: who waits for it.
    /// - Returns: one result for each statement.
    /// - Throws: ``PostgresError``; without a grant its SQLSTATE is `SV002`.
    package func run(
        _ caller: Caller, _ scope: Scope, reading: Bool = false, waiter: Waiter? = nil, _ statements: [Statement]
    ) async throws -> [QueryResult] {
        let enter = Self.enter(caller, scope, serverKey: self.serverKey)
        guard let pool = self.pools[caller.kind] else { throw PostgresError.unavailable }
        // Turns go by who asks, not by what is asked for: a municipality is one issuer, the police are persons of one.
        let tenant = caller.kind == .municipality ? caller.issuer : "\(caller.issuer) \(caller.subject)"
        var attempts = 1
        while true {
            do {
                return Array(
                    try await pool.run([enter] + statements, tenant: tenant, snapshot: reading, waiter: waiter)
                        .dropFirst())
            } catch let error as PostgresError where error.sqlState == "40P01" && attempts < 3 {
                attempts += 1
            }
        }
    }

    /// How long a login may take to say that it works, in milliseconds: less than the second that whoever asks commonly
    /// waits.
    private static let readinessPatience = 700

    /// Asks the database as each login for the schema's version.
    ///
    /// - Parameter version: what this build needs.
    /// - Returns: nil when all is well; else what isn't, in a few words.
    func fault(needing version: String) async -> String? {
        await withTaskGroup(of: String?.self) { group in
            for (kind, pool) in self.pools {
                group.addTask {
                    do {
                        let found =
                            try await pool.run(
                                [Self.schemaVersion], tenant: "readiness", snapshot: true,
                                within: Self.readinessPatience)[0].first?[0] ?? ""
                        return found < version ? "the database's schema is at \(found), and \(version) is needed" : nil
                    } catch {
                        return "\(kind.login): \((error as? PostgresError)?.description ?? "not asked")"
                    }
                }
            }
            return await group.reduce(into: nil) { $0 = $0 ?? $1 }
        }
    }

    private static let schemaVersion: Statement = "select access.schema_version()"

    package func statistics() -> [(login: String, connected: Int, waiting: Int)] {
        self.pools.map { ($0.key.login, $0.value.connected, $0.value.waiting) }.sorted { $0.login < $1.login }
    }

    /// Lets what was accepted finish, then closes every connection.
    package func shutDown() {
        for pool in self.pools.values { pool.shutDown() }
    }

    /// The parameter in which `access.enter` keeps the context is empty, and `enter` may set it (`sql/README.md`).
    private static func checkContext(_ connection: Connection) throws {
        let row = try connection.run([
            """
            select current_setting('backtrace_functions'),
                has_parameter_privilege('samverkan_access', 'backtrace_functions', 'set')
            """
        ])[0].first
        if let row, row[0] != "" {
            throw SettingsError(
                "backtrace_functions is set in PostgreSQL's configuration, or for the database or a login; the service keeps there who asks, and needs it empty"
            )
        }
        if row?.bool(1) != true {
            throw SettingsError(
                "samverkan_access may not set backtrace_functions, which a restored dump doesn't carry: run samverkan migrate"
            )
        }
    }

    /// Opens and closes one connection for each login, so that a wrong setting or an older schema shows when the server
    /// starts.
    ///
    /// - Parameter version: of the schema that this build needs.
    /// - Returns: what an operator should know, a line each: settings that somebody gave a login, a PostgreSQL with
    ///   known holes.
    /// - Throws: ``SettingsError`` or ``PostgresError``.
    static func check(url: String, passwords: [IssuerKind: String], isPooled: Bool, needing version: String) throws
        -> [String]
    {
        var warnings: [String] = []
        for kind in IssuerKind.allCases {
            let connection = try Connection(
                ConnectionSettings(url: url, user: kind.login, password: passwords[kind], isPooled: isPooled))
            // An older schema has no such function.
            let isKnown =
                try connection.run(["select to_regprocedure('access.schema_version()') is not null"])[0].first?.bool(0)
                == true
            let found = isKnown ? try connection.run([Self.schemaVersion])[0].first?[0] ?? "" : ""
            if found < version {
                throw SettingsError(
                    "the database's schema is \(found.isEmpty ? "missing or older" : "at \(found)"), and this build needs \(version): run samverkan migrate"
                )
            }
            try Self.checkContext(connection)
            let settings = try connection.run([
                """
                select array_to_string(s.setconfig, ', ') from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
                where r.rolname = \(kind.login) and exists (select from unnest(s.setconfig) c
                    where c not like 'temp_file_limit=%')
                """
            ])[0].compactMap { $0[0] }
            warnings += settings.map {
                "the login \(kind.login) has settings of its own (\($0)); samverkan migrate takes them away"
            }
            if kind == .municipality, let hole = connection.serverVersion.knownHole { warnings.append(hole) }
        }
        return warnings
    }
}
