import AgreementParsing
import FoundationEssentials
import Postgres

enum ImportSQL {
    /// Whether the caller may import here, what the municipality and its district are called, and what was decided
    /// before.
    static func prepare(_ code: String) -> Statement {
        """
        select m.name as municipality, d.name as district, access.coordinated_municipality() is not null as may_import,
            (select jsonb_object_agg(r.kind, r.decisions) from (
                select r.kind, jsonb_agg(r.decision order by r.decided_at, r.name) decisions
                from (select * from app.remembered_decision r where r.municipality_code = \(code)
                    order by r.decided_at desc, r.name limit 500) r
                group by r.kind) r) as remembered,
            extract(year from app.today())::integer as year
        from app.municipality m join app.police_district d on d.district_code = m.district_code
        where m.municipality_code = \(code)
        """
    }

    /// Keeps what was decided about columns and parties for the next document that names them.
    static func remember(_ code: String, _ reading: ReadingDecisions, _ decisions: Decisions) -> [Statement] {
        let rows = Remembered(reading, decisions).rows
        if rows.isEmpty { return [] }
        return [
            """
            insert into app.remembered_decision as r (municipality_code, kind, name, decision)
            select distinct on (n.kind, left(lower(n.name), 200)) \(code), n.kind, left(lower(n.name), 200), n.decision
            from jsonb_to_recordset(\(Parameter.json(rows))::jsonb) as n (position integer, kind text, name text,
                decision jsonb)
            order by n.kind, left(lower(n.name), 200), n.position desc
            on conflict (municipality_code, kind, name) do update set decision = excluded.decision, decided_at = now()
            where r.decision is distinct from excluded.decision
            """
        ]
    }

    /// Whether the caller reports at all, the period that there is to report of, and the measures.
    struct Reported {
        let plan: Pipeline.Ticket
        let measures: Pipeline.Ticket

        init(_ code: String, _ plan: Identifier, in pipeline: inout Pipeline) {
            self.plan = pipeline.add(
                """
                select access.reports() and access.municipality() is not null as may_report, p.period_start as start,
                    least(p.period_end, greatest(p.period_start, app.today())) as end
                from app.action_plan p where p.municipality_code = \(code) and p.plan_id = \(plan)
                """)
            self.measures = pipeline.add(
                """
                select m.measure_id as id, m.text from app.measure m
                where m.municipality_code = \(code) and m.plan_id = \(plan) order by m.position limit 2000
                """)
        }
    }

    static func create(_ code: String, _ id: Identifier, _ document: ImportDocument, preview: Parameter) -> Statement {
        """
        insert into app.import (municipality_code, import_id, file_name, media_type, content, sha256, preview)
        values (\(code), \(id), \(document.fileName), \(document.mediaType.rawValue), \(document.content)::bytea,
            sha256(\(document.content)::bytea), \(preview))
        """
    }

    /// Latest first.
    static func list(_ code: String, _ page: Page) -> (rows: Statement, total: Statement) {
        let from: Statement = "from app.import i where i.municipality_code = \(code)"
        return (
            """
            select \(unsafeSQL: Import.head.selected) \(from) order by i.created_at desc,
                i.import_id limit \(page.limit) offset \(page.offset)
            """,
            .count(from)
        )
    }

    /// The import, what was read, whether the caller confirms, and when the same file was imported before, in Swedish.
    static func show(_ code: String, _ id: Identifier) -> Statement {
        """
        select \(unsafeSQL: Import.head.selected), i.preview,
            access.coordinated_municipality() is not null as may_confirm, app.permitted_acts('import', i.state) as acts,
            (select to_char(e.created_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')
                    || case e.state when 'confirmed' then ' och bekräftades' else ', men bekräftades inte' end
                from app.import e
                where e.municipality_code = i.municipality_code and e.sha256 = i.sha256 and (e.created_at,
                    e.import_id) < (i.created_at, i.import_id)
                order by e.state = 'confirmed' desc, e.created_at desc limit 1) as imported_before
        from app.import i where i.municipality_code = \(code) and i.import_id = \(id)
        """
    }

    static func stored(_ code: String, _ id: Identifier) -> Statement {
        "select file_name, media_type, state, content from app.import where municipality_code = \(code) and import_id = \(id)"
    }

    static func readAgain(_ code: String, _ id: Identifier, preview: Parameter) -> Statement {
        "update app.import set preview = \(preview) where municipality_code = \(code) and import_id = \(id)"
    }

