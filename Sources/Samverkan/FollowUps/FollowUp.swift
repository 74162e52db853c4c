/// What is reported of a measure: the day or period, the status and, for the negative ones, why.
struct FollowUp: Sendable {
    var periodStart: Day
    var periodEnd: Day
    var status: ReportedStatus
    var text: String?
    var reason: String?
    var quantity: String?
    var unit: String?
    var approximate: Bool

    init(periodStart: Day, periodEnd: Day, status: ReportedStatus, text: String?, reason: String?, quantity: String?, unit: String?, approximate: Bool) {
        self.periodStart = periodStart
        self.periodEnd = periodEnd
        self.status = status
        self.text = text
        self.reason = reason
        self.quantity = quantity
        self.unit = unit
        self.approximate = approximate
    }

    /// Reads the fields that a follow-up and its correction share; nil when one of them is wrong, which the reader's
    /// `finish` then says.
    init?(_ body: inout ObjectReader) {
        let period = Self.period(&body)
        let status = body.choice("status", required: true, of: ReportedStatus.self)
        self.text = body.text("text")
        self.reason = body.text("reason")
        self.quantity = body.quantity("quantity")
        self.unit = body.text("unit", limit: 60)
        self.approximate = body.bool("approximate") ?? false
        let reasonPointer = body.pointer + "/reason"
        if let status, status.needsReason, self.reason == nil, !body.faults.isTold(reasonPointer) {
            body.faults.add(reasonPointer, .required, "is required when the status is \(status.rawValue)")
        }
        guard let period, let status else { return nil }
        (self.periodStart, self.periodEnd) = period
        self.status = status
    }

    /// `period{start, end?}`, the end the start unless said.
    static func period(_ body: inout ObjectReader) -> (Day, Day)? {
        body.object("period", required: true) { period -> (Day, Day)? in
            let start = period.day("start", required: true)
            let end = period.day("end") ?? start
            guard let start, let end else { return nil }
            if end < start { period.faults.add(period.pointer + "/end", .endBeforeStart, "must not be before the start") }
            return (start, end)
        }
    }
}
