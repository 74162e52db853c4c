-- Municipality users see their own municipality; the police those of their district and those whose agreement names
-- it; the operator all of them (no content); the public the one asked for.
grant select on app.municipality to samverkan_municipality, samverkan_police, samverkan_operator, samverkan_public;
-- A coordinator says what the group and the plan are called here.
grant update (group_label, plan_label, version) on app.municipality to samverkan_municipality;
create trigger count_version before update on app.municipality for each row execute function app.count_version();
create policy municipality_reads on app.municipality for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_updates on app.municipality for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.municipality for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        or district_code = (select access.district()) and (select access.may('district.read')));
create policy operator_reads on app.municipality for select to samverkan_operator
    using ((select access.may('tenants.read')));
create policy public_reads on app.municipality for select to samverkan_public
    using (municipality_code = (select access.municipality()));

-- The districts are few and public; still nobody reads them without a context.
grant select on app.police_district to samverkan_municipality, samverkan_police, samverkan_operator, samverkan_public;
create policy municipality_reads on app.police_district for select to samverkan_municipality
    using ((select access.municipality()) is not null);
create policy police_reads on app.police_district for select to samverkan_police
    using ((select access.role()) is not null);
create policy operator_reads on app.police_district for select to samverkan_operator
    using ((select access.may('tenants.read')));
create policy public_reads on app.police_district for select to samverkan_public
    using ((select access.role()) = 'public');

create trigger audit after insert or update or delete on app.municipality
    for each row execute function audit.record('Kommunen', 'name');
create trigger audit after insert or update or delete on app.police_district
    for each row execute function audit.record('Lokalpolisområdet', 'name');

-- Which district it belongs to from today on. Twice on a day, the last one holds.
grant select, insert, update on app.municipality_district to samverkan_lock;
create policy lock_keeps on app.municipality_district to samverkan_lock using (true) with check (true);
create function app.keep_district() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into app.municipality_district (municipality_code, valid_from, district_code)
    values (new.municipality_code, case tg_op when 'INSERT' then date '0001-01-01' else app.today() end, new.district_code)
    on conflict (municipality_code, valid_from) do update set district_code = excluded.district_code;
    return null;
end
$$;
create trigger keep_district after insert or update of district_code on app.municipality
    for each row execute function app.keep_district();
create trigger audit after insert or update or delete on app.municipality_district
    for each row execute function audit.record('Lokalpolisområdet från en dag', 'valid_from');
create trigger audit after insert or update or delete on app.population
    for each row execute function audit.record('Folkmängden', 'year');

-- A letterhead is the municipality's own: nobody else's files look as if they came from it. A coordinator brings it.
grant select on app.word_template to samverkan_municipality;
grant insert (municipality_code, file_name, content, sha256), update (file_name, content, sha256), delete
    on app.word_template to samverkan_municipality;
create policy municipality_reads on app.word_template for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.word_template for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.word_template for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.word_template for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));

create function app.stamp_word_template() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end
$$;
create trigger count_version before update on app.word_template for each row execute function app.count_version();
create trigger stamp before insert or update on app.word_template for each row execute function app.stamp_word_template();
create trigger audit after insert or update or delete on app.word_template
    for each row execute function audit.record('Wordmallen', 'file_name', '', 'content');
