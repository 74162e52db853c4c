-- Drafts are the municipality's own (and its municipal police officers'), also when they are withdrawn. From proposed on, the district named as a
-- party reads it. What hangs below an agreement is seen by whoever sees the agreement.
grant select on app.agreement, app.agreement_section, app.signature, app.prolongation to samverkan_municipality, samverkan_police;
grant insert (municipality_code, agreement_id, district_code, title, parties, purpose, scope, outside_scope,
        period_start, period_end, effective_end, notice_months, tacit_prolongation_months, prepared_by, predecessor_id, registration_number, decision_body, decision_date, decision_paragraph),
    update (withdrawal_reason, title, parties, purpose, scope, outside_scope, period_start, period_end, effective_end, notice_months, tacit_prolongation_months, prepared_by, predecessor_id, state, return_reason,
        termination_reason, registration_number, decision_body, decision_date, decision_paragraph, external_references, version), delete
    on app.agreement to samverkan_municipality;
grant insert (municipality_code, agreement_id, position, heading, text), delete on app.agreement_section to samverkan_municipality;
grant insert (municipality_code, agreement_id, signature_id, position, party, name, title, body, place),
    update (position, party, name, title, body, place, signed_on, outside_system, attachment_id), delete
    on app.signature to samverkan_municipality;
-- The head of the district signs for the police, and changes nothing else.
grant update (name, title, body, place, signed_on) on app.signature to samverkan_police;
grant insert (municipality_code, agreement_id, prolongation_id, effective_end, reason), update (state)
    on app.prolongation to samverkan_municipality;

create policy municipality_reads on app.agreement for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.agreement for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy municipality_updates on app.agreement for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.agreement for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()) and state = 'draft' and not is_exchanged);
-- Of the municipalities from the first to the last that the police may see anything of. As a case it is a filter and no range of an index, so that
-- an overview takes the district's index.
create policy police_reads on app.agreement for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and (state not in ('draft', 'withdrawn') and district_code = (select access.district())
            and ((select access.may('district.read')) or municipality_code = any ((select access.visible_municipalities())::text[]))
        or municipality_code = (select access.municipality())));
-- `enter` asks which municipalities a district has signed with.
grant select (municipality_code, district_code, state) on app.agreement to samverkan_access;
create policy access_reads on app.agreement for select to samverkan_access using (true);

create policy municipality_reads on app.agreement_section for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.agreement_section for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.agreement_section for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.agreement_section for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a)));

create policy municipality_reads on app.signature for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.signature for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
-- A coordinator records the municipality's signatures, and what both parties have signed on paper.
create policy municipality_updates on app.signature for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality())
        and (signed_on is null or party = 'municipality' or outside_system));
create policy municipality_deletes on app.signature for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.signature for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a)));

create policy police_updates on app.signature for update to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[]) and (select access.may('signature.police'))
        and party = 'police' and (municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a))
    with check ((select access.may('signature.police')) and party = 'police' and signed_on is not null and not outside_system);

create policy municipality_reads on app.prolongation for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.prolongation for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'proposed');
create policy municipality_updates on app.prolongation for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.prolongation for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
        and ((municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a)));

-- The functions below belong to samverkan_lock: it sees what they need whoever writes.
grant select on app.agreement, app.agreement_section, app.signature, app.prolongation, app.promise to samverkan_lock;
grant update (state, version, effective_end, replaced_by_id, is_exchanged) on app.agreement to samverkan_lock;
grant insert (municipality_code, agreement_id, signature_id, position, party, name, title, body, prolongation_id),
    update (signed_on, place, outside_system, attachment_id, recorded_by, recorded_at, content_sha256, annexes_sha256, form)
    on app.signature to samverkan_lock;
grant update (state) on app.prolongation to samverkan_lock;
create policy lock_reads on app.agreement for select to samverkan_lock using (true);
create policy lock_updates on app.agreement for update to samverkan_lock using (true) with check (true);
create policy lock_reads on app.agreement_section for select to samverkan_lock using (true);
create policy lock_reads on app.signature for select to samverkan_lock using (true);
create policy lock_inserts on app.signature for insert to samverkan_lock with check (true);
create policy lock_updates on app.signature for update to samverkan_lock using (true) with check (true);
create policy lock_reads on app.prolongation for select to samverkan_lock using (true);
create policy lock_updates on app.prolongation for update to samverkan_lock using (true) with check (true);
create policy lock_reads on app.promise for select to samverkan_lock using (true);

