import Postgres

enum ActionPlanSQL {
    static func list(_ code: String, registrationNumber number: String?, _ page: Page) -> (
        rows: Statement, total: Statement
    ) {
        let filter: Statement = if let number { "and p.registration_number = \(number)" } else { "" }
        let from: Statement = "from app.action_plan p where p.municipality_code = \(code) \(filter)"
        return (
            """
            select \(unsafeSQL: ActionPlan.head.selected) \(from) order by p.year desc,
                p.plan_id limit \(page.limit) offset \(page.offset)
            """,
            .count(from)
        )
    }

    /// The whole plan in a few flat range scans on (municipality, plan); ``ActionPlanRoutes`` puts them together.
    struct Shown {
        let plan: Pipeline.Ticket
        let areas: Pipeline.Ticket
        let causes: Pipeline.Ticket
        let measures: Pipeline.Ticket
        let statuses: Pipeline.Ticket
        let responsibilities: Pipeline.Ticket
        let names: Pipeline.Ticket

        /// - Parameter adopting: what the plan stands on is looked at for its warnings, as it is for a draft.
        init(_ code: String, _ id: Identifier, adopting: Bool = false, in pipeline: inout Pipeline) {
            self.plan = pipeline.add(
                """
                select \(unsafeSQL: ActionPlan.shape.selected),
                    case when p.state = 'superseded' then (
                        select n.plan_id from app.action_plan n
                        where n.municipality_code = p.municipality_code and n.revises_plan_id = p.plan_id
                            and n.year = p.year
                          and n.state in ('adopted', 'closed', 'superseded')) end as successor,
                    case when p.state = 'draft'\(unsafeSQL: adopting ? " or p.state = 'adopted'" : "")
                        then app.plan_warnings(p.municipality_code, p.plan_id) end as warnings,
                    access.municipality() is not null as is_inside,
                    case when p.is_answered or p.state = 'draft'
                        then app.proposal_acts('plan', p.state, null, app.plan_approvers(p.municipality_code, p.plan_id),
                            case when p.is_exchanged then coalesce(p.returned_by, 'municipality') end)
                        else app.permitted_acts('plan', p.state) end as acts
                from app.action_plan p where p.municipality_code = \(code) and p.plan_id = \(id)
                """)
            self.areas = pipeline.add(
                """
                select \(unsafeSQL: PriorityArea.inPlan.selected) from app.priority_area t
                where t.municipality_code = \(code) and t.plan_id = \(id) order by t.position
                """)
            self.causes = pipeline.add(
                """
                select \(unsafeSQL: Cause.inPlan.selected), t.area_id as area from app.cause t
                where t.municipality_code = \(code) and t.plan_id = \(id) order by t.position
                """)
            self.measures = pipeline.add(
                """
                select \(unsafeSQL: Measure.inPlan.selected), m.area_id as area, m.cause_id as cause from app.measure m
                where m.municipality_code = \(code) and m.plan_id = \(id) order by m.position
                """)
            self.statuses = pipeline.add(
                "\(unsafeSQL: MeasureSQL.statuses) where s.municipality_code = \(code) and s.plan_id = \(id)")
            self.responsibilities = pipeline.add(
                """
                \(unsafeSQL: MeasureSQL.responsibilities) where r.municipality_code = \(code) and r.plan_id = \(id)
                order by r.measure_id, r.position
                """)
            self.names = pipeline.add(MeasureSQL.names(code, plan: "\(id)::uuid"))
        }
    }

    /// What changes whenever the plan as it is shown does. Of a draft, and of what waits for an answer, warnings and
    /// links depend on more than the plan.
    static func mark(_ code: String, _ id: Identifier) -> Statement {
        """
        select s.version, s.mark, access.role() as role from app.plan_summary s
        where s.municipality_code = \(code) and s.plan_id = \(id)
            and s.state in ('adopted', 'closed', 'superseded') and not s.is_answered
        """
    }

    static func create(_ code: String, _ id: Identifier, _ content: Content) -> Statement {
        Statement.insert(into: "app.action_plan", [("municipality_code", code), ("plan_id", id)], content)
    }

    static func change(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> Statement {
        Statement.update(
            "app.action_plan", [("municipality_code", code), ("plan_id", id)], content, versioned: true,
            expected: expected, missing: .forbidden)
    }

    static func adopt(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> Statement {
        Document.plan.act(
            "adoption", code, id, expected: expected,
            set: """
                state = 'adopted', adopted_by = \(content["adoptedBy"] ?? .null),
                adopted_on = coalesce(\(content["adoptedOn"] ?? .null)::date, app.today())
                """)
    }

    static func propose(_ code: String, _ id: Identifier, expected: Int?) -> Statement {
        Document.plan.act("proposal", code, id, expected: expected, set: "state = 'proposed'")
    }

    static func close(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> Statement {
        Document.plan.act(
            "closing", code, id, expected: expected,
            set: "state = 'closed', closed_on = coalesce(\(content["closedOn"] ?? .null)::date, app.today())")
    }

    static func reopen(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> Statement {
        Document.plan.act(
            "reopening", code, id, expected: expected,
            set: "state = 'adopted', closed_on = null, reopening_reason = \(content["reason"] ?? .null)")
    }

    static func revise(_ code: String, _ id: Identifier, into new: Identifier, _ content: Content) -> Statement {
        """
        select app.revise_plan(\(code), \(id), \(new), r.year, r.period_start, r.period_end, r.agreement_id,
            r.picture_id)
        from \(content.row)
        """
    }
}
