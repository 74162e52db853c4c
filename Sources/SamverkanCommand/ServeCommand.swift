import ArgumentParser
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

    func run() async throws {
        let settings = try await self.state.settings()
        guard let level = Logger.Level(rawValue: settings.logLevel) else { throw SettingsError("SAMVERKAN_LOG_LEVEL «\(settings.logLevel)» is no level") }
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "samverkan")
        logger.logLevel = level
        let metrics = PrometheusMetrics()
        MetricsSystem.bootstrap(metrics)
        let services = try await SamverkanApplication.services(settings, logger: logger, metrics: metrics)
        let group = ServiceGroup(configuration: .init(
            services: services.map { .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch {
            throw SettingsError("stopped: \(error) (listening on \(settings.host), ports \(settings.port) and \(settings.adminPort))")
        }
    }
}
