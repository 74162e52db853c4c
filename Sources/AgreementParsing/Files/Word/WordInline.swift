/// The text of a paragraph as it is put together.
struct WordInline {
    var looks = WordParagraphLooks()
    var mark = WordLooks()
    var content = InlineText()
    var isContents = false
    /// Text boxes that are tied to the paragraph, and notes.
    var boxes: [Block] = []
    var notes: [Paragraph] = []
    var isMarkDeleted = false
}

extension WordReader {
    /// The paragraph that has just begun, and the text boxes that are tied to it.
    mutating func paragraphBlocks(_ xml: inout XMLReader) throws(DocumentError) -> [Block] {
        var inline = self.unfinished ?? WordInline()
        self.unfinished = nil
        try self.inline(&xml, &inline)
        // A field that never comes to its result would take all that follows with it.
        self.fields.removeAll { !$0.isResult }
        if inline.isMarkDeleted, self.part == .body {
            inline.isMarkDeleted = false
            self.unfinished = inline
            return []
        }
        let paragraph = try self.paragraph(inline)
        return (paragraph.map { [.paragraph($0)] } ?? []) + inline.boxes
    }

    /// nil for one that says nothing.
    mutating func paragraph(_ inline: WordInline) throws(DocumentError) -> Paragraph? {
        var place = self.cellPlace ?? Place(part: self.part, number: 0)
        place.number = self.builder.place(self.part).number
        if !inline.content.hidden.trimmed.isEmpty {
            self.builder.mark(.hiddenText, place, inline.content.hidden.trimmed)
        }
        if !inline.content.struck.trimmed.isEmpty {
            self.builder.mark(.struckText, place, inline.content.struck.trimmed)
        }
        if inline.isContents {
            self.builder.mark(.contents, place, inline.content.text)
            return nil
        }
        var looks = inline.content.looks
        let style = self.styles.paragraph(inline.looks.style)
        if let level = self.styles.level(inline.looks.style) {
            looks.level = level
        } else if let outline = inline.looks.outline ?? style.outline, (0...8).contains(outline) {
            looks.level = outline + 1
        }
        looks.isCaption = self.styles.has(inline.looks.style, named: "caption")
        if let list = inline.looks.numbering ?? style.numbering, list != "0", !inline.content.text.trimmed.isEmpty {
            let level = max(0, min(8, inline.looks.numberingLevel ?? style.numberingLevel ?? 0))
            looks.list = .init(level: level, label: self.numbering.next(list, level))
        }
        let paragraph = try self.builder.paragraph(inline.content.text, place, looks: looks, bold: inline.content.bold)
        for note in inline.notes {
            self.builder.add(aside: note)
            paragraph.notes.append(note)
        }
        return inline.content.text.trimmed.isEmpty && inline.notes.isEmpty ? nil : paragraph
    }

