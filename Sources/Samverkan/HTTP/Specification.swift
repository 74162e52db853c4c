import NIOCore

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
