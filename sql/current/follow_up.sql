-- A coordinator reports for any responsible party or for the measure as a whole (no party); a contributor for its own
-- parties; the police (municipal police officer, head of district) for the police's part of a plan they can see.
grant select on app.measure_status, app.responsibility_status to samverkan_municipality, samverkan_police;
grant select on app.follow_up to samverkan_municipality;
-- Who recorded it stays inside the municipality.
grant select (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, corrects_follow_up_id, transferred_from_id, period_start,
    period_end, status, text, reason, quantity, unit, approximate, recorded_at) on app.follow_up to samverkan_police;
grant insert (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, corrects_follow_up_id, transferred_from_id, period_start,
    period_end, status, text, reason, quantity, unit, approximate)
    on app.follow_up to samverkan_municipality, samverkan_police;

create policy municipality_reads on app.follow_up for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.follow_up for insert to samverkan_municipality
    with check (municipality_code = (select access.municipality()) and ((select access.may('report.any'))
        or ((select access.may('report.own'))
            and party_id = any ((select access.responsible_parties())::uuid[]))));
create policy police_reads on app.follow_up for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));
create policy police_inserts on app.follow_up for insert to samverkan_police
    with check ((select access.may('report.police'))
        and exists (select from app.responsible_party r
            where r.municipality_code = follow_up.municipality_code and r.party_id = follow_up.party_id and r.kind = 'police')
        and exists (select from app.action_plan p
            where p.municipality_code = follow_up.municipality_code and p.plan_id = follow_up.plan_id));

create policy municipality_reads on app.measure_status for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.measure_status for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));
create policy municipality_reads on app.responsibility_status for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.responsibility_status for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));

-- The functions below belong to samverkan_lock: it sees what they need whoever writes.
grant select on app.follow_up, app.responsibility to samverkan_lock;
grant select, insert, update, delete on app.measure_status, app.responsibility_status to samverkan_lock;
create policy lock_reads on app.follow_up for select to samverkan_lock using (true);
create policy lock_reads on app.responsibility for select to samverkan_lock using (true);
create policy lock_keeps on app.measure_status to samverkan_lock using (true) with check (true);
create policy lock_keeps on app.responsibility_status to samverkan_lock using (true) with check (true);

-- Who recorded it is who is here, as of all that is stamped. What is reported later is later, also when a clock has been set back or
-- another server has taken over: a report never comes before what the caller can see of its measure.
create function app.stamp_follow_up() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.recorded_by := coalesce(access.actor(), nullif(new.recorded_by, ''), session_user);
    new.recorded_at := greatest(new.recorded_at, (
        select f.recorded_at + interval '1 microsecond' from app.follow_up f
        where f.municipality_code = new.municipality_code and f.lineage_id = new.lineage_id
        order by f.recorded_at desc limit 1));
    return new;
end
$$;
create trigger stamp before insert on app.follow_up for each row execute function app.stamp_follow_up();

-- Whether what was reported in a plan can still be corrected: it is adopted, or the plan that took its place within the year
-- is; a closed year stays as it is. Keeps the plans it looks at until the transaction ends.
create function app.is_open_year(p_municipality text, p_plan uuid) returns boolean
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
begin
    select p.plan_id, p.year, p.state into v_plan from app.action_plan p
    where p.municipality_code = p_municipality and p.plan_id = p_plan for share;
    while v_plan.state = 'superseded' loop
        select p.plan_id, p.year, p.state into v_plan from app.action_plan p
        where p.municipality_code = p_municipality and p.revises_plan_id = v_plan.plan_id and p.year = v_plan.year and p.state in ('adopted', 'closed', 'superseded') for share;
    end loop;
    return coalesce(v_plan.state = 'adopted', false);
end
$$;
grant execute on function app.is_open_year(text, uuid) to samverkan_lock;

-- Only on an adopted plan and within its period; of days to come, only that nothing was begun or that it is cancelled. A
-- correction stands in the plan of what it corrects, which a revision of the same year may have superseded, and speaks for
-- the same party and measure. After the row is in: row-level security has spoken by then, so a refusal here tells nothing of
-- what the caller may not see. Before the log's trigger, so that plans are locked before the log's head everywhere.
create function app.admit_follow_up() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
    v_corrected record;
