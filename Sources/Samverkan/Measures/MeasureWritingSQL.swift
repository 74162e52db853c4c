import Postgres

enum MeasureWritingSQL {
    /// Begins an edit of the plan that the measure is in.
    static func beginEdit(_ code: String, _ id: Identifier, expected: Int?, changes: Bool = true) -> Statement {
        """
        select app.begin_edit('plan', \(code), (select plan_id from app.measure where municipality_code = \(code) and measure_id = \(id)),
            \(expected)::integer, \(changes))
        """
    }

    static func create(_ code: String, plan: Identifier, _ id: Identifier, _ values: [Parameter]) -> Statement {
        Statement.insert(into: "app.measure", [("municipality_code", code), ("plan_id", plan), ("measure_id", id)], Measure.fields, values, lastOf: 2)
    }

    /// Under another cause, a measure is in that cause's area; in another area, it is without a cause unless one is named.
    static func change(_ code: String, _ id: Identifier, _ changes: [Parameter?]) -> [Statement] {
        var moves: [Statement] = []
        if let area = changes[0], changes[1] == nil {
            moves = ["update app.measure set cause_id = null where municipality_code = \(code) and measure_id = \(id) and area_id <> \(area)::uuid"]
        }
        if changes[0] == nil, case .text(let cause)? = changes[1] {
            moves = ["""
                update app.measure m set area_id = c.area_id, cause_id = c.cause_id from app.cause c
                where m.municipality_code = \(code) and m.measure_id = \(id) and c.municipality_code = m.municipality_code and c.plan_id = m.plan_id
                    and c.cause_id = \(cause)::uuid
                """]
        }
        return moves + [Statement.update("app.measure", [("municipality_code", code), ("measure_id", id)], Measure.fields, changes, missing: .notFound)]
    }

    /// Puts the plan's measures in order, this one at `position` among those beside it.
    static func arrange(_ code: String, _ id: Identifier, to position: Int?) -> Statement {
        """
        select app.arrange_plan(\(code), (select plan_id from app.measure where municipality_code = \(code) and measure_id = \(id)), \(id),
            \(position)::integer)
        """
    }

    /// Who answers for the measure, instead of those who do.
    static func replaceResponsibilities(_ code: String, _ id: Identifier, _ responsibilities: [Measure.Responsibility]) -> [Statement] {
        [
            self.removeResponsibilities(code, id),
            """
            insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, contact_id, position, lead)
            select m.municipality_code, m.plan_id, m.measure_id, r.party, r.contact, r.position, r.lead
            from app.measure m, jsonb_to_recordset(\(Parameter.json(responsibilities))::jsonb) as r (position integer, party uuid, contact uuid, lead boolean)
            where m.municipality_code = \(code) and m.measure_id = \(id)
            """,
        ]
    }

    /// Who is to be asked about a measure of one of those who answer for it.
    static func changeContact(_ code: String, _ id: Identifier, of party: Identifier?, to contact: Identifier?, expected: Int?) -> [Statement] {
        [
            """
            select app.require_row(count(*)) from app.measure m
            join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
            where m.municipality_code = \(code) and m.measure_id = \(id) and app.is_version(p.version, \(expected)::integer)
            """,
            "select app.change_contact(\(code), \(id), \(party), \(contact)::uuid)",
        ]
    }

    private static func removeResponsibilities(_ code: String, _ id: Identifier) -> Statement {
        """
        delete from app.responsibility where municipality_code = \(code) and measure_id = \(id)
            and plan_id = (select plan_id from app.measure where municipality_code = \(code) and measure_id = \(id))
        """
    }

    static func remove(_ code: String, _ id: Identifier) -> [Statement] {
        [self.removeResponsibilities(code, id), Statement.delete(from: "app.measure", [("municipality_code", code), ("measure_id", id)])]
    }

    /// Keeps why a measure of the revised plan is not in this one, then removes it.
    static func drop(_ code: String, _ id: Identifier, reason: String) -> [Statement] {
        [self.keepDropped(code, [Dropped(measure: id.text, reason: reason)])] + self.remove(code, id)
    }

    struct Dropped: Encodable { let measure: String, reason: String }

    /// For measures that the revised plan has; others are just removed.
    static func keepDropped(_ code: String, _ dropped: [Dropped]) -> Statement {
        """
        insert into app.dropped_measure (municipality_code, plan_id, lineage_id, measure_id, reason)
        select m.municipality_code, m.plan_id, m.lineage_id, o.measure_id, r.reason
        from jsonb_to_recordset(\(Parameter.json(dropped))::jsonb) as r (measure uuid, reason text)
        join app.measure m on m.municipality_code = \(code) and m.measure_id = r.measure
        join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
        join app.measure o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id and o.lineage_id = m.lineage_id
        """
    }

    /// The measure's row in each plan, oldest year first, with what became of it there.
    static func history(_ code: String, _ id: Identifier) -> [Statement] {
        let lineage: Statement = "select lineage_id from app.measure where municipality_code = \(code) and measure_id = \(id)"
        return [
            lineage,
            """
            with lineage as (select x.lineage_id from app.measure x where x.municipality_code = \(code) and x.measure_id = \(id))
            select p.plan_id, p.year, p.period_start, p.period_end, p.state, m.measure_id, coalesce(m.text, o.text), m.planned_follow_up,
                case when m.measure_id is not null then coalesce(s.status, 'noInformation') end, 
                -- What took the plan's place within the year counts its reports on, so that a total stands once.
                case when p.state = 'superseded' and exists (
                    select from app.action_plan n
                    where n.municipality_code = p.municipality_code and n.revises_plan_id = p.plan_id and n.year = p.year and n.state <> 'draft'
                      and p.plan_id = any (app.counted_plans(n.municipality_code, n.plan_id)))
                    then '[]' else coalesce(s.quantities, '[]') end, c.change, c.fields, c.reason
            from app.action_plan p
            join lineage l on true
            left join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id and m.lineage_id = l.lineage_id
            left join app.measure o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id and o.lineage_id = l.lineage_id
            left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
            join lateral (select x.change, x.fields, x.reason from app.plan_changes(p.municipality_code, p.plan_id) x where x.lineage_id = l.lineage_id) c on true
            where p.municipality_code = \(code) and (m.measure_id is not null or o.measure_id is not null)
            order by p.year, p.created_at, p.plan_id
            """,
        ]
    }
}
