/// A text's words and marks, each with where it stands: what rules look at, so that each looks at a text once.
struct Words {
    struct Word {
        /// Small letters, one kind of dash.
        let key: String
        let range: Range<String.Index>
        /// Blanks stand before it.
        let isApart: Bool
    }

    let text: String
    let words: [Word]

    /// Runs of letters, runs of digits, and each mark by itself.
    init(_ text: String) {
        enum Kind { case letters, digits, blank, mark }
        func kind(_ scalar: Unicode.Scalar) -> Kind {
            switch scalar.value {
            case 0x30...0x39: return .digits
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF: return .letters
            case 0x20, 9...13, 0xA0: return .blank
            case 0..<0x80: return .mark
            default: break
            }
            // What stands above or below a letter belongs to it.
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType != nil
                || properties.canonicalCombiningClass != .notReordered
            {
                return .letters
            }
            return properties.isWhitespace ? .blank : .mark
        }
        var words: [Word] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var isApart = true
        while index < scalars.endIndex {
            let first = kind(scalars[index])
            var end = scalars.index(after: index)
            while end < scalars.endIndex, first != .mark, kind(scalars[end]) == first {
                end = scalars.index(after: end)
            }
            if first == .blank {
                isApart = true
            } else {
                words.append(Word(key: text[index..<end].key, range: index..<end, isApart: isApart))
                isApart = false
            }
            index = end
        }
        self.text = text
        self.words = words
    }

    var count: Int { self.words.count }

    subscript(_ index: Int) -> String { self.words.indices.contains(index) ? self.words[index].key : "" }

    func number(_ index: Int) -> Int? { self[index].utf8.count <= 8 ? Int(self[index]) : nil }

    /// Whether these words stand here, one after the other, marks included.
    func stand(_ keys: [String], at index: Int) -> Bool {
        index + keys.count <= self.words.count && keys.indices.allSatisfy { self.words[index + $0].key == keys[$0] }
    }
}
