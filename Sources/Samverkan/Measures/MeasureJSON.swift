import Postgres

/// Writes measures out of ``MeasureSQL``'s columns, with the rows on who is responsible.
struct MeasureJSON {
    private let responsibilities: QueryResult
    private let byMeasure: [UUIDKey: Range<Int>]
    private let parties: [UUIDKey: Row]
    private let contacts: [UUIDKey: Row]

    /// - Parameters:
    ///   - responsibilities: measure, party, contact, lead; ordered by measure.
    ///   - parties: party, name, kind.
    ///   - contacts: contact, name; those the caller may see.
    init(responsibilities: QueryResult, parties: QueryResult, contacts: QueryResult) {
        self.responsibilities = responsibilities
        self.byMeasure = responsibilities.ranges(byKey: 0)
        self.parties = parties.rows(byKey: 0)
        self.contacts = contacts.rows(byKey: 0)
    }

    /// The members of a measure's object; the caller opens and closes it.
    func write(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("lineageId", row, 1)
        json.field("text", row, 2)
        json.field("plannedFollowUp", row, 3)
        json.optionalField("target", row, 4)
        json.optionalField("schedule", row, 5)
        json.optionalField("notes", row, 6)
        json.field("status", row, 7)
        json.beginArray("responsibilities")
        if let key = UUIDKey(row, 0), let range = self.byMeasure[key] {
            for index in range {
                let responsibility = self.responsibilities[index]
                guard let party = UUIDKey(responsibility, 1).flatMap({ self.parties[$0] }) else { continue }
                json.beginObject()
                json.key("responsibleParty")
                Self.party(&json, party)
                json.boolField("lead", responsibility, 3)
                if let contact = UUIDKey(responsibility, 2).flatMap({ self.contacts[$0] }) {
                    json.beginObject("contact")
                    json.field("id", contact, 0)
                    json.field("name", contact, 1)
                    json.endObject()
                }
                json.endObject()
            }
        }
        json.endArray()
        if !row.isNull(10) {
            json.beginObject("latestFollowUp")
            json.field("id", row, 10)
            if let party = UUIDKey(row, 11).flatMap({ self.parties[$0] }) {
                json.key("responsibleParty")
                Self.party(&json, party)
            }
            json.field("status", row, 12)
            json.field("periodEnd", row, 13)
            json.field("text", row, 14)
            json.timestampField("recordedAt", row, 15)
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
