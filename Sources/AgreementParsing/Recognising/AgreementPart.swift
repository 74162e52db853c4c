/// The agreement itself: title, parties, period, clauses, signers, promises.
struct AgreementPart {
    var agreement = AgreementDocument.Agreement(title: "", period: .init(start: "", end: nil))
    var promises: [AgreementDocument.Promise] = []
    var signatures = Signatures()
    private var heading: (number: Int, text: String) = (1, "")
    private var section: [String] = []
    private var inSignatures = false
    /// Below a heading or a line that says that what follows is no promise.
    private var isSuspended = false
    /// Text goes on with the last promise.
    private var isPromiseOpen = false
    private var signatureLines: [Span] = []
    /// Promises are read: whose, and below which level of heading.
    private var promisor: AgreementDocument.Promisor?
    private var promisesLevel: Int?
    /// The section has points, so what stands beside them is text about them.
    private var hasPoints = false
    /// Promises before this year have been kept or not; they are no longer given.
    var firstYear: Int?
    private(set) var warnings: [AgreementDocument.Warning] = []

    private static let titleWords = ["överenskommelse", "avtal", "samverkan", "medborgarlöfte"]

    /// Reads the items in their order; what it doesn't claim is told of later.
    mutating func read(_ items: ArraySlice<Outline.Item>) {
        var items = items
        self.readTitle(&items)
        for index in items.indices {
            let next = index + 1 < items.endIndex ? items[index + 1] : nil
            switch items[index] {
            case .rule: continue
            case .heading(let span, let level):
                self.hasPoints = items[(index + 1)...].prefix { if case .heading = $0 { false } else { true } }.contains
                { if case .item = $0 { true } else { false } }
                self.take(heading: span, level)
            case .paragraph(let paragraph): self.take(paragraph, next)
            case .item(let paragraph): self.take(item: paragraph)
            case .table(let table, let reading): self.take(table, reading)
            }
        }
        self.endSection()
        self.endSignatures()
    }

    /// The first heading, or the first line that says what the document is; and a line below it that names the parties.
    private mutating func readTitle(_ items: inout ArraySlice<Outline.Item>) {
        guard let first = items.first else { return }
        var title: Span?
        switch first {
        case .heading(let span, _) where !Headings.isClause(span.text) || Promises.isAbout(span.text): title = span
        case .paragraph(let paragraph):
            let line = paragraph.lines.first ?? paragraph.whole
            if line.text.isAtMost(160), line.text.last != ".", Self.titleWords.contains(where: line.key.contains) {
                title = line
            }
        default: break
        }
        if let title {
            self.agreement.title = title.take()
            self.heading = (title.number, self.agreement.title)
            self.agreement.parties = Parties.inTitle(self.agreement.title)
            if title.range.upperBound >= title.paragraph.whole.trimmed.range.upperBound {
                items = items.dropFirst()
            } else {
                self.subtitle(Span(title.paragraph, title.range.upperBound..<title.paragraph.text.endIndex).trimmed)
                items = items.dropFirst()
            }
            if Promises.isAbout(self.agreement.title), !self.agreement.title.lowercased().contains("överenskommelse") {
                self.promisesLevel = -1
            }
        }
        guard let next = items.first, let paragraph = next.paragraph, self.subtitle(paragraph.whole.trimmed) else {
            return
        }
        items = items.dropFirst()
    }

    @discardableResult
    private mutating func subtitle(_ span: Span) -> Bool {
        let text = span.text
        guard text.isAtMost(200), text.last != ".", span.key.contains("kommun"), !text.hasLines,
            span.paragraph.looks.list == nil
        else { return false }
        let said = span.take()
        self.agreement.title += self.agreement.title.isEmpty ? said : " – " + said
        if self.heading.text.isEmpty { self.heading = (span.number, said) }
        let parties = Parties.inTitle(said)
        if !parties.isEmpty { self.agreement.parties = parties }
        return true
    }

    // MARK: Headings

