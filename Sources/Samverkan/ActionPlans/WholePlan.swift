import FoundationEssentials
import Postgres

/// A plan written whole: everything that it is to hold, in order. Parts with an id are kept, those without are new, and
/// what is not named goes.
struct WholePlan: Sendable {
    static let shape = ActionPlan.shape.with(
        "WholeActionPlan", "A plan as it is to be, as it was read.",
        [
            .rows("droppedMeasures", dropped, limit: 500, "Measures of the revised plan that are not taken along.")
                .whole.hidden
        ])

    private static let dropped = Shape(
        "DroppedMeasure", "A measure that is not taken along.",
        [
            .identifier("id", "The measure.").required,
            .text("reason", "Why.").required,
        ])

    static let result = Shape(
        "WholeActionPlanResult", "What became of a plan that was written whole.",
        [
            .version("version")
        ] + PlanPart.all.map { .assembled($0.name, changes, "Its \($0.words).").always })

    private static let changes = Shape(
        "PartChanges", "What became of the parts of one kind, by their ids.",
        [
            .identifiers("added", limit: 1_000, "Those that are new."),
            .identifiers("changed", limit: 1_000, "Those that differ."),
            .identifiers("removed", limit: 1_000, "Those that are gone."),
        ])

    /// What the plan says of itself.
    private(set) var content: Content
    /// The parts of each kind, in the order of ``PlanPart/all``.
    private(set) var parts = PlanPart.all.map { $0.rows() }
    private(set) var responsibilities = Responsibility.rows()
    private(set) var answers = Recordset(["area": "uuid", "cause": "uuid", "problem": "uuid"])
    private(set) var dropped = MeasureSQL.dropped()
    /// The ids of the parts that are kept, of each kind.
    private(set) var kept = PlanPart.all.map { _ in [String]() }
    /// The kinds of parts that hang on the plan itself and that the body says nothing of: a client that doesn't know them
    /// takes none away.
    private(set) var leftAlone: Set<Int> = []
    /// Where in the body each kept id stands.
    private var pointers: [String: String] = [:]

    init(_ body: inout ObjectReader) {
        body.ignore("_links")
        self.content = body.content(of: Self.shape, .whole)
        var plan = self
        var places = (area: 0, measure: 0)
        _ = body.objects("priorityAreas", required: true, limit: 100) { area -> Void? in
            places.area += 1
            area.ignore("position")
            let id = plan.add(&area, PlanPart.Kind.areas.rawValue, within: [], at: places.area)
            plan.answer(&area, area: id, cause: nil)
            var place = 0
            _ = area.objects("causes", limit: 200) { cause -> Void? in
                place += 1
                let causeID = plan.add(&cause, PlanPart.Kind.causes.rawValue, within: [id], at: place)
                plan.answer(&cause, area: nil, cause: causeID)
                _ = cause.objects("measures", limit: 500) {
                    plan.measure(&$0, area: id, cause: causeID, &places.measure)
                }
                return ()
            }
            _ = area.objects("measures", limit: 500) { plan.measure(&$0, area: id, cause: nil, &places.measure) }
            return ()
        }
        for (kind, part) in PlanPart.all.enumerated().dropFirst(PlanPart.all.count - PlanPart.ofPlan.count) {
            var place = 0
            if !body.has("\(part.name)") { plan.leftAlone.insert(kind) }
            _ = body.objects("\(part.name)", limit: 100) { item -> Void? in
                place += 1
                _ = plan.add(&item, kind, within: [], at: place)
                return ()
            }
        }
        _ = body.objects("droppedMeasures", limit: 500) { item -> Void? in
            let (id, reason) = (item.identifier("id", required: true), item.text("reason", required: true))
            guard let id, let reason else { return nil }
            if plan.pointers.updateValue(item.pointer + "/id", forKey: id.text) != nil {
                item.refuse("id", .duplicate, "is kept above, or dropped twice")
            }
            plan.dropped.add([id, reason])
            plan.kept[PlanPart.Kind.measures.rawValue].append(id.text)
            return ()
        }
        self = plan
    }

    /// Adds a part, under its own id or a new one.
    private mutating func add(
        _ body: inout ObjectReader, _ kind: Int, within parents: [String?], at place: Int
    ) -> String {
        let known = body.identifier("id")
        if let known {
            if self.pointers.updateValue(body.pointer + "/id", forKey: known.text) != nil {
                body.refuse("id", .duplicate, "stands twice")
            }
            self.kept[kind].append(known.text)
        }
        let id = known ?? .version7()
        let leading: [any PostgresBindable] =
            [id, known != nil] + parents.map { $0?.postgresParameter ?? .null } + [place]
        self.parts[kind].add(leading, body.content(of: PlanPart.all[kind].shape, .whole))
        return id.text
    }

    private mutating func measure(_ body: inout ObjectReader, area: String, cause: String?, _ place: inout Int) -> Void?
    {
        place += 1
        let id = self.add(&body, PlanPart.Kind.measures.rawValue, within: [area, cause], at: place)
        _ = Responsibility.read(&body, as: Responsibility.shape, of: id, into: &self.responsibilities)
        return ()
    }

    private mutating func answer(_ body: inout ObjectReader, area: String?, cause: String?) {
        for problem in body.identifiers("problemIds", limit: 100) {
            self.answers.add([area?.postgresParameter ?? .null, cause?.postgresParameter ?? .null, problem])
        }
    }

    /// What is told of an error; nil for what only the log may know.
    func problem(_ error: PostgresError) -> Problem? {
        if error.constraint == "plan_parts", case .server(let server) = error, let facts = server.facts,
            let ids = try? JSONDecoder().decode([String].self, from: Data(facts.utf8))
        {
            return Problem(
                .invalidFields, "The plan has no such part.",
                errors: ids.map {
                    .init(pointer: self.pointers[$0] ?? "", code: .notFound, detail: "is no part of this plan")
                })
        }
        guard var problem = Problem(error) else { return nil }
        // The database knows which rule, not which of the many parts.
        problem.errors = problem.errors.map { fault in
            if ["/period/end", "/agreementId", "/pictureId", "/year", "/droppedMeasures"].contains(fault.pointer) {
                return fault
            }
            return .init(
                pointer: "/priorityAreas", code: fault.code,
                detail: "\(fault.pointer.dropFirst()) of a part \(fault.detail)")
        }
        return problem
    }
}
