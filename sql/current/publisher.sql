-- What goes to the database for BI. The publisher (samverkan publish) reads here, document by document, what is established, of all
-- municipalities, and writes it there: rows of the star (sql/bi/star.sql) as JSON. It reads no name of a contact, nobody who recorded
-- something, no draft and nothing of the log but which document a change belongs to.
grant usage on schema app to samverkan_publisher;
grant select (municipality_code, name, district_code) on app.municipality to samverkan_publisher;
grant select (district_code, name, region_name) on app.police_district to samverkan_publisher;
grant select on app.municipality_district, app.population to samverkan_publisher;
grant select (kind, term, place, swedish) on app.term to samverkan_publisher;
grant select (municipality_code, agreement_id, district_code, title, period_start, period_end, effective_end, state, replaced_by_id, notice_months,
    tacit_prolongation_months) on app.agreement to samverkan_publisher;
grant select (municipality_code, plan_id, agreement_id, district_code, agreement_state, state, year, period_start, period_end, adopted_on, revises_plan_id)
    on app.plan_summary to samverkan_publisher;
grant select (municipality_code, plan_id, adopted_by, closed_on) on app.action_plan to samverkan_publisher;
grant select (municipality_code, plan_id, area_id, position, title, theme) on app.priority_area to samverkan_publisher;
grant select (municipality_code, plan_id, cause_id, text) on app.cause to samverkan_publisher;
grant select (municipality_code, plan_id, measure_id, area_id, cause_id, position, lineage_id, text, planned_follow_up, target, starts_on, ends_on, quantity, unit)
    on app.measure to samverkan_publisher;
grant select (municipality_code, plan_id, measure_id, party_id, lead) on app.responsibility to samverkan_publisher;
grant select (municipality_code, plan_id, measure_id, party_id, status) on app.responsibility_status to samverkan_publisher;
grant select (municipality_code, party_id, name, kind, form, merged_into_id) on app.responsible_party to samverkan_publisher;
grant select (municipality_code, plan_id, measure_id, status, follow_up_count, latest_on, quantities) on app.measure_status to samverkan_publisher;
grant select (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, corrects_follow_up_id, period_start, period_end, status, text,
    reason, quantity, unit, approximate, recorded_at) on app.follow_up to samverkan_publisher;
grant select (municipality_code, plan_id, round_id, name, period_start, period_end) on app.reporting_round to samverkan_publisher;
grant select (municipality_code, plan_id, area_id, unplanned_work_id, party_id, corrects_unplanned_work_id, period_start, period_end, text, quantity, unit,
    approximate) on app.unplanned_work to samverkan_publisher;
grant select (municipality_code, plan_id, lineage_id, measure_id, reason) on app.dropped_measure to samverkan_publisher;
grant select (municipality_code, plan_id, indicator_id, area_id, lineage_id, name, unit, source, direction, baseline, target) on app.indicator to samverkan_publisher;
grant select (municipality_code, plan_id, indicator_id, lineage_id, value_id, corrects_value_id, measured_on, value, text) on app.indicator_value to samverkan_publisher;
grant select (municipality_code, promise_id, agreement_id, promisor, text, state, period_start, period_end, published_on, withdrawn_on) on app.promise to samverkan_publisher;
grant select (municipality_code, promise_id, outcome_id, corrects_outcome_id, period_start, period_end, verdict, text, quantity, unit, approximate, state)
    on app.promise_outcome to samverkan_publisher;
grant select (municipality_code, report_id, plan_id, title, state, sent_on, to_district) on app.report to samverkan_publisher;
grant select (municipality_code, report_id, body_kind, body_name, sent_on, received_on) on app.report_dispatch to samverkan_publisher;

-- It serves nobody who asks, so there is no context: what is established is so for all readers of BI. What hangs below a document is asked of
-- the document, row by row, since one document is read at a time.
create policy publisher_reads on app.municipality for select to samverkan_publisher
    using (true);
create policy publisher_reads on app.police_district for select to samverkan_publisher
    using (true);
create policy publisher_reads on app.municipality_district for select to samverkan_publisher
    using (true);
create policy publisher_reads on app.population for select to samverkan_publisher
    using (true);
create policy publisher_reads on app.term for select to samverkan_publisher
    using (true);
create policy publisher_reads on app.agreement for select to samverkan_publisher
    using (state not in ('draft', 'withdrawn'));
create policy publisher_reads on app.plan_summary for select to samverkan_publisher
    using (state in ('adopted', 'closed', 'superseded') and agreement_state not in ('draft', 'withdrawn'));
