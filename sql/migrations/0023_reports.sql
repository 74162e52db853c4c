-- The year's work is reported to those who decide on it (13 § lag 2023:196: the executive committee or another committee, and the
-- assembly) and to the police district's management. Bodies have the municipality's own names.
create table app.body (
    municipality_code text not null references app.municipality,
    body_id uuid not null default app.uuidv7(),
    kind text not null check (kind in ('municipalExecutive', 'policeDistrictManagement', 'municipalAssembly')),
    name text not null check (name <> ''),
    ended_on date,
    version integer not null default 1,
    primary key (municipality_code, body_id)
);
create unique index body_name on app.body (municipality_code, app.name_key(name));
alter table app.body enable row level security, force row level security;
comment on table app.body is 'Organ som tar emot redovisningar: kommunstyrelsen eller en annan nämnd, lokalpolisområdets ledning, kommunfullmäktige';

-- One draft for several recipients. What is generated of the plan stands in `content`; what people write beside it, not.
create table app.report (
    municipality_code text not null,
    report_id uuid not null default app.uuidv7(),
    plan_id uuid not null,
    title text not null check (title <> ''),
    proposed_decision text check (proposed_decision <> ''),
    commentary text check (commentary <> ''),
    next_year text check (next_year <> ''),
    prepared_by text check (prepared_by <> ''),
    state text not null default 'draft' check (state in ('draft', 'sent', 'superseded', 'withdrawn')),
    content jsonb not null default '{}',
    generated_at timestamptz not null default now(),
    sent_on date,
    sent_at timestamptz,
    -- Whether the district's management is among those it was sent to: the police see no other.
    to_district boolean not null default false,
    content_sha256 bytea check (octet_length(content_sha256) = 32),
    form text check (form ~ '^v[1-9][0-9]*$'),
    predecessor_id uuid,
    revision_reason text check (revision_reason <> ''),
    withdrawn_on date,
    withdrawal_reason text check (withdrawal_reason <> ''),
    registration_number text check (registration_number <> ''),
    external_references jsonb not null default '[]' check (jsonb_typeof(external_references) = 'array'),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (municipality_code, report_id),
    constraint report_plan foreign key (municipality_code, plan_id) references app.action_plan,
    constraint report_predecessor foreign key (municipality_code, predecessor_id) references app.report,
    constraint report_sent check ((state = 'draft') = (sent_on is null) and (sent_on is null) = (sent_at is null)),
    constraint report_withdrawn check ((state = 'withdrawn') = (withdrawal_reason is not null))
);
create unique index report_revised_once on app.report (municipality_code, predecessor_id) where (predecessor_id is not null and state <> 'withdrawn');
create index report_by_plan on app.report (municipality_code, plan_id);
alter table app.report enable row level security, force row level security;
comment on table app.report is 'Redovisning av en handlingsplan till dem som beslutar om arbetet';

-- What people say of an area, kept when the rest is generated anew. The area may be one that a revision of the plan left out.
create table app.report_commentary (
    municipality_code text not null,
    report_id uuid not null,
    area_id uuid not null,
    plan_id uuid not null,
    area_title text not null,
    text text not null check (text <> ''),
    primary key (municipality_code, report_id, area_id),
    foreign key (municipality_code, report_id) references app.report,
    constraint report_commentary_area foreign key (municipality_code, plan_id, area_id) references app.priority_area
);
alter table app.report_commentary enable row level security, force row level security;
comment on table app.report_commentary is 'Kommentar till ett område i en redovisning';

-- A recipient, and when the report is sent, what becomes of it there.
create table app.report_dispatch (
    municipality_code text not null,
    report_id uuid not null,
    dispatch_id uuid not null default app.uuidv7(),
    body_id uuid not null,
    -- As they were when it was sent.
    body_kind text check (body_kind in ('municipalExecutive', 'policeDistrictManagement', 'municipalAssembly')),
    body_name text,
    sent_on date,
    received_on date,
    received_by text check (received_by <> ''),
    -- By the police themselves, so that it is theirs.
    is_acknowledged boolean not null default false,
    registration_number text check (registration_number <> ''),
    attachment_id uuid,
    version integer not null default 1,
    primary key (municipality_code, report_id, dispatch_id),
    constraint report_dispatch_by_id unique (municipality_code, dispatch_id),
    constraint report_dispatch_once unique (municipality_code, report_id, body_id),
    constraint report_dispatch_report foreign key (municipality_code, report_id) references app.report,
    constraint report_dispatch_body foreign key (municipality_code, body_id) references app.body,
    constraint report_dispatch_sent check (num_nulls(sent_on, body_kind, body_name) in (0, 3)),
    constraint report_dispatch_received check (sent_on is not null
        or num_nonnulls(received_on, received_by, registration_number, attachment_id) = 0)
);
alter table app.report_dispatch enable row level security, force row level security;
comment on table app.report_dispatch is 'Mottagare av en redovisning: när den skickades, togs emot och diariefördes';

