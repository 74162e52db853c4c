import Postgres

enum ReportDispatchRoutes {
    private static let dispatches = Resource(
        shape: ReportDispatch.shape, table: "app.report_dispatch", column: "dispatch_id", parameter: "dispatchId",
        path: "report-dispatches", order: "t.sent_on desc",
        filter: (.identifier("report", "The report."), "report_id"),
        join: """
            left join app.body b on b.municipality_code = t.municipality_code and b.body_id = t.body_id
            """)

    static let list = dispatches.list(
        "listReportDispatches", "What reports were sent to whom",
        "Every role of the municipality; of reports that were sent to the district's management the police see that. Latest first."
    )
    static let create = dispatches.create(
        "createReportDispatch", "Send a report to another body",
        "A coordinator. Of a report that is sent: the executive hands it on to the assembly. A draft gets a recipient.",
        refusals: [.reportNotSent])
    static let show = dispatches.show("getReportDispatch", "A report's dispatch to a body", "Who may: as for the list.")
    static let change = dispatches.change(
        "changeReportDispatch", "Enter what arrived from a report's recipient",
        "A coordinator, once the report is sent: receipt, registration number, the registered document.",
        refusals: [.reportNotSent])
}
