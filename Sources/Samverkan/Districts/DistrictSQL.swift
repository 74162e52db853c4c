import Postgres

enum DistrictSQL {
    /// Of a municipality `m` the plans whose period contains the day, adopted or closed, or superseded by one that
    /// begins later or ended earlier; when there is none, the last one that ended before it. In agreements with the
    /// district, which sees no others. Out of the summaries, by the end of their period: what ended years ago isn't
    /// looked at.
    private static func plans(_ district: String) -> Statement {
        func holding(_ p: String) -> Statement {
            """
            app.plan_summary \(unsafeSQL: p)
            where \(unsafeSQL: p).municipality_code = m.municipality_code
              and d.as_of between \(unsafeSQL: p).period_start and \(unsafeSQL: p).period_end
              and \(unsafeSQL: p).district_code = \(district) and \(unsafeSQL: p).agreement_state in ('signed', 'terminated')
              and (\(unsafeSQL: p).state in ('adopted', 'closed') or \(unsafeSQL: p).state = 'superseded' and not exists (
                select from app.plan_summary n
                where n.municipality_code = \(unsafeSQL: p).municipality_code
                  and d.as_of between n.period_start and n.period_end and n.year = \(unsafeSQL: p).year
                  and (n.state in ('adopted', 'closed')
                    or n.state = 'superseded' and n.revises_plan_id = \(unsafeSQL: p).plan_id)))
            """
        }
        return """
            (
                (select p.*, false as ended from \(holding("p")) order by p.period_end)
                union all
                (select p.*, true from app.plan_summary p
                where p.municipality_code = m.municipality_code and p.period_end < d.as_of
                  and p.district_code = \(district) and p.agreement_state in ('signed', 'terminated')
                  and p.state in ('adopted', 'closed') and (select h.plan_id from \(holding("h")) order by h.period_end limit 1) is null
                order by p.period_end desc, p.adopted_on desc, p.plan_id limit 1)
            )
            """
    }

    /// The district and the day, its municipalities with their agreements and how many measures have which status, and
    /// the plans.
    struct Shown {
        let district: Pipeline.Ticket
        let municipalities: Pipeline.Ticket
        let plans: Pipeline.Ticket

        init(_ district: String, on day: Day?, in pipeline: inout Pipeline) {
            let date: Statement = if let day { "\(day)::date" } else { "app.today()" }
            let plans = DistrictSQL.plans(district)
            let sums = DistrictOverview.sums.map { "sum(p.\($0)) as \($0)" }.joined(separator: ", ")
            self.district = pipeline.add(
                """
                select \(unsafeSQL: DistrictOverview.shape.selected)
                from app.police_district d, (select \(date) as as_of) o
                    where d.district_code = \(district)
                """)
            self.municipalities = pipeline.add(
                """
                select \(unsafeSQL: DistrictOverview.municipality.selected)
                from app.municipality m
                cross join (select \(date) as as_of offset 0) d
                -- Those that hold never overlap; one that was terminated holds until its end.
                left join app.agreement c on c.municipality_code = m.municipality_code and c.district_code = \(district)
                    and c.state in ('signed', 'terminated') and c.period_start <= d.as_of
                    and (c.tacit_prolongation_months is not null or coalesce(c.effective_end >= d.as_of, true))
                    and coalesce(app.agreement_end(c.state, c.effective_end, c.replaced_by_id, c.notice_months,
                        c.tacit_prolongation_months, d.as_of) >= d.as_of, true)
                cross join lateral (
                    select \(unsafeSQL: sums), max(p.latest_on) as latest_on from \(plans) p
                ) p
                where m.district_code = \(district) or exists (
                    select from app.agreement a where a.municipality_code = m.municipality_code
                        and a.district_code = \(district))
                order by m.name collate app.swedish
                """)
            self.plans = pipeline.add(
                """
                select \(unsafeSQL: DistrictOverview.plan.selected), p.municipality_code as municipality
                from app.municipality m cross join (select \(date) as as_of offset 0) d cross join lateral \(plans) p
                order by p.municipality_code, p.period_start desc, p.plan_id
                """)
        }
    }
}