-- What a body decided on a report. Several bodies, or one several times: a report that was remitted back, postponed or handed on.
create table app.report_decision (
    municipality_code text not null,
    report_id uuid not null,
    decision_id uuid not null default app.uuidv7(),
    body text not null check (body <> ''),
    decided_on date not null,
    paragraph text check (paragraph <> ''),
    outcome text not null check (outcome in ('decided', 'remittedBack', 'postponed', 'handedOn')),
    text text check (text <> ''),
    attachment_id uuid,
    recorded_at timestamptz not null default now(),
    version integer not null default 1,
    primary key (municipality_code, report_id, decision_id),
    constraint report_decision_by_id unique (municipality_code, decision_id),
    constraint report_decision_report foreign key (municipality_code, report_id) references app.report
);
alter table app.report_decision enable row level security, force row level security;
comment on table app.report_decision is 'Vad ett organ beslutade om en redovisning';

-- What was sent, letter by letter, whatever later releases add.
create table app.report_text (
    municipality_code text not null,
    report_id uuid not null,
    form text not null check (form ~ '^v[1-9][0-9]*$'),
    sha256 bytea not null check (octet_length(sha256) = 32),
    text text not null,
    primary key (municipality_code, report_id),
    foreign key (municipality_code, report_id) references app.report,
    check (sha256 = sha256(convert_to(text, 'UTF8')))
);
alter table app.report_text enable row level security, force row level security;
comment on table app.report_text is 'Redovisningens text så som den skickades';

-- The registered document and the extract from the minutes hang on the report.
alter table app.attachment no force row level security;
alter table app.attachment
    add column report_id uuid,
    drop constraint attachment_of_one,
    add constraint attachment_of_one check (num_nonnulls(agreement_id, picture_id, plan_id, follow_up_id, report_id) = 1),
    add constraint attachment_report foreign key (municipality_code, report_id) references app.report,
    add constraint attachment_of_report unique (municipality_code, report_id, attachment_id);
alter table app.attachment force row level security;
alter table app.report_dispatch no force row level security;
alter table app.report_dispatch add constraint report_dispatch_attachment foreign key (municipality_code, report_id, attachment_id)
    references app.attachment (municipality_code, report_id, attachment_id);
alter table app.report_dispatch force row level security;
alter table app.report_decision no force row level security;
alter table app.report_decision add constraint report_decision_attachment foreign key (municipality_code, report_id, attachment_id)
    references app.attachment (municipality_code, report_id, attachment_id);
alter table app.report_decision force row level security;

-- Form v1 of what is sent. A number as it is written in Swedish.
create function app.report_number_v1(p_number numeric) returns text
    language sql immutable parallel safe
as $$ select replace(trim_scale(p_number)::text, '.', ',') $$;

-- Sums by unit: «11 nätter, ungefär 80 samtal».
create function app.report_sums_v1(p_sums jsonb) returns text
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select string_agg(case when (s.value ->> 'approximate')::boolean then 'ungefär ' else '' end
        || app.report_number_v1((s.value ->> 'quantity')::numeric) || coalesce(' ' || (s.value ->> 'unit'), ''), ', ' order by s.place)
    from jsonb_array_elements(p_sums) with ordinality s (value, place)
$$;

-- How many measures have each status: «genomförd 4, pågår 2».
create function app.report_counts_v1(p_statuses jsonb, p_member text, p_words jsonb) returns text
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select string_agg((p_words ->> ('MeasureStatus ' || (s.value ->> 'status'))) || ' ' || (s.value ->> p_member), ', ' order by s.place)
    from jsonb_array_elements(p_statuses) with ordinality s (value, place)
    where (s.value ->> p_member)::integer > 0
$$;

