import NIOCore

/// A document or a list as one table for a spreadsheet, made of the JSON of the same answer.
struct Sheet: Sendable {
    typealias Value = WrittenJSON.Value

    /// What it is called as a file, without what tells its kind.
    let name: StaticString
    let columns: [StaticString]
    /// Its rows, as many cells each as there are columns.
    let rows: @Sendable (Value, PaperFrame) -> [[CSVWriter.Cell]]

    /// Rows that a list has at once. One that goes on says so in its last row.
    static let limit = 10_000

    func text(_ document: Value, _ frame: PaperFrame, delimiter: UInt8) -> ByteBuffer {
        var csv = CSVWriter(delimiter: delimiter)
        csv.row(self.columns.map { .plain("\($0)") })
        for row in self.rows(document, frame) { csv.row(row) }
        return csv.finish()
    }

    /// A list of items, a row each.
    static func list(
        _ name: StaticString, _ columns: [(name: StaticString, cell: @Sendable (Value, PaperFrame) -> CSVWriter.Cell)]
    ) -> Sheet {
        Sheet(name: name, columns: columns.map(\.name)) { page, frame in
            let rows = page["items"].items.map { item in columns.map { $0.cell(item, frame) } }
            let meta = page["_meta"]
            let (number, limit, total) = (meta["page"].int ?? 1, meta["limit"].int ?? 0, meta["totalRecords"].int ?? 0)
            if number * limit >= total { return rows }
            // Whoever adds up a list must see that it isn't whole.
            let missing = CSVWriter.Cell.plain(
                "Listan fortsätter: \(total - number * limit) rader till (page=\(number + 1))")
            return rows + [[missing] + columns.dropFirst().map { _ in .plain(nil) }]
        }
    }

    /// What divides the cells.
    static let delimiter = QueryParameter.choice(
        "delimiter", Choice("CSVDelimiter", ["comma", "semicolon"]),
        "What divides the cells of `text/csv`: a comma, or the semicolon that a Swedish Excel looks for.")
}
