import AgreementParsing
import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/{document}/attachments, …/attachments/{attachmentId}, …/attachments/{attachmentId}/content | whoever sees what it hangs on |
/// | POST …/{document}/attachments | coordinator; to a follow-up also who may report for its party |
///
/// It hangs on an agreement, a situational picture, an action plan or a follow-up. Never changed, never removed.
enum AttachmentRoutes {
    /// What an attachment hangs on.
    enum Owner: Sendable {
        case document(Document)
        case followUp

        fileprivate var column: String {
            switch self {
            case .document(let document): "\(document.column)"
            case .followUp: "follow_up_id"
            }
        }

        fileprivate func id(_ call: Call) throws(Problem) -> Identifier {
            switch self {
            case .document(let document): try call.identifier(document.parameter)
            case .followUp: try call.identifier("followUpId")
            }
        }

        /// Its own path below the municipality.
        fileprivate func path(_ call: Call) throws(Problem) -> String {
            switch self {
            case .document(let document): "\(document.path)/\(try call.identifier(document.parameter).text)"
            case .followUp: "measures/\(try call.identifier("measureId").text)/follow-ups/\(try call.identifier("followUpId").text)"
            }
        }

        fileprivate func require(_ call: Call, _ code: String) throws(Problem) -> Statement {
            switch self {
            case .document(let document): return document.require(code, try call.identifier(document.parameter))
            case .followUp:
                let (measure, followUp) = (try call.identifier("measureId"), try call.identifier("followUpId"))
                return """
                    select app.require_row(count(*)) from app.follow_up f where f.municipality_code = \(code) and f.follow_up_id = \(followUp)
                        and f.lineage_id = (select m.lineage_id from app.measure m where m.municipality_code = \(code) and m.measure_id = \(measure))
                    """
            }
        }
    }

    private static let types = ["application/pdf", "image/png", "image/jpeg"]
    private static let limit = 10_485_760
    /// How much of an attachment is in memory at a time when it is sent.
    private static let chunk = 262_144

    private static let columns = """
        t.attachment_id, t.file_name, t.media_type, octet_length(t.content), encode(t.sha256, 'hex'), t.created_at,
            t.agreement_id, t.picture_id, t.plan_id, t.follow_up_id
        """

    static func list(_ owner: Owner) -> @Sendable (Call) async throws -> Response {
        { call in
            let (code, id) = (try call.municipalityCode(), try owner.id(call))
            let query = try call.query("page", "limit")
            let page = try Page(query)
            let results = try await call.read(municipality: code, [
                try owner.require(call, code),
                """
                select \(unsafeSQL: self.columns) from app.attachment t where t.municipality_code = \(code) and t.\(unsafeSQL: owner.column) = \(id)
                order by t.created_at, t.attachment_id limit \(page.limit) offset \(page.offset)
                """,
                "select count(*) from app.attachment t where t.municipality_code = \(code) and t.\(unsafeSQL: owner.column) = \(id)",
            ])
            return call.list(
                results[1], page: page, total: results[2].first?.int(0) ?? 0, path: "/municipalities/\(code)/\(try owner.path(call))/attachments", query: query, self.write)
        }
    }

