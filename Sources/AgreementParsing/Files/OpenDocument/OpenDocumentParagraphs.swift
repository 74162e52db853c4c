/// The text of a paragraph as it is put together.
struct OpenDocumentInline {
    var style: String?
    var content = InlineText()
    var boxes: [Block] = []
    var notes: [Paragraph] = []
}

extension OpenDocumentReader {
    mutating func paragraph(_ xml: inout XMLReader, list: (name: String?, key: String, level: Int)?)
        throws(DocumentError) -> [Block]
    {
        var inline = OpenDocumentInline()
        inline.style = xml.attribute("text:style-name")
        let isHeading = xml.name == "text:h"
        let level = xml.attribute("text:outline-level").flatMap { Int($0) }
        try self.inline(&xml, &inline, TextLooks())
        var place = self.cellPlace ?? Place(part: self.part, number: 0)
        place.number = self.builder.place(self.part).number
        if !inline.content.hidden.trimmed.isEmpty {
            self.builder.mark(.hiddenText, place, inline.content.hidden.trimmed)
        }
        if !inline.content.struck.trimmed.isEmpty {
            self.builder.mark(.struckText, place, inline.content.struck.trimmed)
        }
        var looks = inline.content.looks
        looks.level = isHeading ? max(1, min(9, level ?? 1)) : self.styles.level(inline.style)
        looks.isCaption =
            self.styles.has(inline.style, named: "caption") || self.styles.has(inline.style, named: "table")
        if let list, !inline.content.text.trimmed.isEmpty {
            var counts = self.listCounts[list.key] ?? [:]
            let label = self.styles.label(list.name ?? self.styles.list(ofStyle: inline.style), list.level, &counts)
            self.listCounts[list.key] = counts
            looks.list = .init(level: list.level - 1, label: label)
        }
        // Blanks at a line's beginning are the file's.
        let text = inline.content.text
        let paragraph = try self.builder.paragraph(text, place, looks: looks, bold: inline.content.bold)
        for note in inline.notes {
            self.builder.add(aside: note)
            paragraph.notes.append(note)
        }
        return (text.trimmed.isEmpty && inline.notes.isEmpty ? [] : [.paragraph(paragraph)]) + inline.boxes
    }

    private mutating func inline(_ xml: inout XMLReader, _ inline: inout OpenDocumentInline, _ looks: TextLooks)
        throws(DocumentError)
    {
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return
            case .finish: throw .broken
            case .text:
                self.append(
                    Self.collapsed(Layout.normalised(xml.text), after: inline.content.text.last), looks, &inline)
            case .end: continue
            case .start:
                switch xml.name {
                case "text:span":
                    try self.inline(
                        &xml, &inline, self.styles.looks("text", xml.attribute("text:style-name")).over(looks))
                case "text:s":
                    let count = max(1, min(1_000, xml.attribute("text:c").flatMap { Int($0) } ?? 1))
                    self.append(String(repeating: " ", count: count), looks, &inline)
                    try xml.skip()
                case "text:tab":
                    self.append("\t", looks, &inline)
                    try xml.skip()
                case "text:line-break":
                    self.append("\n", looks, &inline)
                    try xml.skip()
                case "text:note", "office:annotation": try self.note(&xml, &inline)
                case "text:change-start", "text:change":
                    self.hasTrackedChanges = true
                    try xml.skip()
                case "text:page-number", "text:page-count", "text:bookmark", "text:bookmark-start", "text:bookmark-end",
                    "text:soft-page-break", "text:change-end",
                    "office:annotation-end", "text:reference-mark-start", "text:reference-mark-end", "text:placeholder",
                    "text:ruby-text", "office:event-listeners":
                    try xml.skip()
                case "text:hidden-text", "text:hidden-paragraph":
                    inline.content.hide(xml.attribute("text:string-value") ?? "")
                    try xml.skip()
                case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:a", "draw:control":
                    try self.drawing(&xml, &inline)
                // Fields show their text; links and references are text like other.
                default: try self.inline(&xml, &inline, looks)
                }
            }
        }
    }

    /// Blanks and line feeds of the file are one blank, and none behind another.
    private static func collapsed(_ text: String, after last: Character?) -> String {
        guard text.contains(where: { $0 == "\n" || $0 == "\t" || $0 == " " }) else { return text }
        var result = ""
        var isBlank = last.map { $0 == " " || $0 == "\n" || $0 == "\t" } ?? true
        for character in text {
            if character == " " || character == "\n" || character == "\t" {
                if !isBlank { result.append(" ") }
                isBlank = true
            } else {
                result.append(character)
                isBlank = false
            }
        }
        return result
    }

    private mutating func append(_ text: String, _ own: TextLooks, _ inline: inout OpenDocumentInline) {
        let looks = own.over(self.styles.looks("paragraph", inline.style))
        inline.content.append(text, looks)
    }

    /// A note's or a comment's text; its mark and its author are none of it.
    private mutating func note(_ xml: inout XMLReader, _ inline: inout OpenDocumentInline) throws(DocumentError) {
        let (part, cell) = (self.part, self.cellPlace)
        self.part = xml.name == "text:note" ? .footnote : .comment
        self.cellPlace = nil
        let depth = xml.depth
        read: while true {
            switch try xml.next() {
            case .end where xml.depth < depth: break read
            case .finish: throw .broken
            case .start where xml.name == "text:note-body":
                inline.notes += DocumentTree(blocks: try self.blocks(&xml)).paragraphs
            case .start where xml.name == "text:p":
                for case .paragraph(let paragraph) in try self.paragraph(&xml, list: nil) {
                    inline.notes.append(paragraph)
                }
            case .start: try xml.skip()
            default: continue
            }
        }
        (self.part, self.cellPlace) = (part, cell)
    }

    /// Text boxes are read; of pictures and the like it is told that they are there.
    mutating func drawing(_ xml: inout XMLReader, _ inline: inout OpenDocumentInline) throws(DocumentError) {
        var kind: Mark.Kind?
        var description = ""
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth:
                if let kind { self.builder.mark(kind, self.cellPlace ?? self.builder.place(self.part), description) }
                return
            case .finish: throw .broken
            case .start:
                switch xml.name {
                case "draw:text-box", "text:p", "text:list":
                    let (part, cell) = (self.part, self.cellPlace)
                    if part == .body, cell == nil { self.part = .textBox }
                    switch xml.name {
                    case "text:p": inline.boxes += try self.paragraph(&xml, list: nil)
                    case "text:list": inline.boxes += try self.items(&xml, (xml.attribute("text:style-name"), "box", 1))
                    default: inline.boxes += try self.blocks(&xml)
                    }
                    (self.part, self.cellPlace) = (part, cell)
                case "draw:image": kind = kind ?? .picture
                case "draw:object", "draw:object-ole": kind = .chart
                case "svg:title", "svg:desc": description = try xml.wholeText()
                default: continue
                }
            default: continue
            }
        }
    }
}
