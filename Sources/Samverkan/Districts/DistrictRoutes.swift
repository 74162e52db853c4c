import Hummingbird
import Postgres

enum DistrictRoutes {
    static let overview = Operation(
        "getDistrictOverview", "A district's overview",
        """
        District readers and the head of that district; its municipal police officers, of the municipalities of their \
        grants. Of each municipality the agreement that holds on a day, the plans whose period contains it (adopted, closed, \
        or superseded by one that doesn't), how many of their measures have which status, are late, and are the police's, \
        and the same a year earlier; what the police have to report in which round, promises and their outcomes, \
        indicators against targets, reports that the district has received, and signatures that wait. Without such a plan it \
        is the last one that has ended, with the days since. The day chooses agreements, plans and what is published; \
        statuses, rounds' answers and signatures are today's. Established documents only.
        """,
        query: [.day("asOf", "The day; today unless said.")], answer: .document(DistrictOverview.shape, tagged: false),
        paper: DistrictPaper.overview, sheet: DistrictSheet.overview
    ) { call in
        let day = call.query.day("asOf")
        var pipeline = Pipeline()
        let shown = DistrictSQL.Shown(call.district, on: day, in: &pipeline)
        let results = try await call.read(pipeline)
        guard let district = results[shown.district].first else { throw Problem.notFound }
        let municipalities = results[shown.municipalities]
        let (code, agreement) = (municipalities.column("code"), municipalities.column("agreement.id"))
        let plans = Counted(results[shown.plans])
        let before = Counted(results[shown.plansBefore])
        let themes = Counted(results[shown.themes])
        let awaited = Counted(results[shown.awaited])
        let (ended, theme) = (results[shown.plans].column("ended"), results[shown.themes].column("theme"))

        func totals(_ json: inout JSONWriter, _: Row) {
            json.beginObject()
            json.field("municipalities", municipalities.count)
            json.field("withAgreement", municipalities.count { !$0.isNull(agreement) })
            json.field(
                "withPlan",
                municipalities.count { plans[$0[code] ?? ""].contains { $0.bool(ended) == false } })
            json.key("measures")
            plans.counts(plans.all).write(&json)
            json.key("yearBefore")
            before.counts(before.all).write(&json)
            json.endObject()
        }
        func byTheme(_ json: inout JSONWriter, _: Row) {
            json.beginArray()
            var rest = themes.all[...]
            while let first = rest.first {
                let ofTheme = rest.prefix { $0[theme] == first[theme] }
                rest = rest.dropFirst(ofTheme.count)
                json.beginObject()
                json.field("theme", first, theme)
                json.key("measures")
                themes.counts(Array(ofTheme)).write(&json)
                json.beginArray("municipalities")
                for row in ofTheme {
                    json.beginObject()
                    json.field("code", row, themes.code)
                    json.key("measures")
                    themes.counts([row]).write(&json)
                    json.endObject()
                }
                json.endArray()
                json.endObject()
            }
            json.endArray()
        }
        func municipality(_ json: inout JSONWriter, _ row: Row) {
            let own = row[code] ?? ""
            json.beginObject()
            DistrictOverview.municipality.layout.write(
                &json, row,
                DistrictOverview.municipality.layout.ordered([
                    // The one that began last stands for those who look at one.
                    "actionPlan": { json, _ in
                        if let first = plans[own].first {
                            DistrictOverview.plan.object(&json, first)
                        } else {
                            json.null()
                        }
                    },
                    "actionPlans": { json, _ in DistrictOverview.plan.list(&json, plans[own]) },
                    "measures": { json, _ in plans.counts(plans[own]).write(&json) },
                    "yearBefore": { json, _ in
                        if before[own].isEmpty { json.null() } else { before.counts(before[own]).write(&json) }
                    },
                    "awaitedSignatures": { json, _ in AwaitedSignature.inOverview.list(&json, awaited[own]) },
                ]))
            json.links(self: call.links.href("/municipalities/\(own)"))
            json.endObject()
        }
        let address = call.links.href("/districts/\(call.district)")
        let said = day.map { "?asOf=\($0.text)" } ?? ""
        return call.answer(capacity: 16_384) { json in
            DistrictOverview.shape.layout.write(
                &json, district,
                DistrictOverview.shape.layout.ordered([
                    "totals": totals, "themes": byTheme,
                    "municipalities": { json, _ in
                        json.beginArray()
                        for row in municipalities { municipality(&json, row) }
                        json.endArray()
                    },
                ]))
            json.links(self: "\(address)/overview\(said)") { json in
                json.link("measures", rel: "related", href: "\(address)/measures\(said)")
            }
        }
    }

    /// Rows of municipalities, with what is counted in the columns behind `code`.
    private struct Counted {
        let all: [Row]
        let code: Column
        private let byCode: [String: [Row]]

        init(_ result: QueryResult) {
            let code = result.column("code")
            self.code = code
            self.all = Array(result)
            self.byCode = Dictionary(grouping: self.all) { $0[code] ?? "" }
        }

        subscript(code: String) -> [Row] { self.byCode[code] ?? [] }

        func counts(_ rows: [Row]) -> DistrictOverview.Counts {
            var counts = DistrictOverview.Counts()
            for row in rows { counts.add(row, from: Column(place: 1).behind(self.code)) }
            return counts
        }
    }

    static let measures = Operation(
        "listDistrictMeasures", "Measures of a district's municipalities",
        """
        Who may: as for the overview, whose plans they are of: those that hold on a day, without such a plan the last one that has \
        ended. With the day by which each is to be done, its own or its plan's last; what is due first stands first.
        """,
        query: [
            .day("asOf", "The day that chooses the plans, and before which a measure is late; today unless said."),
            .init(name: "municipality", kind: .municipality, sentence: "The municipality, by its code."),
            .choice("theme", Theme.choice, "What their area is about."),
            .choice("status", MeasureStatus.choice, "Their status."),
            .choice("kind", ResponsibleParty.kind, "The kind of one of those who answer for them."),
            .day("dueFrom", "The first day by which they are to be done."),
            .day("dueUntil", "The last day by which they are to be done."),
            .choice("late", DistrictMeasure.lateness, "Whether they aren't ended though their day has been."),
        ] + QueryParameter.paging, answer: .page(DistrictMeasure.shape), paper: DistrictPaper.measures,
        sheet: DistrictSheet.measures
    ) { call in
        let query = call.query
        var pipeline = Pipeline()
        let listed = DistrictSQL.Listed(
            call.district,
            .init(
                day: query.day("asOf"), municipality: query["municipality"], theme: query["theme"],
                status: query["status"], kind: query["kind"], dueFrom: query.day("dueFrom"),
                dueUntil: query.day("dueUntil"),
                isLate: query["late"].map { $0 == "true" }),
            query.page, in: &pipeline)
        let results = try await call.read(pipeline)
        guard results[listed.district].first != nil else { throw Problem.notFound }
        return call.page(
            results[listed.measures], results[listed.total], path: "/districts/\(call.district)/measures"
        ) { json, row in
            DistrictMeasure.shape.layout.write(&json, row)
            let municipality = call.links.href("/municipalities/\(row["municipality.code"] ?? "")")
            json.links(self: "\(municipality)/measures/\(row["id"] ?? "")") { json in
                json.link("actionPlan", rel: "up", href: "\(municipality)/action-plans/\(row["planId"] ?? "")")
            }
        }
    }
}
