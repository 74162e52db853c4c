import NIOCore

/// Writes rows as comma-separated values (RFC 4180), in UTF-8 with a byte order mark, without which Excel reads other
/// letters.
struct CSVWriter: ~Copyable {
    /// A cell, as what it is meant.
    enum Cell: Sendable {
        /// What people have written, or none. What a spreadsheet would make a formula, a date or a number of begins with
        /// an apostrophe, which our own import takes away again.
        case text(String?)
        /// A number as PostgreSQL writes it; in the file with a decimal comma and no thousands separator.
        case number(String?)
        /// A day as `2024-03-25`, an id, or a word of the service's own.
        case plain(String?)
    }

    private var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let delimiter: UInt8

    /// - Parameter delimiter: a comma, or the semicolon that a Swedish Excel looks for.
    init(delimiter: UInt8 = UInt8(ascii: ",")) { self.delimiter = delimiter }

    consuming func finish() -> ByteBuffer { ByteBuffer(bytes: self.bytes) }

    mutating func row(_ cells: [Cell]) {
        for (number, cell) in cells.enumerated() {
            if number > 0 { self.bytes.append(self.delimiter) }
            switch cell {
            case .text(let text): self.write(text.map { Self.isMisread($0) ? "'" + $0 : $0 })
            case .number(let number): self.write(Swedish.number(number))
            case .plain(let text): self.write(text)
            }
        }
        self.bytes += [0x0D, 0x0A]
    }

    private mutating func write(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        let needsQuotes = text.utf8.contains {
            $0 == self.delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x2C || $0 == 0x3B
        }
        guard needsQuotes || text.first == " " || text.last == " " else {
            self.bytes += text.utf8
            return
        }
        self.bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { self.bytes.append(byte) }
            self.bytes.append(byte)
        }
        self.bytes.append(0x22)
    }

    /// Whether a spreadsheet would not keep the text as it is: it begins a formula (`= + - @`, with blanks before it,
    /// too), or is nothing but numbers and names of months, as «15 maj» and «2024-1», or a truth value.
    static func isMisread(_ text: String) -> Bool {
        let bare = Substring(text).trimmingBlanks
        guard let first = bare.unicodeScalars.first else { return false }
        // An apostrophe is doubled, so that one of the text's own stays.
        if "=+-@'＝＋－＠".unicodeScalars.contains(first) || text.unicodeScalars.first == "\t" { return true }
        if bare.utf8.count > 40 { return false }
        if !bare.allSatisfy({ $0.isLetter || $0.isNumber || $0.isWhitespace || ".,:/-%".contains($0) }) { return false }
        let words = bare.lowercased().split { !($0.isLetter || $0.isNumber) }
        if words.count == 1, ["sant", "falskt", "true", "false"].contains(words[0]) { return true }
        return words.contains { $0.first?.isNumber == true } && words.allSatisfy(Self.isOfNumberOrDate)
    }

    private static let months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]

    private static func isOfNumberOrDate(_ word: Substring) -> Bool {
        word.first?.isNumber == true && word.count < 12 && word.allSatisfy { $0.isNumber || $0 == "e" || $0 == "t" }
            || Self.months.contains { word.hasPrefix($0) } || ["kr", "am", "pm", "kl", "den"].contains(word)
    }
}
