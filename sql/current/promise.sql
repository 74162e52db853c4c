-- A draft is the municipality's own (and its municipal police officers'), also when it is withdrawn as one. From proposed on, whoever
-- sees the agreement reads it; the public reads what is published, and what it has been, with how that came out.
grant select on app.promise, app.promise_measure to samverkan_municipality, samverkan_police;
grant select (municipality_code, promise_id, agreement_id, promisor, text, state, period_start, period_end, published_on)
    on app.promise to samverkan_public;
grant insert (municipality_code, promise_id, agreement_id, position, promisor, text, period_start, period_end, prepared_by,
        predecessor_id, revision_reason),
    update (position, promisor, text, period_start, period_end, prepared_by, state, published_on, withdrawn_on, withdrawal_reason, version), delete
    on app.promise to samverkan_municipality;
grant insert (municipality_code, promise_id, measure_id, agreement_id, plan_id), delete on app.promise_measure to samverkan_municipality;

create policy municipality_reads on app.promise for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.promise for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy municipality_updates on app.promise for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.promise for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.promise for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and (municipality_code = (select access.municipality())
        or (state <> 'draft' and (state <> 'withdrawn' or returned_by is null) and (municipality_code, agreement_id) in (
            select a.municipality_code, a.agreement_id from app.agreement a))));
create policy public_reads on app.promise for select to samverkan_public
    using (municipality_code = (select access.municipality()) and state in ('published', 'superseded'));

-- Of the measures that a promise is kept by, the police see those of plans that they see.
create policy municipality_reads on app.promise_measure for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.promise_measure for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.promise_measure for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.promise_measure for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and (municipality_code, promise_id) in (select p.municipality_code, p.promise_id from app.promise p)
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until())));

-- The functions below belong to samverkan_lock: it sees what they need whoever writes.
grant select on app.promise_measure, app.promise_outcome to samverkan_lock;
grant update (state, version, return_reason, returned_by) on app.promise to samverkan_lock;
grant update (state, return_reason) on app.promise_outcome to samverkan_lock;
create policy lock_updates on app.promise for update to samverkan_lock using (true) with check (true);
create policy lock_reads on app.promise_measure for select to samverkan_lock using (true);
create policy lock_reads on app.promise_outcome for select to samverkan_lock using (true);
create policy lock_updates on app.promise_outcome for update to samverkan_lock using (true) with check (true);

