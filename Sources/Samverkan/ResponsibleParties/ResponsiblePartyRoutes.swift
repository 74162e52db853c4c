import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/responsible-parties | every role of the municipality; police those they see in a plan, without contacts |
/// | GET /municipalities/{municipalityCode}/responsible-parties/{partyId} | the same |
enum ResponsiblePartyRoutes {
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("responsible-parties", { code, page in
            [
                """
                select party_id, name, kind, form from app.responsible_party where municipality_code = \(code)
                order by name collate app.swedish, party_id limit \(page.limit) offset \(page.offset)
                """,
                "select count(*) from app.responsible_party where municipality_code = \(code)",
            ]
        }, Self.head)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("partyId")
        let results = try await call.read(municipality: code, [
            "select party_id, name, kind, form from app.responsible_party where municipality_code = \(code) and party_id = \(id)",
            """
            select contact_id, name from app.contact where municipality_code = \(code) and party_id = \(id)
            order by name collate app.swedish, contact_id
            """,
        ])
        guard let row = results[0].first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        self.head(&json, row)
        json.beginArray("contacts")
        for contact in results[1] {
            json.beginObject()
            json.field("id", contact, 0)
            json.field("name", contact, 1)
            json.endObject()
        }
        json.endArray()
        json.links(self: call.links.href("/municipalities/\(code)/responsible-parties/\(id.text)")) { json in
            json.link("collection", rel: "collection", href: call.links.href("/municipalities/\(code)/responsible-parties"))
        }
        json.endObject()
        return call.json(json.finish())
    }

    private static func head(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("name", row, 1)
        json.field("kind", row, 2)
        json.field("form", row, 3)
    }
}