    /// The body is the file: PDF, PNG or JPEG, at most 10 MiB. `fileName` in the query is kept with it. Refused with
    /// `attachmentContentIsNotItsType` when the first bytes are not those of the media type.
    static func create(_ owner: Owner) -> @Sendable (Call) async throws -> Response {
        { call in
            let (code, id) = (try call.municipalityCode(), try owner.id(call))
            let query = try call.query("fileName")
            let type = try call.requireMediaType(self.types)
            let fileName = try call.fileName(query, unless: "bilaga")
            try call.acceptedLength(limit: self.limit)
            // Whether the caller may attach anything is decided again by the policy; asked before a file is taken in, nobody else makes
            // the service hold any.
            let seen = try await call.read(municipality: code, [try owner.require(call, code), "select access.role() in ('coordinator', 'contributor', 'municipalOfficer', 'headOfDistrict')"])
            guard seen[1].first?.bool(0) == true else { throw Problem(.forbidden, "The caller's role does not allow this.") }
            let content = Array(buffer: try await call.collectBody(limit: self.limit, isGranted: true))
            if content.isEmpty { throw Problem(.attachmentContentIsNotItsType, "The file is empty.") }
            let attachment = Identifier.version7()
            return try await call.make(
                municipality: code, [attachment], body: content,
                [
                    try owner.require(call, code),
                    """
                    insert into app.attachment (municipality_code, attachment_id, \(unsafeSQL: owner.column), file_name, media_type, content, sha256)
                    select \(code), \(attachment)::uuid, \(id)::uuid, \(fileName), \(type), c.content, sha256(c.content)
                    from (select \(content)::bytea as content) c
                    """,
                ],
                showing: { [self.shown(code, $0[0])] }
            ) { ids, results in
                try self.answer(call, code, ids[0], results, status: .created)
            }
        }
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("attachmentId"))
        return try self.answer(call, code, id, try await call.read(municipality: code, [self.shown(code, id)])[...])
    }

    /// The file as it came, a part at a time: it never changes, so that its parts fit together.
    static func content(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("attachmentId"))
        guard let row = try await call.read(municipality: code, [self.shown(code, id)])[0].first, let size = row.int(3) else { throw Call.notFound }
        let tag = "\"\(row[4] ?? "")\""
        // A name of any language (RFC 6266), and never shown as a page of this service.
        var headers: HTTPFields = [
            .contentType: row[2] ?? "", .contentLength: String(size), .cacheControl: "private, no-store", .eTag: tag,
            .contentDisposition: "attachment; filename*=UTF-8''\(Self.fileName(row[1] ?? "", type: row[2] ?? "").percentEncoded)",
        ]
        if call.hasSeen(tag) {
            headers[.contentType] = nil
            headers[.contentLength] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(contentLength: size) { writer in
            var start = 1
            while start <= size {
                // Each part has a request's time: a slow line may take longer for all.
                call.context.waiter.restart()
                let part = try await call.read(municipality: code, ["""
                    select substring(content from \(start)::integer for \(self.chunk)::integer) from app.attachment
                    where municipality_code = \(code) and attachment_id = \(id)
                    """])[0].first?.data(0)
                guard let part, !part.isEmpty else { throw Call.notFound }
                try await writer.write(ByteBuffer(bytes: part))
                start += part.count
            }
            try await writer.finish(nil)
        })
    }

    /// The name with an ending of its type: what a file is opened with is not its sender's to say.
    private static func fileName(_ name: String, type: String) -> String {
        let endings = switch type {
        case "application/pdf": ["pdf"]
        case "image/png": ["png"]
        default: ["jpg", "jpeg"]
        }
        return endings.contains { name.lowercased().hasSuffix("." + $0) } ? name : name + "." + endings[0]
    }

    private static func shown(_ code: String, _ id: Identifier) -> Statement {
        "select \(unsafeSQL: self.columns) from app.attachment t where t.municipality_code = \(code) and t.attachment_id = \(id)"
    }

    private static func write(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("fileName", row, 1)
        json.field("mediaType", row, 2)
        json.rawField("bytes", row, 3)
        json.field("sha256", row, 4)
        json.timestampField("createdAt", row, 5)
        json.optionalField("agreementId", row, 6)
        json.optionalField("pictureId", row, 7)
        json.optionalField("planId", row, 8)
        json.optionalField("followUpId", row, 9)
    }

    private static func answer(_ call: Call, _ code: String, _ id: Identifier, _ results: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok) throws -> Response {
        guard let row = results.first?.first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        self.write(&json, row)
        let href = call.links.href("/municipalities/\(code)/attachments/\(id.text)")
        json.links(self: href) { json in
            json.link("content", rel: "enclosure", href: "\(href)/content")
        }
        json.endObject()
        return call.json(json.finish(), status: status, location: status == .created ? href : nil)
    }
}
