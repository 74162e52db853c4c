-- The promise is the public part: the public reads what is published, the district from published on.
grant select on app.promise to samverkan_municipality, samverkan_police;
grant select (municipality_code, promise_id, agreement_id, position, promisor, text, state) on app.promise to samverkan_public;
grant insert (municipality_code, promise_id, agreement_id, position, promisor, text, prepared_by), update (position, promisor, text, prepared_by, version), delete
    on app.promise to samverkan_municipality;

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
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and (municipality_code = (select access.municipality())
        or (state <> 'draft' and (municipality_code, agreement_id) in (
            select a.municipality_code, a.agreement_id from app.agreement a))));
create policy public_reads on app.promise for select to samverkan_public
    using (municipality_code = (select access.municipality()) and state = 'published');

-- An annex of the agreement: written while that is a draft.
create trigger count_version before update on app.promise for each row execute function app.count_version();
create trigger admit after insert or update or delete on app.promise
    for each row execute function app.admit_agreement_part();
create trigger audit after insert or update or delete on app.promise
    for each row execute function audit.record('Löftet', 'text');
