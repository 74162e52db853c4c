import Hummingbird
import Postgres

enum UnplannedWorkRoutes {
    static let list = Operation(
        "listUnplannedWork", "Unplanned work",
        "Whoever sees the plan. Latest first, of the plan and of those that it superseded within the year.",
        query: QueryParameter.paging, answer: .page(UnplannedWork.shape)
    ) { call in
        let (code, plan) = (call.code, call.id("planId"))
        var pipeline = Pipeline([Document.plan.require(code, plan)])
        let statements = UnplannedWorkSQL.list(try call.caller().kind, code, plan, call.query.page)
        let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
        let results = try await call.read(pipeline)
        return call.page(
            results[rows], results[total], path: "/municipalities/\(code)/action-plans/\(plan.text)/unplanned-work"
        ) { json, row in
            UnplannedWork.shape.layout.write(&json, row)
            json.links(self: Self.href(row, call))
        }
    }

    static let show = Operation(
        "getUnplannedWork", "Unplanned work, one entry", "Whoever sees the plan.",
        answer: .document(UnplannedWork.shape, tagged: false)
    ) { call in
        let row = try await call.read(
            UnplannedWorkSQL.show(try call.caller().kind, call.code, call.id("planId"), call.id("workId"))
        ).first
        guard let row else { throw Problem.notFound }
        return call.answer { json in Self.document(&json, row, call) }
    }

    static let create = Operation(
        "createUnplannedWork", "Report unplanned work",
        "Who may: as for follow-ups, for the responsible party. The plan must be adopted.",
        body: .json(UnplannedWork.shape, .creation), answer: .created(UnplannedWork.shape), refusals: [.planNotAdopted]
    ) { call in
        let (code, plan, id) = (call.code, call.id("planId"), Identifier.version7())
        var body = try await call.body()
        let content = UnplannedWork.content(&body, of: UnplannedWork.shape)
        try body.finish()
        return try await Self.make(
            call, id, body.source,
            Pipeline([Document.plan.require(code, plan), UnplannedWorkSQL.create(code, plan, id, content)]))
    }

    static let correct = Operation(
        "correctUnplannedWork", "Correct unplanned work",
        "Who may: as for the report. A new entry stands in the corrected one's place; that one stays readable and counts no more.",
        body: .json(UnplannedWork.correction, .creation), answer: .created(UnplannedWork.shape),
        refusals: [.planNotAdopted, .followUpAlreadyCorrected]
    ) { call in
        let id = Identifier.version7()
        var body = try await call.body()
        let content = UnplannedWork.content(&body, of: UnplannedWork.correction)
        try body.finish()
        return try await Self.make(
            call, id, body.source,
            Pipeline([UnplannedWorkSQL.correct(call.code, call.id("planId"), call.id("workId"), id, content)]))
    }

    private static func make(_ call: Call, _ id: Identifier, _ source: [UInt8], _ pipeline: Pipeline) async throws
        -> Response
    {
        let (kind, code, plan) = (try call.caller().kind, call.code, call.id("planId"))
        let made = try await call.make([id], source, pipeline) { pipeline, ids in
            pipeline.add(UnplannedWorkSQL.show(kind, code, plan, ids[0]))
        }
        guard let row = made.results[made.shown].first else { throw Problem.notFound }
        return call.answer(.created, location: Self.href(row, call)) { json in Self.document(&json, row, call) }
    }

    private static func href(_ row: Row, _ call: Call) -> String {
        call.links.href(
            "/municipalities/\(call.code)/action-plans/\(row["planId"] ?? "")/unplanned-work/\(row["id"] ?? "")")
    }

    private static func document(_ json: inout JSONWriter, _ row: Row, _ call: Call) {
        let href = Self.href(row, call)
        UnplannedWork.shape.layout.write(&json, row)
        json.links(self: href) { json in
            json.link(
                "actionPlan", rel: "up",
                href: call.links.href("/municipalities/\(call.code)/action-plans/\(row["planId"] ?? "")"))
            if row.bool("may_correct") {
                json.link("correction", rel: "edit", href: "\(href)/correction", method: "POST")
            }
        }
    }
}
