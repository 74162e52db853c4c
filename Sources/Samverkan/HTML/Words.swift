import FoundationEssentials
import Postgres

/// What statuses, themes and kinds are called in Swedish: the rows of `app.term`, which no server sees change (a release
/// that adds some comes with a migration, and a server reads them once).
struct Words: Sendable {
    private let words: [String: String]

    static let statement: Statement =
        "select coalesce(json_object_agg(t.kind || ' ' || t.term, t.swedish), '{}') as words from app.term t"

    init(_ row: Row) {
        let json = row["words"].map { Data($0.utf8) } ?? Data()
        self.words = (try? JSONDecoder().decode([String: String].self, from: json)) ?? [:]
    }

    init() { self.words = [:] }

    var isEmpty: Bool { self.words.isEmpty }

    /// The Swedish word; the term itself where there is none.
    ///
    /// - Parameter kind: as the contract names it.
    func callAsFunction(_ kind: StaticString, _ term: String?) -> String {
        guard let term else { return "" }
        return self.words["\(kind) \(term)"] ?? term
    }
}
