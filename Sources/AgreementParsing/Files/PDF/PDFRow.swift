/// A row of a table while its pages are put together.
struct PDFRow {
    struct Cell {
        var column: Int
        var width: Int
        var height: Int
        var lines: [[PDFWord]]
        var left: Double
        var right: Double
        var shading: String?

        var text: String { self.lines.map { $0.map(\.text).joined(separator: " ") }.joined(separator: " ") }
    }

    var cells: [Cell]

    var isEmpty: Bool { self.cells.allSatisfy(\.lines.isEmpty) }
    private var text: [String] { self.cells.map(\.text) }

    /// The columns of two tables that are one table's on two pages: cells that are joined on one of them hide some
    /// there.
    static func joined(_ first: [Double], _ second: [Double]) -> [Double]? {
        let (more, fewer) = first.count >= second.count ? (first, second) : (second, first)
        guard let start = more.first, let end = more.last, let other = fewer.first, let last = fewer.last,
            abs(start - other) < 4, abs(end - last) < 4
        else { return nil }
        return fewer.allSatisfy { place in more.contains { abs($0 - place) < 4 } } ? more : nil
    }

    /// With its cells where they stand among `to`.
    func moved(_ from: [Double], _ to: [Double]) -> PDFRow {
        guard from.count != to.count else { return self }
        func place(_ index: Int) -> Int { to.firstIndex { abs($0 - from[index]) < 4 } ?? 0 }
        return PDFRow(
            cells: self.cells.map { cell in
                var cell = cell
                let end = place(cell.column + cell.width)
                cell.column = place(cell.column)
                cell.width = max(1, end - cell.column)
                return cell
            })
    }

    /// Adds the rows of the next page: without the repeated head, and with what goes on in the row that the page's end
    /// cut.
    static func goOn(_ rows: inout [PDFRow], _ more: [PDFRow]) {
        var more = more[...]
        while let first = more.first, let head = rows.first, first.text == head.text, !first.isEmpty {
            more = more.dropFirst()
        }
        guard let first = more.first, !rows.isEmpty else {
            rows += more
            return
        }
        let last = rows.count - 1
        // Small letters go on with what was cut.
        let filled = first.cells.indices.filter { !first.cells[$0].lines.isEmpty }
        let owners = filled.map { self.owner(rows, first.cells[$0]) }
        if filled.contains(where: { first.cells[$0].lines[0].first?.text.first?.isLowercase == true }),
            owners.allSatisfy({ $0 != nil })
        {
            for (index, owner) in zip(filled, owners) {
                if let owner { rows[owner.row].cells[owner.cell].lines += first.cells[index].lines }
            }
            more = more.dropFirst()
        } else {
            // A cell over several rows shows its text on the page where it began.
            let filled = first.cells.first { !$0.lines.isEmpty }?.column ?? 0
            for cell in first.cells where cell.column < filled {
                guard let owner = self.owner(rows, cell) else { continue }
                rows[owner.row].cells[owner.cell].height = last - owner.row + 1 + cell.height
                more[more.startIndex].cells.removeAll { $0.column == cell.column }
            }
        }
        rows += more
    }

    /// The cell of the last row, which may have begun in a row above, at the place of `cell`.
    private static func owner(_ rows: [PDFRow], _ cell: Cell) -> (row: Int, cell: Int)? {
        for row in rows.indices.reversed() {
            if let index = rows[row].cells.firstIndex(where: { $0.column == cell.column && $0.width == cell.width }),
                row + rows[row].cells[index].height >= rows.count
            {
                return (row, index)
            }
        }
        return nil
    }
}
