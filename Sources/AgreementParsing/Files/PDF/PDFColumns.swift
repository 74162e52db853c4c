/// Lines whose parts stand below each other: columns that nobody ruled.
enum PDFColumns {
    enum Stretch {
        case running([PDFLine])
        /// By row and column the lines of each cell, and where the columns begin.
        case columns([[[[PDFWord]]]], [Double])
    }

    static func stretches(_ lines: [PDFLine]) -> [Stretch] {
        var stretches: [Stretch] = []
        var running: [PDFLine] = []
        var index = 0
        while index < lines.count {
            if let end = self.end(lines, from: index) {
                if !running.isEmpty { stretches.append(.running(running)) }
                running = []
                let (rows, starts) = self.rows(Array(lines[index..<end]))
                stretches.append(.columns(rows, starts))
                index = end
            } else {
                running.append(lines[index])
                index += 1
            }
        }
        if !running.isEmpty { stretches.append(.running(running)) }
        return stretches
    }

    /// Where the columns end that begin with this line; nil where none do.
    private static func end(_ lines: [PDFLine], from start: Int) -> Int? {
        guard lines[start].parts.count >= 2 else { return nil }
        let starts = lines[start].parts.map(\.box.left)
        var (end, full) = (start, 0)
        var index = start
        while index < lines.count, self.fits(lines[index], starts) {
            if lines[index].parts.count >= 2 { full += 1 }
            // A line in the first column alone may be the text that follows.
            if !lines[index].isBlank, let last = lines[index].parts.last, self.column(last.box.left, starts) ?? 0 > 0 {
                end = index + 1
            }
            index += 1
        }
        return full >= 2 ? end : nil
    }

    private static func column(_ left: Double, _ starts: [Double]) -> Int? {
        starts.lastIndex { abs($0 - left) < 5 || left > $0 && left < $0 + 24 }
    }

    /// Each part begins in a column and ends before the next.
    private static func fits(_ line: PDFLine, _ starts: [Double]) -> Bool {
        // Lines to sign on stand where they please.
        line.isBlank
            || line.parts.allSatisfy { part in
                guard let column = self.column(part.box.left, starts) else { return false }
                return column + 1 >= starts.count || part.box.right < starts[column + 1]
            }
    }

    private static func rows(_ lines: [PDFLine]) -> (rows: [[[[PDFWord]]]], starts: [Double]) {
        let starts = lines[0].parts.map(\.box.left)
        var rows: [[[[PDFWord]]]] = []
        let labels = lines.count { $0.parts[0].words.last?.text.hasSuffix(":") == true }
        // Two columns that are no labels and values are read one after the other.
        let isTable = starts.count > 2 || labels * 2 > lines.count
        for (index, line) in lines.enumerated() {
            var cells: [[[PDFWord]]] = starts.map { _ in [] }
            for part in line.parts {
                cells[self.column(part.box.left, starts) ?? starts.lastIndex { $0 < part.box.left } ?? 0].append(
                    part.words)
            }
            let filled = cells.count { !$0.isEmpty }
            let isSmall = cells.allSatisfy { $0.isEmpty || $0[0][0].text.first?.isLowercase == true }
            let isNear = index > 0 && line.box.top - lines[index - 1].box.bottom < line.box.height * 0.5
            if !rows.isEmpty,
                !isTable
                    || isNear
                        && (isSmall || cells[0].isEmpty && filled * 2 <= starts.count
                            || filled == 1 && starts.count > 2)
            {
                for column in cells.indices { rows[rows.count - 1][column] += cells[column] }
            } else {
                rows.append(cells)
            }
        }
        return (rows, starts)
    }
}
