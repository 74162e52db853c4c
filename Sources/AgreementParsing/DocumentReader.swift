/// Reads an agreement with its action plan out of a text. Knows no database and no network.
///
/// Understands documents of the same kind as the municipalities of Västra Skaraborg write: an agreement part with parties,
/// purpose, period and signers; a plan part with areas and tables of causes and measures. What it cannot place it says.
public struct DocumentReader {
    /// - Parameters:
    ///   - municipality: name of the importing municipality, as «Skara».
    ///   - district: name of its police district, as «Västra Skaraborg».
    /// - Throws: ``DocumentError`` when the text cannot be an agreement with a plan.
    public static func read(_ text: String, municipality: String? = nil, district: String? = nil) throws(DocumentError) -> AgreementDocument {
        if text.allSatisfy({ $0.isWhitespace || $0 == "\u{FEFF}" }) { throw .empty }
        let blocks = BlockReader.read(text)
        let rows = blocks.reduce(0) { count, block in if case .table(let rows) = block { count + rows.count } else { count } }
        // No plan is that long; reading one would only keep a processor busy.
        if blocks.count > Self.blockLimit || rows > Self.rowLimit { throw .unreadable }
        var reader = DocumentReader(blocks: blocks)
        return try reader.read(municipality: municipality, district: district)
    }

    private static let blockLimit = 10_000
    private static let rowLimit = 2_000
    /// Paragraphs in one cell, and responsibilities in the whole plan: what is unpaired multiplies.
    private static let cellLimit = 50
    private static let responsibilityLimit = 2_000

    private let blocks: [Block]
    private var warnings: [AgreementDocument.Warning] = []

    private init(blocks: [Block]) {
        self.blocks = blocks
    }

    private mutating func warn(_ code: AgreementDocument.Warning.Code, _ line: Int, _ text: String) {
        self.warnings.append(.init(code: code, line: line, text: text))
    }

