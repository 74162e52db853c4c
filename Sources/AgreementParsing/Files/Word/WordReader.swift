/// Reads a word processor's document (ECMA-376 and ISO/IEC 29500, transitional and strict) into a ``DocumentTree``.
struct WordReader {
    var package: OfficePackage
    var builder = TreeBuilder()
    var styles = WordStyles()
    var numbering = WordNumbering()
    /// Which part of the document is being read.
    var part = Place.Part.body
    var relationships: [String: OfficePackage.Relationship] = [:]
    /// Fields that are open, the outermost first; they may span paragraphs.
    var fields: [WordField] = []
    /// The cell that is being read.
    var cellPlace: Place?
    /// Text of a paragraph whose mark was deleted: it goes on in the next one.
    var unfinished: WordInline?
    /// Notes and comments by their ids.
    var notes: [Place.Part: [String: [Paragraph]]] = [:]
    private var pageParts: [(id: String, isHeader: Bool)] = []
    private var hasTrackedChanges = false

    /// - Throws: ``DocumentError``.
    static func read(_ archive: ZipArchive) throws(DocumentError) -> DocumentTree {
        var reader = WordReader(package: OfficePackage(archive))
        try reader.readAll()
        var tree = reader.builder.tree
        tree.hasWholeRows = reader.hasWholeRows
        return tree
    }

    private var hasWholeRows = false

    private init(package: OfficePackage) { self.package = package }

    private mutating func readAll() throws(DocumentError) {
        let main = try self.package.mainPart()
        let related = try self.package.relationships(of: main)
        if related.contains(where: { $0.type == "vbaProject" }) { throw .holdsMacros }
        func target(_ type: String) -> String? {
            related.first { $0.type == type }?.target.flatMap { self.package.has($0) ? $0 : nil }
        }
        if let part = target("styles") {
            var xml = try self.package.reader(part)
            self.styles = try WordStyles(&xml)
        }
        if let part = target("numbering") {
            var xml = try self.package.reader(part)
            self.numbering = try WordNumbering(&xml)
        }
        for (type, part) in [("footnotes", Place.Part.footnote), ("endnotes", .footnote), ("comments", .comment)] {
            if let name = target(type) { try self.readNotes(name, part) }
        }
        try self.readProperties()
        self.relationships = Dictionary(related.map { ($0.id, $0) }) { first, _ in first }
        var xml = try self.package.reader(main)
        while try xml.next() != .finish {
            guard xml.depth == 1 || xml.name == "w:body" else { continue }
            if xml.name == "w:body" {
                for block in try self.blocks(&xml) { self.builder.add(block) }
            } else if xml.name != "w:document" {
                throw .broken
            }
        }
        if let rest = self.unfinished, let paragraph = try self.paragraph(rest) {
            self.builder.add(.paragraph(paragraph))
        }
        try self.readPageParts()
        if self.hasTrackedChanges { self.builder.mark(.trackedChanges, self.builder.place()) }
    }

    /// Heads and feet of pages, each once however many sections show them.
    private mutating func readPageParts() throws(DocumentError) {
        var seen: Set<String> = []
        for page in self.pageParts {
            guard let target = self.relationships[page.id]?.target, self.package.has(target),
                seen.insert(target).inserted
            else { continue }
            let own = try self.package.relationships(of: target)
            let outer = self.relationships
            self.relationships = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
            self.part = page.isHeader ? .header : .footer
            self.fields = []
            var xml = try self.package.reader(target)
            while try xml.next() != .finish {
                guard xml.depth == 1 else { continue }
                for paragraph in DocumentTree(blocks: try self.blocks(&xml)).paragraphs {
                    self.builder.add(aside: paragraph)
                }
            }
            self.relationships = outer
        }
    }

