import Testing

@testable import AgreementParsing

/// Ways of writing that have once been read wrongly or refused, each with its smallest document.
@Suite(.readingTime) struct KindsOfDocumentsTests {
    static let head =
        "# Samverkansöverenskommelse\n\nSkara kommun och lokalpolisområde Västra Skaraborg\n\nÖverenskommelsen gäller 2024-01-01 till 2027-12-31.\n\n"
    static let plan = "# Handlingsplan 2024\n\n## Trafik\n\n"
    static let table = "| Åtgärd | Ansvarig |\n|---|---|\n| A | Polisen |\n\n"

    private func read(_ text: String) throws -> AgreementDocument {
        try DocumentReader.read(text, municipality: "Skara", district: "Västra Skaraborg")
    }
    private func codes(_ document: AgreementDocument) -> [AgreementDocument.Warning.Code] {
        document.warnings.map(\.code).filter { $0 != .promiseMissing && $0 != .signersMissing }
    }

    // MARK: Areas

    @Test(
        "The heading nearest a table is its area",
        arguments: [
            "## Åtgärder per område\n\n### Trafik\n\n", "## 3 Prioriterade områden\n\n### 3.1 Trafik\n\n",
            "## Trafik\n\n### Åtgärder\n\n", "## Prioriterat område – Trafik\n\n", "**Trafik**:\n\n",
            "1.\t**Trafik**\n\n", "Trafik\n\n", "Trafik\n",
        ])
    func theHeadingNearestATableIsItsArea(_ heading: String) throws {
        let document = try self.read(Self.head + "# Handlingsplan 2024\n\n" + heading + Self.table)
        #expect(Summary.measures(document) == ["Trafik:  > A [Polisen] "])
        #expect(self.codes(document) == [])
    }

    @Test("An area stands in a row or a column too")
    func anAreaStandsInARowOrAColumnToo() throws {
        let row = try self.read(
            Self.head + Self.plan
                + "| Orsak | Åtgärd | Ansvarig | Uppföljning |\n|---|---|---|---|\n| Fart | A | X | u |\n| Område 2: Droger | | | |\n| Tillgång | B | Y | v |\n"
        )
        #expect(Summary.measures(row) == ["Trafik: Fart > A [X] u", "Droger: Tillgång > B [Y] v"])
        let column = try self.read(
            Self.head
                + "# Handlingsplan 2024\n\n| Område | Åtgärd | Ansvarig |\n|---|---|---|\n| Trafik | A | Polisen |\n| | B | Skolan |\n| Droger | C | X |\n"
        )
        #expect(Summary.measures(column) == ["Trafik:  > A [Polisen] ", "Trafik:  > B [Skolan] ", "Droger:  > C [X] "])
        #expect(self.codes(row) == [] && self.codes(column) == [])
    }

