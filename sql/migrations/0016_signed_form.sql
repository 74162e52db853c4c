-- What is signed has a form, and a form never changes: what was signed must be computable for ever, and a signature that waits for
-- another one goes on in the form that it was begun in. A release that adds to what is signed adds a form in a migration of its own.
-- The content of an agreement as it is signed: one JSON text with sorted keys, the same for every reader. What may
-- change without signing again (names of signers, contacts, registration) is no part of it.
create function app.canonical_agreement_v1(p_municipality text, p_agreement uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'title', a.title, 'policeDistrict', a.district_code, 'parties', a.parties, 'purpose', a.purpose, 'scope', a.scope,
        'outsideScope', a.outside_scope, 'periodStart', a.period_start, 'periodEnd', a.period_end,
        'sections', (select jsonb_agg(jsonb_build_array(s.heading, s.text) order by s.position) from app.agreement_section s
            where s.municipality_code = a.municipality_code and s.agreement_id = a.agreement_id),
        'signers', (select jsonb_agg(jsonb_build_array(s.party, s.position) order by s.position) from app.signature s
            where s.municipality_code = a.municipality_code and s.agreement_id = a.agreement_id and s.prolongation_id is null))::text
    from app.agreement a where a.municipality_code = p_municipality and a.agreement_id = p_agreement
$$;

-- Its annexes as they are, drafts among them: plans that are not superseded, and promises that are not withdrawn.
create function app.canonical_annexes_v1(p_municipality text, p_agreement uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'actionPlans', (
            select jsonb_agg(jsonb_build_object('year', p.year, 'periodStart', p.period_start, 'periodEnd', p.period_end,
                'introduction', p.introduction, 'notes', p.notes,
                'priorityAreas', (select jsonb_agg(jsonb_build_array(a.title, a.description, a.theme) order by a.position) from app.priority_area a
                    where a.municipality_code = p.municipality_code and a.plan_id = p.plan_id),
                'causes', (select jsonb_agg(jsonb_build_array(a.position, c.text) order by a.position, c.position)
                    from app.cause c join app.priority_area a on a.municipality_code = c.municipality_code and a.plan_id = c.plan_id and a.area_id = c.area_id
                    where c.municipality_code = p.municipality_code and c.plan_id = p.plan_id),
                'measures', (select jsonb_agg(jsonb_build_array(a.position, c.position, m.text, m.planned_follow_up, m.target, m.schedule, m.notes,
                        m.starts_on, m.ends_on, m.quantity, m.unit, (
                            select jsonb_agg(jsonb_build_array(r.party_id, r.lead) order by r.position, r.party_id) from app.responsibility r
                            where r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id)) order by m.position, m.measure_id)
                    from app.measure m
                    join app.priority_area a on a.municipality_code = m.municipality_code and a.plan_id = m.plan_id and a.area_id = m.area_id
                    left join app.cause c on c.municipality_code = m.municipality_code and c.plan_id = m.plan_id and c.cause_id = m.cause_id
                    where m.municipality_code = p.municipality_code and m.plan_id = p.plan_id)) order by p.year, p.plan_id)
            from app.action_plan p
            where p.municipality_code = p_municipality and p.agreement_id = p_agreement and p.state <> 'superseded'),
        'promises', (select jsonb_agg(jsonb_build_array(x.promisor, x.text) order by x.position) from app.promise x
            where x.municipality_code = p_municipality and x.agreement_id = p_agreement and x.state <> 'withdrawn'))::text
$$;

-- A prolongation as it is signed.
create function app.canonical_prolongation_v1(p_municipality text, p_prolongation uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object('agreement', app.canonical_agreement_v1(p.municipality_code, p.agreement_id),
        'effectiveEnd', p.effective_end, 'reason', p.reason)::text
    from app.prolongation p where p.municipality_code = p_municipality and p.prolongation_id = p_prolongation
$$;

alter table app.signature no force row level security;
alter table app.signature add column form text check (form ~ '^v[1-9][0-9]*$');
update app.signature set form = 'v1' where content_sha256 is not null;
alter table app.signature add constraint signature_has_form check ((form is null) = (content_sha256 is null));
alter table app.signature force row level security;
comment on column app.signature.form is 'Formen som det undertecknade skrevs i när dess kontrollsumma räknades';

-- What was signed, as its digest was made of it. Kept with the first signature, so that it can be shown and checked after any release.
create table app.signed_text (
    municipality_code text not null,
    agreement_id uuid not null,
    sha256 bytea not null check (octet_length(sha256) = 32),
    form text not null check (form ~ '^v[1-9][0-9]*$'),
    text text not null,
    primary key (municipality_code, agreement_id, sha256),
    foreign key (municipality_code, agreement_id) references app.agreement,
    constraint signed_text_is_its_digest check (sha256 = pg_catalog.sha256(pg_catalog.convert_to(text, 'UTF8')))
);
alter table app.signed_text enable row level security, force row level security;
comment on table app.signed_text is 'Det som undertecknades, ord för ord, som dess kontrollsumma räknades på';
