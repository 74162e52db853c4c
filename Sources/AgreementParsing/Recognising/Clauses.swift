/// Clauses on how an agreement goes on and how it is ended.
enum Clauses {
    private static let numbers = [
        "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "nio": 9, "tolv": 12,
    ]

    /// «förlängs med ett år i sänder om ingen part säger upp det senast tre månader före avtalstidens utgång».
    static func prolongation(in text: String, line: Int) -> AgreementDocument.Prolongation? {
        for sentence in Sentences.split(text) where sentence.utf8.count <= 2_000 {
            let words = Words(sentence)
            guard
                let verb = words.words.firstIndex(where: {
                    ["förlängs", "förlängas", "förlänges", "förlänger"].contains($0.key)
                })
            else { continue }
            let key = sentence.key
            // By agreement of both is no clause of this kind.
            guard
                [
                    "om ingen", "om inte", "såvida", "automatiskt", "i sänder", "i taget", "åt gången", "därefter",
                    "uppsägning", "sägs upp", "inte upp",
                ].contains(where: key.contains)
            else { continue }
            let spans = words.words.indices.compactMap { index in self.months(words, index).map { (index, $0) } }
            let before = spans.first { index, _ in
                words.words[index...].prefix(8).contains { ["före", "innan"].contains($0.key) }
                    || words.words[max(0, index - 6)..<index].contains {
                        ["senast", "uppsägningstid", "uppsägning"].contains($0.key)
                    }
            }
            let length =
                spans.first { index, _ in index > verb && index != before?.0 } ?? spans.first { $0.0 != before?.0 }
            return .init(line: line, months: length?.1, noticeMonths: before?.1, text: sentence)
        }
        return nil
    }

    /// «ett år», «12 månader».
    private static func months(_ words: Words, _ index: Int) -> Int? {
        guard let number = self.numbers[words[index]] ?? words.number(index), (1...120).contains(number) else {
            return nil
        }
        if ["månad", "månader", "månads", "månaders"].contains(words[index + 1]) { return number }
        return ["år", "års"].contains(words[index + 1]) && number <= 10 ? number * 12 : nil
    }
}
