import ArgumentParser
import Samverkan

extension Benchmark.Subject: ExpressibleByArgument {}

/// What `deploy/bench` needs of the service. It sees the service's insides, so it is built for debugging only, and no part of what is
/// installed.
@main
struct SamverkanBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samverkan-benchmark", abstract: "Scripts and tokens for deploy/bench.",
        subcommands: [Script.self, Tokens.self])

    struct Script: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "script", abstract: "Print a pgbench script of the statements that a request runs.")

        @Argument(help: "plan, list or follow-up.") var subject: Benchmark.Subject
        @Option(name: .customLong("state-dir"), help: "Directory with settings.env; else SAMVERKAN_STATE_DIR.")
        var stateDirectory: String?

        func run() async throws {
            print(
                try Benchmark.script(
                    self.subject, serverKey: try await Settings.load(stateDirectory: self.stateDirectory).serverKey))
        }
    }

    struct Tokens: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tokens", abstract: "Print a coordinator's token for each municipality, an hour long.")

        @Option(name: .customLong("state-dir"), help: "Directory with settings.env; else SAMVERKAN_STATE_DIR.")
        var stateDirectory: String?

        func run() async throws {
            let settings = try await Settings.load(stateDirectory: self.stateDirectory)
            guard let issuer = try DevelopmentIssuer(stateDirectory: settings.stateDirectory) else {
                throw SettingsError("there is no development issuer")
            }
            for code in Benchmark.municipalities {
                print(
                    try await issuer.token(
                        for: try DevelopmentIssuer.caller(role: .coordinator, municipality: code, district: nil),
                        minutes: 60))
            }
        }
    }
}
