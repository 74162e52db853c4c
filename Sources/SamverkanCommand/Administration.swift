import ArgumentParser
import Configuration
import Migrator
import Postgres
import Samverkan

func requireCode(_ code: String) throws {
    guard MunicipalityCode.all.contains(code) else {
        throw ValidationError("\(code) is none of the 290 municipalities' codes (SCB): four digits, as 1495 for Skara")
    }
}

/// A row for each line, its columns set apart by tabs, for people and for `cut`.
func printTable(_ heading: [String], _ rows: QueryResult) {
    print(heading.joined(separator: "\t"))
    for row in rows { print(heading.indices.map { row[$0] ?? "-" }.joined(separator: "\t")) }
}

/// Does it, or says in one line which rule the database refused it by.
@discardableResult
func administer<Result>(_ state: StateOptions, _ body: (Migrator) throws -> Result) async throws -> Result {
    let migrator = try await state.settings().migrator()
    do {
        return try body(migrator)
    } catch let error as PostgresError {
        switch error.sqlState {
        case "23503": throw SettingsError("refused: it names a municipality, district or issuer that is not here")
        case "22008", "22007", "22P02": throw SettingsError("refused: a day or an id is not written as one")
        case "23514": throw SettingsError("refused: a value is out of its range (\(error.constraint ?? "check"))")
        default: throw error
        }
    }
}
