import Foundation
import Testing

@testable import AgreementParsing

/// Small Word documents, each with one detail of the format. `Fixtures/word/trees.txt` holds what Word shows of each.
@Suite(.readingTime) struct WordReaderTests {
    private static let trees: [String: String] = {
        let text = (try? String(decoding: TreeText.bytes("word/trees.txt"), as: UTF8.self)) ?? ""
        var trees: [String: String] = [:]
        for part in text.components(separatedBy: "=== ").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            trees[String(lines[0])] = lines.count > 1 ? String(lines[1]).trimmingCharacters(in: .newlines) : ""
        }
        return trees
    }()

    @Test("All of them are there")
    func allOfThemAreThere() { #expect(Self.trees.count == 88) }

    @Test("The tree is what word shows", arguments: trees.keys.sorted())
    func theTreeIsWhatWordShows(_ name: String) throws {
        #expect(try TreeText.word(name).trimmingCharacters(in: .newlines) == Self.trees[name])
    }

    /// Of one area and one row, each with a detail that has once been read wrongly: «area: cause > measure [who]
    /// follow-up».
    @Test(
        "Measures are what the page shows",
        arguments: [
            ("P00-base", ["Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal"]),
            (
                "P01-gridbefore",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Trygghet i centrum: Otrygghet > Belysning ses över [Gatuenheten] Enkät",
                ]
            ),
            (
                "P05-numheading",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Narkotika: Tillgång > Kontroller [Polisen] Antal",
                ]
            ),
            (
                "P06-numbold",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Narkotika: Tillgång > Kontroller [Polisen] Antal",
                ]
            ),
            (
                "P08-midrow",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Narkotika: Tillgång > Kontroller [Polisen] Antal",
                ]
            ),
            (
                "P10-mergedresp",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Trygghet i centrum: Otrygghet > Belysning [Polisen] Enkät",
                ]
            ),
            ("P11-spanmeasure", ["Trygghet i centrum: Otrygghet > Nattvandringar och mer [] Antal"]),
            ("P12-strike", ["Trygghet i centrum: Otrygghet > Belysning [Polisen] Antal"]),
            ("P13-hidden", ["Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal"]),
            ("P15-placeholder", ["Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] "]),
            (
                "P16-cellbr",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Trygghet i centrum: Otrygghet > Belysning [Gatuenheten] Antal",
                ]
            ),
            (
                "P22-twotables",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Trygghet i centrum: Tillgång > Kontroller [Skolan] Enkät",
                ]
            ),
            (
                "P23-contpage",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Trygghet i centrum: Tillgång > Kontroller [Skolan] Enkät",
                ]
            ),
            ("P24-strict", ["Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal"]),
            ("P27-headrow2", ["Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal"]),
            ("P28-listhead", ["Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal"]),
            ("Q2-delrow", ["Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal"]),
            ("Q3-delrestart", ["Trygghet i centrum:  > Belysning [Gatuenheten] Enkät"]),
            (
                "Q4-numberedcells",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Trygghet i centrum: Otrygghet > Belysning [Gatuenheten] Antal",
                ]
            ),
            (
                "Q7-areacol",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Trygghet i centrum: Buller > Samtal [Skolan] Enkät",
                ]
            ),
            (
                "S1-bold",
                [
                    "Trygghet i centrum: Otrygghet > Nattvandringar [Polisen] Antal",
                    "Narkotika: Tillgång > Kontroller [Polisen] Antal",
                ]
            ),
        ] as [(String, [String])])
    func measuresAreWhatThePageShows(_ name: String, _ expected: [String]) throws {
        let document = try DocumentFile.read(
            .word, try TreeText.bytes("word/\(name).docx"), municipality: "Skara", district: "Västra Skaraborg")
        #expect(Summary.measures(document) == expected)
        #expect(document.agreement.period == .init(start: "2024-01-01", end: "2027-12-31"))
        #expect(document.agreement.signers.map(\.name) == ["Ada Exempel", "Bo Exempel"])
    }

    @Test("What is not read is told")
    func whatIsNotReadIsTold() throws {
        func told(_ name: String) throws -> [String] {
            try DocumentFile.read(
                .word, try TreeText.bytes("word/\(name).docx"), municipality: "Skara", district: "Västra Skaraborg"
            ).warnings.map(\.text)
        }
        #expect(try told("P12-strike").contains("Överstruken text läses inte in: «Nattvandringar»"))
        #expect(try told("P13-hidden").contains("Dold text läses inte in: «intern anteckning»"))
        #expect(try told("P26-footnote").contains("I en fotnot står: «Tre kvällar.»"))
        #expect(try told("Q2-delrow").contains { $0.hasPrefix("Dokumentet har spårade ändringar") })
    }
}

/// What was read, a line for each measure.
enum Summary {
    static func measures(_ document: AgreementDocument) -> [String] {
        document.plan.priorityAreas.flatMap { area in
            func line(_ cause: String, _ measure: AgreementDocument.Measure) -> String {
                "\(area.title): \(cause) > \(measure.text) [\(measure.responsibilities.map(\.name).joined(separator: ", "))] \(measure.plannedFollowUp ?? "")"
            }
            return area.causes.flatMap { cause in cause.measures.map { line(cause.text, $0) } }
                + area.measures.map { line("", $0) }
        }
    }
}
