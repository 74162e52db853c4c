-- Search: every text that people have written here, as the words that it is found by. A row for each text beside the row that it is of, since
-- a vector among a table's own columns would stand in the log, in histories and in next year's copy.
--
-- Words are Swedish ones without stop words: names like Vara would be lost with them. What the stemmer of PostgreSQL leaves apart (brott and
-- brottet, skola and skolan, insats and insatser) app.search_stems joins, on both sides alike; no dictionary of the server's is needed. What
-- these functions give is stored: whoever changes them makes every row of app.search_entry anew.
create text search dictionary app.swedish_stem (template = pg_catalog.snowball, language = swedish);
create text search configuration app.swedish_words (copy = pg_catalog.simple);
alter text search configuration app.swedish_words alter mapping for asciiword, word with app.swedish_stem;

create function app.search_words(p_text text, p_compounds boolean) returns text
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v text := translate(lower(normalize(p_text, nfc)), 'ÅÄÖÉÈÜ', 'åäöéèü');
begin
    -- «KS 2024/118», «KS2024-118» are one word however they are written; «§ 41» is one.
    if v ~ '\d' then
        v := regexp_replace(v, '\m([a-zåäö]{1,10})[ .:/-]*((?:19|20)\d\d) *[/:.-] *(\d{1,7})(?![-.]?\d)', '\1 \2 \3 \1n\2n\3', 'g');
        v := regexp_replace(v, '(?:§+|\mparagraf(?:en)?) *(\d+)', ' \1 paragrafn\1 ', 'g');
    end if;
    -- What stands between words is a blank, whatever it is; a soft hyphen is nothing.
    v := regexp_replace(replace(v, U&'\00AD', ''), '[^[:alnum:]]+', ' ', 'g');
    -- What the stemmer would take for another word: it cuts plats to what platta becomes, and Vara to what varor does.
    v := regexp_replace(regexp_replace(v, '(plat|insat)s(?=\M|e[nr])', '\1z', 'g'), '\mvara\M', 'varax', 'g');
    if p_compounds then
        v := v || ' ' || regexp_replace(regexp_replace(v,
            '\m(barn|brott|ungdom|skol(?!k)|polis|kommun(?!ik)|trafik|trygghet|narkotika|fritid|alkohol|familj|medborgar|natt|kväll|grann|centrum|park|buss|cykel|butik)(s?)(?=[[:alpha:]]{4})', '\1 ', 'g'),
            '([[:alpha:]]{3})(?=anmäl|alkohol|arbet|barn|belysning|besök|bevakning|bibliotek|brott|butik|centrum|dialog|enkät|evenemang|familj|festival|fritid|förening|föräld|grupp|gård|hastighet|information|insat[sz]|kamer|klott|kommun|kontroll|kvinn|kväll|kör|löft|medborg|missbruk|moped|mottagning|möte|narkotik|nämnd|område|ordning|park|patrull|plan|plat[sz]|polis|redovisning|relation|rån|samtal|samverk|skadegör|skol|station|statistik|stråk|styrels|stöld|tobak|trafik|trygg|tunnel|ungdom|uppföljning|utbildning|vakt|vandr|vapen|värd|våld|åtgärd)', '\1 ', 'g');
    end if;
    return v;
end
$$;

