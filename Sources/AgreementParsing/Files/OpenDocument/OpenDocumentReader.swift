/// Reads an OpenDocument text (ISO/IEC 26300) into a ``DocumentTree``.
struct OpenDocumentReader {
    var archive: ZipArchive
    var builder = TreeBuilder()
    var styles = OpenDocumentStyles()
    var part = Place.Part.body
    /// The cell that is being read.
    var cellPlace: Place?
    var listCounts: [String: [Int: Int]] = [:]
    var hasTrackedChanges = false

    /// - Throws: ``DocumentError``.
    static func read(_ archive: ZipArchive) throws(DocumentError) -> DocumentTree {
        var reader = OpenDocumentReader(archive: archive)
        try reader.readAll()
        return reader.builder.tree
    }

    private mutating func readAll() throws(DocumentError) {
        if let manifest = try self.archive.part("META-INF/manifest.xml"),
            manifest.firstRange(of: Array("encryption-data".utf8)) != nil
        {
            throw .encrypted
        }
        try self.readProperties()
        let named = try self.archive.part("styles.xml")
        if let named {
            var xml = XMLReader(named)
            while try xml.next() != .finish {
                if ["office:styles", "office:automatic-styles"].contains(xml.name), xml.depth == 2 {
                    try self.styles.take(&xml)
                }
            }
        }
        guard let content = try self.archive.part("content.xml") else { throw .broken }
        var xml = XMLReader(content)
        while try xml.next() != .finish {
            if xml.name == "office:automatic-styles", xml.depth == 2 {
                try self.styles.take(&xml)
            } else if xml.name == "office:text", xml.depth == 3 {
                for block in try self.blocks(&xml) { self.builder.add(block) }
            }
        }
        if let named { try self.readPageParts(named) }
        if self.hasTrackedChanges { self.builder.mark(.trackedChanges, self.builder.place()) }
    }

    private mutating func readProperties() throws(DocumentError) {
        guard let bytes = try self.archive.part("meta.xml") else { return }
        var xml = XMLReader(bytes)
        while true {
            switch try xml.next() {
            case .finish: return
            case .start where ["dc:title", "dc:subject", "dc:description", "meta:keyword"].contains(xml.name):
                let text = try xml.wholeText().trimmed
                if !text.isEmpty {
                    self.builder.add(aside: try self.builder.paragraph(text, self.builder.place(.properties)))
                }
            default: continue
            }
        }
    }

    /// Heads and feet of pages stand with the styles.
    private mutating func readPageParts(_ bytes: [UInt8]) throws(DocumentError) {
        var xml = XMLReader(bytes)
        while true {
            switch try xml.next() {
            case .finish: return
            case .start where xml.name.hasPrefix("style:header") || xml.name.hasPrefix("style:footer"):
                if xml.name.hasSuffix("style") || xml.name.hasSuffix("properties") { continue }
                self.part = xml.name.hasPrefix("style:header") ? .header : .footer
                for paragraph in DocumentTree(blocks: try self.blocks(&xml)).paragraphs {
                    self.builder.add(aside: paragraph)
                }
                self.part = .body
            default: continue
            }
        }
    }

