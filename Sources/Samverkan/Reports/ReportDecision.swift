/// What a body decided on a report that was sent.
enum ReportDecision {
    static let outcome = Choice("DecisionOutcome", ["decided", "remittedBack", "postponed", "handedOn"])

    static let shape = Shape("ReportDecision", "A decision on a report.", Self.members("t"))

    /// As its report shows it.
    static let inReport = Shape("DecisionInReport", "A decision as its report shows it.", Self.members("d"))

    /// Columns of `alias`.
    private static func members(_ alias: String) -> [Member] {
        [
            .id("\(alias).decision_id", "The decision."),
            .identifier("reportId", "\(alias).report_id", "The report.").required.once,
            .text("body", "\(alias).body", limit: 200, "The body that decided, a working committee, too.").required,
            .day("date", "\(alias).decided_on", "The day of the decision.").required,
            .text("paragraph", "\(alias).paragraph", limit: 50, "The paragraph of the minutes.").optional,
            .choice(
                "outcome", "\(alias).outcome", outcome, "Whether it was decided, remitted back, postponed or handed on."
            )
            .required,
            .text("text", "\(alias).text", "What was decided, or why it was remitted back.").optional,
            .identifier(
                "attachmentId", "\(alias).attachment_id", "The extract from the minutes, an attachment of the report."
            ).optional,
            .version("\(alias).version"),
        ]
    }
}
