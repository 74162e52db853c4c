create table app.promise (
    municipality_code text not null,
    promise_id uuid not null default app.uuidv7(),
    agreement_id uuid not null,
    position integer not null check (position > 0),
    promisor text not null check (promisor in ('municipality', 'police', 'joint')),
    text text not null check (text <> ''),
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    primary key (municipality_code, promise_id),
    unique (municipality_code, agreement_id, position),
    foreign key (municipality_code, agreement_id) references app.agreement
);
alter table app.promise enable row level security, force row level security;
comment on table app.promise is 'Medborgarlöfte: vad kommunen, polisen eller båda lovar';
