/// Swedish personal identity numbers and coordination numbers (folkbokföringslagen 18 §, 1991:481): they have no place in
/// this service's texts.
public enum PersonalIdentityNumber {
    /// Whether the text holds a valid one: ten or twelve digits, with `-` or `+` or nothing before the last four, a day
    /// that can be (coordination numbers add 60), and the right check digit.
    public static func isPresent(in text: some StringProtocol) -> Bool {
        self.firstLine(in: text) != nil
    }

    /// The line, from 1, of the first one.
    public static func firstLine(in text: some StringProtocol) -> Int? {
        var line = 1
        var digits: [UInt8] = []
        /// How many digits stood before the separator, if there was one.
        var separatedAt: Int?
        func isNumber() -> Bool { self.isValid(digits, separatedAt: separatedAt) }
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) {
                digits.append(byte - 0x30)
            } else if byte == 0x2D || byte == 0x2B, [6, 8].contains(digits.count), separatedAt == nil {
                separatedAt = digits.count
            } else {
                if isNumber() { return line }
                digits = []
                separatedAt = nil
                if byte == 0x0A { line += 1 }
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
