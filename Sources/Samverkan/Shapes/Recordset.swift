import NIOCore
import Postgres

/// Rows that travel to the database as one JSON value and are read there as `jsonb_to_recordset`.
struct Recordset: Sendable {
    private let names: [String]
    /// The columns as PostgreSQL is told of them: `(id uuid, position integer, …)`.
    let definition: String
    private(set) var rows: [[Parameter]] = []

    /// - Parameter leading: columns before those of the members, with their types.
    init(_ leading: KeyValuePairs<String, String>, _ members: [Member] = []) {
        self.init(columns: leading.map { ($0.key, $0.value) }, members)
    }

    init(columns leading: [(name: String, type: String)], _ members: [Member]) {
        let columns = leading + members.map { ($0.column, $0.type) }
        self.names = columns.map(\.name)
        self.definition = "(\(columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ")))"
    }

    var isEmpty: Bool { self.rows.isEmpty }

    /// - Parameter content: of the members, behind the leading values.
    mutating func add(_ leading: [any PostgresBindable], _ content: Content? = nil) {
        self.rows.append(leading.map(\.postgresParameter) + (content?.values.map { $0 ?? .null } ?? []))
    }

    /// A list of objects of texts: PostgreSQL reads each as its column's type.
    var parameter: Parameter {
        var json = JSONWriter(capacity: 256 * (self.rows.count + 1))
        json.beginArray()
        for row in self.rows {
            json.beginObject()
            for (name, value) in zip(self.names, row) {
                if case .text(let text) = value {
                    json.key(named: name)
                    json.string(text)
                }
            }
            json.endObject()
        }
        json.endArray()
        return .text(String(buffer: json.finish()))
    }

    /// `jsonb_to_recordset(…) as r (…)`, for a from clause.
    var source: Statement { "jsonb_to_recordset(\(self.parameter)::jsonb) as r \(unsafeSQL: self.definition)" }
}
