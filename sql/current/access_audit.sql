-- The change log. Its name sorts before the concepts, whose triggers call it.
grant usage on schema audit to samverkan_municipality, samverkan_audit;
grant select, insert, update on audit.chain_head to samverkan_audit;
grant insert on audit.change, audit.personal_value to samverkan_audit;
create policy audit_keeps on audit.chain_head to samverkan_audit using (true) with check (true);
create policy audit_writes on audit.change for insert to samverkan_audit with check (true);
create policy audit_writes on audit.personal_value for insert to samverkan_audit with check (true);

-- Replaces each personal column by a salted digest in the row that the chain covers.
create function audit.digested(p_row jsonb, p_personal text[], p_salts bytea[]) returns jsonb
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
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

create function audit.link_hash(
    p_previous bytea, p_municipality text, p_sequence bigint, p_recorded_at timestamptz, p_issuer text, p_subject text,
    p_role text, p_table text, p_action text, p_label text, p_before jsonb, p_after jsonb
) returns bytea
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select sha256(p_previous || convert_to(jsonb_build_array(p_municipality, p_sequence,
        to_char(p_recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_issuer, p_subject, p_role,
        p_table, p_action, p_label, p_before, p_after)::text, 'UTF8'))
$$;

-- Row trigger. Arguments: what the row is called in Swedish; the column that says which one ('' for none);
-- personal columns and columns left out, each list separated by commas.
create function audit.record() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_issuer text := access.issuer();
    v_subject text := access.subject();
    v_role text := access.role();
    v_personal text[] := string_to_array(coalesce(tg_argv[2], ''), ',');
    v_left_out text[] := string_to_array(coalesce(tg_argv[3], ''), ',');
    v_before jsonb;
    v_after jsonb;
    v_salts bytea[];
    v_municipality text;
    v_sequence bigint;
    v_previous_hash bytea;
    v_hash bytea;
    v_recorded_at timestamptz := clock_timestamp();
    v_label text;
    v_clear_before jsonb;
    v_clear_after jsonb;
begin
    if tg_op = 'INSERT' then
        v_after := to_jsonb(new) - v_left_out;
    else
        v_before := to_jsonb(old) - v_left_out;
        if tg_op = 'UPDATE' then
            v_after := to_jsonb(new) - v_left_out;
        end if;
        -- A document's version follows from its parts, whose changes stand in the log themselves; so does what is left out.
        if v_before - 'version' = v_after - 'version' then
            return null;
        end if;
    end if;
    v_municipality := coalesce(coalesce(v_after, v_before) ->> 'municipality_code', '0000');
    v_label := tg_argv[0] || case tg_op when 'INSERT' then ' lades till' when 'UPDATE' then ' ändrades' else ' togs bort' end
        || coalesce(': ' || left(coalesce(v_after, v_before) ->> nullif(tg_argv[1], ''), 120), '');

    if cardinality(v_personal) > 0 then
        select array_agg(uuid_send(gen_random_uuid())) into v_salts from generate_subscripts(v_personal, 1);
        v_clear_before := v_before;
        v_clear_after := v_after;
        v_before := audit.digested(v_before, v_personal, v_salts);
        v_after := audit.digested(v_after, v_personal, v_salts);
    end if;

    -- Writers of one municipality queue here until the first has committed; that is what makes one chain. The hash is audit.link_hash's,
    -- written out: as a function it was planned anew in each transaction.
    loop
        update audit.chain_head h set sequence = h.sequence + 1, previous_hash = h.hash,
            hash = sha256(h.hash || convert_to(jsonb_build_array(v_municipality, h.sequence + 1,
                to_char(v_recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), v_issuer, v_subject, v_role,
                tg_table_name, lower(tg_op), v_label, v_before, v_after)::text, 'UTF8'))
        where h.municipality_code = v_municipality
        returning h.sequence, h.previous_hash, h.hash into v_sequence, v_previous_hash, v_hash;
        exit when found;
        insert into audit.chain_head (municipality_code, sequence, hash) values (v_municipality, 0, ''::bytea) on conflict do nothing;
    end loop;
    insert into audit.change (municipality_code, sequence, recorded_at, actor_issuer, actor_subject, actor_name,
        actor_role, table_name, action, label, before, after, previous_hash, hash)
    values (v_municipality, v_sequence, v_recorded_at, v_issuer, v_subject, coalesce(access.actor(), session_user),
        v_role, tg_table_name, lower(tg_op), v_label, v_before, v_after, v_previous_hash, v_hash);
    if cardinality(v_personal) > 0 then
        insert into audit.personal_value (municipality_code, sequence, side, column_name, salt, value)
        select v_municipality, v_sequence, s.side, v_personal[i], v_salts[i], s.clear ->> v_personal[i]
        from generate_subscripts(v_personal, 1) i,
            (values ('before', v_clear_before), ('after', v_clear_after)) s (side, clear)
        where s.clear ->> v_personal[i] is not null;
    end if;
    return null;
end
$$;

create function audit.refuse() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    -- The one change there is: an actor's name, which stands outside the hash, is disposed of.
    if tg_op = 'UPDATE' and new.actor_name is null and to_jsonb(new) - 'actor_name' = to_jsonb(old) - 'actor_name' then
        return new;
    end if;
    raise exception 'the change log can only grow' using errcode = 'SV100', constraint = 'audit_append_only', table = tg_table_name;
end
$$;
create trigger append_only before update or delete on audit.change for each row execute function audit.refuse();
create trigger no_truncate before truncate on audit.change for each statement execute function audit.refuse();
create trigger no_truncate before truncate on audit.chain_head for each statement execute function audit.refuse();
create trigger no_truncate before truncate on audit.personal_value for each statement execute function audit.refuse();

-- Who may read the log reads that of its own municipality. (The recording of reads comes with the audit endpoints.)
grant select on audit.change, audit.chain_head to samverkan_municipality;
create policy municipality_reads on audit.change for select to samverkan_municipality
    using (municipality_code = (select access.municipality()) and (select access.may('log.read')));
create policy municipality_reads on audit.chain_head for select to samverkan_municipality
    using (municipality_code = (select access.municipality()) and (select access.may('log.read')));

create trigger audit after insert or update or delete on access.issuer
    for each row execute function audit.record('Utfärdaren', 'issuer');
create trigger audit after insert or update or delete on access.caller_grant
    for each row execute function audit.record('Behörigheten', 'role', '', 'place,issuer_kind,issuer_district_code,has_parties,rights');
create trigger audit after insert or update or delete on access.role
    for each row execute function audit.record('Rollen', 'role');
create trigger audit after insert or update or delete on access.role_right
    for each row execute function audit.record('Rollens rättighet', 'may');
