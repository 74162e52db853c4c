import Testing

@testable import AgreementParsing

/// Packages and XML that are made to take time or memory, or are broken: refused at once.
@Suite(.readingTime) struct PackageTests {
    private static let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    /// A ZIP archive of stored parts (APPNOTE 6.3.10).
    static func archive(_ parts: [(name: String, content: String)], size: (String) -> Int? = { _ in nil }) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let (name, content) = (Array(part.name.utf8), Array(part.content.utf8))
            let said = size(part.name) ?? content.count
            let lengths = number(content.count, 4) + number(said, 4) + number(name.count, 2)
            directory +=
                number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 8)
                + lengths + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
                + number(bytes.count, 4) + name
            bytes +=
                number(0x0403_4B50, 4) + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 8) + lengths
                + number(0, 2) + name + content
        }
        return bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2)
            + number(parts.count, 2) + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    }

    static func document(_ body: String, more: [(name: String, content: String)] = [], related: String = "") -> [UInt8]
    {
        self.archive(
            [
                (
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                ),
                (
                    "word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(related)</Relationships>"
                ),
                ("word/document.xml", "<w:document \(self.word)><w:body>\(body)</w:body></w:document>"),
            ] + more)
    }

    private func refusal(_ bytes: [UInt8], _ kind: DocumentKind = .word) -> DocumentError? {
        do throws(DocumentError) {
            _ = try DocumentFile.read(kind, bytes, municipality: "Skara", district: "Västra Skaraborg")
            return nil
        } catch { return error }
    }

    private static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    @Test("What is well made is read")
    func whatIsWellMadeIsRead() throws {
        let tree = try WordReader.read(
            try ZipArchive(
                Self.document(
                    Self.paragraph("Öre &amp; krona &#229;&#xE4;")
                        + "<!-- en kommentar --><w:p><w:r><w:t><![CDATA[<b>]]></w:t></w:r></w:p>")))
        #expect(TreeText.text(tree) == "Öre & krona åä\n<b>")
    }

    @Test("A field without a result takes nothing with it")
    func aFieldWithoutAResultTakesNothingWithIt() throws {
        let field =
            "<w:p><w:r><w:t>före</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF</w:instrText></w:r></w:p>"
        #expect(
            TreeText.text(try WordReader.read(try ZipArchive(Self.document(field + Self.paragraph("efter")))))
                == "före\nefter")
    }

    @Test("What takes time or memory is refused at once")
    func whatTakesTimeOrMemoryIsRefusedAtOnce() {
        let attributes = (0..<240_000).map { " a\($0)=\"1\"" }.joined()
        #expect(self.refusal(Self.document("<w:p\(attributes)/>")) == .tooLarge)
        #expect(self.refusal(Self.document("<w:p " + (0..<1_000).map { " a\($0)=\"1\"" }.joined() + "/>")) == .tooLarge)
        #expect(self.refusal(Self.document(String(repeating: "<w:p/>", count: 3_000_000))) == .tooLarge)
        #expect(self.refusal(Self.document(String(repeating: "<w:sdt>", count: 100_000))) == .tooLarge)
        #expect(self.refusal(Self.document(String(repeating: "<w:tbl><w:tr><w:tc>", count: 200))) == .tooLarge)
        #expect(self.refusal(Self.document(Self.paragraph(String(repeating: "ord ", count: 200_000)))) == .tooLarge)
        let spans =
            "<w:tbl>"
            + String(
                repeating: "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"200\"/></w:tcPr><w:p/></w:tc></w:tr>", count: 1_000)
            + "</w:tbl>"
        #expect(self.refusal(Self.document(spans)) == .tooLarge)
        #expect(
            self.refusal(
                Self.document(
                    "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"2000000000\"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
                )) == .tooLarge)
    }

    @Test("What is broken is refused")
    func whatIsBrokenIsRefused() {
        for body in [
            "<w:p>", "<w:p></w:r>", "<w:p", "<w:p a=1/>", "<w:p a=\"1/>", "&nbsp;", "<w:p>&#xFFFFFFFF;</w:p>",
            "<w:p>&#55296;</w:p>", "<!-- ", "<![CDATA[", "<!ELEMENT a>",
        ] {
            #expect(self.refusal(Self.document(body)) == .broken, "\(body)")
        }
        #expect(self.refusal(Self.archive([("a", "b")])) == .broken)
        let entities = "<!DOCTYPE w [<!ENTITY a \"b\">]>"
        #expect(self.refusal(Self.archive([("_rels/.rels", entities + "<Relationships/>")])) == .broken)
        var doubled = Self.document(Self.paragraph("a"), more: [("word/document.xml", "")])
        #expect(self.refusal(doubled) == .broken)
        doubled = Self.document(Self.paragraph("a"))
        for length in stride(from: 0, to: doubled.count, by: 7) {
            #expect(self.refusal(Array(doubled.prefix(length))) != nil)
        }
    }

    @Test("A size that lies is refused")
    func aSizeThatLiesIsRefused() {
        let parts = [
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>")
        ]
        #expect(self.refusal(Self.archive(parts) { _ in 4_000_000_000 }) == .tooLarge)
        #expect(self.refusal(Self.archive(parts) { _ in 10 }) == .broken)
    }

    @Test("Repeats in open documents are bounded")
    func repeatsInOpenDocumentsAreBounded() {
        func document(_ body: String) -> [UInt8] {
            Self.archive([
                (
                    "content.xml",
                    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
                )
            ])
        }
        #expect(
            self.refusal(
                document(
                    "<table:table><table:table-row><table:table-cell table:number-columns-repeated=\"2000000000\"/><table:table-cell/></table:table-row></table:table>"
                ), .openDocument) == .tooLarge)
        #expect(
            self.refusal(
                document(
                    "<table:table><table:table-row><table:table-cell table:number-rows-spanned=\"2000000000\" table:number-columns-spanned=\"100\"><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
                ), .openDocument) == .tooLarge)
        #expect(self.refusal(document("<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>"), .openDocument) == .noTable)
    }

    private static let openDocument = """
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <office:body><office:text><text:h text:outline-level="1">Handlingsplan 2024</text:h><text:list><text:list-item><text:p>Ett<text:s text:c="2"/>två</text:p></text:list-item></text:list>
        <table:table><table:table-row><table:table-cell><text:p>Orsak</text:p></table:table-cell><table:table-cell><text:p>Åtgärd</text:p></table:table-cell><table:table-cell><text:p>Ansvarig</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Oro</text:p></table:table-cell><table:table-cell><text:p>Vandra</text:p></table:table-cell><table:table-cell><text:p>Polisen</text:p></table:table-cell></table:table-row>
        <table:table-row><table:covered-table-cell/><table:table-cell><text:p>Lysa</text:p></table:table-cell><table:table-cell><text:p>Parken</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>
        """

    /// Some programs write the cells that a merged one covers, some don't: both show the same.
    @Test("Merged cells stand where they show")
    func mergedCellsStandWhereTheyShow() throws {
        func tree(_ covered: String) throws -> String {
            let second = covered.isEmpty ? "" : "<table:covered-table-cell/>"
            let content = Self.openDocument.replacing(
                "<table:table-cell><text:p>Vandra</text:p></table:table-cell><table:table-cell><text:p>Polisen</text:p></table:table-cell>",
                with:
                    "<table:table-cell table:number-columns-spanned=\"2\"><text:p>Vandra</text:p></table:table-cell>\(covered)"
            )
            .replacing(
                "<table:covered-table-cell/><table:table-cell><text:p>Lysa",
                with: second + "<table:table-cell><text:p>Lysa")
            return TreeText.text(try OpenDocumentReader.read(try ZipArchive(Self.archive([("content.xml", content)]))))
        }
        let shown =
            "h1 Handlingsplan 2024\n• Ett  två\n[Orsak | Åtgärd | Ansvarig]\n[Oro | Vandra | <]\n[^ | Lysa | Parken]"
        #expect(try tree("<table:covered-table-cell/>") == shown)
        #expect(try tree("") == shown)
    }

    /// Seeded changes of documents end in a reading or a refusal, never in anything else. What is changed is inside the
    /// package, so that it meets the reader and not the archive's checks.
    @Test(
        "Mutations are read or refused",
        arguments: [
            "word/P27-headrow2.docx", "word/P10-mergedresp.docx", "content.odt", "sheets/plan.xlsx", "sheets/plan.csv",
        ])
    func mutationsAreReadOrRefused(_ name: String) throws {
        var random = LedgerTests.Seeded(state: 7)
        let kind: DocumentKind =
            name.hasSuffix("odt")
            ? .openDocument : name.hasSuffix("xlsx") ? .workbook : name.hasSuffix("csv") ? .separated : .word
        var parts: [(name: String, content: String)] = []
        switch kind {
        case .openDocument: parts = [("content.xml", Self.openDocument)]
        case .separated: parts = [("text", String(decoding: try TreeText.bytes(name), as: UTF8.self))]
        default:
            var archive = try ZipArchive(try TreeText.bytes(name))
            for part in archive.names.sorted() {
                if let content = try archive.part(part) {
                    parts.append((part, String(decoding: content, as: UTF8.self)))
                }
            }
        }
        var refused = 0
        for _ in 0..<2_000 {
            var changed = parts
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let part = Int.random(in: 0..<changed.count, using: &random)
                var content = Array(changed[part].content.utf8)
                guard content.count > 4 else { continue }
                let place = Int.random(in: 0..<(content.count - 2), using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: content[place] = UInt8.random(in: 0...255, using: &random)
                case 1:
                    content.removeSubrange(place..<min(content.count, place + Int.random(in: 1...60, using: &random)))
                case 2: content.insert(contentsOf: content[place..<min(content.count, place + 40)], at: place)
                default: content.swapAt(place, Int.random(in: 0..<content.count, using: &random))
                }
                changed[part].content = String(decoding: content, as: UTF8.self)
            }
            let bytes = kind == .separated ? Array(changed[0].content.utf8) : Self.archive(changed)
            if self.refusal(bytes, kind) != nil { refused += 1 }
        }
        #expect((1..<2_000).contains(refused), "\(refused)")
    }
}
