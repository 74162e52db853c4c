import Postgres

/// What a police district sees of its municipalities on a day.
enum DistrictOverview {
    static let agreement = Shape(
        "OverviewAgreement", "The agreement that holds on the day.",
        [
            .id("c.agreement_id", "The agreement."),
            .text("title", "c.title", "Its title.").always,
            .object("period", Period.open("c.period_start", "c.period_end"), "The days that it was made for.").always,
            .day(
                "effectiveEnd", Agreement.endsOn("c"),
                "Its last day after prolongation or termination; null until further notice."),
        ])

    /// Columns of `p`.
    static let plan = Shape(
        "OverviewPlan", "A plan whose period contains the day, else the last one that has ended.",
        [
            .id("p.plan_id", "The plan."),
            .integer("year", "p.year", "Its year.").always,
            .period("p.period_start", "p.period_end", "The days that it is for.").always,
            .choice("status", "p.state", ActionPlan.status, "Where it stands.").always,
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
            .object(
                "byStatus",
                Shape(
                    "MeasuresByStatus", "How many measures have each status.",
                    MeasureStatus.allCases.map { .integer($0.jsonName, "", "How many have this status.").always }),
                "How many have each status."
            ).always,
        ])

    /// Columns of the plans' summaries that are added up.
    static let counts = ["measures", "police_measures"] + MeasureStatus.allCases.compactMap(\.column)

    /// The object ``measures`` of several plans, out of rows with the columns ``counts`` from the first on.
    static func write(_ json: inout JSONWriter, measuresOf plans: [Row], from first: Column) {
        let sums = Self.counts.indices.map { place in
            plans.reduce(0) { $0 + ($1.int(Column(place: place).behind(first)) ?? 0) }
        }
        json.beginObject()
        json.field("total", sums[0])
        json.field("policeResponsible", sums[1])
        json.beginObject("byStatus")
        var counted = sums[2...]
        for status in MeasureStatus.allCases {
            json.field(
                status.jsonName, status.column == nil ? sums[0] - sums[2...].reduce(0, +) : counted.removeFirst())
        }
        json.endObject()
        json.endObject()
    }

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
            .day("lastFollowUpOn", "p.followed_up_on", "The last day that was followed up."),
        ])

    static let shape = Shape(
        "DistrictOverview", "A police district's overview of its municipalities.",
        [
            .policeDistrict("d", "The police district."),
            .day("asOf", "o.as_of", "The day that chooses agreement and plans; statuses are today's.").always,
            .list("municipalities", municipality, "The municipalities, by name."),
        ])
}