-- draft → proposed → approved → published → withdrawn, or superseded by its corrected or prolonged version; from proposed and approved
-- back to draft. The text is locked from proposed on. What approves and returns is app.approval.
create function app.guard_promise() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_later text[] := array['state', 'version', 'return_reason', 'returned_by', 'published_on', 'withdrawn_on', 'withdrawal_reason'];
begin
    -- One version for each transaction that changes it or what it is kept by.
    new.version := old.version + case when exists (
        select from app.promise d where d.municipality_code = old.municipality_code and d.promise_id = old.promise_id and d.xmin = pg_current_xact_id()::xid) then 0 else 1 end;
    if new.predecessor_id is not null and new.promisor <> old.promisor then
        raise exception 'of the same promisor' using errcode = 'SV100', constraint = 'promise_revision_promisor';
    end if;
    if new.state is distinct from old.state then
        if to_jsonb(new) - v_later <> to_jsonb(old) - v_later then
            perform app.refuse('promise_locked', 'promise', old.state, old.version);
        end if;
        if old.state in ('draft', 'proposed', 'approved') and new.state in ('proposed', 'approved', 'published') and new.text is null then
            raise exception 'no text' using errcode = 'SV100', constraint = 'promise_without_text';
        elsif old.state = 'proposed' and new.state = 'published' then
            perform app.refuse('promise_not_approved', 'promise', old.state, old.version);
        elsif not (old.state = 'draft' and new.state = 'proposed'
            or old.state = 'proposed' and new.state = 'approved' and current_user = 'samverkan_lock'
            or old.state in ('proposed', 'approved') and new.state = 'draft' and current_user = 'samverkan_lock'
            or old.state = 'approved' and new.state = 'published'
            or old.state = 'published' and new.state = 'superseded' and current_user = 'samverkan_lock'
            or (old.state in ('proposed', 'approved', 'published') or old.state = 'draft' and old.returned_by is not null)
                and new.state = 'withdrawn' and new.withdrawal_reason is not null)
        then
            perform app.refuse('promise_transition', 'promise', old.state, old.version);
        end if;
    end if;
    if not (old.state = 'approved' and new.state = 'published') and new.published_on is distinct from old.published_on
        or not (old.state <> 'withdrawn' and new.state = 'withdrawn')
            and (new.withdrawn_on, new.withdrawal_reason) is distinct from (old.withdrawn_on, old.withdrawal_reason)
    then
        perform app.refuse('promise_locked', 'promise', old.state, old.version);
    end if;
    if new.state = 'published' then
        new.published_on := coalesce(new.published_on, app.today());
    elsif new.state = 'withdrawn' then
        new.withdrawn_on := coalesce(new.withdrawn_on, app.today());
    end if;
    if old.state <> 'draft' and to_jsonb(new) - v_later <> to_jsonb(old) - v_later then
        perform app.refuse('promise_locked', 'promise', old.state, old.version);
    end if;
    -- What it was returned for is dealt with when it is proposed anew.
    if old.state = 'draft' and new.state = 'proposed' then
        new.return_reason := null;
        new.returned_by := null;
    end if;
    if new.published_on > app.today() or new.published_on < date '1990-01-01' then
        raise exception 'not a day of publication' using errcode = 'SV100', constraint = 'promise_publication_day';
    end if;
    if new.withdrawn_on > app.today() or new.withdrawn_on < coalesce(old.published_on, date '1990-01-01') then
        raise exception 'not a day of withdrawal' using errcode = 'SV100', constraint = 'promise_withdrawal_day';
    end if;
    return new;
end
$$;
create trigger guard before update on app.promise for each row execute function app.guard_promise();

-- A promise is an annex of a draft agreement, or made each year under a signed one; not while that is being signed, nor when it is
-- terminated. An agreement that is signed counts no version for the promises under it: its tag would tell of drafts.
create function app.admit_promise() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row app.promise := case tg_op when 'DELETE' then old else new end;
    v_agreement record;
    v_predecessor record;
begin
    if tg_op = 'UPDATE' and old.state <> new.state then
        if new.state = 'published' then
            select a.state, a.version into v_agreement from app.agreement a
            where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id for share;
            if v_agreement.state not in ('signed', 'terminated') then
                perform app.refuse('promise_agreement_not_signed', 'agreement', v_agreement.state, v_agreement.version);
            end if;
            update app.promise p set state = 'superseded'
            where p.municipality_code = new.municipality_code and p.promise_id = new.predecessor_id and p.state = 'published';
        end if;
        return null;
    end if;
    if tg_op = 'UPDATE' and to_jsonb(new) - 'version' = to_jsonb(old) - 'version' then
        return null;
    end if;
    if v_row.state <> 'draft' then
        perform app.refuse('promise_locked', 'promise', v_row.state, v_row.version);
    end if;
    update app.agreement a set version = a.version
    where a.municipality_code = v_row.municipality_code and a.agreement_id = v_row.agreement_id and a.state = 'draft' and a.xmin <> pg_current_xact_id()::xid;
    select a.state, a.version into v_agreement from app.agreement a
    where a.municipality_code = v_row.municipality_code and a.agreement_id = v_row.agreement_id for share;
    if v_agreement.state not in ('draft', 'signed') then
        perform app.refuse('agreement_locked', 'agreement', v_agreement.state, v_agreement.version);
    end if;
    if tg_op = 'INSERT' and new.predecessor_id is not null then
        select p.state, p.version, p.promisor into v_predecessor from app.promise p
        where p.municipality_code = new.municipality_code and p.promise_id = new.predecessor_id for share;
        if v_predecessor.state <> 'published' then
            perform app.refuse('promise_not_published', 'promise', v_predecessor.state, v_predecessor.version);
        elsif v_predecessor.promisor <> new.promisor then
            raise exception 'of the same promisor' using errcode = 'SV100', constraint = 'promise_revision_promisor';
        end if;
    end if;
    return null;
