import Postgres

/// A UUID column as 16 bytes, for finding the rows that belong together.
struct UUIDKey: Equatable {
    private let high: UInt64
    private let low: UInt64

    static let zero = UUIDKey(high: 0, low: 0)

    private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// All bits in a few, for finding a place in a table.
    var mixed: Int {
        let product = (self.high ^ self.low) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: product >> 32)
    }

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
