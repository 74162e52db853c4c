/// What tells whether the work helped (indikator): of a plan, or of one of its areas.
enum Indicator {
    static let direction = Choice("IndicatorDirection", ["up", "down"])

    private static let content: [Member] = [
        .id("t.indicator_id", "The indicator."),
        .identifier("lineageId", "t.lineage_id", "The same indicator through all years.").always,
        .identifier("areaId", "t.area_id", "The priority area that it tells of; null for the whole plan.").optional,
        .text("name", "t.name", limit: 500, "What is measured.").required,
        .text("unit", "t.unit", limit: 60, "What it is measured in.").required,
        .text("source", "t.source", limit: 500, "Where its values come from.").optional,
        .choice("direction", "t.direction", direction, "Which way is better.")
            .required,
        .quantity("baseline", "t.baseline", "What it was before.").optional,
        .day("baselineOn", "t.baseline_on", "The day of the baseline.").optional,
        .quantity("target", "t.target", "What it is to be.").optional,
    ]

    static let shape = Shape(
        "Indicator", "An indicator of a plan.", content,
        [
            .quantity(
                "latestValue", latest("value"), "Its latest value by the plan's last day, of this plan or earlier ones."
            ),
            .day("latestValueOn", latest("measured_on"), "The day of that value."),
        ])

    /// As it is found among those of all plans.
    static let listed = shape.with(
        "ListedIndicator", "An indicator, and where it stands.",
        [
            .identifier("planId", "t.plan_id", "The plan that it is in.").always,
            .integer("year", "y.year", "The plan's year.").always,
            .text("areaTitle", "a.title", "What its priority area is about; null for one of the whole plan."),
        ])

    static let part = PlanPart(
        name: "indicators", table: "app.indicator", column: "indicator_id", parents: [],
        shape: Shape("IndicatorInPlan", "An indicator as its plan shows it.", content), isThere: "p.has_indicators",
        sentence: "Its indicators, in order.", link: ("indicator", "indicators/{indicatorId}"))

    private static func latest(_ column: String) -> String {
        """
        (select v.\(column) from app.indicator_value v
        where v.municipality_code = t.municipality_code and v.lineage_id = t.lineage_id
            and v.measured_on <= (select x.period_end from app.action_plan x
                where x.municipality_code = t.municipality_code and x.plan_id = t.plan_id)
            and not exists (select from app.indicator_value c where c.municipality_code = v.municipality_code
                and c.plan_id = v.plan_id and c.indicator_id = v.indicator_id and c.corrects_value_id = v.value_id)
        order by v.measured_on desc, v.recorded_at desc, v.value_id desc limit 1)
        """
    }
}