begin
    select p.state, p.version, p.period_start, p.period_end into v_plan from app.action_plan p
    where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id for share;
    if v_plan.state is distinct from 'adopted' and not (new.corrects_follow_up_id is not null and app.is_open_year(new.municipality_code, new.plan_id)) then
        perform app.refuse('plan_not_adopted', 'plan', v_plan.state, v_plan.version);
    end if;
    if new.period_start < v_plan.period_start or new.period_end > v_plan.period_end then
        raise exception 'not within the plan''s period' using errcode = 'SV100', constraint = 'follow_up_outside_plan', table = tg_table_name;
    end if;
    if new.period_start > app.today() and new.status not in ('notStarted', 'cancelled') then
        raise exception 'of days to come' using errcode = 'SV100', constraint = 'follow_up_in_future', table = tg_table_name;
    end if;
    if new.corrects_follow_up_id is not null then
        select f.plan_id, f.measure_id, f.party_id, f.status into v_corrected from app.follow_up f
        where f.municipality_code = new.municipality_code and f.follow_up_id = new.corrects_follow_up_id;
        if new.status is null and v_corrected.status is null then
            raise exception 'withdrawn already' using errcode = 'SV100', constraint = 'follow_up_withdrawn', table = tg_table_name;
        end if;
        if (v_corrected.plan_id, v_corrected.measure_id, v_corrected.party_id) is distinct from (new.plan_id, new.measure_id, new.party_id) then
            raise exception 'a correction speaks for the same party and measure' using errcode = 'SV100',
                constraint = 'follow_up_correction_party', table = tg_table_name;
        end if;
    end if;
    return null;
end
$$;
create trigger admit after insert on app.follow_up for each row execute function app.admit_follow_up();

-- The plans whose follow-ups count for a plan: its own, and those that it superseded within the year, so that a revision
-- loses nothing; as long as they are with the same district, which may not read what another was told.
create function app.counted_plans(p_municipality text, p_plan uuid) returns uuid[]
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    with recursive counted as (
        select p.municipality_code, p.plan_id, p.revises_plan_id, p.year, a.district_code
        from app.action_plan p join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
        where p.municipality_code = p_municipality and p.plan_id = p_plan
        union all
        select p.municipality_code, p.plan_id, p.revises_plan_id, p.year, a.district_code
        from counted c
        join app.action_plan p on p.municipality_code = c.municipality_code and p.plan_id = c.revises_plan_id and p.state = 'superseded' and p.year = c.year
        join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id and a.district_code = c.district_code
    )
    select array_agg(c.plan_id) from counted c
$$;
grant execute on function app.counted_plans(text, uuid) to samverkan_municipality, samverkan_police, samverkan_lock;

-- What one party has last said of its part, it or a party that was merged into it. A corrected entry counts no more; the
-- correction stands in its place.
create function app.derive_part(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_party uuid, p_plans uuid[]) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_parties uuid[] := array[p_party] || array(
        select p.party_id from app.responsible_party p where p.municipality_code = p_municipality and p.merged_into_id = p_party);
    v_status text;
begin
    select f.status into v_status from app.follow_up f
    where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.party_id = any (v_parties) and f.plan_id = any (p_plans) and f.status is not null
      and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
    order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1;
    if v_status is not null then
        insert into app.responsibility_status as s (municipality_code, plan_id, measure_id, party_id, status)
        values (p_municipality, p_plan, p_measure, p_party, v_status)
        on conflict (municipality_code, plan_id, measure_id, party_id) do update set status = excluded.status
        where s.status <> excluded.status;
    else
        -- All that it had said was withdrawn.
        delete from app.responsibility_status s
        where s.municipality_code = p_municipality and s.plan_id = p_plan and s.measure_id = p_measure and s.party_id = p_party;
    end if;
end
$$;

-- What the parts of a measure say together, each part's status or NULL where it has told nothing.
create function app.derived_status(p_statuses text[]) returns text
    language plpgsql immutable parallel safe
as $$
declare
    v_told text[] := array_remove(p_statuses, null);
begin
    return case
        when cardinality(v_told) = 0 then null
        when v_told = p_statuses and v_told[1] = all (v_told) then v_told[1]
        when 'notStarted' = all (v_told) then 'notStarted'
        when v_told <@ array['notDone', 'cancelled'] and v_told = p_statuses then 'notDone'
        when v_told <> p_statuses or v_told && array['ongoing', 'notStarted'] then 'ongoing'
        else 'partlyDone' end;
end
$$;

-- Sums by unit with one more; of one unit, as they are most often, without a query.
create function app.added_quantity(p_sums jsonb, p_unit text, p_quantity numeric, p_approximate boolean) returns jsonb
    language plpgsql immutable parallel safe
