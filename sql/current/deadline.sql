-- Meetings of bodies are the municipality's, kept by a coordinator as one list a year. The police may ask, and see none.
grant select on app.body_meeting to samverkan_municipality, samverkan_police;
grant insert (municipality_code, body_id, held_on, held_at, papers_on), delete on app.body_meeting to samverkan_municipality;
create policy municipality_reads on app.body_meeting for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.body_meeting for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_deletes on app.body_meeting for delete to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()));
create trigger audit after insert or update or delete on app.body_meeting
    for each row execute function audit.record('Sammanträdet', 'held_on');

-- The duties of the law are the municipality's own; what meets them outside the service a coordinator enters. No other login may ask.
grant select on app.duty_fulfilment to samverkan_municipality;
grant insert (municipality_code, fulfilment_id, duty, title, body, met_on, registration_number, link, ended_on),
    update (title, body, met_on, registration_number, link, ended_on, version) on app.duty_fulfilment to samverkan_municipality;
create policy municipality_reads on app.duty_fulfilment for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy municipality_inserts on app.duty_fulfilment for insert to samverkan_municipality
    with check (municipality_code = (select access.coordinated_municipality()));
create policy municipality_updates on app.duty_fulfilment for update to samverkan_municipality
    using (municipality_code = (select access.coordinated_municipality()))
    with check (municipality_code = (select access.coordinated_municipality()));
create trigger count_version before update on app.duty_fulfilment for each row execute function app.count_version();
create trigger audit after insert or update or delete on app.duty_fulfilment
    for each row execute function audit.record('Uppgiften om den lagstadgade skyldigheten', 'title');

grant execute on function app.add_months(date, integer), app.agreement_end(text, date, uuid, integer, integer, date), app.prolonged_end(text, date, uuid, integer, integer, date), app.notice_day(date, integer)
    to samverkan_municipality, samverkan_police, samverkan_lock;
grant execute on function app.easter(integer), app.is_day_off(date), app.last_workday(date) to samverkan_municipality, samverkan_police, samverkan_operator;

-- The day before, where a calendar has one.
create function app.day_before(p_day date) returns date language sql immutable parallel safe as $$ select case when p_day > date '1900-01-01' then p_day - 1 end $$;
grant execute on function app.day_before(date) to samverkan_municipality, samverkan_police;

