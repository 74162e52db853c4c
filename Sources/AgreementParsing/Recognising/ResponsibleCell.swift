/// Who answers for a measure, out of a cell's paragraph: names separated by commas, contacts in bold or within
/// parentheses.
enum ResponsibleCell {
    struct Entry: Equatable {
        var name: String
        var contact: String?
        var lead = false
    }

    struct Parsed {
        var entries: [Entry] = []
        /// Contacts with no name before or after them.
        var loose: [String] = []
        /// Names in one pair of parentheses beyond the first, telephone numbers and addresses.
        var surplus: [String] = []
        /// What is longer than any name.
        var tooLong: [String] = []
        /// Contacts that nothing but their looks says are people.
        var guessed: [String] = []
    }

    private static let nameLimit = 200

    /// The paragraph's text with `**` around what is bold in it, all of it claimed.
    static func marked(_ paragraph: Paragraph) -> String {
        let whole = paragraph.whole.trimmed
        paragraph.claim(whole.range)
        let text = whole.read
        guard !paragraph.looks.isBold, !paragraph.bold.isEmpty, !text.contains("*") else { return text }
        var marked = ""
        var at = whole.range.lowerBound
        for range in paragraph.bold {
            let bold = Span(
                paragraph,
                max(
                    range.lowerBound, at)..<max(
                        min(range.upperBound, whole.range.upperBound), max(range.lowerBound, at))
            ).trimmed
            if bold.isEmpty { continue }
            marked += paragraph.text[at..<bold.range.lowerBound] + "**" + bold.text + "**"
            at = bold.range.upperBound
        }
        marked += paragraph.text[at..<whole.range.upperBound]
        return Layout.unwrapped(marked[...])
    }

    /// «Huvudansvar: Polisen. Medverkar: skolan»: what stands behind each label, and whether it leads.
    private static func labelled(_ text: String) -> [(text: String, lead: Bool)] {
        var parts: [(text: String, lead: Bool)] = []
        var lead = false
        var current = ""
        for part in text.split(separator: ":", omittingEmptySubsequences: false).map(String.init) {
            // The label is the last words before a colon.
            let cut = part.lastIndex { ".;,\n".contains($0) }
            let label = cut.map { part[part.index(after: $0)...].trimmed } ?? part.trimmed
            let isLead = ["huvudansvar", "huvudansvarig", "ansvarig", "ansvar", "samordnar", "leder"].contains(
                label.key)
            if isLead
                || [
                    "medverkar", "medverkande", "övriga", "stödjer", "stöd", "deltar", "deltagare", "i samverkan med",
                    "samverkar",
                ].contains(label.key)
            {
                current += cut.map { String(part[..<$0]) } ?? ""
                if !current.trimmed.isEmpty { parts.append((current, lead)) }
                (current, lead) = ("", isLead)
            } else {
                current += (current.isEmpty ? "" : ":") + part
            }
        }
        if !current.trimmed.isEmpty { parts.append((current, lead)) }
        return parts.count > 1 || parts.first?.lead == true ? parts : [(text, false)]
    }

