import Postgres

/// What whoever prepares a document should look at; nothing is refused for it. The text is Swedish, for people.
struct Warning: Codable, Sendable {
    let code: Code
    let text: String
    /// Of what it is about, where that has an id.
    var id: String?

    enum Code: String, CaseIterable, Codable, Sendable {
        // What stands in a plan
        case planWithoutArea, areaWithoutMeasure, periodBesideYear, measureOutsidePeriod
        // What it stands on and beside, and what a revision left out: as app.plan_warnings names them
        case periodOutsideAgreement, agreementNotSigned, pictureNotEstablished, overlapsAdoptedPlan, problemWithoutSuccessor, daysLeftOut, responsiblePartyEnded, contactEnded
        // Agreements
        case overlapsAgreement, yearInText
    }
}

extension JSONWriter {
    /// `warnings: [{code, text, id?}]`.
    mutating func warnings(_ warnings: [Warning]) {
        self.beginArray("warnings")
        for warning in warnings {
            self.beginObject()
            self.field("code", warning.code.rawValue)
            self.field("text", warning.text)
            if let id = warning.id { self.field("id", id) }
            self.endObject()
        }
        self.endArray()
    }
}
