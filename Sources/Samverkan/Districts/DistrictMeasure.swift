/// A measure as its police district sees it among those of all its municipalities.
enum DistrictMeasure {
    static let lateness = Choice("Lateness", ["true", "false"])

    /// Columns of `q`, which is on the page.
    static let shape = Shape(
        "DistrictMeasure", "A measure of a municipality of the district.",
        [
            .id("q.measure_id", "The measure in its plan."),
            .object(
                "municipality",
                Shape(
                    "DistrictMunicipality", "A municipality as it is named elsewhere.",
                    [
                        .text("code", "n.municipality_code", "The municipality's code.").always,
                        .text("name", "n.name", "Its name.").always,
                    ]), "The municipality."
            ).always,
            .identifier("planId", "q.plan_id", "The plan.").always,
            .integer("year", "q.year", "The plan's year.").always,
            .object(
                "area",
                PriorityArea.summary("q"), "The priority area that it is in."
            ).always,
            .choice("theme", "q.theme", Theme.choice, "What the area is about."),
            .text("text", "q.text", "What is to be done.").always,
            .text("schedule", "q.schedule", "When it is to be done, in the plan's words."),
            .day("startsOn", "q.starts_on", "Its first day, when it has one."),
            .day("dueOn", "q.due_on", "Its last day, else its plan's.").always,
            .bool("isLate", "q.is_late", "Whether it isn't ended though that day was before the day asked for."),
            .quantity("quantity", "q.quantity", "How many are planned, in `unit`."),
            .text("unit", "q.unit", "What the quantity counts."),
            .choice("status", "q.status", MeasureStatus.choice, "Its status today.").always,
            .rows(
                "reportedQuantities", "q.quantities", ReportedQuantity.shape,
                "What all follow-ups report together, by unit."),
            .day("lastFollowUpOn", "q.latest_on", "The last day that was followed up."),
            .text("lastFollowUp", "q.latest_text", "What was said of it then."),
            .rows(
                "responsibleParties",
                party.json(
                    from: """
                        app.responsibility r join app.responsible_party b on b.municipality_code = r.municipality_code
                            and b.party_id = r.party_id
                        """,
                    where: """
                        r.municipality_code = q.municipality_code and r.plan_id = q.plan_id and r.measure_id = q.measure_id
                        """, order: "r.position"), party, "Who answers for it, in order."),
        ])

    private static let party = Shape(
        "DistrictResponsibleParty", "One of those who answer for a measure.",
        [
            .identifier("id", "r.party_id", "The responsible party.").always,
            .text("name", "coalesce(r.adopted_name, b.name)", "What it was called when the plan was adopted.").always,
            .choice("kind", "b.kind", ResponsibleParty.kind, "Whose it is.").always,
            .bool("lead", "r.lead", "Whether it coordinates the measure."),
        ])
}
