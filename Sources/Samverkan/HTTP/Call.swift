import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

/// One request to one operation, held against what that declares, with what its handler needs.
struct Call: Sendable {
    let request: Request
    let context: ServiceRequestContext
    let service: Service
    let operation: Operation
    let links: Links
    let query: Query
    /// The version that a change is about; nil for any.
    let expectedVersion: Int?
    /// The form in which the answer is wanted.
    let form: Form
    /// What is read along with the answer, for other forms of it than JSON.
    let beside = Beside()
    /// Of the request's body, as its operation takes it; empty for none.
    let mediaType: String
    private let provenCaller: Caller?
    private let identifiers: [String: Identifier]
    private let codes: [String: String]

    /// Holds the request against the operation: who asks, the path's and the query's parameters, the precondition, and
    /// of a body what it says it is and how long.
    ///
    /// - Throws: ``Problem``: 401, 404 for a parameter of the path that can be nobody's, 406, 400, 428, 415 or 413.
    init(_ request: Request, _ context: ServiceRequestContext, _ service: Service, _ route: Route) throws {
        let operation = route.operation
        self.request = request
        self.context = context
        self.service = service
        self.operation = operation
        self.links = Links(request: request, peer: context.peerAddress, settings: service.settings)
        self.provenCaller = operation.access == .token ? try service.caller(of: request) : nil
        let isRead = request.method == .get || request.method == .head
        self.form = try isRead ? Form.chosen(by: request.headers[.accept], of: operation.forms) : .json
        // A sheet is the whole list, and so is a paper.
        let limit =
            switch self.form {
            case .csv: Sheet.limit
            case .html, .word: Paper.limit
            default: 20
            }
        self.query = try Query(request.uri.query, operation.query, limit: limit)
        var (identifiers, codes): ([String: Identifier], [String: String]) = ([:], [:])
        for name in route.parameters {
            let text = context.parameters.get(name) ?? ""
            switch name {
            case "municipalityCode":
                guard MunicipalityCode.isWellFormed(text) else { throw Problem.notFound }
                codes[name] = text
            case "districtCode":
                guard Self.isDistrictCode(text) else { throw Problem.notFound }
                codes[name] = text
            case "viewName":
                guard Self.isViewName(text) else { throw Problem.notFound }
                codes[name] = text
            case "feedSecret":
                guard CalendarFeed.isWellFormed(text) else { throw Problem.notFound }
                codes[name] = text
            default:
                guard let identifier = Identifier(text) else { throw Problem.notFound }
                identifiers[name] = identifier
            }
        }
        (self.identifiers, self.codes) = (identifiers, codes)
        let tag = request.headers[.ifMatch]
        if operation.precondition == .required, tag == nil {
            throw Problem(
                .preconditionRequired, "Send If-Match with the ETag of what was read, so that nobody's edit is lost.")
        }
        self.expectedVersion =
            operation.precondition == .none
            ? nil : try tag.flatMap { tag throws(Problem) in try ExpectedVersion.named(by: tag) }
        self.mediaType = try Self.mediaType(request, operation)
    }

    private static func isDistrictCode(_ text: String) -> Bool {
        (2...63).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D }
    }

    /// As the database for BI names its views, and its logins.
    static func isViewName(_ text: String) -> Bool {
        (1...63).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F }
    }

    // MARK: Who asks, and for what

    /// Who asks. Operations that need no log-in have none.
    func caller() throws(Problem) -> Caller {
        guard let provenCaller else { throw Problem(.notAuthenticated, "This needs a token.") }
        return provenCaller
    }

    /// Whether a municipality's own person asks: what is its own matter has links for them alone.
    var isInside: Bool { self.provenCaller?.kind == .municipality }

    /// The municipality of the path.
    var code: String { self.codes["municipalityCode"] ?? "" }
    var district: String { self.codes["districtCode"] ?? "" }
    /// Of a view for BI.
    var viewName: String { self.codes["viewName"] ?? "" }
    /// Of a calendar address.
    var feedSecret: String { self.codes["feedSecret"] ?? "" }

    /// An id of the path. A name that the path hasn't got is a mistake in the program.
    func id(_ name: StaticString) -> Identifier {
        guard let identifier = self.identifiers["\(name)"] else { preconditionFailure("the path has no \(name)") }
        return identifier
    }

    // MARK: The database

    /// Where the path is.
    private var scope: Database.Scope {
        self.codes["districtCode"].map(Database.Scope.district) ?? .municipality(self.code)
    }

    /// Reads within the path's municipality or district, as the caller.
    func read(_ pipeline: Pipeline) async throws -> PipelineResults {
        // What is written in Swedish takes its words from there in any form.
        if self.form == .json, self.operation.plainText == nil {
            return try await self.run(self.scope, reading: true, pipeline)
        }
        var pipeline = pipeline
        // The template is for the municipality's own people.
        let reading = self.beside.add(
            to: &pipeline, self.scope, withTemplate: self.form == .word && self.isInside, self.service)
        let results = try await self.run(self.scope, reading: true, pipeline)
        self.beside.take(results, reading, self.service)
        return results
    }

    /// Reads one statement's rows.
    func read(_ statement: Statement) async throws -> QueryResult {
        var pipeline = Pipeline()
        let ticket = pipeline.add(statement)
        return try await self.read(pipeline)[ticket]
    }

    /// Writes within the path's municipality, as the caller.
    func write(_ pipeline: Pipeline) async throws -> PipelineResults {
        try await self.run(.municipality(self.code), reading: false, pipeline)
    }

    func run(_ scope: Database.Scope, reading: Bool, _ pipeline: Pipeline) async throws -> PipelineResults {
        do {
            return PipelineResults(
                try await self.service.database.run(
                    try self.caller(), scope, reading: reading, waiter: self.context.waiter, pipeline.statements))
        } catch let error as PostgresError
            where error.sqlState == "SV002" && (scope.municipality != nil || scope.district != nil)
        {
            // Whether there is such a municipality is nothing for those outside it.
            throw Problem.notFound
        } catch let error as PostgresError where !reading && (error == .timedOut || error == .connectionLost) {
            self.service.note(error)
            throw Problem(writing: error) ?? error
        }
    }
}
