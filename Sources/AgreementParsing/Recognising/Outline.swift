/// A document's blocks in one row, with headings found by style, outline level, looks and words.
struct Outline {
    enum Item {
        /// Deeper headings have higher levels.
        case heading(Span, level: Int)
        case paragraph(Paragraph)
        case item(Paragraph)
        case table(Table, TableReading)
        case rule

        /// A heading that is no plan's, nor one for areas at large.
        var namesAnArea: Bool {
            if case .heading(let span, _) = self {
                !Headings.isPlan(span.text) && !Headings.isGeneral(span.text)
                    && !Headings.introducesAreas(span.text, isHeading: true) && !Headings.isClause(span.text)
            } else {
                false
            }
        }

        var isHeading: Bool { if case .heading = self { true } else { false } }

        var paragraph: Paragraph? {
            switch self {
            case .heading(let span, _): span.paragraph
            case .paragraph(let paragraph), .item(let paragraph): paragraph
            case .table, .rule: nil
            }
        }
    }

    private(set) var items: [Item] = []
    /// Titles of the areas that the document lists, where it does.
    private(set) var areas: [Span] = []

    init(_ tree: DocumentTree, _ names: ColumnNames, decided: [Int: ReadingDecisions.Table.Kind], areas: Set<Int> = [])
    {
        let blocks = Self.unfolded(tree.blocks, names)
        self.areas = Self.listedAreas(blocks)
        let listed = Set(self.areas.map { Headings.bare($0.text) })
        let looks = LooksOfHeadings(blocks)
        for (index, block) in blocks.enumerated() {
            switch block {
            case .rule: self.items.append(.rule)
            case .table(let table):
                self.items.append(
                    .table(table, TableReading(table, names, decided: table.place.table.flatMap { decided[$0] })))
            case .paragraph(let paragraph):
                let whole = paragraph.whole.trimmed
                // What is claimed already is a mark on the page.
                if whole.isEmpty || !paragraph.claims.isEmpty && paragraph.unclaimed.isEmpty { continue }
                if areas.contains(paragraph.place.number) {
                    self.items.append(.heading(whole, level: 32))
                } else if let level = looks.level(paragraph)
                    ?? Self.levelByWords(
                        paragraph, listed, isNamed: self.items.last?.namesAnArea == true,
                        before: index + 1 < blocks.count ? blocks[index + 1] : nil,
                        after: index > 0 ? blocks[index - 1] : nil, names)
                {
                    self.items.append(.heading(whole, level: level))
                } else if paragraph.looks.list != nil {
                    self.items.append(.item(paragraph))
                } else {
                    self.items.append(.paragraph(paragraph))
                }
            }
        }
    }

    /// Tables that only lay out the page come apart: what stands in their cells stands one below the other.
    private static func unfolded(_ blocks: [Block], _ names: ColumnNames) -> [Block] {
        blocks.flatMap { block -> [Block] in
            guard case .table(let table) = block else { return [block] }
            let cells = table.rows.flatMap(\.cells)
            let holdsTables = cells.contains { $0.blocks.contains { if case .table = $0 { true } else { false } } }
            let isFrame = table.rows.count == 1 && cells.count == 1
            guard
                holdsTables && table.rows.count <= 2 && ActionTable(table, names) == nil
                    && CardTable(table, names) == nil || isFrame
            else { return [block] }
            return self.unfolded(cells.flatMap(\.blocks), names)
        }
    }

