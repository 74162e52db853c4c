import Postgres

enum PriorityAreaRoutes {
    private static let areas = Resource(
        shape: PriorityArea.shape, table: "app.priority_area", column: "area_id", parameter: "areaId",
        path: "priority-areas", document: .plan,
        isOrdered: true, links: [problems(of: "area_id")])

    static let create = areas.create(
        "createPriorityArea", "Add a priority area", "A coordinator, while the plan is a draft.",
        refusals: [.documentLocked, .problemOfOtherPicture])
    static let show = areas.show(
        "getPriorityArea", "A priority area", "Whoever sees the plan. Its entity tag is the plan's.")
    static let change = areas.change(
        "changePriorityArea", "Change a priority area",
        "A coordinator, while the plan is a draft. If-Match is about the plan's version.",
        refusals: [.documentLocked, .problemOfOtherPicture])
    static let remove = areas.remove(
        "deletePriorityArea", "Remove a priority area",
        "A coordinator, while the plan is a draft. If-Match is about the plan's version. One that has causes or measures stays."
    )

    private static let causes = Resource(
        shape: Cause.shape, table: "app.cause", column: "cause_id", parameter: "causeId", path: "causes",
        document: .plan, isOrdered: true,
        links: [problems(of: "cause_id")])

    static let createCause = causes.create(
        "createCause", "Add a cause", "A coordinator, while the plan is a draft.",
        refusals: [.documentLocked, .problemOfOtherPicture])
    static let showCause = causes.show("getCause", "A cause", "Whoever sees the plan. Its entity tag is the plan's.")
    static let changeCause = causes.change(
        "changeCause", "Change a cause",
        "A coordinator, while the plan is a draft. If-Match is about the plan's version.",
        refusals: [.documentLocked, .problemOfOtherPicture])
    static let removeCause = causes.remove(
        "deleteCause", "Remove a cause",
        "A coordinator, while the plan is a draft. If-Match is about the plan's version. One that has measures stays.")

    /// The problems that an area or a cause answers, of the plan's situational picture.
    private static func problems(of owner: String) -> Resource.Link {
        Resource.Link(
            name: "problemIds",
            remove: { part, problems in
                """
                delete from app.answered_problem where municipality_code = \(part.code) and plan_id = \(part.document)
                    and \(unsafeSQL: owner) = \(part.id) and problem_id not in (select r.id from \(problems.source))
                """
            },
            add: { part, problems in
                """
                insert into app.answered_problem (municipality_code, plan_id, \(unsafeSQL: owner), picture_id,
                    problem_id)
                select distinct p.municipality_code, p.plan_id, \(part.id)::uuid, p.picture_id, r.id
                from app.action_plan p, \(problems.source)
                where p.municipality_code = \(part.code) and p.plan_id = \(part.document) and not exists (
                    select from app.answered_problem o where o.municipality_code = p.municipality_code
                        and o.plan_id = p.plan_id
                      and o.\(unsafeSQL: owner) = \(part.id)::uuid and o.problem_id = r.id)
                """
            })
    }
}
