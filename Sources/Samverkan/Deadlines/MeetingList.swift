/// A body's meetings of a year as a list that somebody pastes: a line for each, with the day of the meeting and perhaps
/// the last day for papers and a time.
///
/// Days are written 2026-03-04, 4/3, 4 mars, 4-mar or «onsdag den 4 mars 2026», times 13.00, 13:00 or «kl 13». A day behind
/// a word such as «handlingar» or «senast» is the papers'; of two days that no word tells apart the earlier is, if it is
/// three to 45 days before the other. Other words are passed over, and so are lines without a number but a year (headings).
/// What could be read in two ways is a fault, because a day that is missed by a guess is missed for good.
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
            let words = Self.words(line)
            let numbered = words.filter { $0.contains { $0.isASCII && $0.isNumber } }
            if numbered.allSatisfy({ (Self.number($0) ?? 0) >= 1000 }) && numbered.count < 2 { continue }
            do throws(Unreadable) {
                let meeting = try Self.meeting(words, year)
                guard !meetings.contains(where: { $0.day == meeting.day }) else {
                    throw Unreadable("another line has the same meeting")
                }
                meetings.append(meeting)
            } catch {
                faults.append(Fault(line: index + 1, text: error.text))
            }
        }
        return (meetings.sorted { $0.day < $1.day }, faults)
    }

    private struct Unreadable: Error {
        let text: String
        init(_ text: String) { self.text = text }
    }

    /// A day as a line has it: perhaps without its year, with what the words before it say that it is, and its time.
    private struct Mention {
        let day: Day
        let saysYear: Bool
        let isPapers: Bool
        let isMeeting: Bool
        var time: String?
    }

    private static func meeting(_ words: [Substring], _ year: Int) throws(Unreadable) -> Meeting {
        let days = try Self.days(words, year)
        guard let first = days.first else { throw Unreadable("there is no day in it") }
        guard days.count <= 2 else { throw Unreadable("there are more than two days in it") }
        var (meeting, papers) = (first, days.count == 2 ? days[1] : nil)
        if let second = papers {
            guard !(first.isPapers && second.isPapers) else {
                throw Unreadable("it has no meeting beside its days for papers")
            }
            if first.isPapers || (!second.isPapers && Self.isPapers(first, of: second)) {
                (meeting, papers) = (second, first)
            }
        } else if first.isPapers {
            throw Unreadable("it has a last day for papers and no meeting")
        }
        guard meeting.day.year == year else { throw Unreadable("its meeting is not in \(year)") }
        guard let papers else { return Meeting(day: meeting.day, time: meeting.time) }
        let day = Self.before(meeting.day, papers)
        guard day <= meeting.day else { throw Unreadable("its last day for papers is after the meeting") }
        guard papers.isPapers || (3...45).contains(day.days(until: meeting.day)) else {
            throw Unreadable("no word in it says which of its days is the last one for papers")
        }
        // «7/4, 24/3, kl 13»: a time behind both is the meeting's, unless a word gives it to the papers.
        return Meeting(day: meeting.day, time: meeting.time ?? (papers.isPapers ? nil : papers.time), papers: day)
    }

    /// Whether, of two days that no word tells apart, the first is for papers: whichever leaves less time to the other.
    private static func isPapers(_ first: Mention, of second: Mention) -> Bool {
        func lead(_ papers: Mention, _ meeting: Mention) -> Int {
            let days = Self.before(meeting.day, papers).days(until: meeting.day)
            return days < 0 ? .max : days
        }
        return !first.isMeeting && lead(first, second) <= lead(second, first)
    }

    /// The papers' day, in the year before if no year is said and it would stand more than half a year behind the meeting.
    private static func before(_ meeting: Day, _ papers: Mention) -> Day {
        guard !papers.saysYear, meeting.days(until: papers.day) > 183 else { return papers.day }
        return Self.day(papers.day.year - 1, papers.day.month, papers.day.day) ?? papers.day
    }

    private static let months = [
        ["januari", "jan"], ["februari", "feb", "febr"], ["mars", "mar"], ["april", "apr"], ["maj"], ["juni", "jun"],
        ["juli", "jul"], ["augusti", "aug"], ["september", "sep", "sept"], ["oktober", "okt"], ["november", "nov"],
        ["december", "dec"],
    ]
    /// What words hold that say that the day behind them is one for papers, and those that say that it is the meeting's.
    private static let papersWords = ["handling", "kallelse", "utskick", "senast", "stopp", "inlämn", "sista"]
    private static let meetingWords = ["sammanträd", "möte"]

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

    /// The days that stand in the words, in order, each with its time.
    private static func days(_ words: [Substring], _ year: Int) throws(Unreadable) -> [Mention] {
        var days: [Mention] = []
        var (isPapers, isMeeting, early): (Bool, Bool, String?) = (false, false, nil)
        var index = 0
        while index < words.count {
            let word = words[index].lowercased()
            if ["kl", "kl.", "klockan"].contains(word) || Self.time(words[index]) != nil {
                let next = Self.time(words[index]) == nil ? index + 1 : index
                if next < words.count, let time = Self.time(words[next], isHourEnough: true) {
                    // A time stands behind its day, or before it behind the words that belong to it.
                    if days.isEmpty || isPapers || isMeeting {
                        early = early ?? time
                    } else {
                        days[days.count - 1].time = days[days.count - 1].time ?? time
                    }
                    index = next
                }
            } else if let (parts, length) = Self.parts(words[index...]) {
                guard let day = Self.day(parts.year ?? year, parts.month, parts.day) else {
                    throw Unreadable(
                        "«\(words[index..<(index + length)].joined(separator: " "))» is no day of the calendar")
                }
                days.append(
                    Mention(
                        day: day, saysYear: parts.year != nil, isPapers: isPapers, isMeeting: isMeeting, time: early))
                (isPapers, isMeeting, early) = (false, false, nil)
                index += length - 1
            } else if Self.papersWords.contains(where: word.contains) {
                (isPapers, isMeeting) = (true, false)
            } else if Self.meetingWords.contains(where: word.contains) {
                (isPapers, isMeeting) = (false, true)
            }
            index += 1
        }
        // «24 februari, sammanträde kl 13»: words and time behind the only day.
        if days.count == 1, days[0].time == nil, !isPapers { days[0].time = early }
        return days
    }

    /// A day's parts at the beginning of the words, and how many words they take.
    private static func parts(_ words: ArraySlice<Substring>) -> (
        parts: (year: Int?, month: Int, day: Int), length: Int
    )? {
        let following = Array(words.prefix(3))
        let word = following[0]
        func year(at index: Int) -> Int? {
            following.indices.contains(index) ? Self.number(following[index]).flatMap { $0 >= 1000 ? $0 : nil } : nil
        }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 3, let year = Self.number(parts[0]), let month = Self.number(parts[1]),
            let day = Self.number(parts[2])
        {
            return ((year, month, day), 1)
        }
        if parts.count == 2 || parts.count == 3, let day = Self.number(parts[0]), let month = Self.month(parts[1]) {
            guard parts.count == 3 else { return ((year(at: 1), month, day), year(at: 1) == nil ? 1 : 2) }
            return Self.number(parts[2]).map { (($0, month, day), 1) }
        }
        let slashed = word.split(separator: "/", omittingEmptySubsequences: false)
        if slashed.count == 2, let day = Self.number(slashed[0]), let month = Self.number(slashed[1]) {
            return ((year(at: 1), month, day), year(at: 1) == nil ? 1 : 2)
        }
        if following.count > 1, let day = Self.number(word), let month = Self.month(following[1]) {
            return ((year(at: 2), month, day), year(at: 2) == nil ? 2 : 3)
        }
        return nil
    }

    /// From 1.
    private static func month(_ word: Substring) -> Int? {
        let lowered = (word.hasSuffix(".") ? word.dropLast() : word).lowercased()
        return Self.months.firstIndex { $0.contains(lowered) }.map { $0 + 1 }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        Day("\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))")
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// 13.00, 13:00, 13.00–16.00 or, behind «kl», 13, as 13:00.
    private static func time(_ word: Substring, isHourEnough: Bool = false) -> String? {
        let parts = word.prefix { $0 != "-" }.split(whereSeparator: { $0 == "." || $0 == ":" })
        guard let hour = parts.first.flatMap(Self.number), hour < 24, parts[0].count <= 2 else { return nil }
        guard parts.count == 2, parts[1].count == 2, let minute = Self.number(parts[1]), minute < 60 else {
            return parts.count == 1 && isHourEnough ? "\(Self.padded(hour, 2)):00" : nil
        }
        return "\(Self.padded(hour, 2)):\(Self.padded(minute, 2))"
    }
}
