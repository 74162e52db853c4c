import Postgres

enum AgreementSQL {
    static func list(_ code: String, _ page: Page) -> [Statement] {
        [
            """
            select agreement_id, title, state, period_start, period_end, effective_end,
                case when state = 'signed' then case when period_start > app.today() then 'upcoming'
                    when effective_end < app.today() then 'expired' else 'current' end end, version
            from app.agreement where municipality_code = \(code)
            order by period_start desc, agreement_id limit \(page.limit) offset \(page.offset)
            """,
            "select count(*) from app.agreement where municipality_code = \(code)",
        ]
    }

    static func show(_ code: String, _ id: Identifier) -> [Statement] {
        [
            """
            select a.agreement_id, a.title, a.state, a.period_start, a.period_end, a.effective_end,
                case when a.state = 'signed' then case when a.period_start > app.today() then 'upcoming'
                    when a.effective_end < app.today() then 'expired' else 'current' end end, a.version,
                array_to_json(a.parties), a.purpose, a.scope, a.outside_scope, d.district_code, d.name
            from app.agreement a join app.police_district d on d.district_code = a.district_code
            where a.municipality_code = \(code) and a.agreement_id = \(id)
            """,
            """
            select heading, text from app.agreement_section
            where municipality_code = \(code) and agreement_id = \(id) order by position
            """,
            """
            select signature_id, party, name, title, body, place, signed_on from app.signature
            where municipality_code = \(code) and agreement_id = \(id) order by position
            """,
        ]
    }
}
