import HTTPTypes
import Hummingbird
import Postgres

enum IndicatorValueRoutes {
    static let list = Operation(
        "listIndicatorValues", "An indicator through the years",
        "Whoever sees the plan. The values of the same indicator in all plans that the caller sees, latest first; corrected ones say so.",
        query: QueryParameter.paging, answer: .page(IndicatorValue.shape),
        sheet: IndicatorSheet.values
    ) { call in
        let (code, page) = (call.code, call.query.page)
        var pipeline = Pipeline([Self.require(call)])
        let from: Statement = """
            where v.municipality_code = \(code) and v.lineage_id = (select i.lineage_id from app.indicator i
                where i.municipality_code = \(code) and i.plan_id = \(call.id("planId"))
                    and i.indicator_id = \(call.id("indicatorId")))
            """
        let rows = pipeline.add(
            """
            \(unsafeSQL: Self.selected(try call.caller().kind)) \(from)
            order by v.measured_on desc, v.recorded_at desc, v.value_id desc limit \(page.limit) offset \(page.offset)
            """)
        let total = pipeline.add(.count("from app.indicator_value v \(from)"))
        let results = try await call.read(pipeline)
        let path =
            "/municipalities/\(code)/action-plans/\(call.id("planId").text)/indicators/\(call.id("indicatorId").text)/values"
        return call.page(results[rows], results[total], path: path) { json, row in
            IndicatorValue.shape.layout.write(&json, row)
            json.links(self: Self.href(row, call))
        }
    }

    static let show = Operation(
        "getIndicatorValue", "A value of an indicator", "Whoever sees the plan.",
        answer: .document(IndicatorValue.shape, tagged: false)
    ) { call in
        try Self.answer(call, try await call.read(Self.shown(try call.caller().kind, call, call.id("valueId"))))
    }

    static let create = Operation(
        "createIndicatorValue", "Report a value of an indicator",
        """
        A coordinator; a municipal police officer or the head of the district. Written once. The plan must be adopted, \
        and the day within its period.
        """,
        body: .json(IndicatorValue.shape, .creation), answer: .created(IndicatorValue.shape),
        refusals: [.planNotAdopted, .indicatorValueOutsidePlan]
    ) { call in try await Self.make(call, correcting: nil) }

    static let correct = Operation(
        "correctIndicatorValue", "Correct a value of an indicator",
        "Who may: as for reporting it. A new entry stands in its place and in its plan; the corrected one stays readable.",
        body: .json(IndicatorValue.correction, .creation), answer: .created(IndicatorValue.shape),
        refusals: [.planNotAdopted, .indicatorValueOutsidePlan, .followUpAlreadyCorrected]
    ) { call in try await Self.make(call, correcting: call.id("valueId")) }

    // MARK: Statements

    /// Who recorded it stays inside the municipality; the police's login may not even name that column.
    private static let columns = IndicatorValue.shape.selected
    private static let columnsForPolice = IndicatorValue.shape.selected(without: ["recordedBy"])

    private static func selected(_ kind: IssuerKind) -> String {
        """
        select \(kind == .municipality ? self.columns : self.columnsForPolice)
        from app.indicator_value v
        left join app.indicator_value c on c.municipality_code = v.municipality_code and c.plan_id = v.plan_id
            and c.indicator_id = v.indicator_id and c.corrects_value_id = v.value_id
        """
    }

    private static func shown(_ kind: IssuerKind, _ call: Call, _ id: Identifier) -> Statement {
        """
        \(unsafeSQL: self.selected(kind)) where v.municipality_code = \(call.code) and v.plan_id = \(call.id("planId"))
            and v.indicator_id = \(call.id("indicatorId")) and v.value_id = \(id)
        """
    }

    private static func require(_ call: Call) -> Statement {
        """
        select app.require_row(count(*)) from app.indicator where municipality_code = \(call.code)
            and plan_id = \(call.id("planId")) and indicator_id = \(call.id("indicatorId"))
        """
    }

    private static func make(_ call: Call, correcting corrected: Identifier?) async throws -> Response {
        let (id, kind) = (Identifier.version7(), try call.caller().kind)
        let (content, source) = try await call.content()
        var statements = [Self.require(call)]
        if let corrected {
            statements.append(
                """
                select app.require_row(count(*)) from app.indicator_value where municipality_code = \(call.code)
                    and plan_id = \(call.id("planId")) and indicator_id = \(call.id("indicatorId"))
                    and value_id = \(corrected)
                """)
        }
        let columns = content.members.map(\.column)
        statements.append(
            """
            insert into app.indicator_value (municipality_code, plan_id, indicator_id, lineage_id, value_id,
                corrects_value_id, \(unsafeSQL: columns.joined(separator: ", ")))
            select i.municipality_code, i.plan_id, i.indicator_id, i.lineage_id, \(id)::uuid, \(corrected)::uuid,
                \(unsafeSQL: columns.map { "r.\($0)" }.joined(separator: ", "))
            from app.indicator i, \(content.row)
            where i.municipality_code = \(call.code) and i.plan_id = \(call.id("planId"))
                and i.indicator_id = \(call.id("indicatorId"))
            """)
        let made = try await call.make([id], source, Pipeline(statements)) { pipeline, ids in
            pipeline.add(Self.shown(kind, call, ids[0]))
        }
        return try Self.answer(call, made.results[made.shown], .created)
    }

    // MARK: Answers

    private static func indicator(_ row: Row, _ call: Call) -> String {
        call.links.href(
            "/municipalities/\(call.code)/action-plans/\(row["planId"] ?? "")/indicators/\(row["indicatorId"] ?? "")")
    }

    private static func href(_ row: Row, _ call: Call) -> String {
        "\(Self.indicator(row, call))/values/\(row["id"] ?? "")"
    }

    private static func answer(_ call: Call, _ rows: QueryResult, _ status: HTTPResponse.Status = .ok) throws
        -> Response
    {
        guard let row = rows.first else { throw Problem.notFound }
        let href = Self.href(row, call)
        return call.answer(status, location: status == .created ? href : nil) { json in
            IndicatorValue.shape.layout.write(&json, row)
            json.links(self: href) { json in json.link("indicator", rel: "up", href: Self.indicator(row, call)) }
        }
    }
}
