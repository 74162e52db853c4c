import AgreementParsing
import Glibc
import Testing

/// Small documents, each with one way of writing that municipalities use.
@Suite(.readingTime) struct DocumentReaderTests {
    static let head = """
        # Samverkansöverenskommelse
        Vara kommun och Lokalpolisområde Västra Skaraborg 2024-2027

        """
    static let table = "Orsak\tÅtgärd\tAnsvarig\tUppföljning\nOro\tVandra\tPolisen\tAntal\n"

    private func read(_ plan: String, head: String = head) throws -> AgreementDocument {
        try DocumentReader.read(
            "\(head)\n# Handlingsplan 2024\n\(plan)", municipality: "Vara", district: "Västra Skaraborg")
    }

    // MARK: Periods

    @Test(
        "Periods as they are written",
        arguments: [
            ("Överenskommelsen gäller 2020-01-01 till och med 2023-12-31.", "2020-01-01", "2023-12-31"),
            ("Avtalet gäller 2023-03-01–2027-02-28.", "2023-03-01", "2027-02-28"),
            ("Gäller 2023-03-01 - 2027-02-28", "2023-03-01", "2027-02-28"),
            ("Gäller 1 mars 2023 – 28 februari 2027.", "2023-03-01", "2027-02-28"),
            ("Gäller från den 1 mars 2023 till och med den 28 februari 2027.", "2023-03-01", "2027-02-28"),
            ("Gäller 2020-01-01 t.o.m. 2023-12-31.", "2020-01-01", "2023-12-31"),
            ("Perioden är 2020-2023.", "2020-01-01", "2023-12-31"),
            ("Överenskommelsen gäller tills vidare från 2019-12-06.", "2019-12-06", nil as String?),
            ("Gäller från och med 6 december 2019 och tills vidare.", "2019-12-06", nil),
        ])
    func periodsAsTheyAreWritten(_ sentence: String, _ start: String, _ end: String?) throws {
        let document = try self.read(Self.table, head: "# Överenskommelse\n\n## Avtalsperiod\n\(sentence)\n")
        #expect(document.agreement.period == .init(start: start, end: end))
    }

