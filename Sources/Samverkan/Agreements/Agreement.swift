/// A cooperation agreement (samverkansöverenskommelse) between a municipality and its police district.
enum Agreement {
    static let status = Choice("AgreementStatus", ["draft", "proposed", "signed", "terminated"])
    static let phase = Choice("AgreementPhase", ["upcoming", "current", "expired", "replaced"])

    /// What a list shows of it.
    static let head = Shape(
        "AgreementHead", "An agreement in a list.",
        [
            .id("a.agreement_id", "The agreement."),
            .text("title", "a.title", limit: 500, "Its title.").required,
            .choice("status", "a.state", status, "Where it stands.").always,
            .object("period", Period.open("a.period_start", "a.period_end"), "The days that it is made for.").required,
            .day(
                "effectiveEnd", "a.effective_end",
                "Its last day after prolongation or termination; null until further notice."),
            .choice(
                "phase",
                """
                case when a.state = 'signed' then case when a.period_start > app.today() then 'upcoming'
                    when a.effective_end < app.today() then case when a.replaced_by_id is null then 'expired' else \
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
            .policeDistrict("d", "The police district that is a party to it."),
            .text("preparedBy", "a.prepared_by", limit: 500, "Who has prepared it.").optional,
            .identifier(
                "predecessorId", "a.predecessor_id",
                "The agreement that this one replaces: its last signature ends that one the day before it begins."
            ).optional,
            .text("returnReason", "a.return_reason", "Why it was last returned to draft."),
            .text("terminationReason", "a.termination_reason", "Why it was terminated."),
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

/// A signature of an agreement or of a prolongation, or who is to sign: without a date it isn't signed yet.
enum Signature {
    /// A side of the agreement.
    static let party = Choice("Party", ["municipality", "police"])

    static let shape = Shape(
        "Signature", "A signature, or who is to sign: without a date it isn't signed yet.",
        [
            .id("s.signature_id", "The signature."),
            .choice("party", "s.party", party, "For whom.").required,
            .text("name", "s.name", limit: 200, "The name of who signs.").required,
            .text("title", "s.title", limit: 200, "The title of who signs; an empty one is none.").optional.emptyIsNone
                .always,
            .text("body", "s.body", limit: 200, "The organisation.").optional,
            .text("place", "s.place", "Where it was signed."),
            .day("date", "s.signed_on", "The day of signing."),
            .bool("outsideSystem", "s.outside_system", "Whether it was signed on paper and recorded here."),
            .identifier("attachmentId", "s.attachment_id", "The scanned original of what was signed on paper."),
            .text("recordedBy", "s.recorded_by", "Who recorded it."),
            .timestamp("recordedAt", "s.recorded_at", "When it was recorded."),
            .text("contentSha256", "encode(s.content_sha256, 'hex')", "The SHA-256 of the content that was signed."),
            .text(
                "annexesSha256", "encode(s.annexes_sha256, 'hex')",
                "The SHA-256 of the annexes as they were then; null for a prolongation."),
            .text("form", "s.form", "The form of the text that was signed."),
        ])

    /// Name, title and body are as they are at signing, when they differ from what was planned.
    static let signing = Shape(
        "Signing", "Who of those that are to sign signs, and when.",
        [
            .identifier("signatureId", "signature_id", "Who signs, of those that are to sign.").required,
            .day("date", "signed_on", "The day of signing, today or earlier.").required,
            .text("place", "place", limit: 200, "Where it is signed.").optional,
            .text("name", "name", limit: 200, "The name of who signs; as planned unless said.").optional,
            .text("title", "title", limit: 200, "The title of who signs; as planned unless said.").optional,
            .text("body", "body", limit: 200, "The organisation; as planned unless said.").optional,
            .bool(
                "outsideSystem", "outside_system",
                "Whether it was signed on paper, by either party; a coordinator records that."
            ).optional,
            .identifier(
                "attachmentId", "attachment_id",
                "The scanned original, attached to the agreement; of what was signed on paper."
            ).optional,
        ])
}

/// A later end of an agreement (förlängning), signed by those who signed that.
enum Prolongation {
    static let status = Choice("ProlongationStatus", ["proposed", "signed", "withdrawn"])

    static let shape = Shape(
        "Prolongation", "A prolongation of an agreement.",
        [
            .id("t.prolongation_id", "The prolongation."),
            .day("effectiveEnd", "t.effective_end", "The new last day; null until further notice.").once,
            .text("reason", "t.reason", "Why.").once,
            .choice("status", "t.state", status, "Where it stands.").always,
            .timestamp("createdAt", "t.created_at", "When it was proposed.").always,
            .list("signatures", Signature.shape, "Who signs it: the same as signed the agreement."),
        ])
}