create policy publisher_reads on app.action_plan for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = action_plan.municipality_code and p.plan_id = action_plan.plan_id));
create policy publisher_reads on app.priority_area for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = priority_area.municipality_code and p.plan_id = priority_area.plan_id));
create policy publisher_reads on app.cause for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = cause.municipality_code and p.plan_id = cause.plan_id));
create policy publisher_reads on app.measure for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = measure.municipality_code and p.plan_id = measure.plan_id));
create policy publisher_reads on app.responsibility for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = responsibility.municipality_code and p.plan_id = responsibility.plan_id));
create policy publisher_reads on app.responsibility_status for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = responsibility_status.municipality_code and p.plan_id = responsibility_status.plan_id));
create policy publisher_reads on app.measure_status for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = measure_status.municipality_code and p.plan_id = measure_status.plan_id));
create policy publisher_reads on app.follow_up for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = follow_up.municipality_code and p.plan_id = follow_up.plan_id));
create policy publisher_reads on app.reporting_round for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = reporting_round.municipality_code and p.plan_id = reporting_round.plan_id));
create policy publisher_reads on app.unplanned_work for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = unplanned_work.municipality_code and p.plan_id = unplanned_work.plan_id));
create policy publisher_reads on app.dropped_measure for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = dropped_measure.municipality_code and p.plan_id = dropped_measure.plan_id));
create policy publisher_reads on app.indicator for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = indicator.municipality_code and p.plan_id = indicator.plan_id));
create policy publisher_reads on app.indicator_value for select to samverkan_publisher
    using (exists (select from app.plan_summary p where p.municipality_code = indicator_value.municipality_code and p.plan_id = indicator_value.plan_id));
create policy publisher_reads on app.promise for select to samverkan_publisher
    using (state in ('published', 'superseded') or state = 'withdrawn' and published_on is not null);
create policy publisher_reads on app.promise_outcome for select to samverkan_publisher
    using (state = 'approved' and exists (select from app.promise p where p.municipality_code = promise_outcome.municipality_code and p.promise_id = promise_outcome.promise_id));
create policy publisher_reads on app.report for select to samverkan_publisher
    using (state <> 'draft' and to_district and exists (select from app.plan_summary p where p.municipality_code = report.municipality_code and p.plan_id = report.plan_id));
create policy publisher_reads on app.report_dispatch for select to samverkan_publisher
    using (exists (select from app.report r where r.municipality_code = report_dispatch.municipality_code and r.report_id = report_dispatch.report_id));
-- A party's name is seen where it answers for something established; that of what it has become, app.party_now tells.
create policy publisher_reads on app.responsible_party for select to samverkan_publisher
    using (exists (select from app.responsibility r where r.municipality_code = responsible_party.municipality_code and r.party_id = responsible_party.party_id)
        or exists (select from app.unplanned_work u where u.municipality_code = responsible_party.municipality_code and u.party_id = responsible_party.party_id));

-- Swedish words of the service, which BI shows.
create function app.swedish(p_kind text, p_term text) returns text
    language sql stable parallel safe
as $$ select t.swedish from app.term t where t.kind = p_kind and t.term = p_term $$;
grant execute on function app.swedish(text, text), app.derived_status(text[]) to samverkan_publisher;
grant execute on function app.agreement_end(text, date, uuid, integer, integer, date), app.prolonged_end(text, date, uuid, integer, integer, date), app.today() to samverkan_publisher;

-- What a party that answers for something established has become.
create function app.party_now(p_municipality text, p_party uuid) returns table (party_id uuid, name text, kind text, form text)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select n.party_id, n.name, n.kind, n.form
    from app.responsible_party o join app.responsible_party n on n.municipality_code = o.municipality_code and n.party_id = o.merged_into_id
    where o.municipality_code = p_municipality and o.party_id = p_party and exists (
        select from app.responsibility r join app.plan_summary s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
        where r.municipality_code = o.municipality_code and r.party_id = o.party_id and s.state in ('adopted', 'closed', 'superseded')
            and s.agreement_state not in ('draft', 'withdrawn')
        union all
        select from app.unplanned_work u join app.plan_summary s on s.municipality_code = u.municipality_code and s.plan_id = u.plan_id
        where u.municipality_code = o.municipality_code and u.party_id = o.party_id and s.state in ('adopted', 'closed', 'superseded')
            and s.agreement_state not in ('draft', 'withdrawn'))
$$;
grant execute on function app.party_now(text, uuid) to samverkan_publisher;

-- What every document tells of its municipality.
create function app.star_of_municipality(p_municipality text) returns table (tabell text, rader json)
    language sql stable parallel restricted
