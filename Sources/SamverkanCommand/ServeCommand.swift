import ArgumentParser
import Glibc
import Logging
import Metrics
import Samverkan
import ServiceLifecycle
import UnixSignals

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the API, and health and metrics on the admin port, until a signal ends it.",
        discussion: "Settings, from the environment or settings.env in the state directory:\n"
            + Settings.descriptions.map { setting in
                let name = setting.name + String(repeating: " ", count: max(1, 32 - setting.name.count))
                return "  \(name)\(setting.meaning)" + (setting.standard.isEmpty ? "" : " (\(setting.standard))")
            }.joined(separator: "\n"))

    @OptionGroup var state: StateOptions

    private static let otherDescriptors = 200

    /// Raises the number of open files to what the process may have at most.
    private static func raisedDescriptorLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Int(clamping: limit.rlim_cur)
    }

    func run() async throws {
        var settings = try await self.state.settings()
        guard let level = Logger.Level(rawValue: settings.logLevel) else {
            throw SettingsError("SAMVERKAN_LOG_LEVEL «\(settings.logLevel)» is no level")
        }
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "samverkan")
        logger.logLevel = level
        // Each connection is a descriptor; the database, documents and the admin port need some, too.
        let descriptors = Self.raisedDescriptorLimit()
        if descriptors < settings.connectionLimit + Self.otherDescriptors {
            settings.connectionLimit = max(descriptors - Self.otherDescriptors, 16)
            logger.warning(
                "the process may open \(descriptors) files, so that it takes \(settings.connectionLimit) connections; raise its limit (LimitNOFILE)"
            )
        }
        let metrics = PrometheusMetrics()
        MetricsSystem.bootstrap(metrics)
        let services = try await SamverkanApplication.services(settings, logger: logger, metrics: metrics)
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch {
            throw SettingsError(
                "stopped: \(error) (listening on \(settings.host), ports \(settings.port) and \(settings.adminPort))")
        }
    }
}
