import AgreementParsing
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET /municipalities/{municipalityCode}/imports | every role of the municipality, and its municipal police officers |
/// | POST /municipalities/{municipalityCode}/imports | coordinator |
/// | GET /municipalities/{municipalityCode}/imports/{importId} | the same |
/// | POST /municipalities/{municipalityCode}/imports/{importId}/confirmation | coordinator |
enum ImportRoutes {
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("imports", ImportSQL.list, Self.head)
    }

    /// The body is the document itself: text/plain, text/markdown or text/csv (300 kB of text; UTF-8, UTF-16 or Windows-1252), or .docx, .odt
    /// or .xlsx (10 MiB). `fileName` in the
    /// query is kept with it. Answers with the proposal that was read out of it; nothing else is made yet.
    static func create(_ call: Call) async throws -> Response {
        let code = try call.municipalityCode()
        let query = try call.query("fileName")
        let type = try call.requireMediaType(ImportDocument.MediaType.allCases.map(\.rawValue), charsets: ImportDocument.charsets)
        guard let mediaType = ImportDocument.MediaType(rawValue: type) else { throw Problem(.unsupportedMediaType, "The body's media type is not read here.") }
        let fileName = try call.fileName(query, unless: "dokument")
        let place = try await call.service.imports.place(try call.caller(), municipality: code, waiter: call.context.waiter)
        let content = Array(buffer: try await call.collectBody(limit: mediaType.limit, isGranted: true))
        let document = ImportDocument(fileName: fileName, mediaType: mediaType, content: content)
        let proposal = try await call.service.imports.proposal(document, for: place, waiter: call.context.waiter)
        // What is stored now has the time that every request has.
        call.context.waiter.restart()
        let id = Identifier.version7()
        return try await call.make(
            municipality: code, [id], body: content, [ImportSQL.create(code, id, document, preview: .json(proposal))],
            showing: { [ImportSQL.show(code, $0[0])] }
        ) { ids, results in
            guard let row = results.first?.first else { throw Call.notFound }
            return try Self.answer(call, code, ids[0], row, .created)
        }
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        return try await Self.answer(call, try call.municipalityCode(), try call.identifier("importId"), .ok)
    }

    /// Body `{placements?: [{line, area}], splits?: [{name, into}], partyMerges?: [{keep, merge}]}`, all optional.
    /// Refused with `importAlreadyConfirmed` the second time.
    static func confirm(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        let id = try call.identifier("importId")
        // Decisions on a whole document, up to a thousand of each kind.
        var body = try await call.optionalBody(limit: 1_048_576)
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
        try body.finish()
        try await call.service.imports.confirm(try call.caller(), municipality: code, id, Decisions(placements: placements, splits: splits, merges: merges), waiter: call.context.waiter)
        return try await Self.answer(call, code, id, .ok)
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
                json.link("confirmation", rel: "edit", href: call.links.href("\(path)/\(id.text)/confirmation"), method: "POST")
            } else {
                json.link("agreement", rel: "related", href: call.links.href("/municipalities/\(code)/agreements/\(row[9] ?? "")"))
                json.link("situationalPicture", rel: "related", href: call.links.href("/municipalities/\(code)/situational-pictures/\(row[10] ?? "")"))
                json.link("actionPlan", rel: "related", href: call.links.href("/municipalities/\(code)/action-plans/\(row[11] ?? "")"))
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
            json.field("agreementId", row, 9)
            json.optionalField("pictureId", row, 10)
            json.field("planId", row, 11)
        }
    }
}
