import Postgres

enum ActionPlanSQL {
    static func list(_ code: String, _ page: Page) -> [Statement] {
        [
            """
            select plan_id, agreement_id, picture_id, year, period_start, period_end, state, adopted_by, adopted_on, version
            from app.action_plan where municipality_code = \(code)
            order by year desc, plan_id limit \(page.limit) offset \(page.offset)
            """,
            "select count(*) from app.action_plan where municipality_code = \(code)",
        ]
    }

    /// The whole plan in a few flat range scans on (municipality, plan); ``ActionPlanRoutes`` puts them together.
    static func show(_ code: String, _ id: Identifier) -> [Statement] {
        [
            """
            select plan_id, agreement_id, picture_id, year, period_start, period_end, state, adopted_by, adopted_on, version,
                introduction, notes, access.municipality() is not null
            from app.action_plan where municipality_code = \(code) and plan_id = \(id)
            """,
            """
            select area_id, position, title, description from app.priority_area
            where municipality_code = \(code) and plan_id = \(id) order by position
            """,
            """
            select area_id, cause_id, text from app.cause
            where municipality_code = \(code) and plan_id = \(id) order by area_id, position
            """,
            """
            select \(unsafeSQL: MeasureSQL.columns) from app.measure m
            where m.municipality_code = \(code) and m.plan_id = \(id) order by m.area_id, m.cause_id, m.position
            """,
            """
            select \(unsafeSQL: MeasureSQL.statusColumns) from app.measure_status
            where municipality_code = \(code) and plan_id = \(id)
            """,
            """
            select measure_id, party_id, contact_id, lead from app.responsibility
            where municipality_code = \(code) and plan_id = \(id) order by measure_id, position
            """,
        ] + MeasureSQL.parties(code)
    }

    /// Whether the caller sees the plan, then the adoption: a caller that sees it and changes nothing lacks the right.
    static func adopt(_ code: String, _ id: Identifier, by body: String, on day: Day?) -> [Statement] {
        [
            "select state from app.action_plan where municipality_code = \(code) and plan_id = \(id)",
            """
            update app.action_plan set state = 'adopted', adopted_by = \(body), adopted_on = coalesce(\(day), app.today())
            where municipality_code = \(code) and plan_id = \(id)
            """,
        ]
    }
}
