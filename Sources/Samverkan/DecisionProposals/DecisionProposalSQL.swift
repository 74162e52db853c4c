import Postgres

/// What decision proposals say, each out of one statement as one JSON object, `facts`. They are the municipality's own
/// papers: on the police's login there is no row, not for a municipal police officer either.
enum DecisionProposalSQL {
    private static func facts(_ members: String, from: Statement) -> Statement {
        """
        select jsonb_build_object(\(unsafeSQL: members)) as facts, app.today() as today \(from)
            and current_user = 'samverkan_municipality'
        """
    }

    private static func attachments(_ column: String, _ alias: String) -> String {
        """
        'attachments', (select coalesce(jsonb_agg(jsonb_build_object('name', x.file_name,
            'date', (x.created_at at time zone 'Europe/Stockholm')::date) order by x.created_at, x.attachment_id), '[]')
            from app.attachment x where x.municipality_code = \(alias).municipality_code
                and x.\(column) = \(alias).\(column))
        """
    }

    private static func signers(_ condition: String) -> String {
        """
        'signers', (select coalesce(jsonb_agg(jsonb_build_object('party', s.party, 'name', s.name, 'title', s.title,
            'body', s.body) order by s.position), '[]')
            from app.signature s where s.municipality_code = a.municipality_code and s.agreement_id = a.agreement_id
                and \(condition))
        """
    }

    private static let agreement = """
        'title', a.title, 'status', a.state, 'start', a.period_start, 'end', a.period_end, 'purpose', a.purpose,
        'scope', a.scope, 'registrationNumber', a.registration_number, 'preparedBy', a.prepared_by,
        'plans', (select coalesce(jsonb_agg(jsonb_build_object('year', p.year, 'status', p.state, 'date', p.adopted_on)
            order by p.year, p.plan_id), '[]') from app.action_plan p
            where p.municipality_code = a.municipality_code and p.agreement_id = a.agreement_id
                and p.state in ('draft', 'proposed', 'approved', 'adopted')),
        'replaces', (select jsonb_build_object('title', o.title, 'registrationNumber', o.registration_number)
            from app.agreement o
            where o.municipality_code = a.municipality_code and o.agreement_id = a.predecessor_id)
        """

    static func signing(_ code: String, _ id: Identifier) -> Statement {
        self.facts(
            "\(self.agreement), \(self.attachments("agreement_id", "a")), \(self.signers("s.prolongation_id is null"))",
            from: "from app.agreement a where a.municipality_code = \(code) and a.agreement_id = \(id)")
    }

    static func prolonging(_ code: String, _ id: Identifier, _ prolongation: Identifier) -> Statement {
        self.facts(
            """
            \(self.agreement), \(self.attachments("agreement_id", "a")),
            'effectiveEnd', t.effective_end, 'reason', t.reason, 'currentEnd', a.effective_end,
            \(self.signers("s.prolongation_id = t.prolongation_id"))
            """,
            from: """
                from app.agreement a
                join app.prolongation t on t.municipality_code = a.municipality_code and t.agreement_id = a.agreement_id
                where a.municipality_code = \(code) and a.agreement_id = \(id) and t.prolongation_id = \(prolongation)
                """)
    }

    static func adopting(_ code: String, _ id: Identifier) -> Statement {
        self.facts(
            """
            'year', p.year, 'status', p.state, 'start', p.period_start, 'end', p.period_end,
            'introduction', p.introduction, 'registrationNumber', p.registration_number, 'preparedBy', p.prepared_by,
            'isExchanged', p.is_exchanged,
            'agreement', (select jsonb_build_object('title', a.title, 'start', a.period_start, 'end', a.period_end)
                from app.agreement a
                where a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id),
            'picture', (select jsonb_build_object('title', x.title, 'date', x.established_on)
                from app.situational_picture x
                where x.municipality_code = p.municipality_code and x.picture_id = p.picture_id),
            'areas', (select coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'measures', (
                    select count(*) from app.measure m where m.municipality_code = t.municipality_code
                        and m.plan_id = t.plan_id and m.area_id = t.area_id)) order by t.position), '[]')
                from app.priority_area t
                where t.municipality_code = p.municipality_code and t.plan_id = p.plan_id),
            'parties', (select coalesce(jsonb_agg(n.name order by n.name collate app.swedish), '[]') from (
                select distinct coalesce(r.adopted_name, q.name) as name
                from app.responsibility r
                join app.responsible_party q on q.municipality_code = r.municipality_code and q.party_id = r.party_id
                where r.municipality_code = p.municipality_code and r.plan_id = p.plan_id
                    and q.kind <> 'police') n),
            'rounds', (select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'until', o.answers_until)
                order by o.period_start), '[]') from app.reporting_round o
                where o.municipality_code = p.municipality_code and o.plan_id = p.plan_id),
            'approved', (select max(v.answered_on) from app.approval v
                where v.municipality_code = p.municipality_code and v.plan_id = p.plan_id and v.holds
                    and v.answer = 'approved' and v.party = 'police'),
            'revises', (select jsonb_build_object('year', o.year, 'date', o.adopted_on) from app.action_plan o
                where o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id),
            'changes', (select coalesce(jsonb_agg(jsonb_build_object('change', c.change, 'text', c.text,
                'reason', c.reason) order by c.place, c.lineage_id), '[]')
                from app.plan_changes(p.municipality_code, p.plan_id) c
                where p.revises_plan_id is not null),
            \(self.attachments("plan_id", "p"))
            """, from: "from app.action_plan p where p.municipality_code = \(code) and p.plan_id = \(id)")
    }

    static func reporting(_ code: String, _ id: Identifier) -> Statement {
        self.facts(
            """
            'title', t.title, 'status', t.state, 'sentOn', t.sent_on, 'proposedDecision', t.proposed_decision,
            'commentary', t.commentary, 'registrationNumber', t.registration_number, 'preparedBy', t.prepared_by,
            'sha256', encode(t.content_sha256, 'hex'), 'year', t.content #> '{plan,year}',
            'figures', t.content -> 'figures', 'reportedUntil', t.content -> 'reportedUntil',
            'bodies', (select coalesce(jsonb_agg(jsonb_build_object('name', coalesce(d.body_name, b.name),
                'kind', coalesce(d.body_kind, b.kind)) order by d.dispatch_id), '[]')
                from app.report_dispatch d
                left join app.body b on b.municipality_code = d.municipality_code and b.body_id = d.body_id
                where d.municipality_code = t.municipality_code and d.report_id = t.report_id),
            \(self.attachments("report_id", "t"))
            """, from: "from app.report t where t.municipality_code = \(code) and t.report_id = \(id)")
    }
}
