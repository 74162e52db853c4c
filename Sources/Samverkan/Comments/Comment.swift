/// What somebody says of a draft.
enum Comment {
    static let shape = Shape(
        "Comment", "A comment on a draft, or on a plan that is proposed.",
        [
            .id("c.comment_id", "The comment."),
            .text("text", "c.text", "What it says.").required,
            .text("about", "c.about", limit: 200, "What of the document it is about, such as a title or an id.")
                .optional,
            .bool(
                "onProposal", "c.on_proposal",
                "Whether it was written of a plan that was proposed, so that the police district reads it, too."),
            .text("writtenBy", "c.written_by", "Who wrote it.").always,
            .text("writtenAs", "c.written_as", "In which role.").always,
            .timestamp("writtenAt", "c.written_at", "When it was written.").always,
            .text("resolvedBy", "c.resolved_by", "Who has dealt with it."),
            .timestamp("resolvedAt", "c.resolved_at", "When it was dealt with; null while it isn't."),
            .identifier("agreementId", "c.agreement_id", "The agreement that it is on."),
            .identifier("pictureId", "c.picture_id", "The situational picture that it is on."),
            .identifier("planId", "c.plan_id", "The action plan that it is on."),
        ])
}
