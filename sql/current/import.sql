-- Imports hold the document as it came, names included: only inside the municipality and with its municipal police
-- officers, whose grant opens its drafts.
grant select on app.import to samverkan_municipality, samverkan_police;
grant insert (municipality_code, import_id, file_name, media_type, content, sha256, preview),
    update (state, preview, confirmed_at, agreement_id, picture_id, plan_id) on app.import to samverkan_municipality;
create policy municipality_reads on app.import for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.import for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and municipality_code = (select access.municipality()));
create policy municipality_inserts on app.import for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'previewed');
create policy municipality_updates on app.import for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));

-- Confirmed once: of two at the same time, the second waits for the row and is then refused.
create function app.guard_import_state() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    -- A draft that it made is discarded: then it names it no longer.
    if old.state <> 'previewed' and not (to_jsonb(new) - array['agreement_id', 'picture_id', 'plan_id'] = to_jsonb(old) - array['agreement_id', 'picture_id', 'plan_id']
        and coalesce(new.agreement_id = old.agreement_id, new.agreement_id is null) and coalesce(new.picture_id = old.picture_id, new.picture_id is null)
        and coalesce(new.plan_id = old.plan_id, new.plan_id is null) and current_user <> 'samverkan_municipality')
    then
        raise exception 'the import is already confirmed' using errcode = 'SV100', constraint = 'import_already_confirmed', table = tg_table_name;
    end if;
    return new;
end
$$;
create trigger guard_state before update on app.import for each row execute function app.guard_import_state();

create function app.stamp_import() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.created_by := coalesce(access.actor(), session_user);
    return new;
end
$$;
create trigger stamp before insert on app.import for each row execute function app.stamp_import();
create trigger audit after insert or update or delete on app.import
    for each row execute function audit.record('Importen', 'file_name', '', 'content,preview,created_by');

-- What coordinators decided at imports: theirs alone.
grant select, insert (municipality_code, kind, name, decision), update (decision, decided_at) on app.remembered_decision to samverkan_municipality;
create policy municipality_reads on app.remembered_decision for select to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy municipality_inserts on app.remembered_decision for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.remembered_decision for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create trigger audit after insert or update or delete on app.remembered_decision
    for each row execute function audit.record('Beslut vid import', 'name', '', 'decided_at');
