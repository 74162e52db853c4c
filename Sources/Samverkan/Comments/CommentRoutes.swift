import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/{document}/comments, …/comments/{commentId} | every role of the municipality, and its municipal police officers |
/// | POST …/{document}/comments | coordinator, contributor, municipal police officer, while the document is a draft |
/// | POST …/comments/{commentId}/resolution | coordinator |
///
/// The documents are agreements, situational pictures and action plans.
enum CommentRoutes {
    private static let columns = """
        c.comment_id, c.text, c.about, c.written_by, c.written_as, c.written_at, c.resolved_by, c.resolved_at, c.agreement_id, c.picture_id, c.plan_id
        """

    static func list(_ document: Document) -> @Sendable (Call) async throws -> Response {
        { call in
            let (code, id) = (try call.municipalityCode(), try call.identifier(document.parameter))
            let query = try call.query("page", "limit")
            let page = try Page(query)
            let results = try await call.read(municipality: code, [
                document.require(code, id),
                """
                select \(unsafeSQL: self.columns) from app.comment c where c.municipality_code = \(code) and c.\(unsafeSQL: "\(document.column)") = \(id)
                order by c.written_at, c.comment_id limit \(page.limit) offset \(page.offset)
                """,
                "select count(*) from app.comment c where c.municipality_code = \(code) and c.\(unsafeSQL: "\(document.column)") = \(id)",
            ])
            return call.list(
                results[1], page: page, total: results[2].first?.int(0) ?? 0, path: "/municipalities/\(code)/\(document.path)/\(id.text)/comments", query: query, self.write)
        }
    }

    /// Body `{text, about?}`; `about` says what of the document it is about, such as a title or an id.
    static func create(_ document: Document) -> @Sendable (Call) async throws -> Response {
        { call in
            _ = try call.query()
            let (code, id) = (try call.municipalityCode(), try call.identifier(document.parameter))
            var body = try await call.body()
            let text = body.text("text", required: true)
            let about = body.text("about", limit: 200)
            try body.finish()
            let comment = Identifier.version7()
            return try await call.make(
                municipality: code, [comment], body: body.source,
                [
                    document.require(code, id),
                    """
                    insert into app.comment (municipality_code, comment_id, \(unsafeSQL: "\(document.column)"), about, text)
                    values (\(code), \(comment), \(id), \(about), \(text))
                    """,
                ],
                showing: { [self.shown(code, $0[0])] }
            ) { ids, results in
                try self.answer(call, code, ids[0], results, status: .created)
            }
        }
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("commentId"))
        return try self.answer(call, code, id, try await call.read(municipality: code, [self.shown(code, id)])[...])
    }

    /// Marks it as dealt with, once: `commentResolved` the second time.
    static func resolve(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("commentId"))
        let results = try await call.write(municipality: code, [
            "select 1 from app.comment where municipality_code = \(code) and comment_id = \(id)",
            "update app.comment set resolved_at = now() where municipality_code = \(code) and comment_id = \(id)",
            self.shown(code, id),
        ])
        try call.requireWritten(results)
        return try self.answer(call, code, id, results[2...])
    }

    private static func shown(_ code: String, _ id: Identifier) -> Statement {
        "select \(unsafeSQL: self.columns) from app.comment c where c.municipality_code = \(code) and c.comment_id = \(id)"
    }

    private static func write(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("text", row, 1)
        json.optionalField("about", row, 2)
        json.field("writtenBy", row, 3)
        json.field("writtenAs", row, 4)
        json.timestampField("writtenAt", row, 5)
        json.optionalField("resolvedBy", row, 6)
        if !row.isNull(7) { json.timestampField("resolvedAt", row, 7) }
        json.optionalField("agreementId", row, 8)
        json.optionalField("pictureId", row, 9)
        json.optionalField("planId", row, 10)
    }

    private static func answer(_ call: Call, _ code: String, _ id: Identifier, _ results: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok) throws -> Response {
        guard let row = results.first?.first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        self.write(&json, row)
        let href = call.links.href("/municipalities/\(code)/comments/\(id.text)")
        json.links(self: href) { json in
            if row.isNull(7) { json.link("resolution", rel: "edit", href: "\(href)/resolution", method: "POST") }
        }
        json.endObject()
        return call.json(json.finish(), status: status, location: status == .created ? href : nil)
    }
}
