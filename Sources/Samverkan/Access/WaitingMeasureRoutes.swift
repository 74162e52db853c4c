import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /me/measures | everyone with a grant; something waits for coordinators, contributors, municipal police officers and heads of district |
enum WaitingMeasureRoutes {
    /// What waits for a report of the caller, across the municipalities of its grants, what is due first at the top: parts of
    /// measures that are not at an end, in adopted plans whose period has begun, until the plan is closed. For a coordinator
    /// everybody's, for a contributor its parties', for the police theirs. `municipality`, `party` and `area` narrow it; `asOf`
    /// asks for the plans that have begun on another day than today.
    static func list(_ call: Call) async throws -> Response {
        let query = try call.query("municipality", "party", "area", "asOf", "page", "limit")
        let page = try Page(query)
        if let code = query["municipality"], code.utf8.count != 4 || !code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            throw Problem(.invalidParameter, "The query parameter «municipality» must be a municipality's code, four digits.")
        }
        let filter = Filter(
            municipality: query["municipality"], party: try Call.identifier(query, "party"), area: try Call.identifier(query, "area"), day: try Call.day(query, "asOf"))
        let scopes = Self.scopes(try await call.run(.caller, reading: true, ["select role, municipality_code, district_code from access.held_grants()"])[0], filter)
        // Most have one. Of each no more is read than could be on the page.
        var (rows, total): ([Row], Int) = ([], 0)
        for scope in scopes {
            let results = try await call.run(scope, reading: true, Self.waiting(filter, limit: page.offset + page.limit))
            rows += results[0]
            total += results[1].first?.int(0) ?? 0
        }
        if scopes.count > 1 {
            // Each scope's own are in order already, and stay so.
            rows = rows.enumerated().sorted { ($0.element[8] ?? "", $0.offset) < ($1.element[8] ?? "", $1.offset) }.map(\.element)
        }
        return call.list(rows.dropFirst(page.offset).prefix(page.limit), page: page, total: total, path: "/me/measures", query: query) { json, row in
            let path = "/municipalities/\(row[0] ?? "")"
            let measure = "\(path)/measures/\(row[3] ?? "")"
            json.field("municipalityCode", row, 0)
            json.field("planId", row, 1)
            json.rawField("year", row, 2)
            json.field("measureId", row, 3)
            json.field("text", row, 4)
            json.field("plannedFollowUp", row, 5)
            json.optionalField("startsOn", row, 6)
            json.optionalField("endsOn", row, 7)
            json.field("dueOn", row, 8)
            json.beginObject("priorityArea")
            json.field("id", row, 9)
            json.field("title", row, 10)
            json.endObject()
            if !row.isNull(11) { json.rawField("quantity", row, 11) }
            json.optionalField("unit", row, 12)
            json.rawField("reportedQuantities", row, 13)
            json.beginObject("responsibleParty")
            json.field("id", row, 14)
            json.field("name", row, 15)
            json.field("kind", row, 16)
            json.endObject()
            json.field("status", row, 17)
            if !row.isNull(18) {
                json.beginObject("latestFollowUp")
                json.field("id", row, 18)
                json.field("status", row, 19)
                json.field("periodEnd", row, 20)
                json.field("text", row, 21)
                json.timestampField("recordedAt", row, 22)
                json.endObject()
            }
            json.links(self: call.links.href(measure)) { json in
                json.link("followUps", rel: "related", href: call.links.href("\(measure)/follow-ups"))
                json.link("actionPlan", rel: "up", href: call.links.href("\(path)/action-plans/\(row[1] ?? "")"))
            }
        }
    }

    private struct Filter {
        let municipality: String?
        let party: Identifier?
        let area: Identifier?
        let day: Day?
    }

    /// Where the caller's grants let it report. The head of a district sees what its officers see.
    private static func scopes(_ grants: QueryResult, _ filter: Filter) -> [Database.Scope] {
        let heads = grants.filter { $0[0] == "headOfDistrict" }.compactMap { $0[2] }.map(Database.Scope.district)
        if !heads.isEmpty { return heads }
        return grants.filter { ["coordinator", "contributor", "municipalOfficer"].contains($0[0] ?? "") }.compactMap { $0[1] }
            .filter { filter.municipality == nil || filter.municipality == $0 }.map(Database.Scope.municipality)
    }

    /// The first of what waits in a scope, and how much does. A party that has become another is named as what it is now; its
    /// id is the one that the measure names, for which it is reported. A report for the measure as a whole that ends it ends
    /// every part.
    private static func waiting(_ filter: Filter, limit: Int) -> [Statement] {
        let from: Statement = """
            from app.action_plan a
            join app.measure m on m.municipality_code = a.municipality_code and m.plan_id = a.plan_id
            join app.priority_area x on x.municipality_code = m.municipality_code and x.plan_id = m.plan_id and x.area_id = m.area_id
            join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id
            join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id
            left join app.responsible_party b on b.municipality_code = n.municipality_code and b.party_id = n.merged_into_id
            left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
                and s.measure_id = r.measure_id and s.party_id = r.party_id
            left join app.measure_status w on w.municipality_code = m.municipality_code and w.plan_id = m.plan_id and w.measure_id = m.measure_id
            where a.state = 'adopted' and a.period_start <= coalesce(\(filter.day)::date, app.today())
              and coalesce(s.status, 'noInformation') in ('noInformation', 'notStarted', 'ongoing')
              and coalesce(w.stated_status, 'noInformation') in ('noInformation', 'notStarted', 'ongoing')
              and case (select access.role()) when 'coordinator' then true
                when 'contributor' then r.party_id = any ((select access.responsible_parties())::uuid[])
                when 'municipalOfficer' then n.kind = 'police' when 'headOfDistrict' then n.kind = 'police' else false end
              and ((select access.municipality()) is null or a.municipality_code = (select access.municipality()))
              and (\(filter.municipality)::text is null or a.municipality_code = \(filter.municipality))
              and (\(filter.party)::uuid is null or \(filter.party) in (n.party_id, b.party_id))
              and (\(filter.area)::uuid is null or x.area_id = \(filter.area))
            """
        return [
            """
            with waiting as (
                select a.municipality_code, a.plan_id, a.year, m.measure_id, m.text, m.planned_follow_up, m.starts_on, m.ends_on,
                    coalesce(m.ends_on, a.period_end) as due_on, x.area_id, x.title, m.quantity, m.unit, coalesce(w.quantities, '[]') as quantities, r.party_id,
                    coalesce(b.name, n.name) as name, coalesce(b.kind, n.kind) as kind, coalesce(s.status, 'noInformation') as status, m.lineage_id,
                    m.position, r.position as part
                \(from)
                order by due_on, a.municipality_code, a.plan_id, m.position, m.measure_id, r.position limit \(limit)
            )
            select q.municipality_code, q.plan_id, q.year, q.measure_id, q.text, q.planned_follow_up, q.starts_on, q.ends_on, q.due_on, q.area_id, q.title,
                q.quantity, q.unit, q.quantities, q.party_id, q.name, q.kind, q.status, f.follow_up_id, f.status, f.period_end, f.text, f.recorded_at
            from waiting q
            left join lateral (
                select f.follow_up_id, f.status, f.period_end, f.text, f.recorded_at from app.follow_up f
                where f.municipality_code = q.municipality_code and f.lineage_id = q.lineage_id and (f.party_id = q.party_id or f.party_id in (
                    select g.party_id from app.responsible_party g where g.municipality_code = q.municipality_code and g.merged_into_id = q.party_id))
                  and f.plan_id = any (app.counted_plans(q.municipality_code, q.plan_id))
                  and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
                order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1
            ) f on true
            order by q.due_on, q.municipality_code, q.plan_id, q.position, q.measure_id, q.part
            """,
            "select count(*) \(from)",
        ]
    }
}
