enum IndicatorRoutes {
    private static let indicators = Resource(
        shape: Indicator.shape, table: "app.indicator", column: "indicator_id", parameter: "indicatorId",
        path: "indicators", document: .plan, related: ["values": "values"])

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
