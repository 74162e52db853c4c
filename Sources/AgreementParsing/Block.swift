/// A piece of the text, with the line it starts on.
enum Block {
    case heading(line: Int, level: Int, text: String)
    /// Lines of one paragraph.
    case paragraph(line: Int, lines: [String])
    case list(items: [ListItem])
    case table(rows: [TableRow])
    case rule(line: Int)

    var line: Int {
        switch self {
        case .heading(let line, _, _), .paragraph(let line, _), .rule(let line): line
        case .list(let items): items.first?.line ?? 0
        case .table(let rows): rows.first?.line ?? 0
        }
    }
}

struct ListItem {
    var line: Int
    var text: String
}

struct TableRow {
    var line: Int
    var cells: [String]
}

/// Cuts a text into blocks: headings, paragraphs, lists, rules, and tables of tab-separated or Markdown rows.
struct BlockReader {
    private var blocks: [Block] = []
    private var paragraph: (line: Int, lines: [String])?
    private var list: [ListItem] = []
    private var table: [TableRow] = []

    static func read(_ text: String) -> [Block] {
        var reader = BlockReader()
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            reader.take(Inline.normalised(String(line)), number)
        }
        reader.endAll()
        return reader.blocks
    }

    private mutating func take(_ line: String, _ number: Int) {
        if line.trimmed.isEmpty {
            // A blank line within a table does not end it; whether it does shows on the next line.
            self.endParagraph()
            if self.table.isEmpty { self.endList() }
            return
        }
        if let cells = Self.cells(line, continuing: !self.table.isEmpty) {
            self.endParagraph()
            self.endList()
            if cells.allSatisfy({ $0.allSatisfy { "-–—:= ".contains($0) } }) {
                // A row of nothing is a blank line.
                if cells.allSatisfy({ !$0.contains("-") && !$0.contains("–") && !$0.contains("—") }) { return }
                if line.contains("|") {
                    // `|---|---|` stands under a Markdown header, which may be a second table's.
                    if self.table.count > 1, let header = self.table.popLast() {
                        self.endTable()
                        self.table = [header]
                    }
                    return
                }
                // A row of only dashes ends a table of tabs.
                self.endTable()
            } else {
                self.table.append(TableRow(line: number, cells: cells))
            }
            return
        }
        self.endTable()
        let line = line.replacing(Inline.escapedPipe, with: "|")
        let trimmed = line.trimmed
        if trimmed.count >= 3, trimmed.allSatisfy({ "-–—_*= ".contains($0) }) {
            if trimmed.allSatisfy({ $0 == "=" }), let paragraph, paragraph.lines.count == 1 {
                self.paragraph = nil
                self.blocks.append(.heading(line: paragraph.line, level: 1, text: paragraph.lines[0].trimmed))
                return
            }
            self.endAll()
            self.blocks.append(.rule(line: number))
            return
        }
        if trimmed.hasPrefix("#") {
            let level = trimmed.prefix { $0 == "#" }.count
            let rest = trimmed.dropFirst(level)
            if level <= 6, rest.first == " " {
                self.endAll()
                let text = Inline.plain(String(rest)).trimmed.trimmingSuffix("#").trimmed
                self.blocks.append(.heading(line: number, level: level, text: text))
                return
            }
        }
        if let item = Self.listItem(trimmed) {
            self.endParagraph()
            self.list.append(ListItem(line: number, text: item))
            return
        }
        if !self.list.isEmpty {
            if line.first == " " || line.first == "\t" {
                self.list[self.list.count - 1].text += " " + trimmed
                return
            }
            self.endList()
        }
        if self.paragraph == nil { self.paragraph = (number, []) }
        self.paragraph?.lines.append(trimmed)
    }

    /// The cells of a table row, or nil when the line is none. A tab, or pipes at either end, make a row.
    private static func cells(_ line: String, continuing: Bool) -> [String]? {
        let trimmed = line.trimmed
        if line.contains("\t") {
            // A tab that only indents is no table, except in one: there it is an empty first cell.
            if !continuing, !trimmed.contains("\t") { return nil }
            return line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
        }
        guard trimmed.hasPrefix("|"), trimmed.dropFirst().contains("|") else { return nil }
        var inner = trimmed.dropFirst()
        if inner.hasSuffix("|") { inner = inner.dropLast() }
        return inner.split(separator: "|", omittingEmptySubsequences: false).map { String($0).replacing(Inline.escapedPipe, with: "|").trimmed }
    }

    private static func listItem(_ line: String) -> String? {
        if let first = line.first, "-*•–·".contains(first), line.dropFirst().first == " " {
            return String(line.dropFirst(2)).trimmed
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard !digits.isEmpty, digits.count <= 2, let mark = rest.first, ".)".contains(mark), rest.dropFirst().first == " " else {
            return nil
        }
        return String(rest.dropFirst(2)).trimmed
    }

    private mutating func endParagraph() {
        guard let paragraph else { return }
        self.paragraph = nil
        // A short paragraph that is bold throughout is a heading in everything but name.
        if paragraph.lines.count == 1, let bold = Inline.wholeBold(paragraph.lines[0]), bold.count <= 100 {
            self.blocks.append(.heading(line: paragraph.line, level: 6, text: bold))
        } else {
            self.blocks.append(.paragraph(line: paragraph.line, lines: paragraph.lines))
        }
    }

    private mutating func endList() {
        if !self.list.isEmpty { self.blocks.append(.list(items: self.list)) }
        self.list = []
    }

    private mutating func endTable() {
        if !self.table.isEmpty { self.blocks.append(.table(rows: self.table)) }
        self.table = []
    }

    private mutating func endAll() {
        self.endParagraph()
        self.endList()
        self.endTable()
    }
}

