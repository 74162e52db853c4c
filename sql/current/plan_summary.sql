-- The plan in numbers. Read by whoever sees the plan: its policies ask its own columns, so that whoever reads what hangs below plans looks at
-- one small row for each. Nobody writes it but the triggers below.
grant select on app.plan_summary to samverkan_municipality, samverkan_police, samverkan_lock;
grant insert, update on app.plan_summary to samverkan_lock;
create policy municipality_reads on app.plan_summary for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
-- Of the municipalities that the police may see anything of from the first to the last, so that the one that a request is about narrows it;
-- all of them as a list would be walked once for each municipality of an overview. As a case it is a filter and no range of an index: an
-- overview takes the district's index, which passes over what ended years ago, and policies below plans name the range themselves. Between
-- the first and the last of an officer's municipalities lie others of the district: whoever may not read the whole district is held to the list.
create policy police_reads on app.plan_summary for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and (state not in ('draft', 'withdrawn') and agreement_state not in ('draft', 'withdrawn') and district_code = (select access.district())
            and ((select access.may('district.read')) or municipality_code = any ((select access.visible_municipalities())::text[]))
        or municipality_code = (select access.municipality())));
create policy lock_keeps on app.plan_summary to samverkan_lock using (true) with check (true);

-- The row of a plan, counted from what hangs below it.
create function app.counted_plan(p_municipality text, p_plan uuid) returns setof app.plan_summary
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select p.municipality_code, p.plan_id, p.agreement_id, a.district_code, a.state, p.state, p.year, p.period_start, p.period_end, p.adopted_on, p.revises_plan_id,
        m.measures, m.not_started, m.ongoing, m.done, m.partly_done, m.not_done, m.cancelled, r.police_measures, m.latest_on, q.quantities, d.due_on, d.due_measures, p.version, p.is_answered, gen_random_uuid(),
        array(select unnest(r.party_ids) union select unnest(m.party_ids)), r.contact_ids, app.counted_themes(p.municipality_code, p.plan_id, p.period_end), r.police_party_ids
    from app.action_plan p
    join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
    cross join lateral (
        select count(*)::integer as measures, (count(*) filter (where s.status = 'notStarted'))::integer as not_started,
            (count(*) filter (where s.status = 'ongoing'))::integer as ongoing, (count(*) filter (where s.status = 'done'))::integer as done,
            (count(*) filter (where s.status = 'partlyDone'))::integer as partly_done, (count(*) filter (where s.status = 'notDone'))::integer as not_done,
            (count(*) filter (where s.status = 'cancelled'))::integer as cancelled, max(s.latest_on) as latest_on,
            array_agg(distinct s.latest_party_id) filter (where s.latest_party_id is not null) as party_ids
        from app.measure m
        left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
        where m.municipality_code = p.municipality_code and m.plan_id = p.plan_id) m
    cross join lateral (
        select (count(distinct r.measure_id) filter (where x.kind = 'police'))::integer as police_measures,
            coalesce(array_agg(distinct r.party_id) filter (where r.party_id is not null), '{}') as party_ids,
            coalesce(array_agg(distinct r.party_id) filter (where x.kind = 'police'), '{}') as police_party_ids,
            coalesce(array_agg(distinct r.contact_id) filter (where r.contact_id is not null and r.adopted_contact_id is null), '{}') as contact_ids
        from app.responsibility r
        join app.responsible_party x on x.municipality_code = r.municipality_code and x.party_id = r.party_id
        where r.municipality_code = p.municipality_code and r.plan_id = p.plan_id) r
    cross join lateral (
        select coalesce(jsonb_object_agg(u.unit, jsonb_build_object('planned', u.planned, 'reported', u.reported, 'approximate', u.approximate)), '{}') as quantities
        from (
            select coalesce(x.unit, '') as unit, coalesce(sum(x.planned), 0) as planned, coalesce(sum(x.reported), 0) as reported, coalesce(bool_or(x.approximate), false) as approximate
            from (
                select m.unit, m.quantity as planned, null as reported, false as approximate from app.measure m
                where m.municipality_code = p.municipality_code and m.plan_id = p.plan_id and m.quantity is not null
                union all
                select x.unit, null, x.quantity, x.approximate
                from app.measure_status s, jsonb_to_recordset(s.quantities) as x (unit text, quantity numeric, approximate boolean)
                where s.municipality_code = p.municipality_code and s.plan_id = p.plan_id
            ) x group by 1
        ) u) q
    cross join lateral (select * from app.due_measures(p.municipality_code, p.plan_id, p.period_end)) d
    where p.municipality_code = p_municipality and p.plan_id = p_plan;
