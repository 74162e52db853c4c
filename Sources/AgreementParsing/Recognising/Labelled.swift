/// Measures without a table: «Ansvarig: Säkerhetsenheten. Klart: maj. Uppföljning: antal ingripanden.»
enum Labelled {
    struct Part {
        let column: Column
        let label: Span
        let value: Span
    }

    /// Whether a paragraph says who answers for what stands above it.
    static func isLabelled(_ paragraph: Paragraph, _ names: ColumnNames) -> Bool {
        self.parts(paragraph, names).contains { $0.column == .responsible }
    }

    /// A point that says a measure and, behind it, who answers for it: «Ronder vid skolan. Ansvarig: Polisen».
    static func trailing(_ paragraph: Paragraph, _ names: ColumnNames) -> (measure: Span, parts: [Part])? {
        guard paragraph.looks.list != nil else { return nil }
        let parts = self.all(paragraph, names)
        guard let first = parts.first, parts.contains(where: { $0.column == .responsible }),
            !parts.contains(where: { $0.column.isMeasure })
        else { return nil }
        let measure = Span(paragraph, paragraph.text.startIndex..<first.label.range.lowerBound).trimmed
        return measure.isEmpty ? nil : (measure, parts)
    }

    /// Whether a paragraph has labels, and none that begins another measure.
    static func belongs(_ paragraph: Paragraph, _ names: ColumnNames) -> Bool {
        let parts = self.parts(paragraph, names)
        return !parts.isEmpty && !parts.contains { $0.column.isMeasure || $0.column == .cause }
    }

    /// Whether an item of the outline says who answers for a measure.
    static func tells(_ item: Outline.Item, _ names: ColumnNames) -> Bool {
        guard let paragraph = item.paragraph else { return false }
        switch item {
        case .paragraph: return self.isLabelled(paragraph, names)
        case .item: return self.isLabelled(paragraph, names) || self.trailing(paragraph, names) != nil
        default: return false
        }
    }

    /// The paragraph's parts behind their labels; none unless it begins with one.
    static func parts(_ paragraph: Paragraph, _ names: ColumnNames) -> [Part] {
        let parts = self.all(paragraph, names)
        guard let first = parts.first,
            Span(paragraph, paragraph.text.startIndex..<first.label.range.lowerBound).trimmed.isEmpty
        else { return [] }
        return parts
    }

    private static func all(_ paragraph: Paragraph, _ names: ColumnNames) -> [Part] {
        let text = paragraph.text
        guard text.isAtMost(2_000), text.contains(":") else { return [] }
        var starts: [(column: Column, label: Range<String.Index>, value: String.Index)] = []
        // A label stands first, or behind the end of a sentence or a line.
        var begin = text.startIndex
        var index = text.startIndex
        var last: Character = "\n"
        while index < text.endIndex {
            let character = text[index]
            if character == ":" {
                let label = Span(paragraph, begin..<index).trimmed
                let column = names.column(String(label.text))
                if case .unknown = column {
                } else if label.text.isAtMost(40), !label.isEmpty {
                    starts.append((column, label.range, text.index(after: index)))
                }
                begin = text.index(after: index)
            } else if character == "\n" || character == "\t" || character == "("
                || ".;".contains(last) && character.isBlank
            {
                begin = text.index(after: index)
            }
            last = character
            index = text.index(after: index)
        }
        return starts.enumerated().map { place, start in
            let end = place + 1 < starts.count ? starts[place + 1].label.lowerBound : text.endIndex
            return Part(
                column: start.column, label: Span(paragraph, start.label),
                value: Span(paragraph, start.value..<end).trimmed.withoutFullStop)
        }
    }
}

extension Span {
    /// Without the full stop, or the half of a pair of parentheses, that only ends a part of a line.
    var withoutFullStop: Span {
        guard let last = self.text.last,
            last == "." || last == ";" || last == "(" || last == ")" && !self.text.contains("(")
        else { return self }
        return self.part(self.range.lowerBound..<self.paragraph.text.index(before: self.range.upperBound)).trimmed
    }
}
