/// What the public is promised (medborgarlöfte): by the municipality, the police or both.
enum Promise {
    static let promisor = Choice("Promisor", ["municipality", "police", "joint"])
    static let status = Choice(
        "PromiseStatus", ["draft", "proposed", "approved", "published", "withdrawn", "superseded"])

    /// What a list shows of it.
    static let head = Shape(
        "PromiseHead", "A citizen promise in a list.",
        [
            .id("t.promise_id", "The promise."),
            .identifier("agreementId", "t.agreement_id", "The agreement that it is made under.").required.once,
            .choice("promisor", "t.promisor", promisor, "Who promises.").required,
            .text("text", "t.text", "What is promised. A draft may be without it yet.").optional,
            .period("t.period_start", "t.period_end", "The days that it is for; null when none are said.").optional,
            .text("preparedBy", "t.prepared_by", limit: 500, "Who has prepared it.").optional,
            .choice("status", "t.state", status, "Where it stands.").always,
            .day("publishedOn", "t.published_on", "The day on which it was published."),
            .day("withdrawnOn", "t.withdrawn_on", "The day on which it was withdrawn."),
            .text("withdrawalReason", "t.withdrawal_reason", "Why it was withdrawn."),
            .identifier("predecessorId", "t.predecessor_id", "The promise that this one corrects or prolongs."),
            .text("revisionReason", "t.revision_reason", "Why it corrects or prolongs that one."),
            .version("t.version"),
        ])

    static let shape = head.with(
        "Promise", "A citizen promise.",
        [
            .identifiers(
                "measureIds",
                """
                array(select x.measure_id from app.promise_measure x where x.municipality_code = t.municipality_code
                    and x.promise_id = t.promise_id order by x.measure_id)
                """, limit: 100, "The measures that it is kept by, of plans of its agreement."
            ).optional.linked,
            Approval.returnReason("t"), Approval.returnedBy("t"), Approval.of("promise_id", "t"),
            .rows(
                "outcomes",
                PromiseOutcome.inPromise.json(
                    from: "app.promise_outcome o",
                    where: "o.municipality_code = t.municipality_code and o.promise_id = t.promise_id"
                        + " and not exists (select from app.promise_outcome c where c.municipality_code = o.municipality_code"
                        + " and c.promise_id = o.promise_id and c.corrects_outcome_id = o.outcome_id and c.state = 'approved')",
                    order: "o.period_end, o.recorded_at, o.outcome_id"), PromiseOutcome.inPromise,
                "How it came out, oldest first; what an approved correction stands in the place of is left out."),
        ])

    static let publication = Shape(
        "Publication", "When a promise is published.",
        [.day("publishedOn", "published_on", "The day, never one to come; today unless said.").optional])

    static let withdrawal = Shape(
        "PromiseWithdrawal", "Why a promise is withdrawn, and when.",
        [
            .text("reason", "reason", "Why.").required,
            .day("withdrawnOn", "withdrawn_on", "The day, never one to come; today unless said.").optional,
        ])

    static let revision = Shape(
        "PromiseRevision", "A corrected version of a published promise.",
        [
            .text("reason", "reason", "Why it is corrected.").optional,
            .period("period_start", "period_end", "The days that it is for; the same unless said.").optional,
        ])

    static let prolongation = Shape(
        "PromiseProlongation", "A later end of a published promise.",
        [
            .day("end", "period_end", "Its new last day.").required,
            .text("reason", "reason", "Why it is prolonged.").optional,
        ])
}
