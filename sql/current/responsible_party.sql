-- Read by everyone inside the municipality; by the district when it answers for a measure the district can see.
-- A coordinator writes. Contact names stay inside the municipality and with its municipal police officers.
grant select on app.responsible_party, app.contact to samverkan_municipality, samverkan_police;
grant insert (municipality_code, party_id, name, kind, form, ended_on), update (name, kind, form, ended_on, merged_into_id, version), delete
    on app.responsible_party to samverkan_municipality;
grant insert (municipality_code, contact_id, party_id, name, email, ended_on), update (name, email, ended_on), delete on app.contact to samverkan_municipality;

grant execute on function app.name_key(text) to samverkan_municipality, samverkan_police, samverkan_lock;

create policy municipality_reads on app.responsible_party for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.responsible_party for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.responsible_party for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.responsible_party for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.responsible_party for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and (municipality_code = (select access.municipality())
        or exists (select from app.responsibility r where r.municipality_code = responsible_party.municipality_code and r.party_id = responsible_party.party_id)));

create policy municipality_reads on app.contact for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.contact for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.contact for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.contact for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.contact for select to samverkan_police
    using (municipality_code = (select access.municipality()));

create trigger count_version before update on app.responsible_party for each row execute function app.count_version();

-- Merged once, into a party that is not merged itself; when that one is merged, its own go along, so that what a party has
-- become is always one step away.
create function app.guard_party() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    -- A new name is one of its own.
    if new.name is distinct from old.name then
        new.name_apart := null;
    end if;
    if new.merged_into_id is distinct from old.merged_into_id and (
        new.merged_into_id is null
        or exists (select from app.responsible_party p
            where p.municipality_code = new.municipality_code and p.party_id = new.merged_into_id and p.merged_into_id is not null)
        or old.merged_into_id is not null and not exists (select from app.responsible_party p
            where p.municipality_code = new.municipality_code and p.party_id = old.merged_into_id and p.merged_into_id = new.merged_into_id))
    then
        raise exception 'already merged' using errcode = 'SV100', constraint = 'responsible_party_already_merged';
    end if;
    -- What is adopted keeps the names it was adopted with (`rename_party` keeps them), and who may report for whom.
    if (new.name, new.kind, new.form) is distinct from (old.name, old.kind, old.form) and exists (
        select from app.responsibility r join app.action_plan p on p.municipality_code = r.municipality_code and p.plan_id = r.plan_id
        where r.municipality_code = new.municipality_code and r.party_id = new.party_id and p.state <> 'draft'
          and ((new.kind, new.form) is distinct from (old.kind, old.form) or r.adopted_name is null))
    then
        raise exception 'an adopted plan names it' using errcode = 'SV100', constraint = 'responsible_party_adopted';
    end if;
    return new;
end
$$;
create trigger guard before update on app.responsible_party for each row execute function app.guard_party();

create function app.rename_contact() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.name_apart := null;
    return new;
end
$$;
create trigger rename before update on app.contact for each row when (old.name is distinct from new.name) execute function app.rename_contact();

-- A party in use gets another name: plans that were proposed or adopted with the old one keep that.
create function app.keep_party_name(p_municipality text, p_party uuid) returns void
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_municipality is distinct from access.coordinated_municipality() then
        raise exception 'not the caller''s to write' using errcode = '42501';
    end if;
    -- An adoption that is under way is waited for, and one to come waits, so that each plan has the name of its day.
    perform from app.action_plan p
    where p.municipality_code = p_municipality and p.state = 'draft' and exists (select from app.responsibility r
        where r.municipality_code = p.municipality_code and r.plan_id = p.plan_id and r.party_id = p_party)
    order by p.plan_id for share;
    update app.responsibility r set adopted_name = n.name
    from app.responsible_party n, app.action_plan p
    where n.municipality_code = p_municipality and n.party_id = p_party
      and r.municipality_code = n.municipality_code and r.party_id = n.party_id and r.adopted_name is null
      and p.municipality_code = r.municipality_code and p.plan_id = r.plan_id and p.state <> 'draft';
end
$$;
grant update (adopted_name) on app.responsibility to samverkan_lock;
grant execute on function app.keep_party_name(text, uuid) to samverkan_municipality;
create function app.rename_party(p_municipality text, p_party uuid, p_name text, p_expected integer) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.keep_party_name(p_municipality, p_party);
    update app.responsible_party p set name = p_name
    where p.municipality_code = p_municipality and p.party_id = p_party and app.is_version(p.version, p_expected);
    if not found then
        raise exception 'not the caller''s to write' using errcode = '42501';
    end if;
