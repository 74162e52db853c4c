-- Everything below a plan carries plan_id second, so that a whole plan is read by a few index range scans.
create table app.action_plan (
    municipality_code text not null references app.municipality,
    plan_id uuid not null default app.uuidv7(),
    agreement_id uuid not null,
    picture_id uuid,
    year integer not null check (year between 1990 and 2200),
    period_start date not null,
    period_end date not null check (period_end >= period_start),
    introduction text,
    notes text,
    state text not null default 'draft' check (state in ('draft', 'adopted', 'closed', 'superseded')),
    adopted_by text,
    adopted_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (municipality_code, plan_id),
    foreign key (municipality_code, agreement_id) references app.agreement,
    foreign key (municipality_code, picture_id) references app.situational_picture,
    check ((state = 'draft') = (adopted_on is null)),
    check ((state = 'draft') = (adopted_by is null))
);
create index action_plan_by_year on app.action_plan (municipality_code, year desc, plan_id);
alter table app.action_plan enable row level security, force row level security;
comment on table app.action_plan is 'Handlingsplan (5 § lag 2023:196), ett år inom en överenskommelse';

create table app.priority_area (
    municipality_code text not null,
    plan_id uuid not null,
    area_id uuid not null default app.uuidv7(),
    position integer not null check (position > 0),
    title text not null check (title <> ''),
    description text,
    primary key (municipality_code, plan_id, area_id),
    constraint priority_area_position unique (municipality_code, plan_id, position) deferrable,
    foreign key (municipality_code, plan_id) references app.action_plan
);
alter table app.priority_area enable row level security, force row level security;
comment on table app.priority_area is 'Prioriterat område';

create table app.cause (
    municipality_code text not null,
    plan_id uuid not null,
    cause_id uuid not null default app.uuidv7(),
    area_id uuid not null,
    position integer not null check (position > 0),
    text text not null check (text <> ''),
    primary key (municipality_code, plan_id, cause_id),
    constraint cause_area unique (municipality_code, plan_id, area_id, cause_id),
    foreign key (municipality_code, plan_id, area_id) references app.priority_area
);
alter table app.cause enable row level security, force row level security;
comment on table app.cause is 'Orsak inom ett prioriterat område';

create table app.measure (
    municipality_code text not null,
    plan_id uuid not null,
    measure_id uuid not null default app.uuidv7(),
    area_id uuid not null,
    cause_id uuid,
    position integer not null check (position > 0),
    lineage_id uuid not null default app.uuidv7(),
    text text not null check (text <> ''),
    planned_follow_up text,
    target text,
    schedule text,
    notes text,
    primary key (municipality_code, plan_id, measure_id),
    unique (municipality_code, measure_id),
    foreign key (municipality_code, plan_id, area_id) references app.priority_area,
    foreign key (municipality_code, plan_id, area_id, cause_id) references app.cause (municipality_code, plan_id, area_id, cause_id)
);
alter table app.measure enable row level security, force row level security;
comment on table app.measure is 'Åtgärd; behåller sin härstamning (lineage) från år till år';

create table app.responsibility (
    municipality_code text not null,
    plan_id uuid not null,
    measure_id uuid not null,
    party_id uuid not null,
    contact_id uuid,
    position integer not null check (position > 0),
    lead boolean not null default false,
    primary key (municipality_code, plan_id, measure_id, party_id),
    foreign key (municipality_code, plan_id, measure_id) references app.measure,
    foreign key (municipality_code, party_id) references app.responsible_party,
    -- A contact is its own party's.
    foreign key (municipality_code, party_id, contact_id) references app.contact (municipality_code, party_id, contact_id)
);
create unique index responsibility_lead on app.responsibility (municipality_code, plan_id, measure_id) where (lead);
create index responsibility_by_party on app.responsibility (municipality_code, party_id);
alter table app.responsibility enable row level security, force row level security;
comment on table app.responsibility is 'Ansvar: vem som svarar för åtgärden, med högst en kontaktperson';
