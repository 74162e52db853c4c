/// Periods out of the clauses that set them.
enum Periods {
    struct Found {
        var period: AgreementDocument.Period
        var endsBeforeStart: Bool
        /// Two years beside each other, and no days.
        var isOfYears = false
        /// Only the last day is said; the start is empty.
        var hasNoStart: Bool { self.period.start.isEmpty }
        /// How long it lasts from its first day, where only that is said.
        var years: Int?
    }

    /// The first period that `text` names, if it names one.
    ///
    /// - Parameter sets: the text says that it holds, so that years beside each other and one year alone are a period.
    static func period(in text: String, sets: Bool = false) -> Found? {
        let words = Words(text)
        let dates = Dates.all(in: words)
        for (first, second) in zip(dates, dates.dropFirst())
        where self.isUntil(words, first.words.upperBound..<second.words.lowerBound, first.words.lowerBound) {
            guard second.withoutYear == nil else { continue }
            var start = first.first
            if let part = first.withoutYear {
                // «1 mars–30 november 2025»: the year of the last day, or the one before.
                guard let year = Int(second.last.prefix(4)),
                    let own = Dates.day(year, part.month, part.day) ?? Dates.day(year - 1, part.month, part.day)
                else { continue }
                start = own <= second.last ? own : Dates.day(year - 1, part.month, part.day) ?? own
            }
            return Found(
                period: .init(start: start, end: second.last), endsBeforeStart: second.last < start,
                isOfYears: first.isYear && second.isYear)
        }
        // «i fyra år från 1 april 2025».
        if let first = dates.first(where: {
            $0.withoutYear == nil && ($0.first == $0.last || words[$0.words.lowerBound] == "årsskiftet")
        }), let years = self.years(words), let end = Dates.end(first.first, years: years) {
            return Found(period: .init(start: first.first, end: end), endsBeforeStart: false)
        }
        // «till och med den 31 december 2027», «upphör den …», and no first day, or «från undertecknandet till …».
        if let last = dates.first(where: { $0.withoutYear == nil }), dates.count == 1,
            self.ends(words, last.words.lowerBound)
        {
            let before = words.words[..<last.words.lowerBound].map(\.key)
            if before.contains(where: { ["senast", "ses", "revideras"].contains($0) }) { return nil }
            return Found(period: .init(start: "", end: last.last), endsBeforeStart: false)
        }
        if let first = dates.first(where: { $0.withoutYear == nil && $0.first == $0.last }),
            self.begins(words, first.words.lowerBound) || self.holdsUntilFurtherNotice(words)
        {
            // «från och med den 17 februari 2023», and no last day. The day of a review is none of these.
            let before = words.words[..<first.words.lowerBound].map(\.key)
            if before.contains(where: { ["senast", "ses", "revideras"].contains($0) }) { return nil }
            return Found(period: .init(start: first.first, end: nil), endsBeforeStart: false)
        }
        // «från undertecknandet och två år framåt».
        if sets, dates.isEmpty,
            words.words.contains(where: { $0.key.hasPrefix("underteckn") || $0.key.hasPrefix("underskrift") }),
            let years = self.years(words)
        {
            return Found(period: .init(start: "", end: nil), endsBeforeStart: false, years: years)
        }
        // «åren 2025, 2026 och 2027», «under 2026».
        let years = dates.filter { $0.isYear && $0.words.count == 1 }
        if sets, years.count == dates.count, let first = years.first, let last = years.last,
            zip(years, years.dropFirst()).allSatisfy({
                Int($1.first.prefix(4)) == Int($0.first.prefix(4)).map { $0 + 1 }
            })
        {
            return Found(period: .init(start: first.first, end: last.last), endsBeforeStart: false, isOfYears: true)
        }
        // «läsåret 2025/2026», «mandatperioden» with one span.
        if let first = dates.first(where: { $0.isYear && $0.words.count == 3 }) {
            return Found(period: .init(start: first.first, end: first.last), endsBeforeStart: false, isOfYears: true)
        }
        return nil
    }

    static func holdsUntilFurtherNotice(_ words: Words) -> Bool {
        words.words.indices.contains { words.stand(["tills", "vidare"], at: $0) }
    }

