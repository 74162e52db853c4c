/// A table whose cells are ruled: where they lie, and the words in each.
struct PDFGrid {
    struct Cell {
        let row: Int
        var column: Int
        var height: Int
        var width: Int
        let box: PDFBox
        var words: [PDFWord] = []
        var shading: String?
    }

    let box: PDFBox
    /// Where its columns begin and end.
    let columns: [Double]
    var rows: Int
    var cells: [Cell]

    /// Lines nearer than this are one.
    private static let tolerance = 2.5
    /// Lines of a page, once joined, beyond which it is a drawing.
    private static let lineLimit = 600
    private static let cellLimit = 4_000

    /// The ruled tables of a page, and the words that stand in none.
    static func tables(_ page: PDFPage) -> (tables: [PDFGrid], rest: [PDFWord]) {
        let level = self.joined(page.drawing.level)
        let upright = self.joined(page.drawing.upright)
        guard level.count <= self.lineLimit, upright.count <= self.lineLimit else { return ([], page.words) }
        var grids = self.components(level, upright).compactMap { self.grid($0.level, $0.upright, page.drawing.fills) }
        // What is ruled within a cell is part of the cell.
        grids = grids.filter { grid in
            !grids.contains {
                $0.box.contains(grid.box.centre)
                    && $0.box.width * $0.box.height > grid.box.width * grid.box.height * 1.01
            }
        }
        grids.sort { $0.box.top != $1.box.top ? $0.box.top < $1.box.top : $0.box.left < $1.box.left }
        var rest: [PDFWord] = []
        for word in page.words {
            guard let grid = grids.firstIndex(where: { $0.box.contains(word.box.centre) }),
                let cell = grids[grid].cells.firstIndex(where: { $0.box.contains(word.box.centre) })
            else {
                rest.append(word)
                continue
            }
            grids[grid].cells[cell].words.append(word)
        }
        return (grids, rest)
    }

    /// Pieces of one line as one.
    private static func joined(_ lines: [PDFDrawing.Line]) -> [PDFDrawing.Line] {
        var joined: [PDFDrawing.Line] = []
        // Those that lie at one height in turn, each from its beginning.
        let places = self.clustered(lines.map(\.at), 1.2)
        var groups: [[PDFDrawing.Line]] = places.map { _ in [] }
        for line in lines { groups[self.index(line.at, places)].append(line) }
        for (at, group) in zip(places, groups) {
            for line in group.sorted(by: { $0.from < $1.from }) {
                if let last = joined.last, last.at == at, line.from <= last.to + 3 {
                    joined[joined.count - 1].to = max(last.to, line.to)
                } else {
                    joined.append(.init(at: at, from: line.from, to: line.to))
                }
            }
        }
        return joined
    }

    /// Numbers that lie near each other as one, ascending.
    private static func clustered(_ numbers: [Double], _ tolerance: Double) -> [Double] {
        var clusters: [(sum: Double, count: Double, last: Double)] = []
        for number in numbers.sorted() {
            if let last = clusters.last, number - last.last <= tolerance {
                clusters[clusters.count - 1] = (last.sum + number, last.count + 1, number)
            } else {
                clusters.append((number, 1, number))
            }
        }
        return clusters.map { $0.sum / $0.count }
    }

