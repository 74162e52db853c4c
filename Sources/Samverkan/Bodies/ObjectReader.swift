import AgreementParsing
import Postgres

/// Reads a JSON object of a request field by field and collects everything that is wrong with it, each with the JSON
/// pointer (RFC 6901) of its field. What was not asked for is an unknown field.
struct ObjectReader {
    /// Shared by the readers of nested objects.
    final class Faults {
        /// The first ones; nobody mends a thousand at once.
        private(set) var told: [Problem.FieldError] = []
        private(set) var count = 0
        private static let limit = 20

        func add(_ pointer: String, _ code: Problem.FieldCode, _ detail: String) {
            self.count += 1
            if self.count <= Self.limit { self.told.append(.init(pointer: pointer, code: code, detail: detail)) }
        }

        func isTold(_ pointer: String) -> Bool { self.told.contains { $0.pointer == pointer } }

        /// All of them as one problem; nil when there is none.
        var problem: Problem? {
            if self.count == 0 { return nil }
            let more = self.count > Self.limit ? " The first \(Self.limit) are told." : ""
            return Problem(
                .invalidFields,
                self.count == 1
                    ? "A field of the body is wrong." : "\(self.count) fields of the body are wrong.\(more)",
                errors: self.told)
        }
    }

    let pointer: String
    let faults: Faults
    /// The whole body as it came.
    private(set) var source: [UInt8] = []
    private let members: [String: JSONValue]
    private var asked: Set<String> = []

    /// Reads the fields of a body.
    ///
    /// - Parameter members: what ``decoded(_:)`` made of it.
    init(_ body: [UInt8], members: [String: JSONValue]) {
        self.init(members: members, pointer: "", faults: Faults())
        self.source = body
    }

    /// - Throws: ``Problem`` `malformedJSON`, or `invalidFields` when the body is no object.
    static func decoded(_ body: [UInt8]) throws(Problem) -> [String: JSONValue] {
        let value: JSONValue
        do {
            value = try JSONParser.value(of: body)
        } catch {
            switch error {
            case .malformed: throw Problem(.malformedJSON, "The body is not JSON in UTF-8.")
            case .tooDeep, .nameTwice:
                throw Problem(
                    .malformedJSON,
                    "The body nests more than \(JSONParser.depthLimit) levels deep, or an object has a name twice.")
            case .tooManyValues:
                throw Problem(.bodyTooLarge, "The body may have at most \(JSONParser.valueLimit) values.")
            }
        }
        guard case .object(let members) = value else {
            throw Problem(
                .invalidFields, "The body must be a JSON object.",
                errors: [.init(pointer: "", code: .wrongType, detail: "must be an object")])
        }
        return members
    }

    private init(members: [String: JSONValue], pointer: String, faults: Faults) {
        self.members = members
        self.pointer = pointer
        self.faults = faults
    }

