-- What is proposed is answered by its parties: a coordinator for the municipality, and for what the police have approved outside the
-- system; the head of the district for the police. Whoever sees what it is about reads it.
grant select on app.approval to samverkan_municipality;
-- Who recorded it stays inside the municipality.
grant select (municipality_code, approval_id, plan_id, promise_id, outcome_id, party, answer, answered_on, name, title, body, place, outside_system, reason,
    holds, version, recorded_at, content_sha256, form) on app.approval to samverkan_police;
grant insert (municipality_code, approval_id, plan_id, promise_id, outcome_id, party, answer, answered_on, name, title, body, place, outside_system, reason, version)
    on app.approval to samverkan_municipality, samverkan_police;
create policy municipality_reads on app.approval for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.approval for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.approval for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))
        or (municipality_code, promise_id) in (select p.municipality_code, p.promise_id from app.promise p)
        or (municipality_code, outcome_id) in (select o.municipality_code, o.outcome_id from app.promise_outcome o)));
create policy police_inserts on app.approval for insert to samverkan_police
    with check (municipality_code = any ((select access.visible_municipalities())::text[]) and (select access.may('signature.police'))
        and not outside_system
        and (exists (select from app.action_plan p where p.municipality_code = approval.municipality_code and p.plan_id = approval.plan_id)
        or exists (select from app.promise p where p.municipality_code = approval.municipality_code and p.promise_id = approval.promise_id)
        or exists (select from app.promise_outcome o where o.municipality_code = approval.municipality_code and o.outcome_id = approval.outcome_id)));

grant select, insert (municipality_code, outcome_id, party, answered_on), update (holds, content_sha256, form) on app.approval to samverkan_lock;
create policy lock_reads on app.approval for select to samverkan_lock using (true);
create policy lock_inserts on app.approval for insert to samverkan_lock with check (true);
create policy lock_updates on app.approval for update to samverkan_lock using (true) with check (true);

create trigger stamp before insert on app.approval for each row execute function app.stamp_recorder();

-- Whose approval a kind of document needs: of a promise and its outcome each promisor's; of a plan the police's.
create function app.approvers(p_promisor text) returns text[]
    language sql immutable parallel safe
as $$
    select case p_promisor when 'municipality' then array['municipality'] when 'joint' then array['municipality', 'police'] else array['police'] end
$$;
grant execute on function app.approvers(text) to samverkan_municipality, samverkan_police, samverkan_lock;

-- Keeps what is answered as it is until the transaction ends, so that nothing comes between its being seen and the answer. Tells nothing.
create function app.hold_proposal(p_kind text, p_municipality text, p_id uuid) returns void
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_inside boolean;
begin
    v_inside := coalesce(p_municipality = access.municipality(), false);
    -- Of what is a draft nobody outside is made to wait.
    if v_inside or coalesce(p_municipality = any (access.visible_municipalities()), false) then
        case p_kind
        when 'plan' then
            perform from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_id and (v_inside or p.state not in ('draft', 'withdrawn'))
            for no key update;
        when 'promise' then
            perform from app.promise p where p.municipality_code = p_municipality and p.promise_id = p_id and (v_inside or p.state <> 'draft')
            for no key update;
        when 'outcome' then
            perform from app.promise_outcome o where o.municipality_code = p_municipality and o.outcome_id = p_id for no key update;
        end case;
    end if;
end
$$;
grant execute on function app.hold_proposal(text, text, uuid) to samverkan_municipality, samverkan_police;

-- An answer counts for what it is about: when everyone whose approval it needs has given it, it is approved; returned, it is a draft
-- again, and what was approved of it is void. Nobody answers for the other authority, but a coordinator enters what the police have
-- approved outside the system; and what only the municipality promises is not the police's to answer. A plan can be signed by both, also when it is adopted.
create function app.admit_approval() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_kind text;
    v_document record;
    v_approvers text[];