end
$$;

-- The days on which measures that have not ended are due, theirs or the plan's last, and how many.
create function app.due_measures(p_municipality text, p_plan uuid, p_end date, out due_on date[], out due_measures integer[])
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    select coalesce(array_agg(d.day order by d.day), '{}'), coalesce(array_agg(d.measures order by d.day), '{}') into due_on, due_measures
    from (
        select coalesce(m.ends_on, p_end) as day, count(*)::integer as measures
        from app.measure m
        left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
        where m.municipality_code = p_municipality and m.plan_id = p_plan and coalesce(s.status, 'notStarted') in ('notStarted', 'ongoing')
        group by 1
    ) d;
end
$$;

-- Its measures by what their areas are about, as the plan's own are counted.
create function app.counted_themes(p_municipality text, p_plan uuid, p_end date) returns jsonb
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select coalesce(jsonb_agg(to_jsonb(q) order by q.theme), '[]') from (
            select x.theme, count(*) as measures, count(*) filter (where exists (
                    select from app.responsibility r
                    join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id and n.kind = 'police'
                    where r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id)) as police_measures,
                count(*) filter (where s.status = 'notStarted') as not_started, count(*) filter (where s.status = 'ongoing') as ongoing,
                count(*) filter (where s.status = 'done') as done, count(*) filter (where s.status = 'partlyDone') as partly_done,
                count(*) filter (where s.status = 'notDone') as not_done, count(*) filter (where s.status = 'cancelled') as cancelled,
                -- A day for each measure that has not ended.
                coalesce(array_agg(coalesce(m.ends_on, p_end) order by coalesce(m.ends_on, p_end))
                    filter (where coalesce(s.status, 'notStarted') in ('notStarted', 'ongoing')), '{}') as due_on
            from app.measure m
            join app.priority_area x on x.municipality_code = m.municipality_code and x.plan_id = m.plan_id and x.area_id = m.area_id
            left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
            where m.municipality_code = p_municipality and m.plan_id = p_plan
            group by x.theme) q);
end
$$;

create function app.summarise_plans(p_municipality text, p_plans uuid[]) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into app.plan_summary as s
    select c.* from unnest(p_plans) x (plan_id) cross join lateral app.counted_plan(p_municipality, x.plan_id) c order by x.plan_id
    on conflict (municipality_code, plan_id) do update set
        agreement_id = excluded.agreement_id, district_code = excluded.district_code, agreement_state = excluded.agreement_state, state = excluded.state,
        year = excluded.year, period_start = excluded.period_start, period_end = excluded.period_end, adopted_on = excluded.adopted_on,
        revises_plan_id = excluded.revises_plan_id, measures = excluded.measures, not_started = excluded.not_started, ongoing = excluded.ongoing,
        done = excluded.done, partly_done = excluded.partly_done, not_done = excluded.not_done, cancelled = excluded.cancelled,
        police_measures = excluded.police_measures, latest_on = excluded.latest_on, quantities = excluded.quantities, due_on = excluded.due_on,
        due_measures = excluded.due_measures, version = excluded.version, is_answered = excluded.is_answered, mark = gen_random_uuid(), party_ids = excluded.party_ids, contact_ids = excluded.contact_ids, themes = excluded.themes, police_party_ids = excluded.police_party_ids;
