/// A table of causes and measures: which column is which, by the usual names.
struct ActionTable {
    enum Column: Equatable {
        case area, cause, measure, responsible, contact, followUp, schedule, target, status
        case unknown(String)
    }

    let line: Int
    let columns: [Column]
    let rows: [TableRow]

    private static let names: [(Column, [String])] = [
        (.measure, ["åtgärd", "åtgärder", "aktivitet", "aktiviteter", "insats", "insatser"]),
        (.cause, ["orsak", "orsaker", "problem", "problembild", "bakgrund"]),
        (.responsible, ["ansvarig", "ansvariga", "ansvar", "utförare", "ansvarig utförare"]),
        (.followUp, ["uppföljning", "uppföljningar", "mätning", "utvärdering"]),
        (.schedule, ["när", "tidplan", "tidsplan", "tid", "tidpunkt", "klart", "datum"]),
        (.target, ["mål", "delmål", "indikator", "indikatorer"]),
        (.status, ["status", "läge"]),
        (.contact, ["kontakt", "kontaktperson", "kontaktpersoner"]),
        (.area, ["område", "prioriterat område", "fokusområde"]),
    ]

    /// Columns of a header row; nil when it names none that is known.
    static func columns(of row: TableRow) -> [Column]? {
        var taken: [Column] = []
        let columns = row.cells.map { cell -> Column in
            let text = Inline.plain(cell).trimmed
            // «Åtgärd/Aktivitet», «Mål och indikator»: the first known name counts.
            let parts = [text] + text.split(separator: "/").map(String.init) + text.replacing(" och ", with: "/").split(separator: "/").map(String.init)
            for part in parts {
                let key = part.comparisonKey
                if let known = Self.names.first(where: { $0.1.contains(key) })?.0, !taken.contains(known) {
                    taken.append(known)
                    return known
                }
            }
            return .unknown(text)
        }
        return taken.isEmpty ? nil : columns
    }

    /// The table as an action table, nil when its first row names no known column.
    init?(_ rows: [TableRow]) {
        guard let header = rows.first, let columns = Self.columns(of: header) else { return nil }
        self.line = header.line
        self.columns = columns
        // A header repeated on the next page is no row.
        self.rows = rows.dropFirst().filter { Self.columns(of: $0) != columns || $0.cells.map(\.trimmed) != header.cells.map(\.trimmed) }
    }

    func text(_ column: Column, _ row: TableRow) -> String {
        guard let index = self.columns.firstIndex(of: column), index < row.cells.count else { return "" }
        return row.cells[index].trimmed
    }

    /// Cells under unknown names, and beyond the last name, as «name: text».
    func notes(_ row: TableRow) -> [String] {
        row.cells.enumerated().compactMap { index, cell in
            let text = Inline.plain(Inline.paragraphs(cell).joined(separator: " "))
            guard !text.isEmpty else { return nil }
            guard index < self.columns.count else { return text }
            switch self.columns[index] {
            case .unknown(let name): return name.isEmpty ? text : "\(name): \(text)"
            case .status: return "Status: \(text)"
            default: return nil
            }
        }
    }
}
