/// A body's meetings of a year as a list that somebody pastes: a line for each, with the day of the meeting and, in any
/// order, the last day for papers, which is the earlier of the two; and perhaps a time.
///
/// Days are written 2026-03-04, 4/3, 4 mars or «onsdag den 4 mars 2026»; other words of a line are passed over, and so are
/// lines without a digit (headings).
enum MeetingList {
    struct Meeting: Equatable {
        let day: Day
        var time: String?
        var papers: Day?
    }

    struct Fault: Equatable {
        /// From 1.
        let line: Int
        let text: String
    }

    static func read(_ text: String, year: Int) -> (meetings: [Meeting], faults: [Fault]) {
        var (meetings, faults): ([Meeting], [Fault]) = ([], [])
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard line.contains(where: { $0.isASCII && $0.isNumber }) else { continue }
            func fault(_ what: String) { faults.append(Fault(line: index + 1, text: what)) }
            let words = Self.words(line)
            let (days, unknown) = Self.days(words, year)
            if let unknown {
                fault("«\(unknown)» is no day of the calendar")
            } else if days.isEmpty {
                fault("there is no day in it")
            } else if days.count > 2 {
                fault("there are more than two days in it")
            } else if let day = days.max(), !day.text.hasPrefix(Self.padded(year, 4)) {
                fault("its meeting is not in \(year)")
            } else if let day = days.max(), meetings.contains(where: { $0.day == day }) {
                fault("another line has the same meeting")
            } else if let day = days.max() {
                let time = words.compactMap(Self.time).first
                meetings.append(Meeting(day: day, time: time, papers: days.count == 2 ? days.min() : nil))
            }
        }
        return (meetings.sorted { $0.day < $1.day }, faults)
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]

    private static func words(_ line: Substring) -> [Substring] {
        line.split { $0.isWhitespace || [";", ",", "|", "(", ")", "–", "—"].contains($0) }
    }

    /// A word's number and nothing else; a full stop may stand behind it.
    private static func number(_ word: Substring) -> Int? {
        let digits = word.hasSuffix(".") ? word.dropLast() : word
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }

    /// The days that stand in the words, in order; and a word that looks like one and is none.
    private static func days(_ words: [Substring], _ year: Int) -> (days: [Day], unknown: String?) {
        var days: [Day] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            let slashed = word.split(separator: "/", omittingEmptySubsequences: false)
            if parts.count == 3, parts.allSatisfy({ Self.number($0) != nil }) {
                guard let day = Day(String(word)) else { return (days, String(word)) }
                days.append(day)
            } else if slashed.count == 2, let day = Self.number(slashed[0]), let month = Self.number(slashed[1]) {
                var said = year
                if index + 1 < words.count, let next = Self.number(words[index + 1]), next >= 1000 {
                    said = next
                    index += 1
                }
                guard let found = Self.day(said, month, day) else { return (days, String(word)) }
                days.append(found)
            } else if let day = Self.number(word), index + 1 < words.count, let month = Self.month(words[index + 1]) {
                index += 1
                var said = year
                if index + 1 < words.count, let next = Self.number(words[index + 1]), next >= 1000 {
                    said = next
                    index += 1
                }
                guard let found = Self.day(said, month, day) else { return (days, "\(word) \(words[index])") }
                days.append(found)
            }
            index += 1
        }
        return (days, nil)
    }

    /// From 1; a word that begins as one of the months and has letters only.
    private static func month(_ word: Substring) -> Int? {
        let lowered = word.lowercased()
        guard lowered.count >= 3, lowered.allSatisfy({ $0.isLetter || $0 == "." }) else { return nil }
        return Self.months.firstIndex { lowered.hasPrefix($0) }.map { $0 + 1 }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        Day("\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))")
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// 13.00, 13:00 or 13.00–16.00, as 13:00.
    private static func time(_ word: Substring) -> String? {
        let parts = word.prefix { $0 != "-" }.split(whereSeparator: { $0 == "." || $0 == ":" })
        guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2, word.contains(":") || word.contains("."),
            let hour = Self.number(parts[0]), let minute = Self.number(parts[1]), hour < 24, minute < 60
        else { return nil }
        return "\(Self.padded(hour, 2)):\(Self.padded(minute, 2))"
    }
}
