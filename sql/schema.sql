--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: access; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA access;


--
-- Name: SCHEMA access; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA access IS 'Vem som får komma in, som vad, och till när någon väntar på svaret';


--
-- Name: app; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA app;


--
-- Name: SCHEMA app; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA app IS 'Kommunernas innehåll: varje tabell börjar med kommunkoden';


--
-- Name: audit; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA audit;


--
-- Name: SCHEMA audit; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA audit IS 'Ändringslogg som bara kan växa';


--
-- Name: bi; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA bi;


--
-- Name: SCHEMA bi; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA bi IS 'Vyer för BI-verktyg, endast fastställda handlingar';


--
-- Name: extensions; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA extensions;


--
-- Name: swedish; Type: COLLATION; Schema: app; Owner: -
--

CREATE COLLATION app.swedish (provider = icu, locale = 'sv');


--
-- Name: COLLATION swedish; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON COLLATION app.swedish IS 'Svensk bokstavsordning';


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA extensions;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: actor(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.actor() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$ select (access.context())[7] $$;


--
-- Name: bi_district(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.bi_district() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return coalesce((select b.district_code from access.bi_login b where b.login_name = session_user), '');
end
$$;


--
-- Name: bi_scope(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.bi_scope() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
        select a.municipality_code from app.agreement a where a.district_code = v_login.district_code and a.state <> 'draft') m);
end
$$;


--
-- Name: context(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.context() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: coordinated_municipality(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.coordinated_municipality() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$
    select c[1] from (select access.context() as c) s where 'content.write' = any (c[8]::text[]) $$;


--
-- Name: district(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.district() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$ select (access.context())[2] $$;


--
-- Name: enter(text, text, text, text, text, text, bigint); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: follow_merge(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.follow_merge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update access.caller_grant g set responsible_party_ids = g.responsible_party_ids || new.merged_into_id
    where g.municipality_code = new.municipality_code and new.party_id = any (g.responsible_party_ids)
      and new.merged_into_id <> all (g.responsible_party_ids);
    return null;
end
$$;


--
-- Name: grant_fault(text, text, text, text, uuid[]); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.grant_fault(p_issuer text, p_role text, p_municipality text, p_district text, p_parties uuid[]) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: held_grants(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.held_grants() RETURNS TABLE(role text, municipality_code text, district_code text, responsible_party_ids uuid[], reports boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_context text[] := access.context();
begin
    return query
    select g.role, g.municipality_code, g.district_code, g.responsible_party_ids,
        exists (select from access.role_right x where x.role = g.role and x.may like 'report.%')
    from access.caller_grant g
    where g.issuer = v_context[5] and g.subject = v_context[6]
      and g.valid_from <= app.today() and (g.valid_until is null or g.valid_until >= app.today())
      and coalesce(access.grant_fault(g.issuer, g.role, g.municipality_code, g.district_code, '{}'), 'withoutParty') = 'withoutParty'
    order by g.municipality_code, g.district_code;
end
$$;


--
-- Name: issuer(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.issuer() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$ select (access.context())[5] $$;


--
-- Name: may(text); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.may(p_right text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$
    select coalesce(p_right = any ((access.context())[8]::text[]), false) $$;


--
-- Name: municipality(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.municipality() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$ select (access.context())[1] $$;


--
-- Name: reports(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.reports() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$
    select coalesce((access.context())[8]::text[] && array['report.any', 'report.own', 'report.police'], false) $$;


--
-- Name: responsible_parties(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.responsible_parties() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$
    select (access.context())[4]::uuid[] $$;


--
-- Name: role(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.role() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$ select (access.context())[3] $$;


--
-- Name: schema_version(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.schema_version() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$ select '0017_roles'::text $$;


--
-- Name: FUNCTION schema_version(); Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON FUNCTION access.schema_version() IS 'Schemats version: den senaste migreringens namn';


--
-- Name: subject(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.subject() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$ select (access.context())[6] $$;


--
-- Name: visible_municipalities(); Type: FUNCTION; Schema: access; Owner: -
--

CREATE FUNCTION access.visible_municipalities() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text[] := access.context();
begin
    return array(
        select a.municipality_code from app.agreement a where a.district_code = v_context[2] and a.state <> 'draft'
        union
        select v_context[1] where v_context[1] is not null);
end
$$;


--
-- Name: admit_agreement_part(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_agreement_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_municipality text := case tg_op when 'DELETE' then old.municipality_code else new.municipality_code end;
    v_agreement_id uuid := case tg_op when 'DELETE' then old.agreement_id else new.agreement_id end;
    v_agreement record;
begin
    update app.agreement a set version = a.version
    where a.municipality_code = v_municipality and a.agreement_id = v_agreement_id and a.xmin <> pg_current_xact_id()::xid;
    select a.state, a.version into v_agreement from app.agreement a where a.municipality_code = v_municipality and a.agreement_id = v_agreement_id;
    if v_agreement.state is distinct from 'draft' then
        perform app.refuse('agreement_locked', 'agreement', v_agreement.state, v_agreement.version - 1);
    end if;
    return null;
end
$$;


--
-- Name: admit_comment(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_comment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_document record;
begin
    if new.agreement_id is not null then
        select 'agreement' as kind, a.state, a.version into v_document from app.agreement a
        where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id for share;
    elsif new.picture_id is not null then
        select 'picture' as kind, p.state, p.version into v_document from app.situational_picture p
        where p.municipality_code = new.municipality_code and p.picture_id = new.picture_id for share;
    else
        select 'plan' as kind, p.state, p.version into v_document from app.action_plan p
        where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id for share;
    end if;
    if v_document.state is distinct from 'draft' then
        perform app.refuse('comment_on_draft', v_document.kind, v_document.state, v_document.version);
    end if;
    return null;
end
$$;


--
-- Name: admit_follow_up(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_follow_up() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
        select f.plan_id, f.measure_id, f.party_id into v_corrected from app.follow_up f
        where f.municipality_code = new.municipality_code and f.follow_up_id = new.corrects_follow_up_id;
        if (v_corrected.plan_id, v_corrected.measure_id, v_corrected.party_id) is distinct from (new.plan_id, new.measure_id, new.party_id) then
            raise exception 'a correction speaks for the same party and measure' using errcode = 'SV100',
                constraint = 'follow_up_correction_party', table = tg_table_name;
        end if;
    end if;
    return null;
end
$$;


--
-- Name: admit_picture_part(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_picture_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
    return null;
end
$$;


--
-- Name: admit_picture_revision(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_picture_revision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: admit_plan_part(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_plan_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_municipality text := case tg_op when 'DELETE' then old.municipality_code else new.municipality_code end;
    v_plan_id uuid := case tg_op when 'DELETE' then old.plan_id else new.plan_id end;
    v_plan record;
begin
    update app.action_plan p set version = p.version
    where p.municipality_code = v_municipality and p.plan_id = v_plan_id and p.xmin <> pg_current_xact_id()::xid;
    select p.state, p.version into v_plan from app.action_plan p where p.municipality_code = v_municipality and p.plan_id = v_plan_id;
    if v_plan.state is distinct from 'draft' then
        perform app.refuse('plan_locked', 'plan', v_plan.state, v_plan.version - 1);
    end if;
    return null;
end
$$;


--
-- Name: admit_prolongation(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_prolongation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_agreement record;
begin
    update app.agreement a set version = a.version
    where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id
    returning a.state, a.version - 1 as version, a.effective_end, a.replaced_by_id into v_agreement;
    if v_agreement.replaced_by_id is not null then
        perform app.refuse('agreement_replaced', 'agreement', 'replaced', v_agreement.version);
    end if;
    if v_agreement.state is distinct from 'signed' then
        perform app.refuse('agreement_not_signed', 'agreement', v_agreement.state, v_agreement.version);
    end if;
    if v_agreement.effective_end is null or new.effective_end <= v_agreement.effective_end then
        raise exception 'ends no later' using errcode = 'SV100', constraint = 'prolongation_not_longer';
    end if;
    insert into app.signature (municipality_code, agreement_id, signature_id, position, party, name, title, body, prolongation_id)
    select s.municipality_code, s.agreement_id, app.uuidv7(), s.position, s.party, s.name, s.title, s.body, new.prolongation_id
    from app.signature s
    where s.municipality_code = new.municipality_code and s.agreement_id = new.agreement_id and s.prolongation_id is null;
    return null;
end
$$;


--
-- Name: admit_responsibility(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_responsibility() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: admit_revision(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_revision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: admit_signature(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_signature() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_row app.signature := case tg_op when 'DELETE' then old else new end;
    v_digests text[] := array['content_sha256', 'annexes_sha256', 'form'];
    v_agreement record;
    v_prolongation record;
    v_form text;
    v_content text;
    v_annexes text;
begin
    if tg_op = 'UPDATE' and old.signed_on is not null and new.signed_on is not null and old.content_sha256 is null
        and to_jsonb(new) - v_digests = to_jsonb(old) - v_digests
    then
        return null;
    end if;
    update app.agreement a set version = a.version
    where a.municipality_code = v_row.municipality_code and a.agreement_id = v_row.agreement_id and a.xmin <> pg_current_xact_id()::xid;
    select a.state, a.version - 1 as version into v_agreement from app.agreement a
    where a.municipality_code = v_row.municipality_code and a.agreement_id = v_row.agreement_id;
    select p.state, p.effective_end, p.reason, p.xmin = pg_current_xact_id()::xid as is_new into v_prolongation from app.prolongation p
    where p.municipality_code = v_row.municipality_code and p.prolongation_id = v_row.prolongation_id for update;

    if tg_op <> 'UPDATE' or new.signed_on is null or old.signed_on is not null then
        -- A signer, or a signature that a return to draft voids.
        if old.signed_on is not null and new.signed_on is not null then
            perform app.refuse('signature_made', 'agreement', v_agreement.state, v_agreement.version);
        elsif v_row.prolongation_id is null and v_agreement.state is distinct from 'draft'
            or v_row.prolongation_id is not null and not (tg_op = 'INSERT' and v_prolongation.is_new)
        then
            perform app.refuse('agreement_locked', 'agreement', v_agreement.state, v_agreement.version);
        end if;
        return null;
    end if;
    if v_row.prolongation_id is null and v_agreement.state is distinct from 'proposed' then
        perform app.refuse('agreement_not_proposed', 'agreement', v_agreement.state, v_agreement.version);
    elsif v_row.prolongation_id is not null and v_prolongation.state <> 'proposed' then
        perform app.refuse('prolongation_not_proposed', 'prolongation', v_prolongation.state, v_agreement.version);
    elsif (new.party, new.position, new.signature_id) is distinct from (old.party, old.position, old.signature_id) then
        perform app.refuse('agreement_locked', 'agreement', v_agreement.state, v_agreement.version);
    elsif new.signed_on > app.today() or new.signed_on < date '1990-01-01' then
        raise exception 'not a day of signing' using errcode = 'SV100', constraint = 'signature_day';
    end if;

    -- In the form that the first one signed in, whatever release that was.
    v_form := coalesce((
        select s.form from app.signature s
        where s.municipality_code = new.municipality_code and s.agreement_id = new.agreement_id
          and s.prolongation_id is not distinct from new.prolongation_id and s.form is not null limit 1), app.signed_form());
    if v_row.prolongation_id is null then
        v_content := app.canonical(v_form, 'agreement', new.municipality_code, new.agreement_id);
        v_annexes := app.canonical(v_form, 'annexes', new.municipality_code, new.agreement_id);
    else
        v_content := app.canonical(v_form, 'prolongation', new.municipality_code, new.prolongation_id);
    end if;
    if exists (
        select from app.signature s
        where s.municipality_code = new.municipality_code and s.agreement_id = new.agreement_id
          and s.prolongation_id is not distinct from new.prolongation_id and s.signature_id <> new.signature_id
          and s.content_sha256 is not null and (s.content_sha256, s.annexes_sha256)
            is distinct from (sha256(convert_to(v_content, 'UTF8')), sha256(convert_to(v_annexes, 'UTF8'))))
    then
        raise exception 'not what the first one signed' using errcode = 'SV100', constraint = 'signature_content_differs';
    end if;
    insert into app.signed_text (municipality_code, agreement_id, sha256, form, text)
    select new.municipality_code, new.agreement_id, sha256(convert_to(x.text, 'UTF8')), v_form, x.text
    from unnest(array[v_content, v_annexes]) x (text) where x.text is not null
    on conflict do nothing;
    update app.signature s
    set content_sha256 = sha256(convert_to(v_content, 'UTF8')), annexes_sha256 = sha256(convert_to(v_annexes, 'UTF8')), form = v_form
    where s.municipality_code = new.municipality_code and s.signature_id = new.signature_id;
    if not exists (
        select from app.signature s
        where s.municipality_code = new.municipality_code and s.agreement_id = new.agreement_id
          and s.prolongation_id is not distinct from new.prolongation_id and s.content_sha256 is null)
    then
        if new.prolongation_id is null then
            -- What it replaces ends the day before it begins.
            update app.agreement o set effective_end = a.period_start - 1, replaced_by_id = a.agreement_id
            from app.agreement a
            where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id
              and o.municipality_code = a.municipality_code and o.agreement_id = a.predecessor_id and o.period_start < a.period_start and o.replaced_by_id is null
              and (o.effective_end is null or o.effective_end >= a.period_start);
            update app.agreement a set state = 'signed'
            where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id;
        else
            update app.prolongation p set state = 'signed'
            where p.municipality_code = new.municipality_code and p.prolongation_id = new.prolongation_id;
            update app.agreement a set effective_end = v_prolongation.effective_end
            where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id;
        end if;
    end if;
    return null;
end
$$;


--
-- Name: admit_unplanned_work(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.admit_unplanned_work() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: adopt_plan(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.adopt_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
        perform app.derive_measure(new.municipality_code, new.plan_id, v_part.measure_id, v_part.lineage_id, v_plans, null);
    end loop;
    return null;
end
$$;


--
-- Name: agreement_acts(text, uuid, text, boolean); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(string_agg(a.act, ' ' order by a.place), '')
    from string_to_table(nullif(app.permitted_acts('agreement', p_state), ''), ' ') with ordinality a (act, place)
    where case a.act
        when 'proposal' then (select count(distinct s.party) from app.signature s
            where s.municipality_code = p_municipality and s.agreement_id = p_agreement and s.prolongation_id is null) = 2
        when 'signatures' then app.has_left_to_sign(p_municipality, p_agreement, null)
        when 'return' then true
        else not p_is_replaced end
$$;


--
-- Name: arrange_picture(text, uuid, uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.arrange_picture(p_municipality text, p_picture uuid, p_moved uuid, p_position integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: arrange_plan(text, uuid, uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.arrange_plan(p_municipality text, p_plan uuid, p_moved uuid, p_position integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: begin_agreement(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.begin_agreement() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    -- Whoever sees the municipality sees its district; nobody names another.
    new.district_code := coalesce((select m.district_code from app.municipality m where m.municipality_code = new.municipality_code), new.district_code);
    new.effective_end := new.period_end;
    perform app.require_replaceable(new.municipality_code, new.predecessor_id);
    return new;
end
$$;


--
-- Name: begin_edit(text, text, uuid, integer, boolean); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean DEFAULT true) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_row record;
    v_seen boolean := true;
begin
    case p_kind
    when 'plan' then
        select state, version into v_row from app.action_plan where municipality_code = p_municipality and plan_id = p_id for update;
        if not found then
            v_seen := exists (select from app.action_plan where municipality_code = p_municipality and plan_id = p_id);
        elsif p_changes then
            update app.action_plan set version = version where municipality_code = p_municipality and plan_id = p_id;
        end if;
    when 'agreement' then
        select state, version into v_row from app.agreement where municipality_code = p_municipality and agreement_id = p_id for update;
        if not found then
            v_seen := exists (select from app.agreement where municipality_code = p_municipality and agreement_id = p_id);
        elsif p_changes then
            update app.agreement set version = version where municipality_code = p_municipality and agreement_id = p_id;
        end if;
    when 'picture' then
        select state, version into v_row from app.situational_picture where municipality_code = p_municipality and picture_id = p_id for update;
        if not found then
            v_seen := exists (select from app.situational_picture where municipality_code = p_municipality and picture_id = p_id);
        elsif p_changes then
            update app.situational_picture set version = version where municipality_code = p_municipality and picture_id = p_id;
        end if;
    when 'party' then
        select 'draft' as state, version into v_row from app.responsible_party where municipality_code = p_municipality and party_id = p_id for update;
        if not found then
            v_seen := exists (select from app.responsible_party where municipality_code = p_municipality and party_id = p_id);
        elsif p_changes then
            update app.responsible_party set version = version where municipality_code = p_municipality and party_id = p_id;
        end if;
    end case;
    if not v_seen then
        raise exception 'nothing to see' using errcode = 'SV404', constraint = 'document';
    elsif v_row.version is null then
        raise exception 'not the caller''s to write' using errcode = '42501';
    end if;
    perform app.is_version(v_row.version, p_expected);
    if v_row.state <> 'draft' then
        perform app.refuse(p_kind || '_locked', p_kind, v_row.state, v_row.version);
    end if;
end
$$;


--
-- Name: begin_picture(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.begin_picture() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.district_code := coalesce((select m.district_code from app.municipality m where m.municipality_code = new.municipality_code), new.district_code);
    return new;
end
$$;


--
-- Name: canonical(text, text, text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.canonical(p_form text, p_kind text, p_municipality text, p_id uuid) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return case p_form || ' ' || p_kind
        when 'v1 agreement' then app.canonical_agreement_v1(p_municipality, p_id)
        when 'v1 annexes' then app.canonical_annexes_v1(p_municipality, p_id)
        when 'v1 prolongation' then app.canonical_prolongation_v1(p_municipality, p_id)
    end;
end
$$;


--
-- Name: canonical_agreement_v1(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.canonical_agreement_v1(p_municipality text, p_agreement uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select jsonb_build_object(
        'title', a.title, 'policeDistrict', a.district_code, 'parties', a.parties, 'purpose', a.purpose, 'scope', a.scope,
        'outsideScope', a.outside_scope, 'periodStart', a.period_start, 'periodEnd', a.period_end,
        'sections', (select jsonb_agg(jsonb_build_array(s.heading, s.text) order by s.position) from app.agreement_section s
            where s.municipality_code = a.municipality_code and s.agreement_id = a.agreement_id),
        'signers', (select jsonb_agg(jsonb_build_array(s.party, s.position) order by s.position) from app.signature s
            where s.municipality_code = a.municipality_code and s.agreement_id = a.agreement_id and s.prolongation_id is null))::text
    from app.agreement a where a.municipality_code = p_municipality and a.agreement_id = p_agreement
$$;


--
-- Name: canonical_annexes_v1(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.canonical_annexes_v1(p_municipality text, p_agreement uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select jsonb_build_object(
        'actionPlans', (
            select jsonb_agg(jsonb_build_object('year', p.year, 'periodStart', p.period_start, 'periodEnd', p.period_end,
                'introduction', p.introduction, 'notes', p.notes,
                'priorityAreas', (select jsonb_agg(jsonb_build_array(a.title, a.description, a.theme) order by a.position) from app.priority_area a
                    where a.municipality_code = p.municipality_code and a.plan_id = p.plan_id),
                'causes', (select jsonb_agg(jsonb_build_array(a.position, c.text) order by a.position, c.position)
                    from app.cause c join app.priority_area a on a.municipality_code = c.municipality_code and a.plan_id = c.plan_id and a.area_id = c.area_id
                    where c.municipality_code = p.municipality_code and c.plan_id = p.plan_id),
                'measures', (select jsonb_agg(jsonb_build_array(a.position, c.position, m.text, m.planned_follow_up, m.target, m.schedule, m.notes,
                        m.starts_on, m.ends_on, m.quantity, m.unit, (
                            select jsonb_agg(jsonb_build_array(r.party_id, r.lead) order by r.position, r.party_id) from app.responsibility r
                            where r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id)) order by m.position, m.measure_id)
                    from app.measure m
                    join app.priority_area a on a.municipality_code = m.municipality_code and a.plan_id = m.plan_id and a.area_id = m.area_id
                    left join app.cause c on c.municipality_code = m.municipality_code and c.plan_id = m.plan_id and c.cause_id = m.cause_id
                    where m.municipality_code = p.municipality_code and m.plan_id = p.plan_id)) order by p.year, p.plan_id)
            from app.action_plan p
            where p.municipality_code = p_municipality and p.agreement_id = p_agreement and p.state <> 'superseded'),
        'promises', (select jsonb_agg(jsonb_build_array(x.promisor, x.text) order by x.position) from app.promise x
            where x.municipality_code = p_municipality and x.agreement_id = p_agreement and x.state <> 'withdrawn'))::text
$$;


--
-- Name: canonical_prolongation_v1(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.canonical_prolongation_v1(p_municipality text, p_prolongation uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select jsonb_build_object('agreement', app.canonical_agreement_v1(p.municipality_code, p.agreement_id),
        'effectiveEnd', p.effective_end, 'reason', p.reason)::text
    from app.prolongation p where p.municipality_code = p_municipality and p.prolongation_id = p_prolongation
$$;


--
-- Name: change_contact(text, uuid, uuid, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.change_contact(p_municipality text, p_measure uuid, p_party uuid, p_contact uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: check_follow_ups(text, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.check_follow_ups(p_municipality text, p_lines jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_faults jsonb;
begin
    select jsonb_agg(jsonb_build_object('line', l.line, 'fault', l.fault, 'state', l.state, 'parties', l.parties) order by l.line) into v_faults
    from (
        select x.ordinality - 1 as line, case
            when m.measure_id is null then 'measure'
            when p.state <> 'adopted' then 'state'
            when (x.value ->> 'period_start')::date < p.period_start or (x.value ->> 'period_end')::date > p.period_end then 'period'
            when (x.value ->> 'period_start')::date > app.today() and x.value ->> 'status' not in ('notStarted', 'cancelled') then 'future'
            when x.value ->> 'party_id' is not null and r.party_id is null then 'party'
            when s.parties <> '[]' then 'speaker'
            end as fault, p.state, s.parties
        from jsonb_array_elements(p_lines) with ordinality x
        left join app.measure m on m.municipality_code = p_municipality and m.measure_id = (x.value ->> 'measure_id')::uuid
        left join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
        left join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id
            and r.party_id = (x.value ->> 'party_id')::uuid
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


--
-- Name: count_version(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.count_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.version := old.version + 1;
    return new;
end
$$;


--
-- Name: counted_plans(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.counted_plans(p_municipality text, p_plan uuid) RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: uuidv7(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.uuidv7() RETURNS uuid
    LANGUAGE sql PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select encode(
        set_byte(
            overlay(
                uuid_send(gen_random_uuid())
                placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                from 1 for 6
            ),
            6, (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112
        ), 'hex')::uuid
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: follow_up; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.follow_up (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    follow_up_id uuid DEFAULT app.uuidv7() NOT NULL,
    party_id uuid,
    corrects_follow_up_id uuid,
    period_start date NOT NULL,
    period_end date NOT NULL,
    status text NOT NULL,
    text text,
    reason text,
    quantity numeric,
    unit text,
    approximate boolean DEFAULT false NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    recorded_by text DEFAULT ''::text NOT NULL,
    lineage_id uuid NOT NULL,
    CONSTRAINT follow_up_check CHECK ((period_end >= period_start)),
    CONSTRAINT follow_up_check1 CHECK ((corrects_follow_up_id <> follow_up_id)),
    CONSTRAINT follow_up_quantity_check CHECK (((quantity >= (0)::numeric) AND (quantity < '1000000000000'::numeric) AND (scale(quantity) <= 6))),
    CONSTRAINT follow_up_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT follow_up_reason_required CHECK (((status <> ALL (ARRAY['notDone'::text, 'partlyDone'::text, 'cancelled'::text])) OR (reason IS NOT NULL))),
    CONSTRAINT follow_up_status_check CHECK ((status = ANY (ARRAY['notStarted'::text, 'ongoing'::text, 'done'::text, 'partlyDone'::text, 'notDone'::text, 'cancelled'::text]))),
    CONSTRAINT follow_up_text_check CHECK ((text <> ''::text)),
    CONSTRAINT follow_up_unit_check CHECK ((unit <> ''::text))
);

ALTER TABLE ONLY app.follow_up FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE follow_up; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.follow_up IS 'Uppföljning: skrivs en gång, kan rättas av en senare';


--
-- Name: derive_measure(text, uuid, uuid, uuid, uuid[], app.follow_up); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.derive_measure(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_plans uuid[], p_new app.follow_up) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
        where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.plan_id = any (p_plans)
          and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
        order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1;
        if not found then
            return;
        end if;
    end if;
    if v_goes_on and p_new.party_id is not null then
        v_stated := v_old.stated_status;
    else
        select f.status into v_stated from app.follow_up f
        where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.party_id is null and f.plan_id = any (p_plans)
          and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
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
    where r.municipality_code = p_municipality and r.plan_id = p_plan and r.measure_id = p_measure;

    if v_goes_on then
        v_count := v_old.follow_up_count + 1;
        v_quantities := v_old.quantities;
        if p_new.quantity is not null then
            v_quantities := (
                select jsonb_agg(jsonb_build_object('unit', q.unit, 'quantity', q.quantity, 'approximate', q.approximate) order by q.unit)
                from (
                    select u.unit, sum(u.quantity) as quantity, bool_or(u.approximate) as approximate
                    from (
                        select x.unit, x.quantity, x.approximate
                        from jsonb_to_recordset(v_old.quantities) as x (unit text, quantity numeric, approximate boolean)
                        union all select p_new.unit, p_new.quantity, p_new.approximate
                    ) u group by u.unit
                ) q);
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
    values (p_municipality, p_plan, p_measure, coalesce(v_status, v_latest.status), v_stated, v_count, v_quantities,
        v_latest.follow_up_id, v_latest.party_id, v_latest.status, v_latest.period_end, v_latest.text, v_latest.recorded_at)
    on conflict (municipality_code, plan_id, measure_id) do update set
        status = excluded.status, stated_status = excluded.stated_status, follow_up_count = excluded.follow_up_count,
        quantities = excluded.quantities, latest_follow_up_id = excluded.latest_follow_up_id, latest_party_id = excluded.latest_party_id,
        latest_status = excluded.latest_status, latest_on = excluded.latest_on, latest_text = excluded.latest_text,
        latest_recorded_at = excluded.latest_recorded_at;
end
$$;


--
-- Name: derive_part(text, uuid, uuid, uuid, uuid, uuid[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.derive_part(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_party uuid, p_plans uuid[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_parties uuid[] := array[p_party] || array(
        select p.party_id from app.responsible_party p where p.municipality_code = p_municipality and p.merged_into_id = p_party);
    v_status text;
begin
    select f.status into v_status from app.follow_up f
    where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.party_id = any (v_parties) and f.plan_id = any (p_plans)
      and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
    order by f.period_end desc, f.recorded_at desc, f.follow_up_id desc limit 1;
    if v_status is not null then
        insert into app.responsibility_status as s (municipality_code, plan_id, measure_id, party_id, status)
        values (p_municipality, p_plan, p_measure, p_party, v_status)
        on conflict (municipality_code, plan_id, measure_id, party_id) do update set status = excluded.status
        where s.status <> excluded.status;
    end if;
end
$$;


--
-- Name: derive_problem_ids(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.derive_problem_ids() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: derive_status(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.derive_status() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_added record;
    v_new app.follow_up;
    v_party uuid;
    v_plan record;
    v_plan_id uuid;
    v_measure uuid;
    v_plans uuid[];
begin
    for v_added in
        select count(*) as rows, (array_agg(a))[1] as one, array_agg(distinct a.party_id) filter (where a.party_id is not null) as parties
        from added a group by a.municipality_code, a.plan_id, a.measure_id
    loop
        v_new := v_added.one;
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
            perform app.derive_measure(v_new.municipality_code, v_plan_id, v_measure, v_new.lineage_id, v_plans, case when v_added.rows = 1 then v_new end);
            exit when v_plan.state <> 'superseded';
            select p.plan_id, m.measure_id into v_plan_id, v_measure
            from app.action_plan p join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id and m.lineage_id = v_new.lineage_id
            where p.municipality_code = v_new.municipality_code and p.revises_plan_id = v_plan_id and p.year = v_plan.year and p.state in ('adopted', 'closed', 'superseded');
            exit when not found;
        end loop;
    end loop;
    return null;
end
$$;


--
-- Name: establish_picture(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.establish_picture() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update app.situational_picture p set state = 'superseded'
    where p.municipality_code = new.municipality_code and p.picture_id = new.predecessor_id;
    return null;
end
$$;


--
-- Name: guard_action_plan(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.guard_action_plan() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_later text[] := array['state', 'version', 'adopted_by', 'adopted_on', 'closed_on', 'reopening_reason', 'registration_number',
        'decision_body', 'decision_date', 'decision_paragraph', 'external_references'];
begin
    -- One version for each transaction that changes the document or its parts.
    new.version := old.version + case when exists (
        select from app.action_plan d where d.municipality_code = old.municipality_code and d.plan_id = old.plan_id and d.xmin = pg_current_xact_id()::xid) then 0 else 1 end;
    if new.state is distinct from old.state then
        if not (old.state = 'draft' and new.state = 'adopted' or old.state = 'adopted' and new.state = 'closed'
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
        or old.state <> 'draft' and (new.adopted_by, new.adopted_on) is distinct from (old.adopted_by, old.adopted_on)
        or not (old.state = 'closed' and new.state = 'adopted') and new.reopening_reason is distinct from old.reopening_reason
        or new.revises_plan_id is distinct from old.revises_plan_id
    then
        perform app.refuse('plan_locked', 'plan', old.state, old.version);
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


--
-- Name: guard_agreement(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.guard_agreement() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_overlapped uuid;
    v_later text[] := array['state', 'version', 'effective_end', 'replaced_by_id', 'return_reason', 'termination_reason', 'registration_number',
        'decision_body', 'decision_date', 'decision_paragraph', 'external_references'];
begin
    -- One version for each transaction that changes the document or its parts.
    new.version := old.version + case when exists (
        select from app.agreement d where d.municipality_code = old.municipality_code and d.agreement_id = old.agreement_id and d.xmin = pg_current_xact_id()::xid) then 0 else 1 end;
    if old.state = 'draft' then
        new.effective_end := new.period_end;
    end if;
    -- What it was returned for is dealt with when it is proposed anew.
    if old.state = 'draft' and new.state = 'proposed' then
        new.return_reason := null;
    end if;
    if new.state is distinct from old.state and not (
        old.state = 'draft' and new.state = 'proposed' or old.state = 'proposed' and new.state = 'draft'
        or old.state = 'proposed' and new.state = 'signed' and current_user = 'samverkan_lock'
        or old.state = 'signed' and new.state = 'terminated')
    then
        perform app.refuse('agreement_transition', 'agreement', old.state, old.version);
    end if;
    if old.state <> 'draft' and to_jsonb(new) - v_later <> to_jsonb(old) - v_later
        or old.state <> 'draft' and new.state <> 'terminated' and new.effective_end is distinct from old.effective_end and current_user <> 'samverkan_lock'
        or not (old.state = 'proposed' and new.state = 'draft' or old.state = 'draft' and new.state = 'proposed')
            and new.return_reason is distinct from old.return_reason
        or not (old.state = 'signed' and new.state = 'terminated') and current_user <> 'samverkan_lock' and (new.termination_reason, case new.state when 'terminated' then new.effective_end end)
            is distinct from (old.termination_reason, case old.state when 'terminated' then old.effective_end end)
    then
        perform app.refuse('agreement_locked', 'agreement', old.state, old.version);
    end if;
    if new.state = 'proposed' and old.state = 'draft' and 2 > (
        select count(distinct s.party) from app.signature s
        where s.municipality_code = new.municipality_code and s.agreement_id = new.agreement_id)
    then
        raise exception 'both parties need a signer' using errcode = 'SV100', constraint = 'agreement_without_signers';
    end if;
    if old.replaced_by_id is not null and new.state = 'terminated' then
        perform app.refuse('agreement_replaced', 'agreement', 'replaced', old.version);
    end if;
    if new.predecessor_id = new.agreement_id then
        raise exception 'replaces itself' using errcode = '23514', constraint = 'agreement_not_its_own_predecessor';
    elsif new.predecessor_id is distinct from old.predecessor_id then
        perform app.require_replaceable(new.municipality_code, new.predecessor_id);
    end if;
    if new.state = 'proposed' and old.state = 'draft' then
        v_overlapped := (app.overlapped_agreements(new.municipality_code, new.period_start, new.period_end, new.predecessor_id))[1];
        if v_overlapped is not null then
            raise exception 'overlaps another agreement' using errcode = 'SV100',
                constraint = case when v_overlapped = new.predecessor_id then 'agreement_replaces_later' else 'agreement_overlaps' end,
                detail = jsonb_build_object('state', old.state, 'possible', app.possible_transitions('agreement', old.state), 'version', old.version,
                    'conflictingId', v_overlapped);
        end if;
    end if;
    if new.state = 'draft' and old.state = 'proposed' and new.return_reason is null then
        raise exception 'a return takes a reason' using errcode = 'SV100', constraint = 'agreement_return_reason';
    end if;
    if new.state = 'terminated' and old.state = 'signed'
        and (new.termination_reason is null or new.effective_end is null or new.effective_end > old.effective_end)
    then
        raise exception 'terminated with a reason, and not after its end' using errcode = 'SV100', constraint = 'agreement_termination';
    end if;
    return new;
end
$$;


--
-- Name: guard_import_state(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.guard_import_state() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if old.state <> 'previewed' then
        raise exception 'the import is already confirmed' using errcode = 'SV100', constraint = 'import_already_confirmed', table = tg_table_name;
    end if;
    return new;
end
$$;


--
-- Name: guard_party(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.guard_party() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
    -- What is adopted keeps the names it was adopted with, and who may report for whom.
    if (new.name, new.kind, new.form) is distinct from (old.name, old.kind, old.form) and exists (
        select from app.responsibility r join app.action_plan p on p.municipality_code = r.municipality_code and p.plan_id = r.plan_id
        where r.municipality_code = new.municipality_code and r.party_id = new.party_id and p.state <> 'draft')
    then
        raise exception 'an adopted plan names it' using errcode = 'SV100', constraint = 'responsible_party_adopted';
    end if;
    return new;
end
$$;


--
-- Name: guard_picture(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.guard_picture() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_later text[] := array['state', 'version', 'established_by', 'established_on'];
begin
    -- One version for each transaction that changes the document or its parts.
    new.version := old.version + case when exists (
        select from app.situational_picture d where d.municipality_code = old.municipality_code and d.picture_id = old.picture_id and d.xmin = pg_current_xact_id()::xid) then 0 else 1 end;
    if new.state is distinct from old.state and not (old.state = 'draft' and new.state = 'established'
        or old.state = 'established' and new.state = 'superseded' and current_user = 'samverkan_lock')
    then
        perform app.refuse('picture_transition', 'picture', old.state, old.version);
    end if;
    if old.state <> 'draft' and (to_jsonb(new) - v_later <> to_jsonb(old) - v_later
            or (new.established_by, new.established_on) is distinct from (old.established_by, old.established_on))
        or new.predecessor_id is distinct from old.predecessor_id
    then
        perform app.refuse('picture_locked', 'picture', old.state, old.version);
    end if;
    if new.established_on not between date '1990-01-01' and app.today() then
        raise exception 'not a day of establishment' using errcode = 'SV100', constraint = 'picture_establishment_day';
    end if;
    return new;
end
$$;


--
-- Name: guard_prolongation(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.guard_prolongation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if old.state <> 'proposed' or not (new.state = 'withdrawn' or new.state = 'signed' and current_user = 'samverkan_lock') then
        perform app.refuse('prolongation_not_proposed', 'prolongation', old.state, null);
    end if;
    return new;
end
$$;


--
-- Name: has_left_to_sign(text, uuid, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from app.signature s
        where s.municipality_code = p_municipality and s.agreement_id = p_agreement and s.prolongation_id is not distinct from p_prolongation
          and s.signed_on is null and (s.party = 'police' or access.may('content.write')))
$$;


--
-- Name: hold_plans(text, uuid[]); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.hold_plans(p_municipality text, p_plans uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_municipality = access.municipality() or p_municipality = any (access.visible_municipalities()) then
        perform from app.action_plan p
        where p.municipality_code = p_municipality and p.plan_id = any (p_plans) order by p.plan_id for share;
    end if;
end
$$;


--
-- Name: is_open_year(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_open_year(p_municipality text, p_plan uuid) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_plan record;
begin
    select p.plan_id, p.year, p.state into v_plan from app.action_plan p
    where p.municipality_code = p_municipality and p.plan_id = p_plan for share;
    while v_plan.state = 'superseded' loop
        select p.plan_id, p.year, p.state into v_plan from app.action_plan p
        where p.municipality_code = p_municipality and p.revises_plan_id = v_plan.plan_id and p.year = v_plan.year and p.state <> 'draft' for share;
    end loop;
    return coalesce(v_plan.state = 'adopted', false);
end
$$;


--
-- Name: is_possible(text, text, text, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_act <> all (app.possible_transitions(p_kind, p_state)) then
        perform app.refuse(case p_act when 'adoption' then 'plan_not_draft' else p_kind || '_transition' end, p_kind, p_state, p_version);
    end if;
    return true;
end
$$;


--
-- Name: is_version(integer, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.is_version(p_version integer, p_expected integer) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_version <> p_expected then
        raise exception 'version %', p_version using errcode = 'SV412', constraint = 'version', detail = jsonb_build_object('version', p_version);
    end if;
    return true;
end
$$;


--
-- Name: keep_order(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.keep_order() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.recorded_at := greatest(new.recorded_at, (
        select max(f.recorded_at) + interval '1 microsecond' from app.follow_up f
        where f.municipality_code = new.municipality_code and f.lineage_id = new.lineage_id));
    return new;
end
$$;


--
-- Name: may_correct(text, uuid, uuid, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with recursive standing as (
        select p.plan_id, p.year, p.state from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_plan
        union all
        select n.plan_id, n.year, n.state from standing p
        join app.action_plan n on n.municipality_code = p_municipality and n.revises_plan_id = p.plan_id and n.year = p.year and n.state <> 'draft'
        where p.state = 'superseded'
    )
    select coalesce(app.speaks_for(p_party, p_kind), false) and exists (select from standing where state = 'adopted')
$$;


--
-- Name: measure; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.measure (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid DEFAULT app.uuidv7() NOT NULL,
    area_id uuid NOT NULL,
    cause_id uuid,
    "position" integer NOT NULL,
    lineage_id uuid DEFAULT app.uuidv7() NOT NULL,
    text text NOT NULL,
    planned_follow_up text,
    target text,
    schedule text,
    notes text,
    starts_on date,
    ends_on date,
    quantity numeric,
    unit text,
    CONSTRAINT measure_dates CHECK ((ends_on >= starts_on)),
    CONSTRAINT measure_position_check CHECK (("position" > 0)),
    CONSTRAINT measure_quantity CHECK (((quantity >= (0)::numeric) AND (quantity < '1000000000000'::numeric) AND (scale(quantity) <= 6))),
    CONSTRAINT measure_text_check CHECK ((text <> ''::text)),
    CONSTRAINT measure_unit_check CHECK ((unit <> ''::text))
);

ALTER TABLE ONLY app.measure FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE measure; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.measure IS 'Åtgärd; behåller sin härstamning (lineage) från år till år';


--
-- Name: measure_content(app.measure); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.measure_content(p_measure app.measure) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select jsonb_object_agg(lower(left(n.name, 1)) || substr(n.name, 2), c.value)
    from jsonb_each(to_jsonb(p_measure) - array['municipality_code', 'plan_id', 'measure_id', 'area_id', 'cause_id', 'position', 'lineage_id']) c,
        lateral (select replace(initcap(replace(c.key, '_', ' ')), ' ', '') as name) n
$$;


--
-- Name: merge_party(text, uuid, uuid, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.merge_party(p_municipality text, p_from uuid, p_into uuid, p_expected integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: name_key(text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.name_key(p_name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select pg_catalog.lower(normalize(pg_catalog.btrim(pg_catalog.regexp_replace(p_name, '[[:space:]\u00a0]+', ' ', 'g')), NFC)) $$;


--
-- Name: overlapped_agreements(text, date, date, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select array(
        select a.agreement_id from app.agreement a
        where a.municipality_code = p_municipality and a.state in ('signed', 'terminated')
          and (a.agreement_id is distinct from p_predecessor or a.period_start >= p_start)
          and daterange(a.period_start, a.effective_end, '[]') && daterange(p_start, p_end, '[]')
        order by a.period_start)
$$;


--
-- Name: permitted_acts(text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.permitted_acts(p_kind text, p_state text) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select case when access.may('content.write') then array_to_string(app.possible_transitions(p_kind, p_state), ' ')
        when access.may('signature.police') and 'signatures' = any (app.possible_transitions(p_kind, p_state)) then 'signatures'
        else '' end
$$;


--
-- Name: place(bigint, boolean, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.place(p_place bigint, p_is_moved boolean, p_position integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select case when p_is_moved and p_position is not null then 2 * p_position + sign(p_position - p_place)::bigint else 2 * p_place end
$$;


--
-- Name: plan_changes(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.plan_changes(p_municipality text, p_plan uuid) RETURNS TABLE(lineage_id uuid, change text, measure_id uuid, revised_measure_id uuid, text text, fields jsonb, reason text, place integer)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with plan as (
        -- By how many years revise_plan may have moved the days of a measure.
        select p.plan_id, p.revises_plan_id, case when p.year = o.year then array[0]
            else array(select round((p.period_start - o.period_start) / 365.25)::integer + d from unnest(array[0, 1, -1]) d) end as later
        from app.action_plan p left join app.action_plan o on o.municipality_code = p.municipality_code and o.plan_id = p.revises_plan_id
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
                then jsonb_build_object('startsOn', o.starts_on, 'endsOn', o.ends_on) else '{}' end as after
        from (select c.* from content c join plan p on p.plan_id = c.plan_id) n
        full join (select c.* from content c join plan p on p.revises_plan_id = c.plan_id) o on o.lineage_id = n.lineage_id
        left join app.dropped_measure d on d.municipality_code = p_municipality and d.plan_id = p_plan and d.lineage_id = o.lineage_id and n.lineage_id is null
    )
    select p.lineage_id,
        case when p.revised_measure_id is null then 'new' when p.measure_id is null then 'dropped' when p.after = p.before then 'kept' else 'changed' end,
        p.measure_id, p.revised_measure_id, p.text,
        case when p.after <> p.before then (
            select jsonb_agg(jsonb_build_object('field', k, 'before', p.before -> k, 'after', p.after -> k) order by k)
            from jsonb_object_keys(p.after) k where p.after -> k is distinct from p.before -> k) end,
        p.reason, p.place
    from pair p
$$;


--
-- Name: plan_warnings(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.plan_warnings(p_municipality text, p_plan uuid) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
            'Planens period ligger inte inom överenskommelsens, som gäller från ' || a.period_start || coalesce(' till ' || a.effective_end, '') as text
        from looked_at p
        join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
        where p.period_start < a.period_start or p.period_end > a.effective_end
        union all
        select 'agreementNotSigned', p.agreement_id, null, 'Överenskommelsen är inte undertecknad'
        from looked_at p
        join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
        where a.state in ('draft', 'proposed')
        union all
        select 'pictureNotEstablished', p.picture_id, null, 'Lägesbilden är inte fastställd'
        from looked_at p
        join app.situational_picture b on b.municipality_code = p.municipality_code and b.picture_id = p.picture_id
        where b.state = 'draft'
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


--
-- Name: possible_transitions(text, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.possible_transitions(p_kind text, p_state text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select case p_kind || ' ' || p_state
        when 'agreement draft' then array['proposal']
        when 'agreement proposed' then array['return', 'signatures']
        when 'agreement signed' then array['prolongations', 'termination', 'renewal']
        when 'agreement terminated' then array['renewal']
        when 'prolongation proposed' then array['signatures', 'withdrawal']
        when 'comment open' then array['resolution']
        when 'import previewed' then array['reading', 'confirmation']
        when 'picture draft' then array['establishment']
        when 'picture established' then array['revisions']
        when 'plan draft' then array['adoption']
        when 'plan adopted' then array['closing', 'revisions']
        when 'plan closed' then array['reopening', 'revisions']
        else '{}' end
$$;


--
-- Name: problem_successors(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.problem_successors(p_municipality text, p_picture uuid) RETURNS TABLE(was_id uuid, now_id uuid)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with recursive line as (
        select p.problem_id as was_id, p.problem_id as now_id, p.predecessor_id from app.problem p
        where p.municipality_code = p_municipality and p.picture_id = p_picture
        union all
        select p.problem_id, l.now_id, p.predecessor_id
        from line l join app.problem p on p.municipality_code = p_municipality and p.problem_id = l.predecessor_id
    )
    select l.was_id, l.now_id from line l
$$;


--
-- Name: prolongation_acts(text, uuid, uuid, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(string_agg(a.act, ' ' order by a.place), '')
    from string_to_table(nullif(app.permitted_acts('prolongation', p_state), ''), ' ') with ordinality a (act, place)
    where a.act <> 'signatures' or app.has_left_to_sign(p_municipality, p_agreement, p_prolongation)
$$;


--
-- Name: refuse(text, text, text, integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    raise exception 'the % is %', p_kind, p_state using errcode = 'SV100', constraint = p_constraint,
        detail = jsonb_build_object('state', p_state, 'possible', app.possible_transitions(p_kind, p_state), 'version', p_version);
end
$$;


--
-- Name: refuse_parts(jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.refuse_parts(p_missing jsonb) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_missing is not null then
        raise exception 'not of this plan' using errcode = 'SV422', constraint = 'plan_parts', detail = p_missing;
    end if;
end
$$;


--
-- Name: rename_contact(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.rename_contact() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.name_apart := null;
    return new;
end
$$;


--
-- Name: require_drop_reason(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.require_drop_reason() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: require_measures(text, uuid, jsonb); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.require_measures(p_municipality text, p_plan uuid, p_measures jsonb) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: require_own_lineage(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.require_own_lineage() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: require_replaceable(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.require_replaceable(p_municipality text, p_agreement uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_replaced record;
begin
    if p_agreement is null then
        return;
    end if;
    select a.state, a.version, a.replaced_by_id into v_replaced from app.agreement a where a.municipality_code = p_municipality and a.agreement_id = p_agreement;
    if v_replaced.state is null then
        raise exception 'no such agreement' using errcode = '23503', constraint = 'agreement_predecessor';
    elsif v_replaced.state not in ('signed', 'terminated') then
        perform app.refuse('agreement_not_replaceable', 'agreement', v_replaced.state, v_replaced.version);
    elsif v_replaced.replaced_by_id is not null then
        perform app.refuse('agreement_replaced', 'agreement', 'replaced', v_replaced.version);
    end if;
end
$$;


--
-- Name: require_row(bigint, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.require_row(p_count bigint, p_sqlstate text DEFAULT 'SV404'::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_count = 0 then
        raise exception 'no such row' using errcode = p_sqlstate, constraint = 'row';
    end if;
end
$$;


--
-- Name: require_speaker(text, uuid, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: revise_picture(text, uuid, uuid, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.revise_picture(p_municipality text, p_picture uuid, p_new uuid, p_title text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: revise_plan(text, uuid, uuid, integer, date, date, uuid, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.revise_plan(p_municipality text, p_plan uuid, p_new uuid, p_year integer, p_start date, p_end date, p_agreement uuid, p_picture uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: signed_form(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.signed_form() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select 'v1' $$;


--
-- Name: speaks_for(uuid, text); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.speaks_for(p_party uuid, p_kind text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS $$
    select access.may('report.any') or (access.may('report.own') and p_party = any (access.responsible_parties()))
        or (access.may('report.police') and p_kind = 'police')
$$;


--
-- Name: spoken_for(text, uuid); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.spoken_for(p_municipality text, p_measure uuid) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(jsonb_agg(jsonb_build_object('id', n.party_id, 'name', coalesce(b.name, n.name)) order by r.position), '[]')
    from app.measure m
    join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id
    join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id
    left join app.responsible_party b on b.municipality_code = n.municipality_code and b.party_id = n.merged_into_id
    where m.municipality_code = p_municipality and m.measure_id = p_measure
      and app.speaks_for(n.party_id, n.kind)
$$;


--
-- Name: stamp_attachment(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.stamp_attachment() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.created_by := coalesce((access.context())[7], session_user);
    return new;
end
$$;


--
-- Name: stamp_comment(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.stamp_comment() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text[] := access.context();
begin
    if tg_op = 'INSERT' then
        new.written_by := coalesce(v_context[7], session_user);
        new.written_as := coalesce(v_context[3], '');
    elsif old.resolved_at is not null then
        raise exception 'resolved already' using errcode = 'SV100', constraint = 'comment_resolved';
    else
        new.resolved_by := coalesce(v_context[7], session_user);
        new.resolved_at := now();
    end if;
    return new;
end
$$;


--
-- Name: stamp_follow_up(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.stamp_follow_up() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.recorded_by := coalesce((access.context())[7], nullif(new.recorded_by, ''), session_user);
    return new;
end
$$;


--
-- Name: stamp_import(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.stamp_import() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.created_by := coalesce((access.context())[7], session_user);
    return new;
end
$$;


--
-- Name: stamp_signature(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.stamp_signature() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if new.signed_on is null then
        new.recorded_by := null;
        new.recorded_at := null;
    elsif old.signed_on is null then
        new.recorded_by := coalesce((access.context())[7], new.recorded_by, session_user);
        new.recorded_at := now();
    end if;
    return new;
end
$$;


--
-- Name: today(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select (pg_catalog.now() at time zone 'Europe/Stockholm')::date $$;


--
-- Name: void_signatures(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.void_signatures() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update app.signature s set signed_on = null, outside_system = false, attachment_id = null, content_sha256 = null, annexes_sha256 = null, form = null
    where s.municipality_code = new.municipality_code and s.agreement_id = new.agreement_id and s.signed_on is not null;
    return null;
end
$$;


--
-- Name: withdraw_prolongation(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.withdraw_prolongation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update app.prolongation p set state = 'withdrawn'
    where p.municipality_code = new.municipality_code and p.agreement_id = new.agreement_id and p.state = 'proposed';
    return null;
end
$$;


--
-- Name: digested(jsonb, text[], bytea[]); Type: FUNCTION; Schema: audit; Owner: -
--

CREATE FUNCTION audit.digested(p_row jsonb, p_personal text[], p_salts bytea[]) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    for i in 1 .. coalesce(array_length(p_personal, 1), 0) loop
        if p_row ->> p_personal[i] is not null then
            p_row := jsonb_set(p_row, array[p_personal[i]], jsonb_build_object('sha256',
                encode(sha256(p_salts[i] || convert_to(p_row ->> p_personal[i], 'UTF8')), 'hex')));
        end if;
    end loop;
    return p_row;
end
$$;


--
-- Name: link_hash(bytea, text, bigint, timestamp with time zone, text, text, text, text, text, text, jsonb, jsonb); Type: FUNCTION; Schema: audit; Owner: -
--

CREATE FUNCTION audit.link_hash(p_previous bytea, p_municipality text, p_sequence bigint, p_recorded_at timestamp with time zone, p_issuer text, p_subject text, p_role text, p_table text, p_action text, p_label text, p_before jsonb, p_after jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select sha256(p_previous || convert_to(jsonb_build_array(p_municipality, p_sequence,
        to_char(p_recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_issuer, p_subject, p_role,
        p_table, p_action, p_label, p_before, p_after)::text, 'UTF8'))
$$;


--
-- Name: record(); Type: FUNCTION; Schema: audit; Owner: -
--

CREATE FUNCTION audit.record() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text[] := access.context();
    v_personal text[] := string_to_array(coalesce(tg_argv[2], ''), ',');
    v_left_out text[] := string_to_array(coalesce(tg_argv[3], ''), ',');
    v_before jsonb;
    v_after jsonb;
    v_salts bytea[];
    v_municipality text;
    v_sequence bigint;
    v_previous bytea;
    v_recorded_at timestamptz := clock_timestamp();
    v_label text;
    v_hash bytea;
    v_name text := coalesce(v_context[7], session_user);
begin
    if tg_op <> 'INSERT' then
        v_before := to_jsonb(old) - v_left_out;
    end if;
    if tg_op <> 'DELETE' then
        v_after := to_jsonb(new) - v_left_out;
    end if;
    -- A document's version follows from its parts, whose changes stand in the log themselves; so does what is left out.
    if tg_op = 'UPDATE' and v_before - 'version' = v_after - 'version' then
        return null;
    end if;
    v_municipality := coalesce(coalesce(v_after, v_before) ->> 'municipality_code', '0000');
    v_label := tg_argv[0] || case tg_op when 'INSERT' then ' lades till' when 'UPDATE' then ' ändrades' else ' togs bort' end
        || coalesce(': ' || left(coalesce(v_after, v_before) ->> nullif(tg_argv[1], ''), 120), '');

    -- Writers of one municipality queue here until the first has committed; that is what makes one chain.
    insert into audit.chain_head as h (municipality_code, sequence, hash) values (v_municipality, 1, ''::bytea)
    on conflict (municipality_code) do update set sequence = h.sequence + 1
    returning h.sequence, h.hash into v_sequence, v_previous;

    if cardinality(v_personal) > 0 then
        select array_agg(uuid_send(gen_random_uuid())) into v_salts from generate_subscripts(v_personal, 1);
    end if;
    declare
        v_clear_before jsonb := v_before;
        v_clear_after jsonb := v_after;
    begin
        v_before := audit.digested(v_before, v_personal, v_salts);
        v_after := audit.digested(v_after, v_personal, v_salts);
        v_hash := audit.link_hash(v_previous, v_municipality, v_sequence, v_recorded_at, v_context[5], v_context[6],
            v_context[3], tg_table_name, lower(tg_op), v_label, v_before, v_after);
        insert into audit.change (municipality_code, sequence, recorded_at, actor_issuer, actor_subject, actor_name,
            actor_role, table_name, action, label, before, after, previous_hash, hash)
        values (v_municipality, v_sequence, v_recorded_at, v_context[5], v_context[6], v_name,
            v_context[3], tg_table_name, lower(tg_op), v_label, v_before, v_after, v_previous, v_hash);
        if cardinality(v_personal) > 0 then
            insert into audit.personal_value (municipality_code, sequence, side, column_name, salt, value)
            select v_municipality, v_sequence, s.side, v_personal[i], v_salts[i], s.clear ->> v_personal[i]
            from generate_subscripts(v_personal, 1) i,
                (values ('before', v_clear_before), ('after', v_clear_after)) s (side, clear)
            where s.clear ->> v_personal[i] is not null;
        end if;
    end;
    update audit.chain_head set hash = v_hash where municipality_code = v_municipality;
    return null;
end
$$;


--
-- Name: refuse(); Type: FUNCTION; Schema: audit; Owner: -
--

CREATE FUNCTION audit.refuse() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    -- The one change there is: an actor's name, which stands outside the hash, is disposed of.
    if tg_op = 'UPDATE' and new.actor_name is null and to_jsonb(new) - 'actor_name' = to_jsonb(old) - 'actor_name' then
        return new;
    end if;
    raise exception 'the change log can only grow' using errcode = 'SV100', constraint = 'audit_append_only', table = tg_table_name;
end
$$;


--
-- Name: laget(text); Type: FUNCTION; Schema: bi; Owner: -
--

CREATE FUNCTION bi.laget(status text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select case coalesce(status, 'noInformation')
        when 'notStarted' then 'ej påbörjad' when 'ongoing' then 'pågår' when 'done' then 'genomförd'
        when 'partlyDone' then 'delvis genomförd' when 'notDone' then 'ej genomförd' when 'cancelled' then 'inställd'
        else 'ingen uppgift' end
$$;


--
-- Name: FUNCTION laget(status text); Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON FUNCTION bi.laget(status text) IS 'Svensk benämning på en åtgärds läge';


--
-- Name: rader_ansvar(); Type: FUNCTION; Schema: bi; Owner: -
--

CREATE FUNCTION bi.rader_ansvar() RETURNS TABLE(kommunkod text, handlingsplan_id uuid, atgard_id uuid, ansvarig_id uuid, ansvarig text, slag text, form text, huvudansvar boolean, status text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET row_security TO 'on'
    AS $$
    select r.municipality_code as kommunkod, r.plan_id as handlingsplan_id, r.measure_id as atgard_id, r.party_id as ansvarig_id,
        p.name as ansvarig,
        case p.kind when 'municipality' then 'kommun' when 'police' then 'polis' when 'joint' then 'gemensam' else 'extern' end as slag,
        case p.form when 'organisation' then 'organisation' when 'unit' then 'enhet' when 'role' then 'roll' else 'grupp' end as form,
        r.lead as huvudansvar, bi.laget(s.status) as status
    from app.responsibility r
    join app.responsible_party p on p.municipality_code = r.municipality_code and p.party_id = r.party_id
    left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
        and s.measure_id = r.measure_id and s.party_id = r.party_id
$$;


--
-- Name: FUNCTION rader_ansvar(); Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON FUNCTION bi.rader_ansvar() IS 'Raderna i vyn ansvar';


--
-- Name: rader_atgard(); Type: FUNCTION; Schema: bi; Owner: -
--

CREATE FUNCTION bi.rader_atgard() RETURNS TABLE(kommunkod text, handlingsplan_id uuid, omrade_id uuid, atgard_id uuid, harstamning_id uuid, ordning integer, orsak text, atgard text, planerad_uppfoljning text, status text, antal_uppfoljningar integer, senast_uppfoljd date)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET row_security TO 'on'
    AS $$
    select m.municipality_code as kommunkod, m.plan_id as handlingsplan_id, m.area_id as omrade_id, m.measure_id as atgard_id,
        m.lineage_id as harstamning_id, m.position as ordning, c.text as orsak, m.text as atgard,
        m.planned_follow_up as planerad_uppfoljning, bi.laget(s.status) as status,
        coalesce(s.follow_up_count, 0) as antal_uppfoljningar, s.latest_on as senast_uppfoljd
    from app.measure m
    left join app.cause c on c.municipality_code = m.municipality_code and c.plan_id = m.plan_id and c.cause_id = m.cause_id
    left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
$$;


--
-- Name: FUNCTION rader_atgard(); Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON FUNCTION bi.rader_atgard() IS 'Raderna i vyn atgard';


--
-- Name: rader_dim_kommun(); Type: FUNCTION; Schema: bi; Owner: -
--

CREATE FUNCTION bi.rader_dim_kommun() RETURNS TABLE(kommunkod text, kommun text, lokalpolisomrade_kod text, lokalpolisomrade text, polisregion text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET row_security TO 'on'
    AS $$
    select m.municipality_code as kommunkod, m.name as kommun, d.district_code as lokalpolisomrade_kod,
        d.name as lokalpolisomrade, d.region_name as polisregion
    from app.municipality m join app.police_district d on d.district_code = m.district_code
$$;


--
-- Name: FUNCTION rader_dim_kommun(); Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON FUNCTION bi.rader_dim_kommun() IS 'Raderna i vyn dim_kommun';


--
-- Name: rader_handlingsplan(); Type: FUNCTION; Schema: bi; Owner: -
--

CREATE FUNCTION bi.rader_handlingsplan() RETURNS TABLE(kommunkod text, handlingsplan_id uuid, overenskommelse_id uuid, ar integer, galler_fran date, galler_till date, status text, antagen_av text, antagen_datum date)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET row_security TO 'on'
    AS $$
    select p.municipality_code as kommunkod, p.plan_id as handlingsplan_id, p.agreement_id as overenskommelse_id,
        p.year as ar, p.period_start as galler_fran, p.period_end as galler_till,
        case p.state when 'adopted' then 'antagen' when 'closed' then 'avslutad' else 'ersatt' end as status,
        p.adopted_by as antagen_av, p.adopted_on as antagen_datum
    from app.action_plan p
$$;


--
-- Name: FUNCTION rader_handlingsplan(); Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON FUNCTION bi.rader_handlingsplan() IS 'Raderna i vyn handlingsplan';


--
-- Name: rader_overenskommelse(); Type: FUNCTION; Schema: bi; Owner: -
--

CREATE FUNCTION bi.rader_overenskommelse() RETURNS TABLE(kommunkod text, overenskommelse_id uuid, titel text, lokalpolisomrade_kod text, galler_fran date, galler_till date, upphor date, status text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET row_security TO 'on'
    AS $$
    select a.municipality_code as kommunkod, a.agreement_id as overenskommelse_id, a.title as titel,
        a.district_code as lokalpolisomrade_kod, a.period_start as galler_fran, a.period_end as galler_till,
        a.effective_end as upphor,
        case a.state when 'proposed' then 'föreslagen' when 'terminated' then 'uppsagd'
            else case when a.period_start > app.today() then 'kommande'
                      when a.effective_end < app.today() then 'avslutad' else 'gällande' end end as status
    from app.agreement a
$$;


--
-- Name: FUNCTION rader_overenskommelse(); Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON FUNCTION bi.rader_overenskommelse() IS 'Raderna i vyn overenskommelse';


--
-- Name: rader_prioriterat_omrade(); Type: FUNCTION; Schema: bi; Owner: -
--

CREATE FUNCTION bi.rader_prioriterat_omrade() RETURNS TABLE(kommunkod text, handlingsplan_id uuid, omrade_id uuid, ordning integer, titel text, tema text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET row_security TO 'on'
    AS $$
    select a.municipality_code as kommunkod, a.plan_id as handlingsplan_id, a.area_id as omrade_id, a.position as ordning,
        a.title as titel,
        case a.theme when 'narcotics' then 'narkotika' when 'violence' then 'våld' when 'domesticViolence' then 'våld i nära relation'
            when 'youth' then 'unga' when 'propertyCrime' then 'tillgreppsbrott' when 'fraud' then 'bedrägeri' when 'traffic' then 'trafik'
            when 'publicEnvironment' then 'offentlig miljö' when 'neighbourhoodWatch' then 'grannsamverkan' when 'extremism' then 'extremism'
            when 'safety' then 'trygghet' when 'other' then 'annat' end as tema
    from app.priority_area a
$$;


--
-- Name: FUNCTION rader_prioriterat_omrade(); Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON FUNCTION bi.rader_prioriterat_omrade() IS 'Raderna i vyn prioriterat_omrade';


--
-- Name: rader_uppfoljning(); Type: FUNCTION; Schema: bi; Owner: -
--

CREATE FUNCTION bi.rader_uppfoljning() RETURNS TABLE(kommunkod text, handlingsplan_id uuid, atgard_id uuid, uppfoljning_id uuid, ansvarig_id uuid, ansvarig text, fran date, till date, status text, text text, skal text, antal numeric, enhet text, ungefarligt boolean, rattar_id uuid, rattad boolean, registrerad timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET row_security TO 'on'
    AS $$
    select f.municipality_code as kommunkod, f.plan_id as handlingsplan_id, f.measure_id as atgard_id,
        f.follow_up_id as uppfoljning_id, f.party_id as ansvarig_id, p.name as ansvarig, f.period_start as fran,
        f.period_end as till, bi.laget(f.status) as status, f.text as text, f.reason as skal, f.quantity as antal,
        f.unit as enhet, f.approximate as ungefarligt, f.corrects_follow_up_id as rattar_id, c.follow_up_id is not null as rattad,
        f.recorded_at as registrerad
    from app.follow_up f
    left join app.responsible_party p on p.municipality_code = f.municipality_code and p.party_id = f.party_id
    left join app.follow_up c on c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id
$$;


--
-- Name: FUNCTION rader_uppfoljning(); Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON FUNCTION bi.rader_uppfoljning() IS 'Raderna i vyn uppfoljning';


--
-- Name: bi_login; Type: TABLE; Schema: access; Owner: -
--

CREATE TABLE access.bi_login (
    login_name text NOT NULL,
    municipality_codes text[] DEFAULT '{}'::text[] NOT NULL,
    district_code text,
    CONSTRAINT bi_login_check CHECK (((district_code IS NULL) OR (municipality_codes = '{}'::text[])))
);

ALTER TABLE ONLY access.bi_login FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE bi_login; Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON TABLE access.bi_login IS 'Vilka kommuner, eller vilket lokalpolisområde, en BI-inloggning ser';


--
-- Name: caller_grant; Type: TABLE; Schema: access; Owner: -
--

CREATE TABLE access.caller_grant (
    grant_id uuid DEFAULT app.uuidv7() NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    role text NOT NULL,
    municipality_code text,
    district_code text,
    responsible_party_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    valid_from date DEFAULT CURRENT_DATE NOT NULL,
    valid_until date,
    place text GENERATED ALWAYS AS (
CASE
    WHEN (municipality_code IS NOT NULL) THEN 'municipality'::text
    WHEN (district_code IS NOT NULL) THEN 'district'::text
    ELSE 'service'::text
END) STORED NOT NULL,
    CONSTRAINT caller_grant_check CHECK ((valid_until >= valid_from)),
    CONSTRAINT caller_grant_check1 CHECK (((municipality_code IS NULL) OR (district_code IS NULL))),
    CONSTRAINT caller_grant_subject_check CHECK ((subject <> ''::text))
);

ALTER TABLE ONLY access.caller_grant FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE caller_grant; Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON TABLE access.caller_grant IS 'Behörighet: vem (utfärdare och identitet) som får komma in, i vilken roll och var';


--
-- Name: idempotency_key; Type: TABLE; Schema: access; Owner: -
--

CREATE TABLE access.idempotency_key (
    municipality_code text NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    made text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_key_check CHECK (((char_length(key) >= 1) AND (char_length(key) <= 255))),
    CONSTRAINT idempotency_key_made_check CHECK ((char_length(made) <= 20000))
);

ALTER TABLE ONLY access.idempotency_key FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE idempotency_key; Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON TABLE access.idempotency_key IS 'Nycklar som gör att en upprepad begäran inte skapar något en gång till';


--
-- Name: issuer; Type: TABLE; Schema: access; Owner: -
--

CREATE TABLE access.issuer (
    issuer text NOT NULL,
    kind text NOT NULL,
    municipality_code text,
    district_code text,
    CONSTRAINT issuer_check CHECK (((kind = 'municipality'::text) = (municipality_code IS NOT NULL))),
    CONSTRAINT issuer_check1 CHECK (((kind = 'district'::text) = (district_code IS NOT NULL))),
    CONSTRAINT issuer_issuer_check CHECK ((issuer <> ''::text)),
    CONSTRAINT issuer_kind_check CHECK ((kind = ANY (ARRAY['municipality'::text, 'district'::text, 'operator'::text])))
);

ALTER TABLE ONLY access.issuer FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE issuer; Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON TABLE access.issuer IS 'Utfärdare av intyg (OpenID Connect): vems användare den talar för';


--
-- Name: known_right; Type: TABLE; Schema: access; Owner: -
--

CREATE TABLE access.known_right (
    issuer_kind text NOT NULL,
    place text NOT NULL,
    may text NOT NULL,
    meaning text NOT NULL,
    CONSTRAINT known_right_may_check CHECK ((may ~ '^[a-z]+\.[a-z]+$'::text)),
    CONSTRAINT known_right_meaning_check CHECK ((meaning <> ''::text))
);

ALTER TABLE ONLY access.known_right FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE known_right; Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON TABLE access.known_right IS 'Rättighet: vem som alls kan ha den, och vad den betyder';


--
-- Name: role; Type: TABLE; Schema: access; Owner: -
--

CREATE TABLE access.role (
    role text NOT NULL,
    issuer_kind text NOT NULL,
    place text NOT NULL,
    has_parties boolean DEFAULT false NOT NULL,
    CONSTRAINT role_check CHECK (((NOT has_parties) OR ((issuer_kind = 'municipality'::text) AND (place = 'municipality'::text)))),
    CONSTRAINT role_check1 CHECK ((((((issuer_kind = 'municipality'::text) AND (place = 'municipality'::text)) OR ((issuer_kind = 'district'::text) AND (place = 'municipality'::text))) OR ((issuer_kind = 'district'::text) AND (place = 'district'::text))) OR ((issuer_kind = 'operator'::text) AND (place = 'service'::text)))),
    CONSTRAINT role_issuer_kind_check CHECK ((issuer_kind = ANY (ARRAY['municipality'::text, 'district'::text, 'operator'::text]))),
    CONSTRAINT role_place_check CHECK ((place = ANY (ARRAY['municipality'::text, 'district'::text, 'service'::text]))),
    CONSTRAINT role_role_check CHECK ((role ~ '^[a-z][A-Za-z]{1,62}$'::text))
);

ALTER TABLE ONLY access.role FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE role; Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON TABLE access.role IS 'Roll: vems användare som kan ha den, var den gäller och om den gäller vissa ansvariga';


--
-- Name: role_right; Type: TABLE; Schema: access; Owner: -
--

CREATE TABLE access.role_right (
    role text NOT NULL,
    issuer_kind text NOT NULL,
    place text NOT NULL,
    may text NOT NULL
);

ALTER TABLE ONLY access.role_right FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE role_right; Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON TABLE access.role_right IS 'Vad en roll får göra';


--
-- Name: seal; Type: TABLE; Schema: access; Owner: -
--

CREATE TABLE access.seal (
    only_row boolean DEFAULT true NOT NULL,
    secret bytea NOT NULL,
    server_key_hash bytea,
    CONSTRAINT seal_only_row_check CHECK (only_row)
);

ALTER TABLE ONLY access.seal FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE seal; Type: COMMENT; Schema: access; Owner: -
--

COMMENT ON TABLE access.seal IS 'Hemligheten som förseglar en begärans sammanhang; ingen inloggning kan läsa den';


--
-- Name: action_plan; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.action_plan (
    municipality_code text NOT NULL,
    plan_id uuid DEFAULT app.uuidv7() NOT NULL,
    agreement_id uuid NOT NULL,
    picture_id uuid,
    year integer NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    introduction text,
    notes text,
    state text DEFAULT 'draft'::text NOT NULL,
    adopted_by text,
    adopted_on date,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    prepared_by text,
    revises_plan_id uuid,
    closed_on date,
    registration_number text,
    decision_body text,
    decision_date date,
    decision_paragraph text,
    external_references jsonb DEFAULT '[]'::jsonb NOT NULL,
    reopening_reason text,
    CONSTRAINT action_plan_check1 CHECK (((state = 'draft'::text) = (adopted_on IS NULL))),
    CONSTRAINT action_plan_check2 CHECK (((state = 'draft'::text) = (adopted_by IS NULL))),
    CONSTRAINT action_plan_closed CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
    CONSTRAINT action_plan_decision_body_check CHECK ((decision_body <> ''::text)),
    CONSTRAINT action_plan_decision_paragraph_check CHECK ((decision_paragraph <> ''::text)),
    CONSTRAINT action_plan_external_references_check CHECK ((jsonb_typeof(external_references) = 'array'::text)),
    CONSTRAINT action_plan_period CHECK ((period_end >= period_start)),
    CONSTRAINT action_plan_prepared_by_check CHECK ((prepared_by <> ''::text)),
    CONSTRAINT action_plan_registration_number_check CHECK ((registration_number <> ''::text)),
    CONSTRAINT action_plan_reopening_reason_check CHECK ((reopening_reason <> ''::text)),
    CONSTRAINT action_plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'adopted'::text, 'closed'::text, 'superseded'::text]))),
    CONSTRAINT action_plan_year_check CHECK (((year >= 1990) AND (year <= 2200)))
);

ALTER TABLE ONLY app.action_plan FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE action_plan; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.action_plan IS 'Handlingsplan (5 § lag 2023:196), ett år inom en överenskommelse';


--
-- Name: adopted_contact; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.adopted_contact (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    adopted_contact_id uuid DEFAULT app.uuidv7() NOT NULL,
    contact_id uuid NOT NULL,
    name text,
    CONSTRAINT adopted_contact_name_check CHECK ((name <> ''::text))
);

ALTER TABLE ONLY app.adopted_contact FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE adopted_contact; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.adopted_contact IS 'Kontaktpersonens namn som det var när planen fastställdes';


--
-- Name: agreement; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.agreement (
    municipality_code text NOT NULL,
    agreement_id uuid DEFAULT app.uuidv7() NOT NULL,
    district_code text NOT NULL,
    title text NOT NULL,
    parties text[] DEFAULT '{}'::text[] NOT NULL,
    purpose text,
    scope text,
    outside_scope text,
    period_start date NOT NULL,
    period_end date,
    effective_end date,
    state text DEFAULT 'draft'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    prepared_by text,
    predecessor_id uuid,
    return_reason text,
    termination_reason text,
    registration_number text,
    decision_body text,
    decision_date date,
    decision_paragraph text,
    external_references jsonb DEFAULT '[]'::jsonb NOT NULL,
    replaced_by_id uuid,
    CONSTRAINT agreement_decision_body_check CHECK ((decision_body <> ''::text)),
    CONSTRAINT agreement_decision_paragraph_check CHECK ((decision_paragraph <> ''::text)),
    CONSTRAINT agreement_external_references_check CHECK ((jsonb_typeof(external_references) = 'array'::text)),
    CONSTRAINT agreement_not_its_own_predecessor CHECK ((predecessor_id <> agreement_id)),
    CONSTRAINT agreement_period CHECK ((period_end >= period_start)),
    CONSTRAINT agreement_prepared_by_check CHECK ((prepared_by <> ''::text)),
    CONSTRAINT agreement_registration_number_check CHECK ((registration_number <> ''::text)),
    CONSTRAINT agreement_return_reason_check CHECK ((return_reason <> ''::text)),
    CONSTRAINT agreement_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'signed'::text, 'terminated'::text]))),
    CONSTRAINT agreement_termination_reason_check CHECK ((termination_reason <> ''::text)),
    CONSTRAINT agreement_title_check CHECK (((title <> ''::text) AND (char_length(title) <= 500))),
    CONSTRAINT agreement_within_period CHECK ((effective_end >= period_start))
);

ALTER TABLE ONLY app.agreement FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE agreement; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.agreement IS 'Samverkansöverenskommelse mellan kommunen och det lokalpolisområde som undertecknar';


--
-- Name: agreement_section; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.agreement_section (
    municipality_code text NOT NULL,
    agreement_id uuid NOT NULL,
    "position" integer NOT NULL,
    heading text NOT NULL,
    text text NOT NULL,
    CONSTRAINT agreement_section_position_check CHECK (("position" > 0))
);

ALTER TABLE ONLY app.agreement_section FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE agreement_section; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.agreement_section IS 'Överenskommelsens löpande text, avsnitt för avsnitt';


--
-- Name: answered_problem; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.answered_problem (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    answered_problem_id uuid DEFAULT app.uuidv7() NOT NULL,
    area_id uuid,
    cause_id uuid,
    picture_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    CONSTRAINT answered_by_one CHECK ((num_nonnulls(area_id, cause_id) = 1))
);

ALTER TABLE ONLY app.answered_problem FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE answered_problem; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.answered_problem IS 'Problem i lägesbilden som ett område eller en orsak svarar mot';


--
-- Name: attachment; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.attachment (
    municipality_code text NOT NULL,
    attachment_id uuid DEFAULT app.uuidv7() NOT NULL,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    follow_up_id uuid,
    file_name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT attachment_check CHECK ((sha256 = sha256(content))),
    CONSTRAINT attachment_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760))),
    CONSTRAINT attachment_content_is_its_type CHECK (
CASE media_type
    WHEN 'application/pdf'::text THEN (SUBSTRING(content FROM 1 FOR 5) = '\x255044462d'::bytea)
    WHEN 'image/png'::text THEN (SUBSTRING(content FROM 1 FOR 8) = '\x89504e470d0a1a0a'::bytea)
    ELSE (SUBSTRING(content FROM 1 FOR 3) = '\xffd8ff'::bytea)
END),
    CONSTRAINT attachment_file_name_check CHECK (((file_name <> ''::text) AND (char_length(file_name) <= 200))),
    CONSTRAINT attachment_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
    CONSTRAINT attachment_of_one CHECK ((num_nonnulls(agreement_id, picture_id, plan_id, follow_up_id) = 1))
);
ALTER TABLE ONLY app.attachment ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE ONLY app.attachment FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE attachment; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.attachment IS 'Bilaga: inskannat original, protokoll, enkätrapport';


--
-- Name: cause; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.cause (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    cause_id uuid DEFAULT app.uuidv7() NOT NULL,
    area_id uuid NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    problem_ids uuid[],
    CONSTRAINT cause_position_check CHECK (("position" > 0)),
    CONSTRAINT cause_text_check CHECK ((text <> ''::text))
);

ALTER TABLE ONLY app.cause FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE cause; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.cause IS 'Orsak inom ett prioriterat område';


--
-- Name: comment; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.comment (
    municipality_code text NOT NULL,
    comment_id uuid DEFAULT app.uuidv7() NOT NULL,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    about text,
    text text NOT NULL,
    written_by text DEFAULT ''::text NOT NULL,
    written_as text DEFAULT ''::text NOT NULL,
    written_at timestamp with time zone DEFAULT now() NOT NULL,
    resolved_by text,
    resolved_at timestamp with time zone,
    CONSTRAINT comment_about_check CHECK (((about <> ''::text) AND (char_length(about) <= 200))),
    CONSTRAINT comment_check CHECK (((resolved_by IS NULL) = (resolved_at IS NULL))),
    CONSTRAINT comment_on_one CHECK ((num_nonnulls(agreement_id, picture_id, plan_id) = 1)),
    CONSTRAINT comment_text_check CHECK ((text <> ''::text))
);

ALTER TABLE ONLY app.comment FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE comment; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.comment IS 'Kommentar till ett utkast, tills den är åtgärdad';


--
-- Name: contact; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.contact (
    municipality_code text NOT NULL,
    contact_id uuid DEFAULT app.uuidv7() NOT NULL,
    party_id uuid NOT NULL,
    name text NOT NULL,
    ended_on date,
    email text,
    name_apart uuid,
    CONSTRAINT contact_email CHECK (((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(email) <= 254))),
    CONSTRAINT contact_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 200)))
);

ALTER TABLE ONLY app.contact FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE contact; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.contact IS 'Kontaktperson hos en ansvarig';


--
-- Name: dropped_measure; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.dropped_measure (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    lineage_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT dropped_measure_reason_check CHECK ((reason <> ''::text))
);

ALTER TABLE ONLY app.dropped_measure FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE dropped_measure; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.dropped_measure IS 'Åtgärd som en revidering inte tog med, och varför';


--
-- Name: group_member; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.group_member (
    municipality_code text NOT NULL,
    member_id uuid DEFAULT app.uuidv7() NOT NULL,
    name text,
    role text,
    organisation text NOT NULL,
    member_from date NOT NULL,
    member_to date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT group_member_is_someone CHECK ((num_nonnulls(name, role) > 0)),
    CONSTRAINT group_member_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 200))),
    CONSTRAINT group_member_organisation_check CHECK (((organisation <> ''::text) AND (char_length(organisation) <= 200))),
    CONSTRAINT group_member_period CHECK ((member_to >= member_from)),
    CONSTRAINT group_member_role_check CHECK (((role <> ''::text) AND (char_length(role) <= 200)))
);

ALTER TABLE ONLY app.group_member FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE group_member; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.group_member IS 'Ledamot i BRÅ-gruppen: en person eller en roll hos en organisation';


--
-- Name: import; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.import (
    municipality_code text NOT NULL,
    import_id uuid DEFAULT app.uuidv7() NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea NOT NULL,
    preview json NOT NULL,
    state text DEFAULT 'previewed'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by text DEFAULT ''::text NOT NULL,
    confirmed_at timestamp with time zone,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    CONSTRAINT import_check CHECK ((sha256 = sha256(content))),
    CONSTRAINT import_content_check CHECK ((octet_length(content) <= 10485760)),
    CONSTRAINT import_file_name_check CHECK ((file_name <> ''::text)),
    CONSTRAINT import_made_something CHECK (((state = 'confirmed'::text) = ((confirmed_at IS NOT NULL) AND (COALESCE(agreement_id, picture_id, plan_id) IS NOT NULL)))),
    CONSTRAINT import_media_type CHECK ((media_type = ANY (ARRAY['text/plain'::text, 'text/markdown'::text, 'text/csv'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text, 'application/vnd.oasis.opendocument.text'::text, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'::text, 'application/pdf'::text]))),
    CONSTRAINT import_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'confirmed'::text])))
);

ALTER TABLE ONLY app.import FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE import; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.import IS 'Import: dokumentet som det kom, dess kontrollsumma och förslaget som lästes ur det';


--
-- Name: measure_status; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.measure_status (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    status text NOT NULL,
    stated_status text,
    follow_up_count integer NOT NULL,
    latest_follow_up_id uuid NOT NULL,
    latest_party_id uuid,
    latest_status text NOT NULL,
    latest_on date NOT NULL,
    latest_text text,
    latest_recorded_at timestamp with time zone NOT NULL,
    quantities jsonb DEFAULT '[]'::jsonb NOT NULL
);

ALTER TABLE ONLY app.measure_status FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE measure_status; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.measure_status IS 'Åtgärdens läge och senaste uppföljning (härledd)';


--
-- Name: meeting; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.meeting (
    municipality_code text NOT NULL,
    meeting_id uuid DEFAULT app.uuidv7() NOT NULL,
    held_on date NOT NULL,
    place text,
    notes text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT meeting_notes_check CHECK ((notes <> ''::text)),
    CONSTRAINT meeting_place_check CHECK ((place <> ''::text))
);

ALTER TABLE ONLY app.meeting FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE meeting; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.meeting IS 'Möte i BRÅ-gruppen';


--
-- Name: meeting_attendance; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.meeting_attendance (
    municipality_code text NOT NULL,
    meeting_id uuid NOT NULL,
    member_id uuid NOT NULL
);

ALTER TABLE ONLY app.meeting_attendance FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE meeting_attendance; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.meeting_attendance IS 'Närvarande vid mötet';


--
-- Name: meeting_decision; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.meeting_decision (
    municipality_code text NOT NULL,
    meeting_id uuid NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    CONSTRAINT meeting_decision_on_one CHECK ((num_nonnulls(agreement_id, picture_id, plan_id) <= 1)),
    CONSTRAINT meeting_decision_position_check CHECK (("position" > 0)),
    CONSTRAINT meeting_decision_text_check CHECK ((text <> ''::text))
);

ALTER TABLE ONLY app.meeting_decision FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE meeting_decision; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.meeting_decision IS 'Beslut vid mötet, och handlingen det gäller';


--
-- Name: municipality; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.municipality (
    municipality_code text NOT NULL,
    name text NOT NULL,
    district_code text NOT NULL,
    group_label text DEFAULT 'BRÅ-gruppen'::text NOT NULL,
    plan_label text DEFAULT 'handlingsplan'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT municipality_group_label_check CHECK ((group_label <> ''::text)),
    CONSTRAINT municipality_municipality_code_check CHECK ((municipality_code ~ '^[0-9]{4}$'::text)),
    CONSTRAINT municipality_name_check CHECK ((name <> ''::text)),
    CONSTRAINT municipality_plan_label_check CHECK ((plan_label <> ''::text))
);

ALTER TABLE ONLY app.municipality FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE municipality; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.municipality IS 'Kommun (SCB:s kommunkod), dess lokalpolisområde och dess namn på grupp och plan';


--
-- Name: police_district; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.police_district (
    district_code text NOT NULL,
    name text NOT NULL,
    region_name text NOT NULL,
    CONSTRAINT police_district_district_code_check CHECK ((district_code ~ '^[a-z][a-z0-9-]{1,62}$'::text)),
    CONSTRAINT police_district_name_check CHECK ((name <> ''::text)),
    CONSTRAINT police_district_region_name_check CHECK ((region_name <> ''::text))
);

ALTER TABLE ONLY app.police_district FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE police_district; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.police_district IS 'Lokalpolisområde med sin polisregion';


--
-- Name: priority_area; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.priority_area (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    area_id uuid DEFAULT app.uuidv7() NOT NULL,
    "position" integer NOT NULL,
    title text NOT NULL,
    description text,
    theme text,
    problem_ids uuid[],
    CONSTRAINT priority_area_position_check CHECK (("position" > 0)),
    CONSTRAINT priority_area_theme CHECK ((theme = ANY (ARRAY['narcotics'::text, 'violence'::text, 'domesticViolence'::text, 'youth'::text, 'propertyCrime'::text, 'fraud'::text, 'traffic'::text, 'publicEnvironment'::text, 'neighbourhoodWatch'::text, 'extremism'::text, 'safety'::text, 'other'::text]))),
    CONSTRAINT priority_area_title_check CHECK ((title <> ''::text))
);

ALTER TABLE ONLY app.priority_area FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE priority_area; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.priority_area IS 'Prioriterat område';


--
-- Name: problem; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.problem (
    municipality_code text NOT NULL,
    picture_id uuid NOT NULL,
    problem_id uuid DEFAULT app.uuidv7() NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    predecessor_id uuid,
    CONSTRAINT problem_position_check CHECK (("position" > 0)),
    CONSTRAINT problem_text_check CHECK ((text <> ''::text))
);

ALTER TABLE ONLY app.problem FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE problem; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.problem IS 'Problem i lägesbilden';


--
-- Name: problem_source; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.problem_source (
    municipality_code text NOT NULL,
    picture_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    source_id uuid NOT NULL
);

ALTER TABLE ONLY app.problem_source FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE problem_source; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.problem_source IS 'Vilka källor ett problem stöder sig på';


--
-- Name: prolongation; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.prolongation (
    municipality_code text NOT NULL,
    agreement_id uuid NOT NULL,
    prolongation_id uuid DEFAULT app.uuidv7() NOT NULL,
    effective_end date,
    reason text,
    state text DEFAULT 'proposed'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT prolongation_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT prolongation_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'signed'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY app.prolongation FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE prolongation; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.prolongation IS 'Förlängning av en överenskommelse: en egen handling som undertecknas';


--
-- Name: promise; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.promise (
    municipality_code text NOT NULL,
    promise_id uuid DEFAULT app.uuidv7() NOT NULL,
    agreement_id uuid NOT NULL,
    "position" integer NOT NULL,
    promisor text NOT NULL,
    text text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    prepared_by text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT promise_position_check CHECK (("position" > 0)),
    CONSTRAINT promise_prepared_by_check CHECK ((prepared_by <> ''::text)),
    CONSTRAINT promise_promisor_check CHECK ((promisor = ANY (ARRAY['municipality'::text, 'police'::text, 'joint'::text]))),
    CONSTRAINT promise_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text]))),
    CONSTRAINT promise_text_check CHECK ((text <> ''::text))
);

ALTER TABLE ONLY app.promise FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE promise; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.promise IS 'Medborgarlöfte: vad kommunen, polisen eller båda lovar';


--
-- Name: remembered_decision; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.remembered_decision (
    municipality_code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    decision jsonb NOT NULL,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT remembered_decision_kind_check CHECK ((kind = ANY (ARRAY['column'::text, 'split'::text, 'merge'::text]))),
    CONSTRAINT remembered_decision_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 200)))
);

ALTER TABLE ONLY app.remembered_decision FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE remembered_decision; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.remembered_decision IS 'Beslut om kolumner och ansvariga vid import, som föreslås nästa gång';


--
-- Name: responsibility; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.responsibility (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    party_id uuid NOT NULL,
    contact_id uuid,
    "position" integer NOT NULL,
    lead boolean DEFAULT false NOT NULL,
    adopted_contact_id uuid,
    CONSTRAINT responsibility_position_check CHECK (("position" > 0))
);

ALTER TABLE ONLY app.responsibility FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE responsibility; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.responsibility IS 'Ansvar: vem som svarar för åtgärden, med högst en kontaktperson';


--
-- Name: responsibility_status; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.responsibility_status (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    party_id uuid NOT NULL,
    status text NOT NULL
);

ALTER TABLE ONLY app.responsibility_status FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE responsibility_status; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.responsibility_status IS 'Varje ansvarigs senaste besked om en åtgärd (härledd)';


--
-- Name: responsible_party; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.responsible_party (
    municipality_code text NOT NULL,
    party_id uuid DEFAULT app.uuidv7() NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    form text NOT NULL,
    ended_on date,
    version integer DEFAULT 1 NOT NULL,
    merged_into_id uuid,
    name_apart uuid,
    CONSTRAINT responsible_party_form_check CHECK ((form = ANY (ARRAY['organisation'::text, 'unit'::text, 'role'::text, 'group'::text]))),
    CONSTRAINT responsible_party_kind_check CHECK ((kind = ANY (ARRAY['municipality'::text, 'police'::text, 'joint'::text, 'external'::text]))),
    CONSTRAINT responsible_party_merged_into_itself CHECK ((merged_into_id <> party_id)),
    CONSTRAINT responsible_party_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 200)))
);

ALTER TABLE ONLY app.responsible_party FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE responsible_party; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.responsible_party IS 'Ansvarig: organisation, enhet, roll eller grupp';


--
-- Name: signature; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.signature (
    municipality_code text NOT NULL,
    agreement_id uuid NOT NULL,
    signature_id uuid DEFAULT app.uuidv7() NOT NULL,
    "position" integer NOT NULL,
    party text NOT NULL,
    name text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    body text,
    place text,
    signed_on date,
    prolongation_id uuid,
    outside_system boolean DEFAULT false NOT NULL,
    attachment_id uuid,
    recorded_by text,
    recorded_at timestamp with time zone,
    content_sha256 bytea,
    annexes_sha256 bytea,
    form text,
    CONSTRAINT signature_has_form CHECK (((form IS NULL) = (content_sha256 IS NULL))),
    CONSTRAINT signature_name_check CHECK ((name <> ''::text)),
    CONSTRAINT signature_outside_has_original CHECK (((NOT outside_system) OR (attachment_id IS NOT NULL))),
    CONSTRAINT signature_party_check CHECK ((party = ANY (ARRAY['municipality'::text, 'police'::text]))),
    CONSTRAINT signature_position_check CHECK (("position" > 0))
);

ALTER TABLE ONLY app.signature FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE signature; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.signature IS 'Undertecknande: den som undertecknar för kommunen eller polisen; utan datum ännu inte undertecknad';


--
-- Name: COLUMN signature.form; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON COLUMN app.signature.form IS 'Formen som det undertecknade skrevs i när dess kontrollsumma räknades';


--
-- Name: signed_text; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.signed_text (
    municipality_code text NOT NULL,
    agreement_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    form text NOT NULL,
    text text NOT NULL,
    CONSTRAINT signed_text_is_its_digest CHECK ((sha256 = sha256(convert_to(text, 'UTF8'::name)))),
    CONSTRAINT signed_text_sha256_check CHECK ((octet_length(sha256) = 32))
);

ALTER TABLE ONLY app.signed_text FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE signed_text; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.signed_text IS 'Det som undertecknades, ord för ord, som dess kontrollsumma räknades på';


--
-- Name: situational_picture; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.situational_picture (
    municipality_code text NOT NULL,
    picture_id uuid DEFAULT app.uuidv7() NOT NULL,
    district_code text NOT NULL,
    title text NOT NULL,
    summary text,
    state text DEFAULT 'draft'::text NOT NULL,
    established_on date,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    established_by text,
    predecessor_id uuid,
    CONSTRAINT situational_picture_check CHECK (((state = 'draft'::text) = (established_on IS NULL))),
    CONSTRAINT situational_picture_established_by CHECK (((state <> 'draft'::text) OR (established_by IS NULL))),
    CONSTRAINT situational_picture_established_by_check CHECK ((established_by <> ''::text)),
    CONSTRAINT situational_picture_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'established'::text, 'superseded'::text]))),
    CONSTRAINT situational_picture_title_check CHECK ((title <> ''::text))
);

ALTER TABLE ONLY app.situational_picture FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE situational_picture; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.situational_picture IS 'Lägesbild (4 § lag 2023:196): kartläggning, annan information och analys';


--
-- Name: source; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.source (
    municipality_code text NOT NULL,
    picture_id uuid NOT NULL,
    source_id uuid DEFAULT app.uuidv7() NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    dated_on date,
    CONSTRAINT source_kind_check CHECK ((kind = ANY (ARRAY['statistics'::text, 'localMapping'::text, 'survey'::text, 'safetyWalk'::text, 'citizenDialogue'::text, 'staffDialogue'::text, 'est'::text, 'earlierWork'::text, 'other'::text]))),
    CONSTRAINT source_position_check CHECK (("position" > 0)),
    CONSTRAINT source_title_check CHECK ((title <> ''::text))
);

ALTER TABLE ONLY app.source FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE source; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.source IS 'Källa till lägesbilden';


--
-- Name: unplanned_work; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.unplanned_work (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    area_id uuid NOT NULL,
    unplanned_work_id uuid DEFAULT app.uuidv7() NOT NULL,
    party_id uuid NOT NULL,
    corrects_unplanned_work_id uuid,
    period_start date NOT NULL,
    period_end date NOT NULL,
    text text NOT NULL,
    quantity numeric,
    unit text,
    approximate boolean DEFAULT false NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    recorded_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT unplanned_work_check CHECK ((corrects_unplanned_work_id <> unplanned_work_id)),
    CONSTRAINT unplanned_work_period CHECK ((period_end >= period_start)),
    CONSTRAINT unplanned_work_quantity_check CHECK (((quantity >= (0)::numeric) AND (quantity < '1000000000000'::numeric) AND (scale(quantity) <= 6))),
    CONSTRAINT unplanned_work_text_check CHECK ((text <> ''::text)),
    CONSTRAINT unplanned_work_unit_check CHECK ((unit <> ''::text))
);

ALTER TABLE ONLY app.unplanned_work FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE unplanned_work; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.unplanned_work IS 'Arbete inom ett område som ingen åtgärd i planen nämner; skrivs en gång';


--
-- Name: chain_head; Type: TABLE; Schema: audit; Owner: -
--

CREATE TABLE audit.chain_head (
    municipality_code text NOT NULL,
    sequence bigint NOT NULL,
    hash bytea NOT NULL
);

ALTER TABLE ONLY audit.chain_head FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE chain_head; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON TABLE audit.chain_head IS 'Kedjans senaste länk för varje kommun';


--
-- Name: change; Type: TABLE; Schema: audit; Owner: -
--

CREATE TABLE audit.change (
    municipality_code text NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    actor_issuer text,
    actor_subject text,
    actor_name text,
    actor_role text,
    table_name text NOT NULL,
    action text NOT NULL,
    label text NOT NULL,
    before jsonb,
    after jsonb,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT change_action_check CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE ONLY audit.change FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE change; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON TABLE audit.change IS 'Ändringslogg: vem, när, vad, före och efter; kan bara växa';


--
-- Name: personal_value; Type: TABLE; Schema: audit; Owner: -
--

CREATE TABLE audit.personal_value (
    municipality_code text NOT NULL,
    sequence bigint NOT NULL,
    side text NOT NULL,
    column_name text NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    CONSTRAINT personal_value_side_check CHECK ((side = ANY (ARRAY['before'::text, 'after'::text])))
);

ALTER TABLE ONLY audit.personal_value FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE personal_value; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON TABLE audit.personal_value IS 'Personuppgifter i ändringsloggen, skilda från kedjan så att de kan gallras';


--
-- Name: ansvar; Type: VIEW; Schema: bi; Owner: -
--

CREATE VIEW bi.ansvar WITH (security_invoker='true', security_barrier='true') AS
 SELECT rader_ansvar.kommunkod,
    rader_ansvar.handlingsplan_id,
    rader_ansvar.atgard_id,
    rader_ansvar.ansvarig_id,
    rader_ansvar.ansvarig,
    rader_ansvar.slag,
    rader_ansvar.form,
    rader_ansvar.huvudansvar,
    rader_ansvar.status
   FROM bi.rader_ansvar() rader_ansvar(kommunkod, handlingsplan_id, atgard_id, ansvarig_id, ansvarig, slag, form, huvudansvar, status);


--
-- Name: VIEW ansvar; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON VIEW bi.ansvar IS 'Vem som ansvarar för varje åtgärd, och vad den senast har meddelat';


--
-- Name: COLUMN ansvar.kommunkod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.kommunkod IS 'SCB:s kommunkod';


--
-- Name: COLUMN ansvar.handlingsplan_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.handlingsplan_id IS 'Handlingsplanens id';


--
-- Name: COLUMN ansvar.atgard_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.atgard_id IS 'Åtgärdens id';


--
-- Name: COLUMN ansvar.ansvarig_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.ansvarig_id IS 'Den ansvarigas id';


--
-- Name: COLUMN ansvar.ansvarig; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.ansvarig IS 'Den ansvarigas namn (organisation, enhet, roll eller grupp)';


--
-- Name: COLUMN ansvar.slag; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.slag IS 'kommun, polis, gemensam eller extern';


--
-- Name: COLUMN ansvar.form; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.form IS 'organisation, enhet, roll eller grupp';


--
-- Name: COLUMN ansvar.huvudansvar; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.huvudansvar IS 'Sant för den som leder åtgärden';


--
-- Name: COLUMN ansvar.status; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.ansvar.status IS 'Den ansvarigas senaste besked om sin del';


--
-- Name: atgard; Type: VIEW; Schema: bi; Owner: -
--

CREATE VIEW bi.atgard WITH (security_invoker='true', security_barrier='true') AS
 SELECT rader_atgard.kommunkod,
    rader_atgard.handlingsplan_id,
    rader_atgard.omrade_id,
    rader_atgard.atgard_id,
    rader_atgard.harstamning_id,
    rader_atgard.ordning,
    rader_atgard.orsak,
    rader_atgard.atgard,
    rader_atgard.planerad_uppfoljning,
    rader_atgard.status,
    rader_atgard.antal_uppfoljningar,
    rader_atgard.senast_uppfoljd
   FROM bi.rader_atgard() rader_atgard(kommunkod, handlingsplan_id, omrade_id, atgard_id, harstamning_id, ordning, orsak, atgard, planerad_uppfoljning, status, antal_uppfoljningar, senast_uppfoljd);


--
-- Name: VIEW atgard; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON VIEW bi.atgard IS 'Åtgärder med orsak och läge';


--
-- Name: COLUMN atgard.kommunkod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.kommunkod IS 'SCB:s kommunkod';


--
-- Name: COLUMN atgard.handlingsplan_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.handlingsplan_id IS 'Handlingsplanens id';


--
-- Name: COLUMN atgard.omrade_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.omrade_id IS 'Det prioriterade områdets id';


--
-- Name: COLUMN atgard.atgard_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.atgard_id IS 'Åtgärdens id i planen';


--
-- Name: COLUMN atgard.harstamning_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.harstamning_id IS 'Åtgärdens id genom alla år';


--
-- Name: COLUMN atgard.ordning; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.ordning IS 'Åtgärdens plats i planen, från 1';


--
-- Name: COLUMN atgard.orsak; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.orsak IS 'Orsaken som åtgärden svarar mot; tomt när ingen anges';


--
-- Name: COLUMN atgard.atgard; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.atgard IS 'Åtgärdens text';


--
-- Name: COLUMN atgard.planerad_uppfoljning; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.planerad_uppfoljning IS 'Hur åtgärden ska följas upp enligt planen';


--
-- Name: COLUMN atgard.status; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.status IS 'ej påbörjad, pågår, genomförd, delvis genomförd, ej genomförd, inställd eller ingen uppgift';


--
-- Name: COLUMN atgard.antal_uppfoljningar; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.antal_uppfoljningar IS 'Antal uppföljningar som registrerats, rättelser inräknade';


--
-- Name: COLUMN atgard.senast_uppfoljd; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.atgard.senast_uppfoljd IS 'Sista dagen i den senaste uppföljningens period';


--
-- Name: dim_kommun; Type: VIEW; Schema: bi; Owner: -
--

CREATE VIEW bi.dim_kommun WITH (security_invoker='true', security_barrier='true') AS
 SELECT rader_dim_kommun.kommunkod,
    rader_dim_kommun.kommun,
    rader_dim_kommun.lokalpolisomrade_kod,
    rader_dim_kommun.lokalpolisomrade,
    rader_dim_kommun.polisregion
   FROM bi.rader_dim_kommun() rader_dim_kommun(kommunkod, kommun, lokalpolisomrade_kod, lokalpolisomrade, polisregion);


--
-- Name: VIEW dim_kommun; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON VIEW bi.dim_kommun IS 'Kommuner som inloggningen får se';


--
-- Name: COLUMN dim_kommun.kommunkod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.dim_kommun.kommunkod IS 'SCB:s kommunkod, fyra siffror';


--
-- Name: COLUMN dim_kommun.kommun; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.dim_kommun.kommun IS 'Kommunens namn';


--
-- Name: COLUMN dim_kommun.lokalpolisomrade_kod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.dim_kommun.lokalpolisomrade_kod IS 'Lokalpolisområdets kod i tjänsten';


--
-- Name: COLUMN dim_kommun.lokalpolisomrade; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.dim_kommun.lokalpolisomrade IS 'Lokalpolisområdets namn';


--
-- Name: COLUMN dim_kommun.polisregion; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.dim_kommun.polisregion IS 'Polisregionens namn';


--
-- Name: handlingsplan; Type: VIEW; Schema: bi; Owner: -
--

CREATE VIEW bi.handlingsplan WITH (security_invoker='true', security_barrier='true') AS
 SELECT rader_handlingsplan.kommunkod,
    rader_handlingsplan.handlingsplan_id,
    rader_handlingsplan.overenskommelse_id,
    rader_handlingsplan.ar,
    rader_handlingsplan.galler_fran,
    rader_handlingsplan.galler_till,
    rader_handlingsplan.status,
    rader_handlingsplan.antagen_av,
    rader_handlingsplan.antagen_datum
   FROM bi.rader_handlingsplan() rader_handlingsplan(kommunkod, handlingsplan_id, overenskommelse_id, ar, galler_fran, galler_till, status, antagen_av, antagen_datum);


--
-- Name: VIEW handlingsplan; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON VIEW bi.handlingsplan IS 'Handlingsplaner som är antagna, avslutade eller ersatta';


--
-- Name: COLUMN handlingsplan.kommunkod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.kommunkod IS 'SCB:s kommunkod';


--
-- Name: COLUMN handlingsplan.handlingsplan_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.handlingsplan_id IS 'Handlingsplanens id';


--
-- Name: COLUMN handlingsplan.overenskommelse_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.overenskommelse_id IS 'Överenskommelsen som planen hör till';


--
-- Name: COLUMN handlingsplan.ar; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.ar IS 'Planens år';


--
-- Name: COLUMN handlingsplan.galler_fran; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.galler_fran IS 'Planens första dag';


--
-- Name: COLUMN handlingsplan.galler_till; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.galler_till IS 'Planens sista dag';


--
-- Name: COLUMN handlingsplan.status; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.status IS 'antagen, avslutad eller ersatt';


--
-- Name: COLUMN handlingsplan.antagen_av; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.antagen_av IS 'Organet som antog planen';


--
-- Name: COLUMN handlingsplan.antagen_datum; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.handlingsplan.antagen_datum IS 'Dagen då planen antogs';


--
-- Name: overenskommelse; Type: VIEW; Schema: bi; Owner: -
--

CREATE VIEW bi.overenskommelse WITH (security_invoker='true', security_barrier='true') AS
 SELECT rader_overenskommelse.kommunkod,
    rader_overenskommelse.overenskommelse_id,
    rader_overenskommelse.titel,
    rader_overenskommelse.lokalpolisomrade_kod,
    rader_overenskommelse.galler_fran,
    rader_overenskommelse.galler_till,
    rader_overenskommelse.upphor,
    rader_overenskommelse.status
   FROM bi.rader_overenskommelse() rader_overenskommelse(kommunkod, overenskommelse_id, titel, lokalpolisomrade_kod, galler_fran, galler_till, upphor, status);


--
-- Name: VIEW overenskommelse; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON VIEW bi.overenskommelse IS 'Samverkansöverenskommelser som är föreslagna, undertecknade eller uppsagda';


--
-- Name: COLUMN overenskommelse.kommunkod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.overenskommelse.kommunkod IS 'SCB:s kommunkod';


--
-- Name: COLUMN overenskommelse.overenskommelse_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.overenskommelse.overenskommelse_id IS 'Överenskommelsens id';


--
-- Name: COLUMN overenskommelse.titel; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.overenskommelse.titel IS 'Överenskommelsens titel';


--
-- Name: COLUMN overenskommelse.lokalpolisomrade_kod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.overenskommelse.lokalpolisomrade_kod IS 'Lokalpolisområdet som är part';


--
-- Name: COLUMN overenskommelse.galler_fran; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.overenskommelse.galler_fran IS 'Avtalsperiodens första dag';


--
-- Name: COLUMN overenskommelse.galler_till; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.overenskommelse.galler_till IS 'Avtalsperiodens sista dag som den undertecknades; tomt = tills vidare';


--
-- Name: COLUMN overenskommelse.upphor; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.overenskommelse.upphor IS 'Sista dagen efter förlängning eller uppsägning; tomt = tills vidare';


--
-- Name: COLUMN overenskommelse.status; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.overenskommelse.status IS 'föreslagen, kommande, gällande, avslutad eller uppsagd';


--
-- Name: prioriterat_omrade; Type: VIEW; Schema: bi; Owner: -
--

CREATE VIEW bi.prioriterat_omrade WITH (security_invoker='true', security_barrier='true') AS
 SELECT rader_prioriterat_omrade.kommunkod,
    rader_prioriterat_omrade.handlingsplan_id,
    rader_prioriterat_omrade.omrade_id,
    rader_prioriterat_omrade.ordning,
    rader_prioriterat_omrade.titel,
    rader_prioriterat_omrade.tema
   FROM bi.rader_prioriterat_omrade() rader_prioriterat_omrade(kommunkod, handlingsplan_id, omrade_id, ordning, titel, tema);


--
-- Name: VIEW prioriterat_omrade; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON VIEW bi.prioriterat_omrade IS 'Prioriterade områden i handlingsplanerna';


--
-- Name: COLUMN prioriterat_omrade.kommunkod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.prioriterat_omrade.kommunkod IS 'SCB:s kommunkod';


--
-- Name: COLUMN prioriterat_omrade.handlingsplan_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.prioriterat_omrade.handlingsplan_id IS 'Handlingsplanens id';


--
-- Name: COLUMN prioriterat_omrade.omrade_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.prioriterat_omrade.omrade_id IS 'Områdets id';


--
-- Name: COLUMN prioriterat_omrade.ordning; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.prioriterat_omrade.ordning IS 'Områdets plats i planen, från 1';


--
-- Name: COLUMN prioriterat_omrade.titel; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.prioriterat_omrade.titel IS 'Områdets rubrik';


--
-- Name: COLUMN prioriterat_omrade.tema; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.prioriterat_omrade.tema IS 'Vad området handlar om, lika för hela lokalpolisområdet; tomt när inget är valt';


--
-- Name: uppfoljning; Type: VIEW; Schema: bi; Owner: -
--

CREATE VIEW bi.uppfoljning WITH (security_invoker='true', security_barrier='true') AS
 SELECT rader_uppfoljning.kommunkod,
    rader_uppfoljning.handlingsplan_id,
    rader_uppfoljning.atgard_id,
    rader_uppfoljning.uppfoljning_id,
    rader_uppfoljning.ansvarig_id,
    rader_uppfoljning.ansvarig,
    rader_uppfoljning.fran,
    rader_uppfoljning.till,
    rader_uppfoljning.status,
    rader_uppfoljning.text,
    rader_uppfoljning.skal,
    rader_uppfoljning.antal,
    rader_uppfoljning.enhet,
    rader_uppfoljning.ungefarligt,
    rader_uppfoljning.rattar_id,
    rader_uppfoljning.rattad,
    rader_uppfoljning.registrerad
   FROM bi.rader_uppfoljning() rader_uppfoljning(kommunkod, handlingsplan_id, atgard_id, uppfoljning_id, ansvarig_id, ansvarig, fran, till, status, text, skal, antal, enhet, ungefarligt, rattar_id, rattad, registrerad);


--
-- Name: VIEW uppfoljning; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON VIEW bi.uppfoljning IS 'Uppföljningar; summera antal bara där rattad är falskt';


--
-- Name: COLUMN uppfoljning.kommunkod; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.kommunkod IS 'SCB:s kommunkod';


--
-- Name: COLUMN uppfoljning.handlingsplan_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.handlingsplan_id IS 'Handlingsplanens id';


--
-- Name: COLUMN uppfoljning.atgard_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.atgard_id IS 'Åtgärdens id';


--
-- Name: COLUMN uppfoljning.uppfoljning_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.uppfoljning_id IS 'Uppföljningens id';


--
-- Name: COLUMN uppfoljning.ansvarig_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.ansvarig_id IS 'Den ansvariga som uppföljningen talar för; tomt = åtgärden som helhet';


--
-- Name: COLUMN uppfoljning.ansvarig; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.ansvarig IS 'Den ansvarigas namn';


--
-- Name: COLUMN uppfoljning.fran; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.fran IS 'Första dagen som uppföljningen gäller';


--
-- Name: COLUMN uppfoljning.till; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.till IS 'Sista dagen som uppföljningen gäller';


--
-- Name: COLUMN uppfoljning.status; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.status IS 'Läget enligt uppföljningen';


--
-- Name: COLUMN uppfoljning.text; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.text IS 'Vad som gjordes';


--
-- Name: COLUMN uppfoljning.skal; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.skal IS 'Skälet när något inte blev av, blev delvis av eller ställdes in';


--
-- Name: COLUMN uppfoljning.antal; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.antal IS 'Antal, i den enhet som anges';


--
-- Name: COLUMN uppfoljning.enhet; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.enhet IS 'Vad antalet räknar';


--
-- Name: COLUMN uppfoljning.ungefarligt; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.ungefarligt IS 'Sant när antalet är ungefärligt';


--
-- Name: COLUMN uppfoljning.rattar_id; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.rattar_id IS 'Uppföljningen som denna rättar';


--
-- Name: COLUMN uppfoljning.rattad; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.rattad IS 'Sant när en senare uppföljning har rättat denna';


--
-- Name: COLUMN uppfoljning.registrerad; Type: COMMENT; Schema: bi; Owner: -
--

COMMENT ON COLUMN bi.uppfoljning.registrerad IS 'När uppföljningen registrerades (UTC)';


--
-- Name: bi_login bi_login_pkey; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.bi_login
    ADD CONSTRAINT bi_login_pkey PRIMARY KEY (login_name);


--
-- Name: caller_grant caller_grant_issuer_subject_municipality_code_district_code_key; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_issuer_subject_municipality_code_district_code_key UNIQUE NULLS NOT DISTINCT (issuer, subject, municipality_code, district_code);


--
-- Name: caller_grant caller_grant_pkey; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_pkey PRIMARY KEY (grant_id);


--
-- Name: idempotency_key idempotency_key_used; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.idempotency_key
    ADD CONSTRAINT idempotency_key_used PRIMARY KEY (municipality_code, issuer, subject, key);


--
-- Name: issuer issuer_pkey; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.issuer
    ADD CONSTRAINT issuer_pkey PRIMARY KEY (issuer);


--
-- Name: known_right known_right_pkey; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.known_right
    ADD CONSTRAINT known_right_pkey PRIMARY KEY (issuer_kind, place, may);


--
-- Name: role role_pkey; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (role);


--
-- Name: role_right role_right_pkey; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.role_right
    ADD CONSTRAINT role_right_pkey PRIMARY KEY (role, may);


--
-- Name: role role_role_issuer_kind_place_key; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.role
    ADD CONSTRAINT role_role_issuer_kind_place_key UNIQUE (role, issuer_kind, place);


--
-- Name: role role_role_place_key; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.role
    ADD CONSTRAINT role_role_place_key UNIQUE (role, place);


--
-- Name: seal seal_pkey; Type: CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.seal
    ADD CONSTRAINT seal_pkey PRIMARY KEY (only_row);


--
-- Name: action_plan action_plan_of_picture; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_of_picture UNIQUE (municipality_code, plan_id, picture_id);


--
-- Name: action_plan action_plan_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_pkey PRIMARY KEY (municipality_code, plan_id);


--
-- Name: action_plan action_plan_revised_once_a_year; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_revised_once_a_year UNIQUE (municipality_code, revises_plan_id, year);


--
-- Name: adopted_contact adopted_contact_once; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.adopted_contact
    ADD CONSTRAINT adopted_contact_once UNIQUE (municipality_code, plan_id, contact_id);


--
-- Name: adopted_contact adopted_contact_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.adopted_contact
    ADD CONSTRAINT adopted_contact_pkey PRIMARY KEY (municipality_code, adopted_contact_id);


--
-- Name: agreement agreement_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (municipality_code, agreement_id);


--
-- Name: agreement_section agreement_section_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.agreement_section
    ADD CONSTRAINT agreement_section_pkey PRIMARY KEY (municipality_code, agreement_id, "position");


--
-- Name: agreement agreement_signed_periods_overlap; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_signed_periods_overlap EXCLUDE USING gist (municipality_code WITH =, daterange(period_start, effective_end, '[]'::text) WITH &&) WHERE ((state = ANY (ARRAY['signed'::text, 'terminated'::text])));


--
-- Name: answered_problem answered_problem_once; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_once UNIQUE NULLS NOT DISTINCT (municipality_code, plan_id, area_id, cause_id, problem_id);


--
-- Name: answered_problem answered_problem_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_pkey PRIMARY KEY (municipality_code, plan_id, answered_problem_id);


--
-- Name: attachment attachment_of_agreement; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_of_agreement UNIQUE (municipality_code, agreement_id, attachment_id);


--
-- Name: attachment attachment_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_pkey PRIMARY KEY (municipality_code, attachment_id);


--
-- Name: cause cause_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.cause
    ADD CONSTRAINT cause_pkey PRIMARY KEY (municipality_code, plan_id, cause_id);


--
-- Name: cause cause_within_area; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.cause
    ADD CONSTRAINT cause_within_area UNIQUE (municipality_code, plan_id, area_id, cause_id);


--
-- Name: comment comment_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_pkey PRIMARY KEY (municipality_code, comment_id);


--
-- Name: contact contact_municipality_code_party_id_contact_id_key; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.contact
    ADD CONSTRAINT contact_municipality_code_party_id_contact_id_key UNIQUE (municipality_code, party_id, contact_id);


--
-- Name: contact contact_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (municipality_code, contact_id);


--
-- Name: dropped_measure dropped_measure_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.dropped_measure
    ADD CONSTRAINT dropped_measure_pkey PRIMARY KEY (municipality_code, plan_id, lineage_id);


--
-- Name: follow_up follow_up_already_corrected; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_already_corrected UNIQUE (municipality_code, corrects_follow_up_id);


--
-- Name: follow_up follow_up_id; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_id UNIQUE (municipality_code, follow_up_id);


--
-- Name: follow_up follow_up_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_pkey PRIMARY KEY (municipality_code, plan_id, measure_id, follow_up_id);


--
-- Name: group_member group_member_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.group_member
    ADD CONSTRAINT group_member_pkey PRIMARY KEY (municipality_code, member_id);


--
-- Name: import import_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (municipality_code, import_id);


--
-- Name: measure measure_lineage; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_lineage UNIQUE (municipality_code, plan_id, measure_id, lineage_id);


--
-- Name: measure measure_lineage_once; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_lineage_once UNIQUE (municipality_code, plan_id, lineage_id);


--
-- Name: measure measure_municipality_code_measure_id_key; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_municipality_code_measure_id_key UNIQUE (municipality_code, measure_id);


--
-- Name: measure measure_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (municipality_code, plan_id, measure_id);


--
-- Name: measure_status measure_status_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.measure_status
    ADD CONSTRAINT measure_status_pkey PRIMARY KEY (municipality_code, plan_id, measure_id);


--
-- Name: meeting_attendance meeting_attendance_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting_attendance
    ADD CONSTRAINT meeting_attendance_pkey PRIMARY KEY (municipality_code, meeting_id, member_id);


--
-- Name: meeting_decision meeting_decision_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_pkey PRIMARY KEY (municipality_code, meeting_id, "position");


--
-- Name: meeting meeting_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (municipality_code, meeting_id);


--
-- Name: municipality municipality_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.municipality
    ADD CONSTRAINT municipality_pkey PRIMARY KEY (municipality_code);


--
-- Name: police_district police_district_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.police_district
    ADD CONSTRAINT police_district_pkey PRIMARY KEY (district_code);


--
-- Name: priority_area priority_area_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.priority_area
    ADD CONSTRAINT priority_area_pkey PRIMARY KEY (municipality_code, plan_id, area_id);


--
-- Name: priority_area priority_area_position; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.priority_area
    ADD CONSTRAINT priority_area_position UNIQUE (municipality_code, plan_id, "position") DEFERRABLE;


--
-- Name: problem problem_of_picture; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_of_picture UNIQUE (municipality_code, picture_id, problem_id);


--
-- Name: problem problem_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_pkey PRIMARY KEY (municipality_code, problem_id);


--
-- Name: problem problem_position; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_position UNIQUE (municipality_code, picture_id, "position") DEFERRABLE;


--
-- Name: problem_source problem_source_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.problem_source
    ADD CONSTRAINT problem_source_pkey PRIMARY KEY (municipality_code, picture_id, problem_id, source_id);


--
-- Name: prolongation prolongation_municipality_code_agreement_id_prolongation_id_key; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.prolongation
    ADD CONSTRAINT prolongation_municipality_code_agreement_id_prolongation_id_key UNIQUE (municipality_code, agreement_id, prolongation_id);


--
-- Name: prolongation prolongation_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.prolongation
    ADD CONSTRAINT prolongation_pkey PRIMARY KEY (municipality_code, prolongation_id);


--
-- Name: promise promise_municipality_code_agreement_id_position_key; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.promise
    ADD CONSTRAINT promise_municipality_code_agreement_id_position_key UNIQUE (municipality_code, agreement_id, "position");


--
-- Name: promise promise_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (municipality_code, promise_id);


--
-- Name: remembered_decision remembered_decision_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.remembered_decision
    ADD CONSTRAINT remembered_decision_pkey PRIMARY KEY (municipality_code, kind, name);


--
-- Name: responsibility responsibility_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_pkey PRIMARY KEY (municipality_code, plan_id, measure_id, party_id);


--
-- Name: responsibility_status responsibility_status_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsibility_status
    ADD CONSTRAINT responsibility_status_pkey PRIMARY KEY (municipality_code, plan_id, measure_id, party_id);


--
-- Name: responsible_party responsible_party_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsible_party
    ADD CONSTRAINT responsible_party_pkey PRIMARY KEY (municipality_code, party_id);


--
-- Name: signature signature_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_pkey PRIMARY KEY (municipality_code, signature_id);


--
-- Name: signature signature_position; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_position UNIQUE NULLS NOT DISTINCT (municipality_code, agreement_id, prolongation_id, "position") DEFERRABLE;


--
-- Name: signed_text signed_text_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.signed_text
    ADD CONSTRAINT signed_text_pkey PRIMARY KEY (municipality_code, agreement_id, sha256);


--
-- Name: situational_picture situational_picture_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_pkey PRIMARY KEY (municipality_code, picture_id);


--
-- Name: situational_picture situational_picture_revised_once; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_revised_once UNIQUE (municipality_code, predecessor_id);


--
-- Name: source source_of_picture; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.source
    ADD CONSTRAINT source_of_picture UNIQUE (municipality_code, picture_id, source_id);


--
-- Name: source source_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (municipality_code, source_id);


--
-- Name: source source_position; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.source
    ADD CONSTRAINT source_position UNIQUE (municipality_code, picture_id, "position") DEFERRABLE;


--
-- Name: unplanned_work unplanned_work_already_corrected; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_already_corrected UNIQUE (municipality_code, plan_id, corrects_unplanned_work_id);


--
-- Name: unplanned_work unplanned_work_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_pkey PRIMARY KEY (municipality_code, plan_id, unplanned_work_id);


--
-- Name: chain_head chain_head_pkey; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.chain_head
    ADD CONSTRAINT chain_head_pkey PRIMARY KEY (municipality_code);


--
-- Name: change change_pkey; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (municipality_code, sequence);


--
-- Name: personal_value personal_value_pkey; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.personal_value
    ADD CONSTRAINT personal_value_pkey PRIMARY KEY (municipality_code, sequence, side, column_name);


--
-- Name: action_plan_by_registration; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX action_plan_by_registration ON app.action_plan USING btree (municipality_code, registration_number);


--
-- Name: action_plan_by_year; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX action_plan_by_year ON app.action_plan USING btree (municipality_code, year DESC, plan_id);


--
-- Name: agreement_by_period; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX agreement_by_period ON app.agreement USING btree (municipality_code, period_start DESC, agreement_id);


--
-- Name: agreement_by_registration; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX agreement_by_registration ON app.agreement USING btree (municipality_code, registration_number);


--
-- Name: attachment_by_follow_up; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX attachment_by_follow_up ON app.attachment USING btree (municipality_code, follow_up_id) WHERE (follow_up_id IS NOT NULL);


--
-- Name: attachment_by_picture; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX attachment_by_picture ON app.attachment USING btree (municipality_code, picture_id) WHERE (picture_id IS NOT NULL);


--
-- Name: attachment_by_plan; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX attachment_by_plan ON app.attachment USING btree (municipality_code, plan_id) WHERE (plan_id IS NOT NULL);


--
-- Name: comment_by_agreement; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX comment_by_agreement ON app.comment USING btree (municipality_code, agreement_id) WHERE (agreement_id IS NOT NULL);


--
-- Name: comment_by_picture; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX comment_by_picture ON app.comment USING btree (municipality_code, picture_id) WHERE (picture_id IS NOT NULL);


--
-- Name: comment_by_plan; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX comment_by_plan ON app.comment USING btree (municipality_code, plan_id) WHERE (plan_id IS NOT NULL);


--
-- Name: contact_name; Type: INDEX; Schema: app; Owner: -
--

CREATE UNIQUE INDEX contact_name ON app.contact USING btree (municipality_code, party_id, app.name_key(name), name_apart) NULLS NOT DISTINCT;


--
-- Name: follow_up_latest; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX follow_up_latest ON app.follow_up USING btree (municipality_code, lineage_id, party_id, period_end DESC, recorded_at DESC, follow_up_id DESC);


--
-- Name: follow_up_latest_of_measure; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX follow_up_latest_of_measure ON app.follow_up USING btree (municipality_code, lineage_id, period_end DESC, recorded_at DESC, follow_up_id DESC);


--
-- Name: measure_by_lineage; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX measure_by_lineage ON app.measure USING btree (municipality_code, lineage_id);


--
-- Name: meeting_by_day; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX meeting_by_day ON app.meeting USING btree (municipality_code, held_on DESC, meeting_id);


--
-- Name: problem_by_predecessor; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX problem_by_predecessor ON app.problem USING btree (municipality_code, predecessor_id) WHERE (predecessor_id IS NOT NULL);


--
-- Name: prolongation_open; Type: INDEX; Schema: app; Owner: -
--

CREATE UNIQUE INDEX prolongation_open ON app.prolongation USING btree (municipality_code, agreement_id) WHERE (state = 'proposed'::text);


--
-- Name: responsibility_by_party; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX responsibility_by_party ON app.responsibility USING btree (municipality_code, party_id);


--
-- Name: responsibility_lead; Type: INDEX; Schema: app; Owner: -
--

CREATE UNIQUE INDEX responsibility_lead ON app.responsibility USING btree (municipality_code, plan_id, measure_id) WHERE lead;


--
-- Name: responsible_party_by_merger; Type: INDEX; Schema: app; Owner: -
--

CREATE INDEX responsible_party_by_merger ON app.responsible_party USING btree (municipality_code, merged_into_id) WHERE (merged_into_id IS NOT NULL);


--
-- Name: responsible_party_name; Type: INDEX; Schema: app; Owner: -
--

CREATE UNIQUE INDEX responsible_party_name ON app.responsible_party USING btree (municipality_code, app.name_key(name), name_apart) NULLS NOT DISTINCT;


--
-- Name: bi_login audit; Type: TRIGGER; Schema: access; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.bi_login FOR EACH ROW EXECUTE FUNCTION audit.record('BI-inloggningen', 'login_name');


--
-- Name: caller_grant audit; Type: TRIGGER; Schema: access; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.caller_grant FOR EACH ROW EXECUTE FUNCTION audit.record('Behörigheten', 'role', '', 'place');


--
-- Name: issuer audit; Type: TRIGGER; Schema: access; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.issuer FOR EACH ROW EXECUTE FUNCTION audit.record('Utfärdaren', 'issuer');


--
-- Name: role audit; Type: TRIGGER; Schema: access; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.role FOR EACH ROW EXECUTE FUNCTION audit.record('Rollen', 'role');


--
-- Name: role_right audit; Type: TRIGGER; Schema: access; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.role_right FOR EACH ROW EXECUTE FUNCTION audit.record('Rollens rättighet', 'may');


--
-- Name: agreement_section admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.agreement_section FOR EACH ROW EXECUTE FUNCTION app.admit_agreement_part();


--
-- Name: answered_problem admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.answered_problem FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();


--
-- Name: cause admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.cause FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();


--
-- Name: comment admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT ON app.comment FOR EACH ROW EXECUTE FUNCTION app.admit_comment();


--
-- Name: dropped_measure admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.dropped_measure FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();


--
-- Name: follow_up admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT ON app.follow_up FOR EACH ROW EXECUTE FUNCTION app.admit_follow_up();


--
-- Name: measure admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.measure FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();


--
-- Name: priority_area admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.priority_area FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();


--
-- Name: problem admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.problem FOR EACH ROW EXECUTE FUNCTION app.admit_picture_part();


--
-- Name: problem_source admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.problem_source FOR EACH ROW EXECUTE FUNCTION app.admit_picture_part();


--
-- Name: prolongation admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT ON app.prolongation FOR EACH ROW EXECUTE FUNCTION app.admit_prolongation();


--
-- Name: promise admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.promise FOR EACH ROW EXECUTE FUNCTION app.admit_agreement_part();


--
-- Name: responsibility admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE OF municipality_code, plan_id, measure_id, party_id, contact_id, "position", lead ON app.responsibility FOR EACH ROW EXECUTE FUNCTION app.admit_responsibility();


--
-- Name: signature admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.signature FOR EACH ROW EXECUTE FUNCTION app.admit_signature();


--
-- Name: source admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.source FOR EACH ROW EXECUTE FUNCTION app.admit_picture_part();


--
-- Name: unplanned_work admit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit AFTER INSERT ON app.unplanned_work FOR EACH ROW EXECUTE FUNCTION app.admit_unplanned_work();


--
-- Name: agreement admit_return; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit_return AFTER UPDATE ON app.agreement FOR EACH ROW WHEN (((old.state = 'proposed'::text) AND (new.state = 'draft'::text))) EXECUTE FUNCTION app.void_signatures();


--
-- Name: action_plan admit_revision; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit_revision AFTER INSERT ON app.action_plan FOR EACH ROW EXECUTE FUNCTION app.admit_revision();


--
-- Name: situational_picture admit_revision; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit_revision AFTER INSERT ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION app.admit_picture_revision();


--
-- Name: situational_picture admit_successor; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit_successor AFTER UPDATE ON app.situational_picture FOR EACH ROW WHEN (((old.state = 'draft'::text) AND (new.state = 'established'::text))) EXECUTE FUNCTION app.establish_picture();


--
-- Name: agreement admit_termination; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER admit_termination AFTER UPDATE ON app.agreement FOR EACH ROW WHEN ((((old.state = 'signed'::text) AND (new.state = 'terminated'::text)) OR ((old.replaced_by_id IS NULL) AND (new.replaced_by_id IS NOT NULL)))) EXECUTE FUNCTION app.withdraw_prolongation();


--
-- Name: action_plan adopt; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER adopt AFTER UPDATE ON app.action_plan FOR EACH ROW WHEN (((old.state = 'draft'::text) AND (new.state = 'adopted'::text))) EXECUTE FUNCTION app.adopt_plan();


--
-- Name: action_plan audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.action_plan FOR EACH ROW EXECUTE FUNCTION audit.record('Handlingsplanen', 'year');


--
-- Name: adopted_contact audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.adopted_contact FOR EACH ROW EXECUTE FUNCTION audit.record('Kontaktpersonens namn vid fastställandet', '', 'name');


--
-- Name: agreement audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.agreement FOR EACH ROW EXECUTE FUNCTION audit.record('Överenskommelsen', 'title');


--
-- Name: agreement_section audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.agreement_section FOR EACH ROW EXECUTE FUNCTION audit.record('Avsnittet', 'heading');


--
-- Name: answered_problem audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.answered_problem FOR EACH ROW EXECUTE FUNCTION audit.record('Problemet som besvaras', '');


--
-- Name: attachment audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.attachment FOR EACH ROW EXECUTE FUNCTION audit.record('Bilagan', 'file_name', '', 'content,created_by');


--
-- Name: cause audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.cause FOR EACH ROW EXECUTE FUNCTION audit.record('Orsaken', 'text', '', 'problem_ids');


--
-- Name: comment audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.comment FOR EACH ROW EXECUTE FUNCTION audit.record('Kommentaren', 'text', '', 'written_by,resolved_by');


--
-- Name: contact audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.contact FOR EACH ROW EXECUTE FUNCTION audit.record('Kontaktpersonen', '', 'name,email');


--
-- Name: dropped_measure audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.dropped_measure FOR EACH ROW EXECUTE FUNCTION audit.record('Åtgärden som utgick', 'reason');


--
-- Name: follow_up audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.follow_up FOR EACH ROW EXECUTE FUNCTION audit.record('Uppföljningen', 'text', '', 'recorded_by');


--
-- Name: group_member audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.group_member FOR EACH ROW EXECUTE FUNCTION audit.record('Ledamoten', 'organisation', 'name');


--
-- Name: import audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.import FOR EACH ROW EXECUTE FUNCTION audit.record('Importen', 'file_name', '', 'content,preview,created_by');


--
-- Name: measure audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.measure FOR EACH ROW EXECUTE FUNCTION audit.record('Åtgärden', 'text');


--
-- Name: meeting audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.meeting FOR EACH ROW EXECUTE FUNCTION audit.record('Mötet', 'held_on');


--
-- Name: meeting_attendance audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.meeting_attendance FOR EACH ROW EXECUTE FUNCTION audit.record('Närvaron', '');


--
-- Name: meeting_decision audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.meeting_decision FOR EACH ROW EXECUTE FUNCTION audit.record('Beslutet', 'text');


--
-- Name: municipality audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.municipality FOR EACH ROW EXECUTE FUNCTION audit.record('Kommunen', 'name');


--
-- Name: police_district audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.police_district FOR EACH ROW EXECUTE FUNCTION audit.record('Lokalpolisområdet', 'name');


--
-- Name: priority_area audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.priority_area FOR EACH ROW EXECUTE FUNCTION audit.record('Området', 'title', '', 'problem_ids');


--
-- Name: problem audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.problem FOR EACH ROW EXECUTE FUNCTION audit.record('Problemet', 'text');


--
-- Name: problem_source audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.problem_source FOR EACH ROW EXECUTE FUNCTION audit.record('Problemets källa', '');


--
-- Name: prolongation audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.prolongation FOR EACH ROW EXECUTE FUNCTION audit.record('Förlängningen', 'effective_end');


--
-- Name: promise audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.promise FOR EACH ROW EXECUTE FUNCTION audit.record('Löftet', 'text');


--
-- Name: remembered_decision audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.remembered_decision FOR EACH ROW EXECUTE FUNCTION audit.record('Beslut vid import', 'name', '', 'decided_at');


--
-- Name: responsibility audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.responsibility FOR EACH ROW EXECUTE FUNCTION audit.record('Ansvaret', '', '', 'adopted_contact_id');


--
-- Name: responsible_party audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.responsible_party FOR EACH ROW EXECUTE FUNCTION audit.record('Ansvarig', 'name');


--
-- Name: signature audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.signature FOR EACH ROW EXECUTE FUNCTION audit.record('Undertecknandet', 'title', 'name', 'recorded_by');


--
-- Name: signed_text audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.signed_text FOR EACH ROW EXECUTE FUNCTION audit.record('Det undertecknade', 'form', '', 'text');


--
-- Name: situational_picture audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION audit.record('Lägesbilden', 'title');


--
-- Name: source audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.source FOR EACH ROW EXECUTE FUNCTION audit.record('Källan', 'title');


--
-- Name: unplanned_work audit; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.unplanned_work FOR EACH ROW EXECUTE FUNCTION audit.record('Det oplanerade arbetet', 'text', '', 'recorded_by');


--
-- Name: agreement begin; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER begin BEFORE INSERT ON app.agreement FOR EACH ROW EXECUTE FUNCTION app.begin_agreement();


--
-- Name: situational_picture begin; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER begin BEFORE INSERT ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION app.begin_picture();


--
-- Name: group_member count_version; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER count_version BEFORE UPDATE ON app.group_member FOR EACH ROW EXECUTE FUNCTION app.count_version();


--
-- Name: meeting count_version; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER count_version BEFORE UPDATE ON app.meeting FOR EACH ROW EXECUTE FUNCTION app.count_version();


--
-- Name: municipality count_version; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER count_version BEFORE UPDATE ON app.municipality FOR EACH ROW EXECUTE FUNCTION app.count_version();


--
-- Name: promise count_version; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER count_version BEFORE UPDATE ON app.promise FOR EACH ROW EXECUTE FUNCTION app.count_version();


--
-- Name: responsible_party count_version; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER count_version BEFORE UPDATE ON app.responsible_party FOR EACH ROW EXECUTE FUNCTION app.count_version();


--
-- Name: answered_problem derive; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER derive AFTER INSERT OR DELETE ON app.answered_problem FOR EACH ROW EXECUTE FUNCTION app.derive_problem_ids();


--
-- Name: follow_up derive; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER derive AFTER INSERT ON app.follow_up REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.derive_status();


--
-- Name: measure drop_reason; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER drop_reason AFTER DELETE ON app.measure FOR EACH ROW EXECUTE FUNCTION app.require_drop_reason();


--
-- Name: responsible_party follow_merge; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER follow_merge AFTER UPDATE ON app.responsible_party FOR EACH ROW WHEN (((old.merged_into_id IS NULL) AND (new.merged_into_id IS NOT NULL))) EXECUTE FUNCTION access.follow_merge();


--
-- Name: action_plan guard; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER guard BEFORE UPDATE ON app.action_plan FOR EACH ROW EXECUTE FUNCTION app.guard_action_plan();


--
-- Name: agreement guard; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER guard BEFORE UPDATE ON app.agreement FOR EACH ROW EXECUTE FUNCTION app.guard_agreement();


--
-- Name: prolongation guard; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER guard BEFORE UPDATE ON app.prolongation FOR EACH ROW EXECUTE FUNCTION app.guard_prolongation();


--
-- Name: responsible_party guard; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER guard BEFORE UPDATE ON app.responsible_party FOR EACH ROW EXECUTE FUNCTION app.guard_party();


--
-- Name: situational_picture guard; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER guard BEFORE UPDATE ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION app.guard_picture();


--
-- Name: import guard_state; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER guard_state BEFORE UPDATE ON app.import FOR EACH ROW EXECUTE FUNCTION app.guard_import_state();


--
-- Name: measure lineage; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER lineage AFTER INSERT ON app.measure FOR EACH ROW EXECUTE FUNCTION app.require_own_lineage();


--
-- Name: contact rename; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER rename BEFORE UPDATE ON app.contact FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION app.rename_contact();


--
-- Name: attachment stamp; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER stamp BEFORE INSERT ON app.attachment FOR EACH ROW EXECUTE FUNCTION app.stamp_attachment();


--
-- Name: comment stamp; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app.comment FOR EACH ROW EXECUTE FUNCTION app.stamp_comment();


--
-- Name: follow_up stamp; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER stamp BEFORE INSERT ON app.follow_up FOR EACH ROW EXECUTE FUNCTION app.stamp_follow_up();


--
-- Name: import stamp; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER stamp BEFORE INSERT ON app.import FOR EACH ROW EXECUTE FUNCTION app.stamp_import();


--
-- Name: signature stamp; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER stamp BEFORE UPDATE ON app.signature FOR EACH ROW EXECUTE FUNCTION app.stamp_signature();


--
-- Name: unplanned_work stamp; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER stamp BEFORE INSERT ON app.unplanned_work FOR EACH ROW EXECUTE FUNCTION app.stamp_follow_up();


--
-- Name: follow_up stamp_order; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER stamp_order BEFORE INSERT ON app.follow_up FOR EACH ROW EXECUTE FUNCTION app.keep_order();


--
-- Name: change append_only; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit.change FOR EACH ROW EXECUTE FUNCTION audit.refuse();


--
-- Name: chain_head no_truncate; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit.chain_head FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();


--
-- Name: change no_truncate; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit.change FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();


--
-- Name: personal_value no_truncate; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit.personal_value FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();


--
-- Name: bi_login bi_login_district_code_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.bi_login
    ADD CONSTRAINT bi_login_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);


--
-- Name: caller_grant caller_grant_district_code_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);


--
-- Name: caller_grant caller_grant_issuer_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_issuer_fkey FOREIGN KEY (issuer) REFERENCES access.issuer(issuer);


--
-- Name: caller_grant caller_grant_municipality_code_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: caller_grant caller_grant_role_place_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_role_place_fkey FOREIGN KEY (role, place) REFERENCES access.role(role, place);


--
-- Name: idempotency_key idempotency_key_municipality_code_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.idempotency_key
    ADD CONSTRAINT idempotency_key_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: issuer issuer_district_code_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.issuer
    ADD CONSTRAINT issuer_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);


--
-- Name: issuer issuer_municipality_code_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.issuer
    ADD CONSTRAINT issuer_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: role_right role_right_issuer_kind_place_may_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.role_right
    ADD CONSTRAINT role_right_issuer_kind_place_may_fkey FOREIGN KEY (issuer_kind, place, may) REFERENCES access.known_right(issuer_kind, place, may);


--
-- Name: role_right role_right_role_issuer_kind_place_fkey; Type: FK CONSTRAINT; Schema: access; Owner: -
--

ALTER TABLE ONLY access.role_right
    ADD CONSTRAINT role_right_role_issuer_kind_place_fkey FOREIGN KEY (role, issuer_kind, place) REFERENCES access.role(role, issuer_kind, place);


--
-- Name: action_plan action_plan_agreement; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: action_plan action_plan_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: action_plan action_plan_picture; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_picture FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);


--
-- Name: action_plan action_plan_revises; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_revises FOREIGN KEY (municipality_code, revises_plan_id) REFERENCES app.action_plan(municipality_code, plan_id);


--
-- Name: adopted_contact adopted_contact_municipality_code_contact_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.adopted_contact
    ADD CONSTRAINT adopted_contact_municipality_code_contact_id_fkey FOREIGN KEY (municipality_code, contact_id) REFERENCES app.contact(municipality_code, contact_id);


--
-- Name: adopted_contact adopted_contact_municipality_code_plan_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.adopted_contact
    ADD CONSTRAINT adopted_contact_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);


--
-- Name: agreement agreement_district_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);


--
-- Name: agreement agreement_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: agreement agreement_predecessor; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_predecessor FOREIGN KEY (municipality_code, predecessor_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: agreement agreement_replaced_by; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_replaced_by FOREIGN KEY (municipality_code, replaced_by_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: agreement_section agreement_section_municipality_code_agreement_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.agreement_section
    ADD CONSTRAINT agreement_section_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: answered_problem answered_problem_municipality_code_plan_id_area_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_municipality_code_plan_id_area_id_fkey FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);


--
-- Name: answered_problem answered_problem_municipality_code_plan_id_cause_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_municipality_code_plan_id_cause_id_fkey FOREIGN KEY (municipality_code, plan_id, cause_id) REFERENCES app.cause(municipality_code, plan_id, cause_id);


--
-- Name: answered_problem answered_problem_of_picture; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_of_picture FOREIGN KEY (municipality_code, picture_id, problem_id) REFERENCES app.problem(municipality_code, picture_id, problem_id);


--
-- Name: answered_problem answered_problem_picture_of_plan; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_picture_of_plan FOREIGN KEY (municipality_code, plan_id, picture_id) REFERENCES app.action_plan(municipality_code, plan_id, picture_id);


--
-- Name: attachment attachment_municipality_code_agreement_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: attachment attachment_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: attachment attachment_municipality_code_follow_up_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_municipality_code_follow_up_id_fkey FOREIGN KEY (municipality_code, follow_up_id) REFERENCES app.follow_up(municipality_code, follow_up_id);


--
-- Name: attachment attachment_municipality_code_picture_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_municipality_code_picture_id_fkey FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);


--
-- Name: attachment attachment_municipality_code_plan_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);


--
-- Name: cause cause_area; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.cause
    ADD CONSTRAINT cause_area FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);


--
-- Name: comment comment_municipality_code_agreement_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: comment comment_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: comment comment_municipality_code_picture_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_municipality_code_picture_id_fkey FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);


--
-- Name: comment comment_municipality_code_plan_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);


--
-- Name: contact contact_municipality_code_party_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.contact
    ADD CONSTRAINT contact_municipality_code_party_id_fkey FOREIGN KEY (municipality_code, party_id) REFERENCES app.responsible_party(municipality_code, party_id);


--
-- Name: dropped_measure dropped_measure_municipality_code_measure_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.dropped_measure
    ADD CONSTRAINT dropped_measure_municipality_code_measure_id_fkey FOREIGN KEY (municipality_code, measure_id) REFERENCES app.measure(municipality_code, measure_id);


--
-- Name: dropped_measure dropped_measure_municipality_code_plan_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.dropped_measure
    ADD CONSTRAINT dropped_measure_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);


--
-- Name: follow_up follow_up_corrects; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_corrects FOREIGN KEY (municipality_code, corrects_follow_up_id) REFERENCES app.follow_up(municipality_code, follow_up_id);


--
-- Name: follow_up follow_up_measure; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_measure FOREIGN KEY (municipality_code, plan_id, measure_id, lineage_id) REFERENCES app.measure(municipality_code, plan_id, measure_id, lineage_id);


--
-- Name: follow_up follow_up_party; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_party FOREIGN KEY (municipality_code, plan_id, measure_id, party_id) REFERENCES app.responsibility(municipality_code, plan_id, measure_id, party_id);


--
-- Name: group_member group_member_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.group_member
    ADD CONSTRAINT group_member_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: import import_municipality_code_agreement_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: import import_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: import import_municipality_code_picture_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_municipality_code_picture_id_fkey FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: import import_municipality_code_plan_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: measure measure_area; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_area FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);


--
-- Name: measure measure_cause; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_cause FOREIGN KEY (municipality_code, plan_id, area_id, cause_id) REFERENCES app.cause(municipality_code, plan_id, area_id, cause_id) ON UPDATE CASCADE;


--
-- Name: measure_status measure_status_municipality_code_plan_id_measure_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.measure_status
    ADD CONSTRAINT measure_status_municipality_code_plan_id_measure_id_fkey FOREIGN KEY (municipality_code, plan_id, measure_id) REFERENCES app.measure(municipality_code, plan_id, measure_id);


--
-- Name: meeting_attendance meeting_attendance_member; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting_attendance
    ADD CONSTRAINT meeting_attendance_member FOREIGN KEY (municipality_code, member_id) REFERENCES app.group_member(municipality_code, member_id);


--
-- Name: meeting_attendance meeting_attendance_municipality_code_meeting_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting_attendance
    ADD CONSTRAINT meeting_attendance_municipality_code_meeting_id_fkey FOREIGN KEY (municipality_code, meeting_id) REFERENCES app.meeting(municipality_code, meeting_id);


--
-- Name: meeting_decision meeting_decision_agreement; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: meeting_decision meeting_decision_municipality_code_meeting_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_municipality_code_meeting_id_fkey FOREIGN KEY (municipality_code, meeting_id) REFERENCES app.meeting(municipality_code, meeting_id);


--
-- Name: meeting_decision meeting_decision_picture; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_picture FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);


--
-- Name: meeting_decision meeting_decision_plan; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_plan FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);


--
-- Name: meeting meeting_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.meeting
    ADD CONSTRAINT meeting_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: municipality municipality_district_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.municipality
    ADD CONSTRAINT municipality_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);


--
-- Name: priority_area priority_area_municipality_code_plan_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.priority_area
    ADD CONSTRAINT priority_area_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);


--
-- Name: problem problem_municipality_code_picture_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_municipality_code_picture_id_fkey FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);


--
-- Name: problem problem_predecessor; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_predecessor FOREIGN KEY (municipality_code, predecessor_id) REFERENCES app.problem(municipality_code, problem_id);


--
-- Name: problem_source problem_source_municipality_code_picture_id_problem_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.problem_source
    ADD CONSTRAINT problem_source_municipality_code_picture_id_problem_id_fkey FOREIGN KEY (municipality_code, picture_id, problem_id) REFERENCES app.problem(municipality_code, picture_id, problem_id);


--
-- Name: problem_source problem_source_of_picture; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.problem_source
    ADD CONSTRAINT problem_source_of_picture FOREIGN KEY (municipality_code, picture_id, source_id) REFERENCES app.source(municipality_code, picture_id, source_id);


--
-- Name: prolongation prolongation_municipality_code_agreement_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.prolongation
    ADD CONSTRAINT prolongation_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: promise promise_agreement; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.promise
    ADD CONSTRAINT promise_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: remembered_decision remembered_decision_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.remembered_decision
    ADD CONSTRAINT remembered_decision_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: responsibility responsibility_adopted_contact; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_adopted_contact FOREIGN KEY (municipality_code, adopted_contact_id) REFERENCES app.adopted_contact(municipality_code, adopted_contact_id);


--
-- Name: responsibility responsibility_contact; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_contact FOREIGN KEY (municipality_code, party_id, contact_id) REFERENCES app.contact(municipality_code, party_id, contact_id);


--
-- Name: responsibility responsibility_municipality_code_plan_id_measure_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_municipality_code_plan_id_measure_id_fkey FOREIGN KEY (municipality_code, plan_id, measure_id) REFERENCES app.measure(municipality_code, plan_id, measure_id);


--
-- Name: responsibility responsibility_party; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_party FOREIGN KEY (municipality_code, party_id) REFERENCES app.responsible_party(municipality_code, party_id);


--
-- Name: responsibility_status responsibility_status_municipality_code_plan_id_measure_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsibility_status
    ADD CONSTRAINT responsibility_status_municipality_code_plan_id_measure_id_fkey FOREIGN KEY (municipality_code, plan_id, measure_id, party_id) REFERENCES app.responsibility(municipality_code, plan_id, measure_id, party_id);


--
-- Name: responsible_party responsible_party_merged_into; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsible_party
    ADD CONSTRAINT responsible_party_merged_into FOREIGN KEY (municipality_code, merged_into_id) REFERENCES app.responsible_party(municipality_code, party_id);


--
-- Name: responsible_party responsible_party_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.responsible_party
    ADD CONSTRAINT responsible_party_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: signature signature_municipality_code_agreement_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: signature signature_original; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_original FOREIGN KEY (municipality_code, agreement_id, attachment_id) REFERENCES app.attachment(municipality_code, agreement_id, attachment_id);


--
-- Name: signature signature_prolongation; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_prolongation FOREIGN KEY (municipality_code, agreement_id, prolongation_id) REFERENCES app.prolongation(municipality_code, agreement_id, prolongation_id);


--
-- Name: signed_text signed_text_municipality_code_agreement_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.signed_text
    ADD CONSTRAINT signed_text_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);


--
-- Name: situational_picture situational_picture_district_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);


--
-- Name: situational_picture situational_picture_municipality_code_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);


--
-- Name: situational_picture situational_picture_predecessor; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_predecessor FOREIGN KEY (municipality_code, predecessor_id) REFERENCES app.situational_picture(municipality_code, picture_id);


--
-- Name: source source_municipality_code_picture_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.source
    ADD CONSTRAINT source_municipality_code_picture_id_fkey FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);


--
-- Name: unplanned_work unplanned_work_area; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_area FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);


--
-- Name: unplanned_work unplanned_work_corrects; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_corrects FOREIGN KEY (municipality_code, plan_id, corrects_unplanned_work_id) REFERENCES app.unplanned_work(municipality_code, plan_id, unplanned_work_id);


--
-- Name: unplanned_work unplanned_work_party; Type: FK CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_party FOREIGN KEY (municipality_code, party_id) REFERENCES app.responsible_party(municipality_code, party_id);


--
-- Name: personal_value personal_value_municipality_code_sequence_fkey; Type: FK CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.personal_value
    ADD CONSTRAINT personal_value_municipality_code_sequence_fkey FOREIGN KEY (municipality_code, sequence) REFERENCES audit.change(municipality_code, sequence);


--
-- Name: caller_grant access_follows; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY access_follows ON access.caller_grant FOR UPDATE TO samverkan_access USING (true) WITH CHECK (true);


--
-- Name: bi_login access_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY access_reads ON access.bi_login FOR SELECT TO samverkan_access USING (true);


--
-- Name: caller_grant access_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY access_reads ON access.caller_grant FOR SELECT TO samverkan_access USING (true);


--
-- Name: issuer access_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY access_reads ON access.issuer FOR SELECT TO samverkan_access USING (true);


--
-- Name: role access_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY access_reads ON access.role FOR SELECT TO samverkan_access USING (true);


--
-- Name: role_right access_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY access_reads ON access.role_right FOR SELECT TO samverkan_access USING (true);


--
-- Name: seal access_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY access_reads ON access.seal FOR SELECT TO samverkan_access USING (true);


--
-- Name: bi_login; Type: ROW SECURITY; Schema: access; Owner: -
--

ALTER TABLE access.bi_login ENABLE ROW LEVEL SECURITY;

--
-- Name: caller_grant; Type: ROW SECURITY; Schema: access; Owner: -
--

ALTER TABLE access.caller_grant ENABLE ROW LEVEL SECURITY;

--
-- Name: idempotency_key; Type: ROW SECURITY; Schema: access; Owner: -
--

ALTER TABLE access.idempotency_key ENABLE ROW LEVEL SECURITY;

--
-- Name: issuer; Type: ROW SECURITY; Schema: access; Owner: -
--

ALTER TABLE access.issuer ENABLE ROW LEVEL SECURITY;

--
-- Name: known_right; Type: ROW SECURITY; Schema: access; Owner: -
--

ALTER TABLE access.known_right ENABLE ROW LEVEL SECURITY;

--
-- Name: idempotency_key municipality_inserts; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY municipality_inserts ON access.idempotency_key FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));


--
-- Name: caller_grant municipality_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY municipality_reads ON access.caller_grant FOR SELECT TO samverkan_municipality USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));


--
-- Name: idempotency_key municipality_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY municipality_reads ON access.idempotency_key FOR SELECT TO samverkan_municipality USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));


--
-- Name: caller_grant operator_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY operator_reads ON access.caller_grant FOR SELECT TO samverkan_operator USING ((( SELECT access.may('tenants.read'::text) AS may) OR ((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject)))));


--
-- Name: issuer operator_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY operator_reads ON access.issuer FOR SELECT TO samverkan_operator USING (( SELECT access.may('tenants.read'::text) AS may));


--
-- Name: bi_login owner_maintains; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY owner_maintains ON access.bi_login TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: caller_grant owner_maintains; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY owner_maintains ON access.caller_grant TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: issuer owner_maintains; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY owner_maintains ON access.issuer TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: known_right owner_maintains; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY owner_maintains ON access.known_right TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: role owner_maintains; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY owner_maintains ON access.role TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: role_right owner_maintains; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY owner_maintains ON access.role_right TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: seal owner_maintains; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY owner_maintains ON access.seal TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: idempotency_key police_inserts; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY police_inserts ON access.idempotency_key FOR INSERT TO samverkan_police WITH CHECK (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));


--
-- Name: caller_grant police_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY police_reads ON access.caller_grant FOR SELECT TO samverkan_police USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));


--
-- Name: idempotency_key police_reads; Type: POLICY; Schema: access; Owner: -
--

CREATE POLICY police_reads ON access.idempotency_key FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));


--
-- Name: role; Type: ROW SECURITY; Schema: access; Owner: -
--

ALTER TABLE access.role ENABLE ROW LEVEL SECURITY;

--
-- Name: role_right; Type: ROW SECURITY; Schema: access; Owner: -
--

ALTER TABLE access.role_right ENABLE ROW LEVEL SECURITY;

--
-- Name: seal; Type: ROW SECURITY; Schema: access; Owner: -
--

ALTER TABLE access.seal ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement access_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY access_reads ON app.agreement FOR SELECT TO samverkan_access USING (true);


--
-- Name: municipality access_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY access_reads ON app.municipality FOR SELECT TO samverkan_access USING (true);


--
-- Name: responsible_party access_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY access_reads ON app.responsible_party FOR SELECT TO samverkan_access USING (true);


--
-- Name: action_plan; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.action_plan ENABLE ROW LEVEL SECURITY;

--
-- Name: adopted_contact; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.adopted_contact ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.agreement ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement_section; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.agreement_section ENABLE ROW LEVEL SECURITY;

--
-- Name: answered_problem; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.answered_problem ENABLE ROW LEVEL SECURITY;

--
-- Name: attachment; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.attachment ENABLE ROW LEVEL SECURITY;

--
-- Name: action_plan bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.action_plan FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND (state <> 'draft'::text) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))));


--
-- Name: agreement bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.agreement FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND (state <> 'draft'::text) AND ((( SELECT access.bi_district() AS bi_district) = ''::text) OR (district_code = ( SELECT access.bi_district() AS bi_district)))));


--
-- Name: cause bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.cause FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: follow_up bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.follow_up FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: measure bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.measure FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: measure_status bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.measure_status FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: municipality bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.municipality FOR SELECT TO samverkan_bi_reader USING ((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])));


--
-- Name: police_district bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.police_district FOR SELECT TO samverkan_bi_reader USING ((cardinality(( SELECT access.bi_scope() AS bi_scope)) > 0));


--
-- Name: priority_area bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.priority_area FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: responsibility bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.responsibility FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: responsibility_status bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.responsibility_status FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: responsible_party bi_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY bi_reads ON app.responsible_party FOR SELECT TO samverkan_bi_reader USING (((municipality_code = ANY (( SELECT access.bi_scope() AS bi_scope)::text[])) AND ((municipality_code, party_id) IN ( SELECT r.municipality_code,
    r.party_id
   FROM app.responsibility r))));


--
-- Name: cause; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.cause ENABLE ROW LEVEL SECURITY;

--
-- Name: comment; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.comment ENABLE ROW LEVEL SECURITY;

--
-- Name: contact; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.contact ENABLE ROW LEVEL SECURITY;

--
-- Name: dropped_measure; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.dropped_measure ENABLE ROW LEVEL SECURITY;

--
-- Name: follow_up; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.follow_up ENABLE ROW LEVEL SECURITY;

--
-- Name: group_member; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.group_member ENABLE ROW LEVEL SECURITY;

--
-- Name: import; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.import ENABLE ROW LEVEL SECURITY;

--
-- Name: signature lock_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_inserts ON app.signature FOR INSERT TO samverkan_lock WITH CHECK (true);


--
-- Name: signed_text lock_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_inserts ON app.signed_text FOR INSERT TO samverkan_lock WITH CHECK (true);


--
-- Name: adopted_contact lock_keeps; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_keeps ON app.adopted_contact TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: measure_status lock_keeps; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_keeps ON app.measure_status TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: responsibility_status lock_keeps; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_keeps ON app.responsibility_status TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: action_plan lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.action_plan FOR SELECT TO samverkan_lock USING (true);


--
-- Name: agreement lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.agreement FOR SELECT TO samverkan_lock USING (true);


--
-- Name: agreement_section lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.agreement_section FOR SELECT TO samverkan_lock USING (true);


--
-- Name: answered_problem lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.answered_problem FOR SELECT TO samverkan_lock USING (true);


--
-- Name: cause lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.cause FOR SELECT TO samverkan_lock USING (true);


--
-- Name: contact lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.contact FOR SELECT TO samverkan_lock USING (true);


--
-- Name: dropped_measure lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.dropped_measure FOR SELECT TO samverkan_lock USING (true);


--
-- Name: follow_up lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.follow_up FOR SELECT TO samverkan_lock USING (true);


--
-- Name: measure lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.measure FOR SELECT TO samverkan_lock USING (true);


--
-- Name: priority_area lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.priority_area FOR SELECT TO samverkan_lock USING (true);


--
-- Name: prolongation lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.prolongation FOR SELECT TO samverkan_lock USING (true);


--
-- Name: promise lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.promise FOR SELECT TO samverkan_lock USING (true);


--
-- Name: responsibility lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.responsibility FOR SELECT TO samverkan_lock USING (true);


--
-- Name: responsible_party lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.responsible_party FOR SELECT TO samverkan_lock USING (true);


--
-- Name: signature lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.signature FOR SELECT TO samverkan_lock USING (true);


--
-- Name: signed_text lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.signed_text FOR SELECT TO samverkan_lock USING (true);


--
-- Name: situational_picture lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.situational_picture FOR SELECT TO samverkan_lock USING (true);


--
-- Name: unplanned_work lock_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_reads ON app.unplanned_work FOR SELECT TO samverkan_lock USING (true);


--
-- Name: action_plan lock_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_updates ON app.action_plan FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: agreement lock_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_updates ON app.agreement FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: cause lock_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_updates ON app.cause FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: priority_area lock_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_updates ON app.priority_area FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: prolongation lock_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_updates ON app.prolongation FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: responsibility lock_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_updates ON app.responsibility FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: signature lock_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_updates ON app.signature FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: situational_picture lock_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY lock_updates ON app.situational_picture FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);


--
-- Name: measure; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.measure ENABLE ROW LEVEL SECURITY;

--
-- Name: measure_status; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.measure_status ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.meeting ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_attendance; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.meeting_attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_decision; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.meeting_decision ENABLE ROW LEVEL SECURITY;

--
-- Name: municipality; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.municipality ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement_section municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.agreement_section FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: answered_problem municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.answered_problem FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: cause municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.cause FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: contact municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.contact FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: measure municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.measure FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: meeting_attendance municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.meeting_attendance FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: meeting_decision municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.meeting_decision FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: priority_area municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.priority_area FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: problem municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.problem FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: problem_source municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.problem_source FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: promise municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.promise FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: responsibility municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.responsibility FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: responsible_party municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.responsible_party FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: signature municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.signature FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: source municipality_deletes; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_deletes ON app.source FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: action_plan municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.action_plan FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));


--
-- Name: agreement municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.agreement FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));


--
-- Name: agreement_section municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.agreement_section FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: answered_problem municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.answered_problem FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: attachment municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.attachment FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) OR ((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('report.own'::text) AS may) AND ((municipality_code, follow_up_id) IN ( SELECT f.municipality_code,
    f.follow_up_id
   FROM app.follow_up f
  WHERE (f.party_id = ANY (( SELECT access.responsible_parties() AS responsible_parties)::uuid[])))))));


--
-- Name: cause municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.cause FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: comment municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.comment FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('comment.write'::text) AS may)));


--
-- Name: contact municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.contact FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: dropped_measure municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.dropped_measure FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: follow_up municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.follow_up FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (( SELECT access.may('report.any'::text) AS may) OR (( SELECT access.may('report.own'::text) AS may) AND (party_id = ANY (( SELECT access.responsible_parties() AS responsible_parties)::uuid[]))))));


--
-- Name: group_member municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.group_member FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: import municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.import FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'previewed'::text)));


--
-- Name: measure municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.measure FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: meeting municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.meeting FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: meeting_attendance municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.meeting_attendance FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: meeting_decision municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.meeting_decision FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: priority_area municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.priority_area FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: problem municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.problem FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: problem_source municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.problem_source FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: prolongation municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.prolongation FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'proposed'::text)));


--
-- Name: promise municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.promise FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));


--
-- Name: remembered_decision municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.remembered_decision FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: responsibility municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.responsibility FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: responsible_party municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.responsible_party FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: signature municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.signature FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: situational_picture municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.situational_picture FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));


--
-- Name: source municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.source FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: unplanned_work municipality_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_inserts ON app.unplanned_work FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (( SELECT access.may('report.any'::text) AS may) OR (( SELECT access.may('report.own'::text) AS may) AND (party_id = ANY (( SELECT access.responsible_parties() AS responsible_parties)::uuid[]))))));


--
-- Name: action_plan municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.action_plan FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: adopted_contact municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.adopted_contact FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: agreement municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.agreement FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: agreement_section municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.agreement_section FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: answered_problem municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.answered_problem FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: attachment municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.attachment FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: cause municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.cause FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: comment municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.comment FOR SELECT TO samverkan_municipality USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('comment.read'::text) AS may)));


--
-- Name: contact municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.contact FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: dropped_measure municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.dropped_measure FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: follow_up municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.follow_up FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: group_member municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.group_member FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: import municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.import FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: measure municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.measure FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: measure_status municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.measure_status FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: meeting municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.meeting FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: meeting_attendance municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.meeting_attendance FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: meeting_decision municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.meeting_decision FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: municipality municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.municipality FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: police_district municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.police_district FOR SELECT TO samverkan_municipality USING ((( SELECT access.municipality() AS municipality) IS NOT NULL));


--
-- Name: priority_area municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.priority_area FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: problem municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.problem FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: problem_source municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.problem_source FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: prolongation municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.prolongation FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: promise municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.promise FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: remembered_decision municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.remembered_decision FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: responsibility municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.responsibility FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: responsibility_status municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.responsibility_status FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: responsible_party municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.responsible_party FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: signature municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.signature FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: signed_text municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.signed_text FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: situational_picture municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.situational_picture FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: source municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.source FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: unplanned_work municipality_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_reads ON app.unplanned_work FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: action_plan municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.action_plan FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: agreement municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.agreement FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: cause municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.cause FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: comment municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.comment FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: contact municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.contact FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: group_member municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.group_member FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: import municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.import FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: measure municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.measure FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: meeting municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.meeting FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: municipality municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.municipality FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: priority_area municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.priority_area FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: problem municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.problem FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: prolongation municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.prolongation FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: promise municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.promise FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: remembered_decision municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.remembered_decision FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: responsibility municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.responsibility FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: responsible_party municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.responsible_party FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: signature municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.signature FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND ((signed_on IS NULL) OR (party = 'municipality'::text) OR outside_system)));


--
-- Name: situational_picture municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.situational_picture FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: source municipality_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY municipality_updates ON app.source FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));


--
-- Name: municipality operator_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY operator_reads ON app.municipality FOR SELECT TO samverkan_operator USING (( SELECT access.may('tenants.read'::text) AS may));


--
-- Name: police_district operator_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY operator_reads ON app.police_district FOR SELECT TO samverkan_operator USING (( SELECT access.may('tenants.read'::text) AS may));


--
-- Name: municipality owner_maintains; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY owner_maintains ON app.municipality TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: police_district owner_maintains; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY owner_maintains ON app.police_district TO samverkan_owner USING (true) WITH CHECK (true);


--
-- Name: police_district; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.police_district ENABLE ROW LEVEL SECURITY;

--
-- Name: attachment police_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_inserts ON app.attachment FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('report.police'::text) AS may) AND ((municipality_code, follow_up_id) IN ( SELECT f.municipality_code,
    f.follow_up_id
   FROM (app.follow_up f
     JOIN app.responsible_party r ON (((r.municipality_code = f.municipality_code) AND (r.party_id = f.party_id))))
  WHERE (r.kind = 'police'::text)))));


--
-- Name: comment police_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_inserts ON app.comment FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('comment.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: follow_up police_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_inserts ON app.follow_up FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('report.police'::text) AS may) AND (EXISTS ( SELECT
   FROM app.responsible_party r
  WHERE ((r.municipality_code = follow_up.municipality_code) AND (r.party_id = follow_up.party_id) AND (r.kind = 'police'::text)))) AND (EXISTS ( SELECT
   FROM app.action_plan p
  WHERE ((p.municipality_code = follow_up.municipality_code) AND (p.plan_id = follow_up.plan_id))))));


--
-- Name: problem police_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_inserts ON app.problem FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('problem.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: problem_source police_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_inserts ON app.problem_source FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('problem.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: unplanned_work police_inserts; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_inserts ON app.unplanned_work FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('report.police'::text) AS may) AND (EXISTS ( SELECT
   FROM app.responsible_party r
  WHERE ((r.municipality_code = unplanned_work.municipality_code) AND (r.party_id = unplanned_work.party_id) AND (r.kind = 'police'::text)))) AND (EXISTS ( SELECT
   FROM app.action_plan p
  WHERE ((p.municipality_code = unplanned_work.municipality_code) AND (p.plan_id = unplanned_work.plan_id))))));


--
-- Name: action_plan police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.action_plan FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code = ( SELECT access.municipality() AS municipality)) OR ((state <> 'draft'::text) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))))));


