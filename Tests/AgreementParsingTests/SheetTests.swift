import Testing

@testable import AgreementParsing

/// Plans and lists as workbooks and as separated values. `plan.xlsx` and `plan.csv` are invented.
@Suite(.readingTime) struct SheetTests {
    private func read(_ kind: DocumentKind, _ bytes: [UInt8]) throws -> AgreementDocument {
        try DocumentFile.read(kind, bytes, municipality: "Skara", district: "Västra Skaraborg")
    }

    @Test("A workbook is read as it shows")
    func aWorkbookIsReadAsItShows() throws {
        let document = try self.read(.workbook, try TreeText.bytes("sheets/plan.xlsx"))
        #expect(document.plan.year == 2026)
        #expect(
            Summary.measures(document) == [
                "Trafik:  > Hastighetskontroller vid skolan [Polisen] Antal kontroller",
                "Trafik:  > Farthinder [Gatuenheten] ", "Trafik:  > Skyltar [Parkenheten] ",
                "Droger bland unga:  > Föräldramöten [Skolan] Närvaro",
            ])
        // A day is stored as a number, a formula with its result.
        #expect(document.measures.map(\.schedule) == ["2026-05-01", "Hösten", "Hösten", "2026-12-01"])
        #expect(document.measures[0].notes == "Budget: 20")
        #expect(
            document.warnings.contains {
                $0.code == .leftOut && $0.text.contains("intern rad") && $0.text.contains("bladet Gamla")
            })
    }

    @Test("Separated values are read whatever divides them")
    func separatedValuesAreReadWhateverDividesThem() throws {
        let semicolons = String(decoding: try TreeText.bytes("sheets/plan.csv"), as: UTF8.self)
        let expected = [
            "Trafik:  > Kontroller; vid skolan [Polisen] Antal \"stopp\"", "Trafik:  > Farthinder [Gatuenheten] ",
            "Trafik:  > Skyltar [Parkenheten] ", "Droger bland unga:  > Föräldramöten [Skolan] Närvaro",
        ]
        #expect(Summary.measures(try self.read(.separated, Array(semicolons.utf8))) == expected)
        let tabs = semicolons.replacing(";", with: "\t").replacing("Kontroller\t vid", with: "Kontroller; vid")
        #expect(Summary.measures(try self.read(.separated, Array(tabs.utf8))) == expected)
        let commas = "Handlingsplan 2026,,\r\nOmråde,Åtgärd,Ansvarig\r\nTrafik,\"Lysa, vandra\",Polisen\r\n"
        #expect(
            Summary.measures(try self.read(.separated, Array(commas.utf8))) == ["Trafik:  > Lysa, vandra [Polisen] "])
        #expect(throws: DocumentError.tooLarge) {
            try self.read(.separated, Array(String(repeating: "a;", count: 300).utf8))
        }
    }
}
