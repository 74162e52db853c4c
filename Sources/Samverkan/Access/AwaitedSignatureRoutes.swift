import Hummingbird
import Postgres

enum AwaitedSignatureRoutes {
    static let list = Operation(
        "listAwaitedSignatures", "What waits for the caller's signature or approval",
        """
        Everyone with a grant. For the head of a district the police's signatures of agreements and prolongations, and its \
        approvals of plans, promises and their outcomes; for a coordinator the municipality's. Of all municipalities of \
        the caller's grants. Empty for other roles.
        """,
        query: QueryParameter.paging, answer: .page(AwaitedSignature.shape)
    ) { call in
        let page = call.query.page
        var asking = Pipeline()
        let grants = asking.add(Self.grants)
        let held = try await call.run(.caller, reading: true, asking)[grants]
        let districts = held.compactMap { $0["district_code"] }.map(Database.Scope.district)
        let scopes = districts + held.compactMap { $0["municipality_code"] }.map(Database.Scope.municipality)
        var (rows, total): ([Row], Int) = ([], 0)
        for scope in scopes {
            var pipeline = Pipeline()
            let waiting = pipeline.add(
                """
                select \(unsafeSQL: AwaitedSignature.shape.selected), q.parent_id from (\(Self.awaited)) q
                order by q.municipality_code, q.kind, q.document_id, q.party limit \(page.offset + page.limit)
                """)
            let count = pipeline.add(.count("from (\(Self.awaited)) q"))
            let results = try await call.run(scope, reading: true, pipeline)
            rows += results[waiting]
            total += results[count].first?.int("total") ?? 0
        }
        return call.page(rows.dropFirst(page.offset).prefix(page.limit), total: total, path: "/me/signatures") {
            json, row in
            AwaitedSignature.shape.layout.write(&json, row)
            json.links(self: call.links.href(Self.path(row)))
        }
    }

    /// The caller's grants that let it sign or approve.
    private static let grants: Statement =
        "select municipality_code, district_code from access.held_grants() where signs"

    /// What row-level security lets the caller see of what waits, for the party that the caller signs for.
    private static let awaited: Statement = """
        select w.* from (
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
        ) w
        where w.party = case when access.may('signature.police') then 'police' else 'municipality' end
        """

    private static func path(_ row: Row) -> String {
        let (municipality, id) = ("/municipalities/\(row["municipalityCode"] ?? "")", row["documentId"] ?? "")
        let parent = row["parent_id"] ?? ""
        return switch row["kind"] {
        case "agreement": "\(municipality)/agreements/\(id)"
        case "prolongation": "\(municipality)/agreements/\(parent)/prolongations/\(id)"
        case "actionPlan": "\(municipality)/action-plans/\(id)"
        case "promise": "\(municipality)/promises/\(id)"
        default: "\(municipality)/promises/\(parent)/outcomes/\(id)"
        }
    }
}
