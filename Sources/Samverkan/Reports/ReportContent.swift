/// What a report says of a plan, made by `app.report_content`: every sentence and number with the id of its row.
enum ReportContent {
    static let shape = Shape(
        "ReportContent", "What was planned and what came of it, as it was when the report was made.",
        [
            .assembled("plan", plan, "The plan.").always,
            .day("reportedUntil", "The day on which it was made: what was reported until then is in it.").always,
            .assembled("figures", figures, "Measures by status and area, beside those of the year before.").always,
            .list("areas", area, "The priority areas, in order."),
            .list("indicators", indicator, "Indicators of the plan as a whole."),
            .list("unplannedWork", work, "Unplanned work in areas that a revision within the year left out."),
            .list(
                "droppedMeasures",
                Shape(
                    "DroppedInReport", "A measure that a revision within the year left out.",
                    [
                        .identifier("id", "The measure in the plan that had it.").always,
                        .identifier("lineageId", "The same measure through all years.").always,
                        .text("text", "What was to be done.").always,
                        .text("reason", "Why it was dropped.").always,
                        .list("followUps", followUp, "What was reported until then, oldest first."),
                    ]), "Measures that revisions within the year left out."),
            .list(
                "promises", promise, "Citizen promises of the plan's time, with outcomes that every promisor approved."),
            .list("unreported", unreported, "Who has told nothing of measures that are neither done nor cancelled."),
            .assembled("nextYear", nextYear, "What next year's plan changes; null until that is proposed or adopted."),
        ])

    private static let party = Shape(
        "ReportParty", "A responsible party in a report.",
        [
            .identifier("id", "The responsible party.").always,
            .text("name", "Its name.").always,
        ])

    private static let period = Shape(
        "ReportPeriod", "Days in a report, both within it.",
        [.day("start", "The first day.").always, .day("end", "The last day.").always])

    private static let plan = Shape(
        "ReportPlan", "The plan that a report is of.",
        [
            .identifier("id", "The plan.").always,
            .integer("year", "Its year.").always,
            .assembled("period", period, "Its days.").always,
            .choice("status", ActionPlan.status, "Where it stood.").always,
            .text("adoptedBy", "The body that adopted it."),
            .day("adoptedOn", "The day of its adoption."),
        ])

    private static let statusCount = Shape(
        "StatusCount", "How many measures have a status.",
        [
            .choice("status", MeasureStatus.choice, "The status.").always,
            .integer("count", "How many measures have it.").always,
            .integer("previous", "How many had it in the year before; null without one."),
        ])

    private static let figures = Shape(
        "ReportFigures", "Measures by status and area, this year beside the year before.",
        [
            .integer("measures", "How many measures the plan has.").always,
            .integer("previousYear", "The year before; null without a plan of it."),
            .integer("previousMeasures", "How many measures that plan had."),
            .list("statuses", statusCount, "Each status with its number of measures."),
            .list(
                "areas",
                Shape(
                    "AreaFigures", "The same for an area; the year before by the area of the same title.",
                    [
                        .identifier("areaId", "The area.").always,
                        .text("title", "Its title.").always,
                        .integer("measures", "How many measures it has.").always,
                        .integer("previousMeasures", "How many it had in the year before."),
                        .list("statuses", statusCount, "Each status with its number of measures."),
                    ]), "The areas, in order."),
        ])

    private static let followUp = Shape(
        "FollowUpInReport", "A follow-up in a report.",
        [
            .identifier("id", "The follow-up.").always,
            .assembled("responsibleParty", party, "Whom it speaks for; null for the measure as a whole."),
            .assembled("period", period, "The days that it speaks of.").always,
            .choice("status", ReportedStatus.choice, "What it says.").always,
            .text("text", "In words."),
            .text("reason", "Why, where that is needed."),
            .quantity("quantity", "How many, in `unit`."),
            .text("unit", "What the quantity counts."),
            .bool("approximate", "Whether the quantity is approximate."),
        ])

    private static let measure = Shape(
        "MeasureInReport", "A measure in a report.",
        [
            .identifier("id", "The measure.").always,
            .identifier("lineageId", "The same measure through all years.").always,
            .text("text", "What was to be done.").always,
            .text("cause", "Why."),
            .text("target", "What was aimed at."),
            .choice("status", MeasureStatus.choice, "How it came out.").always,
            .assembled(
                "planned",
                Shape(
                    "PlannedQuantity", "How many were planned.",
                    [
                        .quantity("quantity", "How many, in `unit`.").always,
                        .text("unit", "What the quantity counts."),
                    ]), "How many were planned; null when no number was."),
            .list("reported", ReportedQuantity.shape, "How many were done, by unit."),
            .list(
                "responsibleParties",
                Shape(
                    "PartyInReport", "Who was to do it, and what they have said of their part.",
                    [
                        .identifier("id", "The responsible party.").always,
                        .text("name", "Its name.").always,
                        .bool("lead", "Whether it leads the work."),
                        .choice("status", MeasureStatus.choice, "What it has said of its part.").always,
                    ]), "Who was to do it, in order."),
            .list("followUps", followUp, "What was reported, oldest first, without what was corrected."),
        ])

