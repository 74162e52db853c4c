import ArgumentParser
import Configuration
import Migrator
import Postgres
import Samverkan

private func requireCode(_ code: String) throws {
    guard code.utf8.count == 4, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw ValidationError("a municipality's code has four digits") }
}

/// Prints what was done, or says in one line which rule the database refused it by.
private func administer(_ state: StateOptions, done: String, _ body: (Migrator) throws -> Void) async throws {
    let migrator = try await state.settings().migrator()
    do {
        try body(migrator)
        print(done)
    } catch let error as PostgresError {
        switch error.sqlState {
        case "23503": throw SettingsError("refused: it names a municipality, district or issuer that is not here")
        case "22008", "22007", "22P02": throw SettingsError("refused: a day or an id is not written as one")
        case "23514": throw SettingsError("refused: a value is out of its range (\(error.constraint ?? "check"))")
        default: throw error
        }
    }
}

struct MunicipalityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "municipality", abstract: "Look after municipalities and districts.", subcommands: [Add.self, AddDistrict.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a municipality, or change its name or district.")

        @Argument(help: "SCB's code, four digits.") var code: String
        @Argument(help: "Name, as Skara.") var name: String
        @Option(help: "Code of its police district.") var district = "vastra-skaraborg"
        @OptionGroup var state: StateOptions

        func validate() throws { try requireCode(self.code) }

        func run() async throws {
            try await administer(self.state, done: "municipality \(self.code) \(self.name)") { migrator in
                try migrator.asOwner("""
                    insert into app.municipality (municipality_code, name, district_code) values (\(self.code), \(self.name), \(self.district))
                    on conflict (municipality_code) do update set name = excluded.name, district_code = excluded.district_code
                    """)
            }
        }
    }

    struct AddDistrict: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "add-district", abstract: "Add a police district, or change its name.")

        @Argument(help: "Code, as vastra-skaraborg.") var code: String
        @Argument(help: "Name, as «Lokalpolisområde Västra Skaraborg».") var name: String
        @Argument(help: "Its police region.") var region: String
        @OptionGroup var state: StateOptions

        func run() async throws {
            try await administer(self.state, done: "district \(self.code) \(self.name)") { migrator in
                try migrator.asOwner("""
                    insert into app.police_district (district_code, name, region_name) values (\(self.code), \(self.name), \(self.region))
                    on conflict (district_code) do update set name = excluded.name, region_name = excluded.region_name
                    """)
            }
        }
    }
}

struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "grant", abstract: "Say who may enter, and as what.", subcommands: [Issuer.self, Add.self])

    struct Issuer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "issuer", abstract: "Say whose users an issuer of tokens speaks for: a municipality's, a district's, or the operator's.")

        @Argument(help: "The issuer, as its tokens name it.") var issuer: String
        @Option(help: "Code of the municipality.") var municipality: String?
        @Option(help: "Code of the district.") var district: String?
        @OptionGroup var state: StateOptions

        func validate() throws {
            if self.municipality != nil, self.district != nil { throw ValidationError("an issuer speaks for a municipality or a district, not both") }
        }

        func run() async throws {
            let kind = self.municipality != nil ? "municipality" : self.district != nil ? "district" : "operator"
            try await administer(self.state, done: "issuer \(self.issuer): \(kind)") { migrator in
                try migrator.asOwner("""
                    insert into access.issuer (issuer, kind, municipality_code, district_code)
                    values (\(self.issuer), \(kind), \(self.municipality), \(self.district))
                    on conflict (issuer) do update set kind = excluded.kind, municipality_code = excluded.municipality_code, district_code = excluded.district_code
                    """)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Give a person a role, or change it.")

        @Argument(help: "The issuer of the person's tokens.") var issuer: String
        @Argument(help: "The person, as the issuer's tokens name it (sub).") var subject: String
        @Argument(help: "coordinator, contributor, reader, auditor, municipalOfficer, districtReader, headOfDistrict or operator.") var role: String
        @Option(help: "Code of the municipality.") var municipality: String?
        @Option(help: "Code of the district.") var district: String?
        @Option(help: "Last day, YYYY-MM-DD.") var until: String?
        @Option(help: "Id of a responsible party that a contributor reports for. May be repeated.") var party: [String] = []
        @OptionGroup var state: StateOptions

        func run() async throws {
            try await administer(self.state, done: "grant \(self.role) to \(self.subject)") { migrator in
                try migrator.asOwner("""
                    insert into access.caller_grant (issuer, subject, role, municipality_code, district_code, valid_until, responsible_party_ids)
                    values (\(self.issuer), \(self.subject), \(self.role), \(self.municipality), \(self.district), \(self.until)::date,
                        \("{" + self.party.joined(separator: ",") + "}")::uuid[])
                    on conflict (issuer, subject, municipality_code, district_code) do update
                    set role = excluded.role, valid_until = excluded.valid_until, responsible_party_ids = excluded.responsible_party_ids
                    """)
            }
        }
    }
}

struct BILoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bi-login", abstract: "Look after logins of BI tools.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Make a database login that reads the views of schema bi, or change what it sees.",
            discussion: "Its password is read from SAMVERKAN_BI_PASSWORD, else made up; it is printed once.")

        @Argument(help: "Lowercase letters, digits and underscores; not beginning with samverkan or pg_.") var name: String
        @Option(help: "Code of a municipality it sees. May be repeated.") var municipality: [String] = []
        @Option(help: "Code of the district whose established documents it sees.") var district: String?
        @OptionGroup var state: StateOptions

        func validate() throws {
            guard (1...63).contains(self.name.utf8.count), !self.name.hasPrefix("samverkan"), !self.name.hasPrefix("pg_"), self.name != "postgres",
                self.name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }),
                self.name.utf8.first.map({ (0x61...0x7A).contains($0) }) == true
            else { throw ValidationError("the name must have lowercase letters, digits and underscores, and not begin with samverkan or pg_") }
            for code in self.municipality { try requireCode(code) }
            if !self.municipality.isEmpty, self.district != nil { throw ValidationError("a login sees municipalities or a district, not both") }
        }

        func run() async throws {
            let (config, _) = try await Settings.reader(stateDirectory: self.state.stateDirectory)
            let password = config.string(forKey: "samverkan.bi.password", isSecret: true)
                ?? (0..<32).map { _ in String("abcdefghijkmnopqrstuvwxyz23456789".randomElement() ?? "x") }.joined()
            try await administer(self.state, done: "login \(self.name) with password \(password)") { migrator in
                try migrator.addBILogin(self.name, password: password, municipalities: self.municipality, district: self.district)
            }
        }
    }
}
