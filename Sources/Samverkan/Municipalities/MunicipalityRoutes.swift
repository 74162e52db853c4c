import Hummingbird
import Postgres

enum MunicipalityRoutes {
    static let show = Operation(
        "getMunicipality", "A municipality", "Every role of the municipality, and the police of its district.",
        answer: .document(Municipality.shape)
    ) { call in
        try Self.answer(call, try await call.read(Self.shown(call.code)))
    }

    static let change = Operation(
        "changeMunicipality", "Change a municipality's labels",
        "A coordinator: what the crime prevention group and the plan are called here.",
        body: .json(Municipality.shape, .change), precondition: .required, answer: .document(Municipality.shape)
    ) { call in
        let (code, content) = (call.code, try await call.content().content)
        var pipeline = Pipeline([
            "select app.require_row(count(*)) from app.municipality where municipality_code = \(code)"
        ])
        pipeline.add(
            Statement.update(
                "app.municipality", [("municipality_code", code)], content, versioned: true,
                expected: call.expectedVersion, missing: .forbidden))
        let shown = pipeline.add(Self.shown(code))
        return try Self.answer(call, try await call.write(pipeline)[shown])
    }

    private static func shown(_ code: String) -> Statement {
        """
        select \(unsafeSQL: Municipality.shape.selected)
        from app.municipality m join app.police_district d on d.district_code = m.district_code
        where m.municipality_code = \(code)
        """
    }

    private static func answer(_ call: Call, _ rows: QueryResult) throws -> Response {
        guard let row = rows.first else { throw Problem.notFound }
        let href = call.links.href("/municipalities/\(call.code)")
        return call.answer(version: row.int("version")) { json in
            Municipality.shape.layout.write(&json, row)
            json.links(self: href) { json in
                json.link(part: "search", href: "\(href)/search{?q}")
                json.link("agreements", rel: "related", href: "\(href)/agreements")
                json.link("promises", rel: "related", href: "\(href)/promises")
                json.link("situationalPictures", rel: "related", href: "\(href)/situational-pictures")
                json.link("actionPlans", rel: "related", href: "\(href)/action-plans")
                json.link("reportingRounds", rel: "related", href: "\(href)/reporting-rounds")
                json.link("reportingRoundProposals", rel: "related", href: "\(href)/reporting-round-proposals")
                json.link("measures", rel: "related", href: "\(href)/measures")
                json.link("followUps", rel: "related", href: "\(href)/follow-ups")
                json.link("indicators", rel: "related", href: "\(href)/indicators")
                json.link("reports", rel: "related", href: "\(href)/reports")
                // The municipality's own matter.
                if call.isInside {
                    json.link("statutoryDuties", rel: "related", href: "\(href)/statutory-duties")
                    json.link("dutyFulfilments", rel: "related", href: "\(href)/duty-fulfilments")
                    json.link("wordTemplate", rel: "related", href: "\(href)/word-template")
                }
                json.link("bodies", rel: "related", href: "\(href)/bodies")
                json.link("responsibleParties", rel: "related", href: "\(href)/responsible-parties")
                json.link("crimePreventionGroupMembers", rel: "related", href: "\(href)/crime-prevention-group-members")
                json.link(
                    "crimePreventionGroupMeetings", rel: "related", href: "\(href)/crime-prevention-group-meetings")
                json.link("imports", rel: "related", href: "\(href)/imports")
            }
        }
    }
}