--
-- Name: adopted_contact police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.adopted_contact FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: agreement police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.agreement FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (((state <> 'draft'::text) AND (district_code = ( SELECT access.district() AS district))) OR (municipality_code = ( SELECT access.municipality() AS municipality)))));


--
-- Name: agreement_section police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.agreement_section FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))));


--
-- Name: answered_problem police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.answered_problem FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: attachment police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.attachment FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a)) OR ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
    p.picture_id
   FROM app.situational_picture p)) OR ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p)) OR ((municipality_code, follow_up_id) IN ( SELECT f.municipality_code,
    f.follow_up_id
   FROM app.follow_up f)))));


--
-- Name: cause police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.cause FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: comment police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.comment FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('comment.read'::text) AS may)));


--
-- Name: contact police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.contact FOR SELECT TO samverkan_police USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: dropped_measure police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.dropped_measure FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: follow_up police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.follow_up FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: group_member police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.group_member FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: import police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.import FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: measure police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.measure FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: measure_status police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.measure_status FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: meeting police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.meeting FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: meeting_attendance police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.meeting_attendance FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: meeting_decision police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.meeting_decision FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: municipality police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.municipality FOR SELECT TO samverkan_police USING (((district_code = ( SELECT access.district() AS district)) OR (municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[]))));


