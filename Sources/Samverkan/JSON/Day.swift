import Postgres

/// A calendar day, `YYYY-MM-DD`, that the calendar has.
struct Day: Equatable, Comparable, PostgresBindable {
    let text: String
    let year: Int
    let month: Int
    let day: Int

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            bytes.enumerated().allSatisfy({ [4, 7].contains($0.offset) || (0x30...0x39).contains($0.element) }),
            let year = Int(text.prefix(4)), year >= 1,
            let month = Int(text.dropFirst(5).prefix(2)), let day = Int(text.suffix(2)), (1...12).contains(month)
        else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        guard (1...[31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]).contains(day) else {
            return nil
        }
        self.text = text
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// How many days later the other one is; negative if it is earlier.
    func days(until other: Day) -> Int { other.number - self.number }

    /// Days since a fixed one. The year is counted from March, so that a leap day is its last.
    private var number: Int {
        let (year, month) = self.month > 2 ? (self.year, self.month - 3) : (self.year - 1, self.month + 9)
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + self.day
    }

    static func < (left: Day, right: Day) -> Bool { left.text < right.text }
    var postgresParameter: Parameter { .text(self.text) }
}
