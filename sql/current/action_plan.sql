-- A draft plan is the municipality's own (and its municipal police officers'), also when it is withdrawn. From proposed on, whoever sees its
-- agreement reads it; analysts, from adopted on. What hangs below a plan is seen by whoever sees the plan.
grant select on app.action_plan, app.priority_area, app.cause, app.measure, app.responsibility
    to samverkan_municipality, samverkan_police;
grant select on app.answered_problem, app.dropped_measure, app.adopted_contact to samverkan_municipality, samverkan_police;
grant insert (municipality_code, plan_id, agreement_id, picture_id, year, period_start, period_end, introduction, notes, prepared_by, revises_plan_id,
        registration_number, decision_body, decision_date, decision_paragraph),
    update (withdrawal_reason, agreement_id, picture_id, year, period_start, period_end, introduction, notes, prepared_by, state, adopted_by, adopted_on, closed_on, reopening_reason,
        registration_number, decision_body, decision_date, decision_paragraph, external_references, version), delete
    on app.action_plan to samverkan_municipality;
grant insert (municipality_code, plan_id, area_id, position, title, description, theme), update (position, title, description, theme), delete
    on app.priority_area to samverkan_municipality;
grant insert (municipality_code, plan_id, cause_id, area_id, position, text), update (area_id, position, text), delete
    on app.cause to samverkan_municipality;
grant insert (municipality_code, plan_id, measure_id, area_id, cause_id, position, lineage_id, text, planned_follow_up, target, schedule, notes,
        starts_on, ends_on, quantity, unit),
    update (area_id, cause_id, position, text, planned_follow_up, target, schedule, notes, starts_on, ends_on, quantity, unit), delete
    on app.measure to samverkan_municipality;
grant insert (municipality_code, plan_id, measure_id, party_id, contact_id, position, lead), update (party_id, contact_id, position, lead), delete
    on app.responsibility to samverkan_municipality;
grant insert (municipality_code, plan_id, area_id, cause_id, picture_id, problem_id), delete on app.answered_problem to samverkan_municipality;
grant insert (municipality_code, plan_id, lineage_id, measure_id, reason) on app.dropped_measure to samverkan_municipality;

create policy municipality_reads on app.action_plan for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.action_plan for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy municipality_updates on app.action_plan for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.action_plan for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()) and state = 'draft' and not is_exchanged);
create policy police_reads on app.action_plan for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and (municipality_code = (select access.municipality())
        or (state not in ('draft', 'withdrawn') and (municipality_code, agreement_id) in (
            select a.municipality_code, a.agreement_id from app.agreement a))));

create policy municipality_reads on app.priority_area for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.priority_area for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.priority_area for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.priority_area for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.priority_area for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));

create policy municipality_reads on app.cause for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.cause for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.cause for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.cause for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.cause for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));

create policy municipality_reads on app.measure for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.measure for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.measure for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.measure for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.measure for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));

create policy municipality_reads on app.responsibility for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.responsibility for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.responsibility for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.responsibility for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.responsibility for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));

-- Names of contacts stay inside the municipality and with its municipal police officers.
create policy municipality_reads on app.adopted_contact for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.adopted_contact for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[]) and municipality_code = (select access.municipality()));

create policy municipality_reads on app.answered_problem for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.answered_problem for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.answered_problem for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.answered_problem for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));

create policy municipality_reads on app.dropped_measure for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.dropped_measure for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.dropped_measure for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));

-- draft → adopted → closed, or superseded by the revision of the same year; closed by mistake, it is reopened with a reason. On the
-- way it may be proposed to the district, which approves or returns it (app.approval); what the district returned is proposed anew
-- before it is adopted. From proposed on the content is locked; what comes later is added: closing, registration number, decision, references.
create function app.guard_action_plan() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_later text[] := array['state', 'version', 'is_exchanged', 'withdrawal_reason', 'return_reason', 'returned_by', 'is_answered', 'has_indicators', 'adopted_by', 'adopted_on', 'closed_on', 'reopening_reason', 'registration_number',
        'decision_body', 'decision_date', 'decision_paragraph', 'external_references'];
