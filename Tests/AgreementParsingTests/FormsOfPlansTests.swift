import Testing

@testable import AgreementParsing

/// Forms in which plans, promises, periods and signatures are written beside the usual ones. All names are made up.
@Suite(.readingTime) struct FormsOfPlansTests {
    private static let head =
        "# Samverkansöverenskommelse\n\nSkara kommun och lokalpolisområde Västra Skaraborg\n\nÖverenskommelsen gäller 2024-01-01 till 2027-12-31.\n\n"
    private static let plan =
        "# Handlingsplan 2024\n\n## Trafik\n\n| Åtgärd | Ansvarig |\n|---|---|\n| A | Polisen |\n\n"

    private static func read(_ text: String) throws(DocumentError) -> AgreementDocument {
        try DocumentFile.read(.text, Array(text.utf8), municipality: "Skara", district: "Västra Skaraborg")
    }

    private static func measures(_ table: String) throws(DocumentError) -> [String] {
        let document = try self.read(self.head + "# Handlingsplan 2024\n\n" + table)
        return document.plan.priorityAreas.flatMap { area in
            (area.causes.flatMap(\.measures) + area.measures).map { measure in
                ([area.title, measure.text, measure.responsibilities.map(\.name).joined(separator: "+")]
                    + [measure.schedule, measure.plannedFollowUp].compactMap { $0 }).joined(separator: " | ")
            }
        }
    }