--
-- Name: police_district police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.police_district FOR SELECT TO samverkan_police USING ((( SELECT access.role() AS role) IS NOT NULL));


--
-- Name: priority_area police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.priority_area FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: problem police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.problem FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
    p.picture_id
   FROM app.situational_picture p))));


--
-- Name: problem_source police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.problem_source FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
    p.picture_id
   FROM app.situational_picture p))));


--
-- Name: prolongation police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.prolongation FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))));


--
-- Name: promise police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.promise FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code = ( SELECT access.municipality() AS municipality)) OR ((state <> 'draft'::text) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))))));


--
-- Name: responsibility police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.responsibility FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: responsibility_status police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.responsibility_status FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: responsible_party police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.responsible_party FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code = ( SELECT access.municipality() AS municipality)) OR ((municipality_code, party_id) IN ( SELECT r.municipality_code,
    r.party_id
   FROM app.responsibility r)))));


--
-- Name: signature police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.signature FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))));


--
-- Name: signed_text police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.signed_text FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))));


--
-- Name: situational_picture police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.situational_picture FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (((state <> 'draft'::text) AND (district_code = ( SELECT access.district() AS district))) OR (municipality_code = ( SELECT access.municipality() AS municipality)))));


--
-- Name: source police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.source FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
    p.picture_id
   FROM app.situational_picture p))));


