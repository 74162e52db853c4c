import Hummingbird
import Postgres

enum ReportingRoundRoutes {
    private static let rounds = Resource(
        shape: ReportingRound.shape, head: ReportingRound.head, table: "app.reporting_round", column: "round_id",
        parameter: "roundId", path: "reporting-rounds", order: "t.period_start, t.plan_id",
        filter: (.identifier("plan", "The plan that they ask about."), "plan_id"))

    static let list = rounds.list(
        "listReportingRounds", "Reporting rounds", "Whoever sees their plan. By the days that they ask about.")
    static let create = rounds.create(
        "createReportingRound", "Add a reporting round",
        "A coordinator, until the plan is closed. Its days lie within the plan's, and no round has them already.",
        refusals: [.documentLocked, .reportingRoundOutsidePlan, .reportingRoundsOverlap])
    static let show = rounds.show(
        "getReportingRound", "A reporting round",
        """
        Whoever sees its plan. With who has answered it and who hasn't: measures whose days don't touch it aren't asked \
        for, what is done or cancelled needs no answer, and ongoing answers all but the last round that asks.
        """)
    static let change = rounds.change(
        "changeReportingRound", "Change a reporting round", "A coordinator, until the plan is closed.",
        refusals: [.documentLocked, .reportingRoundOutsidePlan, .reportingRoundsOverlap])
    static let remove = rounds.remove(
        "deleteReportingRound", "Remove a reporting round",
        "A coordinator, until the plan is closed. What was reported stays, and belongs to no round.")

    static let createSeries = Operation(
        "createReportingRoundSeries", "Add a plan's reporting rounds at once",
        """
        A coordinator, until the plan is closed: by tertials, half-years or quarters of the plan's period, or as the \
        district proposes. All or none.
        """,
        body: .json(ReportingRound.series, .creation), answer: .created(ReportingRound.made, located: false),
        refusals: [.documentLocked, .reportingRoundOutsidePlan, .reportingRoundsOverlap]
    ) { call in
        let (code, plan) = (call.code, call.id("planId"))
        var body = try await call.body()
        let content = body.content(of: ReportingRound.series, .creation)
        let (pattern, proposal) = (content.text("pattern"), content.identifier("proposal_id"))
        if body.faults.count == 0, (pattern == nil) == (proposal == nil) {
            body.faults.add("/pattern", .required, "or proposalId is required, and not both")
        }
        try body.finish()
        let make: Statement =
            if let proposal {
                "select app.take_over_rounds(\(code), \(plan), \(proposal))"
            } else {
                """
                select app.make_rounds(\(code), \(plan), \(pattern), coalesce(\(content["answer_days"] ?? .null)::integer, 31),
                    coalesce(\(content["last_answer_days"] ?? .null)::integer, 59))
                """
            }
        let pipeline = Pipeline([Document.plan.require(code, plan), make])
        let made = try await call.make([plan], body.source, pipeline) { pipeline, _ in
            pipeline.add(
                """
                select \(unsafeSQL: ReportingRound.head.selected) from app.reporting_round t
                where t.municipality_code = \(code) and t.plan_id = \(plan) order by t.period_start
                """)
        }
        return call.answer(.created) { json in
            json.beginArray("reportingRounds")
            for row in made.results[made.shown] {
                json.beginObject()
                ReportingRound.head.layout.write(&json, row)
                json.links(self: call.links.href("/municipalities/\(code)/reporting-rounds/\(row["id"] ?? "")"))
                json.endObject()
            }
            json.endArray()
            json.links(self: call.links.href("/municipalities/\(code)/reporting-rounds?plan=\(plan.text)"))
        }
    }
}
