import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /me/measures | everyone with a grant; something waits for coordinators, contributors and municipal police officers |
enum WaitingMeasureRoutes {
    /// What waits for a report of the caller, in adopted plans, across the municipalities of its grants: for a coordinator all
    /// parts of measures that are not at an end, for a contributor its parties', for a municipal police officer the police's.
    static func list(_ call: Call) async throws -> Response {
        let query = try call.query("page", "limit")
        let page = try Page(query)
        let caller = try call.caller()
        let grants = try await call.run(.caller, reading: true, ["""
            select municipality_code from access.caller_grant
            where issuer = \(caller.issuer) and subject = \(caller.subject) and role in ('coordinator', 'contributor', 'municipalOfficer')
              and valid_from <= app.today() and (valid_until is null or valid_until >= app.today())
            order by municipality_code
            """])[0]
        // Most have one municipality. Of each no more is read than could be on the page.
        var (rows, total): ([Row], Int) = ([], 0)
        for code in grants.compactMap({ $0[0] }) {
            let results = try await call.read(municipality: code, self.waiting(code, limit: page.offset + page.limit))
            rows += results[0]
            total += results[1].first?.int(0) ?? 0
        }
        return call.list(rows.dropFirst(page.offset).prefix(page.limit), page: page, total: total, path: "/me/measures", query: query) { json, row in
            json.field("municipalityCode", row, 0)
            json.field("planId", row, 1)
            json.rawField("year", row, 2)
            json.field("measureId", row, 3)
            json.field("text", row, 4)
            json.field("plannedFollowUp", row, 5)
            json.optionalField("endsOn", row, 6)
            json.beginObject("responsibleParty")
            json.field("id", row, 7)
            json.field("name", row, 8)
            json.field("kind", row, 9)
            json.endObject()
            json.field("status", row, 10)
        }
    }

    private static func waiting(_ code: String, limit: Int) -> [Statement] {
        let from = """
            from app.action_plan a
            join app.measure m on m.municipality_code = a.municipality_code and m.plan_id = a.plan_id
            join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id
            join app.responsible_party p on p.municipality_code = r.municipality_code and p.party_id = r.party_id
            left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
                and s.measure_id = r.measure_id and s.party_id = r.party_id
            where a.state = 'adopted' and coalesce(s.status, 'noInformation') in ('noInformation', 'notStarted', 'ongoing')
              and case (select access.role()) when 'coordinator' then true
                when 'contributor' then r.party_id = any ((select access.responsible_parties())::uuid[])
                when 'municipalOfficer' then p.kind = 'police' else false end
            """
        return [
            """
            select a.municipality_code, a.plan_id, a.year, m.measure_id, m.text, m.planned_follow_up, m.ends_on, p.party_id, p.name, p.kind,
                coalesce(s.status, 'noInformation')
            \(unsafeSQL: from) and a.municipality_code = \(code)
            order by a.year, a.plan_id, m.position, m.measure_id, r.position limit \(limit)
            """,
            "select count(*) \(unsafeSQL: from) and a.municipality_code = \(code)",
        ]
    }
}
