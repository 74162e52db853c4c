/// What was done that no measure planned, reported against an area. Written once.
enum UnplannedWork {
    private static let said: [Member] = [
        .object("period", Period.reported("u.period_start", "u.period_end"), "The day or the period that it speaks of.")
            .required,
        .text("text", "u.text", "What was done.").required,
        .quantity("quantity", "u.quantity", "How many were done, in `unit`.").optional,
        .text("unit", "u.unit", limit: 60, "What the quantity counts.").optional,
        .bool("approximate", "u.approximate", "Whether the quantity is approximate.").optional,
    ]

    static let shape = Shape(
        "UnplannedWork", "Work that no measure planned.",
        [
            .id("u.unplanned_work_id", "The unplanned work."),
            .identifier("planId", "u.plan_id", "The plan that it was reported in.").always,
            Member("areaId", .identifier, "u.area_id", "The priority area that it belongs to.").required.once,
            .identifier("responsiblePartyId", "u.party_id", "Who did it.").required.once.hidden,
            .responsibleParty("p", "Who did it."),
        ], said,
        [
            .timestamp("recordedAt", "u.recorded_at", "When it was recorded.").always,
            .text("recordedBy", "u.recorded_by", "Who recorded it; shown inside the municipality."),
            .identifier("correctsId", "u.corrects_unplanned_work_id", "What this one corrects."),
            .identifier("correctedById", "c.unplanned_work_id", "What corrects this one, which then counts no more."),
        ])

    /// A correction speaks for the same party in the same area.
    static let correction = Shape(
        "UnplannedWorkCorrection", "What stands in the place of work that was reported.", said)

    static func content(_ body: inout ObjectReader, of shape: Shape) -> Content {
        var content = body.content(of: shape, .creation)
        Period.settle(&content, &body)
        return content
    }
}
