/// A plan of what is to be done (handlingsplan), 5 § lag (2023:196).
enum ActionPlan {
    static let status = Choice(
        "ActionPlanStatus", ["draft", "proposed", "approved", "adopted", "closed", "superseded", "withdrawn"])

    private static let period: Member = .period("p.period_start", "p.period_end", "The days that it is for.").required

    /// What a list shows of it.
    static let head = Shape(
        "ActionPlanHead", "An action plan in a list.",
        [
            .id("p.plan_id", "The plan."),
            .identifier("agreementId", "p.agreement_id", "The agreement that it belongs to.").required,
            .identifier("pictureId", "p.picture_id", "The situational picture that it stands on.").optional,
            .integer("year", "p.year", 1990...2200, "Its year.").required,
            period,
            .choice("status", "p.state", status, "Where it stands.").always,
            .text("adoptedBy", "p.adopted_by", "The body that adopted it."),
            .day("adoptedOn", "p.adopted_on", "The day on which it was adopted."),
            .version("p.version"),
            .identifier("predecessorId", "p.revises_plan_id", "The plan that this one revises."),
            .text("preparedBy", "p.prepared_by", limit: 500, "Who has prepared it.").optional,
            .day("closedOn", "p.closed_on", "The day on which it was closed."),
        ], Registration.members("p"))

    static let shape = head.with(
        "ActionPlan", "A whole action plan.",
        [
            .text("introduction", "p.introduction", limit: 20_000, "Its introduction.").optional,
            .text("notes", "p.notes", limit: 20_000, "Running text that belongs to no area.").optional,
            Document.withdrawalReason("p"), Approval.returnReason("p"), Approval.returnedBy("p"),
            Approval.of("plan_id", "p", when: "p.is_answered"),
            .text("reopeningReason", "p.reopening_reason", "Why it was last reopened."),
            .list(
                "warnings", Warning.shape,
                """
                What whoever prepares it should look at. Once it is adopted, what it stands on is told in the answer \
                to its adoption only. Empty \
                outside the municipality, and when it is closed.
                """),
            .rows("priorityAreas", PriorityArea.inPlan, limit: 100, "Its priority areas, in order.").whole,
        ] + PlanPart.ofPlan.map(\.member))

    static let adoption = Shape(
        "Adoption", "Who adopts a plan, and when.",
        [
            .text("adoptedBy", limit: 200, "The body that adopts it.").required,
            .day("adoptedOn", "The day; today unless said.").optional,
        ])

    static let closing = Shape(
        "Closing", "When a plan is closed.",
        [
            .day("closedOn", "The day, never one to come; today unless said.").optional
        ])

    static let reopening = Shape("Reopening", "Why a closed plan is adopted again.", [.text("reason", "Why.").required])

    static let revision = Shape(
        "Revision", "Next year's plan, or this year's corrected.",
        [
            .integer("year", "year", 1990...2200, "Its year.").required,
            .object("period", Period.closed("period_start", "period_end"), "The days that it is for.").required,
            .identifier("agreementId", "agreement_id", "The agreement that it belongs to; the same unless said.")
                .optional,
            .identifier("pictureId", "picture_id", "The situational picture that it stands on; the same unless said.")
                .optional,
        ])
}
