/// Marks within a line of text: bold, breaks, escapes.
enum TextMarks {
    /// A private character that stands for `\|`.
    static let escapedPipe = "\u{E000}"

    /// `<b>` and `<strong>` as `**`, a break as two spaces, Markdown's escapes undone. An escaped pipe stays marked
    /// until the cells are cut.
    static func normalised(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: { ["<", "\\", "&", "\u{A0}"].contains($0) }) else { return line }
        var text = line.replacing("\\|", with: Self.escapedPipe)
        for tag in ["<b>", "</b>", "<strong>", "</strong>", "<B>", "</B>", "<STRONG>", "</STRONG>"] {
            text = text.replacing(tag, with: "**")
        }
        for tag in ["<br>", "<br/>", "<br />", "<BR>"] { text = text.replacing(tag, with: "  ") }
        text = text.replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
        return Self.unescaped(text)
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("\\") else { return text }
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                if !"\\`*_{}[]()#+-.!|<>\"'~^$@".contains(character) { result.append("\\") }
                result.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return isEscaped ? result + "\\" : result
    }

    /// The text without its marks, and which bytes of it are bold.
    static func take(_ written: String) -> (text: String, bold: [Range<Int>], isBold: Bool) {
        guard written.contains("*") else { return (written, [], false) }
        var text = ""
        var bold: [Range<Int>] = []
        var start: Int?
        let parts = written.split(separator: "**", omittingEmptySubsequences: false)
        // A mark without its other half is a character like others.
        let pairs = parts.count.isMultiple(of: 2) ? parts.count - 1 : parts.count
        for (index, part) in parts.enumerated() {
            if index > 0 {
                if index < pairs {
                    if let begun = start {
                        if begun < text.utf8.count { bold.append(begun..<text.utf8.count) }
                        start = nil
                    } else {
                        start = text.utf8.count
                    }
                } else {
                    text += "**"
                }
            }
            text += Self.withoutEmphasis(part)
        }
        let letters = text.filter { $0.isAlphabetic || $0.isNumeric }.count
        let boldLetters = bold.reduce(0) { count, range in
            count
                + String(decoding: Array(text.utf8)[range], as: UTF8.self).filter { $0.isAlphabetic || $0.isNumeric }
                .count
        }
        return (text, bold, letters > 0 && letters == boldLetters)
    }

    /// Without the single stars around a word or more.
    private static func withoutEmphasis(_ text: Substring) -> String {
        guard text.contains("*") else { return String(text) }
        var result = ""
        var open: String.Index?
        var previous: Character = " "
        for index in text.indices {
            let character = text[index]
            defer { previous = character }
            guard character == "*" else {
                result.append(character)
                continue
            }
            let next = text.index(after: index)
            let follows = next < text.endIndex ? text[next] : " "
            if open == nil, previous.isBlank || previous == "(", !follows.isBlank, text[next...].contains("*") {
                open = index
            } else if open != nil, !previous.isBlank, follows.isBlank || follows.isPunctuation {
                open = nil
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// Paragraphs of a cell: separated by two or more spaces. Line feeds are of a table set with blanks.
    static func paragraphs(_ cell: String) -> [String] {
        var paragraphs: [String] = []
        var current = ""
        var spaces = 0
        for character in cell {
            if character == " " || character == "\u{A0}" {
                spaces += 1
                continue
            }
            if spaces >= 2, !current.isEmpty {
                paragraphs.append(current)
                current = ""
            } else if spaces == 1, !current.isEmpty {
                current.append(" ")
            }
            spaces = 0
            current.append(character)
        }
        if !current.isEmpty { paragraphs.append(current) }
        return paragraphs
    }
}
