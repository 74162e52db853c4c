/// Who answers for measures: an organisation, a unit, a role or a group, of one municipality.
enum ResponsibleParty {
    static let kind = Choice("ResponsiblePartyKind", ["municipality", "police", "joint", "external"])
    static let form = Choice("ResponsiblePartyForm", ["organisation", "unit", "role", "group"])

    /// As it is named by what it answers for; columns of `alias`.
    static func summary(_ alias: String) -> Shape {
        Shape(
            "ResponsiblePartySummary", "A responsible party as it is named elsewhere.",
            [
                .id("\(alias).party_id", "The responsible party."),
                .text("name", "\(alias).name", "Its name, as it is written.").always,
                .choice("kind", "\(alias).kind", kind, "Whose it is.").always,
            ])
    }

    /// What a list shows of it.
    static let head = Shape(
        "ResponsibleParty", "A responsible party.",
        [
            .id("t.party_id", "The responsible party."),
            .text("name", "t.name", limit: 200, "Its name.").required,
            .choice("kind", "t.kind", kind, "Whose it is.").required,
            .choice("form", "t.form", form, "What it is.").required,
            .day("endedOn", "t.ended_on", "Its last day; null while it goes on.").optional,
            .identifier("mergedIntoId", "t.merged_into_id", "The responsible party that it has become."),
            .version("t.version"),
        ])

    static let shape = head.with(
        "ResponsiblePartyWithContacts", "A responsible party with its contacts.",
        [
            .rows(
                "contacts",
                """
                (select coalesce(json_agg(json_build_object('id', c.contact_id, 'name', c.name, 'email', c.email,
                    'endedOn', c.ended_on)
                    order by c.name collate app.swedish, c.contact_id), '[]')
                    from app.contact c where c.municipality_code = t.municipality_code and c.party_id = t.party_id)
                """, Shape("PartyContact", "A contact as its responsible party shows it.", contactMembers),
                "Its contacts, by name; shown inside the municipality.")
        ])

    private static let contactMembers: [Member] = [
        .id("t.contact_id", "The contact."),
        .text("name", "t.name", limit: 200, "The contact's name.").required,
        .text("email", "t.email", limit: 254, "The contact's e-mail address.").optional,
        .day("endedOn", "t.ended_on", "The contact's last day; null while it goes on.").optional,
    ]

    static let contact = Shape("Contact", "A contact of a responsible party.", contactMembers)

    static let renaming = Shape(
        "Renaming", "Another name of a responsible party.",
        [.text("name", "name", limit: 200, "Its name from now on.").required])

    static let merger = Shape(
        "Merger", "The responsible party that another one becomes.",
        [
            .identifier("intoId", "into_id", "The responsible party that it becomes.").required
        ])
}

extension Member {
    static func responsibleParty(_ alias: String, _ sentence: String) -> Member {
        .object("responsibleParty", ResponsibleParty.summary(alias), sentence)
    }
}
