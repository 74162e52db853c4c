import Hummingbird
import NIOCore
import Postgres

enum CalendarFeedRoutes {
    static let show = Operation(
        "getCalendarFeed", "Whether the caller has a calendar address",
        "Everyone with a grant, about themselves. The address itself is told only when it is made.",
        answer: .document(CalendarFeed.shape, tagged: false)
    ) { call in
        var pipeline = Pipeline()
        let shown = pipeline.add(Self.active)
        return try Self.answer(call, try await call.run(.caller, reading: true, pipeline)[shown], href: nil)
    }

    static let renew = Operation(
        "renewCalendarFeed", "Make a calendar address",
        """
        Everyone with a grant, for themselves. A calendar reads the caller's deadlines there without logging in, so the \
        address is a secret: it is told once, and kept as a digest only. The one before it is revoked.
        """,
        answer: .document(CalendarFeed.shape, tagged: false), refusals: [.conflict]
    ) { call in
        let feed = CalendarFeed(for: try call.caller().kind)
        var pipeline = Pipeline(["select app.renew_feed(\(feed.sha256)::bytea)"])
        let shown = pipeline.add(Self.active)
        return try Self.answer(
            call, try await call.run(.caller, reading: false, pipeline)[shown],
            href: call.links.href("/calendar-feeds/\(feed.secret)"))
    }

    static let revoke = Operation(
        "revokeCalendarFeed", "Revoke the calendar address",
        "Everyone with a grant, for themselves. Who asks there from now on gets 410.", answer: .removed
    ) { call in
        _ = try await call.run(.caller, reading: false, Pipeline(["select app.renew_feed(null::bytea)"]))
        return Response(status: .noContent, headers: [.cacheControl: "private, no-cache"])
    }

    static let read = Operation(
        "readCalendarFeed", "The calendar of a person's deadlines",
        """
        Whoever has the address: it proves its person as a token would, and is never logged. RFC 5545: every event written \
        out, all-day with the exclusive end, or at a time in Europe/Stockholm; the same UID when a day moves. From a year \
        back to three years ahead. 404 for an address that is none, or whose person has no grant any more.
        """,
        access: .anyone, answer: .file(["text/calendar"]), refusals: [.calendarFeedRevoked]
    ) { call in
        guard let feed = CalendarFeed(call.feedSecret) else { throw Problem.notFound }
        @Sendable func read(_ scope: Database.Scope, _ pipeline: Pipeline) async throws -> PipelineResults {
            PipelineResults(
                try await call.service.database.run(
                    feed.caller, scope, reading: true, waiter: call.context.waiter, pipeline.statements))
        }
        do {
            var asking = Pipeline()
            let days = asking.add(
                """
                select (app.today() - interval '1 year')::date::text as first,
                    (app.today() + interval '3 years')::date::text as last
                """)
            let grants = asking.add(DeadlineRoutes.grants)
            let asked = try await read(.caller, asking)
            guard let range = asked[days].first, let first = Day(range["first"] ?? ""),
                let last = Day(range["last"] ?? "")
            else { throw Problem.notFound }
            let rows = try await DeadlineRoutes.rows(
                DeadlineRoutes.scopes(asked[grants]), from: first, until: last, read)
            var calendar = CalendarWriter(name: "Samverkan")
            for row in rows {
                calendar.event(
                    uid: "\(DeadlineRoutes.key(row))@samverkan", row, href: call.links.href(DeadlineRoutes.path(row)))
            }
            let body = calendar.finish()
            return call.answer(body, "text/calendar; charset=utf-8", tag: Compression.checksum(body))
        } catch let error as PostgresError where error.sqlState == "SV002" {
            throw Problem.notFound
        }
    }

    private static let active: Statement = """
        select \(unsafeSQL: CalendarFeed.shape.selected) from access.calendar_feed f
        where f.issuer = access.issuer() and f.subject = access.subject() and f.secret_sha256 is not null
        """

    private static func answer(_ call: Call, _ rows: QueryResult, href: String?) throws -> Response {
        call.answer { json in
            if let row = rows.first {
                CalendarFeed.shape.layout.write(&json, row)
            } else {
                CalendarFeed.shape.layout.writeAbsent(&json)
            }
            let own = call.links.href("/me/calendar-feed")
            if rows.first != nil { json.field("href", href) }
            json.links(self: own) { json in json.link("renewal", rel: "edit", href: own, method: "POST") }
        }
    }
}
