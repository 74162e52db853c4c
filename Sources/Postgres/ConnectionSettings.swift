/// Where the database is and who connects.
package struct ConnectionSettings: Sendable {
    /// A libpq connection URI or keyword string. `user` and `password` override what it says.
    package var url: String
    package var user: String?
    package var password: String?
    /// A statement that takes longer is ended by the server (SQLSTATE 57014). In milliseconds; 0 for no limit.
    package var statementTimeout: Int
    /// How long a statement waits for a lock before it is refused (SQLSTATE 55P03). In milliseconds; 0 for no limit.
    package var lockTimeout: Int

    /// Behind a pooler that gives each transaction any of its sessions, as PgBouncer's transaction mode does: nothing is
    /// kept in a session, neither settings nor prepared statements.
    package var isPooled: Bool

    package init(
        url: String, user: String? = nil, password: String? = nil, statementTimeout: Int = 10_000, lockTimeout: Int = 0,
        isPooled: Bool = false
    ) {
        self.url = url
        self.user = user
        self.password = password
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.isPooled = isPooled
    }

    /// What every session has. Statements are planned once for each session and set of filters, for whatever values;
    /// pages are in memory more often than not.
    private var parameters: [(String, String)] {
        [
            ("TimeZone", "UTC"), ("DateStyle", "ISO"), ("bytea_output", "hex"), ("jit", "off"),
            ("plan_cache_mode", "force_generic_plan"), ("random_page_cost", "1.1"),
            ("statement_timeout", "\(self.statementTimeout)"), ("lock_timeout", "\(self.lockTimeout)"),
            ("idle_in_transaction_session_timeout", "30s"),
        ]
    }

    /// What a session of its own is opened with.
    package var sessionOptions: String { self.parameters.map { "-c \($0)=\($1)" }.joined(separator: " ") }

    /// The same for one transaction of a session that is others', too.
    var transactionSettings: Statement {
        let values = self.parameters.map { "set_config('\($0)', '\($1)', true)" }.joined(separator: ", ")
        return "select \(unsafeSQL: values)"
    }
}