as $$
    select 'dim_kommun', json_build_array(json_build_object('kommunkod', m.municipality_code, 'kommun', m.name, 'lokalpolisomrade_kod', d.district_code,
        'lokalpolisomrade', d.name, 'polisregion', d.region_name, 'lokalpolisomrade_fran', (select nullif(max(x.valid_from), '0001-01-01')
            from app.municipality_district x where x.municipality_code = m.municipality_code)))
    from app.municipality m join app.police_district d on d.district_code = m.district_code
    where m.municipality_code = p_municipality
$$;
grant execute on function app.star_of_municipality(text) to samverkan_publisher;

-- The star's rows of a municipality itself: in which district it was and is, and how many live there.
create function app.star_of_municipality_document(p_municipality text) returns table (tabell text, rader json)
    language sql stable parallel restricted
as $$
    select * from app.star_of_municipality(p_municipality)
    union all
    select 'brygga_kommun_omrade', json_agg(json_build_object('kommunkod', p_municipality, 'lokalpolisomrade_kod', d.district_code, 'lokalpolisomrade', d.name,
        'polisregion', d.region_name, 'ordning', x.number, 'galler_fran', x.first_on, 'galler_till', x.last_on))
    from (
        select m.district_code, nullif(m.valid_from, '0001-01-01') as first_on, lead(m.valid_from) over (order by m.valid_from) - 1 as last_on,
            row_number() over (order by m.valid_from) as number
        from app.municipality_district m where m.municipality_code = p_municipality
    ) x join app.police_district d on d.district_code = x.district_code
    having count(*) > 0
    union all
    select 'fakta_befolkning', json_agg(json_build_object('kommunkod', p_municipality, 'ar', p.year, 'datum', make_date(p.year, 12, 31), 'folkmangd', p.inhabitants))
    from app.population p where p.municipality_code = p_municipality
    having count(*) > 0
$$;
grant execute on function app.star_of_municipality_document(text) to samverkan_publisher;

-- How the municipality stands with each duty of the law, for its own readers. The facts are what is established, the council's members and what a
-- coordinator has told; the publisher reads only the result.
grant select on app.duty_fulfilment to samverkan_lock;
create policy lock_reads on app.duty_fulfilment for select to samverkan_lock using (true);
grant select (municipality_code, member_from, member_to) on app.group_member to samverkan_lock;
create policy lock_reads on app.group_member for select to samverkan_lock using (true);
grant select (group_label) on app.municipality to samverkan_lock;
grant execute on function app.statutory_duties(text), app.agreement_end(text, date, uuid, integer, integer, date), app.prolonged_end(text, date, uuid, integer, integer, date) to samverkan_lock;
create function app.star_of_duties(p_municipality text) returns table (tabell text, rader json)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select 'fakta_lagkrav', json_agg(json_build_object('kommunkod', p_municipality, 'lagkrav', t.swedish, 'ordning', d.place, 'paragraf', d.paragraph,
        'status', s.swedish, 'uppfyllt_den', d.met_on, 'senast', d.due_on))
    from app.statutory_duties(p_municipality) d
    join app.term t on t.kind = 'Duty' and t.term = d.duty
    join app.term s on s.kind = 'DutyStatus' and s.term = d.status
    having count(*) > 0
$$;
grant execute on function app.star_of_duties(text) to samverkan_publisher;

