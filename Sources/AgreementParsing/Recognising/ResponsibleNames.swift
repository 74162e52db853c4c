/// Makes one spelling of each responsible party, and tells joined names and near duplicates.
struct ResponsibleNames {
    struct Met {
        var name: String
        var line: Int
    }

    /// One name for each key (small letters): as first written with a capital, else as first written.
    private var spellings: [String: String] = [:]
    private var order: [Met] = []
    private var resolved: [String: [String]] = [:]
    private let known: Set<String>
    private(set) var warnings: [AgreementDocument.Warning] = []

    /// - Parameter names: every name of the document as written, in order.
    init(_ names: [Met]) {
        self.known = Set(Set(names.map(\.name)).map(\.comparisonKey))
        // Each name as it was written, once.
        var seen: Set<String> = []
        for met in names where seen.insert(met.name).inserted {
            for part in self.parts(of: met.name) {
                let key = part.comparisonKey
                if let spelling = self.spellings[key] {
                    if spelling.first?.isUppercase != true, part.first?.isUppercase == true {
                        self.spellings[key] = part
                    }
                } else {
                    self.spellings[key] = part
                    self.order.append(Met(name: part, line: met.line))
                }
            }
        }
        for name in seen { self.resolved[name] = self.spelled(name) }
        self.warn(names)
    }

    /// The party names that a written name stands for.
    func resolve(_ name: String) -> [String] { self.resolved[name] ?? self.spelled(name) }

    private func spelled(_ name: String) -> [String] {
        self.parts(of: name).map { self.spellings[$0.comparisonKey] ?? $0 }
    }

    private func parts(of name: String) -> [String] {
        for (left, right) in Self.joins(name) where self.isParty(left) || self.isParty(right) {
            return self.parts(of: left) + self.parts(of: right)
        }
        // «Kommunpolis/socialjour»: two words that a slash divides.
        let words = name.split(separator: "/", omittingEmptySubsequences: false)
        if words.count > 1,
            words.allSatisfy({ $0.count >= 4 && $0.first?.isBlank == false && $0.last?.isBlank == false })
        {
            return words.map(String.init)
        }
        return [name]
    }

    /// Stands by itself elsewhere, or is the police by any of their names.
    private func isParty(_ name: String) -> Bool {
        let key = name.comparisonKey
        return self.known.contains(key)
            || [
                "polis", "polisen", "kommunpolis", "kommunpolisen", "områdespolis", "områdespolisen", "lokalpolisen",
                "polismyndigheten",
            ].contains(key)
    }

    /// Every way to take «A och B» apart. «Plan- och byggenheten» is one word and stays whole.
    private static func joins(_ name: String) -> [(String, String)] {
        [" och ", " samt ", " + "].flatMap { name.ranges(of: $0) }.compactMap { range in
            let left = name[..<range.lowerBound]
            let right = name[range.upperBound...]
            return left.hasSuffix("-") || left.isEmpty || right.isEmpty ? nil : (String(left), String(right))
        }
    }

    private mutating func warn(_ names: [Met]) {
        var told: Set<String> = []
        var seen: Set<String> = []
        for met in names where seen.insert(met.name).inserted && told.insert(met.name.comparisonKey).inserted {
            let parts = self.parts(of: met.name)
            if parts.count > 1 {
                self.warnings.append(
                    .init(
                        code: .responsibleSplit, line: met.line,
                        text: "«\(met.name)» lästes som \(parts.map { "«\($0)»" }.joined(separator: " och "))"))
            } else if met.name.contains("(") {
                self.warnings.append(
                    .init(
                        code: .responsibleWithParenthesis, line: met.line,
                        text:
                            "«\(met.name)» har en parentes som blev en del av namnet; är det en kontaktperson ska den inte stå där"
                    ))
            } else if met.name.contains("/") || met.name.contains(" & ")
                || Self.joins(met.name).contains(where: { Self.isDefinite($0.0) && Self.isDefinite($0.1) })
            {
                self.warnings.append(
                    .init(
                        code: .responsiblePossiblyJoined, line: met.line,
                        text: "«\(met.name)» lästes som en ansvarig men kan vara två"))
            }
        }
        // Every pair is looked at, which a made-up document with thousands of names must not turn into an hour.
        for met in self.order.prefix(300) {
            let key = met.name.comparisonKey
            for other in self.order.prefix(300) {
                let otherKey = other.name.comparisonKey
                if otherKey.count > key.count, key.count >= 5, otherKey.hasPrefix(key),
                    otherKey.dropFirst(key.count).first?.isAlphabetic == true
                {
                    self.warnings.append(
                        .init(
                            code: .responsiblePossiblyDuplicate, line: max(met.line, other.line),
                            text:
                                "«\(self.spellings[key] ?? met.name)» och «\(self.spellings[otherKey] ?? other.name)» kan vara samma ansvariga"
                        ))
                }
            }
        }
    }

    /// «Polisen», «skolan», «kontoret»: a name in the definite form can stand alone.
    private static func isDefinite(_ name: String) -> Bool {
        let last = name.split(separator: " ").last ?? ""
        return last.count > 4
            && (last.hasSuffix("en") || last.hasSuffix("an") || last.hasSuffix("et") || last.hasSuffix("na"))
    }
}
