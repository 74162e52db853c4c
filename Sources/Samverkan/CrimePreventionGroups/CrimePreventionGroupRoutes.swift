import Postgres

enum CrimePreventionGroupRoutes {
    private static let members = Resource(
        shape: CrimePreventionGroup.member, table: "app.group_member", column: "member_id", parameter: "memberId",
        path: "crime-prevention-group-members", order: "t.organisation collate app.swedish, t.member_from")

    static let listMembers = members.list(
        "listGroupMembers", "Members of the crime prevention group",
        "Every role of the municipality, and its municipal police officers. By organisation.")
    static let createMember = members.create("createGroupMember", "Add a member", "A coordinator.")
    static let showMember = members.show(
        "getGroupMember", "A member", "Every role of the municipality, and its municipal police officers.")
    static let changeMember = members.change("changeGroupMember", "Change a member", "A coordinator.")

    private static let meetings = Resource(
        shape: CrimePreventionGroup.meeting, head: CrimePreventionGroup.meetingHead, table: "app.meeting",
        column: "meeting_id",
        parameter: "meetingId", path: "crime-prevention-group-meetings", order: "t.held_on desc",
        links: [
            Resource.Link(
                name: "presentMemberIds",
                remove: { meeting, _ in
                    "delete from app.meeting_attendance where municipality_code = \(meeting.code) and meeting_id = \(meeting.id)"
                },
                add: { meeting, members in
                    """
                    insert into app.meeting_attendance (municipality_code, meeting_id, member_id)
                    select distinct \(meeting.code), \(meeting.id)::uuid, r.id from \(members.source)
                    """
                }),
            Resource.Link(
                name: "decisions",
                remove: { meeting, _ in
                    "delete from app.meeting_decision where municipality_code = \(meeting.code) and meeting_id = \(meeting.id)"
                },
                add: { meeting, decisions in
                    """
                    insert into app.meeting_decision (municipality_code, meeting_id, position, text, agreement_id,
                        picture_id, plan_id)
                    select \(meeting.code), \(meeting.id)::uuid, r.position, r.text, r.agreement_id, r.picture_id,
                        r.plan_id
                    from \(decisions.source)
                    """
                },
                check: { decision in
                    if ["agreementId", "pictureId", "planId"].count(where: decision.isSaid) > 1 {
                        decision.faults.add(decision.pointer, .duplicate, "is about one document at most")
                    }
                }),
        ])

    static let listMeetings = meetings.list(
        "listMeetings", "Meetings of the crime prevention group",
        "Every role of the municipality, and its municipal police officers. Latest first, without attendance and decisions."
    )
    static let createMeeting = meetings.create("createMeeting", "Add a meeting", "A coordinator.")
    static let showMeeting = meetings.show(
        "getMeeting", "A meeting", "Every role of the municipality, and its municipal police officers.")
    static let changeMeeting = meetings.change("changeMeeting", "Change a meeting", "A coordinator.")
}
