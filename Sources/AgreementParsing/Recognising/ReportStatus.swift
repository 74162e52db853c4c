/// A status as reports write it.
enum ReportStatus {
    private static let words: [(FollowUpProposals.Status, [String])] = [
        (
            .notStarted,
            [
                "ej påbörjad", "ej påbörjat", "inte påbörjad", "inte påbörjat", "ej startad", "inte startad",
                "ej startat",
            ]
        ),
        (
            .notDone,
            [
                "ej uppfyllt", "inte uppfyllt", "ej genomförd", "ej genomfört", "inte genomförd", "inte genomfört",
                "ej gjort", "inte gjort", "ej gjord", "ej utfört", "ej utförd", "nej", "röd", "ej klar", "ej klart",
                "inte klart", "inte klar",
            ]
        ),
        (
            .partlyDone,
            [
                "delvis uppfyllt", "delvis genomförd", "delvis genomfört", "delvis gjort", "delvis", "gul",
                "till viss del",
            ]
        ),
        (.ongoing, ["pågår", "pågående", "påbörjad", "påbörjat", "fortgår", "löpande"]),
        (
            .cancelled,
            ["utgår", "utgått", "avbruten", "avbrutet", "avslutad i förtid", "inställd", "inställt", "struken"]
        ),
        (
            .done,
            [
                "uppfyllt", "uppfylld", "genomförd", "genomfört", "genomförda", "gjort", "gjord", "klar", "klart",
                "utfört", "utförd", "avslutad", "avslutat", "ja", "grön", "helt", "infriat",
            ]
        ),
    ]

    /// nil where the text says anything else than a status. Of boxes the one that is checked counts.
    static func read(_ text: String) -> FollowUpProposals.Status? {
        var text = text
        if text.contains(where: { "☒☑✓✔✗".contains($0) }) {
            guard let mark = text.firstIndex(where: { "☒☑✓✔✗".contains($0) }) else { return nil }
            let rest = text[text.index(after: mark)...].prefix { !"☐☒☑✓✔✗\n".contains($0) }
            // A mark alone in its cell: done, or a cross.
            text = rest.trimmed.isEmpty ? (text[mark] == "✗" ? "nej" : "ja") : String(rest)
        } else if text.contains("☐") {
            return nil
        }
        let key = Headings.bare(text)
        if key == "x" { return .done }
        for (status, words) in self.words where words.contains(key) { return status }
        return nil
    }
}
