import Hummingbird
import Postgres

enum IndicatorRoutes {
    private static let indicators = Resource(
        shape: Indicator.shape, table: "app.indicator", column: "indicator_id", parameter: "indicatorId",
        path: "indicators", document: .plan, related: ["values": "values"])

    static let list = Operation(
        "listIndicators", "Indicators of all plans", "Whoever sees the plans. Newest plan first, in their order there.",
        query: [.identifier("plan", "The plan that they are in.")] + QueryParameter.paging,
        answer: .page(Indicator.listed), sheet: IndicatorSheet.list
    ) { call in
        let (code, page) = (call.code, call.query.page)
        let ofPlan: Statement = if let plan = call.query.identifier("plan") { " and t.plan_id = \(plan)" } else { "" }
        let found: Statement = "where t.municipality_code = \(code)\(ofPlan)"
        var pipeline = Pipeline()
        let rows = pipeline.add(
            """
            select \(unsafeSQL: Indicator.listed.selected) from app.indicator t
            join app.plan_summary y on y.municipality_code = t.municipality_code and y.plan_id = t.plan_id
            left join app.priority_area a on a.municipality_code = t.municipality_code and a.plan_id = t.plan_id
                and a.area_id = t.area_id
            \(found) order by t.plan_id desc, t.position, t.indicator_id limit \(page.limit) offset \(page.offset)
            """)
        let total = pipeline.add(.count("from app.indicator t \(found)"))
        let results = try await call.read(pipeline)
        let path = "/municipalities/\(code)/indicators"
        return call.page(results[rows], results[total], path: path) { json, row in
            Indicator.listed.layout.write(&json, row)
            json.links(
                self: call.links.href(
                    "/municipalities/\(code)/action-plans/\(row["planId"] ?? "")/indicators/\(row["id"] ?? "")"))
        }
    }

    static let create = indicators.create(
        "createIndicator", "Add an indicator", "A coordinator, while the plan is a draft.", refusals: [.documentLocked])
    static let show = indicators.show(
        "getIndicator", "An indicator", "Whoever sees the plan. Its entity tag is the plan's.")
    static let change = indicators.change(
        "changeIndicator", "Change an indicator",
        "A coordinator, while the plan is a draft. If-Match is about the plan's version.", refusals: [.documentLocked])
    static let remove = indicators.remove(
        "deleteIndicator", "Remove an indicator",
        "A coordinator, while the plan is a draft. If-Match is about the plan's version.")
}
