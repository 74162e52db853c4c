-- Rounds are arranged by a coordinator until their plan is closed, and seen by whoever sees the plan. They are no content of it: days
-- may move after it is adopted.
grant select on app.reporting_round to samverkan_municipality, samverkan_police;
grant insert (municipality_code, plan_id, round_id, name, period_start, period_end, answers_from, answers_until),
    update (name, period_start, period_end, answers_from, answers_until, version), delete
    on app.reporting_round to samverkan_municipality;
create policy municipality_reads on app.reporting_round for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.reporting_round for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.reporting_round for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.reporting_round for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.reporting_round for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));
grant select on app.reporting_round to samverkan_lock;
create policy lock_reads on app.reporting_round for select to samverkan_lock using (true);

-- What a round asks about lies within its plan.
create function app.admit_round() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row app.reporting_round := case tg_op when 'DELETE' then old else new end;
    v_plan record;
begin
    select p.state, p.version, p.period_start, p.period_end into v_plan from app.action_plan p
    where p.municipality_code = v_row.municipality_code and p.plan_id = v_row.plan_id for share;
    if v_plan.state in ('closed', 'superseded', 'withdrawn') then
        perform app.refuse('reporting_round_locked', 'plan', v_plan.state, v_plan.version);
    end if;
    if tg_op <> 'DELETE' and (new.period_start < v_plan.period_start or new.period_end > v_plan.period_end) then
        raise exception 'not within the plan''s period' using errcode = 'SV100', constraint = 'reporting_round_outside_plan', table = tg_table_name;
    end if;
    return null;
end
$$;
create trigger count_version before update on app.reporting_round for each row execute function app.count_version();
create trigger admit after insert or update or delete on app.reporting_round for each row execute function app.admit_round();
create trigger audit after insert or update or delete on app.reporting_round
    for each row execute function audit.record('Uppföljningstillfället', 'name');

-- A draft's period doesn't leave its rounds behind.
create function app.keep_rounds_within() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from app.reporting_round r where r.municipality_code = new.municipality_code and r.plan_id = new.plan_id
        and (r.period_start < new.period_start or r.period_end > new.period_end))
    then
        raise exception 'rounds lie outside it' using errcode = 'SV100', constraint = 'reporting_round_outside_plan', table = tg_table_name;
    end if;
    return null;
end
$$;
create trigger admit_period after update on app.action_plan for each row
    when ((old.period_start, old.period_end) is distinct from (new.period_start, new.period_end)) execute function app.keep_rounds_within();

-- Rounds of a pattern over the whole of a plan's period, the last of them shorter where it doesn't come out even. Answers are due within
-- so many days of each round's end; the last one's, the year's end, within so many.
create function app.make_rounds(p_municipality text, p_plan uuid, p_pattern text, p_days integer, p_last_days integer) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
    v_months integer := case p_pattern when 'tertial' then 4 when 'halfYear' then 6 when 'quarter' then 3 end;
    v_name text := case p_pattern when 'tertial' then 'Tertial' when 'halfYear' then 'Halvår' when 'quarter' then 'Kvartal' end;
    v_number integer := 0;
    v_start date;
    v_end date;
begin
    select p.period_start, p.period_end into v_plan from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_plan;
    v_start := v_plan.period_start;
    while v_start <= v_plan.period_end loop
        if v_number = 100 then
            raise exception 'too many' using errcode = 'SV100', constraint = 'reporting_rounds_too_many';
        end if;
        v_end := least((v_plan.period_start + make_interval(months => v_months * (v_number + 1)))::date - 1, v_plan.period_end);
        insert into app.reporting_round (municipality_code, plan_id, name, period_start, period_end, answers_from, answers_until)
        values (p_municipality, p_plan,
            -- A plan of several years has several first tertials.
            v_name || ' ' || v_number % (12 / v_months) + 1 || case when v_plan.period_end >= v_plan.period_start + interval '1 year'
                then ' ' || extract(year from v_start) else '' end,
            v_start, v_end, v_end + 1, v_end + case when v_end = v_plan.period_end then p_last_days else p_days end);
        v_number := v_number + 1;
        v_start := v_end + 1;
    end loop;
end
$$;

