-- When units are asked (uppföljningstillfälle): which days of the plan, and between which days they answer, which may lie after the
-- plan's last day.
create table app.reporting_round (
    municipality_code text not null,
    plan_id uuid not null,
    round_id uuid not null default app.uuidv7(),
    name text not null check (name <> ''),
    period_start date not null,
    period_end date not null,
    answers_from date not null,
    answers_until date not null,
    version integer not null default 1,
    primary key (municipality_code, plan_id, round_id),
    constraint reporting_round_by_id unique (municipality_code, round_id),
    constraint reporting_round_plan foreign key (municipality_code, plan_id) references app.action_plan,
    constraint reporting_round_period check (period_end >= period_start),
    constraint reporting_round_answers check (answers_until >= answers_from),
    constraint reporting_round_answers_after_start check (answers_from >= period_start),
    constraint reporting_rounds_overlap exclude using gist
        (municipality_code with =, plan_id with =, daterange(period_start, period_end, '[]') with &&)
);
alter table app.reporting_round enable row level security, force row level security;
comment on table app.reporting_round is 'Uppföljningstillfälle: vilka dagar det frågas om, och när svaren lämnas';

-- The days that the district would like its municipalities to ask in. A municipality takes them over, or not.
create table app.round_proposal (
    municipality_code text not null references app.municipality,
    proposal_id uuid not null default app.uuidv7(),
    district_code text not null references app.police_district,
    year integer not null check (year between 1990 and 2200),
    text text check (text <> ''),
    rounds jsonb not null check (jsonb_typeof(rounds) = 'array'),
    proposed_at timestamptz not null default now(),
    primary key (municipality_code, proposal_id),
    constraint round_proposal_some check (rounds <> '[]')
);
alter table app.round_proposal enable row level security, force row level security;
comment on table app.round_proposal is 'Lokalpolisområdets förslag till uppföljningstillfällen';

alter table access.known_right no force row level security;
alter table access.role_right no force row level security;
insert into access.known_right (issuer_kind, place, may, meaning) values
    ('district', 'district', 'round.propose', 'föreslår uppföljningstillfällen');
insert into access.role_right (role, issuer_kind, place, may) values
    ('headOfDistrict', 'district', 'district', 'round.propose');
alter table access.role_right force row level security;
alter table access.known_right force row level security;
