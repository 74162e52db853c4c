import NIOCore
import Postgres

/// Writes a calendar (RFC 5545) that can only escape: lines of at most 75 bytes that end in CRLF.
struct CalendarWriter {
    private var buffer = ByteBuffer()

    init(name: String) {
        for line in [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//samverkan//deadlines//SV", "CALSCALE:GREGORIAN",
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
        ] { self.line(line) }
        self.text("NAME", name)
        self.text("X-WR-CALNAME", name)
        // The rule of the European Union since 1996: the last Sundays of March and October, at 01:00 UTC.
        for line in [
            "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm",
            "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
            "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD", "END:VTIMEZONE",
        ] { self.line(line) }
    }

    /// A deadline that has a day; others are left out.
    ///
    /// - Parameter row: of ``Deadline/shape``.
    mutating func event(uid: String, _ row: Row, href: String) {
        guard let day = row["dueOn"], let dayAfter = row["day_after"], let today = row["today"] else { return }
        self.line("BEGIN:VEVENT")
        self.text("UID", uid)
        self.line("DTSTAMP:\(Self.compact(today))T000000Z")
        if let time = row["time"] {
            self.line("DTSTART;TZID=Europe/Stockholm:\(Self.compact(day))T\(time.replacing(":", with: ""))00")
        } else {
            self.line("DTSTART;VALUE=DATE:\(Self.compact(day))")
            self.line("DTEND;VALUE=DATE:\(Self.compact(dayAfter))")
        }
        let title = "\(row["title"] ?? ""): \(row["text"] ?? "")"
        self.text("SUMMARY", "\(row["municipality"] ?? "") – \(title)")
        var notes = [title]
        if let workday = row["workday"], workday != day {
            notes.append("Dagen är ledig; sista arbetsdag före är \(workday).")
        }
        if row.bool("isAssumed") { notes.append("Ingen regel ger dagen.") }
        notes.append(href)
        self.text("DESCRIPTION", notes.joined(separator: "\n"))
        self.line("URL:\(href)")
        self.text("CATEGORIES", row["municipality"] ?? "")
        self.line("TRANSP:\(row["time"] == nil ? "TRANSPARENT" : "OPAQUE")")
        self.line("END:VEVENT")
    }

    consuming func finish() -> ByteBuffer {
        self.line("END:VCALENDAR")
        return self.buffer
    }

    private static func compact(_ day: String) -> String { day.replacing("-", with: "") }

    /// A property whose value is text (§3.3.11).
    private mutating func text(_ name: StaticString, _ value: String) {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case "\r": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        self.line("\(name):\(escaped)")
    }

    /// Folded at 75 bytes, never within a character (§3.1).
    private mutating func line(_ text: String) {
        var length = 0
        for character in text.unicodeScalars {
            let bytes = UTF8.width(character)
            if length + bytes > 75 {
                self.buffer.writeString("\r\n ")
                length = 1
            }
            self.buffer.writeString(String(character))
            length += bytes
        }
        self.buffer.writeString("\r\n")
    }
}
