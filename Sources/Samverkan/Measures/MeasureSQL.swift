import Postgres

/// Measures are read in a few flat range scans that ``MeasureJSON`` puts together: joined, the planner expects one row
/// of each table and nests loops, which costs twice as much in the database.
enum MeasureSQL {
    /// A measure that nobody has reported on has no row.
    static let statuses =
        "select \(Measure.progress.selected), s.measure_id as measure, s.latest_party_id as party from app.measure_status s"

    /// Without the status of each part.
    static let responsibilities = """
        select \(Responsibility.shape.selected), r.measure_id as measure, r.party_id as party, r.contact_id as contact,
            coalesce(r.adopted_contact_id, r.contact_id) as contact_name, r.adopted_name as party_name
        from app.responsibility r
        """

    struct Filter: Sendable {
        var plan: Identifier?
        var status: String?
        var party: Identifier?
        var text: String?
    }

    /// A page of measures, and what ``MeasureJSON`` needs beside it.
    struct Listed {
        let measures: Pipeline.Ticket
        let total: Pipeline.Ticket
        let statuses: Pipeline.Ticket
        let responsibilities: Pipeline.Ticket
        let names: Pipeline.Ticket
        let areas: Pipeline.Ticket
        let plans: Pipeline.Ticket

        /// A text of its own for each set of filters: one with a condition that may be none is planned anew each time.
        /// What stands beside the measures is fetched for those of the page only.
        init(_ code: String, _ filter: Filter, _ page: Page, in pipeline: inout Pipeline) {
            let from = Listed.matching(code, filter)
            let plans = Listed.plans(code, filter, page, from)
            let onPage: Statement = "= any (array\(plans))"
            self.measures = pipeline.add(
                """
                select \(unsafeSQL: Measure.listed.selected), m.plan_id as plan, m.area_id as area,
                    m.cause_id as cause \(from)
                order by m.plan_id desc, m.position, m.measure_id limit \(page.limit) offset \(page.offset)
                """)
            self.total = pipeline.add(
                Listed.counted(filter).map {
                    "select coalesce(sum(\(unsafeSQL: $0)), 0) as total \(Listed.summaries(code, filter))"
                } ?? .count(from))
            self.statuses = pipeline.add(
                "\(unsafeSQL: MeasureSQL.statuses) where s.municipality_code = \(code) and s.plan_id \(onPage)")
            self.responsibilities = pipeline.add(
                """
                \(unsafeSQL: MeasureSQL.responsibilities) where r.municipality_code = \(code) and r.plan_id \(onPage)
                    order by r.measure_id, r.position
                """)
            self.names = pipeline.add(MeasureSQL.names(code, plans: plans))
            self.areas = pipeline.add(
                """
                select a.area_id as id, a.title from app.priority_area a
                where a.municipality_code = \(code) and a.plan_id \(onPage)
                """)
            self.plans = pipeline.add(
                """
                select s.plan_id as id, s.year from app.plan_summary s
                where s.municipality_code = \(code) and s.plan_id \(onPage)
                """)
        }

        /// The plans that the page's measures are in: where the summaries tell, those at which the measures counted
        /// from the newest plan on come to the page's first until they come to its last.
        private static func plans(_ code: String, _ filter: Filter, _ page: Page, _ from: Statement) -> Statement {
            if let plan = filter.plan { return "(select \(plan)::uuid)" }
            guard let counted = Listed.counted(filter) else {
                return """
                    (select distinct q.plan_id from (
                        select m.plan_id \(from) order by m.plan_id desc, m.position, m.measure_id limit \(page.limit)
                            offset \(page.offset)) q)
                    """
            }
            return """
                (select q.plan_id from (
                    select x.plan_id, \(unsafeSQL: counted) as own,
                        sum(\(unsafeSQL: counted)) over (order by x.plan_id desc) as upto
                    \(Listed.summaries(code, filter))) q
                where q.own > 0 and q.upto > \(page.offset) and q.upto - q.own < \(page.offset + page.limit))
                """
        }

        private static func summaries(_ code: String, _ filter: Filter) -> Statement {
            let ofPlan: Statement = if let plan = filter.plan { " and x.plan_id = \(plan)" } else { "" }
            return "from app.plan_summary x where x.municipality_code = \(code)\(ofPlan)"
        }

        /// How many measures of a plan the filter lets through, of its summary `x`; nil when that doesn't tell.
        private static func counted(_ filter: Filter) -> String? {
            if filter.party != nil || filter.text != nil { return nil }
            return filter.status.map { MeasureStatus.counted($0, in: "x") } ?? "x.measures"
        }

