/// Reads an agreement with its action plan out of a document's tree. Knows no database and no network.
///
/// What it cannot place it says: each character is claimed by a field or a decision, and what nobody claims becomes a
/// warning.
package struct DocumentReader {
    /// Reads a text.
    ///
    /// - Parameters:
    ///   - municipality: name of the importing municipality, as «Skara».
    ///   - district: name of its police district, as «Västra Skaraborg».
    /// - Throws: ``DocumentError`` when the text cannot be an agreement, a plan or promises.
    package static func read(_ text: String, municipality: String? = nil, district: String? = nil) throws(DocumentError)
        -> AgreementDocument
    {
        try self.read(
            try TextReader.read(text), municipality: municipality, district: district, decisions: ReadingDecisions())
    }

    static func read(_ tree: DocumentTree, municipality: String?, district: String?, decisions: ReadingDecisions)
        throws(DocumentError) -> AgreementDocument
    {
        let tree = tree.without(decisions.leaveOut)
        if tree.paragraphs.allSatisfy({ $0.whole.trimmed.isEmpty }) { throw .empty }
        var reader = DocumentReader(tree, decisions)
        return try reader.read(municipality: municipality, district: district)
    }

    private static let responsibilityLimit = 2_000

    private let tree: DocumentTree
    private let outline: Outline
    private let names: ColumnNames
    private let markings: [Span]
    private let signing: SigningPage?
    private let decisions: ReadingDecisions
    private var warnings: [AgreementDocument.Warning] = []

    private init(_ tree: DocumentTree, _ decisions: ReadingDecisions) {
        self.tree = tree
        self.decisions = decisions
        self.names = ColumnNames(((decisions.remembered ?? []) + decisions.columns).map { ($0.name, $0.column) })
        self.markings = Markings.found(in: tree)
        for line in self.markings { line.paragraph.claim(line.range) }
        self.signing = SigningPage(tree, self.names)
        var text = tree
        if let signing { text.blocks.removeSubrange(signing.start...) }
        self.outline = Outline(
            text, self.names, decided: Dictionary(decisions.tables.map { ($0.table, $0.kind) }) { _, last in last },
            areas: Set(decisions.areas ?? []))
    }

    private mutating func warn(_ code: AgreementDocument.Warning.Code, _ number: Int, _ text: String) {
        self.warnings.append(.init(code: code, line: number, text: text))
    }

    private mutating func read(municipality: String?, district: String?) throws(DocumentError) -> AgreementDocument {
        var items = self.outline.items
        let tables = items.compactMap { if case .table(let table, let reading) = $0 { (table, reading) } else { nil } }
        if tables.contains(where: { if case .followUpReport = $0.1 { true } else { false } }),
            !tables.contains(where: { $0.1.isMeasures })
        {
            throw .followUpReport
        }

        if case .heading(let span, _)? = items.first, FollowUpReport.isTitle(span.text),
            tables.contains(where: { FollowUpReport.tells($0.0) })
        {
            throw .followUpReport
        }

        let start = self.planStart()
        if let wanted = self.decisions.plan {
            guard
                let other = items.indices.first(where: { index in
                    if case .heading(let span, _) = items[index] {
                        index >= start && span.number == wanted
                    } else {
                        false
                    }
                })
            else { throw .decisionDoesNotFit(.noSuchPlan) }
            // The plans above it are decided not to be read.
            for item in items[start..<other] {
                if case .table(let table, _) = item {
                    table.claimAll()
                } else if let paragraph = item.paragraph {
                    paragraph.claim(paragraph.whole.range)
                }
            }
            items.removeSubrange(start..<other)
        }
        var agreement = AgreementPart()
        if case .heading(let span, _)? = start < items.count ? items[start] : nil {
            agreement.firstYear = Dates.year(in: String(span.text))
        }
        agreement.read(items[..<start])
        var plan = PlanPart(names: self.names, decidedAreas: Set(self.decisions.areas ?? []))
        plan.rows.areWhole = self.tree.hasWholeRows
        try plan.read(Array(items[start...]), listed: self.outline.areas)
        if plan.areas.reduce(0, { $0 + $1.responsibilityCount }) > Self.responsibilityLimit { throw .unreadable }
        let hasMeasures = plan.areas.contains { !$0.causes.isEmpty || !$0.measures.isEmpty }
        let promises = agreement.promises + plan.promises
        let hasPicture = plan.picture.summary != nil || !plan.picture.sources.isEmpty || !plan.picture.problems.isEmpty
        // An agreement alone says between whom, and has no plan that could not be read.
        let isAgreement =
            (!agreement.agreement.parties.isEmpty || !agreement.signatures.signers.isEmpty)
            && !agreement.agreement.sections.isEmpty
            && !items.contains {
                if case .heading(let span, _) = $0 {
                    Headings.isPlan(span.text) && Dates.year(in: String(span.text)) != nil
                } else {
                    false
                }
            }
        if !hasMeasures, promises.isEmpty, !(start == 0 && hasPicture), !isAgreement {
            if let table = tables.first {
                throw .tableWithoutMeasureColumn(
                    line: table.0.place.number,
                    heads: String(
                        table.0.rows[0].cells.map(\.read).filter { !$0.isEmpty }.joined(separator: " | ").prefix(200)))
            }
            throw .noTable
        }

        for table in plan.signatureTables { agreement.readSignatures(table) }
        agreement.read(signatures: plan.signatureLines)
        var facts: [AgreementDocument.Fact] = []
        var period = self.decisions.period
        var years: Int?
        if period != nil {
            facts.append(.init(pointer: "/agreement/period", basis: .decision))
        } else if let found = try self.period(start) {
            (period, years) = (found.period, found.years)
            facts.append(.init(pointer: "/agreement/period", basis: found.basis, line: found.number))
        } else {
            facts.append(.init(pointer: "/agreement/period", basis: .guess))
        }
        if let year = self.decisions.year { (plan.year, plan.yearBasis) = (year, .decision) }
        if let title = self.decisions.title { agreement.agreement.title = title }
        var result = agreement.agreement
        if plan.year == nil, hasMeasures || start == items.count { plan.year = Dates.year(in: result.title) }
        switch (period, plan.year) {
        case (let period?, let year) where period.start.isEmpty:
            // It begins when it is signed; the day is the signers'.
            let signed = agreement.signatures.signers.compactMap(\.date).max()
            let first = year.map(String.init) ?? String(period.end?.prefix(4) ?? "")
            let begin = signed ?? "\(first)-01-01"
            result.period = .init(start: begin, end: period.end ?? years.flatMap { Dates.end(begin, years: $0) })
            if signed == nil {
                self.warn(
                    .periodStartGuessed, 1,
                    "Överenskommelsens första dag står inte i dokumentet; \(result.period.start) föreslås")
            }
        case (let period?, _): result.period = period
        case (nil, let year?) where self.isOpen(start):
            let signed = agreement.signatures.signers.compactMap(\.date).max()
            result.period = .init(start: signed ?? "\(year)-01-01", end: nil)
            if signed == nil {
                self.warn(
                    .periodStartGuessed, 1,
                    "Överenskommelsen gäller tills vidare från ett datum som inte står i dokumentet; planens år \(year) föreslås som början"
                )
            }
        case (nil, let year?):
            result.period = .init(start: "\(year)-01-01", end: "\(year)-12-31")
            self.warn(.periodMissing, 1, "Ingen avtalsperiod hittades; planens år \(year) föreslås")
        case (nil, nil):
            guard let year = self.decisions.defaultYear, start == 0, hasMeasures else { throw .periodMissing }
            result.period = .init(start: "\(year)-01-01", end: "\(year)-12-31")
            self.warn(
                .periodMissing, 1, "Varken avtalsperiod eller planens år hittades; innevarande år \(year) föreslås")
        }
        let year = plan.year ?? Int(result.period.start.prefix(4)) ?? 0
        if plan.year == nil, hasMeasures {
            self.warn(
                .planYearMissing, plan.number, "Planens år hittades inte; avtalsperiodens första år \(year) föreslås")
        }
        if result.title.isEmpty {
            result.title = "Samverkansöverenskommelse"
            self.warn(.titleMissing, 1, "Överenskommelsen har ingen rubrik; «\(result.title)» föreslås")
        }
        result.signers = agreement.signatures.signers
        self.addSigned(&result.signers)
        for signer in result.signers where signer.isPartyUncertain {
            self.warn(
                .signerPartyUncertain, signer.line,
                "Det framgår inte om «\(signer.title.isEmpty ? signer.name : signer.title)» undertecknar för kommunen eller polisen; kommunen föreslås"
            )
        }
        if result.signers.isEmpty { self.warn(.signersMissing, 1, "Inga undertecknare hittades") }
        if result.parties.isEmpty { result.parties = self.parties(start) }
        if promises.isEmpty {
            let clause = items.lazy.compactMap {
                if case .heading(let span, _) = $0, Promises.isAbout(span.text) { span.number } else { nil }
            }.first
            self.warn(
                .promiseMissing, clause ?? 1,
                "Inga medborgarlöften hittades under rubriker som «Kommunen lovar» eller «Polisen lovar»")
        }
        var picture = plan.picture
        if picture.sources.isEmpty {
            // A plan that doesn't say what it stands on: the agreement may.
            picture.sources =
                items[..<start].lazy.compactMap { item -> [AgreementDocument.Source]? in
                    guard case .paragraph(let paragraph) = item else { return nil }
                    let sources = Sources.inSentence(paragraph.whole.read, line: paragraph.place.number)
                    return sources.isEmpty ? nil : sources
                }.first ?? []
        }
        let met = Set(tables.flatMap { $0.0.rows.prefix(4).flatMap { $0.cells.map { ColumnNames.bare($0.read) } } })
        let remembered = (self.decisions.remembered ?? []).filter { column in
            met.contains(ColumnNames.bare(column.name))
                && !self.decisions.columns.contains { ColumnNames.bare($0.name) == ColumnNames.bare(column.name) }
        }
        if !remembered.isEmpty {
            self.warn(
                .remembered, 1,
                "Som förra gången lästes kolumnen "
                    + remembered.map { "«\($0.name)» som \($0.kind.swedish)" }.joined(separator: ", "))
        }
        let registration = Registrations.found(in: self.tree)
        for line in self.markings {
            self.warn(
                .marked, line.number,
                "Dokumentet är märkt «\(line.read)»; bekräftelsen behöver säga att det ska tas in ändå")
        }
        if start > 0 || !hasMeasures { result.registration = registration }
        result.prolongation =
            items[..<start].lazy.compactMap { item in
                item.paragraph.flatMap { Clauses.prolongation(in: $0.whole.read, line: $0.place.number) }
            }.first
        if let clause = result.prolongation {
            facts.append(.init(pointer: "/agreement/prolongation", basis: .clause, line: clause.line))
        }
        let hasTitle = self.decisions.title != nil || !self.warnings.contains { $0.code == .titleMissing }
        facts.append(
            .init(
                pointer: "/agreement/title",
                basis: self.decisions.title != nil ? .decision : hasTitle ? .heading : .guess))
        if !result.parties.isEmpty { facts.append(.init(pointer: "/agreement/parties", basis: .clause)) }
        facts += result.signers.enumerated().map {
            .init(
                pointer: "/agreement/signers/\($0.offset)", basis: $0.element.isPartyUncertain ? .guess : .position,
                line: $0.element.line)
        }
        if registration != nil {
            facts.append(
                .init(
                    pointer: start > 0 || !hasMeasures ? "/agreement/registrationNumber" : "/plan/registrationNumber",
                    basis: .clause))
        }
        if hasMeasures {
            facts.append(
                .init(pointer: "/plan/year", basis: plan.year == nil ? .guess : plan.yearBasis, line: plan.number))
        }
        facts += plan.areas.enumerated().map {
            .init(pointer: "/plan/priorityAreas/\($0.offset)/title", basis: $0.element.basis, line: $0.element.line)
        }
        let names = ResponsibleNames(plan.rows.met)
        self.warnings += agreement.warnings + plan.warnings + plan.rows.warnings + names.warnings
        self.warnings += OtherNames.warnings(self.tree, municipality: municipality, district: district)
        self.warnings += Leftovers.warnings(self.tree)
        return AgreementDocument(
            agreement: result,
            situationalPicture: picture,
            plan: .init(
                year: year, registration: start > 0 ? nil : registration,
                introduction: plan.introduction.joinedParagraphs, notes: plan.notes.joinedParagraphs,
                priorityAreas: plan.areas.map { $0.resolved(names) }),
            promises: promises,
            warnings: self.warnings, facts: facts.filter { $0.basis == .guess } + facts.filter { $0.basis != .guess },
            markings: self.markings.isEmpty ? nil : self.markings.map(\.read)
        ).withAreaWarnings().located(Locator(self.tree, self.outline))
    }

    /// Where the plan begins: the last heading before the first measures that names a plan and its year, else the last
    /// that names a plan, else the one nearest above them. Without measures there is no plan.
    private func planStart() -> Int {
        let items = self.outline.items
        let first = items.indices.first { index in
            switch items[index] {
            case .table(_, let reading): reading.isMeasures
            case .item(let paragraph):
                Labelled.tells(items[index], self.names)
                    || Labelled.parts(paragraph, self.names).contains { $0.column.isMeasure }
            case .paragraph(let paragraph):
                Labelled.isLabelled(paragraph, self.names)
                    || Labelled.parts(paragraph, self.names).contains { $0.column.isMeasure }
            default: false
            }
        }
        guard let first else {
            // A situational picture alone.
            if case .heading(let span, _)? = items.first, Headings.isPicture(span.text) { return 0 }
            return items.count
        }
        var (withYear, named, nearest): (Int?, Int?, Int?)
        for index in 0..<first {
            guard case .heading(let span, _) = items[index] else { continue }
            nearest = index
            guard Headings.isPlan(span.text) else { continue }
            if Dates.year(in: String(span.text)) != nil, !span.key.contains("överenskommelse"),
                !span.key.contains("löfte")
            {
                withYear = index
            }
            named = index
        }
        if let found = withYear ?? named { return found }
        // The heading nearest above is an area's where others like it follow, or one above it.
        if let nearest, case .heading(let span, let level) = items[nearest] {
            let isArea =
                Headings.areaTitle(span.text) != nil
                || self.outline.areas.contains { Headings.bare($0.text) == Headings.bare(span.text) }
            if let list = self.outline.areas.first,
                let listed = items.firstIndex(where: { $0.paragraph === list.paragraph }), listed < first
            {
                // From the heading above the list of areas.
                return items[..<listed].lastIndex { if case .heading = $0 { true } else { false } } ?? listed
            }
            if isArea || level > 0 { return nearest }
        }
        return nearest ?? first
    }

    /// The agreement's period: out of the clause that says so, else out of the title; what else is named is told.
    private mutating func period(_ start: Int) throws(DocumentError) -> (
        period: AgreementDocument.Period, years: Int?, basis: AgreementDocument.Fact.Basis, number: Int
    )? {
        var best: (weight: Int, found: Periods.Found, number: Int)?
        var others: [(found: Periods.Found, number: Int)] = []
        for (index, item) in self.outline.items.enumerated() {
            // Every period has a year, or a number of years.
            guard let paragraph = item.paragraph, paragraph.text.utf8.count <= 20_000,
                paragraph.text.utf8.contains(where: { (0x30...0x39).contains($0) }) || paragraph.key.contains(" år")
            else { continue }
            let isHeading = if case .heading = item { true } else { false }
            for sentence in isHeading ? [paragraph.whole.read] : Sentences.split(paragraph.whole.read) {
                let number = paragraph.place.number
                let setting = Periods.setting(sentence)
                // What stands behind what it replaces is another's.
                if setting?.text != sentence,
                    let other = Periods.period(
                        in: setting.map { String(sentence.dropFirst($0.text.count)) } ?? sentence)
                {
                    others.append((other, number))
                }
                guard let setting, let found = Periods.period(in: setting.text, sets: setting.weight >= 2 && !isHeading)
                else { continue }
                var weight = setting.weight
                // In the plan only a clause counts, and its heading last of all; outside it the title does.
                if isHeading {
                    weight = index < start || Headings.isPlan(sentence) == false ? max(weight, 1) : 0
                } else if index >= start, weight < 2 {
                    if weight == 0 { continue }
                }
                if found.isOfYears, found.period.start.hasSuffix("-07-01"), index >= start { continue }
                if found.endsBeforeStart {
                    if weight >= 2 {
                        throw .periodEndsBeforeStart(line: number, text: String(setting.text.prefix(200)))
                    }
                    continue
                }
                // One that says no first day gives way to any that does.
                if found.hasNoStart { weight = 0 }
                if let known = best {
                    if known.found.period != found.period {
                        others.append(weight > known.weight ? (known.found, known.number) : (found, number))
                    }
                    if weight > known.weight { best = (weight, found, number) }
                } else {
                    best = (weight, found, number)
                }
            }
        }
        guard let best else { return nil }
        for other in others
        where !other.found.hasNoStart && other.found.period != best.found.period
            && !(other.found.period.start >= best.found.period.start
                && (other.found.period.end ?? "") <= (best.found.period.end ?? "9"))
        {
            self.warn(
                .severalPeriods, other.number,
                "Texten nämner också perioden \(other.found.period.start) – \(other.found.period.end ?? "tills vidare")"
            )
        }
        return (
            best.found.period, best.found.years,
            best.found.hasNoStart ? .guess : best.weight >= 2 ? .clause : best.weight == 1 ? .heading : .position,
            best.number
        )
    }

    /// Whether the agreement says that it holds until further notice.
    private func isOpen(_ start: Int) -> Bool {
        self.outline.items[..<start].contains { item in
            item.paragraph.map { Periods.holdsUntilFurtherNotice(Words(String($0.text.prefix(20_000)))) } ?? false
        }
    }

    /// Who signed electronically, and when.
    private mutating func addSigned(_ signers: inout [AgreementDocument.Signer]) {
        guard let signing = self.signing else { return }
        var number = 1
        if signing.start < self.tree.blocks.count { number = self.tree.blocks[signing.start].place.number }
        let said = signing.signed.map { $0.date.map { "\($0)" } ?? "utan datum" }
        self.warn(
            .signingPage, number,
            "E-underskriftens sida läses inte in som text"
                + (signing.signed.isEmpty
                    ? ""
                    : "; därifrån föreslås "
                        + zip(signing.signed, said).map { "«\($0.name)» (\($1))" }.joined(separator: ", ")))
        for person in signing.signed {
            if let known = signers.firstIndex(where: { $0.name.comparisonKey == person.name.comparisonKey }) {
                signers[known].date = signers[known].date ?? person.date
            } else {
                signers.append(
                    .init(
                        line: person.number, party: .municipality, name: person.name, title: "", body: nil, place: nil,
                        date: person.date))
            }
        }
    }

    /// Parties that a plan's own text names.
    private func parties(_ start: Int) -> [String] {
        for item in self.outline.items[start...].prefix(12) {
            guard let paragraph = item.paragraph else { continue }
            for sentence in Sentences.split(paragraph.whole.read) {
                if let parties = Parties.inSentence(sentence) { return parties }
                let titled = Parties.inTitle(sentence.trimmingSuffix("."))
                if !titled.isEmpty, sentence.count <= 160 { return titled }
            }
        }
        return []
    }
}
