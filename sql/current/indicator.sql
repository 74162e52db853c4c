-- An indicator is part of its plan, seen by whoever sees that, and written while the plan is a draft. Its values are reported on an
-- adopted plan by a coordinator, or by the police, whose statistics many of them are.
grant select on app.indicator to samverkan_municipality, samverkan_police;
grant insert (municipality_code, plan_id, indicator_id, area_id, position, lineage_id, name, unit, source, direction, baseline, baseline_on, target),
    update (area_id, position, name, unit, source, direction, baseline, baseline_on, target), delete
    on app.indicator to samverkan_municipality;
create policy municipality_reads on app.indicator for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.indicator for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.indicator for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.indicator for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.indicator for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));

grant select on app.indicator_value to samverkan_municipality;
-- Who recorded it stays inside the municipality.
grant select (municipality_code, plan_id, indicator_id, lineage_id, value_id, corrects_value_id, measured_on, value, text, recorded_at)
    on app.indicator_value to samverkan_police;
grant insert (municipality_code, plan_id, indicator_id, lineage_id, value_id, corrects_value_id, measured_on, value, text)
    on app.indicator_value to samverkan_municipality, samverkan_police;
create policy municipality_reads on app.indicator_value for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.indicator_value for insert to samverkan_municipality
    with check (municipality_code = (select access.municipality()) and (select access.may('report.any')));
create policy police_reads on app.indicator_value for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));
create policy police_inserts on app.indicator_value for insert to samverkan_police
    with check ((select access.may('report.police')) and exists (select from app.indicator i
        where i.municipality_code = indicator_value.municipality_code and i.plan_id = indicator_value.plan_id and i.indicator_id = indicator_value.indicator_id));

grant select on app.indicator, app.indicator_value to samverkan_lock;
create policy lock_reads on app.indicator for select to samverkan_lock using (true);
create policy lock_reads on app.indicator_value for select to samverkan_lock using (true);

-- An indicator is new, or comes from the plan that this one revises.
create function app.require_own_indicator_lineage() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from app.indicator i where i.municipality_code = new.municipality_code and i.lineage_id = new.lineage_id and i.plan_id <> new.plan_id)
        and not exists (
            select from app.action_plan p
            join app.indicator i on i.municipality_code = p.municipality_code and i.plan_id = p.revises_plan_id and i.lineage_id = new.lineage_id
            where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id)
    then
        raise exception 'another indicator''s lineage' using errcode = 'SV100', constraint = 'indicator_lineage', table = tg_table_name;
    end if;
    return null;
end
$$;
create trigger lineage after insert on app.indicator for each row execute function app.require_own_indicator_lineage();
-- Whether the plan has any.
create function app.derive_has_indicators() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row app.indicator := case tg_op when 'DELETE' then old else new end;
begin
    update app.action_plan p set has_indicators = x.has
    from (select exists (select from app.indicator i where i.municipality_code = v_row.municipality_code and i.plan_id = v_row.plan_id) as has) x
    where p.municipality_code = v_row.municipality_code and p.plan_id = v_row.plan_id and p.has_indicators <> x.has;
    return null;
end
$$;
create trigger derive after insert or delete on app.indicator for each row execute function app.derive_has_indicators();
create trigger admit after insert or update or delete on app.indicator
    for each row execute function app.admit_plan_part();
create trigger audit after insert or update or delete on app.indicator
    for each row execute function audit.record('Indikatorn', 'name');

create trigger stamp before insert on app.indicator_value for each row execute function app.stamp_recorder();

-- Within its plan's period and of days that have been, on an adopted plan; a correction stands in the plan of what it corrects, as long
-- as that year is open.
create function app.admit_indicator_value() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
begin
    select p.state, p.version, p.period_start, p.period_end into v_plan from app.action_plan p
    where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id for share;
    if v_plan.state is distinct from 'adopted' and not (new.corrects_value_id is not null and app.is_open_year(new.municipality_code, new.plan_id)) then
        perform app.refuse('plan_not_adopted', 'plan', v_plan.state, v_plan.version);
    end if;
    if new.measured_on < v_plan.period_start or new.measured_on > v_plan.period_end then
        raise exception 'not within the plan''s period' using errcode = 'SV100', constraint = 'indicator_value_outside_plan', table = tg_table_name;
    end if;
    if new.measured_on > app.today() then
        raise exception 'of a day to come' using errcode = 'SV100', constraint = 'indicator_value_in_future', table = tg_table_name;
    end if;
    return null;
end
$$;
create trigger admit after insert on app.indicator_value for each row execute function app.admit_indicator_value();
create trigger audit after insert or update or delete on app.indicator_value
    for each row execute function audit.record('Indikatorvärdet', 'value', '', 'recorded_by');
