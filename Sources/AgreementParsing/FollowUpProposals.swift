/// What was read out of a report of what was done: rows proposed as follow-ups of a plan's measures, for a person to decide on.
public struct FollowUpProposals: Codable, Equatable, Sendable {
    /// A measure that the report may be about.
    public struct Measure: Codable, Equatable, Sendable {
        public var id: String
        public var text: String

        public init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }

    public enum Status: String, Codable, Equatable, Sendable { case notStarted, ongoing, done, partlyDone, notDone, cancelled }

    /// One row of the report.
    public struct Row: Codable, Equatable, Sendable {
        public var line: Int
        public var place: AgreementDocument.Location?
        /// What the report says was to be done.
        public var says: String
        /// The measure it is likest to; nil when it is like none.
        public var measureID: String?
        /// How much of their words the two share, in percent.
        public var likeness: Int
        /// Another measure is nearly as like, or the status was taken from a colour.
        public var isGuess: Bool
        public var status: Status?
        public var text: String?
        /// Why it was not done, or not all of it.
        public var reason: String?
        public var quantity: Int?
    }

    /// Something that was done beside the plan.
    public struct Unplanned: Codable, Equatable, Sendable {
        public var line: Int
        public var text: String
    }

    public var rows: [Row] = []
    public var unplannedWork: [Unplanned] = []
    /// The period that the report says it is of.
    public var period: AgreementDocument.Period?
    public var warnings: [AgreementDocument.Warning] = []
}
