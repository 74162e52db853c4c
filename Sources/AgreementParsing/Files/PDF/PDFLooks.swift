/// What `pdftohtml -xml` tells of the words' looks.
enum PDFLooks {
    /// A stretch of one font on one line.
    struct Fragment {
        let box: PDFBox
        let size: Double?
        let family: String
        var words: [(text: String, isBold: Bool)] = []
        var endsInBlank = false
        /// Its words that are given away already.
        var taken = 0
    }

    /// Gives the pages' words their looks.
    /// - Returns: whether the program that made the document keeps the blank where it wraps a line.
    static func apply(_ output: [UInt8], to pages: inout [PDFPage]) -> Bool {
        let read = self.read(output)
        for (index, fragments) in read.enumerated() where index < pages.count {
            self.apply(fragments, to: &pages[index])
        }
        let all = read.reduce(0) { $0 + $1.count }
        return read.reduce(0) { $0 + $1.count(where: \.endsInBlank) } * 50 > all
    }

    private static func read(_ output: [UInt8]) -> [[Fragment]] {
        var pages: [[Fragment]] = []
        var fonts: [String: (size: Double, family: String)] = [:]
        var markup = Markup(output)
        var fragment: Fragment?
        var bold = 0
        while let event = markup.next() {
            switch event {
            case .start where markup.isNamed("page"): pages.append([])
            case .start where markup.isNamed("fontspec"):
                if let id = markup.attribute("id"), let size = markup.number("size") {
                    fonts[String(decoding: id, as: UTF8.self)] = (
                        size, String(decoding: markup.attribute("family") ?? [], as: UTF8.self)
                    )
                }
            case .start where markup.isNamed("text"):
                guard let left = markup.number("left"), let top = markup.number("top"),
                    let width = markup.number("width"), let height = markup.number("height")
                else { continue }
                let font = markup.attribute("font").flatMap { fonts[String(decoding: $0, as: UTF8.self)] }
                let isBoldFont = ["bold", "black", "heavy"].contains { font?.family.key.contains($0) == true }
                bold = isBoldFont ? 1 : 0
                fragment = Fragment(
                    box: PDFBox(left: left, top: top, right: left + width, bottom: top + height), size: font?.size,
                    family: font?.family ?? "")
            case .start where markup.isNamed("b"): bold += 1
            case .end where markup.isNamed("b"): bold = max(0, bold - 1)
            case .end where markup.isNamed("text"):
                if let fragment, !pages.isEmpty { pages[pages.count - 1].append(fragment) }
                fragment = nil
            case .text:
                let text = PDFPage.plain(markup.text)
                for word in text.split(whereSeparator: \.isBlank) { fragment?.words.append((String(word), bold > 0)) }
                if let last = text.last { fragment?.endsInBlank = last.isBlank }
            default: continue
            }
        }
        return pages
    }

    private struct Spot: Hashable {
        let row: Int
        let column: Int

        init(_ x: Double, _ y: Double) {
            self.row = Int(max(-1_000, min(100_000, y)) / 16)
            self.column = Int(max(-1_000, min(100_000, x)) / 64)
        }
    }

    private static func apply(_ read: [Fragment], to page: inout PDFPage) {
        var fragments = read
        var near: [Spot: [Int]] = [:]
        for (index, fragment) in fragments.enumerated() {
            let (first, last) = (
                Spot(fragment.box.left - 2, fragment.box.top), Spot(fragment.box.right + 2, fragment.box.bottom)
            )
            guard last.row - first.row < 40, last.column - first.column < 200 else { continue }
            for row in first.row...max(first.row, last.row) {
                for column in first.column...max(first.column, last.column) {
                    near[Spot(Double(column) * 64, Double(row) * 16), default: []].append(index)
                }
            }
        }
        for index in page.words.indices {
            let centre = page.words[index].box.centre
            let candidates = near[Spot(centre.x, centre.y)] ?? []
            let text = page.words[index].text
            // Words come in the fragment's order; one that is told otherwise is of its fragment's looks all the same.
            let box = { (fragment: Fragment) in
                PDFBox(
                    left: fragment.box.left - 2, top: fragment.box.top - 2, right: fragment.box.right + 2,
                    bottom: fragment.box.bottom + 2)
            }
            guard
                let found = candidates.first(where: {
                    box(fragments[$0]).contains(centre)
                        && fragments[$0].words[fragments[$0].taken...].contains { $0.text == text }
                })
                    ?? candidates.first(where: { box(fragments[$0]).contains(centre) })
            else { continue }
            let fragment = fragments[found]
            page.words[index].size = fragment.size
            if let place = fragment.words[fragment.taken...].firstIndex(where: { $0.text == text }) {
                page.words[index].isBold = fragment.words[place].isBold
                page.words[index].hasBlank = place < fragment.words.count - 1 || fragment.endsInBlank
                fragments[found].taken = place + 1
            } else {
                page.words[index].isBold = !fragment.words.isEmpty && fragment.words.allSatisfy(\.isBold)
                // A word of several fonts has several fragments; the last one tells what stands behind it.
                let end = (x: page.words[index].box.right - 1, y: centre.y)
                let last = (near[Spot(end.x, end.y)] ?? []).last { box(fragments[$0]).contains(end) }
                page.words[index].hasBlank =
                    last.map {
                        fragments[$0].endsInBlank
                            || fragments[$0].words.count > 1
                                && fragments[$0].words.last.map { !text.hasSuffix($0.text) } == true
                    } ?? fragment.endsInBlank
            }
            page.words[index].text = self.symbols(text, fragment.family)
        }
    }

    /// Characters of fonts that draw symbols.
    private static func symbols(_ text: String, _ family: String) -> String {
        guard text.unicodeScalars.contains(where: { (0xF000...0xF0FF).contains($0.value) }) else { return text }
        let font = family.split(separator: "+").last.map(String.init) ?? family
        return String(
            text.unicodeScalars.map {
                (0xF000...0xF0FF).contains($0.value)
                    ? WordSymbols.character($0.value, font: font.key.hasPrefix("wing") ? "wingdings" : font)
                    : Character($0)
            })
    }
}
