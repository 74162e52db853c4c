import Foundation
import Postgres
import Samverkan
import TestSupport
import Testing
import Yams

/// The words of the domain stand in `app.term`; the contract and the tables' checks have the same ones, in the same
/// order.
@Suite struct TermTests {
    /// Which column a kind of words is kept in; nil for one that is never stored.
    private static let columns: [String: String?] = [
        "AgreementStatus": "agreement.state", "AgreementPhase": nil, "ProlongationStatus": "prolongation.state",
        "SituationalPictureStatus": "situational_picture.state", "ActionPlanStatus": "action_plan.state",
        "PromiseStatus": "promise.state", "PromiseOutcomeStatus": "promise_outcome.state",
        "Verdict": "promise_outcome.verdict", "IndicatorDirection": "indicator.direction",
        "ImportStatus": "import.state", "CommentStatus": nil, "ReportedStatus": "follow_up.status",
        "MeasureStatus": nil, "MeasureChangeKind": nil,
        "Theme": "priority_area.theme", "SourceKind": "source.kind", "ResponsiblePartyKind": "responsible_party.kind",
        "ResponsiblePartyForm": "responsible_party.form", "Promisor": "promise.promisor", "Party": "signature.party",
        "BodyKind": "body.kind", "ReportStatus": "report.state", "DecisionOutcome": "report_decision.outcome",
        "DeadlineKind": nil, "Duty": "duty_fulfilment.duty", "DutyStatus": nil, "AwaitedKind": nil, "Role": nil,
        "Act": nil,
    ]
    /// Checks of words that aren't the domain's.
    private static let others: Set = [
        "attachment.media_type", "import.media_type", "remembered_decision.kind", "approval.answer", "approval.party",
        "promise.returned_by", "action_plan.returned_by", "report_dispatch.body_kind",
    ]

    private func terms() async throws -> [String: [String]] {
        let database = try await TestCluster.shared.value.database()
        let rows = try database.administrator().run(["select kind, term from app.term order by kind, place"])[0]
        return Dictionary(grouping: rows) { $0["kind"] ?? "" }.mapValues { $0.compactMap { $0["term"] } }
    }

    @Test("The contract has the same words") func contract() async throws {
        let text = try String(contentsOfFile: "\(TestCluster.root)/openapi.yaml", encoding: .utf8)
        let document = try #require(try Yams.load(yaml: text) as? [String: Any])
        let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]])
        let terms = try await self.terms()
        #expect(Set(terms.keys) == Set(Self.columns.keys))
        for (kind, words) in terms where kind != "CommentStatus" && kind != "Act" {
            let schema = try #require(schemas[kind], "\(kind)")
            if let known = schema["x-extensible-enum"] as? [String] {
                #expect(known == Array(words.prefix(known.count)), "\(kind)")
            } else {
                #expect(schema["enum"] as? [String] == words, "\(kind)")
            }
        }
    }

    @Test("Every check of words has them") func checks() async throws {
        let database = try await TestCluster.shared.value.database()
        // Of the checks that say which words a column may hold, and nothing else: the column and the words.
        let rows = try database.administrator().run([
            """
            select c.relname || '.' || a.attname as column,
                array_to_string(array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') m), ' ') as words
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
            where n.nspname = 'app' and k.contype = 'c' and cardinality(k.conkey) = 1
              and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\['
            """
        ])[0]
        let found = Dictionary(
            uniqueKeysWithValues: rows.map {
                ($0["column"] ?? "", ($0["words"] ?? "").split(separator: " ").map(String.init))
            })
        let kept = Dictionary(
            uniqueKeysWithValues: Self.columns.compactMap { kind, column in column.map { ($0, kind) } })
        #expect(Set(found.keys) == Set(kept.keys).union(Self.others))
        let terms = try await self.terms()
        for (column, kind) in kept { #expect(found[column] == terms[kind], "\(column) and \(kind)") }
    }

    @Test("Every act that a status allows has a word") func acts() async throws {
        let database = try await TestCluster.shared.value.database()
        let unknown = try database.administrator().run([
            """
            select t.kind, x.act from app.term t, unnest(t.acts) x (act)
            where not exists (select from app.term a where a.kind = 'Act' and a.term = x.act)
            """
        ])[0]
        #expect(unknown.isEmpty)
        let roles = try database.administrator().run(["select role from access.role"])[0].compactMap { $0["role"] }
        #expect(try await self.terms()["Role"]?.sorted() == roles.sorted())
    }
}
