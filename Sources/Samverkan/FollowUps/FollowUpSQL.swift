import Postgres

enum FollowUpSQL {
    /// Who recorded it stays inside the municipality; the police's login may not even name that column.
    private static let columns = FollowUp.shape.selected
    private static let columnsForPolice = FollowUp.shape.selected(without: ["recordedBy"])

    private static let listed = FollowUp.listed.selected
    private static let listedForPolice = FollowUp.listed.selected(without: ["recordedBy"])

    private static func selected(
        _ kind: IssuerKind, _ more: String = "", from source: String = "app.follow_up",
        corrected: String = """
        left join app.follow_up c on c.municipality_code = f.municipality_code
            and c.corrects_follow_up_id = f.follow_up_id
        """
    ) -> String {
        """
        select \(kind == .municipality ? self.columns : self.columnsForPolice), f.plan_id\(more)
        from \(source) f
        left join app.responsible_party p on p.municipality_code = f.municipality_code and p.party_id = f.party_id
        \(corrected)
        left join app.reporting_round o on o.municipality_code = f.municipality_code and o.plan_id = f.plan_id
            and f.period_end between o.period_start and o.period_end
        """
    }

    /// Undoes the transaction (SV404) when the caller doesn't see the measure.
    static func requireMeasure(_ code: String, _ measure: Identifier) -> Statement {
        "select app.require_row(count(*)) from app.measure where municipality_code = \(code) and measure_id = \(measure)"
    }

    /// What counts for the measure, latest first: what was reported in its plan and in those that it superseded within
    /// the year.
    static func list(_ kind: IssuerKind, _ code: String, _ measure: Identifier, _ page: Page) -> (
        rows: Statement, total: Statement
    ) {
        let counted: Statement = """
            where f.municipality_code = \(code)
              and f.lineage_id = (select x.lineage_id from app.measure x where x.municipality_code = \(code)
                  and x.measure_id = \(measure))
              and f.plan_id = any ((
                select app.counted_plans(\(code), x.plan_id) from app.measure x where x.municipality_code = \(code)
                    and x.measure_id = \(measure))::uuid[])
            """
        return (
            """
            \(unsafeSQL: self.selected(kind)) \(counted)
            order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit \(page.limit) offset \
            \(page.offset)
            """,
            .count("from app.follow_up f \(counted)")
        )
    }

    /// Those of all measures, or of one plan's, newest plan first and latest first within it.
    static func listAll(_ kind: IssuerKind, _ code: String, plan: Identifier?, _ page: Page) -> (
        rows: Statement, total: Statement
    ) {
        let ofPlan: Statement = if let plan { " and f.plan_id = \(plan)" } else { "" }
        let found: Statement = "where f.municipality_code = \(code)\(ofPlan)"
        let columns = kind == .municipality ? self.listed : self.listedForPolice
        return (
            """
            select \(unsafeSQL: columns) from app.follow_up f
            join app.measure m on m.municipality_code = f.municipality_code and m.plan_id = f.plan_id
                and m.measure_id = f.measure_id
            join app.plan_summary y on y.municipality_code = f.municipality_code and y.plan_id = f.plan_id
            left join app.responsible_party p on p.municipality_code = f.municipality_code and p.party_id = f.party_id
            left join app.follow_up c on c.municipality_code = f.municipality_code
                and c.corrects_follow_up_id = f.follow_up_id
            left join app.reporting_round o on o.municipality_code = f.municipality_code and o.plan_id = f.plan_id
                and f.period_end between o.period_start and o.period_end
            \(found)
            order by f.plan_id desc, f.period_end desc, f.recorded_at desc, f.follow_up_id desc
            limit \(page.limit) offset \(page.offset)
            """,
            .count("from app.follow_up f \(found)")
        )
    }

    static func show(_ kind: IssuerKind, _ code: String, _ measure: Identifier, _ id: Identifier) -> Statement {
        let mayCorrect =
            ", c.follow_up_id is null and app.may_correct(f.municipality_code, f.plan_id, f.party_id, p.kind) as may_correct"
        return """
            \(unsafeSQL: self.selected(kind, mayCorrect))
            where f.municipality_code = \(code) and f.follow_up_id = \(id)
              and f.lineage_id = (select x.lineage_id from app.measure x where x.municipality_code = \(code)
                  and x.measure_id = \(measure))
            """
    }

    /// Those of many ids, in their order.
    static func show(_ kind: IssuerKind, _ code: String, _ ids: [Identifier]) -> Statement {
        """
        \(unsafeSQL: self.selected(kind))
        join jsonb_array_elements_text(\(Parameter.json(ids.map(\.text)))::jsonb) with ordinality x (id, place)
            on x.id::uuid = f.follow_up_id
        where f.municipality_code = \(code) order by x.place
        """
    }