    private mutating func read(municipality: String?, district: String?) throws(DocumentError) -> AgreementDocument {
        let tables = self.blocks.compactMap { block -> [TableRow]? in if case .table(let rows) = block { rows } else { nil } }
        guard let firstTable = tables.first?.first else { throw .noTable }
        let actionTables = tables.compactMap { ActionTable($0) }
        for table in actionTables where !table.columns.contains(.measure) {
            throw .tableWithoutMeasureColumn(line: table.line)
        }
        for row in actionTables.flatMap(\.rows) where row.cells.contains(where: { Inline.paragraphs($0).count > Self.cellLimit }) { throw .unreadable }
        guard let firstAction = actionTables.first else { throw .tableWithoutMeasureColumn(line: firstTable.line) }

        let planStart = self.planStart(before: firstAction.line)
        var (agreement, period, promises) = try self.readAgreement(Array(self.blocks[..<planStart]))
        var plan = self.readPlan(Array(self.blocks[planStart...]), promises: &promises)

        if plan.areas.reduce(0, { $0 + $1.responsibilityCount }) > Self.responsibilityLimit { throw .unreadable }
        if plan.year == nil { plan.year = Dates.year(in: agreement.title) }
        if period == nil {
            // Where headings are not marked, the clause can stand in what was taken for the plan.
            for case .paragraph(let line, let lines) in self.blocks[planStart...] {
                let text = Inline.plain(lines.joined(separator: " "))
                guard text.lowercased().contains("gäller"), let found = Dates.period(in: text) else { continue }
                if found.endsBeforeStart { throw .periodEndsBeforeStart(line: line) }
                period = found.period
                break
            }
        }
        if period == nil, let year = plan.year {
            period = .init(start: "\(year)-01-01", end: "\(year)-12-31")
            self.warn(.periodMissing, 1, "Ingen avtalsperiod hittades; planens år \(year) föreslås")
        }
        guard let period else { throw .periodMissing }
        let year: Int
        if let known = plan.year {
            year = known
        } else {
            year = Int(period.start.prefix(4)) ?? 0
            self.warn(.planYearMissing, plan.line, "Planens år hittades inte; avtalsperiodens första år \(year) föreslås")
        }
        agreement.period = period
        if !plan.signature.isEmpty {
            var signatures = SignatureReader()
            signatures.read(plan.signature)
            agreement.signers += signatures.signers
            for left in signatures.leftOver { self.warn(.textNotPlaced, left.number, "Texten vid underskrifterna kunde inte placeras: «\(left.text)»") }
        }
        for signer in agreement.signers where signer.isPartyUncertain {
            self.warn(.signerPartyUncertain, signer.line, "Det framgår inte om «\(signer.title)» undertecknar för kommunen eller polisen; kommunen föreslås")
        }
        if agreement.signers.isEmpty {
            self.warn(.signersMissing, 1, "Inga undertecknare hittades")
        }
        if promises.isEmpty {
            let clause = self.blocks.first { if case .heading(_, _, let text) = $0 { text.lowercased().contains("löfte") } else { false } }
            self.warn(.promiseMissing, clause?.line ?? 1, "Inga medborgarlöften hittades under rubriker som «Kommunen lovar» eller «Polisen lovar»")
        }
        var picture = plan.picture
        if picture.sources.isEmpty {
            // A plan that doesn't say what it stands on: the agreement may.
            picture.sources = self.blocks[..<planStart].lazy.compactMap { block -> [AgreementDocument.Source]? in
                guard case .paragraph(let line, let lines) = block else { return nil }
                let sources = Sources.inSentence(lines.joined(separator: " "), line: line)
                return sources.isEmpty ? nil : sources
            }.first ?? []
        }
        let names = ResponsibleNames(plan.names)
        self.warnings += names.warnings
        self.nameOthers(municipality: municipality, district: district)
        return AgreementDocument(
            agreement: agreement,
            situationalPicture: picture,
            plan: .init(
                year: year, introduction: plan.introduction.joinedParagraphs, notes: plan.notes.joinedParagraphs,
                priorityAreas: plan.areas.map { $0.resolved(names) }),
            promises: promises,
            warnings: self.warnings.sorted { ($0.line, $0.code.rawValue) < ($1.line, $1.code.rawValue) }
        ).withAreaWarnings()
    }

    /// The block where the plan begins: a heading that names a plan and its year, else the last one that names a plan
    /// before the first table, else the heading nearest above it.
    private func planStart(before tableLine: Int) -> Int {
        var named: Int?
        var nearest = 0
        for (index, block) in self.blocks.enumerated() {
            guard block.line < tableLine, case .heading(_, _, let text) = block else { continue }
            nearest = index
            let key = text.lowercased()
            if key.contains("handlingsplan") || key.contains("åtgärdsplan") || key.contains("aktivitetsplan") {
                if Dates.year(in: text) != nil, !key.contains("överenskommelse") { return index }
                named = index
            }
        }
        return named ?? nearest
    }

    // MARK: The agreement

