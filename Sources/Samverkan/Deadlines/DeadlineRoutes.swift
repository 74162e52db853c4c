import Hummingbird
import Postgres

enum DeadlineRoutes {
    static let list = Operation(
        "listDeadlines", "What the caller must not miss",
        """
        Everyone with a grant, of all municipalities of its grants: a coordinator rounds, the next plan, the report, meetings \
        and their papers, the agreement's end and notice, promises to be reviewed, signatures, and the law's two years; a \
        contributor its rounds; the police their rounds, promises, signatures and the agreement's end. Other roles nothing. By \
        month, a year from today unless said. What is open stays when its day has passed.
        """,
        query: [
            .day("from", "The first day; today unless said."),
            .day("until", "The last day, within five years of the first; a year from the first unless said."),
        ], answer: .document(Deadline.wheel, tagged: false)
    ) { call in
        let (from, until) = (call.query.day("from"), call.query.day("until"))
        var asking = Pipeline()
        let days = asking.add(
            """
            select x.first::text as first, coalesce(\(until)::date, (x.first + interval '1 year')::date - 1)::text as last,
                coalesce(\(until)::date between x.first and x.first + interval '5 years', true) as is_possible
            from (select coalesce(\(from)::date, app.today()) as first) x
            """)
        let grants = asking.add(Self.grants)
        let asked = try await call.run(.caller, reading: true, asking)
        guard let range = asked[days].first, range.bool("is_possible"), let first = Day(range["first"] ?? ""),
            let last = Day(range["last"] ?? "")
        else {
            throw Problem(
                .invalidParameter, "The query parameter «until» must be from the first day to five years after it.")
        }
        let rows = try await Self.rows(Self.scopes(asked[grants]), from: first, until: last) { scope, pipeline in
            try await call.run(scope, reading: true, pipeline)
        }
        return call.answer(capacity: 16_384) { json in
            json.field("from", first.text)
            json.field("until", last.text)
            json.beginArray("months")
            var month = ""
            for row in rows {
                guard let day = row["dueOn"] else { continue }
                if String(day.prefix(7)) != month {
                    if !month.isEmpty { Self.endMonth(&json) }
                    month = String(day.prefix(7))
                    json.beginObject()
                    json.field("month", month)
                    json.beginArray("deadlines")
                }
                Deadline.shape.object(&json, row)
            }
            if !month.isEmpty { Self.endMonth(&json) }
            json.endArray()
            json.beginArray("undated")
            for row in rows where row["dueOn"] == nil { Deadline.shape.object(&json, row) }
            json.endArray()
            json.links(self: call.links.href("/me/deadlines?from=\(first.text)&until=\(last.text)"))
        }
    }

    private static func endMonth(_ json: inout JSONWriter) {
        json.endArray()
        json.endObject()
    }

    /// The caller's grants that give it something to do.
    static let grants: Statement =
        "select municipality_code, district_code from access.held_grants() where reports or signs"

    static func scopes(_ grants: QueryResult) -> [Database.Scope] {
        grants.compactMap { $0["district_code"] }.map(Database.Scope.district)
            + grants.compactMap { $0["municipality_code"] }.map(Database.Scope.municipality)
    }

    /// Of all scopes together, by day, each deadline once: the head of a district may be an officer, too.
    static func rows(
        _ scopes: [Database.Scope], from: Day, until: Day,
        _ read: (Database.Scope, Pipeline) async throws -> PipelineResults
    ) async throws -> [Row] {
        var (rows, seen): ([Row], Set<String>) = ([], [])
        for scope in scopes {
            var pipeline = Pipeline()
            let found = pipeline.add(Self.within(from, until))
            for row in try await read(scope, pipeline)[found] where seen.insert(Self.key(row)).inserted {
                rows.append(row)
            }
        }
        if scopes.count > 1 {
            // Each scope's own are in order already, and stay so.
            rows = rows.enumerated().sorted {
                ($0.element["dueOn"] ?? "9", $0.offset) < ($1.element["dueOn"] ?? "9", $1.offset)
            }.map(\.element)
        }
        return rows
    }

    private static func within(_ from: Day, _ until: Day) -> Statement {
        """
        select \(unsafeSQL: Deadline.shape.selected), q.key, q.due_on + 1 as day_after,
            app.today() as today
        from app.deadlines() q join app.municipality m on m.municipality_code = q.municipality_code
        where (q.due_on between \(from)::date and \(until)::date or q.is_open and coalesce(q.due_on < \(from)::date, true))
            and coalesce(q.due_on > date '1900-01-01', true)
        order by q.due_on, q.due_at nulls first, q.municipality_code, q.kind, q.key limit 1000
        """
    }

    /// Names a deadline through changes of its day.
    static func key(_ row: Row) -> String {
        "\(row["kind"] ?? "")-\(row["municipalityCode"] ?? "")-\((row["key"] ?? "").replacing(" ", with: "-"))"
    }

    /// Of what it is about.
    static func path(_ row: Row) -> String {
        let (municipality, id) = ("/municipalities/\(row["municipalityCode"] ?? "")", row["documentId"] ?? "")
        let parent = row["parentId"] ?? ""
        return switch row["about"] {
        case "reportingRound": "\(municipality)/reporting-rounds/\(id)"
        case "agreement": "\(municipality)/agreements/\(id)"
        case "prolongation": "\(municipality)/agreements/\(parent)/prolongations/\(id)"
        case "promise": "\(municipality)/promises/\(id)"
        case "promiseOutcome": "\(municipality)/promises/\(parent)/outcomes/\(id)"
        case "body": "\(municipality)/bodies/\(id)"
        case "situationalPicture": "\(municipality)/situational-pictures/\(id)"
        case "report": "\(municipality)/reports/\(id)"
        case "dutyFulfilment": "\(municipality)/duty-fulfilments/\(id)"
        default: "\(municipality)/action-plans/\(id)"
        }
    }
}
