package import CoreMetrics
import Synchronization

/// A backend of swift-metrics that keeps counters, gauges and timers in memory and writes them in the Prometheus text
/// format. The service's own labels are routes, methods and status codes: never anything that a caller typed.
package final class PrometheusMetrics: MetricsFactory, Sendable {
    private struct Key: Hashable {
        let label: String
        let dimensions: String
    }

    private let instruments = Mutex<[Key: Instrument]>([:])

    package init() {}

    /// One time series. Timers are histograms in seconds; recorders keep the last value.
    private final class Instrument: CounterHandler, RecorderHandler, TimerHandler, Sendable {
        enum Kind: String, Sendable {
            case counter, gauge, histogram
        }

        /// Upper bounds in nanoseconds.
        static let bounds: [Int64] = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000].map { $0 * 1_000_000 }

        struct State {
            var value = 0.0
            var count = 0
            var buckets = [Int](repeating: 0, count: Instrument.bounds.count)
        }

        let kind: Kind
        let state = Mutex(State())

        init(_ kind: Kind) { self.kind = kind }

        func increment(by amount: Int64) { self.state.withLock { $0.value += Double(amount) } }
        func reset() { self.state.withLock { $0 = State() } }
        func record(_ value: Int64) { self.record(Double(value)) }
        func record(_ value: Double) { self.state.withLock { $0.value = value } }

        func recordNanoseconds(_ duration: Int64) {
            self.state.withLock { state in
                state.value += Double(duration) / 1e9
                state.count += 1
                for (index, bound) in Self.bounds.enumerated() where duration <= bound { state.buckets[index] += 1 }
            }
        }
    }

    private func instrument(_ kind: Instrument.Kind, _ label: String, _ dimensions: [(String, String)]) -> Instrument {
        let key = Key(
            label: Self.name(label),
            dimensions: dimensions.map { "\(Self.name($0.0))=\"\(Self.escaped($0.1))\"" }.joined(separator: ","))
        return self.instruments.withLock { instruments in
            if let known = instruments[key] { return known }
            let new = Instrument(kind)
            instruments[key] = new
            return new
        }
    }

    private static func name(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" })
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        self.instrument(.counter, label, dimensions)
    }
    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        self.instrument(.gauge, label, dimensions)
    }
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        self.instrument(.histogram, label, dimensions)
    }
    // A series lives as long as the process: counters must not start again from nothing.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    func text(database: Database) -> String {
        var lines: [String] = []
        var told: Set<String> = []
        let instruments = self.instruments.withLock { $0 }.sorted {
            ($0.key.label, $0.key.dimensions) < ($1.key.label, $1.key.dimensions)
        }
        for (key, instrument) in instruments {
            if told.insert(key.label).inserted { lines.append("# TYPE \(key.label) \(instrument.kind.rawValue)") }
            let state = instrument.state.withLock { $0 }
            let braces = key.dimensions.isEmpty ? "" : "{\(key.dimensions)}"
            guard instrument.kind == .histogram else {
                lines.append("\(key.label)\(braces) \(state.value)")
                continue
            }
            let comma = key.dimensions.isEmpty ? "" : ","
            for (index, bound) in Instrument.bounds.enumerated() {
                lines.append(
                    "\(key.label)_bucket{\(key.dimensions)\(comma)le=\"\(Double(bound) / 1e9)\"} \(state.buckets[index])"
                )
            }
            lines.append("\(key.label)_bucket{\(key.dimensions)\(comma)le=\"+Inf\"} \(state.count)")
            lines.append("\(key.label)_sum\(braces) \(state.value)")
            lines.append("\(key.label)_count\(braces) \(state.count)")
        }
        lines.append("# TYPE samverkan_database_connections gauge")
        for pool in database.statistics() {
            lines.append("samverkan_database_connections{login=\"\(pool.login)\"} \(pool.connected)")
        }
        lines.append("# TYPE samverkan_database_waiting gauge")
        for pool in database.statistics() {
            lines.append("samverkan_database_waiting{login=\"\(pool.login)\"} \(pool.waiting)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
