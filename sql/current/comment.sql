-- Comments on drafts stay with who writes them: the municipality and its municipal police officer. What is said of a plan that is
-- proposed to the district, the district reads, and its head says something, too. A coordinator resolves them.
grant select on app.comment to samverkan_municipality, samverkan_police;
grant insert (municipality_code, comment_id, agreement_id, picture_id, plan_id, about, text) on app.comment to samverkan_municipality, samverkan_police;
grant update (resolved_at) on app.comment to samverkan_municipality;
create policy municipality_reads on app.comment for select to samverkan_municipality
    using (municipality_code = (select access.municipality()) and (select access.may('comment.read')));
create policy municipality_inserts on app.comment for insert to samverkan_municipality
    with check (municipality_code = (select access.municipality()) and (select access.may('comment.write')));
create policy municipality_updates on app.comment for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.comment for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and (municipality_code = (select access.municipality()) and (select access.may('comment.read'))
        or on_proposal and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))));
create policy police_inserts on app.comment for insert to samverkan_police
    with check (municipality_code = (select access.municipality()) and (select access.may('comment.write'))
        or municipality_code = any ((select access.visible_municipalities())::text[]) and (select access.may('proposal.comment'))
            and exists (select from app.action_plan p where p.municipality_code = comment.municipality_code and p.plan_id = comment.plan_id));

-- Who writes and who resolves is who is here; resolved once.
create function app.stamp_comment() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        new.written_by := coalesce(access.actor(), session_user);
        new.written_as := coalesce(access.role(), '');
        new.on_proposal := exists (select from app.action_plan p
            where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id and p.state in ('proposed', 'approved'));
    elsif old.resolved_at is not null then
        raise exception 'resolved already' using errcode = 'SV100', constraint = 'comment_resolved';
    else
        new.resolved_by := coalesce(access.actor(), session_user);
        new.resolved_at := now();
    end if;
    return new;
end
$$;
create trigger stamp before insert or update on app.comment for each row execute function app.stamp_comment();

create function app.admit_comment() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
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
    if v_document.kind = 'plan' and v_document.state in ('proposed', 'approved') and new.on_proposal then
        return null;
    end if;
    if v_document.kind = 'plan' and new.on_proposal <> (v_document.state in ('proposed', 'approved')) then
        -- It was proposed or returned meanwhile: who is to read the comment is for its writer to know.
        raise exception 'the plan has been proposed or returned meanwhile' using errcode = '40001';
    end if;
    if v_document.state is distinct from 'draft' then
        perform app.refuse('comment_on_draft', v_document.kind, v_document.state, v_document.version);
    end if;
    -- What the police say of a draft was received from another authority.
    if session_user = 'samverkan_police' then
        update app.agreement a set is_exchanged = true
        where a.municipality_code = new.municipality_code and a.agreement_id = new.agreement_id and not a.is_exchanged;
        update app.situational_picture p set is_exchanged = true
        where p.municipality_code = new.municipality_code and p.picture_id = new.picture_id and not p.is_exchanged;
        update app.action_plan p set is_exchanged = true
        where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id and not p.is_exchanged;
    end if;
    return null;
end
$$;
create trigger admit after insert on app.comment for each row execute function app.admit_comment();
create trigger audit after insert or update or delete on app.comment
    for each row execute function audit.record('Kommentaren', 'text', '', 'written_by,resolved_by');
