@_spi(_Unicode) import Swift

enum Layout {
    /// One text of a text file's lines. A word that was cut at a line's end is put together only where it is certain.
    static func unwrapped(_ text: Substring) -> String {
        var result = ""
        for line in text.split(separator: "\n") {
            let line = line.trimmed
            if line.isEmpty { continue }
            if result.isEmpty {
                result = line
            } else if result.hasSuffix("-"), result.dropLast().last?.isAlphabetic == true,
                line.first?.isLowercase == true, !["och ", "eller ", "samt "].contains(where: line.hasPrefix)
            {
                result.removeLast()
                result += line
            } else {
                result += " " + line
            }
        }
        return result
    }

    /// Nothing but what Swedish is written with, composed: letters of Latin-1, and marks that stand for themselves.
    private static func isNormal(_ text: String) -> Bool {
        text.withBytes { bytes in
            var at = 0
            while at < bytes.count {
                let byte = bytes[at]
                if byte < 0x80 {
                    if byte >= 0x0B && byte <= 0x0D { return false }
                    at += 1
                    continue
                }
                guard at + 1 < bytes.count else { return false }
                let next = bytes[at + 1]
                switch byte {
                case 0xC3: at += 2
                case 0xC2 where next != 0xAD && next != 0x85: at += 2
                // Dashes, quotation marks, bullets, ellipses.
                case 0xE2 where next == 0x80 && at + 2 < bytes.count && bytes[at + 2] >= 0x90 && bytes[at + 2] <= 0xA6:
                    at += 3
                default: return false
                }
            }
            return true
        }
    }

    /// NFC with single line feeds, without soft hyphens and what is invisible at a line's end.
    static func normalised(_ text: String) -> String {
        if self.isNormal(text) { return text }
        var scalars = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in text._nfc {
            defer { last = scalar }
            switch scalar {
            case "\u{AD}", "\u{FEFF}", "\u{200B}": continue
            case "\r": scalars.append("\n")
            case "\n" where last == "\r": continue
            case "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{85}": scalars.append("\n")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
