-- Made-up municipalities (:municipalities of them) with a plan for each of :years years until 2026: 5 areas, 10 causes and 30 measures,
-- two responsible parties each and a latest follow-up for every measure, with everything that the service keeps beside them. Plans of
-- earlier years are closed, and every four years there is an agreement. Ids that the load needs are computed from the municipality's code.
set session_replication_role = replica;
create function pg_temp.id(kind text, code text, year integer default 0, n integer default 0) returns uuid language sql as $$
    select format('0000%s-%s-7000-%s-00000000%s', lpad(n::text, 4, '0'), lpad(year::text, 4, '0'), kind, code)::uuid $$;

insert into app.municipality (municipality_code, name, district_code)
select (1999 + n)::text, 'Exempelkommun ' || n, 'vastra-skaraborg' from generate_series(1, :municipalities) n;
insert into access.issuer (issuer, kind, municipality_code)
select 'development:municipality:' || municipality_code, 'municipality', municipality_code from app.municipality where municipality_code between '2000' and '2999';
insert into access.caller_grant (issuer, subject, role, municipality_code)
select 'development:municipality:' || municipality_code, 'coordinator', 'coordinator', municipality_code from app.municipality where municipality_code between '2000' and '2999';
insert into app.responsible_party (municipality_code, party_id, name, kind, form)
select municipality_code, pg_temp.id('8004', municipality_code, 0, n),
    (array['Polisen', 'Barn- och utbildningsförvaltningen', 'Omsorgsförvaltningen', 'Kultur- och fritidsenheten', 'Teknisk service', 'BRÅ-gruppen', 'Rektorer', 'Folkhälsostrateg'])[n],
    case n when 1 then 'police' else 'municipality' end, 'unit'
from app.municipality, generate_series(1, 8) n where municipality_code between '2000' and '2999';
insert into app.contact (municipality_code, party_id, contact_id, name)
select municipality_code, party_id, app.uuidv7(), 'Exempel ' || left(name, 3) from app.responsible_party where municipality_code between '2000' and '2999';
insert into app.agreement (municipality_code, agreement_id, district_code, title, period_start, period_end, effective_end, state, is_exchanged)
select municipality_code, pg_temp.id('8000', municipality_code, year), 'vastra-skaraborg', 'Samverkansöverenskommelse ' || name,
    make_date(year, 1, 1), make_date(year + 3, 12, 31), make_date(year + 3, 12, 31), 'signed', true
from app.municipality, generate_series(2025, 2027 - :years - 3, -4) year where municipality_code between '2000' and '2999';
insert into app.action_plan (municipality_code, plan_id, agreement_id, year, period_start, period_end, introduction, state, adopted_by, adopted_on, closed_on, created_at)
select a.municipality_code, pg_temp.id('8001', a.municipality_code, year), a.agreement_id, year,
    make_date(year, 1, 1), make_date(year, 12, 31),
    'Planen är ett stöd för polisen, för gruppen och för hela kommunen. Den bygger på en gemensam lägesbild av brott och trygghet i kommunen.',
    case year when 2026 then 'adopted' else 'closed' end, 'Kommunstyrelsen', make_date(year, 1, 15), case when year < 2026 then make_date(year + 1, 2, 15) end, make_date(year, 1, 2)
from app.agreement a, generate_series(2027 - :years, 2026) year
where a.municipality_code between '2000' and '2999' and year between extract(year from a.period_start) and extract(year from a.period_end);
-- Year by year, as they came to be written.
insert into app.priority_area (municipality_code, plan_id, area_id, position, title, description)
select municipality_code, plan_id, pg_temp.id('8002', municipality_code, year, n), n, 'Prioriterat område ' || n || ' för tryggare miljöer',
    'Invånarna har i enkäten pekat ut platser och frågor som de vill att kommunen och polisen tar sig an tillsammans under året.'