-- Each duty of the law with what meets it, the latest of it; and the day by which it is to be met again, where the law has a clock:
-- 6 § says at least every second year, counted from a picture that was established or a plan that was followed up as a whole, never from
-- a single follow-up; nothing was due before 1 July 2024, when the law first asked for picture and plan. 9 § says strive, so nothing is ever late there. What nobody has told is unknown, not a fault.
create function app.statutory_duties(p_municipality text)
    returns table (place integer, duty text, paragraph text, met_by text, met_on date, about text, about_id uuid, due_on date, status text)
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    with facts as (
        select f.duty, f.title || coalesce(', ' || f.body, '') || coalesce(', ' || f.registration_number, '') as met_by, f.met_on, 'dutyFulfilment' as about, f.fulfilment_id as about_id
        from app.duty_fulfilment f where f.municipality_code = p_municipality and (f.ended_on is null or f.ended_on >= app.today())
        union all
        select x.duty, p.title, p.established_on, 'situationalPicture', p.picture_id
        from app.situational_picture p cross join (values ('situationalPicture'), ('pictureUpdate')) x (duty)
        where p.municipality_code = p_municipality and p.state in ('established', 'superseded')
        union all
        -- A picture outside the service is one that was established, too.
        select 'pictureUpdate', f.title || coalesce(', ' || f.body, '') || coalesce(', ' || f.registration_number, ''), f.met_on, 'dutyFulfilment', f.fulfilment_id
        from app.duty_fulfilment f
        where f.municipality_code = p_municipality and f.duty = 'situationalPicture' and (f.ended_on is null or f.ended_on >= app.today())
        union all
        select 'actionPlan', m.plan_label || ' ' || p.year, p.adopted_on, 'actionPlan', p.plan_id
        from app.action_plan p join app.municipality m on m.municipality_code = p.municipality_code
        where p.municipality_code = p_municipality and p.state in ('adopted', 'closed') and p.period_end >= app.today()
        union all
        select 'planFollowUp', m.plan_label || ' ' || p.year, p.closed_on, 'actionPlan', p.plan_id
        from app.action_plan p join app.municipality m on m.municipality_code = p.municipality_code
        where p.municipality_code = p_municipality and p.state = 'closed'
        union all
        select 'planFollowUp', r.title, r.sent_on, 'report', r.report_id
        from app.report r where r.municipality_code = p_municipality and r.state = 'sent'
        union all
        select 'writtenAgreement', a.title, a.period_start, 'agreement', a.agreement_id
        from app.agreement a
        where a.municipality_code = p_municipality and a.state in ('signed', 'terminated') and a.period_start <= app.today()
          and coalesce(app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today()) >= app.today(), true)
        union all
        select 'council', m.group_label, min(g.member_from), 'crimePreventionGroup', null
        from app.group_member g join app.municipality m on m.municipality_code = g.municipality_code
        where g.municipality_code = p_municipality and g.member_from <= app.today() and (g.member_to is null or g.member_to >= app.today())
        group by m.group_label
        union all
        select 'information', left(p.text, 200), p.published_on, 'promise', p.promise_id
        from app.promise p where p.municipality_code = p_municipality and p.state = 'published'
        union all
        select 'assemblyReport', r.title, d.sent_on, 'report', r.report_id
        from app.report_dispatch d join app.report r on r.municipality_code = d.municipality_code and r.report_id = d.report_id
        where d.municipality_code = p_municipality and d.body_kind = 'municipalAssembly' and r.state = 'sent'
    ), latest as (
        select distinct on (f.duty) f.* from facts f where f.met_on <= app.today() order by f.duty, f.met_on desc, f.about_id
    ), clock as (
        select d.*, l.met_by, l.met_on, l.about, l.about_id,
            case when d.has_clock and l.met_on is not null then greatest((l.met_on + interval '2 years')::date, date '2024-07-01') end as due_on
        from (values (1, 'situationalPicture', '4 §', false), (2, 'actionPlan', '5 §', false), (3, 'pictureUpdate', '6 §', true), (4, 'planFollowUp', '6 §', true),
            (5, 'writtenAgreement', '9 §', false), (6, 'council', '10 §', false), (7, 'coordination', '11 §', false), (8, 'information', '12 §', false),
            (9, 'assemblyReport', '13 §', false)) d (place, duty, paragraph, has_clock)
        left join latest l on l.duty = d.duty
    )
    select c.place, c.duty, c.paragraph, c.met_by, c.met_on, c.about, c.about_id, c.due_on,
        case when c.met_on is null then 'unknown' when c.due_on < app.today() then 'overdue'
            when c.due_on < app.today() + 90 then 'dueSoon' else 'met' end
    from clock c;
end
$$;
grant execute on function app.statutory_duties(text) to samverkan_municipality;

-- What the caller must not miss, each for whom it concerns: of the municipality that it has entered, or of all that its district sees.
-- What is open stays in the list when its day has passed. `assumed` says that no rule gives the day. The key names a deadline through
-- changes of its day. Nothing is stored of it but the days that it is computed from.
create function app.deadlines()
    returns table (municipality_code text, kind text, key text, due_on date, due_at time, starts_on date, text text, about text, about_id uuid, parent_id uuid,
        is_open boolean, is_assumed boolean)
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_today date := app.today();
    v_writes boolean := access.may('content.write');
    v_any boolean := access.may('report.any');
    v_own boolean := access.may('report.own');
    v_police boolean := access.may('report.police');
    v_signs boolean := access.may('signature.police');
    v_side text := case when access.may('signature.police') then 'police' else 'municipality' end;
