import FoundationEssentials
import HTTPTypes
import Hummingbird
import Postgres

enum ActionPlanRoutes {
    static let list = Operation(
        "listActionPlans", "Action plans",
        "Every role of the municipality; the police of the district see them from proposed on. Latest year first.",
        query: QueryParameter.paging + [.text("registrationNumber", "The registration number in the diarium, whole.")],
        answer: .page(ActionPlan.head)
    ) { call in
        var pipeline = Pipeline()
        let statements = ActionPlanSQL.list(
            call.code, registrationNumber: call.query["registrationNumber"], call.query.page)
        let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
        let results = try await call.read(pipeline)
        let path = "/municipalities/\(call.code)/action-plans"
        return call.page(results[rows], results[total], path: path) { json, row in
            ActionPlan.head.layout.write(&json, row)
            json.links(self: call.links.href("\(path)/\(row["id"] ?? "")"))
        }
    }

    static let show = Operation(
        "getActionPlan", "A whole action plan",
        "Who may: as for the list. The whole plan as one document: areas, causes, measures, who is responsible, the latest follow-up.",
        answer: .document(ActionPlan.shape), paper: ActionPlanPaper.paper, sheet: ActionPlanSheet.sheet
    ) { call in
        var pipeline = Pipeline()
        let shown = ActionPlanSQL.Shown(call.code, call.id("planId"), in: &pipeline)
        return try await call.marked(ActionPlanSQL.mark(call.code, call.id("planId")), pipeline) { results, mark in
            try Self.answer(call, results, shown, mark: mark)
        }
    }

    static let create = Operation(
        "createActionPlan", "Draft an action plan", "A coordinator. It has no areas yet.",
        body: .json(ActionPlan.shape, .creation), answer: .created(ActionPlan.shape, tagged: true)
    ) { call in
        let id = Identifier.version7()
        var body = try await call.body()
        let content = body.content(of: ActionPlan.shape, .creation)
        try body.finish()
        return try await Self.make(call, id, body.source, ActionPlanSQL.create(call.code, id, content))
    }

    static let change = Operation(
        "changeActionPlan", "Change an action plan",
        "A coordinator. The content only while it is a draft; registration number, decision and references at any time.",
        body: .json(ActionPlan.shape, .change), precondition: .required, answer: .document(ActionPlan.shape),
        refusals: [.documentLocked, .problemOfOtherPicture]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(
            call, [ActionPlanSQL.change(call.code, call.id("planId"), content, expected: call.expectedVersion)])
    }

    static let replace = Operation(
        "replaceActionPlan", "Write a whole action plan",
        """
        A coordinator, while it is a draft. The plan as it is to be, as it was read: parts with an id are kept, those \
        without are new, and \
        what isn't named goes; `indicators` are left alone when the member is missing. What only the service decides may stand there and is passed over. A measure of the \
        revised plan that is left \
        out stands in `droppedMeasures` with a reason. One version more, whatever changes.
        """,
        body: .json(WholePlan.shape, .whole), limit: 1_048_576, precondition: .required,
        answer: .document(WholePlan.result),
        refusals: [.documentLocked, .measureDropNeedsReason, .problemOfOtherPicture, .partyEnded]
    ) { call in
        let (code, id) = (call.code, call.id("planId"))
        var body = try await call.body()
        let plan = WholePlan(&body)
        try body.finish()
        var pipeline = Pipeline()
        let work = WholePlanSQL(code, id, plan, expected: call.expectedVersion, in: &pipeline)
        let results: PipelineResults
        do {
            results = try await call.write(pipeline)
        } catch let error as PostgresError {
            throw plan.problem(error) ?? error
        }
        let href = call.links.href("/municipalities/\(code)/action-plans/\(id.text)")
        return call.answer(version: results[work.version].first?.int("version")) { json in
            work.write(&json, results)
            json.links(self: href) { json in json.link("actionPlan", rel: "related", href: href) }
        }
    }

    static let propose = Operation(
        "proposeActionPlan", "Propose an action plan to the police district",
        "A coordinator. Locks its content, and the district reads it. It must be a draft.",
        precondition: .optional, answer: .document(ActionPlan.shape), refusals: [.planTransitionNotPossible]
    ) { call in
        try await Self.act(call, [ActionPlanSQL.propose(call.code, call.id("planId"), expected: call.expectedVersion)])
    }

