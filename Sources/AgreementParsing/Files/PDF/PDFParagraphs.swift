/// Puts lines of one column together into paragraphs.
struct PDFParagraphs {
    private var lines: [[PDFWord]] = []
    private var mark: Paragraph.ListMark?
    private let left: Double
    private let right: Double
    private let keepsBlanks: Bool

    /// - Parameters:
    ///   - lines: of one column, from top to bottom.
    ///   - left: where the column begins; `right`: where its text has to end.
    static func read(
        _ lines: [[PDFWord]], left: Double, right: Double, keepsBlanks: Bool, _ builder: inout TreeBuilder,
        _ place: Place?
    ) throws(DocumentError) -> [Paragraph] {
        var made: [Paragraph] = []
        var current = PDFParagraphs(left: left, right: right, keepsBlanks: keepsBlanks)
        for var line in lines where !line.isEmpty {
            let mark = line.count > 1 ? PDFBullet.mark(line) : nil
            if mark != nil || current.begins(line) {
                if let paragraph = try current.end(&builder, place) { made.append(paragraph) }
                current = PDFParagraphs(left: left, right: right, keepsBlanks: keepsBlanks)
                if var mark {
                    mark.level = max(mark.level, min(8, Int(max(0, line[0].box.left - left) / 18)))
                    current.mark = mark
                    line.removeFirst()
                }
            }
            current.lines.append(line)
        }
        if let paragraph = try current.end(&builder, place) { made.append(paragraph) }
        return made
    }

    private init(left: Double, right: Double, keepsBlanks: Bool) {
        self.left = left
        self.right = right
        self.keepsBlanks = keepsBlanks
    }

    /// Whether a line begins a new paragraph: it stands apart, looks otherwise, or would have had room on the line
    /// above.
    private func begins(_ line: [PDFWord]) -> Bool {
        guard let last = self.lines.last, let end = last.last, let first = line.first else { return false }
        let (above, below) = (Self.box(last), Self.box(line))
        let height = min(above.height, below.height)
        if below.top - above.bottom > height * 0.75 { return true }
        if last.allSatisfy(\.isBold) != line.allSatisfy(\.isBold) { return true }
        if let one = end.size, let other = first.size, abs(one - other) > 0.9, line.count > 1 || last.count > 1 {
            return true
        }
        let blank = height * 0.22
        // Where a document keeps the blank at a wrapped line's end, and there was room for it, a line without one was
        // ended by its writer.
        if self.keepsBlanks, !end.hasBlank, above.right + blank * 1.5 < self.right,
            !Self.isCut(last, line, right: self.right)
        {
            return true
        }
        let needed = blank + first.box.width
        let isCentred = abs(above.centre.x - (self.left + self.right) / 2) < 6 && above.left - self.left > 12
        return isCentred ? above.width + needed < self.right - self.left - 8 : above.right + needed < self.right - 3
    }

    private static func box(_ words: [PDFWord]) -> PDFBox {
        words.dropFirst().reduce(words[0].box) { $0.joined($1.box) }
    }

    private func end(_ builder: inout TreeBuilder, _ place: Place?) throws(DocumentError) -> Paragraph? {
        guard !self.lines.isEmpty else { return nil }
        var text = InlineText()
        for (index, line) in self.lines.enumerated() {
            var words = line
            if index + 1 < self.lines.count, let cut = Self.cut(words, before: self.lines[index + 1], right: self.right)
            {
                words[words.count - 1].text = cut
                self.append(words, to: &text)
                continue
            }
            self.append(words, to: &text)
            if index + 1 < self.lines.count {
                text.append(
                    " ", TextLooks(isBold: line.last?.isBold == true && self.lines[index + 1].first?.isBold == true))
            }
        }
        var looks = text.looks
        looks.list = self.mark
        return try builder.paragraph(text.text, place ?? builder.place(), looks: looks, bold: text.bold)
    }

    /// The last word of a line as it is joined with the next without a blank; nil where a blank stands between. Word
    /// processors keep the blank at a line's end, so a line that ends in a hyphen without one was cut there.
    private static func cut(_ line: [PDFWord], before next: [PDFWord], right: Double) -> String? {
        guard self.isCut(line, next, right: right), let last = line.last, let first = next.first?.text,
            let end = last.text.last
        else { return nil }
        switch end {
        case "/", "–": return last.text
        case "-", "\u{2010}":
            let letters = last.text.dropLast().reversed().prefix { $0.isAlphabetic }
            // Between small letters it is the line's own hyphen; anything else was written.
            guard letters.count >= 2, letters.allSatisfy(\.isLowercase), first.first?.isLowercase == true else {
                return last.text
            }
            return ["och", "eller", "samt"].contains(first) ? nil : String(last.text.dropLast())
        default: return last.text
        }
    }

    /// Whether a line ends within a word: at a hyphen without a blank behind it, or in a word that is wider than its
    /// column.
    private static func isCut(_ line: [PDFWord], _ next: [PDFWord], right: Double) -> Bool {
        guard let last = line.last, !last.hasBlank, last.text.count > 1, let end = last.text.last,
            let first = next.first?.text.first
        else { return false }
        if "/–-\u{2010}".contains(end) { return true }
        // A word that begins the next line by itself: the blank had no room.
        if [
            "till", "och", "i", "på", "av", "för", "med", "vid", "om", "mot", "från", "samt", "eller", "att", "som",
            "ska", "per", "inom", "under",
        ].contains(next.first?.text ?? "") {
            return false
        }
        let letter = last.box.width / Double(last.text.count)
        return line.count == 1 && end.isAlphabetic && first.isLowercase && last.box.right + letter * 1.2 > right - 3
    }

    private func append(_ words: [PDFWord], to text: inout InlineText) {
        for (index, word) in words.enumerated() {
            if index > 0 {
                let gap = word.box.left - words[index - 1].box.right
                text.append(
                    gap > word.box.height * 1.1 ? "\t" : " ", TextLooks(isBold: word.isBold && words[index - 1].isBold))
            }
            text.append(word.text, TextLooks(isBold: word.isBold, size: word.size.map { Int($0 * 2) }))
        }
    }
}
