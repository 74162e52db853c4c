/// A table of measures: which column is which, and which rows say what.
struct ActionTable {
    enum Row {
        /// A row across the table that names an area.
        case area(Span)
        /// A row across the table that says something of the area: «Mål: färre olyckor».
        case note(Span)
        case measures(Int)
    }

    let table: Table
    private let names: ColumnNames
    /// What each column of the table's grid holds.
    let columns: [Column]
    private(set) var rows: [Row] = []
    /// Rows that only name columns.
    private var heads: [Int] = []

    private static let headLimit = 4

    /// nil when no row of its first ones names a measure's column.
    init?(_ table: Table, _ names: ColumnNames) {
        guard let head = Self.head(table, names) else { return nil }
        self.names = names
        self.table = table
        self.columns = head.columns
        for row in 0..<head.first { self.take(row, beforeHead: true) }
        self.heads += head.first..<head.end
        for row in head.end..<table.rows.count { self.take(row, beforeHead: false) }
    }

    /// The rest of `before` on the next page: as many columns, and no names above them.
    init?(_ table: Table, after before: ActionTable) {
        guard table.width == before.table.width, table.width >= 3,
            !(0..<min(2, table.rows.count)).contains(where: {
                Self.names(table, $0, before.names).contains(where: \.isKnown)
            })
        else { return nil }
        self.names = before.names
        self.table = table
        self.columns = before.columns
        for row in table.rows.indices { self.take(row, beforeHead: false) }
    }

    /// Where the heads stand and what they name. Of two rows the lower one names its columns.
    private static func head(_ table: Table, _ known: ColumnNames) -> (first: Int, end: Int, columns: [Column])? {
        for row in 0..<min(self.headLimit, table.rows.count) {
            // A wheel of the year's meetings begins with its months.
            if let first = table.cell(row, 0)?.read,
                ["månad", "vecka", "kvartal", "tertial"].contains(Headings.bare(first))
            {
                return nil
            }
            var columns = self.names(table, row, known)
            self.nameParties(&columns, table, row)
            let isHead =
                columns.contains(where: \.isMeasure) && columns.count(where: \.isKnown) >= 2
                || columns.contains(where: \.isMeasure) && table.width <= 2
            var end = row + 1
            // A second row whose names are all known, below names of several columns or of none.
            if end < table.rows.count {
                let below = table.rows[end].cells.filter { !$0.isEmpty }
                let names = below.map { known.column($0.read) }
                let covers =
                    table.rows[row].cells.contains { $0.width > 1 && $0.width < table.width }
                    || table.rows[end].isHeader || self.isBelow(table, end, columns)
                if !below.isEmpty, names.allSatisfy(\.isKnown), covers, below.count < table.width || !isHead {
                    for (cell, name) in zip(below, names) {
                        for column in cell.column..<(cell.column + cell.width) where column < columns.count {
                            columns[column] = name
                        }
                    }
                    end += 1
                }
            }
            guard isHead || end > row + 1 && columns.contains(where: \.isMeasure) else { continue }
            return (row, end, self.unique(columns, table, row))
        }
        return nil
    }

    /// In a text merged cells show as empty ones: nothing stands below a name that is known, and a name below what is
    /// unknown or empty.
    private static func isBelow(_ table: Table, _ row: Int, _ columns: [Column]) -> Bool {
        let filled = (0..<table.width).filter { table.cell(row, $0).map { !$0.isEmpty } ?? false }
        return filled.count < table.width && filled.allSatisfy { !columns[$0].isKnown }
            && columns.indices.contains { columns[$0].isKnown && !filled.contains($0) }
    }

    private static let marks: Set = ["x", "×", "✓", "✔", "☒", "☑", "●", "•", "■", "ja"]

    /// Columns named after those who answer, with marks below: «Åtgärd | Kommunen | Polisen».
    private static func nameParties(_ columns: inout [Column], _ table: Table, _ row: Int) {
        guard columns.contains(where: \.isMeasure), !columns.contains(.responsible), row + 1 < table.rows.count else {
            return
        }
        let parties = columns.indices.filter { column in
            guard case .unknown(let name) = columns[column], !name.isEmpty, name.isAtMost(80) else { return false }
            let below = ((row + 1)..<table.rows.count).compactMap { table.cell($0, column)?.read.key }.filter {
                !$0.isEmpty && $0 != "-"
            }
            return below.allSatisfy { self.marks.contains($0) }
        }
        let isMarked = parties.contains { column in
            ((row + 1)..<table.rows.count).contains {
                table.cell($0, column).map { self.marks.contains($0.read.key) } ?? false
            }
        }
        guard parties.count >= 2, isMarked else { return }
        for column in parties { if case .unknown(let name) = columns[column] { columns[column] = .party(name) } }
    }

