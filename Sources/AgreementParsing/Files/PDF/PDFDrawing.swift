/// What is drawn on a page, as `pdftocairo -svg` gives it: ruling lines, shading, pictures, and whether its text shows
/// at all.
struct PDFDrawing {
    struct Line {
        /// Of a level line its height, of an upright one its distance from the left.
        var at: Double
        var from: Double
        var to: Double
    }

    var level: [Line] = []
    var upright: [Line] = []
    var fills: [(box: PDFBox, color: String)] = []
    var pictures = 0
    var glyphs = 0

    /// Lines and fills of a page beyond which it is a drawing and no table.
    private static let limit = 4_000
    /// A rectangle no thicker than this is a line.
    private static let thickness = 2.5

    static func read(_ output: [UInt8]) -> [PDFDrawing] {
        var pages: [PDFDrawing] = []
        var markup = Markup(output)
        // The shapes of characters, and of what is cut out, stand before what is drawn.
        var definitions = 0
        while let event = markup.next() {
            switch event {
            case .start where markup.isNamed("svg"): pages = [PDFDrawing()]
            case .start where markup.isNamed("pageSet"): pages = []
            case .start where markup.isNamed("page"): pages.append(PDFDrawing())
            case .start where definitions == 0 && markup.isNamed("image"):
                if !pages.isEmpty { pages[pages.count - 1].pictures += 1 }
            case .start where markup.isNamed("defs") || markup.isNamed("clipPath") || markup.isNamed("mask"):
                definitions += 1
            case .end where markup.isNamed("defs") || markup.isNamed("clipPath") || markup.isNamed("mask"):
                definitions = max(0, definitions - 1)
            case .start where definitions == 0 && markup.isNamed("use"):
                guard !pages.isEmpty, let of = markup.attribute("xlink:href") else { continue }
                if of.starts(with: "#glyph".utf8) { pages[pages.count - 1].glyphs += 1 }
                if of.starts(with: "#image".utf8) || of.starts(with: "#source".utf8) {
                    pages[pages.count - 1].pictures += 1
                }
            case .start where definitions == 0 && markup.isNamed("path"):
                if !pages.isEmpty, let path = markup.attribute("d") { pages[pages.count - 1].take(path, markup) }
            default: continue
            }
        }
        return pages
    }

    private mutating func take(_ path: ArraySlice<UInt8>, _ markup: Markup) {
        guard self.level.count + self.upright.count + self.fills.count < Self.limit, path.count < 4_096 else { return }
        let transform = markup.attribute("transform").map { Markup.numbers($0) } ?? []
        // Curves are no tables' lines.
        if path.contains(UInt8(ascii: "C")) { return }
        let stroke = Self.style("stroke", markup)
        let fill = Self.style("fill", markup)
        for part in path.split(separator: UInt8(ascii: "M")) {
            let numbers = Markup.numbers(part)
            var points: [(x: Double, y: Double)] = []
            for index in stride(from: 0, to: numbers.count - 1, by: 2) {
                let (x, y) = (numbers[index], numbers[index + 1])
                points.append(
                    transform.count == 6
                        ? (
                            transform[0] * x + transform[2] * y + transform[4],
                            transform[1] * x + transform[3] * y + transform[5]
                        ) : (x, y))
            }
            guard let first = points.first, points.count >= 2 else { continue }
            let box = points.dropFirst().reduce(PDFBox(left: first.x, top: first.y, right: first.x, bottom: first.y)) {
                $0.joined(PDFBox(left: $1.x, top: $1.y, right: $1.x, bottom: $1.y))
            }
            if let stroke, stroke != "none" {
                if part.contains(UInt8(ascii: "Z")), let last = points.last, last != first { points.append(first) }
                for (start, end) in zip(points, points.dropFirst()) { self.line(start, end) }
            } else if let fill, fill != "none" {
                // Four corners that lie in two levels and two uprights.
                guard
                    points.allSatisfy({
                        (abs($0.x - box.left) < 0.5 || abs($0.x - box.right) < 0.5)
                            && (abs($0.y - box.top) < 0.5 || abs($0.y - box.bottom) < 0.5)
                    })
                else { continue }
                if box.height <= Self.thickness, box.width > box.height {
                    self.level.append(Line(at: box.centre.y, from: box.left, to: box.right))
                } else if box.width <= Self.thickness {
                    self.upright.append(Line(at: box.centre.x, from: box.top, to: box.bottom))
                } else if let color = Self.color(fill) {
                    self.fills.append((box, color))
                }
            }
        }
    }

    private mutating func line(_ start: (x: Double, y: Double), _ end: (x: Double, y: Double)) {
        if abs(start.y - end.y) < 1 {
            self.level.append(Line(at: (start.y + end.y) / 2, from: min(start.x, end.x), to: max(start.x, end.x)))
        } else if abs(start.x - end.x) < 1 {
            self.upright.append(Line(at: (start.x + end.x) / 2, from: min(start.y, end.y), to: max(start.y, end.y)))
        }
    }

    /// Written as an attribute of its own or within `style`.
    private static func style(_ name: StaticString, _ markup: Markup) -> String? {
        if let own = markup.attribute(name) { return String(decoding: own, as: UTF8.self) }
        guard let style = markup.attribute("style") else { return nil }
        for part in style.split(separator: UInt8(ascii: ";")) {
            let pair = part.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            if pair.count == 2, name.withUTF8Buffer({ wanted in pair[0].drop { $0 == 0x20 }.elementsEqual(wanted) }) {
                return String(decoding: pair[1], as: UTF8.self).trimmed
            }
        }
        return nil
    }

    /// `rgb(85%,91%,100%)` as `D9E8FF`; nil for white and for what is no plain colour.
    private static func color(_ fill: String) -> String? {
        let parts = Markup.numbers(Array(fill.utf8)[...])
        guard fill.hasPrefix("rgb("), parts.count == 3 else { return nil }
        let scale = fill.contains("%") ? 2.55 : 1
        let values = parts.map { Int(max(0, min(255, ($0 * scale).rounded()))) }
        if values.allSatisfy({ $0 > 250 }) { return nil }
        return values.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}
