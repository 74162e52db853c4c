/// A duty of the municipality by lag (2023:196) om kommuners ansvar för brottsförebyggande arbete, and what meets it.
enum StatutoryDuty {
    static let duty = Choice(
        "Duty",
        [
            "situationalPicture", "actionPlan", "pictureUpdate", "planFollowUp", "writtenAgreement", "council",
            "coordination", "information", "assemblyReport",
        ])
    static let status = Choice("DutyStatus", ["met", "dueSoon", "overdue", "unknown"])

    /// Columns of `d`, which is `app.statutory_duties`, and of the municipality `m`.
    static let shape = Shape(
        "StatutoryDuty", "A duty of the law, where it stands, and what meets it.",
        [
            .choice("duty", "d.duty", duty, "The duty.").always,
            .text("paragraph", "d.paragraph", "The section of lag (2023:196).").always,
            .text(
                "lawsWord", "(select t.swedish from app.term t where t.kind = 'Duty' and t.term = d.duty)",
                "What the law calls it."
            ).always,
            .text(
                "municipalitysWord",
                """
                case d.duty when 'actionPlan' then m.plan_label when 'planFollowUp' then m.plan_label
                    when 'council' then m.group_label end
                """, "What the municipality calls it, where it has a word of its own."),
            .choice(
                "status", "d.status", status,
                "Unknown when nobody has told; dueSoon within 90 days of `dueOn`. 9 § says strive, so it is never overdue."
            ).always,
            .text("metBy", "d.met_by", "What meets it; null while that is unknown."),
            .day("metOn", "d.met_on", "The day from which it does."),
            .choice(
                "about", "d.about",
                Choice(
                    "DutyAbout",
                    [
                        "situationalPicture", "actionPlan", "report", "agreement", "crimePreventionGroup", "promise",
                        "dutyFulfilment",
                    ], isOpen: true), "What kind of thing meets it."),
            .identifier("documentId", "d.about_id", "What meets it, where that has an id."),
            .day(
                "dueOn", "d.due_on",
                "By when it is to be met again: two years from `metOn` (6 §); null where the law has no clock."),
        ])

    static let list = Shape(
        "StatutoryDuties", "The duties of lag (2023:196), as they are met.",
        [.list("duties", shape, "The duties, by section.")])

    static let fulfilment = Shape(
        "DutyFulfilment", "A document or fact outside the service that meets a duty.",
        [
            .id("t.fulfilment_id", "What meets it."),
            .choice("duty", "t.duty", duty, "The duty.").required.once,
            .text("title", "t.title", limit: 500, "The document's title, or the fact.").required,
            .text("body", "t.body", limit: 200, "Who decided or established it.").optional,
            .day("metOn", "t.met_on", "The day from which it meets the duty: of the decision, or of its reaffirmation.")
                .required,
            .text("registrationNumber", "t.registration_number", limit: 100, "Its registration number.").optional,
            .text("link", "t.link", limit: 2_000, "Where it can be read.").example("https://skara.example/lagesbild")
                .optional,
            .day("endedOn", "t.ended_on", "Its last day; null while it meets the duty.").optional,
            .version("t.version"),
        ])
}