    /// Everything within the paragraph, or an element of it, that has just begun.
    private mutating func inline(_ xml: inout XMLReader, _ inline: inout WordInline) throws(DocumentError) {
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return
            case .finish: throw .broken
            case .start:
                switch xml.name {
                case "w:pPr": try self.paragraphProperties(&xml, &inline)
                case "w:r", "m:r": try self.run(&xml, &inline)
                case "w:fldSimple":
                    var field = WordField()
                    field.instruction = xml.attribute("w:instr") ?? ""
                    field.isResult = true
                    self.fields.append(field)
                    try self.inline(&xml, &inline)
                    self.fields.removeLast()
                case "w:sdtPr": if try self.isPrompt(&xml) { try Self.skipRest(&xml) }
                case "w:ins", "w:moveTo": self.noteTrackedChange()
                case "w:hyperlink", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:dir", "w:bdo",
                    "mc:AlternateContent", "mc:Choice", "m:oMath",
                    "m:oMathPara", "m:f", "m:num", "m:den", "m:e", "m:sup", "m:sub", "m:sSup", "m:sSub", "m:d",
                    "w:ruby", "w:rubyBase":
                    continue
                default: try self.leaveOut(&xml)
                }
            default: continue
            }
        }
    }

    private mutating func paragraphProperties(_ xml: inout XMLReader, _ inline: inout WordInline) throws(DocumentError)
    {
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return
            case .start:
                let value = xml.attribute("w:val")
                switch xml.name {
                case "w:pStyle": inline.looks.style = value
                case "w:outlineLvl": inline.looks.outline = value.flatMap { Int($0) }
                case "w:numId": inline.looks.numbering = value
                case "w:ilvl": inline.looks.numberingLevel = value.flatMap { Int($0) }
                case "w:sectPr": try self.section(&xml)
                // The mark at the end of the paragraph: without it the next one is the same paragraph.
                case "w:del", "w:moveFrom":
                    inline.isMarkDeleted = true
                    self.noteTrackedChange()
                case "w:pPrChange", "w:numPrChange": try xml.skip()
                default: continue
                }
            default: continue
            }
        }
    }

    private mutating func run(_ xml: inout XMLReader, _ inline: inout WordInline) throws(DocumentError) {
        var own = WordLooks()
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return
            case .finish: throw .broken
            case .start:
                switch xml.name {
                case "w:rPr":
                    let properties = xml.depth
                    while true {
                        let event = try xml.next()
                        if event == .end, xml.depth < properties { break }
                        if event == .start { if xml.name == "w:rPrChange" { try xml.skip() } else { own.take(xml) } }
                    }
                case "w:t", "m:t":
                    let text = Layout.normalised(try xml.wholeText())
                    self.append(text.hasLines ? text.replacing("\n", with: " ") : text, own, &inline)
                case "w:instrText":
                    let text = try xml.wholeText()
                    if let last = self.fields.indices.last, !self.fields[last].isResult,
                        self.fields[last].instruction.utf8.count < 1_000
                    {
                        self.fields[last].instruction += text
                    }
                case "w:tab", "w:ptab": self.append("\t", own, &inline)
                case "w:br", "w:cr": self.append("\n", own, &inline)
                case "w:noBreakHyphen": self.append("\u{2011}", own, &inline)
                case "w:sym":
                    if let code = xml.attribute("w:char").flatMap({ UInt32($0, radix: 16) }) {
                        self.append(
                            String(WordSymbols.character(code, font: xml.attribute("w:font") ?? "")), own, &inline)
                    }
                case "w:fldChar": try self.fieldCharacter(&xml, own, &inline)
                case "w:footnoteReference", "w:endnoteReference", "w:commentReference":
                    let kind = String(xml.name.dropFirst(2).dropLast(9))
                    let part: Place.Part = kind == "comment" ? .comment : .footnote
                    if let id = xml.attribute("w:id"),
                        let notes = self.notes[part]?.removeValue(forKey: "w:\(kind) \(id)")
                    {
                        inline.notes += notes
                    }
                case "w:drawing", "w:pict", "w:object": try self.drawing(&xml, &inline)
                case "mc:AlternateContent", "mc:Choice", "w:ruby", "w:rubyBase": continue
                case "w:r": continue
                default: try self.leaveOut(&xml)
                }
            default: continue
            }
        }
    }

    private mutating func append(_ text: String, _ own: WordLooks, _ inline: inout WordInline) {
        // What stands in an instruction isn't shown, nor is what stands in its inner fields.
        if self.fields.contains(where: { !$0.isResult || $0.isPageNumber }) { return }
        if self.fields.contains(where: \.isContents) || self.styles.has(inline.looks.style, named: "toc ") {
            inline.isContents = true
        }
        let looks = own.over(self.styles.characterLooks(own.style)).over(self.styles.looks(inline.looks.style))
        inline.content.append(text, looks.text)
    }

    private mutating func fieldCharacter(_ xml: inout XMLReader, _ own: WordLooks, _ inline: inout WordInline)
        throws(DocumentError)
    {
        switch xml.attribute("w:fldCharType") {
        case "begin":
            if self.fields.count == 100 { throw .tooLarge }
            var field = WordField()
            let depth = xml.depth
            while true {
                let event = try xml.next()
                if event == .end, xml.depth < depth { break }
                guard event == .start else { continue }
                switch xml.name {
                case "w:checkBox": field.box = false
                case "w:default" where field.box != nil, "w:checked" where field.box != nil:
                    field.box = WordLooks.isOn(xml)
                default: continue
                }
            }
            self.fields.append(field)
        case "separate": if let last = self.fields.indices.last { self.fields[last].isResult = true }
        case "end":
            if let field = self.fields.popLast(), let box = field.box { self.append(box ? "☒" : "☐", own, &inline) }
        default: return
        }
    }

    /// Text boxes are read; of pictures and the like it is told that they are there.
    private mutating func drawing(_ xml: inout XMLReader, _ inline: inout WordInline) throws(DocumentError) {
        var kind: Mark.Kind? = xml.name == "w:object" ? .embedded : nil
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
                case "w:txbxContent":
                    let (part, cell) = (self.part, self.cellPlace)
                    if part == .body, cell == nil { self.part = .textBox }
                    inline.boxes += try self.blocks(&xml)
                    (self.part, self.cellPlace) = (part, cell)
                case "mc:Fallback": try xml.skip()
                case "wp:docPr": description = xml.attribute("descr") ?? xml.attribute("title") ?? ""
                case "pic:pic", "v:imagedata": kind = kind ?? .picture
                case "c:chart": kind = .chart
                case "dgm:relIds": kind = .diagram
                default: continue
                }
            default: continue
            }
        }
    }
}