    private mutating func readAgreement(_ blocks: [Block]) throws(DocumentError)
        -> (AgreementDocument.Agreement, AgreementDocument.Period?, [AgreementDocument.Promise])
    {
        var agreement = AgreementDocument.Agreement(title: "", period: .init(start: "", end: nil))
        var promises: [AgreementDocument.Promise] = []
        var period: AgreementDocument.Period?
        var titlePeriod: AgreementDocument.Period?
        var heading = (line: 1, text: "")
        var section: [String] = []
        var signature: [SignatureReader.Line] = []
        var inSignatures = false
        var promisor: AgreementDocument.Promisor?

        func endSection(_ agreement: inout AgreementDocument.Agreement) {
            let text = section.joinedParagraphs
            // A heading without text of its own still says something, unless it is the title.
            if text != nil || (!heading.text.isEmpty && heading.text != agreement.title && !agreement.title.hasPrefix(heading.text + " – ")) {
                agreement.sections.append(.init(line: heading.line, heading: heading.text, text: text ?? ""))
            }
            section = []
        }
        for (index, block) in blocks.enumerated() {
            switch block {
            case .heading(let line, _, let text):
                promisor = Promises.promisor(text)
                if agreement.title.isEmpty {
                    agreement.title = text
                    heading = (line, text)
                    continue
                }
                if inSignatures, text.count <= 60, !SignatureReader.startsSignatures(text), SignatureReader.mayBelong(text), promisor == nil {
                    signature.append(.init(number: line, text: text))
                    continue
                }
                endSection(&agreement)
                heading = (line, text)
                inSignatures = SignatureReader.startsSignatures(text)
            case .rule:
                continue
            case .paragraph(let line, let lines):
                let joined = Inline.plain(lines.joined(separator: " "))
                if promisor == nil, inSignatures || lines.contains(where: { SignatureReader.placeAndDate($0) != nil }) {
                    inSignatures = true
                    signature += lines.enumerated().map { .init(number: line + $0.offset, text: Inline.plain($0.element).trimmed) }
                    continue
                }
                if let promisor {
                    promises.append(.init(line: line, promisor: promisor, text: joined))
                    continue
                }
                let isTitle = index == 1 && lines.count == 1 && joined.count <= 160 && !joined.hasSuffix(".") && joined.lowercased().contains("kommun")
                if let found = Dates.period(in: joined) {
                    if found.endsBeforeStart { throw .periodEndsBeforeStart(line: line) }
                    if isTitle {
                        titlePeriod = found.period
                    } else if let known = period {
                        if known != found.period { self.warn(.severalPeriods, line, "Texten nämner också perioden \(found.period.start) – \(found.period.end ?? "tills vidare")") }
                    } else if !joined.lowercased().contains("tidigare") && !joined.lowercased().contains("föregående") {
                        period = found.period
                    }
                }
                if isTitle {
                    agreement.title += " – " + joined
                    if agreement.parties.isEmpty { agreement.parties = Parties.inTitle(joined) }
                    continue
                }
                if let parties = Parties.inSentence(joined) { agreement.parties = parties }
                let rest = Self.extract(joined, heading: heading.text, into: &agreement)
                if !rest.isEmpty { section.append(rest) }
            case .list(let items):
                if let promisor {
                    promises += items.map { .init(line: $0.line, promisor: promisor, text: Inline.plain($0.text)) }
                } else {
                    section.append(items.map { "– " + Inline.plain($0.text) }.joined(separator: "\n"))
                }
            case .table(let rows):
                // No action table here: a signature page set in columns, or something this service has no field for.
                let columns = (0..<(rows.map(\.cells.count).max() ?? 0)).map { column in
                    rows.flatMap { row -> [SignatureReader.Line] in
                        guard column < row.cells.count else { return [] }
                        return Inline.paragraphs(row.cells[column]).map { .init(number: row.line, text: Inline.plain($0)) }
                    }
                }
                if columns.joined().contains(where: { SignatureReader.isTitle($0.text) }) {
                    inSignatures = true
                    for column in columns { signature += column + [.init(number: rows.last?.line ?? 0, text: "")] }
                } else {
                    for row in rows {
                        self.warn(.textNotPlaced, row.line, "Tabellraden hör inte till någon åtgärd: «\(row.cells.map { Inline.plain($0.trimmed) }.filter { !$0.isEmpty }.joined(separator: " | "))»")
                    }
                }
            }
        }
        endSection(&agreement)
        var signatures = SignatureReader()
        signatures.read(signature)
        agreement.signers = signatures.signers
        for left in signatures.leftOver {
            self.warn(.textNotPlaced, left.number, "Texten vid underskrifterna kunde inte placeras: «\(left.text)»")
        }
        if agreement.title.isEmpty { agreement.title = "Samverkansöverenskommelse" }
        return (agreement, period ?? titlePeriod ?? Dates.period(in: agreement.title)?.period, promises)
    }

