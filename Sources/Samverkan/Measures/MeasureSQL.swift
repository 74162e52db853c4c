import Postgres

/// Measures are read in a few flat range scans that ``MeasureJSON`` puts together: joined, the planner expects one row of
/// each table and nests loops, which costs twice as much in the database.
enum MeasureSQL {
    /// Columns of a measure `m`, as ``MeasureJSON`` reads them.
    static let columns = """
        m.measure_id, m.lineage_id, m.text, m.planned_follow_up, m.target, m.schedule, m.notes, m.area_id, m.cause_id, m.plan_id,
            m.starts_on, m.ends_on, m.quantity, m.unit
        """

    /// Columns of a measure's status; a measure that nobody has reported on has none.
    static let statusColumns = """
        measure_id, status, latest_follow_up_id, latest_party_id, latest_status, latest_on, latest_text, latest_recorded_at, follow_up_count,
            quantities
        """

    struct Filter: Sendable {
        var plan: Identifier?
        var status: String?
        var party: Identifier?
        var text: String?
    }

    /// The page, how many there are in all, then what ``MeasureJSON`` needs of the municipality or of the plan: statuses,
    /// responsibilities, names, areas and plans.
    static func list(_ code: String, _ filter: Filter, _ page: Page) -> [Statement] {
        [
            """
            select \(unsafeSQL: self.columns) from app.measure m
            \(unsafeSQL: self.join(filter))
            where m.municipality_code = \(code) and (\(filter.plan)::uuid is null or m.plan_id = \(filter.plan))
              and (\(filter.status)::text is null or \(unsafeSQL: self.status(filter)) = \(filter.status))
              and (\(filter.party)::uuid is null or exists (select from app.responsibility r where r.municipality_code = m.municipality_code
                and r.plan_id = m.plan_id and r.measure_id = m.measure_id and r.party_id = \(filter.party)))
              and (\(filter.text)::text is null or position(lower(\(filter.text)) in lower(m.text)) > 0)
            order by m.plan_id desc, m.position, m.measure_id limit \(page.limit) offset \(page.offset)
            """,
            """
            select count(*) from app.measure m
            \(unsafeSQL: self.join(filter))
            where m.municipality_code = \(code) and (\(filter.plan)::uuid is null or m.plan_id = \(filter.plan))
              and (\(filter.status)::text is null or \(unsafeSQL: self.status(filter)) = \(filter.status))
              and (\(filter.party)::uuid is null or exists (select from app.responsibility r where r.municipality_code = m.municipality_code
                and r.plan_id = m.plan_id and r.measure_id = m.measure_id and r.party_id = \(filter.party)))
              and (\(filter.text)::text is null or position(lower(\(filter.text)) in lower(m.text)) > 0)
            """,
            """
            select \(unsafeSQL: self.statusColumns) from app.measure_status
            where municipality_code = \(code) and (\(filter.plan)::uuid is null or plan_id = \(filter.plan))
            """,
            """
            select measure_id, party_id, contact_id, lead, null, coalesce(adopted_contact_id, contact_id) from app.responsibility
            where municipality_code = \(code) and (\(filter.plan)::uuid is null or plan_id = \(filter.plan))
            order by measure_id, position
            """,
            self.names(code, plan: filter.plan),
            """
            select area_id, title from app.priority_area
            where municipality_code = \(code) and (\(filter.plan)::uuid is null or plan_id = \(filter.plan))
            """,
            "select plan_id, year from app.action_plan where municipality_code = \(code)",
        ]
    }

    /// Only a filter on status needs the join.
    private static func join(_ filter: Filter) -> String {
        filter.status == nil ? "" : """
            left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
            """
    }

    private static func status(_ filter: Filter) -> String {
        filter.status == nil ? "null" : "coalesce(s.status, 'noInformation')"
    }

    /// The municipality's responsible parties and contacts by their ids, fetched once for a whole document and in one
    /// statement: each statement asks for the context anew. What is adopted has its contacts' names as they were then, under
    /// ids of their own; of one plan, or of all.
    static func names(_ code: String, plan: Identifier?) -> Statement {
        // A text of its own for each: one with a condition that may be none is planned anew each time.
        let ofPlan: Statement = if let plan { " and plan_id = \(plan)" } else { "" }
        return """
            select party_id, name, kind from app.responsible_party where municipality_code = \(code)
            union all select contact_id, name, null from app.contact where municipality_code = \(code)
            union all select adopted_contact_id, name, null from app.adopted_contact where municipality_code = \(code)\(ofPlan)
            """
    }

    static func show(_ code: String, _ id: Identifier) -> [Statement] {
        let plan = "(select x.plan_id from app.measure x where x.municipality_code = "
        return [
            """
            select \(unsafeSQL: self.columns), p.version, access.municipality() is not null
            from app.measure m join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
            where m.municipality_code = \(code) and m.measure_id = \(id)
            """,
            """
            select \(unsafeSQL: self.statusColumns) from app.measure_status
            where municipality_code = \(code) and measure_id = \(id) and plan_id = \(unsafeSQL: plan)\(code) and x.measure_id = \(id))
            """,
            """
            select r.measure_id, r.party_id, r.contact_id, r.lead, coalesce(s.status, 'noInformation'), coalesce(r.adopted_contact_id, r.contact_id)
            from app.responsibility r
            left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
                and s.measure_id = r.measure_id and s.party_id = r.party_id
            where r.municipality_code = \(code) and r.measure_id = \(id) and r.plan_id = \(unsafeSQL: plan)\(code) and x.measure_id = \(id))
            order by r.measure_id, r.position
            """,
            self.names(code, plan: nil),
            """
            select area_id, title from app.priority_area
            where municipality_code = \(code) and plan_id = \(unsafeSQL: plan)\(code) and x.measure_id = \(id))
            """,
            "select plan_id, year from app.action_plan where municipality_code = \(code)",
        ]
    }
}
