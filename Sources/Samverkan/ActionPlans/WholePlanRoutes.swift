import FoundationEssentials
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | PUT /municipalities/{municipalityCode}/action-plans/{planId} | coordinator, while the plan is a draft |
enum WholePlanRoutes {
    /// Writes the whole draft (see ``WholePlan``); needs If-Match. Answers with what changed: `{version, priorityAreas{added[],
    /// changed[], removed[]}, causes{…}, measures{…}}`, each the ids. Refused with `measureDropNeedsReason` when a measure of the
    /// revised plan is left out without one.
    static func replace(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("planId"))
        let expected = try call.expectedVersion()
        var body = try await call.body(limit: 1_048_576)
        let plan = WholePlan(&body)
        try body.finish()
        let work = WholePlanSQL.replace(code, id, plan, expected: expected)
        let results: [QueryResult]
        do {
            results = try await call.write(municipality: code, work.statements)
        } catch let error as PostgresError where error.constraint == "plan_parts" {
            guard case .server(let server) = error, let facts = server.facts, let ids = try? JSONDecoder().decode([String].self, from: Data(facts.utf8)) else { throw error }
            throw Problem(.invalidFields, "The plan has no such part.", errors: ids.map {
                .init(pointer: plan.pointers[$0] ?? "", code: .notFound, detail: "is no part of this plan")
            })
        } catch let error as PostgresError {
            // The database knows which rule, not which of the many parts.
            guard var problem = Problem(error) else { throw error }
            problem.errors = problem.errors.map { fault in
                ["/period/end", "/agreementId", "/pictureId", "/year", "/droppedMeasures"].contains(fault.pointer) ? fault : .init(pointer: "/priorityAreas", code: fault.code, detail: "\(fault.pointer.dropFirst()) of a part \(fault.detail)")
            }
            throw problem
        }
        let version = results[results.count - 1].first?.int(0) ?? 0
        var json = JSONWriter()
        json.beginObject()
        json.field("version", version)
        func part(_ json: inout JSONWriter, _ name: StaticString, _ places: WholePlanSQL.Results) {
            func ids(_ places: [Int]) -> Set<String> { Set(places.flatMap { results[$0].compactMap { $0[0] } }) }
            let (added, removed) = (ids(places.added), ids(places.removed))
            json.beginObject(name)
            func list(_ json: inout JSONWriter, _ name: StaticString, _ ids: Set<String>) {
                json.beginArray(name)
                for id in ids.sorted() { json.string(id) }
                json.endArray()
            }
            list(&json, "added", added)
            list(&json, "changed", ids(places.changed).subtracting(added).subtracting(removed))
            list(&json, "removed", removed)
            json.endObject()
        }
        part(&json, "priorityAreas", work.areas)
        part(&json, "causes", work.causes)
        part(&json, "measures", work.measures)
        let href = call.links.href("/municipalities/\(code)/action-plans/\(id.text)")
        json.links(self: href) { json in
            json.link("actionPlan", rel: "related", href: href)
        }
        json.endObject()
        return call.json(json.finish(), version: version)
    }
}
