import FoundationEssentials
import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/action-plans | every role of the municipality; police of the district, from adopted on |
/// | GET …/action-plans/{planId} | the same |
/// | POST …/action-plans, PATCH …/action-plans/{planId} | coordinator |
/// | POST …/action-plans/{planId}/adoption, …/closing, …/reopening | coordinator |
enum ActionPlanRoutes {
    /// What a plan says of itself while it is a draft.
    static let fields = [
        Field("agreementId", "agreement_id", .identifier, required: true),
        Field("pictureId", "picture_id", .identifier),
        Field("year", "year", .integer(1990...2200), required: true),
        Field("period", "", .object([Field("start", "period_start", .day, required: true), Field("end", "period_end", .day, required: true)]), required: true),
        Field("introduction", "introduction", .text(20_000)),
        Field("notes", "notes", .text(20_000)),
        Field("preparedBy", "prepared_by", .text(500)),
    ]

    /// `registrationNumber` narrows it.
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("action-plans", filters: ["registrationNumber"], ActionPlanSQL.list, Self.head)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("planId")
        return try Self.document(call, code, try await call.read(municipality: code, ActionPlanSQL.show(code, id))[...])
    }

    /// A draft without areas. Body: ``fields``.
    static func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        var body = try await call.body()
        let values = body.values(of: Self.fields)
        try body.finish()
        let id = Identifier.version7()
        return try await call.make(
            municipality: code, [id], body: body.source,
            [Statement.insert(into: "app.action_plan", [("municipality_code", code), ("plan_id", id)], Self.fields, values)],
            showing: { ActionPlanSQL.show(code, $0[0]) }
        ) { ids, results in
            try Self.document(call, code, results, status: .created)
        }
    }

    /// A merge patch: ``fields`` while it is a draft, the registration at any time. Needs If-Match.
    static func change(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("planId")
        let expected = try call.expectedVersion()
        var body = try await call.body()
        let changes = body.changes(of: Self.fields + Registration.fields)
        try body.finish()
        return try await Self.act(call, code, ActionPlanSQL.change(code, id, changes, expected: expected), id)
    }

    /// Body `{adoptedBy, adoptedOn?}`: the body that adopts, and the day (today unless said). Locks the plan's content; a
    /// revision of the same year takes the place of the plan that it revises. Refused with `planNotDraft` unless it is a draft.
    static func adopt(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("planId")
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let adoptedBy = body.text("adoptedBy", required: true, limit: 200)
        let adoptedOn = body.day("adoptedOn")
        try body.finish()
        return try await Self.act(call, code, ActionPlanSQL.adopt(code, id, by: adoptedBy ?? "", on: adoptedOn, expected: expected), id, adopting: true)
    }

    /// Body `{closedOn?}`: the day (today unless said, never one to come). Refused with `planTransitionNotPossible` unless it is adopted.
    static func close(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("planId")
        let expected = try call.expectedVersionIfAny()
        var body = try await call.optionalBody()
        let closedOn = body.day("closedOn")
        try body.finish()
        return try await Self.act(call, code, ActionPlanSQL.close(code, id, on: closedOn, expected: expected), id)
    }

    /// Body `{reason}`. A plan that was closed by mistake, or too early, is adopted again and can be reported on. Refused with
    /// `planTransitionNotPossible` unless it is closed.
    static func reopen(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("planId")
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let reason = body.text("reason", required: true)
        try body.finish()
        return try await Self.act(call, code, ActionPlanSQL.reopen(code, id, reason: reason ?? "", expected: expected), id)
    }

    /// Runs an act on the plan's own row, and answers with the plan.
    private static func act(_ call: Call, _ code: String, _ statements: [Statement], _ id: Identifier, adopting: Bool = false) async throws -> Response {
        let results = try await call.write(municipality: code, statements + ActionPlanSQL.show(code, id, adopting: adopting))
        try call.requireWritten(results)
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
        json.optionalField("revisesPlanId", row, 10)
        json.optionalField("preparedBy", row, 11)
        json.optionalField("closedOn", row, 12)
        Registration.fields.write(&json, row, from: 13)
    }

    /// What whoever prepares the plan, or has just adopted it, should look at; of what is adopted, later, only what stands in the plan
    /// itself. Those outside the municipality are told nothing: it may speak of drafts.
    private static func warnings(_ plan: Row, areas: QueryResult, measures: QueryResult) -> [Warning] {
        guard plan.bool(23), plan[6] == "draft" || plan[6] == "adopted" else { return [] }
        let (year, start, end) = (plan[3] ?? "", plan[4] ?? "", plan[5] ?? "")
        var warnings: [Warning] = []
        if areas.isEmpty { warnings.append(.init(code: .planWithoutArea, text: "Planen har inget prioriterat område")) }
        let withMeasures = Set(measures.compactMap { UUIDKey($0, 7) })
        for area in areas where !(UUIDKey(area, 0).map(withMeasures.contains) ?? true) {
            warnings.append(.init(code: .areaWithoutMeasure, text: "Området «\(area[2] ?? "")» har ingen åtgärd", id: area[0]))
        }
        if year < start.prefix(4) || year > end.prefix(4) { warnings.append(.init(code: .periodBesideYear, text: "Planens period ligger inte i planens år, \(year)")) }
        for measure in measures where !measure.isNull(10) || !measure.isNull(11) {
            let days = [measure[10], measure[11]].compactMap { $0 }
            if days.contains(where: { $0 < start || $0 > end }) {
                warnings.append(.init(code: .measureOutsidePeriod, text: "Åtgärden «\((measure[2] ?? "").prefix(200))» har dagar utanför planens period", id: measure[0]))
            }
        }
        if let json = plan[22], let made = try? JSONDecoder().decode([Warning].self, from: Data(json.utf8)) { warnings += made }
        return warnings
    }

    /// The nested document out of ``ActionPlanSQL/show(_:_:)``'s results.
    static func document(_ call: Call, _ code: String, _ slice: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok) throws -> Response {
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
        let writer = MeasureJSON(statuses: results[4], responsibilities: results[5], names: results[6])

        var json = JSONWriter(capacity: 24_576)
        json.beginObject()
        Self.head(&json, plan)
        json.field("introduction", plan, 18)
        json.optionalField("notes", plan, 19)
        json.optionalField("reopeningReason", plan, 20)
        json.warnings(Self.warnings(plan, areas: areas, measures: measures))
        json.beginArray("priorityAreas")
        for index in 0..<areas.count {
            let area = areas[index]
            let key = UUIDKey(area, 0)
            json.beginObject()
            json.field("id", area, 0)
            json.rawField("position", area, 1)
            json.field("title", area, 2)
            json.field("description", area, 3)
            json.optionalField("theme", area, 4)
            if !area.isNull(5) { json.rawField("problemIds", area, 5) }
            json.beginArray("causes")
            for causeIndex in key.flatMap({ causesByArea[$0] }) ?? 0..<0 {
                let cause = causes[causeIndex]
                json.beginObject()
                json.field("id", cause, 1)
                json.field("text", cause, 2)
                if !cause.isNull(3) { json.rawField("problemIds", cause, 3) }
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
            if let revised = plan[10] {
                json.link("revises", rel: "predecessor-version", href: call.links.href("\(path)/\(revised)"))
                json.link("changes", rel: "related", href: call.links.href("\(path)/\(id)/changes"))
            }
            if let successor = plan[21] { json.link("successor", rel: "successor-version", href: call.links.href("\(path)/\(successor)")) }
            switch plan[6] {
            case "draft": json.link("adoption", rel: "edit", href: call.links.href("\(path)/\(id)/adoption"), method: "POST")
            case "adopted":
                json.link("closing", rel: "edit", href: call.links.href("\(path)/\(id)/closing"), method: "POST")
                json.link("revisions", rel: "edit", href: call.links.href("\(path)/\(id)/revisions"), method: "POST")
            case "closed":
                json.link("reopening", rel: "edit", href: call.links.href("\(path)/\(id)/reopening"), method: "POST")
                json.link("revisions", rel: "edit", href: call.links.href("\(path)/\(id)/revisions"), method: "POST")
            default: break
            }
        }
        json.endObject()
        return call.json(
            json.finish(), status: status, version: plan.int(9) ?? 0,
            location: status == .created ? call.links.href("\(path)/\(id)") : nil)
    }
}