    private mutating func take(heading span: Span, _ level: Int) {
        let text = span.text
        (self.isPromiseOpen, self.isSuspended) = (false, Promises.isFollowUp(text))
        if let start = Promises.numbered(text) {
            // What stands below it belongs to it.
            self.endSignatures()
            self.endSection()
            self.heading = (span.number, "")
            let said = span.part(start..<span.range.upperBound)
            span.paragraph.claim(span.range)
            self.promises.append(
                .init(
                    line: span.number, promisor: Promises.promisor(named: said.text) ?? self.promisor ?? .joint,
                    text: said.take()))
            self.promisesLevel = min(self.promisesLevel ?? level, level)
            self.isPromiseOpen = true
            return
        }
        if let below = self.promisesLevel, level <= below { (self.promisesLevel, self.promisor) = (nil, nil) }
        if self.inSignatures, text.isAtMost(60), !Headings.isSignatures(text),
            Signatures.mayBelong(text) || Signatures.isTitle(text) || Signatures.name(text) != nil,
            Promises.promisor(text) == nil
        {
            self.signatureLines.append(span)
            return
        }
        self.endSignatures()
        self.endSection()
        if Promises.isAbout(text), let year = Dates.year(in: String(text)), let first = self.firstYear,
            year < first || span.key.contains("avslutat")
        {
            (self.promisesLevel, self.promisor) = (nil, nil)
            self.warnings.append(
                .init(
                    code: .earlierPromises, line: span.number,
                    text: "«\(span.read)» lästes inte som löften, eftersom de gäller tidigare"))
        } else if let promisor = Promises.promisor(text) {
            // Who promises is what the heading says; anything more it says is kept.
            self.promisor = promisor
            self.promisesLevel = self.promisesLevel ?? level
        } else if Promises.isAbout(text) {
            self.promisesLevel = self.promisesLevel ?? level
            self.promisor = nil
        } else if self.promisesLevel != nil, text.isAtMost(60), let side = Promises.promisor(named: text) {
            self.promisor = side
        } else if self.promisesLevel == nil {
            self.promisor = nil
        }
        self.inSignatures = Headings.isSignatures(text)
        self.heading = (span.number, span.take())
    }

    /// A heading without text of its own still says something, unless it is the title or a label of what is read below
    /// it.
    private mutating func endSection() {
        let text = self.section.joinedParagraphs
        let isTitle =
            self.heading.text == self.agreement.title || self.agreement.title.hasPrefix(self.heading.text + " – ")
        let isLabel =
            Promises.promisor(self.heading.text) != nil && Promises.isLabel(self.heading.text)
            || self.inSignatures && Headings.bare(self.heading.text).split(separator: " ").count <= 1
        if text != nil || !self.heading.text.isEmpty && !isTitle && !isLabel {
            self.agreement.sections.append(
                .init(line: self.heading.number, heading: self.heading.text, text: text ?? ""))
        }
        self.section = []
    }

    // MARK: Text

    private mutating func take(_ paragraph: Paragraph, _ next: Outline.Item?) {
        let lines = paragraph.lines
        if self.inSignatures || lines.contains(where: { Signatures.placeAndDate($0.text) != nil }) {
            if !self.inSignatures {
                self.endSection()
                self.heading = (paragraph.place.number, "")
            }
            self.inSignatures = true
            self.signatureLines += lines
            return
        }
        let whole = paragraph.whole.trimmed
        if self.isPromiseOpen {
            self.promises[self.promises.count - 1].text += "\n" + whole.take()
            return
        }
        let isFollowedByList = if case .item? = next { true } else { false }
        if whole.text.hasSuffix(":"), isFollowedByList, self.promisesLevel == nil, Promises.promisor(whole.text) == nil
        {
            self.promisor = nil
        }
        if let promisor = Promises.promisor(whole.text), whole.text.hasSuffix(":") || Promises.isLabel(whole.text),
            isFollowedByList
        {
            (self.promisor, self.isSuspended) = (promisor, false)
            whole.paragraph.claim(whole.range)
            return
        }
        if whole.text.hasSuffix(":"), isFollowedByList, self.promisor != nil || self.promisesLevel != nil {
            // «Kommunen:» below «Polisen lovar:» is the other side; anybody else's points are no promises of theirs.
            let isShort = whole.text.split(separator: " ").count <= 4
            if isShort, let side = Promises.promisor(named: whole.text) {
                self.promisor = side
                whole.paragraph.claim(whole.range)
                return
            }
            if whole.text.isAtMost(80) { (self.promisor, self.isSuspended) = (nil, true) }
        }
        if Promises.isFollowUp(whole.text) { (self.promisor, self.isSuspended) = (nil, true) }
        if self.promisesLevel != nil, !self.isSuspended, !isFollowedByList, !self.hasPoints,
            let promisor = self.promisor ?? Promises.promisor(ofSentence: whole.text)
        {
            let said = whole.take()
            let sentences = Sentences.split(said)
            // Sentences that each say who promises are a promise each.
            let each =
                sentences.count > 1
                ? sentences.compactMap { sentence in Promises.promisor(ofSentence: sentence).map { (sentence, $0) } }
                : []
            if each.count > 1, each.count == sentences.count {
                self.promises += each.map { .init(line: whole.number, promisor: $0.1, text: $0.0) }
            } else {
                self.promises.append(
                    .init(line: whole.number, promisor: Promises.promisor(ofSentence: said) ?? promisor, text: said))
            }
            return
        }
        let text = whole.take()
        if let parties = Parties.inSentence(text),
            self.agreement.parties.isEmpty || parties.count >= self.agreement.parties.count
        {
            self.agreement.parties = parties
        }
        if self.agreement.parties.isEmpty,
            ["parter", "avtalsparter", "part"].contains(Headings.bare(self.heading.text))
        {
            self.agreement.parties = Parties.inList(text)
        }
        let rest = self.extract(text)
        if !rest.isEmpty { self.section.append(rest) }
    }

