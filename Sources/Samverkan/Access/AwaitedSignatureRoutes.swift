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

    /// What waits for the party that the caller signs for.
    private static let awaited: Statement = """
        select w.* from (\(unsafeSQL: AwaitedSignature.waiting)) w
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
