import FoundationEssentials
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/search | every role of the municipality; the police find what they may read |
enum SearchRoutes {
    static let search = Operation(
        "search", "Search",
        """
        Every role of the municipality, in everything that it has, of all years; the police find what they see by itself. \
        All words must be there, in any form that Swedish gives them (brott, brottet; skola, skolan), and within longer ones; \
        a registration number and «§ 41» in any writing; a year among other words may be the plan's. Newest first, then \
        by kind.
        """,
        query: [
            .text("q", "What is searched for; at most 200 characters.").required,
            .choice("kind", SearchResult.kind, "What it is a text of."),
            .integer("year", 1990...2200, "The plan's year, or its own."),
            .identifier("area", "The priority area that it stands in."),
            .choice("theme", Theme.choice, "The theme of that area."),
            .identifier("party", "One who answers for the measure, or whom it speaks for."),
            .choice("status", MeasureStatus.choice, "The measure's status, or what the follow-up says."),
        ] + QueryParameter.paging, answer: .page(SearchResult.shape), refusals: [.searchWithoutWords]
    ) { call in
        let query = call.query
        let filter = SearchSQL.Filter(
            text: query["q"] ?? "", kind: query["kind"], year: query["year"].flatMap { Int($0) },
            area: query.identifier("area"),
            theme: query["theme"], party: query.identifier("party"), status: query["status"])
        let found = try await call.read(SearchSQL.found(call.code, filter, query.page))
        let json = found.first?["stems"] ?? "[]"
        let stems = (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
        if stems.isEmpty {
            throw Problem(
                .searchWithoutWords,
                "There is no word to search for: signs, single letters and words like «och» find nothing by themselves."
            )
        }
        let above = call.links.href("/municipalities/\(call.code)")
        return call.page(
            found.filter { $0["kind"] != nil }, total: found.first?.int("total") ?? 0,
            path: "/municipalities/\(call.code)/search"
        ) { json, row in
            SearchResult.shape.layout.write(
                &json, row,
                SearchResult.shape.layout.ordered([
                    "excerpt": { json, row in
                        json.beginArray()
                        for part in Excerpt(row["text"] ?? "", stems: stems).parts {
                            json.beginObject()
                            json.field("text", part.text)
                            json.field("isMatch", part.isMatch)
                            json.endObject()
                        }
                        json.endArray()
                    }
                ]))
            json.links(self: above + Self.path(row))
        }
    }

    /// Where what was found stands.
    private static func path(_ row: Row) -> String {
        let id = row["id"] ?? ""
        func of(_ column: StaticString) -> String { row[column] ?? "" }
        return switch row["kind"] {
        case "agreement", "section": "/agreements/\(id)"
        case "picture": "/situational-pictures/\(id)"
        case "source": "/situational-pictures/\(of("pictureId"))/sources/\(id)"
        case "problem": "/situational-pictures/\(of("pictureId"))/problems/\(id)"
        case "plan": "/action-plans/\(id)"
        case "area": "/action-plans/\(of("planId"))/priority-areas/\(id)"
        case "cause": "/action-plans/\(of("planId"))/causes/\(id)"
        case "measure": "/measures/\(id)"
        case "indicator": "/action-plans/\(of("planId"))/indicators/\(id)"
        case "followUp": "/measures/\(of("measureId"))/follow-ups/\(id)"
        case "unplannedWork": "/action-plans/\(of("planId"))/unplanned-work/\(id)"
        case "promise": "/promises/\(id)"
        case "outcome": "/promises/\(of("promiseId"))/outcomes/\(id)"
        case "report", "reportCommentary": "/reports/\(id)"
        case "reportDecision": "/report-decisions/\(id)"
        case "meeting", "meetingDecision": "/crime-prevention-group-meetings/\(id)"
        case "comment": "/comments/\(id)"
        case "attachment": "/attachments/\(id)"
        default: "/responsible-parties/\(id)"
        }
    }
}