    private mutating func readNotes(_ name: String, _ part: Place.Part) throws(DocumentError) {
        self.part = part
        defer { self.part = .body }
        var xml = try self.package.reader(name)
        while true {
            switch try xml.next() {
            case .finish: return
            case .start where ["w:footnote", "w:endnote", "w:comment"].contains(xml.name):
                // Lines that separate notes from the text are notes of their own kind.
                guard let id = xml.attribute("w:id"), ["normal", nil].contains(xml.attribute("w:type")) else {
                    try xml.skip()
                    continue
                }
                self.notes[part, default: [:]]["\(xml.name) \(id)"] =
                    DocumentTree(blocks: try self.blocks(&xml)).paragraphs
            default: continue
            }
        }
    }

    /// What the file says of itself, but for who wrote it.
    private mutating func readProperties() throws(DocumentError) {
        guard let part = try self.package.relationships(of: "").first(where: { $0.type == "core-properties" })?.target,
            self.package.has(part)
        else { return }
        var xml = try self.package.reader(part)
        while true {
            switch try xml.next() {
            case .finish: return
            case .start
            where ["dc:title", "dc:subject", "dc:description", "core:keywords", "core:category", "core:contentStatus"]
                .contains(xml.name):
                let text = try xml.wholeText().trimmed
                if text == OwnDocument.category {
                    self.hasWholeRows = true
                } else if !text.isEmpty {
                    self.builder.add(aside: try self.builder.paragraph(text, self.builder.place(.properties)))
                }
            default: continue
            }
        }
    }

    /// The blocks within the element that has just begun.
    mutating func blocks(_ xml: inout XMLReader) throws(DocumentError) -> [Block] {
        var blocks: [Block] = []
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return blocks
            case .finish: throw .broken
            case .start:
                switch xml.name {
                case "w:p": blocks += try self.paragraphBlocks(&xml)
                case "w:tbl": if let table = try self.table(&xml) { blocks.append(.table(table)) }
                case "w:sdtPr": if try self.isPrompt(&xml) { try Self.skipRest(&xml) }
                case "w:del", "w:moveFrom", "mc:Fallback", "w:sdtEndPr", "w:tblPr", "w:tcPr": try self.leaveOut(&xml)
                case "w:sectPr": try self.section(&xml)
                case "w:altChunk":
                    self.builder.mark(.embedded, self.builder.place(self.part))
                    try xml.skip()
                case "w:ins", "w:moveTo":
                    self.hasTrackedChanges = true
                case "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "mc:AlternateContent", "mc:Choice",
                    "w:txbxContent":
                    continue
                default: try xml.skip()
                }
            default: continue
            }
        }
    }

    /// Deleted text goes, and is told of.
    mutating func leaveOut(_ xml: inout XMLReader) throws(DocumentError) {
        if ["w:del", "w:moveFrom"].contains(xml.name) { self.hasTrackedChanges = true }
        try xml.skip()
    }

    mutating func noteTrackedChange() { self.hasTrackedChanges = true }

    /// Reads the properties of a content control. Whether it shows only its prompt, or a list of contents that the
    /// program makes.
    mutating func isPrompt(_ xml: inout XMLReader) throws(DocumentError) -> Bool {
        var isPrompt = false
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return isPrompt
            case .start where xml.name == "w:showingPlcHdr": isPrompt = WordLooks.isOn(xml)
            case .start where xml.name == "w:docPartGallery" && xml.attribute("w:val") == "Table of Contents":
                isPrompt = true
                self.builder.mark(.contents, self.builder.place(self.part))
            default: continue
            }
        }
    }

    /// Reads to the end of the element around the one that has just ended, leaving that end to be read.
    static func skipRest(_ xml: inout XMLReader) throws(DocumentError) {
        while true {
            switch try xml.next() {
            case .start:
                let isContent = xml.name == "w:sdtContent"
                try xml.skip()
                if isContent { return }
            case .text: continue
            default: return
            }
        }
    }

    mutating func section(_ xml: inout XMLReader) throws(DocumentError) {
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return
            case .start where ["w:headerReference", "w:footerReference"].contains(xml.name):
                if let id = xml.attribute("r:id"), self.pageParts.count < 100 {
                    self.pageParts.append((id, xml.name == "w:headerReference"))
                }
            default: continue
            }
        }
    }
}