begin
    if v_any or v_own or v_police then
        return query
        select r.municipality_code, 'roundAnswers', r.round_id::text, r.answers_until, null::time, r.answers_from,
            r.name || ' (' || p.year || ')', 'reportingRound', r.round_id, p.plan_id, false, false
        from app.reporting_round r
        join app.action_plan p on p.municipality_code = r.municipality_code and p.plan_id = r.plan_id and p.state = 'adopted'
        where v_any or exists (
            select from app.responsibility x join app.responsible_party n on n.municipality_code = x.municipality_code and n.party_id = x.party_id
            where x.municipality_code = p.municipality_code and x.plan_id = p.plan_id
              and (v_own and (n.party_id = any (access.responsible_parties()) or n.merged_into_id = any (access.responsible_parties())) or v_police and n.kind = 'police'));
    end if;

    if v_writes or v_signs then
        -- An agreement's end, and the last day to say so. What is replaced or has ended long ago is nothing to miss.
        return query
        select e.municipality_code, x.kind, e.agreement_id::text, x.day, null::time, null::date,
            e.title || case when e.state = 'signed' and e.tacit_prolongation_months is not null then ' (förlängs av sig själv om ingen säger upp)' else '' end, 'agreement', e.agreement_id, null::uuid, false, false
        from (
            select a.municipality_code, a.agreement_id, a.title, a.notice_months, a.tacit_prolongation_months, a.state,
                app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, v_today) as ends_on
            from app.agreement a where a.state in ('signed', 'terminated') and a.replaced_by_id is null
        ) e
        cross join lateral (values ('agreementEnd', e.ends_on),
            ('agreementNotice', case when e.state = 'signed' then app.notice_day(e.ends_on, e.notice_months) end)) x (kind, day)
        where x.day is not null;

        -- A promise is reviewed when its time is out, until that has been told.
        return query
        select p.municipality_code, 'promiseReview', p.promise_id::text, p.period_end, null::time, p.period_start, left(p.text, 200), 'promise', p.promise_id, null::uuid, true, false
        from app.promise p
        where p.state = 'published' and p.period_end is not null and v_side = any (app.approvers(p.promisor))
          and not exists (select from app.promise_outcome o where o.municipality_code = p.municipality_code and o.promise_id = p.promise_id
              and o.state <> 'returned' and o.period_end >= p.period_end);

        -- Signatures and approvals have no day of their own: they are awaited before what is signed begins, or goes on.
        return query
        select w.municipality_code, 'signature', w.document_id || ' ' || w.party, w.day, null::time, null::date, w.text, w.about, w.document_id, w.parent_id, true, true
        from (
            select a.municipality_code, coalesce(s.prolongation_id, a.agreement_id) as document_id, s.party, a.title as text,
                case when s.prolongation_id is null then 'agreement' else 'prolongation' end as about, case when s.prolongation_id is not null then a.agreement_id end as parent_id,
                case when s.prolongation_id is null then app.day_before(a.period_start)
                    else app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, v_today) end as day
            from app.agreement a
            join app.signature s on s.municipality_code = a.municipality_code and s.agreement_id = a.agreement_id and s.signed_on is null
            left join app.prolongation t on t.municipality_code = s.municipality_code and t.prolongation_id = s.prolongation_id
            where case when s.prolongation_id is null then a.state else t.state end = 'proposed'
            union
            select p.municipality_code, p.plan_id, 'police', p.year::text, 'actionPlan', null, app.day_before(p.period_start)
            from app.action_plan p where p.state = 'proposed'
            union all
            select p.municipality_code, p.promise_id, x.party, left(p.text, 200), 'promise', null, app.day_before(p.period_start)
            from app.promise p cross join unnest(app.approvers(p.promisor)) x (party)
            where p.state = 'proposed' and not exists (select from app.approval o where o.municipality_code = p.municipality_code and o.promise_id = p.promise_id
                and o.party = x.party and o.holds and o.answer = 'approved')
            union all
            select u.municipality_code, u.outcome_id, x.party, left(u.text, 200), 'promiseOutcome', u.promise_id, null
            from app.promise_outcome u
            join app.promise p on p.municipality_code = u.municipality_code and p.promise_id = u.promise_id
            cross join unnest(app.approvers(p.promisor)) x (party)
            where u.state = 'proposed' and not exists (select from app.promise_outcome c where c.municipality_code = u.municipality_code and c.promise_id = u.promise_id
                    and c.corrects_outcome_id = u.outcome_id and c.state <> 'returned')
                and not exists (select from app.approval o where o.municipality_code = u.municipality_code and o.outcome_id = u.outcome_id
                    and o.party = x.party and o.holds and o.answer = 'approved')
        ) w where w.party = v_side;
    end if;

    if v_writes then
        return query
        select m.municipality_code, x.kind, m.body_id || ' ' || m.held_on, x.day, x.at, null::date, b.name || case x.kind when 'bodyPapers' then ' ' || m.held_on else '' end,
            'body', m.body_id, null::uuid, false, false
        from app.body_meeting m
        join app.body b on b.municipality_code = m.municipality_code and b.body_id = m.body_id and coalesce(b.ended_on >= m.held_on, true)
        cross join lateral (values ('bodyMeeting', m.held_on, m.held_at), ('bodyPapers', m.papers_on, null)) x (kind, day, at)
        where x.day is not null;

        -- The next plan is adopted before the last one ends, where an agreement goes on then: at the last meeting of the executive in the
        -- quarter before that, whose papers are due earlier. Where an agreement has begun or is to begin and there is no plan at all, the first.
        return query
        select p.municipality_code, 'planAdoption', p.plan_id::text, coalesce((
                select coalesce(m.papers_on, m.held_on) from app.body_meeting m
                join app.body b on b.municipality_code = m.municipality_code and b.body_id = m.body_id and b.kind = 'municipalExecutive'
                    and coalesce(b.ended_on >= m.held_on, true)
                where m.municipality_code = p.municipality_code and m.held_on between p.period_end - 92 and p.period_end order by m.held_on desc limit 1), p.period_end),
            null::time, null::date, 'efter ' || p.year || ', som slutar ' || p.period_end, 'actionPlan', p.plan_id, null::uuid, true, false
        from (
            select distinct on (p.municipality_code) p.* from app.action_plan p
            where p.state in ('adopted', 'closed') order by p.municipality_code, p.period_end desc, p.adopted_on desc, p.plan_id
        ) p
        where exists (
            select from app.agreement a
            where a.municipality_code = p.municipality_code and a.state = 'signed' and a.replaced_by_id is null and a.period_start <= p.period_end + 366
              and coalesce(app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, v_today) > p.period_end, true)
              and coalesce(app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, v_today) >= v_today, true))
        union all
        select a.municipality_code, 'planAdoption', a.agreement_id::text, a.period_start, null::time, null::date, 'den första inom ' || a.title, 'agreement', a.agreement_id, null::uuid,
            true, true
        from app.agreement a
        where a.state = 'signed' and a.replaced_by_id is null
          and coalesce(app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, v_today) >= v_today, true)
          and not exists (select from app.action_plan p where p.municipality_code = a.municipality_code and p.state in ('adopted', 'closed'));

        -- The year is reported to the first meeting of the executive within half a year after its end has been told; where none is known,
        -- within three months.
        return query
        select p.municipality_code, 'reportSending', p.plan_id::text, coalesce(m.day, (p.told_on + interval '3 months')::date), null::time, p.period_end + 1,
            p.year || ', som slutar ' || p.period_end, 'actionPlan', p.plan_id, null::uuid, true, m.day is null
        from (
            select p.*, coalesce((select max(r.answers_until) from app.reporting_round r where r.municipality_code = p.municipality_code and r.plan_id = p.plan_id
                and r.answers_until > p.period_end), p.period_end) as told_on
            from app.action_plan p where p.state in ('adopted', 'closed')
        ) p
        left join lateral (
            select coalesce(m.papers_on, m.held_on) as day from app.body_meeting m
            join app.body b on b.municipality_code = m.municipality_code and b.body_id = m.body_id and b.kind = 'municipalExecutive'
                and coalesce(b.ended_on >= m.held_on, true)
            where m.municipality_code = p.municipality_code and coalesce(m.papers_on, m.held_on) between p.told_on + 1 and p.told_on + 183 order by m.held_on limit 1
        ) m on true
        -- What was sent within the year doesn't tell how it ended.
        where not exists (select from app.report r where r.municipality_code = p.municipality_code and r.state = 'sent' and r.sent_on > p.period_end - 31
            and (r.plan_id = p.plan_id or r.plan_id = any (app.counted_plans(p.municipality_code, p.plan_id))))
          -- Years that lie before what the service was used for are nothing to miss.
          and not exists (select from app.action_plan n join app.report r on r.municipality_code = n.municipality_code and r.plan_id = n.plan_id and r.state = 'sent'
              where n.municipality_code = p.municipality_code and n.agreement_id = p.agreement_id and n.year > p.year);

        return query
        select access.municipality(), d.duty, d.duty, d.due_on, null::time, null::date, d.met_by || ' ' || d.met_on, d.about, d.about_id, null::uuid, true, false
        from app.statutory_duties(access.municipality()) d where d.due_on is not null;
    end if;
