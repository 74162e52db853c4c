import Postgres

/// A member of a resource's JSON object and the column that holds it. Declared once; reading a body, writing an answer
/// and the statements between follow from it.
struct Field: Sendable {
    enum Kind: Sendable {
        /// Free text of at most so many characters.
        case text(Int)
        /// One of these.
        case choice([String])
        case day
        case identifier
        /// From 0 to below a million millions, at most six decimals.
        case quantity
        case integer(ClosedRange<Int>)
        /// Texts of at most 200 characters each.
        case texts(Int)
        /// Ids of the same matter in other systems: `[{system, identifier}]`.
        case references
        /// A nested object whose members are columns of the same row.
        case object([Field])
    }

    let name: StaticString
    let column: StaticString
    let kind: Kind
    var isRequired = false

    init(_ name: StaticString, _ column: StaticString = "", _ kind: Kind, required: Bool = false) {
        self.name = name
        self.column = column
        self.kind = kind
        self.isRequired = required
    }

    /// The columns behind it.
    var columns: [Field] {
        if case .object(let fields) = self.kind { fields.flatMap(\.columns) } else { [self] }
    }

    /// How a bound value becomes the column's.
    fileprivate func value(_ parameter: Parameter, in sql: inout Statement.StringInterpolation) {
        switch self.kind {
        case .texts:
            sql.appendLiteral("array(select jsonb_array_elements_text(")
            sql.appendInterpolation(parameter)
            sql.appendLiteral("::jsonb))")
        case .references:
            sql.appendLiteral("coalesce(")
            sql.appendInterpolation(parameter)
            sql.appendLiteral("::jsonb, '[]')")
        default:
            sql.appendInterpolation(parameter)
            sql.appendLiteral("::" + self.type)
        }
    }

    private var type: String {
        switch self.kind {
        case .day: "date"
        case .identifier: "uuid"
        case .quantity: "numeric"
        case .integer: "integer"
        default: "text"
        }
    }
}

/// A value and the column it goes into or is looked for in: `("municipality_code", code)`.
typealias Key = (column: StaticString, value: any PostgresBindable)

extension Array where Element == Field {
    var columns: [Field] { self.flatMap(\.columns) }

    /// The select list, in the order in which ``write(_:_:from:)`` reads it; columns of `alias`.
    func selected(_ alias: String) -> String {
        self.columns.map { field in
            if case .texts = field.kind { return "array_to_json(\(alias).\(field.column))" }
            return "\(alias).\(field.column)"
        }.joined(separator: ", ")
    }

    /// Writes the members from the row's columns from `column` on. An object without any value is null.
    func write(_ json: inout JSONWriter, _ row: Row, from column: Int) {
        var column = column
        for field in self {
            switch field.kind {
            case .object(let fields):
                let count = fields.columns.count
                if (column..<column + count).allSatisfy({ row.isNull($0) }) {
                    json.key(field.name)
                    json.null()
                } else {
                    json.beginObject(field.name)
                    fields.write(&json, row, from: column)
                    json.endObject()
                }
                column += count
                continue
            case .quantity, .integer, .texts, .references: json.rawField(field.name, row, column)
            default: json.field(field.name, row, column)
            }
            column += 1
        }
    }
}

extension Statement {
    /// `insert` of one row whose key is `key`.
    ///
    /// - Parameter siblings: how many columns of the key the rows beside it share; it then gets the last position of them.
    static func insert(into table: StaticString, _ key: [Key], _ fields: [Field], _ values: [Parameter], lastOf siblings: Int? = nil) -> Statement {
        var sql = StringInterpolation(literalCapacity: 512, interpolationCount: values.count + key.count * 2)
        let columns = fields.columns
        let names = key.map { "\($0.column)" } + columns.map { "\($0.column)" } + (siblings == nil ? [] : ["position"])
        sql.appendLiteral("insert into \(table) (\(names.joined(separator: ", "))) values (")
        for (index, part) in key.enumerated() {
            if index > 0 { sql.appendLiteral(", ") }
            sql.appendInterpolation(part.value.postgresParameter)
        }
        for (field, value) in zip(columns, values) {
            sql.appendLiteral(", ")
            field.value(value, in: &sql)
        }
        if let siblings {
            sql.appendLiteral(", (select coalesce(max(position), 0) + 1 from \(table)")
            sql.append(where: key.prefix(siblings))
            sql.appendLiteral(")")
        }
        sql.appendLiteral(")")
        return Statement(stringInterpolation: sql)
    }

    /// `update` of the row whose key is `key`: the fields that `changes` has (nil is left as it is), and `set` beside them.
    /// The text is the same whatever is changed, so that it is prepared once.
    ///
    /// - Parameters:
    ///   - alsoParts: parts of it change beside it. Without any change a row with a version is only looked at, and counts none.
    ///   - expected: the version that the row must have (SQLSTATE SV412); nil for any, or for a table without versions.
    ///   - missing: makes a row that isn't there, or isn't the caller's to write, an error that undoes the transaction.
    static func update(
        _ table: StaticString, _ key: [Key], _ fields: [Field], _ changes: [Parameter?], versioned: Bool = false, alsoParts: Bool = false, expected: Int? = nil,
        missing: Missing? = nil
    ) -> Statement {
        var sql = StringInterpolation(literalCapacity: 512, interpolationCount: changes.count * 2 + key.count)
        let isEmpty = versioned && !alsoParts && changes.allSatisfy { $0 == nil }
        if missing != nil { sql.appendLiteral("with changed as (") }
        sql.appendLiteral(isEmpty ? "select 1 from \(table)" : "update \(table) set ")
        for (index, (field, change)) in zip(fields.columns, changes).enumerated() where !isEmpty {
            sql.appendLiteral((index > 0 ? ", " : "") + "\(field.column) = case when ")
            sql.appendInterpolation(change != nil)
            sql.appendLiteral("::boolean then ")
            field.value(change ?? .null, in: &sql)
            sql.appendLiteral(" else \(field.column) end")
        }
        sql.append(where: key[...])
        if versioned {
            sql.appendLiteral(" and app.is_version(version, ")
            sql.appendInterpolation(expected)
            sql.appendLiteral("::integer)")
        }
        if isEmpty { sql.appendLiteral(" for update") } else if missing != nil { sql.appendLiteral(" returning 1") }
        if let missing { sql.appendLiteral(") select app.require_row(count(*), '\(missing.rawValue)') from changed") }
        return Statement(stringInterpolation: sql)
    }

    /// What a row means that a change doesn't find.
    enum Missing: String {
        /// Nothing is there.
        case notFound = "SV404"
        /// The caller has been seen to see it, so that it lacks the right.
        case forbidden = "42501"
    }

    /// `delete` of the row whose key is `key`; a missing one is an error.
    static func delete(from table: StaticString, _ key: [Key], missing: Missing = .notFound) -> Statement {
        var sql = StringInterpolation(literalCapacity: 128, interpolationCount: key.count)
        sql.appendLiteral("with gone as (delete from \(table)")
        sql.append(where: key[...])
        sql.appendLiteral(" returning 1) select app.require_row(count(*), '\(missing.rawValue)') from gone")
        return Statement(stringInterpolation: sql)
    }
}

extension Statement.StringInterpolation {
    fileprivate mutating func append(where key: ArraySlice<Key>) {
        for (index, part) in key.enumerated() {
            self.appendLiteral((index > 0 ? " and " : " where ") + "\(part.column) = ")
            self.appendInterpolation(part.value.postgresParameter)
        }
    }
}
