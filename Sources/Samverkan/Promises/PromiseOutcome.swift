/// How a promise came out (utfall), with a verdict. Written once, and corrected by another.
enum PromiseOutcome {
    static let verdict = Choice("Verdict", ["fulfilled", "partlyFulfilled", "notFulfilled", "tooEarly"])
    static let status = Choice("PromiseOutcomeStatus", ["proposed", "approved", "returned"])

    private static let said: [Member] = [
        .object("period", Period.reported("o.period_start", "o.period_end"), "The day or the period that it speaks of.")
            .required,
        .choice("verdict", "o.verdict", verdict, "How the promise came out.").required,
        .text("text", "o.text", "What came of it.").required,
        .text("reason", "o.reason", "Why; it is required when the verdict is partlyFulfilled or notFulfilled.")
            .optional,
        .quantity("quantity", "o.quantity", "How many, in `unit`.").optional,
        .text("unit", "o.unit", limit: 60, "What the quantity counts.").optional,
        .bool("approximate", "o.approximate", "Whether the quantity is approximate.").optional,
    ]

    static let shape = Shape(
        "PromiseOutcome", "How a citizen promise came out.",
        [
            .id("o.outcome_id", "The outcome."),
            .identifier("promiseId", "o.promise_id", "The promise.").always,
        ], said,
        [
            .choice(
                "status", "o.state", status,
                "Approved when every promisor has approved it; it isn't shown to the public before."
            ).always,
            .text("returnReason", "o.return_reason", "Why it was returned."),
            Approval.of("outcome_id", "o"),
            .timestamp("recordedAt", "o.recorded_at", "When it was recorded.").always,
            .text("recordedBy", "o.recorded_by", "Who recorded it; shown inside the municipality."),
            .identifier("correctsId", "o.corrects_outcome_id", "The outcome that this one corrects."),
            .identifier(
                "correctedById", "c.outcome_id", "The outcome that corrects this one, which then counts no more."),
        ])

    /// As its promise shows it.
    static let inPromise = Shape(
        "OutcomeInPromise", "An outcome as its promise shows it.",
        [
            .id("o.outcome_id", "The outcome."),
            .day("periodStart", "o.period_start", "The first day that it speaks of.").always,
            .day("periodEnd", "o.period_end", "The last day that it speaks of.").always,
            .choice("verdict", "o.verdict", verdict, "How the promise came out.").always,
            .text("text", "o.text", "What came of it.").always,
            .text("reason", "o.reason", "Why, where the verdict needs it."),
            .quantity("quantity", "o.quantity", "How many, in `unit`."),
            .text("unit", "o.unit", "What the quantity counts."),
            .bool("approximate", "o.approximate", "Whether the quantity is approximate."),
            .choice("status", "o.state", status, "Whether every promisor has approved it.").always,
        ])

    static let correction = Shape("PromiseOutcomeCorrection", "What stands in an outcome's place.", said)

    static func content(_ body: inout ObjectReader, of shape: Shape) -> Content {
        var content = body.content(of: shape, .creation)
        Period.settle(&content, &body)
        if let verdict = content.text("verdict"), ["partlyFulfilled", "notFulfilled"].contains(verdict),
            content.text("reason") == nil, !body.faults.isTold("/reason")
        {
            body.faults.add("/reason", .required, "is required when the verdict is \(verdict)")
        }
        if content.text("quantity") != nil, content.text("unit") == nil, !body.faults.isTold("/unit") {
            body.faults.add("/unit", .required, "is required with a quantity")
        }
        return content
    }
}