    /// Takes the sentences on purpose, scope and what lies outside it out of a paragraph, and returns what is left.
    private static func extract(_ text: String, heading: String, into agreement: inout AgreementDocument.Agreement) -> String {
        func add(_ sentence: String, _ field: inout String?) {
            field = field.map { $0 + " " + sentence } ?? sentence
        }
        let heading = heading.lowercased()
        if heading.hasPrefix("syfte") {
            add(text, &agreement.purpose)
            return ""
        }
        if heading.hasPrefix("omfattning") || heading.hasPrefix("avgränsning") {
            add(text, &agreement.scope)
            return ""
        }
        var rest: [String] = []
        for sentence in Sentences.split(text) {
            let key = sentence.lowercased()
            if key.contains("vid sidan om") || key.contains("vid sidan av") || key.contains("utanför överenskommelsen") || key.contains("omfattas inte av") {
                add(sentence, &agreement.outsideScope)
            } else if key.contains("berör endast") || key.contains("överenskommelsen omfattar") || key.contains("överenskommelsen avser") {
                add(sentence, &agreement.scope)
            } else if key.hasPrefix("syftet") || key.contains("i syfte att") || key.contains("syftet med") {
                add(sentence, &agreement.purpose)
            } else {
                rest.append(sentence)
            }
        }
        return rest.joined(separator: " ")
    }

    // MARK: The plan

    private struct DraftMeasure {
        var measure: AgreementDocument.Measure
        var responsibles: [ResponsibleCell.Entry]
    }

    private struct DraftCause {
        var line: Int
        var text: String
        var key: String
        var measures: [DraftMeasure] = []
    }

    private struct DraftArea {
        let line: Int
        let title: String
        /// The title for comparing, made once: every heading is compared with every area.
        let key: String
        var description: [String]
        var causes: [DraftCause] = []
        var measures: [DraftMeasure] = []

        init(line: Int, title: String, description: [String] = []) {
            self.line = line
            self.title = title
            self.key = title.comparisonKey
            self.description = description
        }

        var responsibilityCount: Int {
            self.measures.reduce(0) { $0 + $1.responsibles.count } + self.causes.reduce(0) { $0 + $1.measures.reduce(0) { $0 + $1.responsibles.count } }
        }

        func resolved(_ names: ResponsibleNames) -> AgreementDocument.PriorityArea {
            func resolve(_ draft: DraftMeasure) -> AgreementDocument.Measure {
                var measure = draft.measure
                var seen: Set<String> = []
                for entry in draft.responsibles {
                    let parts = names.resolve(entry.name)
                    for (index, name) in parts.enumerated() {
                        // A contact after «A och B» belongs to the one it stands beside.
                        let contact = index == parts.count - 1 ? entry.contact : nil
                        if seen.insert(name.comparisonKey).inserted {
                            measure.responsibilities.append(.init(name: name, contact: contact))
                        } else if let contact, let known = measure.responsibilities.firstIndex(where: { $0.name == name && $0.contact == nil }) {
                            measure.responsibilities[known].contact = contact
                        }
                    }
                }
                return measure
            }
            return .init(
                line: self.line, title: self.title, description: self.description.joinedParagraphs,
                causes: self.causes.map { .init(line: $0.line, text: $0.text, measures: $0.measures.map(resolve)) },
                measures: self.measures.map(resolve))
        }
    }

    private struct DraftPlan {
        var line = 1
        var year: Int?
        var introduction: [String] = []
        var notes: [String] = []
        var picture = AgreementDocument.SituationalPicture()
        var areas: [DraftArea] = []
        var names: [ResponsibleNames.Met] = []
        var signature: [SignatureReader.Line] = []
    }

