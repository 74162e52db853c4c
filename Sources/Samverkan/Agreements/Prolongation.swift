/// A later end of an agreement (förlängning), signed by those who signed that.
enum Prolongation {
    static let status = Choice("ProlongationStatus", ["proposed", "signed", "withdrawn"])

    static let shape = Shape(
        "Prolongation", "A prolongation of an agreement.",
        [
            .id("t.prolongation_id", "The prolongation."),
            .day("effectiveEnd", "t.effective_end", "The new last day; null until further notice.").once,
            .text("reason", "t.reason", "Why.").once,
            .choice("status", "t.state", status, "Where it stands.").always,
            .timestamp("createdAt", "t.created_at", "When it was proposed.").always,
            .list("signatures", Signature.shape, "Who signs it: the same as signed the agreement."),
        ])
}
