import Hummingbird
import Postgres

enum PromiseOutcomeRoutes {
    static let list = Operation(
        "listPromiseOutcomes", "Outcomes of a citizen promise",
        "Whoever sees the promise. Latest first; corrected ones are there and say so.",
        query: QueryParameter.paging, answer: .page(PromiseOutcome.shape)
    ) { call in
        let (code, page) = (call.code, call.query.page)
        var pipeline = Pipeline([Self.requirePromise(call)])
        let from: Statement = "where o.municipality_code = \(code) and o.promise_id = \(call.id("promiseId"))"
        let rows = pipeline.add(
            """
            \(unsafeSQL: Self.selected(try call.caller().kind)) \(from)
            order by o.period_end desc, o.recorded_at desc, o.outcome_id desc limit \(page.limit) offset \(page.offset)
            """)
        let total = pipeline.add(.count("from app.promise_outcome o \(from)"))
        let results = try await call.read(pipeline)
        return call.page(results[rows], results[total], path: Self.path(call)) { json, row in
            PromiseOutcome.shape.layout.write(&json, row)
            json.links(self: call.links.href("\(Self.path(call))/\(row["id"] ?? "")"))
        }
    }

    static let show = Operation(
        "getPromiseOutcome", "An outcome of a citizen promise", "Whoever sees the promise.",
        answer: .document(PromiseOutcome.shape, tagged: false)
    ) { call in
        try Self.answer(call, try await call.read(Self.shown(try call.caller().kind, call, call.id("outcomeId"))))
    }

    static let create = Operation(
        "createPromiseOutcome", "Report how a citizen promise came out",
        """
        A coordinator; a municipal police officer or the head of the district, of what the police promise, alone or with \
        the municipality. Written once. Who may approve for a promisor does so by reporting it; the other promisor \
        approves or returns it, and the public sees it then. The promise must be published, or have been.
        """,
        body: .json(PromiseOutcome.shape, .creation), answer: .created(PromiseOutcome.shape),
        refusals: [.promiseNotPublished]
    ) { call in try await Self.make(call, PromiseOutcome.shape, correcting: nil) }

    static let correct = Operation(
        "correctPromiseOutcome", "Correct an outcome of a citizen promise",
        """
        Who may: as for reporting it. A new entry stands in its place, which every promisor approves anew; the corrected \
        one stays readable.
        """,
        body: .json(PromiseOutcome.correction, .creation), answer: .created(PromiseOutcome.shape),
        refusals: [.outcomeAlreadyCorrected]
    ) { call in try await Self.make(call, PromiseOutcome.correction, correcting: call.id("outcomeId")) }

    static let approve = Operation(
        "approvePromiseOutcome", "Approve an outcome of a citizen promise",
        "Who may: as for the promise. It must be proposed; the last promisor's approval makes it approved.",
        body: .optionalJSON(Approval.approving, .creation), answer: .document(PromiseOutcome.shape, tagged: false),
        refusals: [.outcomeNotProposed, .alreadyApproved, .approvalNotTheirs]
    ) { call in
        let content = try await call.content().content
        let id = call.id("outcomeId")
        var pipeline = Pipeline(ApprovalRoutes.approve(.outcome, call, id, content, seen: Self.require(call, id)))
        let shown = pipeline.add(Self.shown(try call.caller().kind, call, id))
        return try Self.answer(call, try await call.write(pipeline)[shown])
    }

    static let takeBack = Operation(
        "returnPromiseOutcome", "Return an outcome of a citizen promise",
        "A promisor that doesn't approve it, with a reason: it is corrected by another. It must be proposed.",
        body: .json(Approval.returning, .creation), answer: .removed,
        refusals: [.outcomeNotProposed, .approvalNotTheirs]
    ) { call in
        let content = try await call.content().content
        let id = call.id("outcomeId")
        return try await ApprovalRoutes.takeBack(.outcome, call, id, content, Self.require(call, id))
    }

    // MARK: Statements

    /// Who recorded it stays inside the municipality; the police's login may not even name that column.
    private static let columns = PromiseOutcome.shape.selected
    private static let columnsForPolice = PromiseOutcome.shape.selected(without: ["recordedBy"])

    private static func selected(_ kind: IssuerKind, _ more: String = "") -> String {
        """
        select \(kind == .municipality ? self.columns : self.columnsForPolice)\(more)
        from app.promise_outcome o
        join app.promise t on t.municipality_code = o.municipality_code and t.promise_id = o.promise_id
        left join app.promise_outcome c on c.municipality_code = o.municipality_code and c.promise_id = o.promise_id
            and c.corrects_outcome_id = o.outcome_id and c.state <> 'returned'
        """
    }

    private static let acts = """
        , app.proposal_acts('outcome', case when c.outcome_id is null then o.state end, t.promisor, array(
            select a.party from app.approval a where a.municipality_code = o.municipality_code
                and a.outcome_id = o.outcome_id and a.holds and a.answer = 'approved'), null) as acts
        """

    private static func shown(_ kind: IssuerKind, _ call: Call, _ id: Identifier) -> Statement {
        """
        \(unsafeSQL: self.selected(kind, self.acts))
        where o.municipality_code = \(call.code) and o.promise_id = \(call.id("promiseId")) and o.outcome_id = \(id)
        """
    }

    private static func requirePromise(_ call: Call) -> Statement {
        """
        select app.require_row(count(*)) from app.promise
        where municipality_code = \(call.code) and promise_id = \(call.id("promiseId"))
        """
    }

    private static func require(_ call: Call, _ id: Identifier) -> Statement {
        """
        select app.require_row(count(*)) from app.promise_outcome
        where municipality_code = \(call.code) and promise_id = \(call.id("promiseId")) and outcome_id = \(id)
        """
    }

    private static func make(_ call: Call, _ shape: Shape, correcting corrected: Identifier?) async throws -> Response {
        let id = Identifier.version7()
        var body = try await call.body()
        let content = PromiseOutcome.content(&body, of: shape)
        try body.finish()
        let kind = try call.caller().kind
        let seen = corrected.map { Self.require(call, $0) } ?? Self.requirePromise(call)
        var key: [Key] = [
            ("municipality_code", call.code), ("promise_id", call.id("promiseId")), ("outcome_id", id),
        ]
        if let corrected { key.append(("corrects_outcome_id", corrected)) }
        let pipeline = Pipeline([seen, Statement.insert(into: "app.promise_outcome", key, content)])
        let made = try await call.make([id], body.source, pipeline) { pipeline, ids in
            pipeline.add(Self.shown(kind, call, ids[0]))
        }
        return try Self.answer(call, made.results[made.shown], .created)
    }

    // MARK: Answers

    private static func path(_ call: Call) -> String {
        "/municipalities/\(call.code)/promises/\(call.id("promiseId").text)/outcomes"
    }

    private static func answer(_ call: Call, _ rows: QueryResult, _ status: HTTPResponse.Status = .ok) throws
        -> Response
    {
        guard let row = rows.first else { throw Problem.notFound }
        let href = call.links.href("\(Self.path(call))/\(row["id"] ?? "")")
        return call.answer(status, location: status == .created ? href : nil) { json in
            PromiseOutcome.shape.layout.write(&json, row)
            json.links(self: href) { json in
                json.link(
                    "promise", rel: "up",
                    href: call.links.href("/municipalities/\(call.code)/promises/\(row["promiseId"] ?? "")"))
                json.acts(row["acts"], on: href)
            }
        }
    }
}
