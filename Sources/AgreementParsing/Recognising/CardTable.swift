/// One measure for each table: names in the first column, what they name beside them.
struct CardTable {
    let fields: MeasureRows.Fields
    let cause: [Paragraph]
    private let names: [Paragraph]

    /// nil when the first column doesn't name a measure and most of what belongs to it.
    init?(_ table: Table, _ known: ColumnNames) {
        guard table.width == 2, table.rows.count >= 2 else { return nil }
        let heads = table.rows.indices.map { row in table.cell(row, 0).map { known.column($0.read) } ?? .unknown("") }
        let count = heads.count(where: \.isKnown)
        guard heads.contains(where: \.isMeasure), count >= 2, count * 3 >= table.rows.count * 2 else { return nil }
        // A table of measures with two columns has its names beside each other.
        if let second = table.cell(0, 1), known.column(second.read).isKnown { return nil }
        var columns: [(column: Column, paragraphs: [Paragraph])] = []
        var (cause, names): ([Paragraph], [Paragraph]) = ([], [])
        for (row, head) in heads.enumerated() {
            guard let name = table.cell(row, 0), let cell = table.cell(row, 1), name !== cell else { continue }
            names += name.paragraphs
            if head == .cause { cause += cell.paragraphs } else { columns.append((head, cell.paragraphs)) }
        }
        self.fields = .init(number: table.place.number, columns: columns)
        (self.cause, self.names) = (cause, names)
    }

    /// The names are what the fields are called.
    func claimHeads() {
        for paragraph in self.names { paragraph.claim(paragraph.whole.range) }
    }
}
