/// The plan: its introduction, areas, causes and measures, what it stands on, and promises below it.
struct PlanPart {
    private enum Where {
        case introduction
        case area(Int)
        case promises
        case problems
        case picture
        /// Below a heading that is none of these.
        case other(Span, [String])
    }

    let names: ColumnNames
    var number = 1
    var year: Int?
    var areas: [DraftArea] = []
    var introduction: [String] = []
    var notes: [String] = []
    var picture = AgreementDocument.SituationalPicture()
    var promises: [AgreementDocument.Promise] = []
    var rows = MeasureRows()
    private(set) var signatureLines: [Span] = []
    private(set) var signatureTables: [Table] = []
    private(set) var warnings: [AgreementDocument.Warning] = []

    private var place = Where.introduction
    private var level = 0
    private var promisor: AgreementDocument.Promisor?
    /// The table of measures that has just been read, with nothing behind it yet.
    private var table: ActionTable?
    private var hasAreaList = false
    /// The area that is being read was listed, or its heading says that it is one.
    private var isNamed = false
    private var inSignatures = false
    /// Items that are measures, since labelled lines follow them.
    private var measureLines: Set<Int> = []

    private mutating func warn(_ code: AgreementDocument.Warning.Code, _ number: Int, _ text: String) {
        self.warnings.append(.init(code: code, line: number, text: text))
    }

    init(names: ColumnNames) { self.names = names }

    /// - Parameter listed: the titles of the areas that the document lists.
    /// - Throws: ``DocumentError/unreadable``.
    mutating func read(_ items: [Outline.Item], listed: [Span]) throws(DocumentError) {
        let listedHere = listed.filter { span in items.contains { $0.paragraph === span.paragraph } }
        self.areas = listedHere.map { .init(line: $0.number, title: $0.take()) }
        self.hasAreaList = !self.areas.isEmpty
        for (index, item) in items.enumerated() where index > 0 {
            if case .paragraph(let paragraph) = item, Labelled.isLabelled(paragraph, self.names), items[index - 1].paragraph != nil { self.measureLines.insert(index - 1) }
        }
        var next = 0
        for (index, item) in items.enumerated() where index >= next {
            if self.measureLines.contains(index), let paragraph = item.paragraph {
                // Labels may stand on lines of their own.
                let labels = items[(index + 1)...].prefix { if case .paragraph(let labels) = $0 { !Labelled.parts(labels, self.names).isEmpty } else { false } }.compactMap(\.paragraph)
                try self.take(measure: paragraph, labels)
                next = index + 1 + labels.count
                continue
            }
            switch item {
            case .rule: continue
            case .heading(let span, let level):
                self.table = nil
                // Another year's plan is another plan.
                if index > 0, Headings.isPlan(span.text), let year = Dates.year(in: String(span.text)), let own = self.year, year != own, self.hasMeasures {
                    self.leave()
                    self.warn(.otherPlan, span.number, "«\(span.read)» är en plan till; den och det som följer läses inte in")
                    return
                }
                self.take(heading: span, level, index, items)
            case .paragraph(let paragraph):
                self.table = nil
                self.take(paragraph, isFollowedByList: items.indices.contains(index + 1) ? { if case .item = items[index + 1] { true } else { false } }() : false)
            case .item(let paragraph): self.take(item: paragraph)
            case .table(let table, let reading): try self.take(table, reading)
            }
        }
        self.leave()
    }

    private var hasMeasures: Bool { self.areas.contains { !$0.measures.isEmpty || !$0.causes.isEmpty } }

    // MARK: Headings

