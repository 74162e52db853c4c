import Postgres

/// A UUID column as 16 bytes, for finding the rows that belong together.
struct UUIDKey: Hashable {
    private let high: UInt64
    private let low: UInt64

    /// The random half tells them apart well enough.
    func hash(into hasher: inout Hasher) { hasher.combine(self.low) }

    /// nil for NULL.
    init?(_ row: Row, _ column: Column) {
        let words = row.withBytes(column) { bytes -> (UInt64, UInt64)? in
            guard let bytes, bytes.count == 36 else { return nil }
            // PostgreSQL writes 8-4-4-4-12 small hexadecimal digits: letters have the bit 64, and stand nine too low.
            func append(_ range: Range<Int>, to word: inout UInt64) {
                for index in range {
                    let byte = bytes[index]
                    word = word << 4 | UInt64((byte & 15) &+ 9 &* (byte >> 6))
                }
            }
            var high: UInt64 = 0
            var low: UInt64 = 0
            append(0..<8, to: &high)
            append(9..<13, to: &high)
            append(14..<18, to: &high)
            append(19..<23, to: &low)
            append(24..<36, to: &low)
            return (high, low)
        }
        guard let words else { return nil }
        (self.high, self.low) = words
    }
}

extension QueryResult {
    /// Where the rows of each key stand, for rows that are ordered by it. Rows without a key are left out.
    func ranges(byKey column: Column) -> [UUIDKey: Range<Int>] {
        var ranges: [UUIDKey: Range<Int>] = [:]
        ranges.reserveCapacity(self.count)
        for index in 0..<self.count {
            guard let key = UUIDKey(self[index], column) else { continue }
            ranges[key] = (ranges[key]?.lowerBound ?? index)..<(index + 1)
        }
        return ranges
    }

    /// The index of each key's row.
    func indices(byKey column: Column) -> [UUIDKey: Int] {
        var indices: [UUIDKey: Int] = [:]
        indices.reserveCapacity(self.count)
        for index in 0..<self.count {
            if let key = UUIDKey(self[index], column) { indices[key] = index }
        }
        return indices
    }
}
