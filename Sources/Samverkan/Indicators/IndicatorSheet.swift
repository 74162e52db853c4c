/// Indicators in a spreadsheet, each with its latest value.
enum IndicatorSheet {
    static let list = Sheet.list(
        "indikatorer",
        [
            ("Kommun", { _, frame in .text(frame.letterhead.coded) }),
            ("Planår", { item, _ in .number(item["year"].text) }),
            ("Område", { item, _ in .text(item["areaTitle"].text) }),
            ("Indikator", { item, _ in .text(item["name"].text) }),
            ("Enhet", { item, _ in .text(item["unit"].text) }),
            ("Källa", { item, _ in .text(item["source"].text) }),
            ("Bättre är", { item, _ in .plain(item["direction"].text == "down" ? "lägre" : "högre") }),
            ("Utgångsläge", { item, _ in .number(item["baseline"].text) }),
            ("Utgångsläge dag", { item, _ in .plain(item["baselineOn"].text) }),
            ("Mål", { item, _ in .number(item["target"].text) }),
            ("Senaste värde", { item, _ in .number(item["latestValue"].text) }),
            ("Senaste dag", { item, _ in .plain(item["latestValueOn"].text) }),
            ("Id", { item, _ in .plain(item["id"].text) }),
        ])

    static let values = Sheet.list(
        "indikatorvarden",
        [
            ("Kommun", { _, frame in .text(frame.letterhead.coded) }),
            ("Dag", { item, _ in .plain(item["date"].text) }),
            ("Värde", { item, _ in .number(item["value"].text) }),
            ("Kommentar", { item, _ in .text(item["text"].text) }),
            ("Rättat av", { item, _ in .plain(item["correctedById"].text) }),
            ("Id", { item, _ in .plain(item["id"].text) }),
        ])
}
