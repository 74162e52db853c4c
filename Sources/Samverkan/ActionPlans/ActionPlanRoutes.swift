import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/action-plans | every role of the municipality; police of the district, from adopted on |
/// | GET /municipalities/{municipalityCode}/action-plans/{planId} | the same |
/// | POST /municipalities/{municipalityCode}/action-plans/{planId}/adoption | coordinator |
enum ActionPlanRoutes {
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("action-plans", ActionPlanSQL.list, Self.head)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("planId")
        return try Self.document(call, code, try await call.read(municipality: code, ActionPlanSQL.show(code, id))[...])
    }

    /// Body `{adoptedBy, adoptedOn?}`: the body that adopts, and the day (today unless said). Locks the plan's content.
    /// Refused with `planNotDraft` unless the plan is a draft.
    static func adopt(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("planId")
        var body = try await call.body()
        let adoptedBy = body.text("adoptedBy", required: true, limit: 200)
        let adoptedOn = body.day("adoptedOn")
        try body.finish()
        let results = try await call.write(municipality: code, ActionPlanSQL.adopt(code, id, by: adoptedBy ?? "", on: adoptedOn) + ActionPlanSQL.show(code, id))
        if results[0].isEmpty { throw Call.notFound }
        if results[1].affectedRows == 0 { throw Problem(.forbidden, "Only a coordinator adopts the plan.") }
        return try Self.document(call, code, results[2...])
    }

    private static func head(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("agreementId", row, 1)
        json.optionalField("pictureId", row, 2)
        json.rawField("year", row, 3)
        json.beginObject("period")
        json.field("start", row, 4)
        json.field("end", row, 5)
        json.endObject()
        json.field("status", row, 6)
        json.optionalField("adoptedBy", row, 7)
        json.optionalField("adoptedOn", row, 8)
        json.rawField("version", row, 9)
    }

    /// The nested document out of ``ActionPlanSQL/show(_:_:)``'s results.
    private static func document(_ call: Call, _ code: String, _ slice: ArraySlice<QueryResult>) throws -> Response {
        let results = Array(slice)
        guard let plan = results[0].first else { throw Call.notFound }
        let (areas, causes, measures) = (results[1], results[2], results[3])
        let causesByArea = causes.ranges(byKey: 0)
        let measuresByCause = measures.ranges(byKey: 8)
        var measuresWithoutCause: [UUIDKey: [Int]] = [:]
        for index in 0..<measures.count {
            let row = measures[index]
            if row.isNull(8), let area = UUIDKey(row, 7) { measuresWithoutCause[area, default: []].append(index) }
        }
        let followUps = results[4].reduce(0) { $0 + ($1.int(8) ?? 0) }
        let writer = MeasureJSON(statuses: results[4], responsibilities: results[5], parties: results[6], contacts: results[7])

        var json = JSONWriter(capacity: 24_576)
        json.beginObject()
        Self.head(&json, plan)
        json.field("introduction", plan, 10)
        json.optionalField("notes", plan, 11)
        json.beginArray("priorityAreas")
        for index in 0..<areas.count {
            let area = areas[index]
            let key = UUIDKey(area, 0)
            json.beginObject()
            json.field("id", area, 0)
            json.rawField("position", area, 1)
            json.field("title", area, 2)
            json.field("description", area, 3)
            json.beginArray("causes")
            for causeIndex in key.flatMap({ causesByArea[$0] }) ?? 0..<0 {
                let cause = causes[causeIndex]
                json.beginObject()
                json.field("id", cause, 1)
                json.field("text", cause, 2)
                json.beginArray("measures")
                for measureIndex in UUIDKey(cause, 1).flatMap({ measuresByCause[$0] }) ?? 0..<0 {
                    json.beginObject()
                    writer.write(&json, measures[measureIndex])
                    json.endObject()
                }
                json.endArray()
                json.endObject()
            }
            json.endArray()
            json.beginArray("measures")
            for measureIndex in key.flatMap({ measuresWithoutCause[$0] }) ?? [] {
                json.beginObject()
                writer.write(&json, measures[measureIndex])
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        let id = plan[0] ?? ""
        let path = "/municipalities/\(code)/action-plans"
        json.links(self: call.links.href("\(path)/\(id)")) { json in
            json.link("collection", rel: "collection", href: call.links.href(path))
            json.link("agreement", rel: "up", href: call.links.href("/municipalities/\(code)/agreements/\(plan[1] ?? "")"))
            json.link("measures", rel: "related", href: call.links.href("/municipalities/\(code)/measures?plan=\(id)"))
            if plan[6] == "draft" { json.link("adoption", rel: "edit", href: call.links.href("\(path)/\(id)/adoption"), method: "POST") }
        }
        json.endObject()
        return call.json(json.finish(), entityTag: "\"\(plan.int(9) ?? 0).\(followUps).json.\(plan.bool(12) ? "m" : "d")\"")
    }
}
