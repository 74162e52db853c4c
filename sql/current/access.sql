-- Who may enter, and the context that every policy reads.
grant usage on schema access to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator,
    samverkan_access, samverkan_audit, samverkan_lock;
grant usage on schema app to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator,
    samverkan_access, samverkan_audit, samverkan_lock;

-- The definer role reads what `enter` needs; nobody can become it.
grant select on access.server_key, access.issuer, access.caller_grant, access.role, access.role_right to samverkan_access;
grant select (municipality_code, district_code) on app.municipality to samverkan_access;
create policy access_reads on access.server_key for select to samverkan_access using (true);
create policy access_reads on access.issuer for select to samverkan_access using (true);
create policy access_reads on access.caller_grant for select to samverkan_access using (true);
create policy access_reads on access.role for select to samverkan_access using (true);
create policy access_reads on access.role_right for select to samverkan_access using (true);
create policy access_reads on app.municipality for select to samverkan_access using (true);

-- `migrate`, `grant` and `municipality` act as the owner on these tables; forced row-level security holds it too.
create policy owner_maintains on access.server_key to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.issuer to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.caller_grant to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.role to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.known_right to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.role_right to samverkan_owner using (true) with check (true);
create policy owner_maintains on app.police_district to samverkan_owner using (true) with check (true);
create policy owner_maintains on app.municipality to samverkan_owner using (true) with check (true);
create policy owner_maintains on app.municipality_district to samverkan_owner using (true) with check (true);
create policy owner_maintains on app.population to samverkan_owner using (true) with check (true);

-- Lets one request in: checks the server's key, that the login is the issuer's, and the caller's grant, then sets
-- the context for this transaction. Without a subject it opens the public context.
-- SV001 the server key, login or session is wrong; SV002 the caller has no grant here; SV503 nobody waits for it any more.
--
-- The context stands in `backtrace_functions`: a parameter that every PostgreSQL has, that only a superuser may set, and whoever
-- has SET on it, which is samverkan_access alone (roles.sql). So PostgreSQL's own permissions keep a login from writing it, and
-- policies read it as plainly as any setting. To the server itself it names C functions whose errors are logged with a backtrace; no
-- field here can be one's name, since each begins with a digit. The fields are separated by commas, of which none has one: digits,
-- hexadecimal, or letters of rights.
--   1 '0'   2 the municipality all of which the caller may read, or which the public asked for   3 the municipalities of which the police
--   may see anything, 'x' between   4 district   5 role   6 responsible parties, each behind an 'x'   7 issuer   8 subject   9 name
--   10 rights, '__' around each, '_' for the dot
create function access.enter(
    p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text,
    -- Until when this must have begun, in milliseconds since 1970. A database that was silent reads what its clients have given up.
    p_deadline bigint default null
) returns void
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record;
    v_visible text;
    v_context text;
