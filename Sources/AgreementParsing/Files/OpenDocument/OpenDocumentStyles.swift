/// Styles of an OpenDocument text, named ones and those that the program makes by itself.
struct OpenDocumentStyles {
    private struct Style {
        var name = ""
        var parent: String?
        var looks = TextLooks()
        var level: Int?
        var list: String?
        var shading: String?
    }

    private struct Level {
        var isBullet = true
        var format = "1"
        var prefix = ""
        var suffix = ""
        var start = 1
        var shown = 1
    }

    private var styles: [String: Style] = [:]
    private var lists: [String: [Int: Level]] = [:]
    private static let limit = 10_000

    /// Takes in the styles within the element that has just begun (`office:styles`, `office:automatic-styles`).
    mutating func take(_ xml: inout XMLReader) throws(DocumentError) {
        let depth = xml.depth
        var key: String?
        var style = Style()
        var list: String?
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return
            case .finish: throw .broken
            case .end:
                switch xml.name {
                case "style:style", "style:default-style":
                    if let key, self.styles.count < Self.limit { self.styles[key] = style }
                    key = nil
                case "text:list-style", "text:outline-style": list = nil
                default: continue
                }
            case .text: continue
            case .start:
                switch xml.name {
                case "style:style", "style:default-style":
                    let family = xml.attribute("style:family") ?? ""
                    key = family + " " + (xml.attribute("style:name") ?? "")
                    style = Style()
                    style.name = (xml.attribute("style:display-name") ?? xml.attribute("style:name") ?? "").lowercased()
                    style.parent =
                        xml.attribute("style:parent-style-name").map { family + " " + $0 }
                        ?? (xml.name == "style:style" ? family + " " : nil)
                    style.level = xml.attribute("style:default-outline-level").flatMap { Int($0) }
                    style.list = xml.attribute("style:list-style-name")
                case "style:text-properties": style.looks = Self.looks(xml)
                case "style:table-cell-properties":
                    let fill = (xml.attribute("fo:background-color") ?? "").uppercased().drop { $0 == "#" }
                    if fill.utf8.count == 6, fill != "FFFFFF", fill.allSatisfy(\.isHexDigit) {
                        style.shading = String(fill)
                    }
                case "text:list-style": list = xml.attribute("style:name")
                case "text:outline-style": list = "outline"
                case "text:list-level-style-number", "text:outline-level-style", "text:list-level-style-bullet",
                    "text:list-level-style-image":
                    guard let list, self.lists.count < Self.limit,
                        let level = xml.attribute("text:level").flatMap({ Int($0) }), (1...10).contains(level)
                    else { continue }
                    let format = xml.attribute("style:num-format") ?? ""
                    self.lists[list, default: [:]][level] = Level(
                        isBullet: format.isEmpty, format: format, prefix: xml.attribute("style:num-prefix") ?? "",
                        suffix: xml.attribute("style:num-suffix") ?? "",
                        start: xml.attribute("text:start-value").flatMap { Int($0) } ?? 1,
                        shown: min(10, max(1, xml.attribute("text:display-levels").flatMap { Int($0) } ?? 1)))
                default: continue
                }
            }
        }
    }

    private static func looks(_ xml: XMLReader) -> TextLooks {
        var looks = TextLooks()
        if let weight = xml.attribute("fo:font-weight") {
            looks.isBold = weight == "bold" || Int(weight).map { $0 >= 600 } == true
        }
        if let line = xml.attribute("style:text-underline-style") { looks.isUnderlined = line != "none" }
        if let transform = xml.attribute("fo:text-transform") { looks.isCapitals = transform == "uppercase" }
        if let display = xml.attribute("text:display") { looks.isHidden = display == "none" }
        if let line = xml.attribute("style:text-line-through-style") ?? xml.attribute("style:text-line-through-type") {
            looks.isStruck = line != "none"
        }
        if let size = xml.attribute("fo:font-size"), size.hasSuffix("pt"), let points = Double(size.dropLast(2)),
            points < 1_000
        {
            looks.size = Int(points * 2)
        }
        return looks
    }

    private func chain(_ family: String, _ name: String?) -> [Style] {
        var chain: [Style] = []
        var next: String? = family + " " + (name ?? "")
        while let key = next, let style = self.styles[key], chain.count < 12 {
            chain.append(style)
            next = style.parent == key ? nil : style.parent
        }
        return chain
    }

    func looks(_ family: String, _ name: String?) -> TextLooks {
        self.chain(family, name).reversed().reduce(TextLooks()) { $1.looks.over($0) }
    }

    /// 0 for a title, from 1 for headings.
    func level(_ name: String?) -> Int? {
        for style in self.chain("paragraph", name) {
            if style.name == "title" { return 0 }
            if let level = style.level { return (1...9).contains(level) ? level : nil }
            if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) { return level }
        }
        return nil
    }

    func has(_ name: String?, named prefix: String) -> Bool {
        self.chain("paragraph", name).contains { $0.name.hasPrefix(prefix) }
    }

    func list(ofStyle name: String?) -> String? {
        self.chain("paragraph", name).lazy.compactMap(\.list).first { !$0.isEmpty }
    }

    func shading(_ name: String?) -> String? { self.chain("table-cell", name).lazy.compactMap(\.shading).first }

    /// Counts one more item of a list at a level, from 1.
    /// - Returns: what stands before the item; nil for a bullet.
    func label(_ list: String?, _ level: Int, _ counts: inout [Int: Int]) -> String? {
        let levels = list.flatMap { self.lists[$0] } ?? [:]
        let own = levels[level] ?? Level()
        counts[level] = counts[level].map { $0 &+ 1 } ?? own.start
        for deeper in counts.keys where deeper > level { counts[deeper] = nil }
        guard !own.isBullet else { return nil }
        let first = max(1, level - own.shown + 1)
        let numbers = (first...level).map {
            Self.number(counts[$0] ?? levels[$0]?.start ?? 1, levels[$0]?.format ?? "1")
        }
        return own.prefix + numbers.joined(separator: ".") + own.suffix
    }

    private static func number(_ number: Int, _ format: String) -> String {
        guard format == "a" || format == "A", (1...26).contains(number),
            let letter = Unicode.Scalar(UInt32(96 + number))
        else { return String(number) }
        return format == "a" ? String(letter) : String(letter).uppercased()
    }
}
