/// The plan: its introduction, areas, causes and measures, what it stands on, and promises below it.
struct PlanPart {
    enum Where {
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
    var yearBasis = AgreementDocument.Fact.Basis.guess
    var areas: [DraftArea] = []
    var introduction: [String] = []
    var notes: [String] = []
    var picture = AgreementDocument.SituationalPicture()
    var promises: [AgreementDocument.Promise] = []
    var rows = MeasureRows()
    private(set) var signatureLines: [Span] = []
    var signatureTables: [Table] = []
    private(set) var warnings: [AgreementDocument.Warning] = []

    var place = Where.introduction
    var level = 0
    var promisor: AgreementDocument.Promisor?
    /// The table of measures that has just been read, with nothing behind it yet.
    var table: ActionTable?
    var hasAreaList = false
    /// The cause that a heading within the area names.
    var headingCause: String?
    /// The area that is being read was listed, or its heading says that it is one.
    var isNamed = false
    private var inSignatures = false
    /// Items that are measures, since labelled lines follow them.
    private var measureLines: Set<Int> = []

    mutating func warn(_ code: AgreementDocument.Warning.Code, _ number: Int, _ text: String) {
        self.warnings.append(.init(code: code, line: number, text: text))
    }

    /// Headings that a person has decided to be areas, by their numbers.
    private let decidedAreas: Set<Int>

    init(names: ColumnNames, decidedAreas: Set<Int> = []) {
        self.names = names
        self.rows.names = names
        self.decidedAreas = decidedAreas
    }

    /// - Parameter listed: the titles of the areas that the document lists.
    /// - Throws: ``DocumentError/unreadable``.
    mutating func read(_ items: [Outline.Item], listed: [Span]) throws(DocumentError) {
        let listedHere = listed.filter { span in items.contains { $0.paragraph === span.paragraph } }
        self.areas = listedHere.map { .init(line: $0.number, title: $0.take(), basis: .list) }
        self.hasAreaList = !self.areas.isEmpty
        for (index, item) in items.enumerated() where index > 0 {
            guard let paragraph = item.paragraph, !item.isHeading, Labelled.isLabelled(paragraph, self.names),
                !Labelled.parts(paragraph, self.names).contains(where: { $0.column.isMeasure })
            else { continue }
            // What stands above the labels is the measure, unless it is a label's itself.
            if let above = items[index - 1].paragraph, Labelled.parts(above, self.names).isEmpty {
                self.measureLines.insert(index - 1)
            }
        }
        var next = 0
        for (index, item) in items.enumerated() where index >= next {
            if !self.measureLines.contains(index) {
                // «Orsak: …», «Åtgärd: …» and what belongs to them, on one line or more.
                let block = items[index...].prefix { item in
                    !item.isHeading && item.paragraph.map { !Labelled.parts($0, self.names).isEmpty } ?? false
                }.compactMap(\.paragraph)
                if block.contains(where: { Labelled.parts($0, self.names).contains { $0.column.isMeasure } }) {
                    try self.take(labelled: block)
                    next = index + block.count
                    continue
                }
            }
            if self.measureLines.contains(index), let paragraph = item.paragraph {
                // Labels may stand on lines of their own.
                let labels = items[(index + 1)...].prefix { item in
                    !item.isHeading && item.paragraph.map { Labelled.belongs($0, self.names) } ?? false
                }.compactMap(\.paragraph)
                try self.take(measure: paragraph, labels)
                next = index + 1 + labels.count
                continue
            }
            if case .item(let paragraph) = item, self.promisor == nil,
                let (measure, parts) = Labelled.trailing(paragraph, self.names)
            {
                try self.take(trailing: paragraph, measure, parts)
                continue
            }
            switch item {
            case .rule: continue
            case .heading(let span, let level):
                self.table = nil
                // Another year's plan is another plan.
                if index > 0, Headings.isPlan(span.text), let year = Dates.year(in: String(span.text)),
                    let own = self.year, year != own, self.hasMeasures
                {
                    self.leave()
                    self.warn(
                        .otherPlan, span.number,
                        "«\(span.read)» är en plan till; den och det som följer läses inte in. Beslutet plan på rad \(span.number) läser den i stället"
                    )
                    return
                }
                self.take(heading: span, level, index, items)
            case .paragraph(let paragraph):
                self.table = nil
                self.take(
                    paragraph,
                    isFollowedByList: items.indices.contains(index + 1)
                        ? { if case .item = items[index + 1] { true } else { false } }() : false)
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
            if Headings.bare(text).contains(" ") {
                self.notes.append(span.take())
            } else {
                span.paragraph.claim(span.range)
            }
            return
        }
        if self.inSignatures, text.isAtMost(60),
            Signatures.mayBelong(text) || Signatures.isTitle(text) || Signatures.name(text) != nil
        {
            self.signatureLines.append(span)
            return
        }
        self.inSignatures = false
        if index == 0 {
            self.level = 0
            self.year = Dates.year(in: String(text))
            self.yearBasis = .heading
            self.number = span.number
            // The plan's own heading is its label and year; anything more it says is kept.
            if Headings.isPlan(text) {
                let said = span.take()
                if !Headings.isOnlyPlan(text) || text.count(where: \.isNumeric) > 4 { self.introduction.append(said) }
                return
            }
        }
        if self.decidedAreas.contains(span.number) {
            self.leave()
            self.headingCause = nil
            self.areas.append(.init(line: span.number, title: span.take(), basis: .decision))
            (self.place, self.level, self.isNamed) = (.area(self.areas.count - 1), level, true)
            return
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
            if Headings.bare(text).count > self.areas[known].key.count + 12 {
                self.areas[known].description.append(span.take())
            }
            return
        }
        // A deeper heading within an area is part of the area's text: unless it is an area itself.
        if let cause = Headings.cause(text), case .area = self.place {
            self.headingCause = span.part(cause..<span.range.upperBound).take()
            span.paragraph.claim(span.range)
            return
        }
        self.headingCause = nil
        if case .area(let current) = self.place, level > self.level,
            !hasMeasures || self.isNamed || Headings.isGeneral(text), Headings.areaTitle(text) == nil
        {
            if Headings.namesNothing(text) {
                span.paragraph.claim(span.range)
            } else {
                self.areas[current].description.append(span.take())
            }
            return
        }
        self.leave()
        self.level = index == 0 ? 0 : level
        if Headings.introducesAreas(text, isHeading: true) && text.isAtMost(60) {
            self.place = .introduction
            if Headings.isGeneral(text) {
                span.paragraph.claim(span.range)
            } else {
                self.introduction.append(span.take())
            }
        } else if !self.hasAreaList, let title = Headings.areaTitle(text) {
            let titled = span.part(title..<span.range.upperBound)
            span.paragraph.claim(span.range)
            self.areas.append(.init(line: span.number, title: titled.take(), basis: .heading))
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
            self.areas.append(
                .init(
                    line: span.number, title: title.take(),
                    basis: span.paragraph.looks.level == nil ? .position : .heading))
            (self.place, self.isNamed) = (.area(self.areas.count - 1), false)
        } else {
            self.place = .other(span, [])
        }
    }

    /// What a label says beside its own word is kept.
    private mutating func keep(_ span: Span, unless word: String) {
        let said = span.take()
        if Headings.bare(said) != word, Headings.bare(said) != word + "er" {
            self.picture.summary = [self.picture.summary, said].compactMap { $0 }.joined(separator: "\n\n")
        }
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
            case .paragraph where isWithin, .item where isWithin:
                if Labelled.tells(item, self.names),
                    place > index + 1 || item.paragraph.map({ Labelled.trailing($0, self.names) != nil }) == true
                {
                    return true
                }
            default: continue
            }
        }
        return false
    }