    static let approve = Operation(
        "approveActionPlan", "Approve or sign an action plan",
        """
        The head of the district for the police, whose approval it waits for; a coordinator enters what the police have \
        approved outside the system, and the municipality's own, which some places sign with. With a name it is a \
        signature. It must be proposed, approved or adopted.
        """,
        body: .optionalJSON(Approval.approving, .creation), precondition: .optional,
        answer: .document(ActionPlan.shape), refusals: [.planNotProposed, .alreadyApproved, .approvalNotTheirs]
    ) { call in
        let content = try await call.content().content
        let id = call.id("planId")
        return try await Self.act(
            call, ApprovalRoutes.approve(.plan, call, id, content, seen: Document.plan.require(call.code, id)))
    }

    static let takeBack = Operation(
        "returnActionPlan", "Return a proposed action plan",
        """
        The head of the district, with a reason: what is to be changed; or a coordinator takes it back. It is a draft \
        again, which the district doesn't see, and approvals are void. What the district returned is proposed anew \
        before it is adopted. It must be proposed or approved.
        """,
        body: .json(Approval.returning, .creation), precondition: .optional, answer: .removed,
        refusals: [.planTransitionNotPossible]
    ) { call in
        let content = try await call.content().content
        let id = call.id("planId")
        return try await ApprovalRoutes.takeBack(.plan, call, id, content, Document.plan.require(call.code, id))
    }

    static let adopt = Operation(
        "adoptActionPlan", "Adopt an action plan",
        """
        A coordinator: which body adopts it, and when. Locks its content; a revision of the same year takes the place \
        of the plan that it revises. It must be a draft, proposed or approved: `warnings` says when the district has not \
        approved it, and what the district returned is proposed anew first (`planReturned`).
        """,
        body: .json(ActionPlan.adoption, .creation), precondition: .optional, answer: .document(ActionPlan.shape),
        refusals: [.planNotDraft, .planReturned]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(
            call, [ActionPlanSQL.adopt(call.code, call.id("planId"), content, expected: call.expectedVersion)],
            adopting: true)
    }

    static let discard = Operation(
        "discardActionPlan", "Discard a draft of an action plan", Document.discarding, precondition: .required,
        answer: .removed, refusals: [.documentLocked, .documentExchanged, .documentInUse]
    ) { call in try await Document.plan.discard(call) }

    static let withdraw = Operation(
        "withdrawActionPlan", "Withdraw a draft of an action plan", Document.withdrawing,
        body: .json(Document.withdrawal, .creation), precondition: .optional, answer: .document(ActionPlan.shape),
        refusals: [.planTransitionNotPossible, .documentNotExchanged]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(call, [Document.plan.withdraw(call, content)])
    }

    static let close = Operation(
        "closeActionPlan", "Close an action plan", "A coordinator. It must be adopted; nothing more is reported on it.",
        body: .optionalJSON(ActionPlan.closing, .creation), precondition: .optional,
        answer: .document(ActionPlan.shape),
        refusals: [.planTransitionNotPossible, .planClosedBeforeAdopted]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(
            call, [ActionPlanSQL.close(call.code, call.id("planId"), content, expected: call.expectedVersion)])
    }

    static let reopen = Operation(
        "reopenActionPlan", "Reopen a closed action plan",
        "A coordinator, with a reason: one that was closed by mistake, or too early, is adopted again and can be reported on.",
        body: .json(ActionPlan.reopening, .creation), precondition: .optional, answer: .document(ActionPlan.shape),
        refusals: [.planTransitionNotPossible]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(
            call, [ActionPlanSQL.reopen(call.code, call.id("planId"), content, expected: call.expectedVersion)])
    }

    static let revise = Operation(
        "reviseActionPlan", "Revise an action plan",
        """
        A coordinator. Next year's plan, or this year's corrected, as a draft that copies everything; each measure \
        keeps its lineage. The \
        plan must be adopted or closed, without a revision for that year, and the year not an earlier one.
        """,
        body: .json(ActionPlan.revision, .creation), answer: .created(ActionPlan.shape, tagged: true),
        refusals: [.planNotRevisable, .planRevisionExists, .planRevisionYear]
    ) { call in
        let (content, source) = try await call.content()
        let id = Identifier.version7()
        return try await Self.make(
            call, id, source, ActionPlanSQL.revise(call.code, call.id("planId"), into: id, content))
    }

