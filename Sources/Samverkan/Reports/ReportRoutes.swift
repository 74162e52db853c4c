import Hummingbird
import NIOCore
import Postgres

enum ReportRoutes {
    private static let reports = Resource(
        shape: Report.shape, head: Report.head, table: "app.report", column: "report_id", parameter: "reportId",
        path: "reports", order: "t.created_at desc",
        links: [
            Resource.Link(
                name: "recipientIds",
                remove: { report, bodies in
                    """
                    delete from app.report_dispatch where municipality_code = \(report.code)
                        and report_id = \(report.id) and body_id not in (select r.id from \(bodies.source))
                    """
                },
                add: { report, bodies in
                    """
                    insert into app.report_dispatch (municipality_code, report_id, body_id)
                    select distinct \(report.code), \(report.id)::uuid, r.id from \(bodies.source)
                    where not exists (select from app.report_dispatch d where d.municipality_code = \(report.code)
                        and d.report_id = \(report.id) and d.body_id = r.id)
                    """
                }),
            Resource.Link(
                name: "commentaries",
                remove: { report, areas in
                    """
                    delete from app.report_commentary where municipality_code = \(report.code)
                        and report_id = \(report.id) and area_id not in (select r.area_id from \(areas.source))
                    """
                },
                add: { report, areas in
                    // What is said of an area that went may stay until it is moved.
                    """
                    insert into app.report_commentary (municipality_code, report_id, area_id, plan_id, area_title, text)
                    select p.municipality_code, p.report_id, r.area_id, coalesce(c.plan_id, p.plan_id),
                        coalesce(a.title, c.area_title, ''), r.text
                    from app.report p cross join \(areas.source)
                    left join app.report_commentary c on c.municipality_code = p.municipality_code
                        and c.report_id = p.report_id and c.area_id = r.area_id
                    left join app.priority_area a on a.municipality_code = p.municipality_code
                        and a.plan_id = p.plan_id and a.area_id = r.area_id
                    where p.municipality_code = \(report.code) and p.report_id = \(report.id)
                    on conflict (municipality_code, report_id, area_id) do update set text = excluded.text
                    """
                }),
        ],
        filter: (.identifier("plan", "The action plan that they are of."), "plan_id"),
        acts: "app.report_acts(t.municipality_code, t.report_id, t.state)",
        related: ["document": "document", "attachments": "attachments"],
        own: ["decisionProposal": "decision-proposal"],
        later: ["sentText": (path: "sent-text", column: "form")],
        listed: ["dispatches": "report-dispatches?report=", "decisions": "report-decisions?report="])

    static let list = reports.list(
        "listReports", "Reports",
        """
        Every role of the municipality; the police of the district see those that were sent to its management, never a \
        draft. Newest first.
        """)
    static let create = reports.create(
        "createReport", "Draft a report",
        """
        A coordinator, of a plan that is adopted or closed. What was planned, done and not done is generated of the plan \
        and its follow-ups; recipients and commentary can be said now or later.
        """,
        refusals: [.planNotAdopted, .areaNotInReport])
    static let show = reports.show(
        "getReport", "A report", "Who may: as for the list. With what is generated and what people say.",
        paper: ReportPaper.paper)
    static let change = reports.change(
        "changeReport", "Change a report",
        """
        A coordinator. What it says only while it is a draft; registration number and references at any time, since they \
        are no part of what is sent. `recipientIds` and `commentaries` are each replaced whole.
        """,
        refusals: [.documentLocked, .areaNotInReport])

    static let discard = Operation(
        "discardReport", "Discard a draft of a report", Document.discarding, precondition: .required, answer: .removed,
        refusals: [.documentLocked, .documentInUse]
    ) { call in
        // Whoever doesn't see it is told that there is nothing.
        _ = try await call.read(Document.report.require(call.code, call.id("reportId")))
        return try await Document.report.discard(call)
    }

    static let generate = Operation(
        "generateReport", "Make a report's content anew",
        """
        A coordinator, while it is a draft. What people have written stays. When a revision has taken the plan's place, \
        the report is of that one from now on, and commentaries go to the areas of the same titles; one whose area went \
        is kept and marked (`isGone`).
        """,
        precondition: .optional, answer: .document(Report.shape), refusals: [.reportTransitionNotPossible]
    ) { call in
        try await reports.act(
            call, ["select app.generate_report(\(call.code), \(call.id("reportId")), \(call.expectedVersion)::integer)"]
        )
    }

