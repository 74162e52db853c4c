extension Shape {
    /// Writes the members of an object that is no row, each of them, null where it has no value. A name that the shape
    /// hasn't got is a mistake in the program.
    func write(_ json: inout JSONWriter, _ values: [String: JSONValue]) {
        for member in self.members where member.isShown {
            json.key(member.name)
            member.write(&json, values["\(member.name)"] ?? .null)
        }
        assert(
            Set(values.keys).isSubset(of: self.members.map { "\($0.name)" }), "\(self.name): \(values.keys.sorted())")
    }
}

extension Member {
    fileprivate func write(_ json: inout JSONWriter, _ value: JSONValue) {
        switch (self.kind, value) {
        case (.rows(let shape, _), .array(let items)), (.assembled(let shape, isList: true), .array(let items)):
            json.beginArray()
            for item in items { Self.write(&json, shape, item) }
            json.endArray()
        case (.object(let shape), .object), (.assembled(let shape, _), .object): Self.write(&json, shape, value)
        case (_, .null): json.raw(self.absent)
        case (_, .array(let items)):
            json.beginArray()
            for item in items { Self.scalar(&json, item) }
            json.endArray()
        default: Self.scalar(&json, value)
        }
    }

    private static func write(_ json: inout JSONWriter, _ shape: Shape, _ value: JSONValue) {
        guard case .object(let values) = value else { return json.null() }
        json.beginObject()
        shape.write(&json, values)
        json.endObject()
    }

    private static func scalar(_ json: inout JSONWriter, _ value: JSONValue) {
        switch value {
        case .string(let text): json.string(text)
        case .bool(let flag): json.bool(flag)
        case .number(let number): json.number(number)
        case .null, .array, .object: json.null()
        }
    }
}
