import Hummingbird
import Postgres

enum PromiseRoutes {
    private static let promises = Resource(
        shape: Promise.shape, head: Promise.head, table: "app.promise", column: "promise_id", parameter: "promiseId",
        path: "promises", order: "t.agreement_id, t.position", belonging: (.agreement, "agreement_id"),
        links: [
            Resource.Link(
                name: "measureIds",
                remove: { promise, measures in
                    """
                    delete from app.promise_measure where municipality_code = \(promise.code)
                        and promise_id = \(promise.id)
                        and measure_id not in (select r.id from \(measures.source))
                    """
                },
                add: { promise, measures in
                    """
                    insert into app.promise_measure (municipality_code, promise_id, measure_id, agreement_id, plan_id)
                    select distinct p.municipality_code, p.promise_id, r.id, p.agreement_id, m.plan_id
                    from app.promise p cross join \(measures.source)
                    left join app.measure m on m.municipality_code = \(promise.code) and m.measure_id = r.id
                    where p.municipality_code = \(promise.code) and p.promise_id = \(promise.id) and not exists (
                        select from app.promise_measure o where o.municipality_code = p.municipality_code
                            and o.promise_id = p.promise_id and o.measure_id = r.id)
                    """
                })
        ],
        acts: """
            app.proposal_acts('promise', t.state, t.promisor, array(
                select a.party from app.approval a where a.municipality_code = t.municipality_code
                    and a.promise_id = t.promise_id and a.holds and a.answer = 'approved'), t.returned_by)
            """,
        related: ["outcomes": "outcomes"])

    static let list = promises.list(
        "listPromises", "Citizen promises",
        "Every role of the municipality; the police of the district see them from proposed on. By agreement, in order.",
        sheet: PromiseSheet.list)
    static let create = promises.create(
        "createPromise", "Draft a citizen promise",
        "A coordinator, under an agreement that is a draft or signed, and last among that agreement's.",
        refusals: [.documentLocked, .measureOfOtherAgreement])
    static let show = promises.show(
        "getPromise", "A citizen promise", "Who may: as for the list.", paper: PromisePaper.paper)
    static let change = promises.change(
        "changePromise", "Change a citizen promise", "A coordinator, while it is a draft.",
        refusals: [.documentLocked, .measureOfOtherAgreement])
    static let remove = promises.remove(
        "deletePromise", "Remove a citizen promise",
        "A coordinator, while it is a draft that has never been proposed: what another authority has answered stays.",
        inUse: (.partInUse, "It has been answered by a party to it, so it stays."))

    static let propose = Operation(
        "proposePromise", "Propose a citizen promise",
        "A coordinator. Locks its text, and the police district reads it. It must be a draft, with a text.",
        precondition: .optional, answer: .document(Promise.shape),
        refusals: [.promiseTransitionNotPossible, .promiseWithoutText]
    ) { call in
        try await promises.act(call, [Self.step(call, "proposal", set: "state = 'proposed'")])
    }

    static let approve = Operation(
        "approvePromise", "Approve a citizen promise",
        """
        A coordinator for the municipality, the head of the district for the police, each what their authority promises, \
        alone or with the other. What the police have approved outside the system a coordinator enters with its date. \
        The last promisor's makes it approved. It must be proposed.
        """,
        body: .optionalJSON(Approval.approving, .creation), precondition: .optional, answer: .document(Promise.shape),
        refusals: [.promiseNotProposed, .alreadyApproved, .approvalNotTheirs]
    ) { call in
        let content = try await call.content().content
        return try await promises.act(
            call, ApprovalRoutes.approve(.promise, call, call.id("promiseId"), content, seen: promises.seen(call)))
    }

    static let takeBack = Operation(
        "returnPromise", "Return a proposed citizen promise",
        """
        The head of the district, of what the police promise, with a reason; or a coordinator takes it back. It is a \
        draft again, and what was approved is void. It must be proposed or approved.
        """,
        body: .json(Approval.returning, .creation), precondition: .optional, answer: .removed,
        refusals: [.promiseTransitionNotPossible, .approvalNotTheirs]
    ) { call in
        let content = try await call.content().content
        return try await ApprovalRoutes.takeBack(
            .promise, call, call.id("promiseId"), content, promises.seen(call))
    }

    static let publish = Operation(
        "publishPromise", "Publish a citizen promise",
        """
        A coordinator. Every promisor must have approved it, and its agreement be signed. What it corrects or prolongs \
        is superseded.
        """,
        body: .optionalJSON(Promise.publication, .creation), precondition: .optional, answer: .document(Promise.shape),
        refusals: [
            .promiseTransitionNotPossible, .promiseNotApproved, .promiseWithoutText, .agreementNotSigned,
        ]
    ) { call in
        let content = try await call.content().content
        return try await promises.act(
            call,
            [
                Self.step(
                    call, "publication",
                    set:
                        "state = 'published', published_on = coalesce(\(content["published_on"] ?? .null)::date, app.today())"
                )
            ])
    }

    static let withdraw = Operation(
        "withdrawPromise", "Withdraw a citizen promise",
        "A coordinator, with a reason: what was proposed or published can't be undone, only withdrawn.",
        body: .json(Promise.withdrawal, .creation), precondition: .optional, answer: .document(Promise.shape),
        refusals: [.promiseTransitionNotPossible]
    ) { call in
        let content = try await call.content().content
        return try await promises.act(
            call,
            [
                Self.step(
                    call, "withdrawal",
                    set: """
                        state = 'withdrawn', withdrawal_reason = \(content["reason"] ?? .null),
                        withdrawn_on = coalesce(\(content["withdrawn_on"] ?? .null)::date, app.today())
                        """)
            ])
    }

    static let revise = Operation(
        "revisePromise", "Correct a published citizen promise",
        """
        A coordinator. A new version as a draft, kept by the same measures, which is approved and published like the \
        first; until then that one stands. It must be published, and have no version that waits.
        """,
        body: .optionalJSON(Promise.revision, .creation), answer: .created(Promise.shape, tagged: true),
        refusals: [.promiseNotPublished, .promiseRevisionExists]
    ) { call in try await Self.version(call, prolongs: false) }

    static let prolong = Operation(
        "prolongPromise", "Prolong a published citizen promise",
        """
        A coordinator. A new version with a later end, as a draft, which is approved and published like the first; \
        until then that one stands. It must be published, and have a period.
        """,
        body: .json(Promise.prolongation, .creation), answer: .created(Promise.shape, tagged: true),
        refusals: [.promiseNotPublished, .promiseRevisionExists, .prolongationNotLonger]
    ) { call in try await Self.version(call, prolongs: true) }

    private static func version(_ call: Call, prolongs: Bool) async throws -> Response {
        let (content, source) = try await call.content()
        let id = Identifier.version7()
        let start = prolongs ? .null : content["period_start"] ?? .null
        return try await promises.make(
            call, id, source,
            [
                """
                select app.revise_promise(\(call.code), \(call.id("promiseId")), \(id)::uuid, \(start)::date,
                    \(content["period_end"] ?? .null)::date, \(content["reason"] ?? .null), \(prolongs))
                """
            ])
    }

    /// A step that its state allows. What a publication lacks its guard says.
    private static func step(_ call: Call, _ act: String, set: Statement) -> Statement {
        .act(
            """
            update app.promise set \(set) where municipality_code = \(call.code)
                and promise_id = \(call.id("promiseId")) and app.is_version(version, \(call.expectedVersion)::integer)
                and (\(act) = 'publication' and state in ('draft', 'proposed')
                    or app.is_possible('promise', \(act), state, version))
            """)
    }
}
