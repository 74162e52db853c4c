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
        let rows = results[shown.municipalities]
        let (code, plan, counts) = (rows.column("code"), rows.column("id"), rows.column("measures"))
        // Of one municipality after each other, a row for each plan; one without plans has a row without.
        let municipalities = rows.reduce(into: [[Row]]()) { municipalities, row in
            if municipalities.last?[0][code] == row[code] {
                municipalities[municipalities.count - 1].append(row)
            } else {
                municipalities.append([row])
            }
        }
        func object(_ json: inout JSONWriter, _ row: Row) {
            json.beginObject()
            DistrictOverview.plan.layout.write(&json, row, from: plan)
            json.endObject()
        }
        return call.answer(capacity: 8_192) { json in
            DistrictOverview.shape.layout.write(
                &json, district,
                DistrictOverview.shape.layout.ordered([
                    "municipalities": { json, _ in
                        json.beginArray()
                        for rows in municipalities {
                            let plans = rows.filter { !$0.isNull(plan) }
                            let parts = DistrictOverview.municipality.layout.ordered([
                                // The one that began last stands for those who look at one.
                                "actionPlan": { json, _ in
                                    if let first = plans.first { object(&json, first) } else { json.null() }
                                },
                                "actionPlans": { json, _ in
                                    json.beginArray()
                                    for plan in plans { object(&json, plan) }
                                    json.endArray()
                                },
                                "measures": { json, _ in
                                    DistrictOverview.write(&json, measuresOf: plans, from: counts)
                                },
                            ])
                            json.beginObject()
                            DistrictOverview.municipality.layout.write(&json, rows[0], parts)
                            json.links(self: call.links.href("/municipalities/\(rows[0][code] ?? "")"))
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
