/// That a report was sent to a body, and what became of it there.
enum ReportDispatch {
    static let shape = Shape("ReportDispatch", "A report on its way to a body.", Self.members("t"))

    /// As its report shows it.
    static let inReport = Shape("DispatchInReport", "A dispatch as its report shows it.", Self.members("d"))

    /// Columns of `alias`, and of its body `b`.
    private static func members(_ alias: String) -> [Member] {
        [
            .id("\(alias).dispatch_id", "The dispatch."),
            .identifier("reportId", "\(alias).report_id", "The report.").required.once,
            .identifier("bodyId", "\(alias).body_id", "The body.").required.once,
            .text("bodyName", "coalesce(\(alias).body_name, b.name)", "What the body was called when it was sent."),
            .choice("bodyKind", "coalesce(\(alias).body_kind, b.kind)", RecipientBody.kind, "What the body is."),
            .day(
                "sentOn", "\(alias).sent_on",
                "The day on which it was sent; null in a draft, which names it as a recipient."
            ).optional.once,
            .day("receivedOn", "\(alias).received_on", "The day on which it was received.").optional,
            .text("receivedBy", "\(alias).received_by", limit: 200, "Who received it.").optional,
            .text(
                "registrationNumber", "\(alias).registration_number", limit: 100,
                "The registration number that it got there."
            ).optional,
            .identifier(
                "attachmentId", "\(alias).attachment_id", "The registered document, an attachment of the report."
            )
            .optional,
            .version("\(alias).version"),
        ]
    }
}
