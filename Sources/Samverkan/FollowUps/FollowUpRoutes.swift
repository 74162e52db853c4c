import Hummingbird
import Postgres

enum FollowUpRoutes {
    static let list = Operation(
        "listFollowUps", "Follow-ups of a measure",
        """
        Whoever sees the measure. What counts for it stands there, latest first: what was reported in its plan and in \
        those that \
        it superseded within the year. Corrected ones are there and say so.
        """,
        query: QueryParameter.paging, answer: .page(FollowUp.shape)
    ) { call in
        let (code, measure) = (call.code, call.id("measureId"))
        var pipeline = Pipeline([FollowUpSQL.requireMeasure(code, measure)])
        let statements = FollowUpSQL.list(try call.caller().kind, code, measure, call.query.page)
        let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
        let results = try await call.read(pipeline)
        return call.page(results[rows], results[total], path: Self.path(call)) { json, row in
            Self.item(&json, row, call)
        }
    }

    static let listAll = Operation(
        "listAllFollowUps", "Follow-ups of all measures",
        """
        Whoever sees the plans. What was reported in each plan, newest plan first and latest first within it. Corrected \
        ones are there and say so.
        """,
        query: [.identifier("plan", "The plan that they were reported in.")] + QueryParameter.paging,
        answer: .page(FollowUp.listed), sheet: FollowUpSheet.list
    ) { call in
        var pipeline = Pipeline()
        let statements = FollowUpSQL.listAll(
            try call.caller().kind, call.code, plan: call.query.identifier("plan"), call.query.page)
        let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
        let results = try await call.read(pipeline)
        let path = "/municipalities/\(call.code)/follow-ups"
        return call.page(results[rows], results[total], path: path) { json, row in
            FollowUp.listed.layout.write(&json, row)
            json.links(self: Self.href(row, call))
        }
    }

    static let show = Operation(
        "getFollowUp", "A follow-up",
        "Whoever sees the measure. As it was written, with what it corrects and what corrects it.",
        answer: .document(FollowUp.shape, tagged: false)
    ) { call in
        let row = try await call.read(
            FollowUpSQL.show(try call.caller().kind, call.code, call.id("measureId"), call.id("followUpId"))
        ).first
        guard let row else { throw Problem.notFound }
        return call.answer { json in Self.document(&json, row, call) }
    }

    static let create = Operation(
        "createFollowUp", "Report on a measure",
        """
        Written once. A coordinator reports for any responsible party or for the whole; a contributor for its own; a \
        municipal police \
        officer or the head of the district for the police. The plan must be adopted.
        """,
        body: .json(FollowUp.shape, .creation), answer: .created(FollowUp.shape),
        refusals: [.planNotAdopted, .followUpOfOtherRound]
    ) { call in
        let (code, measure, id) = (call.code, call.id("measureId"), Identifier.version7())
        var body = try await call.body()
        let content = FollowUp.content(&body, of: FollowUp.shape)
        try body.finish()
        var pipeline = Pipeline()
        // Only who reports for any party speaks for a measure as a whole; policies decide of one that is named.
        if content["party_id"] ?? .null == .null {
            pipeline.add("select app.require_speaker(\(code), \(measure), null::uuid)")
        }
        if let round = content.identifier("round_id") {
            pipeline.add(
                """
                select app.require_round(\(code), \(measure), \(round), \(content["period_start"] ?? .null)::date,
                    \(content["period_end"] ?? .null)::date)
                """)
        }
        pipeline.add(FollowUpSQL.create(try call.caller().kind, code, measure, id, content))
        return try await Self.make(call, id, body.source, pipeline)
    }

    static let correct = Operation(
        "correctFollowUp", "Correct a follow-up",
        """
        Who may: as for a report. A new entry stands in the corrected one's place and in its plan; that one stays \
        readable and counts no \
        more. The plan must be adopted, or superseded by a revision of its year that is. What is corrected already has \
        its latest \
        correction corrected instead.
        """,
        body: .json(FollowUp.correction, .creation), answer: .created(FollowUp.shape),
        refusals: [.planNotAdopted, .followUpAlreadyCorrected]
    ) { call in
        let id = Identifier.version7()
        var body = try await call.body()
        let content = FollowUp.content(&body, of: FollowUp.correction)
        try body.finish()
        return try await Self.make(
            call, id, body.source,
            Pipeline([
                FollowUpSQL.correct(
                    try call.caller().kind, call.code, call.id("measureId"), call.id("followUpId"), id, content)
            ]))
    }

    static let withdraw = Operation(
        "withdrawFollowUp", "Withdraw a follow-up",
        """
        Who may: as for correcting it, with a reason. A correction that says nothing stands in its place: it counts no \
        more, and both stay readable.
        """,
        body: .json(FollowUp.withdrawal, .creation), answer: .created(FollowUp.shape),
        refusals: [.planNotAdopted, .followUpAlreadyCorrected]
    ) { call in
        let id = Identifier.version7()
        let (content, source) = try await call.content()
        return try await Self.make(
            call, id, source,
            Pipeline([
                FollowUpSQL.withdraw(
                    try call.caller().kind, call.code, call.id("measureId"), call.id("followUpId"), id,
                    content["reason"] ?? .null)
            ]))
    }

