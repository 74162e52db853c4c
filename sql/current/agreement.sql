-- Drafts are the municipality's own (and its municipal police officers'). From proposed on, the district named as a
-- party reads it. What hangs below an agreement is seen by whoever sees the agreement.
grant select on app.agreement, app.agreement_section, app.signature to samverkan_municipality, samverkan_police;
grant insert (municipality_code, agreement_id, district_code, title, parties, purpose, scope, outside_scope,
    period_start, period_end, effective_end) on app.agreement to samverkan_municipality;
grant insert (municipality_code, agreement_id, position, heading, text) on app.agreement_section to samverkan_municipality;
grant insert (municipality_code, agreement_id, signature_id, position, party, name, title, body, place)
    on app.signature to samverkan_municipality;
grant select (municipality_code, agreement_id, district_code, title, period_start, period_end, effective_end, state)
    on app.agreement to samverkan_bi_reader;

create policy municipality_reads on app.agreement for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.agreement for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy police_reads on app.agreement for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((state <> 'draft' and district_code = (select access.district()))
        or municipality_code = (select access.municipality())));
create policy bi_reads on app.agreement for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[]) and state <> 'draft'
        and ((select access.bi_district()) = '' or district_code = (select access.bi_district())));
-- `bi_scope` asks which municipalities a district has signed with.
grant select (municipality_code, district_code, state) on app.agreement to samverkan_access;
create policy access_reads on app.agreement for select to samverkan_access using (true);

create policy municipality_reads on app.agreement_section for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.agreement_section for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.agreement_section for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a)));

create policy municipality_reads on app.signature for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.signature for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.signature for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a)));

-- What hangs below an agreement can change only while it is a draft. The parent is read under a share lock, by a
-- definer that can see it: without the lock an insert that saw «draft» commits into an agreement proposed meanwhile.
create function app.require_draft_agreement() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_municipality text := case tg_op when 'DELETE' then old.municipality_code else new.municipality_code end;
    v_agreement uuid := case tg_op when 'DELETE' then old.agreement_id else new.agreement_id end;
    v_state text;
begin
    select a.state into v_state from app.agreement a
    where a.municipality_code = v_municipality and a.agreement_id = v_agreement for share;
    if v_state is distinct from 'draft' then
        raise exception 'the agreement is not a draft' using errcode = 'SV100', constraint = 'agreement_locked', table = tg_table_name;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
grant select (municipality_code, agreement_id, state), update (state) on app.agreement to samverkan_lock;
create policy lock_reads on app.agreement for select to samverkan_lock using (true);
create policy lock_locks on app.agreement for update to samverkan_lock using (true) with check (false);
create trigger draft_only after insert or update or delete on app.agreement_section
    for each row execute function app.require_draft_agreement();
create trigger draft_only after insert or delete on app.signature
    for each row execute function app.require_draft_agreement();

create trigger audit after insert or update or delete on app.agreement
    for each row execute function audit.record('Överenskommelsen', 'title');
create trigger audit after insert or update or delete on app.agreement_section
    for each row execute function audit.record('Avsnittet', 'heading');
create trigger audit after insert or update or delete on app.signature
    for each row execute function audit.record('Undertecknandet', 'title', 'name');
