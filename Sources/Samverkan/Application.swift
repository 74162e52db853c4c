import FoundationEssentials
import Hummingbird
import NIOCore
import NIOPosix
public import Logging
import Postgres
public import ServiceLifecycle

/// Puts the service together: settings, database, issuers, routes, in the order in which they start and stop.
public enum SamverkanApplication {
    public static let version = "0.1.0"

    /// The API and the admin port, ready to run; the database is closed when they have stopped.
    ///
    /// - Parameters:
    ///   - metrics: what the admin port shows.
    ///   - onListening: told the port of the API (`false`) and of the admin (`true`) when they listen.
    /// - Throws: ``SettingsError`` or ``PostgresError`` when the service cannot start with these settings.
    public static func services(
        _ settings: Settings, logger: Logger, metrics: PrometheusMetrics = PrometheusMetrics(), onListening: @escaping @Sendable (_ isAdmin: Bool, _ port: Int) async -> Void = { _, _ in }
    ) async throws -> [any ServiceLifecycle.Service] {
        let development = try DevelopmentIssuer(stateDirectory: settings.stateDirectory)
        if development != nil, !settings.isLoopback {
            throw SettingsError("the development issuer in \(settings.stateDirectory) is for this machine only, so SAMVERKAN_HOST must be 127.0.0.1")
        }
        let issuers = try await Self.issuers(settings)
        for reason in issuers.flatMap(\.keys.passedOver) { logger.warning("a key is passed over", metadata: ["reason": .string(reason)]) }
        if issuers.isEmpty, development == nil { throw SettingsError("nobody could log in: set SAMVERKAN_OIDC_ISSUERS_FILE") }
        guard FileManager.default.isExecutableFile(atPath: settings.pandocPath) else {
            throw SettingsError("\(settings.pandocPath), which reads .docx files, is not there; install pandoc or set SAMVERKAN_PANDOC")
        }
        let authenticator = try await Authenticator(issuers, development: development, leeway: settings.tokenLeeway)
        try Database.check(url: settings.databaseURL, passwords: settings.passwords)

        guard let specification = FileManager.default.contents(atPath: "\(settings.homeDirectory)/openapi.yaml") else {
            throw SettingsError("cannot read \(settings.homeDirectory)/openapi.yaml; set SAMVERKAN_HOME")
        }
        // The pools start threads: nothing that can fail comes after them.
        let database = Database(
            url: settings.databaseURL, passwords: settings.passwords, serverKey: settings.serverKey,
            poolSizes: settings.poolSizes, queueLimit: settings.queueLimit,
            onFailure: { logger.warning("database", metadata: ["error": .string($0.description)]) })
        let service = Service(
            settings: settings, database: database, authenticator: authenticator,
            specification: String(decoding: specification, as: UTF8.self), metrics: metrics, logger: logger)
        let api = Application(
            router: service.router(),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(settings.host, port: settings.port), reuseAddress: true),
            onServerRunning: { await onListening(false, $0.localAddress?.port ?? 0) }, logger: logger)
        let admin = Application(
            router: AdminRoutes.router(service),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(settings.host, port: settings.adminPort), reuseAddress: true),
            onServerRunning: { await onListening(true, $0.localAddress?.port ?? 0) }, logger: logger)
        // Stopped in reverse order: first no new requests, then the admin port, last the database.
        return [DatabaseService(database: database), admin, api]
    }

    private static func issuers(_ settings: Settings) async throws -> [TrustedIssuer] {
        guard let path = settings.issuersFile else { return [] }
        return try await TrustedIssuer.load(path: path)
    }

    private struct DatabaseService: ServiceLifecycle.Service {
        let database: Database

        func run() async throws {
            try? await gracefulShutdown()
            // Waits for what was accepted: not on a thread that others need.
            try await NIOThreadPool.singleton.runIfActive { self.database.shutDown() }
        }
    }
}