-- The star's rows of a plan, or of some of its measures (by their lines) only what is told of them. Of plans that were revised within the year, what hangs below them is the last one's, which holds: its measures,
-- all that was reported on them, under their own ids; the earlier ones have their row among the plans only.
create function app.star_of_plan(p_municipality text, p_plan uuid, p_lineages uuid[] default null) returns table (tabell text, rader json)
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    -- In plpgsql its plan is kept from one document to the next: a function in SQL is planned each time it runs.
    return query
    with recursive
    -- Once for all of its rows.
    word as (select jsonb_object_agg(t.kind || ' ' || t.term, t.swedish) as words from app.term t),
    -- Later plans of the same year, of which the last is the one that holds.
    later as (
        select p.plan_id, p.revises_plan_id, p.year, p.district_code, 0 as steps from app.plan_summary p where p.municipality_code = p_municipality and p.plan_id = p_plan
        union all
        select n.plan_id, n.revises_plan_id, n.year, n.district_code, l.steps + 1 from later l
        join app.plan_summary n on n.municipality_code = p_municipality and n.revises_plan_id = l.plan_id and n.year = l.year and n.district_code = l.district_code
    ),
    earlier as (
        select p.plan_id, p.revises_plan_id, p.year, p.district_code from app.plan_summary p where p.municipality_code = p_municipality and p.plan_id = p_plan
        union all
        select o.plan_id, o.revises_plan_id, o.year, o.district_code from earlier e
        join app.plan_summary o on o.municipality_code = p_municipality and o.plan_id = e.revises_plan_id and o.year = e.year and o.district_code = e.district_code
    ),
    plan as (
        select p.municipality_code, p.plan_id, p.agreement_id, p.state, p.year, p.period_start, p.period_end, p.adopted_on, a.adopted_by, a.closed_on, m.name as municipality, (select count(*) from earlier) as version,
            (select l.plan_id from later l where l.steps > 0 order by l.steps limit 1) as replaced_by
        from app.plan_summary p
        join app.action_plan a on a.municipality_code = p.municipality_code and a.plan_id = p.plan_id
        join app.municipality m on m.municipality_code = p.municipality_code
        where p.municipality_code = p_municipality and p.plan_id = p_plan
    ),
    measures as (
        select m.municipality_code, m.plan_id, m.measure_id, m.position, m.lineage_id, m.text, m.planned_follow_up, m.starts_on, m.quantity, m.unit, x.title, ((select w.words from word w) ->> ('Theme ' || x.theme)) as tema, c.text as cause, p.year, p.agreement_id, p.period_end as plan_end,
            coalesce(m.ends_on, p.period_end) as due_on
        from plan p
        join app.measure m on m.municipality_code = p.municipality_code and m.plan_id = p.plan_id
        join app.priority_area x on x.municipality_code = m.municipality_code and x.plan_id = m.plan_id and x.area_id = m.area_id
        left join app.cause c on c.municipality_code = m.municipality_code and c.plan_id = m.plan_id and c.cause_id = m.cause_id
        where p.replaced_by is null and (p_lineages is null or m.lineage_id = any (p_lineages))
    ),
    -- One that has become another is the other.
    parties as (
        select p.party_id, coalesce(i.party_id, p.party_id) as now_id, coalesce(i.name, p.name) as name, coalesce(i.kind, p.kind) as kind, coalesce(i.form, p.form) as form
        from app.responsible_party p
        left join lateral (select n.* from app.party_now(p.municipality_code, p.party_id) n where p.merged_into_id is not null) i on true
        where p.municipality_code = p_municipality
    ),
    responsible as (
        select r.measure_id, n.now_id, bool_or(r.lead) as lead, max(s.status) filter (where r.party_id = n.now_id) as own, max(s.status) as any_status, min(n.kind) as kind
        from plan p
        join app.responsibility r on r.municipality_code = p.municipality_code and r.plan_id = p.plan_id
        join parties n on n.party_id = r.party_id
        left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id and s.measure_id = r.measure_id and s.party_id = r.party_id
        where p.replaced_by is null and (p_lineages is null or r.measure_id in (select m.measure_id from measures m))
        group by r.measure_id, n.now_id
    ),
    -- All that was said of the year, on the measure of the plan that holds; `by` is what corrects it.
    said as (
        select f.follow_up_id, f.lineage_id, f.party_id, f.period_start, f.period_end, f.status, f.text, f.reason, f.quantity, f.unit, f.approximate, f.recorded_at, m.measure_id as holding_id, m.tema, m.year, n.now_id, c.follow_up_id as by_id, c.status is null and c.follow_up_id is not null as withdrawn
        from measures m
        join app.follow_up f on f.municipality_code = m.municipality_code and f.lineage_id = m.lineage_id and f.plan_id in (select e.plan_id from earlier e)
        left join app.follow_up c on c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id
        left join parties n on n.party_id = f.party_id
        where f.status is not null
    ),
    counts as (select * from said s where s.by_id is null),
    month_ends as (
        select (date_trunc('month', d) + interval '1 month - 1 day')::date as day
        from plan p, generate_series(date_trunc('month', p.period_start), least(p.period_end, app.today()), interval '1 month') d
        where (date_trunc('month', d) + interval '1 month - 1 day')::date <= app.today()
    ),
    -- What each had told last of the days until then.
    told as (
        select distinct on (c.holding_id, c.now_id, e.day) c.holding_id, c.now_id, e.day, c.status, c.period_end, c.recorded_at, c.follow_up_id
        from counts c join month_ends e on c.period_end <= e.day
        order by c.holding_id, c.now_id, e.day, c.period_end desc, c.recorded_at desc, c.follow_up_id desc
    ),
    -- As app.derive_measure says it: what whoever leads has told, what nobody in particular has, what all of them amount to, what was told last.
    told_by_parties as (
        select r.measure_id, e.day, max(t.status) filter (where r.lead) as lead_status, app.derived_status(array_agg(t.status)) as derived
        from responsible r cross join month_ends e
        left join told t on t.holding_id = r.measure_id and t.now_id = r.now_id and t.day = e.day
        group by r.measure_id, e.day
    ),
    told_by_anybody as (
        select t.holding_id, t.day, max(t.status) filter (where t.now_id is null) as nobodys,
            (array_agg(t.status order by t.period_end desc, t.recorded_at desc, t.follow_up_id desc))[1] as latest
        from told t group by t.holding_id, t.day
    ),
    status_then as (
        select m.measure_id, m.year, m.tema, array_agg(e.day order by e.day) as days,
            array_agg((select w.words from word w) ->> ('MeasureStatus ' || coalesce(p.lead_status, a.nobodys, p.derived, a.latest, 'noInformation')) order by e.day) as statuses
        from measures m cross join month_ends e
        left join told_by_parties p on p.measure_id = m.measure_id and p.day = e.day
        left join told_by_anybody a on a.holding_id = m.measure_id and a.day = e.day
        group by m.measure_id, m.year, m.tema
    )
    select 'dim_handlingsplan', json_agg(json_build_object('handlingsplan_id', p.plan_id, 'kommun', p.municipality, 'ar', p.year, 'version_i_aret', p.version,
        'galler', p.replaced_by is null, 'galler_fran', p.period_start, 'galler_till', p.period_end, 'status', ((select w.words from word w) ->> ('ActionPlanStatus ' || p.state)),
        'antagen_av', p.adopted_by, 'antagen_den', p.adopted_on, 'avslutad_den', p.closed_on, 'ersatt_av_id', p.replaced_by))
    from plan p where p_lineages is null having count(*) > 0
    union all
    select 'dim_ansvarig', to_json(jsonb_agg(distinct jsonb_build_object('ansvarig_id', n.now_id, 'kommun', (select p.municipality from plan p), 'ansvarig', n.name,
        'slag', ((select w.words from word w) ->> ('ResponsiblePartyKind ' || n.kind)), 'form', ((select w.words from word w) ->> ('ResponsiblePartyForm ' || n.form)))))
    from parties n where n.now_id in (select r.now_id from responsible r union select s.now_id from counts s union
        select x.now_id from app.unplanned_work u join parties x on x.party_id = u.party_id
        where p_lineages is null and u.municipality_code = p_municipality and u.plan_id in (select e.plan_id from earlier e)) having count(*) > 0
    union all
    select 'fakta_atgard', json_agg(json_build_object('atgard_id', m.measure_id, 'linje_id', m.lineage_id, 'kommunkod', p_municipality, 'ar', m.year,
        'handlingsplan_id', m.plan_id, 'overenskommelse_id', m.agreement_id, 'tema', coalesce(m.tema, 'inget valt'), 'omrade', m.title, 'ordning', m.position,
        'orsak', m.cause, 'atgard', m.text, 'planerad_uppfoljning', m.planned_follow_up, 'status', ((select w.words from word w) ->> ('MeasureStatus ' || coalesce(s.status, 'noInformation'))),
        'startar', m.starts_on, 'forfaller', m.due_on, 'planerat_antal', m.quantity, 'enhet', q.unit, 'rapporterat_antal', case when q.quantity < 1e12 then q.quantity when q.quantity >= 1e12 then 999999999999.999999 end, 'antal_uppfoljningar', t.number,
        'forsta_rapport', t.first_on, 'senaste_rapport', t.last_on, 'antal_ansvariga', r.number, 'polisen_ansvarar', coalesce(r.police, false)))
    from measures m
    left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
    cross join lateral (select count(*) as number, min(c.period_end) as first_on, max(c.period_end) as last_on from counts c where c.holding_id = m.measure_id) t
    cross join lateral (select count(*) as number, bool_or(r.kind = 'police') as police from responsible r where r.measure_id = m.measure_id) r
    -- In the unit that was planned; else in the one unit that was reported in.
    left join lateral (
        select coalesce(m.unit, min(c.unit)) as unit, sum(c.quantity) as quantity from counts c
        where c.holding_id = m.measure_id and c.quantity is not null and (m.unit is null or c.unit = m.unit) having m.unit is not null or count(distinct c.unit) = 1) q on true
    having count(*) > 0
    union all
    select 'brygga_ansvar', json_agg(json_build_object('atgard_id', r.measure_id, 'ansvarig_id', r.now_id, 'huvudansvar', r.lead,
        'besked', ((select w.words from word w) ->> ('MeasureStatus ' || coalesce(r.own, r.any_status, 'noInformation')))))
    from responsible r having count(*) > 0
    union all
    select 'fakta_uppfoljning', json_agg(json_build_object('uppfoljning_id', c.follow_up_id, 'kommunkod', p_municipality, 'ar', c.year, 'handlingsplan_id', p_plan,
        'atgard_id', c.holding_id, 'linje_id', c.lineage_id, 'ansvarig_id', c.now_id, 'tema', coalesce(c.tema, 'inget valt'), 'datum', c.period_end, 'fran', c.period_start,
        'status', ((select w.words from word w) ->> ('MeasureStatus ' || c.status)), 'uppfoljningstillfalle', t.name, 'text', c.text, 'skal', c.reason, 'antal', c.quantity, 'enhet', c.unit,
        'ungefarligt', c.approximate, 'registrerad', c.recorded_at))
    from counts c
    left join lateral (select t.name from app.reporting_round t where t.municipality_code = p_municipality and t.plan_id = p_plan
        and c.period_start >= t.period_start and c.period_end <= t.period_end order by t.period_start, t.round_id limit 1) t on true
    having count(*) > 0
    union all
    select 'fakta_rattad_uppfoljning', json_agg(json_build_object('uppfoljning_id', s.follow_up_id, 'kommunkod', p_municipality, 'ar', s.year, 'handlingsplan_id', p_plan,
        'atgard_id', s.holding_id, 'datum', s.period_end, 'status', ((select w.words from word w) ->> ('MeasureStatus ' || s.status)), 'antal', s.quantity, 'enhet', s.unit,
        'aterkallad', s.withdrawn, 'rattad_av_id', case when not s.withdrawn then s.by_id end, 'registrerad', s.recorded_at))
    from said s where s.by_id is not null having count(*) > 0
    union all
    select 'fakta_status_manad', json_agg(json_build_object('atgard_id', s.measure_id, 'kommunkod', p_municipality, 'ar', s.year, 'handlingsplan_id', p_plan,
        'tema', coalesce(s.tema, 'inget valt'), 'datum', s.days, 'status', s.statuses))
    from status_then s having count(*) > 0
    union all
    select 'fakta_oplanerat', json_agg(json_build_object('oplanerat_id', u.unplanned_work_id, 'kommunkod', p_municipality, 'ar', p.year, 'handlingsplan_id', p_plan,
        'tema', coalesce(((select w.words from word w) ->> ('Theme ' || x.theme)), 'inget valt'), 'ansvarig_id', n.now_id, 'datum', u.period_end, 'fran', u.period_start, 'text', u.text, 'antal', u.quantity,
        'enhet', u.unit, 'ungefarligt', u.approximate))
    from plan p
    join app.unplanned_work u on u.municipality_code = p_municipality and u.plan_id in (select e.plan_id from earlier e)
    join app.priority_area x on x.municipality_code = u.municipality_code and x.plan_id = u.plan_id and x.area_id = u.area_id
    left join parties n on n.party_id = u.party_id
    where p_lineages is null and p.replaced_by is null and not exists (select from app.unplanned_work c where c.municipality_code = u.municipality_code
        and c.corrects_unplanned_work_id = u.unplanned_work_id) having count(*) > 0
    union all
    select 'fakta_utgatt', json_agg(json_build_object('atgard_id', x.measure_id, 'linje_id', x.lineage_id, 'kommunkod', p_municipality, 'ar', x.year,
        'handlingsplan_id', p_plan, 'tema', coalesce(((select w.words from word w) ->> ('Theme ' || x.theme)), 'inget valt'), 'atgard', x.text, 'skal', x.reason))
    from (
        -- Once for each, whichever of the year's versions left it out.
        select distinct on (d.lineage_id) o.measure_id, d.lineage_id, p.year, x.theme, o.text, d.reason
        from plan p
        join app.dropped_measure d on d.municipality_code = p_municipality and d.plan_id in (select e.plan_id from earlier e)
        join app.measure o on o.municipality_code = d.municipality_code and o.measure_id = d.measure_id
        join app.priority_area x on x.municipality_code = o.municipality_code and x.plan_id = o.plan_id and x.area_id = o.area_id
        where p_lineages is null and p.replaced_by is null
        order by d.lineage_id, o.measure_id desc) x
    having count(*) > 0
    union all
    select 'fakta_indikator', json_agg(json_build_object('varde_id', v.value_id, 'indikator_id', i.lineage_id, 'kommunkod', p_municipality, 'ar', p.year,
        'handlingsplan_id', p_plan, 'tema', coalesce(((select w.words from word w) ->> ('Theme ' || x.theme)), 'inget valt'), 'indikator', i.name, 'enhet', i.unit, 'kalla', i.source,
        'riktning', ((select w.words from word w) ->> ('IndicatorDirection ' || i.direction)), 'utgangsvarde', trunc(i.baseline, 6), 'malvarde', trunc(i.target, 6), 'datum', v.measured_on, 'varde', trunc(v.value, 6),
        'malet_natt', case when i.target is not null then case i.direction when 'up' then v.value >= i.target else v.value <= i.target end end))
    from plan p
    join app.indicator i on i.municipality_code = p_municipality and i.plan_id = p_plan
    join app.indicator_value v on v.municipality_code = i.municipality_code and v.lineage_id = i.lineage_id and v.plan_id in (select e.plan_id from earlier e)
    left join app.priority_area x on x.municipality_code = i.municipality_code and x.plan_id = i.plan_id and x.area_id = i.area_id
    where p_lineages is null and p.replaced_by is null and not exists (select from app.indicator_value c where c.municipality_code = v.municipality_code and c.plan_id = v.plan_id
        and c.indicator_id = v.indicator_id and c.corrects_value_id = v.value_id) having count(*) > 0
    union all
    select 'fakta_redovisning', json_agg(json_build_object('redovisning_id', r.report_id, 'kommunkod', p_municipality, 'ar', p.year, 'handlingsplan_id', p_plan,
        'titel', r.title, 'status', ((select w.words from word w) ->> ('ReportStatus ' || r.state)), 'skickad', r.sent_on,
        'mottagen', (select min(d.received_on) from app.report_dispatch d where d.municipality_code = p_municipality and d.report_id = r.report_id and d.body_kind = 'policeDistrictManagement')))
    from plan p join app.report r on r.municipality_code = p_municipality and r.plan_id = p_plan where p_lineages is null having count(*) > 0
    union all
    select m.tabell, m.rader from app.star_of_municipality(p_municipality) m where p_lineages is null and exists (select from plan);
