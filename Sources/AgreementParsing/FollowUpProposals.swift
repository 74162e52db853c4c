/// What was read out of a report of what was done: rows proposed as follow-ups of a plan's measures, for a person to
/// decide on.
package struct FollowUpProposals: Codable, Equatable, Sendable {
    /// A measure that the report may be about.
    package struct Measure: Codable, Equatable, Sendable {
        package var id: String
        package var text: String

        package init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }

    package enum Status: String, Codable, Equatable, Sendable {
        case notStarted, ongoing, done, partlyDone, notDone, cancelled
    }

    /// One row of the report.
    package struct Row: Codable, Equatable, Sendable {
        package var line: Int
        package var place: AgreementDocument.Location?
        /// What the report says was to be done.
        package var says: String
        /// The measure it is likest to; nil when it is like none.
        package var measureID: String?
        /// How much of their words the two share, in percent.
        package var likeness: Int
        /// Another measure is nearly as like, or the status was taken from a colour.
        package var isGuess: Bool
        package var status: Status?
        package var text: String?
        /// Why it was not done, or not all of it.
        package var reason: String?
        package var quantity: Int?
    }

    /// Something that was done beside the plan.
    package struct Unplanned: Codable, Equatable, Sendable {
        package var line: Int
        package var text: String
    }

    package var rows: [Row] = []
    package var unplannedWork: [Unplanned] = []
    /// The period that the report says it is of.
    package var period: AgreementDocument.Period?
    package var warnings: [AgreementDocument.Warning] = []
}
