import Postgres

extension ObjectReader {
    /// What the body says of the shape's columns. Lists are read by their own readers.
    mutating func content(of shape: Shape, _ use: Member.Use) -> Content {
        let members = shape.members.flatMap { $0.columns(use) }
        return Content(members, self.values(of: shape, use))
    }

    private mutating func values(of shape: Shape, _ use: Member.Use) -> [Parameter?] {
        shape.members.flatMap { member -> [Parameter?] in
            let name = "\(member.name)"
            guard member.isSaid(use) else {
                if use == .whole { self.pass(over: member) }
                return []
            }
            if member.isLinked { return [] }
            if use == .change, !self.has(name) { return member.columns(use).map { _ in nil } }
            switch member.kind {
            case .object(let nested):
                if let values = self.object(
                    name, required: member.isRequired && use != .change, { $0.values(of: nested, use) })
                {
                    return values
                }
                let columns = member.columns(use)
                if use == .change, member.isRequired || !member.mayBeNull {
                    self.refuse(name, .required, "is required")
                }
                return columns.map { _ in .some(.null) }
            case .assembled, .inlined: return []
            default: return [self.value(of: member) ?? .null]
            }
        }
    }

    /// What is only shown may be sent back.
    mutating func pass(over member: Member) {
        if case .inlined(let shape) = member.kind {
            for member in shape.members { self.ignore("\(member.name)") }
        } else {
            self.ignore("\(member.name)")
        }
    }

    private mutating func value(of member: Member) -> Parameter? {
        let (name, required) = ("\(member.name)", member.isRequired)
        switch member.kind {
        case .text(let limit):
            return self.text(name, required: required, limit: limit, emptyIsNone: member.isEmptyNone)?.postgresParameter
        case .choice(let choice):
            guard let text = self.text(name, required: required, limit: 100) else { return nil }
            if !choice.values.contains(text) {
                self.refuse(name, .invalidFormat, "must be one of \(choice.values.joined(separator: ", "))")
            }
            return text.postgresParameter
        case .day: return self.day(name, required: required)?.postgresParameter
        case .identifier: return self.identifier(name, required: required)?.postgresParameter
        case .quantity: return self.quantity(name, required: required)?.postgresParameter
        case .integer(let range): return self.integer(name, required: required, in: range)?.postgresParameter
        case .bool: return (self.bool(name) ?? false).postgresParameter
        case .texts(let limit): return Parameter.json(self.texts(name, limit: limit))
        case .identifiers(let limit): return Parameter.json(self.identifiers(name, limit: limit).map(\.text))
        case .rows: return self.rows(member, [:]) { _, _ in [] }?.parameter
        case .timestamp, .value, .json, .object, .assembled, .inlined: return nil
        }
    }

    /// The rows of a list, its objects or its ids as `id`; nil when the body hasn't got it. What an object only shows
    /// may be sent back.
    ///
    /// - Parameters:
    ///   - leading: columns before the objects' own, with their types; their values come from `values`, of the object
    ///     and its place.
    mutating func rows(
        _ member: Member, _ leading: KeyValuePairs<String, String>,
        _ values: (inout ObjectReader, Int) -> [any PostgresBindable]
    ) -> Recordset? {
        guard self.has("\(member.name)") else { return nil }
        var rows = member.recordset(leading)
        switch member.kind {
        case .identifiers(let limit):
            for id in self.identifiers("\(member.name)", limit: limit) { rows.add([id]) }
        case .rows(let shape, let limit):
            var place = 0
            _ = self.objects("\(member.name)", required: member.isRequired, limit: limit) { item -> Void? in
                place += 1
                rows.add(values(&item, place), item.content(of: shape, .whole))
                return ()
            }
        default: preconditionFailure("\(member.name) is no list")
        }
        return rows
    }
}

extension Member {
    /// What travels of a list that is kept in a table of its own, without any rows yet.
    func recordset(_ leading: KeyValuePairs<String, String>) -> Recordset {
        switch self.kind {
        case .rows(let shape, _): Recordset(leading, shape.members.flatMap { $0.columns(.whole) })
        default: Recordset(["id": "uuid"])
        }
    }
}

extension Period {
    /// Settles the period of what a body reports: the last day is the first unless said, and never before it.
    static func settle(_ content: inout Content, _ body: inout ObjectReader) {
        if content["period_end"] ?? .null == .null { content["period_end"] = content["period_start"] }
        guard let start = content.text("period_start"), let end = content.text("period_end"), end < start else {
            return
        }
        body.faults.add(body.pointer + "/period/end", .endBeforeStart, "must not be before the start")
    }
}
