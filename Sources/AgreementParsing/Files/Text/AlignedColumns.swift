/// Tables whose columns are set with blanks, as a text has them that was copied out of a page.
enum AlignedColumns {
    /// A line of at least three names, two or more blanks apart, of which one is a measure's and another is known.
    static func header(_ line: String) -> (starts: [Int], names: [String])? {
        guard line.contains("   "), !line.contains("|") else { return nil }
        let parts = self.parts(line)
        guard parts.count >= 3, parts.allSatisfy({ $0.text.count <= 40 }) else { return nil }
        let columns = parts.map { ColumnNames.standard.column($0.text) }
        let known = columns.count { if case .unknown = $0 { false } else { true } }
        return columns.contains(.measure) && known >= 2 ? (parts.map(\.start), parts.map(\.text)) : nil
    }

    /// The line's cells by where they begin; nil when it isn't set in these columns.
    static func cells(_ line: String, _ starts: [Int]) -> [String]? {
        var cells = [String](repeating: "", count: starts.count)
        for part in self.parts(line) {
            // The column that begins nearest.
            guard let column = starts.indices.min(by: { abs(starts[$0] - part.start) < abs(starts[$1] - part.start) }),
                abs(starts[column] - part.start) <= 2
            else { return nil }
            cells[column] += cells[column].isEmpty ? part.text : " " + part.text
        }
        return cells
    }

    /// Texts that stand two or more blanks apart, and where each begins.
    private static func parts(_ line: String) -> [(start: Int, text: String)] {
        var parts: [(start: Int, text: String)] = []
        var blanks = 2
        for (place, character) in line.enumerated() {
            if character == " " || character == "\u{A0}" {
                blanks += 1
                continue
            }
            if blanks >= 2 {
                parts.append((place, String(character)))
            } else {
                parts[parts.count - 1].text += (blanks == 1 ? " " : "") + String(character)
            }
            blanks = 0
        }
        return parts
    }
}