    private static let indicator = Shape(
        "IndicatorInReport", "An indicator in a report.",
        [
            .identifier("id", "The indicator.").always,
            .identifier("lineageId", "The same indicator through all years.").always,
            .text("name", "What is measured.").always,
            .text("unit", "What it is measured in.").always,
            .choice("direction", Choice("IndicatorDirection", ["up", "down"]), "Which way is better.").always,
            .quantity("baseline", "What it was before."),
            .day("baselineOn", "The day of the baseline."),
            .quantity("target", "What it is to be."),
            .list(
                "values",
                Shape(
                    "IndicatorValueInReport", "A value of an indicator.",
                    [
                        .identifier("id", "The value.").always,
                        .day("date", "The day.").always,
                        .quantity("value", "The value.").always,
                    ]), "Its values until the plan's last day, oldest first."),
        ])

    private static let area = Shape(
        "AreaInReport", "A priority area in a report.",
        [
            .identifier("id", "The area.").always,
            .text("title", "Its title.").always,
            .choice("theme", Theme.choice, "Its theme."),
            .list("measures", measure, "Its measures, in order."),
            .list("indicators", indicator, "Its indicators."),
            .list("unplannedWork", work, "Work that the plan didn't name, oldest first."),
        ])

    private static let work = Shape(
        "UnplannedWorkInReport", "Work that no measure of the plan names.",
        [
            .identifier("id", "The work.").always,
            .text("text", "What was done.").always,
            .assembled("responsibleParty", party, "Who did it.").always,
            .assembled("period", period, "When.").always,
            .quantity("quantity", "How many, in `unit`."),
            .text("unit", "What the quantity counts."),
            .bool("approximate", "Whether the quantity is approximate."),
        ])

    private static let promise = Shape(
        "PromiseInReport", "A citizen promise in a report.",
        [
            .identifier("id", "The promise.").always,
            .choice("promisor", Promise.promisor, "Who promised.").always,
            .text("text", "What was promised.").always,
            .assembled("period", period, "The days that it was for; null when none were said."),
            .text("withdrawalReason", "Why it was withdrawn; null for one that stands."),
            .list(
                "outcomes",
                Shape(
                    "OutcomeInReport", "An outcome that every promisor has approved.",
                    [
                        .identifier("id", "The outcome.").always,
                        .assembled("period", period, "The days that it speaks of.").always,
                        .choice("verdict", PromiseOutcome.verdict, "How the promise came out.").always,
                        .text("text", "What came of it.").always,
                        .text("reason", "Why, where the verdict needs it."),
                        .quantity("quantity", "How many, in `unit`."),
                        .text("unit", "What the quantity counts."),
                        .bool("approximate", "Whether the quantity is approximate."),
                    ]), "How it came out."),
        ])

    private static let unreported = Shape(
        "Unreported", "A responsible party that has told nothing of some measures.",
        [
            .assembled("responsibleParty", party, "Who.").always,
            .integer("count", "Of how many measures.").always,
            .identifiers("measureIds", limit: 1_000, "Which ones."),
        ])

    private static let nextYear = Shape(
        "NextYear", "What next year's plan changes.",
        [
            .identifier("planId", "Next year's plan.").always,
            .integer("year", "Its year.").always,
            .integer("kept", "How many measures are kept as they are.").always,
            .list(
                "changed",
                Shape(
                    "ChangedInNextYear", "A measure that is changed.",
                    [
                        .identifier("id", "The measure in next year's plan.").always,
                        .text("text", "What is to be done.").always,
                        .list("fields", PlanChange.field, "What is changed in it."),
                    ]), "Measures that are changed."),
            .list(
                "dropped",
                Shape(
                    "DroppedInNextYear", "A measure that is dropped.",
                    [
                        .identifier("id", "The measure in this plan.").always,
                        .text("text", "What was to be done.").always,
                        .text("reason", "Why it is dropped."),
                    ]), "Measures that are dropped."),
            .list(
                "new",
                Shape(
                    "NewInNextYear", "A measure that is new.",
                    [
                        .identifier("id", "The measure in next year's plan.").always,
                        .text("text", "What is to be done.").always,
                    ]), "Measures that are new."),
        ])
}
