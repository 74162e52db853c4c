/// The measures of a table's rows, of a card, or of labelled lines.
struct MeasureRows {
    /// What labels within a cell stand for.
    var names = ColumnNames.standard
    /// No cell holds more than one measure.
    var areWhole = false
    var warnings: [AgreementDocument.Warning] = []
    /// Names of responsible parties as they were met.
    var met: [ResponsibleNames.Met] = []
    private var lastResponsibles: [ResponsibleCell.Entry] = []
    private var lastValues: [Column: String] = [:]
    /// Cells as they were read: the same ones come again and again.
    private var cells: [String: ResponsibleCell.Parsed] = [:]

    /// What the columns of one row, or the fields of one card, hold.
    struct Fields {
        var number: Int
        var columns: [(column: Column, paragraphs: [Paragraph])]
        /// What the cells of a result are coloured, as a traffic light.
        var colours: [String] = []

        func paragraphs(_ column: Column) -> [Paragraph] {
            self.columns.filter { $0.column == column }.flatMap(\.paragraphs)
        }
    }

    private static let dashes: Set = ["-", "–", "—", "--", "ingen", "inga", "n/a", "ej aktuellt", "ej tillämpligt"]
    /// Marks that say: the same as above.
    static let dittos: Set = [
        "\"", "-\"-", "”", "-”-", "–”–", "- \" -", "''", "dito", "samma som ovan", "se ovan", "samma", "d:o", "″",
        "-″-",
    ]

    private mutating func warn(_ code: AgreementDocument.Warning.Code, _ number: Int, _ text: String) {
        self.warnings.append(.init(code: code, line: number, text: text))
    }

    /// The row's measures. Paragraphs of neighbouring cells belong together in order when there are equally many.
    ///
    /// - Throws: ``DocumentError/unreadable`` for more measures in a cell than any document has.
    mutating func measures(_ fields: Fields) throws(DocumentError) -> [DraftMeasure] {
        var measures: [DraftMeasure] = []
        for (column, paragraphs) in fields.columns where column.isMeasure && !paragraphs.isEmpty {
            let (fields, paragraphs) = self.withoutLabels(fields, paragraphs)
            measures += try self.measures(fields, paragraphs, column)
        }
        return measures
    }

    /// Lines at a cell's end that say what they are belong to the measure above them: «Mål: minst 20 kvällar».
    private func withoutLabels(_ fields: Fields, _ paragraphs: [Paragraph]) -> (Fields, [Paragraph]) {
        func labels(_ paragraph: Paragraph) -> [Labelled.Part] {
            var parts = Labelled.parts(paragraph, self.names)
            // A remark has no name of its own, and may itself begin with what something is called.
            if let first = parts.first, first.label.key == "anmärkning" {
                let start = paragraph.text.index(after: first.label.range.upperBound)
                let rest = Span(paragraph, start..<paragraph.text.endIndex).trimmed
                parts = [Labelled.Part(column: .note(""), label: first.label, value: rest)]
            }
            let belong = parts.allSatisfy { part in
                switch part.column {
                case .target, .schedule, .followUp, .indicator, .status, .note: !part.value.isEmpty
                default: false
                }
            }
            return belong ? parts : []
        }
        let own = paragraphs.prefix { labels($0).isEmpty }
        let below = paragraphs[own.count...]
        guard !own.isEmpty, below.allSatisfy({ !labels($0).isEmpty }) else { return (fields, paragraphs) }
        var fields = fields
        for paragraph in below {
            for part in labels(paragraph) {
                paragraph.claim(part.label.range)
                paragraph.claim(part.value.range)
                fields.columns.append((part.column, [Paragraph(part.value.read, paragraph.place)]))
            }
        }
        return (fields, Array(own))
    }

