import Hummingbird
import Postgres

enum MyFollowUpRoutes {
    /// More than a police district has.
    private static let municipalityLimit = 20

    private struct Line {
        let municipality: String?
        let content: Content
        let faults: ObjectReader.Faults
    }

    /// What became of a line.
    private enum Outcome {
        case recorded(Row)
        case refused(ProblemCode, String, [Problem.FieldError])
        case heldBack
        case failed(ProblemCode, String)
    }

    static let createAll = Operation(
        "createMyFollowUps", "Report on measures of several municipalities",
        """
        Whoever reports, of all municipalities of the caller's grants. For each municipality all lines or none: one that \
        is wrong stops its own municipality only. The answer is 200 and tells of each line what became of it. Sent again \
        with the same Idempotency-Key, a municipality whose lines are the same is not recorded twice; one whose lines \
        have been mended is.
        """,
        body: .json(MyFollowUps.lines, .creation), limit: 1_048_576,
        answer: .document(MyFollowUps.results, tagged: false),
        isKeyed: true
    ) { call in
        // A key that is none is nobody's line's fault.
        _ = try call.idempotencyKey()
        var body = try await call.body()
        let lines = body.separateObjects("followUps", limit: 500) { line in
            (
                municipality: line.text("municipalityCode", required: true),
                content: FollowUp.content(&line, of: FollowUp.line)
            )
        }.map { Line(municipality: $0.value.municipality, content: $0.value.content, faults: $0.faults) }
        if lines.isEmpty, body.faults.count == 0 { body.faults.add("/followUps", .required, "needs at least one") }
        var order: [String] = []
        for line in lines {
            guard let code = line.municipality else { continue }
            if !order.contains(code) { order.append(code) }
        }
        if order.count > Self.municipalityLimit {
            body.faults.add(
                "/followUps", .tooLong, "may be of at most \(Self.municipalityLimit) municipalities at once")
        }
        try body.finish()
        var outcomes: [Int: Outcome] = [:]
        for (index, line) in lines.enumerated() where line.municipality == nil {
            outcomes[index] = Self.fault(line.faults)
        }
        for code in order {
            let own = lines.indices.filter { lines[$0].municipality == code }
            for (index, outcome) in try await Self.record(call, code, own.map { ($0, lines[$0]) }) {
                outcomes[index] = outcome
            }
        }
        return Self.answer(call, lines, outcomes)
    }

    private static func fault(_ faults: ObjectReader.Faults) -> Outcome {
        .refused(.invalidFields, faults.problem?.detail ?? "", faults.told)
    }

    /// All lines of a municipality, or none.
    private static func record(_ call: Call, _ code: String, _ lines: [(index: Int, line: Line)]) async throws
        -> [(Int, Outcome)]
    {
        if lines.contains(where: { $0.line.faults.count > 0 }) {
            return lines.map { ($0.index, $0.line.faults.count > 0 ? Self.fault($0.line.faults) : .heldBack) }
        }
        guard MunicipalityCode.isWellFormed(code) else {
            return lines.map { ($0.index, .refused(.notFound, Problem.notFound.detail, [])) }
        }
        let members = FollowUp.line.members.flatMap { $0.columns(.creation) }
        var (rows, said) = (Recordset(["id": "uuid"], members), Recordset([:], members))
        var ids: [Identifier] = []
        for (_, line) in lines {
            ids.append(.version7())
            rows.add([ids[ids.count - 1]], line.content)
            said.add([], line.content)
        }
        let kind = try call.caller().kind
        // What tells a repeat from another request is the municipality's own lines, so that the others can be mended.
        guard case .text(let source) = said.parameter else { preconditionFailure("rows are text") }
        do {
            let made = try await call.make(
                in: code, ids, Array(source.utf8),
                Pipeline([
                    "select app.check_follow_ups(\(code), \(rows.parameter)::jsonb, true)",
                    FollowUpSQL.createAll(code, rows),
                ])
            ) { pipeline, ids in pipeline.add(FollowUpSQL.show(kind, code, ids)) }
            return zip(lines, made.results[made.shown]).map { ($0.index, .recorded($1)) }
        } catch {
            let problem: Problem
            if let error = error as? Problem {
                problem = error
            } else if let error = error as? PostgresError, let known = Problem(error) {
                problem = known
            } else if let error = error as? PostgresError {
                // What was recorded of the municipalities before this one is told, whatever this is.
                call.service.note(error)
                problem = Problem(.internalError, "The service failed.")
            } else {
                throw error
            }
            if problem.code.status >= 500 { return lines.map { ($0.index, .failed(problem.code, problem.detail)) } }
            return Self.refusals(problem, lines.map(\.index))
        }
    }

