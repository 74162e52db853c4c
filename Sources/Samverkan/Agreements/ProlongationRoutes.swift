import HTTPTypes
import Hummingbird
import Postgres

enum ProlongationRoutes {
    static let show = Operation(
        "getProlongation", "A prolongation", "Whoever sees the agreement. With its signatures.",
        answer: .document(Prolongation.shape, tagged: false)
    ) { call in
        var pipeline = Pipeline()
        let shown = AgreementSQL.Shown(call.code, call.id("agreementId"), in: &pipeline)
        return try Self.answer(call, try await call.read(pipeline), shown, call.id("prolongationId"))
    }

    static let create = Operation(
        "createProlongation", "Propose a prolongation",
        """
        A coordinator: a new last day, or until further notice. Signed by those who signed the agreement; the last \
        signature moves the \
        agreement's end. The agreement must be signed, the end later than it is, and no other prolongation may wait \
        for signatures.
        """,
        body: .optionalJSON(Prolongation.shape, .creation), answer: .created(Prolongation.shape),
        refusals: [.agreementNotSigned, .prolongationNotLonger, .prolongationOpen]
    ) { call in
        let (code, agreement, id) = (call.code, call.id("agreementId"), Identifier.version7())
        let (content, source) = try await call.content()
        let pipeline = Pipeline([
            Document.agreement.require(code, agreement), AgreementSQL.prolong(code, agreement, id, content),
        ])
        let made = try await call.make([id], source, pipeline) { pipeline, _ in
            AgreementSQL.Shown(code, agreement, in: &pipeline)
        }
        return try Self.answer(call, made.results, made.shown, made.ids[0], .created)
    }

    static let sign = Operation(
        "signProlongation", "Sign a prolongation",
        "Who may, and what is refused: as for the agreement. It must be neither signed nor withdrawn.",
        body: .json(Signature.signing, .creation), precondition: .optional,
        answer: .document(Prolongation.shape, tagged: false),
        refusals: [
            .prolongationNotProposed, .alreadySigned, .agreementNotProposed, .signatureContentDiffers,
            .agreementPeriodsOverlap, .signatureInFuture,
            .signatureNeedsOriginal,
        ]
    ) { call in
        let content = try await AgreementRoutes.signing(call)
        return try await Self.act(
            call,
            AgreementSQL.sign(
                call.code, call.id("agreementId"), prolongation: call.id("prolongationId"), content,
                as: try call.caller().kind,
                expected: call.expectedVersion))
    }

    static let withdraw = Operation(
        "withdrawProlongation", "Withdraw a prolongation", "A coordinator. It must be neither signed nor withdrawn.",
        answer: .document(Prolongation.shape, tagged: false), refusals: [.prolongationNotProposed]
    ) { call in
        try await Self.act(call, AgreementSQL.withdraw(call.code, call.id("agreementId"), call.id("prolongationId")))
    }

    private static func act(_ call: Call, _ statements: [Statement]) async throws -> Response {
        var pipeline = Pipeline(statements)
        let shown = AgreementSQL.Shown(call.code, call.id("agreementId"), in: &pipeline)
        return try Self.answer(call, try await call.write(pipeline), shown, call.id("prolongationId"))
    }

    private static func answer(
        _ call: Call, _ results: PipelineResults, _ shown: AgreementSQL.Shown, _ id: Identifier,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard let row = results[shown.prolongations].first(where: { $0["id"] == id.text }) else {
            throw Problem.notFound
        }
        let agreement = call.links.href("/municipalities/\(call.code)/agreements/\(call.id("agreementId").text)")
        let href = "\(agreement)/prolongations/\(id.text)"
        return call.answer(status, location: status == .created ? href : nil) { json in
            AgreementRoutes.prolongation(&json, row, results[shown.signatures])
            json.links(self: href) { json in
                json.link("agreement", rel: "up", href: agreement)
                if call.isInside {
                    json.link("decisionProposal", rel: "related", href: "\(href)/decision-proposal")
                }
                json.acts(row["acts"], on: href)
            }
        }
    }
}
