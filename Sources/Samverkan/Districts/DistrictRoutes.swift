import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /districts/{districtCode}/overview | district reader and head of that district |
enum DistrictRoutes {
    /// Every municipality of the district: the agreement that holds on the day that is asked for (`asOf`, today unless said), the
    /// plans whose period contains it, and of their measures how many have which status, how many are the police's, and the last
    /// day followed up. Without such a plan it is the last one that has `ended`, with the `daysWithoutPlan` since. The day
    /// chooses agreement and plans; statuses are today's. Established documents only.
    static func overview(_ call: Call) async throws -> Response {
        let query = try call.query("asOf")
        let day = try Call.day(query, "asOf")
        let district = try call.districtCode()
        let results = try await call.run(.district(district), reading: true, DistrictSQL.overview(district, on: day))
        guard let head = results[0].first else { throw Call.notFound }
        let plans = Dictionary(grouping: results[2]) { $0[0] ?? "" }
        var counts: [String: [(status: String, measures: Int)]] = [:]
        for row in results[3] { counts[row[0] ?? "", default: []].append((row[1] ?? "", row.int(2) ?? 0)) }
        var json = JSONWriter(capacity: 8_192)
        json.beginObject()
        json.beginObject("policeDistrict")
        json.field("code", head, 0)
        json.field("name", head, 1)
        json.field("regionName", head, 2)
        json.endObject()
        json.field("asOf", head, 3)
        json.beginArray("municipalities")
        for row in results[1] {
            json.beginObject()
            json.field("code", row, 0)
            json.field("name", row, 1)
            json.key("agreement")
            if row.isNull(2) {
                json.null()
            } else {
                json.beginObject()
                json.field("id", row, 2)
                json.field("title", row, 3)
                json.beginObject("period")
                json.field("start", row, 4)
                json.field("end", row, 5)
                json.endObject()
                json.field("effectiveEnd", row, 6)
                json.endObject()
            }
            let chosen = plans[row[0] ?? ""] ?? []
            // The one that began last stands for those who look at one.
            json.key("actionPlan")
            if let plan = chosen.first { Self.plan(&json, plan) } else { json.null() }
            json.beginArray("actionPlans")
            for plan in chosen { Self.plan(&json, plan) }
            json.endArray()
            let reported = counts[row[0] ?? ""] ?? []
            json.beginObject("measures")
            json.field("total", reported.reduce(0) { $0 + $1.measures })
            json.rawField("policeResponsible", row, 7)
            json.beginObject("byStatus")
            for status in MeasureStatus.allCases {
                json.field(status.jsonName, reported.first { $0.status == status.rawValue }?.measures ?? 0)
            }
            json.endObject()
            json.endObject()
            json.field("lastFollowUpOn", row, 8)
            json.endObject()
        }
        json.endArray()
        json.links(self: call.links.href("/districts/\(district)/overview\(day.map { "?asOf=\($0.text)" } ?? "")"))
        json.endObject()
        return call.json(json.finish())
    }

    private static func plan(_ json: inout JSONWriter, _ row: Row) {
        json.beginObject()
        json.field("id", row, 1)
        json.rawField("year", row, 2)
        json.beginObject("period")
        json.field("start", row, 3)
        json.field("end", row, 4)
        json.endObject()
        json.field("status", row, 5)
        json.boolField("ended", row, 6)
        if !row.isNull(7) { json.rawField("daysWithoutPlan", row, 7) }
        json.endObject()
    }
}

extension MeasureStatus {
    fileprivate var jsonName: StaticString {
        switch self {
        case .notStarted: "notStarted"
        case .ongoing: "ongoing"
        case .done: "done"
        case .partlyDone: "partlyDone"
        case .notDone: "notDone"
        case .cancelled: "cancelled"
        case .noInformation: "noInformation"
        }
    }
}
