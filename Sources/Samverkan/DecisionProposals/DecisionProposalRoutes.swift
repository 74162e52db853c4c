import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/agreements/{agreementId}/decision-proposal | every role of the municipality |
/// | GET …/agreements/{agreementId}/prolongations/{prolongationId}/decision-proposal | every role of the municipality |
/// | GET …/action-plans/{planId}/decision-proposal | every role of the municipality |
/// | GET …/reports/{reportId}/decision-proposal | every role of the municipality |
enum DecisionProposalRoutes {
    private static let detail = """
        Every role of the municipality, whose own paper it is. In Swedish: numbered points to be decided, a summary, the \
        matter, economic consequences (for whoever prepares it to write), what it rests on, and whom it is sent to. As \
        HTML a page to be printed, as plain text to be pasted into a case system. Made of the document as it is now.
        """

    static let signing = Self.operation(
        "getAgreementDecisionProposal", "A proposal to sign an agreement",
        { DecisionProposalSQL.signing($0.code, $0.id("agreementId")) },
        { "/agreements/\($0.id("agreementId").text)" }, { DecisionProposal.signing($1, $2) })

    static let prolonging = Self.operation(
        "getProlongationDecisionProposal", "A proposal to prolong an agreement",
        { DecisionProposalSQL.prolonging($0.code, $0.id("agreementId"), $0.id("prolongationId")) },
        { "/agreements/\($0.id("agreementId").text)/prolongations/\($0.id("prolongationId").text)" },
        { DecisionProposal.prolonging($1, $2) })

    static let adopting = Self.operation(
        "getActionPlanDecisionProposal", "A proposal to adopt an action plan",
        { DecisionProposalSQL.adopting($0.code, $0.id("planId")) }, { "/action-plans/\($0.id("planId").text)" },
        { DecisionProposal.adopting($1, $2) })

    static let reporting = Self.operation(
        "getReportDecisionProposal", "A proposal to approve a report, or to hand it to the assembly",
        query: [
            .choice(
                "act", Choice("ReportProposal", ["approval", "handover"]),
                "What is proposed: that the report is approved (unless said), or handed to the municipal assembly.")
        ],
        { DecisionProposalSQL.reporting($0.code, $0.id("reportId")) }, { "/reports/\($0.id("reportId").text)" },
        { call, facts, frame in
            call.query["act"] == "handover"
                ? DecisionProposal.handingReportOn(facts, frame) : DecisionProposal.approvingReport(facts, frame)
        })

    private static func operation(
        _ id: String, _ summary: String, query: [QueryParameter] = [],
        _ statement: @escaping @Sendable (Call) -> Statement, _ path: @escaping @Sendable (Call) -> String,
        _ proposal: @escaping @Sendable (Call, DecisionProposal.Facts, PaperFrame) -> DecisionProposal
    ) -> Operation {
        Operation(
            id, summary, Self.detail, query: query, answer: .document(DecisionProposal.shape),
            paper: DecisionProposal.paper, plainText: DecisionProposal.plainText
        ) { call in
            guard let row = try await call.read(statement(call)).first, let today = row["today"].flatMap(Day.init)
            else {
                throw Problem.notFound
            }
            let facts = WrittenJSON(Array((row["facts"] ?? "").utf8)).root
            let made = proposal(call, facts, call.beside.frame(call.service, call.links))
            let document = call.links.href("/municipalities/\(call.code)\(path(call))")
            return call.answer(isTagged: true) { json in
                made.write(&json, today: today)
                json.links(self: "\(document)/decision-proposal") { json in
                    json.link("document", rel: "up", href: document)
                }
            }
        }
    }
}