    @Test("A period that ends before it starts is refused with its line")
    func aPeriodThatEndsBeforeItStartsIsRefusedWithItsLine() {
        #expect(
            throws: DocumentError.periodEndsBeforeStart(line: 4, text: "Gäller 2024-01-01 till och med 2023-12-31.")
        ) {
            try self.read(
                Self.table, head: "# Överenskommelse\n\n## Avtalsperiod\nGäller 2024-01-01 till och med 2023-12-31.\n")
        }
    }

    @Test("Without a period the plans year is proposed with a warning")
    func withoutAPeriodThePlansYearIsProposedWithAWarning() throws {
        let document = try self.read(Self.table, head: "# Överenskommelse\n\nText utan årtal.\n")
        #expect(document.agreement.period == .init(start: "2024-01-01", end: "2024-12-31"))
        #expect(document.warnings.contains { $0.code == .periodMissing })
    }

    @Test("Without period and year there is no agreement")
    func withoutPeriodAndYearThereIsNoAgreement() {
        #expect(throws: DocumentError.periodMissing) {
            try DocumentReader.read("# Överenskommelse\n\n# Handlingsplan\n\(Self.table)")
        }
    }

    // MARK: Tables

    @Test(
        "Columns by their usual names in any order", arguments: ["Orsak", "Problem"], ["Åtgärd", "Aktivitet", "Insats"])
    func columnsByTheirUsualNamesInAnyOrder(_ cause: String, _ measure: String) throws {
        let document = try self.read(
            "| Ansvarig/Utförare | \(measure) | Uppföljning/Mätning | \(cause) |\n|---|---|---|---|\n| Polisen | Vandra | Antal | Oro |\n"
        )
        let area = document.plan.priorityAreas[0]
        #expect(area.causes.map(\.text) == ["Oro"])
        #expect(area.causes[0].measures.map(\.text) == ["Vandra"])
        #expect(area.causes[0].measures[0].plannedFollowUp == "Antal")
        #expect(area.causes[0].measures[0].responsibilities.map(\.name) == ["Polisen"])
    }

    @Test("Other columns go where they belong and unknown ones to notes with a warning")
    func otherColumnsGoWhereTheyBelongAndUnknownOnesToNotesWithAWarning() throws {
        let document = try self.read(
            "Åtgärd\tMål/Indikator\tNär/Tidplan\tStatus\tBudget\tZon\nVandra\tMinst tio\tHösten\tPågår\t20 tkr\tNorr\n")
        let measure = document.plan.priorityAreas[0].measures[0]
        #expect(measure.target == "Minst tio")
        #expect(measure.schedule == "Hösten")
        #expect(measure.notes == "Status: Pågår\nBudget: 20 tkr\nZon: Norr")
        #expect(document.warnings.filter { $0.code == .columnUnknown }.map(\.line) == [5])
    }

    @Test("Blank lines stay in a table and dashes end it")
    func blankLinesStayInATableAndDashesEndIt() throws {
        let document = try self.read(
            "Orsak\tÅtgärd\tAnsvarig\nOro\tVandra\tPolisen\n\n\tLysa\tParkenheten\n--\t--\t--\nMer text.\n")
        #expect(document.measures.map(\.text) == ["Vandra", "Lysa"])
        #expect(document.plan.priorityAreas[0].causes.count == 1)
        #expect(document.plan.priorityAreas[0].description == "Mer text.")
    }

    @Test("Equally many paragraphs pair in order")
    func equallyManyParagraphsPairInOrder() throws {
        let document = try self.read("Åtgärd\tAnsvarig\tUppföljning\nVandra  Lysa\tPolisen  Parkenheten\tAntal  Lux\n")
        #expect(document.measures.map { $0.responsibilities.map(\.name) } == [["Polisen"], ["Parkenheten"]])
        #expect(document.measures.map(\.plannedFollowUp) == ["Antal", "Lux"])
    }

    @Test("Unequally many go to all with a warning")
    func unequallyManyGoToAllWithAWarning() throws {
        let document = try self.read("Åtgärd\tAnsvarig\nVandra  Lysa  Måla\tPolisen  Parkenheten\n")
        #expect(document.measures.allSatisfy { $0.responsibilities.map(\.name) == ["Polisen", "Parkenheten"] })
        #expect(document.warnings.contains { $0.code == .responsiblesNotPaired && $0.line == 6 })
    }

    @Test("No table and a table without measures are refused")
    func noTableAndATableWithoutMeasuresAreRefused() {
        #expect(throws: DocumentError.noTable) { try self.read("Bara text.\n") }
        #expect(throws: DocumentError.tableWithoutMeasureColumn(line: 5, heads: "Orsak | Ansvarig")) {
            try self.read("Orsak\tAnsvarig\nOro\tPolisen\n")
        }
        #expect(throws: DocumentError.tableWithoutMeasureColumn(line: 5, heads: "Namn | Telefon")) {
            try self.read("Namn\tTelefon\nX\t1\n")
        }
        #expect(throws: DocumentError.empty) { try DocumentReader.read(" \n\t\n") }
    }

    // MARK: Areas

    @Test("Areas as lists", arguments: ["1. Centrum\n2. Skolan\n", "- Centrum\n- Skolan\n", "* Centrum\n* Skolan\n"])
    func areasAsLists(_ list: String) throws {
        let document = try self.read("Prioriterade områden:\n\n\(list)\n## Skolan\nOro finns.\n\n\(Self.table)")
        #expect(document.plan.priorityAreas.map(\.title) == ["Centrum", "Skolan"])
        #expect(document.plan.priorityAreas.map(\.measureCount) == [0, 1])
        #expect(document.plan.priorityAreas[1].description == "Oro finns.")
        #expect(document.warnings.filter { $0.code == .areaWithoutMeasure }.count == 1)
    }

    @Test("Areas as headings")
    func areasAsHeadings() throws {
        let document = try self.read("## Område 1: Centrum\n\(Self.table)\n## Område 2: Skolan\n\(Self.table)")
        #expect(document.plan.priorityAreas.map(\.title) == ["Centrum", "Skolan"])
        #expect(!document.warnings.contains { $0.code == .tableHeadingIsNoArea })
        let plain = try self.read("## Centrum\n\(Self.table)\n## Skolan\n\(Self.table)")
        #expect(plain.plan.priorityAreas.map(\.title) == ["Centrum", "Skolan"])
    }

    @Test("A table under no area gets one after the others with a warning")
    func aTableUnderNoAreaGetsOneAfterTheOthersWithAWarning() throws {
        let document = try self.read("Prioriterade områden:\n\n1. Centrum\n\n## Något annat\nVarför.\n\n\(Self.table)")
        #expect(document.plan.priorityAreas.map(\.title) == ["Centrum", "Något annat"])
        #expect(document.plan.priorityAreas[1].description == "Varför.")
        #expect(document.warnings.contains { $0.code == .tableHeadingIsNoArea && $0.line == 9 })
    }

    // MARK: Who is responsible

    @Test("Contacts in bold within parentheses belong to the name before")
    func contactsInBoldWithinParenthesesBelongToTheNameBefore() throws {
        let document = try self.read(
            "Åtgärd\tAnsvarig\nVandra\tPolisen (**Alva**), Parkenheten ( <b>Bo</b> )\nLysa\tBRÅ, (**Cleo**) Fritid\n")
        #expect(
            document.contacts.map { "\($0.contact ?? "") \($0.name)" } == [
                "Alva Polisen", "Bo Parkenheten", "Cleo BRÅ",
            ])
    }

    @Test("Joined names are split where a part is known")
    func joinedNamesAreSplitWhereAPartIsKnown() throws {
        let known = try self.read(
            "Åtgärd\tAnsvarig\nA\tPlan- och byggenheten och Teknik och service\nB\tTeknik och service\n")
        #expect(known.responsibleParties == ["Plan- och byggenheten", "Teknik och service"])
        #expect(known.warnings.contains { $0.code == .responsibleSplit && $0.line == 6 })
        let unknown = try self.read("Åtgärd\tAnsvarig\nA\tSocialtjänsten och skolan\n")
        #expect(unknown.responsibleParties == ["Socialtjänsten och skolan"])
        #expect(unknown.warnings.contains { $0.code == .responsiblePossiblyJoined })
    }

    @Test("One spelling for each name and a duplicate is only a warning")
    func oneSpellingForEachNameAndADuplicateIsOnlyAWarning() throws {
        let document = try self.read(
            "Åtgärd\tAnsvarig\nA\tpolisen, Barn och unga\nB\tPolisen, barn och UNGA\nC\tBarn och ungaförvaltningen\n")
        #expect(document.responsibleParties == ["Polisen", "Barn och unga", "Barn och ungaförvaltningen"])
        #expect(document.warnings.contains { $0.code == .responsiblePossiblyDuplicate })
    }

    // MARK: Promises, signers, others

    @Test("Promises under their headings")
    func promisesUnderTheirHeadings() throws {
        let document = try self.read(
            Self.table,
            head: Self.head
                + "\n## Kommunen lovar\n- Lysa upp\n- Städa\n\n## Polisen lovar\n- Synas\n\n## Tillsammans lovar vi\n- Lyssna\n"
        )
        #expect(
            document.promises.map { "\($0.promisor.rawValue): \($0.text)" } == [
                "municipality: Lysa upp", "municipality: Städa", "police: Synas", "joint: Lyssna",
            ])
        #expect(!document.warnings.contains { $0.code == .promiseMissing })
    }

    @Test("Three signers")
    func threeSigners() throws {
        let document = try self.read(
            Self.table,
            head: Self.head + """

                Vara den 3 mars 2024

                Vara kommun

                ________________
                Kim Exempelsson
                Kommunstyrelsens ordförande

                ________________
                Lo Exempelberg
                Kommundirektör

                Vara den

                Lokalpolisområde Västra Skaraborg
                Robin Exempelman, lokalpolisområdeschef

                """)
        #expect(document.agreement.signers.map(\.name) == ["Kim Exempelsson", "Lo Exempelberg", "Robin Exempelman"])
        #expect(document.agreement.signers.map(\.party) == [.municipality, .municipality, .police])
        #expect(document.agreement.signers.map(\.date) == ["2024-03-03", "2024-03-03", nil])
        #expect(document.agreement.signers.allSatisfy { $0.place == "Vara" })
    }

    @Test("Another municipality or district is a warning")
    func anotherMunicipalityOrDistrictIsAWarning() throws {
        let document = try self.read(
            Self.table,
            head:
                "# Överenskommelse 2024-2027\n\nTidaholms kommun och Lokalpolisområde Östra Skaraborg ingår överenskommelsen.\n"
        )
        #expect(document.warnings.contains { $0.code == .otherMunicipality && $0.line == 3 })
        #expect(document.warnings.contains { $0.code == .otherDistrict && $0.line == 3 })
        #expect(
            try self.read(Self.table).warnings.allSatisfy { $0.code != .otherMunicipality && $0.code != .otherDistrict }
        )
    }

    // MARK: Traps

    @Test("An escaped pipe stays in its cell")
    func anEscapedPipeStaysInItsCell() throws {
        let document = try self.read("| Åtgärd | Ansvarig |\n|---|---|\n| Enkät \\| uppföljning | Elevhälsan |\n")
        #expect(document.measures.map(\.text) == ["Enkät | uppföljning"])
        #expect(document.responsibleParties == ["Elevhälsan"])
    }

    @Test("Two tables with a blank line between are two")
    func twoTablesWithABlankLineBetweenAreTwo() throws {
        let document = try self.read(
            "| Åtgärd | Ansvarig |\n|---|---|\n| A1 | Polisen |\n|  |  |\n| A2 | Polisen |\n\n| Orsak | Åtgärd |\n|---|---|\n| O2 | A3 |\n"
        )
        #expect(document.measures.map(\.text).sorted() == ["A1", "A2", "A3"])
        #expect(document.plan.priorityAreas.flatMap(\.causes).map(\.text) == ["O2"])
    }

    @Test("Headings within an area are the areas text")
    func headingsWithinAnAreaAreTheAreasText() throws {
        let document = try self.read(
            "## Område 1: Narkotika\n### Nuläge\nDet ökar.\n### Mål\nMindre.\n\n\(Self.table)## Område 2: Skolan\n\(Self.table)"
        )
        #expect(document.plan.priorityAreas.map(\.title) == ["Narkotika", "Skolan"])
        #expect(document.plan.priorityAreas[0].description == "Nuläge\n\nDet ökar.\n\nMål\n\nMindre.")
        #expect(document.plan.priorityAreas.map(\.measureCount) == [1, 1])
    }

    @Test("An earlier period is not the agreements")
    func anEarlierPeriodIsNotTheAgreements() throws {
        let document = try self.read(
            Self.table,
            head:
                "# Överenskommelse\n\nGäller 2024-2025 med möjlighet till förlängning.\n\nTidigare överenskommelser har gällt 2018–2021.\n"
        )
        #expect(document.agreement.period == .init(start: "2024-01-01", end: "2025-12-31"))
        #expect(document.warnings.contains { $0.code == .severalPeriods && $0.line == 5 })
    }

    @Test("Signatures after the plan are signers")
    func signaturesAfterThePlanAreSigners() throws {
        let document = try self.read(
            Self.table
                + "\n## Underskrifter\nVara den 3 maj 2024\n\nVara kommun\nLisa af Ekenstam\nKommunstyrelsens ordförande\n\nVara den\n\nFör Bostäder AB\nPia M. Lind\nVD\n\nVara den 4 maj 2024\n"
        )
        #expect(document.agreement.signers.map(\.name) == ["Lisa af Ekenstam", "Pia M. Lind"])
        #expect(document.warnings.contains { $0.code == .signerPartyUncertain })
        #expect(document.warnings.contains { $0.code == .textNotPlaced && $0.text.contains("4 maj 2024") })
    }

    @Test("Contacts in other forms are no part of the name")
    func contactsInOtherFormsAreNoPartOfTheName() throws {
        let document = try self.read(
            "Åtgärd\tAnsvarig\nA\tTekniska (**Per**, **Ola**)\nB\tElevhälsan (Kontakt: Maria)\nC\tPolisen (Anna)\nD\tD / E\n"
        )
        #expect(document.responsibleParties == ["Tekniska", "Elevhälsan", "Polisen", "D / E"])
        #expect(document.contacts.map(\.contact) == ["Per", "Maria", "Anna"])
        #expect(
            document.warnings.filter {
                [.severalContacts, .contactGuessed, .responsiblePossiblyJoined].contains($0.code)
            }.map(\.line) == [8, 6, 9])
    }

    @Test("Soft hyphens do not hide a column")
    func softHyphensDoNotHideAColumn() throws {
        #expect(
            try self.read("Or\u{AD}sak\tÅt\u{AD}gärd\tAnsvarig\nOro\tVandra\tPolisen\n").measures.map(\.text) == [
                "Vandra"
            ])
    }

    @Test("What would multiply is refused")
    func whatWouldMultiplyIsRefused() {
        let many = (0..<60).map { "a\($0)" }.joined(separator: "  ")
        #expect(throws: DocumentError.unreadable) { try self.read("Åtgärd\tAnsvarig\n\(many)\tPolisen\n") }
        #expect(throws: DocumentError.unreadable) {
            try self.read("Åtgärd\tAnsvarig\n" + String(repeating: "a\tb\n", count: 2_001))
        }
    }

    // MARK: Decisions

    @Test("Decisions move place and merge")
    func decisionsMovePlaceAndMerge() throws {
        let document = try self.read(
            "Prioriterade områden:\n\n1. Centrum\n\n## Annat\nVarför.\n\nOrsak\tÅtgärd\tAnsvarig\nOro\tVandra\tSocialtjänsten och skolan, Fritid\nMörker\tLysa\tFritidsenheten\n"
        )
        let decided = try Decisions(
            placements: [.init(line: 13, area: 1), .init(line: 14, area: 1)],
            splits: [.init(name: "Socialtjänsten och skolan", into: ["Socialtjänsten", "Skolan"])],
            merges: [.init(keep: "Fritidsenheten", merge: "Fritid")]
        ).apply(to: document)
        #expect(decided.plan.priorityAreas.map(\.title) == ["Centrum"])
        #expect(decided.plan.priorityAreas[0].causes.map(\.text) == ["Oro", "Mörker"])
        #expect(decided.plan.notes == "Annat\nVarför.")
        #expect(decided.responsibleParties == ["Socialtjänsten", "Skolan", "Fritidsenheten"])
        #expect(!decided.warnings.contains { $0.code == .areaWithoutMeasure })
        #expect(throws: Decisions.Misfit.noCauseOnLine(index: 0, line: 99)) {
            try Decisions(placements: [.init(line: 99, area: 1)]).apply(to: document)
        }
        #expect(throws: Decisions.Misfit.noSuchArea(index: 0, area: 9)) {
            try Decisions(placements: [.init(line: 13, area: 9)]).apply(to: document)
        }
        #expect(throws: Decisions.Misfit.lineTwice(index: 1, line: 13)) {
            try Decisions(placements: [.init(line: 13, area: 1), .init(line: 13, area: 1)]).apply(to: document)
        }
        #expect(throws: Decisions.Misfit.splitUnknown(index: 0)) {
            try Decisions(splits: [.init(name: "Ingen", into: ["A", "B"])]).apply(to: document)
        }
        #expect(throws: Decisions.Misfit.mergeUnknown(index: 0)) {
            try Decisions(merges: [.init(keep: "Ingen", merge: "Fritid")]).apply(to: document)
        }
        #expect(throws: Decisions.Misfit.mergeWithItself(index: 0)) {
            try Decisions(merges: [.init(keep: "Fritid", merge: "fritid")]).apply(to: document)
        }
    }

    /// Eight times as many decisions on eight times as many names cost about eight times as much, not sixty-four.
    @Test("Decisions cost as much as there are of them")
    func decisionsCostAsMuchAsThereAreOfThem() throws {
        func cost(_ count: Int) throws -> Double {
            let rows = (0..<count).map { "Åtgärd \($0)\tEnhet nummer \($0)\n" }.joined()
            let document = try self.read("Åtgärd\tAnsvarig\n\(rows)")
            #expect(document.responsibleParties.count == count)
            let decisions = Decisions(
                splits: (1..<count / 2).map {
                    .init(name: "Enhet nummer \($0)", into: ["Enhet \($0) a", "Enhet \($0) b"])
                },
                merges: (count / 2..<count).map { .init(keep: "enhet nummer 0", merge: "Enhet nummer \($0)") })
            let started = Self.threadTime()
            let decided = try decisions.apply(to: document)
            let ended = Self.threadTime()
            #expect(decided.responsibleParties.count == count - 1)
            return ended - started
        }
        // The least of several, in turns: another thread may empty the caches under one, or under all of a while.
        var (few, many) = (Double.infinity, Double.infinity)
        for _ in 1...8 {
            few = min(few, try cost(200))
            many = min(many, try cost(1_600))
        }
        #expect(many / few < 24, "\(few) \(many)")
    }

    /// Seconds that this thread has worked.
    private static func threadTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    // MARK: Personal identity numbers

    @Test(
        "Personal identity numbers are found",
        arguments: [
            "19811228-9874", "811228-9874", "8112289874", "198112289874", "Hen (670919-9530) bor här", "701063-2391",
            "811228–9874", "811228 9874", "19811228\u{2011}9874",
            "20240312 811228-9874", "KS 2024:100000 811228-9874", "811228 - 9874", "811228  9874", "811228_9874",
            "811228/9874", "(811228)-9874", "1981-12-28-9874", "811228\t9874",
            "811228\n9874", "811228\u{200B}9874", "８１１２２８-９８７４",
        ])
    func personalIdentityNumbersAreFound(_ text: String) {
        #expect(PersonalIdentityNumber.isPresent(in: text))
    }

    @Test(
        "Other numbers are not",
        arguments: [
            "811228-9875", "2020-01-01 till 2023-12-31", "0500-123456", "Dnr 2020/123", "1234567890",
            "99199-8712289874", "2024-01-15 - 2024-12-31", "2024-01-15 2025", "0510-77 00 00", "811228, 2020, 9874",
            "811228    9874",
        ])
    func otherNumbersAreNot(_ text: String) {
        #expect(!PersonalIdentityNumber.isPresent(in: text))
    }
}