    @Test("Cards have titles")
    func cardsHaveTitles() throws {
        let cards =
            "| **Tryggare resecentrum** | |\n|---|---|\n| Åtgärd | Rondera |\n| Ansvarig | Polisen |\n| När | våren |\n\n| **Droger** | |\n|---|---|\n| Åtgärd | Utbilda |\n| Ansvarig | Skolan |\n"
        #expect(
            try Self.measures(cards) == [
                "Tryggare resecentrum | Rondera | Polisen | våren", "Droger | Utbilda | Skolan",
            ])
        // Within an area the title says something of it.
        #expect(try Self.measures("## Område 1: Centrum\n\n" + cards).allSatisfy { $0.hasPrefix("Centrum") })
    }

    @Test("Areas stand above columns")
    func areasStandAboveColumns() throws {
        #expect(
            try Self.measures(
                "| | Trafik | Droger |\n|---|---|---|\n| Åtgärd | Kontroller | Ronder |\n| Ansvarig | Polisen | Skolan |\n| Uppföljning | antal | möten |\n"
            ) == ["Trafik | Kontroller | Polisen | antal", "Droger | Ronder | Skolan | möten"])
        #expect(
            try Self.measures(
                "| Prioritering | Åtgärd | Ansvarig |\n|---|---|---|\n| Trafik | Vandra | Polisen |\n| | Lysa | Parken |\n| Droger | Utbilda | Skolan |\n"
            ) == ["Trafik | Vandra | Polisen", "Trafik | Lysa | Parken", "Droger | Utbilda | Skolan"])
    }

    @Test("Marks say who answers")
    func marksSayWhoAnswers() throws {
        #expect(
            try Self.measures(
                "## Trafik\n\n| Åtgärd | Kommunen | Polisen | Skolan |\n|---|---|---|---|\n| Vandra | x | X | |\n| Lysa | ✓ | - | |\n| Utbilda | | | x |\n"
            ) == ["Trafik | Vandra | Kommunen+Polisen", "Trafik | Lysa | Kommunen", "Trafik | Utbilda | Skolan"])
        // Text below a name is no mark.
        #expect(throws: DocumentError.self) {
            try Self.measures(
                "## Trafik\n\n| Åtgärd | Kommunen | Polisen |\n|---|---|---|\n| Vandra | två gånger | x |\n")
        }
    }

    @Test("The lower of two heads names the columns")
    func theLowerOfTwoHeadsNamesTheColumns() throws {
        #expect(
            try Self.measures(
                "## Trafik\n\n| Åtgärd | Genomförande | |\n|---|---|---|\n| | Ansvarig | När |\n| Vandra | Polisen | maj |\n"
            ) == ["Trafik | Vandra | Polisen | maj"])
    }

    @Test("Points have labels")
    func pointsHaveLabels() throws {
        #expect(
            try Self.measures(
                "## Trafik\n\n- Ronder vid skolan. Ansvarig: Polisen\n- Nya skyltar. Ansvarig: Gatuenheten. Klart: maj\n"
            ) == ["Trafik | Ronder vid skolan | Polisen", "Trafik | Nya skyltar | Gatuenheten | maj"])
        #expect(
            try Self.measures(
                "## Trafik\n\n- Ronder vid skolan\n  - Ansvarig: Polisen\n  - När: våren\n- Nya skyltar\n  - Ansvarig: Gatuenheten\n"
            ) == ["Trafik | Ronder vid skolan | Polisen | våren", "Trafik | Nya skyltar | Gatuenheten"])
    }

    @Test("Promises say whose they are")
    func promisesSayWhoseTheyAre() throws {
        let table = try Self.read(
            Self.head + Self.plan
                + "# Medborgarlöften 2024\n\n| Löfte | Vem lovar |\n|---|---|\n| Vi finns på torget | Polisen |\n| Vi röjer | Kommunen |\n| Vi möts | Båda |\n"
        )
        #expect(table.promises.map(\.promisor) == [.police, .municipality, .joint])
        let numbered = try Self.read(
            Self.head
                + "# Medborgarlöften 2024\n\n## Löfte 1 – Polisen syns på torget\n\nVarje fredag.\n\n## Löfte 2: Kommunen röjer sly\n\n"
                + Self.plan)
        #expect(
            numbered.promises.map(\.text) == ["Polisen syns på torget\nVarje fredag.", "Kommunen röjer sly"]
                && numbered.promises.map(\.promisor) == [.police, .municipality])
    }

    @Test(
        "Periods as they are written",
        arguments: [
            ("25-01-01–28-12-31", "2025-01-01", "2028-12-31"), ("2025-01 – 2027-12", "2025-01-01", "2027-12-31"),
            ("2025–27", "2025-01-01", "2027-12-31"), ("våren 2025–hösten 2027", "2025-01-01", "2027-12-31"),
            ("1/1-25 – 31/12-28", "2025-01-01", "2028-12-31"),
            ("från dagen för undertecknandet till och med 31 december 2027", "2024-01-01", "2027-12-31"),
            ("t.o.m. den 31 december 2027", "2024-01-01", "2027-12-31"),
        ])
    func periodsAsTheyAreWritten(_ written: String, _ start: String, _ end: String) throws {
        let document = try Self.read("# Överenskommelse\n\nAvtalet gäller \(written).\n\n" + Self.plan)
        #expect(document.agreement.period == .init(start: start, end: end), "\(written)")
        // A first day that nothing says is a guess.
        #expect(document.warnings.contains { $0.code == .periodStartGuessed } == (start == "2024-01-01"))
    }

    @Test("The first day is the signers")
    func theFirstDayIsTheSigners() throws {
        let signed =
            "\n## Underskrifter\n\nSkara den 3 mars 2024\nAda Exempel\nKommunstyrelsens ordförande\n\nSkara den 5 mars 2024\nBo Exempel\nLokalpolisområdeschef\n"
        let document = try Self.read(
            "# Överenskommelse\n\nAvtalet gäller från undertecknandet till och med den 31 december 2027.\n\n"
                + Self.plan + signed)
        #expect(
            document.agreement.period == .init(start: "2024-03-05", end: "2027-12-31")
                && !document.warnings.contains { $0.code == .periodStartGuessed })
    }

    @Test("Signatures have labels")
    func signaturesHaveLabels() throws {
        let block =
            "## Underskrifter\n\nFör Skara kommun:\n\nNamn: Ada Exempel\n\nTitel: Kommunstyrelsens ordförande\n\nDatum: 2024-03-03\n\nFör Polismyndigheten:\n\nNamn: Bo Exempel\n\nTitel: Lokalpolisområdeschef\n\nDatum: ______\n"
        let signers = try Self.read(Self.head + Self.plan + block).agreement.signers
        #expect(
            signers.map(\.name) == ["Ada Exempel", "Bo Exempel"] && signers.map(\.party) == [.municipality, .police]
                && signers.map(\.date) == ["2024-03-03", nil])
    }

    @Test(
        "What goes on unless it is ended",
        arguments: [
            (
                "Avtalet gäller 2024–2027. Det förlängs med ett år i sänder om ingen part säger upp det senast tre månader före avtalstidens utgång.",
                12, 3
            ),
            (
                "Avtalet gäller 2024–2027 och förlängs därefter automatiskt med 24 månader i taget med en uppsägningstid om sex månader.",
                24, 6
            ),
            ("Avtalet gäller 2024–2027. Sägs det inte upp förlängs det med två år.", 24, nil),
            ("Avtalet gäller 2024–2027. Det kan förlängas efter beslut av parterna.", nil, nil),
        ] as [(String, Int?, Int?)])
    func whatGoesOnUnlessItIsEnded(_ text: String, _ months: Int?, _ notice: Int?) throws {
        let agreement = try Self.read("# Överenskommelse\n\n\(text)\n\n" + Self.plan).agreement
        #expect(
            agreement.prolongation?.months == months && agreement.prolongation?.noticeMonths == notice,
            "\(String(describing: agreement.prolongation))")
        // The clause stays where it stands.
        #expect(agreement.sections.contains { $0.text.contains("förläng") })
        #expect(agreement.period == .init(start: "2024-01-01", end: "2027-12-31"))
    }

    @Test("Two plans are read one after the other")
    func twoPlansAreReadOneAfterTheOther() throws {
        let text =
            Self.head + Self.plan
            + Self.plan.replacing("2024", with: "2025").replacing("| A | Polisen |", with: "| B | Skolan |")
        let first = try Self.read(text)
        let other = try #require(first.warnings.first { $0.code == .otherPlan })
        #expect(first.plan.year == 2024 && first.measures.map(\.text) == ["A"])
        var decisions = ReadingDecisions()
        decisions.plan = other.line
        let second = try DocumentFile.read(
            .text, Array(text.utf8), municipality: "Skara", district: "Västra Skaraborg", decisions: decisions)
        #expect(
            second.plan.year == 2025 && second.measures.map(\.text) == ["B"] && second.agreement == first.agreement
                && !second.warnings.contains { $0.code == .otherPlan || $0.code == .textNotPlaced })
        decisions.plan = 1
        #expect(throws: DocumentError.decisionDoesNotFit(.noSuchPlan)) {
            try DocumentFile.read(
                .text, Array(text.utf8), municipality: "Skara", district: "Västra Skaraborg", decisions: decisions)
        }
    }

    /// A line between an area's heading and its table is no area.
    @Test(
        "A line above a table is no area",
        arguments: [
            "Mål: Färre olyckor senast 2026", "Kontaktperson: Gerd Exempel", "Se tabellen nedan",
            "Fastställd av gruppen",
        ])
    func aLineAboveATableIsNoArea(_ line: String) throws {
        let table = "\(line)\n\n| Åtgärd | Ansvarig |\n|---|---|\n| A | Polisen |\n\n"
        #expect(
            try Self.measures("## Trafik\n\n\(table)## Droger\n\n\(table)") == [
                "Trafik | A | Polisen", "Droger | A | Polisen",
            ])
        // Without a heading above it a short line is the area's name.
        let plain = "| Åtgärd | Ansvarig |\n|---|---|\n| A | Polisen |\n\n"
        #expect(
            try Self.measures("Trafik\n\n\(plain)Droger\n\n\(plain)") == [
                "Trafik | A | Polisen", "Droger | A | Polisen",
            ])
    }

    @Test("Causes have labels of their own")
    func causesHaveLabelsOfTheirOwn() throws {
        let document = try Self.read(
            Self.head
                + "# Handlingsplan 2024\n\n## Trafik\n\nOrsak: Buskörning\n\nÅtgärd: Kontroller\n\nAnsvarig: Polisen\n\nÅtgärd: Hinder\n\nAnsvarig: Gatan\n\nOrsak: Mörker\n\nÅtgärd: Lampor\n\nAnsvarig: Parken\n"
        )
        let causes = document.plan.priorityAreas.flatMap(\.causes)
        #expect(
            causes.map(\.text) == ["Buskörning", "Mörker"]
                && causes.map { $0.measures.map(\.text) } == [["Kontroller", "Hinder"], ["Lampor"]])
        #expect(
            try Self.measures(
                "## Område 1 – Nyrekrytering\n\n- Orsak: Unga lockas\n  - Åtgärd: Stöd\n    - Ansvarig: Socialen\n")
                == ["Nyrekrytering | Stöd | Socialen"])
    }

    @Test("Ditto marks say the same")
    func dittoMarksSayTheSame() throws {
        let document = try Self.read(
            Self.head
                + "# Handlingsplan 2024\n\n## Trafik\n\n| Orsak | Åtgärd | Ansvarig | Uppföljning |\n|---|---|---|---|\n| A | B | Polisen | x |\n| \" | D | \" | \" |\n| Samma | E | Dito | Se ovan |\n"
        )
        #expect(
            document.plan.priorityAreas[0].causes.map(\.text) == ["A"]
                && document.measures.map(\.plannedFollowUp) == ["x", "x", "x"]
                && document.responsibleParties == ["Polisen"])
    }

    @Test(
        "Who promises changes",
        arguments: [
            (
                "Polisen lovar:\n\n- synas\n\nKommunen:\n\n- laga\n\nTillsammans:\n\n- mötas\n",
                "police synas, municipality laga, joint mötas"
            ), ("## Polisen lovar\n\n- synas\n\n## Så följer vi upp\n\n- enkät\n", "police synas"),
            ("Polisen lovar\n\n- synas\n\nVi följer upp löftena genom\n\n- enkät\n", "police synas"),
            ("Kommunen och polisen lovar:\n\n- mötas\n\nSkolan lovar:\n\n- vuxna ute\n", "joint mötas"),
        ])
    func whoPromisesChanges(_ text: String, _ promises: String) throws {
        let document = try Self.read(
            "# Medborgarlöfte 2025\n\nÖverenskommelsen gäller 2025-01-01 till 2025-12-31.\n\n" + text)
        #expect(document.promises.map { "\($0.promisor.rawValue) \($0.text)" }.joined(separator: ", ") == promises)
        // What is no promise stands in a section.
        for word in ["enkät", "vuxna ute"] where text.contains(word) {
            #expect(document.agreement.sections.contains { $0.text.contains(word) })
        }
    }

    @Test("Signatures stand in tab columns")
    func signaturesStandInTabColumns() throws {
        let block =
            "## Underskrifter\n\nFör Skara kommun\tFör Polisen\nSkara den 3 mars 2024\tVara den 4 mars 2024\n____\t____\nAda Exempel\tBo Exempel\nKommundirektör\tLokalpolisområdeschef\n"
        let signers = try Self.read(Self.head + Self.plan + block).agreement.signers
        #expect(
            signers.map { "\($0.name) \($0.party.rawValue) \($0.place ?? "") \($0.date ?? "")" } == [
                "Ada Exempel municipality Skara 2024-03-03", "Bo Exempel police Vara 2024-03-04",
            ])
    }

    @Test("A period of years from the signing")
    func aPeriodOfYearsFromTheSigning() throws {
        let signed =
            "\n## Underskrifter\n\nSkara den 3 mars 2024\nAda Exempel\nKommundirektör\n\nSkara den 10 mars 2024\nBo Exempel\nLokalpolisområdeschef\n"
        #expect(
            try Self.read(
                "# Överenskommelse\n\nÖverenskommelsen gäller från undertecknandet och två år framåt.\n\n" + Self.plan
                    + signed
            ).agreement.period == .init(start: "2024-03-10", end: "2026-03-09"))
        #expect(
            try Self.read(
                "# Överenskommelse\n\n## Parter\n\nSkara kommun, org.nr 212000-0000, och Polismyndigheten, lokalpolisområde Västra Skaraborg.\n\nAvtalet gäller 2024.\n\n"
                    + Self.plan
            ).agreement.parties
                == ["Skara kommun", "Polismyndigheten, lokalpolisområde Västra Skaraborg"])
    }

    @Test("A person and what the person is")
    func aPersonAndWhatThePersonIs() throws {
        let document = try Self.read(
            Self.head
                + "# Handlingsplan 2024\n\n## Trafik\n\n| Åtgärd | Ansvarig |\n|---|---|\n| A | Anna Exempel, socialchef |\n"
        )
        #expect(
            document.measures[0].responsibilities.map { [$0.name, $0.contact ?? ""] } == [
                ["socialchef", "Anna Exempel"]
            ])
        #expect(document.warnings.contains { $0.code == .contactGuessed && $0.text.contains("Anna Exempel") })
    }

    @Test("Who answers stands in parentheses")
    func whoAnswersStandsInParentheses() throws {
        #expect(
            try Self.measures(
                "## Trafik\n\n**Åtgärder**\n\n- Kontroller (Ansvarig: Polisen)\n- Hinder (Ansvarig: Gatan, klart: maj)\n\n## Inbrott\n\n| Åtgärd | Ansvarig |\n|---|---|\n| A | Polisen |\n"
            ).prefix(1) == ["Trafik | Kontroller | Polisen"])
    }

    @Test("Problem and cause are one cause")
    func problemAndCauseAreOneCause() throws {
        let document = try Self.read(
            Self.head
                + "# Handlingsplan 2024\n\n## Trafik\n\n| Problem | Orsak | Åtgärd | Ansvarig |\n|---|---|---|---|\n| Stölder | Få vuxna | Värdar | Handeln |\n"
        )
        #expect(document.plan.priorityAreas[0].causes.map(\.text) == ["Stölder – Få vuxna"])
    }

    @Test(
        "Points below a promise belong to it",
        arguments: ["", "# Handlingsplan 2024\n\n## Trafik\n\n| Åtgärd | Ansvarig |\n|---|---|\n| A | Polisen |\n\n"])
    func pointsBelowAPromiseBelongToIt(_ before: String) throws {
        let promises = try Self.read(
            Self.head + before
                + "# Medborgarlöften\n\n## Polisen lovar\n\n- besöka skolor\n  - Ekskolan\n  - Almskolan\n- synas\n"
        ).promises
        #expect(promises.map(\.text) == ["besöka skolor\n– Ekskolan\n– Almskolan", "synas"])
    }

    /// A last day alone gives way to a sentence that says both.
    @Test("A last day gives way to a whole period")
    func aLastDayGivesWayToAWholePeriod() throws {
        let document = try Self.read(
            "# Överenskommelse\n\nAvtalet gäller till och med den 31 december 2027. Avtalet gäller 2025-03-01 till 2027-12-31.\n\n"
                + Self.plan)
        #expect(
            document.agreement.period == .init(start: "2025-03-01", end: "2027-12-31")
                && !document.warnings.contains { [.periodStartGuessed, .severalPeriods].contains($0.code) })
    }
}
