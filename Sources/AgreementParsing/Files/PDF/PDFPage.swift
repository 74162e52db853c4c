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
