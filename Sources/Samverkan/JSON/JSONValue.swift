import FoundationEssentials

/// A JSON value of a request's body. (Responses are never built of these.)
enum JSONValue: Decodable, Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Decimal)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([String: JSONValue].self) {
            self = .object(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Decimal.self) {
            self = .number(value)
        } else {
            // A number beyond what Decimal holds: no field takes one that large.
            _ = try container.decode(Double.self)
            self = .number(Decimal(sign: .plus, exponent: 100, significand: 1))
        }
    }

    /// nil for what is no JSON in UTF-8, nests too deep, or has an object with a name twice.
    init?(json: [UInt8]) {
        guard !json.contains(0), String(validating: json, as: UTF8.self) != nil, JSONShape.isAcceptable(json),
            let value = try? JSONDecoder().decode(JSONValue.self, from: Data(json))
        else { return nil }
        self = value
    }
}
