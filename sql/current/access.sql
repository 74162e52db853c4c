-- Who may enter, and the sealed context that every policy reads.
grant usage on schema access to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator,
    samverkan_bi_reader, samverkan_access, samverkan_audit, samverkan_lock;
grant usage on schema app to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator,
    samverkan_bi_reader, samverkan_access, samverkan_audit, samverkan_lock;

-- The definer role reads what `enter` and `bi_scope` need; nobody can become it.
grant select on access.seal, access.issuer, access.caller_grant, access.role, access.role_right, access.bi_login to samverkan_access;
grant select (municipality_code, district_code) on app.municipality to samverkan_access;
create policy access_reads on access.seal for select to samverkan_access using (true);
create policy access_reads on access.issuer for select to samverkan_access using (true);
create policy access_reads on access.caller_grant for select to samverkan_access using (true);
create policy access_reads on access.role for select to samverkan_access using (true);
create policy access_reads on access.role_right for select to samverkan_access using (true);
create policy access_reads on access.bi_login for select to samverkan_access using (true);
create policy access_reads on app.municipality for select to samverkan_access using (true);

-- `migrate`, `bi-login`, `grant` and `municipality` act as the owner on these tables; forced row-level security holds it too.
create policy owner_maintains on access.seal to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.bi_login to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.issuer to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.caller_grant to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.role to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.known_right to samverkan_owner using (true) with check (true);
create policy owner_maintains on access.role_right to samverkan_owner using (true) with check (true);
create policy owner_maintains on app.police_district to samverkan_owner using (true) with check (true);
create policy owner_maintains on app.municipality to samverkan_owner using (true) with check (true);

-- Lets one request in: checks the server's key, that the login is the issuer's, and the caller's grant, then sets
-- the context for this transaction. Without a subject it opens the public context.
-- SV001 the server key, login or session is wrong; SV002 the caller has no grant here; SV503 nobody waits for it any more.
--
-- The seal is a digest over context, backend and transaction, keyed with a secret that no login can read, and nested so
-- that one digest tells nothing about a longer text. It is written out here and in access.context: as a function of its
-- own it doubles the cost of both, and every table of every statement asks for the context once.
create function access.enter(
    p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text,
    -- Until when this must have begun, in milliseconds since 1970. A database that was silent reads what its clients have given up.
    p_deadline bigint default null
) returns void
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_secret bytea;
    v_issuer record;
    v_grant record;
    v_context text;
    v_today date := (now() at time zone 'Europe/Stockholm')::date;
