/// What the caller must not miss: computed from rounds, dates and the law, and stored nowhere.
enum Deadline {
    static let kind = Choice(
        "DeadlineKind",
        [
            "roundAnswers", "planAdoption", "reportSending", "bodyPapers", "bodyMeeting", "agreementNotice",
            "agreementEnd", "promiseReview", "signature", "pictureUpdate", "planFollowUp",
        ], isOpen: true)

    /// Columns of `q`, which is `app.deadlines`, and of the municipality `m`.
    static let shape = Shape(
        "Deadline", "A deadline, or a day to know of.",
        [
            .text("municipalityCode", "q.municipality_code", "The municipality.").always,
            .text("municipality", "m.name", "Its name.").always,
            .choice("kind", "q.kind", kind, "What is due.").always,
            .text(
                "title",
                "(select t.swedish from app.term t where t.kind = 'DeadlineKind' and t.term = q.kind)",
                "The same in Swedish."
            ).always,
            .text("text", "q.text", "Of what.").always,
            .day("dueOn", "q.due_on", "The last day; null for what waits without a day of its own."),
            .text("time", "to_char(q.due_at, 'HH24:MI')", "The time of day in Sweden, of a meeting that has one."),
            .day(
                "workday", "app.last_workday(q.due_on)",
                "The last day on or before it on which people work: no weekend, public holiday, or eve of midsummer, Christmas or New Year."
            ),
            .text("week", "to_char(q.due_on, 'IYYY-\"W\"IW')", "The week of that day (ISO 8601), as 2026-W53."),
            .day("startsOn", "q.starts_on", "From when it can be done; null where that isn't said."),
            .bool(
                "isLate", "coalesce(q.is_open and q.due_on < app.today(), false)",
                "Whether its day has passed and it still waits."),
            .bool("isAssumed", "q.is_assumed", "Whether no rule gives the day."),
            .choice(
                "about", "q.about",
                Choice(
                    "DeadlineAbout",
                    [
                        "reportingRound", "agreement", "prolongation", "actionPlan", "promise", "promiseOutcome",
                        "body", "situationalPicture", "report", "dutyFulfilment",
                    ], isOpen: true), "What kind of thing it is about."
            ).always,
            .identifier("documentId", "q.about_id", "What it is about."),
            .identifier(
                "parentId", "q.parent_id",
                "What that is a part of: a round's plan, a prolongation's agreement, an outcome's promise."),
        ])

    static let month = Shape(
        "DeadlineMonth", "The deadlines of a month.",
        [
            .text("month", "The month, YYYY-MM.").example("2026-06").always,
            .list("deadlines", shape, "Its deadlines, by day."),
        ])

    static let wheel = Shape(
        "Deadlines", "Deadlines by month: the year's wheel.",
        [
            .day("from", "The first day.").always,
            .day("until", "The last day.").always,
            .list(
                "months", month,
                "The months in which something is due, in order; what is late is in the month of its day."),
            .list("undated", shape, "What waits without a day of its own."),
        ])
}
