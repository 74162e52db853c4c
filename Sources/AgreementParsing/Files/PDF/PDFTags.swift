/// The structure that a tagged PDF carries, as `pdfinfo -struct-text` prints it: two spaces for each level; elements by
/// their names, attributes behind a slash, texts in quotation marks.
struct PDFTags {
    private final class Element {
        let name: String
        var attributes: [String: String] = [:]
        var children: [Child] = []
        enum Child {
            case element(Element)
            case text(String)
        }

        init(_ name: String) { self.name = name }
    }

    private var builder: TreeBuilder
    private var looks: [String: TextLooks] = [:]

    private static let depthLimit = 64
    private static let elementLimit = 60_000

    /// - Returns: nil if the tags hold less than half of the words that the pages show.
    static func read(_ output: [UInt8], _ laidOut: [PDFReader.LaidOut], _ reader: PDFReader) throws(DocumentError)
        -> DocumentTree?
    {
        let text = PDFPage.plainLines(String(decoding: output, as: UTF8.self))
        guard let root = try self.parse(text) else { return nil }
        var reader = reader
        let furniture = PDFFurniture(laidOut)
        // What the tags hold is text, wherever it stands.
        let held = Set(text.map { $0.filter { $0 != "\"" }.key })
        var tags = PDFTags(builder: TreeBuilder())
        for page in laidOut {
            for line in page.lines
            where furniture.isFurniture(line, page) && !held.contains(PDFFurniture.text(line).key) {
                try reader.aside(line, page.page)
            }
            for line in page.lines + page.tables.flatMap({ $0.cells.flatMap { PDFLine.lines($0.words) } }) {
                for part in line.parts {
                    let bold = part.words.allSatisfy(\.isBold)
                    tags.looks[part.words.map(\.text).joined(separator: " ").key] = TextLooks(
                        isBold: bold, size: part.words.compactMap(\.size).max().map { Int($0 * 2) })
                }
            }
        }
        tags.builder = reader.builder
        try tags.take(root, list: nil)
        let shown = laidOut.reduce(0) { $0 + $1.page.words.count }
        let words = tags.builder.tree.paragraphs.reduce(0) { $0 + $1.text.split(whereSeparator: \.isBlank).count }
        return words * 2 < shown ? nil : tags.builder.tree
    }

    private static func parse(_ text: [Substring]) throws(DocumentError) -> Element? {
        let root = Element("Document")
        var open: [(depth: Int, element: Element)] = [(-1, root)]
        var count = 0
        for line in text {
            let depth = line.utf8.prefix { $0 == 0x20 }.count / 2
            let content = line.drop { $0 == " " }
            if content.hasPrefix("\"") {
                let inner = content.dropFirst()
                let said = inner.hasSuffix("\"") ? inner.dropLast() : inner
                while open.count > 1, let last = open.last, last.depth >= depth { open.removeLast() }
                open.last?.element.children.append(.text(String(said)))
            } else if content.hasPrefix("/") {
                let pair = content.dropFirst().split(separator: " ", maxSplits: 1)
                if pair.count == 2 { open.last?.element.attributes[String(pair[0])] = pair[1].trimmed }
            } else if let first = content.first, first.isAlphabetic {
                while open.count > 1, let last = open.last, last.depth >= depth { open.removeLast() }
                count += 1
                if count > self.elementLimit || open.count > self.depthLimit { throw .tooLarge }
                let element = Element(String(content.prefix { $0.isAlphabetic || $0.isNumeric }))
                open.last?.element.children.append(.element(element))
                open.append((depth, element))
            }
        }
        return root.children.isEmpty ? nil : root
    }

    private mutating func take(_ element: Element, list: Int?) throws(DocumentError) {
        for child in element.children {
            guard case .element(let child) = child else { continue }
            if let block = try self.block(child, list: list, nil) {
                for block in block { self.builder.add(block) }
            } else {
                try self.take(child, list: list)
            }
        }
    }

    /// - Returns: nil for an element that only holds others.
    private mutating func block(_ element: Element, list: Int?, _ place: Place?) throws(DocumentError) -> [Block]? {
        switch element.name {
        case "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "Note", "BlockQuote":
            var level = element.name.dropFirst().first?.wholeNumberValue
            if element.name == "H" { level = 1 }
            if element.name == "Title" { level = 0 }
            guard let paragraph = try self.paragraph(element, level: level, list: list, place) else { return [] }
            return [.paragraph(paragraph)]
        case "Figure":
            self.builder.mark(.picture, self.builder.place(), element.attributes["Alt"] ?? "")
            return []
        case "TOC":
            self.builder.mark(
                .contents, self.builder.place(), String(Self.text(element).joined(separator: " ").prefix(80)))
            return []
        case "L":
            var blocks: [Block] = []
            for case .element(let item) in element.children {
                blocks += try self.blocks(item, list: (list ?? -1) + 1, place)
            }
            return blocks
        case "Table": return [.table(try self.table(element))]
        case "Lbl": return []
        default: return nil
        }
    }