begin
    if p_deadline < extract(epoch from clock_timestamp()) * 1000 then
        raise exception 'nobody waits for it any more' using errcode = 'SV503', constraint = 'call_deadline';
    end if;
    -- The server prepares its statements through the protocol. One prepared in SQL was put there by somebody else, perhaps
    -- under the name of one of the server's, to see the next caller's key and rows. A cursor with hold keeps the last caller's.
    if exists (select from pg_prepared_statements s where s.from_sql) or exists (select from pg_cursors c where c.is_holdable) then
        raise exception 'the session is not the server''s alone' using errcode = 'SV001', constraint = 'server_session';
    end if;
    select s.secret into v_secret from access.seal s where s.server_key_hash = sha256(convert_to(p_server_key, 'UTF8'));
    if v_secret is null then
        raise exception 'the server key is wrong' using errcode = 'SV001', constraint = 'server_key';
    end if;
    if p_subject is null then
        if session_user <> 'samverkan_public' then
            raise exception 'this login is not the public one' using errcode = 'SV001', constraint = 'server_login';
        end if;
        v_context := array[p_municipality, null, 'public', null, null, null, null, null]::text;
    else
        select i.kind, i.municipality_code, i.district_code into v_issuer from access.issuer i where i.issuer = p_issuer;
        if not found then
            raise exception 'no grant' using errcode = 'SV002', constraint = 'caller_grant';
        end if;
        if session_user <> (case v_issuer.kind when 'municipality' then 'samverkan_municipality'
                            when 'district' then 'samverkan_police' else 'samverkan_operator' end) then
            raise exception 'this login is not the issuer''s' using errcode = 'SV001', constraint = 'server_login';
        end if;
        -- A municipality's issuer speaks for its own municipality only; the most particular grant wins.
        select g.role, g.municipality_code, g.district_code, r.has_parties, g.responsible_party_ids,
            array(select x.may from access.role_right x where x.role = g.role order by x.may) as rights into v_grant
        from access.caller_grant g join access.role r on r.role = g.role and r.issuer_kind = v_issuer.kind
        where g.issuer = p_issuer and g.subject = p_subject
          and g.valid_from <= v_today and (g.valid_until is null or g.valid_until >= v_today)
          and case v_issuer.kind
                when 'municipality' then g.municipality_code = v_issuer.municipality_code
                    and (p_municipality is null or g.municipality_code = p_municipality) and p_district is null
                -- An officer's grant opens drafts, so it ends with the municipality's move to another district.
                when 'district' then (g.district_code = v_issuer.district_code or exists (
                        select from app.municipality m where m.municipality_code = g.municipality_code and m.district_code = v_issuer.district_code))
                    and (p_municipality is null or g.municipality_code = p_municipality or g.district_code is not null)
                    and (p_district is null or g.district_code = p_district)
                else p_district is null
              end
        order by g.municipality_code nulls last
        limit 1;
        if not found then
            raise exception 'no grant' using errcode = 'SV002', constraint = 'caller_grant';
        end if;
        -- Who reports for a party reports for what it has become, and for what was merged into that.
        if v_grant.has_parties then
            v_grant.responsible_party_ids := array(
                select distinct q.party_id from app.responsible_party p
                join app.responsible_party q on q.municipality_code = p.municipality_code
                    and coalesce(q.merged_into_id, q.party_id) = coalesce(p.merged_into_id, p.party_id)
                where p.municipality_code = v_grant.municipality_code and p.party_id = any (v_grant.responsible_party_ids));
        end if;
        if p_municipality is null and p_district is null then
            v_context := array[null, null, null, null, p_issuer, p_subject, p_actor, null]::text;
        else
            -- The municipality stands there for those who may read all of it: that is what most policies ask.
            v_context := array[case when 'content.read' = any (v_grant.rights) then v_grant.municipality_code end, v_grant.district_code,
                v_grant.role, case when v_grant.has_parties then v_grant.responsible_party_ids::text else '{}' end,
                p_issuer, p_subject, p_actor, v_grant.rights::text]::text;
        end if;
    end if;
    perform set_config('samverkan.context', v_context, true),
        set_config('samverkan.seal', encode(sha256(v_secret || sha256(v_secret || convert_to(
            v_context || pg_backend_pid() || '|' || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex'), true);
end
$$;

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
create function access.held_grants() returns table (role text, municipality_code text, district_code text, responsible_party_ids uuid[], reports boolean, signs boolean)
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_context text[] := access.context();
begin
    return query
    select g.role, g.municipality_code, g.district_code, g.responsible_party_ids,
        exists (select from access.role_right x where x.role = g.role and x.may like 'report.%'),
        exists (select from access.role_right x where x.role = g.role and x.may in ('content.write', 'signature.police'))
    from access.caller_grant g
    where g.issuer = v_context[5] and g.subject = v_context[6]
      and g.valid_from <= app.today() and (g.valid_until is null or g.valid_until >= app.today())
      and coalesce(access.grant_fault(g.issuer, g.role, g.municipality_code, g.district_code, '{}'), 'withoutParty') = 'withoutParty'
    order by g.municipality_code, g.district_code;
end
$$;
grant execute on function access.held_grants() to samverkan_municipality, samverkan_police, samverkan_operator;

-- The context of this transaction, or NULL when there is none or its seal is broken: 1 municipality, 2 district,
-- 3 role, 4 responsible parties, 5 issuer, 6 subject, 7 name, 8 rights.
-- Restricted, not safe: a parallel worker has another pid, and would silently see no rows.
create function access.context() returns text[]
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    -- A setting once used reads '' afterwards, not NULL.
    v_context text := nullif(current_setting('samverkan.context', true), '');
    v_secret bytea;
begin
    if v_context is null then
        return null;
    end if;
    select s.secret into v_secret from access.seal s;
    if current_setting('samverkan.seal', true) is distinct from encode(sha256(v_secret || sha256(v_secret || convert_to(
        v_context || pg_backend_pid() || '|' || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex') then
        return null;
    end if;
    return v_context::text[];
end
$$;

create function access.municipality() returns text language sql stable parallel restricted as $$ select (access.context())[1] $$;
create function access.district() returns text language sql stable parallel restricted as $$ select (access.context())[2] $$;
create function access.role() returns text language sql stable parallel restricted as $$ select (access.context())[3] $$;
create function access.responsible_parties() returns uuid[] language sql stable parallel restricted as $$
    select (access.context())[4]::uuid[] $$;
create function access.issuer() returns text language sql stable parallel restricted as $$ select (access.context())[5] $$;
create function access.subject() returns text language sql stable parallel restricted as $$ select (access.context())[6] $$;
create function access.actor() returns text language sql stable parallel restricted as $$ select (access.context())[7] $$;

-- Whether the caller's role has a right, one of access.known_right. Whoever has entered nowhere has none.
create function access.may(p_right text) returns boolean language sql stable parallel restricted as $$
    select coalesce(p_right = any ((access.context())[8]::text[]), false) $$;

-- Whether it reports for anybody at all.
create function access.reports() returns boolean language sql stable parallel restricted as $$
    select coalesce((access.context())[8]::text[] && array['report.any', 'report.own', 'report.police'], false) $$;

-- The municipality that the caller may write in; NULL for whoever may not.
create function access.coordinated_municipality() returns text language sql stable parallel restricted as $$
    select c[1] from (select access.context() as c) s where 'content.write' = any (c[8]::text[]) $$;

-- Municipalities of which the police may see something: those whose agreement, from proposed on, names the caller's
-- district, and the one whose officer the caller is. Every policy for the police begins with it, so that no statement
-- looks at rows of others, not even to leave them out.
create function access.visible_municipalities() returns text[]
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_context text[] := access.context();
begin
    return array(
        select a.municipality_code from app.agreement a where a.district_code = v_context[2] and a.state not in ('draft', 'withdrawn')
        union
        select v_context[1] where v_context[1] is not null);
end
$$;

-- Today where the municipalities are, whatever the session's time zone.
create function app.today() returns date language sql stable parallel safe as $$ select (pg_catalog.now() at time zone 'Europe/Stockholm')::date $$;

-- Which municipalities a BI login sees. From session_user alone: a BI tool can SET whatever it likes.
create function access.bi_scope() returns text[]
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_login access.bi_login;
begin
    select * into v_login from access.bi_login b where b.login_name = session_user;
    if v_login.district_code is null then
        return coalesce(v_login.municipality_codes, '{}');
    end if;
    return (select coalesce(array_agg(m.municipality_code), '{}') from (
        select m.municipality_code from app.municipality m where m.district_code = v_login.district_code
        union
        select a.municipality_code from app.agreement a where a.district_code = v_login.district_code and a.state not in ('draft', 'withdrawn')) m);
end
$$;

-- The district a BI login is bound to, so that it sees only what that district signed; '' when bound to municipalities.
create function access.bi_district() returns text
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((select b.district_code from access.bi_login b where b.login_name = session_user), '');
end
$$;

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
grant execute on function access.context(), access.municipality(), access.district(), access.role(),
    access.responsible_parties(), access.issuer(), access.subject(), access.actor(), access.coordinated_municipality(),
    access.may(text), access.reports(), access.visible_municipalities()
    to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator, samverkan_audit, samverkan_lock;
grant execute on function app.today(), app.uuidv7()
    to samverkan_municipality, samverkan_police, samverkan_public, samverkan_operator, samverkan_access, samverkan_lock, samverkan_bi_reader;
grant execute on function access.bi_scope(), access.bi_district() to samverkan_bi_reader;
