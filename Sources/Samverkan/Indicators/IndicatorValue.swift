/// What an indicator was on a day. Written once, and corrected by another.
enum IndicatorValue {
    private static let said: [Member] = [
        .day("date", "v.measured_on", "The day that it is of.").required,
        .quantity("value", "v.value", "What it was, in the indicator's unit.").required,
        .text("text", "v.text", "What else there is to say.").optional,
    ]

    static let shape = Shape(
        "IndicatorValue", "An indicator's value on a day.",
        [
            .id("v.value_id", "The value."),
            .identifier("indicatorId", "v.indicator_id", "The indicator, in the plan that it was reported in.").always,
            .identifier("planId", "v.plan_id", "The plan that it was reported in.").always,
        ], said,
        [
            .timestamp("recordedAt", "v.recorded_at", "When it was recorded.").always,
            .text("recordedBy", "v.recorded_by", "Who recorded it; shown inside the municipality."),
            .identifier("correctsId", "v.corrects_value_id", "The value that this one corrects."),
            .identifier("correctedById", "c.value_id", "The value that corrects this one, which then counts no more."),
        ])

    static let correction = Shape("IndicatorValueCorrection", "What stands in a value's place.", said)
}
