-- What writing, signing and revising need of the documents that are there. Foreign keys and the one data change work on
-- tables whose row-level security does not hold the owner meanwhile: under FORCE they would see no rows.
alter table app.responsible_party no force row level security;
alter table app.agreement no force row level security;
alter table app.signature no force row level security;
alter table app.situational_picture no force row level security;
alter table app.source no force row level security;
alter table app.problem no force row level security;
alter table app.action_plan no force row level security;
alter table app.measure no force row level security;
alter table app.cause no force row level security;
alter table app.follow_up no force row level security;

alter table app.municipality add column version integer not null default 1;

alter table app.responsible_party
    add column version integer not null default 1,
    add column merged_into_id uuid,
    add constraint responsible_party_merged_into foreign key (municipality_code, merged_into_id) references app.responsible_party,
    add constraint responsible_party_merged_into_itself check (merged_into_id <> party_id);
create index responsible_party_by_merger on app.responsible_party (municipality_code, merged_into_id) where (merged_into_id is not null);
alter table app.contact
    add column email text constraint contact_email check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 254);

-- Registration number, decision and a case's id in another system may come after signing or adoption: traced, outside
-- the hash.
alter table app.agreement
    add column prepared_by text check (prepared_by <> ''),
    add column predecessor_id uuid,
    add column return_reason text check (return_reason <> ''),
    add column termination_reason text check (termination_reason <> ''),
    add column registration_number text check (registration_number <> ''),
    add column decision_body text check (decision_body <> ''),
    add column decision_date date,
    add column decision_paragraph text check (decision_paragraph <> ''),
    add column external_references jsonb not null default '[]' check (jsonb_typeof(external_references) = 'array'),
    add constraint agreement_predecessor foreign key (municipality_code, predecessor_id) references app.agreement,
    add constraint agreement_not_its_own_predecessor check (predecessor_id <> agreement_id),
    -- What is terminated held until its end.
    drop constraint agreement_signed_periods_overlap,
    add constraint agreement_signed_periods_overlap exclude using gist (
        municipality_code with =,
        daterange(period_start, effective_end, '[]') with &&
    ) where (state in ('signed', 'terminated'));
alter table app.agreement rename constraint agreement_check to agreement_period;
alter table app.agreement rename constraint agreement_check1 to agreement_within_period;
create index agreement_by_registration on app.agreement (municipality_code, registration_number);

create table app.prolongation (
    municipality_code text not null,
    agreement_id uuid not null,
    prolongation_id uuid not null default app.uuidv7(),
    effective_end date,
    reason text check (reason <> ''),
    state text not null default 'proposed' check (state in ('proposed', 'signed', 'withdrawn')),
    created_at timestamptz not null default now(),
    primary key (municipality_code, prolongation_id),
    unique (municipality_code, agreement_id, prolongation_id),
    foreign key (municipality_code, agreement_id) references app.agreement
);
create unique index prolongation_open on app.prolongation (municipality_code, agreement_id) where (state = 'proposed');
alter table app.prolongation enable row level security, force row level security;
comment on table app.prolongation is 'Förlängning av en överenskommelse: en egen handling som undertecknas';

-- Signed originals, minutes, survey reports. The content is kept uncompressed, so that a part of it is read as such.
create table app.attachment (
    municipality_code text not null references app.municipality,
    attachment_id uuid not null default app.uuidv7(),
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    follow_up_id uuid,
    file_name text not null check (file_name <> '' and char_length(file_name) <= 200),
    media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    content bytea not null check (octet_length(content) between 1 and 10485760),
    sha256 bytea not null check (sha256 = pg_catalog.sha256(content)),
    created_at timestamptz not null default now(),
    created_by text not null default '',
    primary key (municipality_code, attachment_id),
    -- Is what it says it is: the first bytes of a PDF, a PNG or a JPEG.
    constraint attachment_content_is_its_type check (case media_type
        when 'application/pdf' then substring(content for 5) = '\x255044462d'
        when 'image/png' then substring(content for 8) = '\x89504e470d0a1a0a'
        else substring(content for 3) = '\xffd8ff' end),
    constraint attachment_of_one check (num_nonnulls(agreement_id, picture_id, plan_id, follow_up_id) = 1),
    constraint attachment_of_agreement unique (municipality_code, agreement_id, attachment_id),
    foreign key (municipality_code, agreement_id) references app.agreement,
    foreign key (municipality_code, picture_id) references app.situational_picture,
    foreign key (municipality_code, plan_id) references app.action_plan
);
alter table app.attachment alter column content set storage external;
create index attachment_by_picture on app.attachment (municipality_code, picture_id) where (picture_id is not null);
create index attachment_by_plan on app.attachment (municipality_code, plan_id) where (plan_id is not null);
create index attachment_by_follow_up on app.attachment (municipality_code, follow_up_id) where (follow_up_id is not null);
alter table app.attachment enable row level security, force row level security;
comment on table app.attachment is 'Bilaga: inskannat original, protokoll, enkätrapport';

