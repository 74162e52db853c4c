-- Bodies are the municipality's, and written by a coordinator. The police see what their own management is called there.
grant select on app.body to samverkan_municipality, samverkan_police;
grant insert (municipality_code, body_id, kind, name, ended_on), update (kind, name, ended_on, version) on app.body to samverkan_municipality;
create policy municipality_reads on app.body for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.body for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.body for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.body for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[]) and kind = 'policeDistrictManagement');
create trigger count_version before update on app.body for each row execute function app.count_version();
create trigger audit after insert or update or delete on app.body for each row execute function audit.record('Organet', 'name');

-- A draft is the municipality's own: no police login sees it, not its officer's either. What was sent to the district's management the
-- district sees, as long as it sees the plan, also when it was superseded or withdrawn afterwards: it has been received.
grant select on app.report, app.report_commentary, app.report_dispatch to samverkan_municipality, samverkan_police;
-- Of decisions the police may ask, and see none: what a municipality's bodies decide is its own.
grant select on app.report_decision to samverkan_municipality, samverkan_police;
grant select on app.report_text to samverkan_municipality, samverkan_police;
grant insert (municipality_code, report_id, plan_id, title, proposed_decision, commentary, next_year, prepared_by, predecessor_id, revision_reason,
        registration_number, external_references),
    update (plan_id, title, proposed_decision, commentary, next_year, prepared_by, state, generated_at, sent_on, withdrawn_on, withdrawal_reason,
        registration_number, external_references, version), delete
    on app.report to samverkan_municipality;
grant insert (municipality_code, report_id, area_id, plan_id, area_title, text), update (area_id, plan_id, area_title, text), delete
    on app.report_commentary to samverkan_municipality;
grant insert (municipality_code, report_id, dispatch_id, body_id, sent_on, received_on, received_by, registration_number, attachment_id),
    update (received_on, received_by, registration_number, attachment_id, version), delete
    on app.report_dispatch to samverkan_municipality;
grant update (received_on, received_by, registration_number) on app.report_dispatch to samverkan_police;
grant insert (municipality_code, report_id, decision_id, body, decided_on, paragraph, outcome, text, attachment_id),
    update (body, decided_on, paragraph, outcome, text, attachment_id, version) on app.report_decision to samverkan_municipality;

create policy municipality_reads on app.report for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.report for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy municipality_updates on app.report for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.report for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()) and state = 'draft');
create policy police_reads on app.report for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end and state <> 'draft' and to_district
        and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until())));

create policy municipality_reads on app.report_commentary for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.report_commentary for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.report_commentary for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.report_commentary for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.report_commentary for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and (municipality_code, report_id) in (select r.municipality_code, r.report_id from app.report r));

-- The police see their own management's, and acknowledge it.
create policy municipality_reads on app.report_dispatch for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.report_dispatch for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.report_dispatch for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.report_dispatch for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create policy police_reads on app.report_dispatch for select to samverkan_police
    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end and body_kind = 'policeDistrictManagement'
        and (municipality_code, report_id) in (select r.municipality_code, r.report_id from app.report r));
create policy police_updates on app.report_dispatch for update to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[]) and (select access.may('dispatch.receive'))
        and body_kind = 'policeDistrictManagement' and (municipality_code, report_id) in (select r.municipality_code, r.report_id from app.report r))
    with check ((select access.may('dispatch.receive')) and body_kind = 'policeDistrictManagement' and received_on is not null);

create policy municipality_reads on app.report_decision for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.report_decision for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.report_decision for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));

create policy municipality_reads on app.report_text for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.report_text for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and (municipality_code, report_id) in (select r.municipality_code, r.report_id from app.report r));

-- The functions below that belong to samverkan_lock see what they need whoever writes.
grant select on app.body, app.report, app.report_commentary, app.report_dispatch to samverkan_lock;
grant select (municipality_code, name, plan_label) on app.municipality to samverkan_lock;
grant select (municipality_code, attachment_id, report_id, file_name, sha256, created_at) on app.attachment to samverkan_lock;
grant update (state, version, to_district, content_sha256, form) on app.report to samverkan_lock;
grant update (sent_on, body_kind, body_name) on app.report_dispatch to samverkan_lock;
grant insert (municipality_code, report_id, form, sha256, text) on app.report_text to samverkan_lock;
create policy lock_reads on app.body for select to samverkan_lock using (true);
create policy lock_reads on app.report for select to samverkan_lock using (true);
create policy lock_updates on app.report for update to samverkan_lock using (true) with check (true);
create policy lock_reads on app.report_commentary for select to samverkan_lock using (true);
create policy lock_reads on app.report_dispatch for select to samverkan_lock using (true);
create policy lock_updates on app.report_dispatch for update to samverkan_lock using (true) with check (true);
create policy lock_inserts on app.report_text for insert to samverkan_lock with check (true);
create policy lock_reads on app.municipality for select to samverkan_lock using (true);
create policy lock_reads on app.attachment for select to samverkan_lock using (true);
grant execute on function app.report_number_v1(numeric), app.report_sums_v1(jsonb), app.report_counts_v1(jsonb, text, jsonb), app.report_indicator_v1(jsonb), app.report_work_v1(jsonb),
    app.report_document_v1(jsonb), app.canonical_report_v1(text, uuid), app.report_form() to samverkan_municipality, samverkan_police, samverkan_lock;

