import Testing

@testable import AgreementParsing

/// What a person decides changes the reading, and nothing else.
@Suite(.readingTime) struct ReadingDecisionsTests {
    private static let document =
        KindsOfDocumentsTests.head + KindsOfDocumentsTests.plan + """
            | Gör | Sköts av | Extra |
            |---|---|---|
            | Lysa | Parken | Norr |
            | Vandra | Polisen | Syd |

            | Namn | Roll |
            |---|---|
            | Ada Exempel | Styrelsens ordförande |
            | Bo Exempel | Lokalpolisområdeschef |

            ## Droger

            | Åtgärd | Ansvarig |
            |---|---|
            | Informera | Skolan |
            | elever | Skolan |

            Arbetsmaterial som inte ska med.

            """

    private func read(_ change: (inout ReadingDecisions) -> Void) throws -> AgreementDocument {
        var decisions = ReadingDecisions()
        change(&decisions)
        return try DocumentFile.read(
            .text, Array(Self.document.utf8), municipality: "Skara", district: "Västra Skaraborg", decisions: decisions)
    }

    @Test("Columns tables and facts are as decided")
    func columnsTablesAndFactsAreAsDecided() throws {
        #expect(
            Summary.measures(try self.read { _ in }) == [
                "Droger:  > Informera [Skolan] ", "Droger:  > elever [Skolan] ",
            ])
        let decided = try self.read {
            $0.columns = [
                .init(name: "Gör", kind: .measure), .init(name: "Sköts av", kind: .responsible),
                .init(name: "extra", kind: .followUp),
            ]
            $0.tables = [.init(table: 2, kind: .signatures)]
            ($0.title, $0.year, $0.period) = ("Vårt avtal", 2025, .init(start: "2025-02-01", end: nil))
        }
        #expect(
            Summary.measures(decided) == [
                "Trafik:  > Lysa [Parken] Norr", "Trafik:  > Vandra [Polisen] Syd", "Droger:  > Informera [Skolan] ",
                "Droger:  > elever [Skolan] ",
            ])
        #expect(
            decided.agreement.title == "Vårt avtal" && decided.plan.year == 2025
                && decided.agreement.period == .init(start: "2025-02-01", end: nil))
        #expect(decided.agreement.signers.map(\.name) == ["Ada Exempel", "Bo Exempel"])
        #expect(
            !decided.warnings.contains {
                [.tableLeftOut, .columnUnknown, .severalPeriods, .signersMissing].contains($0.code)
            })
    }

    @Test("What is left out is told no more")
    func whatIsLeftOutIsToldNoMore() throws {
        let told = try self.read { _ in }
        let table = try #require(told.warnings.first { $0.code == .tableLeftOut })
        let text = try #require(
            Self.document.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.hasPrefix("Arbetsmaterial")
            })
        let measure = try #require(told.measures.last).line
        let decided = try self.read {
            $0.tables = [.init(table: 1, kind: .leftOut), .init(table: 2, kind: .leftOut)]
            $0.leaveOut = [text + 1, measure]
        }
        #expect(table.place == .init(part: "body", heading: "Trafik", table: 1, row: nil))
        #expect(Summary.measures(decided) == ["Droger:  > Informera [Skolan] "])
        #expect(
            !decided.warnings.contains { $0.code == .tableLeftOut }
                && decided.plan.priorityAreas.allSatisfy { $0.description == nil })
    }

    @Test("Measures are joined and divided")
    func measuresAreJoinedAndDivided() throws {
        let lines = try self.read { _ in }.measures.map(\.line)
        let joined = try self.read { $0.joins = [lines] }
        #expect(
            joined.measures.map(\.text) == ["Informera\nelever"]
                && joined.measures[0].responsibilities.map(\.name) == ["Skolan"])
        let divided = try self.read { ($0.joins, $0.divisions) = ([lines], [lines[0]]) }
        #expect(divided.measures.map(\.text) == ["Informera", "elever"])
    }

    @Test("A number of a person can be left out")
    func aNumberOfAPersonCanBeLeftOut() throws {
        let text = Self.document.replacing("Informera", with: "Informera 811228-9874")
        func read(_ lines: [Int]) throws -> AgreementDocument {
            var decisions = ReadingDecisions()
            decisions.leaveOut = lines
            return try DocumentFile.read(
                .text, Array(text.utf8), municipality: "Skara", district: "Västra Skaraborg", decisions: decisions)
        }
        let line =
            try #require(
                text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("811228") }) + 1
        #expect(throws: DocumentError.holdsPersonalIdentityNumber(line: line)) { try read([]) }
        #expect(Summary.measures(try read([line])) == ["Droger:  > elever [Skolan] "])
    }

    /// A number that two paragraphs share, and what grows beyond what a confirmation can write.
    @Test("Bounds and numbers hold over paragraphs and decisions")
    func boundsAndNumbersHoldOverParagraphsAndDecisions() throws {
        func read(_ text: String, _ change: (inout ReadingDecisions) -> Void = { _ in }) throws(DocumentError)
            -> AgreementDocument
        {
            var decisions = ReadingDecisions()
            change(&decisions)
            return try DocumentFile.read(
                .word, PackageTests.document(text), municipality: "Skara", district: "Västra Skaraborg",
                decisions: decisions)
        }
        func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
        let plan =
            paragraph("Handlingsplan 2024")
            + "<w:tbl><w:tr><w:tc>\(paragraph("Åtgärd"))</w:tc><w:tc>\(paragraph("Ansvarig"))</w:tc></w:tr><w:tr><w:tc><w:p>"
            + (0..<60).map { "<w:r><w:t>a\($0)</w:t><w:br/></w:r>" }.joined()
            + "</w:p></w:tc><w:tc>\(paragraph((0..<50).map { "Enhet \($0)" }.joined(separator: ", ")))</w:tc></w:tr></w:tbl>"
        #expect(throws: DocumentError.holdsPersonalIdentityNumber(line: 3, place: "i början")) {
            try read(paragraph("Född 811228") + paragraph("9874") + plan)
        }
        let whole = try read(plan)
        #expect(whole.measures.count == 1 && whole.measures[0].responsibilities.count == 50)
        #expect(throws: DocumentError.unreadable) { try read(plan) { $0.divisions = [whole.measures[0].line] } }
    }

    @Test("What does not fit is refused")
    func whatDoesNotFitIsRefused() {
        func misfit(_ change: (inout ReadingDecisions) -> Void) -> DocumentError? {
            do { _ = try self.read(change) } catch { return error as? DocumentError }
            return nil
        }
        #expect(
            misfit { $0.tables = [.init(table: 1, kind: .measures), .init(table: 9, kind: .leftOut)] }
                == .decisionDoesNotFit(.noSuchTable(index: 1)))
        #expect(
            misfit { $0.columns = [.init(name: "Finns inte", kind: .measure)] }
                == .decisionDoesNotFit(.noSuchColumn(index: 0)))
        #expect(misfit { $0.leaveOut = [9_999] } == .decisionDoesNotFit(.nothingToLeaveOut(index: 0)))
        #expect(misfit { $0.joins = [[1, 2]] } == .decisionDoesNotFit(.noSuchMeasure(index: 0)))
        #expect(misfit { $0.divisions = [1] } == .decisionDoesNotFit(.nothingToDivide(index: 0)))
    }
}
