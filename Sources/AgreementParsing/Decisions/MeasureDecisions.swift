extension ReadingDecisions {
    /// Whether tables, columns and numbers are there.
    /// - Throws: ``DocumentError/decisionDoesNotFit(_:)``.
    func check(_ tree: DocumentTree) throws(DocumentError) {
        if self == ReadingDecisions() { return }
        let tables = tree.tables
        for (index, decision) in self.tables.enumerated()
        where !tables.contains(where: { $0.place.table == decision.table }) {
            throw .decisionDoesNotFit(.noSuchTable(index: index))
        }
        // Names stand in the first rows, or in the first column of a card.
        let heads = Set(
            tables.flatMap { table in
                table.rows.prefix(4).flatMap { $0.cells.map { ColumnNames.bare($0.read) } }
                    + table.rows.compactMap { $0.cells.first.map { ColumnNames.bare($0.read) } }
            })
        for (index, decision) in self.columns.enumerated() where !heads.contains(ColumnNames.bare(decision.name)) {
            throw .decisionDoesNotFit(.noSuchColumn(index: index))
        }
        var numbers = Set(tree.paragraphs.flatMap { $0.isWrapped ? $0.lines.map(\.number) : [$0.place.number] })
        numbers.formUnion(tables.flatMap { [$0.place.number] + $0.rows.map(\.place.number) })
        for (index, number) in (self.areas ?? []).enumerated() where !numbers.contains(number) {
            throw .decisionDoesNotFit(.noSuchArea(index: index))
        }
        for (index, number) in self.leaveOut.enumerated() where !numbers.contains(number) {
            throw .decisionDoesNotFit(.nothingToLeaveOut(index: index))
        }
    }

    /// The proposal with its measures joined and divided, and without the guesses that are decided.
    /// - Throws: ``DocumentError/decisionDoesNotFit(_:)``.
    func apply(to proposal: AgreementDocument) throws(DocumentError) -> AgreementDocument {
        var document = proposal
        for (index, lines) in self.joins.enumerated() {
            if !document.join(Set(lines)) { throw .decisionDoesNotFit(.noSuchMeasure(index: index)) }
        }
        for (index, line) in self.divisions.enumerated() {
            if !document.divide(line) { throw .decisionDoesNotFit(.nothingToDivide(index: index)) }
        }
        document.warnings.removeAll { warning in
            switch warning.code {
            case .periodMissing, .periodStartGuessed, .severalPeriods: self.period != nil
            case .planYearMissing: self.year != nil
            case .titleMissing: self.title != nil
            case .measuresSplit: self.joins.contains { $0.contains(warning.line) }
            default: false
            }
        }
        return document
    }
}

extension AgreementDocument {
    /// Goes through the measures of each cause, and of each area's without one.
    fileprivate mutating func changeMeasures(_ change: (inout [Measure]) -> Bool) -> Bool {
        var isChanged = false
        for area in self.plan.priorityAreas.indices {
            for cause in self.plan.priorityAreas[area].causes.indices
            where change(&self.plan.priorityAreas[area].causes[cause].measures) { isChanged = true }
            if change(&self.plan.priorityAreas[area].measures) { isChanged = true }
        }
        return isChanged
    }

    /// Measures of one cause that stand at these numbers become the first of them, a line of text for each.
    fileprivate mutating func join(_ lines: Set<Int>) -> Bool {
        self.changeMeasures { measures in
            let places = measures.indices.filter { lines.contains(measures[$0].line) }
            guard let first = places.first, places.count > 1 else { return false }
            for place in places.dropFirst() {
                let more = measures[place]
                measures[first].text += "\n" + more.text
                measures[first].responsibilities += more.responsibilities.filter { responsibility in
                    !measures[first].responsibilities.contains { $0.name == responsibility.name }
                }
                for path in [\Measure.plannedFollowUp, \.target, \.schedule, \.notes] {
                    if let text = more[keyPath: path], measures[first][keyPath: path]?.contains(text) != true {
                        measures[first][keyPath: path] = [measures[first][keyPath: path], text].compactMap { $0 }
                            .joined(separator: "\n")
                    }
                }
            }
            for place in places.dropFirst().reversed() { measures.remove(at: place) }
            return true
        }
    }

    /// A measure of several lines becomes as many, each with all that belongs to it.
    fileprivate mutating func divide(_ line: Int) -> Bool {
        self.changeMeasures { measures in
            guard let place = measures.firstIndex(where: { $0.line == line && $0.text.contains("\n") }) else {
                return false
            }
            let whole = measures.remove(at: place)
            measures.insert(
                contentsOf: whole.text.split(separator: "\n").map { part in
                    var measure = whole
                    measure.text = part.hasPrefix("– ") ? String(part.dropFirst(2)) : String(part)
                    return measure
                }, at: place)
            return true
        }
    }
}

extension DocumentTree {
    fileprivate var tables: [Table] {
        func all(_ blocks: [Block]) -> [Table] {
            blocks.flatMap { block -> [Table] in
                if case .table(let table) = block {
                    [table] + table.rows.flatMap { $0.cells.flatMap { all($0.blocks) } }
                } else {
                    []
                }
            }
        }
        return all(self.blocks)
    }
}
