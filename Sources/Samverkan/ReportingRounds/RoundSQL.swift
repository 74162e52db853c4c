/// What is asked in a round, and what answers it, said once: of a measure `m`, a party's part `r` of it and a round `t`.
enum RoundSQL {
    /// A measure whose days don't touch a round isn't asked for.
    static func touches(_ round: String) -> String {
        "coalesce(m.starts_on <= \(round).period_end, true) and coalesce(m.ends_on >= \(round).period_start, true)"
    }

    /// What is done or cancelled needs no answer: the part's status `s`, and what was said of the measure as a whole, `w`.
    static let needsAnswer = """
        coalesce(s.status, '') not in ('done', 'cancelled') and coalesce(w.stated_status, '') not in ('done', 'cancelled')
        """

    /// The reports `f` that answer: of the part, or the measure as a whole, that speak of the round's days. Ongoing answers all but
    /// the last round that asks for the measure.
    static let answers = """
        from app.follow_up f
        where f.municipality_code = m.municipality_code and f.lineage_id = m.lineage_id and f.status is not null
            and f.period_start <= t.period_end and f.period_end >= t.period_start
            and (f.party_id is null or f.party_id = r.party_id or f.party_id in (
                select g.party_id from app.responsible_party g where g.municipality_code = m.municipality_code
                    and g.merged_into_id = r.party_id))
            and (f.status not in ('notStarted', 'ongoing') or exists (
                select from app.reporting_round l where l.municipality_code = t.municipality_code and l.plan_id = t.plan_id
                    and l.period_start > t.period_start and \(touches("l"))))
            and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code
                and c.corrects_follow_up_id = f.follow_up_id)
            and f.plan_id = any (app.counted_plans(m.municipality_code, m.plan_id))
        """

    /// The units of a round `t`, as JSON.
    static let units = """
        (select coalesce(json_agg(json_build_object(
            'responsibleParty', json_build_object('id', u.party_id, 'name', u.name, 'kind', u.kind), 'asked', u.asked,
            'answered', u.answered, 'late', u.late, 'unanswered', u.unanswered)
            order by u.name collate app.swedish, u.party_id), '[]')
        from (
            select coalesce(b.party_id, n.party_id) as party_id, coalesce(b.name, n.name) as name, coalesce(b.kind, n.kind) as kind, count(*) as asked,
                count(a.recorded_on) as answered, count(*) filter (where a.recorded_on > t.answers_until) as late,
                coalesce(json_agg(json_build_object('id', m.measure_id, 'text', m.text) order by m.position)
                    filter (where a.recorded_on is null), '[]') as unanswered
            from app.measure m
            join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id
                and r.measure_id = m.measure_id
            join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id
            left join app.responsible_party b on b.municipality_code = n.municipality_code
                and b.party_id = n.merged_into_id
            left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
                and s.measure_id = r.measure_id and s.party_id = r.party_id
            left join app.measure_status w on w.municipality_code = m.municipality_code and w.plan_id = m.plan_id
                and w.measure_id = m.measure_id
            left join lateral (
                select (min(app.first_recorded_at(f.municipality_code, coalesce(f.corrects_follow_up_id, f.transferred_from_id), f.recorded_at)) at time zone 'Europe/Stockholm')::date as recorded_on \(answers)
            ) a on true
            where m.municipality_code = t.municipality_code and m.plan_id = t.plan_id and \(touches("t"))
                and (a.recorded_on is not null or \(needsAnswer))
            group by coalesce(b.party_id, n.party_id), coalesce(b.name, n.name), coalesce(b.kind, n.kind)
        ) u)
        """
}
