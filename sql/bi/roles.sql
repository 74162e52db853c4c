-- Roles and rights of the database for BI, on the service's server or one of its own. Run by `samverkan migrate` before database.sql; running it again
-- changes nothing.
do $$
declare
    name text;
begin
    foreach name in array array['samverkan_owner', 'samverkan_bi', 'samverkan_watch'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin %s', name, case name when 'samverkan_watch' then 'inherit' else 'noinherit' end);
        end if;
    end loop;
    if not exists (select from pg_roles where rolname = 'samverkan_publisher') then
        create role samverkan_publisher login noinherit;
    end if;
    if current_setting('server_version_num')::integer >= 160000 then
        if not pg_has_role(current_user, 'samverkan_owner', 'SET') then
            execute format('grant samverkan_owner to %I with set true, inherit false', current_user);
        end if;
    elsif not pg_has_role(current_user, 'samverkan_owner', 'member') then
        execute format('grant samverkan_owner to %I', current_user);
    end if;
    -- Who ends a BI login's statement that runs for too long (publisher.end_long_sessions): nobody can become it.
    if (select rolsuper from pg_roles where rolname = current_user) and not pg_has_role('samverkan_watch', 'pg_signal_backend', 'member') then
        grant pg_read_all_stats, pg_signal_backend to samverkan_watch;
    end if;
    if not pg_has_role('samverkan_owner', 'samverkan_watch', 'member') then
        grant samverkan_watch to samverkan_owner;
    end if;
    if exists (
        select from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
        where d.datname = current_database() and a.grantee = 0
    ) then
        execute format('revoke all on database %I from public', current_database());
    end if;
    if not has_database_privilege('samverkan_bi', current_database(), 'connect') then
        execute format('grant connect on database %I to samverkan_bi, samverkan_publisher', current_database());
    end if;
    if not has_database_privilege('samverkan_owner', current_database(), 'create') then
        execute format('grant connect, create on database %I to samverkan_owner', current_database());
    end if;
    if has_schema_privilege('public', 'public', 'usage') then
        revoke all on schema public from public;
    end if;
    -- A login runs any SQL it likes. It gets nothing by which it could stop or fill the database, or see how others work: nor what counts transactions and
    -- bytes of the log, which on one server are the service's, too.
    if (select rolsuper from pg_roles where rolname = current_user) then
        if has_language_privilege('public', 'plpgsql', 'usage') then
            revoke usage on language plpgsql from public;
        end if;
        if not has_language_privilege('samverkan_owner', 'plpgsql', 'usage') then
            grant usage on language plpgsql to samverkan_owner;
        end if;
        for name in select p.oid::regprocedure::text from pg_proc p
            where p.pronamespace = 'pg_catalog'::regnamespace and has_function_privilege('public', p.oid, 'execute')
              and (p.proname ~ '^(pg_stat_get_|pg_(try_)?advisory_|lo_|pg_notify$|pg_export_snapshot$|txid_|pg_xact_|pg_last_|pg_visible_in|pg_snapshot_|pg_current_(xact|snapshot|wal)|pg_logical_|pg_wal|pg_(relation|table|total_relation|indexes|database|tablespace)_size|pg_blocking_pids|pg_safe_snapshot)'
                or p.proname in ('lowrite', 'loread', 'pg_lock_status', 'pg_prepared_xact', 'mxid_age') or p.oid = 'pg_catalog.age(xid)'::regprocedure)
        loop
            execute format('revoke execute on function %s from public', name);
        end loop;
        for name in select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'pg_catalog' and c.relkind = 'v' and (c.relname ~ '^pg_stat' or c.relname in ('pg_locks', 'pg_prepared_xacts', 'pg_cursors', 'pg_prepared_statements', 'pg_replication_slots', 'pg_replication_origin_status'))
              and has_table_privilege('public', c.oid, 'select')
        loop
            execute format('revoke select on %s from public', name);
        end loop;
        if not has_table_privilege('samverkan_watch', 'pg_stat_activity', 'select') then
            grant select on pg_stat_activity to samverkan_watch;
            grant execute on function pg_stat_get_activity(integer) to samverkan_watch;
        end if;
    end if;
end
$$;
