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
    ///   - mark: one that the database has given (``marked(_:_:_:)``), instead of a checksum.
    ///   - isTagged: what has no version has a checksum for a tag.
    ///   - location: of what was made.
    ///   - write: the object's members.
    func answer(
        _ status: HTTPResponse.Status = .ok, version: Int? = nil, mark: KeptAnswers.Mark? = nil,
        isTagged: Bool = false,
        location: String? = nil, capacity: Int = 4_096, _ write: (inout JSONWriter) throws -> Void
    ) rethrows -> Response {
        var json = JSONWriter(capacity: capacity)
        json.beginObject()
        try write(&json)
        json.endObject()
        let body = self.inForm(json.finish())
        guard let mark else {
            let version = version.map { "\($0)." } ?? (isTagged ? "" : nil)
            return self.answer(
                body, self.contentType, status: status, tag: version.map { $0 + Compression.checksum(body) },
                location: location)
        }
        return self.answer(kept: .init(mark: mark, body: body, compressed: nil), isNew: true)
    }

    /// An answer with a mark of the database's, kept for whoever sees the same.
    func answer(kept answer: KeptAnswers.Answer, isNew: Bool) -> Response {
        var compressed = answer.compressed
        if compressed == nil, Compression.isWanted(for: answer.body, self.request.headers) {
            compressed = Compression.gzip(answer.body)
        }
        if isNew || answer.compressed == nil && compressed != nil {
            self.service.kept.keep(
                self.keptKey, .init(mark: answer.mark, body: answer.body, compressed: compressed))
        }
        return self.answer(answer.body, self.contentType, tag: answer.mark.tag, compressed: compressed)
    }

    private var keptKey: KeptAnswers.Key {
        KeptAnswers.Key(address: self.request.uri.string, origin: self.links.origin, form: self.form)
    }

    private var contentType: String { self.form == .json ? "application/json" : "\(self.form.rawValue); charset=utf-8" }

    /// The JSON in the form that is wanted.
    private func inForm(_ json: ByteBuffer) -> ByteBuffer {
        if self.form == .json { return json }
        let document = WrittenJSON(Array(buffer: json)).root
        let frame = self.beside.frame(self.service, self.links, isForWord: self.form == .word)
        if self.form == .word, let paper = self.operation.paper {
            let page = paper.page(document, frame)
            self.beside.makeWord(named: paper.wordName(document, frame), page)
            return page
        }
        if self.form == .html, let paper = self.operation.paper {
            self.beside.name(paper.fileName?(document))
            return paper.page(document, frame)
        }
        if self.form == .plainText, let plainText = self.operation.plainText { return plainText(document) }
        if self.form == .csv, let sheet = self.operation.sheet {
            let isSwedish = self.query["delimiter"] == "semicolon"
            return sheet.text(document, frame, delimiter: UInt8(ascii: isSwedish ? ";" : ","))
        }
        return json
    }

    /// Reads within the path's municipality what `pipeline` asks for, unless the client has it, or it was written
    /// before: then one row tells, in the caller's own transaction.
    ///
    /// - Parameters:
    ///   - mark: a statement whose row, `version` and `mark`, changes whenever the answer does; no row where it can't
    ///     tell.
    ///   - write: makes the answer, under the mark when there is one.
    func marked(
        _ mark: Statement, _ pipeline: Pipeline, _ write: (PipelineResults, KeptAnswers.Mark?) throws -> Response
    ) async throws -> Response {
        // A Word file also tells what template the municipality has: it is written anew each time.
        if self.form == .word { return try await self.written(mark, pipeline, write).answer }
        if self.request.headers[.ifNoneMatch] != nil || self.service.kept.has(self.keptKey),
            let now = try await self.read(mark).first.map(self.mark(_:))
        {
            let kept = self.service.kept.find(self.keptKey, now)
            if let kept, self.service.settings.checksKeptAnswers {
                let (fresh, later) = try await self.written(mark, pipeline, write)
                if later == now, self.service.kept.find(self.keptKey, now)?.body != kept.body {
                    throw SettingsError("what was kept of \(self.request.uri.string) is not what is there")
                }
                if !self.hasSeen("\"\(now.tag)\"") { return fresh }
            }
            if self.hasSeen("\"\(now.tag)\"") {
                return self.answer(ByteBuffer(), self.contentType, tag: now.tag)
            }
            if let kept { return self.answer(kept: kept, isNew: false) }
        }
        return try await self.written(mark, pipeline, write).answer
    }

    private func written(
        _ mark: Statement, _ pipeline: Pipeline, _ write: (PipelineResults, KeptAnswers.Mark?) throws -> Response
    ) async throws -> (answer: Response, mark: KeptAnswers.Mark?) {
        var pipeline = pipeline
        let ticket = pipeline.add(mark)
        let results = try await self.read(pipeline)
        let now = self.form == .word ? nil : results[ticket].first.map(self.mark(_:))
        return (try write(results, now), now)
    }

    private func mark(_ row: Row) -> KeptAnswers.Mark {
        KeptAnswers.Mark(
            [
                row["mark"] ?? "", row["role"] ?? "", self.links.origin, self.service.specification.tag,
                self.form.rawValue, self.beside.mark,
            ],
            version: row["version"])
    }

    /// A page of a list. A page outside the range is an empty list.
    ///
    /// - Parameters:
    ///   - total: how many items the whole list has.
    ///   - path: of the list, below the base path.
    ///   - write: the members of one item's object.
    func page(
        _ rows: some Sequence<Row>, total: Int, path: String, mark: KeptAnswers.Mark? = nil,
        _ write: (inout JSONWriter, Row) -> Void
    ) -> Response {
        let page = self.query.page
        let pages = max(1, (total + page.limit - 1) / page.limit)
        let filters = self.query.filters
        func href(_ number: Int) -> String { self.links.href("\(path)?page=\(number)&limit=\(page.limit)\(filters)") }
        return self.answer(mark: mark, isTagged: true, capacity: 16_384) { json in
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
    func page(
        _ rows: QueryResult, _ total: QueryResult, path: String, mark: KeptAnswers.Mark? = nil,
        _ write: (inout JSONWriter, Row) -> Void
    ) -> Response {
        self.page(rows, total: total.first?.int("total") ?? 0, path: path, mark: mark, write)
    }

    /// - Parameters:
    ///   - tag: what stands between the quotes of the entity tag; a GET that has it already gets 304.
    ///   - compressed: the body as gzip, when it is there already.
    func answer(
        _ body: ByteBuffer, _ type: String, status: HTTPResponse.Status = .ok, tag: String?, location: String? = nil,
        compressed: ByteBuffer? = nil
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: type, .cacheControl: "private, no-cache",
            .vary: self.operation.forms.count > 1 ? "Accept, Accept-Encoding" : "Accept-Encoding",
        ]
        if self.form == .html, let paper = self.operation.paper {
            headers[.contentSecurityPolicy] = paper.policy ?? ProtectiveHeaders.ofPages(from: self.links.origin)
            if let name = self.beside.fileName { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        }
        if self.form == .csv, let sheet = self.operation.sheet {
            headers[.contentDisposition] = "attachment; filename=\"\(sheet.name).csv\""
        }
        if let location { headers[.location] = location }
        let reads = status == .ok && (self.request.method == .get || self.request.method == .head)
        // What becomes a Word file is no answer yet, and a Word file is packed already.
        let isPacked = self.form != .word && Compression.isWanted(for: body, self.request.headers)
        // A Word file has a tag of its own, which tells its template as well.
        if let tag, reads, self.form != .word, let seen = self.seenTag(tag, isPacked: isPacked) {
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
