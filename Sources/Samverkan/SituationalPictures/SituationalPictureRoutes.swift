import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/situational-pictures, …/situational-pictures/{pictureId} | every role of the municipality; police of the district, when established |
/// | POST …/situational-pictures, PATCH …/{pictureId}, POST …/{pictureId}/establishment, …/revisions | coordinator |
/// | POST …/{pictureId}/sources; PATCH, DELETE of sources and problems | coordinator, while the picture is a draft |
/// | POST …/{pictureId}/problems | coordinator and municipal police officer, while the picture is a draft |
enum SituationalPictureRoutes {
    static let fields = [
        Field("title", "title", .text(500), required: true),
        Field("summary", "summary", .text(50_000)),
    ]

    static let sources = DocumentPart(
        document: .picture, table: "app.source", column: "source_id", parameter: "sourceId", path: "sources",
        fields: [
            Field("kind", "kind", .choice(SourceKind.allCases.map(\.rawValue)), required: true),
            Field("title", "title", .text(500), required: true),
            Field("date", "dated_on", .day),
        ])

    static let problems = DocumentPart(
        document: .picture, table: "app.problem", column: "problem_id", parameter: "problemId", path: "problems",
        fields: [Field("text", "text", .text(4_000), required: true)],
        lists: [
            // The sources that the problem is drawn from.
            DocumentPart.List(
                name: "sourceIds",
                selected: """
                    (select coalesce(json_agg(x.source_id order by x.source_id), '[]') from app.problem_source x
                        where x.municipality_code = t.municipality_code and x.picture_id = t.picture_id and x.problem_id = t.problem_id)
                    """,
                read: { body in body.has("sourceIds") ? .json(body.identifiers("sourceIds", limit: 100).map(\.text)) : nil },
                add: { code, picture, problem, ids in
                    """
                    insert into app.problem_source (municipality_code, picture_id, problem_id, source_id)
                    select distinct \(code), \(picture)::uuid, \(problem)::uuid, x.id::uuid from jsonb_array_elements_text(\(ids)::jsonb) x (id)
                    where not exists (select from app.problem_source o where o.municipality_code = \(code) and o.picture_id = \(picture)::uuid
                        and o.problem_id = \(problem)::uuid and o.source_id = x.id::uuid)
                    """
                },
                take: { code, picture, problem, ids in
                    """
                    delete from app.problem_source where municipality_code = \(code) and picture_id = \(picture) and problem_id = \(problem)
                        and source_id not in (select jsonb_array_elements_text(\(ids)::jsonb)::uuid)
                    """
                })
        ])