end
$$;
create trigger admit after insert or update or delete on app.promise for each row execute function app.admit_promise();
create trigger audit after insert or update or delete on app.promise
    for each row execute function audit.record('Löftet', 'text');

-- What a promise is kept by changes with it, while it is a draft.
create function app.admit_promise_part() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row app.promise_measure := case tg_op when 'DELETE' then old else new end;
    v_promise record;
begin
    update app.promise p set version = p.version
    where p.municipality_code = v_row.municipality_code and p.promise_id = v_row.promise_id and p.xmin <> pg_current_xact_id()::xid;
    select p.state, p.version into v_promise from app.promise p
    where p.municipality_code = v_row.municipality_code and p.promise_id = v_row.promise_id;
    if v_promise.state <> 'draft' then
        perform app.refuse('promise_locked', 'promise', v_promise.state, v_promise.version - 1);
    end if;
    if tg_op = 'INSERT' and exists (select from app.action_plan p
        where p.municipality_code = v_row.municipality_code and p.plan_id = v_row.plan_id and p.state = 'withdrawn')
    then
        raise exception 'of a plan that was withdrawn' using errcode = '23503', constraint = 'promise_measure_plan_of_agreement';
    end if;
    return null;
end
$$;
create trigger admit after insert or delete on app.promise_measure for each row execute function app.admit_promise_part();
create trigger audit after insert or update or delete on app.promise_measure
    for each row execute function audit.record('Åtgärden som löftet hålls genom', '');

-- A corrected or prolonged promise is a new version, approved and published like the first: it says what that one said, and is kept by
-- the same measures. Until it is published the one before it stands.
create function app.revise_promise(p_municipality text, p_promise uuid, p_new uuid, p_start date, p_end date, p_reason text, p_prolongs boolean) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_promise record;
begin
    select p.* into v_promise from app.promise p where p.municipality_code = p_municipality and p.promise_id = p_promise;
    if not found then
        raise exception 'nothing to see' using errcode = 'SV404', constraint = 'row';
    end if;
    if v_promise.state <> 'published' then
        perform app.refuse('promise_not_published', 'promise', v_promise.state, v_promise.version);
    end if;
    if p_prolongs and p_end <= v_promise.period_end then
        raise exception 'ends no later' using errcode = 'SV100', constraint = 'promise_prolongation_not_longer';
    end if;
    if p_prolongs and v_promise.period_end is null then
        raise exception 'has no end' using errcode = 'SV100', constraint = 'promise_without_period';
    end if;
    -- Those that add to an agreement come one after the other, so that each gets a place of its own.
    perform from app.agreement a where a.municipality_code = p_municipality and a.agreement_id = v_promise.agreement_id for no key update;
    insert into app.promise (municipality_code, promise_id, agreement_id, position, promisor, text, period_start, period_end, prepared_by, predecessor_id,
        revision_reason)
    select p_municipality, p_new, v_promise.agreement_id, max(p.position) + 1, v_promise.promisor, v_promise.text,
        coalesce(p_start, v_promise.period_start), coalesce(p_end, v_promise.period_end), v_promise.prepared_by, p_promise, p_reason
    from app.promise p where p.municipality_code = p_municipality and p.agreement_id = v_promise.agreement_id;
    insert into app.promise_measure (municipality_code, promise_id, measure_id, agreement_id, plan_id)
    select m.municipality_code, p_new, m.measure_id, m.agreement_id, m.plan_id from app.promise_measure m
    where m.municipality_code = p_municipality and m.promise_id = p_promise;
