/// A plan against the one that it revises, measure by measure.
enum PlanChange {
    static let kind = Choice("MeasureChangeKind", ["kept", "changed", "dropped", "new"])

    static let field = Shape(
        "FieldChange", "A field that differs.",
        [
            .text("field", "The field, by its name in a measure.").always,
            Member("before", .value, "", "Its value in the revised plan; null when it had none."),
            Member("after", .value, "", "Its value in this plan; null when it has none."),
        ])

    /// What became of a measure; columns of `c`, which is `app.plan_changes`.
    private static let outcome: [Member] = [
        .rows("fields", "coalesce(c.fields, '[]')", field, "What differs; empty unless it is changed."),
        .text("reason", "c.reason", "Why it was dropped; null unless it is."),
    ]

    static let shape = Shape(
        "PlanChange", "A measure of this plan or of the one that it revises.",
        [
            .identifier("lineageId", "c.lineage_id", "The same measure through all years.").always,
            .identifier("measureId", "c.measure_id", "The measure in this plan; null when it is dropped."),
            .identifier(
                "revisedMeasureId", "c.revised_measure_id", "The measure in the revised plan; null when it is new."),
            .text("text", "c.text", "What is to be done.").always,
        ], outcome)

    static let document = Shape(
        "PlanChanges", "What a plan keeps, changes and drops of the plan that it revises, and what is new in it.",
        [
            .identifier(
                "predecessorId", "p.revises_plan_id", "The plan that it revises; null for one that revises none."),
            .list("kept", shape, "Measures that are the same."),
            .list("changed", shape, "Measures that differ."),
            .list("dropped", shape, "Measures that it leaves out."),
            .list("new", shape, "Measures that the revised plan hasn't got."),
        ])

    /// A measure in one of the plans that have or had it.
    static let year = Shape(
        "MeasureInYear", "A measure in one of the plans that have or had it.",
        [
            .identifier("planId", "p.plan_id", "The plan.").always,
            .integer("year", "p.year", "Its year.").always,
            .period("p.period_start", "p.period_end", "Its period.").always,
            .choice("planStatus", "p.state", ActionPlan.status, "Where the plan stands.").always,
            .choice("change", "c.change", kind, "What became of the measure there, against the plan that it revises.")
                .always,
        ], outcome,
        [
            .identifier("measureId", "m.measure_id", "The measure in that plan; null when it is dropped."),
            .text("text", "coalesce(m.text, o.text)", "What is to be done.").always,
            .text("plannedFollowUp", "m.planned_follow_up", "How it is to be followed up."),
            .choice(
                "status", "case when m.measure_id is not null then coalesce(s.status, 'noInformation') end",
                MeasureStatus.choice,
                "Its status there; null when it is dropped."),
            .rows(
                "reportedQuantities",
                // What took the plan's place within the year counts its reports on, so that a total stands once.
                """
                case when p.state = 'superseded' and exists (
                    select from app.action_plan n
                    where n.municipality_code = p.municipality_code and n.revises_plan_id = p.plan_id
                        and n.year = p.year and n.state in ('adopted', 'closed', 'superseded')
                      and p.plan_id = any (app.counted_plans(n.municipality_code, n.plan_id)))
                    then '[]' else coalesce(s.quantities, '[]') end
                """, ReportedQuantity.shape, "What all follow-ups report together, by unit."),
            .list("followUps", FollowUp.shape, "What was reported in that plan, oldest first."),
        ])

    static let history = Shape(
        "MeasureHistory", "A measure through the years.",
        [
            .identifier("lineageId", "m.lineage_id", "The same measure through all years.").always,
            .list("plans", year, "The plans that have or had it, oldest first."),
        ])
}