        /// The measures that the filter lets through, `m`.
        private static func matching(_ code: String, _ filter: Filter) -> Statement {
            var from: Statement = "from app.measure m"
            if filter.status != nil {
                from = """
                    \(from) left join app.measure_status s on s.municipality_code = m.municipality_code
                        and s.plan_id = m.plan_id
                        and s.measure_id = m.measure_id
                    """
            }
            from = "\(from) where m.municipality_code = \(code)"
            if let plan = filter.plan { from = "\(from) and m.plan_id = \(plan)" }
            if let status = filter.status {
                from = """
                    \(from) and coalesce(s.status, 'noInformation') = \(status) and m.plan_id in (
                        select x.plan_id from app.plan_summary x
                        where x.municipality_code = \(code) and \(unsafeSQL: MeasureStatus.counted(status, in: "x")) > 0)
                    """
            }
            if let party = filter.party {
                from = """
                    \(from) and exists (select from app.responsibility r where r.municipality_code = m.municipality_code
                        and r.plan_id = m.plan_id and r.measure_id = m.measure_id and r.party_id = \(party))
                    """
            }
            if let text = filter.text { from = "\(from) and position(lower(\(text)) in lower(m.text)) > 0" }
            return from
        }
    }

    /// What changes whenever a list of the measures that the caller sees does.
    static func mark(_ code: String) -> Statement {
        """
        select md5(string_agg(s.plan_id || ' ' || s.mark, ' ' order by s.plan_id)) as mark, access.role() as role,
            null as version
        from app.plan_summary s where s.municipality_code = \(code)
        """
    }

    /// The responsible parties and contacts that a plan names, by their ids, fetched once for a whole document and in
    /// one statement. What is adopted has its contacts' names as they were then, under ids of their own.
    ///
    /// - Parameter plan: the plan's id, as an expression.
    static func names(_ code: String, plan: Statement) -> Statement {
        func named(_ column: String) -> Statement {
            """
            ((select s.\(unsafeSQL: column) from app.plan_summary s
                where s.municipality_code = \(code) and s.plan_id = \(plan))::uuid[])
            """
        }
        return self.names(code, parties: named("party_ids"), contacts: named("contact_ids"), plans: "= \(plan)")
    }

    /// Those that several plans name.
    ///
    /// - Parameter plans: a subselect.
    static func names(_ code: String, plans: Statement) -> Statement {
        """
        with named as materialized (
            select s.plan_id, s.party_ids, s.contact_ids from app.plan_summary s
            where s.municipality_code = \(code) and s.plan_id = any (array\(plans)))
        \(self.names(
            code, parties: "(array(select unnest(n.party_ids) from named n))",
            contacts: "(array(select unnest(n.contact_ids) from named n))",
            plans: "= any (array(select n.plan_id from named n))"))
        """
    }

    private static func names(_ code: String, parties: Statement, contacts: Statement, plans: Statement) -> Statement {
        """
        select party_id as id, name, kind from app.responsible_party
            where municipality_code = \(code) and party_id = any \(parties)
        union all select contact_id, name, null from app.contact
            where municipality_code = \(code) and contact_id = any \(contacts)
        union all select adopted_contact_id, name, null from app.adopted_contact
            where municipality_code = \(code) and plan_id \(plans)
        """
    }

    /// A measure by itself, and what ``MeasureJSON`` needs beside it.
    struct Shown {
        let measure: Pipeline.Ticket
        let statuses: Pipeline.Ticket
        let responsibilities: Pipeline.Ticket
        let names: Pipeline.Ticket

        init(_ code: String, _ id: Identifier, in pipeline: inout Pipeline) {
            let plan: Statement =
                "(select x.plan_id from app.measure x where x.municipality_code = \(code) and x.measure_id = \(id))"
            self.measure = pipeline.add(
                """
                select \(unsafeSQL: Measure.shape.selected), \(unsafeSQL: Measure.location.selected), p.version
                from app.measure m
                join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
                join app.priority_area a on a.municipality_code = m.municipality_code and a.plan_id = m.plan_id
                    and a.area_id = m.area_id
                where m.municipality_code = \(code) and m.measure_id = \(id)
                """)
            self.statuses = pipeline.add(
                """
                \(unsafeSQL: MeasureSQL.statuses) where s.municipality_code = \(code) and s.measure_id = \(id)
                    and s.plan_id = \(plan)
                """)
            self.responsibilities = pipeline.add(
                """
                select \(unsafeSQL: Responsibility.reported.selected), r.measure_id as measure, r.party_id as party,
                    r.contact_id as contact,
                    coalesce(r.adopted_contact_id, r.contact_id) as contact_name, r.adopted_name as party_name
                from app.responsibility r
                left join app.responsibility_status s on s.municipality_code = r.municipality_code
                    and s.plan_id = r.plan_id
                    and s.measure_id = r.measure_id and s.party_id = r.party_id
                where r.municipality_code = \(code) and r.measure_id = \(id) and r.plan_id = \(plan)
                order by r.measure_id, r.position
                """)
            self.names = pipeline.add(MeasureSQL.names(code, plan: plan))
        }
    }

