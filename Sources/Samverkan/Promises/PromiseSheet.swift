/// Citizen promises in a spreadsheet, a row for each outcome; one without has a row of its own.
enum PromiseSheet {
    static let list = Sheet(
        name: "medborgarloften",
        columns: [
            "Kommun", "Löfte", "Lovas av", "Status", "Gäller från", "Gäller till", "Publicerat", "Utfall från",
            "Utfall till", "Bedömning", "Utfall", "Skäl", "Antal", "Enhet", "Utfallets status", "Id",
        ]
    ) { page, frame in
        page["items"].items.flatMap { promise -> [[CSVWriter.Cell]] in
            let own: [CSVWriter.Cell] = [
                .text(frame.letterhead.coded), .text(promise["text"].text),
                .plain(frame.words("Promisor", promise["promisor"].text)),
                .plain(frame.words("PromiseStatus", promise["status"].text)), .plain(promise["period"]["start"].text),
                .plain(promise["period"]["end"].text), .plain(promise["publishedOn"].text),
            ]
            let outcomes = promise["outcomes"].items
            let rows = outcomes.isEmpty ? [nil] : outcomes.map(Optional.some)
            return rows.map { outcome in
                own + [
                    .plain(outcome?["periodStart"].text), .plain(outcome?["periodEnd"].text),
                    .plain(outcome.map { frame.words("Verdict", $0["verdict"].text) }), .text(outcome?["text"].text),
                    .text(outcome?["reason"].text), .number(outcome?["quantity"].text), .text(outcome?["unit"].text),
                    .plain(outcome.map { frame.words("PromiseOutcomeStatus", $0["status"].text) }),
                    .plain(promise["id"].text),
                ]
            }
        }
    }
}
