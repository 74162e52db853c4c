import Postgres

enum AgreementSQL {
    static func list(_ code: String, registrationNumber number: String?, _ page: Page) -> (
        rows: Statement, total: Statement
    ) {
        let filter: Statement = if let number { "and a.registration_number = \(number)" } else { "" }
        let from: Statement = "from app.agreement a where a.municipality_code = \(code) \(filter)"
        return (
            """
            select \(unsafeSQL: Agreement.head.selected) \(from)
            order by a.period_start desc, a.agreement_id limit \(page.limit) offset \(page.offset)
            """,
            .count(from)
        )
    }

    /// The agreement, its sections, signatures and prolongations.
    struct Shown {
        let agreement: Pipeline.Ticket
        let sections: Pipeline.Ticket
        let signatures: Pipeline.Ticket
        let prolongations: Pipeline.Ticket

        init(_ code: String, _ id: Identifier, in pipeline: inout Pipeline) {
            self.agreement = pipeline.add(
                """
                select \(unsafeSQL: Agreement.shape.selected),
                    case when a.state in ('draft', 'proposed') and access.municipality() is not null then
                        array_to_json(app.overlapped_agreements(a.municipality_code, a.period_start, a.period_end,
                            a.predecessor_id)) end as overlapped,
                    app.agreement_acts(a.municipality_code, a.agreement_id, a.state,
                        a.replaced_by_id is not null) as acts
                from app.agreement a join app.police_district d on d.district_code = a.district_code
                where a.municipality_code = \(code) and a.agreement_id = \(id)
                """)
            self.sections = pipeline.add(
                """
                select \(unsafeSQL: Agreement.section.selected) from app.agreement_section t
                where t.municipality_code = \(code) and t.agreement_id = \(id) order by t.position
                """)
            self.signatures = pipeline.add(
                """
                select \(unsafeSQL: Signature.shape.selected), s.prolongation_id from app.signature s
                where s.municipality_code = \(code) and s.agreement_id = \(id) order by s.prolongation_id nulls first,
                    s.position
                """)
            self.prolongations = pipeline.add(
                """
                select \(unsafeSQL: Prolongation.shape.selected),
                    app.prolongation_acts(t.municipality_code, t.agreement_id, t.prolongation_id, t.state) as acts
                from app.prolongation t
                where t.municipality_code = \(code) and t.agreement_id = \(id) order by t.prolongation_id
                """)
        }
    }

    /// The agreement, and what was signed of it.
    struct SignedTexts {
        let agreement: Pipeline.Ticket
        let texts: Pipeline.Ticket

        init(_ code: String, _ id: Identifier, in pipeline: inout Pipeline) {
            self.agreement = pipeline.add(
                """
                select \(unsafeSQL: SignedText.document.selected) from app.agreement a
                where a.municipality_code = \(code) and a.agreement_id = \(id)
                """)
            self.texts = pipeline.add(
                """
                select \(unsafeSQL: SignedText.shape.selected) from app.signed_text t
                where t.municipality_code = \(code) and t.agreement_id = \(id)
                    and exists (select from app.signature s where s.municipality_code = t.municipality_code
                        and s.agreement_id = t.agreement_id and t.sha256 in (s.content_sha256, s.annexes_sha256))
                order by t.sha256
                """)
        }
    }

    static func create(_ code: String, _ id: Identifier, _ content: Content) -> Statement {
        Statement.insert(into: "app.agreement", [("municipality_code", code), ("agreement_id", id)], content)
    }

    static func change(_ code: String, _ id: Identifier, _ content: Content, alsoParts: Bool, expected: Int?)
        -> Statement
    {
        Statement.update(
            "app.agreement", [("municipality_code", code), ("agreement_id", id)], content, versioned: true,
            alsoParts: alsoParts,
            expected: expected, missing: .forbidden)
    }

    /// The sections instead of those that are there.
    static func replaceSections(_ code: String, _ id: Identifier, _ sections: Recordset) -> [Statement] {
        [
            "delete from app.agreement_section where municipality_code = \(code) and agreement_id = \(id)",
            """
            insert into app.agreement_section (municipality_code, agreement_id, position, heading, text)
            select \(code), \(id)::uuid, r.position, r.heading, r.text from \(sections.source)
            """,
        ]
    }

    /// Who is to sign, instead of those that are there.
    static func replaceSigners(_ code: String, _ id: Identifier, _ signers: Recordset) -> [Statement] {
        [
            "delete from app.signature where municipality_code = \(code) and agreement_id = \(id) and prolongation_id is null",
            """
            insert into app.signature (municipality_code, agreement_id, signature_id, position, party, name, title,
                body)
            select \(code), \(id)::uuid, r.id, r.position, r.party, r.name, coalesce(r.title, ''), r.body
                from \(signers.source)
            """,
        ]
    }