    /// The list below «Prioriterade områden:» or a heading of that kind.
    private static func listedAreas(_ blocks: [Block]) -> [Span] {
        for (index, block) in blocks.enumerated() {
            guard case .paragraph(let paragraph) = block, paragraph.looks.list == nil || paragraph.looks.level != nil
            else { continue }
            let text = paragraph.whole.trimmed.text
            guard text.isAtMost(300),
                Headings.introducesAreas(text, isHeading: false)
                    || Headings.introducesAreas(text, isHeading: true) && text.isAtMost(60)
            else { continue }
            var found: [Span] = []
            items: for next in blocks[(index + 1)...] {
                guard case .paragraph(let item) = next else { break }
                if item.whole.trimmed.isEmpty { continue }
                guard item.looks.list != nil, item.looks.level == nil, item.looks.list?.level == 0 || !found.isEmpty
                else { break items }
                if item.looks.list?.level == 0 { found.append(item.whole.trimmed) }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// «Mål: färre olyckor», «Fastställd av BRÅ», «Se tabellen nedan»: says something of what stands below, and is no
    /// name.
    private static func isRemark(_ text: Substring) -> Bool {
        if let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...].contains(where: \.isAlphabetic),
            Headings.areaTitle(text) == nil
        {
            return true
        }
        let first = text.key.split(separator: " ").first.map(String.init) ?? ""
        return [
            "se", "fastställd", "fastställt", "uppdaterad", "uppdaterat", "reviderad", "reviderat", "antagen",
            "antaget", "beslutad", "gäller", "version",
        ].contains(first)
    }

    /// Plain lines that are headings by what they say.
    /// - Parameter isNamed: a heading that names something stands right above it.
    private static func levelByWords(
        _ paragraph: Paragraph, _ listed: Set<String>, isNamed: Bool, before next: Block?, after last: Block?,
        _ names: ColumnNames
    ) -> Int? {
        let text = paragraph.whole.trimmed.text
        guard text.isAtMost(120), !text.hasLines, let end = text.last, !".;,".contains(end) else { return nil }
        if Headings.areaTitle(text) != nil { return 32 }
        if paragraph.looks.list == nil, listed.contains(Headings.bare(text)), end != ":" { return 32 }
        if Headings.isOnlyPlan(text), Dates.year(in: String(text)) != nil { return 30 }
        // A short line right above a table of measures is its name.
        if !isNamed, !Self.isRemark(text), paragraph.looks.list == nil, !paragraph.looks.isCaption, text.isAtMost(60),
            end != ":", case .table(let table)? = next, ActionTable(table, names) != nil
        {
            return 33
        }
        if paragraph.looks.list == nil, Headings.isClause(text) { return 31 }
        // A number that no other follows: «1. Avtalets giltighet» above its text.
        if let label = paragraph.looks.list?.label, label.contains(where: \.isNumeric), text.isAtMost(60),
            case .paragraph(let below)? = next, below.looks.list?.label == nil,
            !below.whole.trimmed.isEmpty, !Labelled.isLabelled(below, names)
        {
            if case .paragraph(let above)? = last, above.looks.list?.label != nil { return nil }
            return Headings.isClause(text) || paragraph.isWrapped ? 31 : nil
        }
        return nil
    }
}

/// How headings look in this document where no style says it.
private struct LooksOfHeadings {
    private struct Looks: Hashable {
        var size: Int
        var isCapitals: Bool
        var isBold: Bool
        var isUnderlined: Bool
    }

    /// What most of the text has.
    private var bodySize = 0
    private var levels: [Looks: Int] = [:]

    init(_ blocks: [Block]) {
        var lengths: [Int: Int] = [:]
        var candidates: Set<Looks> = []
        for case .paragraph(let paragraph) in blocks {
            lengths[paragraph.looks.size ?? 0, default: 0] += paragraph.text.utf8.count
        }
        self.bodySize = lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
        for case .paragraph(let paragraph) in blocks where self.isHeading(paragraph) {
            candidates.insert(self.looks(paragraph))
        }
        let order = candidates.sorted {
            ($0.size, $0.isCapitals ? 1 : 0, $0.isBold ? 1 : 0, $0.isUnderlined ? 1 : 0) > (
                $1.size, $1.isCapitals ? 1 : 0, $1.isBold ? 1 : 0, $1.isUnderlined ? 1 : 0
            )
        }
        for (place, looks) in order.enumerated() { self.levels[looks] = 10 + min(place, 15) }
    }

    func level(_ paragraph: Paragraph) -> Int? {
        if let level = paragraph.looks.level, paragraph.text.isAtMost(250) { return level }
        return self.isHeading(paragraph) ? self.levels[self.looks(paragraph)] : nil
    }

    private func looks(_ paragraph: Paragraph) -> Looks {
        Looks(
            size: paragraph.looks.size ?? self.bodySize, isCapitals: paragraph.looks.isCapitals,
            isBold: paragraph.looks.isBold, isUnderlined: paragraph.looks.isUnderlined)
    }

    private func isHeading(_ paragraph: Paragraph) -> Bool {
        guard paragraph.looks.level == nil, !paragraph.looks.isCaption else { return false }
        let text = paragraph.whole.trimmed.text
        guard !text.isEmpty, text.isAtMost(100), !text.hasLines, let end = text.last,
            !".;,".contains(end) || text.isAtMost(3)
        else { return false }
        let isLarge = self.bodySize > 0 && (paragraph.looks.size ?? 0) >= self.bodySize + 4
        let isCapitals = paragraph.looks.isCapitals && text.count(where: \.isAlphabetic) >= 4
        return paragraph.looks.isBold || paragraph.looks.isUnderlined || isCapitals || isLarge
    }
}
