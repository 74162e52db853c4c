import Foundation
import Testing

@testable import AgreementParsing

/// PDFs through poppler's programs, as `samverkan-read` runs them.
@Suite(.readingTime) struct PDFTests {
    /// Runs a program on a document.
    static func run(_ program: PDFProgram, _ bytes: [UInt8]) throws(DocumentError) -> [UInt8] {
        do {
            let file = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
                "samverkan-\(UUID().uuidString).pdf")
            try Data(bytes).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program.command[0])")
            process.arguments = Array(program.command.dropFirst())
            process.standardInput = try FileHandle(forReadingFrom: file)
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let said = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            if process.terminationStatus != 0 { throw DocumentError.broken }
            return Array(said)
        } catch let error as DocumentError {
            throw error
        } catch {
            throw .unreadable
        }
    }

    static func read(_ bytes: [UInt8]) throws(DocumentError) -> (tree: DocumentTree, isGuess: Bool) {
        try PDFReader.read(bytes) { program throws(DocumentError) in try self.run(program, bytes) }
    }

    static func document(_ bytes: [UInt8], _ municipality: String = "Skara") throws(DocumentError) -> AgreementDocument
    {
        try DocumentFile.read(.portable, bytes, municipality: municipality, district: "Västra Skaraborg") {
            program throws(DocumentError) in try self.run(program, bytes)
        }
    }

    /// A document of pages as PDF's operators draw them (ISO 32000-1, 7.5), in Helvetica (`/F`) and its bold (`/B`),
    /// with a picture (`/P`).
    static func made(_ pages: [String]) -> [UInt8] {
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(6 + 2 * $0) 0 R" }.joined(separator: " "))]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\nA\nendstream",
        ]
        for (index, content) in pages.enumerated() {
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents \(7 + 2 * index) 0 R/Resources<</Font<</F 3 0 R/B 4 0 R>>/XObject<</P 5 0 R>>>>>>"
            )
            objects.append("<</Length \(content.unicodeScalars.count)>>stream\n\(content)\nendstream")
        }
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.unicodeScalars.count)
            text += "\(index + 1) 0 obj\(object)\nendobj\n"
        }
        let table = text.unicodeScalars.count
        text +=
            "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
            + places.map { String(repeating: "0", count: 10 - String($0).count) + "\($0) 00000 n \n" }.joined()
        text += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
        return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// A line of text, `down` points below the page's upper edge.
    static func text(_ text: String, _ left: Int, _ down: Int, font: String = "F", size: Int = 11, mode: Int = 0)
        -> String
    {
        "BT \(mode) Tr /\(font) \(size) Tf \(left) \(842 - down) Td (\(text)) Tj ET\n"
    }

    private static func line(_ from: (Int, Int), _ to: (Int, Int)) -> String {
        "\(from.0) \(842 - from.1) m \(to.0) \(842 - to.1) l S\n"
    }

    /// A ruled table of columns 140 points wide.
    private static func table(_ rows: [[String]], top: Int) -> String {
        let (width, bottom) = (rows[0].count, top + 30 * rows.count)
        var drawn = (0...rows.count).map { self.line((50, top + 30 * $0), (50 + 140 * width, top + 30 * $0)) }.joined()
        drawn += (0...width).map { self.line((50 + 140 * $0, top), (50 + 140 * $0, bottom)) }.joined()
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                drawn += self.text(cell, 56 + 140 * column, top + 18 + 30 * row)
            }
        }
        return drawn
    }

    @Test("Pages become a tree")
    func pagesBecomeATree() throws {
        let rows = [["Orsak", "Åtgärd", "Ansvarig"], ["Oro", "Vandra", "Polisen"], ["Mörker", "Lysa upp", "Parken"]]
        let more = [["Orsak", "Åtgärd", "Ansvarig"], ["Klotter", "Sanera", "Parken"]]
        let head = Self.text("Skara kommun", 50, 40)
        let first =
            head + Self.text("Handlingsplan 2026", 50, 120, font: "B", size: 16)
            + Self.text("Planen g\\344ller ett \\345r.", 50, 160) + Self.table(rows, top: 690)
            + Self.text("Sida 1 av 2", 50, 815)
        let second =
            head + Self.table(more, top: 120) + Self.text("- Ett", 50, 250) + Self.text("- Tv\\345", 50, 264)
            + Self.text("Sida 2 av 2", 50, 815)
        let tree = try Self.read(
            Self.made(
                [first, second].map {
                    $0.replacing("Å", with: "\\305").replacing("ä", with: "\\344").replacing("ö", with: "\\366")
                })
        ).tree
        #expect(
            TreeText.text(tree) == """
                *Handlingsplan 2026*
                Planen gäller ett år.
                [Orsak | Åtgärd | Ansvarig]
                [Oro | Vandra | Polisen]
                [Mörker | Lysa upp | Parken]
                [Klotter | Sanera | Parken]
                • Ett
                • Två
                header: Skara kommun
                """)
    }

    /// What stands below the table of one page is the page's, and a row that its end cut goes on below the repeated
    /// head.
    @Test("Tables go on over pages")
    func tablesGoOnOverPages() throws {
        let head = ["Orsak", "Atgard", "Ansvarig"]
        func page(_ rows: [[String]], top: Int, _ number: Int) -> String {
            Self.table([head] + rows, top: top) + Self.text("Skara kommun  Sida \(number) \(2)", 50, 815)
        }
        let tree = try Self.read(
            Self.made([
                page([["Oro", "Vandra", "Polisen"], ["Skadegorelse", "Byta lampor", "Parken"]], top: 640, 1),
                page([["vid stationen", "", ""], ["Klotter", "Sanera", "Parken"]], top: 120, 2),
            ])
        ).tree
        #expect(
            TreeText.text(tree) == """
                [Orsak | Atgard | Ansvarig]
                [Oro | Vandra | Polisen]
                [Skadegorelse/vid stationen | Byta lampor | Parken]
                [Klotter | Sanera | Parken]
                footer: Skara kommun Sida 1 2
                """)
    }

    /// Tables below each other on one page are as many tables; columns without lines are told.
    @Test("Tables of one page are their own")
    func tablesOfOnePageAreTheirOwn() throws {
        let cards =
            Self.table([["Orsak", "Oro"], ["Atgard", "Vandra"]], top: 100)
            + Self.table([["Orsak", "Klotter"], ["Atgard", "Sanera"]], top: 200)
        #expect(
            TreeText.text(try Self.read(Self.made([cards])).tree)
                == "[Orsak | Oro]\n[Atgard | Vandra]\n[Orsak | Klotter]\n[Atgard | Sanera]")
        #expect(try Self.read(Self.made([cards])).tree.blocks.count == 2)
        let columns = (0..<4).flatMap { row in
            ["Orsak", "Atgard", "Ansvarig"].enumerated().map {
                Self.text("\($0.element) \(row)", 50 + 150 * $0.offset, 100 + 30 * row)
            }
        }.joined()
        #expect(TreeText.text(try Self.read(Self.made([columns])).tree).hasSuffix("(unruled)"))
    }

    @Test("Signatures stand in columns")
    func signaturesStandInColumns() throws {
        let rows = [
            ("For Skara kommun", "For Polisen"), ("Skara den 3 mars 2024", "Vara den 4 mars 2024"),
            ("______________", "______________"), ("Ada Exempel", "Bo Exempel"),
            ("Kommundirektor", "Lokalpolisomradeschef"),
        ]
        let drawn = rows.enumerated().map {
            Self.text($0.element.0, 50, 200 + 16 * $0.offset)
                + Self.text($0.element.1, $0.offset == 2 ? 312 : 300, 200 + 16 * $0.offset)
        }.joined()
        #expect(
            TreeText.text(try Self.read(Self.made([drawn])).tree)
                == "[For Skara kommun/Skara den 3 mars 2024/______________/Ada Exempel/Kommundirektor | For Polisen/Vara den 4 mars 2024/______________/Bo Exempel/Lokalpolisomradeschef]"
        )
    }

    /// A line's end is joined without a blank only where it was cut.
    @Test("Lines are joined as they were cut")
    func linesAreJoinedAsTheyWereCut() throws {
        func joined(_ first: String, _ second: String) throws -> String {
            TreeText.text(try Self.read(Self.made([Self.text(first, 50, 130) + Self.text(second, 50, 143)])).tree)
                .replacing("\n", with: "|")
        }
        let filler = "En rad som fyller bredden med ord och mera ord intill slutet "
        #expect(try joined(filler + "2024-", "2027 g\\344ller den.") == filler + "2024-2027 gäller den.")
        #expect(try joined(filler + "brotts-", "f\\366rebyggande arbete.") == filler + "brottsförebyggande arbete.")
        #expect(try joined(filler + "SMS-", "utskick till alla.") == filler + "SMS-utskick till alla.")
        #expect(try joined(filler + "skol- ", "och fritidsn\\344mnd.") == filler + "skol- och fritidsnämnd.")
        #expect(try joined("En rad", "som g\\344ller mycket mera") == "En rad|som gäller mycket mera")
    }

    @Test("What a page does not show is told")
    func whatAPageDoesNotShowIsTold() throws {
        let struck =
            Self.text("Struken", 50, 100) + Self.line((49, 97), (92, 97)) + Self.text("Kvar", 50, 130)
            + Self.text("Utanf\\366r", 590, 160)
        let tree = try Self.read(Self.made([struck + "q 100 0 0 100 300 300 cm /P Do Q\n"])).tree
        #expect(
            TreeText.text(tree).contains("(struckText: Struken)") && TreeText.text(tree).contains("(offPage: U …)")
                && TreeText.text(tree).contains("(picture)"))
        #expect(!TreeText.text(tree).hasPrefix("Struken") && TreeText.text(tree).contains("Kvar"))
        let whole = try TreeText.bytes("field-pdf/untagged/08-lidkoping-omradesrader.pdf")
        #expect(
            try Self.document(whole).warnings.contains { $0.text.hasPrefix("Text utanför sidan läses inte in: «Uppfö") }
        )
        let changed = try TreeText.bytes("field-pdf/untagged/06-skara-sparade-andringar.pdf")
        #expect(
            try Self.document(changed).warnings.contains {
                $0.text.hasPrefix("Överstruken text läses inte in: «2026-06-")
            })
    }

    @Test("Pictures of pages are refused and text under them is a guess")
    func picturesOfPagesAreRefusedAndTextUnderThemIsAGuess() throws {
        let picture = "q 595 0 0 842 0 0 cm /P Do Q\n"
        #expect(throws: DocumentError.scan) { try Self.read(Self.made([picture, picture])) }
        func plan(_ mode: Int) -> [UInt8] {
            Self.made([
                picture
                    + [
                        Self.text("Handlingsplan 2026", 50, 60, font: "B", size: 16, mode: mode),
                        Self.text("Omr\\345de 1: Resecentrum", 50, 100, font: "B", mode: mode),
                        Self.text("\\305tg\\344rd: Vandra", 50, 130, mode: mode),
                        Self.text("Ansvarig: Polisen", 50, 145, mode: mode),
                        Self.text("Klart: 2026-05-31", 50, 160, mode: mode),
                    ].joined()
            ])
        }
        // Drawn text over a picture is text; text that isn't drawn is what a program guessed.
        #expect(try !Self.read(plan(0)).isGuess)
        #expect(try Self.read(plan(3)).isGuess)
        let guessed = try Self.document(plan(3))
        #expect(guessed.measures.map(\.text) == ["Vandra"] && guessed.facts?.allSatisfy { $0.basis == .guess } == true)
        #expect(
            guessed.warnings.first?.text
                == "Texten lästes ur bilder av sidorna av ett annat program; se efter att varje uppgift är rätt")
        #expect(try Self.document(plan(0)).facts?.contains { $0.basis != .guess } == true)
    }

    @Test("What is no document is refused")
    func whatIsNoDocumentIsRefused() throws {
        let good = Self.made([Self.text("Handlingsplan", 50, 60)])
        #expect(throws: DocumentError.broken) { try Self.document(Array("inget".utf8)) }
        #expect(throws: DocumentError.broken) { try Self.document(Array(good.prefix(200))) }
        #expect(throws: DocumentError.otherKind(.portable)) {
            try DocumentFile.read(.word, good, municipality: "Skara", district: "")
        }
        #expect(throws: DocumentError.otherKind(.word)) {
            try Self.document(try TreeText.bytes("field/10-skara-kort.docx"))
        }
        #expect(throws: DocumentError.scan) { try Self.document([0xFF, 0xD8, 0xFF, 0xE0]) }
        #expect(throws: DocumentError.tooLarge) {
            try Self.document(Self.made(Array(repeating: "", count: PDFPage.pageLimit + 1)))
        }
        #expect(throws: DocumentError.tooLarge) {
            try Self.document(
                Self.made(
                    (0..<60).map { page in
                        (0..<60).map { Self.text(String(repeating: "ett och annat ", count: 8), 10, 20 + 12 * $0) }
                            .joined() + "% \(page)"
                    }))
        }
    }

    /// Seeded changes end in a reading or a refusal.
    @Test("Mutations are read or refused")
    func mutationsAreReadOrRefused() throws {
        var random = LedgerTests.Seeded(state: 11)
        let whole = try TreeText.bytes("field-pdf/untagged/02-skara-fet-text.pdf")
        let outputs = Dictionary(uniqueKeysWithValues: try PDFProgram.allCases.map { ($0, try Self.run($0, whole)) })
        for _ in 0..<400 {
            _ = try? PDFReader.read(whole) { program throws(DocumentError) in
                var bytes = outputs[program] ?? []
                for _ in 0..<3 where bytes.count > 100 {
                    let place = Int.random(in: 0..<(bytes.count - 50), using: &random)
                    switch Int.random(in: 0...2, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.removeSubrange(place..<(place + Int.random(in: 1...40, using: &random)))
                    default: bytes.insert(contentsOf: Array("-99999999999999999999".utf8), at: place)
                    }
                }
                return bytes
            }
        }
    }
}