end
$$;
grant execute on function app.counted_plan(text, uuid), app.due_measures(text, uuid, date), app.counted_themes(text, uuid, date),
    app.summarise_plans(text, uuid[]) to samverkan_lock;

-- Their names sort after the log's trigger: the log's head is taken before summaries, but by an adoption, which derives before it is
-- written down. Where that meets another change of the same plan's summary, the server runs one of them again.
create function app.summarise_plan() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.summarise_plans(new.municipality_code, array[new.plan_id]);
    return null;
end
$$;
create trigger summarise after insert on app.action_plan for each row execute function app.summarise_plan();
create trigger summarise_change after update on app.action_plan for each row
    when ((old.state, old.agreement_id, old.year, old.period_start, old.period_end, old.adopted_on, old.revises_plan_id)
        is distinct from (new.state, new.agreement_id, new.year, new.period_start, new.period_end, new.adopted_on, new.revises_plan_id))
    execute function app.summarise_plan();

-- Whatever else changes what a plan shows, in its own row or below it: a version, an answer, the name of a party or contact that it names.
create function app.count_change() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
    v_municipality text := v_row ->> 'municipality_code';
begin
    case tg_table_name
    when 'action_plan' then
        update app.plan_summary s set version = new.version, is_answered = new.is_answered, mark = gen_random_uuid()
        where s.municipality_code = v_municipality and s.plan_id = new.plan_id;
    when 'responsible_party' then
        update app.plan_summary s set mark = gen_random_uuid() where s.municipality_code = v_municipality and new.party_id = any (s.party_ids);
    when 'contact' then
        update app.plan_summary s set mark = gen_random_uuid() where s.municipality_code = v_municipality and new.contact_id = any (s.contact_ids);
    else
        update app.plan_summary s set mark = gen_random_uuid() where s.municipality_code = v_municipality and s.plan_id = (v_row ->> 'plan_id')::uuid;
    end case;
    return null;
end
$$;
-- At the end of the transaction: a change of a part counts the version before it takes the log's head.
create constraint trigger summarise_version after update on app.action_plan deferrable initially deferred for each row
    when ((old.state, old.agreement_id, old.year, old.period_start, old.period_end, old.adopted_on, old.revises_plan_id)
        is not distinct from (new.state, new.agreement_id, new.year, new.period_start, new.period_end, new.adopted_on, new.revises_plan_id))
    execute function app.count_change();
create trigger summarise_name after update on app.responsible_party for each row when (old.name is distinct from new.name) execute function app.count_change();
create trigger summarise_name after update on app.contact for each row when (old.name is distinct from new.name) execute function app.count_change();
create trigger summarise after update or delete on app.adopted_contact for each row execute function app.count_change();
create trigger summarise after insert or update or delete on app.approval for each row execute function app.count_change();
create trigger summarise after insert or update or delete on app.indicator for each row execute function app.count_change();

create function app.summarise_plans_below() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_table_name = 'agreement' then
        perform app.summarise_plans(new.municipality_code, array(
            select p.plan_id from app.action_plan p where p.municipality_code = new.municipality_code and p.agreement_id = new.agreement_id));
    else
        perform app.summarise_plans(new.municipality_code, array(
            select distinct r.plan_id from app.responsibility r where r.municipality_code = new.municipality_code and r.party_id = new.party_id));
    end if;
    return null;
end
$$;
create trigger summarise after update on app.agreement for each row
    when ((old.state, old.district_code) is distinct from (new.state, new.district_code)) execute function app.summarise_plans_below();
create trigger summarise after update on app.responsible_party for each row
    when (old.kind is distinct from new.kind) execute function app.summarise_plans_below();

create function app.summarise_changed_plans() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plans record;
begin
    for v_plans in select c.municipality_code, array_agg(distinct c.plan_id) as ids from changed c group by c.municipality_code loop
        perform app.summarise_plans(v_plans.municipality_code, v_plans.ids);
    end loop;
    return null;
