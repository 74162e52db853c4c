import HTTPTypes
import Hummingbird
import Logging
import Metrics
import NIOCore
import NIOHTTP1
import Postgres

/// Outermost: gives each request its trace, turns errors into problems, counts and logs.
struct ProblemMiddleware: RouterMiddleware {
    let service: Service
    let routes: [Route]

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        let started = ContinuousClock.now
        var context = context
        context.trace = TraceContext(continuing: request.headers[.traceparent])
        var response: Response
        do {
            // A path is a route's as it is written: the router would pass over empty segments.
            let path = request.uri.path
            if path.hasSuffix("/") || path.contains("//"), path != Links.basePath + "/" {
                throw Self.noSuchAddress
            }
            response = try await next(request, context)
        } catch {
            response = self.problem(error, request, context).response(instance: request.uri.path)
            if request.method == .head { response = response.createHeadResponse() }
        }
        response.headers[.traceparent] = context.trace.header
        for field in ProtectiveHeaders.all where response.headers[field.name] == nil {
            response.headers[field.name] = field.value
        }
        let status = response.status.code
        let duration = (ContinuousClock.now - started).components
        let nanoseconds = duration.seconds * 1_000_000_000 + duration.attoseconds / 1_000_000_000
        let method = Self.methods.contains(request.method.rawValue) ? request.method.rawValue : "other"
        self.service.timers.timer(method: method, route: context.endpointPath ?? "none", status: status)
            .recordNanoseconds(nanoseconds)
        // Path and query can hold what somebody typed; the route cannot.
        func metadata() -> Logger.Metadata {
            [
                "request": .string(context.trace.traceID), "method": .string(request.method.rawValue),
                "route": .string(context.endpointPath ?? "none"), "status": .stringConvertible(status),
                "milliseconds": .stringConvertible(nanoseconds / 1_000_000),
            ]
        }
        if status == 503 {
            // Thousands of them say no more than one.
            self.service.samples.note("503", "requests are refused", metadata())
        } else {
            self.service.logger.log(
                level: status >= 500 ? .error : status >= 400 ? .info : .debug, "request", metadata: metadata())
        }
        return response
    }

    private static let noSuchAddress = Problem(
        .noSuchAddress, "No address of this service is written like that; openapi.yaml lists them.")

    private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

    /// 405 for a path that is a route's, with another method than the request's (SAK.05); nil for any other path.
    private func methodNotAllowed(_ request: Request) -> Problem? {
        let path = request.uri.path.split(separator: "/", omittingEmptySubsequences: false)
        let used = self.routes.filter { route in
            let pattern = (Links.basePath + route.path).split(separator: "/", omittingEmptySubsequences: false)
            return pattern.count == path.count
                && zip(pattern, path).allSatisfy { $0.hasPrefix("{") ? !$1.isEmpty : $0 == $1 }
        }.map(\.method)
        if used.isEmpty || used.contains(request.method) { return nil }
        let allowed = (Set(used.map(\.rawValue)).union(used.contains(.get) ? ["HEAD"] : [])).sorted().joined(
            separator: ", ")
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
            case 404: return self.methodNotAllowed(request) ?? Self.noSuchAddress
            case 413: return Problem(.bodyTooLarge, "The body is too large.")
            case 405: return Problem(.methodNotAllowed, "The method is not used here.")
            case 400..<500: return Problem(.invalidParameter, "The request cannot be understood.")
            default: break
            }
        }
        // The client's own fault: it broke off, or what it sent is no HTTP.
        if error is NIOCore.ChannelError || error is HTTPParserError || error is NIOAsyncWriterError || error is IOError
        {
            return Problem(.invalidParameter, "The request broke off or is no HTTP.")
        }
        if error is CancellationError {
            return Problem(.databaseUnavailable, "The request was ended.", headers: [.retryAfter: "1"])
        }
        // PostgresError's description holds no row values; of others only the type is logged.
        let description = (error as? PostgresError)?.description ?? String(describing: type(of: error))
        self.service.logger.error(
            "request failed",
            metadata: [
                "request": .string(context.trace.traceID), "route": .string(context.endpointPath ?? "none"),
                "error": .string(description),
            ])
        return Problem(
            .internalError, "The service failed. Its log tells more under the request id \(context.trace.traceID).")
    }
}
