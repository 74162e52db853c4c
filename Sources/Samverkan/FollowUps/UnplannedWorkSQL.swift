import Postgres

enum UnplannedWorkSQL {
    /// Who recorded it stays inside the municipality; the police's login may not even name that column.
    private static let columns = UnplannedWork.shape.selected
    private static let columnsForPolice = UnplannedWork.shape.selected(without: ["recordedBy"])

    private static func selected(_ kind: IssuerKind, _ more: String = "") -> String {
        """
        select \(kind == .municipality ? self.columns : self.columnsForPolice)\(more)
        from app.unplanned_work u
        left join app.responsible_party p on p.municipality_code = u.municipality_code and p.party_id = u.party_id
        left join app.unplanned_work c on c.municipality_code = u.municipality_code and c.plan_id = u.plan_id
            and c.corrects_unplanned_work_id = u.unplanned_work_id
        """
    }

    /// Of the plan, and of those that it superseded within the year, latest first.
    static func list(_ kind: IssuerKind, _ code: String, _ plan: Identifier, _ page: Page) -> (
        rows: Statement, total: Statement
    ) {
        let counted: Statement = """
            where u.municipality_code = \(code) and u.plan_id = any ((select app.counted_plans(\(code),
                \(plan)))::uuid[])
            """
        return (
            """
            \(unsafeSQL: self.selected(kind)) \(counted)
            order by u.period_end desc, u.recorded_at desc, u.unplanned_work_id desc limit \(page.limit) offset \
            \(page.offset)
            """,
            .count("from app.unplanned_work u \(counted)")
        )
    }

    static func show(_ kind: IssuerKind, _ code: String, _ plan: Identifier, _ id: Identifier) -> Statement {
        let mayCorrect =
            ", c.unplanned_work_id is null and app.may_correct(u.municipality_code, u.plan_id, u.party_id, p.kind) as may_correct"
        return """
            \(unsafeSQL: self.selected(kind, mayCorrect))
            where u.municipality_code = \(code) and u.plan_id = \(plan) and u.unplanned_work_id = \(id)
            """
    }

    static func create(_ code: String, _ plan: Identifier, _ id: Identifier, _ content: Content) -> Statement {
        Statement.insert(
            into: "app.unplanned_work", [("municipality_code", code), ("plan_id", plan), ("unplanned_work_id", id)],
            content)
    }

    static func correct(
        _ code: String, _ plan: Identifier, _ corrected: Identifier, _ id: Identifier, _ content: Content
    ) -> Statement {
        let columns = content.members.map(\.column)
        return """
            with made as (
                insert into app.unplanned_work (municipality_code, plan_id, area_id, unplanned_work_id, party_id,
                    corrects_unplanned_work_id,
                    \(unsafeSQL: columns.joined(separator: ", ")))
                select u.municipality_code, u.plan_id, u.area_id, \(id)::uuid, u.party_id, u.unplanned_work_id,
                    \(unsafeSQL: columns.map { "r.\($0)" }.joined(separator: ", "))
                from app.unplanned_work u, \(content.row)
                where u.municipality_code = \(code) and u.plan_id = \(plan) and u.unplanned_work_id = \(corrected)
                returning 1
            ) select app.require_row(count(*)) from made
            """
    }
}
