import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/action-plans/{planId}/unplanned-work, …/unplanned-work/{workId} | whoever sees the plan; who recorded it only inside the municipality |
/// | POST …/action-plans/{planId}/unplanned-work, …/{workId}/correction | as for follow-ups |
enum UnplannedWorkRoutes {
    /// Of the plan, and of those that it superseded within the year.
    static func list(_ call: Call) async throws -> Response {
        let (code, plan) = (try call.municipalityCode(), try call.identifier("planId"))
        let query = try call.query("page", "limit")
        let page = try Page(query)
        let results = try await call.read(municipality: code, [
            Document.plan.require(code, plan),
            """
            \(unsafeSQL: Self.selected(try call.caller().kind)) where u.municipality_code = \(code)
                and u.plan_id = any ((select app.counted_plans(\(code), \(plan)))::uuid[])
            order by u.period_end desc, u.recorded_at desc, u.unplanned_work_id desc limit \(page.limit) offset \(page.offset)
            """,
            """
            select count(*) from app.unplanned_work u where u.municipality_code = \(code)
                and u.plan_id = any ((select app.counted_plans(\(code), \(plan)))::uuid[])
            """,
        ])
        return call.list(
            results[1], page: page, total: results[2].first?.int(0) ?? 0, path: "/municipalities/\(code)/action-plans/\(plan.text)/unplanned-work", query: query, Self.write)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, plan, id) = (try call.municipalityCode(), try call.identifier("planId"), try call.identifier("workId"))
        return try Self.answer(call, code, plan, id, try await call.read(municipality: code, [Self.shown(try call.caller().kind, code, plan, id)])[...])
    }

    /// Body `{priorityAreaId, responsiblePartyId, period{start, end?}, text, quantity?, unit?, approximate?}`. Refused with
    /// `planNotAdopted` unless the plan is adopted.
    static func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, plan) = (try call.municipalityCode(), try call.identifier("planId"))
        var body = try await call.body()
        let area = body.identifier("priorityAreaId", required: true)
        let party = body.identifier("responsiblePartyId", required: true)
        let work = Work(&body)
        try body.finish()
        guard let work else { throw Problem(.invalidFields, "The unplanned work is incomplete.") }
        let id = Identifier.version7()
        return try await Self.make(call, code, plan, id, body.source, [
            Document.plan.require(code, plan),
            """
            insert into app.unplanned_work (municipality_code, plan_id, area_id, unplanned_work_id, party_id, period_start, period_end, text, quantity, unit, approximate)
            values (\(code), \(plan), \(area), \(id), \(party), \(work.start), \(work.end), \(work.text), \(work.quantity)::numeric, \(work.unit), \(work.approximate))
            """,
        ])
    }

    /// Body as for unplanned work, without area and party: a correction speaks for the same.
    static func correct(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, plan, corrected) = (try call.municipalityCode(), try call.identifier("planId"), try call.identifier("workId"))
        var body = try await call.body()
        let work = Work(&body)
        try body.finish()
        guard let work else { throw Problem(.invalidFields, "The unplanned work is incomplete.") }
        let id = Identifier.version7()
        return try await Self.make(call, code, plan, id, body.source, ["""
            with made as (
                insert into app.unplanned_work (municipality_code, plan_id, area_id, unplanned_work_id, party_id, corrects_unplanned_work_id,
                    period_start, period_end, text, quantity, unit, approximate)
                select u.municipality_code, u.plan_id, u.area_id, \(id)::uuid, u.party_id, u.unplanned_work_id, \(work.start)::date, \(work.end)::date,
                    \(work.text)::text, \(work.quantity)::numeric, \(work.unit)::text, \(work.approximate)::boolean
                from app.unplanned_work u where u.municipality_code = \(code) and u.plan_id = \(plan) and u.unplanned_work_id = \(corrected)
                returning 1
            ) select app.require_row(count(*)) from made
            """])
    }

    private struct Work {
        let start: Day
        let end: Day
        let text: String
        let quantity: String?
        let unit: String?
        let approximate: Bool

        init?(_ body: inout ObjectReader) {
            let period = FollowUp.period(&body)
            let text = body.text("text", required: true)
            self.quantity = body.quantity("quantity")
            self.unit = body.text("unit", limit: 60)
            self.approximate = body.bool("approximate") ?? false
            guard let period, let text else { return nil }
            (self.start, self.end) = period
            self.text = text
        }
    }

    private static func make(_ call: Call, _ code: String, _ plan: Identifier, _ id: Identifier, _ body: [UInt8], _ statements: [Statement]) async throws -> Response {
        let kind = try call.caller().kind
        return try await call.make(municipality: code, [id], body: body, statements, showing: { [Self.shown(kind, code, plan, $0[0])] }) { ids, results in
            try Self.answer(call, code, plan, ids[0], results, status: .created)
        }
    }

    /// Who recorded it stays inside the municipality; the police's login may not even name that column.
    private static func selected(_ kind: IssuerKind) -> String {
        """
        select u.unplanned_work_id, u.area_id, p.party_id, p.name, p.kind, u.period_start, u.period_end, u.text, u.quantity, u.unit, u.approximate,
            u.recorded_at, \(kind == .municipality ? "u.recorded_by" : "null"), u.corrects_unplanned_work_id, c.unplanned_work_id, u.plan_id
        from app.unplanned_work u
        left join app.responsible_party p on p.municipality_code = u.municipality_code and p.party_id = u.party_id
        left join app.unplanned_work c on c.municipality_code = u.municipality_code and c.plan_id = u.plan_id
            and c.corrects_unplanned_work_id = u.unplanned_work_id
        """
    }

    private static func shown(_ kind: IssuerKind, _ code: String, _ plan: Identifier, _ id: Identifier) -> Statement {
        "\(unsafeSQL: self.selected(kind)) where u.municipality_code = \(code) and u.plan_id = \(plan) and u.unplanned_work_id = \(id)"
    }

    private static func write(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("planId", row, 15)
        json.field("priorityAreaId", row, 1)
        if !row.isNull(2) {
            json.beginObject("responsibleParty")
            json.field("id", row, 2)
            json.field("name", row, 3)
            json.field("kind", row, 4)
            json.endObject()
        }
        json.beginObject("period")
        json.field("start", row, 5)
        json.field("end", row, 6)
        json.endObject()
        json.field("text", row, 7)
        json.rawField("quantity", row, 8)
        json.field("unit", row, 9)
        json.boolField("approximate", row, 10)
        json.timestampField("recordedAt", row, 11)
        json.optionalField("recordedBy", row, 12)
        json.optionalField("corrects", row, 13)
        json.optionalField("correctedBy", row, 14)
    }

    private static func answer(
        _ call: Call, _ code: String, _ plan: Identifier, _ id: Identifier, _ results: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard let row = results.first?.first else { throw Call.notFound }
        let path = "/municipalities/\(code)/action-plans/\(plan.text)"
        let href = call.links.href("\(path)/unplanned-work/\(id.text)")
        var json = JSONWriter(capacity: 2_048)
        json.beginObject()
        Self.write(&json, row)
        json.links(self: href) { json in
            json.link("actionPlan", rel: "up", href: call.links.href(path))
            if row.isNull(14) { json.link("correction", rel: "edit", href: "\(href)/correction", method: "POST") }
        }
        json.endObject()
        return call.json(json.finish(), status: status, location: status == .created ? href : nil)
    }
}
