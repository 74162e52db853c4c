/// A value of the contract, whose members stand in order.
package indirect enum ContractNode: Sendable {
    case text(String)
    /// A number or a word, as it is written.
    case plain(String)
    case list([ContractNode])
    case map([(String, ContractNode)])

    static func flag(_ flag: Bool) -> ContractNode { .plain(flag ? "true" : "false") }
    static func number(_ number: Int) -> ContractNode { .plain(String(number)) }
    static func texts(_ texts: [String]) -> ContractNode { .list(texts.map { .text($0) }) }
    static let null = ContractNode.plain("null")
    static func reference(_ kind: String, _ name: String) -> ContractNode {
        .map([("$ref", .text("#/components/\(kind)/\(name)"))])
    }

    subscript(name: String) -> ContractNode? {
        guard case .map(let members) = self else { return nil }
        return members.first { $0.0 == name }?.1
    }

    var isNull: Bool { if case .plain("null") = self { true } else { false } }
    var isScalar: Bool {
        switch self {
        case .text, .plain: true
        case .list, .map: false
        }
    }

    /// A map with another member at its end.
    func with(_ name: String, _ value: ContractNode?) -> ContractNode {
        guard case .map(let members) = self, let value else { return self }
        return .map(members + [(name, value)])
    }
}
