/// The sides of the agreement, as a sentence or a title names them.
enum Parties {
    private static let verbs: Set = [
        "tecknar", "ingår", "träffar", "sluter", "har", "tecknas", "ingås", "träffas", "har tecknat", "vill", "kommer",
    ]

    /// «Skara kommun och Polismyndigheten … tecknar», «Mellan X kommun, Y och Z har träffats …».
    static func inSentence(_ text: String) -> [String]? {
        let head = text.prefix(600)
        var rest = Substring(head)
        for lead in ["Mellan ", "mellan "] where rest.hasPrefix(lead) { rest = rest.dropFirst(lead.count) }
        guard let verb = self.verb(rest) else { return nil }
        return self.split(rest[..<verb])
    }

    /// «Skara kommun och Lokalpolisområde Västra Skaraborg 2020-2023», «mellan Skara kommun och Polismyndigheten, …».
    static func inTitle(_ text: String) -> [String] {
        var rest = Substring(text)
        for lead in ["mellan ", "Mellan "] where rest.hasPrefix(lead) { rest = rest.dropFirst(lead.count) }
        let words = rest.split(separator: " ")
        // A title before the parties ends with a dash or a colon.
        if let kommun = words.firstIndex(where: { $0.key == "kommun" }), kommun > 3,
            let mark = words[..<kommun].lastIndex(where: { ["-", "–", ":"].contains($0) })
        {
            rest = rest[words[mark + 1].startIndex...]
        }
        if let year = rest.firstIndex(where: \.isNumeric) { rest = rest[..<year] }
        return self.split(rest) ?? []
    }

    /// Below a heading «Parter»: the first sentence, without what the parties are registered as.
    static func inList(_ text: String) -> [String] {
        let words = text.split(separator: " ").filter { word in
            let key = word.key
            return !["org.nr", "orgnr", "org.", "nr", "organisationsnummer", "organisationsnr"].contains(
                key.trimmingSuffix(":.")) && word.count(where: \.isNumeric) < 6
        }
        return self.inTitle(Sentences.split(words.joined(separator: " ")).first ?? "")
    }

    /// Where the sentence's verb begins, behind the parties.
    private static func verb(_ text: Substring) -> String.Index? {
        var seen = 0
        for word in text.split(separator: " ") {
            seen += 1
            if seen > 40 { return nil }
            if word.hasSuffix(".") && word.count > 4 { return nil }
            if seen > 2, self.verbs.contains(String(word)) { return word.startIndex }
        }
        return nil
    }

    private static func split(_ text: Substring) -> [String]? {
        var text = text.trimmed
        if let between = text.firstRange(of: " mellan ") { text = String(text[between.upperBound...]) }
        for lead in ["Parter: ", "Parter är ", "Avtalsparter: "] where text.hasPrefix(lead) {
            text = String(text.dropFirst(lead.count))
        }
        for end in [" som ", ", giltig", ". "] {
            if let range = text.firstRange(of: end) { text = String(text[..<range.lowerBound]) }
        }
        if text.contains(":") { return nil }
        guard text.key.contains("kommun"), text.isAtMost(300) else { return nil }
        var parts: [String] = []
        // At «och», «samt» and «&»; a comma belongs to a name («Polismyndigheten, Region Väst, Lokalpolisområde …»)
        // unless a municipality stands before it.
        var rest = Substring(text)
        while let range = [" och ", " samt ", " & ", " – ", " - "].compactMap({ rest.firstRange(of: $0) }).min(by: {
            $0.lowerBound < $1.lowerBound
        }) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        parts.append(String(rest))
        var sides: [String] = []
        for part in parts {
            if let comma = part.firstRange(of: "kommun, ") {
                sides.append(String(part[..<part.index(comma.upperBound, offsetBy: -2)]))
                sides.append(String(part[comma.upperBound...]))
            } else {
                sides.append(part)
            }
        }
        sides = sides.map { $0.trimmed.trimmingSuffix(",:.") }.filter { !$0.isEmpty }
        guard sides.count >= 2, sides.allSatisfy({ $0.count <= 200 }),
            sides.contains(where: { $0.key.contains("polis") })
        else { return nil }
        return sides
    }
}
