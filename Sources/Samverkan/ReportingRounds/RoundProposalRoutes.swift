enum RoundProposalRoutes {
    private static let proposals = Resource(
        shape: RoundProposal.shape, table: "app.round_proposal", column: "proposal_id", parameter: "proposalId",
        path: "reporting-round-proposals", order: "t.year desc, t.proposed_at desc")

    static let list = proposals.list(
        "listRoundProposals", "Reporting rounds that the district proposes",
        "Every role of the municipality, and the police of the district that proposes them. Latest year first.")
    static let create = proposals.create(
        "createRoundProposal", "Propose reporting rounds to a municipality",
        """
        The head of the district. The municipality takes them over for a plan in one act \
        (`POST …/reporting-round-series` with `proposalId`), or not.
        """,
        refusals: [.reportingRoundsOverlap])
    static let show = proposals.show(
        "getRoundProposal", "Reporting rounds that the district proposes, one proposal", "Who may: as for the list.")
}
