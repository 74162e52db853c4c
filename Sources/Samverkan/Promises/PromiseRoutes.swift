import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/promises | every role of the municipality; police of the district, from published on |
enum PromiseRoutes {
    static func list(_ call: Call) async throws -> Response {
        let code = try call.municipalityCode()
        let query = try call.query("page", "limit")
        let page = try Page(query)
        let results = try await call.read(municipality: code, [
            """
            select promise_id, agreement_id, promisor, text, state from app.promise
            where municipality_code = \(code) order by agreement_id, position limit \(page.limit) offset \(page.offset)
            """,
            "select count(*) from app.promise where municipality_code = \(code)",
        ])
        return call.list(results[0], page: page, total: results[1].first?.int(0) ?? 0, path: "/municipalities/\(code)/promises", query: query) { json, row in
            json.beginObject()
            json.field("id", row, 0)
            json.field("agreementId", row, 1)
            json.field("promisor", row, 2)
            json.field("text", row, 3)
            json.field("state", row, 4)
            json.endObject()
        }
    }
}