as $$
begin
    if jsonb_array_length(p_sums) = 1 and p_sums -> 0 ->> 'unit' is not distinct from p_unit then
        return jsonb_build_array(jsonb_build_object('unit', p_unit, 'quantity', (p_sums -> 0 ->> 'quantity')::numeric + p_quantity,
            'approximate', (p_sums -> 0 ->> 'approximate')::boolean or p_approximate));
    end if;
    return (
        select jsonb_agg(jsonb_build_object('unit', q.unit, 'quantity', q.quantity, 'approximate', q.approximate) order by q.unit)
        from (
            select u.unit, sum(u.quantity) as quantity, bool_or(u.approximate) as approximate
            from (
                select x.unit, x.quantity, x.approximate
                from jsonb_to_recordset(p_sums) as x (unit text, quantity numeric, approximate boolean)
                union all select p_unit, p_quantity, p_approximate
            ) u group by u.unit
        ) q);
end
$$;

-- The measure's status: the lead's when it has reported, else what the coordinator has stated for the whole, else
-- derived from the parts: done only when every part is done. With `p_new`, a follow-up that has just come in, what is kept
-- goes on from where it is; for a correction, or without, it is made from all follow-ups of the measure's lineage in `p_plans`. The plan's
-- summary goes on, too, where nothing goes back; true when it must be counted anew.
create function app.derive_measure(
    p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_plans uuid[], p_new app.follow_up
) returns boolean
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_old app.measure_status;
    v_goes_on boolean;
    v_latest record;
    v_stated text;
    v_status text;
    v_count integer;
    v_quantities jsonb;
begin
    select * into v_old from app.measure_status s
    where s.municipality_code = p_municipality and s.plan_id = p_plan and s.measure_id = p_measure;
    v_goes_on := found and p_new.follow_up_id is not null and p_new.corrects_follow_up_id is null;
    if v_goes_on and (p_new.period_end, p_new.recorded_at, p_new.follow_up_id) > (v_old.latest_on, v_old.latest_recorded_at, v_old.latest_follow_up_id) then
        select p_new.follow_up_id, p_new.party_id, p_new.status, p_new.period_end, p_new.text, p_new.recorded_at into v_latest;
    elsif v_goes_on then
        select v_old.latest_follow_up_id as follow_up_id, v_old.latest_party_id as party_id, v_old.latest_status as status, v_old.latest_on as period_end,
            v_old.latest_text as text, v_old.latest_recorded_at as recorded_at into v_latest;
    else
        select f.follow_up_id, f.party_id, f.status, f.period_end, f.text, f.recorded_at into v_latest from app.follow_up f
        where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.plan_id = any (p_plans) and f.status is not null
          and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
        order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1;
        if not found then
            delete from app.measure_status s where s.municipality_code = p_municipality and s.plan_id = p_plan and s.measure_id = p_measure;
            return true;
        end if;
    end if;
    if v_goes_on and p_new.party_id is not null then
        v_stated := v_old.stated_status;
    else
        select f.status into v_stated from app.follow_up f
        where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.party_id is null and f.plan_id = any (p_plans) and f.status is not null
          and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
        order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1;
    end if;

    select coalesce(max(s.status) filter (where r.lead), v_stated, app.derived_status(array_agg(s.status)))
    into v_status
    from app.responsibility r
    left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
        and s.measure_id = r.measure_id and s.party_id = r.party_id
    where r.municipality_code = p_municipality and r.plan_id = p_plan and r.measure_id = p_measure;
    v_status := coalesce(v_status, v_latest.status);

    if v_goes_on then
        v_count := v_old.follow_up_count + 1;
        v_quantities := v_old.quantities;
        if p_new.quantity is not null then
            v_quantities := app.added_quantity(v_old.quantities, p_new.unit, p_new.quantity, p_new.approximate);
        end if;
    else
        select count(*) into v_count from app.follow_up f
        where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.plan_id = any (p_plans);
        select coalesce(jsonb_agg(jsonb_build_object('unit', q.unit, 'quantity', q.quantity, 'approximate', q.approximate) order by q.unit), '[]')
        into v_quantities
        from (
            select f.unit, sum(f.quantity) as quantity, bool_or(f.approximate) as approximate from app.follow_up f
            where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.plan_id = any (p_plans)
              and f.quantity is not null
              and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
            group by f.unit
        ) q;
    end if;

    insert into app.measure_status as s (municipality_code, plan_id, measure_id, status, stated_status, follow_up_count, quantities,
        latest_follow_up_id, latest_party_id, latest_status, latest_on, latest_text, latest_recorded_at)
    values (p_municipality, p_plan, p_measure, v_status, v_stated, v_count, v_quantities,
        v_latest.follow_up_id, v_latest.party_id, v_latest.status, v_latest.period_end, v_latest.text, v_latest.recorded_at)
    on conflict (municipality_code, plan_id, measure_id) do update set
        status = excluded.status, stated_status = excluded.stated_status, follow_up_count = excluded.follow_up_count,
        quantities = excluded.quantities, latest_follow_up_id = excluded.latest_follow_up_id, latest_party_id = excluded.latest_party_id,
        latest_status = excluded.latest_status, latest_on = excluded.latest_on, latest_text = excluded.latest_text,
        latest_recorded_at = excluded.latest_recorded_at;
    if v_goes_on then
        perform app.count_status(p_municipality, p_plan, v_old.status, v_status, v_latest.period_end, v_latest.party_id,
            p_new.unit, p_new.quantity, p_new.approximate);
    elsif v_old.measure_id is null and jsonb_array_length(v_quantities) <= 1 then
        perform app.count_status(p_municipality, p_plan, null, v_status, v_latest.period_end, v_latest.party_id,
            v_quantities -> 0 ->> 'unit', (v_quantities -> 0 ->> 'quantity')::numeric, (v_quantities -> 0 ->> 'approximate')::boolean);
    else
        return true;
    end if;
    return false;
