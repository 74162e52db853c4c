-- The database for BI: copies of what is established, and nothing else. `migrate` runs this file each time; it changes nothing that is there.
--
-- Each scope that has a login (a municipality, some, a district, some, the country) has two schemas: tables with just its rows, and the views over them
-- that its logins see (star.sql). The publisher writes into the tables and can make nothing; only `migrate` and `bi-login` make schemas.
create schema if not exists publisher;
revoke all on schema publisher from public;

create table if not exists publisher.scope (
    scope text primary key check (scope ~ '^[a-z][a-z0-9_]{0,50}$'),
    -- Whose documents: of these municipalities, of agreements with these districts, of all.
    municipality_codes text[] not null default '{}',
    district_codes text[] not null default '{}',
    is_country boolean not null default false,
    -- The star that its schemas were made by, and which making of them it was.
    star text not null,
    making uuid not null default gen_random_uuid(),
    check (is_country <> (municipality_codes <> '{}' or district_codes <> '{}'))
);
create table if not exists publisher.login (
    login_name text primary key,
    scope text not null references publisher.scope
);
-- Login names tell nothing of whose they are: this is for the operator.
alter table publisher.login add column if not exists note text not null default '';
alter table publisher.login add column if not exists made_at timestamptz not null default now();
-- How far the log of a municipality has been followed: an entry of it and that entry's hash.
create table if not exists publisher.position (
    municipality_code text primary key,
    sequence bigint not null,
    hash text not null,
    -- The day of what is said of today, and the scopes that it was written to.
    day date not null,
    scopes text not null
);
-- What stands in a scope: a document that would be the same is not written again, so that nothing moves when a draft does.
create table if not exists publisher.document (
    scope text not null references publisher.scope on delete cascade,
    document_id text not null,
    municipality_code text not null,
    md5 text not null,
    primary key (scope, document_id)
);
create index if not exists document_of_municipality on publisher.document (municipality_code);
create index if not exists document_everywhere on publisher.document (document_id);
create table if not exists publisher.renewal (
    only_row boolean primary key default true check (only_row),
    -- Everything that was established by then is here.
    renewed_at timestamptz not null,
    -- Which server writes, and until when nobody else does.
    leader text not null default '',
    leased_until timestamptz not null default '-infinity'
);
-- No infinity, which some drivers take for today.
insert into publisher.renewal (renewed_at) values ('1970-01-01Z') on conflict do nothing;
grant usage on schema publisher to samverkan_publisher;
grant select on publisher.scope, publisher.login, publisher.position, publisher.document to samverkan_publisher;
grant insert, update, delete on publisher.position, publisher.document to samverkan_publisher;
grant update, select on publisher.renewal to samverkan_publisher;

