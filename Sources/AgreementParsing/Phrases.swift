/// Sentences of a paragraph.
enum Sentences {
    private static let abbreviations: Set<String> = ["t.ex", "bl.a", "m.m", "s.k", "ca", "kl", "nr", "dvs", "osv", "m.fl", "fr.o.m", "t.o.m", "jfr", "inkl"]

    static func split(_ text: String) -> [String] {
        var sentences: [String] = []
        var current: [Substring] = []
        let words = text.split(whereSeparator: \.isWhitespace)
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

/// The two sides of the agreement, as its first sentence or its title names them.
enum Parties {
    static func inSentence(_ text: String) -> [String]? {
        guard let match = text.prefix(1_000).firstMatch(of: /^(?:Mellan\s+)?(.+?\b[Kk]ommun)\s+(?:och|samt)\s+(.+?)\s+(?:tecknar|ingår|träffar|sluter|har\s+(?:tecknat|ingått|träffat|slutit|kommit\s+överens)|tecknas|ingås|träffas)\b/) else {
            return nil
        }
        return match.1.count > 120 || match.2.count > 200 ? nil : [String(match.1), String(match.2)]
    }

    static func inTitle(_ text: String) -> [String] {
        guard let match = text.firstMatch(of: /(\p{Lu}\S*\s+[Kk]ommun)\s+(?:och|samt|[-–&])\s+(.+?)(?:\s+\d{4}.*)?$/) else { return [] }
        return [String(match.1), String(match.2).trimmingSuffix(",:.")]
    }
}

/// What the situational picture stands on.
enum Sources {
    private static let kinds: [(AgreementDocument.SourceKind, [String])] = [
        (.est, ["(est)", "effektiv samordning"]),
        (.earlierWork, ["tidigare arbete", "tidigare erfarenhet", "erfarenheter"]),
        (.safetyWalk, ["trygghetsvandring"]),
        (.survey, ["enkät", "trygghetsmätning", "undersökning"]),
        (.staffDialogue, ["medarbetardialog", "personaldialog"]),
        (.citizenDialogue, ["medborgardialog", "invånardialog", "dialog med medborgare"]),
        (.statistics, ["statistik"]),
        (.localMapping, ["kartläggning"]),
    ]

    static func kind(of text: String) -> AgreementDocument.SourceKind {
        let key = " " + text.lowercased() + " "
        if key.contains(" est ") { return .est }
        return Self.kinds.first { $0.1.contains { key.contains($0) } }?.0 ?? .other
    }

    /// The sources listed in a sentence such as «… en lägesbild baserad på statistik, enkäter samt trygghetsvandringar.»
    static func inSentence(_ text: String, line: Int) -> [AgreementDocument.Source] {
        for sentence in Sentences.split(text) {
            let key = sentence.lowercased()
            guard sentence.utf8.count <= 4_000, key.contains("lägesbild") || key.contains("problembild") else { continue }
            guard let match = sentence.firstMatch(of: /(?:baserad|baseras|grundad|grundas|grundar\s+sig|bygger|vilar|utgår)\s+(?:på|från|ifrån|i)\s+(.+?)[.]?$/) else { continue }
            var parts = match.1.split(separator: ",").map { $0.trimmed }
            if let last = parts.popLast() {
                let joint = last.contains(" samt ") ? " samt " : " och "
                if let range = last.ranges(of: joint).last {
                    parts += [String(last[..<range.lowerBound]), String(last[range.upperBound...])]
                } else {
                    parts.append(last)
                }
            }
            return parts.map { $0.trimmed }.filter { !$0.isEmpty }.map { .init(line: line, kind: Self.kind(of: $0), title: $0) }
        }
        return []
    }
}

/// Headings above what each side promises.
enum Promises {
    static func promisor(_ heading: String) -> AgreementDocument.Promisor? {
        let key = heading.lowercased()
        guard key.contains("lovar") || key.contains("löften från") || key.contains("åtar sig") else { return nil }
        if key.contains("tillsammans") || key.contains("gemensamt") || (key.contains("kommun") && key.contains("polis")) { return .joint }
        if key.contains("polis") { return .police }
        if key.contains("kommun") { return .municipality }
        return key.hasPrefix("vi ") ? .joint : nil
    }
}

/// Signers: a place and a date, the organisation, then a name with a title below it.
struct SignatureReader {
    struct Line: Equatable {
        var number: Int
        var text: String
    }

    private(set) var signers: [AgreementDocument.Signer] = []
    private(set) var leftOver: [Line] = []

    static func startsSignatures(_ heading: String) -> Bool {
        heading.lowercased().hasPrefix("underskrift") || heading.lowercased().hasPrefix("signatur") || heading.lowercased().hasPrefix("undertecknande") || heading.lowercased().hasPrefix("undertecknas")
    }

    /// Whether a heading among the signatures (a bold organisation, say) can be a line of theirs.
    static func mayBelong(_ text: String) -> Bool {
        let key = text.lowercased()
        return key.contains("kommun") || key.contains("polis") || self.isTitle(text)
    }

    static func isTitle(_ text: String) -> Bool {
        text.count <= 80 && text.lowercased().contains(/(ordförande|chef|kommunalråd|direktör|samordnare|\bvd\b)/)
    }

    /// «Skara den», «Götene 2023-02-14», «Ort och datum: Vara den 3 mars 2023».
    static func placeAndDate(_ line: String) -> (place: String?, date: String?)? {
        let text = Inline.plain(line).trimmed
        if let match = text.firstMatch(of: /^ort(?:\s*(?:och|\/|,)\s*datum)?\s*[:.…_]*\s*(.*)$/.ignoresCase()) {
            let rest = String(match.1)
            if rest.isEmpty { return (nil, nil) }
            return Self.placeAndDate(rest) ?? (rest.trimmingSuffix("_…. "), nil)
        }
        guard text.count <= 60, let match = text.firstMatch(of: /^(\p{Lu}[\p{L} -]{0,30}?),?\s+(?:den\b\s*(.*)|(\d{4}-\d\d-\d\d|\d{1,2}\s+\p{L}+\s+\d{4})\s*)$/) else {
            return nil
        }
        let rest = String(match.2 ?? match.3 ?? "")
        let date = Dates.firstDay(in: rest)
        // «Skara den ______»: left open for ink. Anything else after it is ordinary text.
        guard date != nil || rest.allSatisfy({ "_….-– /0123456789".contains($0) }) else { return nil }
        return (String(match.1).trimmed, date)
    }

    mutating func read(_ lines: [Line]) {
        var place: String?
        var date: String?
        var above: [Line] = []
        var current: Int?
        /// A place and date that nobody has signed under yet.
        var openPlace: Line?
        for line in lines {
            let text = line.text.trimmed
            if text.isEmpty || text.allSatisfy({ "_.…-– ".contains($0) }) { continue }
            if let found = Self.placeAndDate(text) {
                self.leftOver += above
                above = []
                current = nil
                (place, date) = found
                if let openPlace { self.leftOver.append(openPlace) }
                openPlace = Line(number: line.number, text: text)
                continue
            }
            if Self.isTitle(text) {
                var name: String?
                var title = text
                var number = line.number
                if let comma = text.firstIndex(of: ","), Self.isName(String(text[..<comma])) {
                    name = String(text[..<comma]).trimmed
                    title = String(text[text.index(after: comma)...]).trimmed
                } else if let last = above.last, Self.isName(last.text) {
                    name = last.text.trimmed
                    number = last.number
                    above.removeLast()
                }
                if let name {
                    let body = above.map(\.text).joined(separator: " ")
                    let party: AgreementDocument.Party = (title + " " + body).lowercased().contains("polis") ? .police : .municipality
                    self.signers.append(.init(line: number, party: party, name: name, title: title, body: body.isEmpty ? nil : body, place: place, date: date))
                    above = []
                    openPlace = nil
                    current = self.signers.count - 1
                    continue
                }
            }
            if let index = current {
                // A second line of the title. What the organisation already says isn't said twice.
                if self.signers[index].body?.contains(text) == true { continue }
                if !Self.mayBelong(text), !Self.isName(text) {
                    self.signers[index].title += " " + text
                    continue
                }
                current = nil
            }
            above.append(Line(number: line.number, text: text))
        }
        self.leftOver += above
        if let openPlace { self.leftOver.append(openPlace) }
    }

    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (2...5).contains(words.count) && words.allSatisfy { word in
            ["af", "von", "van", "de", "der"].contains(word) || (word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-.'".contains($0) })
        } && words.first?.first?.isUppercase == true
            && !text.lowercased().contains("kommun") && !text.lowercased().contains("polis")
    }
}
