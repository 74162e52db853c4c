import AgreementParsing
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/imports | every role of the municipality, and its municipal police officers |
/// | POST /municipalities/{municipalityCode}/imports | coordinator |
/// | GET /municipalities/{municipalityCode}/imports/{importId} | the same |
/// | POST /municipalities/{municipalityCode}/imports/{importId}/reading, …/confirmation | coordinator |
/// | POST /municipalities/{municipalityCode}/action-plans/{planId}/follow-up-proposals | coordinator, contributor, municipal police officer |
enum ImportRoutes {
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("imports", ImportSQL.list, Self.head)
    }

    /// The body is the document itself: text/plain, text/markdown or text/csv (300 kB of text; UTF-8, UTF-16 or Windows-1252), or .docx, .odt,
    /// .xlsx or .pdf (10 MiB). `fileName` in the query is kept with it;
    /// with `identityNumbers=leaveOut` only the text of a document that holds such numbers is kept, without their digits. Answers with the proposal that was read out of it; nothing else is made yet.
    static func create(_ call: Call) async throws -> Response {
        let code = try call.municipalityCode()
        let query = try call.query("fileName", "identityNumbers")
        var reading = ReadingDecisions()
        switch query["identityNumbers"] {
        case nil: break
        case "leaveOut": reading.leavesOutIdentityNumbers = true
        default: throw Problem(.invalidParameter, "The query parameter «identityNumbers» can be leaveOut.")
        }
        let mediaType = try Self.mediaType(call)
        let fileName = try call.fileName(query, unless: "dokument")
        let place = try await call.service.imports.place(try call.caller(), municipality: code, waiter: call.context.waiter)
        let content = Array(buffer: try await call.collectBody(limit: mediaType.limit, isGranted: true))
        let document = ImportDocument(fileName: fileName, mediaType: mediaType, content: content)
        let (proposal, kept) = try await call.service.imports.proposal(document, for: place, reading, waiter: call.context.waiter)
        // What is stored now has the time that every request has.
        call.context.waiter.restart()
        let id = Identifier.version7()
        return try await call.make(
            municipality: code, [id], body: content, [ImportSQL.create(code, id, kept, preview: .json(proposal))],
            showing: { [ImportSQL.show(code, $0[0])] }
        ) { ids, results in
            guard let row = results.first?.first else { throw Call.notFound }
            return try Self.answer(call, code, ids[0], row, .created)
        }
    }

    private static func mediaType(_ call: Call) throws -> ImportDocument.MediaType {
        if let reason = ImportDocument.neverRead[call.mediaType] { throw Problem(reason) }
        let type = try call.requireMediaType(ImportDocument.MediaType.allCases.map(\.rawValue), charsets: ImportDocument.charsets)
        guard let mediaType = ImportDocument.MediaType(rawValue: type) else { throw Problem(.unsupportedMediaType, "The body's media type is not read here.") }
        return mediaType
    }

    /// The body is a report of what was done of a plan, in any form that an import takes. Answers with each row as a follow-up of the measure
    /// it is likest to, for a person to look at and send to `/follow-ups`; nothing is stored.
    static func proposeFollowUps(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let plan = try call.identifier("planId")
        let mediaType = try Self.mediaType(call)
        let imports = call.service.imports
        let reported = try await imports.reportedPlan(try call.caller(), municipality: code, plan, waiter: call.context.waiter)
        let content = Array(buffer: try await call.collectBody(limit: mediaType.limit, isGranted: true))
        let proposals = try await imports.report(
            ImportDocument(fileName: "", mediaType: mediaType, content: content), municipality: code, on: reported, waiter: call.context.waiter)
        var json = JSONWriter(capacity: 8_192)
        json.beginObject()
        json.field("planId", plan.text)
        ImportJSON.write(&json, proposals, on: reported)
        json.links(self: call.links.href("/municipalities/\(code)/action-plans/\(plan.text)/follow-up-proposals")) { json in
            json.link("followUps", rel: "edit", href: call.links.href("/municipalities/\(code)/follow-ups"), method: "POST")
            json.link("actionPlan", rel: "up", href: call.links.href("/municipalities/\(code)/action-plans/\(plan.text)"))
        }
        json.endObject()
        return call.json(json.finish())
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        return try await Self.answer(call, try call.municipalityCode(), try call.identifier("importId"), .ok)
    }

    /// Body `{placements?: [{line, area}], splits?: [{name, into}], partyMerges?: [{keep, merge}]}`, all optional.
    /// With `agreementId` plan and promises become that agreement's, and no other is made. What the document doesn't hold isn't made either.
    /// `acceptMarkings` is needed for a document that says that it is a draft or secret. Refused with `importAlreadyConfirmed` the second time.
    static func confirm(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("importId")
        // Decisions on a whole document, up to a thousand of each kind.
        var body = try await call.optionalBody(limit: 1_048_576)
        var decisions = Self.decisions(&body)
        decisions.acceptsMarkings = body.bool("acceptMarkings") ?? false
        decisions.agreementID = body.identifier("agreementId")?.text
        try body.finish()
        try await call.service.imports.confirm(try call.caller(), municipality: code, id, decisions, waiter: call.context.waiter)
        return try await Self.answer(call, code, id, .ok)
    }

    /// Body: ``ReadingDecisions`` as `{title?, period?: {start, end?}, year?, tables?: [{table, as}], columns?: [{name, as}], leaveOut?: [{line}],
    /// joins?: [{line, with}], divisions?: [{line}], areas?: [{line}], plan?: {line}, useRemembered?}`, and what a confirmation takes. The document is read anew each time, as these say and
    /// not as earlier ones did; confirmation takes the last reading. Refused with `importAlreadyConfirmed` after it.
    static func readAgain(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("importId")
        var body = try await call.optionalBody(limit: 1_048_576)
        var reading = ReadingDecisions()
        reading.title = body.text("title", limit: 500)
        reading.period = body.object("period") { item -> AgreementDocument.Period? in
            let start = item.day("start", required: true)
            let end = item.day("end")
            if let start, let end, end.text < start.text { item.faults.add(item.pointer + "/end", .endBeforeStart, "must not come before start") }
            return start.map { .init(start: $0.text, end: end?.text) }
        }
        reading.year = body.integer("year", in: 1990...2199)
        reading.tables = body.objects("tables") { item in
            let table = item.integer("table", required: true, in: 1...10_000)
            let kind = item.choice("as", required: true, of: ReadingDecisions.Table.Kind.self)
            return table.flatMap { table in kind.map { .init(table: table, kind: $0) } }
        }
        reading.columns = body.objects("columns") { item in
            let name = item.text("name", required: true, limit: 200)
            let kind = item.choice("as", required: true, of: ReadingDecisions.Column.Kind.self)
            return name.flatMap { name in kind.map { .init(name: name, kind: $0) } }
        }
        reading.leaveOut = body.objects("leaveOut") { $0.integer("line", required: true, in: 1...10_000_000) }
        reading.joins = body.objects("joins") { item in
            let line = item.integer("line", required: true, in: 1...10_000_000)
            let other = item.integer("with", required: true, in: 1...10_000_000)
            return line.flatMap { line in other.map { [line, $0] } }
        }
        reading.divisions = body.objects("divisions") { $0.integer("line", required: true, in: 1...10_000_000) }
        reading.plan = body.object("plan") { $0.integer("line", required: true, in: 1...10_000_000) }
        reading.areas = body.objects("areas") { $0.integer("line", required: true, in: 1...10_000_000) }
        let decisions = Self.decisions(&body)
        let remembering = body.bool("useRemembered") ?? true
        try body.finish()
        try await call.service.imports.readAgain(try call.caller(), municipality: code, id, reading, decisions, remembering: remembering, waiter: call.context.waiter)
        return try await Self.answer(call, code, id, .ok)
    }

    private static func decisions(_ body: inout ObjectReader) -> Decisions {
        let placements = body.objects("placements") { item -> Decisions.Placement? in
            let line = item.integer("line", required: true, in: 1...10_000_000)
            let area = item.integer("area", required: true, in: 1...10_000)
            return line.flatMap { line in area.map { .init(line: line, area: $0) } }
        }
        let splits = body.objects("splits") { item -> Decisions.Split? in
            let name = item.text("name", required: true, limit: 200)
            let into = item.texts("into", limit: 10)
            if into.count < 2 { item.faults.add(item.pointer + "/into", .required, "needs at least two names") }
            return name.map { .init(name: $0, into: into) }
        }
        let merges = body.objects("partyMerges") { item -> Decisions.Merge? in
            let keep = item.text("keep", required: true, limit: 200)
            let merge = item.text("merge", required: true, limit: 200)
            return keep.flatMap { keep in merge.map { .init(keep: keep, merge: $0) } }
        }
        return Decisions(placements: placements, splits: splits, merges: merges)
    }

    private static func answer(_ call: Call, _ code: String, _ id: Identifier, _ status: HTTPResponse.Status) async throws -> Response {
        guard let row = try await call.read(municipality: code, [ImportSQL.show(code, id)])[0].first else { throw Call.notFound }
        return try Self.answer(call, code, id, row, status)
    }

    private static func answer(_ call: Call, _ code: String, _ id: Identifier, _ row: Row, _ status: HTTPResponse.Status) throws -> Response {
        let path = "/municipalities/\(code)/imports"
        var json = JSONWriter(capacity: 32_768)
        json.beginObject()
        Self.head(&json, row)
        ImportJSON.write(&json, try ImportService.document(row))
        json.links(self: call.links.href("\(path)/\(id.text)")) { json in
            json.link("collection", rel: "collection", href: call.links.href(path))
            if row[5] == "previewed" {
                json.link("reading", rel: "edit", href: call.links.href("\(path)/\(id.text)/reading"), method: "POST")
                json.link("confirmation", rel: "edit", href: call.links.href("\(path)/\(id.text)/confirmation"), method: "POST")
            } else {
                if let id = row[9] { json.link("agreement", rel: "related", href: call.links.href("/municipalities/\(code)/agreements/\(id)")) }
                if let id = row[10] { json.link("situationalPicture", rel: "related", href: call.links.href("/municipalities/\(code)/situational-pictures/\(id)")) }
                if let id = row[11] { json.link("actionPlan", rel: "related", href: call.links.href("/municipalities/\(code)/action-plans/\(id)")) }
            }
        }
        json.endObject()
        let location = status == .created ? call.links.href("\(path)/\(id.text)") : nil
        return call.json(json.finish(), status: status, location: location)
    }

    private static func head(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("fileName", row, 1)
        json.field("mediaType", row, 2)
        json.rawField("bytes", row, 3)
        json.field("sha256", row, 4)
        json.field("state", row, 5)
        json.timestampField("createdAt", row, 6)
        json.field("createdBy", row, 7)
        if !row.isNull(8) {
            json.timestampField("confirmedAt", row, 8)
            json.optionalField("agreementId", row, 9)
            json.optionalField("pictureId", row, 10)
            json.optionalField("planId", row, 11)
        }
    }
}
