import HTTPTypes
import Hummingbird
import Postgres

enum AgreementRoutes {
    static let list = Operation(
        "listAgreements", "Agreements",
        "Every role of the municipality; the police of the district that is a party see them from proposed on. Newest period first.",
        query: QueryParameter.paging + [.text("registrationNumber", "The registration number in the diarium, whole.")],
        answer: .page(Agreement.head)
    ) { call in
        var pipeline = Pipeline()
        let statements = AgreementSQL.list(
            call.code, registrationNumber: call.query["registrationNumber"], call.query.page)
        let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
        let results = try await call.read(pipeline)
        let path = "/municipalities/\(call.code)/agreements"
        return call.page(results[rows], results[total], path: path) { json, row in
            Agreement.head.layout.write(&json, row)
            json.links(self: call.links.href("\(path)/\(row["id"] ?? "")"))
        }
    }

    static let show = Operation(
        "getAgreement", "An agreement", "Who may: as for the list. With its text, signatures and prolongations.",
        answer: .document(Agreement.shape), paper: AgreementPaper.paper
    ) { call in
        var pipeline = Pipeline()
        let shown = AgreementSQL.Shown(call.code, call.id("agreementId"), in: &pipeline)
        return try Self.answer(call, try await call.read(pipeline), shown)
    }

    static let create = Operation(
        "createAgreement", "Draft an agreement",
        "A coordinator. A draft with the municipality's police district; its text and who is to sign can come now or later.",
        body: .json(Agreement.shape, .creation), answer: .created(Agreement.shape, tagged: true),
        refusals: [.agreementTransitionNotPossible]
    ) { call in
        let id = Identifier.version7()
        var body = try await call.body()
        let content = body.content(of: Agreement.shape, .creation)
        let parts = Self.parts(&body, call.code, id)
        try body.finish()
        return try await Self.make(
            call, id, body.source, Pipeline([AgreementSQL.create(call.code, id, content)] + (parts ?? [])))
    }

    static let change = Operation(
        "changeAgreement", "Change an agreement",
        """
        A coordinator. The content only while it is a draft; registration number, decision and references at any time, \
        since they are no \
        part of what is signed.
        """,
        body: .json(Agreement.shape, .change), precondition: .required, answer: .document(Agreement.shape),
        refusals: [.documentLocked, .agreementTransitionNotPossible]
    ) { call in
        let (code, id) = (call.code, call.id("agreementId"))
        var body = try await call.body()
        let content = body.content(of: Agreement.shape, .change)
        let parts = Self.parts(&body, code, id)
        try body.finish()
        return try await Self.act(
            call,
            [AgreementSQL.change(code, id, content, alsoParts: parts != nil, expected: call.expectedVersion)]
                + (parts ?? []))
    }

    static let propose = Operation(
        "proposeAgreement", "Propose an agreement",
        """
        A coordinator. Locks the text so that it can be signed; the police see it from now on. It must be a draft in \
        which both parties \
        have a signer. `agreementPeriodsOverlap` names another agreement that holds within its period and that it \
        doesn't replace.
        """,
        precondition: .optional, answer: .document(Agreement.shape),
        refusals: [.agreementTransitionNotPossible, .agreementWithoutSigners, .agreementPeriodsOverlap]
    ) { call in
        try await Self.act(
            call, [AgreementSQL.propose(call.code, call.id("agreementId"), expected: call.expectedVersion)])
    }

    static let discard = Operation(
        "discardAgreement", "Discard a draft of an agreement", Document.discarding, precondition: .required,
        answer: .removed, refusals: [.documentLocked, .documentExchanged, .documentInUse]
    ) { call in try await Document.agreement.discard(call) }

    static let withdraw = Operation(
        "withdrawAgreement", "Withdraw a draft of an agreement", Document.withdrawing,
        body: .json(Document.withdrawal, .creation), precondition: .optional, answer: .document(Agreement.shape),
        refusals: [.agreementTransitionNotPossible, .documentNotExchanged]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(call, [Document.agreement.withdraw(call, content)])
    }

    static let takeBack = Operation(
        "returnAgreement", "Return a proposed agreement to draft",
        "A coordinator, with a reason. Signatures that were made are void.",
        body: .json(Agreement.returning, .creation), precondition: .optional, answer: .document(Agreement.shape),
        refusals: [.agreementTransitionNotPossible]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(
            call, [AgreementSQL.takeBack(call.code, call.id("agreementId"), content, expected: call.expectedVersion)])
    }

