import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | POST …/action-plans/{planId}/measures | coordinator, while the plan is a draft |
/// | PATCH, DELETE …/measures/{measureId}, POST …/measures/{measureId}/dropping | the same |
/// | POST …/measures/{measureId}/contact | coordinator, while the plan is a draft or adopted |
/// | GET …/measures/{measureId}/history | whoever sees the measure |
enum MeasureWritingRoutes {
    /// Body: ``Measure/fields``, `responsibilities`, and `position` among the measures beside it (the last unless said).
    static func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, plan) = (try call.municipalityCode(), try call.identifier("planId"))
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let values = body.values(of: Measure.fields)
        let responsibilities = Measure.responsibilities(&body)
        let position = body.integer("position", in: 1...10_000)
        try body.finish()
        let id = Identifier.version7()
        let statements = [Document.plan.beginEdit(code, plan, expected: expected), MeasureWritingSQL.create(code, plan: plan, id, values)]
            + (responsibilities.map { MeasureWritingSQL.replaceResponsibilities(code, id, $0) } ?? []) + [MeasureWritingSQL.arrange(code, id, to: position)]
        return try await call.make(municipality: code, [id], body: body.source, statements, showing: { MeasureSQL.show(code, $0[0]) }) { ids, results in
            try MeasureRoutes.document(call, code, ids[0], results, status: .created)
        }
    }

    /// A merge patch of the same; needs If-Match with the measure's tag. `priorityAreaId` and `causeId` move it.
    static func change(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("measureId"))
        let expected = try call.expectedVersion()
        var body = try await call.body()
        let changes = body.changes(of: Measure.fields)
        let responsibilities = Measure.responsibilities(&body)
        let position = body.integer("position", in: 1...10_000)
        try body.finish()
        let isEmpty = changes.allSatisfy { $0 == nil } && responsibilities == nil && position == nil
        let statements = isEmpty ? [MeasureWritingSQL.beginEdit(code, id, expected: expected, changes: false)]
            : [MeasureWritingSQL.beginEdit(code, id, expected: expected)] + MeasureWritingSQL.change(code, id, changes)
                + (responsibilities.map { MeasureWritingSQL.replaceResponsibilities(code, id, $0) } ?? []) + [MeasureWritingSQL.arrange(code, id, to: position)]
        let results = try await call.write(municipality: code, statements + MeasureSQL.show(code, id))
        return try MeasureRoutes.document(call, code, id, results[statements.count...])
    }

    /// Needs If-Match. Refused with `measureDropNeedsReason` when the plan that this one revises has the measure.
    static func remove(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("measureId"))
        let expected = try call.expectedVersion()
        return try await call.removal(
            municipality: code, [MeasureWritingSQL.beginEdit(code, id, expected: expected)] + MeasureWritingSQL.remove(code, id),
            inUse: .partInUse, "Something depends on the measure.")
    }

    /// Body `{reason}`: takes the measure out of a revision and keeps why, for `changes`.
    static func drop(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("measureId"))
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let reason = body.text("reason", required: true)
        try body.finish()
        return try await call.removal(
            municipality: code, [MeasureWritingSQL.beginEdit(code, id, expected: expected)] + MeasureWritingSQL.drop(code, id, reason: reason ?? ""),
            inUse: .partInUse, "Something depends on the measure.")
    }

    /// Body `{responsiblePartyId, contactId?}`: whom to ask, of one of those who answer for the measure; nobody without a contact.
    /// People change, so it can be changed after the adoption too, until the plan is closed.
    static func changeContact(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("measureId"))
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let party = body.identifier("responsiblePartyId", required: true)
        let contact = body.identifier("contactId")
        try body.finish()
        let statements = MeasureWritingSQL.changeContact(code, id, of: party, to: contact, expected: expected)
        do {
            let results = try await call.write(municipality: code, statements + MeasureSQL.show(code, id))
            return try MeasureRoutes.document(call, code, id, results[statements.count...])
        } catch let error as PostgresError where error.constraint == "responsibility_contact" {
            throw Problem(.invalidFields, "The responsible party has no such contact.", errors: [.init(pointer: "/contactId", code: .notFound, detail: "is no contact of that party")])
        }
    }

    /// The measure in every plan that has or had it, with the follow-ups that were reported there.
    static func history(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("measureId"))
        let results = try await call.read(municipality: code, MeasureWritingSQL.history(code, id) + [FollowUpSQL.ofLineage(try call.caller().kind, code, id)])
        guard let lineage = results[0].first else { throw Call.notFound }
        let followUps = results[2]
        var json = JSONWriter(capacity: 16_384)
        json.beginObject()
        json.field("lineageId", lineage, 0)
        json.beginArray("plans")
        for row in results[1] {
            json.beginObject()
            json.field("planId", row, 0)
            json.rawField("year", row, 1)
            json.beginObject("period")
            json.field("start", row, 2)
            json.field("end", row, 3)
            json.endObject()
            json.field("planStatus", row, 4)
            json.field("change", row, 10)
            if !row.isNull(11) { json.rawField("fields", row, 11) }
            json.optionalField("reason", row, 12)
            json.optionalField("measureId", row, 5)
            json.field("text", row, 6)
            json.field("plannedFollowUp", row, 7)
            json.optionalField("status", row, 8)
            json.rawField("reportedQuantities", row, 9)
            json.beginArray("followUps")
            for followUp in followUps where followUp.equals(FollowUpSQL.planColumn, row, 0) {
                json.beginObject()
                FollowUpRoutes.write(&json, followUp)
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        let path = "/municipalities/\(code)/measures/\(id.text)"
        json.links(self: call.links.href("\(path)/history")) { json in
            json.link("measure", rel: "up", href: call.links.href(path))
        }
        json.endObject()
        return call.json(json.finish())
    }
}