    private mutating func blocks(_ element: Element, list: Int?, _ place: Place?) throws(DocumentError) -> [Block] {
        var blocks: [Block] = []
        for child in element.children {
            switch child {
            case .element(let child):
                if let own = try self.block(child, list: list, place) {
                    blocks += own
                } else {
                    blocks += try self.blocks(child, list: list, place)
                }
            case .text: continue
            }
        }
        // Text without a paragraph of its own.
        if blocks.isEmpty, let paragraph = try self.paragraph(element, level: nil, list: list, place) {
            blocks = [.paragraph(paragraph)]
        }
        return blocks
    }

    private mutating func table(_ element: Element) throws(DocumentError) -> Table {
        let number = self.builder.nextTable()
        var place = self.builder.place()
        place.table = number
        var rows: [Table.Row] = []
        var covered: [Int: Int] = [:]
        for row in Self.rows(element) {
            if rows.count == TreeBuilder.rowLimit { throw .tooLarge }
            var rowPlace = self.builder.place()
            (rowPlace.table, rowPlace.row) = (number, rows.count + 1)
            var cells: [Table.Cell] = []
            var column = 0
            for case .element(let child) in row.children where ["TD", "TH"].contains(child.name) {
                while covered[column] ?? 0 > 0 { column += 1 }
                let width = max(1, Int(child.attributes["ColSpan"] ?? "") ?? 1)
                let height = max(1, Int(child.attributes["RowSpan"] ?? "") ?? 1)
                if column + width > TreeBuilder.columnLimit || height > TreeBuilder.rowLimit { throw .tooLarge }
                try self.builder.count(cells: width)
                var cellPlace = rowPlace
                cellPlace.column = column + 1
                cells.append(
                    Table.Cell(
                        cellPlace, column: column, width: width, height: height,
                        blocks: try self.blocks(child, list: nil, cellPlace)))
                for index in column..<(column + width) { covered[index] = height }
                column += width
            }
            covered = covered.mapValues { $0 - 1 }
            rows.append(Table.Row(place: rowPlace, cells: cells))
        }
        return Table(place, rows)
    }

    private static func rows(_ element: Element) -> [Element] {
        element.children.flatMap { child -> [Element] in
            guard case .element(let child) = child else { return [] }
            return child.name == "TR"
                ? [child] : ["THead", "TBody", "TFoot"].contains(child.name) ? self.rows(child) : []
        }
    }

    private static func text(_ element: Element) -> [String] {
        element.children.flatMap { child -> [String] in
            switch child {
            case .text(let text): [text]
            case .element(let child): child.name == "Lbl" ? [] : self.text(child)
            }
        }
    }

    private mutating func paragraph(_ element: Element, level: Int?, list: Int?, _ place: Place?) throws(DocumentError)
        -> Paragraph?
    {
        var lines = Self.text(element).filter { !$0.isEmpty }
        var looks = Paragraph.Looks()
        looks.level = level
        looks.isCaption = element.name == "Caption"
        if let list { looks.list = .init(level: min(8, list), label: nil) }
        if lines.count > 1, let first = lines.first?.trimmed, first.unicodeScalars.count == 1,
            !first.contains(where: { $0.isAlphabetic || $0.isNumeric })
        {
            lines.removeFirst()
            looks.list = looks.list ?? .init(level: 0, label: nil)
        }
        var text = InlineText()
        for (index, line) in lines.enumerated() {
            text.append(line, self.looks[line.key] ?? TextLooks())
            guard index + 1 < lines.count, let end = line.last, !end.isBlank, lines[index + 1].first?.isBlank == false
            else { continue }
            // A line's end that had no blank was forced, unless it was cut there.
            if !"-/–".contains(end) { text.append("\n", TextLooks()) }
        }
        if text.text.trimmed.isEmpty { return nil }
        let found = text.looks
        (looks.isBold, looks.size, looks.isCapitals) = (found.isBold, found.size, found.isCapitals)
        return try self.builder.paragraph(text.text.trimmed, place ?? self.builder.place(), looks: looks)
    }
}

extension PDFPage {
    /// The lines of a program's output, each as ``plain(_:)`` gives it.
    static func plainLines(_ text: String) -> [Substring] {
        text.split(separator: "\n").map { Substring(self.plain(String($0))) }
    }
}
