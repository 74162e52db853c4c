import Postgres

/// | method and path | who may |
/// |---|---|
/// | POST …/action-plans/{planId}/priority-areas, …/causes | coordinator, while the plan is a draft |
/// | GET …/priority-areas/{areaId}, …/causes/{causeId} | whoever sees the plan |
/// | PATCH, DELETE of them | coordinator, while the plan is a draft |
enum PriorityAreaRoutes {
    static let areas = DocumentPart(
        document: .plan, table: "app.priority_area", column: "area_id", parameter: "areaId", path: "priority-areas", fields: Self.areaFields,
        lists: [Self.problems(of: "area_id")])

    /// `priorityAreaId` moves a cause with its measures to another area.
    static let causes = DocumentPart(
        document: .plan, table: "app.cause", column: "cause_id", parameter: "causeId", path: "causes",
        fields: [Field("priorityAreaId", "area_id", .identifier, required: true)] + Self.causeFields, lists: [Self.problems(of: "cause_id")])

    static let areaFields = [
        Field("title", "title", .text(500), required: true),
        Field("description", "description", .text(20_000)),
        Field("theme", "theme", .choice(Theme.allCases.map(\.rawValue))),
    ]

    static let causeFields = [Field("text", "text", .text(4_000), required: true)]

    /// The problems that an area or a cause answers, of the plan's situational picture.
    private static func problems(of owner: String) -> DocumentPart.List {
        DocumentPart.List(
            name: "problemIds",
            selected: "coalesce(array_to_json(t.problem_ids), '[]')",
            read: { body in body.has("problemIds") ? .json(body.identifiers("problemIds", limit: 100).map(\.text)) : nil },
            add: { code, plan, part, ids in
                """
                insert into app.answered_problem (municipality_code, plan_id, \(unsafeSQL: owner), picture_id, problem_id)
                select distinct p.municipality_code, p.plan_id, \(part)::uuid, p.picture_id, x.id::uuid
                from app.action_plan p, jsonb_array_elements_text(\(ids)::jsonb) x (id)
                where p.municipality_code = \(code) and p.plan_id = \(plan) and not exists (
                    select from app.answered_problem o where o.municipality_code = p.municipality_code and o.plan_id = p.plan_id
                      and o.\(unsafeSQL: owner) = \(part)::uuid and o.problem_id = x.id::uuid)
                """
            },
            take: { code, plan, part, ids in
                """
                delete from app.answered_problem where municipality_code = \(code) and plan_id = \(plan) and \(unsafeSQL: owner) = \(part)
                    and problem_id not in (select jsonb_array_elements_text(\(ids)::jsonb)::uuid)
                """
            })
    }
}
