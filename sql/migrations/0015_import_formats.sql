-- Other forms in which municipalities keep their documents.
alter table app.import drop constraint import_media_type_check;
alter table app.import add constraint import_media_type check (media_type in (
    'text/plain', 'text/markdown', 'text/csv', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'));

-- A document may hold promises, a picture or a plan alone; what it doesn't hold isn't made.
alter table app.import drop constraint import_check1;
alter table app.import add constraint import_made_something check (
    (state = 'confirmed') = (confirmed_at is not null and coalesce(agreement_id, picture_id, plan_id) is not null));

-- What was decided about columns and parties of a document, for the next one that names them.
create table app.remembered_decision (
    municipality_code text not null references app.municipality,
    kind text not null check (kind in ('column', 'split', 'merge')),
    -- The column's or party's name, in small letters.
    name text not null check (name <> '' and char_length(name) <= 200),
    decision jsonb not null,
    decided_at timestamptz not null default now(),
    primary key (municipality_code, kind, name)
);
alter table app.remembered_decision enable row level security, force row level security;
comment on table app.remembered_decision is 'Beslut om kolumner och ansvariga vid import, som föreslås nästa gång';
