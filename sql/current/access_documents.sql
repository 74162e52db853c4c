-- What agreements, situational pictures and plans have in common: their states, and how an edit begins.

-- The domain's words are the same for all, and still nobody reads them without a context.
grant select on app.term to samverkan_municipality, samverkan_police, samverkan_public, samverkan_lock;
create policy municipality_reads on app.term for select to samverkan_municipality using ((select access.has_entered()));
create policy police_reads on app.term for select to samverkan_police using ((select access.has_entered()));
create policy public_reads on app.term for select to samverkan_public using ((select access.has_entered()));
create policy lock_reads on app.term for select to samverkan_lock using (true);
create trigger audit after insert or update or delete on app.term
    for each row execute function audit.record('Ordet', 'term');

-- The kind of words that the status of a kind of document is one of.
create function app.status_kind(p_kind text) returns text language sql immutable parallel safe as $$
    select case p_kind when 'agreement' then 'AgreementStatus' when 'prolongation' then 'ProlongationStatus' when 'picture' then 'SituationalPictureStatus'
        when 'plan' then 'ActionPlanStatus' when 'promise' then 'PromiseStatus' when 'outcome' then 'PromiseOutcomeStatus' when 'report' then 'ReportStatus' when 'comment' then 'CommentStatus' when 'import' then 'ImportStatus' end
$$;
grant execute on function app.status_kind(text) to samverkan_municipality, samverkan_police, samverkan_lock;

-- What can be done with a document in a state; the names are those of the API. This and what else documents ask of acts is plpgsql,
-- which plans once in a session: as SQL it was planned for each document.
create function app.possible_transitions(p_kind text, p_state text) returns text[]
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((select t.acts from app.term t where t.term = p_state and t.kind = app.status_kind(p_kind)), '{}');
end
$$;

-- What of it the caller's rights allow: what a coordinator may; and for the police to sign, to approve, and to return what they would
-- approve. Separated by spaces; '' for nothing.
create function app.permitted_acts(p_kind text, p_state text) returns text
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((
        select array_to_string(case when access.may('content.write') then t.acts
            when access.may('signature.police') then array(
                select a from unnest(t.acts) with ordinality x (a, place)
                where a in ('signatures', 'approvals') or a = 'return' and p_kind <> 'agreement'
                order by place) end, ' ')
        from app.term t where t.term = p_state and t.kind = app.status_kind(p_kind)), '');
end
$$;
grant execute on function app.permitted_acts(text, text) to samverkan_municipality, samverkan_police;

-- Refuses with what the caller needs to go on: the state the document is in, what is possible from there, and its
-- version. The caller sees the document, or row-level security would have spoken first.
create function app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'the % is %', p_kind, p_state using errcode = 'SV100', constraint = p_constraint,
        detail = jsonb_build_object('state', p_state, 'possible', app.possible_transitions(p_kind, p_state), 'version', p_version);
end
$$;

-- For the where clause of an update with If-Match: true when the row has the version that the caller last saw, or the
-- caller names none. Asked again when the row had to be waited for.
create function app.is_version(p_version integer, p_expected integer) returns boolean
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_version <> p_expected then
        raise exception 'version %', p_version using errcode = 'SV412', constraint = 'version', detail = jsonb_build_object('version', p_version);
    end if;
    return true;
end
$$;

-- For the where clause of an act on a document: true when the act is possible from the state that the document is in.
create function app.is_possible(p_kind text, p_act text, p_state text, p_version integer) returns boolean
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_act <> all (app.possible_transitions(p_kind, p_state)) then
        perform app.refuse(case p_act when 'adoption' then 'plan_not_draft' when 'sending' then 'report_already_sent' else p_kind || '_transition' end, p_kind, p_state, p_version);
    end if;
    return true;
end
$$;

-- For changes of a row that must be there: none is SV404, and undoes the rest of the transaction. Of a row that the caller
-- has been seen to see, it is 42501.
create function app.require_row(p_count bigint, p_sqlstate text default 'SV404') returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_count = 0 then
        raise exception 'no such row' using errcode = p_sqlstate, constraint = 'row';
    end if;
end
$$;

-- Begins an edit of a document's parts: locks the document's row, counts its version (an edit that changes nothing doesn't),
-- and refuses when the caller doesn't see it (SV404), may not write it (42501), has another version (SV412), or it is no
-- draft (SV100).
create function app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean default true) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
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
grant execute on function app.possible_transitions(text, text), app.refuse(text, text, text, integer), app.is_version(integer, integer),
    app.is_possible(text, text, text, integer), app.require_row(bigint, text)
    to samverkan_municipality, samverkan_police, samverkan_lock;
grant execute on function app.begin_edit(text, text, uuid, integer, boolean) to samverkan_municipality, samverkan_police;

-- By what the parts beside each other are ordered when one of them goes to `p_position`: between those that stand there.
create function app.place(p_place bigint, p_is_moved boolean, p_position integer) returns bigint
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select case when p_is_moved and p_position is not null then 2 * p_position + sign(p_position - p_place)::bigint else 2 * p_place end
$$;
grant execute on function app.place(bigint, boolean, integer) to samverkan_municipality;

-- The version of a row counts its changes.
create function app.count_version() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.version := old.version + 1;
    return new;
end
$$;

-- Who recorded it is who is here. Only an administrator, who comes without a context, says whom they stand for.
create function app.stamp_recorder() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.recorded_by := coalesce(access.actor(), nullif(new.recorded_by, ''), session_user);
    return new;
end
$$;
