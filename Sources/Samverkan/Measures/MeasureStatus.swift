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

    /// The column of `app.plan_summary` that counts them; those without information are the rest.
    var column: String? {
        switch self {
        case .notStarted: "not_started"
        case .ongoing: "ongoing"
        case .done: "done"
        case .partlyDone: "partly_done"
        case .notDone: "not_done"
        case .cancelled: "cancelled"
        case .noInformation: nil
        }
    }

    /// How many measures of a plan have the status, out of its summary.
    static func counted(_ status: String, in summary: String) -> String {
        if let column = MeasureStatus(rawValue: status)?.column { return "\(summary).\(column)" }
        let known = Self.allCases.compactMap { $0.column.map { " - \(summary).\($0)" } }.joined()
        return "(\(summary).measures\(known))"
    }
}
