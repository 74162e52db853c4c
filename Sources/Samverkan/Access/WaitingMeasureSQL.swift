import Postgres

enum WaitingMeasureSQL {
    struct Filter: Sendable {
        let municipality: String?
        let party: Identifier?
        let area: Identifier?
        let day: Day?
    }

    /// The caller's grants that let it report.
    static let grants: Statement = "select municipality_code, district_code from access.held_grants() where reports"

    /// The first of what waits in a scope, each with how much does. A party that has become another is named as what it is
    /// now; its id is the one that the measure names, for which it is reported. A report for the measure as a whole
    /// that ends it ends every part. In a plan with reporting rounds each round that has begun to be answered waits for
    /// itself.
    static func waiting(_ filter: Filter, in scope: Database.Scope, limit: Int) -> Statement {
        // A text of its own for each set of filters: one with a condition that may be none has no good plan.
        let day: Statement = if let day = filter.day { "\(day)::date" } else { "app.today()" }
        var conditions: Statement = ""
        var place: Statement = ""
        for code in [scope.municipality, filter.municipality].compactMap({ $0 }) {
            place = "\(place) and a.municipality_code = \(code)"
        }
        if let party = filter.party { conditions = "\(conditions) and \(party)::uuid in (n.party_id, b.party_id)" }
        if let area = filter.area { conditions = "\(conditions) and x.area_id = \(area)::uuid" }
        let from: Statement = """
            from plan a
            join app.measure m on m.municipality_code = a.municipality_code and m.plan_id = a.plan_id
            join app.priority_area x on x.municipality_code = m.municipality_code and x.plan_id = m.plan_id
                and x.area_id = m.area_id
            join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id
                and r.measure_id = m.measure_id
            join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id
            left join app.responsible_party b on b.municipality_code = n.municipality_code
                and b.party_id = n.merged_into_id
            left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
                and s.measure_id = r.measure_id and s.party_id = r.party_id
            left join app.measure_status w on w.municipality_code = m.municipality_code and w.plan_id = m.plan_id
                and w.measure_id = m.measure_id
            left join app.reporting_round t on t.municipality_code = a.municipality_code and t.plan_id = a.plan_id
                and t.answers_from <= \(day) and \(unsafeSQL: RoundSQL.touches("t"))
            where case when t.round_id is null then
                  coalesce(s.status, 'noInformation') in ('noInformation', 'notStarted', 'ongoing')
                  and coalesce(w.stated_status, 'noInformation') in ('noInformation', 'notStarted', 'ongoing')
                  and not exists (select from app.reporting_round x
                      where x.municipality_code = a.municipality_code and x.plan_id = a.plan_id)
                else \(unsafeSQL: RoundSQL.needsAnswer) and not exists (select \(unsafeSQL: RoundSQL.answers)) end
              and ((select access.may('report.any')) or ((select access.may('report.police')) and n.kind = 'police')
                or ((select access.may('report.own')) and r.party_id = any ((select
                    access.responsible_parties())::uuid[])))\(conditions)
            """
        return """
            with plan as materialized (
                select a.municipality_code, a.plan_id, a.year, a.period_end,
                    app.counted_plans(a.municipality_code, a.plan_id) as counted
                from app.plan_summary a where a.state = 'adopted' and a.period_start <= \(day)\(place)
            ), waiting as (
                select count(*) over () as total, a.counted, a.municipality_code, a.plan_id, a.year, m.measure_id, m.text, m.planned_follow_up, m.starts_on,
                    m.ends_on,
                    coalesce(t.answers_until, m.ends_on, a.period_end) as due_on, t.round_id, t.name as round_name,
                    t.period_start as round_start, t.period_end as round_end,
                    coalesce(t.answers_until < \(day), false) as is_late, x.area_id, x.title, m.quantity, m.unit,
                        coalesce(w.quantities, '[]') as quantities, r.party_id,
                    coalesce(b.name, n.name) as name, coalesce(b.kind, n.kind) as kind, coalesce(s.status,
                        'noInformation') as status, m.lineage_id,
                    m.position, r.position as part
                \(from)
                order by due_on, a.municipality_code, a.plan_id, m.position, m.measure_id, r.position,
                    t.period_start limit \(limit)
            )
            select \(unsafeSQL: WaitingMeasure.shape.selected), q.total
            from waiting q
            left join lateral (
                select f.follow_up_id, f.status, f.period_end, f.text, f.recorded_at from app.follow_up f
                where f.municipality_code = q.municipality_code and f.lineage_id = q.lineage_id and f.status is not null
                    and (f.party_id = q.party_id or f.party_id in (
                    select g.party_id from app.responsible_party g where g.municipality_code = q.municipality_code
                        and g.merged_into_id = q.party_id))
                  and f.plan_id = any (q.counted)
                  and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code
                      and c.corrects_follow_up_id = f.follow_up_id)
                order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1
            ) f on true
            order by q.due_on, q.municipality_code, q.plan_id, q.position, q.measure_id, q.part,
                q.round_start
            """
    }
}
