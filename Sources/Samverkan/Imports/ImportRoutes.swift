import AgreementParsing
import HTTPTypes
import Hummingbird
import Postgres

enum ImportRoutes {
    private static let upload = Upload(
        types: ImportDocument.MediaType.allCases.map(\.rawValue), charsets: ImportDocument.charsets,
        limit: { ImportDocument.MediaType(rawValue: $0)?.limit ?? ImportDocument.MediaType.portable.limit },
        refusal: { ImportDocument.neverRead[$0].map { Problem($0) } })

    /// What a document can be refused for.
    private static let unreadable: [ProblemCode] = [
        .documentNotText, .documentEmpty, .documentWithoutTable, .documentWithoutMeasureColumn, .documentPeriodReversed,
        .documentWithoutPeriod,
        .documentUnreadable, .documentTooLarge, .documentHoldsPersonalIdentityNumber, .documentIsFollowUpReport,
        .documentBroken, .documentEncrypted,
        .documentHoldsMacros, .documentOldFormat, .documentOfOtherKind, .documentIsPresentation, .documentIsScan,
        .notImplemented,
    ]

    static let list = Operation(
        "listImports", "Imports", "Every role of the municipality, and its municipal police officers. Latest first.",
        query: QueryParameter.paging, answer: .page(Import.head)
    ) { call in
        var pipeline = Pipeline()
        let statements = ImportSQL.list(call.code, call.query.page)
        let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
        let results = try await call.read(pipeline)
        return call.page(results[rows], results[total], path: "/municipalities/\(call.code)/imports") { json, row in
            Import.head.layout.write(&json, row)
            json.links(self: Self.href(row, call))
        }
    }

    static let show = Operation(
        "getImport", "An import", "Who may: as for the list. The proposal; after confirmation as it was decided.",
        answer: .document(Import.shape, tagged: false)
    ) { call in try await Self.answer(call) }

    static let discard = Operation(
        "discardImport", "Discard an import",
        "A coordinator, until it is confirmed. The document goes with it; the log keeps that there was one.",
        answer: .removed, refusals: [.importAlreadyConfirmed]
    ) { call in
        let (code, id) = (call.code, call.id("importId"))
        let pipeline = Pipeline([
            "select app.require_row(count(*)) from app.import where municipality_code = \(code) and import_id = \(id)",
            "select app.discard_import(\(code), \(id))",
        ])
        return try await call.removal(pipeline, inUse: .documentInUse, "Something depends on it.")
    }

    static let create = Operation(
        "createImport", "Import a document",
        """
        A coordinator. The body is an agreement with its action plan as text/plain, text/markdown or text/csv (UTF-8, \
        UTF-16 with its mark, or \
        Windows-1252; at most 300 kB of text and 5,000 lines), or .docx, .odt, .xlsx or .pdf (at most 10 MiB); sent as \
        bytes that don't say what \
        they are, the ending of `fileName` does. Answers with a proposal and \
        warnings; nothing but the import is made. The document is kept as it came. With `identityNumbers=leaveOut` \
        only the text of a document \
        that holds personal identity numbers is kept, without their digits.
        """,
        query: [
            .fileName,
            .choice(
                "identityNumbers", Choice("IdentityNumbers", ["leaveOut"]),
                "What becomes of personal identity numbers; refused unless said."),
        ],
        body: .file(Self.upload), limit: 10_485_760, answer: .created(Import.shape), refusals: Self.unreadable
    ) { call in
        let (code, imports, waiter) = (call.code, call.service.imports, call.context.waiter)
        var reading = ReadingDecisions()
        if call.query["identityNumbers"] != nil { reading.leavesOutIdentityNumbers = true }
        let place = try await imports.place(try call.caller(), municipality: code, waiter: waiter)
        let document = try await Self.document(call)
        let (proposal, kept) = try await imports.proposal(document, for: place, reading, waiter: waiter)
        // What is stored now has the time that every request has.
        waiter.restart()
        let id = Identifier.version7()
        let made = try await call.make(
            [id], document.content, Pipeline([ImportSQL.create(code, id, kept, preview: .json(proposal))])
        ) { pipeline, ids in
            pipeline.add(ImportSQL.show(code, ids[0]))
        }
        return try Self.answer(call, made.results[made.shown], .created)
    }

    static let readAgain = Operation(
        "readImportAgain", "Read an import again, as decided",
        """
        A coordinator, as often as wanted before the confirmation, which takes the last reading. The stored document \
        is read anew as these \
        decisions say; those of an earlier reading count no longer.
        """,
        body: .optionalJSON(ImportDecisions.reading, .creation), limit: 1_048_576,
        answer: .document(Import.shape, tagged: false),
        refusals: [.importAlreadyConfirmed] + Self.unreadable
    ) { call in
        var body = try await call.body()
        let (reading, remembering) = ImportDecisions.reading(&body)
        let decisions = ImportDecisions.onProposal(&body)
        try body.finish()
        try await call.service.imports.readAgain(
            try call.caller(), municipality: call.code, call.id("importId"), reading, decisions,
            remembering: remembering, waiter: call.context.waiter)
        return try await Self.answer(call)
    }

