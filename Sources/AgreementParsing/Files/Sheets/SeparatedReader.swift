/// Reads rows of values (RFC 4180) that commas, semicolons or tabs divide.
enum SeparatedReader {
    /// - Throws: ``DocumentError/tooLarge``.
    static func read(_ text: String) throws(DocumentError) -> DocumentTree {
        let text = Layout.normalised(text)
        let separator = self.separator(text)
        var rows: [[Int: SheetBlocks.Cell]] = []
        var row: [Int: SheetBlocks.Cell] = [:]
        var value = ""
        var column = 0
        var isQuoted = false
        var wasQuote = false
        func endValue() throws(DocumentError) {
            if column >= TreeBuilder.columnLimit { throw .tooLarge }
            if !value.isEmpty { row[column] = .init(text: Self.unmarked(value)) }
            (value, wasQuote) = ("", false)
            column += 1
        }
        func endRow() throws(DocumentError) {
            try endValue()
            if rows.count == DocumentLimits.lines { throw .tooLarge }
            rows.append(row)
            (row, column) = ([:], 0)
        }
        for character in text {
            if isQuoted {
                if character == "\"" { (isQuoted, wasQuote) = (false, true) } else { value.append(character) }
            } else if character == "\"", value.isEmpty || wasQuote {
                // Two within quotation marks are one of the value's.
                if wasQuote { value.append("\"") }
                (isQuoted, wasQuote) = (true, false)
            } else if character == separator {
                try endValue()
            } else if character == "\n" {
                try endRow()
            } else {
                value.append(character)
            }
        }
        if !value.isEmpty || !row.isEmpty { try endRow() }
        var builder = TreeBuilder()
        try SheetBlocks.add(rows, to: &builder, .body, lines: true)
        var tree = builder.tree
        tree.hasLines = true
        return tree
    }

    /// Without the apostrophe before what a spreadsheet would have made a formula, a date or a number of, which files that
    /// were written with care have there.
    private static func unmarked(_ value: String) -> String {
        guard value.first == "'", let second = value.dropFirst().unicodeScalars.first else { return value }
        let isMarked =
            "=+-@'＝＋－＠\t ".unicodeScalars.contains(second) || second.properties.numericType != nil
            || ["sant", "falskt", "true", "false"].contains(value.dropFirst().lowercased())
        return isMarked ? String(value.dropFirst()) : value
    }

    /// What divides most of the first lines, outside quotation marks.
    private static func separator(_ text: String) -> Character {
        var counts: [Character: Int] = [:]
        var isQuoted = false
        for character in text.prefix(20_000) {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, ";,\t".contains(character) { counts[character, default: 0] += 1 }
        }
        // A semicolon is rarer in text than a comma, and a tab than either.
        if let tabs = counts["\t"], tabs > 2 { return "\t" }
        return counts[";", default: 0] * 2 >= counts[",", default: 0] && counts[";"] != nil ? ";" : ","
    }
}
