/// Texts as cells of a file for spreadsheets, which would make something else of some of them: those begin with an
/// apostrophe there. Whoever writes such a file and whoever reads it go by the same rule, so that every text comes back.
package enum SpreadsheetText {
    private static let signs = "=+-@＝＋－＠"

    /// The text as it is written into a cell.
    package static func marked(_ text: String) -> String {
        let inner = Self.changed(text) { apostrophes in apostrophes + "'" }
        let bare = inner.utf8.first == 0x27 ? inner.drop { $0 == "'" } : Substring(inner)
        return Self.isMisread(bare) ? "'" + inner : inner
    }

    /// The text that a cell was written for.
    package static func unmarked(_ cell: String) -> String {
        let bare = cell.drop { $0 == "'" }
        let outer = cell.first == "'" && Self.isMisread(bare) ? String(cell.dropFirst()) : cell
        return Self.changed(outer) { apostrophes in String(apostrophes.dropFirst()) }
    }

    /// Whether a spreadsheet would not keep the text as it is: it begins a formula, with blanks before it, too, or is
    /// nothing but numbers and names of months, as «15 maj» and «2024-1», or a truth value.
    private static func isMisread(_ text: Substring) -> Bool {
        if text.unicodeScalars.first == "\t" { return true }
        let bare = text.drop { $0.isWhitespace }
        guard let first = bare.unicodeScalars.first else { return false }
        if Self.signs.unicodeScalars.contains(first) { return true }
        if bare.utf8.count > 40 { return false }
        if !bare.allSatisfy({ $0.isLetter || $0.isNumber || $0.isWhitespace || ".,:/-%".contains($0) }) { return false }
        let words = bare.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        if words.count == 1, ["sant", "falskt", "true", "false"].contains(words[0]) { return true }
        return words.contains { $0.first?.isNumber == true } && words.allSatisfy(Self.isOfNumberOrDate)
    }

    private static let words: Set<String> = [
        "jan", "januari", "feb", "februari", "mar", "mars", "apr", "april", "maj", "may", "jun", "juni", "jul", "juli",
        "aug", "augusti", "sep", "sept", "september", "okt", "oct", "oktober", "nov", "november", "dec", "december",
        "kr", "am", "pm", "kl", "den",
    ]

    private static func isOfNumberOrDate(_ word: String) -> Bool {
        word.first?.isNumber == true && word.count < 12 && word.allSatisfy { $0.isNumber || $0 == "e" || $0 == "t" }
            || Self.words.contains(word)
    }

    // MARK: Formulas within a text

    /// A program that divides at another sign than the file's makes cells of a text's parts. Where one of them would be
    /// a formula that does something, the apostrophes before its sign are changed.
    private static func changed(_ text: String, _ change: (String) -> String) -> String {
        // Nearly no text has both, which is seen by its bytes.
        guard text.utf8.contains(where: { $0 == 0x7C || $0 == 0x28 || $0 == 0x21 }),
            text.utf8.contains(where: { $0 == 0x2C || $0 == 0x3B || (0x09...0x0D).contains($0) })
        else { return text }
        var changed = ""
        for (place, part) in text.split(omittingEmptySubsequences: false, whereSeparator: Self.divides).enumerated() {
            if place > 0 { changed.append(text[text.index(before: part.startIndex)]) }
            let blanks = part.prefix { $0 == " " }
            let rest = part.dropFirst(blanks.count)
            let apostrophes = rest.prefix { $0 == "'" }
            let formula = rest.dropFirst(apostrophes.count)
            let acts =
                place > 0 && formula.unicodeScalars.first.map(Self.signs.unicodeScalars.contains) == true
                && formula.contains { "|(!".contains($0) }
            changed += acts ? blanks + change(String(apostrophes)) + formula : part
        }
        return changed
    }

    private static func divides(_ character: Character) -> Bool { ",;\t\n\r\r\n".contains(character) }
}