--
-- Name: unplanned_work police_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_reads ON app.unplanned_work FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.action_plan p))));


--
-- Name: signature police_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_updates ON app.signature FOR UPDATE TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ( SELECT access.may('signature.police'::text) AS may) AND (party = 'police'::text) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a)))) WITH CHECK ((( SELECT access.may('signature.police'::text) AS may) AND (party = 'police'::text) AND (signed_on IS NOT NULL) AND (NOT outside_system)));


--
-- Name: situational_picture police_updates; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY police_updates ON app.situational_picture FOR UPDATE TO samverkan_police USING ((( SELECT access.may('problem.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality)))) WITH CHECK ((( SELECT access.may('problem.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality))));


--
-- Name: priority_area; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.priority_area ENABLE ROW LEVEL SECURITY;

--
-- Name: problem; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.problem ENABLE ROW LEVEL SECURITY;

--
-- Name: problem_source; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.problem_source ENABLE ROW LEVEL SECURITY;

--
-- Name: prolongation; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.prolongation ENABLE ROW LEVEL SECURITY;

--
-- Name: promise; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.promise ENABLE ROW LEVEL SECURITY;

--
-- Name: municipality public_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY public_reads ON app.municipality FOR SELECT TO samverkan_public USING ((municipality_code = ( SELECT access.municipality() AS municipality)));


