/// What a concept consists of: the members of its JSON object, with the SQL, the rules and the words of each.
struct Shape: Sendable {
    /// What the contract calls it.
    let name: String
    /// What it is, as a whole sentence.
    let sentence: String
    let members: [Member]
    /// How its rows are written.
    let layout: Layout
    /// The select list that ``layout`` reads, whose first column is the statement's first.
    let selected: String

    /// - Parameter groups: its members, in order.
    init(_ name: String, _ sentence: String, _ groups: [Member]...) {
        let members = groups.flatMap(\.self)
        self.name = name
        self.sentence = sentence
        self.members = members
        self.layout = Layout(members)
        self.selected = Self.selected(members, without: [])
    }

    /// The select list with NULL for some members: a login may not even name a column that is not for it.
    func selected(without names: Set<String>) -> String { Self.selected(self.members, without: names) }

    /// A shape with more members behind its own.
    func with(_ name: String, _ sentence: String, _ more: [Member]) -> Shape {
        Shape(name, sentence, self.members, more)
    }

    /// Its rows as a list that the database makes, of members that have a column each.
    ///
    /// - Parameters:
    ///   - from: where the rows are, under the name that the members' SQL has for them.
    func json(from: String, where condition: String, order: String) -> String {
        let members = self.members.filter { $0.isShown && !$0.sql.isEmpty }.map { "'\($0.name)', \($0.sql)" }
        return """
            (select coalesce(json_agg(json_build_object(\(members.joined(separator: ", "))) order by \(order)), '[]')
            from \(from) where \(condition))
            """
    }

    /// A member by its name. A name that the shape hasn't got is a mistake in the program.
    func member(_ name: StaticString) -> Member {
        guard let member = self.members.first(where: { "\($0.name)" == "\(name)" }) else {
            preconditionFailure("no member \(name)")
        }
        return member
    }

    private static func selected(_ members: [Member], without names: Set<String>) -> String {
        Self.columns(of: members, within: "").map { path, member in
            "\(names.contains(path) ? "null" : member.selected) as \"\(path)\""
        }.joined(separator: ", ")
    }

    /// The members that have a column each, objects taken apart, in the order of the select list, each under the name
    /// by which a row is read: `text`, `period.start`.
    private static func columns(of members: [Member], within prefix: String) -> [(path: String, member: Member)] {
        members.filter(\.isShown).flatMap { member -> [(path: String, member: Member)] in
            switch member.kind {
            case .object(let shape): Self.columns(of: shape.members, within: "\(prefix)\(member.name).")
            default: member.sql.isEmpty ? [] : [("\(prefix)\(member.name)", member)]
            }
        }
    }
}

extension Member {
    /// Its value as an answer reads it.
    fileprivate var selected: String {
        switch self.kind {
        case .texts, .identifiers: "coalesce(array_to_json(\(self.sql)), '[]')"
        default: self.sql
        }
    }
}