    /// The blocks within the element that has just begun.
    mutating func blocks(_ xml: inout XMLReader, list: (name: String?, key: String, level: Int)? = nil)
        throws(DocumentError) -> [Block]
    {
        var blocks: [Block] = []
        let depth = xml.depth
        var isFirst = true
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return blocks
            case .finish: throw .broken
            case .start:
                switch xml.name {
                case "text:p", "text:h":
                    blocks += try self.paragraph(&xml, list: isFirst ? list : nil)
                    isFirst = false
                case "text:list":
                    let level = (list?.level ?? 0) + 1
                    let name = xml.attribute("text:style-name") ?? list?.name
                    let key = list?.key ?? name ?? "list"
                    // A list that doesn't say that it goes on begins anew.
                    if level == 1, xml.attribute("text:continue-numbering") != "true",
                        xml.attribute("text:continue-list") == nil
                    {
                        self.listCounts[key] = [:]
                    }
                    blocks += try self.items(&xml, (name, key, level))
                case "table:table": if let table = try self.table(&xml) { blocks.append(.table(table)) }
                case "text:tracked-changes":
                    self.hasTrackedChanges = true
                    try xml.skip()
                case "text:table-of-content", "text:alphabetical-index", "text:illustration-index":
                    self.builder.mark(.contents, self.builder.place(self.part))
                    try xml.skip()
                case "text:section", "text:list-header", "text:index-body", "text:numbered-paragraph": continue
                case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect":
                    var inline = OpenDocumentInline()
                    try self.drawing(&xml, &inline)
                    blocks += inline.boxes
                default: try xml.skip()
                }
            default: continue
            }
        }
    }

    mutating func items(_ xml: inout XMLReader, _ list: (name: String?, key: String, level: Int)) throws(DocumentError)
        -> [Block]
    {
        var blocks: [Block] = []
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return blocks
            case .finish: throw .broken
            case .start where xml.name == "text:list-item": blocks += try self.blocks(&xml, list: list)
            case .start where xml.name == "text:list-header": blocks += try self.blocks(&xml)
            case .start: try xml.skip()
            default: continue
            }
        }
    }

    // MARK: Tables

    mutating func table(_ xml: inout XMLReader) throws(DocumentError) -> Table? {
        let number = self.builder.nextTable()
        var place = self.builder.place(self.part)
        place.table = number
        var rows: [Table.Row] = []
        var headers = 0
        /// Columns that cells of rows above cover, and for how many rows more.
        var covered: [Int: Int] = [:]
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return rows.isEmpty ? nil : Table(place, rows)
            case .end: if xml.name == "table:table-header-rows" { headers -= 1 }
            case .finish: throw .broken
            case .text: continue
            case .start:
                switch xml.name {
                case "table:table-row":
                    let row = try self.row(&xml, number, rows.count + 1, &covered, isHeader: headers > 0)
                    if rows.count == TreeBuilder.rowLimit { throw .tooLarge }
                    rows.append(row)
                case "table:table-header-rows": headers += 1
                case "table:table-rows", "table:table-row-group": continue
                default: try xml.skip()
                }
            }
        }
    }

    private mutating func row(
        _ xml: inout XMLReader, _ table: Int, _ number: Int, _ covered: inout [Int: Int], isHeader: Bool
    ) throws(DocumentError) -> Table.Row {
        var place = self.builder.place(self.part)
        (place.table, place.row) = (table, number)
        var cells: [Table.Cell] = []
        var column = 0
        var taken = Set(covered.keys)
        covered = covered.compactMapValues { $0 > 1 ? $0 - 1 : nil }
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return Table.Row(place: place, cells: cells, isHeader: isHeader)
            case .finish: throw .broken
            case .start where xml.name == "table:table-cell" || xml.name == "table:covered-table-cell":
                func count(_ name: String) -> Int { max(1, xml.attribute(name).flatMap { Int($0) } ?? 1) }
                let isCovered = xml.name == "table:covered-table-cell"
                let (repeated, width, height) = (
                    count("table:number-columns-repeated"), count("table:number-columns-spanned"),
                    count("table:number-rows-spanned")
                )
                let shading = self.styles.shading(xml.attribute("table:style-name"))
                var cellPlace = place
                cellPlace.column = cells.count + 1
                let outer = self.cellPlace
                self.cellPlace = cellPlace
                let blocks = try self.blocks(&xml)
                self.cellPlace = outer
                if isCovered {
                    let hidden = DocumentTree(blocks: blocks).paragraphs.map(\.whole.read).joined(separator: " ")
                    if !hidden.isEmpty { self.builder.mark(.coveredCell, cellPlace, hidden) }
                    column += min(repeated, TreeBuilder.columnLimit)
                } else {
                    // Not every program writes the covered cells; those that do have moved past them.
                    while taken.contains(column) { column += 1 }
                    if column + width > TreeBuilder.columnLimit { throw .tooLarge }
                    taken.formUnion(column..<(column + width))
                    if height > 1 {
                        for column in column..<(column + width) {
                            covered[column] = min(height, TreeBuilder.rowLimit) - 1
                        }
                    }
                    try self.builder.count(cells: width * min(height, TreeBuilder.rowLimit))
                    cells.append(
                        Table.Cell(
                            cellPlace, column: column, width: width, height: min(height, TreeBuilder.rowLimit),
                            blocks: blocks, shading: shading))
                    // The columns that it spans stand as covered cells behind it; what is repeated is empty.
                    column += blocks.isEmpty ? min(repeated, TreeBuilder.columnLimit) : 1
                }
                if column > TreeBuilder.columnLimit { throw .tooLarge }
            case .start: try xml.skip()
            default: continue
            }
        }
    }
}
