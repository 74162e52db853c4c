/// How like two texts are: how much of their words' beginnings and of their letters in threes they share.
struct Likeness {
    private static let small: Set = [
        "och", "att", "för", "med", "som", "den", "det", "ett", "till", "från", "ska", "har", "inom", "samt", "minst",
        "vid", "per", "nya", "ny",
    ]

    private var words: Set<String> = []
    private var threes: Set<String> = []

    init(_ text: String) {
        for word in Words(String(text.prefix(1_000))).words where word.key.count >= 3 && !Self.small.contains(word.key)
        {
            // Swedish bends words at their ends.
            self.words.insert(String(word.key.prefix(6)))
            let letters = Array(word.key)
            for start in 0..<max(1, letters.count - 2) {
                self.threes.insert(String(letters[start..<min(letters.count, start + 3)]))
            }
        }
    }

    func likeness(_ other: Likeness) -> Double {
        func share(_ first: Set<String>, _ second: Set<String>) -> Double {
            let least = min(first.count, second.count)
            let shared = Double(first.intersection(second).count)
            // A short text that stands whole in a long one is like it.
            return least == 0 ? 0 : shared / Double(least) * 0.5 + shared * 2 / Double(first.count + second.count) * 0.5
        }
        return share(self.words, other.words) * 0.5 + share(self.threes, other.threes) * 0.5
    }
}