-- The agreements that hold within a period beside one that would have it, unless it replaces them; oldest first.
create function app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) returns uuid[]
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select array(
        select a.agreement_id from app.agreement a
        where a.municipality_code = p_municipality and a.state in ('signed', 'terminated')
          and (a.agreement_id is distinct from p_predecessor or a.period_start >= p_start)
          and daterange(a.period_start, app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today()), '[]') && daterange(p_start, p_end, '[]')
        order by a.period_start)
$$;
grant execute on function app.overlapped_agreements(text, date, date, uuid) to samverkan_municipality, samverkan_police, samverkan_lock;

-- draft → proposed → signed → terminated, and from proposed back to draft. From proposed on the content is locked; the
-- last signature makes it signed, and its end moves only by a signed prolongation, by termination, or by the last signature of
-- what replaces it. What would overlap another agreement that holds is not proposed, unless it replaces that one.
create function app.guard_agreement() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_overlapped uuid;
    v_later text[] := array['state', 'version', 'is_exchanged', 'withdrawal_reason', 'effective_end', 'replaced_by_id', 'return_reason', 'termination_reason', 'registration_number',
        'decision_body', 'decision_date', 'decision_paragraph', 'external_references'];
begin
    -- That another authority has had a part in it is no content.
    if new.is_exchanged <> old.is_exchanged and to_jsonb(new) - 'is_exchanged' = to_jsonb(old) - 'is_exchanged' then
        return new;
    end if;
    new.is_exchanged := new.is_exchanged or new.state = 'proposed';
    if new.state = 'withdrawn' and old.state = 'draft' and not old.is_exchanged then
        raise exception 'nobody else has had a part in it' using errcode = 'SV100', constraint = 'document_not_exchanged';
    end if;
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
        or old.state = 'draft' and new.state = 'withdrawn' and new.withdrawal_reason is not null
        or old.state = 'proposed' and new.state = 'signed' and current_user = 'samverkan_lock'
        or old.state = 'signed' and new.state = 'terminated')
    then
        perform app.refuse('agreement_transition', 'agreement', old.state, old.version);
    end if;
    if old.state <> 'draft' and to_jsonb(new) - v_later <> to_jsonb(old) - v_later
        or old.state <> 'draft' and new.state <> 'terminated' and new.effective_end is distinct from old.effective_end and current_user <> 'samverkan_lock'
        or not (old.state = 'proposed' and new.state = 'draft' or old.state = 'draft' and new.state = 'proposed')
            and new.return_reason is distinct from old.return_reason
        or not (old.state = 'draft' and new.state = 'withdrawn') and new.withdrawal_reason is distinct from old.withdrawal_reason
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
        and (new.termination_reason is null or new.effective_end is null or new.effective_end > app.agreement_end(old.state, old.effective_end, old.replaced_by_id, old.notice_months, old.tacit_prolongation_months, app.today()))
    then
        raise exception 'terminated with a reason, and not after its end' using errcode = 'SV100', constraint = 'agreement_termination';
    end if;
    return new;
end
$$;
create trigger guard before update on app.agreement for each row execute function app.guard_agreement();

-- What an agreement replaces is signed, or was, and is not replaced by another.
create function app.require_replaceable(p_municipality text, p_agreement uuid) returns void
    language plpgsql stable parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
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
grant execute on function app.require_replaceable(text, uuid) to samverkan_municipality, samverkan_lock;

-- A new agreement is with the municipality's district as it is now, and ends when its period does.
create function app.begin_agreement() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    -- Whoever sees the municipality sees its district; nobody names another.
    new.district_code := coalesce((select m.district_code from app.municipality m where m.municipality_code = new.municipality_code), new.district_code);
    new.effective_end := new.period_end;
    perform app.require_replaceable(new.municipality_code, new.predecessor_id);
    return new;
end
$$;
create trigger begin before insert on app.agreement for each row execute function app.begin_agreement();

