package import CLibPQ

/// One row. Columns are read by position, in the order of the statement's select list.
package struct Row: Sendable {
    @usableFromInline let result: QueryResult
    @usableFromInline let index: Int

    @inlinable
    init(result: QueryResult, index: Int) {
        self.result = result
        self.index = index
    }

    package subscript(column: Int) -> String? {
        self.result.bytes(self.index, column).map { String(decoding: $0, as: UTF8.self) }
    }

    @inlinable
    package func isNull(_ column: Int) -> Bool {
        self.result.bytes(self.index, column) == nil
    }

    /// The value of an integer column, nil for NULL or when it is no integer.
    package func int(_ column: Int) -> Int? {
        self.withBytes(column) { bytes -> Int? in
            guard let bytes, !bytes.isEmpty else { return nil }
            var negative = false
            var value = 0
            for (offset, byte) in bytes.enumerated() {
                if offset == 0, byte == UInt8(ascii: "-") {
                    negative = true
                    continue
                }
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(Int(byte - 0x30))
                if overflow || carry { return nil }
                value = sum
            }
            return negative ? -value : value
        }
    }

    /// The value of a boolean column; false for NULL.
    package func bool(_ column: Int) -> Bool {
        self.withBytes(column) { $0?.first == UInt8(ascii: "t") }
    }

    /// The bytes of a `bytea` column.
    package func data(_ column: Int) -> [UInt8]? {
        self.withBytes(column) { bytes -> [UInt8]? in
            // Text form of bytea: \x and two hexadecimal digits a byte.
            guard let bytes, bytes.count >= 2, bytes[0] == UInt8(ascii: "\\"), bytes[1] == UInt8(ascii: "x") else {
                return nil
            }
            func digit(_ byte: UInt8) -> UInt8 { byte <= 0x39 ? byte &- 0x30 : byte &- 0x57 }
            return [UInt8](unsafeUninitializedCapacity: (bytes.count - 2) / 2) { buffer, count in
                count = (bytes.count - 2) / 2
                for position in 0..<count {
                    buffer[position] = digit(bytes[2 + position * 2]) << 4 | digit(bytes[3 + position * 2])
                }
            }
        }
    }

    /// The value as PostgreSQL's text, straight from the result's memory; nil for NULL. It must not leave the closure.
    @inlinable
    package func withBytes<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> T) rethrows -> T {
        try withExtendedLifetime(self.result) {
            try body(self.result.bytes(self.index, column))
        }
    }

    /// Whether two columns hold the same bytes; two NULLs do.
    package func equals(_ column: Int, _ other: Row, _ otherColumn: Int) -> Bool {
        self.withBytes(column) { mine in
            other.withBytes(otherColumn) { theirs in
                guard let mine, let theirs else { return mine == nil && theirs == nil }
                return mine.elementsEqual(theirs)
            }
        }
    }
}
