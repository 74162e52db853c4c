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

    package init(
        url: String, user: String? = nil, password: String? = nil, statementTimeout: Int = 10_000, lockTimeout: Int = 0
    ) {
        self.url = url
        self.user = user
        self.password = password
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
    }

    /// What every session is opened with. Statements are planned once for each session and set of filters, for whatever
    /// values; pages are in memory more often than not.
    package var sessionOptions: String {
        """
        -c TimeZone=UTC -c DateStyle=ISO -c bytea_output=hex -c jit=off -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1 \
        -c statement_timeout=\(self.statementTimeout) \
        -c lock_timeout=\(self.lockTimeout) -c idle_in_transaction_session_timeout=30s
        """
    }
}
