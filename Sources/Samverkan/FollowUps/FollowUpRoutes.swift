import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/measures/{measureId}/follow-ups | whoever sees the measure; who recorded it only inside the municipality |
/// | GET …/measures/{measureId}/follow-ups/{followUpId} | the same |
/// | POST …/measures/{measureId}/follow-ups | coordinator; contributor for its own parties; municipal police officer and head of district for the police |
/// | POST …/measures/{measureId}/follow-ups/{followUpId}/correction | the same |
/// | POST /municipalities/{municipalityCode}/follow-ups | the same, for every line |
enum FollowUpRoutes {
    static func list(_ call: Call) async throws -> Response {
        let code = try call.municipalityCode()
        let measure = try call.identifier("measureId")
        let query = try call.query("page", "limit")
        let page = try Page(query)
        let results = try await call.read(municipality: code, FollowUpSQL.list(try call.caller().kind, code, measure, page))
        if results[0].isEmpty { throw Call.notFound }
        let path = "/municipalities/\(code)/measures/\(measure.text)/follow-ups"
        return call.list(results[1], page: page, total: results[2].first?.int(0) ?? 0, path: path, query: query, Self.write)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let measure = try call.identifier("measureId")
        let id = try call.identifier("followUpId")
        let result = try await call.read(municipality: code, [FollowUpSQL.show(try call.caller().kind, code, measure, id)])[0]
        guard let row = result.first else { throw Call.notFound }
        return call.json(Self.document(call, code, measure, id, row))
    }

    /// Body `{responsiblePartyId?, period{start, end?}, status, text?, reason?, quantity?, unit?, approximate?}`. Without a
    /// party it speaks for the measure as a whole. Refused with `planNotAdopted` unless the plan is adopted.
    static func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let measure = try call.identifier("measureId")
        var body = try await call.body()
        let party = body.identifier("responsiblePartyId")
        let followUp = FollowUp(&body)
        try body.finish()
        guard let followUp else { throw Problem(.invalidFields, "The follow-up is incomplete.") }
        let id = Identifier.version7()
        return try await Self.created(
            call, code, measure, id, body.source,
            ["select app.require_speaker(\(code), \(measure), \(party)::uuid)", FollowUpSQL.create(code, measure, id, party: party, followUp)])
    }

    /// Body as for a follow-up, without a party: a correction speaks for the same one. The corrected entry stays, and
    /// counts no more. Refused with `followUpAlreadyCorrected` when it has a correction.
    static func correct(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let measure = try call.identifier("measureId")
        let corrected = try call.identifier("followUpId")
        var body = try await call.body()
        let followUp = FollowUp(&body)
        try body.finish()
        guard let followUp else { throw Problem(.invalidFields, "The follow-up is incomplete.") }
        let id = Identifier.version7()
        return try await Self.created(call, code, measure, id, body.source, [FollowUpSQL.correct(code, measure, corrected, id, followUp)])
    }

    /// Body `{followUps: [{measureId, responsiblePartyId?, …}]}`: up to 500 follow-ups, all or none. What is wrong is told line
    /// by line, with the pointer of each.
    static func createAll(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        var body = try await call.body(limit: 1_048_576)
        let lines = body.objects("followUps", required: true, limit: 500) { line -> (Identifier, FollowUpSQL.Line)? in
            let measure = line.identifier("measureId", required: true)
            let party = line.identifier("responsiblePartyId")
            guard let followUp = FollowUp(&line), let measure else { return nil }
            let id = Identifier.version7()
            return (id, FollowUpSQL.Line(
                id: id.text, measure: measure.text, party: party?.text, period_start: followUp.periodStart.text, period_end: followUp.periodEnd.text,
                status: followUp.status.rawValue, text: followUp.text, reason: followUp.reason, quantity: followUp.quantity, unit: followUp.unit,
                approximate: followUp.approximate))
        }
        if lines.isEmpty, body.faults.count == 0 { body.faults.add("/followUps", .required, "needs at least one") }
        try body.finish()
        let kind = try call.caller().kind
        let path = "/municipalities/\(code)/follow-ups"
        return try await call.make(
            municipality: code, lines.map(\.0), body: body.source, FollowUpSQL.createAll(code, .json(lines.map(\.1))),
            showing: { [FollowUpSQL.show(kind, code, $0)] }
        ) { ids, results in
            var json = JSONWriter(capacity: 512 * ids.count)
            json.beginObject()
            json.beginArray("followUps")
            for row in results[results.startIndex] {
                json.beginObject()
                Self.write(&json, row)
                json.endObject()
            }
            json.endArray()
            json.links(self: call.links.href(path))
            json.endObject()
            return call.json(json.finish(), status: .created)
        }
    }

    private static func created(_ call: Call, _ code: String, _ measure: Identifier, _ id: Identifier, _ body: [UInt8], _ insert: [Statement]) async throws -> Response {
        let kind = try call.caller().kind
        let visible: Statement = "select app.require_row(count(*)) from app.measure where municipality_code = \(code) and measure_id = \(measure)"
        return try await call.make(municipality: code, [id], body: body, visible: visible, insert, showing: { [FollowUpSQL.show(kind, code, measure, $0[0])] }) { ids, results in
            guard let row = results.first?.first else { throw Call.notFound }
            return call.json(
                Self.document(call, code, measure, ids[0], row), status: .created,
                location: call.links.href("/municipalities/\(code)/measures/\(measure.text)/follow-ups/\(ids[0].text)"))
        }
    }

    private static func document(_ call: Call, _ code: String, _ measure: Identifier, _ id: Identifier, _ row: Row) -> ByteBuffer {
        var json = JSONWriter(capacity: 2_048)
        json.beginObject()
        Self.write(&json, row)
        let path = "/municipalities/\(code)/measures/\(measure.text)"
        json.links(self: call.links.href("\(path)/follow-ups/\(id.text)")) { json in
            json.link("measure", rel: "up", href: call.links.href(path))
            if row.isNull(16) { json.link("correction", rel: "edit", href: call.links.href("\(path)/follow-ups/\(id.text)/correction"), method: "POST") }
        }
        json.endObject()
        return json.finish()
    }

    static func write(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("measureId", row, 1)
        if !row.isNull(2) {
            json.beginObject("responsibleParty")
            json.field("id", row, 2)
            json.field("name", row, 3)
            json.field("kind", row, 4)
            json.endObject()
        }
        json.beginObject("period")
        json.field("start", row, 5)
        json.field("end", row, 6)
        json.endObject()
        json.field("status", row, 7)
        json.field("text", row, 8)
        json.field("reason", row, 9)
        json.rawField("quantity", row, 10)
        json.field("unit", row, 11)
        json.boolField("approximate", row, 12)
        json.timestampField("recordedAt", row, 13)
        json.optionalField("recordedBy", row, 14)
        json.optionalField("corrects", row, 15)
        json.optionalField("correctedBy", row, 16)
    }
}
