import AgreementParsing

/// Writes a proposal: what was read out of a document, in the shape of what it will become.
enum ImportJSON {
    static func write(_ json: inout JSONWriter, _ document: AgreementDocument) {
        let agreement = document.agreement
        json.beginObject("agreement")
        json.field("title", agreement.title)
        Self.texts(&json, "parties", agreement.parties)
        json.beginObject("period")
        json.field("start", agreement.period.start)
        json.field("end", agreement.period.end)
        json.endObject()
        json.field("purpose", agreement.purpose)
        json.field("scope", agreement.scope)
        json.field("outsideScope", agreement.outsideScope)
        json.beginArray("sections")
        for section in agreement.sections {
            json.beginObject()
            json.field("line", section.line)
            json.field("heading", section.heading)
            json.field("text", section.text)
            json.endObject()
        }
        json.endArray()
        json.beginArray("signers")
        for signer in agreement.signers {
            json.beginObject()
            json.field("party", signer.party.rawValue)
            json.field("name", signer.name)
            json.field("title", signer.title)
            Self.optional(&json, "body", signer.body)
            Self.optional(&json, "place", signer.place)
            Self.optional(&json, "date", signer.date)
            json.endObject()
        }
        json.endArray()
        Self.registration(&json, agreement.registration)
        if let clause = agreement.prolongation {
            json.beginObject("prolongation")
            json.field("line", clause.line)
            if let months = clause.months { json.field("months", months) }
            if let months = clause.noticeMonths { json.field("noticeMonths", months) }
            json.field("text", clause.text)
            json.endObject()
        }
        json.endObject()

        Self.optional(&json, "situationalPictureSummary", document.situationalPicture.summary)
        json.beginArray("sources")
        for source in document.situationalPicture.sources {
            json.beginObject()
            json.field("kind", source.kind.rawValue)
            json.field("title", source.title)
            json.endObject()
        }
        json.endArray()
        Self.texts(&json, "problems", document.situationalPicture.problems.map(\.text))

        json.beginObject("plan")
        json.field("year", document.plan.year)
        json.field("introduction", document.plan.introduction)
        Self.optional(&json, "notes", document.plan.notes)
        Self.registration(&json, document.plan.registration)
        json.beginArray("priorityAreas")
        for (index, area) in document.plan.priorityAreas.enumerated() {
            json.beginObject()
            json.field("line", area.line)
            json.field("position", index + 1)
            json.field("title", area.title)
            json.field("description", area.description)
            json.beginArray("causes")
            for cause in area.causes {
                json.beginObject()
                json.field("line", cause.line)
                json.field("text", cause.text)
                Self.measures(&json, cause.measures)
                json.endObject()
            }
            json.endArray()
            Self.measures(&json, area.measures)
            json.endObject()
        }
        json.endArray()
        json.endObject()

        json.beginArray("responsibleParties")
        for name in document.responsibleParties {
            let proposal = ResponsiblePartyProposal(name: name)
            json.beginObject()
            json.field("name", name)
            json.field("kind", proposal.kind)
            json.field("form", proposal.form)
            json.endObject()
        }
        json.endArray()
        json.beginArray("contacts")
        for contact in document.contacts {
            json.beginObject()
            json.field("name", contact.contact)
            json.field("responsibleParty", contact.name)
            json.endObject()
        }
        json.endArray()
        json.beginArray("promises")
        for promise in document.promises {
            json.beginObject()
            json.field("promisor", promise.promisor.rawValue)
            json.field("text", promise.text)
            json.endObject()
        }
        json.endArray()
        json.beginArray("facts")
        for fact in document.facts ?? [] {
            json.beginObject()
            json.field("pointer", fact.pointer)
            json.field("basis", fact.basis.rawValue)
            if let line = fact.line { json.field("line", line) }
            json.endObject()
        }
        json.endArray()
        Self.warnings(&json, document.warnings)
    }

    private static func warnings(_ json: inout JSONWriter, _ warnings: [AgreementDocument.Warning]) {
        json.beginArray("warnings")
        for warning in warnings {
            json.beginObject()
            json.field("code", warning.code.rawValue)
            json.field("line", warning.line)
            json.field("text", warning.text)
            Self.place(&json, warning.place)
            json.endObject()
        }
        json.endArray()
    }