end
$$;
grant execute on function app.derived_status(text[]), app.added_quantity(jsonb, text, numeric, boolean) to samverkan_lock;
grant execute on function app.derive_part(text, uuid, uuid, uuid, uuid, uuid[]),
    app.derive_measure(text, uuid, uuid, uuid, uuid[], app.follow_up) to samverkan_lock;
grant select on app.responsible_party to samverkan_lock;
create policy lock_reads on app.responsible_party for select to samverkan_lock using (true);

-- What one more report of a party changes, as it is most often: the measure's latest, in a plan that revises none. Says what derive_part and
-- derive_measure would say. False when it is another one, nothing was reported of the measure before, or a party was merged into this one:
-- then they do it.
create function app.go_on(p_new app.follow_up) returns boolean
    language plpgsql volatile parallel unsafe
as $$
declare
    v_was text;
    v_status text;
    v_said text;
begin
    if p_new.corrects_follow_up_id is not null or p_new.party_id is null then
        return false;
    end if;
    select s.status, coalesce(d.lead, s.stated_status, app.derived_status(d.statuses), p_new.status), d.said into v_was, v_status, v_said
    from app.action_plan p
    join app.measure_status s on s.municipality_code = p.municipality_code and s.plan_id = p.plan_id and s.measure_id = p_new.measure_id
    cross join lateral (
        select array_agg(t.status) as statuses, max(t.status) filter (where r.lead) as lead, max(x.status) filter (where r.party_id = p_new.party_id) as said
        from app.responsibility r
        left join app.responsibility_status x on x.municipality_code = r.municipality_code and x.plan_id = r.plan_id
            and x.measure_id = r.measure_id and x.party_id = r.party_id
        cross join lateral (select case when r.party_id = p_new.party_id then p_new.status else x.status end as status) t
        where r.municipality_code = s.municipality_code and r.plan_id = s.plan_id and r.measure_id = s.measure_id) d
    where p.municipality_code = p_new.municipality_code and p.plan_id = p_new.plan_id and p.revises_plan_id is null
      and (p_new.period_end, p_new.recorded_at, p_new.follow_up_id) > (s.latest_on, s.latest_recorded_at, s.latest_follow_up_id)
      and not exists (select from app.responsible_party p where p.municipality_code = p_new.municipality_code and p.merged_into_id = p_new.party_id);
    if not found then
        return false;
    end if;
    if v_said is distinct from p_new.status then
        insert into app.responsibility_status as s (municipality_code, plan_id, measure_id, party_id, status)
        values (p_new.municipality_code, p_new.plan_id, p_new.measure_id, p_new.party_id, p_new.status)
        on conflict (municipality_code, plan_id, measure_id, party_id) do update set status = excluded.status;
    end if;
    update app.measure_status s set
        status = v_status, follow_up_count = s.follow_up_count + 1,
        quantities = case when p_new.quantity is null then s.quantities else app.added_quantity(s.quantities, p_new.unit, p_new.quantity, p_new.approximate) end,
        latest_follow_up_id = p_new.follow_up_id, latest_party_id = p_new.party_id, latest_status = p_new.status, latest_on = p_new.period_end,
        latest_text = p_new.text, latest_recorded_at = p_new.recorded_at
    where s.municipality_code = p_new.municipality_code and s.plan_id = p_new.plan_id and s.measure_id = p_new.measure_id;
    perform app.count_status(p_new.municipality_code, p_new.plan_id, v_was, v_status, p_new.period_end, p_new.party_id,
        p_new.unit, p_new.quantity, p_new.approximate);
    return true;
