import Postgres

/// What a police district sees of its municipalities on a day: the picture of all its agreements (samlad bild).
enum DistrictOverview {
    /// Columns of `c`, on the day of `d`.
    static let agreement = Shape(
        "OverviewAgreement", "The agreement that holds on the day.",
        [
            .id("c.agreement_id", "The agreement."),
            .text("title", "c.title", "Its title.").always,
            .choice("status", "c.state", Agreement.status, "Signed, or terminated and still in force.").always,
            .object("period", Period.open("c.period_start", "c.period_end"), "The days that it was made for.").always,
            .day(
                "effectiveEnd", Agreement.endsOn("c"),
                "Its last day after prolongation or termination; null until further notice."),
            .integer(
                "daysLeft", "\(Agreement.endsOn("c")) - d.as_of",
                "The days from the day to its last one; null until further notice."),
        ])

    /// Columns of `p`.
    static let plan = Shape(
        "OverviewPlan", "A plan whose period contains the day, else the last one that has ended.",
        [
            .id("p.plan_id", "The plan."),
            .integer("year", "p.year", "Its year.").always,
            .period("p.period_start", "p.period_end", "The days that it is for.").always,
            .choice("status", "p.state", ActionPlan.status, "Where it stands.").always,
            .day("adoptedOn", "p.adopted_on", "The day on which it was adopted."),
            .bool("ended", "p.ended", "Whether its period has ended."),
            .integer(
                "daysWithoutPlan", "case when p.ended then d.as_of - p.period_end end",
                "The days since its last one; null unless it has ended."),
        ])

    static let measures = Shape(
        "OverviewMeasures", "How many measures have which status.",
        [
            .integer("total", "", "How many there are.").always,
            .integer("policeResponsible", "", "How many the police answer for, alone or with others.").always,
            .integer(
                "late", "",
                "How many aren't ended though their last day, or the plan's where they have none, was before the day."
            ).always,
            .object(
                "byStatus",
                Shape(
                    "MeasuresByStatus", "How many measures have each status.",
                    MeasureStatus.allCases.map { .integer($0.jsonName, "", "How many have this status.").always }),
                "How many have each status."
            ).always,
        ])

    /// Of a row that counts measures, from the first column on: how many there are, those of the police, the late ones, and
    /// those with each status but the last, which has the rest.
    struct Counts {
        private var sums: [Int]

        /// The columns of a plan's summary `p`, on the day of `d`.
        static let selected =
            ([
                "p.measures", "p.police_measures",
                "(select coalesce(sum(u.measures), 0) from unnest(p.due_on, p.due_measures) u (day, measures) where u.day < d.as_of)",
            ] + MeasureStatus.allCases.compactMap { $0.column.map { "p.\($0)" } }).joined(separator: ", ")

        init() { self.sums = Array(repeating: 0, count: 3 + MeasureStatus.allCases.compactMap(\.column).count) }

        mutating func add(_ row: Row, from first: Column) {
            for place in self.sums.indices { self.sums[place] += row.int(Column(place: place).behind(first)) ?? 0 }
        }

        mutating func add(_ other: Counts) {
            for place in self.sums.indices { self.sums[place] += other.sums[place] }
        }

        /// An object of the shape ``measures``.
        func write(_ json: inout JSONWriter) {
            json.beginObject()
            json.field("total", self.sums[0])
            json.field("policeResponsible", self.sums[1])
            json.field("late", self.sums[2])
            json.beginObject("byStatus")
            var counted = self.sums[3...]
            let rest = self.sums[0] - counted.reduce(0, +)
            for status in MeasureStatus.allCases {
                json.field(status.jsonName, status.column == nil ? rest : counted.removeFirst())
            }
            json.endObject()
            json.endObject()
        }
    }

    /// Columns of `t`: what the police have to answer in a round of a plan that is carried out.
    private static let policeRound = Shape(
        "OverviewPoliceRound", "What is the police's to report, in a round or in a plan without rounds.",
        [
            .identifier("roundId", "t.round_id", "The round; null in a plan without rounds."),
            .text("name", "t.name", "What the round is called."),
            .identifier("planId", "t.plan_id", "The plan.").always,
            .day("answersUntil", "t.answers_until", "The last day for answers; without rounds the plan's last day.")
                .always,
            .bool("isLate", "t.is_late", "Whether that day has been and something isn't answered."),
            .integer("asked", "t.asked", "How many of the police's parts are asked for.").always,
            .integer("answered", "t.answered", "How many of them have an answer.").always,
            .rows(
                "unanswered", "t.unanswered",
                Shape(
                    "UnansweredMeasure", "A measure of which nothing is answered.",
                    [
                        .id("m.measure_id", "The measure."),
                        .text("text", "m.text", "What is to be done, as it begins.").always,
                    ]), "The measures that wait for the police's answer."),
        ])

    /// Columns of `t`, and of its outcome that counts, `o`.
    private static let promise = Shape(
        "OverviewPromise", "A published promise, and how it came out.",
        [
            .id("t.promise_id", "The promise."),
            .choice("promisor", "t.promisor", Promise.promisor, "Who promises.").always,
            .text("text", "t.text", "What is promised.").always,
            .day("periodStart", "t.period_start", "The first day that it is for, when it has one."),
            .day("periodEnd", "t.period_end", "The last day that it is for, when it has one."),
            .day("publishedOn", "t.published_on", "The day on which it was published."),
            .choice(
                "verdict", "o.verdict", PromiseOutcome.verdict,
                "How it came out: of its approved outcomes the one that speaks of the latest days; null without one."),
        ])

