import Hummingbird
import Postgres

/// What plans, promises and their outcomes have in common: they are approved, or returned with a reason.
enum ApprovalRoutes {
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
