-- Roles of the service. Run by `samverkan migrate` before every migration; running it again changes nothing.
-- Only the four server logins and the publisher may connect; owner and definers never can. BI logins have a database of their own (bi/).
do $$
declare
    name text;
begin
    foreach name in array array[
        'samverkan_owner', 'samverkan_access', 'samverkan_audit', 'samverkan_lock', 'samverkan_bi'
    ] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin noinherit', name);
        end if;
    end loop;
    foreach name in array array[
        'samverkan_municipality', 'samverkan_police', 'samverkan_public', 'samverkan_operator', 'samverkan_publisher'
    ] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I login noinherit', name);
        end if;
    end loop;

    -- The owner hands its definer functions to the definer roles, so it must be able to act as them.
    if not pg_has_role('samverkan_owner', 'samverkan_lock', 'member') then
        grant samverkan_access, samverkan_audit, samverkan_lock to samverkan_owner;
    end if;
    -- Earlier versions had the views for BI here, and a definer who read for them: gone as soon as no database has rights for it.
    if exists (select from pg_roles where rolname = 'samverkan_bi_reader') then
        begin
            drop role samverkan_bi_reader;
        exception when dependent_objects_still_exist then
            null;
        end;
    end if;
    -- From PostgreSQL 16 on, whoever creates a role administers it without being able to act as it.
    if current_setting('server_version_num')::integer >= 160000 then
        if not pg_has_role(current_user, 'samverkan_owner', 'SET') then
            execute format('grant samverkan_owner to %I with set true, inherit false', current_user);
        end if;
    elsif not pg_has_role(current_user, 'samverkan_owner', 'member') then
        execute format('grant samverkan_owner to %I', current_user);
    end if;

    -- TEMP for everyone is the classic way round row-level security: a temporary function in the search path.
    if exists (
        select from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
        where d.datname = current_database() and a.grantee = 0
    ) then
        execute format('revoke all on database %I from public', current_database());
    end if;
    if not has_database_privilege('samverkan_publisher', current_database(), 'connect') then
        execute format(
            'grant connect on database %I to samverkan_municipality, samverkan_police, samverkan_public,'
            ' samverkan_operator, samverkan_publisher', current_database());
    end if;
    if exists (
        select from pg_database d, aclexplode(d.datacl) a where d.datname = current_database() and a.grantee = 'samverkan_bi'::regrole
    ) then
        execute format('revoke all on database %I from samverkan_bi', current_database());
    end if;
    if not has_database_privilege('samverkan_owner', current_database(), 'create') then
        execute format('grant connect, create on database %I to samverkan_owner', current_database());
    end if;
    -- What the service doesn't need, and a login could stop or fill the database with: advisory locks share their table
    -- with all others; large objects need no table; a snapshot that is exported keeps old rows; prepared statements and cursors
    -- show what a session's last user asked. Only functions whose signature is the same in 15 to 18 stand here: pg_upgrade stops
    -- at a right on one that isn't. Language plpgsql is what DO runs.
    if (select rolsuper from pg_roles where rolname = current_user) then
        foreach name in array array[
            'pg_advisory_lock(bigint)', 'pg_advisory_lock(integer, integer)', 'pg_advisory_lock_shared(bigint)', 'pg_advisory_lock_shared(integer, integer)',
            'pg_advisory_xact_lock(bigint)', 'pg_advisory_xact_lock(integer, integer)', 'pg_advisory_xact_lock_shared(bigint)', 'pg_advisory_xact_lock_shared(integer, integer)',
            'pg_try_advisory_lock(bigint)', 'pg_try_advisory_lock(integer, integer)', 'pg_try_advisory_lock_shared(bigint)', 'pg_try_advisory_lock_shared(integer, integer)',
            'pg_try_advisory_xact_lock(bigint)', 'pg_try_advisory_xact_lock(integer, integer)', 'pg_try_advisory_xact_lock_shared(bigint)', 'pg_try_advisory_xact_lock_shared(integer, integer)',
            'pg_export_snapshot()', 'pg_prepared_statement()', 'pg_cursor()',
            'lo_creat(integer)', 'lo_create(oid)', 'lo_from_bytea(oid, bytea)', 'lo_open(oid, integer)', 'lo_put(oid, bigint, bytea)', 'lowrite(integer, bytea)', 'lo_truncate(integer, integer)',
            'lo_truncate64(integer, bigint)'
        ] loop
            if has_function_privilege('public', name, 'execute') then
                execute format('revoke execute on function pg_catalog.%s from public', name);
            end if;
        end loop;
        if has_language_privilege('public', 'plpgsql', 'usage') then
            revoke usage on language plpgsql from public;
        end if;
        if not has_language_privilege('samverkan_owner', 'plpgsql', 'usage') then
            grant usage on language plpgsql to samverkan_owner;
        end if;
        -- What else a session has prepared is nobody's: the server's statements have names that cannot be guessed, and so not be taken.
        if has_function_privilege('samverkan_access', 'pg_prepared_statement()', 'execute') then
            revoke execute on function pg_prepared_statement() from samverkan_access;
        end if;
        -- access.enter looks whether a session is the server's alone.
        if not has_function_privilege('samverkan_access', 'pg_cursor()', 'execute') then
            grant execute on function pg_cursor() to samverkan_access;
        end if;
        foreach name in array array['pg_prepared_statements', 'pg_cursors'] loop
            if has_table_privilege('public', 'pg_catalog.' || name, 'select') then
                execute format('revoke select on pg_catalog.%I from public', name);
            end if;
        end loop;
        -- The context of a request (current/access.sql): nobody else may write it. A dump of one database doesn't carry this grant.
        for name in select coalesce(a.grantee::regrole::text, 'public') from pg_parameter_acl p, aclexplode(p.paracl) a
            where p.parname = 'backtrace_functions' and a.grantee <> 'samverkan_access'::regrole
              and (a.grantee = 0 or a.grantee::regrole::text like 'samverkan%')
        loop
            execute format('revoke set, alter system on parameter backtrace_functions from %s', case name when '-' then 'public' else quote_ident(name) end);
        end loop;
        if not has_parameter_privilege('samverkan_access', 'backtrace_functions', 'set') then
            grant set on parameter backtrace_functions to samverkan_access;
        end if;
    end if;
    if not has_parameter_privilege('samverkan_access', 'backtrace_functions', 'set') then
        raise exception 'a superuser must first run: grant set on parameter backtrace_functions to samverkan_access';
    end if;
    if has_schema_privilege('public', 'public', 'usage') then
        revoke all on schema public from public;
    end if;
end
$$;
