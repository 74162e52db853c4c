/// Who answers for a measure, out of a cell's paragraph: names separated by commas, contacts in bold within parentheses.
enum ResponsibleCell {
    struct Entry: Equatable {
        var name: String
        var contact: String?
    }

    struct Parsed {
        var entries: [Entry] = []
        /// Contacts with no name before or after them.
        var loose: [String] = []
        /// Names in one pair of parentheses beyond the first.
        var surplus: [String] = []
        /// What is longer than any name.
        var tooLong: [String] = []
    }

    private static let nameLimit = 200

    static func parse(_ text: String) -> Parsed {
        var parsed = Parsed()
        var waiting: String?
        var rest = Substring(text)
        func take(_ names: Substring, into parsed: inout Parsed) {
            for part in Self.split(names) {
                let name = Self.name(part)
                guard !name.isEmpty else { continue }
                if name.count > Self.nameLimit {
                    parsed.tooLong.append(name)
                    continue
                }
                parsed.entries.append(Entry(name: name, contact: waiting))
                waiting = nil
            }
        }
        while let match = Self.contact(in: rest) {
            take(rest[..<match.range.lowerBound], into: &parsed)
            let names = Inline.plain(String(match.text.prefix(Self.nameLimit))).replacing("**", with: "").replacing(" och ", with: ",").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
            if let contact = names.first {
                if let last = parsed.entries.indices.last, parsed.entries[last].contact == nil {
                    parsed.entries[last].contact = contact
                } else if waiting == nil, parsed.entries.isEmpty {
                    waiting = contact
                } else {
                    parsed.loose.append(contact)
                }
                parsed.surplus += names.dropFirst()
            }
            rest = rest[match.range.upperBound...]
        }
        take(rest, into: &parsed)
        if let waiting { parsed.loose.append(waiting) }
        return parsed
    }

    /// The first contact: «(**Anna**)», «**(Anna)**», «(**Anna**, **Bo**)», «(Kontakt: Anna)». Looks at each pair of parentheses once.
    private static func contact(in text: Substring) -> (range: Range<Substring.Index>, text: String)? {
        var rest = text
        while let start = rest.firstIndex(of: "(") {
            let inner = rest[rest.index(after: start)...]
            guard let end = inner.firstIndex(where: { $0 == ")" || $0 == "(" }) else { return nil }
            guard inner[end] == ")" else {
                // An inner parenthesis: the outer one is no contact's.
                rest = inner[end...]
                continue
            }
            let content = String(inner[..<end]).trimmed
            let after = inner.index(after: end)
            if content.count > 4, content.hasPrefix("**"), content.hasSuffix("**") {
                return (start..<after, String(content.dropFirst(2).dropLast(2)))
            }
            if text[..<start].hasSuffix("**"), text[after...].hasPrefix("**"), !content.isEmpty, !content.contains("*") {
                return (text.index(start, offsetBy: -2)..<text.index(after, offsetBy: 2), content)
            }
            for label in ["kontaktperson", "kontakt"] where content.lowercased().hasPrefix(label) {
                let named = String(content.dropFirst(label.count)).trimmed
                if named.hasPrefix(":"), !named.dropFirst().allSatisfy(\.isWhitespace) { return (start..<after, String(named.dropFirst()).trimmed) }
            }
            rest = inner[after...]
        }
        return nil
    }

    /// At commas and semicolons, but not within parentheses.
    private static func split(_ text: Substring) -> [Substring] {
        var depth = 0
        return text.split { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            return depth == 0 && (character == "," || character == ";")
        }
    }