    private static func index(_ number: Double, _ places: [Double]) -> Int {
        var (low, high) = (0, places.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if (places[middle] + places[middle + 1]) / 2 < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Lines that touch each other.
    private static func components(_ level: [PDFDrawing.Line], _ upright: [PDFDrawing.Line]) -> [(
        level: [PDFDrawing.Line], upright: [PDFDrawing.Line]
    )] {
        var group = Array(0..<(level.count + upright.count))
        func root(_ index: Int) -> Int {
            var at = index
            while group[at] != at {
                group[at] = group[group[at]]
                at = group[at]
            }
            return at
        }
        for (first, line) in level.enumerated() {
            for (second, other) in upright.enumerated()
            where other.at >= line.from - 3 && other.at <= line.to + 3 && line.at >= other.from - 3
                && line.at <= other.to + 3
            {
                group[root(first)] = root(level.count + second)
            }
        }
        var components: [Int: (level: [PDFDrawing.Line], upright: [PDFDrawing.Line])] = [:]
        for (index, line) in level.enumerated() { components[root(index), default: ([], [])].level.append(line) }
        for (index, line) in upright.enumerated() {
            components[root(level.count + index), default: ([], [])].upright.append(line)
        }
        return components.values.filter { $0.level.count >= 2 && !$0.upright.isEmpty }
    }

    private static func grid(
        _ level: [PDFDrawing.Line], _ upright: [PDFDrawing.Line], _ fills: [(box: PDFBox, color: String)]
    ) -> PDFGrid? {
        // The sides of a table may be open.
        let columns = self.clustered(upright.map(\.at) + self.ends(level, upright.map(\.at)), self.tolerance)
        let rows = self.clustered(level.map(\.at) + self.ends(upright, level.map(\.at)), self.tolerance)
        let (width, height) = (columns.count - 1, rows.count - 1)
        guard width >= 1, height >= 1, width * height >= 2, width * height <= self.cellLimit,
            width < TreeBuilder.columnLimit
        else { return nil }
        var cell = Array(0..<(width * height))
        func root(_ index: Int) -> Int {
            var at = index
            while cell[at] != at {
                cell[at] = cell[cell[at]]
                at = cell[at]
            }
            return at
        }
        for row in 0..<height {
            for column in 0..<width {
                let middle = ((columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2)
                if column + 1 < width, !self.divides(upright, columns[column + 1], middle.1) {
                    cell[root(row * width + column + 1)] = root(row * width + column)
                }
                if row + 1 < height, !self.divides(level, rows[row + 1], middle.0) {
                    cell[root((row + 1) * width + column)] = root(row * width + column)
                }
            }
        }
        var cells: [Int: (rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = [:]
        for row in 0..<height {
            for column in 0..<width {
                let (index, known) = (root(row * width + column), cells[root(row * width + column)])
                cells[index] =
                    known.map {
                        (
                            min($0.rows.lowerBound, row)...max($0.rows.upperBound, row),
                            min($0.columns.lowerBound, column)...max($0.columns.upperBound, column)
                        )
                    } ?? (row...row, column...column)
            }
        }
        // A box around a text is no table.
        guard cells.count > 1 else { return nil }
        let made = cells.values.map { place in
            let box = PDFBox(
                left: columns[place.columns.lowerBound], top: rows[place.rows.lowerBound],
                right: columns[place.columns.upperBound + 1], bottom: rows[place.rows.upperBound + 1])
            let shading = fills.last { $0.box.contains(box.centre) && $0.box.width < box.width * 1.2 }?.color
            return Cell(
                row: place.rows.lowerBound, column: place.columns.lowerBound, height: place.rows.count,
                width: place.columns.count, box: box, shading: shading)
        }
        let box = PDFBox(left: columns[0], top: rows[0], right: columns[width], bottom: rows[height])
        return PDFGrid(
            box: box, columns: columns, rows: height, cells: made.sorted { ($0.row, $0.column) < ($1.row, $1.column) })
    }

    /// Where lines end that no crossing line closes.
    private static func ends(_ lines: [PDFDrawing.Line], _ crossing: [Double]) -> [Double] {
        guard let first = lines.map(\.from).min(), let last = lines.map(\.to).max() else { return [] }
        return [first, last].filter { end in !crossing.contains { abs($0 - end) < 6 } }
    }

    private static func divides(_ lines: [PDFDrawing.Line], _ at: Double, _ middle: Double) -> Bool {
        lines.contains { abs($0.at - at) <= Self.tolerance && $0.from - 1 <= middle && $0.to + 1 >= middle }
    }
}