    static let sign = Operation(
        "signAgreement", "Sign an agreement",
        """
        A coordinator signs for the municipality, the head of the district for the police. A coordinator also records \
        what either party \
        has signed on paper, with the scanned original attached to the agreement. The last signature makes it signed. \
        It must be proposed, \
        and the signer must not have signed. `signatureContentDiffers` says that agreement or annexes are not what the \
        first one signed. \
        404 when the agreement has no such signer. Send If-Match with the tag of what was read, so that nothing else \
        is signed.
        """,
        body: .json(Signature.signing, .creation), precondition: .optional, answer: .document(Agreement.shape),
        refusals: [
            .agreementNotProposed, .alreadySigned, .signatureContentDiffers, .agreementPeriodsOverlap,
            .signatureInFuture, .signatureNeedsOriginal,
        ]
    ) { call in
        let content = try await Self.signing(call)
        return try await Self.act(
            call,
            AgreementSQL.sign(
                call.code, call.id("agreementId"), prolongation: nil, content, as: try call.caller().kind,
                expected: call.expectedVersion))
    }

    static let terminate = Operation(
        "terminateAgreement", "Terminate an agreement",
        "A coordinator: its last day and why. It must be signed, and the day within its period.",
        body: .json(Agreement.termination, .creation), precondition: .optional, answer: .document(Agreement.shape),
        refusals: [.agreementTransitionNotPossible, .agreementTermination]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(
            call, [AgreementSQL.terminate(call.code, call.id("agreementId"), content, expected: call.expectedVersion)])
    }

    static let renew = Operation(
        "renewAgreement", "Renew an agreement",
        "A coordinator. A new draft that starts from this agreement, its text and who is to sign. This one must be signed, or have been.",
        body: .json(Agreement.renewal, .creation), answer: .created(Agreement.shape, tagged: true),
        refusals: [.agreementTransitionNotPossible]
    ) { call in
        let (content, source) = try await call.content()
        let id = Identifier.version7()
        return try await Self.make(
            call, id, source, Pipeline(AgreementSQL.renew(call.code, call.id("agreementId"), into: id, content)))
    }

    static let signedText = Operation(
        "getSignedText", "What was signed of an agreement",
        """
        Whoever sees the agreement. The texts that the digests of its present signatures were made of, so that anybody can check \
        them. Annexes are plans and promises from proposed on. Of what was signed before form v2 the police see the \
        agreement's own text: its annexes held drafts, which stay the municipality's.
        """,
        answer: .document(SignedText.document, tagged: false)
    ) { call in
        var pipeline = Pipeline()
        let shown = AgreementSQL.SignedTexts(call.code, call.id("agreementId"), in: &pipeline)
        let results = try await call.read(pipeline)
        guard let row = results[shown.agreement].first else { throw Problem.notFound }
        let agreement = call.links.href("/municipalities/\(call.code)/agreements/\(call.id("agreementId").text)")
        return call.answer { json in
            SignedText.document.layout.write(
                &json, row, [{ json, _ in SignedText.shape.list(&json, results[shown.texts]) }])
            json.links(self: "\(agreement)/signed-text") { json in json.link("agreement", rel: "up", href: agreement) }
        }
    }

    // MARK: Bodies

    /// What a body says of sections and signers; nil for nothing.
    private static func parts(_ body: inout ObjectReader, _ code: String, _ id: Identifier) -> [Statement]? {
        let sections = body.rows(Agreement.shape.member("sections"), ["position": "integer"]) { _, place in [place] }
        let signers = body.rows(Agreement.shape.member("signatures"), ["id": "uuid", "position": "integer"]) {
            _, place in
            [Identifier.version7(), place]
        }
        if sections == nil, signers == nil { return nil }
        return (sections.map { AgreementSQL.replaceSections(code, id, $0) } ?? [])
            + (signers.map { AgreementSQL.replaceSigners(code, id, $0) } ?? [])
    }

    /// Of ``Signature/signing``, held against who asks.
    static func signing(_ call: Call) async throws -> Content {
        var body = try await call.body()
        let content = body.content(of: Signature.signing, .creation)
        let isOutside = content["outside_system"] == true.postgresParameter
        if !isOutside, content.text("attachment_id") != nil {
            body.faults.add("/attachmentId", .invalidFormat, "belongs to what is signed outside the system")
        }
        try body.finish()
        if isOutside, try call.caller().kind != .municipality {
            throw Problem(.forbidden, "A coordinator records what was signed on paper.")
        }
        return content
    }

    // MARK: Answers

