import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

extension Call {
    /// A JSON object as the answer.
    ///
    /// - Parameters:
    ///   - version: the document's own, which makes a tag together with a checksum of what is shown. If-Match looks at
    ///     the version;
    ///     If-None-Match at both, so that nothing that shows (a name, a status, the calendar) changes unnoticed.
    ///   - location: of what was made.
    ///   - write: the object's members.
    func answer(
        _ status: HTTPResponse.Status = .ok, version: Int? = nil, location: String? = nil, capacity: Int = 4_096,
        _ write: (inout JSONWriter) throws -> Void
    ) rethrows -> Response {
        var json = JSONWriter(capacity: capacity)
        json.beginObject()
        try write(&json)
        json.endObject()
        let body = json.finish()
        return self.answer(
            body, "application/json", status: status, tag: version.map { "\($0).\(Compression.checksum(body))" },
            location: location)
    }

    /// A page of a list. A page outside the range is an empty list.
    ///
    /// - Parameters:
    ///   - total: how many items the whole list has.
    ///   - path: of the list, below the base path.
    ///   - write: the members of one item's object.
    func page(_ rows: some Sequence<Row>, total: Int, path: String, _ write: (inout JSONWriter, Row) -> Void)
        -> Response
    {
        let page = self.query.page
        let pages = max(1, (total + page.limit - 1) / page.limit)
        let filters = self.query.filters
        func href(_ number: Int) -> String { self.links.href("\(path)?page=\(number)&limit=\(page.limit)\(filters)") }
        return self.answer(capacity: 16_384) { json in
            var count = 0
            json.beginArray("items")
            for row in rows {
                json.beginObject()
                write(&json, row)
                json.endObject()
                count += 1
            }
            json.endArray()
            json.beginObject("_meta")
            json.field("page", page.number)
            json.field("limit", page.limit)
            json.field("count", count)
            json.field("totalRecords", total)
            json.field("totalPages", pages)
            json.endObject()
            json.links(self: href(page.number)) { json in
                json.link("first", rel: "first", href: href(1))
                if page.number > 1 { json.link("prev", rel: "prev", href: href(min(page.number - 1, pages))) }
                if page.number < pages { json.link("next", rel: "next", href: href(page.number + 1)) }
                json.link("last", rel: "last", href: href(pages))
            }
        }
    }

    /// A page out of a statement's rows and one of ``count(_:)``'s.
    func page(_ rows: QueryResult, _ total: QueryResult, path: String, _ write: (inout JSONWriter, Row) -> Void)
        -> Response
    {
        self.page(rows, total: total.first?.int("total") ?? 0, path: path, write)
    }

    /// - Parameters:
    ///   - tag: what stands between the quotes of the entity tag; a GET that has it already gets 304.
    ///   - compressed: the body as gzip, when it is there already.
    func answer(
        _ body: ByteBuffer, _ type: String, status: HTTPResponse.Status = .ok, tag: String?, location: String? = nil,
        compressed: ByteBuffer? = nil
    ) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "private, no-cache", .vary: "Accept-Encoding"]
        if let location { headers[.location] = location }
        let reads = status == .ok && (self.request.method == .get || self.request.method == .head)
        let isPacked = Compression.isWanted(for: body, self.request.headers)
        if let tag, reads, let seen = self.seenTag(tag, isPacked: isPacked) {
            headers[.contentType] = nil
            headers[.eTag] = seen
            return Response(status: .notModified, headers: headers)
        }
        let compressed = isPacked ? compressed ?? Compression.gzip(body) : nil
        if compressed != nil { headers[.contentEncoding] = "gzip" }
        // Two representations, two tags (RFC 9110 §8.8.3).
        if let tag { headers[.eTag] = compressed == nil ? "\"\(tag)\"" : "\"\(tag)\(Self.gzipMark)\"" }
        return Response(status: status, headers: headers, body: .init(byteBuffer: compressed ?? body))
    }

    private static let gzipMark = "-gzip"

    /// The tag of If-None-Match that is this one, in either representation; as the client sent it.
    private func seenTag(_ tag: String, isPacked: Bool) -> String? {
        guard let header = self.request.headers[.ifNoneMatch] else { return nil }
        for candidate in header.split(separator: ",") {
            let sent = candidate.trimmingPrefix(while: \.isWhitespace).trimmingPrefix("W/").prefix { !$0.isWhitespace }
            if sent == "*" { return "\"\(tag)\(isPacked ? Self.gzipMark : "")\"" }
            if sent == "\"\(tag)\"" || sent == "\"\(tag)\(Self.gzipMark)\"" { return String(sent) }
        }
        return nil
    }

    func hasSeen(_ entityTag: String) -> Bool {
        self.seenTag(String(entityTag.dropFirst().dropLast()), isPacked: false) != nil
    }

    /// Nothing: what was asked for is gone.
    ///
    /// - Parameters:
    ///   - code: the problem when something else refers to it.
    func removal(_ pipeline: Pipeline, inUse code: ProblemCode, _ detail: String) async throws -> Response {
        do {
            _ = try await self.write(pipeline)
        } catch let error as PostgresError where error.sqlState == "23503" {
            throw Problem(code, detail)
        }
        return Response(status: .noContent, headers: [.cacheControl: "private, no-cache"])
    }
}

extension Statement {
    /// How many rows a condition finds, as `total`.
    static func count(_ from: Statement) -> Statement { "select count(*) as total \(from)" }
}
