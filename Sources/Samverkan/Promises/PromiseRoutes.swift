import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/promises | every role of the municipality; police of the district, from published on |
enum PromiseRoutes {
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("promises", { code, page in
            [
                """
                select promise_id, agreement_id, promisor, text, state from app.promise
                where municipality_code = \(code) order by agreement_id, position limit \(page.limit) offset \(page.offset)
                """,
                "select count(*) from app.promise where municipality_code = \(code)",
            ]
        }) { json, row in
            json.field("id", row, 0)
            json.field("agreementId", row, 1)
            json.field("promisor", row, 2)
            json.field("text", row, 3)
            json.field("state", row, 4)
        }
    }
}