begin
    -- One look for everything, since each statement and each condition costs as much as the rest of it. A value that is in the parameter
    -- already is a context of this transaction, which is entered once, or stands in postgresql.conf and would be everybody's. A cursor
    -- with hold keeps the last caller's rows. The most particular grant wins; what a grant can never admit to stands in
    -- access.complete_grant.
    select current_setting('backtrace_functions') = '' and not exists (select from pg_cursor() c where c.is_holdable) as is_alone,
        k.sha256 = sha256(convert_to(p_server_key, 'UTF8')) as is_server, p_municipality ~ '^[0-9]{4}$' as is_code,
        case g.issuer_kind when 'municipality' then 'samverkan_municipality' when 'district' then 'samverkan_police' else 'samverkan_operator' end as login,
        g.* into v
    from access.server_key k
    left join lateral (
        select g.issuer_kind, g.role, g.municipality_code, g.district_code, g.has_parties, g.responsible_party_ids, g.rights
        from access.caller_grant g
        where g.issuer = p_issuer and g.subject = p_subject and g.rights is not null
          and (now() at time zone 'Europe/Stockholm')::date between g.valid_from and coalesce(g.valid_until, 'infinity')
          and case g.issuer_kind
                when 'municipality' then (p_municipality is null or g.municipality_code = p_municipality) and p_district is null
                -- An officer's grant opens drafts, so it ends with the municipality's move to another district.
                when 'district' then (g.district_code is not null or exists (
                        select from app.municipality m where m.municipality_code = g.municipality_code and m.district_code = g.issuer_district_code))
                    and (p_municipality is null or g.municipality_code = p_municipality or g.district_code is not null)
                    -- The district's own people come before its officers, who see its picture of the municipalities of their grants.
                    and (p_district is null or g.district_code = p_district
                        or p_municipality is null and g.district_code is null and g.issuer_district_code = p_district)
                else p_district is null
              end
        order by p_district is not null and g.district_code is null, g.municipality_code nulls last
        limit 1) g on true;
    if v.role is null or v.login <> session_user or not v.is_alone or v.is_server is not true
        or p_deadline < extract(epoch from clock_timestamp()) * 1000
    then
        if p_deadline < extract(epoch from clock_timestamp()) * 1000 then
            raise exception 'nobody waits for it any more' using errcode = 'SV503', constraint = 'call_deadline';
        elsif not v.is_alone then
            raise exception 'the session is not the server''s alone' using errcode = 'SV001', constraint = 'server_session';
        elsif v.is_server is not true then
            raise exception 'the server key is wrong' using errcode = 'SV001', constraint = 'server_key';
        elsif p_subject is null and session_user = 'samverkan_public' then
            v_context := set_config('backtrace_functions', concat('0,', case when v.is_code then p_municipality end, ',,,', access.packed('public'), ',,,,,'), true);
            return;
        elsif p_subject is null then
            raise exception 'this login is not the public one' using errcode = 'SV001', constraint = 'server_login';
        elsif v.role is null then
            raise exception 'no grant' using errcode = 'SV002', constraint = 'caller_grant';
        elsif v.login <> session_user then
            raise exception 'this login is not the issuer''s' using errcode = 'SV001', constraint = 'server_login';
        end if;
    end if;
    if p_municipality is null and p_district is null then
        v_context := set_config('backtrace_functions', concat('0,,,,,,', access.packed(p_issuer), ',', access.packed(p_subject), ',',
            access.packed(p_actor), ','), true);
        return;
    end if;
    if v.has_parties or v.issuer_kind = 'district' then
        -- Who reports for a party reports for what it has become, and for what was merged into that.
        if v.has_parties then
            v.responsible_party_ids := array(
                select distinct q.party_id from app.responsible_party p
                join app.responsible_party q on q.municipality_code = p.municipality_code
                    and coalesce(q.merged_into_id, q.party_id) = coalesce(p.merged_into_id, p.party_id)
                where p.municipality_code = v.municipality_code and p.party_id = any (v.responsible_party_ids));
        end if;
        -- The police may see something of the municipalities whose agreement, from proposed on, names the caller's district, and of the
        -- one whose officer the caller is; of the one that the request is about, when it is about one. Every policy for the police begins
        -- with it, so that no statement looks at rows of others, not even to leave them out.
        if v.issuer_kind = 'district' and p_municipality is not null then
            if v.is_code and (p_municipality = v.municipality_code or exists (select from app.agreement a
                where a.municipality_code = p_municipality and a.district_code = v.district_code and a.state not in ('draft', 'withdrawn')))
            then
                v_visible := p_municipality;
            end if;
        elsif v.issuer_kind = 'district' and v.district_code is null then
            -- An officer in its district: as the district's own people see it, no drafts and nothing to do, of its municipalities.
            v_visible := (select string_agg(m.municipality_code, 'x') from (
                select distinct g.municipality_code from access.caller_grant g
                join app.municipality m on m.municipality_code = g.municipality_code and m.district_code = p_district
                where g.issuer = p_issuer and g.subject = p_subject and g.rights is not null and g.issuer_district_code = p_district
                  and (now() at time zone 'Europe/Stockholm')::date between g.valid_from and coalesce(g.valid_until, 'infinity')
                order by 1) m);
            v.district_code := p_district;
            v.municipality_code := null;
            v.rights := '0__';
        elsif v.issuer_kind = 'district' then
            v_visible := (select string_agg(m.municipality_code, 'x') from (
                select distinct a.municipality_code from app.agreement a
                where a.district_code = v.district_code and a.state not in ('draft', 'withdrawn') order by 1) m);
        end if;
    end if;
    -- The municipality stands there for those who may read all of it: that is what most policies ask.
    v_context := set_config('backtrace_functions', concat('0,', case when strpos(v.rights, '__content_read__') > 0 then v.municipality_code end, ',',
        v_visible, ',', access.packed(v.district_code), ',', access.packed(v.role), ',',
        case when v.has_parties then '0x' || replace(array_to_string(v.responsible_party_ids, 'x'), '-', '') end, ',',
        access.packed(p_issuer), ',', access.packed(p_subject), ',', access.packed(p_actor), ',', v.rights), true);
end
$$;