begin
    -- That another authority has had a part in it is no content.
    if new.is_exchanged <> old.is_exchanged and to_jsonb(new) - 'is_exchanged' = to_jsonb(old) - 'is_exchanged' then
        return new;
    end if;
    new.is_exchanged := new.is_exchanged or new.state = 'proposed';
    -- One version for each transaction that changes the document or its parts.
    new.version := old.version + case when exists (
        select from app.action_plan d where d.municipality_code = old.municipality_code and d.plan_id = old.plan_id and d.xmin = pg_current_xact_id()::xid) then 0 else 1 end;
    if new.state is distinct from old.state then
        if old.state = 'draft' and new.state = 'adopted' and old.returned_by = 'police' then
            perform app.refuse('plan_returned', 'plan', old.state, old.version);
        end if;
        if new.state = 'withdrawn' and old.state = 'draft' and not old.is_exchanged then
            raise exception 'nobody else has had a part in it' using errcode = 'SV100', constraint = 'document_not_exchanged';
        end if;
        if not (old.state = 'draft' and new.state = 'proposed'
            or old.state = 'draft' and new.state = 'withdrawn' and new.withdrawal_reason is not null
            or old.state = 'proposed' and new.state = 'approved' and current_user = 'samverkan_lock'
            or old.state in ('proposed', 'approved') and new.state = 'draft' and current_user = 'samverkan_lock'
            or old.state in ('draft', 'proposed', 'approved') and new.state = 'adopted' or old.state = 'adopted' and new.state = 'closed'
            or old.state = 'closed' and new.state = 'adopted' and new.reopening_reason is not null
            or old.state = 'adopted' and new.state = 'superseded' and current_user = 'samverkan_lock')
        then
            perform app.refuse(case when new.state = 'adopted' and old.state <> 'closed' then 'plan_not_draft' else 'plan_transition' end, 'plan', old.state, old.version);
        end if;
    elsif old.state <> 'draft' and (new.adopted_by, new.adopted_on, new.closed_on)
        is distinct from (old.adopted_by, old.adopted_on, old.closed_on)
    then
        perform app.refuse('plan_locked', 'plan', old.state, old.version);
    end if;
    if old.state <> 'draft' and to_jsonb(new) - v_later <> to_jsonb(old) - v_later
        or old.state not in ('draft', 'proposed', 'approved') and (new.adopted_by, new.adopted_on) is distinct from (old.adopted_by, old.adopted_on)
        or not (old.state = 'closed' and new.state = 'adopted') and new.reopening_reason is distinct from old.reopening_reason
        or not (old.state = 'draft' and new.state = 'withdrawn') and new.withdrawal_reason is distinct from old.withdrawal_reason
        or new.revises_plan_id is distinct from old.revises_plan_id
    then
        perform app.refuse('plan_locked', 'plan', old.state, old.version);
    end if;
    -- What it was returned for is dealt with when it is proposed anew.
    if old.state = 'draft' and new.state = 'proposed' then
        new.return_reason := null;
        new.returned_by := null;
    end if;
    if new.year < (select p.year from app.action_plan p where p.municipality_code = new.municipality_code and p.plan_id = new.revises_plan_id) then
        raise exception 'a revision is of the same year or a later one' using errcode = 'SV100', constraint = 'plan_revision_year';
    end if;
    if new.adopted_on not between date '1990-01-01' and app.today() then
        raise exception 'not a day of adoption' using errcode = 'SV100', constraint = 'plan_adoption_day';
    end if;
    if new.closed_on > app.today() then
        raise exception 'not a day of closing' using errcode = 'SV100', constraint = 'plan_closing_day';
    end if;
    if new.closed_on < old.adopted_on then
        raise exception 'closed before it was adopted' using errcode = 'SV100', constraint = 'plan_closed_before_adopted';
    end if;
    return new;
end
$$;
create trigger guard before update on app.action_plan for each row execute function app.guard_action_plan();

-- Only what holds or has held is revised; what is closed, into a later year.
create function app.admit_revision() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
begin
    if new.revises_plan_id is not null then
        select p.state, p.version, p.year into v_plan from app.action_plan p
        where p.municipality_code = new.municipality_code and p.plan_id = new.revises_plan_id for share;
        if v_plan.state not in ('adopted', 'closed') or v_plan.state = 'closed' and new.year = v_plan.year then
            perform app.refuse('plan_not_revisable', 'plan', v_plan.state, v_plan.version);
        end if;
        if new.year < v_plan.year then
            raise exception 'a revision is of the same year or a later one' using errcode = 'SV100', constraint = 'plan_revision_year';
        end if;
    end if;
    return null;
end
$$;
create trigger admit_revision after insert on app.action_plan for each row execute function app.admit_revision();

-- A revision of the same year takes the place of the plan that it revises, and of its follow-ups: they count by
-- lineage. Before the log's trigger, so that plans are locked before the log's head everywhere.
create function app.adopt_plan() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_part record;
    v_plans uuid[];
begin
    -- What is adopted shows its contacts as they were.
    insert into app.adopted_contact (municipality_code, plan_id, contact_id, name)
    select distinct r.municipality_code, r.plan_id, r.contact_id, c.name
    from app.responsibility r join app.contact c on c.municipality_code = r.municipality_code and c.contact_id = r.contact_id
    where r.municipality_code = new.municipality_code and r.plan_id = new.plan_id;
    update app.responsibility r set adopted_contact_id = a.adopted_contact_id
    from app.adopted_contact a
    where r.municipality_code = new.municipality_code and r.plan_id = new.plan_id
      and a.municipality_code = r.municipality_code and a.plan_id = r.plan_id and a.contact_id = r.contact_id;
    if new.revises_plan_id is null then
        return null;
    end if;
    -- What the revised plan had is here, or was dropped with a reason.
    if exists (
        select from app.measure o
        where o.municipality_code = new.municipality_code and o.plan_id = new.revises_plan_id
          and not exists (select from app.measure m where m.municipality_code = o.municipality_code and m.plan_id = new.plan_id and m.lineage_id = o.lineage_id)
          and not exists (select from app.dropped_measure d where d.municipality_code = o.municipality_code and d.plan_id = new.plan_id and d.lineage_id = o.lineage_id))
    then
        raise exception 'dropping it takes a reason' using errcode = 'SV100', constraint = 'measure_drop_reason', table = tg_table_name;
    end if;
    update app.action_plan p set state = 'superseded'
    where p.municipality_code = new.municipality_code and p.plan_id = new.revises_plan_id and p.year = new.year and p.state = 'adopted';
    -- A plan that was closed meanwhile has its year behind it.
    select p.state, p.version into v_part from app.action_plan p
    where p.municipality_code = new.municipality_code and p.plan_id = new.revises_plan_id and p.year = new.year and p.state <> 'superseded';
    if found then
        perform app.refuse('plan_not_revisable', 'plan', v_part.state, v_part.version);
    end if;
    v_plans := app.counted_plans(new.municipality_code, new.plan_id);
    for v_part in
        select r.measure_id, m.lineage_id, r.party_id
        from app.responsibility r join app.measure m on m.municipality_code = r.municipality_code and m.plan_id = r.plan_id and m.measure_id = r.measure_id
        where r.municipality_code = new.municipality_code and r.plan_id = new.plan_id
    loop
        perform app.derive_part(new.municipality_code, new.plan_id, v_part.measure_id, v_part.lineage_id, v_part.party_id, v_plans);
    end loop;
    for v_part in
        select m.measure_id, m.lineage_id from app.measure m where m.municipality_code = new.municipality_code and m.plan_id = new.plan_id
    loop
        -- The plan is counted anew after it (summarise_change).
        perform app.derive_measure(new.municipality_code, new.plan_id, v_part.measure_id, v_part.lineage_id, v_plans, null);
    end loop;
    return null;
