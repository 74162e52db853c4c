import FoundationEssentials
import Postgres

/// A plan written whole: everything that it is to hold, in order. Parts with an id are kept, those without are new, and
/// what is not named goes.
struct WholePlan: Sendable {
    struct Area: Encodable { let id: String, kept: Bool, position: Int, title: String, description: String?, theme: String? }
    struct Cause: Encodable { let id: String, kept: Bool, area: String, position: Int, text: String }
    struct MeasureRow: Encodable {
        let id: String, kept: Bool, area: String, cause: String?, position: Int, text: String, planned_follow_up: String?, target: String?
        let schedule: String?, notes: String?, starts_on: String?, ends_on: String?, quantity: String?, unit: String?
    }
    struct Answer: Encodable { let area: String?, cause: String?, problem: String }

    var changes: [Parameter?] = []
    var areas: [Area] = []
    var causes: [Cause] = []
    var measures: [MeasureRow] = []
    var responsibilities: [Measure.Responsibility] = []
    var answers: [Answer] = []
    var dropped: [MeasureWritingSQL.Dropped] = []
    /// Where in the body each kept id stands.
    private(set) var pointers: [String: String] = [:]

    /// Reads a plan as the API shows it, with `droppedMeasures: [{id, reason}]` beside the areas. What only the service decides
    /// (states, versions, links, what is reported) may be there and is not read.
    init(_ body: inout ObjectReader) {
        body.ignore("id", "status", "adoptedBy", "adoptedOn", "closedOn", "version", "revisesPlanId", "reopeningReason", "warnings", "registrationNumber", "decision", "externalReferences", "_links")
        self.changes = body.values(of: ActionPlanRoutes.fields).map { .some($0) }
        var areas: [(inout WholePlan) -> Void] = []
        var (areaPlace, measurePlace) = (0, 0)
        var plan = self
        _ = body.objects("priorityAreas", required: true, limit: 100) { area -> Void? in
            areaPlace += 1
            let (id, kept) = plan.identity(&area)
            area.ignore("position")
            let title = area.text("title", required: true, limit: 500)
            let description = area.text("description", limit: 20_000)
            let theme = area.choice("theme", of: Theme.self)
            plan.answers += area.identifiers("problemIds", limit: 100).map { Answer(area: id, cause: nil, problem: $0.text) }
            plan.areas.append(Area(id: id, kept: kept, position: areaPlace, title: title ?? "", description: description, theme: theme?.rawValue))
            var causePlace = 0
            _ = area.objects("causes", limit: 200) { cause -> Void? in
                causePlace += 1
                let (causeID, kept) = plan.identity(&cause)
                let text = cause.text("text", required: true)
                plan.answers += cause.identifiers("problemIds", limit: 100).map { Answer(area: nil, cause: causeID, problem: $0.text) }
                plan.causes.append(Cause(id: causeID, kept: kept, area: id, position: causePlace, text: text ?? ""))
                _ = cause.objects("measures", limit: 500) { plan.measure(&$0, area: id, cause: causeID, &measurePlace) }
                return ()
            }
            _ = area.objects("measures", limit: 500) { plan.measure(&$0, area: id, cause: nil, &measurePlace) }
            return ()
        }
        plan.dropped = body.objects("droppedMeasures", limit: 500) { item in
            let id = item.identifier("id", required: true)
            let reason = item.text("reason", required: true)
            if let id, plan.pointers.updateValue(item.pointer + "/id", forKey: id.text) != nil { item.faults.add(item.pointer + "/id", .duplicate, "is kept above, or dropped twice") }
            return id.flatMap { id in reason.map { .init(measure: id.text, reason: $0) } }
        }
        self = plan
    }

    private mutating func measure(_ body: inout ObjectReader, area: String, cause: String?, _ place: inout Int) -> Void? {
        place += 1
        body.ignore("lineageId", "status", "reportedQuantities", "latestFollowUp")
        let (id, kept) = self.identity(&body)
        let values = body.values(of: Measure.contentFields).map { value -> String? in if case .text(let text) = value { text } else { nil } }
        self.responsibilities += Measure.responsibilities(&body, of: id) ?? []
        self.measures.append(MeasureRow(
            id: id, kept: kept, area: area, cause: cause, position: place, text: values[0] ?? "", planned_follow_up: values[1], target: values[2], schedule: values[3],
            notes: values[4], starts_on: values[5], ends_on: values[6], quantity: values[7], unit: values[8]))
        return ()
    }

