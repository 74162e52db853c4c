import ArgumentParser
import Configuration
import Migrator
import Postgres
import Samverkan

struct BILoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bi-login", abstract: "Look after logins of BI tools.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Make a database login that reads the views of schema bi, or change what it sees.",
            discussion: "Its password is read from SAMVERKAN_BI_PASSWORD, else made up; it is printed once.")

        @Argument(help: "Lowercase letters, digits and underscores; not beginning with samverkan or pg_.") var name:
            String
        @Option(help: "Code of a municipality it sees. May be repeated.") var municipality: [String] = []
        @Option(help: "Code of the district whose established documents it sees.") var district: String?
        @OptionGroup var state: StateOptions

        func validate() throws {
            guard (1...63).contains(self.name.utf8.count), !self.name.hasPrefix("samverkan"),
                !self.name.hasPrefix("pg_"), self.name != "postgres",
                self.name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }),
                self.name.utf8.first.map({ (0x61...0x7A).contains($0) }) == true
            else {
                throw ValidationError(
                    "the name must have lowercase letters, digits and underscores, and not begin with samverkan or pg_")
            }
            for code in self.municipality { try requireCode(code) }
            if self.municipality.isEmpty == (self.district == nil) {
                throw ValidationError("a login sees municipalities or a district: say one of them")
            }
        }

        func run() async throws {
            let (config, _) = try await Settings.reader(stateDirectory: self.state.stateDirectory)
            let password =
                config.string(forKey: "samverkan.bi.password", isSecret: true)
                ?? (0..<32).map { _ in String("abcdefghijkmnopqrstuvwxyz23456789".randomElement() ?? "x") }.joined()
            try await administer(self.state) { migrator in
                try migrator.addBILogin(
                    self.name, password: password, municipalities: self.municipality, district: self.district)
            }
            if let bi = try await self.state.settings().biDatabase() {
                try bi.show(
                    self.district.map { .districts([$0]) } ?? .municipalities(self.municipality), to: self.name,
                    password: password)
            }
            print("login \(self.name) with password \(password)")
        }
    }
}
