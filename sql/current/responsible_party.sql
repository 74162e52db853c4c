-- Read by everyone inside the municipality; by the district when it answers for a measure the district can see.
-- A coordinator writes. Contact names stay inside the municipality and with its municipal police officers.
grant select on app.responsible_party, app.contact to samverkan_municipality, samverkan_police;
grant insert (municipality_code, party_id, name, kind, form) on app.responsible_party to samverkan_municipality;
grant insert (municipality_code, contact_id, party_id, name) on app.contact to samverkan_municipality;
grant select (municipality_code, party_id, name, kind, form) on app.responsible_party to samverkan_bi_reader;

create policy municipality_reads on app.responsible_party for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.responsible_party for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.responsible_party for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and (municipality_code = (select access.municipality())
        or (municipality_code, party_id) in (select r.municipality_code, r.party_id from app.responsibility r)));
create policy bi_reads on app.responsible_party for select to samverkan_bi_reader
    using (municipality_code = any ((select access.bi_scope())::text[])
        and (municipality_code, party_id) in (select r.municipality_code, r.party_id from app.responsibility r));

create policy municipality_reads on app.contact for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.contact for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.contact for select to samverkan_police
    using (municipality_code = (select access.municipality()));

create trigger audit after insert or update or delete on app.responsible_party
    for each row execute function audit.record('Ansvarig', 'name');
create trigger audit after insert or update or delete on app.contact
    for each row execute function audit.record('Kontaktpersonen', '', 'name');
