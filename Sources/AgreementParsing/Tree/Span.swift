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
