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