    private static func make(_ call: Call, _ id: Identifier, _ source: [UInt8], _ pipeline: Pipeline) async throws
        -> Response
    {
        let made = try await call.make([id], source, pipeline) { pipeline, ids in
            AgreementSQL.Shown(call.code, ids[0], in: &pipeline)
        }
        return try Self.answer(call, made.results, made.shown, .created)
    }

    private static func act(_ call: Call, _ statements: [Statement]) async throws -> Response {
        let (code, id) = (call.code, call.id("agreementId"))
        var pipeline = Pipeline([Document.agreement.require(code, id)] + statements)
        let shown = AgreementSQL.Shown(code, id, in: &pipeline)
        return try Self.answer(call, try await call.write(pipeline), shown)
    }

    /// Of a draft or a proposal: another agreement that holds meanwhile; of a renewal, the years in its text, which
    /// were written for the period before. Told inside the municipality, and to its officer.
    private static func warnings(_ agreement: Row, sections: QueryResult) -> [Warning] {
        if agreement.isNull("overlapped") { return [] }
        var warnings = Identifier.list(agreement["overlapped"]).map {
            Warning(
                code: .overlapsAgreement,
                text:
                    "En annan överenskommelse gäller under en del av perioden; ange den som den som ersätts, eller välj en annan period",
                id: $0)
        }
        if agreement.isNull("predecessorId") { return warnings }
        let texts: [(String, String?)] =
            [
                ("titeln", agreement["title"]), ("syftet", agreement["purpose"]), ("omfattningen", agreement["scope"]),
                ("det som ligger utanför", agreement["outsideScope"]),
            ] + sections.map { ("avsnittet «\($0["heading"] ?? "")»", "\($0["heading"] ?? "") \($0["text"] ?? "")") }
        for (place, text) in texts {
            let years = Self.years(in: text ?? "")
            if years.isEmpty { continue }
            warnings.append(
                .init(
                    code: .yearInText,
                    text: "I \(place) står \(years.joined(separator: ", ")): stämmer det för den nya perioden?"))
        }
        return warnings
    }

    /// Four digits that stand alone and may be a year, each once.
    private static func years(in text: String) -> [String] {
        var years: [String] = []
        for digits in text.split(whereSeparator: { !($0.isASCII && $0.isNumber) }).map(String.init)
        where digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20")) && !years.contains(digits) {
            years.append(digits)
        }
        return years
    }

    /// The members of a prolongation, with its signatures out of the agreement's.
    static func prolongation(_ json: inout JSONWriter, _ row: Row, _ signatures: QueryResult) {
        Prolongation.shape.layout.write(
            &json, row,
            Prolongation.shape.layout.ordered([
                "signatures": { json, row in
                    Signature.shape.list(&json, signatures.filter { $0["prolongation_id"] == row["id"] })
                }
            ]))
    }

    private static func answer(
        _ call: Call, _ results: PipelineResults, _ shown: AgreementSQL.Shown, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard let agreement = results[shown.agreement].first else { throw Problem.notFound }
        let (sections, signatures) = (results[shown.sections], results[shown.signatures])
        let collection = call.links.href("/municipalities/\(call.code)/agreements")
        let href = "\(collection)/\(agreement["id"] ?? "")"
        return call.answer(
            status, version: agreement.int("version"), location: status == .created ? href : nil, capacity: 16_384
        ) { json in
            Agreement.shape.layout.write(
                &json, agreement,
                Agreement.shape.layout.ordered([
                    "warnings": { json, row in json.warnings(Self.warnings(row, sections: sections)) },
                    "sections": { json, _ in Agreement.section.list(&json, sections) },
                    "signatures": { json, _ in
                        Signature.shape.list(&json, signatures.filter { $0.isNull("prolongation_id") })
                    },
                    "prolongations": { json, _ in
                        json.beginArray()
                        for row in results[shown.prolongations] {
                            json.beginObject()
                            Self.prolongation(&json, row, signatures)
                            json.links(self: "\(href)/prolongations/\(row["id"] ?? "")")
                            json.endObject()
                        }
                        json.endArray()
                    },
                ]))
            json.links(self: href) { json in
                json.link("collection", rel: "collection", href: collection)
                json.link("signedText", rel: "related", href: "\(href)/signed-text")
                if let successor = agreement["replacedById"] {
                    json.link("successor", rel: "successor-version", href: "\(collection)/\(successor)")
                }
                if call.isInside {
                    json.link("decisionProposal", rel: "related", href: "\(href)/decision-proposal")
                }
                json.link("attachments", rel: "related", href: "\(href)/attachments")
                json.link("comments", rel: "related", href: "\(href)/comments")
                json.acts(agreement["acts"], on: href)
            }
        }
    }
}