end
$$;
grant execute on function app.go_on(app.follow_up) to samverkan_lock;

-- For each statement, not for each row: rows of one statement are all there when the first is looked at, and would count
-- twice. Several of one measure are therefore made anew from all. What is corrected in a superseded plan shows in the plan
-- that took its place.
create function app.derive_status() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_added record;
    v_new app.follow_up;
    v_several boolean;
    v_stale uuid[] := '{}';
    v_party uuid;
    v_plan record;
    v_plan_id uuid;
    v_measure uuid;
    v_plans uuid[];
begin
    select count(*) as rows, (array_agg(a))[1] as one, bool_or(coalesce(a.text, a.reason) is not null) as has_words into v_added from added a;
    v_new := v_added.one;
    v_several := v_added.rows > 1;
    -- What they are found by, made here, since a trigger of its own costs each report as much as its words.
    if v_added.has_words then
        insert into app.search_entry (municipality_code, kind, entry_key, entry_id, plan_id, measure_id, party_id, year, text, vector)
        select a.municipality_code, 'followUp', a.follow_up_id::text, a.follow_up_id, a.plan_id, a.measure_id, a.party_id,
            extract(year from a.period_start), t.said, app.search_vector(t.said)
        from added a cross join lateral (select concat_ws(E'\n', a.text, a.reason) as said offset 0) t
        where t.said <> '';
    end if;
    if not v_several and app.go_on(v_new) then
        return null;
    end if;
    for v_added in
        select count(*) as rows, (array_agg(a))[1] as one, array_agg(distinct a.party_id) filter (where a.party_id is not null) as parties
        from added a group by a.municipality_code, a.plan_id, a.measure_id
    loop
        v_new := v_added.one;
        continue when v_several and v_added.rows = 1 and app.go_on(v_new);
        v_plan_id := v_new.plan_id;
        v_measure := v_new.measure_id;
        loop
            select p.state, p.year, p.revises_plan_id into v_plan from app.action_plan p
            where p.municipality_code = v_new.municipality_code and p.plan_id = v_plan_id;
            v_plans := case when v_plan.revises_plan_id is null then array[v_plan_id] else app.counted_plans(v_new.municipality_code, v_plan_id) end;
            exit when not v_new.plan_id = any (v_plans);
            foreach v_party in array coalesce(v_added.parties, '{}') loop
                if v_plan_id = v_new.plan_id then
                    perform app.derive_part(v_new.municipality_code, v_plan_id, v_measure, v_new.lineage_id, v_party, v_plans);
                else
                    -- The plan that took its place may name what the party has become, or not at all.
                    perform app.derive_part(v_new.municipality_code, v_plan_id, v_measure, v_new.lineage_id, r.party_id, v_plans)
                    from app.responsible_party p
                    join app.responsibility r on r.municipality_code = p.municipality_code and r.plan_id = v_plan_id and r.measure_id = v_measure
                        and r.party_id = coalesce(p.merged_into_id, p.party_id)
                    where p.municipality_code = v_new.municipality_code and p.party_id = v_party;
                end if;
            end loop;
            if app.derive_measure(v_new.municipality_code, v_plan_id, v_measure, v_new.lineage_id, v_plans, case when v_added.rows = 1 then v_new end) then
                v_stale := v_stale || v_plan_id;
            end if;
            exit when v_plan.state <> 'superseded';
            select p.plan_id, m.measure_id into v_plan_id, v_measure
            from app.action_plan p join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id and m.lineage_id = v_new.lineage_id
            where p.municipality_code = v_new.municipality_code and p.revises_plan_id = v_plan_id and p.year = v_plan.year and p.state in ('adopted', 'closed', 'superseded');
            exit when not found;
        end loop;
    end loop;
    -- Once for each plan, however many of its measures were reported on.
    perform app.summarise_plans(s.municipality_code, array_agg(s.plan_id)) from app.plan_summary s
    where s.municipality_code in (select a.municipality_code from added a) and s.plan_id = any (v_stale) group by s.municipality_code;
    return null;
end
$$;
create trigger derive after insert on app.follow_up referencing new table as added
    for each statement execute function app.derive_status();