end
$$;
create trigger adopt after update on app.action_plan for each row
    when (old.state in ('draft', 'proposed', 'approved') and new.state = 'adopted') execute function app.adopt_plan();

-- Areas down to responsibilities change only while their plan is a draft, and each transaction that changes them counts
-- one version of it. Taking the plan's row first is also what makes a change that races an adoption wait for it.
create function app.admit_plan_part() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_municipality text := case tg_op when 'DELETE' then old.municipality_code else new.municipality_code end;
    v_plan_id uuid := case tg_op when 'DELETE' then old.plan_id else new.plan_id end;
    v_plan record;
begin
    update app.action_plan p set version = p.version
    where p.municipality_code = v_municipality and p.plan_id = v_plan_id and p.xmin <> pg_current_xact_id()::xid;
    select p.state, p.version into v_plan from app.action_plan p where p.municipality_code = v_municipality and p.plan_id = v_plan_id;
    -- What goes with a draft that is discarded goes after it.
    if not found and tg_op = 'DELETE' then
        return null;
    end if;
    if v_plan.state is distinct from 'draft' then
        perform app.refuse('plan_locked', 'plan', v_plan.state, v_plan.version - 1);
    end if;
    return null;
end
$$;
grant select on app.action_plan, app.priority_area, app.cause, app.measure, app.answered_problem, app.dropped_measure to samverkan_lock;
grant update (state, version, return_reason, returned_by, is_answered, has_indicators, is_exchanged) on app.action_plan to samverkan_lock;
create policy lock_reads on app.action_plan for select to samverkan_lock using (true);
create policy lock_updates on app.action_plan for update to samverkan_lock using (true) with check (true);
create policy lock_reads on app.priority_area for select to samverkan_lock using (true);
create policy lock_reads on app.cause for select to samverkan_lock using (true);
create policy lock_reads on app.measure for select to samverkan_lock using (true);
create policy lock_reads on app.dropped_measure for select to samverkan_lock using (true);
create policy lock_reads on app.answered_problem for select to samverkan_lock using (true);

-- As admit_plan_part; but people change: who is to be asked about a measure may be changed while its plan is adopted. And
-- what is given to somebody is given to who is there: no party that has become another, nor one that ended before the plan
-- (before today, in a plan that goes on); one that the revised plan names already may stay.
create function app.admit_responsibility() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row app.responsibility := case tg_op when 'DELETE' then old else new end;
    v_plan record;
    v_party record;
begin
    update app.action_plan p set version = p.version
    where p.municipality_code = v_row.municipality_code and p.plan_id = v_row.plan_id and p.xmin <> pg_current_xact_id()::xid;
    select p.state, p.version, p.revises_plan_id, greatest(p.period_start, least(app.today(), p.period_end)) as day into v_plan
    from app.action_plan p where p.municipality_code = v_row.municipality_code and p.plan_id = v_row.plan_id;
    if v_plan.state = 'adopted' and tg_op = 'UPDATE'
        and to_jsonb(new) - 'contact_id' = to_jsonb(old) - 'contact_id'
    then
        insert into app.adopted_contact as a (municipality_code, plan_id, contact_id, name)
        select c.municipality_code, new.plan_id, c.contact_id, c.name from app.contact c
        where c.municipality_code = new.municipality_code and c.contact_id = new.contact_id
        on conflict on constraint adopted_contact_once do nothing;
        update app.responsibility r set adopted_contact_id = (
            select a.adopted_contact_id from app.adopted_contact a
            where a.municipality_code = new.municipality_code and a.plan_id = new.plan_id and a.contact_id = new.contact_id)
        where r.municipality_code = new.municipality_code and r.plan_id = new.plan_id and r.measure_id = new.measure_id and r.party_id = new.party_id;
        return null;
    end if;
    if v_plan.state is distinct from 'draft' then
        perform app.refuse('plan_locked', 'plan', v_plan.state, v_plan.version - 1);
    end if;
    if tg_op = 'INSERT' or tg_op = 'UPDATE' and new.party_id <> old.party_id then
        select p.merged_into_id, p.ended_on into v_party from app.responsible_party p
        where p.municipality_code = new.municipality_code and p.party_id = new.party_id;
        if v_party.merged_into_id is not null or v_party.ended_on < v_plan.day and not exists (
            select from app.measure m
            join app.measure o on o.municipality_code = m.municipality_code and o.plan_id = v_plan.revises_plan_id and o.lineage_id = m.lineage_id
            join app.responsibility r on r.municipality_code = o.municipality_code and r.plan_id = o.plan_id and r.measure_id = o.measure_id and r.party_id = new.party_id
            where m.municipality_code = new.municipality_code and m.plan_id = new.plan_id and m.measure_id = new.measure_id)
        then
            raise exception 'that party has ended' using errcode = 'SV100', constraint = 'responsibility_party_ended', table = tg_table_name;
        end if;
    end if;
    return null;
