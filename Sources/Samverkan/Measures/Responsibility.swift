import Postgres

/// Who answers for a measure; at most one of them leads.
enum Responsibility {
    private static let said: [Member] = [
        .assembled("responsibleParty", ResponsibleParty.summary("n"), "The responsible party.").whole.always,
        .identifier(
            "responsiblePartyId", "r.party_id",
            "The responsible party. Where it isn't said, `responsibleParty` as it was read says it."
        ).optional.hidden,
        .bool("lead", "r.lead", "Whether this party leads the measure.").optional,
    ]
    private static let asked: [Member] = [
        .assembled(
            "contact",
            Shape(
                "ContactSummary", "A contact as it is named elsewhere.",
                [
                    .id("c.contact_id", "The contact."), .text("name", "c.name", "The contact's name.").always,
                ]), "Whom to ask there; shown inside the municipality."
        ).whole,
        .identifier(
            "contactId", "r.contact_id", "Whom to ask there. Where it isn't said, `contact` as it was read says it."
        ).optional.hidden,
    ]

    static let shape = Shape("Responsibility", "Who answers for a measure.", said, asked)

    /// With the status of its part.
    static let reported = Shape(
        "ReportedResponsibility", "Who answers for a measure, and what it has last said of its part.", said,
        [
            .choice(
                "status", "coalesce(s.status, 'noInformation')", MeasureStatus.choice,
                "What this party has last said of its part."
            ).always
        ], asked)

    /// One of each measure's.
    static func rows() -> Recordset {
        Recordset([
            "measure": "uuid", "position": "integer", "party_id": "uuid", "contact_id": "uuid", "lead": "boolean",
        ])
    }

    /// Adds `responsibilities: [{responsiblePartyId, lead, contactId}]` of a measure, or the same as it is shown.
    ///
    /// - Parameter shape: as which it is shown there.
    /// - Returns: whether the body has got it.
    static func read(
        _ body: inout ObjectReader, as shape: Shape, of measure: String, into rows: inout Recordset
    ) -> Bool {
        guard body.has("responsibilities") else { return false }
        var (place, leads, parties) = (0, 0, Set<String>())
        _ = body.objects("responsibilities", limit: 50) { item -> Void? in
            place += 1
            let party = Self.id(&item, "responsiblePartyId", "responsibleParty")
            let contact = Self.id(&item, "contactId", "contact").id
            let lead = item.bool("lead") ?? false
            for member in shape.members where !member.isSaid(.whole) { item.pass(over: member) }
            guard let id = party.id else {
                if !party.isSaid { item.refuse("responsiblePartyId", .required, "is required") }
                return nil
            }
            if !parties.insert(id.text).inserted {
                item.faults.add(item.pointer + party.pointer, .duplicate, "answers for the measure already")
            }
            if lead { leads += 1 }
            if lead, leads > 1 { item.refuse("lead", .duplicate, "one party leads a measure") }
            rows.add([measure, place, id, contact?.postgresParameter ?? .null, lead])
            return ()
        }
        return true
    }

    /// The id that is said, or that of the object that was shown; whether either is there, and where it stands.
    private static func id(_ item: inout ObjectReader, _ name: String, _ shown: String) -> (
        id: Identifier?, isSaid: Bool, pointer: String
    ) {
        let read = item.object(shown) { object -> Identifier? in
            object.ignore("name", "kind")
            return object.identifier("id", required: true)
        }
        if item.has(name) { return (item.identifier(name), item.isSaid(name), "/\(name)") }
        return (read, item.isSaid(shown), "/\(shown)/id")
    }
}
