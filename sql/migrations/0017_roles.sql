-- What a role may do is a row, and so is the role. A right belongs to one kind of issuer and one kind of place: the keys between the
-- three tables refuse to give a district's role a municipality's right, whatever is written here one day.
create table access.role (
    role text primary key check (role ~ '^[a-z][A-Za-z]{1,62}$'),
    issuer_kind text not null check (issuer_kind in ('municipality', 'district', 'operator')),
    place text not null check (place in ('municipality', 'district', 'service')),
    has_parties boolean not null default false check (not has_parties or (issuer_kind, place) = ('municipality', 'municipality')),
    check ((issuer_kind, place) in (('municipality', 'municipality'), ('district', 'municipality'), ('district', 'district'), ('operator', 'service'))),
    unique (role, place),
    unique (role, issuer_kind, place)
);
comment on table access.role is 'Roll: vems användare som kan ha den, var den gäller och om den gäller vissa ansvariga';
insert into access.role (role, issuer_kind, place, has_parties) values
    ('coordinator', 'municipality', 'municipality', false),
    ('contributor', 'municipality', 'municipality', true),
    ('reader', 'municipality', 'municipality', false),
    ('auditor', 'municipality', 'municipality', false),
    ('municipalOfficer', 'district', 'municipality', false),
    ('headOfDistrict', 'district', 'district', false),
    ('districtReader', 'district', 'district', false),
    ('operator', 'operator', 'service', false);

-- The rights that policies and functions ask for, and who can have them at all.
create table access.known_right (
    issuer_kind text not null,
    place text not null,
    may text not null check (may ~ '^[a-z]+\.[a-z]+$'),
    meaning text not null check (meaning <> ''),
    primary key (issuer_kind, place, may)
);
comment on table access.known_right is 'Rättighet: vem som alls kan ha den, och vad den betyder';
insert into access.known_right (issuer_kind, place, may, meaning) values
    ('municipality', 'municipality', 'content.read', 'läser kommunens handlingar, även utkast, och kontakter'),
    ('municipality', 'municipality', 'content.write', 'skriver kommunens handlingar och för dem vidare'),
    ('municipality', 'municipality', 'comment.read', 'läser kommentarer'),
    ('municipality', 'municipality', 'comment.write', 'skriver kommentarer'),
    ('municipality', 'municipality', 'report.any', 'följer upp för vilken ansvarig som helst och för en hel åtgärd'),
    ('municipality', 'municipality', 'report.own', 'följer upp för sina ansvariga'),
    ('municipality', 'municipality', 'log.read', 'läser ändringsloggen'),
    ('district', 'municipality', 'content.read', 'läser kommunens handlingar, även utkast, och kontakter'),
    ('district', 'municipality', 'comment.read', 'läser kommentarer'),
    ('district', 'municipality', 'comment.write', 'skriver kommentarer'),
    ('district', 'municipality', 'problem.write', 'lägger till problem i en lägesbild som är utkast'),
    ('district', 'municipality', 'report.police', 'följer upp för polisen'),
    ('district', 'district', 'report.police', 'följer upp för polisen'),
    ('district', 'district', 'signature.police', 'skriver under för polisen'),
    ('operator', 'service', 'tenants.read', 'läser vilka kommuner, utfärdare och behörigheter som finns');

create table access.role_right (
    role text not null,
    issuer_kind text not null,
    place text not null,
    may text not null,
    primary key (role, may),
    foreign key (role, issuer_kind, place) references access.role (role, issuer_kind, place),
    foreign key (issuer_kind, place, may) references access.known_right
);
comment on table access.role_right is 'Vad en roll får göra';
insert into access.role_right (role, issuer_kind, place, may)
select r.role, r.issuer_kind, r.place, x.may
from (values
    ('coordinator', array['content.read', 'content.write', 'comment.read', 'comment.write', 'report.any']),
    ('contributor', array['content.read', 'comment.read', 'comment.write', 'report.own']),
    ('reader', array['content.read', 'comment.read']),
    ('auditor', array['content.read', 'comment.read', 'log.read']),
    ('municipalOfficer', array['content.read', 'comment.read', 'comment.write', 'problem.write', 'report.police']),
    ('headOfDistrict', array['report.police', 'signature.police']),
    ('operator', array['tenants.read'])
) g (role, rights)
join access.role r on r.role = g.role cross join unnest(g.rights) x (may);

alter table access.role enable row level security, force row level security;
alter table access.known_right enable row level security, force row level security;
alter table access.role_right enable row level security, force row level security;

-- A grant stands where its role does.
alter table access.caller_grant
    drop constraint caller_grant_role_check,
    drop constraint caller_grant_check1,
    drop constraint caller_grant_check2,
    drop constraint caller_grant_check3,
    add check (municipality_code is null or district_code is null),
    add column place text not null generated always as (
        case when municipality_code is not null then 'municipality' when district_code is not null then 'district' else 'service' end) stored,
    add foreign key (role, place) references access.role (role, place);