end
$$;
grant select, insert on app.adopted_contact to samverkan_lock;
grant update (adopted_contact_id) on app.responsibility to samverkan_lock;
grant select on app.contact to samverkan_lock;
create policy lock_keeps on app.adopted_contact to samverkan_lock using (true) with check (true);
create policy lock_updates on app.responsibility for update to samverkan_lock using (true) with check (true);
create policy lock_reads on app.contact for select to samverkan_lock using (true);

-- A draft names parties as they are called now: what is returned forgets the names that it was proposed with, and another party has a
-- name of its own.
create function app.forget_party_names() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update app.responsibility r set adopted_name = null
    where r.municipality_code = new.municipality_code and r.plan_id = new.plan_id and r.adopted_name is not null;
    return null;
end
$$;
create trigger forget_names after update on app.action_plan for each row
    when (old.state in ('proposed', 'approved') and new.state = 'draft') execute function app.forget_party_names();
create function app.rename_responsibility() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.adopted_name := null;
    return new;
end
$$;
create trigger rename before update on app.responsibility for each row when (old.party_id <> new.party_id) execute function app.rename_responsibility();

-- A plan is made under an agreement and stands on a picture that somebody works with.
create function app.admit_plan_basis() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_basis record;
begin
    if new.state = 'draft' or new.state is distinct from old.state then
        select a.state, a.version into v_basis from app.agreement a
        where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id for key share;
        if v_basis.state = 'withdrawn' and new.state <> 'withdrawn' then
            perform app.refuse('document_basis_withdrawn', 'agreement', v_basis.state, v_basis.version);
        end if;
        select p.state, p.version into v_basis from app.situational_picture p
        where p.municipality_code = new.municipality_code and p.picture_id = new.picture_id for key share;
        if v_basis.state = 'withdrawn' and new.state <> 'withdrawn' then
            perform app.refuse('document_basis_withdrawn', 'picture', v_basis.state, v_basis.version);
        end if;
    end if;
    return null;
end
$$;
create trigger admit_basis after insert or update of agreement_id, picture_id, state on app.action_plan for each row execute function app.admit_plan_basis();

-- The problems that an area or a cause answers, as the plan is read.
create function app.derive_problem_ids() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row app.answered_problem := case tg_op when 'DELETE' then old else new end;
    v_ids uuid[];
begin
    select array_agg(x.problem_id order by x.problem_id) into v_ids from app.answered_problem x
    where x.municipality_code = v_row.municipality_code and x.plan_id = v_row.plan_id
      and x.area_id is not distinct from v_row.area_id and x.cause_id is not distinct from v_row.cause_id;
    update app.priority_area a set problem_ids = v_ids
    where a.municipality_code = v_row.municipality_code and a.plan_id = v_row.plan_id and a.area_id = v_row.area_id;
    update app.cause c set problem_ids = v_ids
    where c.municipality_code = v_row.municipality_code and c.plan_id = v_row.plan_id and c.cause_id = v_row.cause_id;
    return null;
end
$$;
create trigger derive after insert or delete on app.answered_problem for each row execute function app.derive_problem_ids();
grant update (problem_ids) on app.priority_area, app.cause to samverkan_lock;
create policy lock_updates on app.priority_area for update to samverkan_lock using (true) with check (true);
create policy lock_updates on app.cause for update to samverkan_lock using (true) with check (true);

-- A measure that the revised plan had goes only with a reason.
create function app.require_drop_reason() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from app.action_plan p
        join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.revises_plan_id and m.lineage_id = old.lineage_id
        where p.municipality_code = old.municipality_code and p.plan_id = old.plan_id
          and not exists (select from app.dropped_measure d where d.municipality_code = p.municipality_code
              and d.plan_id = p.plan_id and d.lineage_id = old.lineage_id))
    then
        raise exception 'dropping it takes a reason' using errcode = 'SV100', constraint = 'measure_drop_reason', table = tg_table_name;
    end if;
    return null;
end
$$;
create trigger drop_reason after delete on app.measure for each row execute function app.require_drop_reason();

-- A measure is new, or comes from the plan that this one revises.
create function app.require_own_lineage() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from app.measure m where m.municipality_code = new.municipality_code and m.lineage_id = new.lineage_id and m.plan_id <> new.plan_id)
        and not exists (
            select from app.action_plan p
            join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.revises_plan_id and m.lineage_id = new.lineage_id
            where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id)
    then
        raise exception 'another measure''s lineage' using errcode = 'SV100', constraint = 'measure_lineage', table = tg_table_name;
    end if;
    return null;
end
$$;
create trigger lineage after insert on app.measure for each row execute function app.require_own_lineage();

create trigger admit after insert or update or delete on app.priority_area
    for each row execute function app.admit_plan_part();
create trigger admit after insert or update or delete on app.cause
    for each row execute function app.admit_plan_part();
create trigger admit after insert or update or delete on app.measure
    for each row execute function app.admit_plan_part();
