package import ArgumentParser
package import Samverkan

extension DevelopmentIssuer.Role: ExpressibleByArgument {}

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Print a short-lived token of the local development issuer, and nothing else.")

    @Option(
        name: .customLong("as"),
        help: "Whose token: \(DevelopmentIssuer.Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: DevelopmentIssuer.Role

    @Option(help: "Code of the municipality, for its own roles and its municipal police officer.")
    var municipality: String?

    @Option(help: "Code of the police district, for its roles.")
    var district: String?

    @Option(help: "How many minutes it lives, from 1 to 60.")
    var minutes = 5

    @OptionGroup var state: StateOptions

    func validate() throws {
        if !(1...60).contains(self.minutes) { throw ValidationError("--minutes must be from 1 to 60") }
    }

    func run() async throws {
        let (_, directory) = try await Settings.reader(stateDirectory: self.state.stateDirectory)
        guard let issuer = try DevelopmentIssuer(stateDirectory: directory) else {
            throw SettingsError("there is no development issuer in \(directory); deploy/run makes one")
        }
        let caller = try DevelopmentIssuer.caller(
            role: self.role, municipality: self.municipality, district: self.district)
        print(try await issuer.token(for: caller, minutes: self.minutes))
    }
}