    private static func names(_ table: Table, _ row: Int, _ known: ColumnNames) -> [Column] {
        (0..<table.width).map { column in table.cell(row, column).map { known.column($0.read) } ?? .unknown("") }
    }

    /// A name that stands over two columns apart from each other is the first one's; the second is told under its own
    /// words.
    private static func unique(_ columns: [Column], _ table: Table, _ row: Int) -> [Column] {
        var taken: Set<Column> = []
        var last: Column?
        return columns.enumerated().map { place, column in
            defer { last = column }
            if column == last || !column.isSingle || taken.insert(column).inserted { return column }
            return .unknown(table.cell(row, place)?.read ?? "")
        }
    }

    /// The names of columns are what the fields are called.
    func claimHeads() {
        for row in self.heads {
            for cell in self.table.rows[row].cells {
                for paragraph in cell.paragraphs { paragraph.claim(paragraph.whole.range) }
            }
        }
    }

    private mutating func take(_ row: Int, beforeHead: Bool) {
        let own = self.table.rows[row].cells.filter { !$0.isEmpty }
        guard !own.isEmpty else { return }
        if own.count == 1, self.table.cells(row).count == 1, let paragraph = own[0].paragraphs.first,
            own[0].paragraphs.count == 1
        {
            let text = paragraph.whole.trimmed.text
            let labelled = Headings.areaTitle(text)
            let spans = own[0].width >= max(2, self.table.width - 1)
            let isShort = text.isAtMost(90) && text.last.map { !".:;".contains($0) } == true && !text.hasLines
            let hasRows = row + 1 < self.table.rows.count
            if let colon = text.firstIndex(of: ":"), text.distance(from: text.startIndex, to: colon) <= 20,
                [.target, .schedule, .followUp].contains(self.names.column(String(text[..<colon])))
            {
                self.rows.append(.note(paragraph.whole.trimmed))
                return
            }
            // A line in bold, or with a number, alone in the first column.
            let isTitle =
                own[0].column == 0 && !beforeHead && hasRows && isShort && self.columns.first != .area
                && (paragraph.looks.isBold || text.first?.isNumeric == true && text.contains("."))
            if isTitle || labelled != nil || spans && isShort && hasRows {
                self.rows.append(.area(paragraph.whole.trimmed))
                return
            }
            // A remark across the table is nobody's measure.
            if spans, !beforeHead { return }
        }
        if beforeHead { return }
        // A sum, or a remark, is nobody's measure.
        if let measure = self.paragraphs(row, .measure).first?.whole.key
            ?? self.columns.firstIndex(of: .measure).flatMap({ _ in own.first?.read.key }), own.count <= 2,
            self.paragraphs(row, .responsible).isEmpty,
            ["summa", "totalt", "kommentar:", "anmärkning:"].contains(where: measure.hasPrefix)
        {
            return
        }
        // A head repeated on the next page, or above the next area, is no row.
        if own.count >= 2, own.allSatisfy({ self.names.column($0.read).isKnown }),
            own.contains(where: { self.names.column($0.read).isMeasure })
        {
            self.heads.append(row)
            return
        }
        self.rows.append(.measures(row))
    }

    /// The paragraphs of a column in a row. A merged cell speaks for every row it covers, and only for the first of its
    /// columns.
    func paragraphs(_ row: Int, _ wanted: Column) -> [Paragraph] {
        self.cells(row, wanted).flatMap(\.paragraphs)
    }

    func cells(_ row: Int, _ wanted: Column) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        for (column, name) in self.columns.enumerated() where name == wanted {
            guard let cell = self.table.cell(row, column), cells.last !== cell else { continue }
            if cell.column < column, self.columns[cell.column] != wanted { continue }
            cells.append(cell)
        }
        return cells
    }

    /// Begun in a row above.
    func isFromAbove(_ cell: Table.Cell, _ row: Int) -> Bool { cell.place.row.map { $0 < row + 1 } ?? false }
}

extension Column {
    var isKnown: Bool { if case .unknown = self { false } else { true } }

    var isMeasure: Bool {
        switch self {
        case .measure, .sidedMeasure: true
        default: false
        }
    }

    /// Of which a measure has one.
    var isSingle: Bool {
        switch self {
        case .unknown, .note, .sidedMeasure, .party: false
        default: true
        }
    }
}
