import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /districts/{districtCode}/overview | district reader and head of that district |
enum DistrictRoutes {
    /// Every municipality of the district: its current agreement, the plan of the year, measures by status, those where the
    /// police are responsible, and the last day followed up. Established documents only.
    static func overview(_ call: Call) async throws -> Response {
        _ = try call.query()
        let district = try call.districtCode()
        let results = try await call.run(.district(district), reading: true, DistrictSQL.overview(district))
        guard let head = results[0].first else { throw Call.notFound }
        var counts: [String: [(status: String, measures: Int)]] = [:]
        for row in results[2] { counts[row[0] ?? "", default: []].append((row[1] ?? "", row.int(2) ?? 0)) }
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
            json.key("actionPlan")
            if row.isNull(7) {
                json.null()
            } else {
                json.beginObject()
                json.field("id", row, 7)
                json.rawField("year", row, 8)
                json.endObject()
            }
            let reported = counts[row[0] ?? ""] ?? []
            json.beginObject("measures")
            json.field("total", reported.reduce(0) { $0 + $1.measures })
            json.rawField("policeResponsible", row, 9)
            json.beginObject("byStatus")
            for status in MeasureStatus.allCases {
                json.field(status.jsonName, reported.first { $0.status == status.rawValue }?.measures ?? 0)
            }
            json.endObject()
            json.endObject()
            json.field("lastFollowUpOn", row, 10)
            json.endObject()
        }
        json.endArray()
        json.links(self: call.links.href("/districts/\(district)/overview"))
        json.endObject()
        return call.json(json.finish())
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
