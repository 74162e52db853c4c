import Postgres

/// Writes measures out of the results of a few flat statements, with their status and who is responsible.
struct MeasureJSON {
    private let shape: Shape
    private let parts: [Layout.Part]

    /// - Parameters:
    ///   - shape: of the measures.
    ///   - statuses: ``MeasureSQL/statuses``.
    ///   - responsibilities: of the shape's responsibilities, and `measure`, `party`, `party_name`, `contact` and
    ///     `contact_name`;
    ///     those of a measure in their order.
    ///   - names: ``MeasureSQL/names(_:plans:)``.
    ///   - location: writes where a measure stands, where the shape says that.
    init(
        _ shape: Shape, responsibility: Shape, statuses: QueryResult, responsibilities: QueryResult, names: QueryResult,
        location: @escaping Layout.Part = { _, _ in }
    ) {
        let name = Names(names)
        let (progress, reporter) = (KeyedRows(statuses, byKey: statuses.column("measure")), statuses.column("party"))
        let reported = Measure.progress.layout.ordered([
            "responsibleParty": { json, row in name.party(&json, row, reporter) }
        ])
        let byMeasure = KeyedRows(responsibilities, byKey: responsibilities.column("measure"))
        let (party, contact) = (responsibilities.column("party"), responsibilities.column("contact"))
        let (contactName, partyName) = (responsibilities.column("contact_name"), responsibilities.column("party_name"))
        let named = responsibility.layout.ordered([
            "responsibleParty": { json, row in name.party(&json, row, party, adopted: partyName) },
            "contact": { json, row in name.contact(&json, row, contact, contactName) },
        ])
        // The shape's own first column is the measure's id.
        let id = Column(place: 0)
        self.shape = shape
        self.parts = [
            { json, measure in
                if let row = progress[measure, id] {
                    Measure.progress.layout.write(&json, row, reported)
                } else {
                    Measure.progress.layout.writeAbsent(&json)
                }
            },
            { json, measure in
                responsibility.list(&json, byMeasure.all(of: measure, id), named)
            },
            location,
        ]
    }

    /// The members of a measure's object; the caller opens and closes it.
    func write(_ json: inout JSONWriter, _ row: Row) { self.shape.layout.write(&json, row, self.parts) }

    func object(_ json: inout JSONWriter, _ row: Row) { self.shape.object(&json, row, self.parts) }
}

/// The names of parties and contacts by their ids, fetched once for a whole document.
private struct Names {
    private let rows: KeyedRows
    private let name: Column
    private let kind: Column
    private static let party = ResponsibleParty.summary("n")

    init(_ names: QueryResult) {
        self.rows = KeyedRows(names, byKey: names.column("id"))
        self.name = names.column("name")
        self.kind = names.column("kind")
    }

    /// `{id, name, kind}` of the party whose id the column has; null for none.
    ///
    /// - Parameter adopted: the name that the plan was adopted with, where the party has another one since.
    func party(_ json: inout JSONWriter, _ row: Row, _ column: Column, adopted: Column? = nil) {
        guard let party = self.rows[row, column] else { return json.null() }
        guard let adopted, !row.isNull(adopted) else { return Self.party.object(&json, party) }
        json.beginObject()
        json.field("id", row, column)
        json.field("name", row, adopted)
        json.field("kind", party, self.kind)
        json.endObject()
    }

    /// `{id, name}`; null for one whose name the caller may not see.
    func contact(_ json: inout JSONWriter, _ row: Row, _ id: Column, _ named: Column) {
        guard let contact = self.rows[row, named], !contact.isNull(self.name) else { return json.null() }
        json.beginObject()
        json.field("id", row, id)
        json.field("name", contact, self.name)
        json.endObject()
    }
}