    private static func place(_ json: inout JSONWriter, _ place: AgreementDocument.Location?) {
        guard let place else { return }
        json.beginObject("place")
        json.field("part", place.part)
        Self.optional(&json, "heading", place.heading)
        if let table = place.table { json.field("table", table) }
        if let row = place.row { json.field("row", row) }
        json.field("text", place.text)
        json.endObject()
    }

    /// A report's rows as follow-ups of the measures that they are likest to. `followUp` is what `/follow-ups` takes; where it can't be
    /// made, `missing` says of what.
    static func write(_ json: inout JSONWriter, _ proposals: FollowUpProposals, on plan: ImportService.ReportedPlan) {
        let texts = Dictionary(plan.measures.map { ($0.id, $0.text) }) { first, _ in first }
        let start = proposals.period?.start ?? plan.start
        let end = min(proposals.period?.end ?? plan.end, max(start, plan.end))
        json.beginArray("proposals")
        for row in proposals.rows {
            json.beginObject()
            json.field("line", row.line)
            Self.place(&json, row.place)
            json.field("says", row.says)
            Self.optional(&json, "measureText", row.measureID.flatMap { texts[$0] })
            json.field("likeness", row.likeness)
            json.field("isGuess", row.isGuess)
            let needsReason = row.status.flatMap { ReportedStatus(rawValue: $0.rawValue) }?.needsReason == true
            let missing = [row.measureID == nil ? "measureId" : nil, row.status == nil ? "status" : nil, needsReason && row.reason == nil ? "reason" : nil].compactMap { $0 }
            Self.texts(&json, "missing", missing)
            json.beginObject("followUp")
            Self.optional(&json, "measureId", row.measureID)
            json.beginObject("period")
            json.field("start", start)
            json.field("end", end)
            json.endObject()
            Self.optional(&json, "status", row.status?.rawValue)
            Self.optional(&json, "text", row.text)
            Self.optional(&json, "reason", row.reason)
            if let quantity = row.quantity { json.field("quantity", quantity) }
            json.endObject()
            json.endObject()
        }
        json.endArray()
        json.beginArray("unplannedWork")
        for work in proposals.unplannedWork {
            json.beginObject()
            json.field("line", work.line)
            json.field("text", work.text)
            json.endObject()
        }
        json.endArray()
        Self.warnings(&json, proposals.warnings)
    }

    private static func measures(_ json: inout JSONWriter, _ measures: [AgreementDocument.Measure]) {
        json.beginArray("measures")
        for measure in measures {
            json.beginObject()
            json.field("line", measure.line)
            json.field("text", measure.text)
            json.field("plannedFollowUp", measure.plannedFollowUp)
            Self.optional(&json, "target", measure.target)
            Self.optional(&json, "schedule", measure.schedule)
            Self.optional(&json, "notes", measure.notes)
            json.beginArray("responsibilities")
            for responsibility in measure.responsibilities {
                json.beginObject()
                json.field("responsibleParty", responsibility.name)
                Self.optional(&json, "contact", responsibility.contact)
                if responsibility.lead == true { json.field("lead", true) }
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }

    private static func registration(_ json: inout JSONWriter, _ registration: AgreementDocument.Registration?) {
        Self.optional(&json, "registrationNumber", registration?.number)
        guard let registration, registration.body ?? registration.date ?? registration.paragraph != nil else { return }
        json.beginObject("decision")
        Self.optional(&json, "body", registration.body)
        Self.optional(&json, "date", registration.date)
        Self.optional(&json, "paragraph", registration.paragraph)
        json.endObject()
    }

    private static func texts(_ json: inout JSONWriter, _ name: StaticString, _ texts: [String]) {
        json.beginArray(name)
        for text in texts { json.string(text) }
        json.endArray()
    }

    private static func optional(_ json: inout JSONWriter, _ name: StaticString, _ text: String?) {
        if let text { json.field(name, text) }
    }
}
