-- 290 made-up municipalities with two plans each of 5 areas, 10 causes and 30 measures, two responsible parties and a
-- latest follow-up for every measure. Ids that the load needs are computed from the municipality's code.
set session_replication_role = replica;
create function pg_temp.id(kind text, code text) returns uuid language sql as $$ select ('00000000-0000-7000-' || kind || '-00000000' || code)::uuid $$;

insert into app.municipality (municipality_code, name, district_code)
select (1999 + n)::text, 'Exempelkommun ' || n, 'vastra-skaraborg' from generate_series(1, 290) n;
insert into access.issuer (issuer, kind, municipality_code)
select 'development:municipality:' || municipality_code, 'municipality', municipality_code from app.municipality where municipality_code >= '2000';
insert into access.caller_grant (issuer, subject, role, municipality_code)
select 'development:municipality:' || municipality_code, 'coordinator', 'coordinator', municipality_code from app.municipality where municipality_code >= '2000';
insert into app.responsible_party (municipality_code, party_id, name, kind, form)
select municipality_code, case when n = 1 then pg_temp.id('8004', municipality_code) else gen_random_uuid() end,
    (array['Polisen', 'Barn- och utbildningsförvaltningen', 'Omsorgsförvaltningen', 'Kultur- och fritidsenheten', 'Teknisk service', 'BRÅ-gruppen', 'Rektorer', 'Folkhälsostrateg'])[n],
    case n when 1 then 'police' else 'municipality' end, 'unit'
from app.municipality, generate_series(1, 8) n where municipality_code >= '2000';
insert into app.contact (municipality_code, party_id, name)
select municipality_code, party_id, 'Exempel ' || left(name, 3) from app.responsible_party where municipality_code >= '2000';
insert into app.agreement (municipality_code, agreement_id, district_code, title, period_start, period_end, effective_end, state)
select municipality_code, pg_temp.id('8000', municipality_code), 'vastra-skaraborg', 'Samverkansöverenskommelse ' || name, '2025-01-01', '2028-12-31', '2028-12-31', 'signed'
from app.municipality where municipality_code >= '2000';
insert into app.action_plan (municipality_code, plan_id, agreement_id, year, period_start, period_end, introduction, state, adopted_by, adopted_on)
select municipality_code, case year when 2026 then pg_temp.id('8001', municipality_code) else gen_random_uuid() end, agreement_id, year,
    make_date(year, 1, 1), make_date(year, 12, 31),
    'Planen är ett stöd för polisen, för gruppen och för hela kommunen. Den bygger på en gemensam lägesbild av brott och trygghet i kommunen.', 'adopted', 'Kommunstyrelsen', make_date(year, 1, 15)
from app.agreement, unnest(array[2025, 2026]) year where municipality_code >= '2000';
insert into app.priority_area (municipality_code, plan_id, area_id, position, title, description)
select municipality_code, plan_id, gen_random_uuid(), n, 'Prioriterat område ' || n || ' för tryggare miljöer',
    'Invånarna har i enkäten pekat ut platser och frågor som de vill att kommunen och polisen tar sig an tillsammans under året.'
from app.action_plan, generate_series(1, 5) n where municipality_code >= '2000';
insert into app.cause (municipality_code, plan_id, cause_id, area_id, position, text)
select municipality_code, plan_id, gen_random_uuid(), area_id, n, 'Orsak ' || n || ' som framkommit i medborgardialogen och i statistiken'
from app.priority_area, generate_series(1, 2) n where municipality_code >= '2000';
insert into app.measure (municipality_code, plan_id, measure_id, area_id, cause_id, position, text, planned_follow_up)
select c.municipality_code, c.plan_id,
    case when p.year = 2026 and a.position = 1 and c.position = 1 and n = 1 then pg_temp.id('8003', c.municipality_code) else gen_random_uuid() end,
    c.area_id, c.cause_id, (a.position - 1) * 6 + (c.position - 1) * 3 + n, 'Samverkan vid planering och genomförande av insats ' || n || ' i offentlig miljö', 'Redovisning av genomförda aktiviteter.'
from app.cause c
join app.action_plan p on p.municipality_code = c.municipality_code and p.plan_id = c.plan_id
join app.priority_area a on a.municipality_code = c.municipality_code and a.plan_id = c.plan_id and a.area_id = c.area_id
cross join generate_series(1, 3) n where c.municipality_code >= '2000';
insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, contact_id, position)
select m.municipality_code, m.plan_id, m.measure_id, r.party_id, case when r.position = 1 then r.contact_id end, r.position
from app.measure m
cross join lateral (
    (select p.party_id, c.contact_id, 1 as position from app.responsible_party p join app.contact c on c.municipality_code = p.municipality_code and c.party_id = p.party_id
     where p.municipality_code = m.municipality_code and p.kind = 'police')
    union all
    (select p.party_id, null, 2 from app.responsible_party p where p.municipality_code = m.municipality_code and p.kind <> 'police'
     order by hashtext(p.party_id::text || m.measure_id::text) limit 1)) r
where m.municipality_code >= '2000';
insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, period_start, period_end, status, text, recorded_by)
select r.municipality_code, r.plan_id, r.measure_id, m.lineage_id, gen_random_uuid(), r.party_id, '2026-03-01', '2026-03-31', 'ongoing', 'Genomfört enligt plan under månaden.', 'Exempel'
from app.responsibility r join app.measure m using (municipality_code, plan_id, measure_id) where municipality_code >= '2000' and r.position = 1;
insert into app.responsibility_status (municipality_code, plan_id, measure_id, party_id, status)
select municipality_code, plan_id, measure_id, party_id, status from app.follow_up where municipality_code >= '2000';
insert into app.measure_status (municipality_code, plan_id, measure_id, status, follow_up_count, latest_follow_up_id, latest_party_id, latest_status, latest_on, latest_text, latest_recorded_at)
select municipality_code, plan_id, measure_id, status, 1, follow_up_id, party_id, status, period_end, text, recorded_at from app.follow_up where municipality_code >= '2000';
reset session_replication_role;