-- Not of what is derived at the adoption.
create trigger admit after insert or update of municipality_code, plan_id, measure_id, party_id, contact_id, position, lead or delete on app.responsibility
    for each row execute function app.admit_responsibility();
create trigger admit after insert or update or delete on app.answered_problem
    for each row execute function app.admit_plan_part();
create trigger admit after insert or update or delete on app.dropped_measure
    for each row execute function app.admit_plan_part();

create trigger audit after insert or update or delete on app.action_plan
    for each row execute function audit.record('Handlingsplanen', 'year', '', 'is_answered,has_indicators');
create trigger audit after insert or update or delete on app.priority_area
    for each row execute function audit.record('Området', 'title', '', 'problem_ids');
create trigger audit after insert or update or delete on app.cause
    for each row execute function audit.record('Orsaken', 'text', '', 'problem_ids');
create trigger audit after insert or update or delete on app.measure
    for each row execute function audit.record('Åtgärden', 'text');
create trigger audit after insert or update or delete on app.responsibility
    for each row execute function audit.record('Ansvaret', '', '', 'adopted_contact_id,adopted_name');
create trigger audit after insert or update or delete on app.adopted_contact
    for each row execute function audit.record('Kontaktpersonens namn vid fastställandet', '', 'name');
create trigger audit after insert or update or delete on app.answered_problem
    for each row execute function audit.record('Problemet som besvaras', '');
create trigger audit after insert or update or delete on app.dropped_measure
    for each row execute function audit.record('Åtgärden som utgick', 'reason');

-- Puts areas, causes and measures in order: positions from 1 without gaps; a measure's counts through the whole plan.
-- `p_moved` goes to place `p_position` among those beside it, or stays where it is when that is null. Rows that are in
-- their place already are left alone.
create function app.arrange_plan(p_municipality text, p_plan uuid, p_moved uuid, p_position integer) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update app.priority_area a set position = r.place
    from (
        select o.area_id, row_number() over (order by app.place(o.place, o.area_id = p_moved, p_position), o.area_id) as place
        from (select area_id, row_number() over (order by position, area_id) as place from app.priority_area
            where municipality_code = p_municipality and plan_id = p_plan) o
    ) r
    where a.municipality_code = p_municipality and a.plan_id = p_plan and a.area_id = r.area_id and a.position <> r.place;
    update app.cause c set position = r.place
    from (
        select o.cause_id, row_number() over (partition by o.area_id order by app.place(o.place, o.cause_id = p_moved, p_position), o.cause_id) as place
        from (select cause_id, area_id, row_number() over (partition by area_id order by position, cause_id) as place from app.cause
            where municipality_code = p_municipality and plan_id = p_plan) o
    ) r
    where c.municipality_code = p_municipality and c.plan_id = p_plan and c.cause_id = r.cause_id and c.position <> r.place;
    update app.measure m set position = r.place
    from (
        select o.measure_id, row_number() over (order by o.area_position, o.cause_position nulls last, app.place(o.place, o.measure_id = p_moved, p_position), o.measure_id) as place
        from (select x.measure_id, a.position as area_position, c.position as cause_position,
                row_number() over (partition by x.area_id, x.cause_id order by x.position, x.measure_id) as place
            from app.measure x
            join app.priority_area a on a.municipality_code = x.municipality_code and a.plan_id = x.plan_id and a.area_id = x.area_id
            left join app.cause c on c.municipality_code = x.municipality_code and c.plan_id = x.plan_id and c.cause_id = x.cause_id
            where x.municipality_code = p_municipality and x.plan_id = p_plan) o
    ) r
    where m.municipality_code = p_municipality and m.plan_id = p_plan and m.measure_id = r.measure_id and m.position <> r.place;
end
$$;
grant execute on function app.arrange_plan(text, uuid, uuid, integer) to samverkan_municipality;

-- Which problem of a picture each problem of the pictures before it has become.
create function app.problem_successors(p_municipality text, p_picture uuid) returns table (was_id uuid, now_id uuid)
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    with recursive line as (
        select p.problem_id as was_id, p.problem_id as now_id, p.predecessor_id from app.problem p
        where p.municipality_code = p_municipality and p.picture_id = p_picture
        union all
        select p.problem_id, l.now_id, p.predecessor_id
        from line l join app.problem p on p.municipality_code = p_municipality and p.problem_id = l.predecessor_id
    )
    select l.was_id, l.now_id from line l
$$;
grant execute on function app.problem_successors(text, uuid) to samverkan_municipality, samverkan_police;

-- Next year's plan, or this year's corrected: a draft that copies everything and keeps each measure's lineage. Parties
-- merged meanwhile are named as what they became, contacts that have left are left out, and problems are answered as what
-- they have become in the plan's picture. A measure's days move with the period, to the same days of a later year; where
-- they would fall outside it they are left out. app.plan_warnings tells what did not come along.
create function app.revise_plan(
    p_municipality text, p_plan uuid, p_new uuid, p_year integer, p_start date, p_end date, p_agreement uuid, p_picture uuid
) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_old record;
    v_years integer;
