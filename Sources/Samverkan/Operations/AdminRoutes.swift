import HTTPTypes
import Hummingbird
import NIOCore

/// Health and metrics, on a port of their own that is not for the public.
///
/// | method and path | answers |
/// |---|---|
/// | GET /health/live | 200 while the process runs |
/// | GET /health/ready | 200 when every login has a database connection, else 503 |
/// | GET /metrics | Prometheus text format |
enum AdminRoutes {
    static func router(_ service: Service) -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/health/live") { _, _ in self.text(.ok, "live\n") }
        router.get("/health/ready") { _, _ in
            service.database.isReady ? self.text(.ok, "ready\n") : self.text(.serviceUnavailable, "the database cannot be reached\n")
        }
        router.get("/metrics") { _, _ in
            self.text(.ok, service.metrics.text(database: service.database), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        return router
    }

    private static func text(_ status: HTTPResponse.Status, _ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
