/// What a follow-up can say of a measure.
enum ReportedStatus: String, CaseIterable, Sendable {
    case notStarted, ongoing, done, partlyDone, notDone, cancelled

    /// The negative ones must say why.
    var needsReason: Bool { [.notDone, .partlyDone, .cancelled].contains(self) }
}

/// What a measure's status can be: as reported, or that nobody has.
enum MeasureStatus: String, CaseIterable, Sendable {
    case notStarted, ongoing, done, partlyDone, notDone, cancelled, noInformation
}
