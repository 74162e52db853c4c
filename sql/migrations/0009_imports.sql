create table app.import (
    municipality_code text not null references app.municipality,
    import_id uuid not null default app.uuidv7(),
    file_name text not null check (file_name <> ''),
    media_type text not null check (media_type in (
        'text/plain', 'text/markdown', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
    content bytea not null check (octet_length(content) <= 10485760),
    sha256 bytea not null check (sha256 = pg_catalog.sha256(content)),
    preview json not null,
    state text not null default 'previewed' check (state in ('previewed', 'confirmed')),
    created_at timestamptz not null default now(),
    created_by text not null default '',
    confirmed_at timestamptz,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    primary key (municipality_code, import_id),
    foreign key (municipality_code, agreement_id) references app.agreement deferrable initially deferred,
    foreign key (municipality_code, picture_id) references app.situational_picture deferrable initially deferred,
    foreign key (municipality_code, plan_id) references app.action_plan deferrable initially deferred,
    check ((state = 'confirmed') = (confirmed_at is not null and agreement_id is not null and plan_id is not null))
);
alter table app.import enable row level security, force row level security;
comment on table app.import is 'Import: dokumentet som det kom, dess kontrollsumma och förslaget som lästes ur det';