/// Marks within a line: bold, line breaks, escapes.
enum Inline {
    /// A private character that stands for `\|`.
    static let escapedPipe = "\u{E000}"

    /// `<b>` and `<strong>` as `**`, a break as two spaces, Markdown's escapes undone.
    ///
    /// An escaped pipe stays marked until the cells are cut; soft hyphens say where a word may break, and go.
    static func normalised(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: { ["<", "\\", "&", "\u{FEFF}", "\u{AD}"].contains($0) }) else { return line }
        var text = line.replacing("\\|", with: Self.escapedPipe).replacing("\u{AD}", with: "")
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        text = text.replacing(/<\/?(?:b|strong)\s*>/.ignoresCase(), with: "**")
        text = text.replacing(/<br\s*\/?>/.ignoresCase(), with: "  ")
        text = text.replacing(/\\([\\`*_{}\[\]()#+\-.!|<>"'~^$@])/) { String($0.1) }
        text = text.replacing("&nbsp;", with: " ").replacing("&amp;", with: "&")
        return text
    }

    /// Without bold and emphasis marks.
    static func plain(_ text: String) -> String {
        text.contains("*") ? text.replacing("**", with: "").replacing(/(^|\s)\*(\S[^*]*\S|\S)\*(?=\s|$|[.,;:])/) { "\($0.1)\($0.2)" } : text
    }

    static func wholeBold(_ line: String) -> String? {
        guard line.hasPrefix("**"), line.hasSuffix("**"), line.count > 4 else { return nil }
        let inner = line.dropFirst(2).dropLast(2)
        return inner.contains("**") ? nil : String(inner).trimmed
    }

    /// Paragraphs of a table cell: separated by two or more spaces.
    static func paragraphs(_ cell: String) -> [String] {
        var paragraphs: [String] = []
        var current = ""
        var spaces = 0
        for character in cell {
            if character == " " || character == "\u{A0}" {
                spaces += 1
                continue
            }
            if spaces >= 2, !current.isEmpty {
                paragraphs.append(current)
                current = ""
            } else if spaces == 1, !current.isEmpty {
                current.append(" ")
            }
            spaces = 0
            current.append(character)
        }
        if !current.isEmpty { paragraphs.append(current) }
        return paragraphs.map { $0.replacing(/^(?:[-•–·]|\d{1,2}[.)])\s+/, with: "") }
    }
}

extension StringProtocol {
    var trimmed: String {
        var slice = Substring(self)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    func trimmingSuffix(_ characters: String) -> String {
        var slice = Substring(self)
        while let last = slice.last, characters.contains(last) || last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    /// For comparing names: small letters, no punctuation at the ends, single spaces.
    var comparisonKey: String {
        self.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingSuffix(".,;:!").trimmed
    }
}