    static func parse(_ text: String) -> Parsed {
        var parsed = Parsed()
        var text = text
        // An address in parentheses is the contact's, not part of a name.
        while let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")"),
            self.isAddress(String(text[open..<close]))
        {
            parsed.surplus.append(text[text.index(after: open)..<close].trimmed)
            text.removeSubrange(open...close)
        }
        for part in self.labelled(text) {
            let read = self.parseOne(part.text)
            parsed.entries += read.entries.enumerated().map { place, entry in
                var entry = entry
                entry.lead = part.lead && place == 0
                return entry
            }
            parsed.loose += read.loose
            parsed.surplus += read.surplus
            parsed.tooLong += read.tooLong
            parsed.guessed += read.guessed
        }
        return parsed
    }

    /// What somebody is, in small letters: «socialchef», «rektor».
    private static func isFunction(_ name: String) -> Bool {
        name.first?.isLowercase == true
            && [
                "chef", "rektor", "strateg", "samordnare", "handläggare", "polis", "ledare", "direktör", "kurator",
                "utvecklare",
            ].contains { name.key.hasSuffix($0) }
    }

    private static func parseOne(_ text: String) -> Parsed {
        var parsed = Parsed()
        var waiting: String?
        var rest = Substring(text)
        func take(_ names: Substring, into parsed: inout Parsed) {
            for part in Self.split(names) {
                let name = Self.name(part)
                guard !name.isEmpty else { continue }
                if name.count > Self.nameLimit {
                    parsed.tooLong.append(name)
                } else if Self.isAddress(name) {
                    parsed.surplus.append(name)
                } else if let last = parsed.entries.indices.last, parsed.entries[last].contact == nil,
                    name.contains(" "), Self.isPerson(name)
                {
                    // «Fritidsenheten, Anna Exempel».
                    parsed.entries[last].contact = name
                    parsed.guessed.append(name)
                } else if let last = parsed.entries.indices.last, parsed.entries[last].contact == nil,
                    parsed.entries[last].name.contains(" "), Self.isPerson(parsed.entries[last].name),
                    Self.isFunction(name)
                {
                    // «Anna Exempel, socialchef».
                    let person = parsed.entries[last].name
                    parsed.entries[last] = Entry(name: name, contact: person)
                    parsed.guessed.append(person)
                } else if let colon = name.firstIndex(of: ":"), Self.isPerson(name[name.index(after: colon)...].trimmed)
                {
                    // «Fritidsenheten: Anna».
                    let person = name[name.index(after: colon)...].trimmed
                    parsed.entries.append(Entry(name: name[..<colon].trimmed, contact: person))
                    parsed.guessed.append(person)
                } else {
                    parsed.entries.append(Entry(name: name, contact: waiting))
                    waiting = nil
                }
            }
        }
        while let match = Self.contact(in: rest) {
            take(rest[..<match.range.lowerBound], into: &parsed)
            let names = match.text.prefix(Self.nameLimit).replacing("**", with: "").replacing(" och ", with: ",").split(
                separator: ","
            ).map { $0.trimmed }.filter { !$0.isEmpty }
            if let contact = names.first {
                if let last = parsed.entries.indices.last, parsed.entries[last].contact == nil {
                    parsed.entries[last].contact = contact
                } else if waiting == nil, parsed.entries.isEmpty {
                    waiting = contact
                } else {
                    parsed.loose.append(contact)
                }
                if match.isGuess { parsed.guessed.append(contact) }
                parsed.surplus += names.dropFirst()
            }
            rest = rest[match.range.upperBound...]
        }
        take(rest, into: &parsed)
        if let waiting { parsed.loose.append(waiting) }
        return parsed
    }

    /// The first contact: «(**Anna**)», «**(Anna)**», «(**Anna**, **Bo**)», «(Kontakt: Anna)», «(Anna Exempel)». Looks
    /// at each pair of parentheses once.
    private static func contact(in text: Substring) -> (range: Range<Substring.Index>, text: String, isGuess: Bool)? {
        var rest = text
        while let start = rest.firstIndex(of: "(") {
            let inner = rest[rest.index(after: start)...]
            guard let end = inner.firstIndex(where: { $0 == ")" || $0 == "(" }) else { return nil }
            guard inner[end] == ")" else {
                // An inner parenthesis: the outer one is no contact's.
                rest = inner[end...]
                continue
            }
            let content = String(inner[..<end]).trimmed
            let after = inner.index(after: end)
            if content.count > 4, content.hasPrefix("**"), content.hasSuffix("**") {
                return (start..<after, String(content.dropFirst(2).dropLast(2)), false)
            }
            if text[..<start].hasSuffix("**"), text[after...].hasPrefix("**"), !content.isEmpty, !content.contains("*")
            {
                return (text.index(start, offsetBy: -2)..<text.index(after, offsetBy: 2), content, false)
            }
            for label in ["kontaktperson", "kontakt"] where content.lowercased().hasPrefix(label) {
                let named = String(content.dropFirst(label.count)).trimmed
                if named.hasPrefix(":"), !named.dropFirst().allSatisfy(\.isBlank) {
                    return (start..<after, String(named.dropFirst()).trimmed, false)
                }
            }
            if self.isPerson(content) { return (start..<after, content, true) }
            rest = inner[after...]
        }
        return nil
    }

    /// One to three names: a capital and small letters each, and no word of an organisation's.
    private static func isPerson(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...3).contains(words.count),
            words.allSatisfy({ word in
                word.count >= 2 && word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
                    && word.allSatisfy { $0.isAlphabetic || $0 == "-" || $0 == "." }
            })
        else { return false }
        let key = text.key
        return ![
            "polis", "kommun", "enhet", "förvaltning", "nämnd", "skola", "grupp", "råd", "kontor", "tjänst", "bolag",
            "förening", "avdelning", "samordn", "chef",
        ].contains(where: key.contains)
    }

    /// A telephone number or an address, not who answers for anything.
    private static func isAddress(_ name: String) -> Bool {
        name.contains("@") || name.count(where: \.isNumeric) >= 6
    }

    /// At commas and semicolons, but not within parentheses.
    private static func split(_ text: Substring) -> [Substring] {
        var depth = 0
        return text.split { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            return depth == 0 && (character == "," || character == ";" || character == "\n")
        }.reduce(into: [Substring]()) { parts, part in
            // «Miljö-, bygg- och räddningsnämnden» is one.
            if let last = parts.last, last.hasSuffix("-") {
                parts[parts.count - 1] = text[last.startIndex..<part.endIndex]
            } else {
                parts.append(part)
            }
        }.flatMap { self.split(Substring($0), at: [" i samverkan med ", " tillsammans med ", " i samarbete med "]) }
    }

    private static func split(_ text: Substring, at words: [String]) -> [Substring] {
        for word in words {
            if let range = text.firstRange(of: word) {
                return [text[..<range.lowerBound]] + self.split(text[range.upperBound...], at: words)
            }
        }
        return [text]
    }

    private static func name(_ text: Substring) -> String {
        var name = text.replacing("**", with: "").trimmed
        for lead in ["och ", "samt ", "i samverkan med ", "tillsammans med "] where name.lowercased().hasPrefix(lead) {
            name = String(name.dropFirst(lead.count))
        }
        return name.trimmingSuffix(".:-–").split(whereSeparator: \.isBlank).joined(separator: " ")
    }
}