-- The rounds that the district has proposed, as a plan's own.
create function app.take_over_rounds(p_municipality text, p_plan uuid, p_proposal uuid) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from app.round_proposal p where p.municipality_code = p_municipality and p.proposal_id = p_proposal) then
        raise exception 'no such proposal' using errcode = '23503', constraint = 'round_proposal';
    end if;
    insert into app.reporting_round (municipality_code, plan_id, name, period_start, period_end, answers_from, answers_until)
    select p.municipality_code, p_plan, r.name, r."periodStart", r."periodEnd", r."answersFrom", r."answersUntil"
    from app.round_proposal p,
        jsonb_to_recordset(p.rounds) r (name text, "periodStart" date, "periodEnd" date, "answersFrom" date, "answersUntil" date)
    where p.municipality_code = p_municipality and p.proposal_id = p_proposal;
end
$$;
grant execute on function app.make_rounds(text, uuid, text, integer, integer), app.take_over_rounds(text, uuid, uuid) to samverkan_municipality;

-- What the district proposes its municipalities read, and the district itself.
grant select on app.round_proposal to samverkan_municipality, samverkan_police;
grant insert (municipality_code, proposal_id, year, text, rounds) on app.round_proposal to samverkan_police;
create policy municipality_reads on app.round_proposal for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.round_proposal for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and (municipality_code = (select access.municipality()) or district_code = (select access.district())));
create policy police_inserts on app.round_proposal for insert to samverkan_police
    with check (municipality_code = any ((select access.visible_municipalities())::text[]) and (select access.may('round.propose'))
        and district_code = (select access.district()));

-- The district that proposes is the caller's; and what it proposes can be taken over.
create function app.begin_round_proposal() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.district_code := coalesce(access.district(), new.district_code);
    if exists (
        select from jsonb_to_recordset(new.rounds) r ("periodStart" date, "periodEnd" date, "answersFrom" date, "answersUntil" date)
        where r."periodEnd" < r."periodStart" or r."answersUntil" < r."answersFrom" or r."answersFrom" < r."periodStart")
    then
        raise exception 'days in no order' using errcode = 'SV100', constraint = 'round_proposal_days';
    end if;
    if exists (
        select from (select r."periodStart" as period_start, lag(r."periodEnd") over (order by r."periodStart") as before
            from jsonb_to_recordset(new.rounds) r ("periodStart" date, "periodEnd" date)) r
        where r.before >= r.period_start)
    then
        raise exception 'overlapping' using errcode = '23P01', constraint = 'reporting_rounds_overlap';
    end if;
    return new;
end
$$;
create trigger begin before insert on app.round_proposal for each row execute function app.begin_round_proposal();
create trigger audit after insert or update or delete on app.round_proposal
    for each row execute function audit.record('Förslaget till uppföljningstillfällen', 'year');

-- A report that says which round it answers speaks of that round's days, and of its plan.
create function app.require_round(p_municipality text, p_measure uuid, p_round uuid, p_start date, p_end date) returns void
    language plpgsql stable parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_round is not null and not exists (
        select from app.measure m
        join app.reporting_round r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.round_id = p_round
        where m.municipality_code = p_municipality and m.measure_id = p_measure and p_start >= r.period_start and p_end <= r.period_end)
    then
        raise exception 'of another round' using errcode = 'SV100', constraint = 'follow_up_of_other_round';
    end if;
end
$$;
grant execute on function app.require_round(text, uuid, uuid, date, date) to samverkan_municipality, samverkan_police;

-- When what a report stands in the place of was first reported: a correction of an answer in time is none that is late, nor is one that was
-- moved to the right measure.
create function app.first_recorded_at(p_municipality text, p_corrects uuid, p_recorded_at timestamptz) returns timestamptz
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    while p_corrects is not null loop
        select coalesce(f.corrects_follow_up_id, f.transferred_from_id), f.recorded_at into p_corrects, p_recorded_at from app.follow_up f
        where f.municipality_code = p_municipality and f.follow_up_id = p_corrects;
    end loop;
    return p_recorded_at;
end
$$;
grant execute on function app.first_recorded_at(text, uuid, timestamptz) to samverkan_municipality, samverkan_police;
