/// Words of headings, and what they say of what stands below them.
enum Headings {
    /// Labels before the name of an area.
    private static let areaLabels: Set = [
        "prioriterat område", "fokusområde", "område", "satsningsområde", "insatsområde", "utvecklingsområde",
        "problemområde", "prioriterat problem", "prioriterad fråga",
        "temaområde", "prioritering", "prioriterat brottsområde", "målområde",
    ]

    /// Headings that name no area though measures stand below them.
    private static let general: Set = [
        "åtgärd", "åtgärder", "insatser", "aktiviteter", "åtgärder per område", "prioriterade områden", "fokusområden",
        "satsningsområden", "insatsområden", "våra områden", "områden",
        "åtgärdsplan", "handlingsplan", "aktivitetsplan", "planerade åtgärder", "planerade insatser",
        "gemensamma åtgärder", "åtgärder och ansvar", "tabell", "planen", "prioriterade åtgärder",
        "våra åtgärder", "åtgärdstabell", "prioriterade problem", "problemområden", "gemensamma insatser",
        "konkreta åtgärder", "mål och åtgärder",
    ]

    private static let plans = [
        "handlingsplan", "åtgärdsplan", "aktivitetsplan", "insatsplan", "genomförandeplan", "verksamhetsplan",
    ]

    /// Lines that are headings wherever they stand by themselves.
    private static let clauses: Set = [
        "syfte", "syfte och mål", "mål", "bakgrund", "inledning", "parter", "avtalsparter", "parternas ansvar",
        "parternas åtaganden", "omfattning", "avgränsning", "giltighet", "giltighetstid",
        "avtalsperiod", "avtalstid", "avtalets giltighet", "uppföljning", "uppsägning", "underskrifter", "underskrift",
        "undertecknande", "signaturer", "lägesbild", "problembild", "organisation",
        "medborgarlöfte", "medborgarlöften", "kontaktuppgifter", "revidering", "definitioner", "ekonomi", "sekretess",
        "tvist", "ändringar och tillägg", "innehåll", "prioriterade områden",
        "fokusområden", "satsningsområden", "förkortningar", "sammanfattning", "vision",
    ]

    /// «Område 1: Trygga miljöer», «Prioriterat problem: Bedrägerier»: where the title behind the label begins.
    static func areaTitle(_ text: Substring) -> String.Index? {
        // Word by word: a pattern tries every way to share blanks between its parts.
        guard let mark = text.firstIndex(where: { ":.–—-".contains($0) }),
            text.distance(from: text.startIndex, to: mark) <= 60
        else { return nil }
        var label = Substring(text[..<mark].key)
        while let last = label.last, last.isNumeric || last.isBlank { label.removeLast() }
        guard self.areaLabels.contains(String(label)) else { return nil }
        let title = text[text.index(after: mark)...].drop { $0.isBlank }
        return title.isEmpty ? nil : title.startIndex
    }

    /// Names no area: a word for measures or areas at large, or a plan's name with its years.
    static func namesNothing(_ text: some StringProtocol) -> Bool {
        let bare = self.bare(text)
        return bare.isEmpty || self.general.contains(bare) || self.isPlan(text) && bare.split(separator: " ").count <= 3
    }

    /// The same, and what only says whose or what kind of measures stand below: «Kommunens åtgärder», «Kortsiktiga
    /// insatser», «Tabell 1. …», «Orsak: …».
    static func isGeneral(_ text: some StringProtocol) -> Bool {
        if self.namesNothing(text) || self.cause(text) != nil { return true }
        let words = self.bare(text).split(separator: " ")
        if words.count <= 3, words.last.map({ ["åtgärder", "insatser", "aktiviteter"].contains($0) }) == true {
            return true
        }
        return words.first == "tabell" && text.contains(where: \.isNumeric)
    }

    /// «Orsak: Höga farter»: where the cause begins.
    static func cause(_ text: some StringProtocol) -> String.Index? {
        guard let colon = text.firstIndex(of: ":"),
            ["orsak", "bakomliggande orsak"].contains(self.bare(text[..<colon]))
        else { return nil }
        let rest = text[text.index(after: colon)...].drop { $0.isBlank }
        return rest.isEmpty ? nil : rest.startIndex
    }

    static func isPlan(_ text: some StringProtocol) -> Bool {
        let key = text.key
        return self.plans.contains { key.contains($0) }
    }

    /// The plan's name and nothing but years: what it says is in the plan's own fields.
    static func isOnlyPlan(_ text: some StringProtocol) -> Bool {
        let words = self.bare(text).split(separator: " ").map(String.init)
        return !words.isEmpty
            && words.allSatisfy {
                self.plans.contains($0) || ["för", "år", "åren", "bilaga", "läsåret", "perioden"].contains($0)
            } && words.contains { self.plans.contains($0) }
    }

    static func isClause(_ text: some StringProtocol) -> Bool { self.clauses.contains(self.bare(text)) }

    /// Introduces the list of the plan's areas.
    static func introducesAreas(_ text: some StringProtocol, isHeading: Bool) -> Bool {
        let key = text.key
        if isHeading {
            return [
                "prioriterade områden", "fokusområden", "våra områden", "satsningsområden", "insatsområden",
                "prioriterade problem", "våra fokusområden",
            ].contains { self.bare(text).hasPrefix($0) }
        }
        return key.hasSuffix(":") && (key.contains("prioriter") || key.contains("områden"))
    }

    static func isProblems(_ text: some StringProtocol) -> Bool {
        let bare = self.bare(text)
        return bare.hasPrefix("problem") && !bare.hasPrefix("problembild")
    }

    static func isPicture(_ text: some StringProtocol) -> Bool {
        let bare = self.bare(text)
        return bare.contains("lägesbild") || bare.contains("problembild") || bare.contains("underlag")
            || bare.hasPrefix("källor")
    }

    static func isSignatures(_ text: some StringProtocol) -> Bool {
        let bare = self.bare(text)
        return ["underskrift", "signatur", "undertecknande", "undertecknas", "undertecknare"].contains {
            bare.hasPrefix($0)
        }
    }

    /// Behind a number that counts headings: «3.1 Trafik», and without a colon at its end.
    static func withoutNumber(_ span: Span) -> Span {
        if span.text.last == ":" {
            return self.withoutNumber(
                span.part(span.range.lowerBound..<span.paragraph.text.index(before: span.range.upperBound)).trimmed)
        }
        let rest = span.text.drop { $0.isNumeric || $0 == "." || $0 == ")" }
        guard rest.startIndex > span.range.lowerBound, rest.first?.isBlank == true,
            span.text.prefix(while: { $0 != " " && $0 != "\t" }).count <= 6
        else { return span }
        return span.part(rest.startIndex..<span.range.upperBound).trimmed
    }

    /// Small letters without numbers and marks at either end: «3.1 Trafik:» as «trafik».
    static func bare(_ text: some StringProtocol) -> String {
        var key = Substring(text.key)
        while let first = key.first, !first.isAlphabetic { key.removeFirst() }
        while let last = key.last, !last.isAlphabetic { key.removeLast() }
        return String(key)
    }
}