    static let changes = Operation(
        "getPlanChanges", "A plan against the one that it revises",
        """
        Whoever sees the plan. Kept, changed and dropped are all that the revised plan had; kept, changed and new all \
        that this one has.
        """,
        answer: .document(PlanChange.document, tagged: false)
    ) { call in
        var pipeline = Pipeline()
        let shown = PlanChangeSQL.Shown(call.code, call.id("planId"), in: &pipeline)
        let results = try await call.read(pipeline)
        guard let plan = results[shown.plan].first else { throw Problem.notFound }
        let changes = results[shown.changes]
        func part(_ change: String) -> Layout.Part {
            { json, _ in PlanChange.shape.list(&json, changes.filter { $0["change"] == change }) }
        }
        let plans = call.links.href("/municipalities/\(call.code)/action-plans")
        let href = "\(plans)/\(call.id("planId").text)"
        return call.answer(capacity: 8_192) { json in
            PlanChange.document.layout.write(
                &json, plan,
                PlanChange.document.layout.ordered([
                    "kept": part("kept"), "changed": part("changed"), "dropped": part("dropped"), "new": part("new"),
                ]))
            json.links(self: "\(href)/changes") { json in
                json.link("actionPlan", rel: "up", href: href)
                if let revised = plan["predecessorId"] {
                    json.link("predecessor", rel: "predecessor-version", href: "\(plans)/\(revised)")
                }
            }
        }
    }

    // MARK: Answers

    private static func make(_ call: Call, _ id: Identifier, _ source: [UInt8], _ statement: Statement) async throws
        -> Response
    {
        let made = try await call.make([id], source, Pipeline([statement])) { pipeline, ids in
            ActionPlanSQL.Shown(call.code, ids[0], in: &pipeline)
        }
        return try Self.answer(call, made.results, made.shown, .created)
    }

    private static func act(_ call: Call, _ statements: [Statement], adopting: Bool = false) async throws -> Response {
        let (code, id) = (call.code, call.id("planId"))
        var pipeline = Pipeline([Document.plan.require(code, id)] + statements)
        let shown = ActionPlanSQL.Shown(code, id, adopting: adopting, in: &pipeline)
        return try Self.answer(call, try await call.write(pipeline), shown)
    }

    /// What whoever prepares the plan, or has just adopted it, should look at; of what is adopted, later, only what
    /// stands in the plan itself. Those outside the municipality are told nothing: it may speak of drafts.
    private static func warnings(_ plan: Row, areas: QueryResult, measures: QueryResult) -> [Warning] {
        guard plan.bool("is_inside"), plan["status"] == "draft" || plan["status"] == "adopted" else { return [] }
        let (year, start, end) = (plan["year"] ?? "", plan["period.start"] ?? "", plan["period.end"] ?? "")
        var warnings: [Warning] = []
        if areas.isEmpty { warnings.append(.init(code: .planWithoutArea, text: "Planen har inget prioriterat område")) }
        let (area, starts, ends) = (measures.column("area"), measures.column("startsOn"), measures.column("endsOn"))
        let (withMeasures, areaID) = (KeyedRows(measures, byKey: area), areas.column("id"))
        for area in areas where withMeasures[area, areaID] == nil {
            warnings.append(
                .init(
                    code: .areaWithoutMeasure, text: "Området «\(area["title"] ?? "")» har ingen åtgärd", id: area["id"]
                ))
        }
        if year < start.prefix(4) || year > end.prefix(4) {
            warnings.append(.init(code: .periodBesideYear, text: "Planens period ligger inte i planens år, \(year)"))
        }
        for measure in measures where !measure.isNull(starts) || !measure.isNull(ends) {
            guard [measure[starts], measure[ends]].compactMap({ $0 }).contains(where: { $0 < start || $0 > end }) else {
                continue
            }
            let text = (measure["text"] ?? "").prefix(200)
            warnings.append(
                .init(
                    code: .measureOutsidePeriod, text: "Åtgärden «\(text)» har dagar utanför planens period",
                    id: measure["id"]))
        }
        if let json = plan["warnings"], let made = try? JSONDecoder().decode([Warning].self, from: Data(json.utf8)) {
            warnings += made
        }
        return warnings
    }

