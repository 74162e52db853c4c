import Postgres

/// What a body says of a shape's columns.
struct Content: Sendable {
    /// The members that could be said, objects taken apart.
    let members: [Member]
    /// A value for each; nil for what a change leaves alone.
    private(set) var values: [Parameter?]

    init(_ members: [Member], _ values: [Parameter?]) {
        self.members = members
        self.values = values
    }

    /// Whether nothing is said.
    var isEmpty: Bool { self.values.allSatisfy { $0 == nil } }

    /// What is said of a column; nil for nothing, `.null` for no value.
    subscript(column: StaticString) -> Parameter? {
        get { self.values[self.place(column)] }
        set { self.values[self.place(column)] = newValue }
    }

    /// The text of a column that has one.
    func text(_ column: StaticString) -> String? { if case .text(let text)? = self[column] { text } else { nil } }
    func identifier(_ column: StaticString) -> Identifier? { self.text(column).flatMap { Identifier($0) } }

    private func place(_ column: StaticString) -> Int {
        guard let place = self.members.firstIndex(where: { $0.column == "\(column)" }) else {
            preconditionFailure("no column \(column)")
        }
        return place
    }

    /// The values as a row `r` of their columns, for a from clause.
    var row: Statement {
        var sql = Statement.StringInterpolation(literalCapacity: 512, interpolationCount: self.values.count)
        sql.appendLiteral("(select ")
        for (index, (member, value)) in zip(self.members, self.values).enumerated() {
            if index > 0 { sql.appendLiteral(", ") }
            member.value(value ?? .null, in: &sql)
            sql.appendLiteral(" as \(member.column)")
        }
        sql.appendLiteral(") r")
        return Statement(stringInterpolation: sql)
    }

    /// Without some columns, which go elsewhere.
    func without(_ column: StaticString) -> Content {
        let kept = self.members.indices.filter { self.members[$0].column != "\(column)" }
        return Content(kept.map { self.members[$0] }, kept.map { self.values[$0] })
    }

    func appending(_ more: Content) -> Content { Content(self.members + more.members, self.values + more.values) }
}

extension Member {
    /// The columns behind it, objects taken apart, of those that a body may say then.
    func columns(_ use: Use) -> [Member] {
        guard self.isSaid(use), !self.isLinked else { return [] }
        return switch self.kind {
        case .object(let shape): shape.members.flatMap { $0.columns(use) }
        case .assembled, .inlined: []
        default: [self]
        }
    }

    /// What a body is for.
    enum Use: Sendable {
        /// Something new.
        case creation
        /// A merge patch (RFC 7396).
        case change
        /// The whole as it is to be, sent back as it was read: what is only shown is passed over.
        case whole
    }

    func isSaid(_ use: Use) -> Bool {
        switch (self.written, use) {
        case (.never, _), (.onChange, .creation), (.onChange, .whole), (.onCreation, .change), (.whole, .creation),
            (.whole, .change):
            false
        default: true
        }
    }

    /// PostgreSQL's type of its column.
    var type: String {
        switch self.kind {
        case .day: "date"
        case .timestamp: "timestamptz"
        case .identifier: "uuid"
        case .quantity: "numeric"
        case .integer: "integer"
        case .bool: "boolean"
        case .rows, .texts, .identifiers, .value: "jsonb"
        default: "text"
        }
    }

    /// How a bound value becomes the column's.
    func value(_ parameter: Parameter, in sql: inout Statement.StringInterpolation) {
        switch self.kind {
        case .texts:
            sql.appendLiteral("array(select jsonb_array_elements_text(")
            sql.appendInterpolation(parameter)
            sql.appendLiteral("::jsonb))")
        case .rows:
            sql.appendLiteral("coalesce(")
            sql.appendInterpolation(parameter)
            sql.appendLiteral("::jsonb, '[]')")
        default:
            sql.appendInterpolation(parameter)
            sql.appendLiteral("::" + self.type)
        }
    }
}