-- A report as it would be sent now, in the form of now.
create function app.canonical_report(p_municipality text, p_report uuid) returns text
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text;
begin
    execute format('select app.%I($1, $2)', 'canonical_report_' || app.report_form()) into v_text using p_municipality, p_report;
    return v_text;
end
$$;
grant execute on function app.canonical_report(text, uuid) to samverkan_municipality, samverkan_police, samverkan_lock;

-- The plan that stands where a plan was: itself, or the same year's revision that took its place.
create function app.standing_plan(p_municipality text, p_plan uuid) returns uuid
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
begin
    select p.plan_id, p.year, p.state into v_plan from app.action_plan p where p.municipality_code = p_municipality and p.plan_id = p_plan;
    while v_plan.state = 'superseded' loop
        select p.plan_id, p.year, p.state into v_plan from app.action_plan p
        where p.municipality_code = p_municipality and p.revises_plan_id = v_plan.plan_id and p.year = v_plan.year and p.state in ('adopted', 'closed', 'superseded');
    end loop;
    return v_plan.plan_id;
end
$$;

-- How many measures of a plan, or of one of its areas, have each status, beside those of the year before.
create function app.report_statuses(p_now text[], p_before text[]) returns jsonb
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_agg(jsonb_build_object('status', t.term, 'count', cardinality(array_positions(p_now, t.term)), 'previous', cardinality(array_positions(p_before, t.term)))
        order by t.place)
    from app.term t where t.kind = 'MeasureStatus'
$$;

-- What was planned and what came of it, as a report has it: each sentence and number of it is a row's, whose id stands beside. It
-- holds no names of people, and nothing that the district could not read where it sees the plan; of next year's plan, what has been
-- proposed at least.
create function app.report_content(p_municipality text, p_plan uuid) returns jsonb
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
    v_plans uuid[] := app.counted_plans(p_municipality, p_plan);
    v_before record;
    v_next record;
    v_areas jsonb;
    v_figures jsonb;
