import ArgumentParser
import Migrator
import Postgres
import Samverkan

struct BILoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bi-login", abstract: "Look after logins of BI tools, in the database for BI.",
        subcommands: [Add.self, Change.self, List.self, Rotate.self, Remove.self])

    /// What a login sees: some municipalities, some districts, or the country.
    struct ScopeOptions: ParsableArguments {
        @Option(help: "Code of a municipality it sees. May be repeated.") var municipality: [String] = []
        @Option(help: "Code of a district whose established documents it sees. May be repeated.") var district:
            [String] = []
        @Flag(help: "It sees what is established everywhere.") var country = false

        func validate() throws {
            for code in self.municipality { try requireCode(code) }
            guard [!self.municipality.isEmpty, !self.district.isEmpty, self.country].filter({ $0 }).count == 1 else {
                throw ValidationError("a login sees municipalities, districts or the country: say one of them")
            }
        }

        /// - Throws: ``MigratorError`` when a code is of nothing that is here.
        func scope(_ migrator: Migrator) throws -> BIDatabase.Scope {
            for code in self.municipality
            where try migrator.asOwner("select 1 from app.municipality where municipality_code = \(code)").isEmpty {
                throw MigratorError.unknownMunicipality(code)
            }
            for code in self.district
            where try migrator.asOwner("select 1 from app.police_district where district_code = \(code)").isEmpty {
                throw MigratorError.unknownDistrict(code)
            }
            if self.country { return .country }
            return self.district.isEmpty
                ? .municipalities(Set(self.municipality).sorted()) : .districts(Set(self.district).sorted())
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Make a login, and print its name, password and address.",
            discussion:
                "Its name is made up, since all logins of a server see each other's. The password is printed this once."
        )

        @Option(help: "What you know it by, as «Skara, Power BI».") var note = ""
        @OptionGroup var scope: ScopeOptions
        @OptionGroup var state: StateOptions

        func run() async throws {
            let settings = try await self.state.settings()
            let bi = try settings.requiredBIDatabase()
            let scope = try self.scope.scope(settings.migrator())
            let (name, password) = (BIDatabase.newName(), BIDatabase.newPassword())
            try bi.show(scope, to: name, password: password, note: self.note)
            print(
                """
                login     \(name)
                password  \(password)
                address   \(BIDatabase.address(settings.biDatabaseURL, login: name))
                schema    \(scope.name)
                """)
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "change", abstract: "Let a login see something else. It keeps its password.")

        @Argument(help: "The login.") var name: String
        @Option(help: "What you know it by.") var note: String?
        @OptionGroup var scope: ScopeOptions
        @OptionGroup var state: StateOptions

        func run() async throws {
            let settings = try await self.state.settings()
            let bi = try settings.requiredBIDatabase()
            let scope = try self.scope.scope(settings.migrator())
            guard try bi.logins().contains(where: { $0[0] == self.name }) else {
                throw MigratorError.unknownLogin(self.name)
            }
            let password = BIDatabase.newPassword()
            let isNew = try bi.show(scope, to: self.name, password: password, note: self.note)
            print(
                "login \(self.name) sees schema \(scope.name), with the password "
                    + (isNew ? "\(password): its role was gone" : "it had"))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the logins and what they see.")

        @OptionGroup var state: StateOptions

        func run() async throws {
            printTable(
                ["login", "sees", "schema", "since", "may log in", "note"],
                try await self.state.settings().requiredBIDatabase().logins())
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate", abstract: "Give a login a new password, print it, and end its sessions.")

        @Argument(help: "The login.") var name: String
        @OptionGroup var state: StateOptions

        func run() async throws {
            let password = BIDatabase.newPassword()
            try await self.state.settings().requiredBIDatabase().rotate(self.name, password: password)
            print("login     \(self.name)\npassword  \(password)")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take a login away, and end its sessions.")

        @Argument(help: "The login.") var name: String
        @OptionGroup var state: StateOptions

        func run() async throws {
            try await self.state.settings().requiredBIDatabase().remove(self.name)
            print("login \(self.name) is gone")
        }
    }
}
