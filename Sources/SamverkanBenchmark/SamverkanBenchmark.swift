import ArgumentParser
import FoundationEssentials
import Postgres
import Samverkan

extension Benchmark.Subject: ExpressibleByArgument {}

/// What `deploy/bench` needs of the service. It sees the service's insides, so it is built for debugging only, and no part of what is
/// installed.
@main
struct SamverkanBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samverkan-benchmark", abstract: "Scripts and tokens for deploy/bench.",
        subcommands: [Script.self, Statements.self, Tokens.self, Session.self])

    struct Options: ParsableArguments {
        @Option(name: .customLong("state-dir"), help: "Directory with settings.env; else SAMVERKAN_STATE_DIR.")
        var stateDirectory: String?
        @Option(help: "How many municipalities the data has.") var municipalities = 290
    }

    struct Script: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "script", abstract: "Print a pgbench script of the statements that a request runs.")

        @Argument(help: "What is requested.") var subject: Benchmark.Subject
        @OptionGroup var options: Options

        func run() async throws {
            let settings = try await Settings.load(stateDirectory: self.options.stateDirectory)
            print(
                try Benchmark.script(
                    self.subject, municipalities: self.options.municipalities, serverKey: settings.serverKey))
        }
    }

    struct Statements: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "statements",
            abstract:
                "Print the statements of a plan, a list and a report as JSON, for the servers of deploy/benchmark/peers."
        )

        @OptionGroup var options: Options

        func run() async throws {
            let settings = try await Settings.load(stateDirectory: self.options.stateDirectory)
            var sent: [String: [Benchmark.Sent]] = [:]
            for subject in [Benchmark.Subject.plan, .list, .followUp] {
                sent[subject.rawValue] = try Benchmark.statements(subject, serverKey: settings.serverKey)
            }
            print(String(decoding: try JSONEncoder().encode(sent), as: UTF8.self))
        }
    }

    struct Tokens: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tokens",
            abstract:
                "Print a token of the head of the district, then a coordinator's for each municipality, an hour long.")

        @OptionGroup var options: Options

        func run() async throws {
            let settings = try await Settings.load(stateDirectory: self.options.stateDirectory)
            guard let issuer = try DevelopmentIssuer(stateDirectory: settings.stateDirectory) else {
                throw SettingsError("there is no development issuer")
            }
            let head = try DevelopmentIssuer.caller(
                role: .headOfDistrict, municipality: nil, district: Benchmark.district)
            print(try await issuer.token(for: head, minutes: 60))
            for code in Benchmark.codes(self.options.municipalities) {
                print(
                    try await issuer.token(
                        for: try DevelopmentIssuer.caller(role: .coordinator, municipality: code, district: nil),
                        minutes: 60))
            }
        }
    }

    struct Session: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "session", abstract: "Print the options with which the server opens its sessions.")

        func run() { print(ConnectionSettings(url: "").sessionOptions) }
    }
}
