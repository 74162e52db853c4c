/// The local crime prevention group (BRÅ-gruppen): who is in it, when it met and what it decided.
enum CrimePreventionGroup {
    /// A person or a role at an organisation, from a day and, once over, to a day.
    static let member = Shape(
        "GroupMember", "A member of the crime prevention group.",
        [
            .id("t.member_id", "The member."),
            .text("name", "t.name", limit: 200, "The person's name.").optional,
            .text("role", "t.role", limit: 200, "The role; a member is a person or a role.").optional,
            .text("organisation", "t.organisation", limit: 200, "The organisation.").required,
            .day("memberFrom", "t.member_from", "The first day in the group.").required,
            .day("memberTo", "t.member_to", "The last day in the group; null while it goes on.").optional,
            .version("t.version"),
        ])

    /// What a list shows of a meeting.
    static let meetingHead = Shape(
        "Meeting", "A meeting of the crime prevention group.",
        [
            .id("t.meeting_id", "The meeting."),
            .day("date", "t.held_on", "The day of the meeting.").required,
            .text("place", "t.place", limit: 200, "Where it was held.").optional,
            .text("notes", "t.notes", limit: 50_000, "Notes of the meeting.").optional,
            .version("t.version"),
        ])

    static let meeting = meetingHead.with(
        "MeetingWithDecisions", "A meeting, who was there, and what was decided.",
        [
            .identifiers(
                "presentMemberIds",
                """
                array(select x.member_id from app.meeting_attendance x
                    where x.municipality_code = t.municipality_code and x.meeting_id = t.meeting_id
                        order by x.member_id)
                """, limit: 200, "The members who were there."
            ).optional.linked,
            .rows(
                "decisions",
                """
                (select coalesce(json_agg(json_build_object('text', x.text, 'agreementId', x.agreement_id, 'pictureId',
                    x.picture_id,
                    'planId', x.plan_id) order by x.position), '[]') from app.meeting_decision x
                    where x.municipality_code = t.municipality_code and x.meeting_id = t.meeting_id)
                """, decision, limit: 200, "What was decided, in order."
            ).optional.linked,
        ])

    /// What was decided, and on which document.
    static let decision = Shape(
        "MeetingDecision", "A decision of a meeting; it is about one document at most.",
        [
            .text("text", "x.text", "What was decided.").required,
            .identifier("agreementId", "x.agreement_id", "The agreement that it is about.").optional,
            .identifier("pictureId", "x.picture_id", "The situational picture that it is about.").optional,
            .identifier("planId", "x.plan_id", "The action plan that it is about.").optional,
        ])
}
