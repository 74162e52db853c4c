import Postgres

enum AgreementSQL {
    /// Columns of an agreement `a`, as ``AgreementRoutes`` reads them in lists and documents.
    private static let head = """
        a.agreement_id, a.title, a.state, a.period_start, a.period_end, a.effective_end,
            case when a.state = 'signed' then case when a.period_start > app.today() then 'upcoming'
                when a.effective_end < app.today() then case when a.replaced_by_id is null then 'expired' else 'replaced' end else 'current' end end, a.version,
            \(Registration.fields.selected("a"))
        """

    /// Columns of a signature `s`, as ``AgreementRoutes`` reads them.
    private static let signature = """
        s.signature_id, s.party, s.name, s.title, s.body, s.place, s.signed_on, s.outside_system, s.attachment_id,
            s.recorded_by, s.recorded_at,
            encode(s.content_sha256, 'hex'), encode(s.annexes_sha256, 'hex'), s.prolongation_id
        """

    static func list(_ code: String, _ page: Page, _ filters: [String: String]) -> [Statement] {
        let number = filters["registrationNumber"]
        return [
            """
            select \(unsafeSQL: self.head) from app.agreement a
            where a.municipality_code = \(code) and (\(number)::text is null or a.registration_number = \(number))
            order by a.period_start desc, a.agreement_id limit \(page.limit) offset \(page.offset)
            """,
            """
            select count(*) from app.agreement a
            where a.municipality_code = \(code) and (\(number)::text is null or a.registration_number = \(number))
            """,
        ]
    }

    /// The agreement, its sections, signatures and prolongations.
    static func show(_ code: String, _ id: Identifier) -> [Statement] {
        [
            """
            select \(unsafeSQL: self.head), array_to_json(a.parties), a.purpose, a.scope, a.outside_scope, d.district_code, d.name,
                a.prepared_by, a.predecessor_id, a.return_reason, a.termination_reason,
                -- A district that is no party to it knows nothing of it.
                (select r.agreement_id from app.agreement r where r.municipality_code = a.municipality_code and r.agreement_id = a.replaced_by_id),
                case when a.state in ('draft', 'proposed') and access.municipality() is not null then
                    array_to_json(app.overlapped_agreements(a.municipality_code, a.period_start, a.period_end, a.predecessor_id)) end,
                a.replaced_by_id is not null
            from app.agreement a join app.police_district d on d.district_code = a.district_code
            where a.municipality_code = \(code) and a.agreement_id = \(id)
            """,
            """
            select heading, text from app.agreement_section
            where municipality_code = \(code) and agreement_id = \(id) order by position
            """,
            """
            select \(unsafeSQL: self.signature) from app.signature s
            where s.municipality_code = \(code) and s.agreement_id = \(id) order by s.prolongation_id nulls first, s.position
            """,
            """
            select prolongation_id, effective_end, reason, state, created_at from app.prolongation
            where municipality_code = \(code) and agreement_id = \(id) order by prolongation_id
            """,
        ]
    }

    static func create(_ code: String, _ id: Identifier, _ values: [Parameter]) -> Statement {
        Statement.insert(into: "app.agreement", [("municipality_code", code), ("agreement_id", id)], AgreementRoutes.fields, values)
    }

    static func change(_ code: String, _ id: Identifier, _ changes: [Parameter?], alsoParts: Bool, expected: Int?) -> [Statement] {
        [
            Document.agreement.require(code, id),
            Statement.update(
                "app.agreement", [("municipality_code", code), ("agreement_id", id)], AgreementRoutes.fields + Registration.fields, changes,
                versioned: true, alsoParts: alsoParts, expected: expected, missing: .forbidden),
        ]
    }

    struct Section: Encodable { let position: Int, heading: String, text: String }
    struct Signer: Encodable { let id: String, position: Int, party: String, name: String, title: String, body: String? }

    /// The sections instead of those that are there.
    static func replaceSections(_ code: String, _ id: Identifier, _ sections: [Section]) -> [Statement] {
        [
            "delete from app.agreement_section where municipality_code = \(code) and agreement_id = \(id)",
            """
            insert into app.agreement_section (municipality_code, agreement_id, position, heading, text)
            select \(code), \(id)::uuid, r.position, r.heading, r.text
            from jsonb_to_recordset(\(Parameter.json(sections))::jsonb) as r (position integer, heading text, text text)
            """,
        ]
    }

    /// Who is to sign, instead of those that are there.
    static func replaceSigners(_ code: String, _ id: Identifier, _ signers: [Signer]) -> [Statement] {
        [
            "delete from app.signature where municipality_code = \(code) and agreement_id = \(id) and prolongation_id is null",
            """
            insert into app.signature (municipality_code, agreement_id, signature_id, position, party, name, title, body)
            select \(code), \(id)::uuid, r.id, r.position, r.party, r.name, r.title, r.body
            from jsonb_to_recordset(\(Parameter.json(signers))::jsonb) as r (id uuid, position integer, party text, name text, title text, body text)
            """,
        ]
    }

    // MARK: Acts: whether the caller sees the agreement, then the act

    static func propose(_ code: String, _ id: Identifier, expected: Int?) -> [Statement] {
        [
            self.seen(code, id),
            """
            update app.agreement set state = 'proposed'
            where municipality_code = \(code) and agreement_id = \(id) and app.is_version(version, \(expected)::integer)
                and app.is_possible('agreement', 'proposal', state, version)
            """,
        ]
    }

