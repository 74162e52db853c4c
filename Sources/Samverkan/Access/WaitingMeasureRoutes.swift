import Hummingbird
import Postgres

enum WaitingMeasureRoutes {
    static let list = Operation(
        "listWaitingMeasures", "What waits for a report of the caller",
        """
        Everyone with a grant. In adopted plans whose period has begun, until they are closed, of all municipalities of \
        the caller's grants: for a coordinator every responsible party of a measure, for a contributor its own, for \
        municipal police officers and the head of a district the police. Where the plan has reporting rounds, a part waits \
        once for each that has begun to be answered, asks about the measure's days and has no answer, unless it is done or \
        cancelled; else as long as what was last reported is nothing, notStarted or ongoing, of the part and of the \
        measure as a whole. What is due first stands first. Empty for other roles.
        """,
        query: [
            .init(name: "municipality", kind: .municipality, sentence: "The municipality, by its code."),
            .identifier("party", "The responsible party."),
            .identifier("area", "The priority area."),
            .day("asOf", "The day on which the plans have begun; today unless said."),
        ] + QueryParameter.paging, answer: .page(WaitingMeasure.shape)
    ) { call in
        let (query, page) = (call.query, call.query.page)
        let filter = WaitingMeasureSQL.Filter(
            municipality: query["municipality"], party: query.identifier("party"), area: query.identifier("area"),
            day: query.day("asOf"))
        var asking = Pipeline()
        let grants = asking.add(WaitingMeasureSQL.grants)
        let scopes = Self.scopes(try await call.run(.caller, reading: true, asking)[grants], filter)
        // Most have one. Of each no more is read than could be on the page.
        var (rows, total): ([Row], Int) = ([], 0)
        for scope in scopes {
            var pipeline = Pipeline()
            let waiting = pipeline.add(WaitingMeasureSQL.waiting(filter, in: scope, limit: page.offset + page.limit))
            let results = try await call.run(scope, reading: true, pipeline)
            rows += results[waiting]
            total += results[waiting].first?.int("total") ?? 0
        }
        if scopes.count > 1 {
            // Each scope's own are in order already, and stay so.
            rows = rows.enumerated().sorted {
                ($0.element["dueOn"] ?? "", $0.offset) < ($1.element["dueOn"] ?? "", $1.offset)
            }.map(\.element)
        }
        return call.page(rows.dropFirst(page.offset).prefix(page.limit), total: total, path: "/me/measures") {
            json, row in
            let municipality = call.links.href("/municipalities/\(row["municipalityCode"] ?? "")")
            let measure = "\(municipality)/measures/\(row["measureId"] ?? "")"
            WaitingMeasure.shape.layout.write(&json, row)
            json.links(self: measure) { json in
                json.link("followUps", rel: "related", href: "\(measure)/follow-ups")
                json.link("actionPlan", rel: "up", href: "\(municipality)/action-plans/\(row["planId"] ?? "")")
            }
        }
    }

    /// Where the caller's grants let it report. The head of a district sees what its officers see.
    private static func scopes(_ grants: QueryResult, _ filter: WaitingMeasureSQL.Filter) -> [Database.Scope] {
        let heads = grants.compactMap { $0["district_code"] }.map(Database.Scope.district)
        if !heads.isEmpty { return heads }
        return grants.compactMap { $0["municipality_code"] }
            .filter { filter.municipality == nil || filter.municipality == $0 }.map(Database.Scope.municipality)
    }
}
