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

/// Heads and feet of pages within a text that was copied out of pages: what stands together with the page's number.
struct PageFurniture {
    /// By the line's place: what it says beside the page's number; empty for what has been said before.
    private(set) var furniture: [Int: String] = [:]

    init(_ lines: [String]) {
        guard lines.contains(where: { Self.isPageNumber($0.trimmed) }) else { return }
        var said: Set<String> = []
        var index = 0
        while index < lines.count {
            let start = index
            while index < lines.count, !lines[index].trimmed.isEmpty { index += 1 }
            let block = start..<index
            index += 1
            guard block.count <= 6, block.contains(where: { Self.isPageNumber(lines[$0].trimmed) }) else { continue }
            for place in block {
                let text = lines[place].trimmed
                self.furniture[place] = Self.isPageNumber(text) || !said.insert(text).inserted ? "" : text
            }
        }
    }

    /// The word for a page, whose number is a field.
    static func isOnlyPage(_ text: String) -> Bool {
        ["sida", "sidan", "sid", "sida av", "sidan av", "sid av", "av"].contains(
            String(text.key.filter { $0.isAlphabetic || $0 == " " }).key)
    }

    /// «Sida 2 av 3», «Sid 2 (3)», «2 (3)», «2/3».
    static func isPageNumber(_ text: String) -> Bool {
        guard text.count <= 20, text.contains(where: \.isNumeric) else { return false }
        var rest = text.key
        let isNamed = ["sida ", "sidan ", "sid ", "sid. ", "s. "].contains { rest.hasPrefix($0) }
        if isNamed { rest = rest.drop { $0.isAlphabetic || $0 == "." || $0 == " " }.trimmed }
        let numbers = rest.split { !$0.isNumeric }
        let marks = rest.filter { !$0.isNumeric && !$0.isBlank }
        return isNamed
            ? numbers.count <= 2 && ["", "av", "()", "/"].contains(marks) : numbers.count == 2 && marks == "()"
    }
}