    private mutating func take(heading span: Span, _ level: Int, _ index: Int, _ items: [Outline.Item]) {
        let text = span.text
        self.promisor = nil
        if Headings.isSignatures(text) {
            self.inSignatures = true
            if Headings.bare(text).contains(" ") { self.notes.append(span.take()) } else { span.paragraph.claim(span.range) }
            return
        }
        if self.inSignatures, text.count <= 60, Signatures.mayBelong(text) || Signatures.isTitle(text) || Signatures.name(text) != nil {
            self.signatureLines.append(span)
            return
        }
        self.inSignatures = false
        if index == 0 {
            self.level = 0
            self.year = Dates.year(in: String(text))
            self.number = span.number
            // The plan's own heading is its label and year; anything more it says is kept.
            if Headings.isPlan(text) {
                let said = span.take()
                if !Headings.isOnlyPlan(text) || text.count(where: \.isNumber) > 4 { self.introduction.append(said) }
                return
            }
        }
        let hasMeasures = self.hasMeasures(below: index, level, items)
        if let promisor = Promises.promisor(text) {
            self.leave()
            (self.place, self.level, self.promisor) = (.promises, level, promisor)
            if Promises.isLabel(text) { span.paragraph.claim(span.range) } else { self.notes.append(span.take()) }
            return
        }
        if let known = self.area(named: text) {
            self.leave()
            (self.place, self.level, self.isNamed) = (.area(known), level, true)
            span.paragraph.claim(span.range)
            if Headings.bare(text).count > self.areas[known].key.count + 12 { self.areas[known].description.append(span.take()) }
            return
        }
        // A deeper heading within an area is part of the area's text: unless it is an area itself.
        if case .area(let current) = self.place, level > self.level, !hasMeasures || self.isNamed || Headings.isGeneral(text), Headings.areaTitle(text) == nil {
            if Headings.isGeneral(text) { span.paragraph.claim(span.range) } else { self.areas[current].description.append(span.take()) }
            return
        }
        self.leave()
        self.level = index == 0 ? 0 : level
        if Headings.introducesAreas(text, isHeading: true) && text.count <= 60 {
            self.place = .introduction
            if Headings.isGeneral(text) { span.paragraph.claim(span.range) } else { self.introduction.append(span.take()) }
        } else if !self.hasAreaList, let title = Headings.areaTitle(text) {
            let titled = span.part(title..<span.range.upperBound)
            span.paragraph.claim(span.range)
            self.areas.append(.init(line: span.number, title: titled.take()))
            (self.place, self.isNamed) = (.area(self.areas.count - 1), true)
        } else if !hasMeasures, Headings.isProblems(text) {
            self.place = .problems
            self.keep(span, unless: "problem")
        } else if !hasMeasures, Headings.isPicture(text) {
            self.place = .picture
            self.keep(span, unless: "lägesbild")
        } else if hasMeasures, !Headings.isGeneral(text), !self.hasAreaList {
            let title = Headings.withoutNumber(span)
            span.paragraph.claim(span.range)
            self.areas.append(.init(line: span.number, title: title.take()))
            (self.place, self.isNamed) = (.area(self.areas.count - 1), false)
        } else {
            self.place = .other(span, [])
        }
    }

    /// What a label says beside its own word is kept.
    private mutating func keep(_ span: Span, unless word: String) {
        let said = span.take()
        if Headings.bare(said) != word, Headings.bare(said) != word + "er" { self.picture.summary = [self.picture.summary, said].compactMap { $0 }.joined(separator: "\n\n") }
    }

    /// Whether measures stand directly below a heading, or below one within it that names no area.
    private func hasMeasures(below index: Int, _ level: Int, _ items: [Outline.Item]) -> Bool {
        var isWithin = true
        for (place, item) in items.enumerated().dropFirst(index + 1) {
            switch item {
            case .heading(let span, let deeper):
                if deeper <= level { return false }
                isWithin = Headings.isGeneral(span.text)
            case .table(_, let reading) where isWithin:
                if reading.isMeasures { return true }
            case .paragraph(let paragraph) where isWithin:
                if place > index + 1, Labelled.isLabelled(paragraph, self.names) { return true }
            default: continue
            }
        }
        return false
    }

    private func area(named text: Substring) -> Int? {
        let title = Headings.areaTitle(text).map { text[$0...] } ?? text.drop { $0.isNumber || ".) ".contains($0) }
        let key = title.comparisonKey
        if let exact = self.areas.firstIndex(where: { $0.key == key }) { return exact }
        guard key.count >= 12 else { return nil }
        return self.areas.firstIndex { $0.key.utf8.count >= 12 && $0.key.count >= 12 && ($0.key.hasPrefix(key) || key.hasPrefix($0.key) && key.count < $0.key.count + 12) }
    }

    /// Ends what the text was read for.
    private mutating func leave() {
        if case .other(let heading, let text) = self.place {
            let isEmpty = text.isEmpty && Headings.isGeneral(heading.text)
            if isEmpty { heading.paragraph.claim(heading.range) } else { self.notes.append(([heading.take()] + text).joined(separator: "\n")) }
        }
        self.place = .introduction
    }

