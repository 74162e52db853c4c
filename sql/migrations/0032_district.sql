-- What the district's picture asks of each municipality, whatever ended years ago: the promises of the year, what was sent to the district,
-- and what waits for somebody's signature.
create index promise_of_days on app.promise (municipality_code, (case when period_end is null then 'infinity' else period_end end))
    where state = 'published';
create index promise_that_waits on app.promise (municipality_code) where state = 'proposed';
create index promise_outcome_that_waits on app.promise_outcome (municipality_code) where state = 'proposed';
create index action_plan_that_waits on app.action_plan (municipality_code) where state = 'proposed';
create index report_to_district on app.report (municipality_code, sent_on) where to_district;

-- A plan's measures by what their areas are about, and those of the police who answer for some; every plan is counted again
-- (current/plan_summary.sql).
alter table app.plan_summary add column themes jsonb not null default '[]', add column police_party_ids uuid[] not null default '{}';
alter table app.plan_summary no force row level security;
delete from app.plan_summary;
alter table app.plan_summary force row level security;

-- A district's own people see all of it; its municipal police officers the same picture of the municipalities of their grants.
alter table access.known_right no force row level security;
alter table access.role_right no force row level security;
insert into access.known_right (issuer_kind, place, may, meaning) values
    ('district', 'district', 'district.read', 'ser hela lokalpolisområdet');
insert into access.role_right (role, issuer_kind, place, may) values
    ('districtReader', 'district', 'district', 'district.read'),
    ('headOfDistrict', 'district', 'district', 'district.read');
alter table access.role_right force row level security;
alter table access.known_right force row level security;

alter table app.term no force row level security;
insert into app.term (kind, place, term, swedish) values
    ('AwaitedKind', 1, 'agreement', 'överenskommelsen'), ('AwaitedKind', 2, 'prolongation', 'förlängningen'),
    ('AwaitedKind', 3, 'actionPlan', 'handlingsplanen'), ('AwaitedKind', 4, 'promise', 'medborgarlöftet'),
    ('AwaitedKind', 5, 'promiseOutcome', 'löftets utfall');
alter table app.term force row level security;