end
$$;
grant execute on function app.revise_promise(text, uuid, uuid, date, date, text, boolean) to samverkan_municipality;

-- Outcomes are recorded by a coordinator, or for a promise of theirs by the police. The public reads those that every promisor has
-- approved, of what is published or was until a later version took its place.
grant select on app.promise_outcome to samverkan_municipality;
-- Who recorded it stays inside the municipality.
grant select (municipality_code, promise_id, outcome_id, corrects_outcome_id, period_start, period_end, verdict, text, reason, quantity, unit, approximate,
    state, return_reason, recorded_at) on app.promise_outcome to samverkan_police;
grant select (municipality_code, promise_id, outcome_id, corrects_outcome_id, period_start, period_end, verdict, text, reason, quantity, unit, approximate,
    state) on app.promise_outcome to samverkan_public;
grant insert (municipality_code, promise_id, outcome_id, corrects_outcome_id, period_start, period_end, verdict, text, reason, quantity, unit, approximate)
    on app.promise_outcome to samverkan_municipality, samverkan_police;
create policy municipality_reads on app.promise_outcome for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.promise_outcome for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.promise_outcome for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and (municipality_code, promise_id) in (select p.municipality_code, p.promise_id from app.promise p));
create policy police_inserts on app.promise_outcome for insert to samverkan_police
    with check ((select access.may('report.police')) and exists (select from app.promise p
        where p.municipality_code = promise_outcome.municipality_code and p.promise_id = promise_outcome.promise_id and p.promisor <> 'municipality'));
create policy public_reads on app.promise_outcome for select to samverkan_public
    using (municipality_code = (select access.municipality()) and state = 'approved'
        and (municipality_code, promise_id) in (select p.municipality_code, p.promise_id from app.promise p));

create trigger stamp before insert on app.promise_outcome for each row execute function app.stamp_recorder();

-- On a published promise, or one that has been; of days that have been. Who records it approves it for the authority that it may
-- approve for, so that a municipality's own is approved at once.
create function app.admit_promise_outcome() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_promise record;
begin
    select p.state, p.version, p.promisor, p.period_start, p.published_on into v_promise from app.promise p
    where p.municipality_code = new.municipality_code and p.promise_id = new.promise_id for share;
    if v_promise.state not in ('published', 'superseded') and not (v_promise.state = 'withdrawn' and v_promise.published_on is not null) then
        perform app.refuse('promise_not_published', 'promise', v_promise.state, v_promise.version);
    end if;
    -- An approval of what is corrected comes before, or is refused.
    perform from app.promise_outcome o
    where o.municipality_code = new.municipality_code and o.promise_id = new.promise_id and o.outcome_id = new.corrects_outcome_id for no key update;
    if new.period_start > app.today() then
        raise exception 'of days to come' using errcode = 'SV100', constraint = 'promise_outcome_in_future';
    end if;
    if new.period_end < v_promise.period_start then
        raise exception 'before the promise' using errcode = 'SV100', constraint = 'promise_outcome_before_promise';
    end if;
    insert into app.approval (municipality_code, outcome_id, party, answered_on)
    select new.municipality_code, new.outcome_id, x.party, app.today() from (values
        ('municipality', access.may('content.write') and v_promise.promisor <> 'police'),
        ('police', access.may('signature.police') and v_promise.promisor <> 'municipality')) x (party, is_given)
    where x.is_given;
    return null;
end
$$;
create trigger admit after insert on app.promise_outcome for each row execute function app.admit_promise_outcome();
create trigger audit after insert or update or delete on app.promise_outcome
    for each row execute function audit.record('Löftets utfall', 'text', '', 'recorded_by');
