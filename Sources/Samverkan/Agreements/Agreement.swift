/// A cooperation agreement (samverkansöverenskommelse) between a municipality and its police district.
enum Agreement {
    static let status = Choice("AgreementStatus", ["draft", "proposed", "signed", "terminated", "withdrawn"])
    static let phase = Choice("AgreementPhase", ["upcoming", "current", "expired", "replaced"])

    /// Its last day as it stands today: what isn't given notice of in time moves by itself.
    static func endsOn(_ alias: String) -> String {
        """
        app.agreement_end(\(alias).state, \(alias).effective_end, \(alias).replaced_by_id, \(alias).notice_months,
            \(alias).tacit_prolongation_months, app.today())
        """
    }

    /// What a list shows of it.
    static let head = Shape(
        "AgreementHead", "An agreement in a list.",
        [
            .id("a.agreement_id", "The agreement."),
            .text("title", "a.title", limit: 500, "Its title.").required,
            .choice("status", "a.state", status, "Where it stands.").always,
            .object("period", Period.open("a.period_start", "a.period_end"), "The days that it is made for.").required,
            .day(
                "effectiveEnd", endsOn("a"),
                "Its last day after prolongation, tacit prolongation or termination; null until further notice."),
            .choice(
                "phase",
                """
                case when a.state = 'signed' then case when a.period_start > app.today() then 'upcoming'
                    when \(endsOn("a")) < app.today() then case when a.replaced_by_id is null then 'expired' else \
                'replaced' end
                    else 'current' end end
                """, phase, "Where it is today once it is signed; null else."),
            .version("a.version"),
        ], Registration.members("a"))

    static let shape = head.with(
        "Agreement", "A cooperation agreement with its text, signatures and prolongations.",
        [
            .texts("parties", "a.parties", limit: 20, "The parties, as they are named.").optional,
            .text("purpose", "a.purpose", limit: 20_000, "Its purpose.").optional,
            .text("scope", "a.scope", limit: 20_000, "What it covers.").optional,
            .text("outsideScope", "a.outside_scope", limit: 20_000, "What lies outside it.").optional,
            .integer(
                "noticeMonths", "a.notice_months", 0...60,
                "How many whole months before its end notice is given, by either party; null where it doesn't say."
            ).optional,
            .integer(
                "tacitProlongationMonths", "a.tacit_prolongation_months", 1...120,
                """
                By how many months it is prolonged when nobody has given notice in time, again and again; null when it \
                isn't. It needs `noticeMonths` and an end.
                """
            ).optional,
            .policeDistrict("d", "The police district that is a party to it."),
            .text("preparedBy", "a.prepared_by", limit: 500, "Who has prepared it.").optional,
            .identifier(
                "predecessorId", "a.predecessor_id",
                "The agreement that this one replaces: its last signature ends that one the day before it begins."
            ).optional,
            .text("returnReason", "a.return_reason", "Why it was last returned to draft."),
            .text("terminationReason", "a.termination_reason", "Why it was terminated."),
            Document.withdrawalReason("a"),
            .identifier(
                "replacedById",
                // A district that is no party to it knows nothing of it.
                """
                (select r.agreement_id from app.agreement r
                    where r.municipality_code = a.municipality_code and r.agreement_id = a.replaced_by_id)
                """, "The agreement that has replaced this one."),
            .list(
                "warnings", Warning.shape,
                "What whoever prepares it should look at; empty once it is signed, and outside the municipality."),
            .rows("sections", section, limit: 200, "Its running text, in order.").optional.linked,
            .rows("signatures", Signature.shape, limit: 20, "Who signs it, in order.").optional.linked,
            .list("prolongations", Prolongation.shape, "Its prolongations, oldest first."),
        ])

    static let section = Shape(
        "Section", "A section of an agreement's running text.",
        [
            .text("heading", "t.heading", limit: 500, "Its heading.").required,
            .text("text", "t.text", limit: 50_000, "Its text.").required,
        ])

    static let returning = Shape(
        "Return", "Why an agreement is returned to draft.",
        [
            .text("reason", "return_reason", "Why.").required
        ])

    static let termination = Shape(
        "Termination", "When and why an agreement ends before its time.",
        [
            .day("effectiveEnd", "effective_end", "Its last day, within its period.").required,
            .text("reason", "termination_reason", "Why.").required,
        ])

    static let renewal = Shape(
        "Renewal", "A new draft that starts from an agreement.",
        [
            .text("title", limit: 500, "Its title; the same unless said.").optional,
            .object("period", Period.open("period_start", "period_end"), "The days that it is made for.").required,
        ])
}
