/// What the year's work is reported as (redovisning), to the executive committee, the district's management and the
/// assembly: one draft for all of them.
enum Report {
    static let status = Choice("ReportStatus", ["draft", "sent", "superseded", "withdrawn"])

    /// What a list shows of it.
    static let head = Shape(
        "ReportHead", "A report in a list.",
        [
            .id("t.report_id", "The report."),
            .identifier("planId", "t.plan_id", "The action plan that it is of.").required.once,
            .text("title", "t.title", limit: 500, "Its title.").required,
            .choice("status", "t.state", status, "Where it stands.").always,
            .day("sentOn", "t.sent_on", "The day on which it was sent; its content is locked from then on."),
            .identifier("predecessorId", "t.predecessor_id", "The report that this one is a new version of."),
            .text("revisionReason", "t.revision_reason", "Why there is a new version."),
            .day("withdrawnOn", "t.withdrawn_on", "The day on which it was withdrawn."),
            .text("withdrawalReason", "t.withdrawal_reason", "Why it was withdrawn."),
            .text(
                "registrationNumber", "t.registration_number", limit: 100,
                "The municipality's own registration number of the matter; it may come later."
            ).optional,
            .rows(
                "externalReferences", "t.external_references", ExternalReference.shape, limit: 20,
                "The same matter in other systems; they may come later."
            ).optional,
            .version("t.version"),
        ])

    static let shape = head.with(
        "Report", "A report: what people say, and what is generated of the plan and its follow-ups.",
        [
            .text(
                "proposedDecision", "t.proposed_decision", limit: 20_000,
                "What is asked of the committee: the points to be decided."
            ).optional,
            .text("commentary", "t.commentary", limit: 20_000, "The summary, in words.").optional,
            .text("nextYear", "t.next_year", limit: 20_000, "What changes next year, in words.").optional,
            .text("preparedBy", "t.prepared_by", limit: 500, "Who has prepared it.").optional,
            .identifiers(
                "recipientIds",
                """
                array(select d.body_id from app.report_dispatch d where d.municipality_code = t.municipality_code
                    and d.report_id = t.report_id order by d.dispatch_id)
                """, limit: 20, "The bodies that it is or was sent to."
            ).optional.linked,
            .rows(
                "commentaries",
                """
                (select coalesce(json_agg(json_build_object('areaId', c.area_id, 'text', c.text, 'title', c.area_title,
                    'isGone', c.plan_id <> t.plan_id) order by c.area_title collate app.swedish, c.area_id), '[]')
                from app.report_commentary c where c.municipality_code = t.municipality_code and c.report_id = t.report_id)
                """, commentary, limit: 100, "What is said of areas. It stays when the content is made anew."
            ).optional.linked,
            .json("content", "t.content", ReportContent.shape, "What is generated."),
            .timestamp("generatedAt", "t.generated_at", "When the content was made.").always,
            .bool(
                "isOutdated",
                """
                t.state = 'draft' and (t.plan_id <> coalesce(app.standing_plan(t.municipality_code, t.plan_id), t.plan_id)
                    or t.content - 'reportedUntil' <> app.report_content(t.municipality_code, t.plan_id) - 'reportedUntil')
                """, "Whether the content of a draft would be another one if it were made anew."),
            .text(
                "contentSha256", "encode(t.content_sha256, 'hex')", "The SHA-256 of what was sent; null for a draft."),
            .text("form", "t.form", "The form of the text that was sent."),
            .rows(
                "dispatches",
                ReportDispatch.inReport.json(
                    from: """
                        app.report_dispatch d
                        left join app.body b on b.municipality_code = d.municipality_code and b.body_id = d.body_id
                        """,
                    where: "d.municipality_code = t.municipality_code and d.report_id = t.report_id",
                    order: "d.sent_on, d.dispatch_id"), ReportDispatch.inReport,
                "Whom it was sent to, and what arrived from them; to the police their own alone."),
            .rows(
                "decisions",
                ReportDecision.inReport.json(
                    from: "app.report_decision d",
                    where: "d.municipality_code = t.municipality_code and d.report_id = t.report_id",
                    order: "d.decided_on, d.decision_id"), ReportDecision.inReport,
                "What bodies have decided on it, oldest first; inside the municipality."),
        ])

    private static let commentary = Shape(
        "AreaCommentary", "What is said of an area.",
        [
            .identifier("areaId", "area_id", "The priority area.").required,
            .text("text", "text", limit: 20_000, "What is said of it.").required,
            .text("title", "The area's title.").always,
            .bool("isGone", "Whether the plan has the area no longer."),
        ])

    static let sending = Shape(
        "Sending", "When a report is sent.",
        [.day("sentOn", "sent_on", "The day, never one to come; today unless said.").optional])

    static let acknowledgement = Shape(
        "Acknowledgement", "That a report has been received.",
        [
            .day("receivedOn", "received_on", "The day, never one to come; today unless said.").optional,
            .text("receivedBy", "received_by", limit: 200, "Who has received it.").optional,
            .text("registrationNumber", "registration_number", limit: 100, "The registration number there.").optional,
        ])

    static let revision = Shape(
        "ReportRevision", "A new version of a report.",
        [.text("reason", "reason", "Why there is a new version.").optional])

    static let withdrawal = Shape(
        "ReportWithdrawal", "Why a report is withdrawn, and when.",
        [
            .text("reason", "reason", "Why.").required,
            .day("withdrawnOn", "withdrawn_on", "The day, never one to come; today unless said.").optional,
        ])

    static let sentText = Shape(
        "SentText", "What was sent, letter by letter.",
        [
            .text("form", "x.form", "Its form.").always,
            .text("sha256", "encode(x.sha256, 'hex')", "The SHA-256 of the text in UTF-8.").always,
            .text(
                "text", "x.text",
                "One JSON text with sorted keys: what people said, what was generated, and the document as a text to read."
            ).always,
        ])
}
