-- The crime prevention group, its meetings, and what is said of drafts.
create table app.group_member (
    municipality_code text not null references app.municipality,
    member_id uuid not null default app.uuidv7(),
    name text check (name <> '' and char_length(name) <= 200),
    role text check (role <> '' and char_length(role) <= 200),
    organisation text not null check (organisation <> '' and char_length(organisation) <= 200),
    member_from date not null,
    member_to date,
    version integer not null default 1,
    primary key (municipality_code, member_id),
    constraint group_member_is_someone check (num_nonnulls(name, role) > 0),
    constraint group_member_period check (member_to >= member_from)
);
alter table app.group_member enable row level security, force row level security;
comment on table app.group_member is 'Ledamot i BRÅ-gruppen: en person eller en roll hos en organisation';

create table app.meeting (
    municipality_code text not null references app.municipality,
    meeting_id uuid not null default app.uuidv7(),
    held_on date not null,
    place text check (place <> ''),
    notes text check (notes <> ''),
    version integer not null default 1,
    primary key (municipality_code, meeting_id)
);
create index meeting_by_day on app.meeting (municipality_code, held_on desc, meeting_id);
alter table app.meeting enable row level security, force row level security;
comment on table app.meeting is 'Möte i BRÅ-gruppen';

create table app.meeting_attendance (
    municipality_code text not null,
    meeting_id uuid not null,
    member_id uuid not null,
    primary key (municipality_code, meeting_id, member_id),
    foreign key (municipality_code, meeting_id) references app.meeting,
    constraint meeting_attendance_member foreign key (municipality_code, member_id) references app.group_member
);
alter table app.meeting_attendance enable row level security, force row level security;
comment on table app.meeting_attendance is 'Närvarande vid mötet';

create table app.meeting_decision (
    municipality_code text not null,
    meeting_id uuid not null,
    position integer not null check (position > 0),
    text text not null check (text <> ''),
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    primary key (municipality_code, meeting_id, position),
    constraint meeting_decision_on_one check (num_nonnulls(agreement_id, picture_id, plan_id) <= 1),
    foreign key (municipality_code, meeting_id) references app.meeting,
    constraint meeting_decision_agreement foreign key (municipality_code, agreement_id) references app.agreement,
    constraint meeting_decision_picture foreign key (municipality_code, picture_id) references app.situational_picture,
    constraint meeting_decision_plan foreign key (municipality_code, plan_id) references app.action_plan
);
alter table app.meeting_decision enable row level security, force row level security;
comment on table app.meeting_decision is 'Beslut vid mötet, och handlingen det gäller';

create table app.comment (
    municipality_code text not null references app.municipality,
    comment_id uuid not null default app.uuidv7(),
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    about text check (about <> '' and char_length(about) <= 200),
    text text not null check (text <> ''),
    written_by text not null default '',
    written_as text not null default '',
    written_at timestamptz not null default now(),
    resolved_by text,
    resolved_at timestamptz,
    primary key (municipality_code, comment_id),
    constraint comment_on_one check (num_nonnulls(agreement_id, picture_id, plan_id) = 1),
    check ((resolved_by is null) = (resolved_at is null)),
    foreign key (municipality_code, agreement_id) references app.agreement,
    foreign key (municipality_code, picture_id) references app.situational_picture,
    foreign key (municipality_code, plan_id) references app.action_plan
);
create index comment_by_agreement on app.comment (municipality_code, agreement_id) where (agreement_id is not null);
create index comment_by_picture on app.comment (municipality_code, picture_id) where (picture_id is not null);
create index comment_by_plan on app.comment (municipality_code, plan_id) where (plan_id is not null);
alter table app.comment enable row level security, force row level security;
comment on table app.comment is 'Kommentar till ett utkast, tills den är åtgärdad';
