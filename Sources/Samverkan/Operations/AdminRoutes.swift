import HTTPTypes
import Hummingbird
import NIOCore

/// Health and metrics, on a port of their own that is not for the public.
///
/// | method and path | answers |
/// |---|---|
/// | GET /health/live | 200 while the process runs |
/// | GET /health/ready | 200 when the database answers every login within a second and has the schema that is needed, and a line on how far the database for BI is; 503 else, and once the server is told to end |
/// | GET /health | the same as /health/ready |
/// | GET /metrics | Prometheus text format |
enum AdminRoutes {
    static func router(_ service: Service, _ publisher: Publisher?) -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/health/live") { _, _ in self.text(.ok, "live\n") }
        for path in ["/health", "/health/ready"] {
            router.get(RouterPath(path)) { _, _ in
                if service.connections.isDraining { return self.text(.serviceUnavailable, "the server is ending\n") }
                let fault = await service.database.fault(needing: service.schemaVersion)
                return fault.map { self.text(.serviceUnavailable, $0 + "\n") }
                    ?? self.text(.ok, "ready\n" + (publisher.map { $0.detail + "\n" } ?? ""))
            }
        }
        router.get("/metrics") { _, _ in
            self.text(
                .ok, service.metrics.text(database: service.database), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        return router
    }

    private static func text(_ status: HTTPResponse.Status, _ text: String, type: String = "text/plain; charset=utf-8")
        -> Response
    {
        Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
