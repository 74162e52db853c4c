/// What a party says of what is proposed to it: a plan, a promise or a promise's outcome is approved, or returned with a reason. An
/// approval with a name is a signature.
enum Approval {
    static let shape = Shape(
        "Approval", "A party's approval of what was proposed.",
        [
            .id("a.approval_id", "The approval."),
            .choice("party", "a.party", Signature.party, "Whose it is.").always,
            .day("date", "a.answered_on", "The day of the approval.").always,
            .text("name", "a.name", "Who signed; null when nobody is named."),
            .text("title", "a.title", "The title of who signed."),
            .text("body", "a.body", "The organisation, or the body that decided."),
            .text("place", "a.place", "Where it was signed."),
            .bool("outsideSystem", "a.outside_system", "Whether it was given outside the system and entered here."),
            .text(
                "contentSha256", "encode(a.content_sha256, 'hex')",
                "The SHA-256 of the plan or promise that was signed; null for an approval without a name."),
            .text("form", "a.form", "The form of the text that was signed."),
        ])

    static let approving = Shape(
        "NewApproval", "Who approves, and when.",
        [
            .choice(
                "party", "party", Signature.party,
                "Whose approval it is; the caller's own unless said, of an action plan the police's."
            ).optional,
            .day("date", "answered_on", "The day, never one to come; today unless said.").optional,
            .text("name", "name", limit: 200, "Who signs.").optional,
            .text("title", "title", limit: 200, "The title of who signs.").optional,
            .text("body", "body", limit: 200, "The organisation, or the body that decided.").optional,
            .text("place", "place", limit: 200, "Where it is signed.").optional,
            .bool(
                "outsideSystem", "outside_system",
                "Whether it was given outside the system; a coordinator enters that, for the police, too."
            ).optional,
        ])

    static let returning = Shape(
        "ProposalReturn", "Why what was proposed is returned.", [.text("reason", "reason", "Why.").required])

    /// The approvals of a row that hold, oldest first.
    ///
    /// - Parameter condition: when there are any at all, so that else none are looked for.
    static func of(_ column: String, _ alias: String, when condition: String = "true") -> Member {
        let rows = self.shape.json(
            from: "app.approval a",
            where: "a.municipality_code = \(alias).municipality_code and a.\(column) = \(alias).\(column)"
                + " and a.holds and a.answer = 'approved'",
            order: "a.answered_on, a.approval_id")
        return .rows(
            "approvals", "case when \(condition) then \(rows) else '[]' end", self.shape,
            "Those who have approved what was proposed.")
    }

    static func returnReason(_ alias: String) -> Member {
        .text("returnReason", "\(alias).return_reason", "Why it was last returned; null when it is proposed anew.")
    }
    static func returnedBy(_ alias: String) -> Member {
        .choice("returnedBy", "\(alias).returned_by", Signature.party, "Who last returned it.")
    }
}