-- What `enter` needs of a grant's issuer and role stands in the grant itself, so that each request looks once: whose login, and the rights
-- as the context has them. A grant that could never hold has none: a role of another kind of issuer, another place than the issuer's.
create function access.complete_grant() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_issuer access.issuer;
begin
    select * into v_issuer from access.issuer i where i.issuer = new.issuer;
    new.issuer_kind := v_issuer.kind;
    new.issuer_district_code := v_issuer.district_code;
    new.has_parties := coalesce((select r.has_parties from access.role r where r.role = new.role), false);
    new.rights := (
        select '0__' || translate(coalesce((select string_agg(x.may, '__' order by x.may) from access.role_right x where x.role = r.role), ''), '.', '_') || '__'
        from access.role r
        where r.role = new.role and r.issuer_kind = v_issuer.kind
          and case v_issuer.kind when 'municipality' then new.municipality_code = v_issuer.municipality_code
                when 'district' then new.municipality_code is not null or new.district_code = v_issuer.district_code else true end);
    return new;
end
$$;
create trigger complete before insert or update on access.caller_grant for each row execute function access.complete_grant();
create function access.complete_grants() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update access.caller_grant set rights = null;
    return null;
end
$$;
create trigger complete_grants after insert or update or delete on access.issuer for each statement execute function access.complete_grants();
create trigger complete_grants after insert or update or delete on access.role for each statement execute function access.complete_grants();
create trigger complete_grants after insert or update or delete on access.role_right for each statement execute function access.complete_grants();
-- Of a migration's roles, too, which no trigger sees.
update access.caller_grant set rights = null;

-- A text as a field of the context, and back.
create function access.packed(p_text text) returns text language sql stable parallel safe as $$
    select '0' || encode(convert_to(p_text, 'UTF8'), 'hex') $$;
create function access.unpacked(p_field text) returns text language sql stable parallel safe as $$
    select convert_from(decode(substr(p_field, 2), 'hex'), 'UTF8') $$;
-- A field of this transaction's context, NULL when it is empty or there is none.
create function access.field(p_place integer) returns text language sql stable parallel safe as $$
    select nullif(split_part(current_setting('backtrace_functions'), ',', p_place), '') $$;

-- Why a grant could never hold, since `enter` would pass it over; NULL when it can: a municipality's issuer speaks for its
-- own municipality, a district's for itself and for officers of its municipalities, the operator's for the operator. A role
-- that reports for its own parties has parties of its municipality, one at least; no other role has any.
create function access.grant_fault(
    p_issuer text, p_role text, p_municipality text, p_district text, p_parties uuid[]
) returns text
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_issuer access.issuer;
    v_role access.role;
begin
    select * into v_issuer from access.issuer i where i.issuer = p_issuer;
    select * into v_role from access.role r where r.role = p_role and r.issuer_kind = v_issuer.kind;
    return case
        when v_issuer.issuer is null then 'issuer'
        when v_role.role is null then 'role'
        when p_municipality is not null and p_district is not null
            or v_role.place = 'service' and (p_municipality is not null or p_district is not null) then 'place'
        when v_issuer.kind = 'municipality' and p_municipality is distinct from v_issuer.municipality_code then 'municipality'
        when v_issuer.kind = 'district' and v_role.place = 'municipality' and not exists (select from app.municipality m
            where m.municipality_code = p_municipality and m.district_code = v_issuer.district_code) then 'municipality'
        when v_role.place = 'district' and p_district is distinct from v_issuer.district_code then 'district'
        when v_role.has_parties and cardinality(p_parties) = 0 then 'withoutParty'
        when not v_role.has_parties and cardinality(p_parties) > 0 then 'parties'
        when exists (select from unnest(p_parties) x where not exists (select from app.responsible_party p
            where p.municipality_code = p_municipality and p.party_id = x)) then 'party'
        end;
end
$$;
grant select (municipality_code, party_id, merged_into_id) on app.responsible_party to samverkan_access;
create policy access_reads on app.responsible_party for select to samverkan_access using (true);

-- The caller's grants that let it in somewhere today, and whether each lets it report, and sign or approve.
create function access.held_grants() returns table (role text, municipality_code text, district_code text, responsible_party_ids uuid[], reports boolean, signs boolean, seen_district_code text)
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    select g.role, g.municipality_code, g.district_code, g.responsible_party_ids,
        exists (select from access.role_right x where x.role = g.role and x.may like 'report.%'),
        exists (select from access.role_right x where x.role = g.role and x.may in ('content.write', 'signature.police')),
        -- Whose picture the police see, an officer of its own municipalities.
        g.issuer_district_code
    from access.caller_grant g
    where g.issuer = access.issuer() and g.subject = access.subject()
      and g.valid_from <= app.today() and (g.valid_until is null or g.valid_until >= app.today())
      and coalesce(access.grant_fault(g.issuer, g.role, g.municipality_code, g.district_code, '{}'), 'withoutParty') = 'withoutParty'
    order by g.municipality_code, g.district_code;