    func area(named text: Substring) -> Int? {
        let title = Headings.areaTitle(text).map { text[$0...] } ?? text.drop { $0.isNumeric || ".) ".contains($0) }
        let key = title.comparisonKey
        if let exact = self.areas.firstIndex(where: { $0.key == key }) { return exact }
        guard key.count >= 12 else { return nil }
        return self.areas.firstIndex {
            $0.key.utf8.count >= 12 && $0.key.count >= 12
                && ($0.key.hasPrefix(key) || key.hasPrefix($0.key) && key.count < $0.key.count + 12)
        }
    }

    /// Ends what the text was read for.
    private mutating func leave() {
        if case .other(let heading, let text) = self.place {
            let isEmpty = text.isEmpty && Headings.isGeneral(heading.text)
            if isEmpty {
                heading.paragraph.claim(heading.range)
            } else {
                self.notes.append(([heading.take()] + text).joined(separator: "\n"))
            }
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
        // Whoever else is to do something ends what the side before promises.
        if whole.text.hasSuffix(":"), isFollowedByList, Promises.promisor(whole.text) == nil { self.promisor = nil }
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
        if self.year == nil, case .introduction = self.place, let year = Dates.year(in: text) {
            (self.year, self.yearBasis) = (year, .clause)
        }
        self.note(text, number)
    }

    private mutating func take(item paragraph: Paragraph) {
        let whole = paragraph.whole.trimmed
        if self.inSignatures {
            self.signatureLines += paragraph.lines
            return
        }
        // Its title is an area's already.
        if self.hasAreaList, self.areas.contains(where: { $0.line == whole.number }), !paragraph.claims.isEmpty {
            return
        }
        if let promisor = self.promisor {
            // A point of a point says more of it.
            if (paragraph.looks.list?.level ?? 0) > 0, !self.promises.isEmpty {
                self.promises[self.promises.count - 1].text += "\n– " + whole.take()
                return
            }
            self.promises.append(
                .init(
                    line: whole.number, promisor: Promises.promisor(ofSentence: whole.text) ?? promisor,
                    text: whole.take()))
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
}
