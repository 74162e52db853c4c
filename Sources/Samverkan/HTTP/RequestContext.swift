import HTTPTypes
import Hummingbird
import NIOCore

/// What one request carries with it.
struct ServiceRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Address of whoever opened the connection, without port.
    let peerAddress: String?
    /// W3C Trace Context of this request.
    var trace = TraceContext.new()

    init(source: Source) {
        self.coreContext = .init(source: source)
        self.peerAddress = source.channel.remoteAddress?.ipAddress
    }
}

/// W3C Trace Context: the caller's trace goes on, with a span of this request's own.
struct TraceContext: Sendable {
    let traceID: String
    let spanID: String
    let flags: String

    static func new() -> TraceContext {
        TraceContext(traceID: Self.random(bytes: 16), spanID: Self.random(bytes: 8), flags: "00")
    }

    /// - Parameter header: `traceparent` of the request; when it is none, a new trace begins.
    init(continuing header: String?) {
        let parts = (header ?? "").split(separator: "-", omittingEmptySubsequences: false)
        func isHexadecimal(_ text: Substring, _ count: Int) -> Bool {
            text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) } && text.contains { $0 != "0" }
        }
        if parts.count >= 4, parts[0].utf8.count == 2, parts[0] != "ff", isHexadecimal(parts[1], 32), isHexadecimal(parts[2], 16), parts[3].utf8.count == 2,
            parts[3].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        {
            self = TraceContext(traceID: String(parts[1]), spanID: Self.random(bytes: 8), flags: String(parts[3]))
        } else {
            self = .new()
        }
    }

    private init(traceID: String, spanID: String, flags: String) {
        self.traceID = traceID
        self.spanID = spanID
        self.flags = flags
    }

    var header: String { "00-\(self.traceID)-\(self.spanID)-\(self.flags)" }

    private static func random(bytes: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: bytes * 2) { buffer in
            for index in 0..<bytes {
                let byte = UInt8.random(in: 1...255, using: &generator)
                buffer[index * 2] = digits[Int(byte >> 4)]
                buffer[index * 2 + 1] = digits[Int(byte & 15)]
            }
            return bytes * 2
        }
    }
}
