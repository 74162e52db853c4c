import AgreementParsing

/// What was read out of a document, in the form of what it will become.
enum ImportProposal {
    private static let line: Member = .integer(
        "line", "The line of a text, else a number that grows through the document."
    ).always

    private static let decision = Shape(
        "DocumentDecision", "A decision that a document names.",
        [
            .text("body", "The body that decided."), .text("date", "The day of the decision."),
            .text("paragraph", "The paragraph of the minutes."),
        ])

    private static let registration: [Member] = [
        .text("registrationNumber", "The number in a register that the document names."),
        .object("decision", decision, "The decision that the document names."),
    ]

    private static let agreement = Shape(
        "ProposedAgreement", "The agreement that was read.",
        [
            .text("title", "Its title.").always,
            .texts("parties", limit: 20, "The parties, as they are named."),
            .object("period", Period.open("", ""), "The days that it is made for.").always,
            .text("purpose", "Its purpose."),
            .text("scope", "What it covers."),
            .text("outsideScope", "What lies outside it."),
            .list(
                "sections",
                Shape(
                    "ProposedSection", "A section of the running text.",
                    [
                        line, .text("heading", "Its heading.").always, .text("text", "Its text.").always,
                    ]), "Its running text, in order."),
            .list(
                "signers",
                Shape(
                    "ProposedSigner", "Who signs.",
                    [
                        .choice("party", Signature.party, "For whom.").always,
                        .text("name", "The name of who signs.").always,
                        .text("title", "The title of who signs.").always,
                        .text("body", "The organisation."),
                        .text("place", "The place of signing."),
                        .day(
                            "date",
                            "The day that stands there; it is kept with the import, since signing is an act of its own."
                        ),
                    ]), "Who signs it, in order."),
        ], registration,
        [
            .object(
                "prolongation",
                Shape(
                    "ProlongationClause",
                    "That an agreement goes on unless it is ended; the clause stays in its section.",
                    [
                        line,
                        .integer("months", "By how many months at a time it goes on."),
                        .integer("noticeMonths", "How many months before its end it has to be ended."),
                        .text("text", "The clause.").always,
                    ]), "That it goes on unless it is ended, as its clause says.")
        ])

    private static let measure = Shape(
        "ProposedMeasure", "A measure that was read.",
        [
            line,
            .text("text", "What is to be done.").always,
            .text("plannedFollowUp", "How it is to be followed up."),
            .text("target", "Its target or indicator."),
            .text("schedule", "When it is to be done."),
            .text("notes", "The text of other columns."),
            .list(
                "responsibilities",
                Shape(
                    "ProposedResponsibility", "Who answers for a measure.",
                    [
                        .text("responsibleParty", "The responsible party's name.").always,
                        .text("contact", "The contact's name."),
                        .bool("lead", "Whether the document says that this one leads."),
                    ]), "Who answers for it, in order."),
        ])

    private static let plan = Shape(
        "ProposedPlan", "The plan that was read.",
        [
            .integer("year", "Its year.").always,
            .text("introduction", "Its introduction."),
            .text("notes", "Running text that belongs to no area."),
        ], registration,
        [
            .list(
                "priorityAreas",
                Shape(
                    "ProposedArea", "A priority area that was read.",
                    [
                        line,
                        .integer("position", "Its place, from 1.").always,
                        .text("title", "What it is about.").always,
                        .text("description", "Its running text."),
                        .list(
                            "causes",
                            Shape(
                                "ProposedCause", "A cause that was read.",
                                [
                                    line, .text("text", "The cause.").always,
                                    .list("measures", measure, "Its measures, in order."),
                                ]), "Its causes, in order."),
                        .list("measures", measure, "Its measures without a cause, in order."),
                    ]), "Its priority areas, in order.")
        ])

    private static let place = Shape(
        "ReadingPlace", "A place in a document.",
        [
            .choice(
                "part",
                Choice(
                    "DocumentPart",
                    ["body", "textBox", "header", "footer", "footnote", "comment", "properties", "sheet"]),
                "The part of the document."
            ).always,
            .text("heading", "The heading above it."),
            .integer("table", "The table, from 1."),
            .integer("row", "The table's row, from 1."),
            .text("text", "The same in Swedish.").always,
        ])

    private static let warning = Shape(
        "ReadingWarning", "What a person should look at in a document that was read.",
        [
            .choice(
                "code", Choice("ReadingWarningCode", AgreementDocument.Warning.Code.self, isOpen: true),
                "Its stable code."
            ).always,
            line,
            .text("text", "What it is, in Swedish.").always,
            .object("place", place, "Where it is; null where it is about the whole document."),
        ])

    private static let warnings: Member = .list(
        "warnings", warning, "What a person should look at; what was guessed stands first.")