    static let confirm = Operation(
        "confirmImport", "Confirm an import",
        """
        A coordinator, once. Makes the draft agreement, situational picture and plan in one transaction; what the \
        document doesn't hold isn't \
        made. A document that says that it is a draft or secret is taken with `acceptMarkings` only.
        """,
        body: .optionalJSON(ImportDecisions.confirmation, .creation), limit: 1_048_576,
        answer: .document(Import.shape, tagged: false),
        refusals: [.importAlreadyConfirmed, .documentLocked]
    ) { call in
        var body = try await call.body()
        let decisions = ImportDecisions.confirmation(&body)
        try body.finish()
        try await call.service.imports.confirm(
            try call.caller(), municipality: call.code, call.id("importId"), decisions, waiter: call.context.waiter)
        return try await Self.answer(call)
    }

    static let proposeFollowUps = Operation(
        "proposeFollowUps", "Read a report",
        """
        A coordinator, a contributor or a municipal police officer. The body is a report of what was done, in any form \
        that an import takes. \
        Answers with each of its rows as a follow-up of the measure it is likest to, for a person to look at and send \
        to `/follow-ups`; nothing \
        is stored.
        """,
        query: [.fileName], body: .file(Self.upload), limit: 10_485_760,
        answer: .document(ImportProposal.followUps, tagged: false),
        refusals: [.documentIsNoReport] + Self.unreadable
    ) { call in
        let (code, plan, imports) = (call.code, call.id("planId"), call.service.imports)
        let reported = try await imports.reportedPlan(
            try call.caller(), municipality: code, plan, waiter: call.context.waiter)
        let proposals = try await imports.report(
            try await Self.document(call), municipality: code, on: reported, waiter: call.context.waiter)
        let municipality = call.links.href("/municipalities/\(code)")
        let href = "\(municipality)/action-plans/\(plan.text)"
        return call.answer(capacity: 8_192) { json in
            ImportProposal.followUps.write(&json, ImportProposal.values(proposals, on: reported, plan))
            json.links(self: "\(href)/follow-up-proposals") { json in
                json.link("followUps", rel: "edit", href: "\(municipality)/follow-ups", method: "POST")
                json.link("actionPlan", rel: "up", href: href)
            }
        }
    }

    /// The document that is sent. One that doesn't say what it is, its name does.
    private static func document(_ call: Call) async throws -> ImportDocument {
        let fileName = call.query["fileName"] ?? "dokument"
        let mediaType: ImportDocument.MediaType
        if let type = ImportDocument.MediaType(rawValue: call.mediaType) ?? .init(fileName: fileName) {
            mediaType = type
        } else if let reason = ImportDocument.neverRead(fileName: fileName) {
            throw reason
        } else {
            throw Problem(
                .documentOfOtherKind,
                "Filens slag framgår inte: skicka den med sin medietyp, eller namnge den i fileName med ändelsen, som plan.docx."
            )
        }
        let content = try await call.file(isGranted: true)
        if content.count > mediaType.limit {
            throw Problem(.bodyTooLarge, "The body may have at most \(mediaType.limit) bytes.")
        }
        return ImportDocument(fileName: fileName, mediaType: mediaType, content: content)
    }

    private static func href(_ row: Row, _ call: Call) -> String {
        call.links.href("/municipalities/\(call.code)/imports/\(row["id"] ?? "")")
    }

    private static func answer(_ call: Call) async throws -> Response {
        try Self.answer(call, try await call.read(ImportSQL.show(call.code, call.id("importId"))), .ok)
    }

    private static func answer(_ call: Call, _ rows: QueryResult, _ status: HTTPResponse.Status) throws -> Response {
        guard let row = rows.first else { throw Problem.notFound }
        let proposal = try ImportService.document(row)
        let (href, municipality) = (Self.href(row, call), call.links.href("/municipalities/\(call.code)"))
        return call.answer(status, location: status == .created ? href : nil, capacity: 32_768) { json in
            Import.shape.layout.write(
                &json, row, [{ json, _ in ImportProposal.shape.write(&json, ImportProposal.values(proposal)) }])
            json.links(self: href) { json in
                json.link("collection", rel: "collection", href: "\(municipality)/imports")
                if let id = row["agreementId"] {
                    json.link("agreement", rel: "related", href: "\(municipality)/agreements/\(id)")
                }
                if let id = row["pictureId"] {
                    json.link("situationalPicture", rel: "related", href: "\(municipality)/situational-pictures/\(id)")
                }
                if let id = row["planId"] {
                    json.link("actionPlan", rel: "related", href: "\(municipality)/action-plans/\(id)")
                }
                json.acts(row["acts"], on: href)
            }
        }
    }
}
