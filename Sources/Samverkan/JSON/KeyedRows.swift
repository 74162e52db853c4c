import Postgres

/// Rows found by a key, in the order in which they came: the rows themselves stay in the result.
///
/// A table of slots that are tried one after the other. The keys are the database's own ids, so nobody can choose ones
/// that collide, and nothing needs the standard library's guarded hash.
struct KeyedRows {
    private let rows: QueryResult
    /// The first and the last row of a key; -1 for a free slot.
    private var slots: [(key: UUIDKey, first: Int32, last: Int32)]
    /// The next row of the same key; -1 behind the last.
    private var next: [Int32]

    /// - Parameter isIncluded: the rows that count; those whose key is NULL never do.
    init(_ rows: QueryResult, byKey column: Column, where isIncluded: (Row) -> Bool = { _ in true }) {
        self.rows = rows
        var size = 8
        while size < rows.count * 2 { size *= 2 }
        self.slots = Array(repeating: (UUIDKey.zero, -1, -1), count: size)
        self.next = Array(repeating: -1, count: rows.count)
        for index in 0..<rows.count {
            guard isIncluded(rows[index]), let key = UUIDKey(rows[index], column) else { continue }
            let slot = self.slot(of: key)
            if self.slots[slot].first < 0 {
                self.slots[slot] = (key, Int32(index), Int32(index))
            } else {
                self.next[Int(self.slots[slot].last)] = Int32(index)
                self.slots[slot].last = Int32(index)
            }
        }
    }

    /// Where the key is, or would be.
    private func slot(of key: UUIDKey) -> Int {
        let mask = self.slots.count - 1
        var slot = key.mixed & mask
        while self.slots[slot].first >= 0, self.slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    /// The first row whose key is the value of `column` in `row`; nil when that is NULL or has no row.
    subscript(row: Row, column: Column) -> Row? {
        guard let key = UUIDKey(row, column) else { return nil }
        let first = self.slots[self.slot(of: key)].first
        return first < 0 ? nil : self.rows[Int(first)]
    }

    /// All rows whose key is the value of `column` in `row`.
    func all(of row: Row, _ column: Column) -> Group {
        Group(keyed: self, index: UUIDKey(row, column).map { self.slots[self.slot(of: $0)].first } ?? -1)
    }

    struct Group: Sequence, IteratorProtocol {
        fileprivate let keyed: KeyedRows
        fileprivate var index: Int32

        mutating func next() -> Row? {
            guard self.index >= 0 else { return nil }
            defer { self.index = self.keyed.next[Int(self.index)] }
            return self.keyed.rows[Int(self.index)]
        }
    }
}
