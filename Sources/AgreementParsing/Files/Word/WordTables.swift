extension WordReader {
    private struct CellLooks {
        var width = 1
        var joinsAbove: Bool?
        var joinsLeft = false
        var isDeleted = false
        var shading: String?
    }

    /// The table that has just begun, cells in the columns in which Word shows them; nil for one without rows.
    mutating func table(_ xml: inout XMLReader) throws(DocumentError) -> Table? {
        let number = self.builder.nextTable()
        var place = self.builder.place(self.part)
        place.table = number
        var rows: [Table.Row] = []
        /// Cells that the next row's may belong to, by their first column.
        var open: [Int: Table.Cell] = [:]
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return rows.isEmpty ? nil : Table(place, rows)
            case .start:
                switch xml.name {
                case "w:tr":
                    if rows.count == TreeBuilder.rowLimit { throw .tooLarge }
                    if let row = try self.row(&xml, number, rows.count + 1, &open) { rows.append(row) }
                case "w:sdtPr": if try self.isPrompt(&xml) { try Self.skipRest(&xml) }
                case "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo": continue
                default: try self.leaveOut(&xml)
                }
            default: continue
            }
        }
    }

    private mutating func row(_ xml: inout XMLReader, _ table: Int, _ number: Int, _ open: inout [Int: Table.Cell])
        throws(DocumentError) -> Table.Row?
    {
        var place = self.builder.place(self.part)
        (place.table, place.row) = (table, number)
        var cells: [Table.Cell] = []
        var continued: [Table.Cell] = []
        var begun: [Int: Table.Cell] = [:]
        var column = 0
        var (isHeader, isDeleted) = (false, false)
        let depth = xml.depth
        read: while true {
            switch try xml.next() {
            case .end where xml.depth < depth: break read
            case .start:
                switch xml.name {
                case "w:trPr", "w:tblPrEx", "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag": continue
                case "w:gridBefore":
                    column = min(TreeBuilder.columnLimit, max(0, xml.attribute("w:val").flatMap { Int($0) } ?? 0))
                case "w:tblHeader": isHeader = WordLooks.isOn(xml)
                case "w:del": (isDeleted, _) = (true, self.noteTrackedChange())
                case "w:ins": self.noteTrackedChange()
                case "w:sdtPr": if try self.isPrompt(&xml) { try Self.skipRest(&xml) }
                case "w:tc":
                    if isDeleted {
                        try xml.skip()
                        continue
                    }
                    var cellPlace = place
                    cellPlace.column = cells.count + continued.count + 1
                    let (looks, blocks) = try self.cell(&xml, cellPlace)
                    if looks.isDeleted { continue }
                    if column + looks.width > TreeBuilder.columnLimit { throw .tooLarge }
                    try self.builder.count(cells: looks.width)
                    let above = looks.joinsAbove == true ? open[column] : nil
                    if let cell = above ?? (looks.joinsLeft ? cells.last : nil) {
                        // Word doesn't show what stands in a cell that another covers.
                        let hidden = DocumentTree(blocks: blocks).paragraphs.map(\.whole.read).joined(separator: " ")
                        if !hidden.isEmpty { self.builder.mark(.coveredCell, cellPlace, hidden) }
                        if above != nil {
                            continued.append(cell)
                        } else {
                            cells[cells.count - 1] = cell.widened(by: looks.width)
                        }
                        if above != nil { begun[column] = cell }
                    } else {
                        let cell = Table.Cell(
                            cellPlace, column: column, width: looks.width, blocks: blocks, shading: looks.shading)
                        cells.append(cell)
                        // One that goes on without a beginning begins, too: what it went on from was deleted.
                        if looks.joinsAbove != nil { begun[column] = cell }
                    }
                    column += looks.width
                case "w:moveFrom": try self.leaveOut(&xml)
                default: try xml.skip()
                }
            default: continue
            }
        }
        // Where a row is deleted, what it would have covered goes on below.
        if isDeleted { return nil }
        for cell in continued { cell.grow() }
        open = begun
        return Table.Row(place: place, cells: cells, isHeader: isHeader)
    }

    private mutating func cell(_ xml: inout XMLReader, _ place: Place) throws(DocumentError) -> (CellLooks, [Block]) {
        var looks = CellLooks()
        let outer = self.cellPlace
        self.cellPlace = place
        defer { self.cellPlace = outer }
        // The properties stand first.
        let depth = xml.depth
        var blocks: [Block] = []
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return (looks, blocks)
            case .start:
                switch xml.name {
                case "w:tcPr": try self.properties(&xml, &looks)
                case "w:p": blocks += try self.paragraphBlocks(&xml)
                case "w:tbl": if let table = try self.table(&xml) { blocks.append(.table(table)) }
                case "w:sdt", "w:customXml", "w:ins", "w:moveTo", "mc:AlternateContent", "w:altChunk":
                    blocks += try self.blocks(&xml)
                default: try self.leaveOut(&xml)
                }
            default: continue
            }
        }
    }

    private mutating func properties(_ xml: inout XMLReader, _ looks: inout CellLooks) throws(DocumentError) {
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return
            case .start:
                let value = xml.attribute("w:val")
                switch xml.name {
                case "w:gridSpan": looks.width = max(1, min(TreeBuilder.columnLimit, value.flatMap { Int($0) } ?? 1))
                case "w:vMerge": looks.joinsAbove = value != "restart"
                case "w:hMerge": looks.joinsLeft = value != "restart"
                case "w:cellDel": (looks.isDeleted, _) = (true, self.noteTrackedChange())
                case "w:cellIns": self.noteTrackedChange()
                case "w:shd":
                    let fill = (xml.attribute("w:fill") ?? "auto").uppercased()
                    looks.shading =
                        fill.utf8.count == 6 && fill != "FFFFFF" && fill.allSatisfy(\.isHexDigit) ? fill : nil
                default: continue
                }
            default: continue
            }
        }
    }
}

extension Table.Cell {
    fileprivate func widened(by columns: Int) -> Table.Cell {
        Table.Cell(
            self.place, column: self.column, width: self.width + columns, height: self.height, blocks: self.blocks,
            shading: self.shading)
    }
}
