/// Sentences of a paragraph.
enum Sentences {
    private static let abbreviations: Set<String> = [
        "t.ex", "bl.a", "m.m", "s.k", "ca", "kl", "nr", "dvs", "osv", "m.fl", "fr.o.m", "t.o.m", "jfr", "inkl",
    ]

    static func split(_ text: String) -> [String] {
        var sentences: [String] = []
        var current: [Substring] = []
        let words = text.split(whereSeparator: \.isBlank)
        for (index, word) in words.enumerated() {
            current.append(word)
            guard let last = word.last, ".!?".contains(last) else { continue }
            let isAbbreviation = Self.abbreviations.contains(word.dropLast().lowercased())
            let startsNew = index + 1 >= words.count || words[index + 1].first?.isUppercase == true
            if startsNew, !isAbbreviation {
                sentences.append(current.joined(separator: " "))
                current = []
            }
        }
        if !current.isEmpty { sentences.append(current.joined(separator: " ")) }
        return sentences
    }
}