    private enum Place {
        case introduction
        case area(Int)
        case picture
        case problems
        case promises(AgreementDocument.Promisor)
        /// A section that is no area, unless a table shows up in it.
        case other(line: Int, heading: String, text: [String])
    }

    private mutating func readPlan(_ blocks: [Block], promises: inout [AgreementDocument.Promise]) -> DraftPlan {
        var plan = DraftPlan(line: blocks.first?.line ?? 1)
        var place = Place.introduction
        /// Level of the heading that made the place; deeper headings are within it.
        var level = 0
        var inSignatures = false
        var hasAreaList = false
        var expectsAreaList = false

        func leave(_ place: Place, _ plan: inout DraftPlan) {
            if case .other(_, let heading, let text) = place {
                plan.notes.append(([heading] + text).joined(separator: "\n"))
            }
        }
        func note(_ text: String, line: Int) {
            switch place {
            case .introduction: plan.introduction.append(text)
            case .area(let index): plan.areas[index].description.append(text)
            case .picture: plan.picture.summary = plan.picture.summary.map { $0 + "\n\n" + text } ?? text
            case .problems: plan.picture.problems.append(.init(line: line, text: text))
            case .promises(let promisor): promises.append(.init(line: line, promisor: promisor, text: text))
            case .other(let at, let heading, let lines): place = .other(line: at, heading: heading, text: lines + [text])
            }
        }
        for (index, block) in blocks.enumerated() {
            switch block {
            case .rule:
                continue
            case .heading(let line, let headingLevel, let text):
                let key = text.lowercased()
                if SignatureReader.startsSignatures(text) {
                    leave(place, &plan)
                    place = .introduction
                    inSignatures = true
                    continue
                }
                if inSignatures, SignatureReader.mayBelong(text) {
                    plan.signature.append(.init(number: line, text: text))
                    continue
                }
                inSignatures = false
                // «### Nuläge» within «## Område 1» speaks of that area.
                if headingLevel > level, level > 0, Promises.promisor(text) == nil, Self.area(named: text, in: plan.areas) == nil, Self.areaHeading(text) == nil {
                    switch place {
                    case .area:
                        note(text, line: line)
                        continue
                    // Bold lines within a section that is no area are how some write its areas.
                    case .other where headingLevel < 6:
                        note(text, line: line)
                        continue
                    default: break
                    }
                }
                level = index == 0 ? 0 : headingLevel
                leave(place, &plan)
                expectsAreaList = false
                if index == 0 {
                    plan.year = Dates.year(in: text)
                    // The plan's own heading is its label and year; anything more it says is kept.
                    let words = key.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
                    if key.contains("plan") {
                        if words.contains(where: { !["handlingsplan", "åtgärdsplan", "aktivitetsplan"].contains($0) && Int($0) == nil }) {
                            plan.introduction.append(text)
                        }
                        place = .introduction
                        continue
                    }
                }
                if let promisor = Promises.promisor(text) {
                    place = .promises(promisor)
                } else if let known = Self.area(named: text, in: plan.areas) {
                    place = .area(known)
                } else if key.hasPrefix("prioriterade områden") || key.hasPrefix("fokusområden") || key.hasPrefix("våra områden") {
                    expectsAreaList = true
                    place = .introduction
                    plan.introduction.append(text)
                } else if key.hasPrefix("problem"), !key.hasPrefix("problembild") {
                    place = .problems
                } else if key.contains("lägesbild") || key.contains("problembild") || key.contains("underlag") || key.hasPrefix("källor") {
                    place = .picture
                } else if !hasAreaList, let title = Self.areaHeading(text) {
                    plan.areas.append(.init(line: line, title: title))
                    place = .area(plan.areas.count - 1)
                } else {
                    place = .other(line: line, heading: text, text: [])
                }
            case .paragraph(let line, let lines):
                let text = Inline.plain(lines.joined(separator: " "))
                if inSignatures || lines.contains(where: { SignatureReader.placeAndDate($0) != nil }) {
                    inSignatures = true
                    plan.signature += lines.enumerated().map { .init(number: line + $0.offset, text: Inline.plain($0.element).trimmed) }
                    continue
                }
                if plan.picture.sources.isEmpty { plan.picture.sources = Sources.inSentence(text, line: line) }
                let key = text.lowercased()
                if text.hasSuffix(":"), key.contains("prioriter") || key.contains("områden") { expectsAreaList = true }
                if plan.year == nil, case .introduction = place { plan.year = Dates.year(in: text) }
                note(text, line: line)
            case .list(let items):
                if plan.areas.isEmpty, expectsAreaList {
                    plan.areas = items.map { .init(line: $0.line, title: Inline.plain($0.text)) }
                    hasAreaList = true
                    expectsAreaList = false
                } else if case .picture = place {
                    plan.picture.sources += items.map { .init(line: $0.line, kind: Sources.kind(of: $0.text), title: Inline.plain($0.text)) }
                } else {
                    switch place {
                    case .problems, .promises: for item in items { note(Inline.plain(item.text), line: item.line) }
                    default: note(items.map { "– " + Inline.plain($0.text) }.joined(separator: "\n"), line: block.line)
                    }
                }
            case .table(let rows):
                guard let table = ActionTable(rows) else {
                    for row in rows {
                        self.warn(.textNotPlaced, row.line, "Tabellraden hör inte till någon åtgärd: «\(row.cells.map { Inline.plain($0.trimmed) }.filter { !$0.isEmpty }.joined(separator: " | "))»")
                    }
                    continue
                }
                let target: Int
                if case .area(let known) = place {
                    target = known
                } else {
                    // A table that stands under no area: it gets one of its own, named by its heading, after the others.
                    var area = DraftArea(line: table.line, title: "Åtgärder")
                    if case .other(let line, let heading, let text) = place { area = DraftArea(line: line, title: heading, description: text) }
                    plan.areas.append(area)
                    target = plan.areas.count - 1
                    place = .area(target)
                    if hasAreaList || area.title == "Åtgärder" {
                        self.warn(.tableHeadingIsNoArea, area.line, "Tabellens rubrik «\(area.title)» är inget av de prioriterade områdena; dess orsaker behöver placeras")
                    }
                }
                self.readTable(table, into: target, plan: &plan)
            }
        }
        leave(place, &plan)
        return plan
    }