begin
    select p.plan_id, p.agreement_id, p.year, p.period_start, p.period_end, p.state, p.adopted_by, p.adopted_on, p.revises_plan_id, a.district_code into v_plan
    from app.action_plan p join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
    where p.municipality_code = p_municipality and p.plan_id = p_plan;
    -- The year before: the plan that stands of what this year's first plan was made of, under the same district; and the year after
    -- likewise, once it is proposed.
    select p.plan_id, p.year into v_before
    from app.action_plan o
    join app.action_plan x on x.municipality_code = o.municipality_code and x.plan_id = o.revises_plan_id and x.year < v_plan.year
    join app.action_plan p on p.municipality_code = x.municipality_code and p.plan_id = app.standing_plan(x.municipality_code, x.plan_id)
    join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id and a.district_code = v_plan.district_code
    where o.municipality_code = p_municipality and o.plan_id = any (v_plans) and p.state in ('adopted', 'closed')
    limit 1;
    select p.plan_id, p.year into v_next
    from app.action_plan n
    join app.action_plan p on p.municipality_code = n.municipality_code and p.plan_id = app.standing_plan(n.municipality_code, n.plan_id)
    join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id and a.district_code = v_plan.district_code
    where n.municipality_code = p_municipality and n.revises_plan_id = any (v_plans) and n.year > v_plan.year
      and p.state in ('proposed', 'approved', 'adopted', 'closed')
    order by p.year, p.state in ('adopted', 'closed') desc, p.plan_id limit 1;

    with measure as (
        select m.measure_id, m.area_id, m.position, coalesce(s.status, 'noInformation') as status, jsonb_build_object(
            'id', m.measure_id, 'lineageId', m.lineage_id, 'text', m.text, 'cause', c.text, 'target', m.target, 'status', coalesce(s.status, 'noInformation'),
            'planned', case when m.quantity is not null then jsonb_build_object('quantity', m.quantity, 'unit', m.unit) end,
            'reported', coalesce(s.quantities, '[]'),
            'responsibleParties', (
                select coalesce(jsonb_agg(jsonb_build_object('id', n.party_id, 'name', coalesce(r.adopted_name, n.name), 'lead', r.lead, 'status', coalesce(x.status, 'noInformation'))
                    order by r.position, n.name collate app.swedish, n.party_id), '[]')
                from app.responsibility r
                join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id
                left join app.responsibility_status x on x.municipality_code = r.municipality_code and x.plan_id = r.plan_id
                    and x.measure_id = r.measure_id and x.party_id = r.party_id
                where r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id),
            'followUps', app.report_follow_ups(m.municipality_code, m.lineage_id, v_plans)) as json
        from app.measure m
        left join app.cause c on c.municipality_code = m.municipality_code and c.plan_id = m.plan_id and c.cause_id = m.cause_id
        left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
        where m.municipality_code = p_municipality and m.plan_id = p_plan
    ), before as (
        select app.name_key(a.title) as area, coalesce(s.status, 'noInformation') as status from app.measure m
        join app.priority_area a on a.municipality_code = m.municipality_code and a.plan_id = m.plan_id and a.area_id = m.area_id
        left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
        where m.municipality_code = p_municipality and m.plan_id = v_before.plan_id
    ), area as (
        select a.area_id, a.title, a.position, a.theme, array(select m.status from measure m where m.area_id = a.area_id) as now,
            case when v_before.plan_id is not null then array(select b.status from before b where b.area = app.name_key(a.title)) end as before
        from app.priority_area a where a.municipality_code = p_municipality and a.plan_id = p_plan
    )
    select coalesce(jsonb_agg(jsonb_build_object('id', a.area_id, 'title', a.title, 'theme', a.theme,
            'measures', (select coalesce(jsonb_agg(m.json order by m.position, m.measure_id), '[]') from measure m where m.area_id = a.area_id),
            'indicators', app.report_indicators(p_municipality, p_plan, a.area_id, v_plan.period_end),
            'unplannedWork', app.report_unplanned_work(p_municipality, p_plan, v_plans, a.area_id))
            order by a.position, a.area_id), '[]'),
        jsonb_build_object(
            'measures', (select count(*) from measure), 'previousYear', v_before.year,
            'previousMeasures', case when v_before.plan_id is not null then (select count(*) from before) end,
            'statuses', app.report_statuses(array(select m.status from measure m), case when v_before.plan_id is not null then array(select b.status from before b) end),
            'areas', coalesce(jsonb_agg(jsonb_build_object('areaId', a.area_id, 'title', a.title, 'measures', cardinality(a.now),
                'previousMeasures', cardinality(a.before), 'statuses', app.report_statuses(a.now, a.before)) order by a.position, a.area_id), '[]'))
    into v_areas, v_figures from area a;

    return jsonb_build_object(
        'plan', jsonb_build_object('id', p_plan, 'year', v_plan.year, 'period', jsonb_build_object('start', v_plan.period_start, 'end', v_plan.period_end),
            'status', v_plan.state, 'adoptedBy', v_plan.adopted_by, 'adoptedOn', v_plan.adopted_on),
        'reportedUntil', app.today(), 'figures', v_figures, 'areas', v_areas,
        'indicators', app.report_indicators(p_municipality, p_plan, null, v_plan.period_end),
        'unplannedWork', app.report_unplanned_work(p_municipality, p_plan, v_plans, null),
        -- What the year's earlier plans had and this one left out, with what was told of it until then.
        'droppedMeasures', (
            select coalesce(jsonb_agg(jsonb_build_object('id', o.measure_id, 'lineageId', d.lineage_id, 'text', o.text, 'reason', d.reason,
                'followUps', app.report_follow_ups(p_municipality, d.lineage_id, v_plans)) order by o.position, d.lineage_id), '[]')
            from app.dropped_measure d
            join app.measure o on o.municipality_code = d.municipality_code and o.measure_id = d.measure_id and o.plan_id = any (v_plans)
            where d.municipality_code = p_municipality and d.plan_id = any (v_plans)),
        'promises', (
            select coalesce(jsonb_agg(jsonb_build_object('id', p.promise_id, 'promisor', p.promisor, 'text', p.text,
                'period', case when p.period_start is not null then jsonb_build_object('start', p.period_start, 'end', p.period_end) end,
                'withdrawalReason', p.withdrawal_reason, 'outcomes', (
                    select coalesce(jsonb_agg(jsonb_build_object('id', o.outcome_id, 'period', jsonb_build_object('start', o.period_start, 'end', o.period_end),
                        'verdict', o.verdict, 'text', o.text, 'reason', o.reason, 'quantity', o.quantity, 'unit', o.unit, 'approximate', o.approximate)
                        order by o.period_end, o.recorded_at, o.outcome_id), '[]')
                    from app.promise_outcome o
                    where o.municipality_code = p.municipality_code and o.promise_id = any (app.promise_versions(p.municipality_code, p.promise_id))
                      and o.state = 'approved'
                      and o.period_start <= v_plan.period_end and o.period_end >= v_plan.period_start
                      and not exists (select from app.promise_outcome y where y.municipality_code = o.municipality_code and y.promise_id = o.promise_id
                          and y.corrects_outcome_id = o.outcome_id and y.state = 'approved')))
                order by p.position, p.promise_id), '[]')
            from app.promise p
            where p.municipality_code = p_municipality and p.agreement_id = v_plan.agreement_id
              and p.state in ('published', 'superseded', 'withdrawn') and p.published_on <= v_plan.period_end
              -- Of several versions the one that stood at the plan's end.
              and not exists (select from app.promise n where n.municipality_code = p.municipality_code and n.predecessor_id = p.promise_id
                  and n.published_on <= v_plan.period_end)
              and coalesce(p.period_start <= v_plan.period_end and p.period_end >= v_plan.period_start, true)
              and (p.withdrawn_on is null or p.withdrawn_on >= v_plan.period_start)),
        -- Parts that nobody has told anything of, of what is neither done nor cancelled, nor settled by what was said of it as a whole.
        'unreported', (
            select coalesce(jsonb_agg(jsonb_build_object('responsibleParty', jsonb_build_object('id', u.party_id, 'name', u.name), 'count', cardinality(u.measures), 'measureIds', u.measures)
                order by u.name collate app.swedish, u.party_id), '[]')
            from (
                select r.party_id, coalesce(r.adopted_name, n.name) as name, array_agg(m.measure_id order by m.position, m.measure_id) as measures
                from app.responsibility r
                join app.measure m on m.municipality_code = r.municipality_code and m.plan_id = r.plan_id and m.measure_id = r.measure_id
                join app.responsible_party n on n.municipality_code = r.municipality_code and n.party_id = r.party_id
                left join app.measure_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id and s.measure_id = r.measure_id
                where r.municipality_code = p_municipality and r.plan_id = p_plan
                  and coalesce(s.status, '') not in ('done', 'cancelled') and coalesce(s.stated_status, '') not in ('done', 'partlyDone', 'notDone', 'cancelled')
                  and not exists (select from app.responsibility_status x where x.municipality_code = r.municipality_code and x.plan_id = r.plan_id
                      and x.measure_id = r.measure_id and x.party_id = r.party_id)
                group by 1, 2) u),
        'nextYear', case when v_next.plan_id is not null then (
            select jsonb_build_object('planId', v_next.plan_id, 'year', v_next.year, 'kept', count(*) filter (where c.change = 'kept'),
                'changed', coalesce(jsonb_agg(jsonb_build_object('id', c.measure_id, 'text', c.text, 'fields', c.fields) order by c.place, c.lineage_id) filter (where c.change = 'changed'), '[]'),
                'dropped', coalesce(jsonb_agg(jsonb_build_object('id', c.revised_measure_id, 'text', c.text, 'reason', coalesce(c.reason, (
                    select d.reason from app.dropped_measure d where d.municipality_code = p_municipality and d.lineage_id = c.lineage_id
                      and d.plan_id = any (app.counted_plans(p_municipality, v_next.plan_id)) limit 1))) order by c.place, c.lineage_id) filter (where c.change = 'dropped'), '[]'),
                'new', coalesce(jsonb_agg(jsonb_build_object('id', c.measure_id, 'text', c.text) order by c.place, c.lineage_id) filter (where c.change = 'new'), '[]'))
            from app.plan_changes(p_municipality, v_next.plan_id, p_plan) c) end);
