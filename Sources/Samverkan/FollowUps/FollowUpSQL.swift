import Postgres

enum FollowUpSQL {
    /// Who recorded it stays inside the municipality; the police's login may not even name that column.
    private static func selected(_ kind: IssuerKind) -> String {
        """
        select f.follow_up_id, f.measure_id, p.party_id, p.name, p.kind, f.period_start, f.period_end, f.status, f.text, f.reason,
            f.quantity, f.unit, f.approximate, f.recorded_at,
            \(kind == .municipality ? "f.recorded_by" : "null"), f.corrects_follow_up_id, c.follow_up_id
        from app.follow_up f
        left join app.responsible_party p on p.municipality_code = f.municipality_code and p.party_id = f.party_id
        left join app.follow_up c on c.municipality_code = f.municipality_code and c.plan_id = f.plan_id
            and c.measure_id = f.measure_id and c.corrects_follow_up_id = f.follow_up_id
        """
    }

    /// Whether the caller sees the measure, then its follow-ups, latest first.
    static func list(_ kind: IssuerKind, _ code: String, _ measure: Identifier, _ page: Page) -> [Statement] {
        [
            "select 1 from app.measure where municipality_code = \(code) and measure_id = \(measure)",
            """
            \(unsafeSQL: self.selected(kind))
            where f.municipality_code = \(code) and f.measure_id = \(measure)
              and f.plan_id = (select m.plan_id from app.measure m where m.municipality_code = \(code) and m.measure_id = \(measure))
            order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit \(page.limit) offset \(page.offset)
            """,
            """
            select count(*) from app.follow_up f where f.municipality_code = \(code) and f.measure_id = \(measure)
              and f.plan_id = (select m.plan_id from app.measure m where m.municipality_code = \(code) and m.measure_id = \(measure))
            """,
        ]
    }

    static func show(_ kind: IssuerKind, _ code: String, _ measure: Identifier, _ id: Identifier) -> Statement {
        """
        \(unsafeSQL: self.selected(kind))
        where f.municipality_code = \(code) and f.measure_id = \(measure) and f.follow_up_id = \(id)
          and f.plan_id = (select m.plan_id from app.measure m where m.municipality_code = \(code) and m.measure_id = \(measure))
        """
    }

    static func create(_ code: String, _ measure: Identifier, _ id: Identifier, party: Identifier?, _ followUp: FollowUp) -> Statement {
        """
        insert into app.follow_up (municipality_code, plan_id, measure_id, follow_up_id, party_id, period_start, period_end,
            status, text, reason, quantity, unit, approximate)
        select m.municipality_code, m.plan_id, m.measure_id, \(id)::uuid, \(party)::uuid, \(followUp.periodStart)::date,
            \(followUp.periodEnd)::date, \(followUp.status.rawValue)::text, \(followUp.text)::text, \(followUp.reason)::text,
            \(followUp.quantity)::numeric, \(followUp.unit)::text, \(followUp.approximate)::boolean
        from app.measure m where m.municipality_code = \(code) and m.measure_id = \(measure)
        """
    }

    /// Speaks for the same party as what it corrects.
    static func correct(_ code: String, _ measure: Identifier, _ corrected: Identifier, _ id: Identifier, _ followUp: FollowUp) -> Statement {
        """
        insert into app.follow_up (municipality_code, plan_id, measure_id, follow_up_id, party_id, corrects_follow_up_id,
            period_start, period_end, status, text, reason, quantity, unit, approximate)
        select f.municipality_code, f.plan_id, f.measure_id, \(id)::uuid, f.party_id, f.follow_up_id, \(followUp.periodStart)::date,
            \(followUp.periodEnd)::date, \(followUp.status.rawValue)::text, \(followUp.text)::text, \(followUp.reason)::text,
            \(followUp.quantity)::numeric, \(followUp.unit)::text, \(followUp.approximate)::boolean
        from app.follow_up f where f.municipality_code = \(code) and f.measure_id = \(measure) and f.follow_up_id = \(corrected)
          and f.plan_id = (select m.plan_id from app.measure m where m.municipality_code = \(code) and m.measure_id = \(measure))
        """
    }
}
