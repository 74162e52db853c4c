import Postgres

/// How a row becomes an object: the one place where members and columns of a select list meet by number. Made once for
/// each shape, a list of plain steps.
final class Layout: Sendable {
    private enum Step {
        case text(StaticString, Column)
        case raw(StaticString, Column)
        case bool(StaticString, Column)
        case timestamp(StaticString, Column)
        /// An object of the columns from the first to before the second; when all of them are NULL, null, and on behind
        /// the step `end`.
        case object(StaticString, Int, Int, end: Int)
        case end
        /// Written by the part of that number; with the member's name before it, unless the part writes members.
        case part(StaticString, Int, isMember: Bool)
    }

    private let steps: [Step]
    /// What stands for each member where there is no row.
    private let absent: [(name: StaticString, json: StaticString)]
    /// The names of what whoever answers puts together, in order.
    private let parts: [StaticString]

    init(_ members: [Member]) {
        var steps: [Step] = []
        var parts: [StaticString] = []
        var column = 0
        func add(_ members: [Member]) {
            for member in members where member.isShown {
                switch member.kind {
                case .object(let shape):
                    let (start, first) = (steps.count, column)
                    steps.append(.end)
                    add(shape.members)
                    steps[start] = .object(member.name, first, column, end: steps.count)
                    steps.append(.end)
                    continue
                case .inlined:
                    steps.append(.part(member.name, parts.count, isMember: false))
                    parts.append(member.name)
                    continue
                case _ where member.isAssembled:
                    steps.append(.part(member.name, parts.count, isMember: true))
                    parts.append(member.name)
                    continue
                case _ where member.sql.isEmpty: continue
                case .text, .choice, .day, .identifier: steps.append(.text(member.name, Column(place: column)))
                case .timestamp: steps.append(.timestamp(member.name, Column(place: column)))
                case .bool: steps.append(.bool(member.name, Column(place: column)))
                default: steps.append(.raw(member.name, Column(place: column)))
                }
                column += 1
            }
        }
        add(members)
        self.steps = steps
        self.parts = parts
        self.absent = members.filter(\.isShown).map { ($0.name, $0.absent) }
    }

    /// Writes what a part of the object holds.
    typealias Part = (inout JSONWriter, Row) -> Void

    /// The members of the row's object; the caller opens and closes it.
    ///
    /// - Parameters:
    ///   - first: where the shape's columns begin in the select list.
    ///   - parts: what whoever answers puts together, in the order in which the shape declares it.
    func write(_ json: inout JSONWriter, _ row: Row, _ parts: [Part] = [], from first: Column = Column(place: 0)) {
        var index = 0
        while index < self.steps.count {
            switch self.steps[index] {
            case .text(let name, let column): json.field(name, row, column.behind(first))
            case .raw(let name, let column): json.rawField(name, row, column.behind(first))
            case .bool(let name, let column): json.boolField(name, row, column.behind(first))
            case .timestamp(let name, let column): json.timestampField(name, row, column.behind(first))
            case .object(let name, let start, let end, let last):
                if (start..<end).allSatisfy({ row.isNull(Column(place: $0).behind(first)) }) {
                    json.key(name)
                    json.null()
                    index = last
                } else {
                    json.beginObject(name)
                }
            case .end: json.endObject()
            case .part(let name, let number, let isMember):
                if isMember { json.key(name) }
                parts[number](&json, row)
            }
            index += 1
        }
    }

    /// The members where there is no row.
    func writeAbsent(_ json: inout JSONWriter) {
        for member in self.absent { json.rawField(member.name, member.json) }
    }

    /// What whoever answers puts together, by name, in the order in which ``write(_:_:_:)`` takes it.
    func ordered(_ parts: KeyValuePairs<StaticString, Part>) -> [Part] {
        self.parts.map { name in
            guard let part = parts.first(where: { "\($0.key)" == "\(name)" }) else {
                preconditionFailure("nobody writes \(name)")
            }
            return part.value
        }
    }
}

extension Shape {
    /// The row as an object of its own.
    func object(_ json: inout JSONWriter, _ row: Row, _ parts: [Layout.Part] = []) {
        json.beginObject()
        self.layout.write(&json, row, parts)
        json.endObject()
    }

    /// The rows as a list of objects.
    func list(_ json: inout JSONWriter, _ rows: some Sequence<Row>, _ parts: [Layout.Part] = []) {
        json.beginArray()
        for row in rows { self.object(&json, row, parts) }
        json.endArray()
    }
}
