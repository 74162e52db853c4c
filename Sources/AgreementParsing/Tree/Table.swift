/// A table of the file.
final class Table {
    let place: Place
    let rows: [Row]
    /// The columns that its rows have at most.
    let width: Int
    /// By row and column: the cell that covers it, if one does.
    private let grid: [[Cell?]]

    init(_ place: Place, _ rows: [Row]) {
        self.place = place
        self.rows = rows
        let width = rows.reduce(0) { max($0, $1.cells.reduce(0) { max($0, $1.column + $1.width) }) }
        var grid = rows.map { _ in [Cell?](repeating: nil, count: width) }
        for (index, row) in rows.enumerated() {
            for cell in row.cells {
                for line in index..<min(rows.count, index + cell.height) {
                    for column in cell.column..<(cell.column + cell.width)
                    where grid[line][column] == nil || line == index { grid[line][column] = cell }
                }
            }
        }
        self.width = width
        self.grid = grid
    }

    struct Row {
        let place: Place
        let cells: [Cell]
        /// Said to be repeated on each page.
        var isHeader = false
    }

    final class Cell {
        let place: Place
        let column: Int
        let width: Int
        /// Rows that it covers.
        fileprivate(set) var height: Int
        let blocks: [Block]
        /// `RRGGBB`, unless it is white or none.
        let shading: String?

        init(_ place: Place, column: Int, width: Int = 1, height: Int = 1, blocks: [Block], shading: String? = nil) {
            self.place = place
            self.column = column
            self.width = width
            self.height = height
            self.blocks = blocks
            self.shading = shading
        }

        func grow() { self.height += 1 }

        /// Its paragraphs that say something, those of tables in it as well.
        lazy var paragraphs: [Paragraph] = self.blocks.flatMap { block -> [Paragraph] in
            switch block {
            case .paragraph(let paragraph): paragraph.whole.trimmed.isEmpty ? [] : [paragraph]
            case .table(let table): table.rows.flatMap { $0.cells.flatMap(\.paragraphs) }
            case .rule: []
            }
        }

        var isEmpty: Bool { self.paragraphs.isEmpty }

        /// All of its text, for comparing and quoting.
        lazy var read: String = self.paragraphs.map(\.whole.read).joined(separator: " ")
    }

    /// The cell that Word shows at this place, which may begin in a row above or a column before.
    func cell(_ row: Int, _ column: Int) -> Cell? {
        self.grid.indices.contains(row) && self.grid[row].indices.contains(column) ? self.grid[row][column] : nil
    }

    /// The cells of a row that say something, each once, those from above as well.
    func cells(_ row: Int) -> [Cell] {
        var cells: [Cell] = []
        for case let cell? in self.grid[row] where cells.last !== cell && !cell.isEmpty { cells.append(cell) }
        return cells
    }

    var paragraphs: [Paragraph] { self.rows.flatMap { $0.cells.flatMap(\.paragraphs) } }

    /// Says that somebody has decided on all of it.
    func claimAll() { for paragraph in self.paragraphs { paragraph.claim(paragraph.whole.range) } }
}
