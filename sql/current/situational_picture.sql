-- The picture is shared with the district once established; until then it is the municipality's own.
grant select on app.situational_picture, app.source, app.problem, app.problem_source to samverkan_municipality, samverkan_police;
grant insert (municipality_code, picture_id, district_code, title, summary, predecessor_id),
    update (title, summary, state, established_by, established_on, withdrawal_reason, version), delete on app.situational_picture to samverkan_municipality;
grant insert (municipality_code, picture_id, source_id, position, kind, title, dated_on), update (position, kind, title, dated_on), delete
    on app.source to samverkan_municipality;
grant insert (municipality_code, picture_id, problem_id, position, text, predecessor_id), update (position, text), delete on app.problem to samverkan_municipality;
grant insert (municipality_code, picture_id, problem_id, source_id), delete on app.problem_source to samverkan_municipality;
-- The municipal police officer knows problems too, and adds them to the draft of the municipality that gave the grant.
grant insert (municipality_code, picture_id, problem_id, position, text) on app.problem to samverkan_police;
grant insert (municipality_code, picture_id, problem_id, source_id) on app.problem_source to samverkan_police;
grant update (version) on app.situational_picture to samverkan_police;

create policy municipality_reads on app.situational_picture for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.situational_picture for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy municipality_updates on app.situational_picture for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.situational_picture for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()) and state = 'draft' and not is_exchanged);
create policy police_reads on app.situational_picture for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((state not in ('draft', 'withdrawn') and district_code = (select access.district()))
        or municipality_code = (select access.municipality())));
create policy police_updates on app.situational_picture for update to samverkan_police
    using (((select access.may('problem.write')) and municipality_code = (select access.municipality())))
    with check (((select access.may('problem.write')) and municipality_code = (select access.municipality())));

create policy municipality_reads on app.source for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.source for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.source for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.source for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.source for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, picture_id) in (select p.municipality_code, p.picture_id from app.situational_picture p)));

create policy municipality_reads on app.problem for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.problem for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.problem for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.problem for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.problem for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, picture_id) in (select p.municipality_code, p.picture_id from app.situational_picture p)));

create policy police_inserts on app.problem for insert to samverkan_police
    with check (((select access.may('problem.write')) and municipality_code = (select access.municipality())));

create policy municipality_reads on app.problem_source for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.problem_source for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.problem_source for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.problem_source for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, picture_id) in (select p.municipality_code, p.picture_id from app.situational_picture p)));
create policy police_inserts on app.problem_source for insert to samverkan_police
    with check (((select access.may('problem.write')) and municipality_code = (select access.municipality())));

-- draft → established → superseded by the revision that is established.
create function app.guard_picture() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_later text[] := array['state', 'version', 'is_exchanged', 'withdrawal_reason', 'established_by', 'established_on'];
begin
    -- That another authority has had a part in it is no content.
    if new.is_exchanged <> old.is_exchanged and to_jsonb(new) - 'is_exchanged' = to_jsonb(old) - 'is_exchanged' then
        return new;
    end if;
    new.is_exchanged := new.is_exchanged or new.state = 'established';
    if new.state = 'withdrawn' and old.state = 'draft' and not old.is_exchanged then
        raise exception 'nobody else has had a part in it' using errcode = 'SV100', constraint = 'document_not_exchanged';
    end if;
    -- One version for each transaction that changes the document or its parts.
    new.version := old.version + case when exists (
        select from app.situational_picture d where d.municipality_code = old.municipality_code and d.picture_id = old.picture_id and d.xmin = pg_current_xact_id()::xid) then 0 else 1 end;
    if new.state is distinct from old.state and not (old.state = 'draft' and new.state = 'established'
        or old.state = 'draft' and new.state = 'withdrawn' and new.withdrawal_reason is not null
        or old.state = 'established' and new.state = 'superseded' and current_user = 'samverkan_lock')
    then
        perform app.refuse('picture_transition', 'picture', old.state, old.version);
    end if;
    if old.state <> 'draft' and (to_jsonb(new) - v_later <> to_jsonb(old) - v_later
            or (new.established_by, new.established_on) is distinct from (old.established_by, old.established_on))
        or new.predecessor_id is distinct from old.predecessor_id
        or not (old.state = 'draft' and new.state = 'withdrawn') and new.withdrawal_reason is distinct from old.withdrawal_reason
    then
        perform app.refuse('picture_locked', 'picture', old.state, old.version);
    end if;
    if new.established_on not between date '1990-01-01' and app.today() then
        raise exception 'not a day of establishment' using errcode = 'SV100', constraint = 'picture_establishment_day';
    end if;
    return new;
end
$$;
create trigger guard before update on app.situational_picture for each row execute function app.guard_picture();

-- A new picture is shared with the municipality's district as it is now.
create function app.begin_picture() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.district_code := coalesce((select m.district_code from app.municipality m where m.municipality_code = new.municipality_code), new.district_code);
    return new;
end
$$;
create trigger begin before insert on app.situational_picture for each row execute function app.begin_picture();

create function app.admit_picture_revision() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_picture record;
begin
    if new.predecessor_id is not null then
        select p.state, p.version into v_picture from app.situational_picture p
        where p.municipality_code = new.municipality_code and p.picture_id = new.predecessor_id for share;
        if v_picture.state <> 'established' then
            perform app.refuse('picture_not_revisable', 'picture', v_picture.state, v_picture.version);
        end if;
    end if;
    return null;
