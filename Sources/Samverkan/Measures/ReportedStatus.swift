/// What a follow-up can say of a measure.
enum ReportedStatus: String, CaseIterable, Sendable {
    case notStarted, ongoing, done, partlyDone, notDone, cancelled

    static let choice = Choice("ReportedStatus", ReportedStatus.self)

    /// The negative ones must say why.
    var needsReason: Bool { [.notDone, .partlyDone, .cancelled].contains(self) }
}
