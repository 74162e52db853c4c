import AgreementParsing
import ArgumentParser
import FoundationEssentials
import Samverkan

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Import an agreement from a .docx, .odt, .pdf, .xlsx, .csv, .txt or .md file, as the local coordinator.",
        discussion: "Without --confirm only the proposal is stored. Decisions need --confirm.")

    @Argument(help: "The document.")
    var file: String

    @Option(help: "Code of the municipality.")
    var municipality: String

    @Flag(help: "Make the draft agreement, situational picture and plan.")
    var confirm = false

    @Option(help: "LINE=AREA: the cause on this line goes to the area at this position. May be repeated.")
    var place: [String] = []

    @Option(help: "NAME=PART+PART: a joined name is these responsible parties. May be repeated.")
    var split: [String] = []

    @Option(help: "KEEP=NAME: NAME is the same responsible party as KEEP. May be repeated.")
    var merge: [String] = []

    @Option(
        help:
            "NAME=KIND: the column below this name holds this (area, cause, measure, responsible, contact, followUp, schedule, target, note). May be repeated."
    )
    var column: [String] = []

    @Option(help: "NUMBER=KIND: the table is this (measures, signatures, promises, leftOut). May be repeated.")
    var table: [String] = []

    @Option(help: "START/END, or START/: the agreement's period.")
    var period: String?

    @Option(help: "The agreement's title.")
    var title: String?

    @Option(help: "The plan's year.")
    var year: Int?

    @Option(help: "LINE: what stands there is not read. May be repeated.")
    var leaveOut: [Int] = []

    @Option(
        help: ArgumentHelp("The heading's line of the plan to read, where the document has several.", valueName: "line")
    )
    var plan: Int?

    @Option(help: ArgumentHelp("A paragraph that names an area, by its line.", valueName: "line"))
    var area: [Int] = []

    @Flag(help: "Mask identity numbers, and keep the masked text instead of the file.")
    var leaveOutIdentityNumbers = false

    @Option(help: "LINE+LINE: these measures are one. May be repeated.")
    var join: [String] = []

    @Option(help: "LINE: each line of this measure is a measure. May be repeated.")
    var divide: [Int] = []

    @Option(help: "ID of an agreement that is here already: plan and promises become its own.")
    var agreement: String?

    @Flag(help: "Confirm a document that says that it is a draft or secret.")
    var acceptMarkings = false

    @OptionGroup var state: StateOptions

    private func pair(_ text: String, _ option: String) throws -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw ValidationError("\(option) «\(text)» needs a text on both sides of =") }
        return (parts[0], parts[1])
    }

    private func decisions() throws -> Decisions {
        Decisions(
            placements: try self.place.map {
                let (line, area) = try self.pair($0, "--place")
                guard let line = Int(line), let area = Int(area) else {
                    throw ValidationError("--place «\($0)» must be LINE=AREA, two whole numbers")
                }
                return .init(line: line, area: area)
            },
            splits: try self.split.map {
                let (name, parts) = try self.pair($0, "--split")
                return .init(name: name, into: parts.split(separator: "+").map(String.init))
            },
            merges: try self.merge.map {
                let (keep, merge) = try self.pair($0, "--merge")
                return .init(keep: keep, merge: merge)
            }, acceptsMarkings: self.acceptMarkings)
    }

    private func readingDecisions() throws -> ReadingDecisions {
        var decisions = ReadingDecisions()
        func kind<Kind: RawRepresentable<String> & CaseIterable>(_ text: String, _ option: String, _ type: Kind.Type)
            throws -> Kind
        {
            guard let kind = Kind(rawValue: text) else {
                throw ValidationError(
                    "\(option) «\(text)» must be one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return kind
        }
        decisions.columns = try self.column.map {
            let (name, text) = try self.pair($0, "--column")
            return .init(name: name, kind: try kind(text, "--column", ReadingDecisions.Column.Kind.self))
        }
        decisions.tables = try self.table.map {
            let (number, text) = try self.pair($0, "--table")
            guard let number = Int(number) else {
                throw ValidationError("--table «\($0)» must begin with the table's number")
            }
            return .init(table: number, kind: try kind(text, "--table", ReadingDecisions.Table.Kind.self))
        }
        if let period {
            let days = period.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard days.count == 2, ImportService.isDay(days[0]), days[1].isEmpty || ImportService.isDay(days[1]),
                days[1].isEmpty || days[0] <= days[1]
            else {
                throw ValidationError(
                    "--period «\(period)» must be two days as 2024-01-01/2027-12-31, or one and a slash")
            }
            decisions.period = .init(start: days[0], end: days[1].isEmpty ? nil : days[1])
        }
        decisions.title = self.title
        decisions.year = self.year
        decisions.leaveOut = self.leaveOut
        decisions.plan = self.plan
        if !self.area.isEmpty { decisions.areas = self.area }
        if self.leaveOutIdentityNumbers { decisions.leavesOutIdentityNumbers = true }
        decisions.joins = try self.join.map {
            let lines = $0.split(separator: "+").compactMap { Int($0) }
            guard lines.count > 1 else {
                throw ValidationError("--join «\($0)» needs two numbers or more with + between them")
            }
            return lines
        }
        decisions.divisions = self.divide
        return decisions
    }

    func validate() throws {
        _ = try self.readingDecisions()
        var decisions = try self.decisions()
        decisions.acceptsMarkings = false
        if decisions != Decisions(), !self.confirm {
            throw ValidationError("--place, --split and --merge need --confirm")
        }
    }

    func run() async throws {
        guard let mediaType = ImportDocument.MediaType(fileName: self.file) else {
            throw SettingsError(
                ImportDocument.whyNeverRead(fileName: self.file)
                    ?? "\(self.file) is no .docx, .odt, .pdf, .xlsx, .csv, .txt or .md file")
        }
        guard let content = FileManager.default.contents(atPath: self.file) else {
            throw SettingsError("cannot read \(self.file)")
        }
        let settings = try await self.state.settings()
        guard try DevelopmentIssuer(stateDirectory: settings.stateDirectory) != nil else {
            throw SettingsError(
                "there is no local coordinator without a development issuer; import through the API instead")
        }
        let caller = try DevelopmentIssuer.caller(role: .coordinator, municipality: self.municipality, district: nil)
        let database = Database(
            url: settings.databaseURL, passwords: settings.passwords, serverKey: settings.serverKey, poolSizes: [:],
            queueLimit: 16)
        defer { database.shutDown() }
        let name = self.file.split(separator: "/").last.map(String.init) ?? self.file
        let report = try await ImportService(database: database, settings: settings).run(
            caller, municipality: self.municipality,
            ImportDocument(fileName: name, mediaType: mediaType, content: Array(content)),
            reading: try self.readingDecisions(),
            decisions: {
                var decisions = try self.decisions()
                decisions.agreementID = self.agreement
                return decisions
            }(), confirm: self.confirm)
        self.show(report)
    }

    private func show(_ report: ImportService.Report) {
        let document = report.document
        let agreement = document.agreement
        print("import \(report.importID) \(self.confirm ? "confirmed" : "previewed")")
        if let id = report.agreementID { print("  agreement \(id)") }
        if let id = report.pictureID { print("  situational picture \(id)") }
        if let id = report.planID { print("  action plan \(id)") }
        print("title: \(agreement.title)")
        print("parties: \(agreement.parties.joined(separator: " | "))")
        print("period: \(agreement.period.start) to \(agreement.period.end ?? "until further notice")")
        print("signers: \(agreement.signers.count)")
        for signer in agreement.signers {
            print(
                "  \(signer.party.rawValue): \(signer.name), \(signer.title), \(signer.place ?? "no place")\(signer.date.map { " \($0)" } ?? "")"
            )
        }
        print("sources of the situational picture: \(document.situationalPicture.sources.count)")
        print("plan: \(document.plan.year), \(document.plan.introduction == nil ? "without" : "with") introduction")
        print("priority areas: \(document.plan.priorityAreas.count)")
        for (index, area) in document.plan.priorityAreas.enumerated() {
            print("  \(index + 1). \(area.title) (measures: \(area.measureCount))")
            for cause in area.causes {
                print("     line \(cause.line): \(cause.text) (measures: \(cause.measures.count))")
                for measure in cause.measures { self.show(measure) }
            }
            for measure in area.measures { self.show(measure) }
        }
        print("causes: \(document.plan.priorityAreas.reduce(0) { $0 + $1.causes.count })")
        print(
            "measures: \(document.measures.count), with planned follow-up: \(document.measures.count { $0.plannedFollowUp != nil })"
        )
        print("responsible parties: \(document.responsibleParties.count)")
        for name in document.responsibleParties { print("  \(name)") }
        print("contacts: \(document.contacts.count)")
        print("promises: \(document.promises.count)")
        for promise in document.promises { print("  \(promise.promisor.rawValue): \(promise.text)") }
        print("warnings: \(document.warnings.count)")
        for warning in document.warnings {
            print(
                "  line \(warning.line)\(warning.place.map { " (\($0.text))" } ?? ""): \(warning.code.rawValue): \(warning.text)"
            )
        }
    }

    private func show(_ measure: AgreementDocument.Measure) {
        let who = measure.responsibilities.map {
            $0.name + ($0.lead == true ? " (leads)" : "") + ($0.contact.map { " (\($0))" } ?? "")
        }.joined(separator: ", ")
        print(
            "       line \(measure.line): \(measure.text.split(separator: "\n").joined(separator: " / ")) — \(who.isEmpty ? "nobody" : who)\(measure.plannedFollowUp.map { " — \($0)" } ?? "")"
        )
    }
}
