import CZlib

/// A ZIP archive in memory (APPNOTE 6.3.10): its directory, and one part unpacked at a time. What an archive says of
/// itself is believed only as far as its bytes bear it out.
struct ZipArchive {
    private struct Entry {
        let method: Int
        let isEncrypted: Bool
        let packed: Int
        let size: Int
        let header: Int
    }

    private static let entryLimit = 4_000
    /// Bytes of one part, and of all that are asked for.
    private static let partLimit = 20_000_000
    private static let wholeLimit = 60_000_000
    /// Text expands ten to thirty times; what expands more, and is no small part, was made to.
    private static let expansionLimit = 200
    private static let smallPart = 1_000_000

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]
    private var unpacked = 0

    /// - Throws: ``DocumentError``: `broken` for what is no such archive, `tooLarge` for one with more parts than any
    ///   document.
    init(_ bytes: [UInt8]) throws(DocumentError) {
        self.bytes = bytes
        // The directory stands at the end, before a comment of at most 64 kB.
        guard bytes.count >= 22 else { throw .broken }
        var end = bytes.count - 22
        while !self.stands(0x0605_4B50, at: end) {
            end -= 1
            if end < max(0, bytes.count - 65_557) { throw .broken }
        }
        let count = try self.number(end + 10, 2)
        if count > Self.entryLimit { throw .tooLarge }
        var place = try self.number(end + 16, 4)
        for _ in 0..<count {
            guard self.stands(0x0201_4B50, at: place) else { throw .broken }
            let nameLength = try self.number(place + 28, 2)
            guard place + 46 + nameLength <= bytes.count else { throw .broken }
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
            let entry = Entry(
                method: try self.number(place + 10, 2), isEncrypted: try self.number(place + 8, 2) & 1 == 1,
                packed: try self.number(place + 20, 4),
                size: try self.number(place + 24, 4), header: try self.number(place + 42, 4))
            // Two parts of one name: what one program reads of it another doesn't.
            if self.entries.updateValue(entry, forKey: name) != nil { throw .broken }
            place += 46 + nameLength + (try self.number(place + 30, 2)) + (try self.number(place + 32, 2))
        }
    }

    func has(_ name: String) -> Bool { self.entries[name] != nil }

    /// The names of all parts.
    var names: some Collection<String> { self.entries.keys }

    /// A part's bytes; nil when there is none of that name.
    /// - Throws: ``DocumentError``: `broken`, `encrypted`, or `tooLarge`.
    mutating func part(_ name: String) throws(DocumentError) -> [UInt8]? {
        guard let entry = self.entries[name] else { return nil }
        if entry.isEncrypted { throw .encrypted }
        guard self.stands(0x0403_4B50, at: entry.header) else { throw .broken }
        let start =
            entry.header + 30 + (try self.number(entry.header + 26, 2)) + (try self.number(entry.header + 28, 2))
        guard start + entry.packed <= self.bytes.count else { throw .broken }
        self.unpacked += entry.size
        if entry.size > Self.partLimit || self.unpacked > Self.wholeLimit { throw .tooLarge }
        if entry.size > Self.smallPart, entry.size > entry.packed * Self.expansionLimit { throw .tooLarge }
        switch entry.method {
        case 0:
            guard entry.packed == entry.size else { throw .broken }
            return Array(self.bytes[start..<(start + entry.size)])
        case 8: return try self.inflate(start..<(start + entry.packed), to: entry.size)
        default: throw .broken
        }
    }

    /// - Parameter size: what the directory says; a part of any other size is broken.
    private func inflate(_ range: Range<Int>, to size: Int) throws(DocumentError) -> [UInt8] {
        var stream = z_stream()
        // Negative: without zlib's own head.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .broken
        }
        defer { _ = inflateEnd(&stream) }
        let result = self.bytes.withUnsafeBufferPointer { source in
            // One byte more than there should be, so that a part with more is found out.
            [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + range.lowerBound })
                stream.avail_in = UInt32(range.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(size + 1)
                let status = CZlib.inflate(&stream, Z_FINISH)
                count = status == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        guard result.count == size else { throw .broken }
        return result
    }

    private func stands(_ signature: UInt32, at offset: Int) -> Bool {
        guard offset >= 0, offset + 4 <= self.bytes.count else { return false }
        return (0..<4).allSatisfy {
            self.bytes[offset + $0] == UInt8(truncatingIfNeeded: signature >> (8 * UInt32($0)))
        }
    }

    private func number(_ offset: Int, _ width: Int) throws(DocumentError) -> Int {
        guard offset >= 0, offset + width <= self.bytes.count else { throw .broken }
        return (0..<width).reduce(0) { $0 | Int(self.bytes[offset + $1]) << (8 * $1) }
    }
}
