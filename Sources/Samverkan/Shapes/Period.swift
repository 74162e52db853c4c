/// `period{start, end}`, of inclusive days.
enum Period {
    static func closed(_ start: String, _ end: String) -> Shape {
        Shape(
            "Period", "A period of days, its first and its last one within it.",
            [
                .day("start", start, "The first day.").required,
                .day("end", end, "The last day.").required,
            ])
    }

    static func open(_ start: String, _ end: String) -> Shape {
        Shape(
            "OpenPeriod", "A period of days that may have no end.",
            [
                .day("start", start, "The first day.").required,
                .day("end", end, "The last day; null until further notice.").optional,
            ])
    }

    /// Of a report: the last day is the first unless said.
    static func reported(_ start: String, _ end: String) -> Shape {
        Shape(
            "ReportedPeriod", "The day, or the period of days, that a report speaks of.",
            [
                .day("start", start, "The first day.").required,
                .day("end", end, "The last day; the first one unless said.").optional.always,
            ])
    }
}

extension Member {
    /// The first and the last day, both of them within it.
    static func period(
        _ start: String = "period_start", _ end: String = "period_end", _ sentence: String = "Both days are within it."
    ) -> Member {
        .object("period", Period.closed(start, end), sentence)
    }
}
