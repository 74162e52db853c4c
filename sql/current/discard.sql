-- A draft that was a mistake is discarded: it goes with all that hangs on it, and the log keeps every row. What another authority has had
-- a part in is withdrawn with a reason instead (TF 2:10), and what something else depends on stays.
create policy municipality_deletes on app.import for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()) and state = 'previewed');
grant delete on app.import to samverkan_municipality;

create function app.discard(p_kind text, p_municipality text, p_id uuid, p_expected integer) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_is_exchanged boolean := false;
begin
    if p_kind <> 'report' then
        perform app.begin_edit(p_kind, p_municipality, p_id, p_expected, false);
    end if;
    case p_kind
    when 'agreement' then
        select a.is_exchanged into v_is_exchanged from app.agreement a where a.municipality_code = p_municipality and a.agreement_id = p_id;
    when 'picture' then
        select p.is_exchanged into v_is_exchanged from app.situational_picture p where p.municipality_code = p_municipality and p.picture_id = p_id;
    when 'plan' then
        select p.is_exchanged into v_is_exchanged from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_id;
    when 'report' then
        perform from app.report r
        where r.municipality_code = p_municipality and r.report_id = p_id and app.is_version(r.version, p_expected)
          and (r.state = 'draft' or app.refuse_discarding('report', r.state, r.version)) for update;
    end case;
    if v_is_exchanged then
        raise exception 'another authority has had a part in it' using errcode = 'SV100', constraint = 'document_exchanged';
    end if;
    case p_kind
    when 'agreement' then
        delete from app.signature s where s.municipality_code = p_municipality and s.agreement_id = p_id;
        delete from app.agreement_section s where s.municipality_code = p_municipality and s.agreement_id = p_id;
        delete from app.agreement a where a.municipality_code = p_municipality and a.agreement_id = p_id;
    when 'picture' then
        delete from app.problem_source x where x.municipality_code = p_municipality and x.picture_id = p_id;
        delete from app.problem x where x.municipality_code = p_municipality and x.picture_id = p_id;
        delete from app.source x where x.municipality_code = p_municipality and x.picture_id = p_id;
        delete from app.situational_picture p where p.municipality_code = p_municipality and p.picture_id = p_id;
    when 'plan' then
        -- None of its measures is dropped: the plan is not there.
        insert into app.dropped_measure (municipality_code, plan_id, lineage_id, measure_id, reason)
        select m.municipality_code, m.plan_id, m.lineage_id, o.measure_id, 'Utkastet kasserades.'
        from app.action_plan p
        join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id
        join app.measure o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id and o.lineage_id = m.lineage_id
        where p.municipality_code = p_municipality and p.plan_id = p_id
        on conflict do nothing;
        delete from app.answered_problem x where x.municipality_code = p_municipality and x.plan_id = p_id;
        delete from app.responsibility x where x.municipality_code = p_municipality and x.plan_id = p_id;
        delete from app.indicator x where x.municipality_code = p_municipality and x.plan_id = p_id;
        delete from app.measure x where x.municipality_code = p_municipality and x.plan_id = p_id;
        delete from app.cause x where x.municipality_code = p_municipality and x.plan_id = p_id;
        delete from app.priority_area x where x.municipality_code = p_municipality and x.plan_id = p_id;
        delete from app.reporting_round x where x.municipality_code = p_municipality and x.plan_id = p_id;
        delete from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_id;
    when 'report' then
        delete from app.report_commentary x where x.municipality_code = p_municipality and x.report_id = p_id;
        delete from app.report_dispatch x where x.municipality_code = p_municipality and x.report_id = p_id;
        delete from app.report r where r.municipality_code = p_municipality and r.report_id = p_id;
    end case;
    -- Only a coordinator's policies let it go.
    if not found then
        raise exception 'not the caller''s to write' using errcode = '42501';
    end if;
end
$$;

create function app.refuse_discarding(p_kind text, p_state text, p_version integer) returns boolean
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.refuse(p_kind || '_locked', p_kind, p_state, p_version);
    return false;
end
$$;
grant execute on function app.discard(text, text, uuid, integer), app.refuse_discarding(text, text, integer) to samverkan_municipality;

create function app.discard_import(p_municipality text, p_import uuid) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from app.import i where i.municipality_code = p_municipality and i.import_id = p_import and i.state <> 'previewed') then
        raise exception 'confirmed already' using errcode = 'SV100', constraint = 'import_already_confirmed';
    end if;
    delete from app.import i where i.municipality_code = p_municipality and i.import_id = p_import;
    if not found then
        raise exception 'not the caller''s to write' using errcode = '42501';
    end if;
end
$$;
grant execute on function app.discard_import(text, uuid) to samverkan_municipality;

-- What plans and promises stand on is not withdrawn before they are.
create function app.require_unused() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row jsonb := to_jsonb(new);
begin
    if exists (select from app.action_plan p where p.municipality_code = new.municipality_code and p.state <> 'withdrawn'
            and (p.agreement_id = (v_row ->> 'agreement_id')::uuid or p.picture_id = (v_row ->> 'picture_id')::uuid))
        or exists (select from app.promise p where p.municipality_code = new.municipality_code and p.state <> 'withdrawn'
            and p.agreement_id = (v_row ->> 'agreement_id')::uuid)
    then
        raise exception 'something depends on it' using errcode = 'SV100', constraint = 'document_in_use', table = tg_table_name;
    end if;
    return null;
end
$$;
create trigger admit_withdrawal after update on app.agreement for each row
    when (old.state = 'draft' and new.state = 'withdrawn') execute function app.require_unused();
create trigger admit_withdrawal after update on app.situational_picture for each row
    when (old.state = 'draft' and new.state = 'withdrawn') execute function app.require_unused();