end
$$;

-- A promise with what it corrects or prolongs, and what corrects or prolongs it.
create function app.promise_versions(p_municipality text, p_promise uuid) returns uuid[]
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    with recursive before as (
        select p.promise_id, p.predecessor_id from app.promise p where p.municipality_code = p_municipality and p.promise_id = p_promise
        union all
        select p.promise_id, p.predecessor_id from before b join app.promise p on p.municipality_code = p_municipality and p.promise_id = b.predecessor_id
    ), version as (
        select b.promise_id from before b where b.predecessor_id is null
        union all
        select p.promise_id from version v join app.promise p on p.municipality_code = p_municipality and p.predecessor_id = v.promise_id
    )
    select array_agg(v.promise_id) from version v
$$;

-- What was reported of a measure in the year's plans, oldest first, without what was corrected or withdrawn.
create function app.report_follow_ups(p_municipality text, p_lineage uuid, p_plans uuid[]) returns jsonb
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object('id', f.follow_up_id,
        'responsibleParty', case when n.party_id is not null then jsonb_build_object('id', n.party_id, 'name', coalesce(r.adopted_name, n.name)) end,
        'period', jsonb_build_object('start', f.period_start, 'end', f.period_end), 'status', f.status, 'text', f.text, 'reason', f.reason,
        'quantity', f.quantity, 'unit', f.unit, 'approximate', f.approximate) order by f.period_end, f.recorded_at, f.follow_up_id), '[]')
    from app.follow_up f
    left join app.responsible_party n on n.municipality_code = f.municipality_code and n.party_id = f.party_id
    left join app.responsibility r on r.municipality_code = f.municipality_code and r.plan_id = f.plan_id and r.measure_id = f.measure_id and r.party_id = f.party_id
    where f.municipality_code = p_municipality and f.lineage_id = p_lineage and f.plan_id = any (p_plans) and f.status is not null
      and not exists (select from app.follow_up y where y.municipality_code = f.municipality_code and y.corrects_follow_up_id = f.follow_up_id)
