/// Reads a report of what was done against the measures of a plan that is here.
struct ReportReader {
    private enum Column: Hashable {
        case says, outcome, verdict, quantity, comment
        case other(String)
    }

    private static let names: [(Column, Set<String>)] = [
        (.says, ["löfte", "löften", "medborgarlöfte", "planerad aktivitet", "planerat", "vad skulle göras"]),
        (
            .outcome,
            [
                "utfall", "resultat", "genomfört", "genomförda", "gjort", "vad har gjorts", "vad har vi gjort",
                "vad vi gjorde", "genomförande", "redovisning", "uppföljning", "rapport",
            ]
        ),
        (
            .verdict,
            [
                "bedömning", "måluppfyllelse", "uppfyllt", "status", "läge", "genomförd", "klar", "klart",
                "gjort inte gjort", "genomfört ja nej", "utfört",
            ]
        ),
        (.quantity, ["antal", "antal genomförda", "utfall antal", "genomförda antal", "mängd"]),
        (
            .comment,
            ["kommentar", "kommentarer", "anmärkning", "avvikelse", "orsak till avvikelse", "motivering", "analys"]
        ),
    ]

    private let tree: DocumentTree
    private let outline: Outline
    private let names: ColumnNames
    private let measures: [(measure: FollowUpProposals.Measure, words: Likeness)]
    private var proposals = FollowUpProposals()
    private var headings: [Span] = []

    private static let rowLimit = 500

    /// - Throws: ``DocumentError/noReport`` where no table says what was done of what.
    static func read(_ tree: DocumentTree, _ measures: [FollowUpProposals.Measure]) throws(DocumentError)
        -> FollowUpProposals
    {
        var reader = ReportReader(tree, measures)
        return try reader.read()
    }

    private init(_ tree: DocumentTree, _ measures: [FollowUpProposals.Measure]) {
        self.tree = tree
        self.names = ColumnNames()
        self.outline = Outline(tree, self.names, decided: [:])
        self.measures = measures.map { ($0, Likeness($0.text)) }
    }

    private mutating func read() throws(DocumentError) -> FollowUpProposals {
        var isBeside = false
        for item in self.outline.items {
            switch item {
            case .heading(let span, _):
                isBeside = Self.namesOther(span.text)
                if self.proposals.period == nil, let found = Periods.period(in: span.read), !found.hasNoStart {
                    self.proposals.period = found.endsBeforeStart || found.period.end == nil ? nil : found.period
                }
                if self.proposals.period == nil, let year = Dates.year(in: String(span.text)) {
                    self.proposals.period = .init(start: "\(year)-01-01", end: "\(year)-12-31")
                }
                self.headings.append(span)
            case .paragraph(let paragraph):
                let whole = paragraph.whole.trimmed
                isBeside = Self.namesOther(whole.text)
                if isBeside { paragraph.claim(whole.range) }
            case .item(let paragraph):
                if isBeside {
                    self.proposals.unplannedWork.append(
                        .init(line: paragraph.place.number, text: paragraph.whole.take()))
                }
            case .table(let table, _): try self.take(table)
            case .rule: continue
            }
        }
        if self.proposals.rows.isEmpty { throw .noReport }
        let locator = Locator(self.tree, self.outline)
        for index in self.proposals.rows.indices {
            self.proposals.rows[index].place = locator[self.proposals.rows[index].line]
        }
        // Headings are said with the rows below them, and where they say that work stood in no plan.
        let said = Set(self.proposals.rows.compactMap(\.place?.heading))
        for span in self.headings where Self.namesOther(span.text) || said.contains(String(span.read.prefix(100))) {
            span.paragraph.claim(span.range)
        }
        self.proposals.warnings = Leftovers.warnings(self.tree).map { warning in
            var warning = warning
            warning.place = locator[warning.line]
            return warning
        }
        return self.proposals
    }

    /// «Därutöver har vi gjort»: what follows stood in no plan.
    private static func namesOther(_ text: some StringProtocol) -> Bool {
        let key = Headings.bare(text)
        return [
            "därutöver", "utöver planen", "utöver detta", "övrigt som har gjorts", "övriga insatser", "övrigt arbete",
            "annat som har gjorts", "oplanerade",
        ].contains { key.hasPrefix($0) }
    }

    // MARK: Tables

    private mutating func take(_ table: Table) throws(DocumentError) {
        guard let head = (0..<min(4, table.rows.count)).first(where: { self.isHead(self.columns(table, $0)) }) else {
            return
        }
        let columns = self.columns(table, head)
        for paragraph in table.rows[head].cells.flatMap(\.paragraphs) { paragraph.claim(paragraph.whole.range) }
        for row in (head + 1)..<max(head + 1, table.rows.count) {
            var cells: [Column: [Table.Cell]] = [:]
            for (place, column) in columns.enumerated() {
                guard let cell = table.cell(row, place), !cell.isEmpty,
                    !cells.values.contains(where: { $0.contains { $0 === cell } })
                else { continue }
                cells[column, default: []].append(cell)
            }
            guard let says = cells[.says]?.first, says.place.row == row + 1 else { continue }
            if self.proposals.rows.count == Self.rowLimit { throw .tooLarge }
            self.proposals.rows.append(self.row(table.rows[row].place.number, says, cells))
        }
    }

