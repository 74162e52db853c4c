/// Measures in a spreadsheet.
enum MeasureSheet {
    static let list = Sheet.list(
        "atgarder",
        [
            ("Kommun", { _, frame in .text(frame.letterhead.coded) }),
            ("Planår", { measure, _ in .number(measure["year"].text) }),
            ("Område", { measure, _ in .text(measure["area"]["title"].text) }),
            ("Åtgärd", { measure, _ in .text(measure["text"].text) }),
            ("Ansvarig", { measure, _ in .text(Self.responsible(measure)) }),
            ("Planerad uppföljning", { measure, _ in .text(measure["plannedFollowUp"].text) }),
            ("Mål", { measure, _ in .text(measure["target"].text) }),
            ("När", { measure, _ in .text(measure["schedule"].text) }),
            ("Första dag", { measure, _ in .plain(measure["startsOn"].text) }),
            ("Sista dag", { measure, _ in .plain(measure["endsOn"].text) }),
            ("Planerat antal", { measure, _ in .number(measure["quantity"].text) }),
            ("Enhet", { measure, _ in .text(measure["unit"].text) }),
            ("Status", { measure, frame in .text(frame.words("MeasureStatus", measure["status"].text)) }),
            ("Gjort", { measure, _ in .text(Self.quantities(measure)) }),
            ("Senast uppföljd", { measure, _ in .plain(measure["latestFollowUp"]["periodEnd"].text) }),
            ("Senast av", { measure, _ in .text(measure["latestFollowUp"]["responsibleParty"]["name"].text) }),
            ("Senaste uppföljning", { measure, _ in .text(measure["latestFollowUp"]["text"].text) }),
            ("Id", { measure, _ in .plain(measure["id"].text) }),
        ])

    /// Those who answer for it, each with whom to ask there.
    static func responsible(_ measure: Sheet.Value) -> String {
        measure["responsibilities"].items.map { responsibility in
            (responsibility["responsibleParty"]["name"].text ?? "")
                + (responsibility["contact"]["name"].text.map { " (\($0))" } ?? "")
        }.joined(separator: "; ")
    }

    private static func quantities(_ measure: Sheet.Value) -> String {
        measure["reportedQuantities"].items.compactMap { Swedish.quantity($0) }.joined(separator: "; ")
    }
}
