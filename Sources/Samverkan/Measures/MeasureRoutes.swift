import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/measures | every role of the municipality; police of the district, in adopted plans |
/// | GET /municipalities/{municipalityCode}/measures/{measureId} | the same |
enum MeasureRoutes {
    /// Measures of all plans, newest plan first; `plan`, `status`, `party` and `q` (part of the text, any case) narrow it.
    static func list(_ call: Call) async throws -> Response {
        let code = try call.municipalityCode()
        let query = try call.query("plan", "status", "party", "q", "page", "limit")
        let page = try Page(query)
        var filter = MeasureSQL.Filter()
        filter.plan = try Call.identifier(query, "plan")
        filter.party = try Call.identifier(query, "party")
        if let status = query["status"] {
            guard MeasureStatus(rawValue: status) != nil else {
                throw Problem(.invalidParameter, "The query parameter «status» must be one of \(MeasureStatus.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            filter.status = status
        }
        if let text = query["q"] {
            guard (1...200).contains(text.count) else { throw Problem(.invalidParameter, "The query parameter «q» must have from 1 to 200 characters.") }
            filter.text = text
        }
        let results = try await call.read(municipality: code, MeasureSQL.list(code, filter, page))
        let writer = MeasureJSON(statuses: results[2], responsibilities: results[3], names: results[4])
        let places = Places(areas: results[5], plans: results[6])
        let path = "/municipalities/\(code)/measures"
        return call.list(results[0], page: page, total: results[1].first?.int(0) ?? 0, path: path, query: query) { json, row in
            writer.write(&json, row)
            places.write(&json, row)
        }
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("measureId")
        return try Self.document(call, code, id, try await call.read(municipality: code, MeasureSQL.show(code, id))[...])
    }

    /// Out of ``MeasureSQL/show(_:_:)``'s results.
    static func document(_ call: Call, _ code: String, _ id: Identifier, _ slice: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok) throws -> Response {
        let results = Array(slice)
        guard let row = results[0].first else { throw Call.notFound }
        let writer = MeasureJSON(statuses: results[1], responsibilities: results[2], names: results[3])
        var json = JSONWriter()
        json.beginObject()
        writer.write(&json, row)
        Places(areas: results[4], plans: results[5]).write(&json, row)
        let path = "/municipalities/\(code)/measures"
        json.links(self: call.links.href("\(path)/\(id.text)")) { json in
            json.link("collection", rel: "collection", href: call.links.href(path))
            json.link("followUps", rel: "related", href: call.links.href("\(path)/\(id.text)/follow-ups"))
            json.link("history", rel: "version-history", href: call.links.href("\(path)/\(id.text)/history"))
            json.link("actionPlan", rel: "up", href: call.links.href("/municipalities/\(code)/action-plans/\(row[9] ?? "")"))
        }
        json.endObject()
        return call.json(json.finish(), status: status, version: row.int(14) ?? 0,
            location: status == .created ? call.links.href("\(path)/\(id.text)") : nil)
    }

    /// Where measures stand: their areas and plans.
    private struct Places {
        let areas: KeyedRows
        let plans: KeyedRows

        init(areas: QueryResult, plans: QueryResult) {
            self.areas = KeyedRows(areas, byKey: 0)
            self.plans = KeyedRows(plans, byKey: 0)
        }

        func write(_ json: inout JSONWriter, _ row: Row) {
            json.field("planId", row, 9)
            if let plan = self.plans[row, 9] { json.rawField("year", plan, 1) }
            json.beginObject("priorityArea")
            json.field("id", row, 7)
            if let area = self.areas[row, 7] { json.field("title", area, 1) }
            json.endObject()
            json.optionalField("causeId", row, 8)
        }
    }
}