    /// The nested document.
    private static func answer(
        _ call: Call, _ results: PipelineResults, _ shown: ActionPlanSQL.Shown, _ status: HTTPResponse.Status = .ok,
        mark: KeptAnswers.Mark? = nil
    ) throws -> Response {
        guard let plan = results[shown.plan].first else { throw Problem.notFound }
        let (areas, causes, rows) = (results[shown.areas], results[shown.causes], results[shown.measures])
        let (areaID, causeID) = (areas.column("id"), causes.column("id"))
        let causesByArea = KeyedRows(causes, byKey: causes.column("area"))
        let measures = MeasureJSON(
            Measure.inPlan, responsibility: Responsibility.shape, statuses: results[shown.statuses],
            responsibilities: results[shown.responsibilities], names: results[shown.names])
        let (area, cause) = (rows.column("area"), rows.column("cause"))
        let measuresByCause = KeyedRows(rows, byKey: cause)
        let withoutCause = KeyedRows(rows, byKey: area) { $0.isNull(cause) }
        func list(_ json: inout JSONWriter, _ rows: KeyedRows.Group) {
            json.beginArray()
            for row in rows { measures.object(&json, row) }
            json.endArray()
        }
        let inCause = Cause.inPlan.layout.ordered([
            "measures": { json, cause in list(&json, measuresByCause.all(of: cause, causeID)) }
        ])
        let inArea = PriorityArea.inPlan.layout.ordered([
            "causes": { json, area in Cause.inPlan.list(&json, causesByArea.all(of: area, areaID), inCause) },
            "measures": { json, area in list(&json, withoutCause.all(of: area, areaID)) },
        ])
        let collection = call.links.href("/municipalities/\(call.code)/action-plans")
        let href = "\(collection)/\(plan["id"] ?? "")"
        return call.answer(
            status, version: plan.int("version"), mark: mark, location: status == .created ? href : nil,
            capacity: 24_576
        ) { json in
            ActionPlan.shape.layout.write(
                &json, plan,
                ActionPlan.shape.layout.ordered([
                    "warnings": { json, plan in json.warnings(Self.warnings(plan, areas: areas, measures: rows)) },
                    "priorityAreas": { json, _ in PriorityArea.inPlan.list(&json, areas, inArea) },
                ]))
            json.links(self: href) { json in
                Self.links(&json, plan, call.links.href("/municipalities/\(call.code)"))
                if call.isInside {
                    json.link("decisionProposal", rel: "related", href: "\(href)/decision-proposal")
                }
            }
        }
    }

    private static func links(_ json: inout JSONWriter, _ plan: Row, _ municipality: String) {
        let (collection, id) = ("\(municipality)/action-plans", plan["id"] ?? "")
        json.link("collection", rel: "collection", href: collection)
        json.link("agreement", rel: "up", href: "\(municipality)/agreements/\(plan["agreementId"] ?? "")")
        json.link("measures", rel: "related", href: "\(municipality)/measures?plan=\(id)")
        if let revised = plan["predecessorId"] {
            json.link("predecessor", rel: "predecessor-version", href: "\(collection)/\(revised)")
        }
        if let successor = plan["successor"] {
            json.link("successor", rel: "successor-version", href: "\(collection)/\(successor)")
        }
        json.link("changes", rel: "related", href: "\(collection)/\(id)/changes")
        json.link(part: "priorityArea", href: "\(collection)/\(id)/priority-areas/{areaId}")
        for part in PlanPart.ofPlan { json.link(part: part.link.name, href: "\(collection)/\(id)/\(part.link.path)") }
        json.link(part: "cause", href: "\(collection)/\(id)/causes/{causeId}")
        json.link("reportingRounds", rel: "related", href: "\(municipality)/reporting-rounds?plan=\(id)")
        json.link("unplannedWork", rel: "related", href: "\(collection)/\(id)/unplanned-work")
        json.link("attachments", rel: "related", href: "\(collection)/\(id)/attachments")
        json.link("comments", rel: "related", href: "\(collection)/\(id)/comments")
        json.acts(plan["acts"], on: "\(collection)/\(id)")
    }
}
