/// Days, months and years as Swedish documents write them.
enum Dates {
    /// What a date says: its first day and its last, the same for a whole date.
    struct Found {
        var first: String
        var last: String
        /// Words of the text that it takes.
        var words: Range<Int>
        /// It is a year, or two that a slash divides, and so may be something else.
        var isYear = false
        /// It says a day and month, and its year stands with the next date.
        var withoutYear: (day: Int, month: Int)?
    }

    private static let months: [String: Int] = [
        "januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8,
        "september": 9, "oktober": 10, "november": 11, "december": 12,
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11,
        "dec": 12,
    ]

    /// Every date of the text, in order, each word in one of them at most.
    static func all(in words: Words) -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < words.count {
            if let date = self.date(in: words, at: index) {
                found.append(date)
                index = date.words.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The first whole date of the text.
    static func firstDay(in text: String) -> String? {
        self.all(in: Words(text)).first { $0.first == $0.last && $0.withoutYear == nil }?.first
    }

    /// A year from 1990 to 2199 standing by itself or in a date.
    static func year(in text: String) -> Int? {
        let words = Words(text)
        return words.words.indices.lazy.compactMap { index -> Int? in
            let year = self.year(words, index)
            return year.map { $0 >= 1990 } == true ? year : nil
        }.first
    }

    private static func year(_ words: Words, _ index: Int) -> Int? {
        guard words[index].utf8.count == 4, let year = words.number(index), (1900...2199).contains(year) else {
            return nil
        }
        return year
    }

    private static func date(in words: Words, at index: Int) -> Found? {
        // 2024-01-01, and with blanks about the dashes where they stand alike.
        if let year = self.year(words, index), words[index + 1] == "-", words[index + 2].utf8.count == 2,
            let month = words.number(index + 2), words[index + 3] == "-",
            words[index + 4].utf8.count == 2, let day = words.number(index + 4), let text = self.day(year, month, day),
            !words.words[index + 1].isApart
        {
            return Found(first: text, last: text, words: index..<(index + 5))
        }
        // 25-01-01, unless it is part of a longer number.
        if words[index].utf8.count == 2, let short = words.number(index), (15...60).contains(short),
            words[index + 1] == "-", words[index + 2].utf8.count == 2, let month = words.number(index + 2),
            words[index + 3] == "-", words[index + 4].utf8.count == 2, let day = words.number(index + 4),
            !words.words[index + 1].isApart, !words.words[index + 3].isApart,
            words[index - 1] != "-" || words.words[index].isApart
                || words[index - 3] == "-" && words[index - 5] == "-" && words[index - 6].utf8.count == 2,
            let text = self.day(2_000 + short, month, day),
            words.number(index + 6) == nil || words[index + 5] != "-"
                || words[index + 6].utf8.count == 2 && words[index + 7] == "-"
        {
            return Found(first: text, last: text, words: index..<(index + 5))
        }
        // 1.1.2025.
        if let day = words.number(index), words[index + 1] == ".", let month = words.number(index + 2),
            words[index + 3] == ".", let year = self.year(words, index + 4), !words.words[index + 2].isApart,
            let text = self.day(year, month, day)
        {
            return Found(first: text, last: text, words: index..<(index + 5))
        }
        // «sista februari 2027», «årsskiftet 2025/2026», «halvårsskiftet 2028».
        if words[index] == "sista", let month = self.months[words[index + 1]], let year = self.year(words, index + 2),
            let text = self.lastDay(year, month)
        {
            return Found(first: text, last: text, words: index..<(index + 3))
        }
        if words[index] == "årsskiftet", let year = self.year(words, index + 1) {
            let hasNext = words[index + 2] == "/"
            return Found(first: "\(year + 1)-01-01", last: "\(year)-12-31", words: index..<(index + (hasNext ? 4 : 2)))
        }
        if words[index] == "halvårsskiftet", let year = self.year(words, index + 1) {
            return Found(first: "\(year)-07-01", last: "\(year)-06-30", words: index..<(index + 2))
        }
        // 20240101 and 240101.
        let digits = words[index]
        if digits.utf8.count == 8 || digits.utf8.count == 6, let number = words.number(index) {
            let year = digits.utf8.count == 8 ? number / 10_000 : 2_000 + number / 10_000
            if (1900...2199).contains(year), let text = self.day(year, number / 100 % 100, number % 100),
                words[index - 1] != "-" || words[index - 2].utf8.count == digits.utf8.count, words[index + 1] != "/"
            {
                return Found(first: text, last: text, words: index..<(index + 1))
            }
            return nil
        }
        if let day = words.number(index), (1...31).contains(day), words[index].utf8.count <= 2 {
            var next = index + 1
            // «den 1:a januari».
            if words[next] == ":", ["a", "e"].contains(words[next + 1]) { next += 2 }
            if let month = self.months[words[next]] {
                if words[next + 1] == ".", self.year(words, next + 2) != nil { next += 1 }
                if let year = self.year(words, next + 1) {
                    return self.day(year, month, day).map { Found(first: $0, last: $0, words: index..<(next + 2)) }
                }
                return Found(first: "", last: "", words: index..<(next + 1), withoutYear: (day, month))
            }
            // 1/1 2024, 31/12-2027.
            if words[index + 1] == "/", let month = words.number(index + 2), (1...12).contains(month) {
                let gap = words[index + 3] == "-" ? 4 : 3
                // «31/12-28».
                if gap == 4, words[index + 4].utf8.count == 2, let short = words.number(index + 4),
                    (15...60).contains(short), !words.words[index + 4].isApart,
                    let text = self.day(2_000 + short, month, day)
                {
                    return Found(first: text, last: text, words: index..<(index + 5))
                }
                if let year = self.year(words, index + gap), let text = self.day(year, month, day) {
                    return Found(first: text, last: text, words: index..<(index + gap + 1))
                }
            }
            return nil
        }
        if let month = self.months[words[index]], let year = self.year(words, index + 1),
            let first = self.day(year, month, 1), let last = self.lastDay(year, month)
        {
            return Found(first: first, last: last, words: index..<(index + 2))
        }
        // «våren 2025», «höstterminen 2027».
        if let season = self.seasons[words[index]], let year = self.year(words, index + 1),
            let first = self.day(year, season.lowerBound, 1), let last = self.lastDay(year, season.upperBound)
        {
            return Found(first: first, last: last, words: index..<(index + 2))
        }
        if let year = self.year(words, index), words[index + 1] == "-", words[index + 2].utf8.count == 2,
            let short = words.number(index + 2), !words.words[index + 1].isApart, !words.words[index + 2].isApart,
            words[index + 3] != "-" || words.words[index + 3].isApart, words[index - 1] != "/"
        {
            // «2025-01», a month.
            if (1...12).contains(short), let first = self.day(year, short, 1), let last = self.lastDay(year, short) {
                return Found(first: first, last: last, words: index..<(index + 3))
            }
            // «2025–27», years.
            let end = year / 100 * 100 + short
            if end > year, end <= year + 10 {
                return Found(first: "\(year)-01-01", last: "\(end)-12-31", words: index..<(index + 3), isYear: true)
            }
        }
        if let year = self.year(words, index) {
            // 2024/2025 is a school year, 2024/118 a number of something.
            if words[index + 1] == "/" {
                let short =
                    words[index + 2].utf8.count == 2 ? words.number(index + 2).map { $0 + year / 100 * 100 } : nil
                guard let next = self.year(words, index + 2) ?? short, next == year + 1, !words.words[index + 1].isApart
                else { return nil }
                return Found(first: "\(year)-07-01", last: "\(next)-06-30", words: index..<(index + 3), isYear: true)
            }
            if words[index - 1] == "/"
                || words[index - 1] == "-" && !words.words[index].isApart
                    && words.number(index - 2).map({ $0 < 1900 }) == true
            {
                return nil
            }
            return Found(first: "\(year)-01-01", last: "\(year)-12-31", words: index..<(index + 1), isYear: true)
        }
        return nil
    }

    /// Months, first and last.
    private static let seasons: [String: ClosedRange<Int>] = [
        "våren": 1...6, "vårterminen": 1...6, "vår": 1...6, "sommaren": 6...8, "hösten": 7...12, "höstterminen": 7...12,
        "höst": 7...12,
    ]

    /// The day as `YYYY-MM-DD`, nil when the calendar has no such day.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1...12).contains(month), (1...self.length(year, month)).contains(day) else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// The day before the same day as many years later: the last of so many years.
    static func end(_ start: String, years: Int) -> String? {
        let parts = start.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let (year, month, day) = (parts[0] + years, parts[1], parts[2])
        if day > 1 { return self.day(year, month, min(day - 1, self.length(year, month))) }
        return month > 1 ? self.lastDay(year, month - 1) : self.lastDay(year - 1, 12)
    }

    private static func lastDay(_ year: Int, _ month: Int) -> String? {
        self.day(year, month, self.length(year, month))
    }

    private static func length(_ year: Int, _ month: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
