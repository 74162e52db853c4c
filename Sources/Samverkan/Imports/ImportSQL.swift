import AgreementParsing
import FoundationEssentials
import Postgres

enum ImportSQL {
    /// Whether the caller may import here, what the municipality and its district are called, and what was decided before.
    static func prepare(_ code: String) -> Statement {
        """
        select m.name, d.name, access.coordinated_municipality() is not null,
            (select jsonb_object_agg(r.kind, r.decisions) from (
                select r.kind, jsonb_agg(r.decision order by r.decided_at, r.name) decisions
                from (select * from app.remembered_decision r where r.municipality_code = \(code) order by r.decided_at desc, r.name limit 500) r
                group by r.kind) r),
            extract(year from app.today())::integer
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
            from jsonb_to_recordset(\(Parameter.json(rows))::jsonb) as n (position integer, kind text, name text, decision jsonb)
            order by n.kind, left(lower(n.name), 200), n.position desc
            on conflict (municipality_code, kind, name) do update set decision = excluded.decision, decided_at = now()
            where r.decision is distinct from excluded.decision
            """,
        ]
    }

    /// Whether the caller reports at all, the period that there is to report of, and the measures.
    static func reportedPlan(_ code: String, _ plan: Identifier) -> [Statement] {
        [
            """
            select access.role() in ('coordinator', 'contributor', 'municipalOfficer'), p.period_start, least(p.period_end, greatest(p.period_start, app.today()))
            from app.action_plan p where p.municipality_code = \(code) and p.plan_id = \(plan)
            """,
            """
            select m.measure_id, m.text from app.measure m
            where m.municipality_code = \(code) and m.plan_id = \(plan) order by m.position limit 2000
            """,
        ]
    }

    static func create(_ code: String, _ id: Identifier, _ document: ImportDocument, preview: Parameter) -> Statement {
        """
        insert into app.import (municipality_code, import_id, file_name, media_type, content, sha256, preview)
        values (\(code), \(id), \(document.fileName), \(document.mediaType.rawValue), \(document.content)::bytea, sha256(\(document.content)::bytea), \(preview))
        """
    }

    static func list(_ code: String, _ page: Page, _: [String: String]) -> [Statement] {
        [
            """
            select import_id, file_name, media_type, octet_length(content), encode(sha256, 'hex'), state, created_at, created_by,
                confirmed_at, agreement_id, picture_id, plan_id
            from app.import where municipality_code = \(code)
            order by created_at desc, import_id limit \(page.limit) offset \(page.offset)
            """,
            "select count(*) from app.import where municipality_code = \(code)",
        ]
    }

    static func show(_ code: String, _ id: Identifier) -> Statement {
        """
        select import_id, file_name, media_type, octet_length(content), encode(sha256, 'hex'), state, created_at, created_by,
            confirmed_at, agreement_id, picture_id, plan_id, preview, access.coordinated_municipality() is not null,
            (select to_char(e.created_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') || case e.state when 'confirmed' then ' och bekräftades' else ', men bekräftades inte' end
                from app.import e
                where e.municipality_code = i.municipality_code and e.sha256 = i.sha256 and (e.created_at, e.import_id) < (i.created_at, i.import_id)
                order by e.state = 'confirmed' desc, e.created_at desc limit 1)
        from app.import i where municipality_code = \(code) and import_id = \(id)
        """
    }

    static func stored(_ code: String, _ id: Identifier) -> Statement {
        "select file_name, media_type, state, content from app.import where municipality_code = \(code) and import_id = \(id)"
    }

    static func readAgain(_ code: String, _ id: Identifier, preview: Parameter) -> Statement {
        "update app.import set preview = \(preview) where municipality_code = \(code) and import_id = \(id)"
    }

    /// The draft agreement, picture and plan of a decided proposal, all or nothing. Each statement sends one table's rows
    /// as one JSON value.
    static func confirm(_ code: String, _ id: Identifier, _ document: AgreementDocument, agreement known: Identifier?, preview: Parameter) -> [Statement] {
        let agreement = document.agreement
        let plan = document.plan
        let agreementID = known ?? (document.holdsAgreement ? Identifier.version7() : nil)
        let pictureID = document.holdsPicture ? Identifier.version7() : nil
        let planID = document.holdsPlan ? Identifier.version7() : nil
        let period = self.planPeriod(year: plan.year, within: agreement.period)

        var areas: [AreaRow] = []
        var causes: [CauseRow] = []
        var measures: [MeasureRow] = []
        var responsibilities: [ResponsibilityRow] = []
        // A measure's position is its place in the whole plan, so that a flat list needs no other table for its order.
        var position = 0
        for (areaIndex, area) in plan.priorityAreas.enumerated() {
            let areaID = Identifier.version7().text
            areas.append(AreaRow(id: areaID, position: areaIndex + 1, title: area.title, description: area.description))
            func add(_ measure: AgreementDocument.Measure, cause: String?) {
                position += 1
                let measureID = Identifier.version7().text
                measures.append(MeasureRow(
                    id: measureID, area: areaID, cause: cause, position: position, text: measure.text, follow_up: measure.plannedFollowUp,
                    target: measure.target, schedule: measure.schedule, notes: measure.notes))
                // One leads at most.
                let lead = measure.responsibilities.firstIndex { $0.lead == true }
                for (index, responsibility) in measure.responsibilities.enumerated() {
                    responsibilities.append(ResponsibilityRow(measure: measureID, position: index + 1, party: responsibility.name, contact: responsibility.contact, lead: index == lead))
                }
            }
            for (causeIndex, cause) in area.causes.enumerated() {
                let causeID = Identifier.version7().text
                causes.append(CauseRow(id: causeID, area: areaID, position: causeIndex + 1, text: cause.text))
                for measure in cause.measures { add(measure, cause: causeID) }
            }
            for measure in area.measures { add(measure, cause: nil) }
        }
        let parties = document.responsibleParties.map { name -> PartyRow in
            let proposal = ResponsiblePartyProposal(name: name)
            return PartyRow(id: Identifier.version7().text, name: name, kind: proposal.kind, form: proposal.form)
        }
        let contacts = document.contacts.map { ContactRow(id: Identifier.version7().text, party: $0.name, name: $0.contact ?? "") }
        let sections = agreement.sections.enumerated().map { SectionRow(position: $0.offset + 1, heading: $0.element.heading, text: $0.element.text) }
        let signers = agreement.signers.enumerated().map {
            SignerRow(id: Identifier.version7().text, position: $0.offset + 1, party: $0.element.party.rawValue, name: $0.element.name,
                title: $0.element.title, body: $0.element.body, place: $0.element.place)
        }
        let sources = document.situationalPicture.sources.enumerated().map {
            SourceRow(id: Identifier.version7().text, position: $0.offset + 1, kind: $0.element.kind.rawValue, title: $0.element.title)
        }
        let problems = document.situationalPicture.problems.enumerated().map { TextRow(id: Identifier.version7().text, position: $0.offset + 1, text: $0.element.text) }
        let promises = document.promises.enumerated().map {
            PromiseRow(id: Identifier.version7().text, position: $0.offset + 1, promisor: $0.element.promisor.rawValue, text: $0.element.text)
        }
        var statements: [Statement] = [
            // First, so that of two confirmations the second waits here and is then refused.
            """
            update app.import set state = 'confirmed', confirmed_at = now(), agreement_id = \(agreementID)::uuid, picture_id = \(pictureID)::uuid,
                plan_id = \(planID)::uuid, preview = \(preview)
            where municipality_code = \(code) and import_id = \(id)
            """,
        ]
        if let known {
            // The caller sees it, or there is nothing to hang a plan on.
            statements.append("select app.require_row(count(*)) from app.agreement where municipality_code = \(code) and agreement_id = \(known)")
        } else if let agreementID {
            statements += [
                """
                insert into app.agreement (municipality_code, agreement_id, district_code, title, parties, purpose, scope, outside_scope,
                    period_start, period_end, effective_end, registration_number, decision_body, decision_date, decision_paragraph)
                select m.municipality_code, \(agreementID)::uuid, m.district_code, \(agreement.title)::text,
                    array(select jsonb_array_elements_text(\(Parameter.json(agreement.parties))::jsonb)), \(agreement.purpose)::text,
                    \(agreement.scope)::text, \(agreement.outsideScope)::text, \(agreement.period.start)::date, \(agreement.period.end)::date,
                    \(agreement.period.end)::date, \(agreement.registration?.number)::text, \(agreement.registration?.body)::text,
                    \(agreement.registration?.date)::date, \(agreement.registration?.paragraph)::text
                from app.municipality m where m.municipality_code = \(code)
                """,
                """
                insert into app.agreement_section (municipality_code, agreement_id, position, heading, text)
                select \(code), \(agreementID)::uuid, r.position, r.heading, r.text
                from jsonb_to_recordset(\(Parameter.json(sections))::jsonb) as r (position integer, heading text, text text)
                """,
                """
                insert into app.signature (municipality_code, agreement_id, signature_id, position, party, name, title, body, place)
                select \(code), \(agreementID)::uuid, r.id, r.position, r.party, r.name, r.title, r.body, r.place
                from jsonb_to_recordset(\(Parameter.json(signers))::jsonb)
                    as r (id uuid, position integer, party text, name text, title text, body text, place text)
                """,
            ]
        }
        if let pictureID {
            statements += [
                """
                insert into app.situational_picture (municipality_code, picture_id, district_code, title, summary)
                select m.municipality_code, \(pictureID)::uuid, m.district_code, 'Lägesbild ' || \(String(plan.year))::text, \(document.situationalPicture.summary)::text
                from app.municipality m where m.municipality_code = \(code)
                """,
                """
                insert into app.source (municipality_code, picture_id, source_id, position, kind, title)
                select \(code), \(pictureID)::uuid, r.id, r.position, r.kind, r.title
                from jsonb_to_recordset(\(Parameter.json(sources))::jsonb) as r (id uuid, position integer, kind text, title text)
                """,
                """
                insert into app.problem (municipality_code, picture_id, problem_id, position, text)
                select \(code), \(pictureID)::uuid, r.id, r.position, r.text
                from jsonb_to_recordset(\(Parameter.json(problems))::jsonb) as r (id uuid, position integer, text text)
                """,
            ]
        }
        if let planID {
            statements += [
                """
                insert into app.action_plan (municipality_code, plan_id, agreement_id, picture_id, year, period_start, period_end, introduction, notes,
                    registration_number, decision_body, decision_date, decision_paragraph)
                values (\(code), \(planID), \(agreementID), \(pictureID), \(plan.year), \(period.start), \(period.end), \(plan.introduction), \(plan.notes),
                    \(plan.registration?.number), \(plan.registration?.body), \(plan.registration?.date)::date, \(plan.registration?.paragraph))
                """,
                """
                insert into app.priority_area (municipality_code, plan_id, area_id, position, title, description)
                select \(code), \(planID)::uuid, r.id, r.position, r.title, r.description
                from jsonb_to_recordset(\(Parameter.json(areas))::jsonb) as r (id uuid, position integer, title text, description text)
                """,
                """
                insert into app.cause (municipality_code, plan_id, cause_id, area_id, position, text)
                select \(code), \(planID)::uuid, r.id, r.area, r.position, r.text
                from jsonb_to_recordset(\(Parameter.json(causes))::jsonb) as r (id uuid, area uuid, position integer, text text)
                """,
                """
                insert into app.measure (municipality_code, plan_id, measure_id, area_id, cause_id, position, text, planned_follow_up, target, schedule, notes)
                select \(code), \(planID)::uuid, r.id, r.area, r.cause, r.position, r.text, r.follow_up, r.target, r.schedule, r.notes
                from jsonb_to_recordset(\(Parameter.json(measures))::jsonb)
                    as r (id uuid, area uuid, cause uuid, position integer, text text, follow_up text, target text, schedule text, notes text)
                """,
                // Who is known here already, whatever the case, is the one meant, or what it has become.
                """
                insert into app.responsible_party (municipality_code, party_id, name, kind, form)
                select \(code), r.id, r.name, r.kind, r.form
                from jsonb_to_recordset(\(Parameter.json(parties))::jsonb) as r (id uuid, name text, kind text, form text)
                on conflict do nothing
                """,
                """
                insert into app.contact (municipality_code, contact_id, party_id, name)
                select p.municipality_code, r.id, coalesce(p.merged_into_id, p.party_id), r.name
                from jsonb_to_recordset(\(Parameter.json(contacts))::jsonb) as r (id uuid, party text, name text)
                join app.responsible_party p on p.municipality_code = \(code) and p.name_apart is null and app.name_key(p.name) = app.name_key(r.party)
                on conflict do nothing
                """,
                """
                insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, contact_id, position, lead)
                select distinct on (r.measure, coalesce(p.merged_into_id, p.party_id)) p.municipality_code, \(planID)::uuid, r.measure,
                    coalesce(p.merged_into_id, p.party_id), c.contact_id, r.position, r.lead
                from jsonb_to_recordset(\(Parameter.json(responsibilities))::jsonb) as r (measure uuid, position integer, party text, contact text, lead boolean)
                join app.responsible_party p on p.municipality_code = \(code) and p.name_apart is null and app.name_key(p.name) = app.name_key(r.party)
                left join app.contact c on c.municipality_code = p.municipality_code and c.party_id = coalesce(p.merged_into_id, p.party_id)
                    and c.name_apart is null and app.name_key(c.name) = app.name_key(r.contact)
                order by r.measure, coalesce(p.merged_into_id, p.party_id), r.position
                """,
            ]
        }
        if let agreementID, !promises.isEmpty {
            statements.append("""
                insert into app.promise (municipality_code, promise_id, agreement_id, position, promisor, text)
                select \(code), r.id, \(agreementID)::uuid, r.position, r.promisor, r.text
                from jsonb_to_recordset(\(Parameter.json(promises))::jsonb) as r (id uuid, position integer, promisor text, text text)
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

    /// Names as `jsonb_to_recordset` reads them.
    private struct SectionRow: Encodable { let position: Int, heading: String, text: String }
    private struct SignerRow: Encodable { let id: String, position: Int, party: String, name: String, title: String, body: String?, place: String? }
    private struct SourceRow: Encodable { let id: String, position: Int, kind: String, title: String }
    private struct TextRow: Encodable { let id: String, position: Int, text: String }
    private struct AreaRow: Encodable { let id: String, position: Int, title: String, description: String? }
    private struct CauseRow: Encodable { let id: String, area: String, position: Int, text: String }
    private struct MeasureRow: Encodable {
        let id: String, area: String, cause: String?, position: Int, text: String, follow_up: String?, target: String?, schedule: String?, notes: String?
    }
    private struct PartyRow: Encodable { let id: String, name: String, kind: String, form: String }
    private struct ContactRow: Encodable { let id: String, party: String, name: String }
    private struct ResponsibilityRow: Encodable { let measure: String, position: Int, party: String, contact: String?, lead: Bool }
    private struct PromiseRow: Encodable { let id: String, position: Int, promisor: String, text: String }
}
