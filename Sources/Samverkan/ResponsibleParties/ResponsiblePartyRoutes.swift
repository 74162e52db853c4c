import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/responsible-parties, …/responsible-parties/{partyId} | every role of the municipality; police those they see in a plan, without contacts |
/// | POST …/responsible-parties, PATCH, DELETE …/{partyId}, POST …/{partyId}/merger | coordinator |
/// | GET …/{partyId}/contacts/{contactId} | every role of the municipality, and its municipal police officers |
/// | POST …/{partyId}/contacts, PATCH, DELETE …/contacts/{contactId} | coordinator |
enum ResponsiblePartyRoutes {
    /// Who is in use is end-dated (`endedOn`), never removed.
    static let parties = Resource(
        table: "app.responsible_party", column: "party_id", parameter: "partyId", path: "responsible-parties", order: "t.name collate app.swedish",
        fields: [
            Field("name", "name", .text(200), required: true),
            Field("kind", "kind", .choice(["municipality", "police", "joint", "external"]), required: true),
            Field("form", "form", .choice(["organisation", "unit", "role", "group"]), required: true),
            Field("endedOn", "ended_on", .day),
        ],
        derived: [Field("mergedIntoId", "merged_into_id", .identifier)],
        lists: [
            Resource.List(
                name: "contacts",
                selected: """
                    (select coalesce(json_agg(json_build_object('id', c.contact_id, 'name', c.name, 'email', c.email, 'endedOn', c.ended_on)
                        order by c.name collate app.swedish, c.contact_id), '[]')
                        from app.contact c where c.municipality_code = t.municipality_code and c.party_id = t.party_id)
                    """)
        ])

    static let contacts = DocumentPart(
        document: .party, table: "app.contact", column: "contact_id", parameter: "contactId", path: "contacts",
        fields: [
            Field("name", "name", .text(200), required: true),
            Field("email", "email", .text(254)),
            Field("endedOn", "ended_on", .day),
        ], isOrdered: false)

    /// Only a party that nothing names can be removed: `partyInUse` else.
    static func remove(_ call: Call) async throws -> Response {
        let (code, id) = (try call.municipalityCode(), try call.identifier("partyId"))
        return try await Self.parties.remove(
            call, before: ["delete from app.contact where municipality_code = \(code) and party_id = \(id)"], inUse: .partyInUse,
            "It answers for something: give it an end (endedOn) or merge it instead.")
    }

    /// Body `{intoId}`: the two are one from now on. Drafts name the other, with copies of the contacts; what is adopted keeps
    /// the name it was adopted with. Refused with `partyMergedIntoItself`, `partyAlreadyMerged`.
    static func merge(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("partyId"))
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let into = body.identifier("intoId", required: true)
        try body.finish()
        return try await Self.parties.act(call, code, id, "select app.merge_party(\(code), \(id), \(into), \(expected)::integer)")
    }
}
