import Hummingbird
import Postgres

enum DistrictRoutes {
    static let overview = Operation(
        "getDistrictOverview", "A district's overview",
        """
        District readers and the head of that district. Of each municipality the agreement that holds on a day, the \
        plans whose period \
        contains it (adopted, closed, or superseded by one that doesn't), and of their measures how many have which \
        status, how many are the \
        police's, and the last day followed up. Without such a plan it is the last one that has ended, with the days \
        since. The day chooses \
        agreement and plans; statuses are today's. Established documents only.
        """,
        query: [.day("asOf", "The day; today unless said.")], answer: .document(DistrictOverview.shape, tagged: false)
    ) { call in
        let day = call.query.day("asOf")
        var pipeline = Pipeline()
        let shown = DistrictSQL.Shown(call.district, on: day, in: &pipeline)
        let results = try await call.run(.district(call.district), reading: true, pipeline)
        guard let district = results[shown.district].first else { throw Problem.notFound }
        let plans = Dictionary(grouping: results[shown.plans]) { $0["municipality"] ?? "" }
        let parts = DistrictOverview.municipality.layout.ordered([
            // The one that began last stands for those who look at one.
            "actionPlan": { json, row in
                if let plan = plans[row["code"] ?? ""]?.first {
                    DistrictOverview.plan.object(&json, plan)
                } else {
                    json.null()
                }
            },
            "actionPlans": { json, row in DistrictOverview.plan.list(&json, plans[row["code"] ?? ""] ?? []) },
        ])
        return call.answer(capacity: 8_192) { json in
            DistrictOverview.shape.layout.write(
                &json, district,
                DistrictOverview.shape.layout.ordered([
                    "municipalities": { json, _ in
                        json.beginArray()
                        for row in results[shown.municipalities] {
                            json.beginObject()
                            DistrictOverview.municipality.layout.write(&json, row, parts)
                            json.links(self: call.links.href("/municipalities/\(row["code"] ?? "")"))
                            json.endObject()
                        }
                        json.endArray()
                    }
                ]))
            json.links(
                self: call.links.href("/districts/\(call.district)/overview\(day.map { "?asOf=\($0.text)" } ?? "")"))
        }
    }
}
