-- What tells whether the work helped: measured before, aimed at, and followed by values. Of the plan, or of one of its areas; the same
-- indicator through the years has one lineage.
create table app.indicator (
    municipality_code text not null,
    plan_id uuid not null,
    indicator_id uuid not null default app.uuidv7(),
    area_id uuid,
    -- One that is added alone comes last.
    position integer not null default 10000 check (position > 0),
    lineage_id uuid not null default app.uuidv7(),
    name text not null check (name <> ''),
    unit text not null check (unit <> ''),
    source text check (source <> ''),
    direction text not null check (direction in ('up', 'down')),
    baseline numeric check (baseline >= 0 and baseline < 1e12),
    baseline_on date,
    target numeric check (target >= 0 and target < 1e12),
    primary key (municipality_code, plan_id, indicator_id),
    constraint indicator_by_id unique (municipality_code, indicator_id),
    constraint indicator_with_lineage unique (municipality_code, plan_id, indicator_id, lineage_id),
    constraint indicator_lineage_once unique (municipality_code, plan_id, lineage_id),
    constraint indicator_baseline check (baseline_on is null or baseline is not null),
    foreign key (municipality_code, plan_id) references app.action_plan,
    constraint indicator_area foreign key (municipality_code, plan_id, area_id) references app.priority_area
);
create index indicator_by_lineage on app.indicator (municipality_code, lineage_id);
alter table app.indicator enable row level security, force row level security;
comment on table app.indicator is 'Indikator: vad som visar om arbetet hjälper';

-- Written once, and corrected by another. Carries the lineage, so that the years are read together.
create table app.indicator_value (
    municipality_code text not null,
    plan_id uuid not null,
    indicator_id uuid not null,
    lineage_id uuid not null,
    value_id uuid not null default app.uuidv7(),
    corrects_value_id uuid,
    measured_on date not null,
    value numeric not null check (value >= 0 and value < 1e12),
    text text check (text <> ''),
    recorded_at timestamptz not null default now(),
    recorded_by text not null default '',
    primary key (municipality_code, plan_id, indicator_id, value_id),
    constraint indicator_value_corrected_once unique (municipality_code, plan_id, indicator_id, corrects_value_id),
    constraint indicator_value_indicator foreign key (municipality_code, plan_id, indicator_id, lineage_id)
        references app.indicator (municipality_code, plan_id, indicator_id, lineage_id),
    constraint indicator_value_corrects foreign key (municipality_code, plan_id, indicator_id, corrects_value_id) references app.indicator_value
);
create index indicator_value_by_lineage on app.indicator_value (municipality_code, lineage_id, measured_on);
alter table app.indicator_value enable row level security, force row level security;
comment on table app.indicator_value is 'Indikatorns värde en dag';

-- Whether a plan has indicators, so that one without is read without looking for any.
alter table app.action_plan no force row level security;
alter table app.action_plan add column has_indicators boolean not null default false;
alter table app.action_plan force row level security;

-- Form v2 of what is signed. Annexes are what both authorities can read: plans and promises from proposed on, no drafts. A plan has its
-- indicators. A plan and a promise have a form of their own, for those who approve them with a signature.
create function app.canonical_plan_v2(p_municipality text, p_plan uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object('year', p.year, 'periodStart', p.period_start, 'periodEnd', p.period_end,
        'introduction', p.introduction, 'notes', p.notes,
        'priorityAreas', (select jsonb_agg(jsonb_build_array(a.title, a.description, a.theme) order by a.position) from app.priority_area a
            where a.municipality_code = p.municipality_code and a.plan_id = p.plan_id),
        'causes', (select jsonb_agg(jsonb_build_array(a.position, c.text) order by a.position, c.position)
            from app.cause c join app.priority_area a on a.municipality_code = c.municipality_code and a.plan_id = c.plan_id and a.area_id = c.area_id
            where c.municipality_code = p.municipality_code and c.plan_id = p.plan_id),
        'measures', (select jsonb_agg(jsonb_build_array(a.position, c.position, m.text, m.planned_follow_up, m.target, m.schedule, m.notes,
                m.starts_on, m.ends_on, m.quantity, m.unit, (
                    select jsonb_agg(jsonb_build_array(r.party_id, r.lead) order by r.position, r.party_id) from app.responsibility r
                    where r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id)) order by m.position, m.measure_id)
            from app.measure m
            join app.priority_area a on a.municipality_code = m.municipality_code and a.plan_id = m.plan_id and a.area_id = m.area_id
            left join app.cause c on c.municipality_code = m.municipality_code and c.plan_id = m.plan_id and c.cause_id = m.cause_id
            where m.municipality_code = p.municipality_code and m.plan_id = p.plan_id),
        'indicators', (select jsonb_agg(jsonb_build_array(a.position, i.name, i.unit, i.source, i.direction, i.baseline, i.baseline_on, i.target)
                order by i.position, i.indicator_id)
            from app.indicator i
            left join app.priority_area a on a.municipality_code = i.municipality_code and a.plan_id = i.plan_id and a.area_id = i.area_id
            where i.municipality_code = p.municipality_code and i.plan_id = p.plan_id))::text
    from app.action_plan p
    where p.municipality_code = p_municipality and p.plan_id = p_plan
$$;

create function app.canonical_promise_v2(p_municipality text, p_promise uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object('promisor', p.promisor, 'text', p.text, 'periodStart', p.period_start, 'periodEnd', p.period_end)::text
    from app.promise p where p.municipality_code = p_municipality and p.promise_id = p_promise
$$;

create function app.canonical_annexes_v2(p_municipality text, p_agreement uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'actionPlans', (
            select jsonb_agg(app.canonical_plan_v2(p.municipality_code, p.plan_id)::jsonb order by p.year, p.plan_id) from app.action_plan p
            where p.municipality_code = p_municipality and p.agreement_id = p_agreement and p.state not in ('draft', 'superseded')),
        'promises', (
            select jsonb_agg(app.canonical_promise_v2(x.municipality_code, x.promise_id)::jsonb order by x.position) from app.promise x
            where x.municipality_code = p_municipality and x.agreement_id = p_agreement and x.state not in ('draft', 'withdrawn', 'superseded')))::text
$$;

create or replace function app.signed_form() returns text language sql immutable parallel safe as $$ select 'v2' $$;

-- What a named approval was given to, as its digest in the form of its day.
alter table app.approval no force row level security;
alter table app.approval
    add column content_sha256 bytea check (octet_length(content_sha256) = 32),
    add column form text check (form ~ '^v[1-9][0-9]*$'),
    add constraint approval_has_form check ((form is null) = (content_sha256 is null));
alter table app.approval force row level security;

alter table app.term no force row level security;
insert into app.term (kind, place, term, swedish) values
    ('IndicatorDirection', 1, 'up', 'högre är bättre'), ('IndicatorDirection', 2, 'down', 'lägre är bättre');
alter table app.term force row level security;