begin
    select p.year, p.period_start, p.picture_id into v_old from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_plan;
    if not found then
        raise exception 'nothing to see' using errcode = 'SV404', constraint = 'row';
    end if;
    v_years := round((p_start - v_old.period_start) / 365.25);
    insert into app.action_plan (municipality_code, plan_id, agreement_id, picture_id, year, period_start, period_end, introduction, notes, prepared_by, revises_plan_id)
    select p.municipality_code, p_new, coalesce(p_agreement, p.agreement_id), coalesce(p_picture, p.picture_id), p_year, p_start, p_end,
        p.introduction, p.notes, p.prepared_by, p.plan_id
    from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_plan;
    with area as materialized (
        select a.*, app.uuidv7() as new_id from app.priority_area a where a.municipality_code = p_municipality and a.plan_id = p_plan
    ), cause as materialized (
        select c.*, app.uuidv7() as new_id, a.new_id as new_area_id
        from app.cause c join area a on a.area_id = c.area_id where c.municipality_code = p_municipality and c.plan_id = p_plan
    ), measure as materialized (
        select m.measure_id, m as was, app.uuidv7() as new_id, a.new_id as new_area_id, c.new_id as new_cause_id,
            make_interval(years => y.later) as later, m.starts_on, m.ends_on
        from app.measure m join area a on a.area_id = m.area_id left join cause c on c.cause_id = m.cause_id
        left join lateral (
            select x.later from unnest(array[v_years, v_years + 1, v_years - 1]) with ordinality x (later, place)
            where p_year = v_old.year and x.later = 0 or p_year > v_old.year and x.later >= 0
              and coalesce((m.starts_on + make_interval(years => x.later))::date between p_start and p_end, true)
              and coalesce((m.ends_on + make_interval(years => x.later))::date between p_start and p_end, true)
            order by x.place limit 1
        ) y on true
        where m.municipality_code = p_municipality and m.plan_id = p_plan
    ), new_area as (
        insert into app.priority_area (municipality_code, plan_id, area_id, position, title, description, theme)
        select municipality_code, p_new, new_id, position, title, description, theme from area
    ), new_cause as (
        insert into app.cause (municipality_code, plan_id, cause_id, area_id, position, text)
        select municipality_code, p_new, new_id, new_area_id, position, text from cause
    ), new_measure as (
        -- By record, so that a column that is added is taken along.
        insert into app.measure
        select n.* from measure m, lateral jsonb_populate_record(m.was, jsonb_build_object('plan_id', p_new, 'measure_id', m.new_id,
            'area_id', m.new_area_id, 'cause_id', m.new_cause_id, 'starts_on', (m.starts_on + m.later)::date, 'ends_on', (m.ends_on + m.later)::date)) n
    ), new_indicator as (
        insert into app.indicator
        select n.* from app.indicator i left join area a on a.area_id = i.area_id,
            lateral jsonb_populate_record(i, jsonb_build_object('plan_id', p_new, 'indicator_id', app.uuidv7(), 'area_id', a.new_id)) n
        where i.municipality_code = p_municipality and i.plan_id = p_plan
    ), new_round as (
        -- Rounds move with the period, too; those that then lie outside it are left out.
        insert into app.reporting_round (municipality_code, plan_id, name, period_start, period_end, answers_from, answers_until)
        -- A round ends the day before the next one may begin, also in February.
        select r.municipality_code, p_new, r.name, (r.period_start + y.later)::date, (r.period_end + 1 + y.later)::date - 1,
            (r.answers_from + y.later)::date, (r.answers_until + y.later)::date
        from app.reporting_round r, (select make_interval(years => v_years) as later) y
        where r.municipality_code = p_municipality and r.plan_id = p_plan
          and (r.period_start + y.later)::date >= p_start and (r.period_end + 1 + y.later)::date - 1 <= p_end
    ), new_answer as (
        insert into app.answered_problem (municipality_code, plan_id, area_id, cause_id, picture_id, problem_id)
        select distinct x.municipality_code, p_new, a.new_id, c.new_id, coalesce(p_picture, v_old.picture_id), s.now_id
        from app.answered_problem x
        join app.problem_successors(p_municipality, coalesce(p_picture, v_old.picture_id)) s on s.was_id = x.problem_id
        left join area a on a.area_id = x.area_id left join cause c on c.cause_id = x.cause_id
        where x.municipality_code = p_municipality and x.plan_id = p_plan
    )
    -- Where parties of one measure have become one, it is named once, in the first place, and leads if one of them did.
    insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, contact_id, position, lead)
    select r.municipality_code, p_new, m.new_id, coalesce(p.merged_into_id, p.party_id),
        (array_agg(n.contact_id order by r.position) filter (where n.contact_id is not null))[1],
        min(r.position), bool_or(r.lead)
    from app.responsibility r
    join measure m on m.measure_id = r.measure_id
    join app.responsible_party p on p.municipality_code = r.municipality_code and p.party_id = r.party_id
    left join app.contact c on c.municipality_code = r.municipality_code and c.contact_id = r.contact_id
    -- The same, or who has that name in what the party has become; not who has left.
    left join app.contact n on n.municipality_code = c.municipality_code and n.party_id = coalesce(p.merged_into_id, p.party_id)
        and (n.contact_id = c.contact_id or p.merged_into_id is not null and n.name_apart is null and app.name_key(n.name) = app.name_key(c.name))
        and (n.ended_on is null or n.ended_on >= app.today())
    where r.municipality_code = p_municipality and r.plan_id = p_plan
    group by r.municipality_code, m.new_id, coalesce(p.merged_into_id, p.party_id);
end
$$;
grant execute on function app.revise_plan(text, uuid, uuid, integer, date, date, uuid, uuid) to samverkan_municipality;

