/// What was signed, word for word, as its digest was made of it.
enum SignedText {
    static let shape = Shape(
        "SignedText", "A text that was signed: an agreement, its annexes or a prolongation.",
        [
            .text("sha256", "encode(t.sha256, 'hex')", "The SHA-256 of the text in UTF-8, which signatures name.")
                .always,
            .text("form", "t.form", "The form that the text is written in. A form never changes.").always,
            .text("text", "t.text", "The text, JSON with sorted names.").always,
        ])

    static let document = Shape(
        "SignedTexts", "What was signed of an agreement.",
        [
            .identifier("agreementId", "a.agreement_id", "The agreement.").always,
            .list(
                "texts", shape,
                "The texts that were signed, by their digests; none of what was signed before texts were kept."),
        ])
}