end
$$;
grant execute on function app.rename_party(text, uuid, text, integer) to samverkan_municipality;

-- Two parties that are one: drafts name the other from now on, with copies of its contacts; what is adopted keeps the
-- name it was adopted with. The merged party has ended.
create function app.merge_party(p_municipality text, p_from uuid, p_into uuid, p_expected integer) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plans uuid[];
begin
    -- Both in one order, so that two merges at once meet here; for update, so that an edit that names one of them is waited for.
    perform from app.responsible_party p
    where p.municipality_code = p_municipality and p.party_id in (p_from, p_into) order by p.party_id for update;
    if not exists (select from app.responsible_party p where p.municipality_code = p_municipality and p.party_id = p_into) then
        raise exception 'no such party' using errcode = '23503', constraint = 'responsible_party_merged_into';
    end if;
    if exists (select from app.responsible_party p where p.municipality_code = p_municipality and p.party_id in (p_from, p_into) and p.merged_into_id is not null) then
        raise exception 'already merged' using errcode = 'SV100', constraint = 'responsible_party_already_merged';
    end if;
    -- The drafts that name it, in one order, before their parts.
    v_plans := array(
        select p.plan_id from app.action_plan p
        where p.municipality_code = p_municipality and p.state = 'draft' and exists (select from app.responsibility r
            where r.municipality_code = p.municipality_code and r.plan_id = p.plan_id and r.party_id = p_from)
        order by p.plan_id);
    for i in 1 .. cardinality(v_plans) loop
        update app.action_plan p set version = p.version where p.municipality_code = p_municipality and p.plan_id = v_plans[i];
    end loop;
    update app.responsible_party p set merged_into_id = p_into, ended_on = coalesce(p.ended_on, app.today())
    where p.municipality_code = p_municipality and p.party_id = p_from and app.is_version(p.version, p_expected);
    if not found then
        raise exception 'not the caller''s to write' using errcode = '42501';
    end if;
    update app.responsible_party p set merged_into_id = p_into where p.municipality_code = p_municipality and p.merged_into_id = p_from;
    -- The other one has its contacts from now on.
    update app.responsible_party p set version = p.version where p.municipality_code = p_municipality and p.party_id = p_into;
    insert into app.contact (municipality_code, party_id, name, email)
    select c.municipality_code, p_into, c.name, c.email from app.contact c
    where c.municipality_code = p_municipality and c.party_id = p_from and c.ended_on is null
    on conflict do nothing;
    -- Where both answer for a measure, one is enough; its lead goes along.
    with gone as (
        delete from app.responsibility r
        where r.municipality_code = p_municipality and r.plan_id = any (v_plans) and r.party_id = p_from and exists (
            select from app.responsibility o where o.municipality_code = r.municipality_code and o.plan_id = r.plan_id
              and o.measure_id = r.measure_id and o.party_id = p_into)
        returning r.plan_id, r.measure_id, r.lead
    )
    update app.responsibility o set lead = true from gone g
    where o.municipality_code = p_municipality and o.plan_id = g.plan_id and o.measure_id = g.measure_id and o.party_id = p_into and g.lead;
    update app.responsibility r set party_id = p_into, contact_id = (
        select n.contact_id from app.contact o join app.contact n on n.municipality_code = o.municipality_code and n.party_id = p_into
            and n.name_apart is null and app.name_key(n.name) = app.name_key(o.name)
        where o.municipality_code = r.municipality_code and o.contact_id = r.contact_id)
    where r.municipality_code = p_municipality and r.plan_id = any (v_plans) and r.party_id = p_from;
end
$$;
grant execute on function app.merge_party(text, uuid, uuid, integer) to samverkan_municipality;

-- Who reported for the merged party reports for the one it became, too.
create function access.follow_merge() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update access.caller_grant g set responsible_party_ids = g.responsible_party_ids || new.merged_into_id
    where g.municipality_code = new.municipality_code and new.party_id = any (g.responsible_party_ids)
      and new.merged_into_id <> all (g.responsible_party_ids);
    return null;
end
$$;
grant update (responsible_party_ids) on access.caller_grant to samverkan_access;
create policy access_follows on access.caller_grant for update to samverkan_access using (true) with check (true);
create trigger follow_merge after update on app.responsible_party for each row
    when (old.merged_into_id is null and new.merged_into_id is not null) execute function access.follow_merge();

create trigger audit after insert or update or delete on app.responsible_party
    for each row execute function audit.record('Ansvarig', 'name');
create trigger audit after insert or update or delete on app.contact
    for each row execute function audit.record('Kontaktpersonen', '', 'name,email');
