/// The text of a paragraph as it is put together out of pieces, and how all of it looks.
struct InlineText {
    private(set) var text = ""
    private(set) var bold: [Range<Int>] = []
    /// What the page doesn't show, and what it shows struck through.
    private(set) var hidden = ""
    private(set) var struck = ""
    private var letters = 0
    private var boldLetters = 0
    private var underlinedLetters = 0
    private var capitalLetters = 0
    private var size: Int?

    mutating func hide(_ text: String) { self.hidden += text }

    mutating func append(_ text: String, _ looks: TextLooks) {
        if looks.isHidden == true {
            self.hidden += text
            return
        }
        if looks.isStruck == true {
            self.struck += text
            return
        }
        let start = self.text.utf8.count
        self.text += text
        let letters = Self.letters(text)
        self.letters += letters
        if looks.isBold == true {
            self.boldLetters += letters
            if let last = self.bold.last, last.upperBound == start {
                self.bold[self.bold.count - 1] = last.lowerBound..<self.text.utf8.count
            } else {
                self.bold.append(start..<self.text.utf8.count)
            }
        }
        if looks.isUnderlined == true { self.underlinedLetters += letters }
        if looks.isCapitals == true || letters > 0 && !Self.hasSmall(text) { self.capitalLetters += letters }
        if letters > 0, let size = looks.size { self.size = max(size, self.size ?? 0) }
    }

    private static func letters(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { count, scalar in
            let value = scalar.value
            if value < 0x80 {
                return count + (value >= 0x30 && value <= 0x39 || value & 0xDF >= 0x41 && value & 0xDF <= 0x5A ? 1 : 0)
            }
            return count + (scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? 1 : 0)
        }
    }

    private static func hasSmall(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            $0.value < 0x80 ? $0.value >= 0x61 && $0.value <= 0x7A : $0.properties.isLowercase
        }
    }

    /// How the whole looks; levels and lists are the paragraph's.
    var looks: Paragraph.Looks {
        var looks = Paragraph.Looks()
        looks.isBold = self.letters > 0 && self.boldLetters == self.letters
        looks.isUnderlined = self.letters > 0 && self.underlinedLetters == self.letters
        looks.isCapitals = self.letters > 0 && self.capitalLetters == self.letters
        looks.size = self.size
        return looks
    }
}