create function app.search_stems(p_words text) returns text[]
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
begin
    return array(
        select distinct case
                when f.w in ('nätt', 'städ', 'bränd', 'händ', 'män', 'ledamöt') then translate(f.w, 'äö', 'ao')
                else f.w end
        from unnest(tsvector_to_array(to_tsvector('app.swedish_words', p_words))) l (w)
        cross join lateral (select case when right(l.w, 2) in ('et', 'en', 'an') and length(l.w) > 4 then left(l.w, -2) else l.w end offset 0) a (w)
        cross join lateral (select case
            when right(a.w, 4) = 'ning' and length(a.w) > 6 then left(a.w, -4)
            when right(a.w, 3) = 'ing' and length(a.w) > 5 then left(a.w, -3)
            when right(a.w, 2) in ('et', 'en', 'an') and length(a.w) > 4 then left(a.w, -2)
            when right(a.w, 2) = 'at' and length(a.w) > 7 then left(a.w, -2)
            else a.w end offset 0) b (w)
        cross join lateral (select case
            when right(b.w, 2) = 'el' and length(b.w) > 3 and position(left(right(b.w, 3), 1) in 'bdfgkptv') > 0 then left(b.w, -2) || 'l'
            when right(b.w, 3) = 'eln' and length(b.w) > 4 and position(left(right(b.w, 4), 1) in 'bdfgkptv') > 0 then left(b.w, -3) || 'l'
            when right(b.w, 1) = 'r' and length(b.w) > 3 and position(left(right(b.w, 2), 1) in 'bdfgkptv') > 0 then left(b.w, -1)
            when right(b.w, 1) = 's' and length(b.w) > 3 and position(left(right(b.w, 2), 1) in 'bcdfghjklmnoprtvy') > 0 then left(b.w, -1)
            else b.w end offset 0) c (w)
        -- As the stemmer ends a word that it has cut itself.
        cross join lateral (select case
            when c.w <> l.w and length(c.w) > 5 and right(c.w, 2) in ('dd', 'gd', 'nn', 'dt', 'gt', 'kt', 'tt') then left(c.w, -1)
            else c.w end offset 0) f (w));
end
$$;

-- The words that a text is found by.
create function app.search_vector(p_text text) returns tsvector
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
begin
    return array_to_tsvector(app.search_stems(app.search_words(p_text, true)));
end
$$;

create table app.search_entry (
    municipality_code text not null references app.municipality,
    kind text not null check (kind ~ '^[a-z][A-Za-z]+$'),
    -- The row's id; with more behind it where a row has no id of its own.
    entry_key text not null,
    -- What is shown when it is found: the row, or the document that has it.
    entry_id uuid not null,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    area_id uuid,
    measure_id uuid,
    promise_id uuid,
    report_id uuid,
    party_id uuid,
    -- Of what belongs to no plan, whose year is its own.
    year integer,
    text text not null check (text <> ''),
    vector tsvector not null,
    primary key (municipality_code, kind, entry_key)
);
alter table app.search_entry enable row level security, force row level security;
comment on table app.search_entry is 'Sökord: varje text som kan hittas, härledd av raden som den hör till';

-- The entry of a row; none for one without text.
--
-- p_id: the column of its id. p_more: one that tells rows of the same id apart. p_columns: those of its texts.
create function app.search_entry_of(p_kind text, p_id text, p_more text, p_columns text[], p_row jsonb) returns setof app.search_entry
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text;
begin
    -- A paragraph is one whether its sign was written or not.
    select string_agg(case when c.name like '%paragraph' and v.text ~ '^ *[0-9]' then '§ ' || v.text else v.text end, E'\n' order by c.place)
    into v_text
    from unnest(p_columns) with ordinality c (name, place)
    cross join lateral (select case jsonb_typeof(p_row -> c.name) when 'array' then (select string_agg(x, ', ') from jsonb_array_elements_text(p_row -> c.name) x)
        else p_row ->> c.name end) v (text)
    where v.text <> '';
    if v_text is null then
        return;
    end if;
    return query select p_row ->> 'municipality_code', p_kind, concat_ws(' ', p_row ->> p_id, p_row ->> nullif(p_more, '')), (p_row ->> p_id)::uuid,
        (p_row ->> 'agreement_id')::uuid, (p_row ->> 'picture_id')::uuid, (p_row ->> 'plan_id')::uuid, (p_row ->> 'area_id')::uuid,
        (p_row ->> 'measure_id')::uuid, (p_row ->> 'promise_id')::uuid, (p_row ->> 'report_id')::uuid, (p_row ->> 'party_id')::uuid,
        left(coalesce(p_row ->> 'period_start', p_row ->> 'held_on', p_row ->> 'decided_on', p_row ->> 'established_on', p_row ->> 'dated_on'), 4)::integer,
        v_text, app.search_vector(v_text);