    /// Columns of `t`.
    private static let indicator = Shape(
        "OverviewIndicator", "An indicator against its target.",
        [
            .id("t.indicator_id", "The indicator."),
            .identifier("planId", "t.plan_id", "The plan that it is in.").always,
            .text("name", "t.name", "What is measured.").always,
            .text("unit", "t.unit", "What it is measured in.").always,
            .choice("direction", "t.direction", Indicator.direction, "Which way is better.").always,
            .quantity("baseline", "t.baseline", "What it was before."),
            .quantity("target", "t.target", "What it is to be."),
            .quantity("latestValue", "v.value", "Its latest value."),
            .day("latestValueOn", "v.measured_on", "The day of that value."),
            Member(
                "reached", .bool,
                "case t.direction when 'up' then v.value >= t.target else v.value <= t.target end",
                "Whether its latest value reaches the target; null where one of them is missing."),
        ])

    /// Columns of the report `t` and its dispatch to the district, `x`.
    private static let report = Shape(
        "OverviewReport", "A report that was sent to the district.",
        [
            .id("t.report_id", "The report."),
            .identifier("planId", "t.plan_id", "The plan that it is of.").always,
            .text("title", "t.title", "Its title.").always,
            .day("sentOn", "t.sent_on", "The day on which it was sent.").always,
            .day("receivedOn", "x.received_on", "The day on which the district received it."),
            .bool("acknowledged", "coalesce(x.is_acknowledged, false)", "Whether the district has acknowledged it."),
        ])

    static let municipality = Shape(
        "OverviewMunicipality", "A municipality of the district.",
        [
            .text("code", "m.municipality_code", "The municipality's code.").always,
            .text("name", "m.name", "Its name.").always,
            .object("agreement", agreement, "The agreement that holds on the day; null when none does."),
            .assembled("actionPlan", plan, "The plan that began last; null when there is none."),
            .list(
                "actionPlans", plan,
                "The plans whose period contains the day; without such a plan the last one that has ended."),
            .assembled("measures", measures, "The measures of those plans.").always,
            .assembled(
                "yearBefore", measures,
                "The measures of the plans that held a year earlier and no longer do; null when there are none."),
            .day("lastFollowUpOn", "p.followed_up_on", "The last day that was followed up."),
            .rows(
                "policeRounds",
                policeRound.json(from: "(\(DistrictSQL.policeRounds)) t", where: "true", order: DistrictSQL.roundOrder),
                policeRound,
                "What is the police's to report: of plans that are carried out, each round that has begun to be answered until all of it is, and by what day."
            ),
            .rows(
                "promises",
                promise.json(
                    from:
                        "\(DistrictSQL.first(of: "app.promise", DistrictSQL.promisesOfDays, by: "t.position, t.promise_id")) left join lateral (\(DistrictSQL.outcome)) o on true",
                    where: "true", order: "t.position, t.promise_id"), promise,
                "The published promises whose days contain the day, or ended in the year before it; at most 100."),
            .rows(
                "indicators",
                indicator.json(
                    from:
                        "\(DistrictSQL.first(of: "app.indicator", "t.municipality_code = m.municipality_code and t.plan_id = any (p.plan_ids)", by: "t.plan_id, t.position, t.indicator_id")) left join lateral (\(DistrictSQL.latestValue)) v on true",
                    where: "true",
                    order: "t.plan_id, t.position, t.indicator_id"), indicator, "The plans' indicators; at most 100."),
            .rows(
                "reports",
                report.json(
                    from: """
                        \(DistrictSQL.first(of: "app.report", DistrictSQL.reportsOfYear, by: "t.sent_on desc, t.report_id")) left join app.report_dispatch x on x.municipality_code = t.municipality_code
                            and x.report_id = t.report_id and x.body_kind = 'policeDistrictManagement'
                        """, where: "true", order: "t.sent_on, t.report_id"), report,
                "What was sent to the district's management in the year before the day; at most the latest 100."),
            .list(
                "awaitedSignatures", AwaitedSignature.inOverview,
                "The signatures and approvals that wait today; at most 100."),
            .day(
                "pictureEstablishedOn", "e.established_on",
                "The day on which its latest situational picture was established, which the law's duties rest on; whether they are met is the municipality's own matter."
            ),
            .day(
                "lastActivityOn", DistrictSQL.lastActivity,
                "The last day of what is shown here: adopted, followed up, established, published or sent."),
        ])

    private static let ofTheme = Shape(
        "OverviewThemeMunicipality", "A theme's measures in a municipality.",
        [
            .text("code", "The municipality's code.").always,
            .assembled("measures", measures, "Its measures with the theme.").always,
        ])

    static let theme = Shape(
        "OverviewTheme", "The measures of a theme.",
        [
            .choice("theme", Theme.choice, "What their areas are about; null for those of areas without one."),
            .assembled("measures", measures, "The measures of all municipalities.").always,
            .list("municipalities", ofTheme, "Those of each that has some."),
        ])

    private static let totals = Shape(
        "OverviewTotals", "The district as a whole.",
        [
            .integer("municipalities", "", "How many municipalities there are.").always,
            .integer("withAgreement", "", "How many have an agreement that holds on the day.").always,
            .integer("withPlan", "", "How many have a plan whose period contains the day.").always,
            .assembled("measures", measures, "The measures of all.").always,
            .assembled("yearBefore", measures, "The measures of a year earlier.").always,
        ])

    static let shape = Shape(
        "DistrictOverview", "A police district's overview of its municipalities.",
        [
            .policeDistrict("d", "The police district."),
            .day("asOf", "o.as_of", "The day that chooses agreement and plans; statuses are today's.").always,
            .assembled("totals", totals, "The district as a whole.").always,
            .list("themes", theme, "The measures by what their areas are about, across municipalities."),
            .list("municipalities", municipality, "The municipalities, by name."),
        ])
}
