/// One of a few words, under the name that the contract gives them.
struct Choice: Sendable {
    let name: String
    let values: [String]
    /// Whether there may be more of them one day: a client takes a word that it doesn't know.
    let isOpen: Bool

    init(_ name: String, _ values: [String], isOpen: Bool = false) {
        self.name = name
        self.values = values
        self.isOpen = isOpen
    }

    init<Value: RawRepresentable<String> & CaseIterable>(_ name: String, _: Value.Type, isOpen: Bool = false) {
        self.init(name, Value.allCases.map(\.rawValue), isOpen: isOpen)
    }
}