end
$$;
create trigger summarise_insert after insert on app.measure referencing new table as changed for each statement execute function app.summarise_changed_plans();
create trigger summarise_theme after update on app.priority_area for each row when (old.theme is distinct from new.theme) execute function app.summarise_plan();
create trigger summarise_update after update on app.measure referencing new table as changed for each statement execute function app.summarise_changed_plans();
create trigger summarise_delete after delete on app.measure referencing old table as changed for each statement execute function app.summarise_changed_plans();
create trigger summarise_insert after insert on app.responsibility referencing new table as changed for each statement execute function app.summarise_changed_plans();
create trigger summarise_update after update on app.responsibility referencing new table as changed for each statement execute function app.summarise_changed_plans();
create trigger summarise_delete after delete on app.responsibility referencing old table as changed for each statement execute function app.summarise_changed_plans();

-- What a report moves, called by what derives a measure's status: one count or none, the latest day, its quantity. Whatever goes back is
-- counted anew (app.summarise_plans). Inside a definer, so that it needs no search_path of its own, as those that it calls.
create function app.count_status(
    p_municipality text, p_plan uuid, p_was text, p_status text, p_latest_on date, p_latest_party uuid,
    p_unit text, p_quantity numeric, p_approximate boolean
) returns void
    language plpgsql volatile parallel unsafe
as $$
begin
    update app.plan_summary s set
        not_started = s.not_started + (p_status = 'notStarted')::integer - coalesce((p_was = 'notStarted')::integer, 0),
        ongoing = s.ongoing + (p_status = 'ongoing')::integer - coalesce((p_was = 'ongoing')::integer, 0),
        done = s.done + (p_status = 'done')::integer - coalesce((p_was = 'done')::integer, 0),
        partly_done = s.partly_done + (p_status = 'partlyDone')::integer - coalesce((p_was = 'partlyDone')::integer, 0),
        not_done = s.not_done + (p_status = 'notDone')::integer - coalesce((p_was = 'notDone')::integer, 0),
        cancelled = s.cancelled + (p_status = 'cancelled')::integer - coalesce((p_was = 'cancelled')::integer, 0),
        latest_on = greatest(s.latest_on, p_latest_on), mark = gen_random_uuid(),
        quantities = case when p_quantity is null then s.quantities else app.grown(s.quantities, coalesce(p_unit, ''), p_quantity, p_approximate) end,
        party_ids = case when p_latest_party is null or p_latest_party = any (s.party_ids) then s.party_ids else s.party_ids || p_latest_party end
    where s.municipality_code = p_municipality and s.plan_id = p_plan;
    if p_was is distinct from p_status then
        update app.plan_summary s set themes = app.counted_themes(s.municipality_code, s.plan_id, s.period_end),
            (due_on, due_measures) = (select d.due_on, d.due_measures from app.due_measures(s.municipality_code, s.plan_id, s.period_end) d)
        where s.municipality_code = p_municipality and s.plan_id = p_plan;
    end if;
end
$$;

-- A plan's sums with one more.
create function app.grown(p_sums jsonb, p_unit text, p_quantity numeric, p_approximate boolean) returns jsonb
    language plpgsql immutable parallel safe
as $$
begin
    return p_sums || jsonb_build_object(p_unit, jsonb_build_object('planned', coalesce(p_sums -> p_unit -> 'planned', '0'),
        'reported', coalesce((p_sums -> p_unit ->> 'reported')::numeric, 0) + p_quantity,
        'approximate', coalesce((p_sums -> p_unit ->> 'approximate')::boolean, false) or p_approximate));
end
$$;
grant execute on function app.count_status(text, uuid, text, text, date, uuid, text, numeric, boolean), app.grown(jsonb, text, numeric, boolean)
    to samverkan_lock;

-- Of plans that were there before they were counted. The owner counts as samverkan_lock, which sees them.
set local role samverkan_lock;
insert into app.plan_summary
select c.* from app.action_plan p cross join lateral app.counted_plan(p.municipality_code, p.plan_id) c
where not exists (select from app.plan_summary s where s.municipality_code = p.municipality_code and s.plan_id = p.plan_id);
set local role samverkan_owner;
