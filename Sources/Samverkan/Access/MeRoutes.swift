import Hummingbird
import Postgres

/// Whoever asks, and what was granted to them.
enum Me {
    static let role = Choice(
        "Role",
        [
            "coordinator", "contributor", "reader", "auditor", "municipalOfficer", "districtReader", "headOfDistrict",
            "operator",
        ], isOpen: true)

    static let grant = Shape(
        "Grant", "What the caller may do, and where.",
        [
            .choice("role", "g.role", role, "The role.").always,
            .text("municipalityCode", "g.municipality_code", "The municipality, for a role of one; null else."),
            .text("districtCode", "g.district_code", "The police district, for a role of one; null else."),
            .identifiers(
                "responsiblePartyIds", "g.responsible_party_ids", limit: 1_000, "Whom a contributor reports for."),
        ])

    static let shape = Shape(
        "Me", "The caller and its grants.",
        [
            .text("issuer", "The issuer of the token.").always,
            .text("subject", "The token's subject.").always,
            .text("name", "The caller's name.").always,
            .list("grants", grant, "The grants that hold today."),
        ])
}

enum MeRoutes {
    static let show = Operation(
        "getMe", "The caller and its grants", "Everyone with a grant, about themselves.",
        answer: .document(Me.shape, tagged: false),
        refusals: [.noGrant]
    ) { call in
        let caller = try call.caller()
        var pipeline = Pipeline()
        let grants = pipeline.add("select \(unsafeSQL: Me.grant.selected) from access.held_grants() g")
        let results = try await call.run(.caller, reading: true, pipeline)
        return call.answer { json in
            json.field("issuer", caller.issuer)
            json.field("subject", caller.subject)
            json.field("name", caller.name)
            json.key("grants")
            Me.grant.list(&json, results[grants])
            json.links(self: call.links.href("/me")) { json in
                json.link("measures", rel: "related", href: call.links.href("/me/measures"))
                if results[grants].contains(where: { !$0.isNull("municipalityCode") }) {
                    json.link(part: "municipality", href: call.links.href("/municipalities/{municipalityCode}"))
                }
                if results[grants].contains(where: { !$0.isNull("districtCode") }) {
                    json.link(part: "districtOverview", href: call.links.href("/districts/{districtCode}/overview"))
                }
            }
        }
    }
}
