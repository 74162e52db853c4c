create table app.responsible_party (
    municipality_code text not null references app.municipality,
    party_id uuid not null default app.uuidv7(),
    name text not null check (name <> '' and char_length(name) <= 200),
    kind text not null check (kind in ('municipality', 'police', 'joint', 'external')),
    form text not null check (form in ('organisation', 'unit', 'role', 'group')),
    ended_on date,
    primary key (municipality_code, party_id)
);
-- One per name regardless of case; compared in NFC, stored as written.
create unique index responsible_party_name on app.responsible_party (municipality_code, lower(normalize(name, NFC)));
alter table app.responsible_party enable row level security, force row level security;
comment on table app.responsible_party is 'Ansvarig: organisation, enhet, roll eller grupp';

create table app.contact (
    municipality_code text not null,
    contact_id uuid not null default app.uuidv7(),
    party_id uuid not null,
    name text not null check (name <> '' and char_length(name) <= 200),
    ended_on date,
    primary key (municipality_code, contact_id),
    unique (municipality_code, party_id, contact_id),
    foreign key (municipality_code, party_id) references app.responsible_party
);
create unique index contact_name on app.contact (municipality_code, party_id, lower(normalize(name, NFC)));
alter table app.contact enable row level security, force row level security;
comment on table app.contact is 'Kontaktperson hos en ansvarig';
