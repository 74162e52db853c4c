/// Reports of one person on measures of several municipalities.
enum MyFollowUps {
    static let lines = Shape(
        "NewFollowUpsOfMunicipalities", "Follow-ups of measures of several municipalities.",
        [
            .rows(
                "followUps",
                FollowUp.line.with(
                    "FollowUpLineOfMunicipality", "A follow-up among many of several municipalities.",
                    [.text("municipalityCode", limit: 4, "The measure's municipality, by its code.").required]),
                limit: 500, "The follow-ups, 500 at most, of 20 municipalities at most."
            ).required
        ])

    static let outcome = Choice("LineOutcome", ["recorded", "refused", "heldBack", "failed"])

    private static let line = Shape(
        "FollowUpLineResult", "What became of a line.",
        [
            .text("municipalityCode", "The measure's municipality; null when the line says none."),
            .choice(
                "outcome", outcome,
                """
                Recorded; refused, since it is wrong; held back, since another line of its municipality is; or failed, when \
                the service could not do it now, or doesn't know whether it did: send it again with the same Idempotency-Key.
                """
            ).always,
            .choice(
                "code", Choice("ProblemCode", ProblemCode.self, isOpen: true),
                "Why it was refused or failed; null when it wasn't."),
            .text("detail", "The same in words."),
            .list("errors", Problem.fieldError, "What is wrong in the line."),
            .assembled("followUp", FollowUp.shape, "What was recorded; null when it wasn't."),
        ])

    static let results = Shape(
        "FollowUpResults", "What became of each line, in the order in which they were sent.",
        [
            .integer("recorded", "How many were recorded.").always,
            .integer("refused", "How many were refused.").always,
            .integer("heldBack", "How many were held back.").always,
            .integer("failed", "How many failed.").always,
            .list("results", line, "The lines."),
        ])
}
