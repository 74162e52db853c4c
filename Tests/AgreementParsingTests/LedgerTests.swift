import Foundation
import Testing

@testable import AgreementParsing

/// Every word of a document ends in a field or a warning, unaltered, and in no more fields than its cell speaks for.
@Suite(.readingTime) struct LedgerTests {
    /// Numbers that are the same in each run.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            self.state &+= 0x9E37_79B9_7F4A_7C15
            var value = self.state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    /// A document of every kind of block, out of words that each stand once.
    struct Made {
        var random: Seeded
        var builder = TreeBuilder()
        var words: [String] = []
        /// Words of merged cells, which speak for several rows.
        var shared: Set<String> = []

        mutating func word() -> String {
            let word = "ord\(self.words.count)x"
            self.words.append(word)
            return word
        }

        mutating func some(_ range: ClosedRange<Int> = 1...4) -> String {
            (0..<Int.random(in: range, using: &self.random)).map { _ in self.word() }.joined(separator: " ")
        }

        mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &self.random) ?? "" }

        mutating func paragraph(_ text: String, _ looks: Paragraph.Looks = .init(), _ place: Place? = nil) throws
            -> Paragraph
        {
            let place = place ?? self.builder.place()
            return try self.builder.paragraph(text, place, looks: looks)
        }

        mutating func add(_ text: String, level: Int? = nil, list: Paragraph.ListMark? = nil, isBold: Bool = false)
            throws
        {
            var looks = Paragraph.Looks()
            (looks.level, looks.list, looks.isBold) = (level, list, isBold)
            self.builder.add(.paragraph(try self.paragraph(text, looks)))
        }

        mutating func table() throws {
            let heads =
                [
                    ["Orsak", "Åtgärd", "Ansvarig", "Uppföljning"], ["Åtgärd", "Ansvarig"],
                    ["Fokusområde", "Aktivitet", "Mål", "Vem?", "När?", "Resurser"], ["Område", "2023", "2024"],
                    ["Löfte", "Ansvarig"], ["Förkortning", "Betydelse"], ["Roll", "Kontaktperson", "Telefon"],
                    ["Polisen lovar", "Kommunen lovar"],
                ].randomElement(using: &self.random) ?? []
            let number = self.builder.nextTable()
            var place = self.builder.place()
            place.table = number
            var rows: [Table.Row] = []
            for row in 0...Int.random(in: 1...5, using: &self.random) {
                var rowPlace = self.builder.place()
                (rowPlace.table, rowPlace.row) = (number, row + 1)
                var cells: [Table.Cell] = []
                let isSpan = row > 0 && Int.random(in: 0...6, using: &self.random) == 0
                for column in 0..<(isSpan ? 1 : heads.count) {
                    var cellPlace = rowPlace
                    cellPlace.column = column + 1
                    var blocks: [Block] = []
                    for _ in 0..<(row == 0 ? 1 : Int.random(in: 0...3, using: &self.random)) {
                        blocks.append(
                            .paragraph(try self.paragraph(row == 0 ? heads[column] : self.some(), .init(), cellPlace)))
                    }
                    cells.append(Table.Cell(cellPlace, column: column, width: isSpan ? heads.count : 1, blocks: blocks))
                }
                rows.append(Table.Row(place: rowPlace, cells: cells))
            }
            self.builder.add(.table(Table(place, rows)))
        }

        mutating func block() throws {
            switch Int.random(in: 0...15, using: &self.random) {
            case 0: try self.add(self.some(), level: Int.random(in: 1...4, using: &self.random))
            case 1: try self.add("Område \(Int.random(in: 1...9, using: &self.random)): " + self.some(), level: 2)
            case 2: try self.add(self.some(), isBold: true)
            case 3:
                try self.add(
                    self.pick([
                        "Polisen lovar", "Kommunen lovar", "Medborgarlöfte", "Underskrifter", "Lägesbild", "Problem",
                        "Åtgärder", "Prioriterade områden", "Syfte",
                    ]) + " " + self.some(), level: 2)
            case 4, 5:
                for _ in 0...2 {
                    try self.add(
                        self.some(),
                        list: .init(
                            level: Int.random(in: 0...1, using: &self.random),
                            label: Bool.random(using: &self.random) ? "1." : nil))
                }
            case 6:
                try self.add(
                    self.pick([
                        "Skara den 3 mars 2024", "Ort och datum: Skara", "Vara kommun", "Kommunstyrelsens ordförande",
                        "Ada Exempel, lokalpolisområdeschef",
                    ]) + " " + self.some())
            case 7: try self.add("Prioriterade områden för " + self.some() + ":")
            case 8:
                try self.add("Ansvarig: " + self.some() + ". Klart: " + self.some() + ". Uppföljning: " + self.some())
            case 9:
                try self.add(
                    "Avtalet gäller 2024-01-01 till 2027-12-31 för " + self.some() + ". Dnr KS 2024/118 " + self.some())
            case 10:
                try self.add("Lägesbilden bygger på " + self.some() + ", " + self.some() + " och " + self.some() + ".")
            case 11: self.builder.add(aside: try self.paragraph(self.some(), .init(), self.builder.place(.footer)))
            case 12, 13: try self.table()
            default: try self.add(self.some(3...12) + ".")
            }
        }
    }

    @Test("No word is lost or altered", arguments: 0..<300)
    func noWordIsLostOrAltered(_ seed: Int) throws {
        var made = Made(random: Seeded(state: UInt64(seed)))
        try made.add("Samverkansöverenskommelse 2024-2027", level: 1)
        for _ in 0..<Int.random(in: 2...8, using: &made.random) { try made.block() }
        try made.add("Handlingsplan 2024", level: 1)
        for _ in 0..<Int.random(in: 2...12, using: &made.random) { try made.block() }
        // So that there is something to read.
        try made.add("Område 99: Sist", level: 2)
        try made.table()
        try made.add("Polisen lovar", level: 2)
        try made.add("Sist", list: .init(level: 0, label: nil))

        let document = try DocumentReader.read(
            made.builder.tree, municipality: "Skara", district: "Västra Skaraborg", decisions: ReadingDecisions())
        let everything = try Self.words(document)
        let lost = made.words.filter { everything[$0] == nil }
        #expect(lost.isEmpty, "\(lost)\n\(TreeText.text(made.builder.tree))")
        var fields = document
        fields.warnings = []
        let doubled = try Self.words(fields).filter { $0.value > 1 }.keys.filter { word in
            !Self.mayRepeat(word, document)
        }
        #expect(doubled.isEmpty, "\(doubled)\n\(TreeText.text(made.builder.tree))")
    }

    /// Who answers for a row answers for each of its measures, and so do its other columns; what is a source or who a
    /// party stands in the text as well.
    private static func mayRepeat(_ word: String, _ document: AgreementDocument) -> Bool {
        let ofMeasures = document.measures.flatMap { measure in
            measure.responsibilities.map(\.name)
                + [measure.plannedFollowUp, measure.target, measure.schedule, measure.notes].compactMap { $0 }
        }
        return (ofMeasures + document.situationalPicture.sources.map(\.title) + document.agreement.parties).contains {
            $0.contains(word)
        }
    }

    private static func words(_ document: AgreementDocument) throws -> [String: Int] {
        let text = String(decoding: try JSONEncoder().encode(document), as: UTF8.self).replacingOccurrences(
            of: "\\n", with: " ")
        var counts: [String: Int] = [:]
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        where word.hasPrefix("ord") && word.hasSuffix("x") { counts[String(word), default: 0] += 1 }
        return counts
    }
}
