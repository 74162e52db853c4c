create table app.follow_up (
    municipality_code text not null,
    plan_id uuid not null,
    measure_id uuid not null,
    follow_up_id uuid not null default app.uuidv7(),
    party_id uuid,
    corrects_follow_up_id uuid,
    period_start date not null,
    period_end date not null check (period_end >= period_start),
    status text not null check (status in ('notStarted', 'ongoing', 'done', 'partlyDone', 'notDone', 'cancelled')),
    text text check (text <> ''),
    reason text check (reason <> ''),
    quantity numeric check (quantity >= 0 and quantity < 1e12 and scale(quantity) <= 6),
    unit text check (unit <> ''),
    approximate boolean not null default false,
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by text not null default '',
    primary key (municipality_code, plan_id, measure_id, follow_up_id),
    foreign key (municipality_code, plan_id, measure_id) references app.measure,
    constraint follow_up_party foreign key (municipality_code, plan_id, measure_id, party_id) references app.responsibility,
    constraint follow_up_corrects foreign key (municipality_code, plan_id, measure_id, corrects_follow_up_id)
        references app.follow_up,
    constraint follow_up_already_corrected unique (municipality_code, plan_id, measure_id, corrects_follow_up_id),
    check (corrects_follow_up_id <> follow_up_id),
    constraint follow_up_reason_required check (status not in ('notDone', 'partlyDone', 'cancelled') or reason is not null)
);
create index follow_up_latest on app.follow_up
    (municipality_code, plan_id, measure_id, party_id, period_end desc, recorded_at desc, follow_up_id desc);
create index follow_up_latest_of_measure on app.follow_up
    (municipality_code, plan_id, measure_id, period_end desc, recorded_at desc, follow_up_id desc);
alter table app.follow_up enable row level security, force row level security;
comment on table app.follow_up is 'Uppföljning: skrivs en gång, kan rättas av en senare';

-- Derived by trigger from follow_up, outside the plan's locks: a plan is read without looking through its history.
create table app.responsibility_status (
    municipality_code text not null,
    plan_id uuid not null,
    measure_id uuid not null,
    party_id uuid not null,
    status text not null,
    primary key (municipality_code, plan_id, measure_id, party_id),
    foreign key (municipality_code, plan_id, measure_id, party_id) references app.responsibility
);
alter table app.responsibility_status enable row level security, force row level security;
comment on table app.responsibility_status is 'Varje ansvarigs senaste besked om en åtgärd (härledd)';

create table app.measure_status (
    municipality_code text not null,
    plan_id uuid not null,
    measure_id uuid not null,
    status text not null,
    stated_status text,
    follow_up_count integer not null,
    latest_follow_up_id uuid not null,
    latest_party_id uuid,
    latest_status text not null,
    latest_on date not null,
    latest_text text,
    latest_recorded_at timestamptz not null,
    primary key (municipality_code, plan_id, measure_id),
    foreign key (municipality_code, plan_id, measure_id) references app.measure
);
alter table app.measure_status enable row level security, force row level security;
comment on table app.measure_status is 'Åtgärdens läge och senaste uppföljning (härledd)';
