/// A sum of what was reported.
enum ReportedQuantity {
    static let shape = Shape(
        "ReportedQuantity", "A sum of what was reported, of one unit.",
        [
            .text("unit", "What it counts; null when the follow-ups don't say."),
            .quantity("quantity", "The sum.").always,
            .bool("approximate", "Whether any part of it is approximate."),
        ])
}
