/// What was read out of a municipality's cooperation agreement: a proposal, for a person to decide on.
///
/// Lines are those of the text that was read, from 1. Text stands as written, spelling mistakes included.
public struct AgreementDocument: Codable, Equatable, Sendable {
    public var agreement: Agreement
    public var situationalPicture: SituationalPicture
    public var plan: Plan
    public var promises: [Promise] = []
    public var warnings: [Warning] = []
    /// How what was proposed was found, guesses first; nil in what was read before this was kept.
    public var facts: [Fact]?
    /// Lines that say that the document is not finished, or not for everybody; somebody has to decide that it is taken all the same.
    public var markings: [String]?

    /// How one fact of the proposal was found.
    public struct Fact: Codable, Equatable, Sendable {
        public enum Basis: String, Codable, CaseIterable, Sendable {
            /// Nothing in the document says so.
            case guess
            /// By where it stands, or how it looks.
            case position
            case heading
            /// A sentence, label or column says so.
            case clause
            case list
            /// A person has decided.
            case decision
        }

        /// Where in the proposal, as a JSON pointer.
        public var pointer: String
        public var basis: Basis
        public var line: Int?
    }

    public struct Agreement: Codable, Equatable, Sendable {
        public var title: String
        public var parties: [String] = []
        public var period: Period
        public var purpose: String?
        public var scope: String?
        /// What the agreement says lies outside it.
        public var outsideScope: String?
        public var sections: [Section] = []
        public var signers: [Signer] = []
        /// Its number in the register, and the decision on it.
        public var registration: Registration?
        public var prolongation: Prolongation?
    }

    /// That the agreement goes on unless it is ended, as its clause says; the clause itself stays in its section.
    public struct Prolongation: Codable, Equatable, Sendable {
        public var line: Int
        /// By how much at a time.
        public var months: Int?
        /// How long before its end it has to be ended.
        public var noticeMonths: Int?
        public var text: String
    }

    /// How the document is registered, and who decided on it.
    public struct Registration: Codable, Equatable, Sendable {
        public var number: String?
        public var body: String?
        public var date: String?
        public var paragraph: String?
    }

    /// Inclusive days as `YYYY-MM-DD`; without an end the agreement holds until further notice.
    public struct Period: Codable, Equatable, Sendable {
        public var start: String
        public var end: String?

        public init(start: String, end: String?) {
            self.start = start
            self.end = end
        }
    }

    public struct Section: Codable, Equatable, Sendable {
        public var line: Int
        public var heading: String
        public var text: String
    }

    public enum Party: String, Codable, Sendable {
        case municipality, police
    }

    public struct Signer: Codable, Equatable, Sendable {
        public var line: Int
        public var party: Party
        public var name: String
        public var title: String
        /// The organisation signed for, as the lines above the name say it.
        public var body: String?
        public var place: String?
        public var date: String?

        /// Neither title nor organisation says for whom.
        var isPartyUncertain: Bool {
            let text = (self.title + " " + (self.body ?? "")).lowercased()
            return !text.contains("kommun") && !text.contains("polis")
        }
    }

    public struct SituationalPicture: Codable, Equatable, Sendable {
        public var summary: String?
        public var sources: [Source] = []
        public var problems: [Problem] = []
    }

    public enum SourceKind: String, Codable, Sendable {
        case statistics, localMapping, survey, safetyWalk, citizenDialogue, staffDialogue, est, earlierWork, other
    }

    public struct Source: Codable, Equatable, Sendable {
        public var line: Int
        public var kind: SourceKind
        public var title: String
    }

    public struct Problem: Codable, Equatable, Sendable {
        public var line: Int
        public var text: String
    }

    public struct Plan: Codable, Equatable, Sendable {
        public var year: Int
        public var registration: Registration?
        public var introduction: String?
        /// Running text of the plan that belongs to no area.
        public var notes: String?
        public var priorityAreas: [PriorityArea] = []
    }

    public struct PriorityArea: Codable, Equatable, Sendable {
        public var line: Int
        public var title: String
        public var description: String?
        public var causes: [Cause] = []
        /// Measures without a cause.
        public var measures: [Measure] = []

        public var measureCount: Int { self.measures.count + self.causes.reduce(0) { $0 + $1.measures.count } }
    }

    public struct Cause: Codable, Equatable, Sendable {
        public var line: Int
        public var text: String
        public var measures: [Measure] = []
    }

    public struct Measure: Codable, Equatable, Sendable {
        public var line: Int
        public var text: String
        public var plannedFollowUp: String?
        public var target: String?
        public var schedule: String?
        public var notes: String?
        public var responsibilities: [Responsibility] = []
    }

    public struct Responsibility: Codable, Equatable, Sendable {
        /// The responsible party's name; equal for the same party wherever it stands.
        public var name: String
        public var contact: String?
        /// The document says that this one leads.
        public var lead: Bool?
    }

    public enum Promisor: String, Codable, Sendable {
        case municipality, police, joint
    }

    public struct Promise: Codable, Equatable, Sendable {
        public var line: Int
        public var promisor: Promisor
        public var text: String
    }

    /// A place in the document, as it is shown.
    public struct Location: Codable, Equatable, Sendable {
        public var part: String
        public var heading: String?
        public var table: Int?
        public var row: Int?

        /// «under «Trafik», tabell 2, rad 3».
        public var text: String {
            let part: String? = switch self.part {
            case "header": "i sidhuvudet"
            case "footer": "i sidfoten"
            case "footnote": "i en fotnot"
            case "comment": "i en kommentar"
            case "properties": "bland filens egenskaper"
            case "textBox": "i en textruta"
            default: nil
            }
            let parts = [part, self.heading.map { "under «\($0)»" }, self.table.map { "tabell \($0)" }, self.row.map { "rad \($0)" }].compactMap { $0 }
            return parts.isEmpty ? "i början" : parts.joined(separator: ", ")
        }
    }

    /// A plan was read, not promises or a picture alone.
    public var holdsPlan: Bool { !self.plan.priorityAreas.isEmpty || self.plan.introduction != nil }

    /// Something of an agreement was read, or something that hangs on one.
    public var holdsAgreement: Bool { self.holdsPlan || !self.promises.isEmpty || !self.agreement.sections.isEmpty || !self.agreement.signers.isEmpty }

    public var holdsPicture: Bool {
        self.holdsPlan || self.situationalPicture.summary != nil || !self.situationalPicture.sources.isEmpty || !self.situationalPicture.problems.isEmpty
    }

    /// Every measure, in the document's order of areas.
    public var measures: [Measure] {
        self.plan.priorityAreas.flatMap { area in area.causes.flatMap(\.measures) + area.measures }
    }

    /// Names of the responsible parties, each once, in the order in which they are met.
    public var responsibleParties: [String] {
        var seen: Set<String> = []
        return self.measures.flatMap(\.responsibilities).map(\.name).filter { seen.insert($0).inserted }
    }

    /// Contacts with the responsible party each is tied to, each pair once.
    public var contacts: [Responsibility] {
        var seen: Set<String> = []
        return self.measures.flatMap(\.responsibilities).filter { responsibility in
            guard let contact = responsibility.contact else { return false }
            return seen.insert("\(responsibility.name)\u{1F}\(contact)").inserted
        }
    }
}
