import Testing

@testable import AgreementParsing

/// A document with a word of its own in every position that a text can have: each ends in a field or a warning.
@Suite(.readingTime) struct PositionsTests {
    private static let namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
        xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
        """

    private static func run(_ text: String, _ looks: String = "") -> String {
        "<w:r>\(looks.isEmpty ? "" : "<w:rPr>\(looks)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }
    private static func paragraph(_ content: String, _ looks: String = "") -> String {
        "<w:p>\(looks.isEmpty ? "" : "<w:pPr>\(looks)</w:pPr>")\(content.hasPrefix("<") ? content : self.run(content))</w:p>"
    }
    private static func heading(_ text: String, _ level: Int) -> String {
        self.paragraph(text, "<w:outlineLvl w:val=\"\(level - 1)\"/>")
    }
    private static func item(_ text: String, _ level: Int = 0) -> String {
        self.paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>")
    }
    private static func cell(_ content: String, _ looks: String = "") -> String {
        "<w:tc><w:tcPr>\(looks)</w:tcPr>\(content.hasPrefix("<w:p") || content.hasPrefix("<w:tbl") ? content : self.paragraph(content))</w:tc>"
    }
    private static func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }
    private static func table(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }
    private static func box(_ text: String) -> String {
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>\(self.paragraph(text))</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    }
    private static func field(_ text: String) -> String {
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(self.run(text))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }

    private static let body = [
        paragraph("Samverkansöverenskommelse p1x", "<w:outlineLvl w:val=\"0\"/>"),
        paragraph("Skara kommun och lokalpolisområde Västra Skaraborg p2x"), paragraph(box("p3x")),
        heading("Syfte p4x", 2), paragraph("Syftet är p5x."),
        heading("Avtalsperiod", 2), paragraph("Överenskommelsen gäller 2024-01-01 till 2027-12-31 p6x."),
        paragraph(run("p7x", "<w:b/>")),
        paragraph(
            run("Löptext ") + run("p8x", "<w:b/>") + run(" mer ") + run("p9x", "<w:i/>")
                + run(" p10x", "<w:u w:val=\"single\"/>") + run(".")),
        item("p11x"), item("p12x", 1), paragraph("<w:hyperlink r:id=\"r9\">\(run("p13x"))</w:hyperlink>"),
        paragraph("<w:fldSimple w:instr=\" DOCPROPERTY x \">\(run("p14x"))</w:fldSimple>"), paragraph(field("p15x")),
        paragraph("<w:sdt><w:sdtContent>\(run("p16x"))</w:sdtContent></w:sdt>"),
        paragraph("<w:smartTag>\(run("p17x"))</w:smartTag>"), "<w:customXml>\(paragraph("p18x"))</w:customXml>",
        "<w:sdt><w:sdtContent>\(paragraph("p19x"))</w:sdtContent></w:sdt>",
        paragraph("<w:ins>\(run("p20x"))</w:ins><w:del><w:r><w:delText>borta</w:delText></w:r></w:del>"),
        paragraph("<w:moveTo>\(run("p21x"))</w:moveTo>"),
        paragraph(run("rad") + "<w:r><w:br/></w:r>" + run("p22x") + "<w:r><w:tab/></w:r>" + run("p23x")),
        paragraph(
            run("p24") + "<w:r><w:noBreakHyphen/></w:r>" + run("x p25") + "<w:r><w:softHyphen/></w:r>" + run("x")),
        paragraph(
            run("Text med not")
                + "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>"
        ),
        paragraph(run("p29x", "<w:vanish/>") + run("p30x", "<w:strike/>")), heading("Kommunen lovar p31x", 2),
        item("p32x"), item("p33x", 1), heading("Medborgarlöfte p34x", 2), paragraph("p35x står här."),
        heading("Underskrifter p36x", 2), paragraph("Skara den 3 mars 2024 i p37x"), paragraph("För Skara kommun p38x"),
        paragraph("Ada Exempel"), paragraph("Kommunstyrelsens ordförande p39x"), paragraph("p40x"),
        heading("Handlingsplan 2024 p41x", 1), paragraph("Planen p42x."), heading("Lägesbild p43x", 2),
        paragraph("p44x ökar."), item("p45x"), heading("Problem p46x", 2), item("p47x"), heading("Område 1: p48x", 2),
        heading("Nuläge p49x", 3), paragraph("p50x i området."),
        table(
            row(
                cell("Orsak"), cell("Åtgärd"), cell("Ansvarig"), cell("Uppföljning"), cell("Mål"), cell("När"),
                cell("Zon p51x"), cell("Resurser p52x")),
            row(
                cell("p53x", "<w:vMerge w:val=\"restart\"/>"), cell("p54x"), cell("p55x (Anna), p56x"), cell("p57x"),
                cell("p58x"), cell("p59x"), cell("p60x"), cell("p61x")),
            row(
                cell("p62x", "<w:vMerge/>"), cell(paragraph("p63x") + paragraph("p64x")),
                cell(paragraph("p65x") + paragraph("p66x")), cell(table(row(cell("p67x"), cell("p68x")))),
                cell(paragraph(box("p69x"))), cell(item("p70x")), cell(""), cell("")),
            row(cell("p71x i en rad över hela tabellen.", "<w:gridSpan w:val=\"8\"/>"))),
        table(
            row(cell("Åtgärd"), cell("p72x")), row(cell("Orsak"), cell("p73x")), row(cell("Ansvarig"), cell("p74x")),
            row(cell("Plats"), cell("p75x"))),
        table(row(cell("Förkortning"), cell("Betydelse")), row(cell("p76x"), cell("p77x"))),
        heading("p78x", 2), paragraph("Ansvarig: p79x. Klart: p80x."),
        paragraph(
            "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>p81x</m:t></m:r></m:oMath>"
        ),
        paragraph(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"n\" descr=\"p82x\"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>dubbelt</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
    ].joined()

    private static let document: [UInt8] = {
        func related(_ id: String, _ type: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"x/\(type)\" Target=\"\(type)\(id).xml\"/>"
        }
        func part(_ root: String, _ content: String) -> String {
            "<w:\(root) \(Self.namespaces)>\(content)</w:\(root)>"
        }
        let numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
        let package = "http://schemas.openxmlformats.org/package/2006/"
        return PackageTests.archive([
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)relationships\"><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"r2\" Type=\"x/core-properties\" Target=\"core.xml\"/></Relationships>"
            ),
            (
                "core.xml",
                "<cp:coreProperties xmlns:cp=\"\(package)metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>p83x</dc:title><dc:subject>p84x</dc:subject><cp:keywords>p85x</cp:keywords><dc:description>p86x</dc:description></cp:coreProperties>"
            ),
            (
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"\(package)relationships\">\(related("1", "numbering"))\(related("2", "footnotes"))\(related("3", "endnotes"))\(related("4", "comments"))\(related("5", "header"))\(related("6", "footer"))\(related("7", "header"))</Relationships>"
            ),
            ("word/numbering1.xml", part("numbering", numbering)),
            ("word/footnotes2.xml", part("footnotes", "<w:footnote w:id=\"2\">\(Self.paragraph("p26x"))</w:footnote>")),
            ("word/endnotes3.xml", part("endnotes", "<w:endnote w:id=\"2\">\(Self.paragraph("p27x"))</w:endnote>")),
            ("word/comments4.xml", part("comments", "<w:comment w:id=\"0\">\(Self.paragraph("p28x"))</w:comment>")),
            ("word/header5.xml", part("hdr", Self.paragraph("p87x"))),
            ("word/footer6.xml", part("ftr", Self.table(Self.row(Self.cell("p88x"))))),
            ("word/header7.xml", part("hdr", Self.paragraph(Self.box("p89x")))),
            (
                "word/document.xml",
                "<w:document \(Self.namespaces)><w:body>\(Self.body)<w:sectPr><w:headerReference r:id=\"5\"/><w:headerReference w:type=\"first\" r:id=\"7\"/><w:footerReference r:id=\"6\"/></w:sectPr></w:body></w:document>"
            ),
        ])
    }()

    @Test("Every position ends in a field or a warning")
    func everyPositionEndsInAFieldOrAWarning() throws {
        let document = try DocumentFile.read(.word, Self.document, municipality: "Skara", district: "Västra Skaraborg")
        let said = String(reflecting: document)
        // A hyphen that doesn't break is kept, one that may break goes.
        let words = (1...89).map { "p\($0)x" }
        let lost = words.filter { !said.contains($0) && !($0 == "p24x" && said.contains("p24\u{2011}x")) }
        #expect(lost == [])
        #expect(!said.contains("borta") && !said.contains("dubbelt"))
        #expect(document.measures.map(\.text) == ["p54x", "p63x", "p64x", "p72x", "p78x"])
    }

    @Test("Every position of a text too")
    func everyPositionOfATextToo() throws {
        let text = """
            # Samverkansöverenskommelse p1x