    private mutating func measures(_ fields: Fields, _ paragraphs: [Paragraph], _ column: Column) throws(DocumentError)
        -> [DraftMeasure]
    {
        if paragraphs.count > Self.cellLimit { throw .unreadable }
        let responsible = fields.paragraphs(.responsible)
        let parts = self.parts(paragraphs, fields)
        let texts = parts.map { Self.joined($0) }
        guard !texts.isEmpty else { return [] }
        func spread(_ column: Column) -> [String?] {
            let own = fields.paragraphs(column).filter { !self.isNothing($0) }
            let lines = own.flatMap { $0.isWrapped ? [$0.whole] : $0.lines }
            let parts = (lines.count == texts.count ? lines : own.map(\.whole)).map { $0.take() }
            if parts.isEmpty { return texts.map { _ in nil } }
            if parts.count == 1, let last = self.lastValues[column], Self.dittos.contains(parts[0].key) {
                return texts.map { _ in last }
            }
            self.lastValues[column] = parts.last
            return parts.count == texts.count ? parts : texts.map { _ in parts.joined(separator: "\n") }
        }
        var (followUps, targets) = (spread(.followUp), spread(.target))
        let (schedules, indicators) = (spread(.schedule), spread(.indicator))
        for index in texts.indices {
            guard let indicator = indicators[index] else { continue }
            if followUps[index] == nil {
                followUps[index] = indicator
            } else {
                targets[index] = [targets[index], indicator].compactMap { $0 }.joined(separator: "\n")
            }
        }
        let notes = self.notes(fields) + fields.colours.map { "Färg: \($0)" }
        if let colour = fields.colours.first {
            self.warn(
                .statusByColour, fields.number, "Cellens färg, \(colour), sparas som anteckning; den kan vara en status"
            )
        }
        let parsed = self.responsibles(fields, responsible, texts.count)
        if parsed.count > 1, parsed.count != texts.count, texts.count > 1 {
            self.warn(
                .responsiblesNotPaired, fields.number,
                "\(texts.count) åtgärder och \(parsed.count) stycken ansvariga gick inte att para; alla ansvariga står på alla åtgärder i raden"
            )
        }
        var everyone = parsed.flatMap { $0 }
        if everyone.isEmpty, case .sidedMeasure(let party) = column {
            let name = party == .police ? "Polisen" : "Kommunen"
            everyone = [.init(name: name, contact: nil)]
            self.met.append(.init(name: name, line: fields.number))
        }
        if everyone.isEmpty {
            self.warn(.measureWithoutResponsible, fields.number, "Åtgärden «\(texts[0])» har ingen ansvarig")
        }
        return texts.indices.map { index in
            DraftMeasure(
                measure: .init(
                    line: parts[index].first?.number ?? fields.number, text: texts[index],
                    plannedFollowUp: followUps[index], target: targets[index], schedule: schedules[index],
                    notes: notes.isEmpty ? nil : notes.joined(separator: "\n")),
                responsibles: parsed.count == texts.count && parsed.count > 1 ? parsed[index] : everyone)
        }
    }

    /// Paragraphs in one cell: what is unpaired multiplies.
    private static let cellLimit = 50

    /// What of the cell is one measure. A cell comes apart where its neighbours do; else where each of its paragraphs
    /// can stand by itself, which is told.
    private mutating func parts(_ paragraphs: [Paragraph], _ fields: Fields) -> [[Span]] {
        let whole = paragraphs.map { Self.text($0) }
        if self.areWhole { return [whole] }
        let neighbours = [Column.responsible, .followUp, .schedule, .target].map { fields.paragraphs($0) }
        let lines = paragraphs.flatMap { $0.isWrapped ? [Self.text($0)] : $0.lines }
        for parts in [whole, lines] where parts.count > 1 {
            if neighbours.contains(where: { $0.count == parts.count || $0.flatMap(\.lines).count == parts.count }) {
                return parts.map { [$0] }
            }
        }
        guard whole.count > 1 else { return [whole] }
        // A line and the points that belong to it.
        var groups: [[Span]] = []
        let leads = paragraphs.contains { $0.looks.list == nil }
        for (span, paragraph) in zip(whole, paragraphs) {
            let goesOn =
                span.text.first?.isLowercase == true || (paragraph.looks.list?.level ?? 0) > 0
                || leads && paragraph.looks.list != nil || groups.last?.last?.text.last == ":"
            if goesOn, !groups.isEmpty { groups[groups.count - 1].append(span) } else { groups.append([span]) }
        }
        if groups.count > 1, neighbours[0].count < 2 {
            let read = groups.map { $0.map(\.read).joined(separator: " ") }
            self.warn(
                .measuresSplit, fields.number,
                "Cellen lästes som \(groups.count) åtgärder: «\(read.joined(separator: "» «"))»")
        }
        return groups
    }

