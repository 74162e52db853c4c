/// What is found by its words: a text of any document, of any year.
enum SearchResult {
    static let kind = Choice(
        "SearchKind",
        [
            "agreement", "section", "picture", "source", "problem", "plan", "area", "cause", "measure", "indicator",
            "followUp", "unplannedWork", "promise", "outcome", "report", "reportCommentary", "reportDecision",
            "meeting", "meetingDecision", "comment", "attachment", "party", "adoptedName", "formerName",
        ])

    static let shape = Shape(
        "SearchResult", "A text that was found.",
        [
            .choice("kind", "e.kind", kind, "What it is a text of.").always,
            .identifier("id", "e.entry_id", "What has it, or the document that has it.").always,
            .integer("year", "coalesce(y.year, e.year)", 1990...2200, "Its plan's year, or its own; null for none."),
            .identifier("agreementId", "e.agreement_id", "The agreement that it belongs to."),
            .identifier("pictureId", "e.picture_id", "The situational picture that it belongs to."),
            .identifier("planId", "e.plan_id", "The action plan that it belongs to."),
            .identifier("areaId", "e.area_id", "The priority area that it stands in, where it says that itself."),
            .identifier("measureId", "e.measure_id", "The measure that it is of."),
            .identifier("promiseId", "e.promise_id", "The promise that it is of."),
            .identifier("reportId", "e.report_id", "The report that it is of."),
            .identifier("partyId", "e.party_id", "The responsible party that it speaks for, or is a name of."),
            .list("excerpt", part, "The text around what was found, in parts; those that were found are marked."),
        ])

    private static let part = Shape(
        "ExcerptPart", "A part of a text that was found.",
        [.text("text", "The part.").always, .bool("isMatch", "Whether it is what was searched for.")])
}
