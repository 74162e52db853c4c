/// A district's overview and its measures in a spreadsheet.
enum DistrictSheet {
    /// A row for each municipality.
    static let overview = Sheet(name: "lagesoversikt", columns: columns.map(\.name)) { overview, frame in
        overview["municipalities"].items.map { municipality in columns.map { $0.cell(municipality, frame) } }
    }

    private static let columns = documents + statuses + others

    private typealias Column = (name: StaticString, cell: @Sendable (Sheet.Value, PaperFrame) -> CSVWriter.Cell)

    private static let documents: [Column] = [
        (
            "Kommun",
            { municipality, _ in
                .text("\(municipality["code"].text ?? "") \(municipality["name"].text ?? "")")
            }
        ),
        ("Överenskommelse", { municipality, _ in .text(municipality["agreement"]["title"].text) }),
        (
            "Överenskommelsens läge",
            { municipality, frame in .text(frame.words("AgreementStatus", municipality["agreement"]["status"].text))
            }
        ),
        ("Gäller till", { municipality, _ in .plain(municipality["agreement"]["effectiveEnd"].text) }),
        ("Dagar kvar", { municipality, _ in .number(municipality["agreement"]["daysLeft"].text) }),
        ("Planår", { municipality, _ in .number(municipality["actionPlan"]["year"].text) }),
        ("Planen antagen", { municipality, _ in .plain(municipality["actionPlan"]["adoptedOn"].text) }),
        ("Planen slutar", { municipality, _ in .plain(municipality["actionPlan"]["period"]["end"].text) }),
        ("Dagar utan plan", { municipality, _ in .number(municipality["actionPlan"]["daysWithoutPlan"].text) }),
        ("Åtgärder", { municipality, _ in .number(municipality["measures"]["total"].text) }),
    ]

    private static let others: [Column] = [
        ("Försenade", { municipality, _ in .number(municipality["measures"]["late"].text) }),
        ("Polisen ansvarar", { municipality, _ in .number(municipality["measures"]["policeResponsible"].text) }),
        ("Åtgärder året innan", { municipality, _ in .number(municipality["yearBefore"]["total"].text) }),
        (
            "Genomförda året innan",
            { municipality, _ in .number(municipality["yearBefore"]["byStatus"]["done"].text) }
        ),
        (
            "Polisen har att svara på",
            { municipality, _ in
                .number(
                    "\(municipality["policeRounds"].items.reduce(0) { $0 + $1["unanswered"].items.count })")
            }
        ),
        ("Publicerade löften", { municipality, _ in .number("\(municipality["promises"].items.count)") }),
        (
            "Infriade löften",
            { municipality, _ in
                .number("\(municipality["promises"].items.count { $0["verdict"].text == "fulfilled" })")
            }
        ),
        ("Indikatorer", { municipality, _ in .number("\(municipality["indicators"].items.count)") }),
        (
            "Indikatorer som nått målet",
            { municipality, _ in .number("\(municipality["indicators"].items.count { $0["reached"].isTrue })") }
        ),
        ("Redovisningar", { municipality, _ in .number("\(municipality["reports"].items.count)") }),
        (
            "Kvitterade redovisningar",
            { municipality, _ in .number("\(municipality["reports"].items.count { $0["acknowledged"].isTrue })") }
        ),
        (
            "Väntar på underskrift",
            { municipality, _ in .number("\(municipality["awaitedSignatures"].items.count)") }
        ),
        ("Lägesbild fastställd", { municipality, _ in .plain(municipality["pictureEstablishedOn"].text) }),
        ("Senast uppföljd", { municipality, _ in .plain(municipality["lastFollowUpOn"].text) }),
        ("Senaste aktivitet", { municipality, _ in .plain(municipality["lastActivityOn"].text) }),
    ]

    private static let statuses: [Column] = [
        ("Genomförda", { municipality, _ in count(municipality, "done") }),
        ("Delvis genomförda", { municipality, _ in count(municipality, "partlyDone") }),
        ("Pågående", { municipality, _ in count(municipality, "ongoing") }),
        ("Ej påbörjade", { municipality, _ in count(municipality, "notStarted") }),
        ("Ej genomförda", { municipality, _ in count(municipality, "notDone") }),
        ("Inställda", { municipality, _ in count(municipality, "cancelled") }),
        ("Uppgift saknas", { municipality, _ in count(municipality, "noInformation") }),
    ]

    private static func count(_ municipality: Sheet.Value, _ status: StaticString) -> CSVWriter.Cell {
        .number(municipality["measures"]["byStatus"][status].text)
    }

    static let measures = Sheet.list(
        "atgarder",
        [
            (
                "Kommun",
                { measure, _ in
                    .text("\(measure["municipality"]["code"].text ?? "") \(measure["municipality"]["name"].text ?? "")")
                }
            ),
            ("Planår", { measure, _ in .number(measure["year"].text) }),
            ("Område", { measure, _ in .text(measure["area"]["title"].text) }),
            ("Tema", { measure, frame in .text(frame.words("Theme", measure["theme"].text)) }),
            ("Åtgärd", { measure, _ in .text(measure["text"].text) }),
            ("Ansvarig", { measure, _ in .text(Self.responsible(measure)) }),
            ("När", { measure, _ in .text(measure["schedule"].text) }),
            ("Första dag", { measure, _ in .plain(measure["startsOn"].text) }),
            ("Senast", { measure, _ in .plain(measure["dueOn"].text) }),
            ("Försenad", { measure, _ in .plain(measure["isLate"].isTrue ? "ja" : "nej") }),
            ("Planerat antal", { measure, _ in .number(measure["quantity"].text) }),
            ("Enhet", { measure, _ in .text(measure["unit"].text) }),
            ("Status", { measure, frame in .text(frame.words("MeasureStatus", measure["status"].text)) }),
            (
                "Gjort",
                { measure, _ in
                    .text(
                        measure["reportedQuantities"].items.compactMap { Swedish.quantity($0) }.joined(separator: "; "))
                }
            ),
            ("Senast uppföljd", { measure, _ in .plain(measure["lastFollowUpOn"].text) }),
            ("Senaste uppföljning", { measure, _ in .text(measure["lastFollowUp"].text) }),
            ("Id", { measure, _ in .plain(measure["id"].text) }),
        ])

    /// Those who answer for it.
    static func responsible(_ measure: Sheet.Value) -> String {
        measure["responsibleParties"].items.compactMap { $0["name"].text }.joined(separator: "; ")
    }
}
