/// Reads plain text and Markdown into a ``DocumentTree``: headings, paragraphs, lists, rules, and tables whose cells
/// are divided by tabs, by `|`, or by blanks that stand in columns.
struct TextReader {
    private var builder = TreeBuilder()
    private var paragraph: (number: Int, lines: [String])?
    private var table: [(number: Int, cells: [String])] = []
    private var lastList: (paragraph: Int, indent: Int)?
    /// Lines are longer than this only where the file breaks them.
    private let width: Int

    /// - Throws: ``DocumentError/tooLarge``.
    static func read(_ text: String) throws(DocumentError) -> DocumentTree {
        let lines = Layout.normalised(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.count > DocumentLimits.lines { throw .tooLarge }
        var reader = TextReader(width: lines.reduce(0) { max($0, $1.count) })
        let pages = PageFurniture(lines)
        for (index, line) in lines.enumerated() {
            if let text = pages.furniture[index] {
                try reader.endParagraph()
                if !text.isEmpty {
                    reader.builder.add(
                        aside: try reader.builder.paragraph(text, reader.builder.place(.header, number: index + 1)))
                }
                continue
            }
            try reader.take(line, index + 1, lines)
        }
        try reader.endAll()
        var tree = reader.builder.tree
        tree.hasLines = true
        return tree
    }

    private init(width: Int) { self.width = width }

    private mutating func take(_ written: String, _ number: Int, _ lines: [String]) throws(DocumentError) {
        let line = TextMarks.normalised(written)
        let trimmed = line.trimmed
        if trimmed.isEmpty {
            // A blank line within a table does not end it; whether it does shows on the next line.
            try self.endParagraph()
            return
        }
        if let columns = self.columns {
            if let cells = AlignedColumns.cells(line, columns) {
                self.aligned(cells, number)
                return
            }
            try self.endTable()
        } else if self.table.isEmpty, let columns = AlignedColumns.header(line) {
            try self.endAll()
            self.columns = columns.starts
            self.table = [(number, columns.names)]
            return
        }
        let item = Self.listItem(trimmed)
        if item == nil || !self.table.isEmpty, let cells = Self.cells(line, continuing: !self.table.isEmpty) {
            try self.endParagraph()
            self.lastList = nil
            if cells.allSatisfy({ $0.allSatisfy { "-–—:= ".contains($0) } }) {
                // A row of nothing is a blank line.
                if cells.allSatisfy({ !$0.contains("-") && !$0.contains("–") && !$0.contains("—") }) { return }
                if line.contains("|") {
                    // `|---|---|` stands under a Markdown header, which may be a second table's.
                    if self.table.count > 1, let header = self.table.popLast() {
                        try self.endTable()
                        self.table = [header]
                    }
                    return
                }
                // A row of only dashes ends a table of tabs.
                try self.endTable()
            } else {
                try self.row(cells, number)
            }
            return
        }
        try self.endTable()
        let text = trimmed.replacing(TextMarks.escapedPipe, with: "|")
        if trimmed.count >= 3, trimmed.allSatisfy({ "-–—_*= ".contains($0) }) {
            if trimmed.allSatisfy({ "-=".contains($0) }), let paragraph, paragraph.lines.count == 1,
                !trimmed.contains(" ")
            {
                self.paragraph = nil
                try self.add(paragraph.lines[0], paragraph.number, level: trimmed.first == "=" ? 1 : 2)
                return
            }
            try self.endAll()
            self.builder.add(.rule(self.builder.place(number: number)))
            return
        }
        if text.hasPrefix("#") {
            let level = text.prefix { $0 == "#" }.count
            if level <= 6, text.dropFirst(level).first == " " {
                try self.endAll()
                try self.add(text.dropFirst(level).trimmed.trimmingSuffix("#").trimmed, number, level: level)
                return
            }
        }
        let indent = line.prefix { $0 == " " || $0 == "\t" }.count
        if let item {
            try self.endParagraph()
            self.paragraph = (number, [item.text.replacing(TextMarks.escapedPipe, with: "|")])
            self.item = Paragraph.ListMark(level: min(8, indent / 2), label: item.label)
            self.lastList = (number, indent)
            return
        }
        if self.item != nil, self.paragraph != nil {
            // What is indented below an item belongs to it; what isn't stands by itself.
            if indent > (self.lastList?.indent ?? 0) {
                self.paragraph?.lines.append(text)
                return
            }
            try self.endParagraph()
        }
        if let paragraph, let last = paragraph.lines.last, self.begins(text, after: last, paragraph.lines.count) {
            try self.endParagraph()
        }
        if self.paragraph == nil { self.paragraph = (number, []) }
        self.paragraph?.lines.append(text)
    }

    /// What the paragraph is an item of.
    private var item: Paragraph.ListMark?
    /// Where the columns of a table set with blanks begin.
    private var columns: [Int]?

    /// Whether a line begins something new though no blank line stands before it: the line above is short and ends
    /// nothing.
    private func begins(_ line: String, after last: String, _ count: Int) -> Bool {
        guard line.first?.isUppercase == true, count == 1, last.count < 60, last.count * 10 < self.width * 8,
            let end = last.last, end.isAlphabetic || end.isNumeric
        else { return false }
        return true
    }

    /// The cells of a table row, or nil when the line is none. A tab, or pipes at either end, make a row.
    private static func cells(_ line: String, continuing: Bool) -> [String]? {
        let trimmed = line.trimmed
        if line.contains("\t") {
            // A tab that only indents is no table, except in one: there it is an empty first cell.
            if !continuing, !trimmed.contains("\t") { return nil }
            return line.split(separator: "\t", omittingEmptySubsequences: false).map { Self.unquoted(String($0)) }
        }
        guard trimmed.hasPrefix("|"), trimmed.dropFirst().contains("|") else { return nil }
        var inner = trimmed.dropFirst()
        if inner.hasSuffix("|") { inner = inner.dropLast() }
        return inner.split(separator: "|", omittingEmptySubsequences: false).map {
            String($0).replacing(TextMarks.escapedPipe, with: "|").trimmed
        }
    }

    /// A spreadsheet's cell that was pasted stands in quotation marks.
    private static func unquoted(_ cell: String) -> String {
        let trimmed = cell.trimmed
        guard trimmed.count > 2, trimmed.hasPrefix("\""), trimmed.hasSuffix("\"") else { return cell }
        let inner = String(trimmed.dropFirst().dropLast())
        return inner.replacing("\"\"", with: "").contains("\"") ? cell : inner.replacing("\"\"", with: "\"")
    }

    private static func listItem(_ line: String) -> (label: String?, text: String)? {
        if let first = line.first, "-*•–·▪".contains(first),
            line.dropFirst().first == " " || line.dropFirst().first == "\t"
        {
            let text = line.dropFirst(2).trimmed
            return text.isEmpty ? nil : (nil, text)
        }
        let digits = line.prefix { $0.isASCII && $0.isNumeric }
        let rest = line.dropFirst(digits.count)
        guard !digits.isEmpty, digits.count <= 2, let mark = rest.first, ".)".contains(mark),
            rest.dropFirst().first == " " || rest.dropFirst().first == "\t"
        else {
            return nil
        }
        let text = rest.dropFirst(2).trimmed
        return text.isEmpty ? nil : (digits + String(mark), text)
    }

    // MARK: Tables

    private mutating func row(_ cells: [String], _ number: Int) throws(DocumentError) {
        if self.table.count == TreeBuilder.rowLimit { throw .tooLarge }
        // A cell's second paragraph, pasted out of a word processor, is a line of its own: two short rows are one.
        if self.table.count > 1, let last = self.table.last, let width = self.table.first?.cells.count,
            last.cells.count < width, cells.count < width,
            last.cells.count + cells.count - 1 == width, let end = last.cells.last, !end.trimmed.isEmpty,
            let first = cells.first, !first.trimmed.isEmpty
        {
            self.table[self.table.count - 1].cells[last.cells.count - 1] = end + "  " + first
            self.table[self.table.count - 1].cells += cells.dropFirst()
            return
        }
        self.table.append((number, cells))
    }

    /// A line of a table set with blanks: a row of its own, or more of the row above.
    private mutating func aligned(_ cells: [String], _ number: Int) {
        let isMore =
            cells.count { !$0.isEmpty } < 2 || cells.allSatisfy { $0.isEmpty || $0.first?.isLowercase == true }
            || cells[0].isEmpty && cells.count { !$0.isEmpty } <= cells.count / 2
        if isMore, self.table.count > 1 {
            let last = self.table.count - 1
            for (column, text) in cells.enumerated() where !text.isEmpty {
                self.table[last].cells[column] += self.table[last].cells[column].isEmpty ? text : "\n" + text
            }
        } else {
            self.table.append((number, cells))
        }
    }

    private mutating func endTable() throws(DocumentError) {
        self.columns = nil
        guard !self.table.isEmpty else { return }
        let lines = self.table
        self.table = []
        let number = self.builder.nextTable()
        var place = self.builder.place(number: lines[0].number)
        place.table = number
        var rows: [Table.Row] = []
        for (index, line) in lines.enumerated() {
            if line.cells.count > TreeBuilder.columnLimit { throw .tooLarge }
            try self.builder.count(cells: line.cells.count)
            var rowPlace = self.builder.place(number: line.number)
            (rowPlace.table, rowPlace.row) = (number, index + 1)
            var cells: [Table.Cell] = []
            for (column, text) in line.cells.enumerated() {
                var cellPlace = rowPlace
                cellPlace.column = column + 1
                var blocks: [Block] = []
                for part in TextMarks.paragraphs(text) {
                    let marked = TextMarks.take(part)
                    let item = Self.listItem(marked.text)
                    var looks = Paragraph.Looks()
                    looks.isBold = marked.isBold
                    // A mark before a number says something of it: «– 6 %» is no item of a list.
                    if let item, item.text.first?.isNumeric == false, item.label == nil {
                        looks.list = .init(level: 0, label: nil)
                    }
                    blocks.append(
                        .paragraph(
                            try self.builder.paragraph(
                                marked.text, cellPlace, looks: looks, bold: marked.bold, isWrapped: true)))
                }
                cells.append(Table.Cell(cellPlace, column: column, blocks: blocks))
            }
            rows.append(Table.Row(place: rowPlace, cells: cells))
        }
        self.builder.add(.table(Table(place, rows)))
    }

    // MARK: Paragraphs

    private mutating func add(_ text: String, _ number: Int, level: Int? = nil) throws(DocumentError) {
        let marked = TextMarks.take(text)
        var looks = Paragraph.Looks()
        looks.level = level
        looks.isBold = marked.isBold
        looks.list = self.item
        let letters = marked.text.filter(\.isAlphabetic)
        looks.isCapitals = letters.count >= 4 && letters.allSatisfy { !$0.isLowercase }
        self.item = nil
        let paragraph = try self.builder.paragraph(
            marked.text, self.builder.place(number: number), looks: looks, bold: marked.bold, isWrapped: true)
        self.builder.add(.paragraph(paragraph))
    }

    private mutating func endParagraph() throws(DocumentError) {
        guard let paragraph else { return }
        self.paragraph = nil
        try self.add(paragraph.lines.joined(separator: "\n"), paragraph.number)
    }

    private mutating func endAll() throws(DocumentError) {
        try self.endParagraph()
        try self.endTable()
    }
}
