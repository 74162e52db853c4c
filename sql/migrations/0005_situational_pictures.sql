create table app.situational_picture (
    municipality_code text not null references app.municipality,
    picture_id uuid not null default app.uuidv7(),
    district_code text not null references app.police_district,
    title text not null check (title <> ''),
    summary text,
    state text not null default 'draft' check (state in ('draft', 'established', 'superseded')),
    established_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (municipality_code, picture_id),
    check ((state = 'draft') = (established_on is null))
);
alter table app.situational_picture enable row level security, force row level security;
comment on table app.situational_picture is 'Lägesbild (4 § lag 2023:196): kartläggning, annan information och analys';

create table app.source (
    municipality_code text not null,
    picture_id uuid not null,
    source_id uuid not null default app.uuidv7(),
    position integer not null check (position > 0),
    kind text not null check (kind in (
        'statistics', 'localMapping', 'survey', 'safetyWalk', 'citizenDialogue', 'staffDialogue', 'est', 'earlierWork', 'other')),
    title text not null check (title <> ''),
    primary key (municipality_code, source_id),
    unique (municipality_code, picture_id, position),
    foreign key (municipality_code, picture_id) references app.situational_picture
);
alter table app.source enable row level security, force row level security;
comment on table app.source is 'Källa till lägesbilden';

create table app.problem (
    municipality_code text not null,
    picture_id uuid not null,
    problem_id uuid not null default app.uuidv7(),
    position integer not null check (position > 0),
    text text not null check (text <> ''),
    primary key (municipality_code, problem_id),
    unique (municipality_code, picture_id, position),
    foreign key (municipality_code, picture_id) references app.situational_picture
);
alter table app.problem enable row level security, force row level security;
comment on table app.problem is 'Problem i lägesbilden';
