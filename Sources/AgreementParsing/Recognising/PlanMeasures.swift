/// The plan's measures: tables, cards, labelled lines, and the areas and causes that they stand under.
extension PlanPart {
    mutating func take(_ table: Table, _ reading: TableReading) throws(DocumentError) {
        switch reading {
        case .card(let card):
            card.claimHeads()
            for card in card.cards {
                if let title = card.title {
                    if case .area(let known) = self.place, self.isNamed, card.title?.place.row == 1,
                        self.areas[known].key != title.whole.read.comparisonKey, table.width == 2
                    {
                        self.areas[known].description.append(title.whole.take())
                    } else {
                        let area =
                            Headings.areaTitle(title.whole.trimmed.text).map {
                                title.whole.trimmed.part($0..<title.whole.trimmed.range.upperBound)
                            } ?? title.whole.trimmed
                        title.claim(title.whole.range)
                        (self.place, self.isNamed) = (.area(self.areaIndex(area)), false)
                    }
                }
                try self.add(card.fields, to: self.target(table.place.number), causes: card.cause)
            }
        case .actions(let actions): try self.take(actions)
        case .signatures: self.signatureTables.append(table)
        case .promises:
            var agreement = AgreementPart()
            agreement.readPromises(table)
            self.promises += agreement.promises
        case .leftOut: table.claimAll()
        case .other:
            if let before = self.table, let rest = ActionTable(table, after: before) { try self.take(rest) }
        case .followUpReport: return
        }
    }

    private mutating func take(_ actions: ActionTable) throws(DocumentError) {
        actions.claimHeads()
        self.table = actions
        try self.read(actions)
    }

    /// The area that measures go to where they stand: one of their own, named by its heading, when they stand under
    /// none.
    private mutating func target(_ number: Int) -> Int {
        if case .area(let known) = self.place { return known }
        var area = DraftArea(line: number, title: "Åtgärder", basis: .guess)
        if case .other(let heading, let text) = self.place {
            let title = Headings.namesNothing(heading.text) ? nil : Headings.withoutNumber(heading).take()
            heading.paragraph.claim(heading.range)
            area = DraftArea(
                line: heading.number, title: title ?? "Åtgärder", description: text,
                basis: title == nil ? .guess : .position)
        }
        self.areas.append(area)
        let target = self.areas.count - 1
        self.place = .area(target)
        if self.hasAreaList || area.title == "Åtgärder" {
            self.warn(
                .tableHeadingIsNoArea, area.line,
                "Tabellens rubrik «\(area.title)» är inget av de prioriterade områdena; dess orsaker behöver placeras")
        }
        return target
    }

