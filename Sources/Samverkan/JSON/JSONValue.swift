/// A JSON value: of a request's body, or of an answer that is no database row. What is read all the time is never built
/// of these.
enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// nil for what is no JSON in UTF-8, nests too deep, has too many values, or has an object with a name twice.
    init?(json: [UInt8]) {
        guard let value = try? JSONParser.value(of: json) else { return nil }
        self = value
    }

    /// null for nil.
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func integer(_ number: Int?) -> JSONValue {
        number.map { .number(JSONNumber(description: String($0))) } ?? .null
    }
    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    static func list<Item>(_ items: [Item], _ value: (Item) -> [String: JSONValue]) -> JSONValue {
        .array(items.map { .object(value($0)) })
    }
}
