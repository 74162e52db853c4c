-- The tables of the peer in Python: the benchmark's rows under the simple policies that such services usually have, and a plain audit row.
create schema usual;
create table usual.action_plan as select p.*, s.measures from app.action_plan p join app.plan_summary s using (municipality_code, plan_id);
create table usual.priority_area as table app.priority_area;
create table usual.cause as table app.cause;
create table usual.measure as table app.measure;
create table usual.measure_status as table app.measure_status;
create table usual.responsibility as table app.responsibility;
create table usual.responsible_party as table app.responsible_party;
create table usual.follow_up as table app.follow_up;
create table usual.audit (
    audit_id bigint generated always as identity primary key,
    municipality_code text not null,
    at timestamptz not null default now(),
    who text not null,
    what text not null,
    entity_id uuid not null,
    row jsonb not null
);
alter table usual.action_plan add primary key (plan_id);
alter table usual.priority_area add primary key (area_id);
alter table usual.cause add primary key (cause_id);
alter table usual.measure add primary key (measure_id);
alter table usual.measure_status add primary key (measure_id);
alter table usual.responsibility add primary key (measure_id, party_id);
alter table usual.responsible_party add primary key (party_id);
alter table usual.follow_up add primary key (follow_up_id);
create index on usual.priority_area (plan_id);
create index on usual.cause (plan_id);
create index on usual.measure (plan_id);
create index on usual.measure (municipality_code);
create index on usual.measure_status (plan_id);
create index on usual.responsibility (plan_id);
create index on usual.follow_up (measure_id);
do $$
declare
    v text;
begin
    foreach v in array '{action_plan,priority_area,cause,measure,measure_status,responsibility,responsible_party,follow_up,audit}'::text[] loop
        execute format('alter table usual.%I enable row level security', v);
        execute format('create policy tenant on usual.%I using (municipality_code = current_setting(''usual.municipality'', true))', v);
    end loop;
end
$$;
create role usual_api login password :'password';
grant usage on schema usual to usual_api;
grant select, insert, update on all tables in schema usual to usual_api;
grant connect on database samverkan to usual_api;
analyze;