end
$$;
grant execute on function app.deadlines() to samverkan_municipality, samverkan_police;

-- Calendar addresses are their person's. Who asks with one is let in as that person, by the digest of the secret: the login must be the
-- one of the person's issuer, and the person's grants decide, as with a token.
grant select on access.calendar_feed to samverkan_access, samverkan_municipality, samverkan_police, samverkan_operator;
grant insert (issuer, subject, name, secret_sha256), update (name, secret_sha256, revoked_sha256, created_at) on access.calendar_feed
    to samverkan_municipality, samverkan_police, samverkan_operator;
create policy access_reads on access.calendar_feed for select to samverkan_access using (true);
create policy municipality_reads on access.calendar_feed for select to samverkan_municipality
    using (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy municipality_inserts on access.calendar_feed for insert to samverkan_municipality
    with check (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy municipality_updates on access.calendar_feed for update to samverkan_municipality
    using (issuer = (select access.issuer()) and subject = (select access.subject()))
    with check (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy police_reads on access.calendar_feed for select to samverkan_police
    using (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy police_inserts on access.calendar_feed for insert to samverkan_police
    with check (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy police_updates on access.calendar_feed for update to samverkan_police
    using (issuer = (select access.issuer()) and subject = (select access.subject()))
    with check (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy operator_reads on access.calendar_feed for select to samverkan_operator
    using (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy operator_inserts on access.calendar_feed for insert to samverkan_operator
    with check (issuer = (select access.issuer()) and subject = (select access.subject()));
create policy operator_updates on access.calendar_feed for update to samverkan_operator
    using (issuer = (select access.issuer()) and subject = (select access.subject()))
    with check (issuer = (select access.issuer()) and subject = (select access.subject()));
create trigger audit after insert or update or delete on access.calendar_feed
    for each row execute function audit.record('Kalenderadressen', '', 'name', 'secret_sha256,revoked_sha256');

-- SV410 an address that was revoked; SV002 none that is known.
create function access.enter_feed(p_server_key text, p_secret_sha256 bytea, p_municipality text, p_district text, p_deadline bigint) returns void
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_feed record;
begin
    select f.issuer, f.subject, f.name into v_feed from access.calendar_feed f where f.secret_sha256 = p_secret_sha256;
    if not found then
        if exists (select from access.calendar_feed f where f.revoked_sha256 = p_secret_sha256) then
            raise exception 'revoked' using errcode = 'SV410', constraint = 'calendar_feed_revoked';
        end if;
        raise exception 'no such address' using errcode = 'SV002', constraint = 'calendar_feed';
    end if;
    perform access.enter(p_server_key, v_feed.issuer, v_feed.subject, v_feed.name, p_municipality, p_district, p_deadline);
end
$$;
grant execute on function access.enter_feed(text, bytea, text, text, bigint) to samverkan_municipality, samverkan_police, samverkan_operator;

-- A person has one address: a new one takes the place of the one before, which is revoked; null revokes it and gives none.
create function app.renew_feed(p_secret_sha256 bytea) returns void
    language plpgsql volatile parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    update access.calendar_feed f set revoked_sha256 = coalesce(f.secret_sha256, f.revoked_sha256), secret_sha256 = p_secret_sha256,
        name = access.actor(), created_at = now()
    where f.issuer = access.issuer() and f.subject = access.subject();
    if not found and p_secret_sha256 is not null then
        insert into access.calendar_feed (secret_sha256, issuer, subject, name) values (p_secret_sha256, access.issuer(), access.subject(), access.actor());
    end if;
end
$$;
grant execute on function app.renew_feed(bytea) to samverkan_municipality, samverkan_police, samverkan_operator;
