/// What was read out of a municipality's cooperation agreement: a proposal, for a person to decide on.
///
/// Lines are those of the text that was read, from 1. Text stands as written, spelling mistakes included.
package struct AgreementDocument: Codable, Equatable, Sendable {
    package var agreement: Agreement
    package var situationalPicture: SituationalPicture
    package var plan: Plan
    package var promises: [Promise] = []
    package var warnings: [Warning] = []
    /// How what was proposed was found, guesses first; nil in what was read before this was kept.
    package var facts: [Fact]?
    /// Lines that say that the document is not finished, or not for everybody; somebody has to decide that it is taken
    /// all the same.
    package var markings: [String]?

    /// How one fact of the proposal was found.
    package struct Fact: Codable, Equatable, Sendable {
        package enum Basis: String, Codable, CaseIterable, Sendable {
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
        package var pointer: String
        package var basis: Basis
        package var line: Int?
    }

    package struct Agreement: Codable, Equatable, Sendable {
        package var title: String
        package var parties: [String] = []
        package var period: Period
        package var purpose: String?
        package var scope: String?
        /// What the agreement says lies outside it.
        package var outsideScope: String?
        package var sections: [Section] = []
        package var signers: [Signer] = []
        /// Its number in the register, and the decision on it.
        package var registration: Registration?
        package var prolongation: Prolongation?
    }

    /// That the agreement goes on unless it is ended, as its clause says; the clause itself stays in its section.
    package struct Prolongation: Codable, Equatable, Sendable {
        package var line: Int
        /// By how much at a time.
        package var months: Int?
        /// How long before its end it has to be ended.
        package var noticeMonths: Int?
        package var text: String
    }

    /// How the document is registered, and who decided on it.
    package struct Registration: Codable, Equatable, Sendable {
        package var number: String?
        package var body: String?
        package var date: String?
        package var paragraph: String?
    }

    /// Inclusive days as `YYYY-MM-DD`; without an end the agreement holds until further notice.
    package struct Period: Codable, Equatable, Sendable {
        package var start: String
        package var end: String?

        package init(start: String, end: String?) {
            self.start = start
            self.end = end
        }
    }

    package struct Section: Codable, Equatable, Sendable {
        package var line: Int
        package var heading: String
        package var text: String
    }

    package enum Party: String, Codable, Sendable {
        case municipality, police
    }

    package struct Signer: Codable, Equatable, Sendable {
        package var line: Int
        package var party: Party
        package var name: String
        package var title: String
        /// The organisation signed for, as the lines above the name say it.
        package var body: String?
        package var place: String?
        package var date: String?

        /// Neither title nor organisation says for whom.
        var isPartyUncertain: Bool {
            let text = (self.title + " " + (self.body ?? "")).lowercased()
            return !text.contains("kommun") && !text.contains("polis")
        }
    }

    package struct SituationalPicture: Codable, Equatable, Sendable {
        package var summary: String?
        package var sources: [Source] = []
        package var problems: [Problem] = []
    }

    package enum SourceKind: String, Codable, Sendable {
        case statistics, localMapping, survey, safetyWalk, citizenDialogue, staffDialogue, est, earlierWork, other
    }

    package struct Source: Codable, Equatable, Sendable {
        package var line: Int
        package var kind: SourceKind
        package var title: String
    }

    package struct Problem: Codable, Equatable, Sendable {
        package var line: Int
        package var text: String
    }

    package struct Plan: Codable, Equatable, Sendable {
        package var year: Int
        package var registration: Registration?
        package var introduction: String?
        /// Running text of the plan that belongs to no area.
        package var notes: String?
        package var priorityAreas: [PriorityArea] = []
    }

    package struct PriorityArea: Codable, Equatable, Sendable {
        package var line: Int
        package var title: String
        package var description: String?
        package var causes: [Cause] = []
        /// Measures without a cause.
        package var measures: [Measure] = []

        package var measureCount: Int { self.measures.count + self.causes.reduce(0) { $0 + $1.measures.count } }
    }

    package struct Cause: Codable, Equatable, Sendable {
        package var line: Int
        package var text: String
        package var measures: [Measure] = []
    }

    package struct Measure: Codable, Equatable, Sendable {
        package var line: Int
        package var text: String
        package var plannedFollowUp: String?
        package var target: String?
        package var schedule: String?
        package var notes: String?
        package var responsibilities: [Responsibility] = []
    }

    package struct Responsibility: Codable, Equatable, Sendable {
        /// The responsible party's name; equal for the same party wherever it stands.
        package var name: String
        package var contact: String?
        /// The document says that this one leads.
        package var lead: Bool?
    }

    package enum Promisor: String, Codable, Sendable {
        case municipality, police, joint
    }

    package struct Promise: Codable, Equatable, Sendable {
        package var line: Int
        package var promisor: Promisor
        package var text: String
    }

    /// A place in the document, as it is shown.
    package struct Location: Codable, Equatable, Sendable {
        package var part: String
        package var heading: String?
        package var table: Int?
        package var row: Int?

        /// «under «Trafik», tabell 2, rad 3».
        package var text: String {
            let part: String? =
                switch self.part {
                case "header": "i sidhuvudet"
                case "footer": "i sidfoten"
                case "footnote": "i en fotnot"
                case "comment": "i en kommentar"
                case "properties": "bland filens egenskaper"
                case "textBox": "i en textruta"
                default: nil
                }
            let parts = [
                part, self.heading.map { "under «\($0)»" }, self.table.map { "tabell \($0)" },
                self.row.map { "rad \($0)" },
            ].compactMap { $0 }
            return parts.isEmpty ? "i början" : parts.joined(separator: ", ")
        }
    }

    /// A plan was read, not promises or a picture alone.
    package var holdsPlan: Bool { !self.plan.priorityAreas.isEmpty || self.plan.introduction != nil }

    /// Something of an agreement was read, or something that hangs on one.
    package var holdsAgreement: Bool {
        self.holdsPlan || !self.promises.isEmpty || !self.agreement.sections.isEmpty || !self.agreement.signers.isEmpty
    }

    package var holdsPicture: Bool {
        self.holdsPlan || self.situationalPicture.summary != nil || !self.situationalPicture.sources.isEmpty
            || !self.situationalPicture.problems.isEmpty
    }

    /// Every measure, in the document's order of areas.
    package var measures: [Measure] {
        self.plan.priorityAreas.flatMap { area in area.causes.flatMap(\.measures) + area.measures }
    }

    /// Names of the responsible parties, each once, in the order in which they are met.
    package var responsibleParties: [String] {
        var seen: Set<String> = []
        return self.measures.flatMap(\.responsibilities).map(\.name).filter { seen.insert($0).inserted }
    }

    /// Contacts with the responsible party each is tied to, each pair once.
    package var contacts: [Responsibility] {
        var seen: Set<String> = []
        return self.measures.flatMap(\.responsibilities).filter { responsibility in
            guard let contact = responsibility.contact else { return false }
            return seen.insert("\(responsibility.name)\u{1F}\(contact)").inserted
        }
    }
}
