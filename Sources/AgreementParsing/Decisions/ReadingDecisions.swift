/// What a person decides about how a document is read, before anything is made of it. Everything else is read as
/// before.
package struct ReadingDecisions: Codable, Equatable, Sendable {
    /// What a table is.
    package struct Table: Codable, Equatable, Sendable {
        package enum Kind: String, Codable, CaseIterable, Sendable { case measures, signatures, promises, leftOut }

        /// The table's number, from 1.
        package var table: Int
        package var kind: Kind

        package init(table: Int, kind: Kind) {
            self.table = table
            self.kind = kind
        }
    }

    /// What a column holds, by the name that stands above it.
    package struct Column: Codable, Equatable, Sendable {
        package enum Kind: String, Codable, CaseIterable, Sendable {
            case area, cause, measure, responsible, contact, followUp, schedule, target, note

            package var swedish: String {
                switch self {
                case .area: "område"
                case .cause: "orsak"
                case .measure: "åtgärd"
                case .responsible: "ansvarig"
                case .contact: "kontakt"
                case .followUp: "uppföljning"
                case .schedule: "tid"
                case .target: "mål"
                case .note: "anteckning"
                }
            }
        }

        package var name: String
        package var kind: Kind

        package init(name: String, kind: Kind) {
            self.name = name
            self.kind = kind
        }

        var column: AgreementParsing.Column {
            switch self.kind {
            case .area: .area
            case .cause: .cause
            case .measure: .measure
            case .responsible: .responsible
            case .contact: .contact
            case .followUp: .followUp
            case .schedule: .schedule
            case .target: .target
            case .note: .note(self.name)
            }
        }
    }

    package var title: String?
    package var period: AgreementDocument.Period?
    /// The plan's.
    package var year: Int?
    package var tables: [Table] = []
    package var columns: [Column] = []
    /// What columns were for documents before this one: they hold where nothing is decided for this one.
    package var remembered: [Column]?
    /// The heading of the plan that is read, where the document has several; the first is without it.
    package var plan: Int?
    /// Paragraphs that name an area, by their numbers.
    package var areas: [Int]?
    /// Lines, rows or paragraphs that are not read, by the numbers that the proposal gives them.
    package var leaveOut: [Int] = []
    /// Measures that are one, by their numbers.
    package var joins: [[Int]] = []
    /// Measures each of whose lines is a measure of its own.
    package var divisions: [Int] = []

    /// The year of a plan alone that says none.
    package var defaultYear: Int?
    /// Identity numbers are not kept, nor is the file that holds them.
    package var leavesOutIdentityNumbers: Bool?

    package init() {}

    /// A decision that does not fit the document; `index` is its place in its own list, from 0.
    package enum Misfit: Error, Equatable, Codable, Sendable {
        case noSuchTable(index: Int)
        case noSuchColumn(index: Int)
        case nothingToLeaveOut(index: Int)
        case noSuchMeasure(index: Int)
        case nothingToDivide(index: Int)
        case noSuchArea(index: Int)
        case noSuchPlan
    }
}

extension DocumentTree {
    /// Without the text that stands at these numbers. It is decided on: nobody is told of it.
    func without(_ numbers: [Int]) -> DocumentTree {
        if numbers.isEmpty { return self }
        let numbers = Set(numbers)
        func isOut(_ paragraph: Paragraph) -> Bool {
            numbers.contains(paragraph.place.number)
                || paragraph.isWrapped && paragraph.lines.contains { numbers.contains($0.number) }
        }
        var tree = self
        tree.asides.removeAll(where: isOut)
        tree.marks.removeAll { numbers.contains($0.place.number) }
        tree.blocks = tree.blocks.compactMap { block in
            switch block {
            case .rule: return block
            case .paragraph(let paragraph): return isOut(paragraph) ? nil : block
            case .table(let table):
                if numbers.contains(table.place.number), table.place.number != table.rows.first?.place.number {
                    return nil
                }
                guard
                    table.rows.contains(where: {
                        numbers.contains($0.place.number) || $0.cells.contains { $0.paragraphs.contains(where: isOut) }
                    })
                else { return block }
                // The rows stay, empty, so that what covers them from above still does.
                return .table(
                    Table(
                        table.place,
                        table.rows.map { row in
                            if numbers.contains(row.place.number) { return Table.Row(place: row.place, cells: []) }
                            return Table.Row(
                                place: row.place, cells: row.cells.map { $0.without(isOut) }, isHeader: row.isHeader)
                        }))
            }
        }
        return tree
    }
}

extension Table.Cell {
    fileprivate func without(_ isOut: (Paragraph) -> Bool) -> Table.Cell {
        guard self.paragraphs.contains(where: isOut) else { return self }
        return Table.Cell(
            self.place, column: self.column, width: self.width, height: self.height,
            blocks: self.blocks.filter { if case .paragraph(let paragraph) = $0 { !isOut(paragraph) } else { true } },
            shading: self.shading)
    }
}
