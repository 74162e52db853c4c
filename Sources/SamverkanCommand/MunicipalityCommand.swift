import ArgumentParser
import Configuration
import FoundationEssentials
import Migrator
import Postgres
import Samverkan

struct MunicipalityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "municipality", abstract: "Look after municipalities and districts.",
        subcommands: [Add.self, AddDistrict.self, List.self, Population.self])

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

    struct Population: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "population",
            abstract: "Load how many live in each municipality, for what BI counts per 1,000 inhabitants.",
            discussion:
                "A CSV file with the columns kommunkod, ar and folkmangd in its first line, divided by commas or semicolons: the number on 31 December, as Statistics Sweden publishes it. Municipalities that are not here are passed over; what is loaded again takes the place of what was there. All of it or nothing."
        )

        @Argument(help: "The file.") var file: String
        @OptionGroup var state: StateOptions

        func run() async throws {
            guard let data = FileManager.default.contents(atPath: self.file), data.count < 10_000_000,
                let text = String(validating: data, as: UTF8.self)
            else { throw SettingsError("cannot read \(self.file), or it is no UTF-8 of less than 10 MB") }
            let rows = try InhabitantRows(text)
            let result = try await administer(self.state) { migrator in
                try migrator.asOwner(
                    """
                    with given as (
                        select * from unnest(\(rows.codes)::text[], \(rows.years)::integer[], \(rows.inhabitants)::integer[])
                            x (code, year, inhabitants)
                    ), kept as (
                        insert into app.population as p (municipality_code, year, inhabitants)
                        select g.code, g.year, g.inhabitants from given g
                            join app.municipality m on m.municipality_code = g.code
                        on conflict (municipality_code, year) do update set inhabitants = excluded.inhabitants
                            where p.inhabitants <> excluded.inhabitants
                        returning 1
                    )
                    select (select count(*) from kept), (select count(distinct g.code) from given g
                        where not exists (select from app.municipality m where m.municipality_code = g.code))
                    """)
            }
            let (kept, passedOver) = (result.first?.int(0) ?? 0, result.first?.int(1) ?? 0)
            print(
                "\(kept) rows new or changed of \(rows.count)"
                    + (passedOver > 0 ? "; \(passedOver) municipalities are not here" : ""))
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

/// The rows of a file with `kommunkod`, `ar` and `folkmangd`, as arrays for PostgreSQL.
private struct InhabitantRows {
    let count: Int
    let codes: String
    let years: String
    let inhabitants: String

    /// - Throws: ``SettingsError`` with the line that is wrong.
    init(_ text: String) throws {
        var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }[...]
        let heading = (lines.popFirst() ?? "").drop { $0 == "\u{FEFF}" }
        let delimiter: Character = heading.contains(";") ? ";" : ","
        func cells(_ line: Substring) -> [String] {
            line.split(separator: delimiter, omittingEmptySubsequences: false).map {
                String($0.trimming { $0 == " " || $0 == "\"" })
            }
        }
        let names = cells(heading).map { $0.lowercased() }
        guard let code = names.firstIndex(of: "kommunkod"),
            let year = names.firstIndex(where: { ["ar", "år"].contains($0) }),
            let inhabitants = names.firstIndex(where: { ["folkmangd", "folkmängd"].contains($0) })
        else { throw SettingsError("the first line must name the columns kommunkod, ar and folkmangd") }
        var seen: Set<String> = []
        var rows: [(String, String, String)] = []
        for (number, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
            let row = cells(line)
            guard row.count == names.count, MunicipalityCode.all.contains(row[code]), let theYear = Int(row[year]),
                (1990...2200).contains(theYear), let theNumber = Int(row[inhabitants]),
                (1...9_999_999).contains(theNumber)
            else {
                throw SettingsError(
                    "line \(number + 2) is no municipality's code, year and number of inhabitants: nothing was loaded")
            }
            guard seen.insert("\(row[code]) \(theYear)").inserted else {
                throw SettingsError("line \(number + 2) names \(row[code]) \(theYear) once more: nothing was loaded")
            }
            rows.append((row[code], "\(theYear)", "\(theNumber)"))
        }
        func list(_ values: [String]) -> String { "{" + values.joined(separator: ",") + "}" }
        self.count = rows.count
        self.codes = list(rows.map(\.0))
        self.years = list(rows.map(\.1))
        self.inhabitants = list(rows.map(\.2))
    }
}

extension Substring {
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self.drop(while: isTrimmed)
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
