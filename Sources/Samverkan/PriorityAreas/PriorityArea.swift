/// What a plan gives priority to, and the causes that it sees there.
enum PriorityArea {
    /// As it is named elsewhere. Columns of `alias`.
    static func summary(_ alias: String) -> Shape {
        Shape(
            "PriorityAreaSummary", "A priority area as it is named elsewhere.",
            [
                .id("\(alias).area_id", "The area."),
                .text("title", "\(alias).title", "What it is about.").always,
            ])
    }

    private static let content: [Member] = [
        .text("title", "t.title", limit: 500, "What it is about.").required,
        .text("description", "t.description", limit: 20_000, "Its running text.").optional,
        .choice("theme", "t.theme", Theme.choice, "What it is about in words that the whole district shares.").optional,
        .identifiers(
            "problemIds", "t.problem_ids", limit: 100,
            "The problems that it answers, of the plan's situational picture."
        ).optional.linked,
    ]

    private static let position: Member = .integer(
        "position", "t.position", 1...10_000, "Its place among those beside it, from 1; the last unless said."
    )
    .optional.always.linked

    static let shape = Shape(
        "PriorityArea", "A priority area of a plan.", [.id("t.area_id", "The area."), position], content)

    /// An area as a plan shows it.
    static let inPlan = shape.with(
        "PriorityAreaInPlan", "A priority area with its causes and measures.",
        [
            .rows("causes", Cause.inPlan, limit: 200, "Its causes, in order.").whole,
            .rows("measures", Measure.inPlan, limit: 500, "Its measures without a cause, in order.").whole,
        ])
}
