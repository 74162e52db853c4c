/// Why what a plan gives priority to is as it is.
enum Cause {
    private static let content: [Member] = [
        .text("text", "t.text", "The cause.").required,
        .identifiers(
            "problemIds", "t.problem_ids", limit: 100,
            "The problems that it answers, of the plan's situational picture."
        ).optional.linked,
    ]

    static let shape = Shape(
        "Cause", "A cause that a plan sees.",
        [
            .id("t.cause_id", "The cause."),
            .identifier(
                "areaId", "t.area_id", "The priority area that it is in; another one moves it there with its measures."
            ).required,
            .integer("position", "t.position", 1...10_000, "Its place in the area, from 1; the last unless said.")
                .optional.always.linked,
        ], content)

    /// A cause as a plan shows it, within its area and in order.
    static let inPlan = Shape(
        "CauseInPlan", "A cause with its measures.", [.id("t.cause_id", "The cause.")], content,
        [
            .rows("measures", Measure.inPlan, limit: 500, "Its measures, in order.").whole
        ])
}
