import Postgres

enum DistrictSQL {
    /// Of each municipality the plans whose period contains the day, adopted or closed, or superseded by one that begins
    /// later or ended earlier; when there is none, the last one that ended before it. In agreements with the district,
    /// which sees no others. Those that hold are found at once, by the end of their period: what ended years ago isn't
    /// looked at.
    private static func plans(_ district: String, on date: Statement) -> Statement {
        """
        (
            with held as materialized (
                select p.* from app.plan_summary p
                where p.district_code = \(district) and p.period_end >= \(date) and p.period_start <= \(date)
                  and p.agreement_state in ('signed', 'terminated')
                  and (p.state in ('adopted', 'closed') or p.state = 'superseded' and not exists (
                    select from app.plan_summary n
                    where n.municipality_code = p.municipality_code
                      and \(date) between n.period_start and n.period_end and n.year = p.year
                      and (n.state in ('adopted', 'closed')
                        or n.state = 'superseded' and n.revises_plan_id = p.plan_id))))
            select h.*, false as ended from held h
            union all
            select l.*, true from app.municipality x cross join lateral (
                select p.* from app.plan_summary p
                where p.municipality_code = x.municipality_code and p.period_end < \(date)
                  and p.district_code = \(district) and p.agreement_state in ('signed', 'terminated')
                  and p.state in ('adopted', 'closed')
                order by p.period_end desc, p.adopted_on desc, p.plan_id limit 1) l
            where x.municipality_code not in (select h.municipality_code from held h)
        )
        """
    }

    /// The agreements with the district that hold on the day; one that was terminated holds until its end. They never
    /// overlap. Those that go on by themselves are asked one by one.
    private static func agreements(_ district: String, on date: Statement) -> Statement {
        """
        (
            select c.* from app.agreement c
            where c.district_code = \(district) and c.state in ('signed', 'terminated')
              and c.tacit_prolongation_months is null
              and c.period_start <= \(date) and case when c.effective_end is null then 'infinity' else c.effective_end end >= \(date)
            union all
            select c.* from app.agreement c
            where c.district_code = \(district) and c.state in ('signed', 'terminated')
              and c.tacit_prolongation_months is not null and c.period_start <= \(date)
              and coalesce(app.agreement_end(c.state, c.effective_end, c.replaced_by_id, c.notice_months,
                c.tacit_prolongation_months, \(date)) >= \(date), true)
        )
        """
    }

    /// The district and the day, and its municipalities by name: for each plan a row with its municipality, the agreement
    /// and how many of the plan's measures have which status.
    struct Shown {
        let district: Pipeline.Ticket
        let municipalities: Pipeline.Ticket

        init(_ district: String, on day: Day?, in pipeline: inout Pipeline) {
            let date: Statement = if let day { "\(day)::date" } else { "app.today()" }
            let counts = DistrictOverview.counts.map { "p.\($0)" }.joined(separator: ", ")
            self.district = pipeline.add(
                """
                select \(unsafeSQL: DistrictOverview.shape.selected)
                from app.police_district d, (select \(date) as as_of) o
                    where d.district_code = \(district)
                """)
            self.municipalities = pipeline.add(
                """
                select \(unsafeSQL: DistrictOverview.municipality.selected),
                    \(unsafeSQL: DistrictOverview.plan.selected), \(unsafeSQL: counts)
                from app.municipality m
                cross join (select \(date) as as_of) d
                left join \(DistrictSQL.agreements(district, on: date)) c
                    on c.municipality_code = m.municipality_code
                left join (
                    select q.*, max(q.latest_on) over (partition by q.municipality_code) as followed_up_on
                    from \(DistrictSQL.plans(district, on: date)) q
                ) p on p.municipality_code = m.municipality_code
                where m.district_code = \(district) or exists (
                    select from app.agreement a where a.municipality_code = m.municipality_code
                        and a.district_code = \(district))
                order by m.name collate app.swedish, m.municipality_code, p.period_start desc, p.plan_id
                """)
        }
    }
}
