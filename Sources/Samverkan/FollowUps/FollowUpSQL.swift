import Postgres

enum FollowUpSQL {
    /// Who recorded it stays inside the municipality; the police's login may not even name that column.
    private static func selected(_ kind: IssuerKind) -> String {
        """
        select f.follow_up_id, f.measure_id, p.party_id, p.name, p.kind, f.period_start, f.period_end, f.status, f.text, f.reason,
            f.quantity, f.unit, f.approximate, f.recorded_at,
            \(kind == .municipality ? "f.recorded_by" : "null"), f.corrects_follow_up_id, c.follow_up_id, f.plan_id
        from app.follow_up f
        left join app.responsible_party p on p.municipality_code = f.municipality_code and p.party_id = f.party_id
        left join app.follow_up c on c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id
        """
    }

    /// Where ``selected(_:)`` has the plan.
    static let planColumn = 17

    /// Whether the caller sees the measure, then what counts for it, latest first: what was reported in its plan and in those
    /// that it superseded within the year.
    static func list(_ kind: IssuerKind, _ code: String, _ measure: Identifier, _ page: Page) -> [Statement] {
        [
            "select 1 from app.measure where municipality_code = \(code) and measure_id = \(measure)",
            """
            \(unsafeSQL: self.selected(kind))
            where f.municipality_code = \(code)
              and f.lineage_id = (select x.lineage_id from app.measure x where x.municipality_code = \(code) and x.measure_id = \(measure))
              and f.plan_id = any ((select app.counted_plans(\(code), x.plan_id) from app.measure x where x.municipality_code = \(code) and x.measure_id = \(measure))::uuid[])
            order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit \(page.limit) offset \(page.offset)
            """,
            """
            select count(*) from app.follow_up f where f.municipality_code = \(code)
              and f.lineage_id = (select x.lineage_id from app.measure x where x.municipality_code = \(code) and x.measure_id = \(measure))
              and f.plan_id = any ((select app.counted_plans(\(code), x.plan_id) from app.measure x where x.municipality_code = \(code) and x.measure_id = \(measure))::uuid[])
            """,
        ]
    }

    static func show(_ kind: IssuerKind, _ code: String, _ measure: Identifier, _ id: Identifier) -> Statement {
        """
        \(unsafeSQL: self.selected(kind))
        where f.municipality_code = \(code) and f.follow_up_id = \(id)
          and f.lineage_id = (select x.lineage_id from app.measure x where x.municipality_code = \(code) and x.measure_id = \(measure))
        """
    }

    /// Those of many ids, in their order.
    static func show(_ kind: IssuerKind, _ code: String, _ ids: [Identifier]) -> Statement {
        """
        \(unsafeSQL: self.selected(kind))
        join jsonb_array_elements_text(\(Parameter.json(ids.map(\.text)))::jsonb) with ordinality o (id, place) on o.id::uuid = f.follow_up_id
        where f.municipality_code = \(code) order by o.place
        """
    }

    /// Everything that was ever reported of the measure, in whatever plan.
    static func ofLineage(_ kind: IssuerKind, _ code: String, _ measure: Identifier) -> Statement {
        """
        \(unsafeSQL: self.selected(kind))
        where f.municipality_code = \(code)
          and f.lineage_id = (select x.lineage_id from app.measure x where x.municipality_code = \(code) and x.measure_id = \(measure))
        order by f.period_end, f.recorded_at, f.follow_up_id
        """
    }

    static func create(_ code: String, _ measure: Identifier, _ id: Identifier, party: Identifier?, _ followUp: FollowUp) -> Statement {
        """
        insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, period_start, period_end,
            status, text, reason, quantity, unit, approximate)
        select m.municipality_code, m.plan_id, m.measure_id, m.lineage_id, \(id)::uuid, \(party)::uuid, \(followUp.periodStart)::date,
            \(followUp.periodEnd)::date, \(followUp.status.rawValue)::text, \(followUp.text)::text, \(followUp.reason)::text,
            \(followUp.quantity)::numeric, case when \(followUp.quantity)::numeric is null then \(followUp.unit)::text else coalesce(\(followUp.unit)::text, m.unit) end,
            \(followUp.approximate)::boolean
        from app.measure m where m.municipality_code = \(code) and m.measure_id = \(measure)
        """
    }

    /// One line of a bulk report, as `app.check_follow_ups` and ``createAll(_:_:)`` read it.
    struct Line: Encodable {
        let id: String, measure: String, party: String?, period_start: String, period_end: String, status: String
        let text: String?, reason: String?, quantity: String?, unit: String?, approximate: Bool
    }

    /// Looks at all lines, then writes them.
    static func createAll(_ code: String, _ lines: Parameter) -> [Statement] {
        [
            "select app.check_follow_ups(\(code), \(lines)::jsonb)",
            """
            insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, period_start, period_end,
                status, text, reason, quantity, unit, approximate)
            select m.municipality_code, m.plan_id, m.measure_id, m.lineage_id, r.id, r.party, r.period_start, r.period_end, r.status, r.text, r.reason,
                r.quantity, case when r.quantity is null then r.unit else coalesce(r.unit, m.unit) end, r.approximate
            from jsonb_to_recordset(\(lines)::jsonb) as r (id uuid, measure uuid, party uuid, period_start date, period_end date, status text,
                text text, reason text, quantity numeric, unit text, approximate boolean)
            join app.measure m on m.municipality_code = \(code) and m.measure_id = r.measure
            order by m.plan_id, r.id
            """,
        ]
    }

    /// Speaks for the same party as what it corrects and stands in the same plan, which a revision may have superseded since.
    static func correct(_ code: String, _ measure: Identifier, _ corrected: Identifier, _ id: Identifier, _ followUp: FollowUp) -> Statement {
        """
        insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, corrects_follow_up_id,
            period_start, period_end, status, text, reason, quantity, unit, approximate)
        select f.municipality_code, f.plan_id, f.measure_id, f.lineage_id, \(id)::uuid, f.party_id, f.follow_up_id, \(followUp.periodStart)::date,
            \(followUp.periodEnd)::date, \(followUp.status.rawValue)::text, \(followUp.text)::text, \(followUp.reason)::text,
            \(followUp.quantity)::numeric, case when \(followUp.quantity)::numeric is null then \(followUp.unit)::text else coalesce(\(followUp.unit)::text, f.unit) end,
            \(followUp.approximate)::boolean
        from app.measure m
        join app.follow_up f on f.municipality_code = m.municipality_code and f.lineage_id = m.lineage_id and f.follow_up_id = \(corrected)
        where m.municipality_code = \(code) and m.measure_id = \(measure)
        """
    }
}
