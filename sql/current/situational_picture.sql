-- The picture is shared with the district once established; until then it is the municipality's own.
grant select on app.situational_picture, app.source, app.problem to samverkan_municipality, samverkan_police;
grant insert (municipality_code, picture_id, district_code, title, summary) on app.situational_picture to samverkan_municipality;
grant insert (municipality_code, picture_id, source_id, position, kind, title) on app.source to samverkan_municipality;
grant insert (municipality_code, picture_id, problem_id, position, text) on app.problem to samverkan_municipality;

create policy municipality_reads on app.situational_picture for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.situational_picture for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy police_reads on app.situational_picture for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((state <> 'draft' and district_code = (select access.district()))
        or municipality_code = (select access.municipality())));

create policy municipality_reads on app.source for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.source for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.source for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, picture_id) in (select p.municipality_code, p.picture_id from app.situational_picture p)));

create policy municipality_reads on app.problem for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.problem for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.problem for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, picture_id) in (select p.municipality_code, p.picture_id from app.situational_picture p)));

-- Sources and problems change only while their picture is a draft (see app.require_draft_agreement for the lock).
create function app.require_draft_picture() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_municipality text := case tg_op when 'DELETE' then old.municipality_code else new.municipality_code end;
    v_picture uuid := case tg_op when 'DELETE' then old.picture_id else new.picture_id end;
    v_state text;
begin
    select p.state into v_state from app.situational_picture p
    where p.municipality_code = v_municipality and p.picture_id = v_picture for share;
    if v_state is distinct from 'draft' then
        raise exception 'the situational picture is not a draft' using errcode = 'SV100', constraint = 'picture_locked', table = tg_table_name;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
grant select (municipality_code, picture_id, state), update (state) on app.situational_picture to samverkan_lock;
create policy lock_reads on app.situational_picture for select to samverkan_lock using (true);
create policy lock_locks on app.situational_picture for update to samverkan_lock using (true) with check (false);
create trigger draft_only after insert or update or delete on app.source
    for each row execute function app.require_draft_picture();
create trigger draft_only after insert or update or delete on app.problem
    for each row execute function app.require_draft_picture();

create trigger audit after insert or update or delete on app.situational_picture
    for each row execute function audit.record('Lägesbilden', 'title');
create trigger audit after insert or update or delete on app.source
    for each row execute function audit.record('Källan', 'title');
create trigger audit after insert or update or delete on app.problem
    for each row execute function audit.record('Problemet', 'text');