--
-- Name: police_district public_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY public_reads ON app.police_district FOR SELECT TO samverkan_public USING ((( SELECT access.role() AS role) = 'public'::text));


--
-- Name: promise public_reads; Type: POLICY; Schema: app; Owner: -
--

CREATE POLICY public_reads ON app.promise FOR SELECT TO samverkan_public USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (state = 'published'::text)));


--
-- Name: remembered_decision; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.remembered_decision ENABLE ROW LEVEL SECURITY;

--
-- Name: responsibility; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.responsibility ENABLE ROW LEVEL SECURITY;

--
-- Name: responsibility_status; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.responsibility_status ENABLE ROW LEVEL SECURITY;

--
-- Name: responsible_party; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.responsible_party ENABLE ROW LEVEL SECURITY;

--
-- Name: signature; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.signature ENABLE ROW LEVEL SECURITY;

--
-- Name: signed_text; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.signed_text ENABLE ROW LEVEL SECURITY;

--
-- Name: situational_picture; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.situational_picture ENABLE ROW LEVEL SECURITY;

--
-- Name: source; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.source ENABLE ROW LEVEL SECURITY;

--
-- Name: unplanned_work; Type: ROW SECURITY; Schema: app; Owner: -
--

ALTER TABLE app.unplanned_work ENABLE ROW LEVEL SECURITY;

