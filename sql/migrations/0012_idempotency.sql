-- What a caller has made under an Idempotency-Key, written in the transaction that made it.
create table access.idempotency_key (
    municipality_code text not null references app.municipality,
    issuer text not null,
    subject text not null,
    key text not null check (char_length(key) between 1 and 255),
    request_hash bytea not null,
    -- The ids of what was made, in order.
    made text not null check (char_length(made) <= 20000),
    created_at timestamptz not null default now(),
    constraint idempotency_key_used primary key (municipality_code, issuer, subject, key)
);
alter table access.idempotency_key enable row level security, force row level security;
comment on table access.idempotency_key is 'Nycklar som gör att en upprepad begäran inte skapar något en gång till';
