/// Words of a page put together into lines, and lines into paragraphs.
struct PDFLine {
    /// Parts of a line that stand apart, as columns do.
    struct Part {
        var words: [PDFWord]
        var box: PDFBox { self.words.dropFirst().reduce(self.words[0].box) { $0.joined($1.box) } }
    }

    var parts: [Part]
    var box: PDFBox

    /// Nothing but dots or strokes to write on.
    var isBlank: Bool { self.parts.allSatisfy { $0.words.allSatisfy { $0.text.allSatisfy { "_.…-".contains($0) } } } }

    /// Lines from top to bottom, each from left to right.
    static func lines(_ words: [PDFWord]) -> [PDFLine] {
        var lines: [[PDFWord]] = []
        var (top, bottom) = (0.0, 0.0)
        for word in words.sorted(by: { $0.box.centre.y < $1.box.centre.y }) {
            if !lines.isEmpty, word.box.centre.y > top, word.box.centre.y < bottom - (bottom - top) * 0.15 {
                lines[lines.count - 1].append(word)
                continue
            }
            lines.append([word])
            (top, bottom) = (word.box.top, word.box.bottom)
        }
        return lines.map { self.line($0.sorted { $0.box.left < $1.box.left }) }
    }

    private static func line(_ words: [PDFWord]) -> PDFLine {
        var parts: [Part] = []
        for word in words {
            if let last = parts.last?.words.last,
                word.box.left - last.box.right <= max(8, word.box.height * 1.1)
                    || PDFBullet.isMark(parts[parts.count - 1].words) && word.box.left - last.box.right < 60
            {
                parts[parts.count - 1].words.append(word)
            } else {
                parts.append(Part(words: [word]))
            }
        }
        let box = words.dropFirst().reduce(words[0].box) { $0.joined($1.box) }
        return PDFLine(parts: parts, box: box)
    }
}
