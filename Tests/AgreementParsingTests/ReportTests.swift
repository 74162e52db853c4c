import Testing

@testable import AgreementParsing

/// Reports of what was done, read against a plan's measures.
@Suite(.readingTime) struct ReportTests {
    private static let measures = [
        "Trafikkontroller, minst 20 under året", "Starta sex nya områden för grannsamverkan",
        "Drogvaneundersökning i årskurs 9", "Mobilt poliskontor på torget",
    ].enumerated().map { FollowUpProposals.Measure(id: "m\($0.offset)", text: $0.element) }

    private static func read(_ kind: DocumentKind, _ bytes: [UInt8], _ measures: [FollowUpProposals.Measure] = measures)
        throws(DocumentError) -> FollowUpProposals
    {
        try DocumentFile.readReport(kind, bytes, measures: measures)
    }

    private static func text(_ rows: String) throws(DocumentError) -> [FollowUpProposals.Row] {
        try self.read(.text, Array("# Uppföljning 2026\n\n\(rows)".utf8)).rows
    }

    @Test(
        "A report of the promises",
        arguments: [
            (DocumentKind.word, "field/05-gotene-uppfoljning.docx"),
            (.openDocument, "field-odt/05-gotene-uppfoljning.odt"),
        ])
    func aReportOfThePromises(_ kind: DocumentKind, _ name: String) throws {
        let report = try Self.read(kind, try TreeText.bytes(name))
        #expect(report.rows.map(\.measureID) == ["m0", "m1", "m2"])
        #expect(report.rows.map(\.status) == [.done, .partlyDone, .notDone])
        #expect(report.rows.map(\.quantity) == [34, 2, nil])
        #expect(
            report.rows.map(\.reason) == [
                nil, "Lågt intresse, få inbrott", "Flyttad till 2026 på grund av personalbyte",
            ])
        #expect(
            report.rows[0].text == "34 kontroller, 12 rapporterade\nFlest i Hällekis"
                && report.rows[0].says == "Minst 20 trafikkontroller")
        #expect(report.rows.allSatisfy { $0.place?.table == 1 } && report.rows.map { $0.place?.row } == [2, 3, 4])
        #expect(
            report.unplannedWork.map(\.text) == [
                "Ett 15-tal spontana besök på fritidsgården", "Insats mot A-traktorer i april",
            ])
        #expect(report.period == .init(start: "2025-01-01", end: "2025-12-31"))
        // Whoever wrote it, the title and the sentence above are told.
        #expect(
            report.warnings.contains { $0.text.contains("Rut Exempelstrand") }
                && report.warnings.contains { $0.text.contains("Avser tertial 1–3") })
    }

    /// A unit sends the plan's table back with columns of its own: as CSV, and as a workbook's sheet.
    @Test(
        "A list of replies",
        arguments: [(DocumentKind.separated, "sheets/report.csv"), (.workbook, "sheets/report.xlsx")])
    func aListOfReplies(_ kind: DocumentKind, _ name: String) throws {
        let rows = try Self.read(kind, try TreeText.bytes(name)).rows
        #expect(rows.map(\.measureID) == ["m0", "m1", "m2", nil])
        #expect(rows.map(\.status) == [.done, .ongoing, .cancelled, .notStarted])
        #expect(rows.map(\.quantity) == [23, 2, nil, nil])
        #expect(rows[1].text == "Fler i vår\nAnsvarig: Samordnaren" && rows[2].reason == "Flyttad\nAnsvarig: Skolan")
    }

    @Test("A status as reports write it")
    func aStatusAsReportsWriteIt() {
        let read: [(String, FollowUpProposals.Status?)] = [
            ("Genomförd", .done), ("Ja", .done), ("☒", .done), ("X", .done), ("Delvis", .partlyDone),
            ("Pågår", .ongoing), ("Ej påbörjad", .notStarted), ("Inte gjort", .notDone), ("Utgår", .cancelled),
            ("☐ Uppfyllt ☐ Delvis ☒ Ej uppfyllt", .notDone), ("☐ Ja ☐ Nej", nil), ("34 kontroller", nil), ("", nil),
            ("Delvis klart under våren", nil),
        ]
        for (text, status) in read { #expect(ReportStatus.read(text) == status, "\(text)") }
    }

    @Test("A number only where something is counted")
    func aNumberOnlyWhereSomethingIsCounted() throws {
        let rows = try Self.text(
            "Åtgärd\tUtfall\nTrafikkontroller\tca 15 kontroller\nGrannsamverkan\t2026\nDrogvaneundersökning\t12 % av eleverna\nPoliskontor\t2026-05-03\n"
        )
        #expect(rows.map(\.quantity) == [15, nil, nil, nil])
        #expect(rows.allSatisfy { $0.status == nil })
    }

    @Test("What is like two or little is a guess")
    func whatIsLikeTwoOrLittleIsAGuess() throws {
        let two = [
            FollowUpProposals.Measure(id: "a", text: "Nattvandring i centrum"),
            .init(id: "b", text: "Nattvandring i Vilan"),
        ]
        let rows = try Self.read(
            .text,
            Array(
                "# Uppföljning\n\nÅtgärd\tStatus\nNattvandring\tKlart\nNattvandring i centrum\tKlart\nFiske\tKlart\n"
                    .utf8), two
        ).rows
        #expect(rows[0].isGuess && rows[0].measureID != nil)
        #expect(!rows[1].isGuess && rows[1].measureID == "a" && rows[1].likeness == 100)
        #expect(rows[2].measureID == nil && rows[2].likeness == 0)
        #expect(
            try Self.read(.text, Array("# Uppföljning\n\nÅtgärd\tStatus\nNattvandring\tKlart\n".utf8), []).rows.map(
                \.measureID) == [nil])
    }

    /// A heading that only says a last day gives no period.
    @Test("A period has both its days")
    func aPeriodHasBothItsDays() throws {
        #expect(
            try Self.read(
                .text,
                Array("# Uppföljning till och med 31 augusti 2026\n\nÅtgärd\tStatus\nTrafikkontroller\tKlart\n".utf8)
            ).period == .init(start: "2026-01-01", end: "2026-12-31"))
    }

    @Test("What is no report is refused")
    func whatIsNoReportIsRefused() throws {
        #expect(throws: DocumentError.noReport) { try Self.text("Bara text.\n") }
        #expect(throws: DocumentError.noReport) {
            try Self.text("Orsak\tÅtgärd\tAnsvarig\tUppföljning\nOro\tVandra\tPolisen\tAntal\n")
        }
        #expect(try Self.text("Åtgärd\tUppföljning\nTrafikkontroller\t23 kontroller\n").map(\.quantity) == [23])
        #expect(throws: DocumentError.empty) { try Self.read(.text, []) }
        #expect(throws: DocumentError.holdsPersonalIdentityNumber(line: 4)) {
            try Self.text("Åtgärd\tStatus\nRing 811228-9874\tKlart\n")
        }
        #expect(throws: DocumentError.tooLarge) {
            try Self.text("Åtgärd\tStatus\n" + String(repeating: "Vandra\tKlart\n", count: 501))
        }
    }
}