    // MARK: Writing

    /// Begins an edit of the plan that the measure is in.
    static func beginEdit(_ code: String, _ id: Identifier, expected: Int?, changes: Bool = true) -> Statement {
        """
        select app.begin_edit('plan', \(code), (select plan_id from app.measure where municipality_code = \(code)
            and measure_id = \(id)),
            \(expected)::integer, \(changes))
        """
    }

    static func create(_ code: String, plan: Identifier, _ id: Identifier, _ content: Content) -> Statement {
        Statement.insert(
            into: "app.measure", [("municipality_code", code), ("plan_id", plan), ("measure_id", id)], content,
            lastOf: 2)
    }

    /// Under another cause, a measure is in that cause's area; in another area, it is without a cause unless one is
    /// named.
    static func change(_ code: String, _ id: Identifier, _ content: Content) -> [Statement] {
        var moves: [Statement] = []
        if let area = content["area_id"], content["cause_id"] == nil {
            moves = [
                "update app.measure set cause_id = null where municipality_code = \(code) and measure_id = \(id) and area_id <> \(area)::uuid"
            ]
        }
        if content["area_id"] == nil, let cause = content.text("cause_id") {
            moves = [
                """
                update app.measure m set area_id = c.area_id, cause_id = c.cause_id from app.cause c
                where m.municipality_code = \(code) and m.measure_id = \(id)
                    and c.municipality_code = m.municipality_code and c.plan_id = m.plan_id
                    and c.cause_id = \(cause)::uuid
                """
            ]
        }
        return moves + [
            Statement.update(
                "app.measure", [("municipality_code", code), ("measure_id", id)], content, missing: .notFound)
        ]
    }

    /// Puts the plan's measures in order, this one at `position` among those beside it.
    static func arrange(_ code: String, _ id: Identifier, to position: Int?) -> Statement {
        """
        select app.arrange_plan(\(code), (select plan_id from app.measure where municipality_code = \(code)
            and measure_id = \(id)), \(id),
            \(position)::integer)
        """
    }

    /// Who answers for the measure, instead of those who do.
    static func replaceResponsibilities(_ code: String, _ id: Identifier, _ responsibilities: Recordset) -> [Statement]
    {
        [
            self.removeResponsibilities(code, id),
            """
            insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, contact_id, position,
                lead)
            select m.municipality_code, m.plan_id, m.measure_id, r.party_id, r.contact_id, r.position, r.lead
            from app.measure m, \(responsibilities.source) where m.municipality_code = \(code) and m.measure_id = \(id)
            """,
        ]
    }

    /// Who is to be asked about a measure of one of those who answer for it.
    static func changeContact(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> [Statement] {
        [
            """
            select app.require_row(count(*)) from app.measure m
            join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
            where m.municipality_code = \(code) and m.measure_id = \(id) and app.is_version(p.version,
                \(expected)::integer)
            """,
            "select app.change_contact(\(code), \(id), \(content["party_id"] ?? .null), \(content["contact_id"] ?? .null)::uuid)",
        ]
    }

    private static func removeResponsibilities(_ code: String, _ id: Identifier) -> Statement {
        """
        delete from app.responsibility where municipality_code = \(code) and measure_id = \(id)
            and plan_id = (select plan_id from app.measure where municipality_code = \(code) and measure_id = \(id))
        """
    }

    static func remove(_ code: String, _ id: Identifier) -> [Statement] {
        [
            self.removeResponsibilities(code, id),
            Statement.delete(from: "app.measure", [("municipality_code", code), ("measure_id", id)]),
        ]
    }

    /// Keeps why a measure of the revised plan is not in this one, then removes it.
    static func drop(_ code: String, _ id: Identifier, reason: String) -> [Statement] {
        var dropped = self.dropped()
        dropped.add([id, reason])
        return [self.keepDropped(code, dropped)] + self.remove(code, id)
    }

    /// Measures that are not taken along, each with its reason.
    static func dropped() -> Recordset { Recordset(["measure": "uuid", "reason": "text"]) }

    /// For measures that the revised plan has; others are just removed.
    static func keepDropped(_ code: String, _ dropped: Recordset) -> Statement {
        """
        insert into app.dropped_measure (municipality_code, plan_id, lineage_id, measure_id, reason)
        select m.municipality_code, m.plan_id, m.lineage_id, o.measure_id, r.reason
        from \(dropped.source)
        join app.measure m on m.municipality_code = \(code) and m.measure_id = r.measure
        join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
        join app.measure o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id
            and o.lineage_id = m.lineage_id
        """
    }
}
