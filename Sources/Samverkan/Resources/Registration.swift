/// What a diarium adds to a document, also after it is signed or adopted: registration number, decision (body, date,
/// paragraph) and the case's ids in other systems (OSL 5:2). Traced, and outside what is signed.
enum Registration {
    /// Columns of `alias`.
    static func members(_ alias: String) -> [Member] {
        [
            .text(
                "registrationNumber", "\(alias).registration_number", limit: 100,
                "The registration number in the diarium."
            ).later,
            .object(
                "decision",
                Shape(
                    "Decision", "A decision of a body.",
                    [
                        .text("body", "\(alias).decision_body", limit: 200, "The body that decided.").later,
                        .day("date", "\(alias).decision_date", "The day of the decision.").later,
                        .text("paragraph", "\(alias).decision_paragraph", limit: 50, "The paragraph of the minutes.")
                            .later,
                    ]), "The decision on it."
            ).later,
            .rows(
                "externalReferences", "\(alias).external_references", ExternalReference.shape, limit: 20,
                "The same matter in other systems."
            ).later,
        ]
    }
}