create trigger audit after insert or update or delete on app.follow_up
    for each row execute function audit.record('Uppföljningen', 'text', '', 'recorded_by');

-- All lines of a bulk report are looked at before one is written: SV422 tells every line that will not do, and why. With `p_whose` it
-- tells of each that speaks for somebody whom the caller doesn't report for, which else the policies refuse as a whole.
create function app.check_follow_ups(p_municipality text, p_lines jsonb, p_whose boolean default false) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_faults jsonb;
begin
    select jsonb_agg(jsonb_build_object('line', l.line, 'fault', l.fault, 'state', l.state, 'parties', l.parties) order by l.line) into v_faults
    from (
        select x.ordinality - 1 as line, case
            when m.measure_id is null then 'measure'
            when p.state <> 'adopted' then 'state'
            when (x.value ->> 'period_start')::date < p.period_start or (x.value ->> 'period_end')::date > p.period_end then 'period'
            when x.value ->> 'round_id' is not null and not exists (
                select from app.reporting_round t
                where t.municipality_code = m.municipality_code and t.plan_id = m.plan_id and t.round_id = (x.value ->> 'round_id')::uuid
                  and (x.value ->> 'period_start')::date >= t.period_start and (x.value ->> 'period_end')::date <= t.period_end) then 'round'
            when (x.value ->> 'period_start')::date > app.today() and x.value ->> 'status' not in ('notStarted', 'cancelled') then 'future'
            when x.value ->> 'party_id' is not null and r.party_id is null then 'party'
            when s.parties <> '[]' then 'speaker'
            when p_whose and r.party_id is not null and access.reports() and not app.speaks_for(r.party_id, n.kind) then 'whose'
            end as fault, p.state, s.parties
        from jsonb_array_elements(p_lines) with ordinality x
        left join app.measure m on m.municipality_code = p_municipality and m.measure_id = (x.value ->> 'measure_id')::uuid
        left join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
        left join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id
            and r.party_id = (x.value ->> 'party_id')::uuid
        left join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id
        -- Only who reports for any party speaks for a measure as a whole.
        left join lateral (
            select app.spoken_for(p_municipality, m.measure_id) as parties
            where x.value ->> 'party_id' is null and access.reports() and not access.may('report.any')
        ) s on true
    ) l where l.fault is not null;
    if v_faults is not null then
        raise exception 'lines that will not do' using errcode = 'SV422', constraint = 'follow_up_lines', detail = v_faults;
    end if;
    perform app.hold_plans(p_municipality, array(
        select distinct m.plan_id from jsonb_array_elements(p_lines) x
        join app.measure m on m.municipality_code = p_municipality and m.measure_id = (x.value ->> 'measure_id')::uuid));
end
$$;

-- Changes whom to ask, of a party that answers for a measure; nobody, when the contact is NULL. Refuses a party that doesn't,
-- and a contact that has left. Of a party that has become another, the other's people can be asked: they are its contacts
-- then, too.
create function app.change_contact(p_municipality text, p_measure uuid, p_party uuid, p_contact uuid) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_contact record;
begin
    if not exists (
        select from app.responsibility r join app.measure m on m.municipality_code = r.municipality_code and m.plan_id = r.plan_id and m.measure_id = r.measure_id
        where r.municipality_code = p_municipality and r.measure_id = p_measure and r.party_id = p_party)
    then
        raise exception 'not responsible' using errcode = '23503', constraint = 'follow_up_party';
    end if;
    select c.party_id, c.name, c.email, c.ended_on into v_contact from app.contact c where c.municipality_code = p_municipality and c.contact_id = p_contact;
    if v_contact.ended_on < app.today() then
        raise exception 'has left' using errcode = 'SV100', constraint = 'responsibility_contact_ended';
    end if;
    if v_contact.party_id <> p_party and exists (select from app.responsible_party p
        where p.municipality_code = p_municipality and p.party_id = p_party and p.merged_into_id = v_contact.party_id)
    then
        insert into app.contact (municipality_code, party_id, name, email) values (p_municipality, p_party, v_contact.name, v_contact.email)
        on conflict do nothing;
        select c.contact_id into p_contact from app.contact c where c.municipality_code = p_municipality and c.party_id = p_party and c.name_apart is null
            and app.name_key(c.name) = app.name_key(v_contact.name);
    end if;
    update app.responsibility r set contact_id = p_contact
    where r.municipality_code = p_municipality and r.measure_id = p_measure and r.party_id = p_party
      and r.plan_id = (select m.plan_id from app.measure m where m.municipality_code = p_municipality and m.measure_id = p_measure);
    if not found then
        raise exception 'not the caller''s to write' using errcode = '42501';
    end if;
