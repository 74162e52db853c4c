-- A coordinator reports for any responsible party or for the measure as a whole (no party); a contributor for its own
-- parties; the police (municipal police officer, head of district) for the police's part of a plan they can see.
grant select on app.measure_status, app.responsibility_status to samverkan_municipality, samverkan_police;
grant select on app.follow_up to samverkan_municipality;
-- Who recorded it stays inside the municipality.
grant select (municipality_code, plan_id, measure_id, follow_up_id, party_id, corrects_follow_up_id, period_start,
    period_end, status, text, reason, quantity, unit, approximate, recorded_at) on app.follow_up to samverkan_police;
grant insert (municipality_code, plan_id, measure_id, follow_up_id, party_id, corrects_follow_up_id, period_start,
    period_end, status, text, reason, quantity, unit, approximate)
    on app.follow_up to samverkan_municipality, samverkan_police;
grant select (municipality_code, plan_id, measure_id, follow_up_id, party_id, corrects_follow_up_id, period_start,
    period_end, status, text, reason, quantity, unit, approximate, recorded_at) on app.follow_up to samverkan_bi_reader;
grant select (municipality_code, plan_id, measure_id, status, follow_up_count, latest_on) on app.measure_status to samverkan_bi_reader;
grant select (municipality_code, plan_id, measure_id, party_id, status) on app.responsibility_status to samverkan_bi_reader;

create policy municipality_reads on app.follow_up for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.follow_up for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality())
        or (municipality_code = (select access.municipality()) and (select access.role()) = 'contributor'
            and party_id = any ((select access.responsible_parties())::uuid[])));
create policy police_reads on app.follow_up for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p)));
create policy police_inserts on app.follow_up for insert to samverkan_police
    with check ((select access.role()) in ('municipalOfficer', 'headOfDistrict')
        and exists (select from app.responsible_party r
            where r.municipality_code = follow_up.municipality_code and r.party_id = follow_up.party_id and r.kind = 'police')
        and exists (select from app.action_plan p
            where p.municipality_code = follow_up.municipality_code and p.plan_id = follow_up.plan_id));
create policy bi_reads on app.follow_up for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[])
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p));

create policy municipality_reads on app.measure_status for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.measure_status for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p)));
create policy bi_reads on app.measure_status for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[])
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p));
create policy municipality_reads on app.responsibility_status for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.responsibility_status for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p)));
create policy bi_reads on app.responsibility_status for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[])
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p));

-- The functions below belong to samverkan_lock: it sees what they need whoever writes.
grant select on app.follow_up, app.responsibility to samverkan_lock;
grant select, insert, update on app.measure_status, app.responsibility_status to samverkan_lock;
create policy lock_reads on app.follow_up for select to samverkan_lock using (true);
create policy lock_reads on app.responsibility for select to samverkan_lock using (true);
create policy lock_keeps on app.measure_status to samverkan_lock using (true) with check (true);
create policy lock_keeps on app.responsibility_status to samverkan_lock using (true) with check (true);

-- Who recorded it is who is here.
create function app.stamp_follow_up() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.recorded_by := coalesce((access.context())[7], session_user);
    return new;
end
$$;
create trigger stamp before insert on app.follow_up for each row execute function app.stamp_follow_up();

-- Only on an adopted plan; a correction speaks for the same party as what it corrects. After the row is in: row-level
-- security has spoken by then, so a refusal here tells nothing of what the caller may not see.
create function app.guard_follow_up() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_state text;
    v_party uuid;
begin
    select p.state into v_state from app.action_plan p
    where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id for share;
    if v_state is distinct from 'adopted' then
        raise exception 'the plan is not adopted' using errcode = 'SV100', constraint = 'plan_not_adopted', table = tg_table_name;
    end if;
    if new.corrects_follow_up_id is not null then
        select f.party_id into v_party from app.follow_up f
        where f.municipality_code = new.municipality_code and f.plan_id = new.plan_id
          and f.measure_id = new.measure_id and f.follow_up_id = new.corrects_follow_up_id;
        if v_party is distinct from new.party_id then
            raise exception 'a correction speaks for the same party' using errcode = 'SV100',
                constraint = 'follow_up_correction_party', table = tg_table_name;
        end if;
    end if;
    return null;
