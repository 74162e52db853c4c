/// A number in a register («Dnr KS 2024/118») and a decision («KF 2024-03-25 § 41»), wherever the document says them.
enum Registrations {
    private static let labels: Set = ["dnr", "diarienr", "diarienummer", "ärendenummer", "ärendenr"]
    /// One of these stands in each label, and in each decision.
    private static let signs = ["dnr", "diarien", "ärenden", "§"]
    private static let bodies = [
        "kommunfullmäktige", "kommunstyrelsen", "kommunstyrelse", "kf", "ks", "ksau", "kommunstyrelsens arbetsutskott",
        "socialnämnden", "bildningsnämnden", "barn- och utbildningsnämnden",
    ]

    /// The first of each; heads and feet of pages come first, since they speak for the whole document.
    static func found(in tree: DocumentTree) -> AgreementDocument.Registration? {
        var found = AgreementDocument.Registration()
        for paragraph in tree.asides + tree.paragraphs where paragraph.text.utf8.count <= 2_000 {
            guard self.signs.contains(where: paragraph.key.contains) else { continue }
            let words = Words(paragraph.text)
            if found.number == nil, let (number, range) = self.number(words) {
                found.number = number
                paragraph.claim(range)
            }
            if found.paragraph == nil, let (decision, range) = self.decision(words) {
                (found.body, found.date, found.paragraph) = (decision.body, decision.date, decision.paragraph)
                paragraph.claim(range)
            }
        }
        return found == AgreementDocument.Registration() ? nil : found
    }

    /// A label, then letters and digits in one: «Dnr: KS 2024/118», «Diarienr KS-2024-0118».
    private static func number(_ words: Words) -> (String, Range<String.Index>)? {
        for index in 0..<words.count where self.labels.contains(words[index]) {
            var start = index + 1
            while [":", "."].contains(words[start]) { start += 1 }
            var end = start
            var hasDigits = false
            while end < words.count, end - start < 8 {
                let key = words[end]
                let isNumber = key.first?.isNumeric == true
                let isPart =
                    isNumber || ["/", "-", ":"].contains(key)
                    || !hasDigits && key.count <= 6 && key.first?.isAlphabetic == true
                // Behind the number another word begins something else.
                if !isPart || hasDigits && words.words[end].isApart && !isNumber { break }
                if hasDigits, words.words[end].isApart, isNumber, !["/", "-"].contains(words[end - 1]) { break }
                hasDigits = hasDigits || isNumber
                end += 1
            }
            while end > start, ["/", "-", ":"].contains(words[end - 1]) { end -= 1 }
            guard hasDigits, end > start else { continue }
            let number = words.text[words.words[start].range.lowerBound..<words.words[end - 1].range.upperBound]
            return (String(number), words.words[index].range.lowerBound..<words.words[end - 1].range.upperBound)
        }
        return nil
    }

    /// A body, a day and a paragraph in this order, a few words apart.
    private static func decision(_ words: Words) -> (AgreementDocument.Registration, Range<String.Index>)? {
        guard let sign = (0..<words.count).first(where: { words[$0] == "§" && words.number($0 + 1) != nil }) else {
            return nil
        }
        let date = Dates.all(in: words).last {
            $0.words.upperBound <= sign && sign - $0.words.upperBound <= 3 && $0.first == $0.last
                && $0.withoutYear == nil
        }
        var before = date?.words.lowerBound ?? sign
        while before > 0, ["den", ",", "-"].contains(words[before - 1]) { before -= 1 }
        // The longest name of a body that ends right before the day.
        let text = words.text
        var best: (name: String, start: String.Index)?
        for index in stride(from: before - 1, through: max(0, before - 5), by: -1) where index >= 0 {
            let name = text[words.words[index].range.lowerBound..<words.words[before - 1].range.upperBound].key
                .trimmingSuffix(",")
            if self.bodies.contains(name) || name.hasSuffix("nämnden") && !name.contains(" ") {
                best = (
                    text[words.words[index].range.lowerBound..<words.words[before - 1].range.upperBound].trimmingSuffix(
                        ", "), words.words[index].range.lowerBound
                )
            }
        }
        guard date != nil || best != nil else { return nil }
        let start = best?.start ?? words.words[date?.words.lowerBound ?? sign].range.lowerBound
        let end = words.words[sign + 1].range.upperBound
        return (.init(number: nil, body: best?.name, date: date?.first, paragraph: "§ " + words[sign + 1]), start..<end)
    }
}
