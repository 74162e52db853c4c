import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

extension Call {
    // MARK: What a body says it is

    /// - Throws: `unsupportedMediaType`, or `bodyTooLarge` for a length that is too much.
    static func mediaType(_ request: Request, _ operation: Operation) throws(Problem) -> String {
        if case .json = operation.body, request.headers[.contentType] == "application/json" {
            try Self.refuseLonger(request, than: operation.limit)
            return "application/json"
        }
        let type =
            (request.headers[.contentType] ?? "").split(separator: ";").first.map {
                $0.lowercased().filter { !$0.isWhitespace }
            } ?? ""
        let (accepted, charsets): ([String], Set<String>)
        var limit = operation.limit
        switch operation.body {
        case .none: return ""
        case .json, .optionalJSON:
            if case .optionalJSON = operation.body, !Self.hasBody(request) { return "" }
            accepted =
                request.method == .patch ? ["application/merge-patch+json", "application/json"] : ["application/json"]
            charsets = ["utf-8", "utf8"]
            // One in chunks may turn out to be none.
            if case .optionalJSON = operation.body, type.isEmpty, request.headers[.contentLength] == nil { return "" }
        case .file(let upload):
            if let problem = upload.refusal(type) { throw problem }
            (accepted, charsets) = (upload.types + [Upload.bytes], upload.charsets)
            limit = upload.limit(type)
        }
        guard accepted.contains(type) else {
            throw Problem(.unsupportedMediaType, "The body must be \(accepted.joined(separator: ", ")).")
        }
        let header = (request.headers[.contentType] ?? "").lowercased()
        if let charset = header.firstRange(of: "charset=") {
            let name = header[charset.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
            if !charsets.contains(name) {
                throw Problem(.unsupportedMediaType, "The body must be \(charsets.sorted().joined(separator: ", ")).")
            }
        }
        try Self.refuseLonger(request, than: limit)
        return type
    }

    private static func refuseLonger(_ request: Request, than limit: Int) throws(Problem) {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw Self.tooLarge(limit) }
    }

    private static func hasBody(_ request: Request) -> Bool {
        request.headers[.contentLength].flatMap(Int.init) ?? 0 > 0 || request.headers[.transferEncoding] != nil
    }

    private static func tooLarge(_ limit: Int) -> Problem {
        Problem(.bodyTooLarge, "The body may have at most \(limit) bytes.")
    }

    // MARK: Taking it in

    /// The body as a JSON object to read members from; of a PATCH, a merge patch (RFC 7396). One without members where
    /// the operation does without a body and there is none.
    func body() async throws -> ObjectReader {
        if case .optionalJSON = self.operation.body, self.mediaType.isEmpty {
            if !Self.hasBody(self.request) { return ObjectReader([], members: [:]) }
            if try await self.collectBody(limit: self.operation.limit).readableBytes == 0 {
                return ObjectReader([], members: [:])
            }
            throw Problem(.unsupportedMediaType, "The body must be application/json.")
        }
        let body = Array(buffer: try await self.collectBody(limit: self.operation.limit))
        if body.count <= Self.smallBody { return ObjectReader(body, members: try ObjectReader.decoded(body)) }
        return ObjectReader(body, members: try await self.service.decoding.run { try ObjectReader.decoded(body) })
    }

    /// What the body says of the shape that the operation takes; nothing else may stand in it.
    ///
    /// - Returns: the content, and the body as it came, which tells a repeat from another request.
    func content() async throws -> (content: Content, source: [UInt8]) {
        var body = try await self.body()
        let content = body.content(of: self.bodyShape.0, self.bodyShape.1)
        try body.finish()
        return (content, body.source)
    }

    /// The shape that the operation takes.
    private var bodyShape: (Shape, Member.Use) {
        switch self.operation.body {
        case .json(let shape, let use), .optionalJSON(let shape, let use): (shape, use)
        case .none, .file: preconditionFailure("\(self.operation.id) takes no JSON")
        }
    }

    /// A body for which many may make many. Beyond it the caller's grant is asked for before it is taken in, and it is
    /// decoded in turn.
    private static let smallBody = 8_192

    /// The file that is sent.
    ///
    /// - Parameter isGranted: the caller has been found to have a right here.
    func file(isGranted: Bool) async throws -> [UInt8] {
        guard case .file(let upload) = self.operation.body else {
            preconditionFailure("\(self.operation.id) takes no file")
        }
        return Array(buffer: try await self.collectBody(limit: upload.limit(self.mediaType), isGranted: isGranted))
    }

    private func collectBody(limit: Int, isGranted: Bool = false) async throws -> ByteBuffer {
        var isGranted = isGranted
        // What has no municipality in its path is its issuer's.
        let tenant = self.code.isEmpty ? (try? self.caller().issuer) ?? "" : self.code
        func requireGrant() async throws {
            let scope = self.code.isEmpty ? Database.Scope.caller : .municipality(self.code)
            if !isGranted { _ = try await self.run(scope, reading: true, Pipeline()) }
            isGranted = true
        }
        if self.request.headers[.contentLength].flatMap(Int.init) ?? 0 > Self.smallBody { try await requireGrant() }
        if self.request.headers[.expect] != nil { self.context.askForBody() }
        var body = ByteBuffer()
        for try await var chunk in self.request.body {
            if body.readableBytes + chunk.readableBytes > limit { throw Self.tooLarge(limit) }
            if body.readableBytes + chunk.readableBytes > Self.smallBody {
                try await requireGrant()
                guard self.context.heldBody.hold(chunk.readableBytes, of: self.service.bodies, for: tenant) else {
                    throw Problem(
                        .overloaded,
                        "As many large bodies are being taken in as the service accepts; try again shortly.",
                        headers: [.retryAfter: "2"])
                }
            }
            body.writeBuffer(&chunk)
        }
        self.context.waiter.restart()
        return body
    }
}