    // MARK: Text

    private mutating func note(_ text: String, _ number: Int) {
        switch self.place {
        case .introduction: self.introduction.append(text)
        case .area(let index): self.areas[index].description.append(text)
        case .problems: self.picture.problems.append(.init(line: number, text: text))
        case .picture: self.picture.summary = [self.picture.summary, text].compactMap { $0 }.joined(separator: "\n\n")
        case .other(let heading, let before): self.place = .other(heading, before + [text])
        case .promises: self.notes.append(text)
        }
    }

    private mutating func take(_ paragraph: Paragraph, isFollowedByList: Bool) {
        let lines = paragraph.lines
        if self.inSignatures || lines.contains(where: { Signatures.placeAndDate($0.text) != nil }) {
            self.inSignatures = true
            self.signatureLines += lines
            return
        }
        let whole = paragraph.whole.trimmed
        if whole.text.hasSuffix(":"), isFollowedByList, let promisor = Promises.promisor(whole.text) {
            self.promisor = promisor
            whole.paragraph.claim(whole.range)
            return
        }
        if case .promises = self.place, let promisor = self.promisor {
            self.promises.append(.init(line: whole.number, promisor: promisor, text: whole.take()))
            return
        }
        let number = whole.number
        let text = whole.take()
        if self.picture.sources.isEmpty { self.picture.sources = Sources.inSentence(text, line: number) }
        if self.year == nil, case .introduction = self.place { self.year = Dates.year(in: text) }
        self.note(text, number)
    }

    private mutating func take(item paragraph: Paragraph) {
        let whole = paragraph.whole.trimmed
        // Its title is an area's already.
        if self.hasAreaList, self.areas.contains(where: { $0.line == whole.number }), !paragraph.claims.isEmpty { return }
        if let promisor = self.promisor {
            self.promises.append(.init(line: whole.number, promisor: Promises.promisor(ofSentence: whole.text) ?? promisor, text: whole.take()))
            return
        }
        switch self.place {
        case .picture:
            let text = whole.take()
            self.picture.sources.append(.init(line: whole.number, kind: Sources.kind(of: text), title: text))
        case .problems: self.note(whole.take(), whole.number)
        default: self.note("– " + whole.take(), whole.number)
        }
    }

    // MARK: Measures

