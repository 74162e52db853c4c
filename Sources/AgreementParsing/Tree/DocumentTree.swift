/// A document, whatever its file was: blocks in their order, text that stands apart from them, and what is no character
/// but says something. Every text knows where it came from, and who has claimed it (``Paragraph/claim(_:)``).
struct DocumentTree {
    var blocks: [Block] = []
    /// Heads and feet of pages, notes, comments, properties: each once.
    var asides: [Paragraph] = []
    var marks: [Mark] = []
    /// Lines have numbers that a reader of the file can see.
    var hasLines = false
}

enum Block {
    case paragraph(Paragraph)
    case table(Table)
    /// A line across the page.
    case rule(Place)

    var place: Place {
        switch self {
        case .paragraph(let paragraph): paragraph.place
        case .table(let table): table.place
        case .rule(let place): place
        }
    }
}

/// Where in the document a text stands.
struct Place: Hashable, Codable, Sendable {
    enum Part: String, Codable, Sendable { case body, textBox, header, footer, footnote, comment, properties, sheet }

    var part = Part.body
    /// Ascending through the document: the line of a text file, else a running number.
    var number: Int
    /// Of the tables, from 1, and in it the row and the column.
    var table: Int?
    var row: Int?
    var column: Int?
}

/// What is no character but says something.
struct Mark {
    enum Kind: String, Codable, Sendable {
        case picture, chart, diagram, embedded, hiddenText, struckText, trackedChanges, coveredCell, contents, offPage,
            unruled
    }

    let kind: Kind
    let place: Place
    /// What can be told of it: a picture's description, the text that was left out.
    var text = ""
}

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

/// Part of a paragraph's text.
struct Span {
    let paragraph: Paragraph
    let range: Range<String.Index>

    init(_ paragraph: Paragraph, _ range: Range<String.Index>) {
        self.paragraph = paragraph
        self.range = range
    }

    var text: Substring { self.paragraph.text[self.range] }
    var isEmpty: Bool { self.range.isEmpty }

    /// The line of a text file, else the paragraph's number.
    var number: Int {
        guard self.paragraph.isWrapped else { return self.paragraph.place.number }
        return self.paragraph.place.number + self.paragraph.text[..<self.range.lowerBound].count { $0 == "\n" }
    }

    /// Without blanks at either end.
    var trimmed: Span {
        let (text, bytes) = (self.text, self.text.trimmedBytes)
        if bytes.count == text.utf8.count { return self }
        let start = text.utf8.index(self.range.lowerBound, offsetBy: bytes.lowerBound)
        return Span(self.paragraph, start..<text.utf8.index(start, offsetBy: bytes.count))
    }

    func part(_ range: Range<String.Index>) -> Span { Span(self.paragraph, range) }

    /// Behind as many characters.
    func dropFirst(_ count: Int) -> Span {
        let start =
            self.paragraph.text.index(self.range.lowerBound, offsetBy: count, limitedBy: self.range.upperBound)
            ?? self.range.upperBound
        return Span(self.paragraph, start..<self.range.upperBound)
    }

    /// Whether all of its letters are in bold.
    var isBold: Bool {
        if self.paragraph.looks.isBold { return true }
        let trimmed = self.trimmed.range
        return !trimmed.isEmpty
            && self.paragraph.bold.contains {
                $0.lowerBound <= trimmed.lowerBound && $0.upperBound >= trimmed.upperBound
            }
    }

    /// The text for a field: claimed, without the file's own line feeds and the blanks of its layout.
    func take() -> String {
        self.paragraph.claim(self.range)
        return self.read
    }

    /// The same without a claim: for comparing and quoting.
    var read: String {
        let text = self.trimmed.text
        guard self.paragraph.isWrapped else { return String(text) }
        return Layout.unwrapped(text)
    }

    /// For comparing: small letters, one kind of dash and blank.
    var key: String {
        self.range.lowerBound == self.paragraph.text.startIndex && self.range.upperBound == self.paragraph.text.endIndex
            ? self.paragraph.key : self.text.key
    }
}

extension DocumentTree {
    /// Every paragraph of the document, tables and asides included, once.
    var paragraphs: [Paragraph] {
        self.blocks.flatMap { block -> [Paragraph] in
            switch block {
            case .paragraph(let paragraph): [paragraph]
            case .table(let table): table.paragraphs
            case .rule: []
            }
        } + self.asides
    }
}
