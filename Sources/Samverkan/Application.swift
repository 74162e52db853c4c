import FoundationEssentials
import Hummingbird
package import Logging
import Metrics
import NIOCore
import NIOPosix
import Postgres
package import ServiceLifecycle
import UnixSignals

/// Puts the service together: settings, database, issuers, routes, in the order in which they start and stop.
package enum SamverkanApplication {
    /// The API and the admin port, ready to run; the database is closed when they have stopped.
    ///
    /// - Parameters:
    ///   - metrics: what the admin port shows.
    ///   - onListening: told the port of the API (`false`) and of the admin (`true`) when they listen.
    /// - Throws: ``SettingsError`` or ``PostgresError`` when the service cannot start with these settings.
    package static func services(
        _ settings: Settings, logger: Logger, metrics: PrometheusMetrics = PrometheusMetrics(),
        onListening: @escaping @Sendable (_ isAdmin: Bool, _ port: Int) async -> Void = { _, _ in }
    ) async throws -> [any ServiceLifecycle.Service] {
        let development = try DevelopmentIssuer(stateDirectory: settings.stateDirectory)
        if development != nil, !settings.isLoopback {
            throw SettingsError(
                "the development issuer in \(settings.stateDirectory) is for this machine only, so SAMVERKAN_HOST must be 127.0.0.1"
            )
        }
        let issuers = try await Self.issuers(settings)
        for reason in issuers.flatMap(\.keys.passedOver) {
            logger.warning("a key is passed over", metadata: ["reason": .string(reason)])
        }
        if issuers.isEmpty, development == nil {
            throw SettingsError("nobody could log in: set SAMVERKAN_OIDC_ISSUERS_FILE")
        }
        guard FileManager.default.isExecutableFile(atPath: settings.readerPath) else {
            throw SettingsError("\(settings.readerPath), which reads documents, is not there; set SAMVERKAN_READER")
        }
        let authenticator = try await Authenticator(issuers, development: development, leeway: settings.tokenLeeway)
        let schemaVersion = try Self.schemaVersion(settings)
        for warning in try Database.check(
            url: settings.databaseURL, passwords: settings.passwords, isPooled: settings.isPooled,
            needing: schemaVersion)
        {
            Counter(label: "samverkan_start_warnings_total", factory: metrics).increment()
            logger.warning("\(warning)")
        }

        guard let specification = FileManager.default.contents(atPath: "\(settings.homeDirectory)/openapi.yaml") else {
            throw SettingsError("cannot read \(settings.homeDirectory)/openapi.yaml; set SAMVERKAN_HOME")
        }
        // The pools start threads: nothing that can fail comes after them.
        let samples = SampledLog(logger)
        let database = Database(
            url: settings.databaseURL, passwords: settings.passwords, serverKey: settings.serverKey,
            poolSizes: settings.poolSizes, queueLimit: settings.queueLimit, patience: settings.patience,
            isPooled: settings.isPooled,
            onFailure: {
                samples.note(
                    "connect \($0.description)", "the database cannot be reached", ["error": .string($0.description)])
            })
        let publisher = settings.publisher(logger: logger, metrics: metrics)
        let connections = Connections(
            perAddress: settings.connectionsPerAddress, limit: settings.connectionLimit,
            trusted: settings.trustedProxies)
        let biViews = publisher.map { BIViews(url: settings.biDatabaseURL, publisher: $0) }
        let service = Service(
            settings: settings, database: database, authenticator: authenticator,
            specification: Specification(ByteBuffer(bytes: specification)), schemaVersion: schemaVersion,
            connections: connections, biViews: biViews, metrics: metrics, logger: logger, samples: samples)
        let api = Application(
            router: ServiceRouter.router(Routes.all, service),
            server: ServiceChannel.builder(connections, bodySeconds: settings.bodySeconds),
            configuration: .init(address: .hostname(settings.host, port: settings.port), reuseAddress: true),
            onServerRunning: { await onListening(false, $0.localAddress?.port ?? 0) }, logger: logger)
        let admin = Application(
            router: AdminRoutes.router(service, publisher),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(settings.adminHost, port: settings.adminPort), reuseAddress: true),
            onServerRunning: { await onListening(true, $0.localAddress?.port ?? 0) }, logger: logger)
        // Stopped in reverse order: first connections are closed as they are answered, then no new ones come, then the
        // admin port closes, last the database.
        return (publisher.map { [$0] } ?? []) + [
            DatabaseService(database: database, biViews: biViews), admin, api,
            IssuersService(settings: settings, authenticator: authenticator, logger: logger),
            DrainService(connections: connections, delay: settings.shutdownDelaySeconds, limit: settings.drainSeconds),
        ]
    }

    private static func schemaVersion(_ settings: Settings) throws -> String {
        let folder = "\(settings.homeDirectory)/sql/migrations"
        guard
            let last = try? FileManager.default.contentsOfDirectory(atPath: folder).filter({ $0.hasSuffix(".sql") })
                .max()
        else {
            throw SettingsError("cannot read \(folder); set SAMVERKAN_HOME")
        }
        return String(last.dropLast(4))
    }

    /// Told to end, the server says that it isn't ready and closes each connection with its next answer, while it goes
    /// on listening for those who have not heard yet. Who is not answered within `limit` seconds after that is cut off.
    private struct DrainService: ServiceLifecycle.Service {
        let connections: Connections
        let delay: Int
        let limit: Int

        func run() async throws {
            try? await gracefulShutdown()
            self.connections.drain()
            // Not within this task: the services that end next wait for it.
            Task { [connections, delay, limit] in
                try? await Task.sleep(for: .seconds(delay + limit))
                connections.closeAll()
            }
            try? await Task.sleep(for: .seconds(self.delay))
        }
    }

    /// Reads issuers and their keys again on SIGHUP. A file that is wrong changes nothing.
    private struct IssuersService: ServiceLifecycle.Service {
        let settings: Settings
        let authenticator: Authenticator
        let logger: Logger

        func run() async throws {
            for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
                do {
                    let issuers = try await SamverkanApplication.issuers(self.settings)
                    for reason in issuers.flatMap(\.keys.passedOver) {
                        self.logger.warning("a key is passed over", metadata: ["reason": .string(reason)])
                    }
                    self.authenticator.replace(issuers)
                    self.logger.notice(
                        "issuers and keys were read again", metadata: ["issuers": .stringConvertible(issuers.count)])
                } catch {
                    self.logger.error("issuers and keys stay as they were", metadata: ["error": .string("\(error)")])
                }
            }
        }
    }

    fileprivate static func issuers(_ settings: Settings) async throws -> [TrustedIssuer] {
        guard let path = settings.issuersFile else { return [] }
        return try await TrustedIssuer.load(path: path)
    }

    private struct DatabaseService: ServiceLifecycle.Service {
        let database: Database
        let biViews: BIViews?

        func run() async throws {
            try? await gracefulShutdown()
            await self.biViews?.shutDown()
            // Waits for what was accepted: not on a thread that others need.
            try await NIOThreadPool.singleton.runIfActive { self.database.shutDown() }
        }
    }
}
