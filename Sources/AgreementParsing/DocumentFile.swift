/// A document as its file came, read in the process that asks: see `samverkan-read`, which is that process.
public enum DocumentFile {
    /// No agreement with its plan is longer: bytes of text, and lines.
    public static let textLimit = 300_000
    public static let lineLimit = 5_000

    /// Reads text in UTF-8.
    /// - Throws: ``DocumentError``.
    public static func read(text bytes: [UInt8], municipality: String, district: String) throws(DocumentError) -> AgreementDocument {
        if bytes.isEmpty { throw .empty }
        guard bytes.count <= self.textLimit, bytes.count(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) <= self.lineLimit else { throw .tooLarge }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { throw .notUTF8 }
        if let line = PersonalIdentityNumber.firstLine(in: text) { throw .holdsPersonalIdentityNumber(line: line) }
        return try DocumentReader.read(text, municipality: municipality, district: district)
    }

    /// Reads what pandoc made of a word processor's file.
    /// - Throws: ``DocumentError``.
    public static func read(pandocJSON json: [UInt8], municipality: String, district: String) throws(DocumentError) -> AgreementDocument {
        try self.read(text: Array(WordDocument.text(pandocJSON: json).utf8), municipality: municipality, district: district)
    }
}

/// What the reading process answers with.
public enum Reading: Codable, Sendable {
    case document(AgreementDocument)
    case refusal(DocumentError)
}

/// What a .docx file, a ZIP archive, says of itself, before anything in it is unpacked.
public enum WordArchive {
    private static let textLimit = 20_000_000
    private static let wholeLimit = 100_000_000
    private static let expansionLimit = 200
    private static let entryLimit = 2_000

    /// - Throws: ``DocumentError/tooLarge`` for an archive whose text is larger than any document's or expands more than text
    ///   does; ``DocumentError/unreadable`` for what is no such archive.
    public static func check(_ bytes: [UInt8]) throws(DocumentError) {
        func number(_ offset: Int, _ width: Int) throws(DocumentError) -> Int {
            guard offset >= 0, offset + width <= bytes.count else { throw .unreadable }
            return (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        // The list of what is in it stands at the end, before a comment of at most 64 kB (APPNOTE 4.3.16).
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), bytes.count >= 22 else { throw .unreadable }
        var end = bytes.count - 22
        while bytes[end..<(end + 4)] != [0x50, 0x4B, 0x05, 0x06] {
            end -= 1
            if end < max(0, bytes.count - 65_557) { throw .unreadable }
        }
        let count = try number(end + 10, 2)
        var entry = try number(end + 16, 4)
        if count > self.entryLimit { throw .tooLarge }
        var (whole, hasText) = (0, false)
        for _ in 0..<count {
            guard try number(entry, 4) == 0x0201_4B50 else { throw .unreadable }
            let (packed, size) = (try number(entry + 20, 4), try number(entry + 24, 4))
            let (nameLength, more) = (try number(entry + 28, 2), try number(entry + 30, 2) + number(entry + 32, 2))
            guard entry + 46 + nameLength <= bytes.count else { throw .unreadable }
            whole += size
            if bytes[(entry + 46)..<(entry + 46 + nameLength)].elementsEqual("word/document.xml".utf8) {
                hasText = true
                if size > self.textLimit || size > packed * self.expansionLimit { throw .tooLarge }
            }
            entry += 46 + nameLength + more
        }
        if whole > self.wholeLimit { throw .tooLarge }
        if !hasText { throw .unreadable }
    }
}
