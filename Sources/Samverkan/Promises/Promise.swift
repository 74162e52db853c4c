/// What the public is promised (medborgarlöfte): by the municipality, the police or both.
enum Promise {
    static let promisor = Choice("Promisor", ["municipality", "police", "joint"])
    static let status = Choice("PromiseStatus", ["draft", "published", "withdrawn"])

    static let shape = Shape(
        "Promise", "A citizen promise.",
        [
            .id("t.promise_id", "The promise."),
            .identifier("agreementId", "t.agreement_id", "The agreement that it is an annex of.").required.once,
            .choice("promisor", "t.promisor", promisor, "Who promises.").required,
            .text("text", "t.text", "What is promised.").required,
            .text("preparedBy", "t.prepared_by", limit: 500, "Who has prepared it.").optional,
            .choice("status", "t.state", status, "Where it stands.").always,
            .version("t.version"),
        ])
}