-- What whoever prepares a plan, or has just adopted it, should look at beyond the plan itself: what it stands on and what it stands
-- beside; and of a draft, what it did not take along from the plan that it revises, and what it took along though it has ended.
-- [{code, id, text}], text in Swedish. Asked by a function, so that what is not looked at costs a reader nothing.
create function app.plan_warnings(p_municipality text, p_plan uuid) returns jsonb
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    with looked_at as (
        select p.* from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_plan
    ), plan as (
        select p.* from looked_at p where p.state = 'draft' and p.revises_plan_id is not null
    ), kept as (
        select o.measure_id as old_id, m.measure_id as new_id, m.text, m.position, o.starts_on is not null or o.ends_on is not null as had_days,
            m.starts_on is not null or m.ends_on is not null as has_days
        from plan p
        join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id
        join app.measure o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id and o.lineage_id = m.lineage_id
    )
    select jsonb_agg(jsonb_build_object('code', w.code, 'id', w.id, 'text', w.text) order by w.code, w.place, w.text)
    from (
        select 'periodOutsideAgreement' as code, p.agreement_id as id, null::integer as place,
            'Planens period ligger inte inom överenskommelsens, som gäller från ' || a.period_start || coalesce(' till ' || app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today()), '') as text
        from looked_at p
        join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
        where p.period_start < a.period_start or p.period_end > app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today())
        union all
        select 'agreementNotSigned', p.agreement_id, null, 'Överenskommelsen är inte undertecknad'
        from looked_at p
        join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
        where a.state in ('draft', 'proposed', 'withdrawn')
        union all
        -- The district is a party to the agreement that the plan belongs to.
        select 'planNotApproved', p.plan_id, null, 'Lokalpolisområdet har inte godkänt planen'
        from looked_at p
        where p.state = 'adopted' and not exists (select from app.approval a where a.municipality_code = p.municipality_code and a.plan_id = p.plan_id
            and a.party = 'police' and a.answer = 'approved' and a.holds)
        union all
        select 'pictureNotEstablished', p.picture_id, null, 'Lägesbilden är inte fastställd'
        from looked_at p
        join app.situational_picture b on b.municipality_code = p.municipality_code and b.picture_id = p.picture_id
        where b.state in ('draft', 'withdrawn')
        union all
        select 'overlapsAdoptedPlan', o.plan_id, (o.period_start - p.period_start), 'En annan fastställd plan gäller under en del av perioden'
        from looked_at p
        join app.action_plan o on o.municipality_code = p.municipality_code and o.plan_id <> p.plan_id and o.state = 'adopted'
            and o.period_start <= p.period_end and o.period_end >= p.period_start
        where not (p.state = 'draft' and o.plan_id is not distinct from p.revises_plan_id and o.year = p.year)
        union all
        select distinct 'problemWithoutSuccessor', b.problem_id, b.position,
            'Problemet «' || left(b.text, 200) || '» har ingen motsvarighet i planens lägesbild'
        from plan p
        join app.answered_problem x on x.municipality_code = p.municipality_code and x.plan_id = p.revises_plan_id
        join app.problem b on b.municipality_code = x.municipality_code and b.problem_id = x.problem_id
        where not exists (select from app.problem_successors(p.municipality_code, p.picture_id) s where s.was_id = x.problem_id)
        union all
        select 'daysLeftOut', k.new_id, k.position, 'Åtgärden «' || left(k.text, 200) || '» fick inga dagar med sig: de ryms inte i planens period'
        from kept k where k.had_days and not k.has_days
        union all
        select 'roundsLeftOut', p.plan_id, null, 'Uppföljningstillfällen i planen före ryms inte i planens period'
        from plan p
        where (select count(*) from app.reporting_round r where r.municipality_code = p.municipality_code and r.plan_id = p.plan_id)
            < (select count(*) from app.reporting_round r where r.municipality_code = p.municipality_code and r.plan_id = p.revises_plan_id)
        union all
        select 'responsiblePartyEnded', rp.party_id, k.position, 'Åtgärden «' || left(k.text, 200) || '» har en ansvarig som har upphört: ' || rp.name
        from plan p join kept k on true
        join app.responsibility r on r.municipality_code = p.municipality_code and r.plan_id = p.plan_id and r.measure_id = k.new_id
        join app.responsible_party rp on rp.municipality_code = r.municipality_code and rp.party_id = r.party_id
        where rp.ended_on < app.today()
        union all
        select 'contactEnded', k.new_id, k.position, 'Åtgärden «' || left(k.text, 200) || '» saknar kontaktperson: den förra har slutat'
        from plan p join kept k on true
        join app.responsibility o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id and o.measure_id = k.old_id
        join app.contact c on c.municipality_code = o.municipality_code and c.contact_id = o.contact_id and c.ended_on < app.today()
        where exists (select from app.responsibility r where r.municipality_code = p.municipality_code and r.plan_id = p.plan_id
            and r.measure_id = k.new_id and r.party_id = o.party_id and r.contact_id is null)
    ) w
$$;
grant execute on function app.plan_warnings(text, uuid) to samverkan_municipality, samverkan_police;

-- What a measure says, by its columns: all of them but its keys and its place. A column that is added is content without being named
-- here. This and the next are without a setting of their own, so that they become part of the statement that asks.
create function app.measure_content(p_measure app.measure) returns jsonb
    language sql stable parallel safe
as $$
    select to_jsonb(p_measure) - '{municipality_code,plan_id,measure_id,area_id,cause_id,position,lineage_id}'::text[]
