import HTTPTypes
import Hummingbird
import Postgres

enum MeasureRoutes {
    static let list = Operation(
        "listMeasures", "Measures of all plans",
        "Every role of the municipality; the police of the district see those of adopted plans. Newest plan first.",
        query: [
            .identifier("plan", "The plan that they are in."),
            .choice("status", MeasureStatus.choice, "Their status."),
            .identifier("party", "One of those who answer for them."),
            .text("q", "A part of their text, in any case."),
        ] + QueryParameter.paging, answer: .page(Measure.listed), sheet: MeasureSheet.list
    ) { call in
        let query = call.query
        let filter = MeasureSQL.Filter(
            plan: query.identifier("plan"), status: query["status"], party: query.identifier("party"), text: query["q"])
        var pipeline = Pipeline()
        let listed = MeasureSQL.Listed(call.code, filter, query.page, in: &pipeline)
        return try await call.marked(MeasureSQL.mark(call.code), pipeline) { results, mark in
            Self.page(call, results, listed, mark)
        }
    }

    private static func page(
        _ call: Call, _ results: PipelineResults, _ listed: MeasureSQL.Listed, _ mark: KeptAnswers.Mark?
    ) -> Response {
        let rows = results[listed.measures]
        let (areas, plans) = (results[listed.areas], results[listed.plans])
        let (area, plan, cause) = (rows.column("area"), rows.column("plan"), rows.column("cause"))
        let (areasByID, plansByID) = (
            KeyedRows(areas, byKey: areas.column("id")), KeyedRows(plans, byKey: plans.column("id"))
        )
        let (title, year) = (areas.column("title"), plans.column("year"))
        let measures = MeasureJSON(
            Measure.listed, responsibility: Responsibility.shape, statuses: results[listed.statuses],
            responsibilities: results[listed.responsibilities], names: results[listed.names]
        ) { json, row in
            json.field("planId", row, plan)
            if let plan = plansByID[row, plan] { json.rawField("year", plan, year) } else { json.field("year", nil) }
            json.beginObject("area")
            json.field("id", row, area)
            if let area = areasByID[row, area] { json.field("title", area, title) } else { json.field("title", nil) }
            json.endObject()
            json.field("causeId", row, cause)
        }
        let path = "/municipalities/\(call.code)/measures"
        let below = call.links.href(path + "/")
        let id = rows.column("id")
        return call.page(rows, results[listed.total], path: path, mark: mark) { json, row in
            measures.write(&json, row)
            json.links(self: below + (row[id] ?? ""))
        }
    }

    static let show = Operation(
        "getMeasure", "A measure",
        "Who may: as for the list. With what each of those who answer for it has last said of its part.",
        answer: .document(Measure.shape)
    ) { call in
        var pipeline = Pipeline()
        let shown = MeasureSQL.Shown(call.code, call.id("measureId"), in: &pipeline)
        return try Self.answer(call, try await call.read(pipeline), shown)
    }

    static let create = Operation(
        "createMeasure", "Add a measure",
        "A coordinator, while the plan is a draft. If-Match is about the plan's version.",
        body: .json(Measure.shape, .creation), precondition: .optional, answer: .created(Measure.shape, tagged: true),
        refusals: [.documentLocked, .partyEnded]
    ) { call in
        let (code, plan, id) = (call.code, call.id("planId"), Identifier.version7())
        var body = try await call.body()
        let said = Said(&body, .creation, id)
        try body.finish()
        let pipeline = Pipeline(
            [
                Document.plan.beginEdit(code, plan, expected: call.expectedVersion),
                MeasureSQL.create(code, plan: plan, id, said.content),
            ]
                + said.responsibilities(code, id) + [MeasureSQL.arrange(code, id, to: said.position)])
        let made = try await call.make([id], body.source, pipeline) { pipeline, ids in
            MeasureSQL.Shown(code, ids[0], in: &pipeline)
        }
        return try Self.answer(call, made.results, made.shown, .created)
    }

    static let change = Operation(
        "changeMeasure", "Change a measure",
        "A coordinator, while the plan is a draft. If-Match is about the plan's version. `areaId` and `causeId` move it.",
        body: .json(Measure.shape, .change), precondition: .required, answer: .document(Measure.shape),
        refusals: [.documentLocked, .partyEnded]
    ) { call in
        let (code, id) = (call.code, call.id("measureId"))
        var body = try await call.body()
        let said = Said(&body, .change, id)
        try body.finish()
        var pipeline = Pipeline([MeasureSQL.beginEdit(code, id, expected: call.expectedVersion, changes: !said.isEmpty)]
        )
        if !said.isEmpty {
            pipeline.add(
                MeasureSQL.change(code, id, said.content) + said.responsibilities(code, id) + [
                    MeasureSQL.arrange(code, id, to: said.position)
                ])
        }
        let shown = MeasureSQL.Shown(code, id, in: &pipeline)
        return try Self.answer(call, try await call.write(pipeline), shown)
    }

    static let remove = Operation(
        "deleteMeasure", "Remove a measure",
        """
        A coordinator, while the plan is a draft. If-Match is about the plan's version. One that the plan that this \
        one revises has is \
        dropped with a reason instead.
        """,
        precondition: .required, answer: .removed, refusals: [.documentLocked, .measureDropNeedsReason, .partInUse]
    ) { call in
        let (code, id) = (call.code, call.id("measureId"))
        return try await call.removal(
            Pipeline([MeasureSQL.beginEdit(code, id, expected: call.expectedVersion)] + MeasureSQL.remove(code, id)),
            inUse: .partInUse, "Something depends on the measure.")
    }

