/// A part of a measure that waits for a report.
enum WaitingMeasure {
    /// Columns of `q`, which waits, and of `f`, its latest follow-up.
    static let shape = Shape(
        "WaitingMeasure", "A responsible party's part of a measure that waits for a report.",
        [
            .text("municipalityCode", "q.municipality_code", "The municipality.").always,
            .identifier("planId", "q.plan_id", "The plan.").always,
            .integer("year", "q.year", "The plan's year.").always,
            .identifier("measureId", "q.measure_id", "The measure.").always,
            .text("text", "q.text", "What is to be done.").always,
            .text("plannedFollowUp", "q.planned_follow_up", "How it is to be followed up."),
            .day("startsOn", "q.starts_on", "Its first day, when it has one."),
            .day("endsOn", "q.ends_on", "Its last day, when it has one."),
            .day("dueOn", "q.due_on", "The round's last day for answers; without rounds its last day, else the plan's.")
                .always,
            .object(
                "reportingRound",
                Shape(
                    "WaitingRound", "The round that waits.",
                    [
                        .id("q.round_id", "The round."),
                        .text("name", "q.round_name", "What it is called.").always,
                        .period("q.round_start", "q.round_end", "The days that it asks about.").always,
                    ]), "The round that waits for the report; null in a plan without rounds."),
            .bool("isLate", "q.is_late", "Whether the round's last day for answers has been."),
            .object(
                "area",
                PriorityArea.summary("q"), "The priority area that it is in."
            ).always,
            .quantity("quantity", "q.quantity", "How many are planned, in `unit`."),
            .text("unit", "q.unit", "What the quantity counts."),
            .rows(
                "reportedQuantities", "q.quantities", ReportedQuantity.shape,
                "What all follow-ups report together, by unit."),
            .responsibleParty("q", "Whose part waits."),
            .choice("status", "q.status", MeasureStatus.choice, "What the party has last said of its part.").always,
            .object(
                "latestFollowUp",
                Shape(
                    "LatestPartFollowUp", "The latest follow-up of a part.",
                    [
                        .id("f.follow_up_id", "The follow-up."),
                        .choice("status", "f.status", ReportedStatus.choice, "The status as it was reported.").always,
                        .day("periodEnd", "f.period_end", "The last day that it speaks of.").always,
                        .text("text", "f.text", "What was done."),
                        .timestamp("recordedAt", "f.recorded_at", "When it was recorded.").always,
                    ]), "The party's latest follow-up; null when there is none."),
        ])
}
