import Postgres

/// A value and the column it goes into or is looked for in: `("municipality_code", code)`.
typealias Key = (column: StaticString, value: any PostgresBindable)

extension Statement {
    /// `insert` of one row whose key is `key`.
    ///
    /// - Parameter siblings: how many columns of the key the rows beside it share; it then gets the last position of
    ///   them.
    static func insert(into table: StaticString, _ key: [Key], _ content: Content, lastOf siblings: Int? = nil)
        -> Statement
    {
        var sql = StringInterpolation(literalCapacity: 512, interpolationCount: content.values.count + key.count * 2)
        let names = key.map { "\($0.column)" } + content.members.map(\.column) + (siblings == nil ? [] : ["position"])
        sql.appendLiteral("insert into \(table) (\(names.joined(separator: ", "))) values (")
        for (index, part) in key.enumerated() {
            if index > 0 { sql.appendLiteral(", ") }
            sql.appendInterpolation(part.value.postgresParameter)
        }
        for (member, value) in zip(content.members, content.values) {
            sql.appendLiteral(", ")
            member.value(value ?? .null, in: &sql)
        }
        if let siblings {
            sql.appendLiteral(", (select coalesce(max(position), 0) + 1 from \(table)")
            sql.append(where: key.prefix(siblings))
            sql.appendLiteral(")")
        }
        sql.appendLiteral(")")
        return Statement(stringInterpolation: sql)
    }

    /// `update` of the row whose key is `key`: the columns that `content` says something of, and no others. The text is
    /// the same whatever is changed, so that it is prepared once.
    ///
    /// - Parameters:
    ///   - alsoParts: parts of it change beside it. Without any change a row with a version is only looked at, and
    ///     counts none.
    ///   - expected: the version that the row must have (SQLSTATE SV412); nil for any, or for a table without versions.
    ///   - missing: makes a row that isn't there, or isn't the caller's to write, an error that undoes the transaction.
    static func update(
        _ table: StaticString, _ key: [Key], _ content: Content, versioned: Bool = false, alsoParts: Bool = false,
        expected: Int? = nil,
        missing: Missing? = nil
    ) -> Statement {
        var sql = StringInterpolation(literalCapacity: 512, interpolationCount: content.values.count * 2 + key.count)
        let isEmpty = versioned && !alsoParts && content.isEmpty
        if missing != nil { sql.appendLiteral("with changed as (") }
        sql.appendLiteral(isEmpty ? "select 1 from \(table)" : "update \(table) set ")
        for (index, (member, change)) in zip(content.members, content.values).enumerated() where !isEmpty {
            sql.appendLiteral((index > 0 ? ", " : "") + "\(member.column) = case when ")
            sql.appendInterpolation(change != nil)
            sql.appendLiteral("::boolean then ")
            member.value(change ?? .null, in: &sql)
            sql.appendLiteral(" else \(member.column) end")
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

    /// An act on a document that the caller has been seen to see: where it changes nothing, the caller lacks the right,
    /// and the transaction is undone.
    ///
    /// - Parameter update: of one row, without a `returning` of its own.
    static func act(_ update: Statement) -> Statement {
        "with changed as (\(update) returning 1) select app.require_row(count(*), '\(unsafeSQL: Missing.forbidden.rawValue)') from changed"
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
