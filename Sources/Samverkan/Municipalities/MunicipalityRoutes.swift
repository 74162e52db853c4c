import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode} | every role of the municipality; police of its district |
enum MunicipalityRoutes {
    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let rows = try await call.read(municipality: code, ["""
            select m.municipality_code, m.name, m.group_label, m.plan_label, d.district_code, d.name, d.region_name
            from app.municipality m join app.police_district d on d.district_code = m.district_code
            where m.municipality_code = \(code)
            """])[0]
        guard let row = rows.first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        json.field("code", row, 0)
        json.field("name", row, 1)
        json.beginObject("labels")
        json.field("crimePreventionGroup", row, 2)
        json.field("actionPlan", row, 3)
        json.endObject()
        json.beginObject("policeDistrict")
        json.field("code", row, 4)
        json.field("name", row, 5)
        json.field("regionName", row, 6)
        json.endObject()
        let path = "/municipalities/\(code)"
        json.links(self: call.links.href(path)) { json in
            json.link("agreements", rel: "related", href: call.links.href("\(path)/agreements"))
            json.link("actionPlans", rel: "related", href: call.links.href("\(path)/action-plans"))
            json.link("measures", rel: "related", href: call.links.href("\(path)/measures"))
        }
        json.endObject()
        return call.json(json.finish())
    }
}