            Skara kommun och lokalpolisområde Västra Skaraborg p2x

            ## Syfte p3x

            Syftet är p4x.

            ## Avtalsperiod

            Överenskommelsen gäller 2024-01-01 till 2027-12-31 **p5x**.
            p6x på nästa rad.

            - p7x
              p8x
            - p9x

            1. p10x

            **p11x**

            Skara den 3 mars 2024 p12x

            ## Kommunen lovar p13x

            - p14x

            p15x efter löftena.

            # Handlingsplan 2024 p16x

            Planen p17x.

            ## Lägesbild p18x

            p19x ökar.

            - p20x

            ## Område 1: p21x

            p22x i området.

            | Orsak | Åtgärd | Ansvarig | Uppföljning | Zon p23x |
            |---|---|---|---|---|
            | p24x | p25x | p26x, p27x (**p28x**) | p29x | p30x |
            | | p31x  p32x | p33x  p34x | p35x | | p36x |
            | p37x | | | | |

            | Förkortning | Betydelse |
            |---|---|
            | p38x | p39x |

            p40x
            ----

            Ansvarig: p41x. Klart: p42x. Uppföljning: p43x.

            ---

            Underskrifter p44x

            Vara den 3 mars 2024

            p45x kommun
            Ada Exempel
            Kommunstyrelsens ordförande

            p46x.
            """
        let document = try DocumentReader.read(text, municipality: "Skara", district: "Västra Skaraborg")
        let said = String(reflecting: document)
        #expect((1...46).map { "p\($0)x" }.filter { !said.contains($0) } == [])
    }

    /// The same text as pages, but for the word beyond the table's last column, which the program that set them left
    /// out.
    @Test("Every position of pages too", arguments: ["tagged", "untagged"])
    func everyPositionOfPagesToo(_ form: String) throws {
        let document = try PDFTests.document(try TreeText.bytes("field-pdf/positions-\(form).pdf"))
        let said = String(reflecting: document)
        #expect((1...46).filter { $0 != 36 }.map { "p\($0)x" }.filter { !said.contains($0) } == [])
    }
}
