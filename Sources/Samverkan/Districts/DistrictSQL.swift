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

    /// The rows `t` of a table that a list shows: what a municipality writes makes nobody's answer longer than so.
    static func first(of table: String, _ condition: String, by order: String) -> String {
        "(select t.* from \(table) t where \(condition) order by \(order) limit 100) t"
    }

    // MARK: What is shown of a municipality `m` and its plans `p` on the day of `d`

    /// What the police have to answer: of plans that are carried out, in each round that has begun to be answered and is
    /// being answered, or isn't answered whole; and of plans without rounds what has not come to an end.
    static let policeRounds = """
        select q.round_id, q.name, q.plan_id, q.answers_until, count(*) as asked,
            count(*) filter (where q.answered) as answered,
            q.answers_until < d.as_of and not bool_and(q.answered) as is_late,
            coalesce(json_agg(json_build_object('id', q.measure_id, 'text', left(q.text, 200)) order by q.position)
                filter (where not q.answered), '[]') as unanswered
        from (
            select u.plan_id, t.round_id, t.name, coalesce(t.answers_until, u.period_end) as answers_until, m.measure_id,
                m.text, m.position,
                case when t.round_id is null then
                    coalesce(s.status, 'noInformation') not in ('noInformation', 'notStarted', 'ongoing')
                        or coalesce(w.stated_status, 'noInformation') not in ('noInformation', 'notStarted', 'ongoing')
                    else exists (select \(RoundSQL.answers)) end as answered,
                t.round_id is null or \(RoundSQL.needsAnswer) as needs_answer
            from app.plan_summary u
            join app.responsibility r on r.municipality_code = u.municipality_code and r.plan_id = u.plan_id
                and r.party_id = any (u.police_party_ids)
            join app.measure m on m.municipality_code = r.municipality_code and m.plan_id = r.plan_id
                and m.measure_id = r.measure_id
            left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
                and s.measure_id = r.measure_id and s.party_id = r.party_id
            left join app.measure_status w on w.municipality_code = m.municipality_code and w.plan_id = m.plan_id
                and w.measure_id = m.measure_id
            left join app.reporting_round t on t.municipality_code = u.municipality_code and t.plan_id = u.plan_id
                and t.answers_from <= d.as_of and \(RoundSQL.touches("t"))
            where u.municipality_code = d.code and u.state = 'adopted' and u.period_start <= d.as_of
              and u.police_measures > 0 and u.district_code = d.district
              and (t.round_id is not null or not exists (select from app.reporting_round x
                  where x.municipality_code = u.municipality_code and x.plan_id = u.plan_id))
        ) q
        where q.answered or q.needs_answer
        group by q.round_id, q.name, q.plan_id, q.answers_until
        having q.answers_until >= d.as_of or not bool_and(q.answered)
        """
    static let roundOrder = "t.answers_until, t.round_id"

    /// Of a promise `t` the outcome that counts.
    static let outcome = """
        select o.verdict from app.promise_outcome o
        where o.municipality_code = t.municipality_code and o.promise_id = t.promise_id and o.state = 'approved'
          and not exists (select from app.promise_outcome x where x.municipality_code = o.municipality_code
              and x.promise_id = o.promise_id and x.corrects_outcome_id = o.outcome_id and x.state = 'approved')
        order by o.period_end desc, o.recorded_at desc, o.outcome_id limit 1
        """

    /// Row-level security lets the index be used for what is written as it is (0029, 0032).
    static let promisesOfDays = """
        t.municipality_code = m.municipality_code and t.state = 'published'
            and case when t.period_end is null then 'infinity' else t.period_end end >= d.since
            and (t.period_start is null or t.period_start <= d.as_of) and t.published_on <= d.as_of
        """

    static let reportsOfYear = """
        t.municipality_code = m.municipality_code and t.to_district and t.state = 'sent' and t.sent_on >= d.since
            and t.sent_on <= d.as_of
        """

    /// Of an indicator `t`.
    static let latestValue = """
        select v.value, v.measured_on from app.indicator_value v
        where v.municipality_code = t.municipality_code and v.lineage_id = t.lineage_id and v.measured_on <= d.as_of
          and not exists (select from app.indicator_value x where x.municipality_code = v.municipality_code
              and x.plan_id = v.plan_id and x.indicator_id = v.indicator_id and x.corrects_value_id = v.value_id)
        order by v.measured_on desc, v.recorded_at desc, v.value_id desc limit 1
        """

    /// Of a measure `m` of a plan `p`, with its status `s`: as the plan's summary counts it.
    static let isLate = """
        (coalesce(m.ends_on, p.period_end) < d.as_of and coalesce(s.status, 'notStarted') in ('notStarted', 'ongoing'))
        """

    static let lastActivity = """
        greatest(p.followed_up_on, p.adopted_on, e.established_on,
            (select max(t.published_on) from app.promise t where \(promisesOfDays)),
            (select max(t.sent_on) from app.report t where \(reportsOfYear)))
        """

    /// All that an overview shows, each by municipality, in one round trip.
    struct Shown {
        let district: Pipeline.Ticket
        let municipalities: Pipeline.Ticket
        /// A row for each plan.
        let plans: Pipeline.Ticket
        /// As those, of the plans that held a year earlier.
        let plansBefore: Pipeline.Ticket
        /// A row for each municipality and theme.
        let themes: Pipeline.Ticket
        let awaited: Pipeline.Ticket

        init(_ district: String, on day: Day?, in pipeline: inout Pipeline) {
            let date: Statement = if let day { "\(day)::date" } else { "app.today()" }
            let before: Statement = "(\(date) - interval '1 year')::date"
            let plans = DistrictSQL.plans(district, on: date)
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
                cross join lateral (select m.municipality_code as code, \(district)::text as district, \(date) as as_of,
                    \(before) as since) d
                left join \(DistrictSQL.agreements(district, on: date)) c
                    on c.municipality_code = m.municipality_code
                left join (
                    select q.municipality_code, array_agg(q.plan_id) as plan_ids, max(q.latest_on) as followed_up_on,
                        max(q.adopted_on) as adopted_on
                    from \(plans) q group by q.municipality_code
                ) p on p.municipality_code = m.municipality_code
                cross join lateral (
                    select max(x.established_on) as established_on from app.situational_picture x
                    where x.municipality_code = m.municipality_code and x.state in ('established', 'superseded')
                      and x.established_on <= d.as_of) e
                where m.district_code = \(district) or exists (
                    select from app.agreement a where a.municipality_code = m.municipality_code
                        and a.district_code = \(district))
                order by m.name collate app.swedish, m.municipality_code
                """)
            self.plans = pipeline.add(
                """
                select \(unsafeSQL: DistrictOverview.plan.selected), p.municipality_code as code,
                    \(unsafeSQL: DistrictOverview.Counts.selected)
                from \(plans) p cross join (select \(date) as as_of) d
                order by p.municipality_code, p.period_start desc, p.plan_id
                """)
            self.plansBefore = pipeline.add(
                """
                select p.municipality_code as code, \(unsafeSQL: DistrictOverview.Counts.selected)
                from \(DistrictSQL.plans(district, on: before)) p cross join (select \(before) as as_of) d
                where not p.ended and p.period_end < \(date)
                """)
            let columns = MeasureStatus.allCases.compactMap(\.column)
            let themes = Theme.allCases.map(\.rawValue).joined(separator: ",")
            self.themes = pipeline.add(
                """
                select q.theme, p.municipality_code as code, sum(q.measures), sum(q.police_measures),
                    sum((select count(*) from unnest(q.due_on) u (day) where u.day < d.as_of)),
                    \(unsafeSQL: columns.map { "sum(q.\($0))" }.joined(separator: ", "))
                from \(plans) p cross join (select \(date) as as_of) d
                cross join lateral jsonb_to_recordset(p.themes) q (theme text, measures integer,
                    police_measures integer, due_on date[], \(unsafeSQL: columns.map { "\($0) integer" }.joined(separator: ", ")))
                group by q.theme, p.municipality_code
                order by array_position('{\(unsafeSQL: themes)}'::text[], q.theme), p.municipality_code
                """)
            self.awaited = pipeline.add(
                """
                select \(unsafeSQL: AwaitedSignature.inOverview.selected), q.municipality_code as code
                from (select w.*, row_number() over (partition by w.municipality_code
                        order by w.kind, w.document_id, w.party) as place
                    from (\(unsafeSQL: AwaitedSignature.waiting)) w) q
                where q.place <= 100
                order by q.municipality_code, q.kind, q.document_id, q.party
                """)
        }
    }

    /// What a list of the district's measures is narrowed to.
    struct Filter: Sendable {
        var day: Day?
        var municipality: String?
        var theme: String?
        var status: String?
        var kind: String?
        var dueFrom: Day?
        var dueUntil: Day?
        var isLate: Bool?
    }

    /// A page of the measures of the plans that an overview of the same day shows.
    struct Listed {
        let district: Pipeline.Ticket
        let measures: Pipeline.Ticket
        let total: Pipeline.Ticket

        /// A text of its own for each set of filters: one with a condition that may be none has no good plan.
        init(_ district: String, _ filter: Filter, _ page: Page, in pipeline: inout Pipeline) {
            let date: Statement = if let day = filter.day { "\(day)::date" } else { "app.today()" }
            var (place, conditions): (Statement, Statement) = ("", "")
            if let code = filter.municipality { place = "where p.municipality_code = \(code)" }
            if let theme = filter.theme { conditions = "\(conditions) and x.theme = \(theme)" }
            if let status = filter.status {
                conditions = "\(conditions) and coalesce(s.status, 'noInformation') = \(status)"
            }
            if let kind = filter.kind {
                conditions = """
                    \(conditions) and exists (select from app.responsibility r
                        join app.responsible_party b on b.municipality_code = r.municipality_code
                            and b.party_id = r.party_id and b.kind = \(kind)
                        where r.municipality_code = m.municipality_code and r.plan_id = m.plan_id
                          and r.measure_id = m.measure_id)
                    """
            }
            if let day = filter.dueFrom {
                conditions = "\(conditions) and coalesce(m.ends_on, p.period_end) >= \(day)::date"
            }
            if let day = filter.dueUntil {
                conditions = "\(conditions) and coalesce(m.ends_on, p.period_end) <= \(day)::date"
            }
            if let isLate = filter.isLate {
                conditions = "\(conditions) and \(unsafeSQL: (isLate ? "" : "not ") + DistrictSQL.isLate)"
            }
            let from: Statement = """
                from (select p.* from \(DistrictSQL.plans(district, on: date)) p \(place)) p
                cross join (select \(date) as as_of) d
                join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id
                join app.priority_area x on x.municipality_code = m.municipality_code and x.plan_id = m.plan_id
                    and x.area_id = m.area_id
                left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id
                    and s.measure_id = m.measure_id
                where true\(conditions)
                """
            self.district = pipeline.add("select 1 from app.police_district d where d.district_code = \(district)")
            self.measures = pipeline.add(
                """
                select \(unsafeSQL: DistrictMeasure.shape.selected)
                from (
                    select m.municipality_code, m.plan_id, p.year, m.measure_id, m.position, m.text, m.schedule, m.starts_on,
                        coalesce(m.ends_on, p.period_end) as due_on, \(unsafeSQL: DistrictSQL.isLate) as is_late, m.quantity, m.unit,
                        x.area_id, x.title, x.theme, coalesce(s.status, 'noInformation') as status,
                        coalesce(s.quantities, '[]') as quantities, s.latest_on, s.latest_text
                    \(from)
                    order by due_on, m.municipality_code, m.plan_id, m.position, m.measure_id
                    limit \(page.limit) offset \(page.offset)
                ) q
                join app.municipality n on n.municipality_code = q.municipality_code
                order by q.due_on, q.municipality_code, q.plan_id, q.position, q.measure_id
                """)
            self.total = pipeline.add(.count(from))
        }
    }
}