    private mutating func read(_ actions: ActionTable) throws(DocumentError) {
        for (place, column) in actions.columns.enumerated() {
            guard case .unknown(let name) = column, !name.isEmpty, place == 0 || actions.columns[place - 1] != column
            else { continue }
            self.warn(
                .columnUnknown, actions.table.place.number,
                "Kolumnen «\(name)» är okänd; dess text sparas som anteckning")
        }
        var area: Int?
        var cause: Int?
        var last: Table.Cell?
        var lastMeasures: (area: Int, cause: Int?, count: Int) = (0, nil, 0)
        for row in actions.rows {
            switch row {
            case .note(let span):
                self.areas[area ?? self.target(actions.table.place.number)].description.append(span.take())
            case .area(let span):
                let title =
                    Headings.areaTitle(span.text).map { span.part($0..<span.range.upperBound) }
                    ?? Headings.withoutNumber(span)
                span.paragraph.claim(span.range)
                area = self.areaIndex(title)
                (cause, last) = (nil, nil)
            case .measures(let index):
                let own = actions.paragraphs(index, .area)
                if let named = own.first, !actions.cells(index, .area).allSatisfy({ actions.isFromAbove($0, index) }) {
                    let title =
                        Headings.areaTitle(named.whole.trimmed.text).map {
                            named.whole.trimmed.part($0..<named.whole.trimmed.range.upperBound)
                        } ?? named.whole.trimmed
                    for paragraph in own { paragraph.claim(paragraph.whole.range) }
                    area = self.areaIndex(title, more: own.dropFirst().map { $0.whole.take() })
                    cause = nil
                }
                let target = area ?? self.target(actions.table.place.number)
                area = target
                let number = actions.table.rows[index].place.number
                let causeCells = actions.cells(index, .cause)
                let isDitto =
                    causeCells.count == 1 && cause != nil && MeasureRows.dittos.contains(causeCells[0].read.key)
                if isDitto { for paragraph in causeCells[0].paragraphs { paragraph.claim(paragraph.whole.range) } }
                if causeCells.isEmpty, let text = self.headingCause { cause = self.cause(text, number, in: target) }
                if !isDitto, !causeCells.allSatisfy({ actions.isFromAbove($0, index) }) || cause == nil {
                    let text = causeCells.map { cell in
                        cell.paragraphs.filter { paragraph in
                            guard ["-", "–"].contains(paragraph.whole.key) else { return true }
                            paragraph.claim(paragraph.whole.range)
                            return false
                        }.map { $0.whole.take() }.joined(separator: " ")
                    }.filter { !$0.isEmpty }.joined(separator: " – ")
                    if !text.isEmpty { cause = self.cause(text, number, in: target) }
                }
                let cells = actions.cells(index, .measure)
                // One measure over several rows: those who answer for the lower rows answer for it, too.
                if let cell = cells.first, cells.count == 1, cell === last, actions.isFromAbove(cell, index) {
                    try self.extend(lastMeasures, actions, index, number)
                    continue
                }
                last = cells.first
                let results = actions.cells(index, .status) + actions.cells(index, .followUp)
                let fields = MeasureRows.Fields(
                    number: number, columns: self.fields(actions, index),
                    colours: results.compactMap { $0.shading.flatMap(Colours.light) })
                let measures = try self.rows.measures(fields)
                if measures.isEmpty, cause != nil, !causeCells.allSatisfy({ actions.isFromAbove($0, index) }),
                    let text = causeCells.first?.read, !text.isEmpty
                {
                    self.warn(.causeWithoutMeasure, number, "Orsaken «\(text)» har ingen åtgärd på sin rad")
                }
                self.add(measures, target, cause)
                lastMeasures = (target, cause, measures.count)
            }
        }
    }

    private func fields(_ actions: ActionTable, _ row: Int) -> [(column: Column, paragraphs: [Paragraph])] {
        var seen: Set<Column> = []
        return actions.columns.compactMap { column in
            guard seen.insert(column).inserted, column != .area, column != .cause else { return nil }
            return (column, actions.paragraphs(row, column))
        }
    }

    /// Adds who answers for a lower row to the measures of the row above.
    private mutating func extend(
        _ last: (area: Int, cause: Int?, count: Int), _ actions: ActionTable, _ row: Int, _ number: Int
    ) throws(DocumentError) {
        let measures = try self.rows.measures(.init(number: number, columns: self.fields(actions, row)))
        for (offset, more) in measures.enumerated() where offset < last.count {
            func add(_ measure: inout DraftMeasure) {
                measure.responsibles += more.responsibles.filter { !measure.responsibles.contains($0) }
                for path in [\AgreementDocument.Measure.plannedFollowUp, \.target, \.schedule, \.notes] {
                    if let text = more.measure[keyPath: path], measure.measure[keyPath: path]?.contains(text) != true {
                        measure.measure[keyPath: path] = [measure.measure[keyPath: path], text].compactMap { $0 }
                            .joined(separator: "\n")
                    }
                }
            }
            if let cause = last.cause {
                let place = self.areas[last.area].causes[cause].measures.count - last.count + offset
                add(&self.areas[last.area].causes[cause].measures[place])
            } else {
                let place = self.areas[last.area].measures.count - last.count + offset
                add(&self.areas[last.area].measures[place])
            }
        }
    }