end
$$;

-- What is there already.
create function app.fill_search(p_table text, p_kind text, p_id text, p_more text, p_columns text[]) returns void
    language plpgsql
as $$
begin
    execute format('alter table app.%I no force row level security', p_table);
    -- Files and frozen contents are not taken along.
    execute format('insert into app.search_entry select e.* from (select %s from app.%I) t, app.search_entry_of(%L, %L, %L, %L, to_jsonb(t)) e',
        (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
            where a.attrelid = format('app.%I', p_table)::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'content'),
        p_table, p_kind, p_id, p_more, p_columns);
    execute format('alter table app.%I force row level security', p_table);
end
$$;
alter table app.search_entry no force row level security;
select app.fill_search('agreement', 'agreement', 'agreement_id', '', '{title,parties,purpose,scope,outside_scope,registration_number,decision_body,decision_date,decision_paragraph}');
select app.fill_search('agreement_section', 'section', 'agreement_id', 'position', '{heading,text}');
select app.fill_search('situational_picture', 'picture', 'picture_id', '', '{title,summary}');
select app.fill_search('source', 'source', 'source_id', '', '{title}');
select app.fill_search('problem', 'problem', 'problem_id', '', '{text}');
select app.fill_search('action_plan', 'plan', 'plan_id', '', '{introduction,notes,registration_number,decision_body,decision_date,decision_paragraph}');
select app.fill_search('priority_area', 'area', 'area_id', '', '{title,description}');
select app.fill_search('cause', 'cause', 'cause_id', '', '{text}');
select app.fill_search('measure', 'measure', 'measure_id', '', '{text,target,schedule,planned_follow_up,notes}');
select app.fill_search('indicator', 'indicator', 'indicator_id', '', '{name,unit,source}');
select app.fill_search('follow_up', 'followUp', 'follow_up_id', '', '{text,reason}');
select app.fill_search('unplanned_work', 'unplannedWork', 'unplanned_work_id', '', '{text}');
select app.fill_search('promise', 'promise', 'promise_id', '', '{text}');
select app.fill_search('promise_outcome', 'outcome', 'outcome_id', '', '{text,reason}');
select app.fill_search('report', 'report', 'report_id', '', '{title,commentary,proposed_decision,next_year,registration_number}');
select app.fill_search('report_commentary', 'reportCommentary', 'report_id', 'area_id', '{area_title,text}');
select app.fill_search('report_decision', 'reportDecision', 'decision_id', '', '{body,decided_on,paragraph,text}');
select app.fill_search('meeting', 'meeting', 'meeting_id', '', '{place,notes}');
select app.fill_search('meeting_decision', 'meetingDecision', 'meeting_id', 'position', '{text}');
select app.fill_search('comment', 'comment', 'comment_id', '', '{about,text}');
select app.fill_search('attachment', 'attachment', 'attachment_id', '', '{file_name}');
select app.fill_search('responsible_party', 'party', 'party_id', '', '{name}');
-- A name that a party had when a plan with it was adopted.
alter table app.responsibility no force row level security;
insert into app.search_entry (municipality_code, kind, entry_key, entry_id, plan_id, party_id, text, vector)
select distinct on (r.municipality_code, r.plan_id, r.party_id) r.municipality_code, 'adoptedName', r.party_id || ' ' || r.plan_id, r.party_id, r.plan_id, r.party_id, r.adopted_name,
    app.search_vector(r.adopted_name)
from app.responsibility r where r.adopted_name is not null;
alter table app.responsibility force row level security;
alter table app.search_entry force row level security;
drop function app.fill_search(text, text, text, text, text[]);