    /// «Område 1: Trygga miljöer», «Prioriterat område – Narkotika»: the title behind the label.
    private static func areaHeading(_ text: String) -> String? {
        // Word by word: a pattern tries every way to share blanks between its parts.
        guard let mark = text.firstIndex(where: { ":.–-".contains($0) }) else { return nil }
        var label = text[..<mark].lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while label.last?.isNumber == true { label.removeLast() }
        guard ["prioriterat område", "fokusområde", "område"].contains(label.trimmed) else { return nil }
        let title = String(text[text.index(after: mark)...]).trimmed
        return title.isEmpty ? nil : title
    }

    private static func area(named text: String, in areas: [DraftArea]) -> Int? {
        let key = (self.areaHeading(text) ?? String(text.trimmingPrefix(/\d+[.)]\s*/))).comparisonKey
        if let exact = areas.firstIndex(where: { $0.key == key }) { return exact }
        guard key.count >= 12 else { return nil }
        return areas.firstIndex { $0.key.utf8.count >= 12 && ($0.key.hasPrefix(key) || key.hasPrefix($0.key)) && $0.key.count >= 12 }
    }

    private mutating func readTable(_ table: ActionTable, into defaultArea: Int, plan: inout DraftPlan) {
        for case .unknown(let name) in table.columns where !name.isEmpty {
            self.warn(.columnUnknown, table.line, "Kolumnen «\(name)» är okänd; dess text sparas som anteckning")
        }
        var area = defaultArea
        var cause: Int?
        for row in table.rows {
            let named = Inline.plain(Inline.paragraphs(table.text(.area, row)).joined(separator: " "))
            if !named.isEmpty {
                cause = nil
                if let known = Self.area(named: named, in: plan.areas) {
                    area = known
                } else {
                    plan.areas.append(.init(line: row.line, title: named))
                    area = plan.areas.count - 1
                }
            }
            let causeText = Inline.plain(Inline.paragraphs(table.text(.cause, row)).joined(separator: " "))
            if !causeText.isEmpty {
                let key = causeText.comparisonKey
                if let known = plan.areas[area].causes.firstIndex(where: { $0.key == key }) {
                    cause = known
                } else {
                    plan.areas[area].causes.append(.init(line: row.line, text: causeText, key: key))
                    cause = plan.areas[area].causes.count - 1
                }
            }
            let measures = self.measures(table, row, names: &plan.names)
            if measures.isEmpty, !causeText.isEmpty {
                self.warn(.causeWithoutMeasure, row.line, "Orsaken «\(causeText)» har ingen åtgärd på sin rad")
            }
            if let cause { plan.areas[area].causes[cause].measures += measures } else { plan.areas[area].measures += measures }
        }
    }

    /// The measures of one row. Paragraphs of neighbouring cells belong together in order when there are equally many.
    private mutating func measures(_ table: ActionTable, _ row: TableRow, names: inout [ResponsibleNames.Met]) -> [DraftMeasure] {
        let texts = Inline.paragraphs(table.text(.measure, row)).map { Inline.plain($0) }
        let notes = table.notes(row)
        guard !texts.isEmpty else {
            let rest = row.cells.enumerated().compactMap { index, cell -> String? in
                let isCause = index < table.columns.count && [.cause, .area].contains(table.columns[index])
                let text = Inline.plain(cell.trimmed)
                return isCause || text.isEmpty ? nil : text
            }
            if !rest.isEmpty { self.warn(.textNotPlaced, row.line, "Raden saknar åtgärd; texten kunde inte placeras: «\(rest.joined(separator: " | "))»") }
            return []
        }
        func spread(_ column: ActionTable.Column) -> [String?] {
            let parts = Inline.paragraphs(table.text(column, row)).map { Inline.plain($0) }
            if parts.isEmpty { return texts.map { _ in nil } }
            if parts.count == texts.count { return parts }
            return texts.map { _ in parts.joined(separator: " ") }
        }
        let followUps = spread(.followUp)
        let schedules = spread(.schedule)
        let targets = spread(.target)

        var cells = Inline.paragraphs(table.text(.responsible, row))
        let contacts = Inline.paragraphs(table.text(.contact, row)).map { "(**\(Inline.plain($0))**)" }
        if !contacts.isEmpty { cells = contacts.count == cells.count ? zip(cells, contacts).map { $0 + " " + $1 } : [(cells + contacts).joined(separator: " ")] }
        let parsed = cells.map { cell -> [ResponsibleCell.Entry] in
            let parsed = ResponsibleCell.parse(cell)
            for name in parsed.loose { self.warn(.contactWithoutResponsible, row.line, "Kontaktpersonen «\(name)» kunde inte knytas till någon ansvarig") }
            for name in parsed.tooLong { self.warn(.textNotPlaced, row.line, "Namnet på en ansvarig är för långt och kunde inte placeras: «\(name)»") }
            for name in parsed.surplus { self.warn(.severalContacts, row.line, "En ansvarig har högst en kontaktperson här; «\(name)» togs inte med") }
            names += parsed.entries.map { .init(name: $0.name, line: row.line) }
            return parsed.entries
        }
        if parsed.count > 1, parsed.count != texts.count, texts.count > 1 {
            self.warn(.responsiblesNotPaired, row.line, "\(texts.count) åtgärder och \(parsed.count) stycken ansvariga gick inte att para; alla ansvariga står på alla åtgärder i raden")
        }
        let everyone = parsed.flatMap { $0 }
        if everyone.isEmpty { self.warn(.measureWithoutResponsible, row.line, "Åtgärden «\(texts[0])» har ingen ansvarig") }
        return texts.indices.map { index in
            DraftMeasure(
                measure: .init(
                    line: row.line, text: texts[index], plannedFollowUp: followUps[index], target: targets[index],
                    schedule: schedules[index], notes: notes.isEmpty ? nil : notes.joined(separator: "\n")),
                responsibles: parsed.count == texts.count ? parsed[index] : everyone)
        }
    }

    // MARK: Other places

    /// A document that names another municipality or district may be the wrong one.
    private mutating func nameOthers(municipality: String?, district: String?) {
        var told: Set<String> = []
        for block in self.blocks {
            let text: String
            switch block {
            case .heading(_, _, let heading): text = heading
            case .paragraph(_, let lines): text = lines.joined(separator: " ")
            case .list(let items): text = items.map(\.text).joined(separator: ". ")
            case .table(let rows): text = rows.map { $0.cells.joined(separator: ". ") }.joined(separator: ". ")
            case .rule: continue
            }
            // Word by word: a pattern would look again and again through a long text.
            let words = text.split(whereSeparator: \.isWhitespace)
            for (index, word) in words.enumerated() {
                let key = word.lowercased().trimmingSuffix(".,;:!?")
                if let municipality, key == "kommun" || key == "kommuns", index > 0 {
                    let name = String(words[index - 1])
                    let own = municipality.lowercased()
                    if !Self.isName(name) || [own, own + "s"].contains(name.lowercased()) || Self.notNames.contains(name.lowercased()) { continue }
                    if told.insert(name.lowercased()).inserted {
                        self.warn(.otherMunicipality, block.line, "Dokumentet nämner en annan kommun: «\(name) kommun»")
                    }
                } else if let district, key == "lokalpolisområde" || key == "lokalpolisområdet" {
                    let name = words[(index + 1)...].prefix(4).prefix { Self.isName($0.trimmingSuffix(".,;:!?")) }.map { $0.trimmingSuffix(".,;:!?") }.joined(separator: " ")
                    let found = name.lowercased()
                    let own = district.lowercased()
                    if name.isEmpty || found.hasPrefix(own) || own.hasPrefix(found) { continue }
                    if told.insert("district " + found).inserted {
                        self.warn(.otherDistrict, block.line, "Dokumentet nämner ett annat lokalpolisområde: «\(name)»")
                    }
                }
            }
        }
    }

    private static let notNames: Set = ["varje", "vår", "denna", "en", "ingen", "annan", "hela", "respektive", "berörd", "i", "inom", "mellan", "och", "av", "på"]

    private static func isName(_ word: some StringProtocol) -> Bool {
        word.first?.isUppercase == true && word.count <= 40 && word.allSatisfy { $0.isLetter || $0 == "-" }
    }
}

extension [String] {
    /// Paragraphs as one text, nil when there is none.
    var joinedParagraphs: String? {
        let text = self.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return text.isEmpty ? nil : text
    }
}

extension AgreementDocument {
    /// With a warning for each area that has no measure, as the areas are now.
    func withAreaWarnings() -> AgreementDocument {
        var document = self
        document.warnings.removeAll { $0.code == .areaWithoutMeasure }
        for area in self.plan.priorityAreas where area.measureCount == 0 {
            document.warnings.append(.init(code: .areaWithoutMeasure, line: area.line, text: "Området «\(area.title)» har ingen åtgärd"))
        }
        document.warnings.sort { ($0.line, $0.code.rawValue) < ($1.line, $1.code.rawValue) }
        return document
    }
}