    /// Everything that was ever reported of the measure, in whatever plan.
    static func ofLineage(_ kind: IssuerKind, _ code: String, _ measure: Identifier) -> Statement {
        """
        \(unsafeSQL: self.selected(kind))
        where f.municipality_code = \(code)
          and f.lineage_id = (select x.lineage_id from app.measure x where x.municipality_code = \(code)
              and x.measure_id = \(measure))
        order by f.period_end, f.recorded_at, f.follow_up_id
        """
    }

    /// The columns of what a report says, and their values out of a row `r`. A quantity without a unit has that of
    /// `measured`.
    private static func said(unitOf measured: String) -> (columns: String, values: String) {
        let columns = FollowUp.correction.members.flatMap { $0.columns(.creation) }.map(\.column)
        let unit = "case when r.quantity is null then r.unit else coalesce(r.unit, \(measured).unit) end"
        return (
            columns.joined(separator: ", "), columns.map { $0 == "unit" ? unit : "r.\($0)" }.joined(separator: ", ")
        )
    }
    private static let ofMeasure = said(unitOf: "m")
    private static let ofCorrected = said(unitOf: "f")

    /// Answers with what `insert` has just written as ``show(_:_:_:_:)`` would. Nobody has corrected it yet, and whoever
    /// may write it may correct it.
    private static func written(_ kind: IssuerKind, _ insert: Statement) -> Statement {
        let recorded = kind == .municipality ? "recorded_at, recorded_by" : "recorded_at"
        let selected = self.selected(
            kind, ", true as may_correct", from: "written",
            corrected: "cross join (select null::uuid as follow_up_id) c")
        return """
            with written as (
                \(insert)
                returning municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, corrects_follow_up_id,
                    transferred_from_id, period_start, period_end, status, text, reason, quantity, unit, approximate,
                    \(unsafeSQL: recorded))
            \(unsafeSQL: selected)
            """
    }

    static func create(
        _ kind: IssuerKind, _ code: String, _ measure: Identifier, _ id: Identifier, _ content: Content
    ) -> Statement {
        self.written(
            kind,
            """
            insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id,
                \(unsafeSQL: self.ofMeasure.columns))
            select m.municipality_code, m.plan_id, m.measure_id, m.lineage_id, \(id)::uuid, r.party_id,
                \(unsafeSQL: self.ofMeasure.values)
            from app.measure m, \(content.row) where m.municipality_code = \(code) and m.measure_id = \(measure)
            """)
    }

    /// Of lines `r`, in the order of their plans, so that any two take them in the same order.
    static func createAll(_ code: String, _ lines: Recordset) -> Statement {
        """
        insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id,
            \(unsafeSQL: self.ofMeasure.columns))
        select m.municipality_code, m.plan_id, m.measure_id, m.lineage_id, r.id, r.party_id,
            \(unsafeSQL: self.ofMeasure.values)
        from \(lines.source) join app.measure m on m.municipality_code = \(code) and m.measure_id = r.measure_id
        order by m.plan_id, r.id
        """
    }

    /// Speaks for the same party as what it corrects and stands in the same plan, which a revision may have superseded
    /// since.
    static func correct(
        _ kind: IssuerKind, _ code: String, _ measure: Identifier, _ corrected: Identifier, _ id: Identifier,
        _ content: Content
    ) -> Statement {
        self.written(
            kind,
            """
            insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id,
                corrects_follow_up_id,
                \(unsafeSQL: self.ofCorrected.columns))
            select f.municipality_code, f.plan_id, f.measure_id, f.lineage_id, \(id)::uuid, f.party_id, f.follow_up_id,
                \(unsafeSQL: self.ofCorrected.values)
            from app.measure m
            join app.follow_up f on f.municipality_code = m.municipality_code and f.lineage_id = m.lineage_id
                and f.follow_up_id = \(corrected),
            \(content.row)
            where m.municipality_code = \(code) and m.measure_id = \(measure)
            """)
    }

    /// A correction without content.
    static func withdraw(
        _ kind: IssuerKind, _ code: String, _ measure: Identifier, _ withdrawn: Identifier, _ id: Identifier,
        _ reason: Parameter
    ) -> Statement {
        self.written(
            kind,
            """
            insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id,
                corrects_follow_up_id, period_start, period_end, reason)
            select f.municipality_code, f.plan_id, f.measure_id, f.lineage_id, \(id)::uuid, f.party_id, f.follow_up_id,
                f.period_start, f.period_end, \(reason)
            from app.measure m
            join app.follow_up f on f.municipality_code = m.municipality_code and f.lineage_id = m.lineage_id
                and f.follow_up_id = \(withdrawn)
            where m.municipality_code = \(code) and m.measure_id = \(measure)
            """)
    }
}