    /// The id of a part that is kept, or a new one.
    private mutating func identity(_ body: inout ObjectReader) -> (id: String, kept: Bool) {
        guard let id = body.identifier("id") else { return (Identifier.version7().text, false) }
        if self.pointers.updateValue(body.pointer + "/id", forKey: id.text) != nil {
            body.faults.add(body.pointer + "/id", .duplicate, "stands twice")
        }
        return (id.text, true)
    }
}

enum WholePlanSQL {
    /// Which of the results tell what was added, changed and removed: areas, causes, measures.
    struct Results {
        var added: [Int] = []
        var changed: [Int] = []
        var removed: [Int] = []
    }

    /// The plan's parts become those of `plan`, in one transaction and one version.
    static func replace(_ code: String, _ id: Identifier, _ plan: WholePlan, expected: Int?) -> (statements: [Statement], areas: Results, causes: Results, measures: Results) {
        let areas = Parameter.json(plan.areas)
        let causes = Parameter.json(plan.causes)
        let measures = Parameter.json(plan.measures)
        let responsibilities = Parameter.json(plan.responsibilities)
        let answers = Parameter.json(plan.answers)
        let kept = (
            areas: Parameter.json(plan.areas.filter(\.kept).map(\.id)), causes: Parameter.json(plan.causes.filter(\.kept).map(\.id)),
            measures: Parameter.json(plan.measures.filter(\.kept).map(\.id) + plan.dropped.map(\.measure)))
        let statements: [Statement] = [
            Document.plan.beginEdit(code, id, expected: expected),
            // Before the plan may stand on another picture.
            """
            delete from app.answered_problem o where o.municipality_code = \(code) and o.plan_id = \(id) and not exists (
                select from jsonb_to_recordset(\(answers)::jsonb) as r (area uuid, cause uuid, problem uuid)
                where r.area is not distinct from o.area_id and r.cause is not distinct from o.cause_id and r.problem = o.problem_id)
            """,
            Statement.update("app.action_plan", [("municipality_code", code), ("plan_id", id)], ActionPlanRoutes.fields, plan.changes),
            "set constraints app.priority_area_position deferred",
            "select app.require_plan_parts(\(code), \(id), \(kept.areas)::jsonb, \(kept.causes)::jsonb, \(kept.measures)::jsonb)",
            MeasureWritingSQL.keepDropped(code, plan.dropped),
            // 6, 7: areas
            """
            insert into app.priority_area (municipality_code, plan_id, area_id, position, title, description, theme)
            select \(code), \(id)::uuid, r.id, r.position, r.title, r.description, r.theme
            from jsonb_to_recordset(\(areas)::jsonb) as r (id uuid, kept boolean, position integer, title text, description text, theme text)
            where not r.kept returning area_id
            """,
            """
            update app.priority_area a set position = r.position, title = r.title, description = r.description, theme = r.theme
            from jsonb_to_recordset(\(areas)::jsonb) as r (id uuid, kept boolean, position integer, title text, description text, theme text)
            where a.municipality_code = \(code) and a.plan_id = \(id) and a.area_id = r.id
                and (a.position, a.title, a.description, a.theme) is distinct from (r.position, r.title, r.description, r.theme) returning a.area_id
            """,
            // 8, 9: causes
            """
            insert into app.cause (municipality_code, plan_id, cause_id, area_id, position, text)
            select \(code), \(id)::uuid, r.id, r.area, r.position, r.text
            from jsonb_to_recordset(\(causes)::jsonb) as r (id uuid, kept boolean, area uuid, position integer, text text)
            where not r.kept returning cause_id
            """,
            """
            update app.cause c set area_id = r.area, position = r.position, text = r.text
            from jsonb_to_recordset(\(causes)::jsonb) as r (id uuid, kept boolean, area uuid, position integer, text text)
            where c.municipality_code = \(code) and c.plan_id = \(id) and c.cause_id = r.id
                and (c.area_id, c.position, c.text) is distinct from (r.area, r.position, r.text) returning c.cause_id
            """,
            // 10, 11: measures
            """
            insert into app.measure (municipality_code, plan_id, measure_id, area_id, cause_id, position, text, planned_follow_up, target, schedule,
                notes, starts_on, ends_on, quantity, unit)
            select \(code), \(id)::uuid, r.id, r.area, r.cause, r.position, r.text, r.planned_follow_up, r.target, r.schedule, r.notes, r.starts_on,
                r.ends_on, r.quantity, r.unit
            from jsonb_to_recordset(\(measures)::jsonb) as r (id uuid, kept boolean, area uuid, cause uuid, position integer, text text,
                planned_follow_up text, target text, schedule text, notes text, starts_on date, ends_on date, quantity numeric, unit text)
            where not r.kept returning measure_id
            """,
            """
            update app.measure m set area_id = r.area, cause_id = r.cause, position = r.position, text = r.text, planned_follow_up = r.planned_follow_up,
                target = r.target, schedule = r.schedule, notes = r.notes, starts_on = r.starts_on, ends_on = r.ends_on, quantity = r.quantity, unit = r.unit
            from jsonb_to_recordset(\(measures)::jsonb) as r (id uuid, kept boolean, area uuid, cause uuid, position integer, text text,
                planned_follow_up text, target text, schedule text, notes text, starts_on date, ends_on date, quantity numeric, unit text)
            where m.municipality_code = \(code) and m.plan_id = \(id) and m.measure_id = r.id
                and (m.area_id, m.cause_id, m.position, m.text, m.planned_follow_up, m.target, m.schedule, m.notes, m.starts_on, m.ends_on, m.quantity, m.unit)
                    is distinct from (r.area, r.cause, r.position, r.text, r.planned_follow_up, r.target, r.schedule, r.notes, r.starts_on, r.ends_on,
                        r.quantity, r.unit) returning m.measure_id
            """,
            // 12 to 14: responsibilities that go, change or come; a lead steps down before another takes over
            """
            delete from app.responsibility o where o.municipality_code = \(code) and o.plan_id = \(id) and not exists (
                select from jsonb_to_recordset(\(responsibilities)::jsonb) as r (measure uuid, party uuid) where r.measure = o.measure_id and r.party = o.party_id)
            returning o.measure_id
            """,
            """
            update app.responsibility o set lead = false
            from jsonb_to_recordset(\(responsibilities)::jsonb) as r (measure uuid, party uuid, lead boolean)
            where o.municipality_code = \(code) and o.plan_id = \(id) and o.measure_id = r.measure and o.party_id = r.party and o.lead and not r.lead
            returning o.measure_id
            """,
            """
            insert into app.responsibility as o (municipality_code, plan_id, measure_id, party_id, contact_id, position, lead)
            select \(code), \(id)::uuid, r.measure, r.party, r.contact, r.position, r.lead
            from jsonb_to_recordset(\(responsibilities)::jsonb) as r (measure uuid, party uuid, contact uuid, position integer, lead boolean)
            on conflict (municipality_code, plan_id, measure_id, party_id) do update
                set contact_id = excluded.contact_id, position = excluded.position, lead = excluded.lead
                where (o.contact_id, o.position, o.lead) is distinct from (excluded.contact_id, excluded.position, excluded.lead)
            returning o.measure_id
            """,
            // 15 to 17: what is not named goes
            """
            delete from app.measure m where m.municipality_code = \(code) and m.plan_id = \(id)
                and m.measure_id not in (select r.id from jsonb_to_recordset(\(measures)::jsonb) as r (id uuid)) returning m.measure_id
            """,
            """
            delete from app.cause c where c.municipality_code = \(code) and c.plan_id = \(id)
                and c.cause_id not in (select r.id from jsonb_to_recordset(\(causes)::jsonb) as r (id uuid)) returning c.cause_id
            """,
            """
            delete from app.priority_area a where a.municipality_code = \(code) and a.plan_id = \(id)
                and a.area_id not in (select r.id from jsonb_to_recordset(\(areas)::jsonb) as r (id uuid)) returning a.area_id
            """,
            """
            insert into app.answered_problem (municipality_code, plan_id, area_id, cause_id, picture_id, problem_id)
            select distinct p.municipality_code, p.plan_id, r.area, r.cause, p.picture_id, r.problem
            from app.action_plan p, jsonb_to_recordset(\(answers)::jsonb) as r (area uuid, cause uuid, problem uuid)
            where p.municipality_code = \(code) and p.plan_id = \(id) and not exists (
                select from app.answered_problem o where o.municipality_code = p.municipality_code and o.plan_id = p.plan_id
                  and o.area_id is not distinct from r.area and o.cause_id is not distinct from r.cause and o.problem_id = r.problem)
            """,
            // 19
            "select version from app.action_plan where municipality_code = \(code) and plan_id = \(id)",
        ]
        return (
            statements, Results(added: [6], changed: [7], removed: [17]), Results(added: [8], changed: [9], removed: [16]),
            Results(added: [10], changed: [11, 12, 13, 14], removed: [15]))
    }
}
