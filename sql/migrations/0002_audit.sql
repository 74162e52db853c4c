-- Who changed what, when: one chain of hashes per municipality, in the writing transaction. What belongs to no
-- municipality (districts, issuers, grants of the police) has a chain of its own under the code 0000.
create table audit.chain_head (
    municipality_code text primary key,
    sequence bigint not null,
    hash bytea not null
);
alter table audit.chain_head enable row level security, force row level security;
comment on table audit.chain_head is 'Kedjans senaste länk för varje kommun';

create table audit.change (
    municipality_code text not null,
    sequence bigint not null,
    recorded_at timestamptz not null,
    actor_issuer text,
    actor_subject text,
    -- Outside the hash, so that it can be disposed of.
    actor_name text,
    actor_role text,
    table_name text not null,
    action text not null check (action in ('insert', 'update', 'delete')),
    label text not null,
    before jsonb,
    after jsonb,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (municipality_code, sequence)
);
alter table audit.change enable row level security, force row level security;
comment on table audit.change is 'Ändringslogg: vem, när, vad, före och efter; kan bara växa';

-- Personal values stand apart from the chain, which holds only their salted digests, so that a disposal decision can
-- remove value and salt while the chain still verifies.
create table audit.personal_value (
    municipality_code text not null,
    sequence bigint not null,
    side text not null check (side in ('before', 'after')),
    column_name text not null,
    salt bytea not null,
    value text not null,
    primary key (municipality_code, sequence, side, column_name),
    foreign key (municipality_code, sequence) references audit.change
);
alter table audit.personal_value enable row level security, force row level security;
comment on table audit.personal_value is 'Personuppgifter i ändringsloggen, skilda från kedjan så att de kan gallras';
