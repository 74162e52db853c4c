import Hummingbird
import Postgres

enum ResponsiblePartyRoutes {
    private static let parties = Resource(
        shape: ResponsibleParty.shape, head: ResponsibleParty.head, table: "app.responsible_party", column: "party_id",
        parameter: "partyId",
        path: "responsible-parties", order: "t.name collate app.swedish", parts: ["contact": "contacts/{contactId}"])

    static let list = parties.list(
        "listResponsibleParties", "Responsible parties",
        "Every role of the municipality; the police see those that answer for a measure that they see. By name.")
    static let show = parties.show(
        "getResponsibleParty", "A responsible party",
        "Who may: as for the list. Its contacts are shown inside the municipality.")
    static let create = parties.create(
        "createResponsibleParty", "Add a responsible party", "A coordinator.", refusals: [.partyNameTaken])
    static let change = parties.change(
        "changeResponsibleParty", "Change a responsible party",
        """
        A coordinator. One that goes on no longer gets `endedOn`. While a plan that is \
        proposed or adopted names it, it keeps its kind, and its name is changed by an act of its own (`POST …/renaming`).
        """, refusals: [.partyNameTaken, .partyInUse])
    static let remove = parties.remove(
        "deleteResponsibleParty", "Remove a responsible party",
        "A coordinator. It goes with its contacts. One that anything names stays: give it an end or merge it instead.",
        inUse: (.partyInUse, "It answers for something: give it an end (endedOn) or merge it instead.")
    ) { place in
        ["delete from app.contact where municipality_code = \(place.code) and party_id = \(place.id)"]
    }

    static let rename = Operation(
        "renameResponsibleParty", "Rename a responsible party that is in use",
        """
        A coordinator. The new name stands everywhere from now on, save in plans that were proposed or adopted with the \
        old one: those keep that.
        """,
        body: .json(ResponsibleParty.renaming, .creation), precondition: .optional,
        answer: .document(ResponsibleParty.shape), refusals: [.partyNameTaken]
    ) { call in
        let content = try await call.content().content
        return try await parties.act(
            call,
            [
                "select app.rename_party(\(call.code), \(call.id("partyId")), \(content["name"] ?? .null), \(call.expectedVersion)::integer)"
            ])
    }

    static let merge = Operation(
        "mergeResponsibleParty", "Merge a responsible party into another",
        """
        A coordinator. The two are one from now on. Drafts name the other, with copies of the contacts; what is \
        adopted keeps the name \
        that it was adopted with. Who reported for the merged party reports for the other, too.
        """,
        body: .json(ResponsibleParty.merger, .creation), precondition: .optional,
        answer: .document(ResponsibleParty.shape),
        refusals: [.partyMergedIntoItself, .partyAlreadyMerged]
    ) { call in
        let content = try await call.content().content
        return try await parties.act(
            call,
            [
                "select app.merge_party(\(call.code), \(call.id("partyId")), \(content["into_id"] ?? .null), \(call.expectedVersion)::integer)"
            ])
    }

    private static let contacts = Resource(
        shape: ResponsibleParty.contact, table: "app.contact", column: "contact_id", parameter: "contactId",
        path: "contacts", document: .party)

    static let createContact = contacts.create(
        "createContact", "Add a contact", "A coordinator.", refusals: [.contactNameTaken])
    static let showContact = contacts.show(
        "getContact", "A contact",
        "Every role of the municipality, and its municipal police officers. Its entity tag is that of the responsible party."
    )
    static let changeContact = contacts.change(
        "changeContact", "Change a contact",
        "A coordinator. If-Match is about the responsible party's version. One that goes on no longer gets `endedOn`.",
        refusals: [.contactNameTaken])
    static let removeContact = contacts.remove(
        "deleteContact", "Remove a contact",
        "A coordinator. If-Match is about the responsible party's version. One that a measure names stays.")
}