    static let shape = Shape(
        "ImportProposal", "What was read out of a document.",
        [
            .object("agreement", agreement, "The agreement that was read.").always,
            .text("situationalPictureSummary", "The running text of the situational picture."),
            .list(
                "sources",
                Shape(
                    "ProposedSource", "A source of the situational picture.",
                    [
                        .choice("kind", Choice("SourceKind", SourceKind.self), "What kind of source it is.").always,
                        .text("title", "Its title.").always,
                    ]), "What the situational picture is drawn from, in order."),
            .texts("problems", limit: 1_000, "The problems of the situational picture, in order."),
            .object("plan", plan, "The plan that was read.").always,
            .list(
                "responsibleParties",
                Shape(
                    "ProposedParty", "A responsible party that was read.",
                    [
                        .text("name", "Its name.").always,
                        .choice("kind", ResponsibleParty.kind, "Whose it is.").always,
                        .choice("form", ResponsibleParty.form, "What it is.").always,
                    ]), "The responsible parties, each once, in the order in which they were met."),
            .list(
                "contacts",
                Shape(
                    "ProposedContact", "A contact that was read.",
                    [
                        .text("name", "The contact's name.").always,
                        .text("responsibleParty", "The name of its responsible party.").always,
                    ]), "The contacts, each once."),
            .list(
                "promises",
                Shape(
                    "ProposedPromise", "A promise that was read.",
                    [
                        .choice("promisor", Promise.promisor, "Who promises.").always,
                        .text("text", "What is promised.").always,
                    ]), "The promises, in order."),
            .list(
                "facts",
                Shape(
                    "ReadingFact", "How something that is proposed was found.",
                    [
                        .text("pointer", "Where it stands in this document (RFC 6901).").always,
                        .choice(
                            "basis", Choice("FactBasis", AgreementDocument.Fact.Basis.self),
                            "What says so: nothing, where it stands, a heading, a sentence or label, a list, a person."
                        ).always,
                        .integer("line", "The line of a text, else a number that grows through the document."),
                    ]), "How what is proposed was found; guesses stand first."),
            warnings,
        ])

    // MARK: Values

    static func values(_ document: AgreementDocument) -> [String: JSONValue] {
        let picture = document.situationalPicture
        return [
            "agreement": .object(Self.values(document.agreement)),
            "situationalPictureSummary": .text(picture.summary),
            "sources": .list(picture.sources) { ["kind": .text($0.kind.rawValue), "title": .text($0.title)] },
            "problems": .texts(picture.problems.map(\.text)),
            "plan": .object(Self.values(document.plan)),
            "responsibleParties": .list(document.responsibleParties) { name in
                let proposal = ResponsiblePartyProposal(name: name)
                return ["name": .text(name), "kind": .text(proposal.kind), "form": .text(proposal.form)]
            },
            "contacts": .list(document.contacts) { ["name": .text($0.contact), "responsibleParty": .text($0.name)] },
            "promises": .list(document.promises) { ["promisor": .text($0.promisor.rawValue), "text": .text($0.text)] },
            "facts": .list(document.facts ?? []) {
                ["pointer": .text($0.pointer), "basis": .text($0.basis.rawValue), "line": .integer($0.line)]
            },
            "warnings": .list(document.warnings, Self.values),
        ]
    }

    private static func values(_ agreement: AgreementDocument.Agreement) -> [String: JSONValue] {
        [
            "title": .text(agreement.title),
            "parties": .texts(agreement.parties),
            "period": .object(["start": .text(agreement.period.start), "end": .text(agreement.period.end)]),
            "purpose": .text(agreement.purpose),
            "scope": .text(agreement.scope),
            "outsideScope": .text(agreement.outsideScope),
            "sections": .list(agreement.sections) {
                ["line": .integer($0.line), "heading": .text($0.heading), "text": .text($0.text)]
            },
            "signers": .list(agreement.signers) {
                [
                    "party": .text($0.party.rawValue), "name": .text($0.name), "title": .text($0.title),
                    "body": .text($0.body),
                    "place": .text($0.place), "date": .text($0.date),
                ]
            },
            "prolongation": agreement.prolongation.map {
                .object([
                    "line": .integer($0.line), "months": .integer($0.months), "noticeMonths": .integer($0.noticeMonths),
                    "text": .text($0.text),
                ])
            } ?? .null,
        ].merging(Self.values(agreement.registration)) { first, _ in first }
    }

    private static func values(_ plan: AgreementDocument.Plan) -> [String: JSONValue] {
        [
            "year": .integer(plan.year),
            "introduction": .text(plan.introduction),
            "notes": .text(plan.notes),
            "priorityAreas": .list(Array(plan.priorityAreas.enumerated())) { index, area in
                [
                    "line": .integer(area.line), "position": .integer(index + 1), "title": .text(area.title),
                    "description": .text(area.description),
                    "causes": .list(area.causes) {
                        [
                            "line": .integer($0.line), "text": .text($0.text),
                            "measures": .list($0.measures, Self.values),
                        ]
                    },
                    "measures": .list(area.measures, Self.values),
                ]
            },
        ].merging(Self.values(plan.registration)) { first, _ in first }
    }