    // MARK: Acts

    static func propose(_ code: String, _ id: Identifier, expected: Int?) -> Statement {
        Document.agreement.act("proposal", code, id, expected: expected, set: "state = 'proposed'")
    }

    static func takeBack(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> Statement {
        Document.agreement.act(
            "return", code, id, expected: expected,
            set: "state = 'draft', return_reason = \(content["return_reason"] ?? .null)")
    }

    static func terminate(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> Statement {
        Document.agreement.act(
            "termination", code, id, expected: expected,
            set: """
                state = 'terminated', effective_end = \(content["effective_end"] ?? .null)::date,
                termination_reason = \(content["termination_reason"] ?? .null)
                """)
    }

    /// A new draft that starts from the agreement: its text and who is to sign.
    static func renew(_ code: String, _ id: Identifier, into new: Identifier, _ content: Content) -> [Statement] {
        [
            """
            with made as (
                insert into app.agreement (municipality_code, agreement_id, title, parties, purpose, scope,
                    outside_scope, period_start,
                    period_end, notice_months, tacit_prolongation_months, predecessor_id)
                select a.municipality_code, \(new)::uuid, coalesce(r.title, a.title), a.parties, a.purpose, a.scope,
                    a.outside_scope,
                    r.period_start, r.period_end, a.notice_months,
                    case when r.period_end is not null then a.tacit_prolongation_months end, a.agreement_id
                from app.agreement a, \(content.row) where a.municipality_code = \(code) and a.agreement_id = \(id)
                returning 1
            ) select app.require_row(count(*)) from made
            """,
            """
            insert into app.agreement_section (municipality_code, agreement_id, position, heading, text)
            select municipality_code, \(new)::uuid, position, heading, text from app.agreement_section
            where municipality_code = \(code) and agreement_id = \(id)
            """,
            """
            insert into app.signature (municipality_code, agreement_id, signature_id, position, party, name, title,
                body)
            select municipality_code, \(new)::uuid, app.uuidv7(), position, party, name, title, body from app.signature
            where municipality_code = \(code) and agreement_id = \(id) and prolongation_id is null
            """,
        ]
    }

    /// A signature of one who is to sign.
    ///
    /// - Parameters:
    ///   - prolongation: the signer's must be of it, or of the agreement itself when nil.
    ///   - content: of ``Signature/signing``.
    ///   - expected: the agreement's version that was read. Asked behind the signature, which has locked the agreement's
    ///     row and
    ///     counted its version, so that nothing can come between.
    static func sign(
        _ code: String, _ id: Identifier, prolongation: Identifier?, _ content: Content, as kind: IssuerKind,
        expected: Int?
    ) -> [Statement] {
        let which: Statement = """
            where s.municipality_code = \(code) and s.agreement_id = \(id)
                and s.signature_id = \(content["signature_id"] ?? .null)::uuid
                and s.prolongation_id is not distinct from \(prolongation)::uuid
            """
        // The police sign in the service only, and their login may not even name the other columns.
        let recorded: Statement =
            kind == .municipality ? ", outside_system = r.outside_system, attachment_id = r.attachment_id" : ""
        let statements: [Statement] = [
            "select app.require_row(count(*)) from app.signature s \(which)",
            .act(
                """
                update app.signature s set signed_on = r.signed_on, place = r.place, name = coalesce(r.name, s.name),
                    title = coalesce(r.title, s.title), body = coalesce(r.body, s.body)\(recorded)
                from \(content.row) \(which)
                """),
        ]
        if expected == nil { return statements }
        return statements + [
            """
            select app.is_version(version - 1, \(expected)::integer) from app.agreement
                where municipality_code = \(code) and agreement_id = \(id)
            """
        ]
    }

    static func prolong(_ code: String, _ id: Identifier, _ prolongation: Identifier, _ content: Content) -> Statement {
        Statement.insert(
            into: "app.prolongation",
            [("municipality_code", code), ("agreement_id", id), ("prolongation_id", prolongation)], content)
    }

    static func withdraw(_ code: String, _ id: Identifier, _ prolongation: Identifier) -> [Statement] {
        let which: Statement =
            "where municipality_code = \(code) and agreement_id = \(id) and prolongation_id = \(prolongation)"
        return [
            "select app.require_row(count(*)) from app.prolongation \(which)",
            .act("update app.prolongation set state = 'withdrawn' \(which)"),
        ]
    }
}