from app.action_plan, generate_series(1, 5) n where municipality_code between '2000' and '2999' order by year, municipality_code, n;
insert into app.cause (municipality_code, plan_id, cause_id, area_id, position, text)
select municipality_code, plan_id, app.uuidv7(), area_id, n, 'Orsak ' || n || ' som framkommit i medborgardialogen och i statistiken'
from app.priority_area, generate_series(1, 2) n where municipality_code between '2000' and '2999' order by area_id, municipality_code, n;
insert into app.measure (municipality_code, plan_id, measure_id, area_id, cause_id, position, lineage_id, text, planned_follow_up, ends_on)
select m.municipality_code, m.plan_id, pg_temp.id('8003', m.municipality_code, m.year, m.place), m.area_id, m.cause_id, m.place, app.uuidv7(),
    'Samverkan vid planering och genomförande av insats ' || m.n || ' i offentlig miljö', 'Redovisning av genomförda aktiviteter.',
    case when m.n = 1 then make_date(m.year, 6, 30) end
from (
    select c.municipality_code, c.plan_id, c.area_id, c.cause_id, p.year, n, (a.position - 1) * 6 + (c.position - 1) * 3 + n as place
    from app.cause c
    join app.action_plan p on p.municipality_code = c.municipality_code and p.plan_id = c.plan_id
    join app.priority_area a on a.municipality_code = c.municipality_code and a.plan_id = c.plan_id and a.area_id = c.area_id
    cross join generate_series(1, 3) n where c.municipality_code between '2000' and '2999') m
order by m.year, m.municipality_code, m.place;
insert into app.adopted_contact (municipality_code, plan_id, contact_id, name)
select p.municipality_code, p.plan_id, c.contact_id, c.name from app.action_plan p
join app.contact c on c.municipality_code = p.municipality_code and c.party_id = pg_temp.id('8004', p.municipality_code, 0, 1)
where p.municipality_code between '2000' and '2999';
insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, contact_id, adopted_contact_id, adopted_name, position)
select m.municipality_code, m.plan_id, m.measure_id, r.party_id, a.contact_id, a.adopted_contact_id, r.name, n
from app.measure m cross join generate_series(1, 2) n
join app.responsible_party r on r.municipality_code = m.municipality_code and r.party_id = pg_temp.id('8004', m.municipality_code, 0, case n when 1 then 1 else 2 + m.position % 7 end)
left join app.adopted_contact a on n = 1 and a.municipality_code = m.municipality_code and a.plan_id = m.plan_id
where m.municipality_code between '2000' and '2999' order by m.plan_id, m.municipality_code, m.position, n;
insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, period_start, period_end, status, text, recorded_by, recorded_at)
select r.municipality_code, r.plan_id, r.measure_id, m.lineage_id, app.uuidv7(), r.party_id, make_date(p.year, 3, 1), make_date(p.year, 3, 31),
    case when p.year < 2026 then 'done' else 'ongoing' end, 'Genomfört enligt plan under månaden.', 'Exempel', make_date(p.year, 4, 1)
from app.responsibility r join app.measure m using (municipality_code, plan_id, measure_id) join app.action_plan p using (municipality_code, plan_id)
where municipality_code between '2000' and '2999' and r.position = 1 order by p.year, municipality_code, m.position;
insert into app.responsibility_status (municipality_code, plan_id, measure_id, party_id, status)
select municipality_code, plan_id, measure_id, party_id, status from app.follow_up where municipality_code between '2000' and '2999' order by plan_id, municipality_code, measure_id;
insert into app.measure_status (municipality_code, plan_id, measure_id, status, follow_up_count, latest_follow_up_id, latest_party_id, latest_status, latest_on, latest_text, latest_recorded_at)
select municipality_code, plan_id, measure_id, status, 1, follow_up_id, party_id, status, period_end, text, recorded_at from app.follow_up
where municipality_code between '2000' and '2999' order by plan_id, municipality_code, measure_id;
reset session_replication_role;
-- What triggers would have kept.
update access.caller_grant set valid_from = valid_from;
do $$
begin
    if to_regclass('app.plan_summary') is not null then
        perform app.summarise_plans(p.municipality_code, array_agg(p.plan_id order by p.plan_id)) from app.action_plan p
        where p.municipality_code between '2000' and '2999' group by p.municipality_code;
    end if;
end
$$;