-- A row is one required signer; signed when it has a day. Those of a prolongation name it.
alter table app.signature
    add column prolongation_id uuid,
    add column outside_system boolean not null default false,
    add column attachment_id uuid,
    add column recorded_by text,
    add column recorded_at timestamptz,
    add column content_sha256 bytea,
    add column annexes_sha256 bytea,
    drop constraint signature_municipality_code_agreement_id_position_key,
    add constraint signature_position unique nulls not distinct (municipality_code, agreement_id, prolongation_id, position) deferrable,
    add constraint signature_prolongation foreign key (municipality_code, agreement_id, prolongation_id)
        references app.prolongation (municipality_code, agreement_id, prolongation_id),
    add constraint signature_original foreign key (municipality_code, agreement_id, attachment_id)
        references app.attachment (municipality_code, agreement_id, attachment_id),
    -- What was signed on paper is shown by the paper.
    add constraint signature_outside_has_original check (not outside_system or attachment_id is not null);

alter table app.situational_picture
    add column established_by text check (established_by <> ''),
    add column predecessor_id uuid,
    add constraint situational_picture_revised_once unique (municipality_code, predecessor_id),
    add constraint situational_picture_predecessor foreign key (municipality_code, predecessor_id) references app.situational_picture,
    add constraint situational_picture_established_by check (state <> 'draft' or established_by is null);
alter table app.source
    add column dated_on date,
    add constraint source_of_picture unique (municipality_code, picture_id, source_id),
    drop constraint source_municipality_code_picture_id_position_key,
    add constraint source_position unique (municipality_code, picture_id, position) deferrable;
alter table app.problem
    add constraint problem_of_picture unique (municipality_code, picture_id, problem_id),
    drop constraint problem_municipality_code_picture_id_position_key,
    add constraint problem_position unique (municipality_code, picture_id, position) deferrable;

create table app.problem_source (
    municipality_code text not null,
    picture_id uuid not null,
    problem_id uuid not null,
    source_id uuid not null,
    primary key (municipality_code, picture_id, problem_id, source_id),
    foreign key (municipality_code, picture_id, problem_id) references app.problem (municipality_code, picture_id, problem_id),
    constraint problem_source_of_picture foreign key (municipality_code, picture_id, source_id)
        references app.source (municipality_code, picture_id, source_id)
);
alter table app.problem_source enable row level security, force row level security;
comment on table app.problem_source is 'Vilka källor ett problem stöder sig på';

alter table app.action_plan
    add column prepared_by text check (prepared_by <> ''),
    add column revises_plan_id uuid,
    add column closed_on date,
    add column registration_number text check (registration_number <> ''),
    add column decision_body text check (decision_body <> ''),
    add column decision_date date,
    add column decision_paragraph text check (decision_paragraph <> ''),
    add column external_references jsonb not null default '[]' check (jsonb_typeof(external_references) = 'array'),
    add constraint action_plan_of_picture unique (municipality_code, plan_id, picture_id),
    add constraint action_plan_revises foreign key (municipality_code, revises_plan_id) references app.action_plan,
    add constraint action_plan_revised_once_a_year unique (municipality_code, revises_plan_id, year),
    add constraint action_plan_closed check ((state = 'closed') = (closed_on is not null));
