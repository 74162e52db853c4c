import Hummingbird
import Postgres

/// What a party says of what is proposed to it: a plan, a promise or a promise's outcome is approved, or returned with a reason. An
/// approval with a name is a signature.
enum Approval {
    /// What is approved; the column that names it.
    enum Subject: String, Sendable {
        case plan, promise, outcome

        fileprivate var column: String { "\(self.rawValue)_id" }

        /// Whose answer it is where a body doesn't say: the caller's own side's, of a plan the district's.
        fileprivate var party: Statement {
            switch self {
            case .plan: "'police'"
            default: "case when access.may('signature.police') then 'police' else 'municipality' end"
            }
        }
    }

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

    /// Nothing comes between its being seen and the answer.
    private static func hold(_ subject: Subject, _ call: Call, _ id: Identifier) -> Statement {
        "select app.hold_proposal(\(subject.rawValue), \(call.code), \(id))"
    }

    /// - Parameter seen: undoes the transaction (SV404) when the caller doesn't see what is approved.
    static func approve(_ subject: Subject, _ call: Call, _ id: Identifier, _ content: Content, seen: Statement)
        -> [Statement]
    {
        [
            self.hold(subject, call, id), seen,
            """
            insert into app.approval (municipality_code, \(unsafeSQL: subject.column), party, answered_on, name, title,
                body, place, outside_system, version)
            select \(call.code), \(id)::uuid, coalesce(r.party, \(subject.party)), coalesce(r.answered_on, app.today()),
                r.name, r.title, r.body, r.place, coalesce(r.outside_system, false), \(call.expectedVersion)::integer
            from \(content.row)
            """,
        ]
    }

    /// Returns what is proposed, to the municipality: whoever returns it for the police doesn't see it any more.
    static func takeBack(_ subject: Subject, _ call: Call, _ id: Identifier, _ content: Content, _ seen: Statement)
        async throws
        -> Response
    {
        _ = try await call.write(
            Pipeline([
                self.hold(subject, call, id), seen,
                """
                insert into app.approval (municipality_code, \(unsafeSQL: subject.column), party, answered_on, answer,
                    reason, version)
                select \(call.code), \(id)::uuid, case when access.may('signature.police') then 'police' else 'municipality' end,
                    app.today(), 'returned', r.reason, \(call.expectedVersion)::integer from \(content.row)
                """,
            ]))
        return Response(status: .noContent, headers: [.cacheControl: "private, no-cache"])
    }
}