-- Makes a scope's own function that puts a document's rows in the place of those that are there: written out table by table, so that a session keeps its
-- plans. Rows that stay the same are not written: each that is has its keys to be looked up, and most of what a report changes is a few rows of some hundred.
create or replace function publisher.make_replacement(p_scope text) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_data text := 'data_' || p_scope;
    v_shared text;
    v_own text;
    v_part text;
    -- Nor does a name stay that nothing names any more, or never did.
    v_tidy text := format('delete from %1$I.dim_ansvarig d where d.ansvarig_id = any (v_parties) and not exists (select from %1$I.brygga_ansvar x where x.ansvarig_id = d.ansvarig_id)
    and not exists (select from %1$I.fakta_uppfoljning x where x.ansvarig_id = d.ansvarig_id) and not exists (select from %1$I.fakta_oplanerat x where x.ansvarig_id = d.ansvarig_id);', v_data);
begin
    -- What several documents name is there once.
    select string_agg(format(E'if p_rows ? %2$L then\n    insert into %1$I.%2$I as d select r.* from jsonb_populate_recordset(null::%1$I.%2$I, p_rows -> %2$L) r
        on conflict (%3$I) do update set %4$s where d is distinct from excluded;\nend if;\n', v_data, c.relname,
        case c.relname when 'dim_kommun' then 'kommunkod' else 'ansvarig_id' end,
        (select string_agg(format('%1$I = excluded.%1$I', a.attname), ', ') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)), '')
    into v_shared from pg_class c where c.relnamespace = v_data::regnamespace and c.relname in ('dim_kommun', 'dim_ansvarig');
    -- As text, so that what is compared with what is one hash and not every row with every other.
    select string_agg(format(E'if p_rows ? %2$L then
    v_fresh := array(select r::text from jsonb_populate_recordset(jsonb_populate_record(null::%1$I.%2$I, v_key), p_rows -> %2$L) r);
    %3$s delete from %1$I.%2$I d where d.dokument_id = p_document and d::text not in (select unnest(v_fresh)) %4$s
    insert into %1$I.%2$I select r.* from jsonb_populate_recordset(jsonb_populate_record(null::%1$I.%2$I, v_key), p_rows -> %2$L) r
        where r::text not in (select d::text from %1$I.%2$I d where d.dokument_id = p_document);
else
    %3$s delete from %1$I.%2$I d where d.dokument_id = p_document %4$s
end if;\n', v_data, c.relname, case when p.attname is not null then 'with gone as (' end,
        case when p.attname is not null then 'returning ansvarig_id) select array_agg(distinct ansvarig_id) into v_some from gone; v_parties := v_parties || v_some;' else ';' end), '' order by c.relname)
    into v_own
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dokument_id' left join pg_attribute p on p.attrelid = c.oid and p.attname = 'ansvarig_id'
    where c.relnamespace = v_data::regnamespace and c.relkind = 'r';
    -- Of some measures what is told of them.
    select string_agg(format(E'v_fresh := array(select r::text from jsonb_populate_recordset(jsonb_populate_record(null::%1$I.%2$I, v_key), p_rows -> %2$L) r);
delete from %1$I.%2$I d where d.dokument_id = p_document and d.atgard_id = any (v_measures) and d::text not in (select unnest(v_fresh));
insert into %1$I.%2$I select r.* from jsonb_populate_recordset(jsonb_populate_record(null::%1$I.%2$I, v_key), p_rows -> %2$L) r
    where r::text not in (select d::text from %1$I.%2$I d where d.dokument_id = p_document and d.atgard_id = any (v_measures));\n', v_data, c.relname), '' order by c.relname)
    into v_part
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dokument_id' join pg_attribute m on m.attrelid = c.oid and m.attname = 'atgard_id'
    where c.relnamespace = v_data::regnamespace and c.relkind = 'r' and c.relname <> 'fakta_utgatt';
    execute format($function$
create or replace function %1$I.replace_measures(p_document text, p_rows jsonb) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $body$
declare
    v_key jsonb := jsonb_build_object('dokument_id', p_document);
    v_measures text[] := array(select r ->> 'atgard_id' from jsonb_array_elements(p_rows -> 'fakta_atgard') r);
    v_fresh text[];
    v_parties text[] := array(select distinct x.ansvarig_id from %1$I.fakta_uppfoljning x where x.dokument_id = p_document and x.atgard_id = any (v_measures))
        || array(select r ->> 'ansvarig_id' from jsonb_array_elements(p_rows -> 'dim_ansvarig') r);
begin
%2$s%3$s
%4$s
end
$body$;
revoke execute on function %1$I.replace_measures(text, jsonb) from public;
grant execute on function %1$I.replace_measures(text, jsonb) to samverkan_publisher;
$function$, v_data, v_shared, v_part, v_tidy);
    execute format($function$
create or replace function %1$I.replace_document(p_document text, p_rows jsonb) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $body$
declare
    v_key jsonb := jsonb_build_object('dokument_id', p_document);
    v_fresh text[];
    v_parties text[] := '{}';
    v_some text[];
begin
-- Seldom: a plan's years are nearly always among those that are shown.
if exists (select from jsonb_to_recordset(p_rows -> 'dim_handlingsplan') r (ar integer) where r.ar not between 2009 and 2044) then
    update %1$I.dim_datum d set visas = true from jsonb_to_recordset(p_rows -> 'dim_handlingsplan') r (ar integer)
    where not d.visas and (d.ar between r.ar and 2009 or d.ar between 2045 and r.ar + 1);
end if;
%2$s%3$s
v_parties := v_parties || array(select r ->> 'ansvarig_id' from jsonb_array_elements(p_rows -> 'dim_ansvarig') r);
%4$s
end
$body$;
revoke execute on function %1$I.replace_document(text, jsonb) from public;
grant execute on function %1$I.replace_document(text, jsonb) to samverkan_publisher;
$function$, v_data, v_shared, v_own, v_tidy);
end
$$;

-- Puts a document's rows in the place of those that a scope has of it; none, and it is gone from there.
create or replace function publisher.replace(p_scope text, p_municipality text, p_document text, p_rows jsonb) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_rows = '{}' then
        delete from publisher.document d where d.scope = p_scope and d.document_id = p_document;
    else
        insert into publisher.document as d (scope, document_id, municipality_code, md5) values (p_scope, p_document, p_municipality, md5(p_rows::text))
        on conflict (scope, document_id) do update set md5 = excluded.md5 where d.md5 <> excluded.md5;
    end if;
    if not found then
        return;
    end if;
    execute format('select %I.replace_document($1, $2)', 'data_' || p_scope) using p_document, p_rows;
    -- A municipality goes with its last document.
    if not exists (select from publisher.document d where d.scope = p_scope and d.municipality_code = p_municipality) then
        execute format('delete from %I.dim_kommun d where d.kommunkod = $1', 'data_' || p_scope) using p_municipality;
    end if;
end
$$;

-- How far the log has been followed, in the transaction that writes what it told of. Only who has the lease writes, and keeps it by that.
create or replace function publisher.move(p_leader text, p_municipality text, p_sequence bigint, p_hash text, p_day date, p_scopes text) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update publisher.renewal set leased_until = clock_timestamp() + interval '30 seconds' where leader = p_leader;
    if not found then
        raise exception 'another server writes now' using errcode = 'SV409';
    end if;
    insert into publisher.position as p (municipality_code, sequence, hash, day, scopes) values (p_municipality, p_sequence, p_hash, p_day, p_scopes)
    on conflict (municipality_code) do update set sequence = excluded.sequence, hash = excluded.hash, day = excluded.day, scopes = excluded.scopes;
end
$$;

-- A document goes to the scopes that it belongs to, and from the others. One without districts is the municipality's own, for those who see it by its code.
drop function if exists publisher.publish(text, text, text, jsonb);
create or replace function publisher.publish(p_municipality text, p_districts text[], p_document text, p_rows jsonb) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform publisher.replace(s.scope, p_municipality, p_document, case when p_municipality = any (s.municipality_codes)
        or s.is_country and p_districts is not null or p_districts && s.district_codes then p_rows else '{}' end)
    from publisher.scope s;
end
$$;

-- Of some measures of a document what is told of them, wherever the document is. What the whole of it was made of is no longer what is there.
create or replace function publisher.publish_measures(p_document text, p_rows jsonb) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_scope text;
begin
    if not p_rows ? 'fakta_atgard' then
        return;
    end if;
    update publisher.document d set md5 = '' where d.document_id = p_document and d.md5 <> '';
    for v_scope in select d.scope from publisher.document d where d.document_id = p_document loop
        execute format('select %I.replace_measures($1, $2)', 'data_' || v_scope) using p_document, p_rows;
    end loop;
end
$$;

-- What isn't among a municipality's documents any more.
create or replace function publisher.keep_only(p_municipality text, p_documents text[]) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform publisher.replace(d.scope, p_municipality, d.document_id, '{}') from publisher.document d
    where d.municipality_code = p_municipality and d.document_id <> all (p_documents);
end
$$;
drop function if exists publisher.end_long_sessions(interval, interval);
revoke execute on all functions in schema publisher from public;
grant execute on all functions in schema publisher to samverkan_publisher;
revoke execute on function publisher.make_replacement(text) from samverkan_publisher;

-- Ends sessions of BI logins with a statement that has run for longer than it may, whatever timeout the session has given itself, or with a transaction
-- left open, which keeps old rows and what `bi-login` needs.
create function publisher.end_long_sessions(p_statement interval, p_transaction interval) returns table (login_name text, seconds integer)
    language sql volatile security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    -- First who it is, and only then the end of it: a volatile function in the same condition would be called for others, too.
    with long as materialized (
        select a.pid, a.usename, clock_timestamp() - case a.state when 'active' then a.query_start else a.xact_start end as since
        from pg_stat_activity a join publisher.login l on l.login_name = a.usename
        where a.datname = current_database() and case a.state when 'active' then a.query_start < clock_timestamp() - p_statement
            else a.xact_start < clock_timestamp() - p_transaction end
    )
    select l.usename::text, extract(epoch from l.since)::integer from long l where pg_terminate_backend(l.pid)
$$;
grant usage, create on schema publisher to samverkan_watch;
grant select on publisher.login to samverkan_watch;
revoke execute on function publisher.end_long_sessions(interval, interval) from public;
grant execute on function publisher.end_long_sessions(interval, interval) to samverkan_publisher;
alter function publisher.end_long_sessions(interval, interval) owner to samverkan_watch;
revoke create on schema publisher from samverkan_watch;
