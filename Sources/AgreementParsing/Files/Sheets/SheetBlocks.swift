/// A sheet's rows as blocks: what stands alone in a row is a line of text, what stands in columns is a table.
struct SheetBlocks {
    struct Cell {
        var text: String
        var width = 1
        var height = 1
        var shading: String?
    }

    /// Rows of cells by their column, from 0. Rows that say nothing divide.
    static func add(_ rows: [[Int: Cell]], to builder: inout TreeBuilder, _ part: Place.Part, lines: Bool)
        throws(DocumentError)
    {
        var start = 0
        while start < rows.count {
            guard rows[start].values.contains(where: { !$0.text.trimmed.isEmpty }) else {
                start += 1
                continue
            }
            var end = start
            while end < rows.count, rows[end].values.contains(where: { !$0.text.trimmed.isEmpty }) { end += 1 }
            // Titles above a table stand in the same stretch of rows.
            while start < end, let only = self.only(rows[start]),
                start + 1 == end || self.only(rows[start + 1]) != nil || only.width > 1
                    || !self.isInTable(rows, start, end)
            {
                let place = builder.place(part, number: lines ? start + 1 : nil)
                builder.add(.paragraph(try builder.paragraph(only.text, place)))
                start += 1
            }
            if start < end { try self.table(rows, start..<end, to: &builder, part, lines) }
            start = end
        }
    }

    private static func only(_ row: [Int: Cell]) -> Cell? {
        let said = row.values.filter { !$0.text.trimmed.isEmpty }
        return said.count == 1 ? said[0] : nil
    }

    /// Whether rows with more than one cell have stood above.
    private static func isInTable(_ rows: [[Int: Cell]], _ place: Int, _ end: Int) -> Bool {
        place > 0 && rows[place - 1].values.count { !$0.text.trimmed.isEmpty } > 1
    }

    private static func table(
        _ rows: [[Int: Cell]], _ range: Range<Int>, to builder: inout TreeBuilder, _ part: Place.Part, _ lines: Bool
    ) throws(DocumentError) {
        let first = rows[range].compactMap { $0.filter { !$0.value.text.trimmed.isEmpty }.keys.min() }.min() ?? 0
        let number = builder.nextTable()
        var place = builder.place(part, number: lines ? range.lowerBound + 1 : nil)
        place.table = number
        var made: [Table.Row] = []
        for (index, row) in rows[range].enumerated() {
            if made.count == TreeBuilder.rowLimit { throw .tooLarge }
            var rowPlace = builder.place(part, number: lines ? range.lowerBound + index + 1 : nil)
            (rowPlace.table, rowPlace.row) = (number, index + 1)
            var cells: [Table.Cell] = []
            for (column, cell) in row.sorted(by: { $0.key < $1.key }) where column >= first {
                if column - first + cell.width > TreeBuilder.columnLimit { throw .tooLarge }
                try builder.count(cells: cell.width)
                var cellPlace = rowPlace
                cellPlace.column = column - first + 1
                // A line feed within a cell begins a paragraph: cells have no others.
                var blocks: [Block] = []
                for line in cell.text.split(separator: "\n") where !line.trimmed.isEmpty {
                    blocks.append(.paragraph(try builder.paragraph(line.trimmed, cellPlace)))
                }
                cells.append(
                    Table.Cell(
                        cellPlace, column: column - first, width: cell.width, height: cell.height, blocks: blocks,
                        shading: cell.shading))
            }
            made.append(Table.Row(place: rowPlace, cells: cells))
        }
        builder.add(.table(Table(place, made)))
    }
}
