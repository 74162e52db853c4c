import Hummingbird
import Postgres

enum MeRoutes {
    static let show = Operation(
        "getMe", "The caller and its grants", "Everyone with a grant, about themselves.",
        answer: .document(Me.shape, tagged: false),
        refusals: [.noGrant]
    ) { call in
        let caller = try call.caller()
        var pipeline = Pipeline()
        let grants = pipeline.add(
            "select \(unsafeSQL: Me.grant.selected), g.reports, g.seen_district_code from access.held_grants() g")
        let results = try await call.run(.caller, reading: true, pipeline)
        return call.answer { json in
            json.field("issuer", caller.issuer)
            json.field("subject", caller.subject)
            json.field("name", caller.name)
            json.key("grants")
            Me.grant.list(&json, results[grants])
            json.links(self: call.links.href("/me")) { json in
                json.link("measures", rel: "related", href: call.links.href("/me/measures"))
                json.link("signatures", rel: "related", href: call.links.href("/me/signatures"))
                json.link("deadlines", rel: "related", href: call.links.href("/me/deadlines"))
                json.link("calendarFeed", rel: "related", href: call.links.href("/me/calendar-feed"))
                if results[grants].contains(where: { $0.bool("reports") }) {
                    json.link("followUps", rel: "edit", href: call.links.href("/me/follow-ups"), method: "POST")
                }
                if results[grants].contains(where: { !$0.isNull("municipalityCode") }) {
                    json.link(part: "municipality", href: call.links.href("/municipalities/{municipalityCode}"))
                }
                if let district = results[grants].first?["seen_district_code"] {
                    json.link(
                        "districtOverview", rel: "related", href: call.links.href("/districts/\(district)/overview"))
                }
            }
        }
    }
}
