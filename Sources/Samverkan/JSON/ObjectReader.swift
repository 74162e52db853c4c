import AgreementParsing
import FoundationEssentials
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

        /// All of them as one problem; nil when there is none.
        func isTold(_ pointer: String) -> Bool { self.told.contains { $0.pointer == pointer } }

        var problem: Problem? {
            if self.count == 0 { return nil }
            let more = self.count > Self.limit ? " The first \(Self.limit) are told." : ""
            return Problem(.invalidFields, self.count == 1 ? "A field of the body is wrong." : "\(self.count) fields of the body are wrong.\(more)", errors: self.told)
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
        // The decoder reads other encodings, too, whose bytes the look at the shape would misunderstand.
        guard !body.contains(0), String(validating: body, as: UTF8.self) != nil else { throw Problem(.malformedJSON, "The body is not JSON in UTF-8.") }
        guard JSONShape.isAcceptable(body) else {
            throw Problem(.malformedJSON, "The body nests more than \(JSONShape.depthLimit) levels deep, or an object has a name twice.")
        }
        guard JSONShape.valueCount(body) <= JSONShape.valueLimit else {
            throw Problem(.bodyTooLarge, "The body may have at most \(JSONShape.valueLimit) values.")
        }
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) else {
            throw Problem(.malformedJSON, "The body is not JSON in UTF-8.")
        }
        guard case .object(let members) = value else {
            throw Problem(.invalidFields, "The body must be a JSON object.", errors: [.init(pointer: "", code: .wrongType, detail: "must be an object")])
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

    private mutating func wrongType(_ name: String, _ expected: String) {
        self.faults.add(self.path(name), .wrongType, "must be \(expected)")
    }

    /// Free text: not blank, at most `limit` characters, no control characters but line breaks and tabs, and no valid
    /// personal identity number. An empty text is none where `emptyIsNone`.
    mutating func text(_ name: String, required: Bool = false, limit: Int = 4_000, emptyIsNone: Bool = false) -> String? {
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
        } else if text.unicodeScalars.contains(where: { $0.value < 0x20 && !["\n", "\r", "\t"].contains($0) || $0.value == 0x7F || $0.properties.isBidiControl }) {
            return (.invalidFormat, "must not hold control characters")
        } else if PersonalIdentityNumber.isPresent(in: text) {
            return (.personalIdentityNumber, "must not hold a personal identity number")
        }
        return nil
    }

    mutating func choice<Value: RawRepresentable<String> & CaseIterable>(_ name: String, required: Bool = false, of type: Value.Type) -> Value? {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .string(let text) = value else {
            self.wrongType(name, "a string")
            return nil
        }
        if let choice = Value(rawValue: text) { return choice }
        self.faults.add(self.path(name), .invalidFormat, "must be one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
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
    mutating func quantity(_ name: String) -> String? {
        guard let value = self.member(name, required: false) else { return nil }
        guard case .number(let number) = value else {
            self.wrongType(name, "a number")
            return nil
        }
        var scaled = number * 1_000_000
        var rounded = Decimal()
        rounded = scaled.rounded
        scaled -= rounded
        guard number >= 0, number < 1_000_000_000_000, scaled == 0 else {
            self.faults.add(self.path(name), number < 0 ? .outOfRange : .invalidFormat, "must be from 0 to below 1e12, with at most six decimals")
            return nil
        }
        return number.description
    }

    mutating func integer(_ name: String, required: Bool = false, in range: ClosedRange<Int>) -> Int? {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .number(let number) = value, let integer = Int(number.description) else {
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

    mutating func object<Value>(_ name: String, required: Bool = false, _ read: (inout ObjectReader) -> Value?) -> Value? {
        guard let value = self.member(name, required: required) else { return nil }
        guard case .object(let members) = value else {
            self.wrongType(name, "an object")
            return nil
        }
        var reader = ObjectReader(members: members, pointer: self.path(name), faults: self.faults)
        defer { reader.refuseUnknown() }
        return read(&reader)
    }

    mutating func objects<Value>(_ name: String, required: Bool = false, limit: Int = 1_000, _ read: (inout ObjectReader) -> Value?) -> [Value] {
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

    /// Members that a document shows but that are not written: accepted, so that what was read can be sent back.
    mutating func ignore(_ names: String...) { self.asked.formUnion(names) }

    /// The values of a new resource, one for each of the fields' columns.
    mutating func values(of fields: [Field]) -> [Parameter] {
        fields.flatMap { field -> [Parameter] in
            if case .object(let nested) = field.kind {
                return self.object("\(field.name)", required: field.isRequired) { $0.values(of: nested) } ?? nested.columns.map { _ in .null }
            }
            return [self.value(of: field, required: field.isRequired) ?? .null]
        }
    }

    /// What a merge patch changes, one for each of the fields' columns; nil for what it leaves alone.
    mutating func changes(of fields: [Field]) -> [Parameter?] {
        fields.flatMap { field -> [Parameter?] in
            let name = "\(field.name)"
            guard self.has(name) else {
                return field.columns.map { _ in nil }
            }
            if case .object(let nested) = field.kind {
                if let changes = self.object(name, { $0.changes(of: nested) }) { return changes }
                if nested.columns.contains(where: \.isRequired) { self.faults.add(self.path(name), .required, "is required") }
                return nested.columns.map { _ in .some(.null) }
            }
            return [.some(self.value(of: field, required: field.isRequired) ?? .null)]
        }
    }

    private mutating func value(of field: Field, required: Bool) -> Parameter? {
        let name = "\(field.name)"
        switch field.kind {
        case .text(let limit): return self.text(name, required: required, limit: limit)?.postgresParameter
        case .choice(let choices):
            guard let text = self.text(name, required: required, limit: 100) else { return nil }
            if !choices.contains(text) { self.faults.add(self.path(name), .invalidFormat, "must be one of \(choices.joined(separator: ", "))") }
            return text.postgresParameter
        case .day: return self.day(name, required: required)?.postgresParameter
        case .identifier: return self.identifier(name, required: required)?.postgresParameter
        case .quantity: return self.quantity(name)?.postgresParameter
        case .integer(let range): return self.integer(name, required: required, in: range)?.postgresParameter
        case .texts(let limit): return Parameter.json(self.texts(name, limit: limit))
        case .references:
            struct Reference: Encodable { let system: String, identifier: String }
            let references = self.objects(name, limit: 20) { item -> Reference? in
                let system = item.text("system", required: true, limit: 100)
                let identifier = item.text("identifier", required: true, limit: 200)
                return system.flatMap { system in identifier.map { Reference(system: system, identifier: $0) } }
            }
            return Parameter.json(references)
        case .object: preconditionFailure("objects are read by their members")
        }
    }

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

extension Decimal {
    fileprivate var rounded: Decimal {
        // FoundationEssentials has no rounding of Decimal; its description does without exponents in this range.
        Decimal(string: self.description.split(separator: ".").first.map(String.init) ?? "0") ?? 0
    }
}
