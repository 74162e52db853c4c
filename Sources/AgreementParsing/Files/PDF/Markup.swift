/// Walks through the markup that poppler's programs print. It is regular but not always well formed: what they find in
/// a PDF they print as it is.
struct Markup {
    enum Event { case start, end, text }

    private let bytes: [UInt8]
    private var place = 0
    /// The name of the element that began or ended, or the bytes of a text.
    private var piece = 0..<0
    /// All of the tag.
    private var tag = 0..<0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Returns: nil at the end.
    mutating func next() -> Event? {
        guard self.place < self.bytes.count else { return nil }
        if self.bytes[self.place] != UInt8(ascii: "<") {
            let end = self.bytes[self.place...].firstIndex(of: UInt8(ascii: "<")) ?? self.bytes.count
            self.piece = self.place..<end
            self.place = end
            return .text
        }
        let isEnd = self.place + 1 < self.bytes.count && self.bytes[self.place + 1] == UInt8(ascii: "/")
        let close = self.bytes[self.place...].firstIndex(of: UInt8(ascii: ">")) ?? self.bytes.count
        let start = min(close, self.place + (isEnd ? 2 : 1))
        var end = start
        while end < close, self.bytes[end] > 0x20, self.bytes[end] != UInt8(ascii: "/") { end += 1 }
        self.piece = start..<end
        self.tag = self.place..<close
        self.place = min(self.bytes.count, close + 1)
        return isEnd ? .end : .start
    }

    func isNamed(_ name: StaticString) -> Bool {
        name.utf8CodeUnitCount == self.piece.count && name.withUTF8Buffer { $0.elementsEqual(self.bytes[self.piece]) }
    }

    var text: String {
        var text = String(decoding: self.bytes[self.piece], as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&#160;", "\u{A0}"),
            ("&nbsp;", "\u{A0}"), ("&amp;", "&"),
        ] {
            text = text.replacing(entity, with: character)
        }
        return text
    }

    /// An attribute's characters as they stand.
    func attribute(_ name: StaticString) -> ArraySlice<UInt8>? {
        let count = name.utf8CodeUnitCount
        return name.withUTF8Buffer { wanted in
            var at = self.tag.lowerBound
            while let mark = self.bytes[at..<self.tag.upperBound].firstIndex(of: UInt8(ascii: "=")) {
                let quote = mark + 1
                guard quote < self.tag.upperBound, self.bytes[quote] == UInt8(ascii: "\""),
                    let end = self.bytes[(quote + 1)..<self.tag.upperBound].firstIndex(of: UInt8(ascii: "\""))
                else { return nil }
                let start = mark - count
                if start > self.tag.lowerBound, self.bytes[start - 1] <= 0x20,
                    self.bytes[start..<mark].elementsEqual(wanted)
                {
                    return self.bytes[(quote + 1)..<end]
                }
                at = end + 1
            }
            return nil
        }
    }

    /// No page and no font is so large that a place on it has seven digits.
    func number(_ name: StaticString) -> Double? {
        self.attribute(name).flatMap { Self.numbers($0).first }.flatMap { abs($0) < 1_000_000 ? $0 : nil }
    }

    /// The decimal numbers within some characters, whatever stands between them.
    static func numbers(_ characters: ArraySlice<UInt8>) -> [Double] {
        var numbers: [Double] = []
        var at = characters.startIndex
        while at < characters.endIndex {
            var isNegative = false
            if characters[at] == UInt8(ascii: "-") {
                isNegative = true
                at += 1
            }
            var (value, scale, digits, isFraction) = (0.0, 1.0, 0, false)
            while at < characters.endIndex {
                let character = characters[at]
                if (0x30...0x39).contains(character) {
                    digits += 1
                    if isFraction {
                        scale /= 10
                        value += Double(character - 0x30) * scale
                    } else {
                        value = value * 10 + Double(character - 0x30)
                    }
                } else if character == UInt8(ascii: "."), !isFraction {
                    isFraction = true
                } else {
                    break
                }
                at += 1
            }
            if digits > 0 {
                numbers.append(isNegative ? -value : value)
            } else if !isNegative || at < characters.endIndex {
                at += 1
            }
        }
        return numbers
    }
}