alter table app.action_plan rename constraint action_plan_check to action_plan_period;
alter table app.action_plan rename constraint action_plan_municipality_code_agreement_id_fkey to action_plan_agreement;
alter table app.action_plan rename constraint action_plan_municipality_code_picture_id_fkey to action_plan_picture;
create index action_plan_by_registration on app.action_plan (municipality_code, registration_number);

-- The themes by which the district compares areas.
alter table app.priority_area add column theme text constraint priority_area_theme check (theme in (
    'narcotics', 'violence', 'domesticViolence', 'youth', 'propertyCrime', 'fraud', 'traffic', 'publicEnvironment',
    'neighbourhoodWatch', 'extremism', 'safety', 'other'));

alter table app.measure
    add column starts_on date,
    add column ends_on date,
    add column quantity numeric constraint measure_quantity check (quantity >= 0 and quantity < 1e12 and scale(quantity) <= 6),
    add column unit text check (unit <> ''),
    add constraint measure_dates check (ends_on >= starts_on),
    add constraint measure_lineage unique (municipality_code, plan_id, measure_id, lineage_id),
    -- One of each lineage in a plan.
    add constraint measure_lineage_once unique (municipality_code, plan_id, lineage_id),
    drop constraint measure_municipality_code_plan_id_area_id_cause_id_fkey,
    -- A cause takes its measures along to another area.
    add constraint measure_cause foreign key (municipality_code, plan_id, area_id, cause_id)
        references app.cause (municipality_code, plan_id, area_id, cause_id) on update cascade;
alter table app.measure rename constraint measure_municipality_code_plan_id_area_id_fkey to measure_area;
alter table app.cause rename constraint cause_area to cause_within_area;
alter table app.cause rename constraint cause_municipality_code_plan_id_area_id_fkey to cause_area;
create index measure_by_lineage on app.measure (municipality_code, lineage_id);

-- Which problems of the plan's picture an area (no cause) or a cause answers.
create table app.answered_problem (
    municipality_code text not null,
    plan_id uuid not null,
    answered_problem_id uuid not null default app.uuidv7(),
    area_id uuid,
    cause_id uuid,
    picture_id uuid not null,
    problem_id uuid not null,
    primary key (municipality_code, plan_id, answered_problem_id),
    constraint answered_problem_once unique nulls not distinct (municipality_code, plan_id, area_id, cause_id, problem_id),
    constraint answered_by_one check (num_nonnulls(area_id, cause_id) = 1),
    foreign key (municipality_code, plan_id, area_id) references app.priority_area,
    foreign key (municipality_code, plan_id, cause_id) references app.cause,
    constraint answered_problem_of_picture foreign key (municipality_code, picture_id, problem_id)
        references app.problem (municipality_code, picture_id, problem_id),
    constraint answered_problem_picture_of_plan foreign key (municipality_code, plan_id, picture_id)
        references app.action_plan (municipality_code, plan_id, picture_id)
);
alter table app.answered_problem enable row level security, force row level security;
comment on table app.answered_problem is 'Problem i lägesbilden som ett område eller en orsak svarar mot';
-- Derived from it, so that a plan is read without it.
alter table app.priority_area add column problem_ids uuid[];
alter table app.cause add column problem_ids uuid[];

create table app.dropped_measure (
    municipality_code text not null,
    plan_id uuid not null,
    lineage_id uuid not null,
    measure_id uuid not null,
    reason text not null check (reason <> ''),
    primary key (municipality_code, plan_id, lineage_id),
    foreign key (municipality_code, plan_id) references app.action_plan,
    foreign key (municipality_code, measure_id) references app.measure (municipality_code, measure_id)
);
alter table app.dropped_measure enable row level security, force row level security;
comment on table app.dropped_measure is 'Åtgärd som en revidering inte tog med, och varför';