--
-- Name: chain_head audit_keeps; Type: POLICY; Schema: audit; Owner: -
--

CREATE POLICY audit_keeps ON audit.chain_head TO samverkan_audit USING (true) WITH CHECK (true);


--
-- Name: change audit_writes; Type: POLICY; Schema: audit; Owner: -
--

CREATE POLICY audit_writes ON audit.change FOR INSERT TO samverkan_audit WITH CHECK (true);


--
-- Name: personal_value audit_writes; Type: POLICY; Schema: audit; Owner: -
--

CREATE POLICY audit_writes ON audit.personal_value FOR INSERT TO samverkan_audit WITH CHECK (true);


--
-- Name: chain_head; Type: ROW SECURITY; Schema: audit; Owner: -
--

ALTER TABLE audit.chain_head ENABLE ROW LEVEL SECURITY;

--
-- Name: change; Type: ROW SECURITY; Schema: audit; Owner: -
--

ALTER TABLE audit.change ENABLE ROW LEVEL SECURITY;

--
-- Name: chain_head municipality_reads; Type: POLICY; Schema: audit; Owner: -
--

CREATE POLICY municipality_reads ON audit.chain_head FOR SELECT TO samverkan_municipality USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('log.read'::text) AS may)));


--
-- Name: change municipality_reads; Type: POLICY; Schema: audit; Owner: -
--

CREATE POLICY municipality_reads ON audit.change FOR SELECT TO samverkan_municipality USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('log.read'::text) AS may)));


--
-- Name: personal_value; Type: ROW SECURITY; Schema: audit; Owner: -
--

ALTER TABLE audit.personal_value ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA access; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA access TO samverkan_municipality;
GRANT USAGE ON SCHEMA access TO samverkan_police;
GRANT USAGE ON SCHEMA access TO samverkan_public;
GRANT USAGE ON SCHEMA access TO samverkan_operator;
GRANT USAGE ON SCHEMA access TO samverkan_bi_reader;
GRANT USAGE ON SCHEMA access TO samverkan_access;
GRANT USAGE ON SCHEMA access TO samverkan_audit;
GRANT USAGE ON SCHEMA access TO samverkan_lock;


--
-- Name: SCHEMA app; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA app TO samverkan_municipality;
GRANT USAGE ON SCHEMA app TO samverkan_police;
GRANT USAGE ON SCHEMA app TO samverkan_public;
GRANT USAGE ON SCHEMA app TO samverkan_operator;
GRANT USAGE ON SCHEMA app TO samverkan_bi_reader;
GRANT USAGE ON SCHEMA app TO samverkan_access;
GRANT USAGE ON SCHEMA app TO samverkan_audit;
GRANT USAGE ON SCHEMA app TO samverkan_lock;


--
-- Name: SCHEMA audit; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA audit TO samverkan_municipality;
GRANT USAGE ON SCHEMA audit TO samverkan_audit;


--
-- Name: SCHEMA bi; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA bi TO samverkan_bi;
GRANT USAGE ON SCHEMA bi TO samverkan_bi_reader;


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;


--
-- Name: LANGUAGE plpgsql; Type: ACL; Schema: -; Owner: -
--

REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
GRANT ALL ON LANGUAGE plpgsql TO samverkan_owner;