    @Test("What a heading says beyond its label is kept")
    func whatAHeadingSaysBeyondItsLabelIsKept() throws {
        let problem = try self.read(
            Self.head + "# Handlingsplan 2024–2025\n\n## Problem med skadegörelse i Vilan\n\n" + Self.table)
        #expect(problem.plan.priorityAreas.map(\.title) == ["Problem med skadegörelse i Vilan"])
        #expect(problem.plan.introduction == "Handlingsplan 2024–2025")
        let beyond = try self.read(
            Self.head
                + "# Handlingsplan 2024\n\nPrioriterade områden:\n\n- Våld i nära relation\n\n## Våld i nära relation bland äldre\n\n"
                + Self.table + "## Våld i nära relation och hedersrelaterat våld\n\n" + Self.table)
        #expect(
            beyond.plan.priorityAreas.map(\.title) == [
                "Våld i nära relation", "Våld i nära relation bland äldre",
                "Våld i nära relation och hedersrelaterat våld",
            ])
    }

    // MARK: Periods

    @Test(
        "Periods in every spelling",
        arguments: [
            ("1 mars–30 november 2025", "2025-03-01", "2025-11-30"),
            ("1 jan 2025 t.o.m. 31 dec 2028", "2025-01-01", "2028-12-31"),
            ("2024\u{2011}01\u{2011}01–2027\u{2011}12\u{2011}31", "2024-01-01", "2027-12-31"),
            ("2024-01-01 -- 2027-12-31", "2024-01-01", "2027-12-31"),
            ("januari 2024–december 2027", "2024-01-01", "2027-12-31"),
            ("juli 2024 t.o.m. juni 2028", "2024-07-01", "2028-06-30"),
            ("mellan 1 januari 2024 och 31 december 2027", "2024-01-01", "2027-12-31"),
            ("1/1 2024–31/12 2027", "2024-01-01", "2027-12-31"), ("20240101–20271231", "2024-01-01", "2027-12-31"),
            ("240101-271231", "2024-01-01", "2027-12-31"),
            ("den 1:a januari 2024 till den 31:a december 2027", "2024-01-01", "2027-12-31"),
            ("år 2024 till och med år 2027", "2024-01-01", "2027-12-31"),
            ("2024 t o m 2027", "2024-01-01", "2027-12-31"),
            ("från och med 1 juni 2024 till utgången av maj 2027", "2024-06-01", "2027-05-31"),
            ("från och med den 17 februari 2023", "2023-02-17", nil as String?),
            ("2024\u{2012}2027", "2024-01-01", "2027-12-31"), ("2024\u{2212}2027", "2024-01-01", "2027-12-31"),
            ("fr.o.m. 2024-04-01 t.o.m. 2027-03-31", "2024-04-01", "2027-03-31"),
            ("2024/2025–2027/2028", "2024-07-01", "2028-06-30"),
            ("från årsskiftet 2025/2026 till halvårsskiftet 2028", "2026-01-01", "2028-06-30"),
            ("från 1 januari 2026 och tills vidare, dock längst till 31 december 2029", "2026-01-01", "2029-12-31"),
            ("i fyra år från 1 april 2025", "2025-04-01", "2029-03-31"),
            ("från den 1 mars 2025 till den sista februari 2027", "2025-03-01", "2027-02-28"),
            ("1.1.2025–31.12.2026", "2025-01-01", "2026-12-31"),
            ("åren 2025, 2026 och 2027", "2025-01-01", "2027-12-31"),
            ("under 2026", "2026-01-01", "2026-12-31"),
            ("2025-01-15–2027-01-14 och ersätter avtalet för 2020–2023", "2025-01-15", "2027-01-14"),
            ("från den 1 juni 2024 tills vidare", "2024-06-01", nil),
            ("1 december 2024–30 november 2025", "2024-12-01", "2025-11-30"),
        ])
    func periodsInEverySpelling(_ period: String, _ start: String, _ end: String?) throws {
        let document = try self.read("# Överenskommelse\n\nAvtalet gäller \(period).\n\n" + Self.plan + Self.table)
        #expect(document.agreement.period == .init(start: start, end: end))
        #expect(!self.codes(document).contains(.periodMissing))
    }

    @Test(
        "Another sentences period is told and not taken",
        arguments: [
            ("# Trygghetsprogram 2025–2028\n\nErsätter: Trygghetsprogram 2021–2024.\n\n", "2025-01-01", "2028-12-31"),
            (
                "# Överenskommelse\n\nDenna överenskommelse ersätter den som gällde 2019–2022. Avtalet gäller 2023–2026.\n\n",
                "2023-01-01", "2026-12-31"
            ),
            (
                "# Överenskommelse\n\nStatistiken avser åren 2019-2022. Avtalet gäller 2023-2026.\n\n", "2023-01-01",
                "2026-12-31"
            ),
        ])
    func anotherSentencesPeriodIsToldAndNotTaken(_ text: String, _ start: String, _ end: String) throws {
        let document = try self.read(text + Self.plan + Self.table)
        #expect(document.agreement.period == .init(start: start, end: end))
        #expect(self.codes(document).contains(.severalPeriods))
    }

    @Test("An open period begins with the signatures")
    func anOpenPeriodBeginsWithTheSignatures() throws {
        let clause =
            "# Överenskommelse\n\nGäller från och med undertecknandet och tills vidare. Den ses över senast 2027-06-30.\n\n"
        let unsigned = try self.read(clause + Self.plan + Self.table)
        #expect(
            unsigned.agreement.period == .init(start: "2024-01-01", end: nil)
                && self.codes(unsigned).contains(.periodStartGuessed))
        let signed = try self.read(
            clause + "Skara den 3 mars 2024\n\nAda Exempel\nKommunstyrelsens ordförande\n\n" + Self.plan + Self.table)
        #expect(
            signed.agreement.period == .init(start: "2024-03-03", end: nil)
                && !self.codes(signed).contains(.periodStartGuessed))
    }

    // MARK: Signers

    @Test("Signers with party letters in rows and with more on their lines")
    func signersWithPartyLettersInRowsAndWithMoreOnTheirLines() throws {
        let letters = try self.read(
            Self.head
                + "Skara den 3 mars 2024 i stadshuset\n\nDisa Exempelfors (X), kommunstyrelsens ordförande\n\nMira Testås, lokalpolisområdeschef\nDokumentet är elektroniskt undertecknat.\n\n"
                + Self.plan + Self.table)
        #expect(
            letters.agreement.signers.map { "\($0.name), \($0.title), \($0.date ?? "")" } == [
                "Disa Exempelfors, kommunstyrelsens ordförande, 2024-03-03",
                "Mira Testås, lokalpolisområdeschef, 2024-03-03",
            ])
        #expect(
            letters.warnings.contains { $0.text.contains("Dokumentet är elektroniskt undertecknat.") }
                && letters.warnings.contains { $0.text.contains("i stadshuset") })
        let rows = try self.read(
            Self.head + Self.plan + Self.table
                + "Underskrifter\n\n| Namn | Titel |\n|---|---|\n| Ada Exempel | Kommunstyrelsens ordförande |\n| Bo Exempel | Lokalpolisområdeschef |\n"
        )
        let columns = try self.read(
            Self.head + Self.plan + Self.table
                + "\n| Skara kommun | Polisen |\n|---|---|\n| Ada Exempel | Bo Exempel |\n| Kommunstyrelsens ordförande | Lokalpolisområdeschef |\n"
        )
        for document in [rows, columns] {
            #expect(
                document.agreement.signers.map { "\($0.party.rawValue) \($0.name), \($0.title)" } == [
                    "municipality Ada Exempel, Kommunstyrelsens ordförande", "police Bo Exempel, Lokalpolisområdeschef",
                ])
        }
    }

    // MARK: Cells

    @Test("Cells are left as they are")
    func cellsAreLeftAsTheyAre() throws {
        let document = try self.read(
            Self.head + Self.plan
                + "| Åtgärd | Ansvarig | Mål | Uppföljning |\n|---|---|---|---|\n| A | Polisen | – 6 % inbrott | 2. kvartalet |\n| B | Polisen | - 10 procentenheter | 15. maj |\n"
        )
        #expect(document.measures.map(\.target) == ["– 6 % inbrott", "- 10 procentenheter"])
        #expect(document.measures.map(\.plannedFollowUp) == ["2. kvartalet", "15. maj"])
    }

    @Test("A row that was pasted apart is one row")
    func aRowThatWasPastedApartIsOneRow() throws {
        let document = try self.read(
            Self.head + Self.plan + "Orsak\tÅtgärd\tAnsvarig\nFart\tKontroll A\nKontroll B\tPolisen\n")
        #expect(
            Summary.measures(document) == [
                "Trafik: Fart > Kontroll A [Polisen] ", "Trafik: Fart > Kontroll B [Polisen] ",
            ])
        #expect(self.codes(document) == [.measuresSplit])
    }

    @Test("Marks for the same dashes and addresses are nobody")
    func marksForTheSameDashesAndAddressesAreNobody() throws {
        let document = try self.read(
            Self.head + Self.plan + """
                | Åtgärd | Ansvarig | Uppföljning |
                |---|---|---|
                | A | Polisen | - |
                | B | -"- | Antal |
                | C | Samma som ovan | Antal |
                | D | Fritid, tfn 0511-32000 | x |
                | E | Fritid, anna@exempel.example | x |
                | F | Skolan, Anna Exempel | x |
                | G | Elevhälsan: Bo | x |
                | H | Huvudansvar: Räddningstjänsten. Medverkar: skolan | x |
                | I | Tekniska i samverkan med polisen | x |
                """)
        #expect(
            document.measures.map { $0.responsibilities.map(\.name) } == [
                ["Polisen"], ["Polisen"], ["Polisen"], ["Fritid"], ["Fritid"], ["Skolan"], ["Elevhälsan"],
                ["Räddningstjänsten", "Skolan"], ["Tekniska", "Polisen"],
            ])
        #expect(document.measures.map { $0.responsibilities.map(\.lead) }[7] == [true, nil])
        #expect(document.measures[0].plannedFollowUp == nil)
        #expect(document.contacts.map { "\($0.contact ?? "") \($0.name)" } == ["Anna Exempel Skolan", "Bo Elevhälsan"])
        #expect(
            self.codes(document).filter { $0 == .contactGuessed }.count == 2
                && self.codes(document).filter { $0 == .severalContacts }.count == 2)
    }

    // MARK: Tables

    @Test(
        "A table that is no plan is passed by and told",
        arguments: [
            "| Version | Datum | Ändring |\n|---|---|---|\n| 1 | 2024-01-01 | Ny |\n",
            "| Roll | Kontaktperson | Telefon |\n|---|---|---|\n| Samordnare | Kim Exempel | 0511 |\n",
            "| Tid | Plats |\n|---|---|\n| 10 | Sal |\n",
            "| Område | 2022 | 2023 |\n|---|---|---|\n| Skara | 1 | 2 |\n",
            "| Månad | Aktivitet | Ansvarig |\n|---|---|---|\n| Januari | Möte | Samordnaren |\n",
        ])
    func aTableThatIsNoPlanIsPassedByAndTold(_ other: String) throws {
        let document = try self.read(Self.head + "# Handlingsplan 2024\n\n" + other + "\n## Trafik\n\n" + Self.table)
        #expect(Summary.measures(document) == ["Trafik:  > A [Polisen] "])
        #expect(self.codes(document) == [.tableLeftOut])
        #expect(document.warnings.first { $0.code == .tableLeftOut }?.place?.table == 1)
    }

    @Test(
        "Columns by other names",
        arguments: ["Åtgärd 2024", "Insatser 2024", "Åtagande", "Vad?", "Åtgärd (vad, hur)", "Aktivitet *", "Åtgärd¹"],
        ["Ansvarig", "Huvudansvarig", "Ansvarig nämnd", "Ansvarig (roll)", "Ansvarig 2024", "Vem?"])
    func columnsByOtherNames(_ measure: String, _ responsible: String) throws {
        let document = try self.read(
            Self.head + Self.plan + "| \(measure) | \(responsible) |\n|---|---|\n| A | Polisen |\n")
        #expect(Summary.measures(document) == ["Trafik:  > A [Polisen] "] && self.codes(document) == [])
    }

    @Test("Each sides measures")
    func eachSidesMeasures() throws {
        let document = try self.read(
            Self.head + Self.plan
                + "| Orsak | Kommunens åtgärder | Polisens åtgärder |\n|---|---|---|\n| O | Lysa | Patrullera |\n")
        #expect(Summary.measures(document) == ["Trafik: O > Lysa [Kommunen] ", "Trafik: O > Patrullera [Polisen] "])
    }

    @Test("Cards and labelled lines")
    func cardsAndLabelledLines() throws {
        let card = try self.read(
            Self.head + Self.plan
                + "| Åtgärd | Öppen hall |\n|---|---|\n| Orsak | Oro |\n| Ansvarig | Fritid |\n| Uppföljning | Antal |\n"
        )
        #expect(Summary.measures(card) == ["Trafik: Oro > Öppen hall [Fritid] Antal"])
        for lines in [
            "1. Kameror\n\nAnsvarig: Fritid. Klart: maj. Uppföljning: antal.\n\n2. Ljus\n\nAnsvarig: Parken. Klart: juni.\n",
            "### Kameror\n\nAnsvarig: Fritid\nKlart: maj\nUppföljning: antal\n\n### Ljus\n\nAnsvarig: Parken\nKlart: juni\n",
        ] {
            let document = try self.read(Self.head + Self.plan + lines)
            #expect(Summary.measures(document) == ["Trafik:  > Kameror [Fritid] antal", "Trafik:  > Ljus [Parken] "])
            #expect(document.measures.map(\.schedule) == ["maj", "juni"])
        }
    }

    // MARK: Promises, parties, registers

    @Test("Promises in their common forms")
    func promisesInTheirCommonForms() throws {
        func promises(_ text: String) throws -> [String] {
            try self.read(Self.head + text + Self.plan + Self.table).promises.map {
                "\($0.promisor.rawValue): \($0.text)"
            }
        }
        #expect(
            try promises(
                "## Medborgarlöfte 2024\n\n- Polisen lovar att gå runt.\n- Kommunen lovar att lysa upp.\n- Vi ska tillsammans lyssna.\n\n"
            ) == [
                "police: Polisen lovar att gå runt.", "municipality: Kommunen lovar att lysa upp.",
                "joint: Vi ska tillsammans lyssna.",
            ])
        #expect(
            try promises("## Polisens löften\n\n- Gå runt\n\n## Kommunens del\n\n- Lysa upp\n\n") == [
                "police: Gå runt", "municipality: Lysa upp",
            ])
        #expect(
            try promises("Polisen och kommunen lovar att:\n\n- lyssna\n- svara\n\n") == [
                "joint: lyssna", "joint: svara",
            ])
        #expect(
            try promises("| Polisen lovar | Kommunen lovar |\n|---|---|\n| Gå runt | Lysa upp |\n\n") == [
                "police: Gå runt", "municipality: Lysa upp",
            ])
        #expect(
            try promises(
                "## Vi lovar\n\nTillsammans har vi valt två saker.\n\n- Polisen: gå runt\n- lysa upp\n\nLöftet gäller under året.\n\n"
            ) == ["police: gå runt", "joint: lysa upp"])
        let earlier = try self.read(
            Self.head + "## Medborgarlöfte 2022 (avslutat)\n\n- Gå runt\n\n" + Self.plan + Self.table)
        #expect(earlier.promises == [] && self.codes(earlier) == [.earlierPromises])
    }

    @Test("Another years plan is not taken in")
    func anotherYearsPlanIsNotTakenIn() throws {
        let document = try self.read(
            Self.head + Self.plan + Self.table
                + "# Handlingsplan 2025\n\n## Trafik\n\n| Åtgärd | Ansvarig |\n|---|---|\n| B | Skolan |\n")
        #expect(Summary.measures(document) == ["Trafik:  > A [Polisen] "])
        #expect(
            self.codes(document).contains(.otherPlan) && document.warnings.contains { $0.text.contains("B | Skolan") })
    }

    @Test(
        "Parties in any phrasing",
        arguments: [
            (
                "Mellan Skara kommun och Polismyndigheten, lokalpolisområde Västra Skaraborg, har träffats följande överenskommelse.",
                ["Skara kommun", "Polismyndigheten, lokalpolisområde Västra Skaraborg"]
            ),
            (
                "Skara kommun, Polismyndigheten och Region Väst ingår denna överenskommelse.",
                ["Skara kommun", "Polismyndigheten", "Region Väst"]
            ),
            ("Polisen och Skara kommun tecknar denna överenskommelse.", ["Polisen", "Skara kommun"]),
        ])
    func partiesInAnyPhrasing(_ sentence: String, _ parties: [String]) throws {
        #expect(
            try self.read("# Överenskommelse 2024-2027\n\n\(sentence)\n\n" + Self.plan + Self.table).agreement.parties
                == parties)
    }

    @Test(
        "The register and the decision are proposed",
        arguments: [
            ("Dnr KS 2024/118\n\nAntagen av KF 2024-03-25 § 41", "KS 2024/118", "KF", "2024-03-25", "§ 41"),
            ("Dnr: KS 2024/61        Beslut: KS 2024-03-06 § 52", "KS 2024/61", "KS", "2024-03-06", "§ 52"),
            (
                "Diarienummer: 2024-118. Fastställd av kommunstyrelsen den 12 juni 2024, § 88", "2024-118",
                "kommunstyrelsen", "2024-06-12", "§ 88"
            ),
        ])
    func theRegisterAndTheDecisionAreProposed(
        _ text: String, _ number: String, _ body: String, _ date: String, _ paragraph: String
    ) throws {
        #expect(
            try self.read(Self.head + text + "\n\n" + Self.plan + Self.table).agreement.registration
                == .init(number: number, body: body, date: date, paragraph: paragraph))
        // Of a plan alone it is the plan's.
        #expect(
            try self.read(Self.plan.replacing("## Trafik", with: text + "\n\n## Trafik") + Self.table).plan
                .registration?.number == number)
    }

    @Test("What the plan stands on")
    func whatThePlanStandsOn() throws {
        let document = try self.read(
            Self.head
                + Self.plan.replacing(
                    "## Trafik",
                    with:
                        "Planen bygger på den lägesbild som tagits fram. Underlaget består av: statistik, enkät och trygghetsvandring.\n\n## Trafik"
                ) + Self.table)
        #expect(document.situationalPicture.sources.map(\.kind) == [.statistics, .survey, .safetyWalk])
    }

    @Test("A clause on the plan is not the plan")
    func aClauseOnThePlanIsNotThePlan() throws {
        let document = try self.read(
            Self.head + "## Handlingsplan 2024 och medborgarlöfte\n\nBiläggs.\n\n" + Self.plan + Self.table)
        #expect(document.agreement.sections.map(\.heading).contains("Handlingsplan 2024 och medborgarlöfte"))
        #expect(Summary.measures(document) == ["Trafik:  > A [Polisen] "])
    }

    // MARK: Met in a trial with other documents

    @Test("A subheading within an area takes no areas place")
    func aSubheadingWithinAnAreaTakesNoAreasPlace() throws {
        let whose = try self.read(
            Self.head + "# Handlingsplan 2024\n\n## Trafik\n\n### Kommunens åtgärder\n\n" + Self.table
                + "### Polisens insatser\n\n" + Self.table + "## Droger\n\n### Kortsiktiga åtgärder\n\n" + Self.table)
        #expect(whose.plan.priorityAreas.map { "\($0.title) \($0.measureCount)" } == ["Trafik 2", "Droger 1"])
        let cause = try self.read(
            Self.head + "# Handlingsplan 2024\n\n## Trafik\n\n### Orsak: Höga farter\n\n" + Self.table)
        #expect(Summary.measures(cause) == ["Trafik: Höga farter > A [Polisen] "])
        let rows = try self.read(
            Self.head
                + "# Handlingsplan 2024\n\n| Orsak | Åtgärd | Ansvarig |\n|---|---|---|\n| **1. Välfärdsbrott** | | |\n| O | A | Polisen |\n| **2. Droger** | | |\n| P | B | Skolan |\n"
        )
        #expect(Summary.measures(rows) == ["Välfärdsbrott: O > A [Polisen] ", "Droger: P > B [Skolan] "])
    }

    @Test("Labels that name the measure too")
    func labelsThatNameTheMeasureToo() throws {
        for lines in [
            "Åtgärd: Ringkedja\nAnsvarig: Hemtjänsten\nUppföljning: Antal\n\nÅtgärd: Träff\nAnsvarig: Polisen\nUppföljning: Blankett\n",
            "Åtgärd: Ringkedja\n\nAnsvarig: Hemtjänsten\n\nUppföljning: Antal\n\nÅtgärd: Träff. Ansvarig: Polisen. Uppföljning: Blankett.\n",
        ] {
            #expect(
                Summary.measures(try self.read(Self.head + "# Handlingsplan 2024\n\n## Äldre\n\n" + lines)) == [
                    "Äldre:  > Ringkedja [Hemtjänsten] Antal", "Äldre:  > Träff [Polisen] Blankett",
                ])
        }
    }

    @Test("Who promises stands in the heading or the sentence")
    func whoPromisesStandsInTheHeadingOrTheSentence() throws {
        func promises(_ text: String) throws -> [String] {
            try self.read(Self.head + text + Self.plan + Self.table).promises.map {
                "\($0.promisor.rawValue): \($0.text)"
            }
        }
        #expect(
            try promises(
                "# Medborgarlöften\n\n## Polisen ska\n\n- synas\n\n## Skara kommun ska\n\n- röja\n\n## Lokalpolisområdets löften\n\n- köra\n\n"
            ) == ["police: synas", "municipality: röja", "police: köra"])
        #expect(
            try promises("## Vi lovar\n\n- Polisen ska synas\n- Skara kommun ska röja\n\n") == [
                "police: Polisen ska synas", "municipality: Skara kommun ska röja",
            ])
        #expect(
            try promises(
                "## Medborgarlöfte\n\nPolisen lovar att synas. Kommunen lovar att röja. Tillsammans lovar vi att mötas.\n\n"
            ) == [
                "police: Polisen lovar att synas.", "municipality: Kommunen lovar att röja.",
                "joint: Tillsammans lovar vi att mötas.",
            ])
        #expect(
            try promises("Polisen ansvarar för att:\n\n- göra ronder\n\nSkolan ansvarar för att:\n\n- hålla kurs\n\n")
                == ["police: göra ronder"])
    }

    @Test("Signers behind the plan in other forms")
    func signersBehindThePlanInOtherForms() throws {
        let above = try self.read(
            Self.head + Self.plan + Self.table
                + "Skara dag som ovan\n\nPer Attrapp\nKommunstyrelsens ordförande, Skara kommun\n")
        #expect(
            above.agreement.signers.map(\.name) == ["Per Attrapp"] && above.plan.priorityAreas[0].description == nil)
        let listed = try self.read(
            Self.head + Self.plan + Self.table
                + "## Underskrifter\n\nDokumentet är digitalt signerat av:\n\n- Ada Exempel, kommundirektör, 2024-03-03\n- Bo Exempel, lokalpolisområdeschef, 2024-03-04\n"
        )
        #expect(
            listed.agreement.signers.map { "\($0.name) \($0.title) \($0.date ?? "")" } == [
                "Ada Exempel kommundirektör 2024-03-03", "Bo Exempel lokalpolisområdeschef 2024-03-04",
            ])
    }

    @Test("Names that are one stay one and sums are no measures")
    func namesThatAreOneStayOneAndSumsAreNoMeasures() throws {
        let document = try self.read(
            Self.head + Self.plan
                + "| Åtgärd | Ansvarig |\n|---|---|\n| A | Miljö-, bygg- och räddningsnämnden |\n| B | Elevhälsan (a@example.se) |\n| C | Polisen samt Skolan |\n| Summa | |\n"
        )
        #expect(
            document.measures.map { $0.responsibilities.map(\.name) } == [
                ["Miljö-, bygg- och räddningsnämnden"], ["Elevhälsan"], ["Polisen", "Skolan"],
            ])
        #expect(document.warnings.contains { $0.text.contains("Summa") })
    }

    @Test("An agreement alone and a report by its title")
    func anAgreementAloneAndAReportByItsTitle() throws {
        let alone = try self.read(Self.head + "## Uppföljning\n\nSker varje år.\n")
        #expect(
            alone.holdsAgreement && !alone.holdsPlan && alone.agreement.sections.map(\.heading).contains("Uppföljning"))
        #expect(throws: DocumentError.followUpReport) {
            try self.read(
                "# Uppföljning av handlingsplan 2024\n\n| Åtgärd | Resultat | Kommentar |\n|---|---|---|\n| Vandring | Genomförd | Bra |\n"
            )
        }
        #expect(
            try self.read(
                "# Överenskommelse mellan Skara kommun och Polisen, giltig 1 juli 2024–30 juni 2026\n\nText.\n\n"
                    + Self.plan + Self.table
            ).agreement.parties == ["Skara kommun", "Polisen"])
    }

    // MARK: Bytes

    @Test("Text in other encodings")
    func textInOtherEncodings() throws {
        let text = Self.head + Self.plan + Self.table
        func read(_ bytes: [UInt8]) throws -> AgreementDocument {
            try DocumentFile.read(.text, bytes, municipality: "Skara", district: "Västra Skaraborg")
        }
        let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try read([0xFF, 0xFE] + utf16).agreement.title == read(Array(text.utf8)).agreement.title)
        let windows = text.unicodeScalars.map { UInt8($0.value & 0xFF) }
        let guessed = try read(windows)
        #expect(
            guessed.agreement.parties == ["Skara kommun", "lokalpolisområde Västra Skaraborg"]
                && guessed.warnings.first?.code == .encodingGuessed)
        for bytes in [[0x81, 0x41], [0x41, 0x00], Array(repeating: 0xFF, count: 40)] as [[UInt8]] {
            #expect(throws: DocumentError.notText) { try read(bytes) }
        }
    }

    @Test(
        "Numbers that only look like peoples",
        arguments: [
            ("ring 0708121231", true), ("A230115-2027", true), ("070-812 12 31", true), ("811228-9874", false),
            ("Hen811228-9874", false), ("8112289874", false),
        ])
    func numbersThatOnlyLookLikePeoples(_ text: String, _ isTaken: Bool) {
        #expect(PersonalIdentityNumber.isPresent(in: text) != isTaken)
    }
}
