/// Measures whose names of fields stand in the first column: one in each table, or one in each further column.
struct CardTable {
    struct Card {
        /// What stands above it: an area's name.
        let title: Paragraph?
        let fields: MeasureRows.Fields
        let cause: [Paragraph]
    }

    let cards: [Card]
    private let names: [Paragraph]

    /// nil when the first column doesn't name a measure and most of what belongs to it.
    init?(_ table: Table, _ known: ColumnNames) {
        guard table.width >= 2, table.rows.count >= 2 else { return nil }
        let heads = table.rows.indices.map { row in table.cell(row, 0).map { known.column($0.read) } ?? .unknown("") }
        // A row across the table, or one with nothing beside it, above the first name is the card's title.
        let first = heads.firstIndex(where: \.isKnown) ?? 0
        guard first <= 1, heads.contains(where: \.isMeasure) else { return nil }
        let count = heads.count(where: \.isKnown)
        guard count >= 2, count * 3 >= (table.rows.count - first) * 2 else { return nil }
        // A table of measures has its names beside each other.
        if (1..<table.width).contains(where: { column in
            table.cell(first, column).map { known.column($0.read).isKnown } ?? false
        }) {
            return nil
        }
        // Names of areas stand above the columns of a table that has several.
        if table.width > 2, first == 0 || !heads.contains(.responsible) { return nil }
        var names: [Paragraph] = []
        for (row, head) in heads.enumerated() where head.isKnown { names += table.cell(row, 0)?.paragraphs ?? [] }
        self.names = names
        self.cards = (1..<table.width).compactMap { column in
            var columns: [(column: Column, paragraphs: [Paragraph])] = []
            var cause: [Paragraph] = []
            for (row, head) in heads.enumerated() where row >= first {
                guard let name = table.cell(row, 0), let cell = table.cell(row, column), name !== cell,
                    cell.column == column
                else { continue }
                if head == .cause { cause += cell.paragraphs } else { columns.append((head, cell.paragraphs)) }
            }
            let title = first == 0 ? nil : table.cell(0, table.width == 2 ? 0 : column)?.paragraphs.first
            guard columns.contains(where: { $0.column.isMeasure && !$0.paragraphs.isEmpty }) else { return nil }
            return Card(
                title: title,
                fields: .init(
                    number: columns.first { $0.column.isMeasure }?.paragraphs.first?.place.number ?? table.place.number,
                    columns: columns), cause: cause)
        }
        if self.cards.isEmpty { return nil }
    }

    /// The names are what the fields are called.
    func claimHeads() {
        for paragraph in self.names { paragraph.claim(paragraph.whole.range) }
    }
}
