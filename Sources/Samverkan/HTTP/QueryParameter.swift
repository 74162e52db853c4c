/// A parameter of the query, as an operation declares it.
struct QueryParameter: Sendable {
    enum Kind: Sendable {
        case page, limit
        /// From 1 to 200 characters.
        case text
        case day
        case identifier
        case choice(Choice)
        case integer(ClosedRange<Int>)
        /// SCB's code of a municipality.
        case municipality
        /// What a file is called.
        case fileName
    }

    let name: String
    let kind: Kind
    let sentence: String
    /// Whether the request must say it.
    var isRequired = false

    var required: QueryParameter {
        var copy = self
        copy.isRequired = true
        return copy
    }

    static let paging = [
        QueryParameter(name: "page", kind: .page, sentence: "The page, from 1."),
        QueryParameter(name: "limit", kind: .limit, sentence: "How many items a page has at most, from 1 to 100."),
    ]

    static func text(_ name: String, _ sentence: String) -> QueryParameter {
        .init(name: name, kind: .text, sentence: sentence)
    }
    static func day(_ name: String, _ sentence: String) -> QueryParameter {
        .init(name: name, kind: .day, sentence: sentence)
    }
    static func identifier(_ name: String, _ sentence: String) -> QueryParameter {
        .init(name: name, kind: .identifier, sentence: sentence)
    }
    static func choice(_ name: String, _ choice: Choice, _ sentence: String) -> QueryParameter {
        .init(name: name, kind: .choice(choice), sentence: sentence)
    }
    static func integer(_ name: String, _ range: ClosedRange<Int>, _ sentence: String) -> QueryParameter {
        .init(name: name, kind: .integer(range), sentence: sentence)
    }
    static let fileName = QueryParameter(
        name: "fileName", kind: .fileName, sentence: "The file's name, which is kept with it; at most 200 characters.")

    /// - Throws: `invalidParameter` when the text is none of the kind's.
    func check(_ text: String) throws(Problem) {
        switch self.kind {
        case .page: try self.number(text, in: 1...1_000_000)
        case .limit: try self.number(text, in: 1...100)
        case .integer(let range): try self.number(text, in: range)
        case .text:
            guard (1...200).contains(text.count) else { throw self.problem("must have from 1 to 200 characters.") }
        case .day:
            guard Day(text) != nil else { throw self.problem("must be a day, YYYY-MM-DD.") }
        case .identifier:
            guard Identifier(text) != nil else { throw self.problem("must be a UUID.") }
        case .choice(let choice):
            guard choice.values.contains(text) else {
                throw self.problem("must be one of \(choice.values.joined(separator: ", ")).")
            }
        case .municipality:
            guard MunicipalityCode.isWellFormed(text) else {
                throw self.problem("must be a municipality's code, four digits.")
            }
        case .fileName:
            guard ObjectReader.fault(in: text, limit: 200) == nil,
                !text.contains(where: { $0.isNewline || $0 == "\t" || $0 == "/" || $0 == "\\" })
            else {
                throw self.problem(
                    "must be a file's name of at most 200 characters, without a personal identity number.")
            }
        }
    }

    private func number(_ text: String, in range: ClosedRange<Int>) throws(Problem) {
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            range.contains(number)
        else {
            throw self.problem("must be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
    }

    private func problem(_ what: String) -> Problem {
        Problem(.invalidParameter, "The query parameter «\(self.name)» \(what)")
    }
}
