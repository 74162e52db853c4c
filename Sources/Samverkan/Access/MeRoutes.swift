import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /me | everyone with a grant, about themselves |
enum MeRoutes {
    /// The caller and its grants. Refused with `noGrant` when there is none.
    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let caller = try call.caller()
        let grants = try await call.run(.caller, reading: true, ["select role, municipality_code, district_code, array_to_json(responsible_party_ids) from access.held_grants()"])[0]
        var json = JSONWriter()
        json.beginObject()
        json.field("issuer", caller.issuer)
        json.field("subject", caller.subject)
        json.field("name", caller.name)
        json.beginArray("grants")
        for row in grants {
            json.beginObject()
            json.field("role", row, 0)
            json.optionalField("municipalityCode", row, 1)
            json.optionalField("districtCode", row, 2)
            json.rawField("responsiblePartyIds", row, 3)
            json.endObject()
        }
        json.endArray()
        json.links(self: call.links.href("/me"))
        json.endObject()
        return call.json(json.finish())
    }
}