end
$$;
grant execute on function app.star_of_plan(text, uuid, uuid[]) to samverkan_publisher;

-- The star's rows of an agreement, with its promises. What depends on today is said as of today.
create function app.star_of_agreement(p_municipality text, p_agreement uuid) returns table (tabell text, rader json)
    language sql stable parallel restricted
as $$
    with agreement as (
        select a.agreement_id, a.title, a.district_code, a.state, a.period_start, a.period_end, m.name as municipality, d.name as district,
            app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today()) as ends_on
        from app.agreement a
        join app.municipality m on m.municipality_code = a.municipality_code
        join app.police_district d on d.district_code = a.district_code
        where a.municipality_code = p_municipality and a.agreement_id = p_agreement
    ),
    outcomes as (
        select o.promise_id, o.outcome_id, o.period_start, o.period_end, o.verdict, o.text, o.quantity, o.unit, o.approximate from app.promise p
        join app.promise_outcome o on o.municipality_code = p.municipality_code and o.promise_id = p.promise_id
        where p.municipality_code = p_municipality and p.agreement_id = p_agreement
            and not exists (select from app.promise_outcome c where c.municipality_code = o.municipality_code and c.promise_id = o.promise_id and c.corrects_outcome_id = o.outcome_id)
    )
    select 'dim_overenskommelse', json_agg(json_build_object('overenskommelse_id', a.agreement_id, 'kommun', a.municipality, 'titel', a.title,
        'lokalpolisomrade_kod', a.district_code, 'lokalpolisomrade', a.district, 'galler_fran', a.period_start, 'galler_till', a.period_end, 'upphor', a.ends_on,
        'status', case when a.state = 'proposed' then 'föreslagen' when a.period_start > app.today() then 'kommande' when a.ends_on < app.today() then 'upphört'
            when a.state = 'terminated' then 'gällande, uppsagd' else 'gällande' end))
    from agreement a having count(*) > 0
    union all
    select 'fakta_lofte', json_agg(json_build_object('lofte_id', p.promise_id, 'kommunkod', p_municipality, 'overenskommelse_id', p_agreement,
        'lamnat_av', app.swedish('Promisor', p.promisor), 'text', p.text, 'status', app.swedish('PromiseStatus', p.state), 'publicerat', p.published_on,
        'galler_fran', p.period_start, 'galler_till', p.period_end, 'aterkallat', p.withdrawn_on, 'utfall', app.swedish('Verdict', (
            select o.verdict from outcomes o where o.promise_id = p.promise_id order by o.period_end desc, o.outcome_id desc limit 1))))
    from app.promise p where p.municipality_code = p_municipality and p.agreement_id = p_agreement and exists (select from agreement) having count(*) > 0
    union all
    select 'fakta_lofte_utfall', json_agg(json_build_object('utfall_id', o.outcome_id, 'lofte_id', o.promise_id, 'kommunkod', p_municipality,
        'overenskommelse_id', p_agreement, 'datum', o.period_end, 'fran', o.period_start, 'utfall', app.swedish('Verdict', o.verdict), 'text', o.text, 'antal', trunc(o.quantity, 6),
        'enhet', o.unit, 'ungefarligt', o.approximate))
    from outcomes o where exists (select from agreement) having count(*) > 0
    union all
    select m.tabell, m.rader from app.star_of_municipality(p_municipality) m where exists (select from agreement)
