import CZlib

/// The Word template that a municipality has until it brings its own: A4, headings, tables with lines, page numbers.
/// Styles have the ids that pandoc gives to what it writes.
enum StandardTemplate {
    static let name = "standardmall.docx"

    /// A Word file.
    static let file = StoredArchive.of(Self.parts)

    static let parts: [(name: String, text: String)] = [
        ("[Content_Types].xml", Self.types), ("_rels/.rels", Self.package),
        ("word/document.xml", Self.document), ("word/_rels/document.xml.rels", Self.relationships),
        ("word/styles.xml", Self.styles), ("word/footer1.xml", Self.footer),
    ]

    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    private static let types =
        Self.head + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="\(Self.wordTypes).document.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="\(Self.wordTypes).styles+xml"/>
            <Override PartName="/word/footer1.xml" ContentType="\(Self.wordTypes).footer+xml"/>
            </Types>
            """

    private static let package = Self.related([("officeDocument", "word/document.xml")])
    private static let relationships = Self.related([("styles", "styles.xml"), ("footer", "footer1.xml")])

    private static func related(_ targets: [(type: String, part: String)]) -> String {
        Self.head + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
            + targets.enumerated().map { place, target in
                #"<Relationship Id="rId\#(place + 1)" Type="\#(Self.relations)/\#(target.type)" Target="\#(target.part)"/>"#
            }.joined() + "</Relationships>"
    }

    /// What it says is never shown: only its page, header and footer are taken.
    private static let document =
        Self.head + """
            <w:document \(Self.main) xmlns:r="\(Self.relations)"><w:body>
            <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Mall för kommunens handlingar</w:t></w:r></w:p>
            <w:p><w:r><w:t>Byt utseende på formatmallarna, sidhuvudet och sidfoten. Texten här visas inte.</w:t></w:r></w:p>
            <w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>
            <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>
            </w:sectPr></w:body></w:document>
            """

    private static let footer =
        Self.head + """
            <w:ftr \(Self.main)><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">Sida </w:t></w:r>\
            <w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> av </w:t></w:r>\
            <w:fldSimple w:instr="NUMPAGES"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
            """

    // MARK: Styles

    private static let styles =
        Self.head + """
            <w:styles \(Self.main)><w:docDefaults><w:rPrDefault><w:rPr>
            <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="20"/>
            <w:szCs w:val="20"/><w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:after="100"/></w:pPr></w:pPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
            <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
            <w:name w:val="Default Paragraph Font"/></w:style>
            """
        + Self.style("Title", "Title", before: 0, after: 120, size: 40, level: nil)
        + (1...4).map { level in
            Self.style(
                "Heading\(level)", "heading \(level)", before: 280 - 40 * level, after: 80, size: 32 - 4 * level,
                level: level - 1)
        }.joined()
        + Self.style("TableCaption", "Table Caption", before: 120, after: 60, size: 20, level: nil)
        + Self.style("DefinitionTerm", "Definition Term", before: 0, after: 0, size: 20, level: nil)
            + """
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="Definition"><w:name w:val="Definition"/>
            <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="80"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="Compact"><w:name w:val="Compact"/>
            <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="20" w:after="20"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="FirstParagraph"><w:name w:val="First Paragraph"/>
            <w:basedOn w:val="BodyText"/></w:style>
            <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>
            <w:color w:val="0B5394"/><w:u w:val="single"/></w:rPr></w:style>
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>
            <w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>
            <w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
            <w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/>
            <w:basedOn w:val="TableNormal"/><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:tblPr><w:tblBorders>
            """
        + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="666666"/>"#
        }.joined()
            + """
            </w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>
            <w:shd w:val="clear" w:color="auto" w:fill="E7EDF3"/></w:tcPr></w:tblStylePr></w:style></w:styles>
            """

    /// A paragraph in bold that stays with what follows.
    /// - Parameters:
    ///   - before: in twentieths of a point, as `after`.
    ///   - size: in half points.
    ///   - level: of a heading, from 0.
    private static func style(_ id: String, _ name: String, before: Int, after: Int, size: Int, level: Int?) -> String {
        #"<w:style w:type="paragraph" w:styleId="\#(id)"><w:name w:val="\#(name)"/><w:basedOn w:val="Normal"/>"#
            + #"<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="\#(before)" "#
            + #"w:after="\#(after)"/>\#(level.map { #"<w:outlineLvl w:val="\#($0)"/>"# } ?? "")</w:pPr>"#
            + #"<w:rPr><w:b/><w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/></w:rPr></w:style>"#
    }
}

/// Writes a ZIP archive of parts that are not packed (APPNOTE 6.3.10); the same bytes each time.
enum StoredArchive {
    static func of(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var (archive, directory) = ([UInt8](), [UInt8]())
        for part in parts {
            let (name, content) = (Array(part.name.utf8), Array(part.text.utf8))
            // 2.0, no flags, stored, the first day there is, the checksum, both lengths, no more fields.
            let common =
                Self.number(20, 2) + Self.number(0, 6) + Self.number(0x21, 2)
                + Self.number(Int(crc32(0, content, UInt32(content.count))), 4) + Self.number(content.count, 4)
                + Self.number(content.count, 4) + Self.number(name.count, 2)
            directory +=
                Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common + Self.number(0, 12)
                + Self.number(archive.count, 4) + name
            archive += Self.number(0x0403_4B50, 4) + common + Self.number(0, 2) + name + content
        }
        return archive + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(parts.count, 2)
            + Self.number(parts.count, 2) + Self.number(directory.count, 4) + Self.number(archive.count, 4)
            + Self.number(0, 2)
    }

    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
