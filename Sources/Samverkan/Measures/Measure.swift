/// A measure of a plan (åtgärd), and who answers for it.
enum Measure {
    /// Its text and what belongs to it, without its place in the plan.
    static let content: [Member] = [
        .text("text", "m.text", "What is to be done.").required,
        .text("plannedFollowUp", "m.planned_follow_up", "How it is to be followed up.").optional,
        .text("target", "m.target", "Its target or indicator.").optional,
        .text("schedule", "m.schedule", "When it is to be done, in the plan's words.").optional,
        .text("notes", "m.notes", "Other text that belongs to it.").optional,
        .day("startsOn", "m.starts_on", "Its first day, when it has one.").optional,
        .day("endsOn", "m.ends_on", "Its last day, when it has one.").optional,
        .quantity("quantity", "m.quantity", "How many are planned, in `unit`.").optional,
        .text("unit", "m.unit", limit: 60, "What the quantity counts.").optional,
    ]

    private static let identity: [Member] = [
        .id("m.measure_id", "The measure in this plan."),
        .identifier("lineageId", "m.lineage_id", "The same measure through all years.").always,
    ]

    /// As a plan shows it.
    static let inPlan = Shape(
        "MeasureInPlan", "A measure of a plan.", identity, content,
        [
            .inlined(progress),
            .rows("responsibilities", Responsibility.shape, limit: 50, "Who answers for it, in order.").whole,
        ])

    /// As it is found among those of all plans.
    static let listed = Shape(
        "ListedMeasure", "A measure, and where it stands.", identity, content,
        [
            .inlined(progress), .list("responsibilities", Responsibility.shape, "Who answers for it, in order."),
            .inlined(location),
        ])

    /// As it stands by itself.
    static let shape = Shape(
        "Measure", "A measure, where it stands, and what each of those who answer for it has said.", identity, content,
        [
            .identifier("areaId", "m.area_id", "The priority area that it is in; another one moves it there.").required
                .hidden,
            .identifier(
                "causeId", "m.cause_id",
                "The cause that it answers; another one moves it there, into that cause's area."
            ).optional.hidden,
            .integer(
                "position", "m.position", 1...10_000, "Its place among those beside it, from 1; the last unless said."
            ).optional.linked.hidden,
            .inlined(progress),
            .rows("responsibilities", Responsibility.reported, limit: 50, "Who answers for it, in order.").optional
                .linked,
            .inlined(location),
        ])

    /// Where it stands: its plan, area and cause.
    static let location = Shape(
        "MeasureLocation", "Where a measure stands.",
        [
            .identifier("planId", "m.plan_id", "The plan that it is in.").always,
            .integer("year", "p.year", "The plan's year.").always,
            .object(
                "area",
                PriorityArea.summary("a"), "The priority area that it is in."
            ).always,
            .identifier("causeId", "m.cause_id", "The cause that it answers; null for one that answers its area."),
        ])

    /// What has been reported of it so far.
    static let progress = Shape(
        "MeasureProgress", "How far a measure has come.",
        [
            .choice(
                "status", "s.status", MeasureStatus.choice,
                "The lead's status when it has reported, else what the coordinator has stated, else derived: done only when every part is."
            ).always.absent(#""noInformation""#),
            .rows(
                "reportedQuantities", "s.quantities", ReportedQuantity.shape,
                "What all follow-ups report together, by unit."),
            .object("latestFollowUp", latestFollowUp, "The latest follow-up; null when there is none."),
        ])

    private static let latestFollowUp = Shape(
        "LatestFollowUp", "The latest follow-up of a measure.",
        [
            .id("s.latest_follow_up_id", "The follow-up."),
            .assembled(
                "responsibleParty", ResponsibleParty.summary("n"),
                "Whom it speaks for; null when it speaks for the whole."),
            .choice("status", "s.latest_status", ReportedStatus.choice, "The status as it was reported.").always,
            .day("periodEnd", "s.latest_on", "The last day that it speaks of.").always,
            .text("text", "s.latest_text", "What was done."),
            .timestamp("recordedAt", "s.latest_recorded_at", "When it was recorded.").always,
        ])

    static let dropping = Shape("Dropping", "Why a measure is not taken along.", [.text("reason", "Why.").required])

    static let contact = Shape(
        "MeasureContact", "Whom to ask about a measure, of one of those who answer for it.",
        [
            .identifier("responsiblePartyId", "party_id", "One of those who answer for the measure.").required,
            .identifier("contactId", "contact_id", "A contact of that party; nobody when null.").optional,
        ])
}