    /// «i fyra år», «gäller tre år».
    private static func years(_ words: Words) -> Int? {
        let numbers = ["ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6]
        for index in words.words.indices
        where words[index] == "år" && index > 1
            && ["i", "gäller", "under", "på", "löper", "och", "om"].contains(words[index - 2])
        {
            if let years = numbers[words[index - 1]] ?? words.number(index - 1), (1...10).contains(years) {
                return years
            }
        }
        return nil
    }

    /// What stands between two dates says that the second is the end of what begins with the first.
    private static func isUntil(_ words: Words, _ gap: Range<Int>, _ start: Int) -> Bool {
        guard gap.count <= 10 else { return false }
        var keys = words.words[gap].map(\.key).filter { $0 != "." && $0 != ":" }
        if keys.contains("längst") || keys.contains("upphör") { return true }
        while let last = keys.last,
            ["den", "dag", "år", "utgången", "slutet", "av", "och", "med", "m", "datum"].contains(last)
                && keys.count > 1
        { keys.removeLast() }
        switch keys {
        case ["-"], ["-", "-"], ["till"], ["tom"], ["t", "o"], ["till", "den"], ["t"], ["-", "till"], ["fram", "till"],
            ["till", "och"], ["till", "och", "med"], ["t", "o", "m"], ["längst", "till"], [",", "till"],
            ["och", "till"]:
            return true
        case ["och"]: return words.words[max(0, start - 4)..<start].contains { $0.key == "mellan" }
        default: return false
        }
    }

    /// «till och med», «t.o.m.», «upphör den», «fram till».
    private static func ends(_ words: Words, _ index: Int) -> Bool {
        var keys = words.words[max(0, index - 7)..<index].map(\.key).filter { $0 != "." }
        while let last = keys.last,
            ["den", "dag", "med", "och", "m", "o", "utgången", "slutet", "av", "att", "gälla"].contains(last)
        { keys.removeLast() }
        return keys.last.map { ["till", "tom", "t", "upphör", "längst", "ut"].contains($0) } ?? false
    }

    /// «från den», «fr.o.m.», «från och med», «börjar gälla».
    private static func begins(_ words: Words, _ index: Int) -> Bool {
        let before = words.words[max(0, index - 7)..<index].map(\.key)
        return before.contains("från") || before.contains("from") || before.contains("fr")
    }

    /// How much a sentence with a period says that it sets the agreement's; nil for one that speaks of something
    /// else's.
    ///
    /// What it says before it comes to the other counts: «löper 2025–2027 och ersätter …».
    static func setting(_ sentence: String) -> (text: String, weight: Int)? {
        let words = Words(sentence)
        guard let other = words.words.first(where: { self.others.contains($0.key) }) else {
            return self.weight(sentence).map { (sentence, $0) }
        }
        let head = String(sentence[..<other.range.lowerBound])
        guard let weight = self.weight(head), weight >= 2 else { return nil }
        return (head, weight)
    }

    private static let others: Set = [
        "ersätter", "ersatte", "tidigare", "föregående", "förra", "statistik", "statistiken", "enkäten", "jämfört",
        "mätningen", "utvärdering", "gällde", "gällt", "föregick", "anmälda",
    ]

    private static func weight(_ sentence: String) -> Int? {
        let words = Set(Words(sentence).words.map(\.key))
        if words.contains("avser"), words.contains("åren") { return nil }
        let key = sentence.key
        let names = [
            "avtalsperiod", "avtalstid", "giltighet", "löptid", "avtalet", "överenskommelse", "samverkansavtal",
        ]
        let holds = !words.isDisjoint(with: [
            "gäller", "löper", "gälla", "löpa", "giltig", "giltighetstid", "avtalstid", "avtalstiden", "avtalsperiod",
            "avtalsperioden", "giltighetstiden", "tecknas", "sträcker", "upphör", "kraft",
        ])
        if holds, names.contains(where: key.contains) { return 3 }
        if holds { return 2 }
        return names.contains(where: key.contains) ? 1 : 0
    }
}
