import AgreementParsing
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
            case .text(let text): self.write(text.map(SpreadsheetText.marked))
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
}