end
$$;
-- A report that speaks of the wrong measure goes to the right one: withdrawn where it was, and told there as it was, for the party that
-- it spoke for unless another is named.
create function app.transfer_follow_up(p_municipality text, p_lineage uuid, p_follow_up uuid, p_withdrawal uuid, p_new uuid, p_measure uuid, p_party uuid, p_reason text)
    returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_report record;
    v_measure record;
begin
    select f.plan_id, f.measure_id, f.lineage_id, f.party_id, f.period_start, f.period_end, f.status, f.text, f.reason, f.quantity, f.unit, f.approximate into v_report
    from app.follow_up f where f.municipality_code = p_municipality and f.follow_up_id = p_follow_up and f.lineage_id = p_lineage;
    if not found then
        raise exception 'nothing to see' using errcode = 'SV404', constraint = 'row';
    elsif v_report.status is null then
        raise exception 'withdrawn already' using errcode = '23505', constraint = 'follow_up_already_corrected';
    end if;
    select m.plan_id, m.measure_id, m.lineage_id into v_measure from app.measure m where m.municipality_code = p_municipality and m.measure_id = p_measure;
    if not found or v_measure.lineage_id = v_report.lineage_id and v_measure.plan_id = v_report.plan_id then
        raise exception 'no other measure' using errcode = 'SV100', constraint = 'follow_up_transfer_measure';
    end if;
    -- The plans in one order, as every report takes them.
    perform app.hold_plans(p_municipality, array[v_report.plan_id, v_measure.plan_id]);
    insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, corrects_follow_up_id, period_start, period_end, reason)
    values (p_municipality, v_report.plan_id, v_report.measure_id, v_report.lineage_id, p_withdrawal, v_report.party_id, p_follow_up, v_report.period_start, v_report.period_end,
        coalesce(p_reason, 'Flyttad till rätt åtgärd.'));
    insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, transferred_from_id, period_start, period_end, status, text, reason, quantity, unit, approximate)
    values (p_municipality, v_measure.plan_id, v_measure.measure_id, v_measure.lineage_id, p_new, coalesce(p_party, v_report.party_id), p_follow_up, v_report.period_start, v_report.period_end,
        v_report.status, v_report.text, v_report.reason, v_report.quantity, v_report.unit, v_report.approximate);
end
$$;
grant execute on function app.transfer_follow_up(text, uuid, uuid, uuid, uuid, uuid, uuid, text) to samverkan_municipality, samverkan_police;
grant execute on function app.change_contact(text, uuid, uuid, uuid) to samverkan_municipality;

-- Whether the caller reports for a responsible party.
create function app.speaks_for(p_party uuid, p_kind text) returns boolean
    language sql stable parallel restricted
as $$
    select access.may('report.any') or (access.may('report.own') and p_party = any (access.responsible_parties()))
        or (access.may('report.police') and p_kind = 'police')
$$;
grant execute on function app.speaks_for(uuid, text) to samverkan_municipality, samverkan_police;

-- Whom the caller may speak for among those who answer for a measure, as they are called now: [{id, name}].
create function app.spoken_for(p_municipality text, p_measure uuid) returns jsonb
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object('id', n.party_id, 'name', coalesce(b.name, n.name)) order by r.position), '[]')
    from app.measure m
    join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id
    join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id
    left join app.responsible_party b on b.municipality_code = n.municipality_code and b.party_id = n.merged_into_id
    where m.municipality_code = p_municipality and m.measure_id = p_measure
      and app.speaks_for(n.party_id, n.kind)
$$;

-- Only who reports for any party speaks for a measure as a whole; whoever else says nothing of whom they speak for is told whom they may.
create function app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) returns void
    language plpgsql stable parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_parties jsonb;
begin
    if p_party is null and access.reports() and not access.may('report.any') then
        v_parties := app.spoken_for(p_municipality, p_measure);
        if v_parties <> '[]' then
            raise exception 'for whom' using errcode = 'SV100', constraint = 'follow_up_speaker', detail = jsonb_build_object('parties', v_parties);
        end if;
    end if;
end
$$;
grant execute on function app.spoken_for(text, uuid), app.require_speaker(text, uuid, uuid) to samverkan_municipality, samverkan_police;