-- Follow-ups belong to the measure through the years, so that a revision within the year loses none.
alter table app.follow_up add column lineage_id uuid;
update app.follow_up f set lineage_id = m.lineage_id from app.measure m
where m.municipality_code = f.municipality_code and m.plan_id = f.plan_id and m.measure_id = f.measure_id;
alter table app.follow_up
    alter column lineage_id set not null,
    drop constraint follow_up_municipality_code_plan_id_measure_id_fkey,
    add constraint follow_up_measure foreign key (municipality_code, plan_id, measure_id, lineage_id)
        references app.measure (municipality_code, plan_id, measure_id, lineage_id),
    drop constraint follow_up_corrects,
    drop constraint follow_up_already_corrected,
    add constraint follow_up_id unique (municipality_code, follow_up_id),
    add constraint follow_up_corrects foreign key (municipality_code, corrects_follow_up_id)
        references app.follow_up (municipality_code, follow_up_id),
    add constraint follow_up_already_corrected unique (municipality_code, corrects_follow_up_id);
drop index app.follow_up_latest, app.follow_up_latest_of_measure;
create index follow_up_latest on app.follow_up
    (municipality_code, lineage_id, party_id, period_end desc, recorded_at desc, follow_up_id desc);
create index follow_up_latest_of_measure on app.follow_up
    (municipality_code, lineage_id, period_end desc, recorded_at desc, follow_up_id desc);
alter table app.attachment add foreign key (municipality_code, follow_up_id) references app.follow_up (municipality_code, follow_up_id);
alter table app.measure_status no force row level security;
alter table app.measure_status
    add column quantities jsonb not null default '[]';
update app.measure_status s set quantities = q.quantities
from (
    select u.municipality_code, u.plan_id, u.measure_id,
        jsonb_agg(jsonb_build_object('unit', u.unit, 'quantity', u.quantity, 'approximate', u.approximate) order by u.unit) as quantities
    from (
        select f.municipality_code, f.plan_id, f.measure_id, f.unit, sum(f.quantity) as quantity, bool_or(f.approximate) as approximate
        from app.follow_up f
        where f.quantity is not null and not exists (select from app.follow_up c
            where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)
        group by f.municipality_code, f.plan_id, f.measure_id, f.unit
    ) u group by u.municipality_code, u.plan_id, u.measure_id
) q
where q.municipality_code = s.municipality_code and q.plan_id = s.plan_id and q.measure_id = s.measure_id;
alter table app.measure_status force row level security;

alter table app.responsibility rename constraint responsibility_municipality_code_party_id_fkey to responsibility_party;
alter table app.responsibility rename constraint responsibility_municipality_code_party_id_contact_id_fkey to responsibility_contact;

-- What was done though no measure says so.
create table app.unplanned_work (
    municipality_code text not null,
    plan_id uuid not null,
    area_id uuid not null,
    unplanned_work_id uuid not null default app.uuidv7(),
    party_id uuid not null,
    corrects_unplanned_work_id uuid,
    period_start date not null,
    period_end date not null,
    text text not null check (text <> ''),
    quantity numeric check (quantity >= 0 and quantity < 1e12 and scale(quantity) <= 6),
    unit text check (unit <> ''),
    approximate boolean not null default false,
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by text not null default '',
    primary key (municipality_code, plan_id, unplanned_work_id),
    constraint unplanned_work_area foreign key (municipality_code, plan_id, area_id) references app.priority_area,
    constraint unplanned_work_party foreign key (municipality_code, party_id) references app.responsible_party,
    constraint unplanned_work_corrects foreign key (municipality_code, plan_id, corrects_unplanned_work_id)
        references app.unplanned_work (municipality_code, plan_id, unplanned_work_id),
    constraint unplanned_work_already_corrected unique (municipality_code, plan_id, corrects_unplanned_work_id),
    constraint unplanned_work_period check (period_end >= period_start),
    check (corrects_unplanned_work_id <> unplanned_work_id)
);
alter table app.unplanned_work enable row level security, force row level security;
comment on table app.unplanned_work is 'Arbete inom ett område som ingen åtgärd i planen nämner; skrivs en gång';

alter table app.promise rename constraint promise_municipality_code_agreement_id_fkey to promise_agreement;
alter table app.promise
    add column prepared_by text check (prepared_by <> ''),
    add column version integer not null default 1;

alter table app.responsible_party force row level security;
alter table app.agreement force row level security;
alter table app.signature force row level security;
alter table app.situational_picture force row level security;
alter table app.source force row level security;
alter table app.problem force row level security;
alter table app.action_plan force row level security;
alter table app.measure force row level security;
alter table app.cause force row level security;
alter table app.follow_up force row level security;
