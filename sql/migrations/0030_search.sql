-- Search: every text that people have written here, as the words that it is found by. A row for each text beside the row that it is of, since
-- a vector among a table's own columns would stand in the log, in histories and in next year's copy.
--
-- Words are Swedish ones without stop words: names like Vara would be lost with them. What the stemmer of PostgreSQL leaves apart (brott and
-- brottet, skola and skolan, insats and insatser) app.search_stems joins, on both sides alike; no dictionary of the server's is needed. What
-- these functions give is stored: whoever changes them makes every row of app.search_entry anew.
create text search dictionary app.swedish_stem (template = pg_catalog.snowball, language = swedish);
create text search configuration app.swedish_words (copy = pg_catalog.simple);
alter text search configuration app.swedish_words alter mapping for asciiword, word with app.swedish_stem;

-- Without a search_path of their own, which would cost each call as much as its work: everything in them is pg_catalog's or named with its schema.
create function app.search_words(p_text text, p_compounds boolean) returns text
    language plpgsql immutable parallel safe
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
        -- What a word may go on with is marked, and parted where three letters stand before it: looking ahead for all of them at each letter
        -- takes three times as long.
        v := v || ' ' || replace(regexp_replace(regexp_replace(regexp_replace(v,
            '\m(barn|brott|ungdom|skol(?!k)|polis|kommun(?!ik)|trafik|trygghet|narkotika|fritid|alkohol|familj|medborgar|natt|kväll|grann|centrum|park|buss|cykel|butik)(s?)(?=[[:alpha:]]{4})', '\1 ', 'g'),
            '(anmäl|alkohol|arbet|barn|belysning|besök|bevakning|bibliotek|brott|butik|centrum|dialog|enkät|evenemang|familj|festival|fritid|förening|föräld|grupp|gård|hastighet|information|insat[sz]|kamer|klott|kommun|kontroll|kvinn|kväll|kör|löft|medborg|missbruk|moped|mottagning|möte|narkotik|nämnd|område|ordning|park|patrull|plan|plat[sz]|polis|redovisning|relation|rån|samtal|samverk|skadegör|skol|station|statistik|stråk|styrels|stöld|tobak|trafik|trygg|tunnel|ungdom|uppföljning|utbildning|vakt|vandr|vapen|värd|våld|åtgärd)', E'\x01\\1', 'g'),
            E'([[:alpha:]]{3})\x01', '\1 ', 'g'), E'\x01', '');
    end if;
    return v;
end
$$;

-- Word by word: one query for all of them takes longer to begin than most texts take to go through.
create function app.search_stems(p_words text) returns text[]
    language plpgsql immutable parallel safe
as $$
declare
    v_stems text[] := '{}';
    v_word text;
    v text;
begin
    foreach v_word in array tsvector_to_array(to_tsvector('app.swedish_words', p_words)) loop
        v := v_word;
        if right(v, 2) in ('et', 'en', 'an') and length(v) > 4 then
            v := left(v, -2);
        end if;
        v := case
            when right(v, 4) = 'ning' and length(v) > 6 then left(v, -4)
            when right(v, 3) = 'ing' and length(v) > 5 then left(v, -3)
            when right(v, 2) in ('et', 'en', 'an') and length(v) > 4 then left(v, -2)
            when right(v, 2) = 'at' and length(v) > 7 then left(v, -2)
            else v end;
        v := case
            when right(v, 2) = 'el' and length(v) > 3 and position(left(right(v, 3), 1) in 'bdfgkptv') > 0 then left(v, -2) || 'l'
            when right(v, 3) = 'eln' and length(v) > 4 and position(left(right(v, 4), 1) in 'bdfgkptv') > 0 then left(v, -3) || 'l'
            when right(v, 1) = 'r' and length(v) > 3 and position(left(right(v, 2), 1) in 'bdfgkptv') > 0 then left(v, -1)
            when right(v, 1) = 's' and length(v) > 3 and position(left(right(v, 2), 1) in 'bcdfghjklmnoprtvy') > 0 then left(v, -1)
            else v end;
        -- As the stemmer ends a word that it has cut itself.
        if v <> v_word and length(v) > 5 and right(v, 2) in ('dd', 'gd', 'nn', 'dt', 'gt', 'kt', 'tt') then
            v := left(v, -1);
        end if;
        v_stems := v_stems || case when v in ('nätt', 'städ', 'bränd', 'händ', 'män', 'ledamöt') then translate(v, 'äö', 'ao') else v end;
    end loop;
    return tsvector_to_array(array_to_tsvector(v_stems));
end
$$;

-- The words that a text is found by.
create function app.search_vector(p_text text) returns tsvector
    language plpgsql immutable parallel safe
as $$
begin
    return array_to_tsvector(app.search_stems(app.search_words(p_text, true)));
end
$$;

create table app.search_entry (
    -- Of the row that it is derived from, which refers to its municipality.
    municipality_code text not null,
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

-- The entry of a row; one without a text for a row without any.
--
-- p_id: the column of its id. p_more: one that tells rows of the same id apart. p_columns: those of its texts.
create function app.search_entry_of(p_kind text, p_id text, p_more text, p_columns text[], p_row jsonb) returns app.search_entry
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_column text;
    v_text text;
    v app.search_entry;
begin
    foreach v_column in array p_columns loop
        v_text := p_row ->> v_column;
        if jsonb_typeof(p_row -> v_column) = 'array' then
            v_text := (select string_agg(x, ', ') from jsonb_array_elements_text(p_row -> v_column) x);
        end if;
        -- A paragraph is one whether its sign was written or not.
        if v_column like '%paragraph' and v_text ~ '^ *[0-9]' then
            v_text := '§ ' || v_text;
        end if;
        v.text := concat_ws(E'\n', v.text, nullif(v_text, ''));
    end loop;
    if v.text <> '' then
        v.municipality_code := p_row ->> 'municipality_code';
        v.kind := p_kind;
        v.entry_key := concat_ws(' ', p_row ->> p_id, p_row ->> nullif(p_more, ''));
        v.entry_id := p_row ->> p_id;
        v.agreement_id := p_row ->> 'agreement_id';
        v.picture_id := p_row ->> 'picture_id';
        v.plan_id := p_row ->> 'plan_id';
        v.area_id := p_row ->> 'area_id';
        v.measure_id := p_row ->> 'measure_id';
        v.promise_id := p_row ->> 'promise_id';
        v.report_id := p_row ->> 'report_id';
        v.party_id := p_row ->> 'party_id';
        v.year := left(coalesce(p_row ->> 'period_start', p_row ->> 'held_on', p_row ->> 'decided_on', p_row ->> 'established_on', p_row ->> 'dated_on'), 4);
        v.vector := app.search_vector(v.text);
    end if;
    return v;
end
$$;

-- What is there already.
create function app.fill_search(p_table text, p_kind text, p_id text, p_more text, p_columns text[]) returns void
    language plpgsql
as $$
begin
    execute format('alter table app.%I no force row level security', p_table);
    -- Files and frozen contents are not taken along.
    execute format('insert into app.search_entry select e.* from (select %s from app.%I) t, app.search_entry_of(%L, %L, %L, %L, to_jsonb(t)) e where e.text <> ''''',
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
