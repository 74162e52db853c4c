import HTTPTypes
import Hummingbird
import Logging
import Metrics
import NIOCore
import NIOHTTP1
import Postgres

/// What every request is answered with.
final class Service: Sendable {
    let settings: Settings
    let database: Database
    let authenticator: Authenticator
    let imports: ImportService
    let decoding: Decoding
    let bodies = BodyBudget()
    let specification: Specification
    /// The schema that this build needs.
    let schemaVersion: String
    let connections: Connections
    let metrics: PrometheusMetrics
    let logger: Logger
    let samples: SampledLog

    init(settings: Settings, database: Database, authenticator: Authenticator, specification: Specification, schemaVersion: String, connections: Connections, metrics: PrometheusMetrics, logger: Logger, samples: SampledLog) {
        self.settings = settings
        self.database = database
        self.authenticator = authenticator
        self.decoding = Decoding()
        self.imports = ImportService(database: database, settings: settings, decoding: self.decoding)
        self.specification = specification
        self.schemaVersion = schemaVersion
        self.connections = connections
        self.metrics = metrics
        self.logger = logger
        self.samples = samples
    }

    /// Routes, with the middleware that turns every error into a problem.
    func router() -> Router<ServiceRequestContext> {
        let router = Router(context: ServiceRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: ProblemMiddleware(service: self))
        for route in Routes.all {
            router.on(RouterPath(Links.basePath + route.path), method: route.method) { request, context in
                try await self.answer(route, request, context)
            }
        }
        return router
    }