    static let send = Operation(
        "sendReport", "Send a report",
        """
        A coordinator. From now on its content and its day are locked, and its text is kept letter by letter with its \
        digest. It must be a draft with a recipient; what it is a new version of is superseded.
        """,
        body: .optionalJSON(Report.sending, .creation), precondition: .optional, answer: .document(Report.shape),
        refusals: [.reportAlreadySent, .reportWithoutRecipient, .areaNotInReport, .reportOutdated]
    ) { call in
        let content = try await call.content().content
        return try await reports.act(
            call,
            [
                Document.report.act(
                    "sending", call.code, call.id("reportId"), expected: call.expectedVersion,
                    set: "state = 'sent', sent_on = coalesce(\(content["sent_on"] ?? .null)::date, app.today())")
            ])
    }

    static let acknowledge = Operation(
        "acknowledgeReport", "Acknowledge a report",
        """
        The head of the district, of what was sent to its management, once. What arrives from the municipality's own \
        bodies a coordinator enters (`PATCH …/report-dispatches/{dispatchId}`).
        """,
        body: .optionalJSON(Report.acknowledgement, .creation), answer: .document(Report.shape),
        refusals: [.reportAlreadyReceived]
    ) { call in
        let content = try await call.content().content
        return try await reports.act(
            call,
            [
                """
                select app.acknowledge_report(\(call.code), \(call.id("reportId")), \(content["received_on"] ?? .null)::date,
                    \(content["received_by"] ?? .null), \(content["registration_number"] ?? .null))
                """
            ])
    }

    static let revise = Operation(
        "reviseReport", "Make a new version of a report",
        """
        A coordinator, of a report that was sent or withdrawn and has no new version yet: it was remitted back, or more was \
        reported. \
        What was written and its recipients go along; until the new one is sent, the old one stands.
        """,
        body: .optionalJSON(Report.revision, .creation), answer: .created(Report.shape, tagged: true),
        refusals: [.reportNotSent, .reportRevisionExists]
    ) { call in
        let (content, source) = try await call.content()
        let id = Identifier.version7()
        return try await reports.make(
            call, id, source,
            [
                "select app.revise_report(\(call.code), \(call.id("reportId")), \(id)::uuid, \(content["reason"] ?? .null))"
            ])
    }

    static let withdraw = Operation(
        "withdrawReport", "Withdraw a report",
        "A coordinator, with a reason: what was sent can't be undone, only withdrawn. Its recipients still see it.",
        body: .json(Report.withdrawal, .creation), precondition: .optional, answer: .document(Report.shape),
        refusals: [.reportTransitionNotPossible]
    ) { call in
        let content = try await call.content().content
        return try await reports.act(
            call,
            [
                Document.report.act(
                    "withdrawal", call.code, call.id("reportId"), expected: call.expectedVersion,
                    set: """
                        state = 'withdrawn', withdrawal_reason = \(content["reason"] ?? .null),
                        withdrawn_on = coalesce(\(content["withdrawn_on"] ?? .null)::date, app.today())
                        """)
            ])
    }

    static let document = Operation(
        "getReportDocument", "A report as a text to read",
        """
        Whoever sees the report. In Swedish: what is asked of the committee, what was promised, done, not done and why, \
        then area by area. Of a report that was sent, exactly what was sent.
        """,
        answer: .file(["text/plain"])
    ) { call in
        let rows = try await call.read(
            """
            select coalesce(x.text, case when t.state = 'draft' then app.canonical_report(t.municipality_code, t.report_id) end)::jsonb
                ->> 'document' as document, encode(t.content_sha256, 'hex') as sha256
            from app.report t
            left join app.report_text x on x.municipality_code = t.municipality_code and x.report_id = t.report_id
            where t.municipality_code = \(call.code) and t.report_id = \(call.id("reportId"))
            """)
        guard let row = rows.first, let text = row["document"] else { throw Problem.notFound }
        let body = ByteBuffer(string: text)
        return call.answer(
            body, "text/plain; charset=utf-8", tag: row["sha256"] ?? "draft.\(Compression.checksum(body))")
    }

    static let sentText = Operation(
        "getReportSentText", "What was sent, letter by letter",
        """
        Whoever sees the report, once it is sent. Its digest is the report's `contentSha256`; no later release changes \
        it. As HTML: what was sent as one file that needs nothing else, the same bytes each time.
        """,
        answer: .document(Report.sentText, tagged: false), paper: SentReport.paper
    ) { call in
        let rows = try await call.read(
            """
            select \(unsafeSQL: Report.sentText.selected) from app.report_text x
            where x.municipality_code = \(call.code) and x.report_id = \(call.id("reportId"))
            """)
        guard let row = rows.first else { throw Problem.notFound }
        let report = call.links.href("/municipalities/\(call.code)/reports/\(call.id("reportId").text)")
        return call.answer { json in
            Report.sentText.layout.write(&json, row)
            json.links(self: "\(report)/sent-text") { json in json.link("report", rel: "up", href: report) }
        }
    }
}
