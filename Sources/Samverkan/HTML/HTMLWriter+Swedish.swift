/// What papers are made of, beside elements.
extension HTMLWriter {
    typealias Value = WrittenJSON.Value

    /// Running text as people have written it: paragraphs between empty lines, lists of lines that begin with a dash or a
    /// bullet, and their line ends.
    mutating func prose(_ value: Value) {
        // Most are one line, which is written from where it stands.
        let isWritten = value.withPlainBytes { bytes in
            guard let bytes, let first = bytes.first, let last = bytes.last,
                // No bullet or blank begins with 0xC3, as many letters do.
                Self.isInk(first) && ![0x2A, 0x2D].contains(first) || first == 0xC3, Self.isInk(last)
            else { return false }
            self.element(.p) { html in html.text(utf8: bytes) }
            self.line()
            return true
        }
        if !isWritten, let text = value.text { self.prose(text) }
    }

    /// A string of a document; nothing for what is none.
    mutating func text(_ value: Value) {
        let isWritten = value.withPlainBytes { bytes in
            if let bytes { self.text(utf8: bytes) }
            return bytes != nil
        }
        if !isWritten, let text = value.text { self.text(text) }
    }

    /// A visible character of ASCII.
    private static func isInk(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

    mutating func prose(_ text: String) {
        var lines: [Substring] = []
        var items: [Substring] = []
        func ended(_ html: inout HTMLWriter) {
            if !lines.isEmpty {
                html.element(.p) { html in
                    for (number, line) in lines.enumerated() {
                        if number > 0 { html.empty(.br) }
                        html.text(String(line))
                    }
                }
                html.line()
            }
            if !items.isEmpty {
                html.element(.ul) { html in
                    for item in items { html.element(.li, text: String(item)) }
                }
                html.line()
            }
            (lines, items) = ([], [])
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.trimmingBlanks
            if line.isEmpty {
                ended(&self)
            } else if let item = Self.item(line) {
                if !lines.isEmpty { ended(&self) }
                items.append(item)
            } else {
                if !items.isEmpty { ended(&self) }
                lines.append(line)
            }
        }
        ended(&self)
    }

    /// What stands behind the bullet of a line.
    private static func item(_ line: Substring) -> Substring? {
        guard let first = line.utf8.first, [0x2A, 0x2D, 0xC2, 0xE2].contains(first) else { return nil }
        for bullet in ["– ", "- ", "• ", "* ", "· "] where line.hasPrefix(bullet) {
            return line.dropFirst(bullet.count).trimmingBlanks
        }
        return nil
    }

    /// A heading, and below it running text; nothing when there is none.
    mutating func section(_ heading: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        self.element(.section) { html in
            html.element(.h2, text: heading)
            html.line()
            html.prose(text)
        }
        self.line()
    }

    /// Names and what they stand for; those without a value are left out.
    mutating func facts(_ facts: [(name: String, value: String?)]) {
        let facts = facts.filter { $0.value?.isEmpty == false }
        if facts.isEmpty { return }
        self.element(.dl) { html in
            for fact in facts {
                html.element(.div) { html in
                    html.element(.dt, text: fact.name)
                    html.element(.dd, text: fact.value ?? "")
                }
            }
        }
        self.line()
    }

    /// A table's head.
    mutating func head(_ columns: StaticString...) {
        self.element(.thead) { html in
            html.element(.tr) { html in
                for column in columns { html.element(.th, .scope("col"), text: "\(column)") }
            }
        }
        self.line()
    }

    /// A cell with a text.
    mutating func cell(under column: StaticString, _ text: String?) {
        self.element(.td, .under(column), text: text ?? "")
    }

    /// A line within a cell, after what it is: «Mål: minst 20 kontroller»; nothing without a value.
    mutating func note(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        self.element(.p, .kind("note")) { html in
            html.element(.span, .kind("name")) { html in
                html.text(name)
                html.text(": ")
            }
            guard value.utf8.contains(0x0A) else { return html.text(value) }
            for (number, line) in value.split(separator: "\n").enumerated() {
                if number > 0 { html.empty(.br) }
                html.text(String(line))
            }
        }
    }
}

extension String {
    /// Without the full stop that some write behind a heading.
    var heading: String { self.hasSuffix(".") && !self.hasSuffix("..") ? String(self.dropLast()) : self }
}

extension String {
    /// With a full stop, where more follows and none stands there.
    func sentence(if goesOn: Bool) -> String {
        goesOn && self.last.map { !".!?:".contains($0) } == true ? self + "." : self
    }
}

extension Substring {
    var trimmingBlanks: Substring {
        if let first = self.utf8.first, let last = self.utf8.last, (0x21...0x7E).contains(first),
            (0x21...0x7E).contains(last)
        {
            return self
        }
        var text = self
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text.drop { $0.isWhitespace }
    }
}

/// Values as they are written in Swedish.
enum Swedish {
    /// «2020-01-01–2020-12-31», one day as itself, and an open end as «tills vidare».
    static func period(_ period: WrittenJSON.Value) -> String? {
        guard let start = period["start"].text else { return nil }
        guard let end = period["end"].text else { return "\(start) tills vidare" }
        return start == end ? start : "\(start) – \(end)"
    }

    /// «3,5», and never a thousands separator.
    static func number(_ number: String?) -> String? { number?.replacing(".", with: ",") }

    /// «ungefär 80 samtal».
    static func quantity(_ value: WrittenJSON.Value) -> String? {
        guard let number = Self.number(value["quantity"].text) else { return nil }
        return (value["approximate"].isTrue ? "ungefär " : "")
            + ([number] + [value["unit"].text].compactMap(\.self))
            .joined(separator: " ")
    }

    /// «KF 2024-03-25 § 41».
    static func decision(_ decision: WrittenJSON.Value) -> String? {
        let parts = [decision["body"].text, decision["date"].text, decision["paragraph"].text.map(Self.paragraph)]
        let text = parts.compactMap(\.self).joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    /// «§ 41», also of what was written «41» or «§41».
    static func paragraph(_ text: String) -> String {
        let number = text.drop { $0 == "§" || $0.isWhitespace }
        return "§ \(number)"
    }

    /// «a, b och c».
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " och " + last
    }
}
