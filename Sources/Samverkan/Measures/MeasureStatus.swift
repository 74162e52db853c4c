/// What a measure's status can be: as reported, or that nobody has.
enum MeasureStatus: String, CaseIterable, Sendable {
    case notStarted, ongoing, done, partlyDone, notDone, cancelled, noInformation

    static let choice = Choice("MeasureStatus", MeasureStatus.self)

    /// As a name in JSON, which is written without being looked at.
    var jsonName: StaticString {
        switch self {
        case .notStarted: "notStarted"
        case .ongoing: "ongoing"
        case .done: "done"
        case .partlyDone: "partlyDone"
        case .notDone: "notDone"
        case .cancelled: "cancelled"
        case .noInformation: "noInformation"
        }
    }
}
