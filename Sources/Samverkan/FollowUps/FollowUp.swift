/// What was reported of a measure: the day or period, the status and, for the negative ones, why. Written once.
enum FollowUp {
    /// What a report says, whatever it corrects or speaks for.
    static let said: [Member] = [
        .object("period", Period.reported("f.period_start", "f.period_end"), "The day or the period that it speaks of.")
            .required,
        .choice(
            "status", "f.status", ReportedStatus.choice,
            "The status as it was reported; null in a correction that only withdraws what it corrects."
        ).required.orNull,
        .text("text", "f.text", "What was done.").optional,
        .text("reason", "f.reason", "Why; it is required when the status is notDone, partlyDone or cancelled.")
            .optional,
        .quantity("quantity", "f.quantity", "How many were done, in `unit`.").optional,
        .text("unit", "f.unit", limit: 60, "What the quantity counts; the measure's unit unless said.").optional,
        .bool("approximate", "f.approximate", "Whether the quantity is approximate.").optional,
    ]

    private static let speaker: Member = .identifier(
        "responsiblePartyId", "f.party_id",
        "Whom it speaks for, one of those who answer for the measure. Without one it speaks for the whole."
    ).once.hidden

    private static let round: Member = .identifier(
        "reportingRoundId", "f.round_id",
        "The reporting round that it answers, whose days it must speak of. Without one it belongs to the round of its last day."
    ).once.hidden

    static let shape = Shape(
        "FollowUp", "A follow-up of a measure.",
        [
            .id("f.follow_up_id", "The follow-up."),
            .identifier("measureId", "f.measure_id", "The measure.").always,
            speaker, round,
            .responsibleParty("p", "Whom it speaks for; null when it speaks for the measure as a whole."),
        ], said,
        [
            .timestamp("recordedAt", "f.recorded_at", "When it was recorded.").always,
            .text("recordedBy", "f.recorded_by", "Who recorded it; shown inside the municipality."),
            .object(
                "reportingRound", ReportingRound.summary("o"),
                "The round that its last day lies in; null when none does."),
            .bool(
                "isLate",
                """
                case when o.round_id is null then false else (app.first_recorded_at(f.municipality_code,
                    coalesce(f.corrects_follow_up_id, f.transferred_from_id), f.recorded_at) at time zone 'Europe/Stockholm')::date > o.answers_until end
                """,
                "Whether it, or what it corrects, was reported after that round's last day for answers."),
            .identifier("correctsId", "f.corrects_follow_up_id", "The follow-up that this one corrects."),
            .identifier(
                "transferredFromId", "f.transferred_from_id",
                "The follow-up of another measure that it was moved from; its attachments hang there."),
            .identifier(
                "correctedById", "c.follow_up_id", "The follow-up that corrects this one, which then counts no more."),
        ])

    /// As it is found among those of all measures.
    static let listed = shape.with(
        "ListedFollowUp", "A follow-up, and of which measure of which plan it is.",
        [
            .text("measureText", "m.text", "What was to be done.").always,
            .identifier("planId", "m.plan_id", "The plan that it was reported in.").always,
            .integer("year", "y.year", "The plan's year.").always,
        ])

    /// A correction speaks for the same party.
    static let correction = Shape("FollowUpCorrection", "What stands in a follow-up's place.", said)

    static let withdrawal = Shape(
        "FollowUpWithdrawal", "Why a follow-up is withdrawn.", [.text("reason", "reason", "Why.").required])

    static let transfer = Shape(
        "FollowUpTransfer", "The measure that a follow-up belongs to.",
        [
            .identifier("measureId", "measure_id", "The right measure.").required,
            .identifier(
                "responsiblePartyId", "party_id",
                "Whom it speaks for there; the same unless said."
            ).optional,
            .text("reason", "reason", "Why it is moved.").optional,
        ])

    /// One line of a report on many measures.
    static let line = Shape(
        "FollowUpLine", "A follow-up among many.",
        [
            .identifier("measureId", "f.measure_id", "The measure.").required, speaker, round,
        ], said)

    static let lines = Shape(
        "NewFollowUps", "Follow-ups of many measures, all or none.",
        [
            .rows("followUps", line, limit: 500, "The follow-ups, 500 at most.").required
        ])

    static let made = Shape(
        "FollowUps", "The follow-ups that were made, in the order in which they were sent.",
        [
            .list("followUps", shape, "The follow-ups.")
        ])

    /// Reads what a follow-up of the shape says, and holds it against the rules of every report.
    static func content(_ body: inout ObjectReader, of shape: Shape) -> Content {
        var content = body.content(of: shape, .creation)
        Period.settle(&content, &body)
        let reason = body.pointer + "/reason"
        if let status = content.text("status").flatMap(ReportedStatus.init(rawValue:)), status.needsReason,
            content.text("reason") == nil, !body.faults.isTold(reason)
        {
            body.faults.add(reason, .required, "is required when the status is \(status.rawValue)")
        }
        return content
    }
}
