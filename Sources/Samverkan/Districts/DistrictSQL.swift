import Postgres

enum DistrictSQL {
    /// The adopted plan of this year in the agreement with the district, one for each municipality.
    private static let planOfTheYear = """
        select distinct on (p.municipality_code) p.municipality_code, p.plan_id, p.year
        from app.action_plan p
        join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
        where p.state = 'adopted' and a.state in ('signed', 'terminated') and p.year = extract(year from app.today())
        """

    static func overview(_ district: String) -> [Statement] {
        [
            "select district_code, name, region_name, app.today() from app.police_district where district_code = \(district)",
            """
            with current_agreement as (
                select distinct on (a.municipality_code) a.municipality_code, a.agreement_id, a.title, a.period_start, a.period_end, a.effective_end
                from app.agreement a
                where a.district_code = \(district) and a.state = 'signed' and a.period_start <= app.today()
                  and (a.effective_end is null or a.effective_end >= app.today())
                order by a.municipality_code, a.period_start desc
            ), plan as (
                \(unsafeSQL: self.planOfTheYear) and a.district_code = \(district) order by p.municipality_code, p.adopted_on desc, p.plan_id
            ), police as (
                select r.municipality_code, count(distinct r.measure_id) as measures
                from plan p
                join app.responsibility r on r.municipality_code = p.municipality_code and r.plan_id = p.plan_id
                join app.responsible_party rp on rp.municipality_code = r.municipality_code and rp.party_id = r.party_id
                where rp.kind = 'police' group by r.municipality_code
            ), reported as (
                select s.municipality_code, max(s.latest_on) as latest_on
                from plan p join app.measure_status s on s.municipality_code = p.municipality_code and s.plan_id = p.plan_id
                group by s.municipality_code
            )
            select m.municipality_code, m.name, c.agreement_id, c.title, c.period_start, c.period_end, c.effective_end,
                p.plan_id, p.year, coalesce(po.measures, 0), r.latest_on
            from app.municipality m
            left join current_agreement c on c.municipality_code = m.municipality_code
            left join plan p on p.municipality_code = m.municipality_code
            left join police po on po.municipality_code = m.municipality_code
            left join reported r on r.municipality_code = m.municipality_code
            where m.district_code = \(district) or exists (
                select from app.agreement a where a.municipality_code = m.municipality_code and a.district_code = \(district))
            order by m.name collate app.swedish
            """,
            """
            with plan as (
                \(unsafeSQL: self.planOfTheYear) and a.district_code = \(district) order by p.municipality_code, p.adopted_on desc, p.plan_id
            )
            select m.municipality_code, coalesce(s.status, 'noInformation'), count(*)
            from plan p
            join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id
            left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
            group by m.municipality_code, coalesce(s.status, 'noInformation')
            """,
        ]
    }
}
