-- The template of a municipality's Word files: one for each, the one before is gone when another is brought.
create table app.word_template (
    municipality_code text primary key references app.municipality,
    file_name text not null check (file_name <> ''),
    content bytea not null check (octet_length(content) between 1 and 2097152),
    sha256 bytea not null check (sha256 = sha256(content)),
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1
);
alter table app.word_template enable row level security, force row level security;
comment on table app.word_template is 'Kommunens Wordmall: hur dess handlingar ser ut som Word-filer';
