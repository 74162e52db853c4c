import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | POST …/action-plans/{planId}/revisions | coordinator |
/// | GET …/action-plans/{planId}/changes | whoever sees the plan |
enum RevisionRoutes {
    /// Body `{year, period{start, end}, agreementId?, pictureId?}`. Next year's plan, or this year's corrected, as a draft that
    /// copies everything; each measure keeps its lineage. Refused with `planNotRevisable` unless the plan is adopted or closed,
    /// `planRevisionExists` when it has one for that year, `planRevisionYear` for an earlier year.
    static func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, plan) = (try call.municipalityCode(), try call.identifier("planId"))
        var body = try await call.body()
        let year = body.integer("year", required: true, in: 1990...2200)
        let period = body.object("period", required: true) { period in (period.day("start", required: true), period.day("end", required: true)) }
        let agreement = body.identifier("agreementId")
        let picture = body.identifier("pictureId")
        try body.finish()
        let id = Identifier.version7()
        let revise: Statement = """
            select app.revise_plan(\(code), \(plan), \(id), \(year), \(period?.0), \(period?.1), \(agreement), \(picture))
            """
        return try await call.make(municipality: code, [id], body: body.source, [revise], showing: { ActionPlanSQL.show(code, $0[0]) }) { ids, results in
            try ActionPlanRoutes.document(call, code, results, status: .created)
        }
    }

    /// `{revisesPlanId, kept[], changed[], dropped[], new[]}`: the plan's measures against those of the plan that it revises.
    /// Kept, changed and dropped are all that the revised plan had; kept, changed and new all that this one has.
    static func changes(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, plan) = (try call.municipalityCode(), try call.identifier("planId"))
        let results = try await call.read(municipality: code, [
            "select revises_plan_id from app.action_plan where municipality_code = \(code) and plan_id = \(plan)",
            """
            select c.change, c.lineage_id, c.measure_id, c.revised_measure_id, c.text, c.fields, c.reason
            from app.plan_changes(\(code), \(plan)) c order by c.place, c.lineage_id
            """,
        ])
        guard let row = results[0].first else { throw Call.notFound }
        var json = JSONWriter(capacity: 8_192)
        json.beginObject()
        json.field("revisesPlanId", row, 0)
        func list(_ json: inout JSONWriter, _ name: StaticString) {
            json.beginArray(name)
            for row in results[1] where row[0] == "\(name)" {
                json.beginObject()
                json.field("lineageId", row, 1)
                json.optionalField("measureId", row, 2)
                json.optionalField("revisedMeasureId", row, 3)
                json.field("text", row, 4)
                if !row.isNull(5) { json.rawField("fields", row, 5) }
                json.optionalField("reason", row, 6)
                json.endObject()
            }
            json.endArray()
        }
        list(&json, "kept")
        list(&json, "changed")
        list(&json, "dropped")
        list(&json, "new")
        let path = "/municipalities/\(code)/action-plans"
        json.links(self: call.links.href("\(path)/\(plan.text)/changes")) { json in
            json.link("actionPlan", rel: "up", href: call.links.href("\(path)/\(plan.text)"))
            if let revised = row[0] { json.link("revises", rel: "predecessor-version", href: call.links.href("\(path)/\(revised)")) }
        }
        json.endObject()
        return call.json(json.finish())
    }
}
