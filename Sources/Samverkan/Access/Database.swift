public import Postgres

/// The database as the service sees it: a pool for each login, and no way to run a statement without a context.
public final class Database: Sendable {
    private let pools: [IssuerKind: Pool]
    private let serverKey: String

    public init(url: String, passwords: [IssuerKind: String], serverKey: String, poolSizes: [IssuerKind: Int], queueLimit: Int, onFailure: @escaping @Sendable (PostgresError) -> Void = { _ in }) {
        self.serverKey = serverKey
        self.pools = Dictionary(uniqueKeysWithValues: IssuerKind.allCases.map { kind in
            let settings = ConnectionSettings(url: url, user: kind.login, password: passwords[kind])
            return (kind, Pool(settings, size: poolSizes[kind] ?? 1, queueLimit: queueLimit, discardOn: ["SV001"], onFailure: onFailure))
        })
    }

    /// Where in the service a request is: it names the tenant whose grant is looked up.
    public struct Scope: Sendable {
        var municipality: String?
        var district: String?

        public static func municipality(_ code: String) -> Scope { Scope(municipality: code) }
        public static func district(_ code: String) -> Scope { Scope(district: code) }
        /// Nowhere in particular: only the caller's own grants can be seen.
        public static let caller = Scope()
    }

    /// Enters as the caller and runs the statements, all in one round trip and one transaction. A transaction that lost
    /// against another in a deadlock was undone as a whole, and is run again.
    ///
    /// - Parameter reading: all statements see the same moment, and none can write.
    /// - Returns: one result for each statement.
    /// - Throws: ``PostgresError``; without a grant its SQLSTATE is `SV002`.
    public func run(_ caller: Caller, _ scope: Scope, reading: Bool = false, _ statements: [Statement]) async throws -> [QueryResult] {
        let enter: Statement = """
            select access.enter(\(self.serverKey), \(caller.issuer), \(caller.subject), \(caller.name), \(scope.municipality), \(scope.district))
            """
        guard let pool = self.pools[caller.kind] else { throw PostgresError.unavailable }
        // Turns go by who asks, not by what is asked for: a municipality is one issuer, the police are persons of one.
        let tenant = caller.kind == .municipality ? caller.issuer : "\(caller.issuer) \(caller.subject)"
        var attempts = 1
        while true {
            do {
                return Array(try await pool.run([enter] + statements, tenant: tenant, snapshot: reading).dropFirst())
            } catch let error as PostgresError where error.sqlState == "40P01" && attempts < 3 {
                attempts += 1
            }
        }
    }

    /// Whether each login has a connection open.
    public var isReady: Bool { self.pools.values.allSatisfy { $0.connected > 0 } }

    public func statistics() -> [(login: String, connected: Int, waiting: Int)] {
        self.pools.map { ($0.key.login, $0.value.connected, $0.value.waiting) }.sorted { $0.login < $1.login }
    }

    /// Lets what was accepted finish, then closes every connection.
    public func shutDown() {
        for pool in self.pools.values { pool.shutDown() }
    }

    /// Opens and closes one connection for each login, so that a wrong setting shows when the server starts.
    public static func check(url: String, passwords: [IssuerKind: String]) throws(PostgresError) {
        for kind in IssuerKind.allCases {
            _ = try Connection(ConnectionSettings(url: url, user: kind.login, password: passwords[kind]))
        }
    }
}