$$;

-- What the API calls a column.
create function app.member_name(p_column text) returns text
    language sql immutable parallel safe
as $$
    select lower(left(p_column, 1)) || substr(replace(initcap(replace(p_column, '_', ' ')), ' ', ''), 2)
$$;
grant execute on function app.member_name(text) to samverkan_municipality, samverkan_police;
grant execute on function app.measure_content(app.measure) to samverkan_municipality, samverkan_police;

-- A plan against the one that it revises, or another one, measure by measure: kept, changed (field by field), dropped (why), new. Days that have
-- moved with the period are kept.
create function app.plan_changes(p_municipality text, p_plan uuid, p_against uuid default null)
    returns table (lineage_id uuid, change text, measure_id uuid, revised_measure_id uuid, text text, fields jsonb, reason text, place integer)
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    with plan as (
        -- By how many years revise_plan may have moved the days of a measure.
        select p.plan_id, o.plan_id as revises_plan_id, case when p.year = o.year then array[0]
            else array(select round((p.period_start - o.period_start) / 365.25)::integer + d from unnest(array[0, 1, -1]) d) end as later
        from app.action_plan p left join app.action_plan o on o.municipality_code = p.municipality_code and o.plan_id = coalesce(p_against, p.revises_plan_id)
        where p.municipality_code = p_municipality and p.plan_id = p_plan
    ), content as (
        select m.plan_id, m.lineage_id, m.measure_id, m.text, m.position, m.starts_on, m.ends_on, pl.later, app.measure_content(m) || jsonb_build_object(
            'area', a.title, 'cause', c.text,
            'responsibilities', (
                select jsonb_agg(jsonb_build_object('responsibleParty', rp.name, 'lead', r.lead) order by r.position, rp.name)
                from app.responsibility r join app.responsible_party rp on rp.municipality_code = r.municipality_code and rp.party_id = r.party_id
                where r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id)) as content
        from plan pl
        cross join lateral unnest(array[pl.plan_id, pl.revises_plan_id]) x (plan_id)
        join app.measure m on m.municipality_code = p_municipality and m.plan_id = x.plan_id
        join app.priority_area a on a.municipality_code = m.municipality_code and a.plan_id = m.plan_id and a.area_id = m.area_id
        left join app.cause c on c.municipality_code = m.municipality_code and c.plan_id = m.plan_id and c.cause_id = m.cause_id
    ), pair as (
        select coalesce(n.lineage_id, o.lineage_id) as lineage_id, n.measure_id, o.measure_id as revised_measure_id, coalesce(n.text, o.text) as text, d.reason,
            coalesce(n.position, o.position) as place, o.content as before,
            -- Days that have moved with the period are those of before.
            n.content || case when exists (
                select from unnest(n.later) y
                where n.starts_on is not distinct from (o.starts_on + make_interval(years => y))::date
                  and n.ends_on is not distinct from (o.ends_on + make_interval(years => y))::date)
                then jsonb_build_object('starts_on', o.starts_on, 'ends_on', o.ends_on) else '{}' end as after
        from (select c.* from content c join plan p on p.plan_id = c.plan_id) n
        full join (select c.* from content c join plan p on p.revises_plan_id = c.plan_id) o on o.lineage_id = n.lineage_id
        left join app.dropped_measure d on d.municipality_code = p_municipality and d.plan_id = p_plan and d.lineage_id = o.lineage_id and n.lineage_id is null
    )
    select p.lineage_id,
        case when p.revised_measure_id is null then 'new' when p.measure_id is null then 'dropped' when p.after = p.before then 'kept' else 'changed' end,
        p.measure_id, p.revised_measure_id, p.text,
        case when p.after <> p.before then (
            select jsonb_agg(jsonb_build_object('field', app.member_name(k), 'before', p.before -> k, 'after', p.after -> k) order by app.member_name(k))
            from jsonb_object_keys(p.after) k where p.after -> k is distinct from p.before -> k) end,
        p.reason, p.place
    from pair p;
end
$$;
grant execute on function app.plan_changes(text, uuid, uuid) to samverkan_municipality, samverkan_police;

-- The parts that a whole plan names as kept must be the plan's: SV422 names those that are not.
create function app.refuse_parts(p_missing jsonb) returns void
    language plpgsql stable parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_missing is not null then
        raise exception 'not of this plan' using errcode = 'SV422', constraint = 'plan_parts', detail = p_missing;
    end if;
end
$$;
grant execute on function app.refuse_parts(jsonb) to samverkan_municipality;

-- Measures of the revised plan are kept, or dropped with a reason: SV422 names those that a whole plan leaves out.
create function app.require_measures(p_municipality text, p_plan uuid, p_measures jsonb) returns void
    language plpgsql stable parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_missing jsonb;
begin
    select jsonb_agg(jsonb_build_object('id', m.measure_id, 'text', left(m.text, 200)) order by m.position) into v_missing
    from app.action_plan p
    join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id
    join app.measure o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id and o.lineage_id = m.lineage_id
    where p.municipality_code = p_municipality and p.plan_id = p_plan and not p_measures ? m.measure_id::text;
    if v_missing is not null then
        raise exception 'left out without a reason' using errcode = 'SV422', constraint = 'plan_measures_left_out', detail = v_missing;
    end if;
end
$$;
grant execute on function app.require_measures(text, uuid, jsonb) to samverkan_municipality;
