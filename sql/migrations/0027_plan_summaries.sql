-- One row for each plan with what lists, totals and overviews ask of it, kept by triggers (current/plan_summary.sql): nobody reads through
-- twenty years of plans to count. Nothing in it depends on today: what is late is told from the days when something is due.
create table app.plan_summary (
    municipality_code text not null,
    plan_id uuid not null,
    agreement_id uuid not null,
    district_code text not null,
    agreement_state text not null,
    state text not null,
    year integer not null,
    period_start date not null,
    period_end date not null,
    adopted_on date,
    revises_plan_id uuid,
    measures integer not null default 0,
    not_started integer not null default 0,
    ongoing integer not null default 0,
    done integer not null default 0,
    partly_done integer not null default 0,
    not_done integer not null default 0,
    cancelled integer not null default 0,
    police_measures integer not null default 0,
    latest_on date,
    -- By unit: {"kvällar": {"planned": 12, "reported": 9, "approximate": false}}.
    quantities jsonb not null default '{}',
    -- On which days how many measures are due that have not ended.
    due_on date[] not null default '{}',
    due_measures integer[] not null default '{}',
    -- The plan's version, whether somebody has answered its proposal, and a mark that is another one after anything that it shows has
    -- changed: by chance, so that it never comes back, not even in a database that was restored.
    version integer not null,
    is_answered boolean not null,
    mark uuid not null default gen_random_uuid(),
    -- Whom a reader of the plan needs the names of.
    party_ids uuid[] not null default '{}',
    contact_ids uuid[] not null default '{}',
    primary key (municipality_code, plan_id),
    foreign key (municipality_code, plan_id) references app.action_plan on delete cascade
);
create index plan_summary_by_end on app.plan_summary (municipality_code, period_end);
alter table app.plan_summary enable row level security, force row level security;
comment on table app.plan_summary is 'Handlingsplanen i siffror (härledd): läge, antal åtgärder efter status, mängder och dagar';

-- In the order in which they are read.
create index measure_in_order on app.measure (municipality_code, plan_id desc, position, measure_id);
create index responsibility_in_order on app.responsibility (municipality_code, plan_id, measure_id, position);
-- Which municipalities a district may see anything of.
create index agreement_by_district on app.agreement (municipality_code, district_code, state);