    private func answer(_ route: Route, _ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        var caller: Caller?
        if route.access == .token {
            // RFC 6750: one scheme, its name in any case.
            let header = request.headers[.authorization] ?? ""
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else {
                throw Problem(.notAuthenticated, "Send a token: Authorization: Bearer …", headers: [.wwwAuthenticate: #"Bearer realm="samverkan""#])
            }
            caller = try self.caller(token: String(parts[1]))
        }
        return try await route.handle(Call(request: request, context: context, service: self, caller: caller))
    }
}

extension Service {
    /// Counts what the database could not do, and tells the log of it: by kind, and as a sample.
    func note(_ error: PostgresError) {
        let kind: String
        switch error {
        case .timedOut: kind = "timedOut"
        case .connectionLost: kind = "connectionLost"
        case .unavailable, .cannotConnect: kind = "unavailable"
        case .queueFull: kind = "queueFull"
        case .waitedTooLong: kind = "waitedTooLong"
        case .server(let server) where server.sqlState.hasPrefix("53") || ["58030", "57014", "55P03", "SV503"].contains(server.sqlState): kind = server.sqlState
        default: return
        }
        Counter(label: "samverkan_database_failures_total", dimensions: [("kind", kind)], factory: self.metrics).increment()
        self.samples.note("database \(kind)", error.description)
    }

    /// - Throws: ``Problem`` `tokenInvalid`, which does not say what was wrong with the token; the log does, without the token.
    private func caller(token: String) throws(Problem) -> Caller {
        do throws(TokenFault) {
            return try self.authenticator.caller(token: token)
        } catch {
            let (check, issuer) = (error.check.rawValue, error.issuer?.printable ?? "unreadable")
            Counter(label: "samverkan_tokens_refused_total", dimensions: [("check", check)], factory: self.metrics).increment()
            // Anybody may name any issuer: only those that are trusted are told apart, or made-up ones would crowd out all else.
            let kind = error.issuer.map(self.authenticator.trusts) == true ? "token \(check) \(issuer)" : "token \(check)"
            self.samples.note(kind, "a token was refused", ["check": .string(check), "issuer": .string(issuer)])
            throw Problem(.tokenInvalid, "The token is not valid here; ask for a new one.", headers: [.wwwAuthenticate: #"Bearer realm="samverkan", error="invalid_token""#])
        }
    }
}

/// Outermost: gives each request its trace, turns errors into problems, counts and logs.
struct ProblemMiddleware: RouterMiddleware {
    let service: Service

    func handle(_ request: Request, context: ServiceRequestContext, next: (Request, ServiceRequestContext) async throws -> Response) async throws -> Response {
        let started = ContinuousClock.now
        var context = context
        context.trace = TraceContext(continuing: request.headers[.traceparent])
        var response: Response
        do {
            // A path is a route's as it is written: the router would pass over empty segments.
            if request.uri.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).contains("") { throw Self.noSuchAddress }
            response = try await next(request, context)
        } catch {
            response = self.problem(error, request, context).response(instance: request.uri.path)
            if request.method == .head { response = response.createHeadResponse() }
        }
        response.headers[.traceparent] = context.trace.header
        for field in ProtectiveHeaders.all { response.headers[field.name] = field.value }
        let status = response.status.code
        let duration = (ContinuousClock.now - started).components
        let nanoseconds = duration.seconds * 1_000_000_000 + duration.attoseconds / 1_000_000_000
        let method = Self.methods.contains(request.method.rawValue) ? request.method.rawValue : "other"
        Timer(
            label: "samverkan_http_request_duration_seconds",
            dimensions: [("method", method), ("route", context.endpointPath ?? "none"), ("status", String(status))], factory: self.service.metrics
        ).recordNanoseconds(nanoseconds)
        // Path and query can hold what somebody typed; the route cannot.
        let metadata: Logger.Metadata = [
            "request": .string(context.trace.traceID), "method": .string(request.method.rawValue),
            "route": .string(context.endpointPath ?? "none"), "status": .stringConvertible(status),
            "milliseconds": .stringConvertible(nanoseconds / 1_000_000),
        ]
        if status == 503 {
            // Thousands of them say no more than one.
            self.service.samples.note("503", "requests are refused", metadata)
        } else {
            self.service.logger.log(level: status >= 500 ? .error : status >= 400 ? .info : .debug, "request", metadata: metadata)
        }
        return response
    }

    private static let noSuchAddress = Problem(.noSuchAddress, "No address of this service is written like that; openapi.yaml lists them.")

    private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

    /// 405 for a path that is a route's, with another method than the request's (SAK.05); nil for any other path.
    private static func methodNotAllowed(_ request: Request) -> Problem? {
        let path = request.uri.path.split(separator: "/", omittingEmptySubsequences: false)
        let used = Routes.all.filter { route in
            let pattern = (Links.basePath + route.path).split(separator: "/", omittingEmptySubsequences: false)
            return pattern.count == path.count && zip(pattern, path).allSatisfy { $0.hasPrefix("{") ? !$1.isEmpty : $0 == $1 }
        }.map(\.method)
        if used.isEmpty || used.contains(request.method) { return nil }
        let allowed = (Set(used.map(\.rawValue)).union(used.contains(.get) ? ["HEAD"] : [])).sorted().joined(separator: ", ")
        return Problem(.methodNotAllowed, "This answers \(allowed).", headers: [.allow: allowed])
    }

    private func problem(_ error: any Error, _ request: Request, _ context: ServiceRequestContext) -> Problem {
        if let problem = error as? Problem { return problem }
        if let error = error as? PostgresError, let problem = Problem(error) {
            self.service.note(error)
            return problem
        }
        if let error = error as? HTTPError {
            switch error.status.code {
            case 404: return Self.methodNotAllowed(request) ?? Self.noSuchAddress
            case 413: return Problem(.bodyTooLarge, "The body is too large.")
            case 405: return Problem(.methodNotAllowed, "The method is not used here.")
            case 400..<500: return Problem(.invalidParameter, "The request cannot be understood.")
            default: break
            }
        }
        // The client's own fault: it broke off, or what it sent is no HTTP.
        if error is NIOCore.ChannelError || error is HTTPParserError || error is NIOAsyncWriterError || error is IOError {
            return Problem(.invalidParameter, "The request broke off or is no HTTP.")
        }
        if error is CancellationError { return Problem(.databaseUnavailable, "The request was ended.", headers: [.retryAfter: "1"]) }
        // PostgresError's description holds no row values; of others only the type is logged.
        let description = (error as? PostgresError)?.description ?? String(describing: type(of: error))
        self.service.logger.error("request failed", metadata: [
            "request": .string(context.trace.traceID), "route": .string(context.endpointPath ?? "none"), "error": .string(description),
        ])
        return Problem(.internalError, "The service failed. Its log tells more under the request id \(context.trace.traceID).")
    }
}