$$;

-- Unplanned work of the year's plans in an area, or in one of the same title of an earlier plan; without an area, that in areas which are
-- no more.
create function app.report_unplanned_work(p_municipality text, p_plan uuid, p_plans uuid[], p_area uuid) returns jsonb
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object('id', w.unplanned_work_id, 'text', w.text, 'responsibleParty', jsonb_build_object('id', n.party_id, 'name', n.name),
        'period', jsonb_build_object('start', w.period_start, 'end', w.period_end), 'quantity', w.quantity, 'unit', w.unit, 'approximate', w.approximate)
        order by w.period_end, w.recorded_at, w.unplanned_work_id), '[]')
    from app.unplanned_work w
    join app.priority_area o on o.municipality_code = w.municipality_code and o.plan_id = w.plan_id and o.area_id = w.area_id
    join app.responsible_party n on n.municipality_code = w.municipality_code and n.party_id = w.party_id
    left join lateral (
        select a.area_id from app.priority_area a
        where a.municipality_code = w.municipality_code and a.plan_id = p_plan and (a.area_id = w.area_id or app.name_key(a.title) = app.name_key(o.title))
        order by a.area_id <> w.area_id, a.position limit 1
    ) here on true
    where w.municipality_code = p_municipality and w.plan_id = any (p_plans) and here.area_id is not distinct from p_area
      and not exists (select from app.unplanned_work y where y.municipality_code = w.municipality_code and y.corrects_unplanned_work_id = w.unplanned_work_id)
$$;

-- Indicators of an area, or of the plan as a whole, with their values until the plan's last day.
create function app.report_indicators(p_municipality text, p_plan uuid, p_area uuid, p_until date) returns jsonb
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object('id', i.indicator_id, 'lineageId', i.lineage_id, 'name', i.name, 'unit', i.unit, 'direction', i.direction,
        'baseline', i.baseline, 'baselineOn', i.baseline_on, 'target', i.target, 'values', (
            select coalesce(jsonb_agg(jsonb_build_object('id', v.value_id, 'date', v.measured_on, 'value', v.value) order by v.measured_on, v.recorded_at, v.value_id), '[]')
            from app.indicator_value v
            where v.municipality_code = i.municipality_code and v.lineage_id = i.lineage_id and v.measured_on <= p_until
              and not exists (select from app.indicator_value y where y.municipality_code = v.municipality_code and y.plan_id = v.plan_id
                  and y.indicator_id = v.indicator_id and y.corrects_value_id = v.value_id))) order by i.position, i.indicator_id), '[]')
    from app.indicator i
    where i.municipality_code = p_municipality and i.plan_id = p_plan and i.area_id is not distinct from p_area
$$;
grant execute on function app.standing_plan(text, uuid), app.report_statuses(text[], text[]), app.report_content(text, uuid), app.report_indicators(text, uuid, uuid, date),
    app.promise_versions(text, uuid), app.report_follow_ups(text, uuid, uuid[]), app.report_unplanned_work(text, uuid, uuid[], uuid) to samverkan_municipality, samverkan_police;

-- A report's content is made by the database, of what the caller sees, when it is drafted and when it is made anew.
create function app.begin_report() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.generated_at := now();
    new.content := coalesce(app.report_content(new.municipality_code, new.plan_id), '{}');
    return new;
end
$$;
create trigger begin before insert on app.report for each row execute function app.begin_report();

-- draft → sent → superseded by its new version, or withdrawn. From sent on its content is locked; the registration number comes later.
create function app.guard_report() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_later text[] := array['state', 'version', 'sent_on', 'sent_at', 'to_district', 'content_sha256', 'form', 'withdrawn_on', 'withdrawal_reason',
        'registration_number', 'external_references'];
