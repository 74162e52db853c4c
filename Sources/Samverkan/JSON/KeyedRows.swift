import Postgres

/// Rows found by a key: the rows themselves stay in the result.
struct KeyedRows {
    private let rows: QueryResult
    private let indices: [UUIDKey: Int]

    init(_ rows: QueryResult, byKey column: Column) {
        self.rows = rows
        self.indices = rows.indices(byKey: column)
    }

    /// The row whose key is the value of `column` in `row`; nil when that is NULL or has no row.
    subscript(row: Row, column: Column) -> Row? {
        guard let key = UUIDKey(row, column) else { return nil }
        return self[key]
    }

    subscript(key: UUIDKey) -> Row? {
        self.indices[key].map { self.rows[$0] }
    }
}
