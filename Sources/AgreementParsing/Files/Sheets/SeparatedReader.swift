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
            if !value.isEmpty { row[column] = .init(text: SpreadsheetText.unmarked(value)) }
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
        let head = (rows.first ?? [:]).sorted { $0.key < $1.key }.map(\.value.text)
        var builder = TreeBuilder()
        try SheetBlocks.add(rows, to: &builder, .body, lines: true)
        var tree = builder.tree
        tree.hasLines = true
        tree.hasWholeRows = head == OwnDocument.planColumns.map { "\($0)" }
        return tree
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
