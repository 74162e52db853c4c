-- What a year of ordinary turns needs: a closing that can be undone, problems that know what they were in the picture before.
alter table app.action_plan add column reopening_reason text check (reopening_reason <> '');

-- «polisen » and «Polisen» are one name: case, composition and blanks don't tell names apart.
create function app.name_key(p_name text) returns text
    language sql immutable parallel safe
as $$ select pg_catalog.lower(normalize(pg_catalog.btrim(pg_catalog.regexp_replace(p_name, '[[:space:]\u00a0]+', ' ', 'g')), NFC)) $$;

alter table app.responsible_party no force row level security;
alter table app.contact no force row level security;
-- Of names that are one and stood side by side already, each but the first has its own id here, so that nothing is renamed.
alter table app.responsible_party add column name_apart uuid;
alter table app.contact add column name_apart uuid;
update app.responsible_party p set name_apart = p.party_id
from (select municipality_code, party_id, row_number() over (partition by municipality_code, app.name_key(name) order by party_id) as place
    from app.responsible_party) o
where o.municipality_code = p.municipality_code and o.party_id = p.party_id and o.place > 1;
update app.contact c set name_apart = c.contact_id
from (select municipality_code, contact_id, row_number() over (partition by municipality_code, party_id, app.name_key(name) order by contact_id) as place
    from app.contact) o
where o.municipality_code = c.municipality_code and o.contact_id = c.contact_id and o.place > 1;
drop index app.responsible_party_name, app.contact_name;
create unique index responsible_party_name on app.responsible_party (municipality_code, app.name_key(name), name_apart) nulls not distinct;
create unique index contact_name on app.contact (municipality_code, party_id, app.name_key(name), name_apart) nulls not distinct;

-- What a plan's contacts were called when it was adopted. A name that is disposed of is NULL.
alter table app.action_plan no force row level security;
alter table app.responsibility no force row level security;
create table app.adopted_contact (
    municipality_code text not null,
    plan_id uuid not null,
    adopted_contact_id uuid not null default app.uuidv7(),
    contact_id uuid not null,
    name text check (name <> ''),
    primary key (municipality_code, adopted_contact_id),
    constraint adopted_contact_once unique (municipality_code, plan_id, contact_id),
    foreign key (municipality_code, plan_id) references app.action_plan,
    foreign key (municipality_code, contact_id) references app.contact
);
alter table app.adopted_contact enable row level security, force row level security;
comment on table app.adopted_contact is 'Kontaktpersonens namn som det var när planen fastställdes';
alter table app.adopted_contact no force row level security;
alter table app.responsibility
    add column adopted_contact_id uuid,
    add constraint responsibility_adopted_contact foreign key (municipality_code, adopted_contact_id) references app.adopted_contact;

-- Those of plans that are adopted already have the name that the log knows of the day, and the present one where it was
-- never changed; what has been disposed of in the log stays so.
alter table audit.change no force row level security;
alter table audit.personal_value no force row level security;
with adoption as (
    select c.municipality_code, (c.after ->> 'plan_id')::uuid as plan_id, max(c.sequence) as sequence
    from audit.change c
    where c.table_name = 'action_plan' and c.after ->> 'state' = 'adopted' and c.before ->> 'state' = 'draft'
    group by c.municipality_code, c.after ->> 'plan_id'
), named as (
    select c.municipality_code, (c.after ->> 'contact_id')::uuid as contact_id, c.sequence, v.value as name
    from audit.change c
    left join audit.personal_value v on v.municipality_code = c.municipality_code and v.sequence = c.sequence and v.side = 'after' and v.column_name = 'name'
    where c.table_name = 'contact' and c.after is not null
)
insert into app.adopted_contact (municipality_code, plan_id, contact_id, name)
select r.municipality_code, r.plan_id, r.contact_id, case when n.sequence is null then c.name else n.name end
from (select distinct r.municipality_code, r.plan_id, r.contact_id
    from app.responsibility r join app.action_plan p on p.municipality_code = r.municipality_code and p.plan_id = r.plan_id
    where r.contact_id is not null and p.state <> 'draft') r
join app.contact c on c.municipality_code = r.municipality_code and c.contact_id = r.contact_id
left join adoption a on a.municipality_code = r.municipality_code and a.plan_id = r.plan_id
left join lateral (
    select n.sequence, n.name from named n
    where n.municipality_code = r.municipality_code and n.contact_id = r.contact_id and n.sequence < a.sequence
    order by n.sequence desc limit 1
) n on true;
update app.responsibility r set adopted_contact_id = a.adopted_contact_id
from app.adopted_contact a
where a.municipality_code = r.municipality_code and a.plan_id = r.plan_id and a.contact_id = r.contact_id;
alter table audit.change force row level security;
alter table audit.personal_value force row level security;
alter table app.adopted_contact force row level security;
alter table app.responsibility force row level security;
alter table app.action_plan force row level security;
alter table app.contact force row level security;
alter table app.responsible_party force row level security;

-- Which problem of the picture before it is; of pictures that are revised already, the one at its place with its words, else
-- the one with its words.
alter table app.problem no force row level security;
alter table app.situational_picture no force row level security;
alter table app.problem
    add column predecessor_id uuid,
    add constraint problem_predecessor foreign key (municipality_code, predecessor_id) references app.problem;
update app.problem p set predecessor_id = (
    select o.problem_id from app.problem o
    where o.municipality_code = p.municipality_code and o.picture_id = q.predecessor_id and app.name_key(o.text) = app.name_key(p.text)
    order by o.position <> p.position, o.position limit 1)
from app.situational_picture q
where q.municipality_code = p.municipality_code and q.picture_id = p.picture_id and q.predecessor_id is not null;
create index problem_by_predecessor on app.problem (municipality_code, predecessor_id) where (predecessor_id is not null);
alter table app.situational_picture force row level security;
alter table app.problem force row level security;

-- What an agreement was replaced by ended it the day before: replaced (ersatt), not terminated (uppsagd).
alter table app.agreement no force row level security;
alter table app.agreement
    add column replaced_by_id uuid,
    add constraint agreement_replaced_by foreign key (municipality_code, replaced_by_id) references app.agreement;
alter table app.agreement force row level security;
