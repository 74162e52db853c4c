import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/agreements/{agreementId}/prolongations/{prolongationId} | whoever sees the agreement |
/// | POST …/agreements/{agreementId}/prolongations | coordinator |
/// | POST …/prolongations/{prolongationId}/signatures | as for the agreement |
/// | POST …/prolongations/{prolongationId}/withdrawal | coordinator |
enum ProlongationRoutes {
    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, agreement, id) = (try call.municipalityCode(), try call.identifier("agreementId"), try call.identifier("prolongationId"))
        return try Self.document(call, code, agreement, id, try await call.read(municipality: code, AgreementSQL.show(code, agreement))[...])
    }

    /// Body `{effectiveEnd?, reason?}`: the new last day, or until further notice. Signed by those who signed the agreement;
    /// the last signature moves the agreement's end. Refused with `agreementNotSigned`, `prolongationNotLonger`, `prolongationOpen`.
    static func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, agreement) = (try call.municipalityCode(), try call.identifier("agreementId"))
        var body = try await call.optionalBody()
        let end = body.day("effectiveEnd")
        let reason = body.text("reason")
        try body.finish()
        let id = Identifier.version7()
        return try await call.make(
            municipality: code, [id], body: body.source, [Document.agreement.require(code, agreement), AgreementSQL.prolong(code, agreement, id, until: end, reason: reason)],
            showing: { _ in AgreementSQL.show(code, agreement) }
        ) { ids, results in
            try Self.document(call, code, agreement, ids[0], results, status: .created)
        }
    }

    /// As for the agreement.
    static func sign(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, agreement, id) = (try call.municipalityCode(), try call.identifier("agreementId"), try call.identifier("prolongationId"))
        let expected = try call.expectedVersionIfAny()
        let signing = try await AgreementRoutes.signing(call)
        return try await Self.act(call, code, agreement, id, AgreementSQL.sign(code, agreement, prolongation: id, signing, as: try call.caller().kind, expected: expected))
    }

    static func withdraw(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, agreement, id) = (try call.municipalityCode(), try call.identifier("agreementId"), try call.identifier("prolongationId"))
        return try await Self.act(call, code, agreement, id, AgreementSQL.withdraw(code, agreement, id))
    }

    private static func act(_ call: Call, _ code: String, _ agreement: Identifier, _ id: Identifier, _ statements: [Statement]) async throws -> Response {
        let results = try await call.write(municipality: code, statements + AgreementSQL.show(code, agreement))
        try call.requireWritten(results)
        return try Self.document(call, code, agreement, id, results[statements.count...])
    }

    private static func document(
        _ call: Call, _ code: String, _ agreement: Identifier, _ id: Identifier, _ slice: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let results = Array(slice)
        guard let row = results[3].first(where: { $0[0] == id.text }) else { throw Call.notFound }
        let path = "/municipalities/\(code)/agreements/\(agreement.text)"
        let href = call.links.href("\(path)/prolongations/\(id.text)")
        var json = JSONWriter()
        json.beginObject()
        AgreementRoutes.prolongation(&json, row, signatures: results[2])
        json.links(self: href) { json in
            json.link("agreement", rel: "up", href: call.links.href(path))
            if row[3] == "proposed" {
                json.link("signatures", rel: "edit", href: "\(href)/signatures", method: "POST")
                json.link("withdrawal", rel: "edit", href: "\(href)/withdrawal", method: "POST")
            }
        }
        json.endObject()
        return call.json(json.finish(), status: status, location: status == .created ? href : nil)
    }
}
