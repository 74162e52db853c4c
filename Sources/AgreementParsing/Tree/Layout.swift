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
            } else if result.hasSuffix("-"), result.dropLast().last?.isLetter == true, line.first?.isLowercase == true, !["och ", "eller ", "samt "].contains(where: line.hasPrefix) {
                result.removeLast()
                result += line
            } else {
                result += " " + line
            }
        }
        return result
    }

    /// NFC with single line feeds, without soft hyphens and what is invisible at a line's end.
    static func normalised(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return text }
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

extension StringProtocol {
    /// For comparing: small letters, one kind of dash, blanks as single spaces. The text is composed already, so that each scalar
    /// stands for itself.
    var key: String {
        var key = ""
        key.reserveCapacity(self.utf8.count)
        var isBlank = true
        for scalar in self.unicodeScalars {
            let value = scalar.value
            if value == 0x20 || value < 0x80 && (value >= 9 && value <= 13) || value >= 0x80 && scalar.properties.isWhitespace {
                if !isBlank { key.append(" ") }
                isBlank = true
                continue
            }
            isBlank = false
            switch value {
            case 0x41...0x5A: key.unicodeScalars.append(Unicode.Scalar(UInt8(value + 0x20)))
            case 0..<0x80: key.unicodeScalars.append(scalar)
            case 0x2010...0x2014, 0x2212: key.append("-")
            default: key += scalar.properties.lowercaseMapping
            }
        }
        if key.hasSuffix(" ") { key.removeLast() }
        return key
    }
}

extension StringProtocol {
    var trimmed: String {
        var slice = Substring(self)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    func trimmingSuffix(_ characters: String) -> String {
        var slice = Substring(self)
        while let last = slice.last, characters.contains(last) || last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    /// For comparing names: small letters, no punctuation at the ends, single spaces.
    var comparisonKey: String {
        self.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingSuffix(".,;:!").trimmed
    }
}
