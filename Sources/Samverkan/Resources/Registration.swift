/// What a diarium adds to a document, also after it is signed or adopted: registration number, decision (body, date,
/// paragraph) and the case's ids in other systems (OSL 5:2). Traced, and outside what is signed.
enum Registration {
    static let fields = [
        Field("registrationNumber", "registration_number", .text(100)),
        Field("decision", "", .object([
            Field("body", "decision_body", .text(200)),
            Field("date", "decision_date", .day),
            Field("paragraph", "decision_paragraph", .text(50)),
        ])),
        Field("externalReferences", "external_references", .references),
    ]
}