    private static func joined(_ spans: [Span]) -> String {
        spans.enumerated().map { place, span in
            (place > 0 && span.paragraph.looks.list != nil ? "– " : "") + span.take()
        }.joined(separator: "\n")
    }

    /// Without the mark of a list that stands in the text itself.
    private static func text(_ paragraph: Paragraph) -> Span {
        let whole = paragraph.whole.trimmed
        guard paragraph.looks.list != nil, let first = whole.text.first, "-–•·▪*".contains(first),
            whole.text.dropFirst().first?.isBlank == true
        else { return whole }
        paragraph.claim(whole.range)
        return whole.dropFirst(2).trimmed
    }

    private func isNothing(_ paragraph: Paragraph) -> Bool {
        guard Self.dashes.contains(paragraph.whole.key) else { return false }
        paragraph.claim(paragraph.whole.range)
        return true
    }

    private func notes(_ fields: Fields) -> [String] {
        fields.columns.compactMap { column, paragraphs -> String? in
            let label: String
            switch column {
            case .status: label = "Status"
            case .unknown(let name), .note(let name): label = name
            default: return nil
            }
            let text = paragraphs.map { $0.whole.take() }.joined(separator: "\n")
            return text.isEmpty ? nil : label.isEmpty ? text : "\(label): \(text)"
        }
    }

    // MARK: Who is responsible

    private mutating func responsibles(_ fields: Fields, _ paragraphs: [Paragraph], _ count: Int) -> [[ResponsibleCell
        .Entry]]
    {
        var cells = paragraphs.filter { !self.isNothing($0) }
        if cells.count == 1, Self.dittos.contains(cells[0].whole.key) {
            cells[0].claim(cells[0].whole.range)
            cells = []
            return self.lastResponsibles.isEmpty ? [] : [self.lastResponsibles]
        }
        var marked = cells.map { ResponsibleCell.marked($0) }
        if count > 1, marked.count == 1, !cells[0].isWrapped {
            let lines = marked[0].split(separator: "\n").map(String.init)
            if lines.count == count { marked = lines }
        }
        let contacts = fields.paragraphs(.contact).map { "(**\($0.whole.take())**)" }
        if !contacts.isEmpty {
            marked =
                contacts.count == marked.count
                ? zip(marked, contacts).map { $0 + " " + $1 } : [(marked + contacts).joined(separator: " ")]
        }
        let parsed = marked.map { cell -> [ResponsibleCell.Entry] in
            let parsed = self.cells[cell] ?? ResponsibleCell.parse(cell)
            self.cells[cell] = parsed
            for name in parsed.loose {
                self.warn(
                    .contactWithoutResponsible, fields.number,
                    "Kontaktpersonen «\(name)» kunde inte knytas till någon ansvarig")
            }
            for name in parsed.tooLong {
                self.warn(
                    .textNotPlaced, fields.number,
                    "Namnet på en ansvarig är för långt och kunde inte placeras: «\(name)»")
            }
            for name in parsed.surplus {
                self.warn(
                    .severalContacts, fields.number,
                    "En ansvarig har högst en kontaktperson här; «\(name)» togs inte med")
            }
            for name in parsed.guessed {
                self.warn(.contactGuessed, fields.number, "«\(name)» lästes som kontaktperson")
            }
            self.met += parsed.entries.map { .init(name: $0.name, line: fields.number) }
            return parsed.entries
        }
        let marks = fields.columns.compactMap { column, paragraphs -> ResponsibleCell.Entry? in
            guard case .party(let name) = column, let mark = paragraphs.first, !self.isNothing(mark) else { return nil }
            for paragraph in paragraphs { paragraph.claim(paragraph.whole.range) }
            self.met.append(.init(name: name, line: fields.number))
            return ResponsibleCell.Entry(name: name, contact: nil)
        }
        let everyone = parsed.flatMap { $0 } + marks
        if !everyone.isEmpty { self.lastResponsibles = everyone }
        return (parsed + (marks.isEmpty ? [] : [marks])).filter { !$0.isEmpty }
    }
}
