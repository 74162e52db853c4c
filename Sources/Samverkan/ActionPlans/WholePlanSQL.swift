import Postgres

/// Makes the plan's parts those of a whole plan, in one transaction and one version.
struct WholePlanSQL {
    /// What was added, changed and removed of one kind of part.
    private struct Changes {
        var added: [Pipeline.Ticket] = []
        var changed: [Pipeline.Ticket] = []
        var removed: [Pipeline.Ticket] = []
    }

    private var changes = PlanPart.all.map { _ in Changes() }
    let version: Pipeline.Ticket

    init(_ code: String, _ id: Identifier, _ plan: WholePlan, expected: Int?, in pipeline: inout Pipeline) {
        pipeline.add(Document.plan.beginEdit(code, id, expected: expected))
        // Before the plan may stand on another picture.
        pipeline.add(
            """
            delete from app.answered_problem o where o.municipality_code = \(code) and o.plan_id = \(id)
                and not exists (
                select from \(plan.answers.source) where r.area is not distinct from o.area_id
                    and r.cause is not distinct from o.cause_id
                    and r.problem = o.problem_id)
            """)
        pipeline.add(Statement.update("app.action_plan", [("municipality_code", code), ("plan_id", id)], plan.content))
        pipeline.add("set constraints app.priority_area_position deferred")
        var missing = PlanPart.all[0].missing(code, id, plan.kept[0])
        for (part, ids) in zip(PlanPart.all, plan.kept).dropFirst() {
            missing = "\(missing) union all \(part.missing(code, id, ids))"
        }
        pipeline.add("select app.refuse_parts((select jsonb_agg(x.id) from (\(missing)) x))")
        let kept = Parameter.json(plan.kept[PlanPart.Kind.measures.rawValue])
        pipeline.add("select app.require_measures(\(code), \(id), \(kept)::jsonb)")
        pipeline.add(MeasureSQL.keepDropped(code, plan.dropped))
        for (kind, (part, rows)) in zip(PlanPart.all, plan.parts).enumerated() {
            self.changes[kind].added.append(pipeline.add(part.insert(code, id, rows)))
            self.changes[kind].changed.append(pipeline.add(part.update(code, id, rows)))
        }
        // Responsibilities that go, change or come; a lead steps down before another takes over.
        let responsibilities = plan.responsibilities.source
        for statement: Statement in [
            """
            delete from app.responsibility o where o.municipality_code = \(code) and o.plan_id = \(id) and not exists (
                select from \(responsibilities) where r.measure = o.measure_id and r.party_id = o.party_id)
            returning o.measure_id as id
            """,
            """
            update app.responsibility o set lead = false from \(responsibilities)
            where o.municipality_code = \(code) and o.plan_id = \(id) and o.measure_id = r.measure
                and o.party_id = r.party_id and o.lead
                and not r.lead
            returning o.measure_id as id
            """,
            """
            insert into app.responsibility as o (municipality_code, plan_id, measure_id, party_id, contact_id, position,
                lead)
            select \(code), \(id)::uuid, r.measure, r.party_id, r.contact_id, r.position, r.lead
                from \(responsibilities)
            on conflict (municipality_code, plan_id, measure_id, party_id) do update
                set contact_id = excluded.contact_id, position = excluded.position, lead = excluded.lead
                where (o.contact_id, o.position, o.lead) is distinct from (excluded.contact_id, excluded.position,
                    excluded.lead)
            returning o.measure_id as id
            """,
        ] {
            self.changes[PlanPart.Kind.measures.rawValue].changed.append(pipeline.add(statement))
        }
        for (kind, (part, rows)) in zip(PlanPart.all, plan.parts).enumerated().reversed()
        where !plan.leftAlone.contains(kind) {
            self.changes[kind].removed.append(pipeline.add(part.delete(code, id, rows)))
        }
        pipeline.add(
            """
            insert into app.answered_problem (municipality_code, plan_id, area_id, cause_id, picture_id, problem_id)
            select distinct p.municipality_code, p.plan_id, r.area, r.cause, p.picture_id, r.problem
            from app.action_plan p, \(plan.answers.source)
            where p.municipality_code = \(code) and p.plan_id = \(id) and not exists (
                select from app.answered_problem o where o.municipality_code = p.municipality_code
                    and o.plan_id = p.plan_id
                  and o.area_id is not distinct from r.area and o.cause_id is not distinct from r.cause
                      and o.problem_id = r.problem)
            """)
        self.version = pipeline.add(
            "select version from app.action_plan where municipality_code = \(code) and plan_id = \(id)")
    }

    /// The members of ``WholePlan/result``.
    func write(_ json: inout JSONWriter, _ results: PipelineResults) {
        json.field("version", results[self.version].first?.int("version") ?? 0)
        for (part, changes) in zip(PlanPart.all, self.changes) {
            func ids(_ tickets: [Pipeline.Ticket]) -> Set<String> {
                Set(tickets.flatMap { results[$0].compactMap { $0["id"] } })
            }
            func list(_ name: StaticString, _ ids: Set<String>) {
                json.beginArray(name)
                for id in ids.sorted() { json.string(id) }
                json.endArray()
            }
            let (added, removed) = (ids(changes.added), ids(changes.removed))
            json.beginObject(part.name)
            list("added", added)
            list("changed", ids(changes.changed).subtracting(added).subtracting(removed))
            list("removed", removed)
            json.endObject()
        }
    }
}