-- Keeps plans as they are until the transaction ends: all of them, before the first line takes the log's head. Tells nothing.
create function app.hold_plans(p_municipality text, p_plans uuid[]) returns void
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_municipality = access.municipality() or p_municipality = any (access.visible_municipalities()) then
        perform from app.action_plan p
        where p.municipality_code = p_municipality and p.plan_id = any (p_plans) order by p.plan_id for share;
    end if;
end
$$;
grant execute on function app.hold_plans(text, uuid[]) to samverkan_municipality, samverkan_police;
grant execute on function app.check_follow_ups(text, jsonb, boolean) to samverkan_municipality, samverkan_police;

-- Unplanned work is reported as follow-ups are, against an area.
grant select on app.unplanned_work to samverkan_municipality;
grant select (municipality_code, plan_id, area_id, unplanned_work_id, party_id, corrects_unplanned_work_id, period_start,
    period_end, text, quantity, unit, approximate, recorded_at) on app.unplanned_work to samverkan_police;
grant insert (municipality_code, plan_id, area_id, unplanned_work_id, party_id, corrects_unplanned_work_id, period_start,
    period_end, text, quantity, unit, approximate) on app.unplanned_work to samverkan_municipality, samverkan_police;
create policy municipality_reads on app.unplanned_work for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.unplanned_work for insert to samverkan_municipality
    with check (municipality_code = (select access.municipality()) and ((select access.may('report.any'))
        or ((select access.may('report.own'))
            and party_id = any ((select access.responsible_parties())::uuid[]))));
create policy police_reads on app.unplanned_work for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));
create policy police_inserts on app.unplanned_work for insert to samverkan_police
    with check ((select access.may('report.police'))
        and exists (select from app.responsible_party r
            where r.municipality_code = unplanned_work.municipality_code and r.party_id = unplanned_work.party_id and r.kind = 'police')
        and exists (select from app.action_plan p
            where p.municipality_code = unplanned_work.municipality_code and p.plan_id = unplanned_work.plan_id));
grant select on app.unplanned_work to samverkan_lock;
create policy lock_reads on app.unplanned_work for select to samverkan_lock using (true);

create function app.admit_unplanned_work() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
    v_corrected record;
begin
    select p.state, p.version, p.period_start, p.period_end into v_plan from app.action_plan p
    where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id for share;
    if v_plan.state is distinct from 'adopted' and not (new.corrects_unplanned_work_id is not null and app.is_open_year(new.municipality_code, new.plan_id)) then
        perform app.refuse('plan_not_adopted', 'plan', v_plan.state, v_plan.version);
    end if;
    if new.period_start < v_plan.period_start or new.period_end > v_plan.period_end then
        raise exception 'not within the plan''s period' using errcode = 'SV100', constraint = 'follow_up_outside_plan', table = tg_table_name;
    end if;
    if new.period_start > app.today() then
        raise exception 'of days to come' using errcode = 'SV100', constraint = 'unplanned_work_in_future', table = tg_table_name;
    end if;
    if new.corrects_unplanned_work_id is not null then
        select u.party_id, u.area_id into v_corrected from app.unplanned_work u
        where u.municipality_code = new.municipality_code and u.plan_id = new.plan_id and u.unplanned_work_id = new.corrects_unplanned_work_id;
        if (v_corrected.party_id, v_corrected.area_id) is distinct from (new.party_id, new.area_id) then
            raise exception 'a correction speaks for the same party and area' using errcode = 'SV100',
                constraint = 'follow_up_correction_party', table = tg_table_name;
        end if;
    end if;
    return null;
end
$$;
create trigger stamp before insert on app.unplanned_work for each row execute function app.stamp_recorder();
create trigger admit after insert on app.unplanned_work for each row execute function app.admit_unplanned_work();
create trigger audit after insert or update or delete on app.unplanned_work
    for each row execute function audit.record('Det oplanerade arbetet', 'text', '', 'recorded_by');

-- Whether the caller may correct what was reported of a party in a plan: it reports for it, and the year is open still: the plan is
-- adopted, or the one that took its place within the year is.
create function app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) returns boolean
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce(app.speaks_for(p_party, p_kind), false) and exists (with recursive standing as (
        select p.plan_id, p.year, p.state from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_plan
        union all
        select n.plan_id, n.year, n.state from standing p
        join app.action_plan n on n.municipality_code = p_municipality and n.revises_plan_id = p.plan_id and n.year = p.year and n.state in ('adopted', 'closed', 'superseded')
        where p.state = 'superseded'
    )
    select from standing where state = 'adopted');
end
$$;
grant execute on function app.may_correct(text, uuid, uuid, text) to samverkan_municipality, samverkan_police;