begin
    -- One version for each transaction that changes it or its parts.
    new.version := old.version + case when exists (
        select from app.report d where d.municipality_code = old.municipality_code and d.report_id = old.report_id and d.xmin = pg_current_xact_id()::xid) then 0 else 1 end;
    if old.state = 'draft' and new.state = 'draft' and new.generated_at <> old.generated_at then
        new.generated_at := now();
        new.content := app.report_content(new.municipality_code, new.plan_id);
    elsif new.generated_at <> old.generated_at or new.plan_id <> old.plan_id then
        perform app.refuse('report_locked', 'report', old.state, old.version);
    end if;
    if new.state is distinct from old.state and not (old.state = 'draft' and new.state = 'sent'
        or old.state = 'sent' and new.state = 'superseded' and current_user = 'samverkan_lock'
        or old.state = 'sent' and new.state = 'withdrawn' and new.withdrawal_reason is not null)
    then
        perform app.refuse(case new.state when 'sent' then 'report_already_sent' else 'report_transition' end, 'report', old.state, old.version);
    end if;
    if (old.state <> 'draft' or new.state <> 'draft') and to_jsonb(new) - v_later <> to_jsonb(old) - v_later
        or not (old.state = 'draft' and new.state = 'sent') and new.sent_on is distinct from old.sent_on
        or not (old.state = 'sent' and new.state = 'withdrawn')
            and (new.withdrawn_on, new.withdrawal_reason) is distinct from (old.withdrawn_on, old.withdrawal_reason)
    then
        perform app.refuse('report_locked', 'report', old.state, old.version);
    end if;
    if old.state = 'draft' and new.state = 'sent' then
        new.sent_on := coalesce(new.sent_on, app.today());
        new.sent_at := now();
        if new.sent_on > app.today() or new.sent_on < (new.content #>> '{plan,period,start}')::date then
            raise exception 'not a day of sending' using errcode = 'SV100', constraint = 'report_sending_day';
        end if;
    elsif new.state = 'withdrawn' then
        new.withdrawn_on := coalesce(new.withdrawn_on, app.today());
        if new.withdrawn_on > app.today() or new.withdrawn_on < old.sent_on then
            raise exception 'not a day of withdrawal' using errcode = 'SV100', constraint = 'report_withdrawal_day';
        end if;
    end if;
    return new;
end
$$;
create trigger guard before update on app.report for each row execute function app.guard_report();

-- A plan is reported on from its adoption on. When a report is sent, its recipients are fixed with the names they have, its text is
-- kept in the form of the day, and what it is a new version of is superseded.
create function app.admit_report() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan record;
    v_predecessor record;
    v_text text;
begin
    if tg_op = 'INSERT' or new.plan_id <> old.plan_id then
        select p.state, p.version into v_plan from app.action_plan p where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id for share;
        if v_plan.state not in ('adopted', 'closed') then
            perform app.refuse('report_plan_not_adopted', 'plan', v_plan.state, v_plan.version);
        end if;
    end if;
    if tg_op = 'INSERT' then
        if new.predecessor_id is not null then
            select r.state, r.version into v_predecessor from app.report r
            where r.municipality_code = new.municipality_code and r.report_id = new.predecessor_id for share;
            if v_predecessor.state not in ('sent', 'withdrawn') then
                perform app.refuse('report_not_sent', 'report', v_predecessor.state, v_predecessor.version);
            end if;
        end if;
        return null;
    end if;
    if old.state <> 'draft' or new.state <> 'sent' then
        return null;
    end if;
    select p.state, p.version into v_plan from app.action_plan p where p.municipality_code = new.municipality_code and p.plan_id = new.plan_id for share;
    if v_plan.state = 'superseded' then
        perform app.refuse('report_plan_superseded', 'plan', v_plan.state, v_plan.version);
    end if;
    if exists (select from app.report r where r.municipality_code = new.municipality_code and r.report_id = new.predecessor_id and r.sent_on > new.sent_on) then
        raise exception 'before the one that it replaces' using errcode = 'SV100', constraint = 'report_sending_day';
    end if;
    if exists (select from app.report_commentary c
        where c.municipality_code = new.municipality_code and c.report_id = new.report_id and c.plan_id <> new.plan_id)
    then
        raise exception 'a commentary on an area that went' using errcode = 'SV100', constraint = 'report_commentary_gone';
    end if;
    update app.report_dispatch d set sent_on = new.sent_on, body_kind = b.kind, body_name = b.name
    from app.body b
    where d.municipality_code = new.municipality_code and d.report_id = new.report_id and b.municipality_code = d.municipality_code and b.body_id = d.body_id;
    if not found then
        raise exception 'to nobody' using errcode = 'SV100', constraint = 'report_without_recipient';
    end if;
    v_text := app.canonical_report(new.municipality_code, new.report_id);
    insert into app.report_text (municipality_code, report_id, form, sha256, text)
    values (new.municipality_code, new.report_id, app.report_form(), sha256(convert_to(v_text, 'UTF8')), v_text);
    update app.report r set form = app.report_form(), content_sha256 = sha256(convert_to(v_text, 'UTF8'))
    where r.municipality_code = new.municipality_code and r.report_id = new.report_id;
    update app.report r set state = 'superseded'
    where r.municipality_code = new.municipality_code and r.report_id = new.predecessor_id and r.state = 'sent';
    return null;
end
$$;
create trigger admit after insert or update on app.report for each row execute function app.admit_report();
create trigger audit after insert or update or delete on app.report
    for each row execute function audit.record('Redovisningen', 'title', '', 'content');

-- What hangs below a report changes while it is a draft, and counts a version of it. When it is sent, a recipient can be added (the
-- executive hands it on to the assembly), and what arrives of each is entered.
create function app.admit_report_part() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_municipality text := case tg_op when 'DELETE' then old.municipality_code else new.municipality_code end;
    v_report_id uuid := case tg_op when 'DELETE' then old.report_id else new.report_id end;
    v_report record;
begin
    select r.state, r.version, r.sent_on into v_report from app.report r
    where r.municipality_code = v_municipality and r.report_id = v_report_id for no key update;
    if v_report.state = 'draft' then
        update app.report r set version = r.version
        where r.municipality_code = v_municipality and r.report_id = v_report_id and r.xmin <> pg_current_xact_id()::xid;
        return null;
    end if;
    perform app.refuse('report_locked', 'report', v_report.state, v_report.version);
    return null;
end
$$;
create trigger admit after insert or update or delete on app.report_commentary for each row execute function app.admit_report_part();
create trigger audit after insert or update or delete on app.report_commentary
    for each row execute function audit.record('Kommentaren till området', 'area_title');

create function app.admit_dispatch() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row app.report_dispatch := case tg_op when 'DELETE' then old else new end;
    v_report record;
begin
    select r.state, r.version, r.sent_on, r.sent_at into v_report from app.report r
    where r.municipality_code = v_row.municipality_code and r.report_id = v_row.report_id for no key update;
    if v_report.state = 'draft' then
        if v_row.sent_on is not null or tg_op = 'UPDATE' then
            perform app.refuse('report_not_sent', 'report', v_report.state, v_report.version);
        end if;
        update app.report r set version = r.version
        where r.municipality_code = v_row.municipality_code and r.report_id = v_row.report_id and r.xmin <> pg_current_xact_id()::xid;
        return null;
    end if;
    if tg_op = 'DELETE' or tg_op = 'INSERT' and new.sent_on is null or v_report.state = 'withdrawn' and tg_op = 'INSERT' then
        perform app.refuse('report_locked', 'report', v_report.state, v_report.version);
    elsif new.sent_on > app.today() or new.sent_on < v_report.sent_on then
        raise exception 'not a day of sending' using errcode = 'SV100', constraint = 'report_sending_day';
    elsif new.received_on > app.today() or new.received_on < new.sent_on then
        raise exception 'not a day of receipt' using errcode = 'SV100', constraint = 'report_receipt_day';
    end if;
    update app.report r set to_district = true
    where r.municipality_code = new.municipality_code and r.report_id = new.report_id and not r.to_district
      and new.body_kind = 'policeDistrictManagement';
    return null;
end
$$;

-- What is added to a report that is sent, is sent; the name that the body has then stays.
create function app.begin_dispatch() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if new.sent_on is null and exists (select from app.report r
        where r.municipality_code = new.municipality_code and r.report_id = new.report_id and r.state <> 'draft')
    then
        new.sent_on := app.today();
    end if;
    select b.kind, b.name into new.body_kind, new.body_name from app.body b
    where new.sent_on is not null and b.municipality_code = new.municipality_code and b.body_id = new.body_id;
    return new;
end
$$;
create trigger begin before insert on app.report_dispatch for each row execute function app.begin_dispatch();

-- What the police have acknowledged, they have.
create function app.guard_dispatch() returns trigger
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    new.version := old.version + 1;
    new.is_acknowledged := old.is_acknowledged or current_user = 'samverkan_police';
    if current_user = 'samverkan_police' and old.received_on is not null
        or old.is_acknowledged and (new.received_on, new.received_by, new.registration_number) is distinct from (old.received_on, old.received_by, old.registration_number)
    then
        raise exception 'received already' using errcode = 'SV100', constraint = 'report_already_received';
    end if;
    return new;
end
$$;
create trigger guard before update on app.report_dispatch for each row execute function app.guard_dispatch();
create trigger admit after insert or update or delete on app.report_dispatch for each row execute function app.admit_dispatch();
create trigger audit after insert or update or delete on app.report_dispatch
    for each row execute function audit.record('Redovisningens mottagare', 'body_name', 'received_by');

create function app.admit_report_decision() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_report record;
begin
    select r.state, r.version, r.sent_on into v_report from app.report r
    where r.municipality_code = new.municipality_code and r.report_id = new.report_id for share;
    if v_report.state = 'draft' then
        perform app.refuse('report_not_sent', 'report', v_report.state, v_report.version);
    elsif new.decided_on > app.today() or new.decided_on < v_report.sent_on then
        raise exception 'not a day of decision' using errcode = 'SV100', constraint = 'report_decision_day';
    end if;
    return null;
end
$$;
create trigger count_version before update on app.report_decision for each row execute function app.count_version();
create trigger admit after insert or update on app.report_decision for each row execute function app.admit_report_decision();
create trigger audit after insert or update or delete on app.report_decision
    for each row execute function audit.record('Beslutet om redovisningen', 'body');

create trigger audit after insert or update or delete on app.report_text
    for each row execute function audit.record('Redovisningens text', 'form', '', 'text');

-- Commentaries go along to the plan that stands now: to the area of the same title, or they stay as they are when there is none.
create function app.move_commentaries(p_municipality text, p_report uuid, p_plan uuid) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update app.report_commentary c set plan_id = p_plan, area_id = n.area_id, area_title = n.title
    from (
        select distinct on (a.area_id) o.area_id as was_id, a.area_id, a.title from app.report_commentary o
        join app.priority_area a on a.municipality_code = o.municipality_code and a.plan_id = p_plan and app.name_key(a.title) = app.name_key(o.area_title)
        where o.municipality_code = p_municipality and o.report_id = p_report and o.plan_id <> p_plan
          and not exists (select from app.report_commentary x where x.municipality_code = o.municipality_code and x.report_id = o.report_id and x.area_id = a.area_id)
        order by a.area_id, o.area_id
    ) n
    where c.municipality_code = p_municipality and c.report_id = p_report and c.area_id = n.was_id;
end
$$;

-- Makes a draft's content anew, of the plan that stands now; what people have written stays.
create function app.generate_report(p_municipality text, p_report uuid, p_expected integer) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan uuid;
begin
    update app.report r set plan_id = coalesce(app.standing_plan(r.municipality_code, r.plan_id), r.plan_id), generated_at = clock_timestamp()
    where r.municipality_code = p_municipality and r.report_id = p_report and app.is_version(r.version, p_expected)
      and app.is_possible('report', 'generation', r.state, r.version)
    returning r.plan_id into v_plan;
    if not found then
        raise exception 'not the caller''s to write' using errcode = '42501';
    end if;
    perform app.move_commentaries(p_municipality, p_report, v_plan);
end
$$;

-- A new version of a report that was sent: what was written goes along, and what was reported since is in it.
create function app.revise_report(p_municipality text, p_report uuid, p_new uuid, p_reason text) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_plan uuid;
begin
    select coalesce(app.standing_plan(r.municipality_code, r.plan_id), r.plan_id) into v_plan
    from app.report r where r.municipality_code = p_municipality and r.report_id = p_report;
    if not found then
        raise exception 'nothing to see' using errcode = 'SV404', constraint = 'row';
    end if;
    insert into app.report (municipality_code, report_id, plan_id, title, proposed_decision, commentary, next_year, prepared_by, predecessor_id, revision_reason)
    select r.municipality_code, p_new, v_plan, r.title, r.proposed_decision, r.commentary, r.next_year, r.prepared_by, r.report_id, p_reason
    from app.report r where r.municipality_code = p_municipality and r.report_id = p_report;
    insert into app.report_commentary (municipality_code, report_id, area_id, plan_id, area_title, text)
    select c.municipality_code, p_new, c.area_id, c.plan_id, c.area_title, c.text
    from app.report_commentary c where c.municipality_code = p_municipality and c.report_id = p_report;
    perform app.move_commentaries(p_municipality, p_new, v_plan);
    insert into app.report_dispatch (municipality_code, report_id, body_id)
    select d.municipality_code, p_new, d.body_id from app.report_dispatch d where d.municipality_code = p_municipality and d.report_id = p_report;
end
$$;
grant execute on function app.move_commentaries(text, uuid, uuid) to samverkan_municipality;
grant execute on function app.generate_report(text, uuid, integer), app.revise_report(text, uuid, uuid, text) to samverkan_municipality;

-- The district's own management has received it: every dispatch of theirs that isn't acknowledged yet.
create function app.acknowledge_report(p_municipality text, p_report uuid, p_on date, p_by text, p_number text) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not access.may('dispatch.receive') then
        raise exception 'not the caller''s to receive' using errcode = '42501';
    end if;
    update app.report_dispatch d set received_on = coalesce(p_on, app.today()), received_by = p_by, registration_number = p_number
    where d.municipality_code = p_municipality and d.report_id = p_report and d.body_kind = 'policeDistrictManagement' and d.received_on is null;
    if not found then
        raise exception 'received already' using errcode = 'SV100', constraint = 'report_already_received';
    end if;
end
$$;
grant execute on function app.acknowledge_report(text, uuid, date, text, text) to samverkan_municipality, samverkan_police;

-- What the caller may do with a report: a coordinator what its state allows, the police acknowledge what waits for it.
create function app.report_acts(p_municipality text, p_report uuid, p_state text) returns text
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_acts text[] := app.possible_transitions('report', p_state);
begin
    if access.may('content.write') then
        return array_to_string(array_remove(v_acts, 'acknowledgement'), ' ');
    elsif 'acknowledgement' = any (v_acts) and access.may('dispatch.receive') and exists (select from app.report_dispatch d
        where d.municipality_code = p_municipality and d.report_id = p_report and d.received_on is null)
    then
        return 'acknowledgement';
    end if;
    return '';
end
$$;
grant execute on function app.report_acts(text, uuid, text) to samverkan_municipality, samverkan_police;
