import Postgres

enum DistrictSQL {
    /// Of each municipality the plans whose period contains the day, adopted or closed, or superseded by one that
    /// begins later or ended earlier; when there is none, the last one that ended before it. In agreements with the
    /// district, which sees no others.
    private static func plans(_ district: String, _ day: Day?) -> Statement {
        """
        plan as (
            select p.*, p.period_end < p.as_of as ended
            from (
                select p.municipality_code, p.plan_id, p.year, p.period_start, p.period_end, p.state, d.as_of,
                    bool_or(p.period_end >= d.as_of) over (partition by p.municipality_code) as is_planned,
                    row_number() over (partition by p.municipality_code order by p.period_end desc, p.adopted_on desc,
                        p.plan_id) as place
                from app.action_plan p
                join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
                join (select coalesce(\(day)::date, app.today()) as as_of) d on p.period_start <= d.as_of
                where (p.state in ('adopted', 'closed') or p.state = 'superseded' and p.period_end >= d.as_of
                    and not exists (
                    select from app.action_plan n
                    where n.municipality_code = p.municipality_code and n.year = p.year
                        and d.as_of between n.period_start and n.period_end
                      and (n.state in ('adopted', 'closed') or n.state = 'superseded'
                          and n.revises_plan_id = p.plan_id)))
                  and a.state in ('signed', 'terminated') and a.district_code = \(district)
            ) p
            where case when p.is_planned then p.period_end >= p.as_of else p.place = 1 end
        )
        """
    }

    /// The district and the day, its municipalities with their agreements, the plans, and how many measures have which
    /// status.
    struct Shown {
        let district: Pipeline.Ticket
        let municipalities: Pipeline.Ticket
        let plans: Pipeline.Ticket
        let counts: Pipeline.Ticket

        init(_ district: String, on day: Day?, in pipeline: inout Pipeline) {
            let plans = DistrictSQL.plans(district, day)
            self.district = pipeline.add(
                """
                select \(unsafeSQL: DistrictOverview.shape.selected)
                from app.police_district d, (select coalesce(\(day)::date, app.today()) as as_of) o
                    where d.district_code = \(district)
                """)
            self.municipalities = pipeline.add(
                """
                with \(plans), police as (
                    select r.municipality_code, count(distinct r.measure_id) as measures
                    from plan p
                    join app.responsibility r on r.municipality_code = p.municipality_code and r.plan_id = p.plan_id
                    join app.responsible_party rp on rp.municipality_code = r.municipality_code
                        and rp.party_id = r.party_id
                    where rp.kind = 'police' group by r.municipality_code
                ), reported as (
                    select s.municipality_code, max(s.latest_on) as latest_on
                    from plan p join app.measure_status s on s.municipality_code = p.municipality_code
                        and s.plan_id = p.plan_id
                    group by s.municipality_code
                )
                select \(unsafeSQL: DistrictOverview.municipality.selected),
                    \(unsafeSQL: DistrictOverview.measures.selected)
                from app.municipality m
                -- Those that hold never overlap; one that was terminated holds until its end.
                left join app.agreement c on c.municipality_code = m.municipality_code and c.district_code = \(district)
                    and c.state in ('signed', 'terminated') and c.period_start <= coalesce(\(day)::date, app.today())
                    and coalesce(app.agreement_end(c.state, c.effective_end, c.replaced_by_id, c.notice_months,
                        c.tacit_prolongation_months, coalesce(\(day)::date, app.today()))
                        >= coalesce(\(day)::date, app.today()), true)
                left join police po on po.municipality_code = m.municipality_code
                left join reported r on r.municipality_code = m.municipality_code
                where m.district_code = \(district) or exists (
                    select from app.agreement a where a.municipality_code = m.municipality_code
                        and a.district_code = \(district))
                order by m.name collate app.swedish
                """)
            self.plans = pipeline.add(
                """
                with \(plans)
                select \(unsafeSQL: DistrictOverview.plan.selected), p.municipality_code as municipality
                from plan p order by p.municipality_code, p.period_start desc, p.plan_id
                """)
            self.counts = pipeline.add(
                """
                with \(plans)
                select m.municipality_code as municipality, coalesce(s.status, 'noInformation') as status,
                    count(*) as measures
                from plan p
                join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id
                left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id
                    and s.measure_id = m.measure_id
                group by m.municipality_code, coalesce(s.status, 'noInformation')
                """)
        }
    }
}