    private mutating func take(item paragraph: Paragraph) {
        let whole = paragraph.whole.trimmed
        var said = whole
        var own = Promises.promisor(ofSentence: whole.text)
        if own == nil, let colon = whole.text.firstIndex(of: ":"),
            whole.text.distance(from: whole.range.lowerBound, to: colon) <= 30,
            let named = Promises.promisor(named: whole.text[..<colon])
        {
            // «Polisen: gå runt».
            own = named
            said = whole.part(whole.paragraph.text.index(after: colon)..<whole.range.upperBound).trimmed
        }
        if !self.isSuspended, let promisor = self.promisor ?? own ?? (self.promisesLevel != nil ? .joint : nil),
            self.promisor != nil || self.promisesLevel != nil
        {
            if (paragraph.looks.list?.level ?? 0) > 0, !self.promises.isEmpty {
                self.promises[self.promises.count - 1].text += "\n– " + whole.take()
            } else {
                whole.paragraph.claim(whole.range)
                self.promises.append(.init(line: whole.number, promisor: own ?? promisor, text: said.take()))
            }
            return
        }
        if self.inSignatures {
            self.signatureLines += paragraph.lines
            return
        }
        let text = "– " + whole.take()
        // Items of one list are one paragraph of the section.
        if let last = self.section.last, last.hasPrefix("– ") {
            self.section[self.section.count - 1] = last + "\n" + text
        } else {
            self.section.append(text)
        }
    }

    // MARK: Tables

    private mutating func take(_ table: Table, _ reading: TableReading) {
        switch reading {
        case .promises: self.readPromises(table)
        case .signatures:
            self.endSignatures()
            self.readSignatures(table)
        case .leftOut: table.claimAll()
        default: return
        }
    }

    /// Lines of signatures that stand one below the other.
    mutating func endSignatures() {
        self.signatures.read(self.signatureLines)
        if !self.signatureLines.isEmpty { self.signatures.endColumn() }
        self.signatureLines = []
        self.inSignatures = false
    }

    mutating func read(signatures lines: [Span]) {
        self.signatures.read(lines)
        self.signatures.endColumn()
    }

    /// Takes the sentences on purpose, scope and what lies outside it out of a paragraph, and returns what is left.
    private mutating func extract(_ text: String) -> String {
        func add(_ sentence: String, _ field: inout String?) { field = field.map { $0 + " " + sentence } ?? sentence }
        let heading = Headings.bare(self.heading.text)
        if heading.hasPrefix("syfte") {
            add(text, &self.agreement.purpose)
            return ""
        }
        if heading.hasPrefix("omfattning") || heading.hasPrefix("avgränsning") {
            add(text, &self.agreement.scope)
            return ""
        }
        var rest: [String] = []
        for sentence in Sentences.split(text) {
            let key = sentence.lowercased()
            if ["vid sidan om", "vid sidan av", "utanför överenskommelsen", "omfattas inte av"].contains(
                where: key.contains)
            {
                add(sentence, &self.agreement.outsideScope)
            } else if ["berör endast", "överenskommelsen omfattar", "överenskommelsen avser"].contains(
                where: key.contains)
            {
                add(sentence, &self.agreement.scope)
            } else if key.hasPrefix("syftet") || key.contains("i syfte att") || key.contains("syftet med") {
                add(sentence, &self.agreement.purpose)
            } else {
                rest.append(sentence)
            }
        }
        return rest.count == Sentences.split(text).count ? text : rest.joined(separator: " ")
    }
}
