import Postgres

enum MeasureSQL {
    /// Columns of a measure `m` with its status `s`, as ``MeasureJSON`` reads them.
    static let columns = """
        m.measure_id, m.lineage_id, m.text, m.planned_follow_up, m.target, m.schedule, m.notes, coalesce(s.status, 'noInformation'),
        m.area_id, m.cause_id, s.latest_follow_up_id, s.latest_party_id, s.latest_status, s.latest_on, s.latest_text, s.latest_recorded_at,
        coalesce(s.follow_up_count, 0)
        """

    static let withStatus = """
        app.measure m left join app.measure_status s
            on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
        """

    struct Filter: Sendable {
        var plan: Identifier?
        var status: String?
        var party: Identifier?
        var text: String?
    }

    /// The page, how many there are in all, who is responsible for those on the page, and the municipality's parties and
    /// contacts.
    static func list(_ code: String, _ filter: Filter, _ page: Page) -> [Statement] {
        [
            """
            select \(unsafeSQL: self.columns), m.plan_id, p.year, a.title
            \(unsafeSQL: self.joined)
            where m.municipality_code = \(code) and (\(filter.plan)::uuid is null or m.plan_id = \(filter.plan))
              and (\(filter.status)::text is null or coalesce(s.status, 'noInformation') = \(filter.status))
              and (\(filter.party)::uuid is null or exists (select from app.responsibility r where r.municipality_code = m.municipality_code
                and r.plan_id = m.plan_id and r.measure_id = m.measure_id and r.party_id = \(filter.party)))
              and (\(filter.text)::text is null or position(lower(\(filter.text)) in lower(m.text)) > 0)
            order by p.year desc, m.plan_id, a.position, m.position, m.measure_id limit \(page.limit) offset \(page.offset)
            """,
            """
            select count(*) from \(unsafeSQL: self.withStatus)
            where m.municipality_code = \(code) and (\(filter.plan)::uuid is null or m.plan_id = \(filter.plan))
              and (\(filter.status)::text is null or coalesce(s.status, 'noInformation') = \(filter.status))
              and (\(filter.party)::uuid is null or exists (select from app.responsibility r where r.municipality_code = m.municipality_code
                and r.plan_id = m.plan_id and r.measure_id = m.measure_id and r.party_id = \(filter.party)))
              and (\(filter.text)::text is null or position(lower(\(filter.text)) in lower(m.text)) > 0)
            """,
            """
            select r.measure_id, r.party_id, r.contact_id, r.lead from app.responsibility r
            where r.municipality_code = \(code) and (\(filter.plan)::uuid is null or r.plan_id = \(filter.plan))
            order by r.measure_id, r.position
            """,
            "select party_id, name, kind from app.responsible_party where municipality_code = \(code)",
            "select contact_id, name from app.contact where municipality_code = \(code)",
        ]
    }

    private static let joined = """
        from \(withStatus)
        join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
        join app.priority_area a on a.municipality_code = m.municipality_code and a.plan_id = m.plan_id and a.area_id = m.area_id
        """

    static func show(_ code: String, _ id: Identifier) -> [Statement] {
        [
            """
            select \(unsafeSQL: self.columns), m.plan_id, p.year, a.title, p.version, access.municipality() is not null
            \(unsafeSQL: self.joined)
            where m.municipality_code = \(code) and m.measure_id = \(id)
            """,
            """
            select r.measure_id, r.party_id, r.contact_id, r.lead from app.responsibility r
            where r.municipality_code = \(code) and r.measure_id = \(id)
              and r.plan_id = (select m.plan_id from app.measure m where m.municipality_code = \(code) and m.measure_id = \(id))
            order by r.measure_id, r.position
            """,
            "select party_id, name, kind from app.responsible_party where municipality_code = \(code)",
            "select contact_id, name from app.contact where municipality_code = \(code)",
        ]
    }
}