    static let drop = Operation(
        "dropMeasure", "Drop a measure from a revision",
        "A coordinator, while the plan is a draft. It is taken out, and why is kept for the plan's changes.",
        body: .json(Measure.dropping, .creation), precondition: .optional, answer: .removed,
        refusals: [.documentLocked, .partInUse]
    ) { call in
        let (code, id) = (call.code, call.id("measureId"))
        let reason = try await call.content().content.text("reason") ?? ""
        return try await call.removal(
            Pipeline(
                [MeasureSQL.beginEdit(code, id, expected: call.expectedVersion)]
                    + MeasureSQL.drop(code, id, reason: reason)),
            inUse: .partInUse, "Something depends on the measure.")
    }

    static let changeContact = Operation(
        "changeMeasureContact", "Change whom to ask about a measure",
        "A coordinator, of one of those who answer for the measure: people change, so it can be changed until the plan is closed.",
        body: .json(Measure.contact, .creation), precondition: .optional, answer: .document(Measure.shape),
        refusals: [.documentLocked]
    ) { call in
        let (code, id) = (call.code, call.id("measureId"))
        let content = try await call.content().content
        var pipeline = Pipeline(MeasureSQL.changeContact(code, id, content, expected: call.expectedVersion))
        let shown = MeasureSQL.Shown(code, id, in: &pipeline)
        do {
            return try Self.answer(call, try await call.write(pipeline), shown)
        } catch let error as PostgresError where error.constraint == "responsibility_contact" {
            throw Problem(
                .invalidFields, "The responsible party has no such contact.",
                errors: [
                    .init(pointer: "/contactId", code: .notFound, detail: "is no contact of that party")
                ])
        }
    }

    static let history = Operation(
        "getMeasureHistory", "A measure through the years",
        "Whoever sees the measure; of plans, those that the caller sees. With the follow-ups that were reported there.",
        answer: .document(PlanChange.history, tagged: false)
    ) { call in
        let (code, id) = (call.code, call.id("measureId"))
        var pipeline = Pipeline()
        let shown = PlanChangeSQL.History(try call.caller().kind, code, id, in: &pipeline)
        let results = try await call.read(pipeline)
        guard let lineage = results[shown.lineage].first else { throw Problem.notFound }
        let followUps = results[shown.followUps]
        let measure = call.links.href("/municipalities/\(code)/measures/\(id.text)")
        return call.answer(capacity: 16_384) { json in
            let reported = PlanChange.year.layout.ordered([
                "followUps": { json, plan in
                    json.beginArray()
                    for followUp in followUps where followUp["plan_id"] == plan["planId"] {
                        json.beginObject()
                        FollowUpRoutes.item(&json, followUp, call)
                        json.endObject()
                    }
                    json.endArray()
                }
            ])
            PlanChange.history.layout.write(
                &json, lineage,
                PlanChange.history.layout.ordered([
                    "plans": { json, _ in PlanChange.year.list(&json, results[shown.plans], reported) }
                ]))
            json.links(self: "\(measure)/history") { json in json.link("measure", rel: "up", href: measure) }
        }
    }

    /// What a body says of a measure.
    private struct Said {
        let content: Content
        let position: Int?
        private let rows: Recordset?

        init(_ body: inout ObjectReader, _ use: Member.Use, _ id: Identifier) {
            self.content = body.content(of: Measure.shape, use)
            var rows = Responsibility.rows()
            self.rows = Responsibility.read(&body, as: Responsibility.reported, of: id.text, into: &rows) ? rows : nil
            self.position = body.integer("position", in: 1...10_000)
        }

        var isEmpty: Bool { self.content.isEmpty && self.position == nil && self.rows == nil }

        func responsibilities(_ code: String, _ id: Identifier) -> [Statement] {
            self.rows.map { MeasureSQL.replaceResponsibilities(code, id, $0) } ?? []
        }
    }

    private static func answer(
        _ call: Call, _ results: PipelineResults, _ shown: MeasureSQL.Shown, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard let measure = results[shown.measure].first else { throw Problem.notFound }
        let municipality = call.links.href("/municipalities/\(call.code)")
        let href = "\(municipality)/measures/\(measure["id"] ?? "")"
        // What is selected of the location stands behind what is selected of the measure.
        let location = results[shown.measure].column("planId")
        let writer = MeasureJSON(
            Measure.shape, responsibility: Responsibility.reported, statuses: results[shown.statuses],
            responsibilities: results[shown.responsibilities], names: results[shown.names]
        ) { json, row in Measure.location.layout.write(&json, row, from: location) }
        return call.answer(status, version: measure.int("version"), location: status == .created ? href : nil) { json in
            writer.write(&json, measure)
            json.links(self: href) { json in
                json.link("collection", rel: "collection", href: "\(municipality)/measures")
                json.link("followUps", rel: "related", href: "\(href)/follow-ups")
                json.link("history", rel: "version-history", href: "\(href)/history")
                json.link("actionPlan", rel: "up", href: "\(municipality)/action-plans/\(measure["planId"] ?? "")")
            }
        }
    }
}