    static let transfer = Operation(
        "transferFollowUp", "Move a follow-up to the right measure",
        """
        Who may: as for correcting it and for reporting on the other measure. In one act it is withdrawn where it was and \
        told where it belongs, as it was; answers with the new one.
        """,
        body: .json(FollowUp.transfer, .creation), answer: .created(FollowUp.shape),
        refusals: [.planNotAdopted, .followUpAlreadyCorrected, .followUpTransferMeasure]
    ) { call in
        let (kind, code, measure, followUp) = (
            try call.caller().kind, call.code, call.id("measureId"), call.id("followUpId")
        )
        let (content, source) = try await call.content()
        let (gone, new) = (Identifier.version7(), Identifier.version7())
        let pipeline = Pipeline([
            FollowUpSQL.requireMeasure(code, measure),
            """
            select app.transfer_follow_up(\(code), (select x.lineage_id from app.measure x
                where x.municipality_code = \(code) and x.measure_id = \(measure)), \(followUp), \(gone)::uuid, \(new)::uuid,
                \(content["measure_id"] ?? .null)::uuid, \(content["party_id"] ?? .null)::uuid, \(content["reason"] ?? .null))
            """,
        ])
        let made = try await call.make([new], source, pipeline) { pipeline, ids in
            pipeline.add(FollowUpSQL.show(kind, code, content.identifier("measure_id") ?? measure, ids[0]))
        }
        guard let row = made.results[made.shown].first else { throw Problem.notFound }
        return call.answer(.created, location: Self.href(row, call)) { json in
            Self.document(&json, row, call, below: content.identifier("measure_id"))
        }
    }

    static let createAll = Operation(
        "createFollowUps", "Report on many measures",
        """
        Up to 500 follow-ups, all or none. Who may: as for one, for every line. When lines are wrong, `errors` tells \
        of each with its \
        pointer; one of a plan that is not adopted is wrong, too.
        """,
        body: .json(FollowUp.lines, .creation), limit: 1_048_576, answer: .created(FollowUp.made, located: false)
    ) { call in
        let code = call.code
        var body = try await call.body()
        var lines = Recordset(["id": "uuid"], FollowUp.line.members.flatMap { $0.columns(.creation) })
        var ids: [Identifier] = []
        _ = body.objects("followUps", required: true, limit: 500) { line -> Void? in
            let id = Identifier.version7()
            ids.append(id)
            lines.add([id], FollowUp.content(&line, of: FollowUp.line))
            return ()
        }
        if lines.isEmpty, body.faults.count == 0 { body.faults.add("/followUps", .required, "needs at least one") }
        try body.finish()
        let kind = try call.caller().kind
        let pipeline = Pipeline([
            "select app.check_follow_ups(\(code), \(lines.parameter)::jsonb)", FollowUpSQL.createAll(code, lines),
        ])
        let made = try await call.make(ids, body.source, pipeline) { pipeline, ids in
            pipeline.add(FollowUpSQL.show(kind, code, ids))
        }
        return call.answer(.created, capacity: 512 * ids.count) { json in
            json.beginArray("followUps")
            for row in made.results[made.shown] {
                json.beginObject()
                Self.item(&json, row, call)
                json.endObject()
            }
            json.endArray()
            json.links(self: call.links.href("/municipalities/\(code)/follow-ups"))
        }
    }

    private static func make(_ call: Call, _ id: Identifier, _ source: [UInt8], _ pipeline: Pipeline) async throws
        -> Response
    {
        let (kind, code, measure) = (try call.caller().kind, call.code, call.id("measureId"))
        let made = try await call.make([id], source, pipeline, visible: FollowUpSQL.requireMeasure(code, measure)) {
            FollowUpSQL.show(kind, code, measure, $0[0])
        }
        guard let row = made.first else { throw Problem.notFound }
        return call.answer(.created, location: Self.href(row, call)) { json in Self.document(&json, row, call) }
    }

    private static func path(_ call: Call) -> String {
        "/municipalities/\(call.code)/measures/\(call.id("measureId").text)/follow-ups"
    }

    /// Below the measure in whose plan it was written.
    private static func href(_ row: Row, _ call: Call) -> String {
        call.links.href("/municipalities/\(call.code)/measures/\(row["measureId"] ?? "")/follow-ups/\(row["id"] ?? "")")
    }

    /// The members of a follow-up in a list.
    static func item(_ json: inout JSONWriter, _ row: Row, _ call: Call) {
        FollowUp.shape.layout.write(&json, row)
        json.links(self: Self.href(row, call))
    }

    /// - Parameter id: the measure that it is shown below; the path's unless said.
    private static func document(_ json: inout JSONWriter, _ row: Row, _ call: Call, below id: Identifier? = nil) {
        let measure = call.links.href(
            "/municipalities/\(call.code)/measures/\((id ?? call.id("measureId")).text)")
        let href = "\(measure)/follow-ups/\(row["id"] ?? "")"
        FollowUp.shape.layout.write(&json, row)
        json.links(self: href) { json in
            json.link("measure", rel: "up", href: measure)
            json.link("attachments", rel: "related", href: "\(href)/attachments")
            if row.bool("may_correct") {
                json.link("correction", rel: "edit", href: "\(href)/correction", method: "POST")
                if row["status"] != nil {
                    json.link("withdrawal", rel: "edit", href: "\(href)/withdrawal", method: "POST")
                    json.link("transfer", rel: "edit", href: "\(href)/transfer", method: "POST")
                }
            }
        }
    }
}
