/// A rectangle of a page, in points from its upper left corner.
struct PDFBox {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { self.right - self.left }
    var height: Double { self.bottom - self.top }
    var centre: (x: Double, y: Double) { ((self.left + self.right) / 2, (self.top + self.bottom) / 2) }

    func contains(_ point: (x: Double, y: Double)) -> Bool {
        point.x >= self.left && point.x <= self.right && point.y >= self.top && point.y <= self.bottom
    }
    func overlaps(_ other: PDFBox) -> Bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
    func joined(_ other: PDFBox) -> PDFBox {
        PDFBox(
            left: min(self.left, other.left), top: min(self.top, other.top), right: max(self.right, other.right),
            bottom: max(self.bottom, other.bottom))
    }
}

struct PDFWord {
    var text: String
    var box: PDFBox
    var isBold = false
    /// Of its font, in points.
    var size: Double?
    /// A blank stands behind it, at the end of its line, too.
    var hasBlank = false
}

struct PDFPage {
    var width: Double
    var height: Double
    var words: [PDFWord] = []
    var drawing = PDFDrawing()

    /// Pages that a document may have, and words on one of them.
    static let pageLimit = 400
    static let wordLimit = 20_000

    /// The pages with their words, as `pdftotext -bbox-layout` gives them.
    /// - Throws: ``DocumentError/tooLarge``, ``DocumentError/broken``.
    static func read(_ output: [UInt8]) throws(DocumentError) -> [PDFPage] {
        var pages: [PDFPage] = []
        var markup = Markup(output)
        var characters = 0
        var box: PDFBox?
        while let event = markup.next() {
            switch event {
            case .start where markup.isNamed("page"):
                if pages.count == self.pageLimit { throw .tooLarge }
                guard let width = markup.number("width"), let height = markup.number("height") else { throw .broken }
                pages.append(PDFPage(width: width, height: height))
            case .start where markup.isNamed("word"):
                guard let left = markup.number("xMin"), let top = markup.number("yMin"),
                    let right = markup.number("xMax"), let bottom = markup.number("yMax")
                else { throw .broken }
                box = PDFBox(left: left, top: top, right: right, bottom: bottom)
            case .text:
                guard let word = box, !pages.isEmpty else { continue }
                box = nil
                let text = self.plain(markup.text)
                characters += text.utf8.count + 1
                if characters > DocumentLimits.text || pages[pages.count - 1].words.count == self.wordLimit {
                    throw .tooLarge
                }
                if !text.trimmed.isEmpty { pages[pages.count - 1].words.append(PDFWord(text: text, box: word)) }
            default: continue
            }
        }
        return pages
    }

    /// Composed, ligatures taken apart: two programs tell one word alike.
    static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in Layout.normalised(text).unicodeScalars {
            switch scalar.value {
            case 0xFB00: plain += "ff"
            case 0xFB01: plain += "fi"
            case 0xFB02: plain += "fl"
            case 0xFB03: plain += "ffi"
            case 0xFB04: plain += "ffl"
            case 0xFB05, 0xFB06: plain += "st"
            // Control characters that a font's table of characters made.
            case 0..<0x20: plain += " "
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }
}