    /// A problem that names lines is theirs, and holds the others back; any other is every line's.
    private static func refusals(_ problem: Problem, _ indices: [Int]) -> [(Int, Outcome)] {
        var named: [Int: [Problem.FieldError]] = [:]
        for error in problem.errors {
            let parts = error.pointer.split(separator: "/", maxSplits: 2)
            guard parts.count > 1, parts[0] == "followUps", let place = Int(parts[1]), indices.indices.contains(place)
            else { continue }
            let rest = parts.count > 2 ? "/\(parts[2])" : ""
            named[place, default: []].append(
                .init(pointer: "/followUps/\(indices[place])\(rest)", code: error.code, detail: error.detail))
        }
        return indices.enumerated().map { place, index in
            if let errors = named[place] { return (index, .refused(problem.code, "The line will not do.", errors)) }
            return (index, named.isEmpty ? .refused(problem.code, problem.detail, []) : .heldBack)
        }
    }

    private static func answer(_ call: Call, _ lines: [Line], _ outcomes: [Int: Outcome]) -> Response {
        var (recorded, refused, heldBack, failed) = (0, 0, 0, 0)
        for outcome in outcomes.values {
            switch outcome {
            case .recorded: recorded += 1
            case .refused: refused += 1
            case .heldBack: heldBack += 1
            case .failed: failed += 1
            }
        }
        return call.answer(capacity: 512 * lines.count) { json in
            json.field("recorded", recorded)
            json.field("refused", refused)
            json.field("heldBack", heldBack)
            json.field("failed", failed)
            json.beginArray("results")
            for (index, line) in lines.enumerated() {
                json.beginObject()
                json.field("municipalityCode", line.municipality)
                Self.write(&json, outcomes[index] ?? .heldBack, line.municipality ?? "", call)
                json.endObject()
            }
            json.endArray()
            json.links(self: call.links.href("/me/follow-ups")) { json in
                json.link("measures", rel: "related", href: call.links.href("/me/measures"))
            }
        }
    }

    private static func write(_ json: inout JSONWriter, _ outcome: Outcome, _ municipality: String, _ call: Call) {
        var refusal: (code: ProblemCode, detail: String, errors: [Problem.FieldError])?
        var recorded: Row?
        let word: String
        switch outcome {
        case .recorded(let row): (word, recorded) = ("recorded", row)
        case .refused(let code, let detail, let errors): (word, refusal) = ("refused", (code, detail, errors))
        case .heldBack: word = "heldBack"
        case .failed(let code, let detail): (word, refusal) = ("failed", (code, detail, []))
        }
        json.field("outcome", word)
        json.field("code", refusal?.code.rawValue)
        json.field("detail", refusal?.detail)
        json.key("errors")
        json.errors(refusal?.errors ?? [])
        json.key("followUp")
        guard let recorded else { return json.null() }
        json.beginObject()
        FollowUp.shape.layout.write(&json, recorded)
        json.links(
            self: call.links.href(
                "/municipalities/\(municipality)/measures/\(recorded["measureId"] ?? "")/follow-ups/\(recorded["id"] ?? "")"
            ))
        json.endObject()
    }
}
