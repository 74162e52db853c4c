import Synchronization

/// Counters of the service in the Prometheus text format. Labels are routes, methods and status codes: never anything
/// that a caller typed.
final class PrometheusMetrics: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Histogram {
        var buckets = [Int](repeating: 0, count: PrometheusMetrics.bounds.count)
        var sum = 0
        var count = 0
    }

    /// Upper bounds in milliseconds.
    private static let bounds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000]
    private let requests = Mutex<[Key: Histogram]>([:])
    private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

    func observe(method: String, route: String, status: Int, milliseconds: Int) {
        let key = Key(method: Self.methods.contains(method) ? method : "other", route: route, status: status)
        self.requests.withLock { requests in
            requests[key, default: Histogram()].count += 1
            requests[key]?.sum += milliseconds
            for (index, bound) in Self.bounds.enumerated() where milliseconds <= bound { requests[key]?.buckets[index] += 1 }
        }
    }

    func text(database: Database) -> String {
        var lines = [
            "# HELP samverkan_http_request_duration_seconds Time from request to answer.",
            "# TYPE samverkan_http_request_duration_seconds histogram",
        ]
        let requests = self.requests.withLock { $0 }.sorted { ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status) }
        for (key, histogram) in requests {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            for (index, bound) in Self.bounds.enumerated() {
                lines.append("samverkan_http_request_duration_seconds_bucket{\(labels),le=\"\(Double(bound) / 1_000)\"} \(histogram.buckets[index])")
            }
            lines.append("samverkan_http_request_duration_seconds_bucket{\(labels),le=\"+Inf\"} \(histogram.count)")
            lines.append("samverkan_http_request_duration_seconds_sum{\(labels)} \(Double(histogram.sum) / 1_000)")
            lines.append("samverkan_http_request_duration_seconds_count{\(labels)} \(histogram.count)")
        }
        lines.append("# HELP samverkan_database_connections Open connections of each login.")
        lines.append("# TYPE samverkan_database_connections gauge")
        for pool in database.statistics() { lines.append("samverkan_database_connections{login=\"\(pool.login)\"} \(pool.connected)") }
        lines.append("# HELP samverkan_database_waiting Requests waiting for a connection of each login.")
        lines.append("# TYPE samverkan_database_waiting gauge")
        for pool in database.statistics() { lines.append("samverkan_database_waiting{login=\"\(pool.login)\"} \(pool.waiting)") }
        return lines.joined(separator: "\n") + "\n"
    }
}
