/// Swedish personal identity numbers and coordination numbers (folkbokföringslagen 18 §, 1991:481): they have no place in
/// this service's texts.
public enum PersonalIdentityNumber {
    /// Whether the text holds a valid one: ten or twelve digits, with a dash, `+`, a blank or nothing before the last four, a day
    /// that can be (coordination numbers add 60), and the right check digit.
    public static func isPresent(in text: some StringProtocol) -> Bool {
        self.firstLine(in: text) != nil
    }

    /// What may stand before the last four digits: hyphens and dashes of all kinds (a word processor puts in its own), the
    /// plus of those over a hundred, a blank.
    private static let separators: Set<Unicode.Scalar> = [
        "-", "+", " ", "\u{A0}", "\u{AD}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{202F}",
    ]

    /// The line, from 1, of the first one.
    public static func firstLine(in text: some StringProtocol) -> Int? {
        var line = 1
        var digits: [UInt8] = []
        /// How many digits stood before the separator, if there was one.
        var separatedAt: Int?
        func isNumber() -> Bool { self.isValid(digits, separatedAt: separatedAt) }
        for scalar in text.unicodeScalars {
            if (0x30...0x39).contains(scalar.value) {
                digits.append(UInt8(scalar.value) - 0x30)
            } else if [6, 8].contains(digits.count), separatedAt == nil, Self.separators.contains(scalar) {
                separatedAt = digits.count
            } else {
                if isNumber() { return line }
                digits = []
                separatedAt = nil
                if scalar == "\n" { line += 1 }
            }
        }
        return isNumber() ? line : nil
    }

    private static func isValid(_ all: [UInt8], separatedAt: Int?) -> Bool {
        guard all.count == 10 || all.count == 12, separatedAt == nil || separatedAt == all.count - 4 else { return false }
        let digits = Array(all.suffix(10))
        if all.count == 12, !["18", "19", "20"].contains("\(all[0])\(all[1])") { return false }
        let month = Int(digits[2]) * 10 + Int(digits[3])
        let day = Int(digits[4]) * 10 + Int(digits[5])
        guard (1...12).contains(month), (1...31).contains(day) || (61...91).contains(day) else { return false }
        // Luhn: every other digit doubled from the first, digit sums added, a multiple of ten.
        let sum = digits.enumerated().reduce(0) { sum, item in
            let value = Int(item.element) * (item.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        return sum.isMultiple(of: 10)
    }
}