-- The report as a text to read, out of the same JSON as its digest is of: every sentence has its row there. What a committee asks first
-- stands first: what is proposed, what was promised, done and not done, and why.
create function app.report_document_v1(p_frame jsonb) returns text
    language plpgsql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_content jsonb := p_frame -> 'content';
    v_figures jsonb := p_frame -> 'content' -> 'figures';
    v_words jsonb := (select jsonb_object_agg(t.kind || ' ' || t.term, t.swedish) from app.term t where t.kind in ('MeasureStatus', 'Verdict', 'Promisor'));
    v_measures jsonb := (
        select coalesce(jsonb_agg(m.value order by a.place, m.place), '[]')
        from jsonb_array_elements(p_frame -> 'content' -> 'areas') with ordinality a (value, place),
            jsonb_array_elements(a.value -> 'measures') with ordinality m (value, place));
    v_parts text[] := '{}';
begin
    v_parts := v_parts || concat_ws(E'\n', p_frame ->> 'title',
        (p_frame #>> '{municipality,name}') || '. ' || upper(left(p_frame ->> 'planLabel', 1)) || substr(p_frame ->> 'planLabel', 2) || ' ' || (v_content #>> '{plan,year}') || ', '
            || (v_content #>> '{plan,period,start}') || '–' || (v_content #>> '{plan,period,end}') || '. Sammanställd ' || (v_content ->> 'reportedUntil') || '.',
        'Till ' || (select string_agg(r.value ->> 'name', '; ' order by r.place) from jsonb_array_elements(p_frame -> 'recipients') with ordinality r (value, place)),
        'Upprättad av ' || (p_frame ->> 'preparedBy'));

    v_parts := v_parts || (E'FÖRSLAG TILL BESLUT\n' || coalesce(p_frame ->> 'proposedDecision', 'Inget beslut föreslås. Redovisningen lämnas till kännedom.'));

    v_parts := v_parts || concat_ws(E'\n', 'SAMMANFATTNING', p_frame ->> 'commentary',
        'Planen har ' || (v_figures ->> 'measures') || case when v_figures ->> 'measures' = '1' then ' åtgärd' else ' åtgärder' end
            || coalesce(': ' || app.report_counts_v1(v_figures -> 'statuses', 'count', v_words), '') || '.',
        'Planen för ' || (v_figures ->> 'previousYear') || ' hade ' || (v_figures ->> 'previousMeasures')
            || case when v_figures ->> 'previousMeasures' = '1' then ' åtgärd' else ' åtgärder' end
            || coalesce(': ' || app.report_counts_v1(v_figures -> 'statuses', 'previous', v_words), '') || '.');

    v_parts := v_parts || (E'DET HÄR LOVADES\n' || coalesce((
        select string_agg('– ' || initcap(v_words ->> ('Promisor ' || (p.value ->> 'promisor'))) || ': ' || rtrim(p.value ->> 'text', ' .') || '.'
            || case when p.value ->> 'withdrawalReason' is not null then ' Återkallat: ' || (p.value ->> 'withdrawalReason') else '' end
            || coalesce((select string_agg(' Utfall: ' || (v_words ->> ('Verdict ' || (o.value ->> 'verdict'))) || '. ' || (o.value ->> 'text')
                    || coalesce(' Skäl: ' || (o.value ->> 'reason'), ''), '' order by o.place)
                from jsonb_array_elements(p.value -> 'outcomes') with ordinality o (value, place)), ' Inget utfall är redovisat.'), E'\n' order by p.place)
        from jsonb_array_elements(v_content -> 'promises') with ordinality p (value, place)), 'Inget medborgarlöfte gällde under planens tid.'));

    v_parts := v_parts || (
        select string_agg(g.heading || E'\n' || coalesce(g.lines, 'Inget.'), E'\n\n' order by g.place) from (
            select x.place, x.heading, (
                select string_agg('– ' || case when char_length(m.value ->> 'text') > 140 then left(m.value ->> 'text', 139) || '…' else rtrim(m.value ->> 'text', ' .') end
                    || case x.place
                        when 1 then coalesce(' (' || app.report_sums_v1(nullif(m.value -> 'reported', '[]')) || ')', '')
                        when 2 then ' – ' || (v_words ->> ('MeasureStatus ' || (m.value ->> 'status')))
                            || coalesce('. ' || (select string_agg(distinct f.value ->> 'reason', ' ') from jsonb_array_elements(m.value -> 'followUps') f (value)
                                where f.value ->> 'status' in ('partlyDone', 'notDone', 'cancelled')), '')
                        when 3 then ' – ' || (v_words ->> ('MeasureStatus ' || (m.value ->> 'status')))
                        else coalesce(' (' || (select string_agg(r.value ->> 'name', ', ' order by r.place)
                            from jsonb_array_elements(m.value -> 'responsibleParties') with ordinality r (value, place)) || ')', '')
                        end, E'\n' order by m.place)
                from jsonb_array_elements(v_measures) with ordinality m (value, place)
                where m.value ->> 'status' = any (x.statuses)) as lines
            from (values (1, 'DET HÄR BLEV GJORT', array['done']), (2, 'DET HÄR BLEV INTE GJORT, ELLER BARA DELVIS, OCH VARFÖR', array['partlyDone', 'notDone', 'cancelled']),
                (3, 'DET HÄR PÅGÅR ELLER ÄR INTE PÅBÖRJAT', array['ongoing', 'notStarted']), (4, 'OM DET HÄR HAR INGEN RAPPORTERAT', array['noInformation'])) x (place, heading, statuses)
        ) g where g.place < 3 or g.lines is not null);

    v_parts := v_parts || ('OMRÅDE FÖR OMRÅDE' || coalesce((
        select string_agg(E'\n' || a.place || '. ' || rtrim(a.value ->> 'title', ' .')
            || coalesce(E'\n' || (select c.value ->> 'text' from jsonb_array_elements(p_frame -> 'commentaries') c (value) where c.value ->> 'areaId' = a.value ->> 'id'), '')
            || coalesce((select string_agg(E'\n– ' || rtrim(m.value ->> 'text', ' .') || '.'
                    || coalesce(' Ansvarig: ' || (select string_agg((r.value ->> 'name') || case when (r.value ->> 'lead')::boolean then ' (samordnar)' else '' end, ', ' order by r.place)
                        from jsonb_array_elements(m.value -> 'responsibleParties') with ordinality r (value, place)) || '.', '')
                    || coalesce(' Planerat: ' || app.report_number_v1((m.value #>> '{planned,quantity}')::numeric) || coalesce(' ' || (m.value #>> '{planned,unit}'), '') || '.', '')
                    || coalesce(' Gjort: ' || app.report_sums_v1(nullif(m.value -> 'reported', '[]')) || '.', '')
                    || ' Läge: ' || (v_words ->> ('MeasureStatus ' || (m.value ->> 'status'))) || '.'
                    || coalesce((select string_agg(E'\n  ' || coalesce(f.value #>> '{responsibleParty,name}' , 'Åtgärden som helhet') || ' ' || (f.value #>> '{period,end}') || ': '
                            || coalesce(f.value ->> 'text', v_words ->> ('MeasureStatus ' || (f.value ->> 'status'))), '' order by f.place)
                        from (select distinct on (y.value #>> '{responsibleParty,id}') y.value, y.place
                            from jsonb_array_elements(m.value -> 'followUps') with ordinality y (value, place)
                            where y.value ->> 'text' is not null order by y.value #>> '{responsibleParty,id}', y.place desc) f), ''), '' order by m.place)
                from jsonb_array_elements(a.value -> 'measures') with ordinality m (value, place)), E'\n– Området har ingen åtgärd.')
            || coalesce((select string_agg(E'\n– Indikator: ' || app.report_indicator_v1(i.value), '' order by i.place)
                from jsonb_array_elements(a.value -> 'indicators') with ordinality i (value, place)), '')
            || coalesce((select string_agg(E'\n– Utöver planen: ' || app.report_work_v1(w.value), '' order by w.place)
                from jsonb_array_elements(a.value -> 'unplannedWork') with ordinality w (value, place)), ''), '' order by a.place)
        from jsonb_array_elements(v_content -> 'areas') with ordinality a (value, place)), E'\nPlanen har inga områden.')
        || coalesce((select string_agg(E'\nIndikator för hela planen: ' || app.report_indicator_v1(i.value), '' order by i.place)
            from jsonb_array_elements(v_content -> 'indicators') with ordinality i (value, place)), '')
        || coalesce((select string_agg(E'\nUtöver planen, i ett område som inte finns kvar: ' || app.report_work_v1(w.value), '' order by w.place)
            from jsonb_array_elements(v_content -> 'unplannedWork') with ordinality w (value, place)), ''));

    if v_content -> 'droppedMeasures' <> '[]' then
        v_parts := v_parts || ('DET HÄR UTGICK UNDER ÅRET' || (
            select string_agg(E'\n– ' || rtrim(d.value ->> 'text', ' .') || '. Skäl: ' || (d.value ->> 'reason')
                || coalesce((select string_agg(E'\n  ' || coalesce(f.value #>> '{responsibleParty,name}', 'Åtgärden som helhet') || ' ' || (f.value #>> '{period,end}') || ': '
                        || coalesce(f.value ->> 'text', v_words ->> ('MeasureStatus ' || (f.value ->> 'status'))), '' order by f.place)
                    from jsonb_array_elements(d.value -> 'followUps') with ordinality f (value, place)), ''), '' order by d.place)
            from jsonb_array_elements(v_content -> 'droppedMeasures') with ordinality d (value, place)));
    end if;

    if (v_content -> 'unreported') <> '[]' then
        v_parts := v_parts || ('SVAR SAKNAS' || (
            select string_agg(E'\n– ' || (u.value #>> '{responsibleParty,name}') || ': ' || (u.value ->> 'count') || case when u.value ->> 'count' = '1' then ' åtgärd' else ' åtgärder' end, '' order by u.place)
            from jsonb_array_elements(v_content -> 'unreported') with ordinality u (value, place)));
    end if;

    if p_frame ->> 'nextYear' is not null or v_content -> 'nextYear' <> 'null' then
        v_parts := v_parts || concat_ws(E'\n', 'DET HÄR ÄNDRAS NÄSTA ÅR', p_frame ->> 'nextYear',
            'Planen för ' || (v_content #>> '{nextYear,year}') || ' behåller ' || (v_content #>> '{nextYear,kept}') || ' åtgärder oförändrade.',
            (select string_agg('– Ny: ' || (n.value ->> 'text'), E'\n' order by n.place) from jsonb_array_elements(v_content #> '{nextYear,new}') with ordinality n (value, place)),
            (select string_agg('– Ändrad: ' || (n.value ->> 'text'), E'\n' order by n.place) from jsonb_array_elements(v_content #> '{nextYear,changed}') with ordinality n (value, place)),
            (select string_agg('– Utgår: ' || (n.value ->> 'text') || coalesce(' Skäl: ' || (n.value ->> 'reason'), ''), E'\n' order by n.place)
                from jsonb_array_elements(v_content #> '{nextYear,dropped}') with ordinality n (value, place)));
    end if;

    if v_figures -> 'areas' <> '[]' then
        v_parts := v_parts || ('ÅTGÄRDER EFTER OMRÅDE OCH LÄGE' || case when v_figures ->> 'previousYear' is not null
                then ' (' || (v_figures ->> 'previousYear') || ' inom parentes)' else '' end || (
            select string_agg(E'\n' || rtrim(a.value ->> 'title', ' .') || ': ' || (a.value ->> 'measures') || coalesce(' (' || (a.value ->> 'previousMeasures') || ')', '')
                || coalesce(' – ' || (
                    select string_agg((v_words ->> ('MeasureStatus ' || (s.value ->> 'status'))) || ' ' || (s.value ->> 'count')
                        || coalesce(' (' || (s.value ->> 'previous') || ')', ''), ', ' order by s.place)
                    from jsonb_array_elements(a.value -> 'statuses') with ordinality s (value, place)
                    where s.value ->> 'count' <> '0' or coalesce(s.value ->> 'previous', '0') <> '0'), ''), '' order by a.place)
            from jsonb_array_elements(v_figures -> 'areas') with ordinality a (value, place)));
    end if;

    if p_frame -> 'annexes' <> '[]' then
        v_parts := v_parts || ('BILAGOR' || (
            select string_agg(E'\n– ' || (x.value ->> 'fileName'), '' order by x.place) from jsonb_array_elements(p_frame -> 'annexes') with ordinality x (value, place)));
    end if;
    return array_to_string(v_parts, E'\n\n') || E'\n';
end
$$;

-- «Anmälda brott per 1 000 invånare: 92 (2019-12-31), 31 (2020-04-30), mål 80».
create function app.report_indicator_v1(p_indicator jsonb) returns text
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select (p_indicator ->> 'name') || ', ' || (p_indicator ->> 'unit')
        || coalesce('; från början ' || app.report_number_v1((p_indicator ->> 'baseline')::numeric) || coalesce(' (' || (p_indicator ->> 'baselineOn') || ')', ''), '')
        || coalesce('; ' || (select string_agg(app.report_number_v1((v.value ->> 'value')::numeric) || ' (' || (v.value ->> 'date') || ')', ', ' order by v.place)
            from jsonb_array_elements(p_indicator -> 'values') with ordinality v (value, place)), '; inget värde')
        || coalesce('; mål ' || app.report_number_v1((p_indicator ->> 'target')::numeric), '') || '.'
$$;

-- «Extra patrullering vid studenten (Polisen, 2 kvällar)».
create function app.report_work_v1(p_work jsonb) returns text
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select (p_work ->> 'text') || ' (' || (p_work #>> '{responsibleParty,name}')
        || coalesce(', ' || case when (p_work ->> 'approximate')::boolean then 'ungefär ' else '' end || app.report_number_v1((p_work ->> 'quantity')::numeric)
            || coalesce(' ' || (p_work ->> 'unit'), ''), '') || ')'
$$;

-- What a report says, of what is written and what is generated, in form v1: one JSON text with sorted keys. The text to read is part
-- of it, so that one digest holds both.
create function app.canonical_report_v1(p_municipality text, p_report uuid) returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
    with frame as (
        select jsonb_build_object('form', 'v1', 'id', r.report_id, 'title', r.title, 'sentOn', r.sent_on, 'predecessorId', r.predecessor_id, 'revisionReason', r.revision_reason,
            'municipality', jsonb_build_object('code', m.municipality_code, 'name', m.name),
            'planLabel', m.plan_label,
            'proposedDecision', r.proposed_decision, 'commentary', r.commentary, 'nextYear', r.next_year, 'preparedBy', r.prepared_by,
            'commentaries', (select coalesce(jsonb_agg(jsonb_build_object('areaId', c.area_id, 'title', c.area_title, 'text', c.text) order by a.position, c.area_id), '[]')
                from app.report_commentary c
                join app.priority_area a on a.municipality_code = c.municipality_code and a.plan_id = c.plan_id and a.area_id = c.area_id
                where c.municipality_code = r.municipality_code and c.report_id = r.report_id),
            'recipients', (select coalesce(jsonb_agg(jsonb_build_object('id', b.body_id, 'kind', b.kind, 'name', b.name) order by b.kind, b.name, b.body_id), '[]')
                from app.report_dispatch d join app.body b on b.municipality_code = d.municipality_code and b.body_id = d.body_id
                where d.municipality_code = r.municipality_code and d.report_id = r.report_id),
            'annexes', (select coalesce(jsonb_agg(jsonb_build_object('id', x.attachment_id, 'fileName', x.file_name, 'sha256', encode(x.sha256, 'hex')) order by x.created_at, x.attachment_id), '[]')
                from app.attachment x where x.municipality_code = r.municipality_code and x.report_id = r.report_id),
            'content', r.content) as frame
        from app.report r join app.municipality m on m.municipality_code = r.municipality_code
        where r.municipality_code = p_municipality and r.report_id = p_report
    )
    select (f.frame || jsonb_build_object('document', app.report_document_v1(f.frame)))::text from frame f
$$;

-- The form that is sent now.
create function app.report_form() returns text language sql immutable parallel safe as $$ select 'v1' $$;

alter table app.term no force row level security;
insert into app.term (kind, place, term, swedish, acts) values
    ('ReportStatus', 1, 'draft', 'utkast', '{generation,sending}'),
    ('ReportStatus', 2, 'sent', 'skickad', '{acknowledgement,revisions,withdrawal}'),
    ('ReportStatus', 3, 'superseded', 'ersatt', '{acknowledgement}'),
    ('ReportStatus', 4, 'withdrawn', 'återkallad', '{revisions}');
insert into app.term (kind, place, term, swedish) values
    ('BodyKind', 1, 'municipalExecutive', 'kommunstyrelsen eller annan nämnd'),
    ('BodyKind', 2, 'policeDistrictManagement', 'lokalpolisområdets ledning'),
    ('BodyKind', 3, 'municipalAssembly', 'kommunfullmäktige'),
    ('DecisionOutcome', 1, 'decided', 'beslutad'), ('DecisionOutcome', 2, 'remittedBack', 'återremitterad'),
    ('DecisionOutcome', 3, 'postponed', 'bordlagd'), ('DecisionOutcome', 4, 'handedOn', 'överlämnad'),
    ('Act', 20, 'generation', 'sammanställ på nytt'), ('Act', 21, 'sending', 'skicka'), ('Act', 22, 'acknowledgement', 'kvittera');
alter table app.term force row level security;

-- The head of a district acknowledges what the district has received.
alter table access.known_right no force row level security;
alter table access.role_right no force row level security;
insert into access.known_right (issuer_kind, place, may, meaning) values
    ('district', 'district', 'dispatch.receive', 'kvitterar redovisningar');
insert into access.role_right (role, issuer_kind, place, may) values
    ('headOfDistrict', 'district', 'district', 'dispatch.receive');
alter table access.role_right force row level security;
alter table access.known_right force row level security;
