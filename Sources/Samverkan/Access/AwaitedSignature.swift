/// What waits for somebody's signature or approval.
enum AwaitedSignature {
    static let kind = Choice("AwaitedKind", ["agreement", "prolongation", "actionPlan", "promise", "promiseOutcome"])

    /// Columns of `q`.
    static let shape = Shape(
        "AwaitedSignature", "A signature or an approval that waits.",
        [
            .text("municipalityCode", "q.municipality_code", "The municipality.").always,
            .choice("kind", "q.kind", kind, "What is signed or approved.").always,
            .identifier("documentId", "q.document_id", "What is signed or approved, by its id.").always,
            .text("text", "q.text", "Its title, or how it begins.").always,
            .choice("party", "q.party", Signature.party, "Whose signature or approval waits.").always,
            .text("name", "q.name", "Who is to sign; null where nobody is named."),
        ])

    /// Of a municipality that is named already.
    static let inOverview = Shape(
        "AwaitedInOverview", "A signature or an approval that waits.",
        [
            .choice("kind", "q.kind", kind, "What is signed or approved.").always,
            .identifier("documentId", "q.document_id", "What is signed or approved, by its id.").always,
            .text("text", "q.text", "Its title, or how it begins.").always,
            .choice("party", "q.party", Signature.party, "Whose signature or approval waits.").always,
        ])

    /// What row-level security lets the caller see of what waits, whoever is to sign or approve it.
    static let waiting = """
        select a.municipality_code, case when s.prolongation_id is null then 'agreement' else 'prolongation' end as kind,
            coalesce(s.prolongation_id, a.agreement_id) as document_id, a.agreement_id as parent_id, a.title as text, s.party,
            s.name
        from app.agreement a
        join app.signature s on s.municipality_code = a.municipality_code and s.agreement_id = a.agreement_id
            and s.signed_on is null
        left join app.prolongation t on t.municipality_code = s.municipality_code
            and t.prolongation_id = s.prolongation_id
        where case when s.prolongation_id is null then a.state else t.state end = 'proposed'
        union all
        select p.municipality_code, 'actionPlan', p.plan_id, null, p.year::text, 'police', null
        from app.action_plan p where p.state = 'proposed'
        union all
        select p.municipality_code, 'promise', p.promise_id, null, left(p.text, 200), x.party, null
        from app.promise p cross join unnest(app.approvers(p.promisor)) x (party)
        where p.state = 'proposed' and not exists (select from app.approval o
            where o.municipality_code = p.municipality_code and o.promise_id = p.promise_id and o.party = x.party
                and o.holds and o.answer = 'approved')
        union all
        select u.municipality_code, 'promiseOutcome', u.outcome_id, u.promise_id, left(u.text, 200), x.party, null
        from app.promise_outcome u
        join app.promise p on p.municipality_code = u.municipality_code and p.promise_id = u.promise_id
        cross join unnest(app.approvers(p.promisor)) x (party)
        where u.state = 'proposed' and not exists (select from app.promise_outcome c
                where c.municipality_code = u.municipality_code and c.promise_id = u.promise_id
                    and c.corrects_outcome_id = u.outcome_id and c.state <> 'returned')
            and not exists (select from app.approval o
            where o.municipality_code = u.municipality_code and o.outcome_id = u.outcome_id and o.party = x.party
                and o.holds and o.answer = 'approved')
        """
}
