import HTTPTypes
import Hummingbird
import Logging
import Metrics
import NIOCore
import NIOHTTP1
import Postgres

enum ServiceRouter {
    /// The routes, each request held against its operation, with the middleware that turns every error into a problem.
    static func router(_ routes: [Route], _ service: Service) -> Router<ServiceRequestContext> {
        let router = Router(context: ServiceRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: ProblemMiddleware(service: service, routes: routes))
        for route in routes {
            router.on(RouterPath(Links.basePath + route.path), method: route.method) { request, context in
                let call = try Call(request, context, service, route)
                let answer = try await route.operation.handle(call)
                return call.form == .word ? try await call.asWord(answer) : answer
            }
        }
        return router
    }
}
