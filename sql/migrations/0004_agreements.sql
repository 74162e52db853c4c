create table app.agreement (
    municipality_code text not null references app.municipality,
    agreement_id uuid not null default app.uuidv7(),
    district_code text not null references app.police_district,
    title text not null check (title <> '' and char_length(title) <= 500),
    parties text[] not null default '{}',
    purpose text,
    scope text,
    outside_scope text,
    period_start date not null,
    period_end date check (period_end >= period_start),
    effective_end date check (effective_end >= period_start),
    state text not null default 'draft' check (state in ('draft', 'proposed', 'signed', 'terminated')),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (municipality_code, agreement_id),
    constraint agreement_signed_periods_overlap exclude using gist (
        municipality_code with =,
        daterange(period_start, effective_end, '[]') with &&
    ) where (state = 'signed')
);
create index agreement_by_period on app.agreement (municipality_code, period_start desc, agreement_id);
alter table app.agreement enable row level security, force row level security;
comment on table app.agreement is 'Samverkansöverenskommelse mellan kommunen och det lokalpolisområde som undertecknar';

create table app.agreement_section (
    municipality_code text not null,
    agreement_id uuid not null,
    position integer not null check (position > 0),
    heading text not null,
    text text not null,
    primary key (municipality_code, agreement_id, position),
    foreign key (municipality_code, agreement_id) references app.agreement
);
alter table app.agreement_section enable row level security, force row level security;
comment on table app.agreement_section is 'Överenskommelsens löpande text, avsnitt för avsnitt';

create table app.signature (
    municipality_code text not null,
    agreement_id uuid not null,
    signature_id uuid not null default app.uuidv7(),
    position integer not null check (position > 0),
    party text not null check (party in ('municipality', 'police')),
    name text not null check (name <> ''),
    title text not null default '',
    body text,
    place text,
    signed_on date,
    primary key (municipality_code, signature_id),
    unique (municipality_code, agreement_id, position),
    foreign key (municipality_code, agreement_id) references app.agreement
);
alter table app.signature enable row level security, force row level security;
comment on table app.signature is 'Undertecknande: den som undertecknar för kommunen eller polisen; utan datum ännu inte undertecknad';
