import Postgres

/// Writes measures out of ``MeasureSQL``'s columns, with their statuses and who is responsible.
struct MeasureJSON {
    private let statuses: KeyedRows
    private let responsibilities: QueryResult
    private let byMeasure: [UUIDKey: Range<Int>]
    private let names: KeyedRows

    /// - Parameters:
    ///   - statuses: ``MeasureSQL/statusColumns``.
    ///   - responsibilities: measure, party, contact, lead, the part's status where it is shown, and the id that the contact's name
    ///     has; ordered by measure.
    ///   - names: id, name and kind of parties, and of the contacts that the caller may see.
    init(statuses: QueryResult, responsibilities: QueryResult, names: QueryResult) {
        self.statuses = KeyedRows(statuses, byKey: 0)
        self.responsibilities = responsibilities
        self.byMeasure = responsibilities.ranges(byKey: 0)
        self.names = KeyedRows(names, byKey: 0)
    }

    /// The members of a measure's object; the caller opens and closes it.
    func write(_ json: inout JSONWriter, _ row: Row) {
        let key = UUIDKey(row, 0)
        let status = key.flatMap { self.statuses[$0] }
        json.field("id", row, 0)
        json.field("lineageId", row, 1)
        json.field("text", row, 2)
        json.field("plannedFollowUp", row, 3)
        json.optionalField("target", row, 4)
        json.optionalField("schedule", row, 5)
        json.optionalField("notes", row, 6)
        json.optionalField("startsOn", row, 10)
        json.optionalField("endsOn", row, 11)
        if !row.isNull(12) { json.rawField("quantity", row, 12) }
        json.optionalField("unit", row, 13)
        if let status { json.field("status", status, 1) } else { json.field("status", MeasureStatus.noInformation.rawValue) }
        json.beginArray("responsibilities")
        if let key, let range = self.byMeasure[key] {
            for index in range {
                let responsibility = self.responsibilities[index]
                guard let party = self.names[responsibility, 1] else { continue }
                json.beginObject()
                json.key("responsibleParty")
                Self.party(&json, party)
                json.boolField("lead", responsibility, 3)
                json.optionalField("status", responsibility, 4)
                if let contact = self.names[responsibility, 5], !contact.isNull(1) {
                    json.beginObject("contact")
                    json.field("id", responsibility, 2)
                    json.field("name", contact, 1)
                    json.endObject()
                }
                json.endObject()
            }
        }
        json.endArray()
        if let status {
            // What all follow-ups count together, by unit.
            if status.withBytes(9, { ($0?.count ?? 0) > 2 }) { json.rawField("reportedQuantities", status, 9) }
            json.beginObject("latestFollowUp")
            json.field("id", status, 2)
            if let party = self.names[status, 3] {
                json.key("responsibleParty")
                Self.party(&json, party)
            }
            json.field("status", status, 4)
            json.field("periodEnd", status, 5)
            json.field("text", status, 6)
            json.timestampField("recordedAt", status, 7)
            json.endObject()
        }
    }

    /// `{id, name, kind}` of a row that begins with them.
    static func party(_ json: inout JSONWriter, _ row: Row) {
        json.beginObject()
        json.field("id", row, 0)
        json.field("name", row, 1)
        json.field("kind", row, 2)
        json.endObject()
    }
}
