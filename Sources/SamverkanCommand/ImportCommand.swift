import AgreementParsing
import ArgumentParser
import FoundationEssentials
import Samverkan

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import an agreement from a .docx, .odt, .xlsx, .csv, .txt or .md file, as the local coordinator.",
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
                guard let line = Int(line), let area = Int(area) else { throw ValidationError("--place «\($0)» must be LINE=AREA, two whole numbers") }
                return .init(line: line, area: area)
            },
            splits: try self.split.map {
                let (name, parts) = try self.pair($0, "--split")
                return .init(name: name, into: parts.split(separator: "+").map(String.init))
            },
            merges: try self.merge.map {
                let (keep, merge) = try self.pair($0, "--merge")
                return .init(keep: keep, merge: merge)
            })
    }

    func validate() throws {
        let decisions = try self.decisions()
        if decisions != Decisions(), !self.confirm { throw ValidationError("--place, --split and --merge need --confirm") }
    }

    func run() async throws {
        guard let mediaType = ImportDocument.MediaType(fileName: self.file) else {
            throw SettingsError("\(self.file) is no .docx, .odt, .xlsx, .csv, .txt or .md file")
        }
        guard let content = FileManager.default.contents(atPath: self.file) else { throw SettingsError("cannot read \(self.file)") }
        let settings = try await self.state.settings()
        guard try DevelopmentIssuer(stateDirectory: settings.stateDirectory) != nil else {
            throw SettingsError("there is no local coordinator without a development issuer; import through the API instead")
        }
        let caller = try DevelopmentIssuer.caller(role: .coordinator, municipality: self.municipality, district: nil)
        let database = Database(
            url: settings.databaseURL, passwords: settings.passwords, serverKey: settings.serverKey, poolSizes: [:], queueLimit: 16)
        defer { database.shutDown() }
        let name = self.file.split(separator: "/").last.map(String.init) ?? self.file
        let report = try await ImportService(database: database, settings: settings).run(
            caller, municipality: self.municipality, ImportDocument(fileName: name, mediaType: mediaType, content: Array(content)),
            decisions: try self.decisions(), confirm: self.confirm)
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
            print("  \(signer.party.rawValue): \(signer.name), \(signer.title), \(signer.place ?? "no place")\(signer.date.map { " \($0)" } ?? "")")
        }
        print("sources of the situational picture: \(document.situationalPicture.sources.count)")
        print("plan: \(document.plan.year), \(document.plan.introduction == nil ? "without" : "with") introduction")
        print("priority areas: \(document.plan.priorityAreas.count)")
        for (index, area) in document.plan.priorityAreas.enumerated() {
            print("  \(index + 1). \(area.title) (measures: \(area.measureCount))")
            for cause in area.causes { print("     line \(cause.line): \(cause.text) (measures: \(cause.measures.count))") }
        }
        print("causes: \(document.plan.priorityAreas.reduce(0) { $0 + $1.causes.count })")
        print("measures: \(document.measures.count), with planned follow-up: \(document.measures.count { $0.plannedFollowUp != nil })")
        print("responsible parties: \(document.responsibleParties.count)")
        for name in document.responsibleParties { print("  \(name)") }
        print("contacts: \(document.contacts.count)")
        print("promises: \(document.promises.count)")
        print("warnings: \(document.warnings.count)")
        for warning in document.warnings { print("  line \(warning.line): \(warning.code.rawValue): \(warning.text)") }
    }
}
