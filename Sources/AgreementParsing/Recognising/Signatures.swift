/// Signers: a place and a date, the organisation, then a name with a title below or beside it.
struct Signatures {
    private(set) var signers: [AgreementDocument.Signer] = []
    private var place: String?
    private var date: String?
    /// Lines that belong to the next signer, or to none.
    private var above: [Span] = []
    private var current: Int?
    /// A place and date that nobody has signed under yet.
    private var openPlace: Span?

    static func isTitle(_ text: some StringProtocol) -> Bool {
        guard text.isAtMost(80) else { return false }
        let key = text.key
        return ["ordförande", "chef", "kommunalråd", "direktör", "samordnare", "kommunpolis", "områdespolis"].contains {
            key.contains($0)
        } || key.split(separator: " ").contains("vd")
    }

    /// Whether a line names whom somebody signs for.
    static func mayBelong(_ text: some StringProtocol) -> Bool {
        let key = text.key
        return key.contains("kommun") || key.contains("polis") || key.hasPrefix("för ")
    }

    /// «Skara den», «Götene 2023-02-14», «Ort och datum: Vara den 3 mars 2023».
    static func placeAndDate(_ text: Substring) -> (place: String?, date: String?)? {
        guard text.isAtMost(90) else { return nil }
        let words = Words(String(text))
        var index = 0
        if words[0] == "ort" {
            index = 1
            if ["och", "/", ","].contains(words[1]), words[2] == "datum" { index = 3 }
            while [":", ".", "…", "_"].contains(words[index]) { index += 1 }
            guard index < words.count else { return (nil, nil) }
            return self.placeAndDate(words, index) ?? (
                String(words.text[words.words[index].range.lowerBound...]).trimmingSuffix("_…. "), nil
            )
        }
        return text.isAtMost(60) ? self.placeAndDate(words, 0) : nil
    }

    private static func placeAndDate(_ words: Words, _ start: Int) -> (place: String?, date: String?)? {
        guard start < words.count, words.text[words.words[start].range].first?.isUppercase == true else { return nil }
        // A name of one to three words with capitals, then «den» or a date.
        var end = start
        while end < words.count,
            words[end] == "-"
                || words[end].first?.isAlphabetic == true
                    && (words.text[words.words[end].range].first?.isUppercase == true),
            words[end] != "den"
        { end += 1 }
        guard (1...5).contains(end - start) else { return nil }
        let place = words.text[words.words[start].range.lowerBound..<words.words[end - 1].range.upperBound]
        guard place.count <= 31 else { return nil }
        var rest = end
        while rest < words.count, [",", "den"].contains(words[rest]) { rest += 1 }
        // «Skara dag som ovan».
        if words.stand(["dag", "som", "ovan"], at: end), words.count == end + 3 { return (String(place), nil) }
        let hasDay = rest > end && words.words[end..<rest].contains { $0.key == "den" }
        let date =
            rest < words.count ? Dates.all(in: words).first { $0.words.lowerBound == rest && $0.first == $0.last } : nil
        if let date {
            let rest = words.words[date.words.upperBound...]
            // «… den 3 mars 2024 i stadshuset» is a place still; a sentence that goes on is none.
            let isPlace =
                rest.first.map { ["i", "på", "vid"].contains($0.key) } == true && rest.last?.key != "."
                && rest.count <= 4
            return isPlace || rest.allSatisfy { !($0.key.first?.isAlphabetic ?? false) && $0.key != "§" }
                ? (String(place), date.first) : nil
        }
        // «Skara den ______»: left open for ink. Anything else after it is ordinary text.
        guard hasDay,
            words.words[rest...].allSatisfy({ word in word.key.allSatisfy { "_….-/0123456789".contains($0) } })
        else { return nil }
        return (String(place), nil)
    }

    static func isBlank(_ text: Substring) -> Bool { text.allSatisfy { "_.…-–— ".contains($0) || $0.isBlank } }

    /// Takes in lines in their order. What they are claimed for is one signer, or nothing yet.
    mutating func read(_ lines: [Span]) {
        let parts = lines.map { line in
            line.text.split(separator: "\t").map { line.part($0.startIndex..<$0.endIndex).trimmed }.filter {
                !$0.isEmpty
            }
        }
        let columns = parts.map(\.count).max() ?? 0
        guard columns > 1, parts.count(where: { $0.count == columns }) > 1 else {
            for line in lines { self.read(line) }
            return
        }
        // Columns that tabs make are read one after the other.
        for column in 0..<columns {
            for part in parts where column < part.count { self.read(part[column]) }
            self.endColumn()
            (self.place, self.date, self.openPlace) = (nil, nil, nil)
        }
    }

    private static let labels: Set = [
        "namn", "namnförtydligande", "titel", "befattning", "roll", "funktion", "datum", "ort", "ort och datum",
        "organisation", "för",
    ]

    /// «Namn: Ada Exempel»: what stands behind the label.
    private mutating func readLabelled(_ line: Span) -> Bool {
        guard let colon = line.text.firstIndex(of: ":") else { return false }
        let label = Headings.bare(line.text[..<colon])
        guard Self.labels.contains(label), label != "ort och datum" else { return false }
        let value = line.part(line.paragraph.text.index(after: colon)..<line.range.upperBound).trimmed
        if Self.isBlank(value.text) {
            line.paragraph.claim(line.range)
            return true
        }
        switch label {
        case "datum":
            guard let day = Dates.firstDay(in: String(value.text)) else { return false }
            if let current, self.signers[current].date == nil {
                self.signers[current].date = day
            } else {
                self.date = day
            }
            line.paragraph.claim(line.range)
        case "ort":
            if let current, self.signers[current].place == nil {
                self.signers[current].place = value.take()
            } else {
                self.place = value.take()
            }
            line.paragraph.claim(line.range)
        default:
            line.paragraph.claim(line.range.lowerBound..<value.range.lowerBound)
            self.read(value)
        }
        return true
    }

