import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/situational-pictures | every role of the municipality; police of the district, when established |
/// | GET /municipalities/{municipalityCode}/situational-pictures/{pictureId} | the same |
enum SituationalPictureRoutes {
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("situational-pictures", { code, page in
            [
                """
                select picture_id, title, state, established_on, version from app.situational_picture
                where municipality_code = \(code) order by created_at desc, picture_id limit \(page.limit) offset \(page.offset)
                """,
                "select count(*) from app.situational_picture where municipality_code = \(code)",
            ]
        }, Self.head)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("pictureId")
        let results = try await call.read(municipality: code, [
            """
            select picture_id, title, state, established_on, version, summary from app.situational_picture
            where municipality_code = \(code) and picture_id = \(id)
            """,
            "select source_id, kind, title from app.source where municipality_code = \(code) and picture_id = \(id) order by position",
            "select problem_id, text from app.problem where municipality_code = \(code) and picture_id = \(id) order by position",
        ])
        guard let row = results[0].first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        self.head(&json, row)
        json.field("summary", row, 5)
        json.beginArray("sources")
        for source in results[1] {
            json.beginObject()
            json.field("id", source, 0)
            json.field("kind", source, 1)
            json.field("title", source, 2)
            json.endObject()
        }
        json.endArray()
        json.beginArray("problems")
        for problem in results[2] {
            json.beginObject()
            json.field("id", problem, 0)
            json.field("text", problem, 1)
            json.endObject()
        }
        json.endArray()
        json.links(self: call.links.href("/municipalities/\(code)/situational-pictures/\(id.text)")) { json in
            json.link("collection", rel: "collection", href: call.links.href("/municipalities/\(code)/situational-pictures"))
        }
        json.endObject()
        return call.json(json.finish(), entityTag: "\"\(row.int(4) ?? 0).json\"")
    }

    private static func head(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("title", row, 1)
        json.field("state", row, 2)
        json.field("establishedOn", row, 3)
        json.rawField("version", row, 4)
    }
}
