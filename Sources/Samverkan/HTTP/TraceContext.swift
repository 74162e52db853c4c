import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

/// W3C Trace Context: the caller's trace goes on, with a span of this request's own.
struct TraceContext: Sendable {
    let traceID: String
    let spanID: String
    let flags: String

    static let none = TraceContext(traceID: "", spanID: "", flags: "00")

    /// - Parameter header: `traceparent` of the request; when it is none, a new trace begins.
    init(continuing header: String?) {
        let parts = (header ?? "").split(separator: "-", omittingEmptySubsequences: false)
        func isHexadecimal(_ text: Substring, _ count: Int) -> Bool {
            text.utf8.count == count
                && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
                && text.contains { $0 != "0" }
        }
        if parts.count >= 4, parts[0].utf8.count == 2, parts[0] != "ff", isHexadecimal(parts[1], 32),
            isHexadecimal(parts[2], 16), parts[3].utf8.count == 2,
            parts[3].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        {
            self.init(traceID: String(parts[1]), spanID: Self.random(words: 1), flags: String(parts[3]))
        } else {
            self.init(traceID: Self.random(words: 2), spanID: Self.random(words: 1), flags: "00")
        }
    }

    private init(traceID: String, spanID: String, flags: String) {
        self.traceID = traceID
        self.spanID = spanID
        self.flags = flags
    }

    var header: String { "00-\(self.traceID)-\(self.spanID)-\(self.flags)" }

    /// Hexadecimal, sixteen digits a word, never all zero.
    private static func random(words: Int) -> String {
        let digits: StaticString = "0123456789abcdef"
        return String(unsafeUninitializedCapacity: words * 16) { buffer in
            for index in 0..<words {
                var word = UInt64.random(in: 1 ... .max)
                for digit in 0..<16 {
                    buffer[index * 16 + digit] = digits.utf8Start[Int(word & 15)]
                    word >>= 4
                }
            }
            return words * 16
        }
    }
}
