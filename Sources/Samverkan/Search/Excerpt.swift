/// A text around what was found in it, with the words that were searched for apart from the rest.
struct Excerpt {
    struct Part: Equatable {
        var text: String
        var isMatch: Bool
    }

    /// How much of a text is shown, in characters.
    private static let length = 240
    /// How much of a text is looked through: none that people write is longer, and an answer has its time.
    private static let limit = 20_000

    let parts: [Part]

    /// - Parameter stems: what was searched for, as `app.search_query` gives it.
    init(_ text: String, stems: [String]) {
        let characters = Array(text.prefix(Self.limit))
        let matches = Self.matches(characters, stems)
        // From some words before the first match on, or from the beginning.
        let first = matches.first?.lowerBound ?? 0
        var start = first > Self.length / 3 ? first - Self.length / 3 : 0
        while start > 0, start < first, !characters[start - 1].isWhitespace { start += 1 }
        let end = min(characters.count, start + Self.length)
        var parts: [Part] = []
        func add(_ range: Range<Int>, _ isMatch: Bool) {
            if !range.isEmpty { parts.append(Part(text: String(characters[range]), isMatch: isMatch)) }
        }
        var place = start
        for match in matches where match.lowerBound >= place && match.upperBound <= end {
            add(place..<match.lowerBound, false)
            add(match, true)
            place = match.upperBound
        }
        add(place..<end, false)
        if start > 0 { parts.insert(Part(text: "…", isMatch: false), at: 0) }
        if end < text.count { parts.append(Part(text: "…", isMatch: false)) }
        self.parts = parts
    }

    /// The words that begin with a stem, or have a longer one within them; in numbers of registration and paragraphs,
    /// what stands for them.
    private static func matches(_ text: [Character], _ stems: [String]) -> [Range<Int>] {
        let numbers = stems.compactMap(Self.digits)
        let words = stems.filter { Self.digits($0) == nil }.map(Array.init)
        var matches: [Range<Int>] = []
        var place = 0
        while place < text.count {
            guard text[place].isLetter || text[place].isNumber else {
                place += 1
                continue
            }
            var end = place
            while end < text.count, text[end].isLetter || text[end].isNumber { end += 1 }
            let word = text[place..<end].map { Character($0.lowercased().first.map(String.init) ?? "") }
            let isFound =
                words.contains { stem in
                    word.starts(with: stem) || stem.count >= 4 && Self.contains(word, stem)
                } || numbers.contains { $0 == String(word) }
            if isFound { matches.append(place..<end) }
            place = end
        }
        return matches
    }

    /// «118» of `ksn2024n118`, «41» of `paragrafn41`.
    private static func digits(_ stem: String) -> String? {
        guard stem.contains(where: \.isNumber), let last = stem.split(separator: "n").last,
            stem.first?.isLetter == true,
            last.allSatisfy(\.isNumber)
        else { return nil }
        return String(last)
    }

    private static func contains(_ word: [Character], _ stem: [Character]) -> Bool {
        guard word.count >= stem.count else { return false }
        return (0...(word.count - stem.count)).contains { word[$0...].starts(with: stem) }
    }
}