-- What hangs below an agreement changes only while it is a draft, and counts a version of it (see app.admit_plan_part).
create function app.admit_agreement_part() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
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
create trigger admit after insert or update or delete on app.agreement_section
    for each row execute function app.admit_agreement_part();

grant execute on function app.signed_form() to samverkan_lock;

-- The content of an agreement, its annexes or a prolongation as it is signed in a form: one JSON text with sorted keys, the same for
-- every reader. What may change without signing again (names of signers, contacts, registration) is no part of it. The forms are
-- functions of migrations, `app.canonical_KIND_FORM`; a form has those that differ from the form before it.
create function app.canonical(p_form text, p_kind text, p_municipality text, p_id uuid) returns text
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text;
begin
    for v_number in reverse substr(p_form, 2)::integer .. 1 loop
        if to_regprocedure(format('app.canonical_%s_v%s(text, uuid)', p_kind, v_number)) is not null then
            execute format('select app.%I($1, $2)', format('canonical_%s_v%s', p_kind, v_number)) into v_text using p_municipality, p_id;
            return v_text;
        end if;
    end loop;
    raise exception 'no form % of %', p_form, p_kind;
end
$$;
grant execute on function app.canonical(text, text, text, uuid) to samverkan_lock;
do $$
declare
    v_form regprocedure;
begin
    for v_form in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'app' and p.proname ~ '^canonical_[a-z]+_v[0-9]+$'
    loop
        execute format('grant execute on function %s to samverkan_lock', v_form);
    end loop;
end
$$;

-- What was signed is seen inside the municipality. The police see what the present signatures have: the agreement's own text, and its
-- annexes, which hold no drafts since form v2. What a return to draft voided is the municipality's. The signing itself keeps it.
grant select on app.signed_text to samverkan_municipality, samverkan_police;
grant select, insert (municipality_code, agreement_id, sha256, form, text) on app.signed_text to samverkan_lock;
create policy municipality_reads on app.signed_text for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.signed_text for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, agreement_id, sha256) in (
            select s.municipality_code, s.agreement_id, unnest(array[s.content_sha256, case when s.form <> 'v1' then s.annexes_sha256 end])
            from app.signature s
            join app.agreement a on a.municipality_code = s.municipality_code and a.agreement_id = s.agreement_id)));
create policy lock_reads on app.signed_text for select to samverkan_lock using (true);
create policy lock_inserts on app.signed_text for insert to samverkan_lock with check (true);

-- Who is to sign is set while the agreement is a draft; for a prolongation, by the agreement. Signing needs a proposed
-- agreement or prolongation, and that all sign the same: the digests are of what is there when each one signs. The last
-- signature makes it signed.
create function app.admit_signature() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
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
              and coalesce(app.agreement_end(o.state, o.effective_end, o.replaced_by_id, o.notice_months, o.tacit_prolongation_months, app.today()) >= a.period_start, true);
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
create trigger admit after insert or update or delete on app.signature
    for each row execute function app.admit_signature();

-- Who recorded a signature is who is here. Only an administrator, who comes without a context, says whom they stand for.
create function app.stamp_signature() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if new.signed_on is null then
        new.recorded_by := null;
        new.recorded_at := null;
    elsif old.signed_on is null then
        new.recorded_by := coalesce(access.actor(), new.recorded_by, session_user);
        new.recorded_at := now();
    end if;
    return new;
end
$$;
create trigger stamp before update on app.signature for each row execute function app.stamp_signature();

-- Back to draft, the signatures are void; the log keeps them.
create function app.void_signatures() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update app.signature s set signed_on = null, outside_system = false, attachment_id = null, content_sha256 = null, annexes_sha256 = null, form = null
    where s.municipality_code = new.municipality_code and s.agreement_id = new.agreement_id and s.signed_on is not null;
    return null;
end
$$;
create trigger admit_return after update on app.agreement for each row
    when (old.state = 'proposed' and new.state = 'draft') execute function app.void_signatures();

-- With the agreement ends a prolongation that waits for signatures.
create function app.withdraw_prolongation() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update app.prolongation p set state = 'withdrawn'
    where p.municipality_code = new.municipality_code and p.agreement_id = new.agreement_id and p.state = 'proposed';
    return null;
