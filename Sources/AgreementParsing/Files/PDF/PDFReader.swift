/// Reads a PDF that a word processor made into a ``DocumentTree``: words by their places, tables by their lines, and
/// tables without lines by the document's own tags, if it has them.
struct PDFReader {
    var builder = TreeBuilder()
    /// The table that the next page may go on with.
    private var open: (columns: [Double], rows: [PDFRow])?
    private var furniture: Set<String> = []
    /// Whether lines that were wrapped end in a blank: in most documents of word processors.
    private var keepsBlanks = false

    /// - Returns: the tree, and whether its text lies under pictures of the pages, where a program guessed it.
    /// - Throws: ``DocumentError``.
    static func read(_ bytes: [UInt8], _ run: PDFProgram.Run) throws(DocumentError) -> (
        tree: DocumentTree, isGuess: Bool
    ) {
        guard bytes.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil else { throw .broken }
        let properties = String(decoding: try run(.properties), as: UTF8.self).split(separator: "\n")
        func property(_ name: String) -> String {
            properties.first { $0.hasPrefix(name + ":") }?.dropFirst(name.count + 1).trimmed ?? ""
        }
        guard let count = Int(property("Pages")) else { throw .broken }
        if count > PDFPage.pageLimit { throw .tooLarge }
        var pages = try PDFPage.read(try run(.words))
        if pages.allSatisfy(\.words.isEmpty) { throw .scan }
        var reader = PDFReader()
        let keepsBlanks = PDFLooks.apply(try run(.looks), to: &pages)
        // What made it says so even where it wrapped no line.
        reader.keepsBlanks = keepsBlanks || property("Producer").contains("LibreOffice")
        for (index, drawing) in PDFDrawing.read(try run(.drawing)).enumerated() where index < pages.count {
            pages[index].drawing = drawing
        }
        let isGuess = pages.contains { $0.drawing.glyphs == 0 && $0.drawing.pictures > 0 && !$0.words.isEmpty }
        let isTagged = property("Tagged") == "yes"
        let laidOut = try pages.map { page throws(DocumentError) in try reader.layOut(page) }
        if isTagged, laidOut.contains(where: \.hasColumns), let tree = try PDFTags.read(try run(.tags), laidOut, reader)
        {
            return (tree, isGuess)
        }
        if laidOut.contains(where: \.hasColumns) { reader.builder.mark(.unruled, reader.builder.place()) }
        try reader.read(laidOut)
        return (reader.builder.tree, isGuess)
    }

    /// A page as it lies: its tables, and the lines outside of them.
    struct LaidOut {
        let page: PDFPage
        let tables: [PDFGrid]
        let lines: [PDFLine]

        /// Three columns or more without lines around them.
        var hasColumns: Bool {
            self.lines.count { $0.parts.count >= 3 } >= 3 || self.lines.count { $0.parts.count == 2 } >= 12
        }
    }

    private mutating func layOut(_ page: PDFPage) throws(DocumentError) -> LaidOut {
        var page = page
        var seen: [PDFWord] = []
        for word in page.words {
            let centre = word.box.centre
            if centre.x < 0 || centre.y < 0 || centre.x > page.width || centre.y > page.height {
                self.builder.mark(.offPage, self.builder.place(), word.text)
                continue
            }
            let struck = PDFStrike.share(word, page.drawing)
            if struck > 0.15 { self.builder.mark(.struckText, self.builder.place(), word.text) }
            if struck > 0.85 { continue }
            if word.box.right > page.width - 1 { self.builder.mark(.offPage, self.builder.place(), word.text + " …") }
            seen.append(word)
        }
        page.words = seen
        for _ in 0..<min(20, page.drawing.pictures) { self.builder.mark(.picture, self.builder.place()) }
        let found = PDFGrid.tables(page)
        return LaidOut(page: page, tables: found.tables, lines: PDFLine.lines(found.rest))
    }

    private mutating func read(_ pages: [LaidOut]) throws(DocumentError) {
        let furniture = PDFFurniture(pages)
        // The text of a page ends where its longest line does.
        let right = pages.flatMap { page in
            page.lines.compactMap { $0.parts.count == 1 ? ($0.box.right, page.page.width) : nil }
        }
        for page in pages {
            var lines: [PDFLine] = []
            for line in page.lines {
                if furniture.isFurniture(line, page) { try self.aside(line, page.page) } else { lines.append(line) }
            }
            let edge = right.filter { abs($0.1 - page.page.width) < 1 }.map(\.0).max() ?? page.page.width
            var rest = lines[...]
            var isFirst = true
            for table in page.tables {
                let above = rest.prefix { $0.box.centre.y < table.box.top }
                rest = rest.dropFirst(above.count)
                try self.flow(Array(above), right: edge)
                try self.table(table, isFirst: isFirst && above.isEmpty)
                isFirst = false
            }
            try self.flow(Array(rest), right: edge)
        }
        try self.endTable()
    }

