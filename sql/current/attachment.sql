-- Read by whoever sees what it hangs on. Who writes the documents adds to any document in any state, since originals and minutes
-- come afterwards; who may report for a party adds to its follow-ups. Never changed, never removed.
grant select on app.attachment to samverkan_municipality;
grant select (municipality_code, attachment_id, agreement_id, picture_id, plan_id, follow_up_id, report_id, file_name, media_type, content, sha256, created_at)
    on app.attachment to samverkan_police;
grant insert (municipality_code, attachment_id, agreement_id, picture_id, plan_id, follow_up_id, report_id, file_name, media_type, content, sha256)
    on app.attachment to samverkan_municipality;
grant insert (municipality_code, attachment_id, follow_up_id, file_name, media_type, content, sha256) on app.attachment to samverkan_police;

create policy municipality_reads on app.attachment for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.attachment for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality())
        or (municipality_code = (select access.municipality()) and (select access.may('report.own'))
            and (municipality_code, follow_up_id) in (select f.municipality_code, f.follow_up_id from app.follow_up f
                where f.party_id = any ((select access.responsible_parties())::uuid[]))));
create policy police_reads on app.attachment for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and ((municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a)
        or (municipality_code, picture_id) in (select p.municipality_code, p.picture_id from app.situational_picture p)
        or (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))
        or (municipality_code, follow_up_id) in (select f.municipality_code, f.follow_up_id from app.follow_up f)
        or exists (select from app.report r where r.municipality_code = attachment.municipality_code and r.report_id = attachment.report_id
            and attachment.created_at <= r.sent_at)));
create policy police_inserts on app.attachment for insert to samverkan_police
    with check ((select access.may('report.police'))
        and (municipality_code, follow_up_id) in (select f.municipality_code, f.follow_up_id
            from app.follow_up f join app.responsible_party r on r.municipality_code = f.municipality_code and r.party_id = f.party_id
            where r.kind = 'police'));

create function app.stamp_attachment() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.created_by := coalesce(access.actor(), session_user);
    return new;
end
$$;
create trigger stamp before insert on app.attachment for each row execute function app.stamp_attachment();
create trigger audit after insert or update or delete on app.attachment
    for each row execute function audit.record('Bilagan', 'file_name', '', 'content,created_by');
