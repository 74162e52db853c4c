/// The rounds that the district would like its municipalities to ask in.
enum RoundProposal {
    private static let round = Shape(
        "ProposedRound", "A round as the district proposes it.",
        [
            .text("name", limit: 200, "What it is called.").required,
            .day("periodStart", "The first day that it asks about.").required,
            .day("periodEnd", "The last day that it asks about.").required,
            .day("answersFrom", "The first day for answers.").required,
            .day("answersUntil", "The last day for answers.").required,
        ])

    static let shape = Shape(
        "RoundProposal", "Reporting rounds that the police district proposes.",
        [
            .id("t.proposal_id", "The proposal."),
            .text("districtCode", "t.district_code", "The district that proposes them.").always,
            .integer("year", "t.year", 1990...2200, "The year that they are for.").required,
            .text("text", "t.text", "What else there is to say.").optional,
            .rows("rounds", "t.rounds", round, limit: 20, "The rounds.").required,
            .timestamp("proposedAt", "t.proposed_at", "When they were proposed.").always,
        ])
}