    private mutating func read(_ line: Span) {
        if self.readLabelled(line) { return }
        let text = line.text
        if Self.isBlank(text) {
            line.paragraph.claim(line.range)
            return
        }
        if let found = Self.placeAndDate(text) {
            // «För Polismyndigheten» may stand above the place as well as below it.
            self.above.removeAll { !Self.mayBelong($0.text) }
            if self.current != nil { self.closeSigner() }
            self.current = nil
            (self.place, self.date) = found
            self.openPlace = line
            return
        }
        if let signer = self.signer(line) {
            self.signers.append(signer)
            self.above = []
            self.openPlace?.claimPlaceAndDate()
            self.openPlace = nil
            self.current = self.signers.count - 1
            return
        }
        if let index = self.current {
            let key = text.key
            // A second line of the title. What the organisation already says isn't said twice.
            if self.signers[index].body?.key.contains(key) == true {
                line.paragraph.claim(line.range)
                return
            }
            if !Self.mayBelong(text), Self.name(text) == nil, text.isAtMost(60), !text.contains(".") {
                self.signers[index].title += " " + line.take()
                return
            }
            self.closeSigner()
        }
        self.above.append(line)
    }

    private func signer(_ line: Span) -> AgreementDocument.Signer? {
        let text = line.text
        var name: Span?
        var title = line
        var signedOn: String?
        // «Per Provgren, lokalpolisområdeschef».
        if let comma = text.firstIndex(of: ","), Self.isTitle(text[text.index(after: comma)...]),
            Self.name(text[..<comma]) != nil
        {
            name = line.part(line.range.lowerBound..<comma).trimmed
            title = line.part(text.index(after: comma)..<line.range.upperBound).trimmed
            // «Ada Exempel, kommundirektör, 2024-03-03».
            if let last = title.text.lastIndex(of: ","),
                let date = Dates.firstDay(in: String(title.text[title.paragraph.text.index(after: last)...]))
            {
                signedOn = date
                line.paragraph.claim(line.range)
                title = title.part(title.range.lowerBound..<last).trimmed
            }
        } else if Self.isTitle(text), let last = self.above.last, Self.name(last.text) != nil {
            name = last
        }
        if name == nil, Self.isTitle(text) {
            // «Bo Exempel Lokalpolisområdeschef».
            let words = text.split(separator: " ")
            if let cut = words.indices.first(where: { $0 >= 2 && Self.isTitle(words[$0]) }),
                Self.name(text[..<words[cut].startIndex]) != nil
            {
                name = line.part(line.range.lowerBound..<words[cut].startIndex).trimmed
                title = line.part(words[cut].startIndex..<line.range.upperBound)
            }
        }
        guard let name, let written = Self.name(name.text) else { return nil }
        let bodies = self.above.filter { $0.range != name.range || $0.paragraph !== name.paragraph }
        let body = bodies.map { $0.take() }.joined(separator: " ")
        name.paragraph.claim(name.range)
        let said = title.take()
        let party: AgreementDocument.Party =
            (said + " " + body).lowercased().contains("polis") ? .police : .municipality
        return .init(
            line: name.number, party: party, name: written, title: said, body: body.isEmpty ? nil : body,
            place: self.place, date: signedOn ?? self.date)
    }

    /// Nothing more belongs to the signer; what stands behind it may begin the next one.
    private mutating func closeSigner() { self.current = nil }

    /// A column of a table, or the whole page, is at its end: what names an organisation below the last name is whom it
    /// signs for.
    mutating func endColumn() {
        if let last = self.signers.indices.last, !self.above.isEmpty,
            self.above.allSatisfy({ Self.mayBelong($0.text) }), self.signers[last].body == nil || self.current == nil
        {
            let body = self.above.map { $0.take() }.joined(separator: " ")
            self.signers[last].body = [self.signers[last].body, body].compactMap { $0 }.joined(separator: " ")
            if body.lowercased().contains("polis") { self.signers[last].party = .police }
        }
        self.above = []
        self.current = nil
    }

    /// A person's name of two to five words, without the letter of a party; nil when it is none.
    static func name(_ text: some StringProtocol) -> String? {
        var name = Substring(text.trimmed)
        // «Disa Exempelfors (X)».
        if name.hasSuffix(")"), let open = name.lastIndex(of: "("), name.distance(from: open, to: name.endIndex) <= 6 {
            name = name[..<open]
        }
        let words = name.split(separator: " ")
        guard (2...5).contains(words.count), words.first?.first?.isUppercase == true,
            words.allSatisfy({ word in
                ["af", "von", "van", "de", "der", "el", "al"].contains(word)
                    || (word.first?.isUppercase == true && word.allSatisfy { $0.isAlphabetic || "-.'".contains($0) })
            })
        else { return nil }
        let key = name.key
        return ["kommun", "polis", "nämnd", "styrelse", "förvaltning"].contains(where: key.contains)
            ? nil : name.trimmed
    }
}

extension Span {
    /// Claims a place and its date; where in the house it was signed has no field.
    fileprivate func claimPlaceAndDate() {
        let words = Words(String(self.text))
        guard let date = Dates.all(in: words).first,
            let rest = words.words[date.words.upperBound...].first(where: { $0.key.first?.isAlphabetic == true })
        else { return self.paragraph.claim(self.range) }
        let length = words.text.distance(from: words.text.startIndex, to: rest.range.lowerBound)
        self.paragraph.claim(self.range.lowerBound..<self.paragraph.text.index(self.range.lowerBound, offsetBy: length))
    }
}
