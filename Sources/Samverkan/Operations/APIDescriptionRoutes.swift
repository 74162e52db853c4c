import HTTPTypes
import Hummingbird
import NIOCore

/// | method and path | who may |
/// |---|---|
/// | GET /api-info | anyone |
/// | GET /openapi.yaml | anyone |
enum APIDescriptionRoutes {
    /// Digg's REST API-profil VER.06, VER.07.
    static func info(_ call: Call) async throws -> Response {
        _ = try call.query()
        var json = JSONWriter()
        json.beginObject()
        json.field("apiName", "samverkan")
        json.field("apiVersion", SamverkanApplication.version)
        json.field("apiReleased", "2026-11-24")
        json.field("apiDocumentation", call.links.href("/openapi.yaml"))
        json.field("apiStatus", "beta")
        json.links(self: call.links.href("/api-info"))
        json.endObject()
        return call.json(json.finish())
    }

    static func specification(_ call: Call) async throws -> Response {
        _ = try call.query()
        let specification = call.service.specification
        return call.answer(specification.text, "application/yaml; charset=utf-8", tag: specification.tag, compressed: specification.compressed)
    }
}

/// openapi.yaml as it is answered, made once: anybody may ask for it as often as they like.
struct Specification: Sendable {
    let text: ByteBuffer
    let compressed: ByteBuffer?
    let tag: String

    init(_ text: ByteBuffer) {
        self.text = text
        self.compressed = Compression.gzip(text)
        self.tag = Compression.checksum(text)
    }
}
