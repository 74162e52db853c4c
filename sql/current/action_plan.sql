-- A draft plan is the municipality's own (and its municipal police officers'). From adopted on, whoever sees its
-- agreement reads it. What hangs below a plan is seen by whoever sees the plan.
grant select on app.action_plan, app.priority_area, app.cause, app.measure, app.responsibility
    to samverkan_municipality, samverkan_police;
grant insert (municipality_code, plan_id, agreement_id, picture_id, year, period_start, period_end, introduction, notes),
    update (state, adopted_by, adopted_on, version) on app.action_plan to samverkan_municipality;
grant insert (municipality_code, plan_id, area_id, position, title, description) on app.priority_area to samverkan_municipality;
grant insert (municipality_code, plan_id, cause_id, area_id, position, text) on app.cause to samverkan_municipality;
grant insert (municipality_code, plan_id, measure_id, area_id, cause_id, position, text, planned_follow_up, target, schedule, notes)
    on app.measure to samverkan_municipality;
grant insert (municipality_code, plan_id, measure_id, party_id, contact_id, position, lead)
    on app.responsibility to samverkan_municipality;

grant select (municipality_code, plan_id, agreement_id, year, period_start, period_end, state, adopted_by, adopted_on)
    on app.action_plan to samverkan_bi_reader;
grant select (municipality_code, plan_id, area_id, position, title) on app.priority_area to samverkan_bi_reader;
grant select (municipality_code, plan_id, cause_id, text) on app.cause to samverkan_bi_reader;
grant select (municipality_code, plan_id, measure_id, area_id, cause_id, position, lineage_id, text, planned_follow_up)
    on app.measure to samverkan_bi_reader;
grant select (municipality_code, plan_id, measure_id, party_id, lead) on app.responsibility to samverkan_bi_reader;

create policy municipality_reads on app.action_plan for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.action_plan for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy municipality_updates on app.action_plan for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.action_plan for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and (municipality_code = (select access.municipality())
        or (state <> 'draft' and (municipality_code, agreement_id) in (
            select a.municipality_code, a.agreement_id from app.agreement a))));
create policy bi_reads on app.action_plan for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[]) and state <> 'draft'
        and (municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a));

create policy municipality_reads on app.priority_area for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.priority_area for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.priority_area for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p)));
create policy bi_reads on app.priority_area for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[])
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p));

create policy municipality_reads on app.cause for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.cause for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.cause for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p)));
create policy bi_reads on app.cause for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[])
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p));

create policy municipality_reads on app.measure for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.measure for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.measure for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p)));
create policy bi_reads on app.measure for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[])
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p));

create policy municipality_reads on app.responsibility for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.responsibility for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.responsibility for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p)));
create policy bi_reads on app.responsibility for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[])
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p));

-- Adopting is the one change of a plan's own row so far; it happens once.
create function app.guard_plan_state() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if old.state <> 'draft' or new.state <> 'adopted' then
        raise exception 'the plan is %, only a draft can be adopted', old.state
            using errcode = 'SV100', constraint = 'plan_not_draft', table = tg_table_name;
    end if;
    new.version := old.version + 1;
    return new;
end
$$;
create trigger guard_state before update on app.action_plan for each row execute function app.guard_plan_state();

-- Areas, causes, measures and responsibilities change only while their plan is a draft.
create function app.require_draft_plan() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_municipality text := case tg_op when 'DELETE' then old.municipality_code else new.municipality_code end;
    v_plan uuid := case tg_op when 'DELETE' then old.plan_id else new.plan_id end;
    v_state text;
begin
    select p.state into v_state from app.action_plan p
    where p.municipality_code = v_municipality and p.plan_id = v_plan for share;
    if v_state is distinct from 'draft' then
        raise exception 'the plan is not a draft' using errcode = 'SV100', constraint = 'plan_locked', table = tg_table_name;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
grant select (municipality_code, plan_id, state), update (state) on app.action_plan to samverkan_lock;
create policy lock_reads on app.action_plan for select to samverkan_lock using (true);
create policy lock_locks on app.action_plan for update to samverkan_lock using (true) with check (false);
create trigger draft_only after insert or update or delete on app.priority_area
    for each row execute function app.require_draft_plan();
create trigger draft_only after insert or update or delete on app.cause
    for each row execute function app.require_draft_plan();
create trigger draft_only after insert or update or delete on app.measure
    for each row execute function app.require_draft_plan();
create trigger draft_only after insert or update or delete on app.responsibility
    for each row execute function app.require_draft_plan();

create trigger audit after insert or update or delete on app.action_plan
    for each row execute function audit.record('Handlingsplanen', 'year');
create trigger audit after insert or update or delete on app.priority_area
    for each row execute function audit.record('Området', 'title');
create trigger audit after insert or update or delete on app.cause
    for each row execute function audit.record('Orsaken', 'text');
create trigger audit after insert or update or delete on app.measure
    for each row execute function audit.record('Åtgärden', 'text');
create trigger audit after insert or update or delete on app.responsibility
    for each row execute function audit.record('Ansvaret', '');
