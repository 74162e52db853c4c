import HTTPTypes
import Hummingbird
import NIOCore

/// An answer that says what went wrong (RFC 9457), with a stable code. Never holds a row's values or the service's
/// insides.
struct Problem: Error, Sendable {
    let code: ProblemCode
    let detail: String
    var errors: [FieldError] = []
    /// Line of an imported document that the problem speaks of.
    var line: Int?
    /// Where the document stands that refused: its state, what is possible from there, its version.
    var standing: Standing?
    var headers: HTTPFields = [:]

    struct FieldError: Sendable, Equatable {
        /// JSON pointer (RFC 6901) into the request's body.
        let pointer: String
        let code: FieldCode
        let detail: String
    }

    struct Standing: Sendable, Decodable {
        var state: String?
        var possible: [String]?
        var version: Int?
        /// What stands in the way.
        var conflictingId: String?
        /// Whom the caller may speak for.
        var parties: [Party]?

        struct Party: Sendable, Decodable {
            let id: String
            let name: String
        }

        /// Whom the caller may speak for, in words.
        static func sentence(_ parties: [Party]?) -> String {
            "is required: the caller reports for "
                + (parties ?? []).map { "«\($0.name)» (\($0.id))" }.joined(separator: " or ")
        }
    }

    enum FieldCode: String, CaseIterable, Sendable {
        case required, unknownField, wrongType, invalidFormat, tooLong, personalIdentityNumber, notFound,
            endBeforeStart, duplicate, outOfRange, outsidePlanPeriod, outsideRoundPeriod, planNotAdopted,
            notReportedFor
    }

    init(
        _ code: ProblemCode, _ detail: String, errors: [FieldError] = [], line: Int? = nil, standing: Standing? = nil,
        headers: HTTPFields = [:]
    ) {
        self.code = code
        self.detail = detail
        self.errors = errors
        self.line = line
        self.standing = standing
        self.headers = headers
    }

    static let notFound = Problem(.notFound, "There is nothing here that the caller may see.")

    static let mediaType = "application/problem+json"

    /// - Parameter instance: the path of the request.
    func response(instance: String) -> Response {
        var headers = self.headers
        headers[.contentType] = Self.mediaType
        headers[.cacheControl] = "no-store"
        return Response(
            status: .init(code: self.code.status), headers: headers,
            body: .init(byteBuffer: self.json(instance: instance)))
    }

    /// The body of the answer.
    func json(instance: String) -> ByteBuffer {
        var json = JSONWriter(capacity: 512)
        json.beginObject()
        json.field("type", "urn:samverkan:problem:\(self.code.rawValue)")
        json.field("title", self.code.title)
        json.field("status", self.code.status)
        json.field("detail", self.detail)
        json.field("instance", instance)
        json.field("code", self.code.rawValue)
        if let line { json.field("line", line) }
        if let state = self.standing?.state { json.field("state", state) }
        if let possible = self.standing?.possible {
            json.beginArray("possible")
            for transition in possible { json.string(transition) }
            json.endArray()
        }
        if let version = self.standing?.version { json.field("version", version) }
        if let id = self.standing?.conflictingId { json.field("conflictingId", id) }
        json.key("errors")
        json.errors(self.errors)
        json.endObject()
        return json.finish()
    }
}

extension JSONWriter {
    /// `[{pointer, code, detail}]`.
    mutating func errors(_ errors: [Problem.FieldError]) {
        self.beginArray()
        for error in errors {
            self.beginObject()
            self.field("pointer", error.pointer)
            self.field("code", error.code.rawValue)
            self.field("detail", error.detail)
            self.endObject()
        }
        self.endArray()
    }
}
