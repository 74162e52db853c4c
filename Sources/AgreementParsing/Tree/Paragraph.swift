/// One paragraph: its text as written (NFC, single line feeds) and how it looks.
final class Paragraph {
    struct Looks {
        /// By style or outline level: 0 is a title, 1 the highest heading.
        var level: Int?
        var isBold = false
        var isUnderlined = false
        var isCapitals = false
        /// In half points; nil where the file doesn't say.
        var size: Int?
        var list: ListMark?
        var isCaption = false
    }

    struct ListMark {
        var level: Int
        /// What is counted: «1.», «Område 2:»; nil for a bullet.
        var label: String?
    }

    let place: Place
    let text: String
    let looks: Looks
    /// Parts in bold.
    let bold: [Range<String.Index>]
    /// Its line feeds are the file's, not the writer's.
    let isWrapped: Bool
    /// Notes that the text points at.
    var notes: [Paragraph] = []
    private(set) var claims: [Range<String.Index>] = []

    init(
        _ text: String, _ place: Place, looks: Looks = Looks(), bold: [Range<String.Index>] = [],
        isWrapped: Bool = false
    ) {
        self.text = text
        self.place = place
        self.looks = looks
        self.bold = bold
        self.isWrapped = isWrapped
    }

    /// For comparing: see ``Swift/StringProtocol/key``.
    private(set) lazy var key = self.text.key

    var whole: Span { Span(self, self.text.startIndex..<self.text.endIndex) }

    /// The lines, without what surrounds them.
    var lines: [Span] {
        var lines: [Span] = []
        var start = self.text.startIndex
        while true {
            let end = self.text.utf8[start...].firstIndex(of: 0x0A) ?? self.text.endIndex
            let line = Span(self, start..<end).trimmed
            if !line.isEmpty { lines.append(line) }
            if end == self.text.endIndex { return lines }
            start = self.text.utf8.index(after: end)
        }
    }

    /// Says that these characters stand in a field or a decision.
    func claim(_ range: Range<String.Index>) { self.claims.append(range) }

    /// What nobody has claimed, but for blanks and marks that say nothing by themselves.
    var unclaimed: [Span] {
        var rest: [Range<String.Index>] = []
        var at = self.text.startIndex
        for claim in self.claims.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if claim.lowerBound > at { rest.append(at..<claim.lowerBound) }
            at = max(at, claim.upperBound)
        }
        if at < self.text.endIndex { rest.append(at..<self.text.endIndex) }
        return rest.map { Span(self, $0).trimmed }.filter { span in
            span.text.contains { $0.isAlphabetic || $0.isNumeric || $0.isSymbol }
        }
    }
}
