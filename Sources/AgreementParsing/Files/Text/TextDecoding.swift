/// What a text file's bytes say.
enum TextDecoding {
    struct Decoded {
        let text: String
        /// It was in an encoding that doesn't say so itself: somebody should look at its letters.
        let isGuess: Bool
    }

    /// UTF-8, UTF-16 with a byte order mark, or Windows-1252.
    /// - Throws: ``DocumentError/notText`` for anything else.
    static func decode(_ bytes: [UInt8]) throws(DocumentError) -> Decoded {
        if let units = self.utf16Units(bytes) {
            guard !units.contains(0), let text = String(validating: units, as: UTF16.self) else { throw .notText }
            return Decoded(text: text, isGuess: false)
        }
        if bytes.contains(0) { throw .notText }
        if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: text, isGuess: false) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            if byte < 0x80 || byte >= 0xA0 {
                scalars.append(Unicode.Scalar(byte))
            } else {
                // Five of these mean nothing in Windows-1252.
                guard let scalar = Self.upper[Int(byte) - 0x80] else { throw .notText }
                scalars.append(scalar)
            }
        }
        let text = String(scalars)
        // Letters are what tells a text in this encoding from bytes that happen to have none that it lacks.
        let foreign = bytes.count { $0 >= 0x80 }
        let swedish = text.count { "åäöÅÄÖéÉüÜ–—…«»”“’‘•§°½©".contains($0) }
        if swedish * 2 < foreign { throw .notText }
        return Decoded(text: text, isGuess: true)
    }

    /// What follows a mark of UTF-16; nil without one, or when half a unit is left over.
    static func utf16Units(_ bytes: [UInt8]) -> [UInt16]? {
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else {
            return nil
        }
        let (high, low) = bytes[0] == 0xFE ? (0, 1) : (1, 0)
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for place in stride(from: 2, to: bytes.count, by: 2) {
            units.append(UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + low]))
        }
        return units
    }

    /// 0x80 to 0x9F.
    private static let upper: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