    /// The draft agreement, picture and plan of a decided proposal, all or nothing. Each statement sends one table's
    /// rows as one JSON value.
    static func confirm(
        _ code: String, _ id: Identifier, _ document: AgreementDocument, agreement known: Identifier?,
        preview: Parameter
    ) -> [Statement] {
        let agreement = document.agreement
        let plan = document.plan
        let agreementID = known ?? (document.holdsAgreement ? Identifier.version7() : nil)
        let pictureID = document.holdsPicture ? Identifier.version7() : nil
        let planID = document.holdsPlan ? Identifier.version7() : nil
        let period = self.planPeriod(year: plan.year, within: agreement.period)

        let tree = ["id": "uuid", "area": "uuid", "cause": "uuid", "position": "integer"] as KeyValuePairs
        var areas = Recordset(["id": "uuid", "position": "integer", "title": "text", "description": "text"])
        var causes = Recordset(["id": "uuid", "area": "uuid", "position": "integer", "text": "text"])
        var measures = Recordset(
            columns: tree.map { ($0.key, $0.value) } + Self.measureColumns.map { ($0, "text") }, [])
        var responsibilities = Recordset([
            "measure": "uuid", "position": "integer", "party": "text", "contact": "text", "lead": "boolean",
        ])
        // A measure's position is its place in the whole plan, so that a flat list needs no other table for its order.
        var position = 0
        for (areaIndex, area) in plan.priorityAreas.enumerated() {
            let areaID = Identifier.version7()
            areas.add([areaID, areaIndex + 1, area.title, area.description.parameter])
            func add(_ measure: AgreementDocument.Measure, cause: Identifier?) {
                position += 1
                let measureID = Identifier.version7()
                measures.add([
                    measureID, areaID, cause?.postgresParameter ?? .null, position, measure.text,
                    measure.plannedFollowUp.parameter,
                    measure.target.parameter, measure.schedule.parameter, measure.notes.parameter,
                ])
                // One leads at most.
                let lead = measure.responsibilities.firstIndex { $0.lead == true }
                for (index, responsibility) in measure.responsibilities.enumerated() {
                    responsibilities.add([
                        measureID, index + 1, responsibility.name, responsibility.contact.parameter, index == lead,
                    ])
                }
            }
            for (causeIndex, cause) in area.causes.enumerated() {
                let causeID = Identifier.version7()
                causes.add([causeID, areaID, causeIndex + 1, cause.text])
                for measure in cause.measures { add(measure, cause: causeID) }
            }
            for measure in area.measures { add(measure, cause: nil) }
        }
        var parties = Recordset(["id": "uuid", "name": "text", "kind": "text", "form": "text"])
        for name in document.responsibleParties {
            let proposal = ResponsiblePartyProposal(name: name)
            parties.add([Identifier.version7(), name, proposal.kind, proposal.form])
        }
        var contacts = Recordset(["id": "uuid", "party": "text", "name": "text"])
        for contact in document.contacts { contacts.add([Identifier.version7(), contact.name, contact.contact ?? ""]) }
        var sections = Recordset(["position": "integer", "heading": "text", "text": "text"])
        for (index, section) in agreement.sections.enumerated() {
            sections.add([index + 1, section.heading, section.text])
        }
        var signers = Recordset([
            "id": "uuid", "position": "integer", "party": "text", "name": "text", "title": "text", "body": "text",
            "place": "text",
        ])
        for (index, signer) in agreement.signers.enumerated() {
            signers.add([
                Identifier.version7(), index + 1, signer.party.rawValue, signer.name, signer.title,
                signer.body.parameter, signer.place.parameter,
            ])
        }
        var sources = Recordset(["id": "uuid", "position": "integer", "kind": "text", "title": "text"])
        for (index, source) in document.situationalPicture.sources.enumerated() {
            sources.add([Identifier.version7(), index + 1, source.kind.rawValue, source.title])
        }
        var problems = Recordset(["id": "uuid", "position": "integer", "text": "text"])
        for (index, problem) in document.situationalPicture.problems.enumerated() {
            problems.add([Identifier.version7(), index + 1, problem.text])
        }
        var promises = Recordset(["id": "uuid", "position": "integer", "promisor": "text", "text": "text"])
        for (index, promise) in document.promises.enumerated() {
            promises.add([Identifier.version7(), index + 1, promise.promisor.rawValue, promise.text])
        }
        var statements: [Statement] = [
            // First, so that of two confirmations the second waits here and is then refused.
            """
            update app.import set state = 'confirmed', confirmed_at = now(), agreement_id = \(agreementID)::uuid,
                picture_id = \(pictureID)::uuid,
                plan_id = \(planID)::uuid, preview = \(preview)
            where municipality_code = \(code) and import_id = \(id)
            """
        ]
        if let known {
            // The caller sees it, or there is nothing to hang a plan on.
            statements.append(
                "select app.require_row(count(*)) from app.agreement where municipality_code = \(code) and agreement_id = \(known)"
            )
        } else if let agreementID {
            statements += [
                """
                insert into app.agreement (municipality_code, agreement_id, district_code, title, parties, purpose,
                    scope, outside_scope,
                    period_start, period_end, effective_end, registration_number, decision_body, decision_date,
                        decision_paragraph)
                select m.municipality_code, \(agreementID)::uuid, m.district_code, \(agreement.title)::text,
                    array(select jsonb_array_elements_text(\(Parameter.json(agreement.parties))::jsonb)),
                        \(agreement.purpose)::text,
                    \(agreement.scope)::text, \(agreement.outsideScope)::text, \(agreement.period.start)::date,
                        \(agreement.period.end)::date,
                    \(agreement.period.end)::date, \(agreement.registration?.number)::text,
                        \(agreement.registration?.body)::text,
                    \(agreement.registration?.date)::date, \(agreement.registration?.paragraph)::text
                from app.municipality m where m.municipality_code = \(code)
                """,
                """
                insert into app.agreement_section (municipality_code, agreement_id, position, heading, text)
                select \(code), \(agreementID)::uuid, r.position, r.heading, r.text
                from \(sections.source)
                """,
                """
                insert into app.signature (municipality_code, agreement_id, signature_id, position, party, name, title,
                    body, place)
                select \(code), \(agreementID)::uuid, r.id, r.position, r.party, r.name, r.title, r.body, r.place
                from \(signers.source)
                """,
            ]
        }
        if let pictureID {
            statements += [
                """
                insert into app.situational_picture (municipality_code, picture_id, district_code, title, summary)
                select m.municipality_code, \(pictureID)::uuid, m.district_code,
                    'Lägesbild ' || \(String(plan.year))::text, \(document.situationalPicture.summary)::text
                from app.municipality m where m.municipality_code = \(code)
                """,
                """
                insert into app.source (municipality_code, picture_id, source_id, position, kind, title)
                select \(code), \(pictureID)::uuid, r.id, r.position, r.kind, r.title
                from \(sources.source)
                """,
                """
                insert into app.problem (municipality_code, picture_id, problem_id, position, text)
                select \(code), \(pictureID)::uuid, r.id, r.position, r.text
                from \(problems.source)
                """,
            ]
        }
        if let planID {
            statements += [
                """
                insert into app.action_plan (municipality_code, plan_id, agreement_id, picture_id, year, period_start,
                    period_end, introduction, notes,
                    registration_number, decision_body, decision_date, decision_paragraph)
                values (\(code), \(planID), \(agreementID), \(pictureID), \(plan.year), \(period.start), \(period.end),
                    \(plan.introduction), \(plan.notes),
                    \(plan.registration?.number), \(plan.registration?.body), \(plan.registration?.date)::date,
                        \(plan.registration?.paragraph))
                """,
                """
                insert into app.priority_area (municipality_code, plan_id, area_id, position, title, description)
                select \(code), \(planID)::uuid, r.id, r.position, r.title, r.description
                from \(areas.source)
                """,
                """
                insert into app.cause (municipality_code, plan_id, cause_id, area_id, position, text)
                select \(code), \(planID)::uuid, r.id, r.area, r.position, r.text
                from \(causes.source)
                """,
                """
                insert into app.measure (municipality_code, plan_id, measure_id, area_id, cause_id, position,
                    \(unsafeSQL: Self.measureColumns.joined(separator: ", ")))
                select \(code), \(planID)::uuid, r.id, r.area, r.cause, r.position,
                    \(unsafeSQL: Self.measureColumns.map { "r.\($0)" }.joined(separator: ", "))
                from \(measures.source)
                """,
                // Who is known here already, whatever the case, is the one meant, or what it has become.
                """
                insert into app.responsible_party (municipality_code, party_id, name, kind, form)
                select \(code), r.id, r.name, r.kind, r.form
                from \(parties.source)
                on conflict do nothing
                """,
                """
                insert into app.contact (municipality_code, contact_id, party_id, name)
                select p.municipality_code, r.id, coalesce(p.merged_into_id, p.party_id), r.name
                from \(contacts.source)
                join app.responsible_party p on p.municipality_code = \(code) and p.name_apart is null
                    and app.name_key(p.name) = app.name_key(r.party)
                on conflict do nothing
                """,
                """
                insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, contact_id, position,
                    lead)
                select distinct on (r.measure, coalesce(p.merged_into_id, p.party_id)) p.municipality_code,
                    \(planID)::uuid, r.measure,
                    coalesce(p.merged_into_id, p.party_id), c.contact_id, r.position, r.lead
                from \(responsibilities.source)
                join app.responsible_party p on p.municipality_code = \(code) and p.name_apart is null
                    and app.name_key(p.name) = app.name_key(r.party)
                left join app.contact c on c.municipality_code = p.municipality_code
                    and c.party_id = coalesce(p.merged_into_id, p.party_id)
                    and c.name_apart is null and app.name_key(c.name) = app.name_key(r.contact)
                order by r.measure, coalesce(p.merged_into_id, p.party_id), r.position
                """,
            ]
        }
        if let agreementID, !promises.isEmpty {
            statements.append(
                """
                insert into app.promise (municipality_code, promise_id, agreement_id, position, promisor, text)
                select \(code), r.id, \(agreementID)::uuid, r.position, r.promisor, r.text
                from \(promises.source)
                """)
        }
        return statements
    }

    /// The plan's year, cut to the agreement's period where they overlap.
    private static func planPeriod(year: Int, within period: AgreementDocument.Period) -> (start: String, end: String) {
        let (first, last) = ("\(year)-01-01", "\(year)-12-31")
        let start = max(first, period.start)
        let end = min(last, period.end ?? last)
        return start <= end ? (start, end) : (first, last)
    }

    /// What is read of a measure's content.
    private static let measureColumns = ["text", "planned_follow_up", "target", "schedule", "notes"]
}

extension String? {
    fileprivate var parameter: Parameter { self.map { .text($0) } ?? .null }
}
