/// What waits for somebody's signature or approval.
enum AwaitedSignature {
    static let kind = Choice("AwaitedKind", ["agreement", "prolongation", "actionPlan", "promise", "promiseOutcome"])

    /// Columns of `q`.
    static let shape = Shape(
        "AwaitedSignature", "A signature or an approval that waits.",
        [
            .text("municipalityCode", "q.municipality_code", "The municipality.").always,
            .choice("kind", "q.kind", kind, "What is signed or approved.").always,
            .identifier("documentId", "q.document_id", "What is signed or approved, by its id.").always,
            .text("text", "q.text", "Its title, or how it begins.").always,
            .choice("party", "q.party", Signature.party, "Whose signature or approval waits.").always,
            .text("name", "q.name", "Who is to sign; null where nobody is named."),
        ])
}
