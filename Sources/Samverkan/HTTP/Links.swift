import HTTPTypes
import Hummingbird

/// Absolute addresses of this service as the caller reaches it: a trusted proxy's `Forwarded`, else an allowed `Host`,
/// else the configured base URL. A made-up `Host` never comes back in a link.
struct Links: Sendable {
    static let basePath = "/samverkan/v1"

    /// Scheme, host and port.
    let origin: String

    init(request: Request, peer: String?, settings: Settings) {
        if let peer, settings.trustedProxies.contains(peer), let forwarded = request.headers[.forwarded],
            let origin = Self.origin(forwarded: forwarded, allowed: settings.allowedHosts)
        {
            self.origin = origin
        } else if let host = request.head.authority, settings.allowedHosts.contains(host) {
            self.origin = "http://\(host)"
        } else {
            self.origin = settings.baseURL
        }
    }

    init(origin: String) { self.origin = origin }

    func href(_ path: String) -> String { self.origin + Self.basePath + path }

    /// RFC 7239. The last element is what the proxy itself has added; those before it are whatever the client sent.
    /// Only a host that is allowed comes back in a link.
    private static func origin(forwarded: String, allowed: Set<String>) -> String? {
        var host: String?
        var scheme = "https"
        for pair in forwarded.split(separator: ",").last?.split(separator: ";") ?? [] {
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix(while: \.isWhitespace) }
            guard parts.count == 2 else { continue }
            let value = parts[1].replacing("\"", with: "")
            switch parts[0].lowercased() {
            case "host": host = String(value)
            case "proto": scheme = value.lowercased()
            default: continue
            }
        }
        guard let host, ["http", "https"].contains(scheme), allowed.contains(host),
            host.utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                    || [0x2D, 0x2E, 0x3A, 0x5B, 0x5D].contains(byte)
            })
        else { return nil }
        return "\(scheme)://\(host)"
    }
}

extension HTTPField.Name {
    // Constant tokens, so never nil.
    static let forwarded = HTTPField.Name("Forwarded")!
    static let traceparent = HTTPField.Name("traceparent")!
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}

extension JSONWriter {
    mutating func link(_ name: StaticString, rel: StaticString, href: String, method: StaticString = "GET") {
        self.beginObject(name)
        self.field("href", href)
        self.field("rel", "\(rel)")
        self.field("method", "\(method)")
        self.endObject()
    }

    /// One of the parts that the document shows, by its id: an address with a place for it (RFC 6570).
    mutating func link(part name: StaticString, href: String) {
        self.beginObject(name)
        self.field("href", href)
        self.field("rel", "item")
        self.field("method", "GET")
        self.field("templated", true)
        self.endObject()
    }

    /// The acts that the caller may do now.
    ///
    /// - Parameter names: as the database says them, with spaces between them.
    mutating func acts(_ names: String?, on href: String) {
        for name in (names ?? "").split(separator: " ") {
            self.key(named: String(name))
            self.beginObject()
            self.field("href", "\(href)/\(name)")
            self.field("rel", "edit")
            self.field("method", "POST")
            self.endObject()
        }
    }

    /// `_links` with `self`, and what `more` adds.
    mutating func links(self href: String, _ more: (inout JSONWriter) -> Void = { _ in }) {
        self.beginObject("_links")
        self.link("self", rel: "self", href: href)
        more(&self)
        self.endObject()
    }
}