$$;
grant execute on function app.star_of_agreement(text, uuid) to samverkan_publisher;

-- How long each log is (of what belongs to no municipality, when the districts last changed), and what in it moved since an entry: which
-- documents, and nothing of what was written. Whole when that entry isn't there with that hash (one of the databases was restored), or when
-- what changed is told in several documents.
grant select (municipality_code, sequence, hash, table_name, before, after) on audit.change to samverkan_audit;
create policy audit_reads on audit.change for select to samverkan_audit using (true);
create function audit.heads() returns table (municipality_code text, sequence bigint, hash text)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select h.municipality_code, case h.municipality_code when '0000' then coalesce((select max(c.sequence) from audit.change c
            where c.municipality_code = '0000' and c.table_name = 'police_district'), 0) else h.sequence end,
        encode(h.hash, 'hex')
    from audit.chain_head h
$$;
create function audit.changed_documents(p_municipality text, p_sequence bigint, p_hash text) returns table (is_whole boolean, plan_ids uuid[], agreement_ids uuid[], has_duties boolean, lineages uuid[])
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from audit.change c where c.municipality_code = p_municipality and c.sequence = p_sequence and c.hash = decode(p_hash, 'hex')) then
        return query select true, '{}'::uuid[], '{}'::uuid[], true, null::uuid[];
        return;
    end if;
    return query
    -- What an agreement's state shows or hides are all its plans; a plan that is withdrawn may have stood in another's place.
    select coalesce(bool_or(c.table_name in ('municipality', 'municipality_district', 'population', 'police_district', 'responsible_party', 'agreement', 'promise_outcome', 'report_dispatch')
            or c.table_name = 'action_plan' and c.row ->> 'state' = 'withdrawn'), false),
        coalesce(array_agg(distinct (c.row ->> 'plan_id')::uuid) filter (where c.row ->> 'plan_id' is not null), '{}'),
        coalesce(array_agg(distinct (c.row ->> 'agreement_id')::uuid) filter (where c.table_name = 'promise'), '{}'),
        coalesce(bool_or(c.table_name in ('duty_fulfilment', 'group_member', 'situational_picture', 'action_plan', 'report', 'promise')), false),
        -- When all of it are reports: of which measures.
        case when bool_and(c.table_name = 'follow_up') then array_agg(distinct (c.row ->> 'lineage_id')::uuid) end
    from (select c.table_name, coalesce(c.after, c.before) as row from audit.change c
        where c.municipality_code = p_municipality and c.sequence > p_sequence) c;
