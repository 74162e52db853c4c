/// Names of columns as municipalities write them, and as a person has decided for this document.
struct ColumnNames {
    static var standard: ColumnNames { ColumnNames() }

    /// By the bare name.
    private var decided: [String: Column] = [:]
    /// By what was asked: cells repeat themselves.
    private let known = Known()

    private final class Known { var columns: [String: Column] = [:] }

    init() {}

    /// - Parameter columns: what a name stands for, as decided.
    init(_ columns: [(name: String, column: Column)]) {
        for (name, column) in columns { self.decided[Self.bare(name)] = column.named(name) }
    }

    private static let names: [(Column, Set<String>)] = [
        (
            .measure,
            [
                "åtgärd", "åtgärder", "aktivitet", "aktiviteter", "insats", "insatser", "åtagande", "åtaganden", "vad",
                "vad ska göras", "vad gör vi", "planerad åtgärd", "planerade åtgärder", "planerade aktiviteter",
                "gemensamma åtgärder", "beskrivning av åtgärd", "vad ska vi göra", "vad vi ska göra", "konkret åtgärd",
                "konkreta åtgärder", "delaktivitet", "delaktiviteter", "det här gör vi", "så gör vi", "arbetssätt",
            ]
        ),
        (
            .cause,
            [
                "orsak", "orsaker", "problem", "problembild", "bakgrund", "varför", "bakomliggande orsak",
                "bakomliggande orsaker", "trolig orsak", "troliga orsaker", "orsak till problemet",
            ]
        ),
        (
            .responsible,
            [
                "ansvarig", "ansvariga", "ansvar", "utförare", "ansvarig utförare", "vem", "vilka", "vem gör",
                "huvudansvarig", "huvudansvar", "huvudansvariga", "ansvarsfördelning", "genomförs av", "vem ansvarar",
                "ägare", "vem gör det", "aktör", "aktörer",
            ]
        ),
        (
            .followUp,
            [
                "uppföljning", "uppföljningar", "mätning", "utvärdering", "hur följs det upp", "hur följer vi upp",
                "måluppfyllelse", "uppföljning och utvärdering", "uppföljningsmått", "hur mäts det", "hur mäter vi",
                "mått", "nyckeltal", "så följer vi upp", "följs upp", "mätmetod",
            ]
        ),
        (
            .schedule,
            [
                "när", "tidplan", "tidsplan", "tid", "tidpunkt", "klart", "datum", "klart senast", "frist", "tidsram",
                "start", "slutdatum", "period", "genomförs", "tidsperiod", "när ska det ske", "när är det klart",
                "senast", "startdatum",
            ]
        ),
        (
            .target,
            ["mål", "delmål", "målsättning", "effektmål", "önskad effekt", "syfte", "syfte och mål", "önskat läge"]
        ),
        (.indicator, ["indikator", "indikatorer"]),
        (.status, ["status", "läge", "nuläge", "resultat", "utfall"]),
        (.contact, ["kontakt", "kontaktperson", "kontaktpersoner", "kontaktuppgift", "kontaktuppgifter"]),
        (
            .area,
            [
                "område", "prioriterat område", "fokusområde", "satsningsområde", "insatsområde", "temaområde",
                "utvecklingsområde", "problemområde", "prioritering", "prioriteringar", "tema", "fokus",
                "prioriterad fråga", "delområde",
            ]
        ),
        (
            .note(""),
            [
                "målgrupp", "målgrupper", "samverkanspart", "samverkansparter", "samverkan med", "medverkande",
                "resurser", "budget", "kostnad", "kommentar", "kommentarer", "anmärkning", "övrigt", "plats", "metod",
                "hur", "var", "nr", "prioritet", "omfattning",
            ]
        ),
    ]

    private static let byName: [String: Column] = {
        var known: [String: Column] = [:]
        for (column, names) in Self.names { for name in names { known[name] = column } }
        return known
    }()

    /// The column that a head names; `unknown` with its words when it names none.
    func column(_ head: String) -> Column {
        // No name of a column is longer; a cell's text may be.
        if head.utf8.count > 120 { return .unknown(head) }
        if let known = self.known.columns[head] { return known }
        let column = self.read(head)
        self.known.columns[head] = column
        return column
    }

    private func read(_ head: String) -> Column {
        let key = Self.bare(head)
        if let decided = self.decided[key] { return decided }
        if let known = Self.byName[key] { return known.named(head) }
        if let sided = Self.sided(key) { return sided }
        // «Åtgärd/Aktivitet», «Mål och indikator»: the first known name counts.
        for part in key.split(separator: "/").flatMap({ String($0).replacing(" och ", with: "/").split(separator: "/") }
        ) {
            if let known = Self.byName[part.trimmed] { return known.named(head) }
        }
        // «Skyddsåtgärd», «Trygghetsåtgärder».
        if !key.contains(" "), ["åtgärd", "åtgärder", "aktivitet", "aktiviteter"].contains(where: key.hasSuffix) {
            return .measure
        }
        // «Ansvarig nämnd», «Åtgärd för att nå målet», «Mål 2024»: the name and what it is of.
        let words = key.split(separator: " ")
        if words.count <= 5, let first = words.first.map(String.init), first.count >= 5, let known = Self.byName[first]
        {
            return known.named(head)
        }
        return .unknown(head)
    }

    /// «kommunens åtgärder», «polisens aktiviteter».
    private static func sided(_ key: String) -> Column? {
        if key == "kommunen gör" { return .sidedMeasure(.municipality) }
        if key == "polisen gör" { return .sidedMeasure(.police) }
        for (prefix, party) in [("kommunens ", AgreementDocument.Party.municipality), ("polisens ", .police)]
        where key.hasPrefix(prefix) {
            if self.byName[String(key.dropFirst(prefix.count))] == .measure { return .sidedMeasure(party) }
        }
        return nil
    }

    /// Without years, footnote marks, parentheses and punctuation.
    static func bare(_ head: String) -> String {
        var key = ""
        var depth = 0
        for character in head.key {
            switch character {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            case _ where depth > 0: continue
            case "*", "¹", "²", "³", "?", ":", ".", "!": continue
            case _ where character.isNumeric: continue
            default: key.append(character)
            }
        }
        return key.key.trimmingSuffix("-/,").trimmed
    }
}
