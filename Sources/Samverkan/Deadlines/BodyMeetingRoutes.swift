import Hummingbird
import Postgres

enum BodyMeeting {
    static let shape = Shape(
        "BodyMeeting", "A meeting of a body, with its last day for papers.",
        [
            .identifier("bodyId", "t.body_id", "The body.").always,
            .day("date", "t.held_on", "The day of the meeting.").always,
            .text("time", "to_char(t.held_at, 'HH24:MI')", "The time of day in Sweden; null where none was said."),
            .day("papersOn", "t.papers_on", "The last day for papers; null where none was said."),
        ])

    static let list = Shape(
        "NewMeetingList", "A body's meetings of a year, as they stand in a document.",
        [
            .integer("year", "year", 1990...2200, "The year.").required,
            .text(
                "text", "text", limit: 20_000,
                """
                A line for each meeting, with its day and perhaps the last day for papers and a time: «4 mars kl 13.00, \
                handlingar 18 februari». Lines without a digit are passed over. Without a text the year's meetings are removed.
                """
            ).optional.emptyIsNone,
        ])

    static let replaced = Shape(
        "MeetingList", "A body's meetings of a year.", [.list("meetings", shape, "The meetings, by day.")])
}

enum BodyMeetingRoutes {
    static let list = Operation(
        "listBodyMeetings", "A body's meetings",
        "Every role of the municipality. Latest first.", query: QueryParameter.paging, answer: .page(BodyMeeting.shape)
    ) { call in
        let page = call.query.page
        var pipeline = Pipeline([Self.required(call)])
        let from: Statement =
            "from app.body_meeting t where t.municipality_code = \(call.code) and t.body_id = \(call.id("bodyId"))"
        let rows = pipeline.add(
            """
            select \(unsafeSQL: BodyMeeting.shape.selected) \(from) order by t.held_on desc
            limit \(page.limit) offset \(page.offset)
            """)
        let total = pipeline.add(.count(from))
        let results = try await call.read(pipeline)
        return call.page(results[rows], results[total], path: "\(Self.path(call))/meetings") { json, row in
            BodyMeeting.shape.layout.write(&json, row)
            json.links(self: call.links.href(Self.path(call)))
        }
    }

    static let replace = Operation(
        "replaceBodyMeetings", "Enter a body's meetings of a year",
        """
        A coordinator. A list as it is pasted, one a year; it takes the place of the year's meetings, all or nothing. Each \
        line that can't be read is told by its number.
        """,
        body: .json(BodyMeeting.list, .creation), answer: .document(BodyMeeting.replaced, tagged: false),
        refusals: [.meetingListUnreadable]
    ) { call in
        let (code, id) = (call.code, call.id("bodyId"))
        var body = try await call.body()
        let year = body.integer("year", required: true, in: 1990...2200) ?? 0
        let text = body.text("text", limit: 20_000, emptyIsNone: true) ?? ""
        let read = MeetingList.read(text, year: year)
        try body.finish()
        if !read.faults.isEmpty {
            throw Problem(
                .meetingListUnreadable, "\(read.faults.count) of the lines can't be read; nothing was changed.",
                errors: read.faults.map {
                    .init(pointer: "/text", code: .invalidFormat, detail: "line \($0.line): \($0.text)")
                })
        }
        var meetings = Recordset(["held_on": "date", "held_at": "time", "papers_on": "date"])
        for meeting in read.meetings {
            meetings.add([
                meeting.day, meeting.time?.postgresParameter ?? Parameter.null,
                meeting.papers?.postgresParameter ?? Parameter.null,
            ])
        }
        let (first, last) = ("\(year)-01-01", "\(year)-12-31")
        var pipeline = Pipeline([
            Self.required(call),
            // Two lists at once come one after the other; and nobody else's is touched.
            .act(
                """
                update app.body set version = version where municipality_code = \(code) and body_id = \(id)
                """),
            """
            delete from app.body_meeting where municipality_code = \(code) and body_id = \(id)
                and held_on between \(first)::date and \(last)::date
            """,
            """
            insert into app.body_meeting (municipality_code, body_id, held_on, held_at, papers_on)
            select \(code), \(id)::uuid, r.held_on, r.held_at, r.papers_on from \(meetings.source)
            """,
        ])
        let shown = pipeline.add(
            """
            select \(unsafeSQL: BodyMeeting.shape.selected) from app.body_meeting t where t.municipality_code = \(code)
                and t.body_id = \(id) and t.held_on between \(first)::date and \(last)::date order by t.held_on
            """)
        let results = try await call.write(pipeline)
        return call.answer { json in
            json.beginArray("meetings")
            for row in results[shown] {
                json.beginObject()
                BodyMeeting.shape.layout.write(&json, row)
                json.links(self: call.links.href(Self.path(call)))
                json.endObject()
            }
            json.endArray()
            json.links(self: call.links.href("\(Self.path(call))/meetings"))
        }
    }

    private static func path(_ call: Call) -> String {
        "/municipalities/\(call.code)/bodies/\(call.id("bodyId").text)"
    }

    private static func required(_ call: Call) -> Statement {
        """
        select app.require_row(count(*)) from app.body
        where municipality_code = \(call.code) and body_id = \(call.id("bodyId"))
        """
    }
}
