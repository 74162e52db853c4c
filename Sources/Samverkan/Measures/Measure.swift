import Postgres

/// What is written of a measure, and who answers for it.
enum Measure {
    /// Its text and what belongs to it, without its place in the plan.
    static let contentFields = [
        Field("text", "text", .text(4_000), required: true),
        Field("plannedFollowUp", "planned_follow_up", .text(4_000)),
        Field("target", "target", .text(4_000)),
        Field("schedule", "schedule", .text(4_000)),
        Field("notes", "notes", .text(4_000)),
        Field("startsOn", "starts_on", .day),
        Field("endsOn", "ends_on", .day),
        Field("quantity", "quantity", .quantity),
        Field("unit", "unit", .text(60)),
    ]

    static let fields = [
        Field("priorityAreaId", "area_id", .identifier, required: true),
        Field("causeId", "cause_id", .identifier),
    ] + contentFields

    /// One of those who answer for a measure, in order; at most one leads.
    struct Responsibility: Encodable, Sendable {
        /// Whose it is, when the responsibilities of many measures travel together.
        var measure: String?
        let position: Int
        let party: String
        let contact: String?
        let lead: Bool
    }

    /// `responsibilities: [{responsibleParty{id}, lead?, contact{id}?}]`, as a plan shows them; nil when the body hasn't got it.
    static func responsibilities(_ body: inout ObjectReader, of measure: String? = nil) -> [Responsibility]? {
        guard body.has("responsibilities") else { return nil }
        func id(_ object: inout ObjectReader) -> Identifier? {
            object.ignore("name", "kind")
            return object.identifier("id", required: true)
        }
        var (position, leads, parties) = (0, 0, Set<String>())
        return body.objects("responsibilities", limit: 50) { item in
            item.ignore("status")
            let party = item.object("responsibleParty", required: true, id)
            let contact = item.object("contact", id)
            let lead = item.bool("lead") ?? false
            position += 1
            guard let party else { return nil }
            if !parties.insert(party.text).inserted { item.faults.add(item.pointer + "/responsibleParty/id", .duplicate, "answers for the measure already") }
            if lead { leads += 1 }
            if lead, leads > 1 { item.faults.add(item.pointer + "/lead", .duplicate, "one party leads a measure") }
            return Responsibility(measure: measure, position: position, party: party.text, contact: contact?.text, lead: lead)
        }
    }
}
