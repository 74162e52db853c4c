import Postgres

enum ActionPlanSQL {
    /// Columns of a plan `p`, as ``ActionPlanRoutes`` reads them in lists and documents.
    private static let head = """
        p.plan_id, p.agreement_id, p.picture_id, p.year, p.period_start, p.period_end, p.state, p.adopted_by, p.adopted_on, p.version,
            p.revises_plan_id, p.prepared_by, p.closed_on, \(Registration.fields.selected("p"))
        """

    static func list(_ code: String, _ page: Page, _ filters: [String: String]) -> [Statement] {
        let number = filters["registrationNumber"]
        return [
            """
            select \(unsafeSQL: self.head) from app.action_plan p
            where p.municipality_code = \(code) and (\(number)::text is null or p.registration_number = \(number))
            order by p.year desc, p.plan_id limit \(page.limit) offset \(page.offset)
            """,
            """
            select count(*) from app.action_plan p
            where p.municipality_code = \(code) and (\(number)::text is null or p.registration_number = \(number))
            """,
        ]
    }

    /// The whole plan in a few flat range scans on (municipality, plan); ``ActionPlanRoutes`` puts them together.
    ///
    /// - Parameter adopting: what the plan stands on is looked at for its warnings, as it is for a draft.
    static func show(_ code: String, _ id: Identifier, adopting: Bool = false) -> [Statement] {
        return [
            """
            select \(unsafeSQL: self.head), p.introduction, p.notes, p.reopening_reason,
                case when p.state = 'superseded' then (
                    select n.plan_id from app.action_plan n
                    where n.municipality_code = p.municipality_code and n.revises_plan_id = p.plan_id and n.year = p.year and n.state <> 'draft') end,
                case when p.state = 'draft'\(unsafeSQL: adopting ? " or p.state = 'adopted'" : "") then app.plan_warnings(p.municipality_code, p.plan_id) end,
                access.municipality() is not null
            from app.action_plan p where p.municipality_code = \(code) and p.plan_id = \(id)
            """,
            """
            select area_id, position, title, description, theme, array_to_json(problem_ids) from app.priority_area
            where municipality_code = \(code) and plan_id = \(id) order by position
            """,
            """
            select area_id, cause_id, text, array_to_json(problem_ids) from app.cause
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
            select measure_id, party_id, contact_id, lead, null, coalesce(adopted_contact_id, contact_id) from app.responsibility
            where municipality_code = \(code) and plan_id = \(id) order by measure_id, position
            """,
            MeasureSQL.names(code, plan: id),
        ]
    }

    /// Whether the caller sees the plan, then the act: a caller that sees it and changes nothing lacks the right.
    static func adopt(_ code: String, _ id: Identifier, by body: String, on day: Day?, expected: Int?) -> [Statement] {
        [
            self.seen(code, id),
            """
            update app.action_plan set state = 'adopted', adopted_by = \(body), adopted_on = coalesce(\(day), app.today())
            where municipality_code = \(code) and plan_id = \(id) and app.is_version(version, \(expected)::integer)
                and app.is_possible('plan', 'adoption', state, version)
            """,
        ]
    }

    static func close(_ code: String, _ id: Identifier, on day: Day?, expected: Int?) -> [Statement] {
        [
            self.seen(code, id),
            """
            update app.action_plan set state = 'closed', closed_on = coalesce(\(day), app.today())
            where municipality_code = \(code) and plan_id = \(id) and app.is_version(version, \(expected)::integer)
                and app.is_possible('plan', 'closing', state, version)
            """,
        ]
    }

    static func reopen(_ code: String, _ id: Identifier, reason: String, expected: Int?) -> [Statement] {
        [
            self.seen(code, id),
            """
            update app.action_plan set state = 'adopted', closed_on = null, reopening_reason = \(reason)
            where municipality_code = \(code) and plan_id = \(id) and app.is_version(version, \(expected)::integer)
                and app.is_possible('plan', 'reopening', state, version)
            """,
        ]
    }

    static func change(_ code: String, _ id: Identifier, _ changes: [Parameter?], expected: Int?) -> [Statement] {
        [
            self.seen(code, id),
            Statement.update(
                "app.action_plan", [("municipality_code", code), ("plan_id", id)], ActionPlanRoutes.fields + Registration.fields, changes,
                versioned: true, expected: expected),
        ]
    }

    private static func seen(_ code: String, _ id: Identifier) -> Statement {
        "select 1 from app.action_plan where municipality_code = \(code) and plan_id = \(id)"
    }
}