end
$$;
create trigger guard after insert on app.follow_up for each row execute function app.guard_follow_up();

-- The status of one party's part, then of the measure: the lead's when it has reported, else what the coordinator has
-- stated for the whole, else derived from the parts: done only when every part is done.
create function app.derive_status() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_status text;
    v_stated text;
    v_latest record;
begin
    if new.party_id is not null then
        -- A corrected entry counts no more; the correction stands in its place.
        select f.status into v_status from app.follow_up f
        where f.municipality_code = new.municipality_code and f.plan_id = new.plan_id and f.measure_id = new.measure_id
          and f.party_id = new.party_id
          and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code
              and c.plan_id = f.plan_id and c.measure_id = f.measure_id and c.corrects_follow_up_id = f.follow_up_id)
        order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1;
        insert into app.responsibility_status as s (municipality_code, plan_id, measure_id, party_id, status)
        values (new.municipality_code, new.plan_id, new.measure_id, new.party_id, v_status)
        on conflict (municipality_code, plan_id, measure_id, party_id) do update set status = excluded.status
        where s.status <> excluded.status;
        select m.stated_status into v_stated from app.measure_status m
        where m.municipality_code = new.municipality_code and m.plan_id = new.plan_id and m.measure_id = new.measure_id;
    else
        select f.status into v_stated from app.follow_up f
        where f.municipality_code = new.municipality_code and f.plan_id = new.plan_id and f.measure_id = new.measure_id
          and f.party_id is null
          and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code
              and c.plan_id = f.plan_id and c.measure_id = f.measure_id and c.corrects_follow_up_id = f.follow_up_id)
        order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1;
    end if;

    select coalesce(
        max(s.status) filter (where r.lead),
        v_stated,
        case
            when count(s.status) = 0 then null
            when count(s.status) = count(*) and min(s.status) = max(s.status) then min(s.status)
            when bool_and(s.status = 'notStarted') then 'notStarted'
            when bool_and(s.status in ('notDone', 'cancelled')) and count(s.status) = count(*) then 'notDone'
            when count(s.status) < count(*) or bool_or(s.status in ('ongoing', 'notStarted')) then 'ongoing'
            else 'partlyDone'
        end)
    into v_status
    from app.responsibility r
    left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
        and s.measure_id = r.measure_id and s.party_id = r.party_id
    where r.municipality_code = new.municipality_code and r.plan_id = new.plan_id and r.measure_id = new.measure_id;

    insert into app.measure_status as s (municipality_code, plan_id, measure_id, status, stated_status, follow_up_count,
        latest_follow_up_id, latest_party_id, latest_status, latest_on, latest_text, latest_recorded_at)
    values (new.municipality_code, new.plan_id, new.measure_id, coalesce(v_status, new.status), v_stated, 1,
        new.follow_up_id, new.party_id, new.status, new.period_end, new.text, new.recorded_at)
    on conflict (municipality_code, plan_id, measure_id) do update set
        status = excluded.status, stated_status = excluded.stated_status, follow_up_count = s.follow_up_count + 1;
    -- The latest is the one that speaks of the latest day, corrected ones left out.
    select f.follow_up_id, f.party_id, f.status, f.period_end, f.text, f.recorded_at into v_latest from app.follow_up f
    where f.municipality_code = new.municipality_code and f.plan_id = new.plan_id and f.measure_id = new.measure_id
      and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code
          and c.plan_id = f.plan_id and c.measure_id = f.measure_id and c.corrects_follow_up_id = f.follow_up_id)
    order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1;
    update app.measure_status s set latest_follow_up_id = v_latest.follow_up_id, latest_party_id = v_latest.party_id,
        latest_status = v_latest.status, latest_on = v_latest.period_end, latest_text = v_latest.text,
        latest_recorded_at = v_latest.recorded_at
    where s.municipality_code = new.municipality_code and s.plan_id = new.plan_id and s.measure_id = new.measure_id
      and s.latest_follow_up_id <> v_latest.follow_up_id;
    return null;
end
$$;
create trigger derive after insert on app.follow_up for each row execute function app.derive_status();
create trigger audit after insert or update or delete on app.follow_up
    for each row execute function audit.record('Uppföljningen', 'text', '', 'recorded_by');
