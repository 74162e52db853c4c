import ArgumentParser
import Configuration
import Migrator
import Postgres
import Samverkan

struct MunicipalityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "municipality", abstract: "Look after municipalities and districts.",
        subcommands: [Add.self, AddDistrict.self, List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List municipalities and their districts.")

        @OptionGroup var state: StateOptions

        func run() async throws {
            printTable(
                ["code", "name", "district"],
                try await self.state.settings().migrator().asOwner(
                    "select municipality_code, name, district_code from app.municipality order by municipality_code"))
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a municipality, or change its name or district.")

        @Argument(help: "SCB's code, four digits.") var code: String
        @Argument(help: "Name, as Skara.") var name: String
        @Option(help: "Code of its police district.") var district = "vastra-skaraborg"
        @OptionGroup var state: StateOptions

        func validate() throws { try requireCode(self.code) }

        func run() async throws {
            try await administer(self.state) { migrator in
                try migrator.asOwner(
                    """
                    insert into app.municipality (municipality_code, name, district_code) values (\(self.code),
                        \(self.name), \(self.district))
                    on conflict (municipality_code) do update set name = excluded.name,
                        district_code = excluded.district_code
                    """)
            }
            print("municipality \(self.code) \(self.name)")
        }
    }

    struct AddDistrict: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add-district", abstract: "Add a police district, or change its name.")

        @Argument(help: "Code, as vastra-skaraborg.") var code: String
        @Argument(help: "Name, as «Lokalpolisområde Västra Skaraborg».") var name: String
        @Argument(help: "Its police region.") var region: String
        @OptionGroup var state: StateOptions

        func run() async throws {
            try await administer(self.state) { migrator in
                try migrator.asOwner(
                    """
                    insert into app.police_district (district_code, name, region_name) values (\(self.code),
                        \(self.name), \(self.region))
                    on conflict (district_code) do update set name = excluded.name, region_name = excluded.region_name
                    """)
            }
            print("district \(self.code) \(self.name)")
        }
    }
}