    private static func name(_ text: Substring) -> String {
        var name = Inline.plain(String(text)).trimmed
        if name.lowercased().hasPrefix("och ") { name = String(name.dropFirst(4)) }
        if name.lowercased().hasPrefix("samt ") { name = String(name.dropFirst(5)) }
        return name.trimmingSuffix(".:-–").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Makes one spelling of each responsible party, and tells joined names and near duplicates.
struct ResponsibleNames {
    struct Met {
        var name: String
        var line: Int
    }

    /// One name for each key (small letters): as first written with a capital, else as first written.
    private var spellings: [String: String] = [:]
    private var order: [Met] = []
    private let known: Set<String>
    private(set) var warnings: [AgreementDocument.Warning] = []

    /// - Parameter names: every name of the document as written, in order.
    init(_ names: [Met]) {
        self.known = Set(names.map { $0.name.comparisonKey })
        for met in names {
            for part in self.parts(of: met.name) {
                let key = part.comparisonKey
                if let spelling = self.spellings[key] {
                    if spelling.first?.isUppercase != true, part.first?.isUppercase == true { self.spellings[key] = part }
                } else {
                    self.spellings[key] = part
                    self.order.append(Met(name: part, line: met.line))
                }
            }
        }
        self.warn(names)
    }

    /// The party names that a written name stands for.
    func resolve(_ name: String) -> [String] {
        self.parts(of: name).map { self.spellings[$0.comparisonKey] ?? $0 }
    }

    private func parts(of name: String) -> [String] {
        for (left, right) in Self.joins(name) where self.known.contains(left.comparisonKey) || self.known.contains(right.comparisonKey) {
            return self.parts(of: left) + self.parts(of: right)
        }
        return [name]
    }

    /// Every way to take «A och B» apart. «Plan- och byggenheten» is one word and stays whole.
    private static func joins(_ name: String) -> [(String, String)] {
        name.ranges(of: " och ").compactMap { range in
            let left = name[..<range.lowerBound]
            let right = name[range.upperBound...]
            return left.hasSuffix("-") || left.isEmpty || right.isEmpty ? nil : (String(left), String(right))
        }
    }

    private mutating func warn(_ names: [Met]) {
        var told: Set<String> = []
        for met in names where told.insert(met.name.comparisonKey).inserted {
            let parts = self.parts(of: met.name)
            if parts.count > 1 {
                self.warnings.append(.init(code: .responsibleSplit, line: met.line,
                    text: "«\(met.name)» lästes som \(parts.map { "«\($0)»" }.joined(separator: " och ")), eftersom en av dem står för sig på annan plats"))
            } else if met.name.contains("(") {
                self.warnings.append(.init(code: .responsibleWithParenthesis, line: met.line,
                    text: "«\(met.name)» har en parentes som blev en del av namnet; är det en kontaktperson ska den inte stå där"))
            } else if met.name.contains("/") || met.name.contains(" & ") || Self.joins(met.name).contains(where: { Self.isDefinite($0.0) && Self.isDefinite($0.1) }) {
                self.warnings.append(.init(code: .responsiblePossiblyJoined, line: met.line,
                    text: "«\(met.name)» lästes som en ansvarig men kan vara två"))
            }
        }
        // Every pair is looked at, which a made-up document with thousands of names must not turn into an hour.
        for met in self.order.prefix(300) {
            let key = met.name.comparisonKey
            for other in self.order.prefix(300) {
                let otherKey = other.name.comparisonKey
                if otherKey.count > key.count, key.count >= 5, otherKey.hasPrefix(key), otherKey.dropFirst(key.count).first?.isLetter == true {
                    self.warnings.append(.init(code: .responsiblePossiblyDuplicate, line: max(met.line, other.line),
                        text: "«\(self.spellings[key] ?? met.name)» och «\(self.spellings[otherKey] ?? other.name)» kan vara samma ansvariga"))
                }
            }
        }
    }

    /// «Polisen», «skolan», «kontoret»: a name in the definite form can stand alone.
    private static func isDefinite(_ name: String) -> Bool {
        let last = name.split(separator: " ").last ?? ""
        return last.count > 4 && (last.hasSuffix("en") || last.hasSuffix("an") || last.hasSuffix("et") || last.hasSuffix("na"))
    }
}