    static func takeBack(_ code: String, _ id: Identifier, reason: String, expected: Int?) -> [Statement] {
        [
            self.seen(code, id),
            """
            update app.agreement set state = 'draft', return_reason = \(reason)
            where municipality_code = \(code) and agreement_id = \(id) and app.is_version(version, \(expected)::integer)
                and app.is_possible('agreement', 'return', state, version)
            """,
        ]
    }

    static func terminate(_ code: String, _ id: Identifier, on day: Day?, reason: String, expected: Int?) -> [Statement] {
        [
            self.seen(code, id),
            """
            update app.agreement set state = 'terminated', effective_end = \(day), termination_reason = \(reason)
            where municipality_code = \(code) and agreement_id = \(id) and app.is_version(version, \(expected)::integer)
                and app.is_possible('agreement', 'termination', state, version)
            """,
        ]
    }

    /// A new draft that starts from the agreement: its text and who is to sign.
    static func renew(_ code: String, _ id: Identifier, into new: Identifier, title: String?, start: Day?, end: Day?) -> [Statement] {
        [
            """
            with made as (
                insert into app.agreement (municipality_code, agreement_id, title, parties, purpose, scope, outside_scope, period_start, period_end, predecessor_id)
                select a.municipality_code, \(new)::uuid, coalesce(\(title)::text, a.title), a.parties, a.purpose, a.scope, a.outside_scope,
                    \(start)::date, \(end)::date, a.agreement_id
                from app.agreement a where a.municipality_code = \(code) and a.agreement_id = \(id)
                returning 1
            ) select app.require_row(count(*)) from made
            """,
            """
            insert into app.agreement_section (municipality_code, agreement_id, position, heading, text)
            select municipality_code, \(new)::uuid, position, heading, text from app.agreement_section
            where municipality_code = \(code) and agreement_id = \(id)
            """,
            """
            insert into app.signature (municipality_code, agreement_id, signature_id, position, party, name, title, body)
            select municipality_code, \(new)::uuid, app.uuidv7(), position, party, name, title, body from app.signature
            where municipality_code = \(code) and agreement_id = \(id) and prolongation_id is null
            """,
        ]
    }

    /// What a person signs with; name, title and body as they are at signing, when they differ from what was planned.
    struct Signing: Sendable {
        let signature: Identifier
        let date: Day
        let place: String?
        let name: String?
        let title: String?
        let body: String?
        let outsideSystem: Bool
        let attachment: Identifier?
    }

    /// - Parameters:
    ///   - prolongation: the signer's must be of it, or of the agreement itself when nil.
    ///   - expected: the agreement's version that was read. Asked behind the signature, which has taken the agreement's row and
    ///     counted its version, so that nothing can come between.
    static func sign(_ code: String, _ id: Identifier, prolongation: Identifier?, _ signing: Signing, as kind: IssuerKind, expected: Int?) -> [Statement] {
        let same: Statement = """
            select app.is_version(version - 1, \(expected)::integer) from app.agreement where municipality_code = \(code) and agreement_id = \(id)
            """
        let seen: Statement = """
            select 1 from app.signature where municipality_code = \(code) and agreement_id = \(id) and signature_id = \(signing.signature)
                and prolongation_id is not distinct from \(prolongation)::uuid
            """
        // The police sign in the service only, and their login may not even name the other columns.
        if kind != .municipality {
            return [
                seen,
                """
                update app.signature set signed_on = \(signing.date), place = \(signing.place), name = coalesce(\(signing.name), name),
                    title = coalesce(\(signing.title), title), body = coalesce(\(signing.body), body)
                where municipality_code = \(code) and agreement_id = \(id) and signature_id = \(signing.signature)
                    and prolongation_id is not distinct from \(prolongation)::uuid
                """,
            ] + (expected == nil ? [] : [same])
        }
        return [
            seen,
            """
            update app.signature set signed_on = \(signing.date), place = \(signing.place), name = coalesce(\(signing.name), name),
                title = coalesce(\(signing.title), title), body = coalesce(\(signing.body), body), outside_system = \(signing.outsideSystem),
                attachment_id = \(signing.attachment)
            where municipality_code = \(code) and agreement_id = \(id) and signature_id = \(signing.signature)
                and prolongation_id is not distinct from \(prolongation)::uuid
            """,
        ] + (expected == nil ? [] : [same])
    }

    static func prolong(_ code: String, _ id: Identifier, _ prolongation: Identifier, until end: Day?, reason: String?) -> Statement {
        """
        insert into app.prolongation (municipality_code, agreement_id, prolongation_id, effective_end, reason)
        values (\(code), \(id), \(prolongation), \(end), \(reason))
        """
    }

    static func withdraw(_ code: String, _ id: Identifier, _ prolongation: Identifier) -> [Statement] {
        [
            "select 1 from app.prolongation where municipality_code = \(code) and agreement_id = \(id) and prolongation_id = \(prolongation)",
            "update app.prolongation set state = 'withdrawn' where municipality_code = \(code) and agreement_id = \(id) and prolongation_id = \(prolongation)",
        ]
    }

    private static func seen(_ code: String, _ id: Identifier) -> Statement {
        "select 1 from app.agreement where municipality_code = \(code) and agreement_id = \(id)"
    }
}
