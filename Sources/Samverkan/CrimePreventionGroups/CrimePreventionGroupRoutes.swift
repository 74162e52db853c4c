import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/crime-prevention-group-members, …-members/{memberId}; GET …/crime-prevention-group-meetings, …-meetings/{meetingId} | every role of the municipality, and its municipal police officers |
/// | POST and PATCH of them | coordinator |
enum CrimePreventionGroupRoutes {
    /// A person or a role at an organisation, from a day and, once over, to a day.
    static let members = Resource(
        table: "app.group_member", column: "member_id", parameter: "memberId", path: "crime-prevention-group-members",
        order: "t.organisation collate app.swedish, t.member_from",
        fields: [
            Field("name", "name", .text(200)),
            Field("role", "role", .text(200)),
            Field("organisation", "organisation", .text(200), required: true),
            Field("memberFrom", "member_from", .day, required: true),
            Field("memberTo", "member_to", .day),
        ])

    static let meetings = Resource(
        table: "app.meeting", column: "meeting_id", parameter: "meetingId", path: "crime-prevention-group-meetings", order: "t.held_on desc",
        fields: [
            Field("date", "held_on", .day, required: true),
            Field("place", "place", .text(200)),
            Field("notes", "notes", .text(50_000)),
        ],
        lists: [
            Resource.List(
                name: "presentMemberIds",
                selected: """
                    (select coalesce(json_agg(x.member_id order by x.member_id), '[]') from app.meeting_attendance x
                        where x.municipality_code = t.municipality_code and x.meeting_id = t.meeting_id)
                    """,
                read: { body in body.has("presentMemberIds") ? .json(body.identifiers("presentMemberIds", limit: 200).map(\.text)) : nil },
                replace: { code, id, members in
                    [
                        "delete from app.meeting_attendance where municipality_code = \(code) and meeting_id = \(id)",
                        """
                        insert into app.meeting_attendance (municipality_code, meeting_id, member_id)
                        select distinct \(code), \(id)::uuid, x.id::uuid from jsonb_array_elements_text(\(members)::jsonb) x (id)
                        """,
                    ]
                }),
            // What was decided, and on which document.
            Resource.List(
                name: "decisions",
                selected: """
                    (select coalesce(json_agg(json_strip_nulls(json_build_object('text', x.text, 'agreementId', x.agreement_id, 'pictureId', x.picture_id,
                        'planId', x.plan_id)) order by x.position), '[]') from app.meeting_decision x
                        where x.municipality_code = t.municipality_code and x.meeting_id = t.meeting_id)
                    """,
                read: { body in body.has("decisions") ? .json(Self.decisions(&body)) : nil },
                replace: { code, id, decisions in
                    [
                        "delete from app.meeting_decision where municipality_code = \(code) and meeting_id = \(id)",
                        """
                        insert into app.meeting_decision (municipality_code, meeting_id, position, text, agreement_id, picture_id, plan_id)
                        select \(code), \(id)::uuid, r.position, r.text, r.agreement, r.picture, r.plan
                        from jsonb_to_recordset(\(decisions)::jsonb) as r (position integer, text text, agreement uuid, picture uuid, plan uuid)
                        """,
                    ]
                }),
        ])

    private struct Decision: Encodable { let position: Int, text: String, agreement: String?, picture: String?, plan: String? }

    private static func decisions(_ body: inout ObjectReader) -> [Decision] {
        var position = 0
        return body.objects("decisions", limit: 200) { item in
            position += 1
            let text = item.text("text", required: true)
            let (agreement, picture, plan) = (item.identifier("agreementId"), item.identifier("pictureId"), item.identifier("planId"))
            if [agreement, picture, plan].compactMap({ $0 }).count > 1 { item.faults.add(item.pointer, .duplicate, "is about one document at most") }
            return text.map { Decision(position: position, text: $0, agreement: agreement?.text, picture: picture?.text, plan: plan?.text) }
        }
    }
}
