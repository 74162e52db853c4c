/// When units are asked what has been done (uppföljningstillfälle): about which days of a plan, and between which days they answer.
enum ReportingRound {
    private static let answers = Shape(
        "AnsweringDays", "The days on which a round is answered, its first and its last one within them.",
        [
            .day("from", "t.answers_from", "The first day.").required,
            .day("until", "t.answers_until", "The last day; what comes later counts, and is marked as late.").required,
        ])

    /// What a list shows of it.
    static let head = Shape(
        "ReportingRoundHead", "A reporting round in a list.",
        [
            .id("t.round_id", "The round."),
            .identifier("planId", "t.plan_id", "The plan that it asks about.").required.once,
            .text("name", "t.name", limit: 200, "What it is called.").required,
            .period("t.period_start", "t.period_end", "The days that it asks about, within the plan's.").required,
            .object("answers", answers, "When it is answered, which may be after the plan's last day.").required,
            .version("t.version"),
        ])

    static let shape = head.with(
        "ReportingRound", "A reporting round, and who has answered it.",
        [.rows("units", RoundSQL.units, unit, "Who is asked, by name, and what they have answered.")])

    private static let unit = Shape(
        "RoundUnit", "A responsible party in a round.",
        [
            .responsibleParty("n", "Who is asked."),
            .integer("asked", "How many parts of measures it is asked about.").always,
            .integer("answered", "How many of them it has answered.").always,
            .integer("late", "How many of the answers came after the last day.").always,
            .list(
                "unanswered",
                Shape(
                    "UnansweredMeasure", "A measure that a round waits for.",
                    [
                        .identifier("id", "The measure.").always,
                        .text("text", "What is to be done.").always,
                    ]), "What it has not answered, in the plan's order."),
        ])

    /// A round as it is named elsewhere; columns of `alias`.
    static func summary(_ alias: String) -> Shape {
        Shape(
            "ReportingRoundSummary", "A reporting round as it is named elsewhere.",
            [
                .id("\(alias).round_id", "The round."),
                .text("name", "\(alias).name", "What it is called.").always,
            ])
    }

    static let pattern = Choice("RoundPattern", ["tertial", "halfYear", "quarter"])

    static let series = Shape(
        "NewReportingRoundSeries", "Rounds of a pattern, or those that the district proposes.",
        [
            .choice(
                "pattern", "pattern", pattern, "How the plan's period is divided; without one `proposalId` is needed."
            )
            .optional,
            .integer(
                "answerDays", "answer_days", 1...366,
                "Within how many days of a round's end it is answered; 31 unless said."
            ).optional,
            .integer(
                "lastAnswerDays", "last_answer_days", 1...366,
                "The same for the last round, the year's end; 59 unless said."
            ).optional,
            .identifier("proposalId", "proposal_id", "The district's proposal, instead of a pattern.").optional,
        ])

    static let made = Shape(
        "ReportingRoundSeries", "A plan's reporting rounds.",
        [.list("reportingRounds", head, "The plan's rounds, in order.")])
}
