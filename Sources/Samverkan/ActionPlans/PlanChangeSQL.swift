import Postgres

enum PlanChangeSQL {
    /// The plan that a plan revises, and what became of each measure.
    struct Shown {
        let plan: Pipeline.Ticket
        let changes: Pipeline.Ticket

        init(_ code: String, _ plan: Identifier, in pipeline: inout Pipeline) {
            self.plan = pipeline.add(
                """
                select \(unsafeSQL: PlanChange.document.selected) from app.action_plan p
                    where p.municipality_code = \(code) and p.plan_id = \(plan)
                """)
            self.changes = pipeline.add(
                """
                select \(unsafeSQL: PlanChange.shape.selected), c.change from app.plan_changes(\(code), \(plan)) c
                    order by c.place, c.lineage_id
                """)
        }
    }

    /// A measure's lineage, its row in each plan, oldest year first, with what became of it there, and all follow-ups.
    struct History {
        let lineage: Pipeline.Ticket
        let plans: Pipeline.Ticket
        let followUps: Pipeline.Ticket

        init(_ kind: IssuerKind, _ code: String, _ measure: Identifier, in pipeline: inout Pipeline) {
            self.lineage = pipeline.add(
                """
                select \(unsafeSQL: PlanChange.history.selected) from app.measure m where m.municipality_code = \(code)
                    and m.measure_id = \(measure)
                """)
            self.plans = pipeline.add(
                """
                with lineage as (select x.lineage_id from app.measure x where x.municipality_code = \(code)
                    and x.measure_id = \(measure))
                select \(unsafeSQL: PlanChange.year.selected)
                from app.action_plan p
                join lineage l on true
                left join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id
                    and m.lineage_id = l.lineage_id
                left join app.measure o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id
                    and o.lineage_id = l.lineage_id
                left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id
                    and s.measure_id = m.measure_id
                join lateral (
                    select x.change, x.fields, x.reason from app.plan_changes(p.municipality_code, p.plan_id) x
                        where x.lineage_id = l.lineage_id
                ) c on true
                where p.municipality_code = \(code) and (m.measure_id is not null or o.measure_id is not null)
                order by p.year, p.created_at, p.plan_id
                """)
            self.followUps = pipeline.add(FollowUpSQL.ofLineage(kind, code, measure))
        }
    }
}