end
$$;
create trigger admit_termination after update on app.agreement for each row
    when (old.state = 'signed' and new.state = 'terminated' or old.replaced_by_id is null and new.replaced_by_id is not null) execute function app.withdraw_prolongation();

-- A prolongation is of a signed agreement, to a later day or until further notice, and is signed by the same.
create function app.admit_prolongation() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_agreement record;
begin
    update app.agreement a set version = a.version
    where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id
    returning a.state, a.version - 1 as version, a.replaced_by_id,
        app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today()) as effective_end into v_agreement;
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
create trigger admit after insert on app.prolongation for each row execute function app.admit_prolongation();

create function app.guard_prolongation() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if old.state <> 'proposed' or not (new.state = 'withdrawn' or new.state = 'signed' and current_user = 'samverkan_lock') then
        perform app.refuse('prolongation_not_proposed', 'prolongation', old.state, null);
    end if;
    return new;
end
$$;
create trigger guard before update on app.prolongation for each row execute function app.guard_prolongation();

create trigger audit after insert or update or delete on app.agreement
    for each row execute function audit.record('Överenskommelsen', 'title');
create trigger audit after insert or update or delete on app.agreement_section
    for each row execute function audit.record('Avsnittet', 'heading');
create trigger audit after insert or update or delete on app.signature
    for each row execute function audit.record('Undertecknandet', 'title', 'name', 'recorded_by');
create trigger audit after insert or update or delete on app.prolongation
    for each row execute function audit.record('Förlängningen', 'effective_end');
create trigger audit after insert or update or delete on app.signed_text
    for each row execute function audit.record('Det undertecknade', 'form', '', 'text');

-- Whether somebody has not signed yet for whom the caller may: a coordinator records any signature that was made on paper.
create function app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) returns boolean
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (select from app.signature s
        where s.municipality_code = p_municipality and s.agreement_id = p_agreement and s.prolongation_id is not distinct from p_prolongation
          and s.signed_on is null and (s.party = 'police' or access.may('content.write')));
end
$$;

-- What the caller may do with an agreement now, as the names of the acts with spaces between them: no proposal before both parties
-- have a signer or beside another that holds, no signature where nobody of the caller's is left to sign, no prolongation while one
-- waits or of what has no end, and nothing with one that another has replaced.
create function app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) returns text
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select coalesce(string_agg(a.act, ' ' order by a.place), '')
    from string_to_table(nullif(app.permitted_acts('agreement', p_state), ''), ' ') with ordinality a (act, place)
    where case a.act
        when 'proposal' then (select count(distinct s.party) from app.signature s
            where s.municipality_code = p_municipality and s.agreement_id = p_agreement and s.prolongation_id is null) = 2
            and (select app.overlapped_agreements(o.municipality_code, o.period_start, o.period_end, o.predecessor_id) = '{}' from app.agreement o
                where o.municipality_code = p_municipality and o.agreement_id = p_agreement)
        when 'signatures' then app.has_left_to_sign(p_municipality, p_agreement, null)
        when 'return' then true
        when 'withdrawal' then (select o.is_exchanged from app.agreement o where o.municipality_code = p_municipality and o.agreement_id = p_agreement)
        when 'prolongations' then not p_is_replaced
            and exists (select from app.agreement o where o.municipality_code = p_municipality and o.agreement_id = p_agreement and o.effective_end is not null)
            and not exists (select from app.prolongation t
                where t.municipality_code = p_municipality and t.agreement_id = p_agreement and t.state = 'proposed')
        else not p_is_replaced end);
end
$$;

-- The same of a prolongation, which is signed as long as its agreement is and no other has replaced that.
create function app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) returns text
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select coalesce(string_agg(a.act, ' ' order by a.place), '')
    from string_to_table(nullif(app.permitted_acts('prolongation', p_state), ''), ' ') with ordinality a (act, place)
    where a.act <> 'signatures' or app.has_left_to_sign(p_municipality, p_agreement, p_prolongation));
end
$$;

grant execute on function app.agreement_acts(text, uuid, text, boolean), app.prolongation_acts(text, uuid, uuid, text), app.has_left_to_sign(text, uuid, uuid)
    to samverkan_municipality, samverkan_police;
