/// `word/styles.xml`.
struct WordStyles {
    struct Style {
        var name = ""
        var basedOn: String?
        var looks = WordLooks()
        var paragraph = WordParagraphLooks()
    }

    private var styles: [String: Style] = [:]
    private var standard: String?
    private var defaults = WordLooks()

    private static let styleLimit = 5_000

    init() {}

    init(_ xml: inout XMLReader) throws(DocumentError) {
        var id: String?
        var style = Style()
        var inDefaults = false
        while true {
            switch try xml.next() {
            case .finish: return
            case .start:
                switch xml.name {
                case "w:docDefaults": inDefaults = true
                case "w:style":
                    id = xml.attribute("w:styleId")
                    style = Style()
                    if let id, xml.attribute("w:type") == "paragraph",
                        ["1", "true", "on"].contains(xml.attribute("w:default") ?? "")
                    {
                        self.standard = id
                    }
                case "w:name": style.name = (xml.attribute("w:val") ?? "").lowercased()
                case "w:basedOn": style.basedOn = xml.attribute("w:val")
                case "w:outlineLvl": style.paragraph.outline = xml.attribute("w:val").flatMap { Int($0) }
                case "w:numId": style.paragraph.numbering = xml.attribute("w:val")
                case "w:ilvl": style.paragraph.numberingLevel = xml.attribute("w:val").flatMap { Int($0) }
                // What a table's style says of its parts is not what the style says.
                case "w:tblStylePr": try xml.skip()
                default: if inDefaults { self.defaults.take(xml) } else { style.looks.take(xml) }
                }
            case .end:
                switch xml.name {
                case "w:docDefaults": inDefaults = false
                case "w:style":
                    if let id, self.styles.count < Self.styleLimit { self.styles[id] = style }
                    id = nil
                default: continue
                }
            case .text: continue
            }
        }
    }

    /// The style and those it stands on, nearest first.
    private func chain(_ id: String?) -> [Style] {
        var chain: [Style] = []
        var next = id
        while let id = next, let style = self.styles[id], chain.count < 12 {
            chain.append(style)
            next = style.basedOn
        }
        return chain
    }

    /// How text in a paragraph of this style looks by itself.
    func looks(_ paragraphStyle: String?) -> WordLooks {
        self.chain(paragraphStyle ?? self.standard).reversed().reduce(self.defaults) { $1.looks.over($0) }
    }

    func characterLooks(_ style: String?) -> WordLooks {
        self.chain(style).reversed().reduce(WordLooks()) { $1.looks.over($0) }
    }

    func paragraph(_ style: String?) -> WordParagraphLooks {
        self.chain(style ?? self.standard).reversed().reduce(WordParagraphLooks()) { below, style in
            WordParagraphLooks(
                style: nil, outline: style.paragraph.outline ?? below.outline,
                numbering: style.paragraph.numbering ?? below.numbering,
                numberingLevel: style.paragraph.numberingLevel ?? below.numberingLevel)
        }
    }

    /// 0 for a title, from 1 for headings; by the built-in names, which are English in every file.
    func level(_ style: String?) -> Int? {
        for style in self.chain(style) {
            if style.name == "title" { return 0 }
            if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) { return level }
        }
        return nil
    }

    func has(_ style: String?, named prefix: String) -> Bool {
        self.chain(style).contains { $0.name.hasPrefix(prefix) }
    }
}
