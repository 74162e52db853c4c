extension StringProtocol {
    /// The text's bytes in UTF-8.
    func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        self.utf8.withContiguousStorageIfAvailable(body) ?? Array(self.utf8).withUnsafeBufferPointer(body)
    }

    /// For comparing: small letters, one kind of dash, blanks as single spaces. The text is composed already, so that
    /// each scalar stands for itself.
    var key: String { self.withBytes { Self.plainKey($0) } ?? self.scalarKey }

    /// The key of what Swedish is written with, a byte at a time; nil where a scalar is beyond that.
    private static func plainKey(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var isPlain = true
        let key = String(unsafeUninitializedCapacity: bytes.count) { out in
            var (count, at, isBlank) = (0, 0, true)
            func put(_ byte: UInt8) {
                out[count] = byte
                count += 1
            }
            func blank() {
                if !isBlank { put(0x20) }
                isBlank = true
            }
            while at < bytes.count {
                let byte = bytes[at]
                if byte < 0x80 {
                    at += 1
                    if byte == 0x20 || byte >= 9 && byte <= 13 {
                        blank()
                    } else {
                        isBlank = false
                        put(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
                    }
                    continue
                }
                let next = at + 1 < bytes.count ? bytes[at + 1] : 0
                if byte == 0xC3 {
                    // À to Þ have their small letters 32 further on; × stands among them.
                    isBlank = false
                    put(byte)
                    put(next <= 0x9E && next != 0x97 ? next + 0x20 : next)
                    at += 2
                } else if byte == 0xC2 {
                    at += 2
                    if next == 0xA0 || next == 0x85 {
                        blank()
                    } else {
                        isBlank = false
                        put(byte)
                        put(next)
                    }
                } else if byte == 0xE2, next == 0x80 || next == 0x88, at + 2 < bytes.count {
                    let last = bytes[at + 2]
                    at += 3
                    if next == 0x80, last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF {
                        blank()
                        continue
                    }
                    isBlank = false
                    if next == 0x80 && last >= 0x90 && last <= 0x94 || next == 0x88 && last == 0x92 {
                        put(0x2D)
                    } else {
                        put(byte)
                        put(next)
                        put(last)
                    }
                } else {
                    isPlain = false
                    return 0
                }
            }
            if isBlank, count > 0 { count -= 1 }
            return count
        }
        return isPlain ? key : nil
    }

    private var scalarKey: String {
        var key = ""
        var isBlank = true
        for scalar in self.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !isBlank { key.append(" ") }
                isBlank = true
                continue
            }
            isBlank = false
            switch scalar.value {
            case 0x2010...0x2014, 0x2212: key.append("-")
            default: key += scalar.properties.lowercaseMapping
            }
        }
        if key.hasSuffix(" ") { key.removeLast() }
        return key
    }

    /// Whether it has no more characters; most texts show it by their bytes.
    func isAtMost(_ count: Int) -> Bool {
        self.utf8.count <= count || self.utf8.count <= count * 8 && self.count <= count
    }

    var hasLines: Bool { self.utf8.contains(0x0A) }

    /// Where the text begins and ends without the blanks around it, in bytes.
    var trimmedBytes: Range<Int> {
        self.withBytes { bytes in
            var (start, end) = (0, bytes.count)
            while start < end {
                let width = Blank.width(bytes, at: start)
                if width == 0 { break }
                start += width
            }
            while end > start {
                var first = end - 1
                while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
                if Blank.width(bytes, at: first) != end - first { break }
                end = first
            }
            return start..<end
        }
    }

    var trimmed: String {
        let range = self.trimmedBytes
        return self.withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    func trimmingSuffix(_ characters: String) -> String {
        // A letter or digit at the end, as most texts have it.
        if let last = self.withBytes({ $0.last }),
            last >= 0x30 && last <= 0x39 || last | 0x20 >= 0x61 && last | 0x20 <= 0x7A,
            characters.utf8.allSatisfy({ $0 < 0x30 || $0 == 0x3A || $0 == 0x3B || $0 == 0x3F })
        {
            return String(self)
        }
        var slice = Substring(self)
        while let last = slice.last, characters.contains(last) || last.isBlank { slice.removeLast() }
        return String(slice)
    }

    /// For comparing names: small letters, no punctuation at the ends, single spaces.
    var comparisonKey: String {
        let small =
            self.withBytes { bytes in bytes.allSatisfy { $0 < 0xC0 || $0 == 0xC3 } }
            ? self.key : self.lowercased().split(whereSeparator: \.isBlank).joined(separator: " ")
        return small.trimmingSuffix(".,;:!").trimmed
    }
}

private enum Blank {
    /// How many bytes the blank takes that stands here; 0 for anything else.
    static func width(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x80 { return byte == 0x20 || byte >= 9 && byte <= 13 ? 1 : 0 }
        func follows(_ index: Int) -> UInt8 { place + index < bytes.count ? bytes[place + index] : 0 }
        switch byte {
        case 0xC2: return follows(1) == 0xA0 || follows(1) == 0x85 ? 2 : 0
        case 0xE1: return follows(1) == 0x9A && follows(2) == 0x80 ? 3 : 0
        case 0xE2:
            let last = follows(2)
            if follows(1) == 0x80 {
                return last >= 0x80 && last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
            }
            return follows(1) == 0x81 && last == 0x9F ? 3 : 0
        case 0xE3: return follows(1) == 0x80 && follows(2) == 0x80 ? 3 : 0
        default: return 0
        }
    }
}

/// Looking for a text in another, byte by byte: both are composed, and the library's own search prepares itself anew
/// each time.
extension StringProtocol {
    func contains(_ other: String) -> Bool { self.place(of: other, from: 0) != nil }

    func firstRange(of other: String) -> Range<String.Index>? {
        self.place(of: other, from: 0).map { self.range($0, other) }
    }

    func ranges(of other: String) -> [Range<String.Index>] {
        if other.isEmpty { return [] }
        var ranges: [Range<String.Index>] = []
        var from = 0
        while let place = self.place(of: other, from: from) {
            ranges.append(self.range(place, other))
            from = place + other.utf8.count
        }
        return ranges
    }

    private func range(_ place: Int, _ other: String) -> Range<String.Index> {
        let start = self.utf8.index(self.startIndex, offsetBy: place)
        return start..<self.utf8.index(start, offsetBy: other.utf8.count)
    }

    private func place(of other: String, from: Int) -> Int? {
        self.withBytes { bytes in
            other.withBytes { wanted in
                guard let first = wanted.first, bytes.count - from >= wanted.count else {
                    return wanted.isEmpty ? from : nil
                }
                var place = from
                while place <= bytes.count - wanted.count {
                    if bytes[place] == first, (1..<wanted.count).allSatisfy({ bytes[place + $0] == wanted[$0] }) {
                        return place
                    }
                    place += 1
                }
                return nil
            }
        }
    }
}

extension Character {
    /// The same as the library's, which looks into Unicode's tables for every letter.
    var isBlank: Bool {
        if let ascii = self.asciiValue { return ascii == 0x20 || ascii >= 9 && ascii <= 13 }
        return self.isWhitespace
    }

    var isAlphabetic: Bool {
        if let ascii = self.asciiValue { return ascii >= 0x41 && ascii <= 0x5A || ascii >= 0x61 && ascii <= 0x7A }
        return self.isLetter
    }

    var isNumeric: Bool {
        if let ascii = self.asciiValue { return ascii >= 0x30 && ascii <= 0x39 }
        return self.isNumber
    }
}
