package import ArgumentParser
package import Samverkan

extension Benchmark.Subject: ExpressibleByArgument {}

/// What `deploy/bench` needs of the service.
struct BenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Scripts and tokens for deploy/bench.", shouldDisplay: false,
        subcommands: [Script.self, Tokens.self])

    struct Script: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "script", abstract: "Print a pgbench script of the statements that a request runs.")

        @Argument(help: "plan, list or follow-up.") var subject: Benchmark.Subject
        @OptionGroup var state: StateOptions

        func run() async throws {
            print(try Benchmark.script(self.subject, serverKey: try await self.state.settings().serverKey))
        }
    }

    struct Tokens: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tokens", abstract: "Print a coordinator's token for each municipality, an hour long.")

        @OptionGroup var state: StateOptions

        func run() async throws {
            let settings = try await self.state.settings()
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
