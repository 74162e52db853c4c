import AgreementParsing

/// A document that was brought in, and what was read out of it.
enum Import {
    static let status = Choice("ImportStatus", ["previewed", "confirmed"])
    static let mediaType = Choice("DocumentMediaType", ImportDocument.MediaType.self)

    /// What a list shows of it.
    static let head = Shape(
        "ImportHead", "An import in a list.",
        [
            .id("i.import_id", "The import."),
            .text("fileName", "i.file_name", "The document's file name.").always,
            .choice("mediaType", "i.media_type", mediaType, "The document's media type.").always,
            .integer("bytes", "octet_length(i.content)", "How long the document is.").always,
            .text("sha256", "encode(i.sha256, 'hex')", "The SHA-256 of the document as it is kept.").always,
            .choice("status", "i.state", status, "Where it stands.").always,
            .timestamp("createdAt", "i.created_at", "When it was brought in.").always,
            .text("createdBy", "i.created_by", "Who brought it in.").always,
            .timestamp("confirmedAt", "i.confirmed_at", "When it was confirmed; null while it isn't."),
            .identifier(
                "agreementId", "i.agreement_id", "The agreement that it made, or whose plan and promises it made."),
            .identifier("pictureId", "i.picture_id", "The situational picture that it made."),
            .identifier("planId", "i.plan_id", "The plan that it made."),
        ])

    static let shape = head.with(
        "Import", "An import and what was read out of its document.", [.inlined(ImportProposal.shape)])
}