    private static func values(_ measure: AgreementDocument.Measure) -> [String: JSONValue] {
        [
            "line": .integer(measure.line), "text": .text(measure.text),
            "plannedFollowUp": .text(measure.plannedFollowUp),
            "target": .text(measure.target), "schedule": .text(measure.schedule), "notes": .text(measure.notes),
            "responsibilities": .list(measure.responsibilities) {
                ["responsibleParty": .text($0.name), "contact": .text($0.contact), "lead": .bool($0.lead == true)]
            },
        ]
    }

    private static func values(_ registration: AgreementDocument.Registration?) -> [String: JSONValue] {
        var values: [String: JSONValue] = ["registrationNumber": .text(registration?.number)]
        if let registration, registration.body ?? registration.date ?? registration.paragraph != nil {
            values["decision"] = .object([
                "body": .text(registration.body), "date": .text(registration.date),
                "paragraph": .text(registration.paragraph),
            ])
        }
        return values
    }

    static func values(_ warning: AgreementDocument.Warning) -> [String: JSONValue] {
        [
            "code": .text(warning.code.rawValue), "line": .integer(warning.line), "text": .text(warning.text),
            "place": warning.place.map { .object(Self.values($0)) } ?? .null,
        ]
    }

    private static func values(_ place: AgreementDocument.Location) -> [String: JSONValue] {
        [
            "part": .text(place.part), "heading": .text(place.heading), "table": .integer(place.table),
            "row": .integer(place.row),
            "text": .text(place.text),
        ]
    }

    // MARK: Reports

    /// What a report says of a plan's measures.
    static let followUps = Shape(
        "FollowUpProposals", "What a report says of a plan's measures.",
        [
            .identifier("planId", "The plan.").always,
            .list(
                "proposals",
                Shape(
                    "FollowUpProposal", "One row of a report.",
                    [
                        line,
                        .object("place", place, "Where it stands."),
                        .text("says", "What the report says was to be done.").always,
                        .text(
                            "measureText", "The text of the measure that it is likest to; null when it is like none."),
                        .integer("likeness", "How much of their words the two share, in percent.").always,
                        .bool(
                            "isGuess",
                            "Whether another measure is nearly as like, or the status was taken from a colour."),
                        .texts("missing", limit: 3, "What the follow-up still needs: measureId, status, reason."),
                        .object(
                            "followUp",
                            Shape(
                                "ProposedFollowUp", "A follow-up that can be sent once nothing is missing.",
                                [
                                    .identifier("measureId", "The measure."),
                                    .object(
                                        "period", Period.closed("", ""),
                                        "The period that the report says, else the plan's until today."
                                    ).always,
                                    .choice("status", ReportedStatus.choice, "The status."),
                                    .text("text", "What was done."),
                                    .text("reason", "Why it was not done, or not all of it."),
                                    .integer("quantity", "How many were done."),
                                ]), "What can be sent to /follow-ups once nothing is missing."
                        ).always,
                    ]), "The report's rows, in order."),
            .list(
                "unplannedWork",
                Shape(
                    "ProposedUnplannedWork", "Something that was done beside the plan.",
                    [
                        line, .text("text", "What was done.").always,
                    ]), "What was done beside the plan."),
            warnings,
        ])

    /// A report's rows as follow-ups of the measures that they are likest to.
    static func values(_ proposals: FollowUpProposals, on plan: ImportService.ReportedPlan, _ id: Identifier)
        -> [String: JSONValue]
    {
        let texts = Dictionary(plan.measures.map { ($0.id, $0.text) }) { first, _ in first }
        let start = proposals.period?.start ?? plan.start
        let end = min(proposals.period?.end ?? plan.end, max(start, plan.end))
        return [
            "planId": .text(id.text),
            "proposals": .list(proposals.rows) { row in
                let needsReason = row.status.flatMap { ReportedStatus(rawValue: $0.rawValue) }?.needsReason == true
                let missing = [
                    row.measureID == nil ? "measureId" : nil, row.status == nil ? "status" : nil,
                    needsReason && row.reason == nil ? "reason" : nil,
                ].compactMap { $0 }
                return [
                    "line": .integer(row.line), "place": row.place.map { .object(Self.values($0)) } ?? .null,
                    "says": .text(row.says),
                    "measureText": .text(row.measureID.flatMap { texts[$0] }), "likeness": .integer(row.likeness),
                    "isGuess": .bool(row.isGuess),
                    "missing": .texts(missing),
                    "followUp": .object([
                        "measureId": .text(row.measureID),
                        "period": .object(["start": .text(start), "end": .text(end)]),
                        "status": .text(row.status?.rawValue), "text": .text(row.text), "reason": .text(row.reason),
                        "quantity": .integer(row.quantity),
                    ]),
                ]
            },
            "unplannedWork": .list(proposals.unplannedWork) { ["line": .integer($0.line), "text": .text($0.text)] },
            "warnings": .list(proposals.warnings, Self.values),
        ]
    }
}
