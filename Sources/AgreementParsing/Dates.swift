/// Days and periods as Swedish agreements write them.
enum Dates {
    private static let months = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ]

    struct Found {
        var period: AgreementDocument.Period
        var endsBeforeStart: Bool
    }

    /// The period that `text` names, if it names one.
    static func period(in text: String) -> Found? {
        let days = self.days(in: text)
        let until = /^\s*(?:till\s+och\s+med|t\s?\.?\s?o\s?\.?\s?m\.?|till|tom|[-–—])\s*(?:den\s+)?$/.ignoresCase()
        for (first, second) in zip(days, days.dropFirst()) where text[first.range.upperBound..<second.range.lowerBound].firstMatch(of: until) != nil {
            return Found(period: .init(start: first.day, end: second.day), endsBeforeStart: second.day < first.day)
        }
        if text.firstMatch(of: /tills\s+vidare/.ignoresCase()) != nil, let first = days.first {
            return Found(period: .init(start: first.day, end: nil), endsBeforeStart: false)
        }
        if let match = text.firstMatch(of: /(?:^|[^0-9-])((?:19|20)\d\d)\s*(?:[-–—]|till\s+och\s+med|till|t\.?o\.?m\.?)\s*((?:19|20)\d\d)(?![0-9-])/) {
            let start = "\(match.1)-01-01"
            let end = "\(match.2)-12-31"
            return Found(period: .init(start: start, end: end), endsBeforeStart: end < start)
        }
        return nil
    }

    static func firstDay(in text: String) -> String? {
        self.days(in: text).first?.day
    }

    /// A year from 1990 to 2199 standing by itself.
    static func year(in text: String) -> Int? {
        text.firstMatch(of: /(?:^|[^0-9])((?:19[9]|20\d|21\d)\d)(?![0-9])/).flatMap { Int($0.1) }
    }

    private static func days(in text: String) -> [(range: Range<String.Index>, day: String)] {
        var days: [(range: Range<String.Index>, day: String)] = []
        for match in text.matches(of: /([12]\d{3})-(\d\d)-(\d\d)(?!\d)/) {
            if let year = Int(match.1), let month = Int(match.2), let day = Int(match.3), let text = self.day(year, month, day) {
                days.append((match.range, text))
            }
        }
        for match in text.matches(of: /(\d{1,2})\s+([a-z]{3,9})\s+([12]\d{3})/.ignoresCase()) {
            if let day = Int(match.1), let month = self.months.firstIndex(of: match.2.lowercased()), let year = Int(match.3),
                let text = self.day(year, month + 1, day)
            {
                days.append((match.range, text))
            }
        }
        return days.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The day as `YYYY-MM-DD`, nil when the calendar has no such day.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
