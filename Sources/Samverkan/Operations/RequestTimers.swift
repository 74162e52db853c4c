import Metrics
import Synchronization

/// A timer for each method, route and status, made when the first such request ends.
final class RequestTimers: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private let factory: PrometheusMetrics
    private let timers = Mutex<[Key: Timer]>([:])

    init(_ factory: PrometheusMetrics) { self.factory = factory }

    /// - Parameters:
    ///   - method: one of HTTP's, or "other": nothing that a client typed.
    ///   - route: the pattern of the address.
    func timer(method: String, route: String, status: Int) -> Timer {
        let key = Key(method: method, route: route, status: status)
        return self.timers.withLock { timers in
            if let known = timers[key] { return known }
            let new = Timer(
                label: "samverkan_http_request_duration_seconds",
                dimensions: [("method", method), ("route", route), ("status", String(status))], factory: self.factory)
            timers[key] = new
            return new
        }
    }
}