--
-- Name: FUNCTION actor(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.actor() FROM PUBLIC;
GRANT ALL ON FUNCTION access.actor() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.actor() TO samverkan_police;
GRANT ALL ON FUNCTION access.actor() TO samverkan_public;
GRANT ALL ON FUNCTION access.actor() TO samverkan_operator;
GRANT ALL ON FUNCTION access.actor() TO samverkan_audit;
GRANT ALL ON FUNCTION access.actor() TO samverkan_lock;


--
-- Name: FUNCTION bi_district(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.bi_district() FROM PUBLIC;
GRANT ALL ON FUNCTION access.bi_district() TO samverkan_bi_reader;


--
-- Name: FUNCTION bi_scope(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.bi_scope() FROM PUBLIC;
GRANT ALL ON FUNCTION access.bi_scope() TO samverkan_bi_reader;


--
-- Name: FUNCTION context(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.context() FROM PUBLIC;
GRANT ALL ON FUNCTION access.context() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.context() TO samverkan_police;
GRANT ALL ON FUNCTION access.context() TO samverkan_public;
GRANT ALL ON FUNCTION access.context() TO samverkan_operator;
GRANT ALL ON FUNCTION access.context() TO samverkan_audit;
GRANT ALL ON FUNCTION access.context() TO samverkan_lock;


--
-- Name: FUNCTION coordinated_municipality(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.coordinated_municipality() FROM PUBLIC;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_police;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_public;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_operator;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_audit;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_lock;


--
-- Name: FUNCTION district(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.district() FROM PUBLIC;
GRANT ALL ON FUNCTION access.district() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.district() TO samverkan_police;
GRANT ALL ON FUNCTION access.district() TO samverkan_public;
GRANT ALL ON FUNCTION access.district() TO samverkan_operator;
GRANT ALL ON FUNCTION access.district() TO samverkan_audit;
GRANT ALL ON FUNCTION access.district() TO samverkan_lock;


--
-- Name: FUNCTION enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) TO samverkan_municipality;
GRANT ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) TO samverkan_police;
GRANT ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) TO samverkan_public;
GRANT ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) TO samverkan_operator;


--
-- Name: FUNCTION follow_merge(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.follow_merge() FROM PUBLIC;


--
-- Name: FUNCTION grant_fault(p_issuer text, p_role text, p_municipality text, p_district text, p_parties uuid[]); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.grant_fault(p_issuer text, p_role text, p_municipality text, p_district text, p_parties uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION access.grant_fault(p_issuer text, p_role text, p_municipality text, p_district text, p_parties uuid[]) TO samverkan_owner;


--
-- Name: FUNCTION held_grants(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.held_grants() FROM PUBLIC;
GRANT ALL ON FUNCTION access.held_grants() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.held_grants() TO samverkan_police;
GRANT ALL ON FUNCTION access.held_grants() TO samverkan_operator;


--
-- Name: FUNCTION issuer(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.issuer() FROM PUBLIC;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_police;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_public;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_operator;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_audit;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_lock;


--
-- Name: FUNCTION may(p_right text); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.may(p_right text) FROM PUBLIC;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_municipality;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_police;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_public;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_operator;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_audit;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_lock;


--
-- Name: FUNCTION municipality(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.municipality() FROM PUBLIC;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_police;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_public;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_operator;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_audit;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_lock;


--
-- Name: FUNCTION reports(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.reports() FROM PUBLIC;
GRANT ALL ON FUNCTION access.reports() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.reports() TO samverkan_police;
GRANT ALL ON FUNCTION access.reports() TO samverkan_public;
GRANT ALL ON FUNCTION access.reports() TO samverkan_operator;
GRANT ALL ON FUNCTION access.reports() TO samverkan_audit;
GRANT ALL ON FUNCTION access.reports() TO samverkan_lock;


--
-- Name: FUNCTION responsible_parties(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.responsible_parties() FROM PUBLIC;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_police;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_public;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_operator;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_audit;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_lock;


--
-- Name: FUNCTION role(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.role() FROM PUBLIC;
GRANT ALL ON FUNCTION access.role() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.role() TO samverkan_police;
GRANT ALL ON FUNCTION access.role() TO samverkan_public;
GRANT ALL ON FUNCTION access.role() TO samverkan_operator;
GRANT ALL ON FUNCTION access.role() TO samverkan_audit;
GRANT ALL ON FUNCTION access.role() TO samverkan_lock;


--
-- Name: FUNCTION schema_version(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.schema_version() FROM PUBLIC;
GRANT ALL ON FUNCTION access.schema_version() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.schema_version() TO samverkan_police;
GRANT ALL ON FUNCTION access.schema_version() TO samverkan_public;
GRANT ALL ON FUNCTION access.schema_version() TO samverkan_operator;


--
-- Name: FUNCTION subject(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.subject() FROM PUBLIC;
GRANT ALL ON FUNCTION access.subject() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.subject() TO samverkan_police;
GRANT ALL ON FUNCTION access.subject() TO samverkan_public;
GRANT ALL ON FUNCTION access.subject() TO samverkan_operator;
GRANT ALL ON FUNCTION access.subject() TO samverkan_audit;
GRANT ALL ON FUNCTION access.subject() TO samverkan_lock;


--
-- Name: FUNCTION visible_municipalities(); Type: ACL; Schema: access; Owner: -
--

REVOKE ALL ON FUNCTION access.visible_municipalities() FROM PUBLIC;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_police;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_public;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_operator;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_audit;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_lock;


--
-- Name: FUNCTION admit_agreement_part(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_agreement_part() FROM PUBLIC;


--
-- Name: FUNCTION admit_comment(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_comment() FROM PUBLIC;


--
-- Name: FUNCTION admit_follow_up(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_follow_up() FROM PUBLIC;


--
-- Name: FUNCTION admit_picture_part(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_picture_part() FROM PUBLIC;


--
-- Name: FUNCTION admit_picture_revision(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_picture_revision() FROM PUBLIC;


--
-- Name: FUNCTION admit_plan_part(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_plan_part() FROM PUBLIC;


--
-- Name: FUNCTION admit_prolongation(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_prolongation() FROM PUBLIC;


--
-- Name: FUNCTION admit_responsibility(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_responsibility() FROM PUBLIC;


--
-- Name: FUNCTION admit_revision(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_revision() FROM PUBLIC;


--
-- Name: FUNCTION admit_signature(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_signature() FROM PUBLIC;


--
-- Name: FUNCTION admit_unplanned_work(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.admit_unplanned_work() FROM PUBLIC;


--
-- Name: FUNCTION adopt_plan(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.adopt_plan() FROM PUBLIC;


--
-- Name: FUNCTION agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) TO samverkan_police;


--
-- Name: FUNCTION arrange_picture(p_municipality text, p_picture uuid, p_moved uuid, p_position integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.arrange_picture(p_municipality text, p_picture uuid, p_moved uuid, p_position integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.arrange_picture(p_municipality text, p_picture uuid, p_moved uuid, p_position integer) TO samverkan_municipality;


--
-- Name: FUNCTION arrange_plan(p_municipality text, p_plan uuid, p_moved uuid, p_position integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.arrange_plan(p_municipality text, p_plan uuid, p_moved uuid, p_position integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.arrange_plan(p_municipality text, p_plan uuid, p_moved uuid, p_position integer) TO samverkan_municipality;


--
-- Name: FUNCTION begin_agreement(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.begin_agreement() FROM PUBLIC;


--
-- Name: FUNCTION begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean) TO samverkan_police;


--
-- Name: FUNCTION begin_picture(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.begin_picture() FROM PUBLIC;


--
-- Name: FUNCTION canonical(p_form text, p_kind text, p_municipality text, p_id uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.canonical(p_form text, p_kind text, p_municipality text, p_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical(p_form text, p_kind text, p_municipality text, p_id uuid) TO samverkan_lock;


--
-- Name: FUNCTION canonical_agreement_v1(p_municipality text, p_agreement uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.canonical_agreement_v1(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_agreement_v1(p_municipality text, p_agreement uuid) TO samverkan_lock;


--
-- Name: FUNCTION canonical_annexes_v1(p_municipality text, p_agreement uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.canonical_annexes_v1(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_annexes_v1(p_municipality text, p_agreement uuid) TO samverkan_lock;


--
-- Name: FUNCTION canonical_prolongation_v1(p_municipality text, p_prolongation uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.canonical_prolongation_v1(p_municipality text, p_prolongation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_prolongation_v1(p_municipality text, p_prolongation uuid) TO samverkan_lock;


--
-- Name: FUNCTION change_contact(p_municipality text, p_measure uuid, p_party uuid, p_contact uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.change_contact(p_municipality text, p_measure uuid, p_party uuid, p_contact uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.change_contact(p_municipality text, p_measure uuid, p_party uuid, p_contact uuid) TO samverkan_municipality;


--
-- Name: FUNCTION check_follow_ups(p_municipality text, p_lines jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.check_follow_ups(p_municipality text, p_lines jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.check_follow_ups(p_municipality text, p_lines jsonb) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.check_follow_ups(p_municipality text, p_lines jsonb) TO samverkan_police;


--
-- Name: FUNCTION count_version(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.count_version() FROM PUBLIC;


--
-- Name: FUNCTION counted_plans(p_municipality text, p_plan uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.counted_plans(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.counted_plans(p_municipality text, p_plan uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.counted_plans(p_municipality text, p_plan uuid) TO samverkan_police;
GRANT ALL ON FUNCTION app.counted_plans(p_municipality text, p_plan uuid) TO samverkan_lock;


--
-- Name: FUNCTION uuidv7(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.uuidv7() FROM PUBLIC;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_municipality;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_police;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_public;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_operator;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_access;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_lock;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_bi_reader;


--
-- Name: TABLE follow_up; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT ON TABLE app.follow_up TO samverkan_lock;


--
-- Name: COLUMN follow_up.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(plan_id),INSERT(plan_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.measure_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(measure_id),INSERT(measure_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(measure_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(measure_id) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.follow_up_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(follow_up_id),INSERT(follow_up_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(follow_up_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(follow_up_id) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.party_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(party_id),INSERT(party_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(party_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(party_id) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.corrects_follow_up_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(corrects_follow_up_id),INSERT(corrects_follow_up_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(corrects_follow_up_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(corrects_follow_up_id) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.period_start; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(period_start),INSERT(period_start) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(period_start) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.period_end; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(period_end),INSERT(period_end) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(period_end) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.status; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(status),INSERT(status) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(status) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(status) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.text; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(text),INSERT(text) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(text) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.reason; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(reason),INSERT(reason) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(reason) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(reason) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.quantity; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(quantity),INSERT(quantity) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(quantity) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(quantity) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.unit; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(unit),INSERT(unit) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(unit) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(unit) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.approximate; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(approximate),INSERT(approximate) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(approximate) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(approximate) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.recorded_at; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(recorded_at) ON TABLE app.follow_up TO samverkan_police;
GRANT SELECT(recorded_at) ON TABLE app.follow_up TO samverkan_bi_reader;


--
-- Name: COLUMN follow_up.lineage_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(lineage_id),INSERT(lineage_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(lineage_id) ON TABLE app.follow_up TO samverkan_municipality;


--
-- Name: FUNCTION derive_measure(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_plans uuid[], p_new app.follow_up); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.derive_measure(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_plans uuid[], p_new app.follow_up) FROM PUBLIC;
GRANT ALL ON FUNCTION app.derive_measure(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_plans uuid[], p_new app.follow_up) TO samverkan_lock;


--
-- Name: FUNCTION derive_part(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_party uuid, p_plans uuid[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.derive_part(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_party uuid, p_plans uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.derive_part(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_party uuid, p_plans uuid[]) TO samverkan_lock;


--
-- Name: FUNCTION derive_problem_ids(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.derive_problem_ids() FROM PUBLIC;


--
-- Name: FUNCTION derive_status(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.derive_status() FROM PUBLIC;


--
-- Name: FUNCTION establish_picture(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.establish_picture() FROM PUBLIC;


--
-- Name: FUNCTION guard_action_plan(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.guard_action_plan() FROM PUBLIC;


--
-- Name: FUNCTION guard_agreement(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.guard_agreement() FROM PUBLIC;


--
-- Name: FUNCTION guard_import_state(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.guard_import_state() FROM PUBLIC;


--
-- Name: FUNCTION guard_party(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.guard_party() FROM PUBLIC;


--
-- Name: FUNCTION guard_picture(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.guard_picture() FROM PUBLIC;


--
-- Name: FUNCTION guard_prolongation(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.guard_prolongation() FROM PUBLIC;


--
-- Name: FUNCTION has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) TO samverkan_police;


--
-- Name: FUNCTION hold_plans(p_municipality text, p_plans uuid[]); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.hold_plans(p_municipality text, p_plans uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hold_plans(p_municipality text, p_plans uuid[]) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.hold_plans(p_municipality text, p_plans uuid[]) TO samverkan_police;


--
-- Name: FUNCTION is_open_year(p_municipality text, p_plan uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_open_year(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_open_year(p_municipality text, p_plan uuid) TO samverkan_lock;


--
-- Name: FUNCTION is_possible(p_kind text, p_act text, p_state text, p_version integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) TO samverkan_lock;


--
-- Name: FUNCTION is_version(p_version integer, p_expected integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.is_version(p_version integer, p_expected integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_version(p_version integer, p_expected integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.is_version(p_version integer, p_expected integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.is_version(p_version integer, p_expected integer) TO samverkan_lock;


--
-- Name: FUNCTION keep_order(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.keep_order() FROM PUBLIC;


--
-- Name: FUNCTION may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) TO samverkan_police;


--
-- Name: TABLE measure; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT ON TABLE app.measure TO samverkan_police;
GRANT SELECT ON TABLE app.measure TO samverkan_lock;


--
-- Name: COLUMN measure.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.measure_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(measure_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(measure_id) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.area_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(area_id),UPDATE(area_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(area_id) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.cause_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(cause_id),UPDATE(cause_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(cause_id) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position"),UPDATE("position") ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT("position") ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.lineage_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(lineage_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(lineage_id) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.text; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(text),UPDATE(text) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.planned_follow_up; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(planned_follow_up),UPDATE(planned_follow_up) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(planned_follow_up) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.target; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(target),UPDATE(target) ON TABLE app.measure TO samverkan_municipality;


--
-- Name: COLUMN measure.schedule; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(schedule),UPDATE(schedule) ON TABLE app.measure TO samverkan_municipality;


--
-- Name: COLUMN measure.notes; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(notes),UPDATE(notes) ON TABLE app.measure TO samverkan_municipality;


--
-- Name: COLUMN measure.starts_on; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(starts_on),UPDATE(starts_on) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(starts_on) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.ends_on; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(ends_on),UPDATE(ends_on) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(ends_on) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.quantity; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(quantity),UPDATE(quantity) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(quantity) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: COLUMN measure.unit; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(unit),UPDATE(unit) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(unit) ON TABLE app.measure TO samverkan_bi_reader;


--
-- Name: FUNCTION measure_content(p_measure app.measure); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.measure_content(p_measure app.measure) FROM PUBLIC;
GRANT ALL ON FUNCTION app.measure_content(p_measure app.measure) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.measure_content(p_measure app.measure) TO samverkan_police;


--
-- Name: FUNCTION merge_party(p_municipality text, p_from uuid, p_into uuid, p_expected integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.merge_party(p_municipality text, p_from uuid, p_into uuid, p_expected integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_party(p_municipality text, p_from uuid, p_into uuid, p_expected integer) TO samverkan_municipality;


--
-- Name: FUNCTION name_key(p_name text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.name_key(p_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.name_key(p_name text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.name_key(p_name text) TO samverkan_police;
GRANT ALL ON FUNCTION app.name_key(p_name text) TO samverkan_lock;


--
-- Name: FUNCTION overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) TO samverkan_police;
GRANT ALL ON FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) TO samverkan_lock;


--
-- Name: FUNCTION permitted_acts(p_kind text, p_state text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.permitted_acts(p_kind text, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.permitted_acts(p_kind text, p_state text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.permitted_acts(p_kind text, p_state text) TO samverkan_police;


--
-- Name: FUNCTION place(p_place bigint, p_is_moved boolean, p_position integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.place(p_place bigint, p_is_moved boolean, p_position integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.place(p_place bigint, p_is_moved boolean, p_position integer) TO samverkan_municipality;


--
-- Name: FUNCTION plan_changes(p_municipality text, p_plan uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.plan_changes(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.plan_changes(p_municipality text, p_plan uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.plan_changes(p_municipality text, p_plan uuid) TO samverkan_police;


--
-- Name: FUNCTION plan_warnings(p_municipality text, p_plan uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.plan_warnings(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.plan_warnings(p_municipality text, p_plan uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.plan_warnings(p_municipality text, p_plan uuid) TO samverkan_police;


--
-- Name: FUNCTION possible_transitions(p_kind text, p_state text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.possible_transitions(p_kind text, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.possible_transitions(p_kind text, p_state text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.possible_transitions(p_kind text, p_state text) TO samverkan_police;
GRANT ALL ON FUNCTION app.possible_transitions(p_kind text, p_state text) TO samverkan_lock;


--
-- Name: FUNCTION problem_successors(p_municipality text, p_picture uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.problem_successors(p_municipality text, p_picture uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.problem_successors(p_municipality text, p_picture uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.problem_successors(p_municipality text, p_picture uuid) TO samverkan_police;


--
-- Name: FUNCTION prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) TO samverkan_police;


--
-- Name: FUNCTION refuse(p_constraint text, p_kind text, p_state text, p_version integer); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) TO samverkan_lock;


--
-- Name: FUNCTION refuse_parts(p_missing jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.refuse_parts(p_missing jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.refuse_parts(p_missing jsonb) TO samverkan_municipality;


--
-- Name: FUNCTION rename_contact(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.rename_contact() FROM PUBLIC;


--
-- Name: FUNCTION require_drop_reason(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.require_drop_reason() FROM PUBLIC;


--
-- Name: FUNCTION require_measures(p_municipality text, p_plan uuid, p_measures jsonb); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.require_measures(p_municipality text, p_plan uuid, p_measures jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_measures(p_municipality text, p_plan uuid, p_measures jsonb) TO samverkan_municipality;


--
-- Name: FUNCTION require_own_lineage(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.require_own_lineage() FROM PUBLIC;


--
-- Name: FUNCTION require_replaceable(p_municipality text, p_agreement uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.require_replaceable(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_replaceable(p_municipality text, p_agreement uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.require_replaceable(p_municipality text, p_agreement uuid) TO samverkan_lock;


--
-- Name: FUNCTION require_row(p_count bigint, p_sqlstate text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.require_row(p_count bigint, p_sqlstate text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_row(p_count bigint, p_sqlstate text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.require_row(p_count bigint, p_sqlstate text) TO samverkan_police;
GRANT ALL ON FUNCTION app.require_row(p_count bigint, p_sqlstate text) TO samverkan_lock;


--
-- Name: FUNCTION require_speaker(p_municipality text, p_measure uuid, p_party uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) TO samverkan_police;


--
-- Name: FUNCTION revise_picture(p_municipality text, p_picture uuid, p_new uuid, p_title text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.revise_picture(p_municipality text, p_picture uuid, p_new uuid, p_title text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.revise_picture(p_municipality text, p_picture uuid, p_new uuid, p_title text) TO samverkan_municipality;


--
-- Name: FUNCTION revise_plan(p_municipality text, p_plan uuid, p_new uuid, p_year integer, p_start date, p_end date, p_agreement uuid, p_picture uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.revise_plan(p_municipality text, p_plan uuid, p_new uuid, p_year integer, p_start date, p_end date, p_agreement uuid, p_picture uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.revise_plan(p_municipality text, p_plan uuid, p_new uuid, p_year integer, p_start date, p_end date, p_agreement uuid, p_picture uuid) TO samverkan_municipality;


--
-- Name: FUNCTION signed_form(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.signed_form() FROM PUBLIC;
GRANT ALL ON FUNCTION app.signed_form() TO samverkan_lock;


--
-- Name: FUNCTION speaks_for(p_party uuid, p_kind text); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.speaks_for(p_party uuid, p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.speaks_for(p_party uuid, p_kind text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.speaks_for(p_party uuid, p_kind text) TO samverkan_police;


--
-- Name: FUNCTION spoken_for(p_municipality text, p_measure uuid); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.spoken_for(p_municipality text, p_measure uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.spoken_for(p_municipality text, p_measure uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.spoken_for(p_municipality text, p_measure uuid) TO samverkan_police;


--
-- Name: FUNCTION stamp_attachment(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.stamp_attachment() FROM PUBLIC;


--
-- Name: FUNCTION stamp_comment(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.stamp_comment() FROM PUBLIC;


--
-- Name: FUNCTION stamp_follow_up(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.stamp_follow_up() FROM PUBLIC;


--
-- Name: FUNCTION stamp_import(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.stamp_import() FROM PUBLIC;


--
-- Name: FUNCTION stamp_signature(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.stamp_signature() FROM PUBLIC;


--
-- Name: FUNCTION today(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.today() FROM PUBLIC;
GRANT ALL ON FUNCTION app.today() TO samverkan_municipality;
GRANT ALL ON FUNCTION app.today() TO samverkan_police;
GRANT ALL ON FUNCTION app.today() TO samverkan_public;
GRANT ALL ON FUNCTION app.today() TO samverkan_operator;
GRANT ALL ON FUNCTION app.today() TO samverkan_access;
GRANT ALL ON FUNCTION app.today() TO samverkan_lock;
GRANT ALL ON FUNCTION app.today() TO samverkan_bi_reader;


--
-- Name: FUNCTION void_signatures(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.void_signatures() FROM PUBLIC;


--
-- Name: FUNCTION withdraw_prolongation(); Type: ACL; Schema: app; Owner: -
--

REVOKE ALL ON FUNCTION app.withdraw_prolongation() FROM PUBLIC;


--
-- Name: FUNCTION digested(p_row jsonb, p_personal text[], p_salts bytea[]); Type: ACL; Schema: audit; Owner: -
--

REVOKE ALL ON FUNCTION audit.digested(p_row jsonb, p_personal text[], p_salts bytea[]) FROM PUBLIC;


--
-- Name: FUNCTION link_hash(p_previous bytea, p_municipality text, p_sequence bigint, p_recorded_at timestamp with time zone, p_issuer text, p_subject text, p_role text, p_table text, p_action text, p_label text, p_before jsonb, p_after jsonb); Type: ACL; Schema: audit; Owner: -
--

REVOKE ALL ON FUNCTION audit.link_hash(p_previous bytea, p_municipality text, p_sequence bigint, p_recorded_at timestamp with time zone, p_issuer text, p_subject text, p_role text, p_table text, p_action text, p_label text, p_before jsonb, p_after jsonb) FROM PUBLIC;


--
-- Name: FUNCTION record(); Type: ACL; Schema: audit; Owner: -
--

REVOKE ALL ON FUNCTION audit.record() FROM PUBLIC;


--
-- Name: FUNCTION refuse(); Type: ACL; Schema: audit; Owner: -
--

REVOKE ALL ON FUNCTION audit.refuse() FROM PUBLIC;


--
-- Name: FUNCTION laget(status text); Type: ACL; Schema: bi; Owner: -
--

REVOKE ALL ON FUNCTION bi.laget(status text) FROM PUBLIC;
GRANT ALL ON FUNCTION bi.laget(status text) TO samverkan_bi_reader;


--
-- Name: FUNCTION rader_ansvar(); Type: ACL; Schema: bi; Owner: -
--

REVOKE ALL ON FUNCTION bi.rader_ansvar() FROM PUBLIC;
GRANT ALL ON FUNCTION bi.rader_ansvar() TO samverkan_bi;


--
-- Name: FUNCTION rader_atgard(); Type: ACL; Schema: bi; Owner: -
--

REVOKE ALL ON FUNCTION bi.rader_atgard() FROM PUBLIC;
GRANT ALL ON FUNCTION bi.rader_atgard() TO samverkan_bi;


--
-- Name: FUNCTION rader_dim_kommun(); Type: ACL; Schema: bi; Owner: -
--

REVOKE ALL ON FUNCTION bi.rader_dim_kommun() FROM PUBLIC;
GRANT ALL ON FUNCTION bi.rader_dim_kommun() TO samverkan_bi;


--
-- Name: FUNCTION rader_handlingsplan(); Type: ACL; Schema: bi; Owner: -
--

REVOKE ALL ON FUNCTION bi.rader_handlingsplan() FROM PUBLIC;
GRANT ALL ON FUNCTION bi.rader_handlingsplan() TO samverkan_bi;


--
-- Name: FUNCTION rader_overenskommelse(); Type: ACL; Schema: bi; Owner: -
--

REVOKE ALL ON FUNCTION bi.rader_overenskommelse() FROM PUBLIC;
GRANT ALL ON FUNCTION bi.rader_overenskommelse() TO samverkan_bi;


--
-- Name: FUNCTION rader_prioriterat_omrade(); Type: ACL; Schema: bi; Owner: -
--

REVOKE ALL ON FUNCTION bi.rader_prioriterat_omrade() FROM PUBLIC;
GRANT ALL ON FUNCTION bi.rader_prioriterat_omrade() TO samverkan_bi;


--
-- Name: FUNCTION rader_uppfoljning(); Type: ACL; Schema: bi; Owner: -
--

REVOKE ALL ON FUNCTION bi.rader_uppfoljning() FROM PUBLIC;
GRANT ALL ON FUNCTION bi.rader_uppfoljning() TO samverkan_bi;


--
-- Name: FUNCTION lo_creat(integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;


--
-- Name: FUNCTION lo_create(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;


--
-- Name: FUNCTION lo_from_bytea(oid, bytea); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;


--
-- Name: FUNCTION lo_open(oid, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_open(oid, integer) FROM PUBLIC;


--
-- Name: FUNCTION lo_put(oid, bigint, bytea); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) FROM PUBLIC;


--
-- Name: FUNCTION lo_truncate(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_truncate(integer, integer) FROM PUBLIC;


--
-- Name: FUNCTION lo_truncate64(integer, bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_truncate64(integer, bigint) FROM PUBLIC;


--
-- Name: FUNCTION lowrite(integer, bytea); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lowrite(integer, bytea) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_lock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_lock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_lock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_lock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_xact_lock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_xact_lock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_xact_lock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_xact_lock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;


--
-- Name: FUNCTION pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone) TO samverkan_access;


--
-- Name: FUNCTION pg_export_snapshot(); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_export_snapshot() FROM PUBLIC;


--
-- Name: FUNCTION pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint) TO samverkan_access;


--
-- Name: FUNCTION pg_try_advisory_lock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) FROM PUBLIC;


--
-- Name: FUNCTION pg_try_advisory_lock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) FROM PUBLIC;


--
-- Name: FUNCTION pg_try_advisory_lock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) FROM PUBLIC;


--
-- Name: FUNCTION pg_try_advisory_lock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) FROM PUBLIC;


--
-- Name: FUNCTION pg_try_advisory_xact_lock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) FROM PUBLIC;


--
-- Name: FUNCTION pg_try_advisory_xact_lock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) FROM PUBLIC;


--
-- Name: FUNCTION pg_try_advisory_xact_lock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) FROM PUBLIC;


--
-- Name: FUNCTION pg_try_advisory_xact_lock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;


--
-- Name: TABLE bi_login; Type: ACL; Schema: access; Owner: -
--

GRANT SELECT ON TABLE access.bi_login TO samverkan_access;


--
-- Name: TABLE caller_grant; Type: ACL; Schema: access; Owner: -
--

GRANT SELECT ON TABLE access.caller_grant TO samverkan_access;
GRANT SELECT ON TABLE access.caller_grant TO samverkan_municipality;
GRANT SELECT ON TABLE access.caller_grant TO samverkan_police;
GRANT SELECT ON TABLE access.caller_grant TO samverkan_operator;


--
-- Name: COLUMN caller_grant.responsible_party_ids; Type: ACL; Schema: access; Owner: -
--

GRANT UPDATE(responsible_party_ids) ON TABLE access.caller_grant TO samverkan_access;


--
-- Name: TABLE idempotency_key; Type: ACL; Schema: access; Owner: -
--

GRANT SELECT ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT SELECT ON TABLE access.idempotency_key TO samverkan_police;


--
-- Name: COLUMN idempotency_key.municipality_code; Type: ACL; Schema: access; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE access.idempotency_key TO samverkan_police;


--
-- Name: COLUMN idempotency_key.issuer; Type: ACL; Schema: access; Owner: -
--

GRANT INSERT(issuer) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(issuer) ON TABLE access.idempotency_key TO samverkan_police;


--
-- Name: COLUMN idempotency_key.subject; Type: ACL; Schema: access; Owner: -
--

GRANT INSERT(subject) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(subject) ON TABLE access.idempotency_key TO samverkan_police;


--
-- Name: COLUMN idempotency_key.key; Type: ACL; Schema: access; Owner: -
--

GRANT INSERT(key) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(key) ON TABLE access.idempotency_key TO samverkan_police;


--
-- Name: COLUMN idempotency_key.request_hash; Type: ACL; Schema: access; Owner: -
--

GRANT INSERT(request_hash) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(request_hash) ON TABLE access.idempotency_key TO samverkan_police;


--
-- Name: COLUMN idempotency_key.made; Type: ACL; Schema: access; Owner: -
--

GRANT INSERT(made) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(made) ON TABLE access.idempotency_key TO samverkan_police;


--
-- Name: TABLE issuer; Type: ACL; Schema: access; Owner: -
--

GRANT SELECT ON TABLE access.issuer TO samverkan_access;
GRANT SELECT ON TABLE access.issuer TO samverkan_operator;


--
-- Name: TABLE role; Type: ACL; Schema: access; Owner: -
--

GRANT SELECT ON TABLE access.role TO samverkan_access;


--
-- Name: TABLE role_right; Type: ACL; Schema: access; Owner: -
--

GRANT SELECT ON TABLE access.role_right TO samverkan_access;


--
-- Name: TABLE seal; Type: ACL; Schema: access; Owner: -
--

GRANT SELECT ON TABLE access.seal TO samverkan_access;


--
-- Name: TABLE action_plan; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT ON TABLE app.action_plan TO samverkan_police;
GRANT SELECT ON TABLE app.action_plan TO samverkan_lock;


--
-- Name: COLUMN action_plan.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.action_plan TO samverkan_bi_reader;


--
-- Name: COLUMN action_plan.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.action_plan TO samverkan_bi_reader;


--
-- Name: COLUMN action_plan.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(agreement_id),UPDATE(agreement_id) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(agreement_id) ON TABLE app.action_plan TO samverkan_bi_reader;


--
-- Name: COLUMN action_plan.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(picture_id),UPDATE(picture_id) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.year; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(year),UPDATE(year) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(year) ON TABLE app.action_plan TO samverkan_bi_reader;


--
-- Name: COLUMN action_plan.period_start; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(period_start),UPDATE(period_start) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.action_plan TO samverkan_bi_reader;


--
-- Name: COLUMN action_plan.period_end; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(period_end),UPDATE(period_end) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.action_plan TO samverkan_bi_reader;


--
-- Name: COLUMN action_plan.introduction; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(introduction),UPDATE(introduction) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.notes; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(notes),UPDATE(notes) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.state; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(state) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(state) ON TABLE app.action_plan TO samverkan_bi_reader;
GRANT UPDATE(state) ON TABLE app.action_plan TO samverkan_lock;


--
-- Name: COLUMN action_plan.adopted_by; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(adopted_by) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(adopted_by) ON TABLE app.action_plan TO samverkan_bi_reader;


--
-- Name: COLUMN action_plan.adopted_on; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(adopted_on) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(adopted_on) ON TABLE app.action_plan TO samverkan_bi_reader;


--
-- Name: COLUMN action_plan.version; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(version) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.action_plan TO samverkan_lock;


--
-- Name: COLUMN action_plan.prepared_by; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(prepared_by),UPDATE(prepared_by) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.revises_plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(revises_plan_id) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.closed_on; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(closed_on) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.registration_number; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(registration_number),UPDATE(registration_number) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.decision_body; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(decision_body),UPDATE(decision_body) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.decision_date; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(decision_date),UPDATE(decision_date) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.decision_paragraph; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(decision_paragraph),UPDATE(decision_paragraph) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.external_references; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(external_references) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: COLUMN action_plan.reopening_reason; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(reopening_reason) ON TABLE app.action_plan TO samverkan_municipality;


--
-- Name: TABLE adopted_contact; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.adopted_contact TO samverkan_municipality;
GRANT SELECT ON TABLE app.adopted_contact TO samverkan_police;
GRANT SELECT,INSERT ON TABLE app.adopted_contact TO samverkan_lock;


--
-- Name: TABLE agreement; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT ON TABLE app.agreement TO samverkan_police;
GRANT SELECT ON TABLE app.agreement TO samverkan_lock;


--
-- Name: COLUMN agreement.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.agreement TO samverkan_bi_reader;
GRANT SELECT(municipality_code) ON TABLE app.agreement TO samverkan_access;


--
-- Name: COLUMN agreement.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(agreement_id) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(agreement_id) ON TABLE app.agreement TO samverkan_bi_reader;


--
-- Name: COLUMN agreement.district_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(district_code) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(district_code) ON TABLE app.agreement TO samverkan_bi_reader;
GRANT SELECT(district_code) ON TABLE app.agreement TO samverkan_access;


--
-- Name: COLUMN agreement.title; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(title),UPDATE(title) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(title) ON TABLE app.agreement TO samverkan_bi_reader;


--
-- Name: COLUMN agreement.parties; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(parties),UPDATE(parties) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.purpose; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(purpose),UPDATE(purpose) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.scope; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(scope),UPDATE(scope) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.outside_scope; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(outside_scope),UPDATE(outside_scope) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.period_start; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(period_start),UPDATE(period_start) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.agreement TO samverkan_bi_reader;


--
-- Name: COLUMN agreement.period_end; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(period_end),UPDATE(period_end) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.agreement TO samverkan_bi_reader;


--
-- Name: COLUMN agreement.effective_end; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(effective_end),UPDATE(effective_end) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(effective_end) ON TABLE app.agreement TO samverkan_bi_reader;
GRANT UPDATE(effective_end) ON TABLE app.agreement TO samverkan_lock;


--
-- Name: COLUMN agreement.state; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(state) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(state) ON TABLE app.agreement TO samverkan_bi_reader;
GRANT SELECT(state) ON TABLE app.agreement TO samverkan_access;
GRANT UPDATE(state) ON TABLE app.agreement TO samverkan_lock;


--
-- Name: COLUMN agreement.version; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(version) ON TABLE app.agreement TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.agreement TO samverkan_lock;


--
-- Name: COLUMN agreement.prepared_by; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(prepared_by),UPDATE(prepared_by) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.predecessor_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(predecessor_id),UPDATE(predecessor_id) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.return_reason; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(return_reason) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.termination_reason; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(termination_reason) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.registration_number; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(registration_number),UPDATE(registration_number) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.decision_body; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(decision_body),UPDATE(decision_body) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.decision_date; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(decision_date),UPDATE(decision_date) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.decision_paragraph; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(decision_paragraph),UPDATE(decision_paragraph) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.external_references; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(external_references) ON TABLE app.agreement TO samverkan_municipality;


--
-- Name: COLUMN agreement.replaced_by_id; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(replaced_by_id) ON TABLE app.agreement TO samverkan_lock;


--
-- Name: TABLE agreement_section; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.agreement_section TO samverkan_municipality;
GRANT SELECT ON TABLE app.agreement_section TO samverkan_police;
GRANT SELECT ON TABLE app.agreement_section TO samverkan_lock;


--
-- Name: COLUMN agreement_section.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.agreement_section TO samverkan_municipality;


--
-- Name: COLUMN agreement_section.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(agreement_id) ON TABLE app.agreement_section TO samverkan_municipality;


--
-- Name: COLUMN agreement_section."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position") ON TABLE app.agreement_section TO samverkan_municipality;


--
-- Name: COLUMN agreement_section.heading; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(heading) ON TABLE app.agreement_section TO samverkan_municipality;


--
-- Name: COLUMN agreement_section.text; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(text) ON TABLE app.agreement_section TO samverkan_municipality;


--
-- Name: TABLE answered_problem; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.answered_problem TO samverkan_municipality;
GRANT SELECT ON TABLE app.answered_problem TO samverkan_police;
GRANT SELECT ON TABLE app.answered_problem TO samverkan_lock;


--
-- Name: COLUMN answered_problem.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.answered_problem TO samverkan_municipality;


--
-- Name: COLUMN answered_problem.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.answered_problem TO samverkan_municipality;


--
-- Name: COLUMN answered_problem.area_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(area_id) ON TABLE app.answered_problem TO samverkan_municipality;


--
-- Name: COLUMN answered_problem.cause_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(cause_id) ON TABLE app.answered_problem TO samverkan_municipality;


--
-- Name: COLUMN answered_problem.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(picture_id) ON TABLE app.answered_problem TO samverkan_municipality;


--
-- Name: COLUMN answered_problem.problem_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(problem_id) ON TABLE app.answered_problem TO samverkan_municipality;


--
-- Name: TABLE attachment; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.attachment_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(attachment_id),INSERT(attachment_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(attachment_id) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(agreement_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(agreement_id) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(picture_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(picture_id) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(plan_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.follow_up_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(follow_up_id),INSERT(follow_up_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(follow_up_id) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.file_name; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(file_name),INSERT(file_name) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(file_name) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.media_type; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(media_type),INSERT(media_type) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(media_type) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.content; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(content),INSERT(content) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(content) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.sha256; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(sha256),INSERT(sha256) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(sha256) ON TABLE app.attachment TO samverkan_municipality;


--
-- Name: COLUMN attachment.created_at; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(created_at) ON TABLE app.attachment TO samverkan_police;


--
-- Name: TABLE cause; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT ON TABLE app.cause TO samverkan_police;
GRANT SELECT ON TABLE app.cause TO samverkan_lock;


--
-- Name: COLUMN cause.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.cause TO samverkan_bi_reader;


--
-- Name: COLUMN cause.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.cause TO samverkan_bi_reader;


--
-- Name: COLUMN cause.cause_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(cause_id) ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT(cause_id) ON TABLE app.cause TO samverkan_bi_reader;


--
-- Name: COLUMN cause.area_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(area_id),UPDATE(area_id) ON TABLE app.cause TO samverkan_municipality;


--
-- Name: COLUMN cause."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position"),UPDATE("position") ON TABLE app.cause TO samverkan_municipality;


--
-- Name: COLUMN cause.text; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(text),UPDATE(text) ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.cause TO samverkan_bi_reader;


--
-- Name: COLUMN cause.problem_ids; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(problem_ids) ON TABLE app.cause TO samverkan_lock;


--
-- Name: TABLE comment; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.comment TO samverkan_municipality;
GRANT SELECT ON TABLE app.comment TO samverkan_police;


--
-- Name: COLUMN comment.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.comment TO samverkan_police;


--
-- Name: COLUMN comment.comment_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(comment_id) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(comment_id) ON TABLE app.comment TO samverkan_police;


--
-- Name: COLUMN comment.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(agreement_id) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(agreement_id) ON TABLE app.comment TO samverkan_police;


--
-- Name: COLUMN comment.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(picture_id) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.comment TO samverkan_police;


--
-- Name: COLUMN comment.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(plan_id) ON TABLE app.comment TO samverkan_police;


--
-- Name: COLUMN comment.about; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(about) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(about) ON TABLE app.comment TO samverkan_police;


--
-- Name: COLUMN comment.text; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(text) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(text) ON TABLE app.comment TO samverkan_police;


--
-- Name: COLUMN comment.resolved_at; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(resolved_at) ON TABLE app.comment TO samverkan_municipality;


--
-- Name: TABLE contact; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.contact TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.contact TO samverkan_municipality;
GRANT SELECT ON TABLE app.contact TO samverkan_police;


--
-- Name: COLUMN contact.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.contact TO samverkan_municipality;


--
-- Name: COLUMN contact.contact_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(contact_id) ON TABLE app.contact TO samverkan_municipality;


--
-- Name: COLUMN contact.party_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(party_id) ON TABLE app.contact TO samverkan_municipality;


--
-- Name: COLUMN contact.name; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE app.contact TO samverkan_municipality;


--
-- Name: COLUMN contact.ended_on; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(ended_on),UPDATE(ended_on) ON TABLE app.contact TO samverkan_municipality;


--
-- Name: COLUMN contact.email; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(email),UPDATE(email) ON TABLE app.contact TO samverkan_municipality;


--
-- Name: TABLE dropped_measure; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.dropped_measure TO samverkan_municipality;
GRANT SELECT ON TABLE app.dropped_measure TO samverkan_police;
GRANT SELECT ON TABLE app.dropped_measure TO samverkan_lock;


--
-- Name: COLUMN dropped_measure.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.dropped_measure TO samverkan_municipality;


--
-- Name: COLUMN dropped_measure.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.dropped_measure TO samverkan_municipality;


--
-- Name: COLUMN dropped_measure.lineage_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(lineage_id) ON TABLE app.dropped_measure TO samverkan_municipality;


--
-- Name: COLUMN dropped_measure.measure_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(measure_id) ON TABLE app.dropped_measure TO samverkan_municipality;


--
-- Name: COLUMN dropped_measure.reason; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(reason) ON TABLE app.dropped_measure TO samverkan_municipality;


--
-- Name: TABLE group_member; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.group_member TO samverkan_municipality;
GRANT SELECT ON TABLE app.group_member TO samverkan_police;


--
-- Name: COLUMN group_member.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.group_member TO samverkan_municipality;


--
-- Name: COLUMN group_member.member_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(member_id) ON TABLE app.group_member TO samverkan_municipality;


--
-- Name: COLUMN group_member.name; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE app.group_member TO samverkan_municipality;


--
-- Name: COLUMN group_member.role; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(role),UPDATE(role) ON TABLE app.group_member TO samverkan_municipality;


--
-- Name: COLUMN group_member.organisation; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(organisation),UPDATE(organisation) ON TABLE app.group_member TO samverkan_municipality;


--
-- Name: COLUMN group_member.member_from; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(member_from),UPDATE(member_from) ON TABLE app.group_member TO samverkan_municipality;


--
-- Name: COLUMN group_member.member_to; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(member_to),UPDATE(member_to) ON TABLE app.group_member TO samverkan_municipality;


--
-- Name: COLUMN group_member.version; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(version) ON TABLE app.group_member TO samverkan_municipality;


--
-- Name: TABLE import; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.import TO samverkan_municipality;
GRANT SELECT ON TABLE app.import TO samverkan_police;


--
-- Name: COLUMN import.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.import_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(import_id) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.file_name; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(file_name) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.media_type; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(media_type) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.content; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(content) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.sha256; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(sha256) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.preview; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(preview),UPDATE(preview) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.state; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(state) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.confirmed_at; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(confirmed_at) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(agreement_id) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(picture_id) ON TABLE app.import TO samverkan_municipality;


--
-- Name: COLUMN import.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(plan_id) ON TABLE app.import TO samverkan_municipality;


--
-- Name: TABLE measure_status; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.measure_status TO samverkan_municipality;
GRANT SELECT ON TABLE app.measure_status TO samverkan_police;
GRANT SELECT,INSERT,UPDATE ON TABLE app.measure_status TO samverkan_lock;


--
-- Name: COLUMN measure_status.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(municipality_code) ON TABLE app.measure_status TO samverkan_bi_reader;


--
-- Name: COLUMN measure_status.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(plan_id) ON TABLE app.measure_status TO samverkan_bi_reader;


--
-- Name: COLUMN measure_status.measure_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(measure_id) ON TABLE app.measure_status TO samverkan_bi_reader;


--
-- Name: COLUMN measure_status.status; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(status) ON TABLE app.measure_status TO samverkan_bi_reader;


--
-- Name: COLUMN measure_status.follow_up_count; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(follow_up_count) ON TABLE app.measure_status TO samverkan_bi_reader;


--
-- Name: COLUMN measure_status.latest_on; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(latest_on) ON TABLE app.measure_status TO samverkan_bi_reader;


--
-- Name: COLUMN measure_status.quantities; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(quantities) ON TABLE app.measure_status TO samverkan_bi_reader;


--
-- Name: TABLE meeting; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.meeting TO samverkan_municipality;
GRANT SELECT ON TABLE app.meeting TO samverkan_police;


--
-- Name: COLUMN meeting.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.meeting TO samverkan_municipality;


--
-- Name: COLUMN meeting.meeting_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(meeting_id) ON TABLE app.meeting TO samverkan_municipality;


--
-- Name: COLUMN meeting.held_on; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(held_on),UPDATE(held_on) ON TABLE app.meeting TO samverkan_municipality;


--
-- Name: COLUMN meeting.place; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(place),UPDATE(place) ON TABLE app.meeting TO samverkan_municipality;


--
-- Name: COLUMN meeting.notes; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(notes),UPDATE(notes) ON TABLE app.meeting TO samverkan_municipality;


--
-- Name: COLUMN meeting.version; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(version) ON TABLE app.meeting TO samverkan_municipality;


--
-- Name: TABLE meeting_attendance; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.meeting_attendance TO samverkan_municipality;
GRANT SELECT ON TABLE app.meeting_attendance TO samverkan_police;


--
-- Name: COLUMN meeting_attendance.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.meeting_attendance TO samverkan_municipality;


--
-- Name: COLUMN meeting_attendance.meeting_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(meeting_id) ON TABLE app.meeting_attendance TO samverkan_municipality;


--
-- Name: COLUMN meeting_attendance.member_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(member_id) ON TABLE app.meeting_attendance TO samverkan_municipality;


--
-- Name: TABLE meeting_decision; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT SELECT ON TABLE app.meeting_decision TO samverkan_police;


--
-- Name: COLUMN meeting_decision.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.meeting_decision TO samverkan_municipality;


--
-- Name: COLUMN meeting_decision.meeting_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(meeting_id) ON TABLE app.meeting_decision TO samverkan_municipality;


--
-- Name: COLUMN meeting_decision."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position") ON TABLE app.meeting_decision TO samverkan_municipality;


--
-- Name: COLUMN meeting_decision.text; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(text) ON TABLE app.meeting_decision TO samverkan_municipality;


--
-- Name: COLUMN meeting_decision.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(agreement_id) ON TABLE app.meeting_decision TO samverkan_municipality;


--
-- Name: COLUMN meeting_decision.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(picture_id) ON TABLE app.meeting_decision TO samverkan_municipality;


--
-- Name: COLUMN meeting_decision.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.meeting_decision TO samverkan_municipality;


--
-- Name: TABLE municipality; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.municipality TO samverkan_municipality;
GRANT SELECT ON TABLE app.municipality TO samverkan_police;
GRANT SELECT ON TABLE app.municipality TO samverkan_operator;
GRANT SELECT ON TABLE app.municipality TO samverkan_public;


--
-- Name: COLUMN municipality.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(municipality_code) ON TABLE app.municipality TO samverkan_access;
GRANT SELECT(municipality_code) ON TABLE app.municipality TO samverkan_bi_reader;


--
-- Name: COLUMN municipality.name; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(name) ON TABLE app.municipality TO samverkan_bi_reader;


--
-- Name: COLUMN municipality.district_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(district_code) ON TABLE app.municipality TO samverkan_access;
GRANT SELECT(district_code) ON TABLE app.municipality TO samverkan_bi_reader;


--
-- Name: COLUMN municipality.group_label; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(group_label) ON TABLE app.municipality TO samverkan_municipality;


--
-- Name: COLUMN municipality.plan_label; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(plan_label) ON TABLE app.municipality TO samverkan_municipality;


--
-- Name: COLUMN municipality.version; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(version) ON TABLE app.municipality TO samverkan_municipality;


--
-- Name: TABLE police_district; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.police_district TO samverkan_municipality;
GRANT SELECT ON TABLE app.police_district TO samverkan_police;
GRANT SELECT ON TABLE app.police_district TO samverkan_operator;
GRANT SELECT ON TABLE app.police_district TO samverkan_public;


--
-- Name: COLUMN police_district.district_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(district_code) ON TABLE app.police_district TO samverkan_bi_reader;


--
-- Name: COLUMN police_district.name; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(name) ON TABLE app.police_district TO samverkan_bi_reader;


--
-- Name: COLUMN police_district.region_name; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(region_name) ON TABLE app.police_district TO samverkan_bi_reader;


--
-- Name: TABLE priority_area; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT ON TABLE app.priority_area TO samverkan_police;
GRANT SELECT ON TABLE app.priority_area TO samverkan_lock;


--
-- Name: COLUMN priority_area.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.priority_area TO samverkan_bi_reader;


--
-- Name: COLUMN priority_area.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.priority_area TO samverkan_bi_reader;


--
-- Name: COLUMN priority_area.area_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(area_id) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(area_id) ON TABLE app.priority_area TO samverkan_bi_reader;


--
-- Name: COLUMN priority_area."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position"),UPDATE("position") ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT("position") ON TABLE app.priority_area TO samverkan_bi_reader;


--
-- Name: COLUMN priority_area.title; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(title),UPDATE(title) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(title) ON TABLE app.priority_area TO samverkan_bi_reader;


--
-- Name: COLUMN priority_area.description; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(description),UPDATE(description) ON TABLE app.priority_area TO samverkan_municipality;


--
-- Name: COLUMN priority_area.theme; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(theme),UPDATE(theme) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(theme) ON TABLE app.priority_area TO samverkan_bi_reader;


--
-- Name: COLUMN priority_area.problem_ids; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(problem_ids) ON TABLE app.priority_area TO samverkan_lock;


--
-- Name: TABLE problem; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.problem TO samverkan_municipality;
GRANT SELECT ON TABLE app.problem TO samverkan_police;


--
-- Name: COLUMN problem.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.problem TO samverkan_police;


--
-- Name: COLUMN problem.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(picture_id) ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.problem TO samverkan_police;


--
-- Name: COLUMN problem.problem_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(problem_id) ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT(problem_id) ON TABLE app.problem TO samverkan_police;


--
-- Name: COLUMN problem."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position"),UPDATE("position") ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT("position") ON TABLE app.problem TO samverkan_police;


--
-- Name: COLUMN problem.text; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(text),UPDATE(text) ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT(text) ON TABLE app.problem TO samverkan_police;


--
-- Name: COLUMN problem.predecessor_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(predecessor_id) ON TABLE app.problem TO samverkan_municipality;


--
-- Name: TABLE problem_source; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.problem_source TO samverkan_municipality;
GRANT SELECT ON TABLE app.problem_source TO samverkan_police;


--
-- Name: COLUMN problem_source.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.problem_source TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.problem_source TO samverkan_police;


--
-- Name: COLUMN problem_source.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(picture_id) ON TABLE app.problem_source TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.problem_source TO samverkan_police;


--
-- Name: COLUMN problem_source.problem_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(problem_id) ON TABLE app.problem_source TO samverkan_municipality;
GRANT INSERT(problem_id) ON TABLE app.problem_source TO samverkan_police;


--
-- Name: COLUMN problem_source.source_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(source_id) ON TABLE app.problem_source TO samverkan_municipality;
GRANT INSERT(source_id) ON TABLE app.problem_source TO samverkan_police;


--
-- Name: TABLE prolongation; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.prolongation TO samverkan_municipality;
GRANT SELECT ON TABLE app.prolongation TO samverkan_police;
GRANT SELECT ON TABLE app.prolongation TO samverkan_lock;


--
-- Name: COLUMN prolongation.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.prolongation TO samverkan_municipality;


--
-- Name: COLUMN prolongation.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(agreement_id) ON TABLE app.prolongation TO samverkan_municipality;


--
-- Name: COLUMN prolongation.prolongation_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(prolongation_id) ON TABLE app.prolongation TO samverkan_municipality;


--
-- Name: COLUMN prolongation.effective_end; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(effective_end) ON TABLE app.prolongation TO samverkan_municipality;


--
-- Name: COLUMN prolongation.reason; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(reason) ON TABLE app.prolongation TO samverkan_municipality;


--
-- Name: COLUMN prolongation.state; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(state) ON TABLE app.prolongation TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.prolongation TO samverkan_lock;


--
-- Name: TABLE promise; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.promise TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT ON TABLE app.promise TO samverkan_police;


--
-- Name: COLUMN promise.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(municipality_code) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(municipality_code) ON TABLE app.promise TO samverkan_municipality;


--
-- Name: COLUMN promise.promise_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(promise_id) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(promise_id) ON TABLE app.promise TO samverkan_municipality;


--
-- Name: COLUMN promise.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(agreement_id) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(agreement_id) ON TABLE app.promise TO samverkan_municipality;


--
-- Name: COLUMN promise."position"; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT("position") ON TABLE app.promise TO samverkan_public;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.promise TO samverkan_municipality;


--
-- Name: COLUMN promise.promisor; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(promisor) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(promisor),UPDATE(promisor) ON TABLE app.promise TO samverkan_municipality;


--
-- Name: COLUMN promise.text; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(text) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(text),UPDATE(text) ON TABLE app.promise TO samverkan_municipality;


--
-- Name: COLUMN promise.state; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(state) ON TABLE app.promise TO samverkan_public;


--
-- Name: COLUMN promise.prepared_by; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(prepared_by),UPDATE(prepared_by) ON TABLE app.promise TO samverkan_municipality;


--
-- Name: COLUMN promise.version; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(version) ON TABLE app.promise TO samverkan_municipality;


--
-- Name: TABLE remembered_decision; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.remembered_decision TO samverkan_municipality;


--
-- Name: COLUMN remembered_decision.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.remembered_decision TO samverkan_municipality;


--
-- Name: COLUMN remembered_decision.kind; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(kind) ON TABLE app.remembered_decision TO samverkan_municipality;


--
-- Name: COLUMN remembered_decision.name; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(name) ON TABLE app.remembered_decision TO samverkan_municipality;


--
-- Name: COLUMN remembered_decision.decision; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(decision),UPDATE(decision) ON TABLE app.remembered_decision TO samverkan_municipality;


--
-- Name: COLUMN remembered_decision.decided_at; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE app.remembered_decision TO samverkan_municipality;


--
-- Name: TABLE responsibility; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT ON TABLE app.responsibility TO samverkan_police;
GRANT SELECT ON TABLE app.responsibility TO samverkan_lock;


--
-- Name: COLUMN responsibility.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.responsibility TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(plan_id) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.responsibility TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility.measure_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(measure_id) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(measure_id) ON TABLE app.responsibility TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility.party_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(party_id),UPDATE(party_id) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(party_id) ON TABLE app.responsibility TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility.contact_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(contact_id),UPDATE(contact_id) ON TABLE app.responsibility TO samverkan_municipality;


--
-- Name: COLUMN responsibility."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position"),UPDATE("position") ON TABLE app.responsibility TO samverkan_municipality;


--
-- Name: COLUMN responsibility.lead; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(lead),UPDATE(lead) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(lead) ON TABLE app.responsibility TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility.adopted_contact_id; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(adopted_contact_id) ON TABLE app.responsibility TO samverkan_lock;


--
-- Name: TABLE responsibility_status; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.responsibility_status TO samverkan_municipality;
GRANT SELECT ON TABLE app.responsibility_status TO samverkan_police;
GRANT SELECT,INSERT,UPDATE ON TABLE app.responsibility_status TO samverkan_lock;


--
-- Name: COLUMN responsibility_status.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(municipality_code) ON TABLE app.responsibility_status TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility_status.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(plan_id) ON TABLE app.responsibility_status TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility_status.measure_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(measure_id) ON TABLE app.responsibility_status TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility_status.party_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(party_id) ON TABLE app.responsibility_status TO samverkan_bi_reader;


--
-- Name: COLUMN responsibility_status.status; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(status) ON TABLE app.responsibility_status TO samverkan_bi_reader;


--
-- Name: TABLE responsible_party; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.responsible_party TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT ON TABLE app.responsible_party TO samverkan_police;


--
-- Name: COLUMN responsible_party.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(municipality_code) ON TABLE app.responsible_party TO samverkan_access;
GRANT INSERT(municipality_code) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.responsible_party TO samverkan_bi_reader;


--
-- Name: COLUMN responsible_party.party_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(party_id) ON TABLE app.responsible_party TO samverkan_access;
GRANT INSERT(party_id) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(party_id) ON TABLE app.responsible_party TO samverkan_bi_reader;


--
-- Name: COLUMN responsible_party.name; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(name) ON TABLE app.responsible_party TO samverkan_bi_reader;


--
-- Name: COLUMN responsible_party.kind; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(kind),UPDATE(kind) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(kind) ON TABLE app.responsible_party TO samverkan_bi_reader;


--
-- Name: COLUMN responsible_party.form; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(form),UPDATE(form) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(form) ON TABLE app.responsible_party TO samverkan_bi_reader;


--
-- Name: COLUMN responsible_party.ended_on; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(ended_on),UPDATE(ended_on) ON TABLE app.responsible_party TO samverkan_municipality;


--
-- Name: COLUMN responsible_party.version; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(version) ON TABLE app.responsible_party TO samverkan_municipality;


--
-- Name: COLUMN responsible_party.merged_into_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(merged_into_id) ON TABLE app.responsible_party TO samverkan_access;
GRANT UPDATE(merged_into_id) ON TABLE app.responsible_party TO samverkan_municipality;


--
-- Name: TABLE signature; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.signature TO samverkan_municipality;
GRANT SELECT ON TABLE app.signature TO samverkan_police;
GRANT SELECT ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(agreement_id) ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT(agreement_id) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.signature_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(signature_id) ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT(signature_id) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position"),UPDATE("position") ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT("position") ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.party; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(party),UPDATE(party) ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT(party) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.name; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(name) ON TABLE app.signature TO samverkan_police;
GRANT INSERT(name) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.title; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(title),UPDATE(title) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(title) ON TABLE app.signature TO samverkan_police;
GRANT INSERT(title) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.body; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(body),UPDATE(body) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(body) ON TABLE app.signature TO samverkan_police;
GRANT INSERT(body) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.place; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(place),UPDATE(place) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(place) ON TABLE app.signature TO samverkan_police;
GRANT UPDATE(place) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.signed_on; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(signed_on) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(signed_on) ON TABLE app.signature TO samverkan_police;
GRANT UPDATE(signed_on) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.prolongation_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(prolongation_id) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.outside_system; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(outside_system) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(outside_system) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.attachment_id; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(attachment_id) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(attachment_id) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.recorded_by; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(recorded_by) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.recorded_at; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(recorded_at) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.content_sha256; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(content_sha256) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.annexes_sha256; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(annexes_sha256) ON TABLE app.signature TO samverkan_lock;


--
-- Name: COLUMN signature.form; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(form) ON TABLE app.signature TO samverkan_lock;


--
-- Name: TABLE signed_text; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.signed_text TO samverkan_municipality;
GRANT SELECT ON TABLE app.signed_text TO samverkan_police;
GRANT SELECT ON TABLE app.signed_text TO samverkan_lock;


--
-- Name: COLUMN signed_text.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.signed_text TO samverkan_lock;


--
-- Name: COLUMN signed_text.agreement_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(agreement_id) ON TABLE app.signed_text TO samverkan_lock;


--
-- Name: COLUMN signed_text.sha256; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(sha256) ON TABLE app.signed_text TO samverkan_lock;


--
-- Name: COLUMN signed_text.form; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(form) ON TABLE app.signed_text TO samverkan_lock;


--
-- Name: COLUMN signed_text.text; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(text) ON TABLE app.signed_text TO samverkan_lock;


--
-- Name: TABLE situational_picture; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.situational_picture TO samverkan_municipality;
GRANT SELECT ON TABLE app.situational_picture TO samverkan_police;
GRANT SELECT ON TABLE app.situational_picture TO samverkan_lock;


--
-- Name: COLUMN situational_picture.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.situational_picture TO samverkan_municipality;


--
-- Name: COLUMN situational_picture.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(picture_id) ON TABLE app.situational_picture TO samverkan_municipality;


--
-- Name: COLUMN situational_picture.district_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(district_code) ON TABLE app.situational_picture TO samverkan_municipality;


--
-- Name: COLUMN situational_picture.title; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(title),UPDATE(title) ON TABLE app.situational_picture TO samverkan_municipality;


--
-- Name: COLUMN situational_picture.summary; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(summary),UPDATE(summary) ON TABLE app.situational_picture TO samverkan_municipality;


--
-- Name: COLUMN situational_picture.state; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(state) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.situational_picture TO samverkan_lock;


--
-- Name: COLUMN situational_picture.established_on; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(established_on) ON TABLE app.situational_picture TO samverkan_municipality;


--
-- Name: COLUMN situational_picture.version; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(version) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.situational_picture TO samverkan_police;
GRANT UPDATE(version) ON TABLE app.situational_picture TO samverkan_lock;


--
-- Name: COLUMN situational_picture.established_by; Type: ACL; Schema: app; Owner: -
--

GRANT UPDATE(established_by) ON TABLE app.situational_picture TO samverkan_municipality;


--
-- Name: COLUMN situational_picture.predecessor_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(predecessor_id) ON TABLE app.situational_picture TO samverkan_municipality;


--
-- Name: TABLE source; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT,DELETE ON TABLE app.source TO samverkan_municipality;
GRANT SELECT ON TABLE app.source TO samverkan_police;


--
-- Name: COLUMN source.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(municipality_code) ON TABLE app.source TO samverkan_municipality;


--
-- Name: COLUMN source.picture_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(picture_id) ON TABLE app.source TO samverkan_municipality;


--
-- Name: COLUMN source.source_id; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(source_id) ON TABLE app.source TO samverkan_municipality;


--
-- Name: COLUMN source."position"; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT("position"),UPDATE("position") ON TABLE app.source TO samverkan_municipality;


--
-- Name: COLUMN source.kind; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(kind),UPDATE(kind) ON TABLE app.source TO samverkan_municipality;


--
-- Name: COLUMN source.title; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(title),UPDATE(title) ON TABLE app.source TO samverkan_municipality;


--
-- Name: COLUMN source.dated_on; Type: ACL; Schema: app; Owner: -
--

GRANT INSERT(dated_on),UPDATE(dated_on) ON TABLE app.source TO samverkan_municipality;


--
-- Name: TABLE unplanned_work; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT ON TABLE app.unplanned_work TO samverkan_lock;


--
-- Name: COLUMN unplanned_work.municipality_code; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.plan_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(plan_id),INSERT(plan_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.area_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(area_id),INSERT(area_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(area_id) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.unplanned_work_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(unplanned_work_id),INSERT(unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.party_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(party_id),INSERT(party_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(party_id) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.corrects_unplanned_work_id; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(corrects_unplanned_work_id),INSERT(corrects_unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(corrects_unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.period_start; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(period_start),INSERT(period_start) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(period_start) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.period_end; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(period_end),INSERT(period_end) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(period_end) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.text; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(text),INSERT(text) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(text) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.quantity; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(quantity),INSERT(quantity) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(quantity) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.unit; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(unit),INSERT(unit) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(unit) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.approximate; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(approximate),INSERT(approximate) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(approximate) ON TABLE app.unplanned_work TO samverkan_municipality;


--
-- Name: COLUMN unplanned_work.recorded_at; Type: ACL; Schema: app; Owner: -
--

GRANT SELECT(recorded_at) ON TABLE app.unplanned_work TO samverkan_police;


--
-- Name: TABLE chain_head; Type: ACL; Schema: audit; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE audit.chain_head TO samverkan_audit;
GRANT SELECT ON TABLE audit.chain_head TO samverkan_municipality;


--
-- Name: TABLE change; Type: ACL; Schema: audit; Owner: -
--

GRANT INSERT ON TABLE audit.change TO samverkan_audit;
GRANT SELECT ON TABLE audit.change TO samverkan_municipality;


--
-- Name: TABLE personal_value; Type: ACL; Schema: audit; Owner: -
--

GRANT INSERT ON TABLE audit.personal_value TO samverkan_audit;


--
-- Name: TABLE ansvar; Type: ACL; Schema: bi; Owner: -
--

GRANT SELECT ON TABLE bi.ansvar TO samverkan_bi;


--
-- Name: TABLE atgard; Type: ACL; Schema: bi; Owner: -
--

GRANT SELECT ON TABLE bi.atgard TO samverkan_bi;


--
-- Name: TABLE dim_kommun; Type: ACL; Schema: bi; Owner: -
--

GRANT SELECT ON TABLE bi.dim_kommun TO samverkan_bi;


--
-- Name: TABLE handlingsplan; Type: ACL; Schema: bi; Owner: -
--

GRANT SELECT ON TABLE bi.handlingsplan TO samverkan_bi;


--
-- Name: TABLE overenskommelse; Type: ACL; Schema: bi; Owner: -
--

GRANT SELECT ON TABLE bi.overenskommelse TO samverkan_bi;


--
-- Name: TABLE prioriterat_omrade; Type: ACL; Schema: bi; Owner: -
--

GRANT SELECT ON TABLE bi.prioriterat_omrade TO samverkan_bi;


--
-- Name: TABLE uppfoljning; Type: ACL; Schema: bi; Owner: -
--

GRANT SELECT ON TABLE bi.uppfoljning TO samverkan_bi;


--
-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: -
--

ALTER DEFAULT PRIVILEGES FOR ROLE samverkan_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;


--
-- PostgreSQL database dump complete
--


