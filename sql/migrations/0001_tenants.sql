-- Schemas, the tenant (municipality), its police district, and who may enter.
alter default privileges revoke execute on functions from public;

create schema app;
create schema access;
create schema audit;
create schema bi;
create schema extensions;
create extension btree_gist with schema extensions;
comment on schema app is 'Kommunernas innehåll: varje tabell börjar med kommunkoden';
comment on schema access is 'Vem som får komma in, och som vad';
comment on schema audit is 'Ändringslogg som bara kan växa';
comment on schema bi is 'Vyer för BI-verktyg, endast fastställda handlingar';

-- Names sort as Swedes expect, å ä ö last. A server built without ICU has no such collation; there they sort by code point.
do $$
begin
    if exists (select from pg_collation where collname = 'sv-x-icu') then
        create collation app.swedish (provider = icu, locale = 'sv');
    else
        create collation app.swedish from pg_catalog."C";
    end if;
end
$$;
comment on collation app.swedish is 'Svensk bokstavsordning';

-- UUID version 7 (RFC 9562): 48 bits of Unix time in milliseconds, then random. PostgreSQL has none before 18.
create function app.uuidv7() returns uuid
    language sql volatile parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select encode(
        set_byte(
            overlay(
                uuid_send(gen_random_uuid())
                placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                from 1 for 6
            ),
            6, (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112
        ), 'hex')::uuid
$$;

create table app.police_district (
    district_code text primary key check (district_code ~ '^[a-z][a-z0-9-]{1,62}$'),
    name text not null check (name <> ''),
    region_name text not null check (region_name <> '')
);
alter table app.police_district enable row level security, force row level security;
comment on table app.police_district is 'Lokalpolisområde med sin polisregion';

create table app.municipality (
    municipality_code text primary key check (municipality_code ~ '^[0-9]{4}$'),
    name text not null check (name <> ''),
    district_code text not null references app.police_district,
    group_label text not null default 'BRÅ-gruppen' check (group_label <> ''),
    plan_label text not null default 'handlingsplan' check (plan_label <> '')
);
alter table app.municipality enable row level security, force row level security;
comment on table app.municipality is 'Kommun (SCB:s kommunkod), dess lokalpolisområde och dess namn på grupp och plan';

-- The secret that seals a request's context, and the hash of the key the server shows to be let in. One row.
create table access.seal (
    only_row boolean primary key default true check (only_row),
    secret bytea not null,
    server_key_hash bytea
);
insert into access.seal (secret)
select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
alter table access.seal enable row level security, force row level security;
comment on table access.seal is 'Hemligheten som förseglar en begärans sammanhang; ingen inloggning kan läsa den';

create table access.issuer (
    issuer text primary key check (issuer <> ''),
    kind text not null check (kind in ('municipality', 'district', 'operator')),
    municipality_code text references app.municipality,
    district_code text references app.police_district,
    check ((kind = 'municipality') = (municipality_code is not null)),
    check ((kind = 'district') = (district_code is not null))
);
alter table access.issuer enable row level security, force row level security;
comment on table access.issuer is 'Utfärdare av intyg (OpenID Connect): vems användare den talar för';

create table access.caller_grant (
    grant_id uuid primary key default app.uuidv7(),
    issuer text not null references access.issuer,
    subject text not null check (subject <> ''),
    role text not null check (role in (
        'coordinator', 'contributor', 'reader', 'auditor',
        'municipalOfficer', 'districtReader', 'headOfDistrict', 'operator')),
    municipality_code text references app.municipality,
    district_code text references app.police_district,
    responsible_party_ids uuid[] not null default '{}',
    valid_from date not null default current_date,
    valid_until date check (valid_until >= valid_from),
    check ((role in ('coordinator', 'contributor', 'reader', 'auditor', 'municipalOfficer')) = (municipality_code is not null)),
    check ((role in ('districtReader', 'headOfDistrict')) = (district_code is not null)),
    check (role = 'contributor' or responsible_party_ids = '{}'),
    unique nulls not distinct (issuer, subject, municipality_code, district_code)
);
alter table access.caller_grant enable row level security, force row level security;
comment on table access.caller_grant is 'Behörighet: vem (utfärdare och identitet) som får komma in, i vilken roll och var';

create table access.bi_login (
    login_name text primary key,
    municipality_codes text[] not null default '{}',
    district_code text references app.police_district,
    check ((district_code is null) or municipality_codes = '{}')
);
alter table access.bi_login enable row level security, force row level security;
comment on table access.bi_login is 'Vilka kommuner, eller vilket lokalpolisområde, en BI-inloggning ser';
