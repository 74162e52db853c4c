-- The group works within the municipality, its municipal police officer in it. A coordinator keeps its records.
grant select on app.group_member, app.meeting, app.meeting_attendance, app.meeting_decision to samverkan_municipality, samverkan_police;
grant insert (municipality_code, member_id, name, role, organisation, member_from, member_to),
    update (name, role, organisation, member_from, member_to, version) on app.group_member to samverkan_municipality;
grant insert (municipality_code, meeting_id, held_on, place, notes), update (held_on, place, notes, version) on app.meeting to samverkan_municipality;
grant insert (municipality_code, meeting_id, member_id), delete on app.meeting_attendance to samverkan_municipality;
grant insert (municipality_code, meeting_id, position, text, agreement_id, picture_id, plan_id), delete on app.meeting_decision to samverkan_municipality;

create policy municipality_reads on app.group_member for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.group_member for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.group_member for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.group_member for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and municipality_code = (select access.municipality()));

create policy municipality_reads on app.meeting for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.meeting for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.meeting for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.meeting for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and municipality_code = (select access.municipality()));

create policy municipality_reads on app.meeting_attendance for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.meeting_attendance for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.meeting_attendance for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.meeting_attendance for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and municipality_code = (select access.municipality()));

create policy municipality_reads on app.meeting_decision for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.meeting_decision for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.meeting_decision for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.meeting_decision for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and municipality_code = (select access.municipality()));

create trigger count_version before update on app.group_member for each row execute function app.count_version();
create trigger count_version before update on app.meeting for each row execute function app.count_version();
create trigger audit after insert or update or delete on app.group_member
    for each row execute function audit.record('Ledamoten', 'organisation', 'name');
create trigger audit after insert or update or delete on app.meeting
    for each row execute function audit.record('Mötet', 'held_on');
create trigger audit after insert or update or delete on app.meeting_attendance
    for each row execute function audit.record('Närvaron', '');
create trigger audit after insert or update or delete on app.meeting_decision
    for each row execute function audit.record('Beslutet', 'text');
