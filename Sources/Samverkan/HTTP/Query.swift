/// A request's query, held against what its operation declares.
struct Query: Sendable {
    private let values: [String: String]
    /// How many items a page has where nothing is said of it.
    private let limit: Int

    /// - Throws: `invalidParameter` when a parameter stands twice, is none of those that are declared, is no
    ///   percent-encoded UTF-8, is not of its kind, or is missing though it is required.
    init(_ text: String?, _ declared: [QueryParameter], limit: Int = 20) throws(Problem) {
        self.limit = limit
        var values: [String: String] = [:]
        for pair in (text ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let parameter = declared.first(where: { $0.name == name }) else {
                throw Problem(.invalidParameter, "The query parameter «\(parts[0].prefix(60))» is not used here.")
            }
            guard values[name] == nil else {
                throw Problem(.invalidParameter, "The query parameter «\(name)» may stand once.")
            }
            guard let value = Self.decoded(parts.count > 1 ? parts[1] : ""), !value.utf8.contains(0) else {
                throw Problem(
                    .invalidParameter, "The query parameter «\(name)» must be percent-encoded UTF-8 without U+0000.")
            }
            try parameter.check(value)
            values[name] = value
        }
        for parameter in declared where parameter.isRequired && values[parameter.name] == nil {
            throw Problem(.invalidParameter, "The query parameter «\(parameter.name)» is required.")
        }
        self.values = values
    }

    /// As HTML forms and URLSearchParams encode it: `+` is a blank. nil when it is no percent-encoded UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    subscript(name: String) -> String? { self.values[name] }
    func identifier(_ name: String) -> Identifier? { self.values[name].flatMap { Identifier($0) } }
    func day(_ name: String) -> Day? { self.values[name].flatMap { Day($0) } }

    var page: Page {
        Page(
            number: self.values["page"].flatMap(Int.init) ?? 1,
            limit: self.values["limit"].flatMap(Int.init) ?? self.limit)
    }

    /// The parameters that are not about paging, as they stand in a link.
    var filters: String {
        self.values.filter { $0.key != "page" && $0.key != "limit" }.sorted { $0.key < $1.key }
            .map { "&\($0.key)=\($0.value.percentEncoded)" }.joined()
    }
}
