-- The context of a request stands where only the definer of access.enter may write (current/access.sql), so nothing is sealed any more. The
-- hash of the key that the server shows to be let in stays.
create table access.server_key (
    only_row boolean primary key default true check (only_row),
    sha256 bytea not null
);
alter table access.server_key enable row level security;
comment on table access.server_key is 'Avtryck av nyckeln som servern visar för att släppas in';
alter table access.seal no force row level security;
insert into access.server_key (sha256) select server_key_hash from access.seal where server_key_hash is not null;
drop table access.seal;
alter table access.server_key force row level security;

-- What `enter` needs of a grant's issuer and role, kept by a trigger (access.complete_grant).
alter table access.caller_grant
    add column issuer_kind text,
    add column issuer_district_code text,
    add column has_parties boolean not null default false,
    add column rights text check (rights ~ '^0__[a-z_]*__$');