    private mutating func areaIndex(_ title: Span, more: [String] = []) -> Int {
        if let known = self.area(named: title.text) {
            title.paragraph.claim(title.range)
            return known
        }
        self.areas.append(.init(line: title.number, title: title.take(), description: more, basis: .clause))
        return self.areas.count - 1
    }

    private mutating func cause(_ text: String, _ number: Int, in area: Int) -> Int {
        let key = text.comparisonKey
        if let known = self.areas[area].causes.firstIndex(where: { $0.key == key }) { return known }
        self.areas[area].causes.append(.init(line: number, text: text, key: key))
        return self.areas[area].causes.count - 1
    }

    private mutating func add(_ measures: [DraftMeasure], _ area: Int, _ cause: Int?) {
        if let cause {
            self.areas[area].causes[cause].measures += measures
        } else {
            self.areas[area].measures += measures
        }
    }

    private mutating func add(_ fields: MeasureRows.Fields, to area: Int, causes: [Paragraph]) throws(DocumentError) {
        let text = causes.map { $0.whole.take() }.joined(separator: " ")
        let cause = text.isEmpty ? nil : self.cause(text, fields.number, in: area)
        self.add(try self.rows.measures(fields), area, cause)
    }

    /// Lines of which one says what is done and others who does it: a measure from each label of one on.
    mutating func take(labelled lines: [Paragraph]) throws(DocumentError) {
        let parts = lines.flatMap { line in Labelled.parts(line, self.names).map { (line, $0) } }
        var cards: [[(line: Paragraph, part: Labelled.Part)]] = []
        for (line, part) in parts {
            line.claim(part.label.range)
            line.claim(part.value.range)
            // What stands above the first measure belongs to it; a measure without a cause of its own has the one
            // before.
            let hasMeasure = cards.last?.contains { $0.part.column.isMeasure } ?? true
            if hasMeasure, cards.isEmpty || part.column.isMeasure || part.column == .cause {
                cards.append(part.column.isMeasure ? (cards.last ?? []).filter { $0.part.column == .cause } : [])
            }
            cards[cards.count - 1].append((line, part))
        }
        for card in cards {
            let first = card[0].line
            let target = self.target(first.place.number)
            let causes = card.filter { $0.part.column == .cause }.map { Paragraph($0.part.value.read, $0.line.place) }
            let columns = card.filter { $0.part.column != .cause }.map {
                (column: $0.part.column, paragraphs: [Paragraph($0.part.value.read, $0.line.place)])
            }
            try self.add(
                .init(
                    number: card.first { $0.part.column.isMeasure }?.part.value.number ?? first.place.number,
                    columns: columns), to: target, causes: causes)
        }
    }

    /// «Ronder vid skolan. Ansvarig: Polisen»: the measure and its labels in one.
    mutating func take(trailing paragraph: Paragraph, _ measure: Span, _ parts: [Labelled.Part]) throws(DocumentError) {
        let target = self.target(paragraph.place.number)
        paragraph.claim(paragraph.whole.range)
        var columns: [(column: Column, paragraphs: [Paragraph])] = [
            (.measure, [Paragraph(measure.withoutFullStop.read, paragraph.place)])
        ]
        for part in parts { columns.append((part.column, [Paragraph(part.value.read, paragraph.place)])) }
        self.add(try self.rows.measures(.init(number: paragraph.place.number, columns: columns)), target, nil)
    }

    /// A line or a point that labelled lines follow.
    mutating func take(measure paragraph: Paragraph, _ labels: [Paragraph]) throws(DocumentError) {
        let target = self.target(paragraph.place.number)
        var columns: [(column: Column, paragraphs: [Paragraph])] = [(.measure, [paragraph])]
        for line in labels {
            for part in Labelled.parts(line, self.names) {
                line.claim(part.label.range)
                line.claim(part.value.range)
                columns.append((part.column, [Paragraph(part.value.read, line.place)]))
            }
        }
        self.add(try self.rows.measures(.init(number: paragraph.place.number, columns: columns)), target, nil)
    }
}
