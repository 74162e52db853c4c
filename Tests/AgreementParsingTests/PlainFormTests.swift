import Testing

@testable import AgreementParsing

/// What is kept of a document whose file can't be.
@Suite(.readingTime) struct PlainFormTests {
    /// Read again, the text gives what the file gave.
    @Test(
        "The text says the same", arguments: FieldDocumentTests.expected.keys.sorted().filter { $0.hasSuffix(".docx") })
    func theTextSaysTheSame(_ name: String) throws {
        let expected = try #require(FieldDocumentTests.expected[name])
        let text = PlainForm.text(try WordReader.read(try ZipArchive(try TreeText.bytes("field/\(name)"))), masking: [])
        try FieldDocumentTests.check(expected) {
            try DocumentFile.read(
                .text, Array(text.utf8), municipality: FieldDocumentTests.municipalities[expected.municipality] ?? "",
                district: "Västra Skaraborg")
        }
    }

    private static let plan =
        "# Handlingsplan 2026\n\nOmråde 1: Centrum\n\n| Åtgärd | Ansvarig |\n|---|---|\n| Vandra med 811228-9874 | Polisen |\n| Lysa upp | Parken |\n"

    private static func read(_ text: String, leavesOut: Bool) throws(DocumentError) -> Reading {
        var decisions = ReadingDecisions()
        decisions.leavesOutIdentityNumbers = leavesOut
        return try DocumentFile.reading(
            .text, Array(text.utf8), municipality: "Skara", district: "Västra Skaraborg", decisions: decisions)
    }

    @Test("Identity numbers are left out where that is decided")
    func identityNumbersAreLeftOutWhereThatIsDecided() throws {
        #expect(throws: DocumentError.holdsPersonalIdentityNumber(line: 7)) {
            try Self.read(Self.plan, leavesOut: false)
        }
        guard case .masked(let document, let text) = try Self.read(Self.plan, leavesOut: true) else {
            return #expect(Bool(false), "not masked")
        }
        #expect(document.measures.map(\.text) == ["Vandra med ••••••-••••", "Lysa upp"])
        #expect(
            text.contains("Vandra med ••••••-••••") && !text.contains("811228")
                && !PersonalIdentityNumber.isPresent(in: text))
        #expect(document.warnings.first?.code == .identityNumberLeftOut && document.warnings.first?.line == 7)
        // Without a number the document is what it was.
        guard case .document = try Self.read(Self.plan.replacing(" med 811228-9874", with: ""), leavesOut: true) else {
            return #expect(Bool(false), "masked")
        }
    }

    /// The page that a service for electronic signatures adds tells who signed and when; its numbers go.
    @Test("A page of electronic signatures is no text")
    func aPageOfElectronicSignaturesIsNoText() throws {
        let text = try TreeText.bytes("field/13b-gotene-utf8.txt")
        let page =
            "\n\nVerifikat\n\nDokumentet är undertecknat med BankID av följande.\n\nNamn: Lina Provberg\nPersonnummer: 19811228-9874\nSignerade: 2023-02-14 09:31\n\nNamn: Olle Testmark\nSignerade: 2023-02-15 10:02\nIP-adress: 192.0.2.7\n"
        guard
            case .masked(let document, let kept) = try Self.read(
                String(decoding: text, as: UTF8.self) + page, leavesOut: true)
        else { return #expect(Bool(false), "not masked") }
        let before = try DocumentFile.read(.text, text, municipality: "Skara", district: "Västra Skaraborg")
        #expect(document.measures.map(\.text) == before.measures.map(\.text))
        #expect(
            document.agreement.signers.suffix(2).map(\.name) == ["Lina Provberg", "Olle Testmark"]
                && document.agreement.signers.suffix(2).map(\.date) == ["2023-02-14", "2023-02-15"])
        #expect(
            document.warnings.contains { $0.code == .signingPage && $0.text.contains("«Lina Provberg» (2023-02-14)") })
        #expect(!kept.contains("811228") && !document.warnings.contains { $0.text.contains("IP-adress") })
        // A heading of that kind in the middle of the text is a heading.
        #expect(
            SigningPage(
                try TextReader.read("Verifikat\n\nMed BankID.\n\nMer text\n\nÄnnu mer\n\nSlut\n"), ColumnNames()) == nil
        )
        // Nor is a clause before a plan that speaks of such things.
        let clause =
            "# Överenskommelse\n\nSkara kommun och Polisen.\n\nAvtalet gäller 2024.\n\n## Elektronisk underskrift\n\nParterna skriver under med e-legitimation.\n\n# Handlingsplan 2024\n\n## Bedrägerier\n\n| Åtgärd | Ansvarig |\n|---|---|\n| Informera om BankID | Polisen |\n"
        #expect(
            try DocumentFile.read(.text, Array(clause.utf8), municipality: "Skara", district: "Västra Skaraborg")
                .measures.map(\.text) == ["Informera om BankID"])
    }
}
