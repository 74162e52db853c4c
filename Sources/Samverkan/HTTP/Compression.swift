import CZlib
import HTTPTypes
import NIOCore

/// Answers as gzip for those who take it.
enum Compression {
    /// Below it nothing is gained.
    private static let smallest = 1_024

    /// The body is worth it, and the client takes gzip.
    static func isWanted(for body: ByteBuffer, _ headers: HTTPFields) -> Bool {
        body.readableBytes > Self.smallest && Self.isAccepted(by: headers)
    }

    /// Whether the client takes gzip (RFC 9110 §12.5.3): named, or by `*` when it isn't, and with no weight of 0.
    private static func isAccepted(by headers: HTTPFields) -> Bool {
        guard let header = headers[.acceptEncoding] else { return false }
        var weights: [Substring: Bool] = [:]
        for coding in header.lowercased().split(separator: ",") {
            let parts = coding.split(separator: ";").map {
                $0.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace }
            }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if let name = parts.first { weights[name == "x-gzip" ? "gzip" : name] = weight > 0 }
        }
        return weights["gzip"] ?? weights["*"] ?? false
    }

    /// Sixteen digits that change when the bytes do, of two checksums that have nothing in common. Nobody is kept from
    /// making others with the same; a digest that does that costs a plan a tenth of its time.
    static func checksum(_ body: ByteBuffer) -> String {
        body.withUnsafeReadableBytes { bytes in
            let (start, count) = (bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count))
            let sums = [crc32(0, start, count), adler32(1, start, count)].map { String($0, radix: 16) }
            return sums.map { String(repeating: "0", count: max(0, 8 - $0.count)) + $0 }.joined()
        }
    }

    /// nil when zlib lacks memory.
    static func gzip(_ body: ByteBuffer) -> ByteBuffer? {
        var stream = z_stream()
        // 15 bits of window, and 16 for gzip's own head and tail.
        guard
            deflateInit2_(
                &stream, 5, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else { return nil }
        defer { _ = deflateEnd(&stream) }
        return body.withUnsafeReadableBytes { source -> ByteBuffer? in
            let bound = Int(deflateBound(&stream, UInt(source.count)))
            var target = ByteBuffer()
            var isWhole = false
            target.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { bytes in
                stream.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = bytes.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(bytes.count)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                return Int(stream.total_out)
            }
            return isWhole ? target : nil
        }
    }
}
