package import Configuration
import FoundationEssentials
package import Logging
package import Metrics
import Postgres
import SystemPackage

/// Settings of the service: `SAMVERKAN_*` from the environment, else from `settings.env` in the state directory.
package struct Settings: Sendable {
    package var host: String
    package var port: Int
    package var adminPort: Int
    package var stateDirectory: String
    package var homeDirectory: String
    package var databaseURL: String
    package var adminDatabaseURL: String?
    package var passwords: [IssuerKind: String]
    package var publicPassword: String?
    /// The database for BI: host and database, and the same with a role that may make it. Without a publisher's password there is none.
    package var biDatabaseURL = ""
    package var biAdminDatabaseURL: String?
    package var publisherPassword: String?
    /// The service's database is reached through a pooler in transaction mode.
    package var isPooled = false
    package var serverKey: String
    package var poolSize: Int
    package var queueLimit: Int
    package var baseURL: String
    package var allowedHosts: Set<String>
    package var trustedProxies: Set<String>
    package var issuersFile: String?
    /// Seconds that an issuer's clock may differ from ours.
    package var tokenLeeway = 60
    /// Seconds that a request may take from its arrival, and wait for a database connection.
    package var requestSeconds = 10
    package var queueSeconds = 3
    /// Seconds that a request's body may take, from its head.
    package var bodySeconds = 30
    /// Connections that one address may have open, and all together.
    package var connectionsPerAddress = 256
    package var connectionLimit = 4_096
    /// Seconds that the server goes on listening after it was told to end, and then waits for requests that run.
    package var shutdownDelaySeconds = 2
    package var drainSeconds = 20
    /// Address of the admin port.
    package var adminHost = "127.0.0.1"
    package var readerPath = ""
    /// Its path, or its name in /usr/bin or /bin.
    package var pandoc = "pandoc"
    /// Each answer that is sent again is written anew as well, and must be the same: for tests.
    package var checksKeptAnswers = false
    /// Seconds that a document's reading may take.
    package var readingSeconds = 15
    package var allowsOldPostgreSQL = false
    package var logLevel: String

    package init(
        host: String, port: Int, adminPort: Int, stateDirectory: String, homeDirectory: String, databaseURL: String,
        adminDatabaseURL: String?,
        passwords: [IssuerKind: String], publicPassword: String?, serverKey: String, poolSize: Int, queueLimit: Int,
        baseURL: String,
        allowedHosts: Set<String>, trustedProxies: Set<String>, issuersFile: String?, logLevel: String
    ) {
        self.host = host
        self.port = port
        self.adminPort = adminPort
        self.stateDirectory = stateDirectory
        self.homeDirectory = homeDirectory
        self.databaseURL = databaseURL
        self.adminDatabaseURL = adminDatabaseURL
        self.passwords = passwords
        self.publicPassword = publicPassword
        self.serverKey = serverKey
        self.poolSize = poolSize
        self.queueLimit = queueLimit
        self.baseURL = baseURL
        self.allowedHosts = allowedHosts
        self.trustedProxies = trustedProxies
        self.issuersFile = issuersFile
        self.logLevel = logLevel
    }

    /// Name, default and meaning of each, for `samverkan serve --help`.
    package static let descriptions: [(name: String, standard: String, meaning: String)] = [
        ("SAMVERKAN_HOST", "127.0.0.1", "address to listen on"),
        ("SAMVERKAN_PORT", "8080", "port of the API"),
        ("SAMVERKAN_ADMIN_HOST", "127.0.0.1", "address of health and metrics"),
        ("SAMVERKAN_ADMIN_PORT", "8081", "port of health and metrics"),
        (
            "SAMVERKAN_STATE_DIR", ".samverkan",
            "directory with settings.env and, in development, the token issuer's key"
        ),
        ("SAMVERKAN_HOME", "found from the program's place", "directory with sql/ and openapi.yaml"),
        ("SAMVERKAN_DATABASE_URL", "", "host and database, as postgresql://host:port/database"),
        (
            "SAMVERKAN_POOLER", "none",
            "transaction: SAMVERKAN_DATABASE_URL is that of a pooler in transaction mode, as PgBouncer"
        ),
        (
            "SAMVERKAN_ADMIN_DATABASE_URL", "",
            "the same with a role that may migrate; used by migrate, municipality, grant"
        ),
        ("SAMVERKAN_MUNICIPALITY_PASSWORD", "", "password of the login samverkan_municipality"),
        ("SAMVERKAN_POLICE_PASSWORD", "", "password of the login samverkan_police"),
        ("SAMVERKAN_OPERATOR_PASSWORD", "", "password of the login samverkan_operator"),
        ("SAMVERKAN_PUBLIC_PASSWORD", "", "password of the login samverkan_public"),
        (
            "SAMVERKAN_PUBLISHER_PASSWORD", "",
            "password of the login samverkan_publisher; without it there is no database for BI"
        ),
        ("SAMVERKAN_BI_DATABASE_URL", "the service's, its name ending in _bi", "host and database for BI"),
        (
            "SAMVERKAN_BI_ADMIN_DATABASE_URL", "the service's, likewise",
            "the same with a role that may make it; used by migrate and bi-login"
        ),
        ("SAMVERKAN_SERVER_KEY", "", "secret by which the database knows the server; at least 32 characters"),
        ("SAMVERKAN_POOL_SIZE", "4", "database connections for municipalities; the police have half as many"),
        ("SAMVERKAN_REQUEST_SECONDS", "10", "seconds that a request may take from its arrival; 1 to 300"),
        ("SAMVERKAN_QUEUE_SECONDS", "3", "seconds that a request may wait for a database connection; 1 to 300"),
        ("SAMVERKAN_BODY_SECONDS", "30", "seconds that a request's body may take; 1 to 600"),
        ("SAMVERKAN_CONNECTIONS_PER_ADDRESS", "256", "HTTP connections from one address, trusted proxies aside"),
        ("SAMVERKAN_CONNECTION_LIMIT", "4096", "HTTP connections from all"),
        (
            "SAMVERKAN_SHUTDOWN_DELAY_SECONDS", "2",
            "seconds that the server goes on answering after SIGTERM, not ready and closing connections"
        ),
        ("SAMVERKAN_DRAIN_SECONDS", "20", "seconds that requests under way then have"),
        ("SAMVERKAN_QUEUE_LIMIT", "256", "requests that may wait for a connection, for each login"),
        ("SAMVERKAN_BASE_URL", "http://HOST:PORT", "address in links when the request tells no allowed one"),
        (
            "SAMVERKAN_ALLOWED_HOSTS", "127.0.0.1:PORT,localhost:PORT",
            "Host headers that links may repeat, separated by commas"
        ),
        ("SAMVERKAN_TRUSTED_PROXIES", "", "addresses whose Forwarded header is believed, separated by commas"),
        ("SAMVERKAN_OIDC_ISSUERS_FILE", "", "JSON file that lists trusted token issuers and their key files"),
        (
            "SAMVERKAN_TOKEN_LEEWAY", "60",
            "seconds by which an issuer's clock may differ, for exp, nbf and iat; 0 to 300"
        ),
        ("SAMVERKAN_LOG_LEVEL", "info", "trace, debug, info, notice, warning, error or critical"),
        (
            "SAMVERKAN_READER", "samverkan-read beside the program",
            "the program that reads documents in a process of its own"
        ),
        ("SAMVERKAN_READING_SECONDS", "15", "seconds that reading or writing a document may take; 1 to 300"),
        ("SAMVERKAN_PANDOC", "pandoc", "the program that writes Word files, in a process of its own"),
        (
            "SAMVERKAN_ALLOW_OLD_POSTGRESQL", "no",
            "yes lets migrate work on a PostgreSQL with known holes: for trying things only"
        ),
    ]

    /// The environment, over the state directory's `settings.env`.
    package static func reader(stateDirectory: String?) async throws -> (ConfigReader, stateDirectory: String) {
        let environment = EnvironmentVariablesProvider()
        let directory =
            stateDirectory ?? ConfigReader(provider: environment).string(forKey: "samverkan.state.dir") ?? ".samverkan"
        var providers: [any ConfigProvider] = [environment]
        let file = "\(directory)/settings.env"
        if FileManager.default.fileExists(atPath: file) {
            providers.append(try await EnvironmentVariablesProvider(environmentFilePath: FilePath(file)))
        }
        return (ConfigReader(providers: providers), directory)
    }

    /// - Throws: ``SettingsError`` with one line on the first setting that is missing or wrong.
    package static func load(stateDirectory: String? = nil) async throws -> Settings {
        let (all, directory) = try await self.reader(stateDirectory: stateDirectory)
        let config = all.scoped(to: "samverkan")
        func text(_ key: ConfigKey, _ name: String) throws -> String {
            guard let value = config.string(forKey: key), !value.isEmpty else {
                throw SettingsError("\(name) is not set; is \(directory)/settings.env there?")
            }
            return value
        }
        func number(_ key: ConfigKey, _ name: String, _ standard: Int, _ range: ClosedRange<Int>) throws -> Int {
            guard let value = config.string(forKey: key) else { return standard }
            guard let number = Int(value), range.contains(number) else {
                throw SettingsError("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
        func list(_ key: ConfigKey) -> Set<String>? {
            config.string(forKey: key).map { Set($0.split(separator: ",").map { $0.filter { !$0.isWhitespace } }) }
        }
        let host = config.string(forKey: "host") ?? "127.0.0.1"
        let port = try number("port", "SAMVERKAN_PORT", 8080, 1...65_535)
        let serverKey = try text("server.key", "SAMVERKAN_SERVER_KEY")
        if serverKey.utf8.count < 32 { throw SettingsError("SAMVERKAN_SERVER_KEY needs at least 32 characters") }
        let shownHost = host.contains(":") ? "[\(host)]" : host
        var settings = Settings(
            host: host, port: port,
            adminPort: try number("admin.port", "SAMVERKAN_ADMIN_PORT", 8081, 1...65_535),
            stateDirectory: directory,
            homeDirectory: config.string(forKey: "home") ?? self.findHome(),
            databaseURL: try text("database.url", "SAMVERKAN_DATABASE_URL"),
            adminDatabaseURL: config.string(forKey: "admin.database.url", isSecret: true),
            passwords: [
                .municipality: try text("municipality.password", "SAMVERKAN_MUNICIPALITY_PASSWORD"),
                .district: try text("police.password", "SAMVERKAN_POLICE_PASSWORD"),
                .operator: try text("operator.password", "SAMVERKAN_OPERATOR_PASSWORD"),
            ],
            publicPassword: config.string(forKey: "public.password", isSecret: true),
            serverKey: serverKey,
            poolSize: try number("pool.size", "SAMVERKAN_POOL_SIZE", 4, 1...64),
            queueLimit: try number("queue.limit", "SAMVERKAN_QUEUE_LIMIT", 256, 1...100_000),
            baseURL: config.string(forKey: "base.url") ?? "http://\(shownHost):\(port)",
            allowedHosts: list("allowed.hosts") ?? ["127.0.0.1:\(port)", "localhost:\(port)"],
            trustedProxies: list("trusted.proxies") ?? [],
            issuersFile: config.string(forKey: "oidc.issuers.file"),
            logLevel: config.string(forKey: "log.level") ?? "info")
        let pooler = config.string(forKey: "pooler") ?? "none"
        guard ["none", "transaction"].contains(pooler) else {
            throw SettingsError("SAMVERKAN_POOLER is none or transaction")
        }
        settings.isPooled = pooler == "transaction"
        settings.publisherPassword = config.string(forKey: "publisher.password", isSecret: true)
        let (biURL, biAdminURL) = (
            config.string(forKey: "bi.database.url"), config.string(forKey: "bi.admin.database.url", isSecret: true)
        )
        // Else migrate would make one database, and serve keep up another.
        if (biURL == nil) != (biAdminURL == nil) {
            throw SettingsError(
                "SAMVERKAN_BI_DATABASE_URL and SAMVERKAN_BI_ADMIN_DATABASE_URL name one database: set both or neither")
        }
        if settings.isPooled, settings.publisherPassword != nil, biURL == nil {
            throw SettingsError(
                "with SAMVERKAN_POOLER the database for BI has an address of its own, past the pooler: set SAMVERKAN_BI_DATABASE_URL and SAMVERKAN_BI_ADMIN_DATABASE_URL"
            )
        }
        settings.biDatabaseURL = biURL ?? Self.forBI(settings.databaseURL)
        settings.biAdminDatabaseURL =
            biAdminURL ?? settings.adminDatabaseURL.map(Self.forBI)
        settings.tokenLeeway = try number("token.leeway", "SAMVERKAN_TOKEN_LEEWAY", 60, 0...300)
        settings.requestSeconds = try number("request.seconds", "SAMVERKAN_REQUEST_SECONDS", 10, 1...300)
        settings.queueSeconds = try number("queue.seconds", "SAMVERKAN_QUEUE_SECONDS", 3, 1...300)
        settings.bodySeconds = try number("body.seconds", "SAMVERKAN_BODY_SECONDS", 30, 1...600)
        settings.connectionsPerAddress = try number(
            "connections.per.address", "SAMVERKAN_CONNECTIONS_PER_ADDRESS", 256, 1...100_000)
        settings.connectionLimit = try number("connection.limit", "SAMVERKAN_CONNECTION_LIMIT", 4_096, 1...100_000)
        settings.shutdownDelaySeconds = try number(
            "shutdown.delay.seconds", "SAMVERKAN_SHUTDOWN_DELAY_SECONDS", 2, 0...300)
        settings.drainSeconds = try number("drain.seconds", "SAMVERKAN_DRAIN_SECONDS", 20, 1...300)
        settings.adminHost = config.string(forKey: "admin.host") ?? "127.0.0.1"
        settings.readerPath =
            config.string(forKey: "reader")
            ?? (try? FilePath(Self.programPath()).removingLastComponent().appending("samverkan-read").string)
            ?? "samverkan-read"
        settings.pandoc = config.string(forKey: "pandoc") ?? "pandoc"
        settings.readingSeconds = try number("reading.seconds", "SAMVERKAN_READING_SECONDS", 15, 1...300)
        settings.allowsOldPostgreSQL = config.string(forKey: "allow.old.postgresql") == "yes"
        return settings
    }

    /// The address of the database beside another one on its server.
    package static func forBI(_ url: String) -> String {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return parts[0] + "_bi" + (parts.count > 1 ? "?" + parts[1] : "")
    }

    /// What the publisher needs; nil when there is no database for BI.
    package func publisher(logger: Logger, metrics: any MetricsFactory = NOOPMetricsHandler.instance) -> Publisher? {
        guard let password = self.publisherPassword else { return nil }
        let login = "samverkan_publisher"
        return Publisher(
            service: ConnectionSettings(
                url: self.databaseURL, user: login, password: password, isPooled: self.isPooled),
            target: ConnectionSettings(
                url: self.biDatabaseURL, user: login, password: password, statementTimeout: 60_000),
            logger: logger,
            metrics: metrics)
    }

    /// What the pools may take.
    var patience: Pool.Patience {
        .init(call: self.requestSeconds * 1_000, queue: min(self.queueSeconds, self.requestSeconds) * 1_000)
    }

    /// Whether the server can be reached from this machine only.
    package var isLoopback: Bool { self.host == "127.0.0.1" || self.host == "::1" || self.host == "localhost" }

    package var poolSizes: [IssuerKind: Int] {
        [.municipality: self.poolSize, .district: max(1, self.poolSize / 2), .operator: 1]
    }

    /// The nearest directory at or above the working directory, then the program, that holds `openapi.yaml` and `sql`.
    private static func findHome() -> String {
        let manager = FileManager.default
        for start in [
            manager.currentDirectoryPath, (try? FilePath(Self.programPath()).removingLastComponent().string) ?? "/",
        ] {
            var path = FilePath(start)
            while true {
                if manager.fileExists(atPath: path.appending("openapi.yaml").string),
                    manager.fileExists(atPath: path.appending("sql").string)
                {
                    return path.string
                }
                let parent = path.removingLastComponent()
                if parent == path || parent.string.isEmpty { break }
                path = parent
            }
        }
        return manager.currentDirectoryPath
    }

    private static func programPath() throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    }
}
