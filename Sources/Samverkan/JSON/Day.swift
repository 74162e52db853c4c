import Postgres

/// A calendar day, `YYYY-MM-DD`, that the calendar has.
struct Day: Equatable, Comparable, PostgresBindable {
    let text: String

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
    }

    static func < (left: Day, right: Day) -> Bool { left.text < right.text }
    var postgresParameter: Parameter { .text(self.text) }
}
