import Postgres

/// What whoever prepares a document should look at; nothing is refused for it. The text is Swedish, for people.
struct Warning: Codable, Sendable {
    let code: Code
    let text: String
    /// The id of what it is about, where that has one.
    var id: String?

    enum Code: String, CaseIterable, Codable, Sendable {
        // What stands in a plan
        case planWithoutArea, areaWithoutMeasure, periodBesideYear, measureOutsidePeriod
        // What it stands on and beside, and what a revision left out: as app.plan_warnings names them
        case periodOutsideAgreement, agreementNotSigned, planNotApproved, pictureNotEstablished, overlapsAdoptedPlan,
            problemWithoutSuccessor, daysLeftOut, roundsLeftOut,
            responsiblePartyEnded, contactEnded
        // Agreements
        case overlapsAgreement, yearInText
    }

    static let shape = Shape(
        "Warning", "What a person should look at; nothing is refused for it.",
        [
            .choice("code", Choice("WarningCode", Code.self, isOpen: true), "Its stable code.").always,
            .text("text", "What it is, in Swedish.").always,
            .identifier("id", "What it is about, where that has an id."),
        ])
}

extension JSONWriter {
    /// `[{code, text, id}]`.
    mutating func warnings(_ warnings: [Warning]) {
        self.beginArray()
        for warning in warnings {
            self.beginObject()
            self.field("code", warning.code.rawValue)
            self.field("text", warning.text)
            self.field("id", warning.id)
            self.endObject()
        }
        self.endArray()
    }
}
