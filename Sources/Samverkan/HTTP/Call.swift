import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

/// One request to one route, with what the handlers need.
struct Call: Sendable {
    let request: Request
    let context: ServiceRequestContext
    let service: Service
    let links: Links
    private let provenCaller: Caller?

    init(request: Request, context: ServiceRequestContext, service: Service, caller: Caller?) {
        self.request = request
        self.context = context
        self.service = service
        self.links = Links(request: request, peer: context.peerAddress, settings: service.settings)
        self.provenCaller = caller
    }

    /// Who asks. Routes that need no log-in have none.
    func caller() throws(Problem) -> Caller {
        guard let provenCaller else { throw Problem(.notAuthenticated, "This needs a token.") }
        return provenCaller
    }

    // MARK: Parameters of the path

    /// A municipality's code. What is no code is nobody's, so it is not found.
    func municipalityCode() throws(Problem) -> String {
        let code = self.context.parameters.get("municipalityCode") ?? ""
        guard code.utf8.count == 4, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw Self.notFound }
        return code
    }

    func districtCode() throws(Problem) -> String {
        let code = self.context.parameters.get("districtCode") ?? ""
        guard (2...63).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D }) else { throw Self.notFound }
        return code
    }

    func identifier(_ name: String) throws(Problem) -> Identifier {
        guard let identifier = Identifier(self.context.parameters.get(name) ?? "") else { throw Self.notFound }
        return identifier
    }

    static let notFound = Problem(.notFound, "There is nothing here that the caller may see.")

    // MARK: Parameters of the query

    /// - Throws: `invalidParameter` when a parameter stands twice, is none of `names`, or is no percent-encoded UTF-8.
    func query(_ names: String...) throws(Problem) -> [String: String] { try self.query(names) }

    func query(_ names: [String]) throws(Problem) -> [String: String] {
        var values: [String: String] = [:]
        for pair in (self.request.uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), names.contains(name) else {
                throw Problem(.invalidParameter, "The query parameter «\(parts[0].prefix(60))» is not used here.")
            }
            guard values[name] == nil else { throw Problem(.invalidParameter, "The query parameter «\(name)» may stand once.") }
            guard let value = Self.decoded(parts.count > 1 ? parts[1] : ""), !value.utf8.contains(0) else {
                throw Problem(.invalidParameter, "The query parameter «\(name)» must be percent-encoded UTF-8 without U+0000.")
            }
            values[name] = value
        }
        return values
    }

    /// A parameter of ``query(_:)-(String...)`` that is a UUID.
    static func identifier(_ query: [String: String], _ name: String) throws(Problem) -> Identifier? {
        guard let text = query[name] else { return nil }
        guard let identifier = Identifier(text) else { throw Problem(.invalidParameter, "The query parameter «\(name)» must be a UUID.") }
        return identifier
    }

    /// A parameter that is a calendar day.
    static func day(_ query: [String: String], _ name: String) throws(Problem) -> Day? {
        guard let text = query[name] else { return nil }
        guard let day = Day(text) else { throw Problem(.invalidParameter, "The query parameter «\(name)» must be a day, YYYY-MM-DD.") }
        return day
    }

    /// As HTML forms and URLSearchParams encode it: `+` is a blank. nil when it is no percent-encoded UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    // MARK: The body

    /// The body as a JSON object to read fields from; of a PATCH, a merge patch (RFC 7396).
    ///
    /// - Parameter limit: 64 kB, which every single thing fits into; a whole plan, a bulk report or the decisions on an import may have 1 MiB.
    func body(limit: Int = 65_536) async throws -> ObjectReader {
        try self.requireMediaType(self.request.method == .patch ? ["application/merge-patch+json", "application/json"] : ["application/json"])
        let body = Array(buffer: try await self.collectBody(limit: limit))
        let members = body.count <= Self.smallBody ? try ObjectReader.decoded(body) : try await self.service.decoding.run { try ObjectReader.decoded(body) }
        return ObjectReader(body, members: members)
    }

    /// As ``body(limit:)``, of an act that may do without: none at all, whatever its type, is one without members.
    func optionalBody(limit: Int = 65_536) async throws -> ObjectReader {
        let length = self.request.headers[.contentLength].flatMap(Int.init) ?? 0
        if length == 0, self.request.headers[.transferEncoding] == nil { return ObjectReader([], members: [:]) }
        // One in chunks may turn out to be none.
        if self.request.headers[.contentType] == nil, try await self.collectBody(limit: limit).readableBytes == 0 { return ObjectReader([], members: [:]) }
        return try await self.body(limit: limit)
    }

    /// A body for which many may make many. Beyond it the caller's grant is asked for before it is taken in, and it is decoded in turn.
    private static let smallBody = 8_192

    /// What the body says it is, in small letters and without parameters; empty for none.
    var mediaType: String {
        (self.request.headers[.contentType] ?? "").split(separator: ";").first.map { $0.lowercased().filter { !$0.isWhitespace } } ?? ""
    }

    /// - Parameter charsets: what a `charset` may say, in small letters.
    @discardableResult
    func requireMediaType(_ accepted: [String], charsets: Set<String> = ["utf-8", "utf8"]) throws(Problem) -> String {
        let header = self.request.headers[.contentType] ?? ""
        let type = self.mediaType
        guard accepted.contains(type) else {
            throw Problem(.unsupportedMediaType, "The body must be \(accepted.joined(separator: ", ")).")
        }
        if let charset = header.lowercased().firstRange(of: "charset=") {
            let name = header.lowercased()[charset.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
            if !charsets.contains(name) { throw Problem(.unsupportedMediaType, "The body must be \(charsets.sorted().joined(separator: ", ")).") }
        }
        return type
    }

    /// What a document's file is called, out of the query's `fileName`.
    func fileName(_ query: [String: String], unless standard: String) throws(Problem) -> String {
        let name = query["fileName"] ?? standard
        guard ObjectReader.fault(in: name, limit: 200) == nil, !name.contains(where: { $0.isNewline || $0 == "\t" || $0 == "/" || $0 == "\\" }) else {
            throw Problem(.invalidParameter, "The query parameter «fileName» must be a file's name of at most 200 characters, without a personal identity number.")
        }
        return name
    }

    private static func tooLarge(_ limit: Int) -> Problem { Problem(.bodyTooLarge, "The body may have at most \(limit) bytes.") }

    /// The length that the request says its body has, if it says one.
    /// - Throws: `bodyTooLarge` when that is too much.
    @discardableResult
    func acceptedLength(limit: Int) throws(Problem) -> Int? {
        let length = self.request.headers[.contentLength].flatMap(Int.init)
        if let length, length > limit { throw Self.tooLarge(limit) }
        return length
    }

    /// - Parameter isGranted: the caller has been found to have a right here.
    func collectBody(limit: Int, isGranted: Bool = false) async throws -> ByteBuffer {
        let length = try self.acceptedLength(limit: limit)
        var isGranted = isGranted
        func requireGrant() async throws {
            if !isGranted { _ = try await self.run(.municipality(try self.municipalityCode()), reading: true, []) }
            isGranted = true
        }
        if (length ?? 0) > Self.smallBody { try await requireGrant() }
        if self.request.headers[.expect] != nil { self.context.askForBody() }
        var body = ByteBuffer()
        for try await var chunk in self.request.body {
            if body.readableBytes + chunk.readableBytes > limit { throw Self.tooLarge(limit) }
            if body.readableBytes + chunk.readableBytes > Self.smallBody {
                try await requireGrant()
                guard self.context.heldBody.hold(chunk.readableBytes, of: self.service.bodies, for: try self.municipalityCode()) else {
                    throw Problem(.overloaded, "As many large bodies are being taken in as the service accepts; try again shortly.", headers: [.retryAfter: "2"])
                }
            }
            body.writeBuffer(&chunk)
        }
        self.context.waiter.restart()
        return body
    }

    // MARK: Preconditions

    /// The version that `If-Match` names; nil for `*`. A tag begins with the version; a weak one never matches (RFC 9110 §13.1.1), and
    /// of several tags those that name no one version.
    /// - Throws: `preconditionRequired` when it isn't there, `invalidParameter` when it is no tag of this service: nobody has
    ///   changed anything then.
    func expectedVersion() throws(Problem) -> Int? {
        guard let header = self.request.headers[.ifMatch] else {
            throw Problem(.preconditionRequired, "Send If-Match with the ETag of what was read, so that nobody's edit is lost.")
        }
        func trimmed(_ text: Substring) -> Substring {
            var text = text.drop(while: \.isWhitespace)
            while text.last?.isWhitespace == true { text.removeLast() }
            return text
        }
        if trimmed(header[...]) == "*" { return nil }
        var versions: Set<Int> = []
        for candidate in header.split(separator: ",", omittingEmptySubsequences: false) {
            let tag = trimmed(candidate)
            let strong = tag.trimmingPrefix("W/")
            let inside = strong.dropFirst().dropLast()
            let digits = inside.prefix { $0.isASCII && $0.isNumber }
            guard strong.count > 2, strong.hasPrefix("\""), strong.hasSuffix("\""), !inside.contains("\"" as Character), !digits.isEmpty else {
                throw Problem(.invalidParameter, "If-Match must be the ETag as it was sent, in its quotes, or *.")
            }
            versions.insert(tag.count == strong.count ? Int(Int32(digits) ?? -1) : -1)
        }
        return versions.count == 1 ? versions.first : -1
    }

    /// As ``expectedVersion()``, for acts that may do without.
    func expectedVersionIfAny() throws(Problem) -> Int? {
        self.request.headers[.ifMatch] == nil ? nil : try self.expectedVersion()
    }

    // MARK: The database

    /// Reads within a municipality, as the caller.
    func read(municipality: String, _ statements: [Statement]) async throws -> [QueryResult] {
        try await self.run(.municipality(municipality), reading: true, statements)
    }

    /// Writes within a municipality, as the caller.
    func write(municipality: String, _ statements: [Statement]) async throws -> [QueryResult] {
        try await self.run(.municipality(municipality), reading: false, statements)
    }

    func run(_ scope: Database.Scope, reading: Bool, _ statements: [Statement]) async throws -> [QueryResult] {
        do {
            return try await self.service.database.run(try self.caller(), scope, reading: reading, waiter: self.context.waiter, statements)
        } catch let error as PostgresError where error.sqlState == "SV002" && (scope.municipality != nil || scope.district != nil) {
            // Whether there is such a municipality is nothing for those outside it.
            throw Self.notFound
        } catch let error as PostgresError where !reading && (error == .timedOut || error == .connectionLost) {
            self.service.note(error)
            throw Problem(writing: error) ?? error
        }
    }

    // MARK: Answers

    /// - Parameter version: the resource's own, which makes a tag together with a checksum of what is shown. If-Match looks at the
    ///   version; If-None-Match at both, so that nothing that shows (a name, a status, the calendar) changes unnoticed.
    func json(_ body: ByteBuffer, status: HTTPResponse.Status = .ok, version: Int? = nil, location: String? = nil) -> Response {
        self.answer(body, "application/json", status: status, tag: version.map { "\($0).\(Compression.checksum(body))" }, location: location)
    }

    /// - Parameters:
    ///   - tag: what stands between the quotes of the entity tag; a GET that has it already gets 304.
    ///   - compressed: the body as gzip, when it is there already.
    func answer(_ body: ByteBuffer, _ type: String, status: HTTPResponse.Status = .ok, tag: String?, location: String? = nil, compressed: ByteBuffer? = nil) -> Response {
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

    func hasSeen(_ entityTag: String) -> Bool { self.seenTag(String(entityTag.dropFirst().dropLast()), isPacked: false) != nil }
}
