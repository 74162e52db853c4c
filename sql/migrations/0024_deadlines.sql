-- What must not be missed. How an agreement ends by itself: with so many months' notice, and if nobody gives it, prolonged by so many.
alter table app.agreement no force row level security;
alter table app.agreement
    add column notice_months integer check (notice_months between 0 and 60),
    add column tacit_prolongation_months integer check (tacit_prolongation_months between 1 and 120),
    add constraint agreement_tacit_prolongation check (tacit_prolongation_months is null or notice_months is not null and period_end is not null);
alter table app.agreement force row level security;

-- The days on which a body meets, and the last one for papers: one list a year.
create table app.body_meeting (
    municipality_code text not null,
    body_id uuid not null,
    held_on date not null,
    held_at time,
    papers_on date check (papers_on <= held_on),
    primary key (municipality_code, body_id, held_on),
    constraint body_meeting_body foreign key (municipality_code, body_id) references app.body
);
alter table app.body_meeting enable row level security, force row level security;
comment on table app.body_meeting is 'Organets sammanträde, och sista dag för handlingar till det';

-- A duty of the law can be met by what lies outside the service: its plan and picture are often others than the agreement's.
create table app.duty_fulfilment (
    municipality_code text not null references app.municipality,
    fulfilment_id uuid not null default app.uuidv7(),
    duty text not null check (duty in ('situationalPicture', 'actionPlan', 'pictureUpdate', 'planFollowUp', 'writtenAgreement', 'council', 'coordination', 'information',
        'assemblyReport')),
    title text not null check (title <> ''),
    body text check (body <> ''),
    met_on date not null,
    registration_number text check (registration_number <> ''),
    link text check (link ~* '^https?://'),
    ended_on date,
    version integer not null default 1,
    primary key (municipality_code, fulfilment_id),
    constraint duty_fulfilment_period check (ended_on >= met_on)
);
alter table app.duty_fulfilment enable row level security, force row level security;
comment on table app.duty_fulfilment is 'Handling eller uppgift utanför tjänsten som en lagstadgad skyldighet uppfylls genom (lag 2023:196)';

-- A secret address at which a person's calendar is read. Only digests are kept: of the secret, and of the one that was revoked last.
create table access.calendar_feed (
    issuer text not null references access.issuer,
    subject text not null,
    name text not null,
    secret_sha256 bytea unique check (octet_length(secret_sha256) = 32),
    revoked_sha256 bytea check (octet_length(revoked_sha256) = 32),
    created_at timestamptz not null default now(),
    primary key (issuer, subject)
);
create index calendar_feed_revoked on access.calendar_feed (revoked_sha256);
alter table access.calendar_feed enable row level security, force row level security;
comment on table access.calendar_feed is 'Kalenderadress: en persons hemliga adress till sina tidsfrister';

-- So many months from a day: the last day of a month stays the last one, any other the same number or the month's last.
create function app.add_months(p_day date, p_months integer) returns date
    language sql immutable parallel safe
as $$
    select case when extract(day from p_day + 1) = 1
        then (pg_catalog.date_trunc('month', p_day) + pg_catalog.make_interval(months => p_months + 1))::date - 1
        else (p_day + pg_catalog.make_interval(months => p_months))::date end
$$;

-- The last day for notice of an end: so many whole months before it.
create function app.notice_day(p_end date, p_notice integer) returns date
    language sql immutable parallel safe
as $$ select app.add_months(p_end, -p_notice) $$;

-- When an agreement ends on a day as it stands: the notice day passed without notice, its end has moved, once or several times, always
-- counted from the end that it was given. Only of one that is signed and not replaced; what is terminated ends when that says.
create function app.agreement_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) returns date
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_end date := p_end;
    v_times integer := 0;
    v_months integer := (extract(year from p_today) - extract(year from p_end)) * 12 + extract(month from p_today) - extract(month from p_end);
begin
    -- Ends of the months before today's have all moved on; an end of long ago isn't moved step by step.
    if p_state = 'signed' and p_replaced_by is null and p_tacit is not null and v_months > p_tacit then
        v_times := (v_months - 1) / p_tacit;
        v_end := app.add_months(p_end, v_times * p_tacit);
    end if;
    while p_state = 'signed' and p_replaced_by is null and p_tacit is not null and v_end is not null and p_today > app.notice_day(v_end, p_notice) loop
        v_times := v_times + 1;
        v_end := app.add_months(p_end, v_times * p_tacit);
    end loop;
    return v_end;
end
$$;

-- Easter Sunday (the anonymous Gregorian computation).
create function app.easter(p_year integer) returns date
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    a integer := p_year % 19;
    b integer := p_year / 100;
    c integer := p_year % 100;
    h integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    l integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    m integer := (a + 11 * h + 22 * l) / 451;
