/// Follow-ups in a spreadsheet; those that were corrected say by which one.
enum FollowUpSheet {
    static let list = Sheet.list(
        "uppfoljningar",
        [
            ("Kommun", { _, frame in .text(frame.letterhead.coded) }),
            ("Planår", { item, _ in .number(item["year"].text) }),
            ("Åtgärd", { item, _ in .text(item["measureText"].text) }),
            ("Ansvarig", { item, _ in .text(item["responsibleParty"]["name"].text) }),
            ("Från", { item, _ in .plain(item["period"]["start"].text) }),
            ("Till", { item, _ in .plain(item["period"]["end"].text) }),
            ("Status", { item, frame in .text(frame.words("ReportedStatus", item["status"].text)) }),
            ("Kommentar", { item, _ in .text(item["text"].text) }),
            ("Skäl", { item, _ in .text(item["reason"].text) }),
            ("Antal", { item, _ in .number(item["quantity"].text) }),
            ("Enhet", { item, _ in .text(item["unit"].text) }),
            ("Ungefärligt", { item, _ in .plain(item["approximate"].isTrue ? "ja" : "nej") }),
            ("Sen", { item, _ in .plain(item["isLate"].isTrue ? "ja" : "nej") }),
            ("Rättad av", { item, _ in .plain(item["correctedById"].text) }),
            ("Åtgärdens id", { item, _ in .plain(item["measureId"].text) }),
            ("Id", { item, _ in .plain(item["id"].text) }),
        ])
}