    /// What a source can be (underlag).
    enum SourceKind: String, CaseIterable { case statistics, localMapping, survey, safetyWalk, citizenDialogue, staffDialogue, est, earlierWork, other }

    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("situational-pictures", { code, page, _ in
            [
                """
                select \(unsafeSQL: Self.headColumns) from app.situational_picture p
                where p.municipality_code = \(code) order by p.created_at desc, p.picture_id limit \(page.limit) offset \(page.offset)
                """,
                "select count(*) from app.situational_picture where municipality_code = \(code)",
            ]
        }, Self.head)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("pictureId"))
        return try Self.document(call, code, id, try await call.read(municipality: code, Self.shown(code, id))[...])
    }

    /// A draft without sources and problems. Body: ``fields``.
    static func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        var body = try await call.body()
        let values = body.values(of: Self.fields)
        try body.finish()
        let id = Identifier.version7()
        return try await call.make(
            municipality: code, [id], body: body.source,
            [Statement.insert(into: "app.situational_picture", [("municipality_code", code), ("picture_id", id)], Self.fields, values)],
            showing: { Self.shown(code, $0[0]) }
        ) { ids, results in
            try Self.document(call, code, ids[0], results, status: .created)
        }
    }

    /// A merge patch of ``fields``, while it is a draft. Needs If-Match.
    static func change(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("pictureId"))
        let expected = try call.expectedVersion()
        var body = try await call.body()
        let changes = body.changes(of: Self.fields)
        try body.finish()
        return try await Self.act(call, code, id, Statement.update(
            "app.situational_picture", [("municipality_code", code), ("picture_id", id)], Self.fields, changes, versioned: true, expected: expected))
    }

    /// Body `{establishedBy, establishedOn?}`: the body that establishes it and the day (today unless said). Locks its content;
    /// the picture that it revises is superseded. Refused with `pictureTransitionNotPossible` unless it is a draft.
    static func establish(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("pictureId"))
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let by = body.text("establishedBy", required: true, limit: 200)
        let on = body.day("establishedOn")
        try body.finish()
        return try await Self.act(call, code, id, """
            update app.situational_picture set state = 'established', established_by = \(by), established_on = coalesce(\(on), app.today())
            where municipality_code = \(code) and picture_id = \(id) and app.is_version(version, \(expected)::integer)
                and app.is_possible('picture', 'establishment', state, version)
            """)
    }

    /// Body `{title?}`. A draft that starts from this picture with its sources and problems. Refused with `pictureNotRevisable`
    /// unless it is established, `pictureRevisionExists` when it has one.
    static func revise(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("pictureId"))
        var body = try await call.optionalBody()
        let title = body.text("title", limit: 500)
        try body.finish()
        let new = Identifier.version7()
        return try await call.make(
            municipality: code, [new], body: body.source, ["select app.revise_picture(\(code), \(id), \(new), \(title))"],
            showing: { Self.shown(code, $0[0]) }
        ) { ids, results in
            try Self.document(call, code, ids[0], results, status: .created)
        }
    }

    private static func act(_ call: Call, _ code: String, _ id: Identifier, _ act: Statement) async throws -> Response {
        let seen: Statement = "select 1 from app.situational_picture where municipality_code = \(code) and picture_id = \(id)"
        let results = try await call.write(municipality: code, [seen, act] + Self.shown(code, id))
        try call.requireWritten(results)
        return try Self.document(call, code, id, results[2...])
    }

    private static let headColumns = "p.picture_id, p.title, p.state, p.established_on, p.version, p.established_by, p.predecessor_id"

    private static func shown(_ code: String, _ id: Identifier) -> [Statement] {
        [
            """
            select \(unsafeSQL: Self.headColumns), p.summary from app.situational_picture p
            where p.municipality_code = \(code) and p.picture_id = \(id)
            """,
            "select source_id, kind, title, dated_on from app.source where municipality_code = \(code) and picture_id = \(id) order by position",
            """
            select t.problem_id, t.text, \(unsafeSQL: Self.problems.lists[0].selected) from app.problem t
            where t.municipality_code = \(code) and t.picture_id = \(id) order by t.position
            """,
        ]
    }

    private static func document(_ call: Call, _ code: String, _ id: Identifier, _ slice: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok) throws -> Response {
        let results = Array(slice)
        guard let row = results[0].first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        self.head(&json, row)
        json.field("summary", row, 7)
        json.beginArray("sources")
        for source in results[1] {
            json.beginObject()
            json.field("id", source, 0)
            json.field("kind", source, 1)
            json.field("title", source, 2)
            json.optionalField("date", source, 3)
            json.endObject()
        }
        json.endArray()
        json.beginArray("problems")
        for problem in results[2] {
            json.beginObject()
            json.field("id", problem, 0)
            json.field("text", problem, 1)
            json.rawField("sourceIds", problem, 2)
            json.endObject()
        }
        json.endArray()
        let path = "/municipalities/\(code)/situational-pictures"
        let href = call.links.href("\(path)/\(id.text)")
        json.links(self: href) { json in
            json.link("collection", rel: "collection", href: call.links.href(path))
            if row[2] == "draft" { json.link("establishment", rel: "edit", href: "\(href)/establishment", method: "POST") }
            if row[2] == "established" { json.link("revisions", rel: "edit", href: "\(href)/revisions", method: "POST") }
        }
        json.endObject()
        return call.json(json.finish(), status: status, version: row.int(4) ?? 0, location: status == .created ? href : nil)
    }

    private static func head(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("title", row, 1)
        json.field("state", row, 2)
        json.field("establishedOn", row, 3)
        json.optionalField("establishedBy", row, 5)
        json.optionalField("predecessorId", row, 6)
        json.rawField("version", row, 4)
    }
}
