import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode} | every role of the municipality; police of its district |
/// | PATCH /municipalities/{municipalityCode} | coordinator |
enum MunicipalityRoutes {
    /// What the group and the plan are called here.
    private static let fields = [
        Field("labels", "", .object([
            Field("crimePreventionGroup", "group_label", .text(100), required: true),
            Field("actionPlan", "plan_label", .text(100), required: true),
        ]))
    ]

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        return try Self.document(call, code, try await call.read(municipality: code, [Self.shown(code)])[0])
    }

    /// A merge patch of `labels{crimePreventionGroup, actionPlan}`; needs If-Match.
    static func change(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let expected = try call.expectedVersion()
        var body = try await call.body()
        let changes = body.changes(of: Self.fields)
        try body.finish()
        let results = try await call.write(municipality: code, [
            "select 1 from app.municipality where municipality_code = \(code)",
            Statement.update("app.municipality", [("municipality_code", code)], Self.fields, changes, versioned: true, expected: expected),
            Self.shown(code),
        ])
        try call.requireWritten(results)
        return try Self.document(call, code, results[2])
    }

    private static func shown(_ code: String) -> Statement {
        """
        select m.municipality_code, m.name, m.group_label, m.plan_label, d.district_code, d.name, d.region_name, m.version
        from app.municipality m join app.police_district d on d.district_code = m.district_code
        where m.municipality_code = \(code)
        """
    }

    private static func document(_ call: Call, _ code: String, _ rows: QueryResult) throws -> Response {
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
        json.rawField("version", row, 7)
        let path = "/municipalities/\(code)"
        json.links(self: call.links.href(path)) { json in
            json.link("agreements", rel: "related", href: call.links.href("\(path)/agreements"))
            json.link("actionPlans", rel: "related", href: call.links.href("\(path)/action-plans"))
            json.link("measures", rel: "related", href: call.links.href("\(path)/measures"))
        }
        json.endObject()
        return call.json(json.finish(), version: row.int(7) ?? 0)
    }
}