begin
    -- The document first, as everywhere: what is answered at once waits.
    if new.plan_id is not null then
        v_kind := 'plan';
        select p.state, p.version, 'police' as promisor into v_document from app.action_plan p
        where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id for no key update;
    elsif new.promise_id is not null then
        v_kind := 'promise';
        select p.state, p.version, p.promisor into v_document from app.promise p
        where p.municipality_code = new.municipality_code and p.promise_id = new.promise_id for no key update;
    else
        v_kind := 'outcome';
        -- What another one corrects waits for that one.
        select case when exists (select from app.promise_outcome c where c.municipality_code = o.municipality_code and c.promise_id = o.promise_id
                and c.corrects_outcome_id = o.outcome_id and c.state <> 'returned') then 'corrected' else o.state end as state,
            null::integer as version, p.promisor into v_document from app.promise_outcome o
        join app.promise p on p.municipality_code = o.municipality_code and p.promise_id = o.promise_id
        where o.municipality_code = new.municipality_code and o.outcome_id = new.outcome_id for no key update of o;
    end if;
    v_approvers := app.approvers(v_document.promisor);
    if new.party <> all (v_approvers) and not (v_kind = 'plan' and new.party = 'municipality') and not (new.answer = 'returned' and new.party = 'municipality')
        or new.party = 'police' and not new.outside_system and access.may('content.write')
        or new.party = 'municipality' and access.may('signature.police')
        or new.outside_system and new.answer = 'returned'
    then
        raise exception 'not theirs to answer' using errcode = 'SV100', constraint = 'approval_party';
    end if;
    if v_document.version <> new.version then
        perform app.is_version(v_document.version, new.version);
    end if;
    if new.answered_on > app.today() or new.answered_on < date '1990-01-01' then
        raise exception 'not a day of approval' using errcode = 'SV100', constraint = 'approval_day';
    end if;
    if new.answer = 'returned' then
        if v_document.state <> all (case v_kind when 'outcome' then array['proposed'] else array['proposed', 'approved'] end) then
            perform app.refuse(v_kind || '_transition', v_kind, v_document.state, v_document.version);
        end if;
        update app.approval a set holds = false
        where a.municipality_code = new.municipality_code and a.holds and (a.plan_id, a.promise_id, a.outcome_id)
            is not distinct from (new.plan_id, new.promise_id, new.outcome_id) and a.answer = 'approved';
        if v_kind = 'plan' then
            update app.action_plan p set state = 'draft', return_reason = new.reason, returned_by = new.party, is_answered = false
            where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id;
        elsif v_kind = 'promise' then
            update app.promise p set state = 'draft', return_reason = new.reason, returned_by = new.party
            where p.municipality_code = new.municipality_code and p.promise_id = new.promise_id;
        else
            update app.promise_outcome o set state = 'returned', return_reason = new.reason
            where o.municipality_code = new.municipality_code and o.outcome_id = new.outcome_id;
        end if;
        return null;
    end if;
    if v_document.state <> all (case v_kind when 'plan' then array['proposed', 'approved', 'adopted'] else array['proposed'] end) then
        perform app.refuse(v_kind || '_not_proposed', v_kind, v_document.state, v_document.version);
    end if;
    -- With a name it is a signature, and keeps the digest of what it was given to.
    if new.name is not null and v_kind <> 'outcome' then
        update app.approval a set form = app.signed_form(), content_sha256 = sha256(convert_to(
            app.canonical(app.signed_form(), v_kind, new.municipality_code, coalesce(new.plan_id, new.promise_id)), 'UTF8'))
        where a.municipality_code = new.municipality_code and a.approval_id = new.approval_id;
    end if;
    if v_kind = 'plan' then
        update app.action_plan p set is_answered = true
        where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id and not p.is_answered;
    end if;
    if v_document.state = 'proposed' and not exists (
        select from unnest(v_approvers) x (party) where not exists (
            select from app.approval a
            where a.municipality_code = new.municipality_code and a.holds and a.answer = 'approved' and a.party = x.party
              and (a.plan_id, a.promise_id, a.outcome_id) is not distinct from (new.plan_id, new.promise_id, new.outcome_id)))
    then
        if v_kind = 'plan' then
            update app.action_plan p set state = 'approved' where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id;
        elsif v_kind = 'promise' then
            update app.promise p set state = 'approved' where p.municipality_code = new.municipality_code and p.promise_id = new.promise_id;
        else
            update app.promise_outcome o set state = 'approved' where o.municipality_code = new.municipality_code and o.outcome_id = new.outcome_id;
        end if;
    end if;
    return null;
end
$$;
create trigger admit after insert on app.approval for each row execute function app.admit_approval();
create trigger audit after insert or update or delete on app.approval
    for each row execute function audit.record('Svaret på det som föreslagits', 'answer', 'name', 'recorded_by');

-- Who has approved a plan. Of a plan that nobody has, `permitted_acts` says what can be done; this is asked where somebody has, by a
-- function, so that what isn't there costs a reader nothing.
create function app.plan_approvers(p_municipality text, p_plan uuid) returns text[]
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return array(select a.party from app.approval a
        where a.municipality_code = p_municipality and a.plan_id = p_plan and a.holds and a.answer = 'approved');
end
$$;
grant execute on function app.plan_approvers(text, uuid) to samverkan_municipality, samverkan_police;

-- What the caller may do with something that is proposed and approved, by whom has approved it and who last returned it: no approval
-- where none of theirs is left to give, no return of what is not theirs to approve, no adoption of a plan that the district has
-- returned, and of drafts only those that were proposed once are withdrawn. It asks no table but for the acts.
create function app.proposal_acts(p_kind text, p_state text, p_promisor text, p_approved text[], p_returned_by text) returns text
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_acts text[] := string_to_array(app.permitted_acts(p_kind, p_state), ' ');
begin
    if 'approvals' = any (v_acts) and not exists (
        select from unnest(app.approvers(p_promisor) || case when p_kind = 'plan' then array['municipality'] end) x (party)
        where (x.party = 'police' or access.may('content.write')) and x.party <> all (coalesce(p_approved, '{}')))
    then
        v_acts := array_remove(v_acts, 'approvals');
    end if;
    if 'return' = any (v_acts) and not (access.may('content.write') or 'police' = any (app.approvers(p_promisor))) then
        v_acts := array_remove(v_acts, 'return');
    end if;
    if p_state = 'draft' and p_returned_by = 'police' then
        v_acts := array_remove(v_acts, 'adoption');
    end if;
    if p_state = 'draft' and p_returned_by is null then
        v_acts := array_remove(v_acts, 'withdrawal');
    end if;
    return array_to_string(v_acts, ' ');
end
$$;
grant execute on function app.proposal_acts(text, text, text, text[], text) to samverkan_municipality, samverkan_police;
