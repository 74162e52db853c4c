/// A signature of an agreement or of a prolongation, or who is to sign: without a date it isn't signed yet.
enum Signature {
    /// A side of the agreement.
    static let party = Choice("Party", ["municipality", "police"])

    static let shape = Shape(
        "Signature", "A signature, or who is to sign: without a date it isn't signed yet.",
        [
            .id("s.signature_id", "The signature."),
            .choice("party", "s.party", party, "For whom.").required,
            .text("name", "s.name", limit: 200, "The name of who signs.").required,
            .text("title", "s.title", limit: 200, "The title of who signs; an empty one is none.").optional.emptyIsNone
                .always,
            .text("body", "s.body", limit: 200, "The organisation.").optional,
            .text("place", "s.place", "Where it was signed."),
            .day("date", "s.signed_on", "The day of signing."),
            .bool("outsideSystem", "s.outside_system", "Whether it was signed on paper and recorded here."),
            .identifier("attachmentId", "s.attachment_id", "The scanned original of what was signed on paper."),
            .text("recordedBy", "s.recorded_by", "Who recorded it."),
            .timestamp("recordedAt", "s.recorded_at", "When it was recorded."),
            .text("contentSha256", "encode(s.content_sha256, 'hex')", "The SHA-256 of the content that was signed."),
            .text(
                "annexesSha256", "encode(s.annexes_sha256, 'hex')",
                "The SHA-256 of the annexes as they were then; null for a prolongation."),
            .text("form", "s.form", "The form of the text that was signed."),
        ])

    /// Name, title and body are as they are at signing, when they differ from what was planned.
    static let signing = Shape(
        "Signing", "Who of those that are to sign signs, and when.",
        [
            .identifier("signatureId", "signature_id", "Who signs, of those that are to sign.").required,
            .day("date", "signed_on", "The day of signing, today or earlier.").required,
            .text("place", "place", limit: 200, "Where it is signed.").optional,
            .text("name", "name", limit: 200, "The name of who signs; as planned unless said.").optional,
            .text("title", "title", limit: 200, "The title of who signs; as planned unless said.").optional,
            .text("body", "body", limit: 200, "The organisation; as planned unless said.").optional,
            .bool(
                "outsideSystem", "outside_system",
                "Whether it was signed on paper, by either party; a coordinator records that."
            ).optional,
            .identifier(
                "attachmentId", "attachment_id",
                "The scanned original, attached to the agreement; of what was signed on paper."
            ).optional,
        ])
}