begin
    return make_date(p_year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end
$$;

-- Whether nobody works that day in Sweden: Saturdays and Sundays, public holidays, and the eves of midsummer, Christmas and New Year,
-- which no list of public holidays has.
create function app.is_day_off(p_day date) returns boolean
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_easter date := app.easter(extract(year from p_day)::integer);
begin
    return extract(isodow from p_day) in (6, 7)
        or to_char(p_day, 'MM-DD') in ('01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31')
        or p_day - v_easter in (-2, 1, 39)
        -- Midsummer's Eve: the Friday between 19 and 25 June.
        or extract(isodow from p_day) = 5 and to_char(p_day, 'MM-DD') between '06-19' and '06-25';
end
$$;

-- The day itself, or the last one before it on which people work.
create function app.last_workday(p_day date) returns date
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
begin
    while app.is_day_off(p_day) loop
        p_day := p_day - 1;
    end loop;
    return p_day;
end
$$;

-- Form v3 of what is signed: an agreement says how it ends by itself, where it does.
create function app.canonical_agreement_v3(p_municipality text, p_agreement uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select (app.canonical_agreement_v1(p_municipality, p_agreement)::jsonb || jsonb_strip_nulls(jsonb_build_object(
        'noticeMonths', a.notice_months, 'tacitProlongationMonths', a.tacit_prolongation_months)))::text
    from app.agreement a where a.municipality_code = p_municipality and a.agreement_id = p_agreement
$$;
-- A plan that was withdrawn is as little of the annexes as a draft is.
create function app.canonical_annexes_v3(p_municipality text, p_agreement uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'actionPlans', (
            select jsonb_agg(app.canonical_plan_v2(p.municipality_code, p.plan_id)::jsonb order by p.year, p.plan_id) from app.action_plan p
            where p.municipality_code = p_municipality and p.agreement_id = p_agreement and p.state not in ('draft', 'superseded', 'withdrawn')),
        'promises', (
            select jsonb_agg(app.canonical_promise_v2(x.municipality_code, x.promise_id)::jsonb order by x.position) from app.promise x
            where x.municipality_code = p_municipality and x.agreement_id = p_agreement and x.state not in ('draft', 'withdrawn', 'superseded')))::text
$$;
create or replace function app.signed_form() returns text language sql immutable parallel safe as $$ select 'v3' $$;

alter table app.term no force row level security;
insert into app.term (kind, place, term, swedish) values
    ('DeadlineKind', 1, 'roundAnswers', 'Uppföljning ska vara besvarad'), ('DeadlineKind', 2, 'planAdoption', 'Nästa plan ska vara antagen'),
    ('DeadlineKind', 3, 'reportSending', 'Redovisning ska skickas'), ('DeadlineKind', 4, 'bodyPapers', 'Sista dag för handlingar'),
    ('DeadlineKind', 5, 'bodyMeeting', 'Sammanträde'), ('DeadlineKind', 6, 'agreementNotice', 'Sista dag att säga upp överenskommelsen'),
    ('DeadlineKind', 7, 'agreementEnd', 'Överenskommelsen upphör'), ('DeadlineKind', 8, 'promiseReview', 'Löftet ska följas upp'),
    ('DeadlineKind', 9, 'signature', 'Underskrift eller godkännande väntar'), ('DeadlineKind', 10, 'pictureUpdate', 'Lägesbilden ska vara uppdaterad (6 § lag 2023:196)'),
    ('DeadlineKind', 11, 'planFollowUp', 'Åtgärdsplanen ska vara uppföljd (6 § lag 2023:196)'),
    ('Duty', 1, 'situationalPicture', 'lägesbild'), ('Duty', 2, 'actionPlan', 'åtgärdsplan'), ('Duty', 3, 'pictureUpdate', 'uppdatering av lägesbilden'),
    ('Duty', 4, 'planFollowUp', 'uppföljning av åtgärdsplanen'), ('Duty', 5, 'writtenAgreement', 'skriftlig överenskommelse om samverkan'),
    ('Duty', 6, 'council', 'råd för det brottsförebyggande arbetet'), ('Duty', 7, 'coordination', 'samordningsfunktion och kontaktpunkt'),
    ('Duty', 8, 'information', 'information till invånarna'), ('Duty', 9, 'assemblyReport', 'rapportering till kommunfullmäktige'),
    ('DutyStatus', 1, 'met', 'uppfylld'), ('DutyStatus', 2, 'dueSoon', 'snart dags'), ('DutyStatus', 3, 'overdue', 'tiden har gått ut'), ('DutyStatus', 4, 'unknown', 'uppgift saknas');
alter table app.term force row level security;