end
$$;
grant usage on schema audit to samverkan_publisher;
grant execute on function audit.heads(), audit.changed_documents(text, bigint, text) to samverkan_publisher;

-- The documents of a municipality, or those of them that are named, each with whose districts' it is. With a plan come those of its year: one may hold
-- in its place. The duties of the law are nobody's but the municipality's own.
create function app.star_documents(p_municipality text, p_plans uuid[], p_agreements uuid[], p_duties boolean)
    returns table (kind text, document_id uuid, district_codes text[])
    language sql stable parallel restricted
as $$
    select 'municipality', null::uuid, array(select m.district_code from app.municipality m where m.municipality_code = p_municipality
        union select a.district_code from app.agreement a where a.municipality_code = p_municipality)
    where p_plans is null
    union all
    select 'duties', null::uuid, null where p_duties
    union all
    select 'agreement', a.agreement_id, array[a.district_code] from app.agreement a
    where a.municipality_code = p_municipality and (p_agreements is null or a.agreement_id = any (p_agreements))
    union all
    select 'plan', p.plan_id, array[p.district_code] from app.plan_summary p
    where p.municipality_code = p_municipality and (p_plans is null
        or p.year in (select o.year from app.plan_summary o where o.municipality_code = p_municipality and o.plan_id = any (p_plans)))
$$;
grant execute on function app.star_documents(text, uuid[], uuid[], boolean) to samverkan_publisher;
