import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/agreements | every role of the municipality; police of the district that is a party, from proposed on |
/// | GET /municipalities/{municipalityCode}/agreements/{agreementId} | the same |
enum AgreementRoutes {
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("agreements", AgreementSQL.list, Self.head)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("agreementId")
        let results = try await call.read(municipality: code, AgreementSQL.show(code, id))
        guard let row = results[0].first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        self.head(&json, row)
        json.rawField("parties", row, 8)
        json.field("purpose", row, 9)
        json.field("scope", row, 10)
        json.field("outsideScope", row, 11)
        json.beginObject("policeDistrict")
        json.field("code", row, 12)
        json.field("name", row, 13)
        json.endObject()
        json.beginArray("sections")
        for section in results[1] {
            json.beginObject()
            json.field("heading", section, 0)
            json.field("text", section, 1)
            json.endObject()
        }
        json.endArray()
        json.beginArray("signatures")
        for signature in results[2] {
            json.beginObject()
            json.field("id", signature, 0)
            json.field("party", signature, 1)
            json.field("name", signature, 2)
            json.field("title", signature, 3)
            json.optionalField("body", signature, 4)
            json.optionalField("place", signature, 5)
            json.optionalField("date", signature, 6)
            json.endObject()
        }
        json.endArray()
        json.links(self: call.links.href("/municipalities/\(code)/agreements/\(id.text)")) { json in
            json.link("collection", rel: "collection", href: call.links.href("/municipalities/\(code)/agreements"))
        }
        json.endObject()
        // A signed agreement goes from upcoming to current to expired by the calendar, so the phase is in the tag.
        return call.json(json.finish(), entityTag: "\"\(row.int(7) ?? 0).json.\(row[6] ?? "-")\"")
    }

    private static func head(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("title", row, 1)
        json.field("state", row, 2)
        json.beginObject("period")
        json.field("start", row, 3)
        json.field("end", row, 4)
        json.endObject()
        json.field("effectiveEnd", row, 5)
        json.optionalField("phase", row, 6)
        json.rawField("version", row, 7)
    }
}
