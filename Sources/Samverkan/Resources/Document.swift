import Hummingbird
import Postgres

/// A document with parts of its own, which change only while it is a draft.
enum Document: String, Sendable {
    case agreement, picture, plan, party, report

    /// The column of its id.
    var column: StaticString {
        switch self {
        case .agreement: "agreement_id"
        case .picture: "picture_id"
        case .plan: "plan_id"
        case .party: "party_id"
        case .report: "report_id"
        }
    }

    var table: StaticString {
        switch self {
        case .agreement: "app.agreement"
        case .picture: "app.situational_picture"
        case .plan: "app.action_plan"
        case .party: "app.responsible_party"
        case .report: "app.report"
        }
    }

    /// The name of its id in the path.
    var parameter: StaticString {
        switch self {
        case .agreement: "agreementId"
        case .picture: "pictureId"
        case .plan: "planId"
        case .party: "partyId"
        case .report: "reportId"
        }
    }

    /// The path of its collection below the municipality.
    var path: String {
        switch self {
        case .agreement: "agreements"
        case .picture: "situational-pictures"
        case .plan: "action-plans"
        case .party: "responsible-parties"
        case .report: "reports"
        }
    }

    /// Holds the document's row and counts its version (not when nothing changes), or refuses: not seen, not the
    /// caller's, another version, no draft.
    func beginEdit(_ code: String, _ id: Identifier, expected: Int?, changes: Bool = true) -> Statement {
        "select app.begin_edit(\(self.rawValue), \(code), \(id), \(expected)::integer, \(changes))"
    }

    /// Holds the document's row, so that two that add to it come one after the other; nothing when it isn't the
    /// caller's. Counts no version: what is added may be a draft beside it, of which its tag must not tell.
    func hold(_ code: String, _ id: Parameter) -> Statement {
        """
        select 1 from \(unsafeSQL: "\(self.table)")
        where municipality_code = \(code) and \(unsafeSQL: "\(self.column)") = \(id) for no key update
        """
    }

    /// An act of the document's own, for a caller that has been seen to see it: refused from a state that it is not
    /// possible from, of another version than the expected one, and to a caller without the right.
    ///
    /// - Parameter set: assignments to its columns.
    func act(_ act: StaticString, _ code: String, _ id: Identifier, expected: Int?, set: Statement) -> Statement {
        .act(
            """
            update \(unsafeSQL: "\(self.table)") set \(set)
            where municipality_code = \(code) and \(unsafeSQL: "\(self.column)") = \(id) and app.is_version(version,
                \(expected)::integer)
                and app.is_possible(\(self.rawValue), \("\(act)"), state, version)
            """)
    }

    /// Discards the draft with all that hangs on it.
    func discard(_ call: Call) async throws -> Response {
        try await call.removal(
            Pipeline([
                "select app.discard(\(self.rawValue), \(call.code), \(call.id(self.parameter)), \(call.expectedVersion)::integer)"
            ]), inUse: .documentInUse, "Something depends on it: remove or move that first.")
    }

    /// Withdraws the draft, for a caller that has been seen to see it: another authority has had a part in it.
    func withdraw(_ call: Call, _ content: Content) -> Statement {
        self.act(
            "withdrawal", call.code, call.id(self.parameter), expected: call.expectedVersion,
            set: "state = 'withdrawn', withdrawal_reason = \(content["reason"] ?? .null)")
    }

    /// Why a draft is withdrawn.
    static let withdrawal = Shape(
        "Withdrawal", "Why a draft is withdrawn.", [.text("reason", "reason", "Why.").required])

    /// What a draft shows of that it was withdrawn.
    static func withdrawalReason(_ alias: String) -> Member {
        .text("withdrawalReason", "\(alias).withdrawal_reason", "Why it was withdrawn as a draft; null unless it was.")
    }

    static let discarding =
        "A coordinator, while it is a draft that no other authority has had a part in; it goes with all that hangs on it, and the log keeps every row. What something depends on stays."
    static let withdrawing =
        "A coordinator, with a reason, of a draft that was proposed to another authority or has received something from it: such a document is not discarded (TF 2:10)."

    /// Undoes the transaction (SV404) when the caller doesn't see the document.
    func require(_ code: String, _ id: Identifier) -> Statement {
        """
        select app.require_row(count(*)) from \(unsafeSQL: "\(self.table)")
        where municipality_code = \(code) and \(unsafeSQL: "\(self.column)") = \(id)
        """
    }

    /// Puts the parts in order, `moved` at `position` among those beside it. Agreements, parties and reports have no ordered
    /// parts.
    func arrange(_ code: String, _ id: Identifier, moved: Identifier?, to position: Int?) -> [Statement] {
        switch self {
        case .plan: ["select app.arrange_plan(\(code), \(id), \(moved)::uuid, \(position)::integer)"]
        case .picture: ["select app.arrange_picture(\(code), \(id), \(moved)::uuid, \(position)::integer)"]
        case .agreement, .party, .report: []
        }
    }
}