    private mutating func take(_ table: Table, _ reading: TableReading) throws(DocumentError) {
        switch reading {
        case .card(let card):
            card.claimHeads()
            try self.add(card.fields, to: self.target(table.place.number), causes: card.cause)
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

    /// The area that measures go to where they stand: one of their own, named by its heading, when they stand under none.
    private mutating func target(_ number: Int) -> Int {
        if case .area(let known) = self.place { return known }
        var area = DraftArea(line: number, title: "Åtgärder")
        if case .other(let heading, let text) = self.place {
            let title = Headings.isGeneral(heading.text) ? nil : Headings.withoutNumber(heading).take()
            heading.paragraph.claim(heading.range)
            area = DraftArea(line: heading.number, title: title ?? "Åtgärder", description: text)
        }
        self.areas.append(area)
        let target = self.areas.count - 1
        self.place = .area(target)
        if self.hasAreaList || area.title == "Åtgärder" {
            self.warn(.tableHeadingIsNoArea, area.line, "Tabellens rubrik «\(area.title)» är inget av de prioriterade områdena; dess orsaker behöver placeras")
        }
        return target
    }

    private mutating func read(_ actions: ActionTable) throws(DocumentError) {
        for (place, column) in actions.columns.enumerated() {
            guard case .unknown(let name) = column, !name.isEmpty, place == 0 || actions.columns[place - 1] != column else { continue }
            self.warn(.columnUnknown, actions.table.place.number, "Kolumnen «\(name)» är okänd; dess text sparas som anteckning")
        }
        var area: Int?
        var cause: Int?
        var last: Table.Cell?
        var lastMeasures: (area: Int, cause: Int?, count: Int) = (0, nil, 0)
        for row in actions.rows {
            switch row {
            case .area(let span):
                let title = Headings.areaTitle(span.text).map { span.part($0..<span.range.upperBound) } ?? span
                span.paragraph.claim(span.range)
                area = self.areaIndex(title)
                (cause, last) = (nil, nil)
            case .measures(let index):
                let own = actions.paragraphs(index, .area)
                if let named = own.first, !actions.cells(index, .area).allSatisfy({ actions.isFromAbove($0, index) }) {
                    let title = Headings.areaTitle(named.whole.trimmed.text).map { named.whole.trimmed.part($0..<named.whole.trimmed.range.upperBound) } ?? named.whole.trimmed
                    for paragraph in own { paragraph.claim(paragraph.whole.range) }
                    area = self.areaIndex(title, more: own.dropFirst().map { $0.whole.take() })
                    cause = nil
                }
                let target = area ?? self.target(actions.table.place.number)
                area = target
                let number = actions.table.rows[index].place.number
                let causeCells = actions.cells(index, .cause)
                if !causeCells.allSatisfy({ actions.isFromAbove($0, index) }) || cause == nil {
                    let text = causeCells.flatMap(\.paragraphs).filter { !["-", "–"].contains($0.whole.key) || { paragraph in paragraph.claim(paragraph.whole.range); return false }($0) }.map { $0.whole.take() }.joined(separator: " ")
                    if !text.isEmpty { cause = self.cause(text, number, in: target) }
                }
                let cells = actions.cells(index, .measure)
                // One measure over several rows: those who answer for the lower rows answer for it, too.
                if let cell = cells.first, cells.count == 1, cell === last, actions.isFromAbove(cell, index) {
                    try self.extend(lastMeasures, actions, index, number)
                    continue
                }
                last = cells.first
                let fields = MeasureRows.Fields(number: number, place: "", columns: self.fields(actions, index))
                let measures = try self.rows.measures(fields)
                if measures.isEmpty, cause != nil, !causeCells.allSatisfy({ actions.isFromAbove($0, index) }), let text = causeCells.first?.read, !text.isEmpty {
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
    private mutating func extend(_ last: (area: Int, cause: Int?, count: Int), _ actions: ActionTable, _ row: Int, _ number: Int) throws(DocumentError) {
        let measures = try self.rows.measures(.init(number: number, place: "", columns: self.fields(actions, row)))
        for (offset, more) in measures.enumerated() where offset < last.count {
            func add(_ measure: inout DraftMeasure) {
                measure.responsibles += more.responsibles.filter { !measure.responsibles.contains($0) }
                for path in [\AgreementDocument.Measure.plannedFollowUp, \.target, \.schedule, \.notes] {
                    if let text = more.measure[keyPath: path], measure.measure[keyPath: path]?.contains(text) != true {
                        measure.measure[keyPath: path] = [measure.measure[keyPath: path], text].compactMap { $0 }.joined(separator: "\n")
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
        self.areas.append(.init(line: title.number, title: title.take(), description: more))
        return self.areas.count - 1
    }

    private mutating func cause(_ text: String, _ number: Int, in area: Int) -> Int {
        let key = text.comparisonKey
        if let known = self.areas[area].causes.firstIndex(where: { $0.key == key }) { return known }
        self.areas[area].causes.append(.init(line: number, text: text, key: key))
        return self.areas[area].causes.count - 1
    }

    private mutating func add(_ measures: [DraftMeasure], _ area: Int, _ cause: Int?) {
        if let cause { self.areas[area].causes[cause].measures += measures } else { self.areas[area].measures += measures }
    }

    private mutating func add(_ fields: MeasureRows.Fields, to area: Int, causes: [Paragraph]) throws(DocumentError) {
        let text = causes.map { $0.whole.take() }.joined(separator: " ")
        let cause = text.isEmpty ? nil : self.cause(text, fields.number, in: area)
        self.add(try self.rows.measures(fields), area, cause)
    }

    /// A line or a point that labelled lines follow.
    private mutating func take(measure paragraph: Paragraph, _ labels: [Paragraph]) throws(DocumentError) {
        let target = self.target(paragraph.place.number)
        var columns: [(column: Column, paragraphs: [Paragraph])] = [(.measure, [paragraph])]
        for line in labels {
            for part in Labelled.parts(line, self.names) {
                line.claim(part.label.range)
                line.claim(part.value.range)
                columns.append((part.column, [Paragraph(part.value.read, line.place)]))
            }
        }
        self.add(try self.rows.measures(.init(number: paragraph.place.number, place: "", columns: columns)), target, nil)
    }
}
