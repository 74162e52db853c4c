import Postgres

/// `period{start, end}`, of inclusive days.
enum Period {
    static func closed(_ start: String, _ end: String) -> Shape {
        Shape("Period", "A period of days, its first and its last one within it.", [
            .day("start", start, "The first day.").required,
            .day("end", end, "The last day.").required,
        ])
    }

    static func open(_ start: String, _ end: String) -> Shape {
        Shape("OpenPeriod", "A period of days that may have no end.", [
            .day("start", start, "The first day.").required,
            .day("end", end, "The last day; null until further notice.").optional,
        ])
    }

    /// Settles the period of what a body reports: the last day is the first unless said, and never before it.
    static func settle(_ content: inout Content, _ body: inout ObjectReader) {
        if content["period_end"] ?? .null == .null { content["period_end"] = content["period_start"] }
        guard let start = content.text("period_start"), let end = content.text("period_end"), end < start else { return }
        body.faults.add(body.pointer + "/period/end", .endBeforeStart, "must not be before the start")
    }

    /// Of a report: the last day is the first unless said.
    static func reported(_ start: String, _ end: String) -> Shape {
        Shape("ReportedPeriod", "The day, or the period of days, that a report speaks of.", [
            .day("start", start, "The first day.").required,
            .day("end", end, "The last day; the first one unless said.").optional.always,
        ])
    }
}
