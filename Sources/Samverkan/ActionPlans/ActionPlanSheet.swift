import AgreementParsing

/// A plan's table in a spreadsheet, a row for each measure, which an import reads again.
enum ActionPlanSheet {
    static let sheet = Sheet(
        name: "handlingsplan",
        columns: OwnDocument.planColumns
    ) { plan, _ in
        plan["priorityAreas"].items.flatMap { area -> [[CSVWriter.Cell]] in
            let title = area["title"].text
            // Those without a cause first, or the one above would seem to be theirs.
            let rows =
                area["measures"].items.map { Self.row(title, nil, $0) }
                + area["causes"].items.flatMap { cause -> [[CSVWriter.Cell]] in
                    let measures = cause["measures"].items
                    return measures.isEmpty
                        ? [Self.row(title, cause["text"].text, nil)]
                        : measures.map { Self.row(title, cause["text"].text, $0) }
                }
            return rows.isEmpty ? [Self.row(title, nil, nil)] : rows
        }
    }

    private static func row(_ area: String?, _ cause: String?, _ measure: Sheet.Value?) -> [CSVWriter.Cell] {
        [
            .text(area), .text(cause), .text(measure?["text"].text),
            .text(measure.map(MeasureSheet.responsible)), .text(measure?["plannedFollowUp"].text),
            .text(measure?["target"].text), .text(measure.flatMap(ActionPlanPaper.time)),
        ]
    }
}