    private func columns(_ table: Table, _ row: Int) -> [Column] {
        // Beside who answers for it «Uppföljning» is how it will be followed up, not what became of it.
        let isPlan = (0..<table.width).contains {
            table.cell(row, $0).map { self.names.column($0.read) == .responsible } ?? false
        }
        return (0..<table.width).map { place in
            guard let cell = table.cell(row, place) else { return .other("") }
            let bare = ColumnNames.bare(cell.read)
            if isPlan, bare == "uppföljning" { return .other(cell.read) }
            if let known = Self.names.first(where: { $0.1.contains(bare) })?.0 { return known }
            let column = self.names.column(cell.read)
            return column.isMeasure ? .says : column == .status ? .verdict : .other(cell.read)
        }
    }

    private func isHead(_ columns: [Column]) -> Bool {
        columns.contains(.says) && columns.contains { [.outcome, .verdict, .quantity, .comment].contains($0) }
    }

    private func row(_ line: Int, _ says: Table.Cell, _ cells: [Column: [Table.Cell]]) -> FollowUpProposals.Row {
        func taken(_ column: Column) -> [String] {
            (cells[column] ?? []).flatMap { $0.paragraphs.map { $0.whole.take() } }.filter {
                !["-", "–", "—", ""].contains($0)
            }
        }
        let text = says.paragraphs.map { $0.whole.take() }.joined(separator: " ")
        let outcome = taken(.outcome)
        let verdict = taken(.verdict)
        let counted = taken(.quantity)
        var comment = taken(.comment)
        for (column, cells) in cells.sorted(by: { $0.value[0].column < $1.value[0].column }) {
            guard case .other(let name) = column else { continue }
            let said = cells.flatMap { $0.paragraphs.map { $0.whole.take() } }.joined(separator: " ")
            if !said.isEmpty { comment.append(name.isEmpty ? said : "\(name): \(said)") }
        }
        let quantity = (counted + outcome).lazy.compactMap { Self.number($0) }.first
        var status = (verdict + outcome).lazy.compactMap { ReportStatus.read($0) }.first
        var isGuess = false
        let colour = (cells[.verdict] ?? cells[.outcome] ?? []).lazy.compactMap { $0.shading.flatMap(Colours.light) }
            .first
        if status == nil, let colour {
            status = colour == "grön" ? .done : colour == "röd" ? .notDone : .partlyDone
            isGuess = true
        }
        let found = self.likest(text)
        isGuess = isGuess || found?.isClose == true
        let isNegative = status.map { [.notDone, .partlyDone, .cancelled].contains($0) } ?? false
        // What says nothing but the status is the status.
        let said =
            outcome + counted.filter { Int($0) == nil } + (isNegative ? [] : comment)
            + verdict.filter { ReportStatus.read($0) == nil }
        return FollowUpProposals.Row(
            line: line, says: text, measureID: found?.id, likeness: found?.likeness ?? 0, isGuess: isGuess,
            status: status,
            text: said.isEmpty ? nil : said.joined(separator: "\n"),
            reason: isNegative && !comment.isEmpty ? comment.joined(separator: "\n") : nil, quantity: quantity)
    }

    /// «34 kontroller», «2», «ca 15 besök».
    private static func number(_ text: String) -> Int? {
        let words = Words(text)
        let first = ["ca", "cirka", "minst", "totalt"].contains(words[0]) ? (words[1] == "." ? 2 : 1) : 0
        // A day or a share is no count.
        guard let number = words.number(first), number < 1_000_000,
            !["-", "/", "%", ":", "."].contains(words[first + 1]), words[first + 1] != "procent"
        else { return nil }
        return (1990...2100).contains(number) && words.count == 1 ? nil : number
    }

    private func likest(_ text: String) -> (id: String, likeness: Int, isClose: Bool)? {
        let words = Likeness(text)
        var (best, second): ((id: String, likeness: Double)?, Double) = (nil, 0)
        for (measure, other) in self.measures {
            let likeness = words.likeness(other)
            if likeness > best?.likeness ?? 0 {
                second = best?.likeness ?? 0
                best = (measure.id, likeness)
            } else {
                second = max(second, likeness)
            }
        }
        guard let best, best.likeness >= 0.34 else { return nil }
        return (best.id, Int((best.likeness * 100).rounded()), best.likeness < 0.6 || best.likeness - second < 0.15)
    }
}
