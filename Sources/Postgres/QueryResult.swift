package import CLibPQ

/// The rows of one statement, in libpq's own memory, which is freed when the last reference goes.
///
/// `@unchecked Sendable` is safe: a PGresult is not changed after libpq has handed it over, and it is freed once, by
/// `deinit`.
package final class QueryResult: @unchecked Sendable {
    @usableFromInline let result: OpaquePointer
    package let count: Int
    package let columnCount: Int

    /// Takes over `result`.
    init(_ result: OpaquePointer) {
        self.result = result
        self.count = Int(PQntuples(result))
        self.columnCount = Int(PQnfields(result))
    }

    deinit {
        PQclear(self.result)
    }

    package var isEmpty: Bool { self.count == 0 }
    package var first: Row? { self.count == 0 ? nil : Row(result: self, index: 0) }

    /// How many rows an insert, update or delete touched.
    package var affectedRows: Int {
        Int(String(cString: PQcmdTuples(self.result))) ?? 0
    }

    @inlinable
    package subscript(index: Int) -> Row {
        precondition(index >= 0 && index < self.count, "row \(index) of \(self.count)")
        return Row(result: self, index: index)
    }

    /// The value's bytes as text, nil for NULL. The pointer is good only while this result is.
    @inlinable
    func bytes(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8>? {
        precondition(column >= 0 && column < self.columnCount, "column \(column) of \(self.columnCount)")
        if PQgetisnull(self.result, Int32(row), Int32(column)) != 0 { return nil }
        let length = Int(PQgetlength(self.result, Int32(row), Int32(column)))
        guard let value = PQgetvalue(self.result, Int32(row), Int32(column)) else { return nil }
        return UnsafeBufferPointer(start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: length)
    }
}

extension QueryResult: Sequence {
    package func makeIterator() -> AnyIterator<Row> {
        var index = 0
        return AnyIterator {
            guard index < self.count else { return nil }
            defer { index += 1 }
            return Row(result: self, index: index)
        }
    }
}