end
$$;
grant execute on function access.held_grants() to samverkan_municipality, samverkan_police, samverkan_operator;

-- What the context says, as SQL that stands in policies itself: nothing is called while rows are read. NULL without a context.
create function access.has_entered() returns boolean language sql stable parallel safe as $$ select current_setting('backtrace_functions') <> '' $$;
create function access.municipality() returns text language sql stable parallel safe as $$ select access.field(2) $$;
create function access.visible_municipalities() returns text[] language sql stable parallel safe as $$ select string_to_array(access.field(3), 'x') $$;
-- The first and the last of them.
create function access.visible_from() returns text language sql stable parallel safe as $$ select split_part(access.field(3), 'x', 1) $$;
create function access.visible_until() returns text language sql stable parallel safe as $$ select split_part(access.field(3), 'x', -1) $$;
create function access.district() returns text language sql stable parallel safe as $$ select access.unpacked(access.field(4)) $$;
create function access.role() returns text language sql stable parallel safe as $$ select access.unpacked(access.field(5)) $$;
create function access.responsible_parties() returns uuid[] language sql stable parallel safe as $$
    select string_to_array(nullif(substr(access.field(6), 3), ''), 'x')::uuid[] $$;
create function access.issuer() returns text language sql stable parallel safe as $$ select access.unpacked(access.field(7)) $$;
create function access.subject() returns text language sql stable parallel safe as $$ select access.unpacked(access.field(8)) $$;
create function access.actor() returns text language sql stable parallel safe as $$ select access.unpacked(access.field(9)) $$;

-- Whether the caller's role has a right, one of access.known_right. Whoever has entered nowhere has none. Only rights have underscores.
create function access.may(p_right text) returns boolean language sql stable parallel safe as $$
    select strpos(current_setting('backtrace_functions'), '__' || translate(p_right, '.', '_') || '__') > 0 $$;

-- Whether it reports for anybody at all.
create function access.reports() returns boolean language sql stable parallel safe as $$
    select access.may('report.any') or access.may('report.own') or access.may('report.police') $$;

-- The municipality that the caller may write in; NULL for whoever may not.
create function access.coordinated_municipality() returns text language sql stable parallel safe as $$
    select case when access.may('content.write') then access.municipality() end $$;

-- Today where the municipalities are, whatever the session's time zone.
create function app.today() returns date language sql stable parallel safe as $$ select (pg_catalog.now() at time zone 'Europe/Stockholm')::date $$;

-- Every caller sees its own grants (`/me`); the operator sees them all, and issuers.
grant select on access.caller_grant to samverkan_municipality, samverkan_police, samverkan_operator;
grant select on access.issuer to samverkan_operator;
create policy municipality_reads on access.caller_grant for select to samverkan_municipality
    using (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy police_reads on access.caller_grant for select to samverkan_police
    using (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy operator_reads on access.caller_grant for select to samverkan_operator
    using ((select access.may('tenants.read')) or (issuer = (select access.issuer()) and subject = (select access.subject())));
create policy operator_reads on access.issuer for select to samverkan_operator
    using ((select access.may('tenants.read')));

-- Everyone who writes keeps keys of their own.
grant select, insert (municipality_code, issuer, subject, key, request_hash, made) on access.idempotency_key
    to samverkan_municipality, samverkan_police;
create policy municipality_reads on access.idempotency_key for select to samverkan_municipality
    using (municipality_code = (select access.municipality()) and issuer = (select access.issuer()) and subject = (select access.subject()));
create policy municipality_inserts on access.idempotency_key for insert to samverkan_municipality
    with check (municipality_code = (select access.municipality()) and issuer = (select access.issuer()) and subject = (select access.subject()));
create policy police_reads on access.idempotency_key for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and issuer = (select access.issuer()) and subject = (select access.subject()));
create policy police_inserts on access.idempotency_key for insert to samverkan_police
    with check (municipality_code = any ((select access.visible_municipalities())::text[])
        and issuer = (select access.issuer()) and subject = (select access.subject()));

grant execute on function access.enter(text, text, text, text, text, text, bigint)
    to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator;
grant execute on function access.packed(text), access.unpacked(text), access.field(integer), access.has_entered(), access.municipality(), access.district(), access.role(),
    access.responsible_parties(), access.issuer(), access.subject(), access.actor(), access.coordinated_municipality(),
    access.may(text), access.reports(), access.visible_municipalities(), access.visible_from(), access.visible_until()
    to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator, samverkan_access, samverkan_audit, samverkan_lock;
grant execute on function app.today(), app.uuidv7()
    to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator, samverkan_access, samverkan_lock;
