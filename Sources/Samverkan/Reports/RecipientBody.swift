/// Who receives reports, by the municipality's own name: its executive committee or another one, its assembly, the
/// management of the police district.
enum RecipientBody {
    static let kind = Choice("BodyKind", ["municipalExecutive", "policeDistrictManagement", "municipalAssembly"])

    static let shape = Shape(
        "RecipientBody", "A body that receives reports.",
        [
            .id("t.body_id", "The body."),
            .choice("kind", "t.kind", kind, "What it is.").required,
            .text("name", "t.name", limit: 200, "What the municipality calls it.").required,
            .day("endedOn", "t.ended_on", "Its last day; null while it goes on.").optional,
            .version("t.version"),
        ])
}