    private func path(_ name: String) -> String {
        self.pointer + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// The member, nil when absent or null.
    private mutating func member(_ name: String, required: Bool) -> JSONValue? {
        self.asked.insert(name)
        if let value = self.members[name], value != .null { return value }
        if required { self.faults.add(self.path(name), .required, "is required") }
        return nil
    }

    /// Adds what is wrong with a member.
    func refuse(_ name: String, _ code: Problem.FieldCode, _ detail: String) {
        self.faults.add(self.path(name), code, detail)
    }

    private mutating func wrongType(_ name: String, _ expected: String) {
        self.faults.add(self.path(name), .wrongType, "must be \(expected)")
    }

    /// Free text: not blank, at most `limit` characters, no control characters but line breaks and tabs, and no valid
    /// personal identity number. An empty text is none where `emptyIsNone`.
    mutating func text(_ name: String, required: Bool = false, limit: Int = 4_000, emptyIsNone: Bool = false) -> String?
    {
        guard let value = self.member(name, required: required) else { return nil }
        if emptyIsNone, value == .string("") { return nil }
        guard case .string(let text) = value else {
            self.wrongType(name, "a string")
            return nil
        }
        if let fault = Self.fault(in: text, limit: limit) {
            self.faults.add(self.path(name), fault.code, fault.detail)
            return nil
        }
        return text
    }

    /// What is wrong with a text, wherever it comes from; nil for nothing.
    static func fault(in text: String, limit: Int) -> (code: Problem.FieldCode, detail: String)? {
        if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0.properties.generalCategory == .format }) {
            return (.invalidFormat, "must not be blank")
        } else if text.unicodeScalars.count > limit {
            return (.tooLong, "may have at most \(limit) characters")
        } else if text.unicodeScalars.contains(where: {
            $0.value < 0x20 && !["\n", "\r", "\t"].contains($0) || $0.value == 0x7F || $0.properties.isBidiControl
        }) {
            return (.invalidFormat, "must not hold control characters")
        } else if PersonalIdentityNumber.isPresent(in: text) {
            return (.personalIdentityNumber, "must not hold a personal identity number")
        }
        return nil
    }

    mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String, required: Bool = false, of type: Value.Type
    ) -> Value? {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .string(let text) = value else {
            self.wrongType(name, "a string")
            return nil
        }
        if let choice = Value(rawValue: text) { return choice }
        self.faults.add(
            self.path(name), .invalidFormat, "must be one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    /// A calendar day, `YYYY-MM-DD`.
    mutating func day(_ name: String, required: Bool = false) -> Day? {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .string(let text) = value else {
            self.wrongType(name, "a string")
            return nil
        }
        if let day = Day(text) { return day }
        self.faults.add(self.path(name), .invalidFormat, "must be a day as YYYY-MM-DD")
        return nil
    }

    mutating func identifier(_ name: String, required: Bool = false) -> Identifier? {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .string(let text) = value else {
            self.wrongType(name, "a string")
            return nil
        }
        if let identifier = Identifier(text) { return identifier }
        self.faults.add(self.path(name), .invalidFormat, "must be a UUID")
        return nil
    }

    /// A number of at least 0 and below a million millions, with at most six decimals, as PostgreSQL reads it.
    mutating func quantity(_ name: String, required: Bool = false) -> String? {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .number(let number) = value else {
            self.wrongType(name, "a number")
            return nil
        }
        if !number.isNegative, let plain = number.plain(whole: 12, decimals: 6) { return plain }
        self.faults.add(
            self.path(name), number.isNegative ? .outOfRange : .invalidFormat,
            "must be from 0 to below 1e12, with at most six decimals")
        return nil
    }

    mutating func integer(_ name: String, required: Bool = false, in range: ClosedRange<Int>) -> Int? {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .number(let number) = value, let integer = number.integer else {
            self.wrongType(name, "a whole number")
            return nil
        }
        if range.contains(integer) { return integer }
        self.faults.add(self.path(name), .outOfRange, "must be from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    mutating func bool(_ name: String) -> Bool? {
        guard let value = self.member(name, required: false) else { return nil }
        if case .bool(let flag) = value { return flag }
        self.wrongType(name, "true or false")
        return nil
    }

    mutating func object<Value>(_ name: String, required: Bool = false, _ read: (inout ObjectReader) -> Value?)
        -> Value?
    {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .object(let members) = value else {
            self.wrongType(name, "an object")
            return nil
        }
        var reader = ObjectReader(members: members, pointer: self.path(name), faults: self.faults)
        defer { reader.refuseUnknown() }
        return read(&reader)
    }

    mutating func objects<Value>(
        _ name: String, required: Bool = false, limit: Int = 1_000, _ read: (inout ObjectReader) -> Value?
    ) -> [Value] {
        self.items(name, required: required, limit: limit).enumerated().compactMap { index, item in
            guard case .object(let members) = item else {
                self.faults.add("\(self.path(name))/\(index)", .wrongType, "must be an object")
                return nil
            }
            var reader = ObjectReader(members: members, pointer: "\(self.path(name))/\(index)", faults: self.faults)
            defer { reader.refuseUnknown() }
            return read(&reader)
        }
    }

    /// As ``objects(_:required:limit:_:)``, with the faults of each item by themselves, for items that are taken or refused one by one.
    mutating func separateObjects<Value>(
        _ name: String, limit: Int, _ read: (inout ObjectReader) -> Value
    ) -> [(value: Value, faults: Faults)] {
        self.items(name, required: true, limit: limit).enumerated().map { index, item in
            let (faults, pointer) = (Faults(), "\(self.path(name))/\(index)")
            var members: [String: JSONValue] = [:]
            if case .object(let found) = item {
                members = found
            } else {
                faults.add(pointer, .wrongType, "must be an object")
            }
            var reader = ObjectReader(members: members, pointer: pointer, faults: faults)
            defer { reader.refuseUnknown() }
            return (read(&reader), faults)
        }
    }

    mutating func texts(_ name: String, limit: Int) -> [String] {
        self.items(name, limit: limit).enumerated().compactMap { index, item in
            var reader = ObjectReader(members: ["\(index)": item], pointer: self.path(name), faults: self.faults)
            return reader.text("\(index)", required: true, limit: 200)
        }
    }

    mutating func identifiers(_ name: String, limit: Int) -> [Identifier] {
        self.items(name, limit: limit).enumerated().compactMap { index, item in
            var reader = ObjectReader(members: ["\(index)": item], pointer: self.path(name), faults: self.faults)
            return reader.identifier("\(index)", required: true)
        }
    }

    private mutating func items(_ name: String, required: Bool = false, limit: Int) -> [JSONValue] {
        guard let value = self.member(name, required: required) else { return [] }
        guard case .array(let items) = value else {
            self.wrongType(name, "an array")
            return []
        }
        if items.count > limit {
            self.faults.add(self.path(name), .tooLong, "may have at most \(limit) items")
            return []
        }
        return items
    }

    /// Whether the member is there, even as null: in a merge patch (RFC 7396) null removes, and absence leaves alone.
    func has(_ name: String) -> Bool { self.members[name] != nil }

    /// Whether the member is there and not null.
    func isSaid(_ name: String) -> Bool { self.has(name) && self.members[name] != .null }

    /// Members that a document shows but that are not written: accepted, so that what was read can be sent back.
    mutating func ignore(_ names: String...) { self.asked.formUnion(names) }

    private func refuseUnknown() {
        for name in self.members.keys.sorted() where !self.asked.contains(name) {
            self.faults.add(self.path(name), .unknownField, "is not a field here")
        }
    }

    /// Ends the reading of the whole body.
    /// - Throws: ``Problem`` `invalidFields` with everything that was wrong.
    func finish() throws(Problem) {
        self.refuseUnknown()
        if let problem = self.faults.problem { throw problem }
    }
}