    mutating func aside(_ line: PDFLine, _ page: PDFPage) throws(DocumentError) {
        let text = PDFFurniture.text(line)
        guard !PageFurniture.isPageNumber(text), !text.allSatisfy(\.isNumeric),
            self.furniture.insert(String(text.map { $0.isNumeric ? "#" : $0 })).inserted
        else { return }
        let isHead = line.box.centre.y < page.height / 2
        self.builder.add(aside: try self.builder.paragraph(text, self.builder.place(isHead ? .header : .footer)))
    }

    // MARK: Text outside of tables

    private mutating func flow(_ lines: [PDFLine], right: Double) throws(DocumentError) {
        guard !lines.isEmpty else { return }
        try self.endTable()
        let left = lines.map(\.box.left).min() ?? 0
        for stretch in PDFColumns.stretches(lines) {
            switch stretch {
            case .running(let lines):
                for paragraph in try PDFParagraphs.read(
                    lines.map { $0.parts.flatMap(\.words) }, left: left, right: right, keepsBlanks: self.keepsBlanks,
                    &self.builder, nil)
                { self.builder.add(.paragraph(paragraph)) }
            case .columns(let rows, let starts): try self.columns(rows, starts, right: right)
            }
        }
    }

    /// Columns without lines: a table as it looks.
    private mutating func columns(_ rows: [[[[PDFWord]]]], _ starts: [Double], right: Double) throws(DocumentError) {
        let made = rows.map { row in
            PDFRow(
                cells: row.enumerated().map { column, lines in
                    .init(
                        column: column, width: 1, height: 1, lines: lines, left: starts[column],
                        right: column + 1 < starts.count ? starts[column + 1] - 6 : right, shading: nil)
                })
        }
        try self.add(made)
    }

    // MARK: Tables

    /// - Parameter isFirst: nothing stands above it on its page.
    private mutating func table(_ grid: PDFGrid, isFirst: Bool) throws(DocumentError) {
        var rows = (0..<grid.rows).map { row in
            PDFRow(
                cells: grid.cells.filter { $0.row == row }.map { cell in
                    .init(
                        column: cell.column, width: cell.width, height: cell.height,
                        lines: PDFLine.lines(cell.words).map { $0.parts.flatMap(\.words) }, left: cell.box.left + 5,
                        right: cell.box.right - 5, shading: cell.shading)
                })
        }
        guard isFirst, var open, let joined = PDFRow.joined(open.columns, grid.columns) else {
            try self.endTable()
            self.open = (grid.columns, rows)
            return
        }
        // The table of the page before goes on.
        open.rows = open.rows.map { $0.moved(open.columns, joined) }
        rows = rows.map { $0.moved(grid.columns, joined) }
        PDFRow.goOn(&open.rows, rows)
        self.open = (joined, open.rows)
    }

    private mutating func endTable() throws(DocumentError) {
        guard let open else { return }
        self.open = nil
        try self.add(open.rows)
    }

    private mutating func add(_ rows: [PDFRow]) throws(DocumentError) {
        let number = self.builder.nextTable()
        var place = self.builder.place()
        place.table = number
        var made: [Table.Row] = []
        if rows.count > TreeBuilder.rowLimit { throw .tooLarge }
        for (index, row) in rows.enumerated() {
            var rowPlace = self.builder.place()
            (rowPlace.table, rowPlace.row) = (number, index + 1)
            try self.builder.count(cells: row.cells.count)
            var cells: [Table.Cell] = []
            for cell in row.cells {
                var cellPlace = rowPlace
                cellPlace.column = cell.column + 1
                let paragraphs = try PDFParagraphs.read(
                    cell.lines, left: cell.left, right: cell.right, keepsBlanks: self.keepsBlanks, &self.builder,
                    cellPlace)
                cells.append(
                    Table.Cell(
                        cellPlace, column: cell.column, width: cell.width, height: cell.height,
                        blocks: paragraphs.map { .paragraph($0) }, shading: cell.shading))
            }
            made.append(Table.Row(place: rowPlace, cells: cells))
        }
        self.builder.add(.table(Table(place, made)))
    }
}