end
$$;
create trigger admit_revision after insert on app.situational_picture for each row execute function app.admit_picture_revision();

create function app.establish_picture() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update app.situational_picture p set state = 'superseded'
    where p.municipality_code = new.municipality_code and p.picture_id = new.predecessor_id;
    return null;
end
$$;
create trigger admit_successor after update on app.situational_picture for each row
    when (old.state = 'draft' and new.state = 'established') execute function app.establish_picture();

-- Sources and problems change only while their picture is a draft, and count a version of it (see app.admit_plan_part).
create function app.admit_picture_part() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_municipality text := case tg_op when 'DELETE' then old.municipality_code else new.municipality_code end;
    v_picture_id uuid := case tg_op when 'DELETE' then old.picture_id else new.picture_id end;
    v_picture record;
begin
    update app.situational_picture p set version = p.version
    where p.municipality_code = v_municipality and p.picture_id = v_picture_id and p.xmin <> pg_current_xact_id()::xid;
    select p.state, p.version into v_picture from app.situational_picture p
    where p.municipality_code = v_municipality and p.picture_id = v_picture_id;
    if v_picture.state is distinct from 'draft' then
        perform app.refuse('picture_locked', 'picture', v_picture.state, v_picture.version - 1);
    end if;
    -- What the police have added was received from another authority.
    if session_user = 'samverkan_police' then
        update app.situational_picture p set is_exchanged = true
        where p.municipality_code = v_municipality and p.picture_id = v_picture_id and not p.is_exchanged;
    end if;
    return null;
end
$$;
grant select on app.situational_picture to samverkan_lock;
grant update (state, version, is_exchanged) on app.situational_picture to samverkan_lock;
create policy lock_reads on app.situational_picture for select to samverkan_lock using (true);
create policy lock_updates on app.situational_picture for update to samverkan_lock using (true) with check (true);
create trigger admit after insert or update or delete on app.source
    for each row execute function app.admit_picture_part();
create trigger admit after insert or update or delete on app.problem
    for each row execute function app.admit_picture_part();
create trigger admit after insert or update or delete on app.problem_source
    for each row execute function app.admit_picture_part();

create trigger audit after insert or update or delete on app.situational_picture
    for each row execute function audit.record('Lägesbilden', 'title');
create trigger audit after insert or update or delete on app.source
    for each row execute function audit.record('Källan', 'title');
create trigger audit after insert or update or delete on app.problem
    for each row execute function audit.record('Problemet', 'text');
create trigger audit after insert or update or delete on app.problem_source
    for each row execute function audit.record('Problemets källa', '');

-- Puts sources and problems in order, from 1 without gaps (see app.arrange_plan).
create function app.arrange_picture(p_municipality text, p_picture uuid, p_moved uuid, p_position integer) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update app.source s set position = r.place
    from (
        select o.source_id, row_number() over (order by app.place(o.place, o.source_id = p_moved, p_position), o.source_id) as place
        from (select source_id, row_number() over (order by position, source_id) as place from app.source
            where municipality_code = p_municipality and picture_id = p_picture) o
    ) r
    where s.municipality_code = p_municipality and s.picture_id = p_picture and s.source_id = r.source_id and s.position <> r.place;
    update app.problem p set position = r.place
    from (
        select o.problem_id, row_number() over (order by app.place(o.place, o.problem_id = p_moved, p_position), o.problem_id) as place
        from (select problem_id, row_number() over (order by position, problem_id) as place from app.problem
            where municipality_code = p_municipality and picture_id = p_picture) o
    ) r
    where p.municipality_code = p_municipality and p.picture_id = p_picture and p.problem_id = r.problem_id and p.position <> r.place;
end
$$;
grant execute on function app.arrange_picture(text, uuid, uuid, integer) to samverkan_municipality;

-- A draft that starts from an established picture: its sources and problems with what they cite.
create function app.revise_picture(p_municipality text, p_picture uuid, p_new uuid, p_title text) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into app.situational_picture (municipality_code, picture_id, title, summary, predecessor_id)
    select p.municipality_code, p_new, coalesce(p_title, p.title), p.summary, p.picture_id
    from app.situational_picture p where p.municipality_code = p_municipality and p.picture_id = p_picture;
    if not found then
        raise exception 'nothing to see' using errcode = 'SV404', constraint = 'row';
    end if;
    with source as materialized (
        select s.*, app.uuidv7() as new_id from app.source s where s.municipality_code = p_municipality and s.picture_id = p_picture
    ), problem as materialized (
        select p.*, app.uuidv7() as new_id from app.problem p where p.municipality_code = p_municipality and p.picture_id = p_picture
    ), new_source as (
        insert into app.source (municipality_code, picture_id, source_id, position, kind, title, dated_on)
        select municipality_code, p_new, new_id, position, kind, title, dated_on from source
    ), new_problem as (
        insert into app.problem (municipality_code, picture_id, problem_id, position, text, predecessor_id)
        select municipality_code, p_new, new_id, position, text, problem_id from problem
    )
    insert into app.problem_source (municipality_code, picture_id, problem_id, source_id)
    select x.municipality_code, p_new, p.new_id, s.new_id
    from app.problem_source x join problem p on p.problem_id = x.problem_id join source s on s.source_id = x.source_id
    where x.municipality_code = p_municipality and x.picture_id = p_picture;
end
$$;
grant execute on function app.revise_picture(text, uuid, uuid, text) to samverkan_municipality;
