enum ReportDecisionRoutes {
    private static let decisions = Resource(
        shape: ReportDecision.shape, table: "app.report_decision", column: "decision_id", parameter: "decisionId",
        path: "report-decisions", order: "t.decided_on desc",
        filter: (.identifier("report", "The report."), "report_id"))

    static let list = decisions.list(
        "listReportDecisions", "Decisions on reports",
        "Every role of the municipality; what its bodies decide is nothing that the police see here. Latest first.")
    static let create = decisions.create(
        "createReportDecision", "Add a decision on a report",
        """
        A coordinator, of a report that is sent: what a body decided, when and in which paragraph. A report that was \
        remitted back gets a new version (`POST …/revisions`).
        """,
        refusals: [.reportNotSent])
    static let show = decisions.show("getReportDecision", "A decision on a report", "Who may: as for the list.")
    static let change = decisions.change("changeReportDecision", "Change a decision on a report", "A coordinator.")
}
