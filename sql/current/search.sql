-- What is found by search: a row for each text, derived from the row that it is of. Everyone inside reads all of the municipality's; the police
-- read an entry exactly when they read its row: of what hangs below plans, where they see the plan; of everything else, where they see the row
-- itself. Names that a party had in the municipality's own drafts, reports' decisions and what has no reader there are not theirs. Nobody
-- writes it but the triggers below.
grant select on app.search_entry to samverkan_municipality, samverkan_police;
grant select, insert, update, delete on app.search_entry to samverkan_lock;
create policy municipality_reads on app.search_entry for select to samverkan_municipality
    using (municipality_code = (select access.municipality()));
create policy police_reads on app.search_entry for select to samverkan_police
    using (municipality_code = any ((select access.visible_municipalities())::text[])
        and case
            when kind in ('plan', 'area', 'cause', 'measure', 'indicator', 'followUp', 'unplannedWork', 'adoptedName') then
                (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p where p.municipality_code between (select access.visible_from()) and (select access.visible_until()))
            when kind in ('agreement', 'section') then (municipality_code, agreement_id) in (select a.municipality_code, a.agreement_id from app.agreement a)
            when kind in ('picture', 'source') then (municipality_code, picture_id) in (select p.municipality_code, p.picture_id from app.situational_picture p)
            when kind = 'problem' then (municipality_code, entry_id) in (select p.municipality_code, p.problem_id from app.problem p)
            when kind = 'promise' then (municipality_code, promise_id) in (select p.municipality_code, p.promise_id from app.promise p)
            when kind = 'outcome' then (municipality_code, entry_id) in (select o.municipality_code, o.outcome_id from app.promise_outcome o)
            when kind in ('report', 'reportCommentary') then (municipality_code, report_id) in (select r.municipality_code, r.report_id from app.report r)
            when kind in ('meeting', 'meetingDecision') then (municipality_code, entry_id) in (select m.municipality_code, m.meeting_id from app.meeting m)
            when kind = 'comment' then (municipality_code, entry_id) in (select c.municipality_code, c.comment_id from app.comment c)
            when kind = 'attachment' then (municipality_code, entry_id) in (select x.municipality_code, x.attachment_id from app.attachment x)
            when kind = 'party' then (municipality_code, party_id) in (select p.municipality_code, p.party_id from app.responsible_party p)
            else false
        end);
create policy lock_keeps on app.search_entry to samverkan_lock using (true) with check (true);
-- Texts are made and compared by whoever searches, as words.
grant execute on function app.search_words(text, boolean), app.search_stems(text), app.search_vector(text) to samverkan_municipality, samverkan_police, samverkan_lock;
grant execute on function app.search_entry_of(text, text, text, text[], jsonb) to samverkan_lock;

-- Keeps a row's entry: arguments as app.search_entry_of takes them.
create function app.keep_search_entry() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_old jsonb;
    v_new jsonb;
    v_entry app.search_entry;
begin
    if tg_op <> 'INSERT' then
        v_old := to_jsonb(old) - 'content';
    end if;
    if tg_op <> 'DELETE' then
        v_new := to_jsonb(new) - 'content';
        -- What moves to another place keeps its text, and its place is asked of the row that is found.
        if v_old is not null and not exists (
            select from unnest(tg_argv[3]::text[] || '{agreement_id,picture_id,plan_id,area_id,measure_id,promise_id,report_id,party_id,period_start,held_on,decided_on,established_on,dated_on}'::text[]) c
            where v_new -> c is distinct from v_old -> c) then
            return null;
        end if;
    end if;
    if v_old is not null then
        delete from app.search_entry e
        where e.municipality_code = v_old ->> 'municipality_code' and e.kind = tg_argv[0]
            and e.entry_key = concat_ws(' ', v_old ->> tg_argv[1], v_old ->> nullif(tg_argv[2], ''));
    end if;
    if v_new is not null then
        v_entry := app.search_entry_of(tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3]::text[], v_new);
        if v_entry.text <> '' then
            insert into app.search_entry values (v_entry.*);
        end if;
    end if;
    return null;
end
$$;
create trigger search after insert or update or delete on app.agreement for each row
    execute function app.keep_search_entry('agreement', 'agreement_id', '', '{title,parties,purpose,scope,outside_scope,registration_number,decision_body,decision_date,decision_paragraph}');
create trigger search after insert or update or delete on app.agreement_section for each row
    execute function app.keep_search_entry('section', 'agreement_id', 'position', '{heading,text}');
create trigger search after insert or update or delete on app.situational_picture for each row
    execute function app.keep_search_entry('picture', 'picture_id', '', '{title,summary}');
create trigger search after insert or update or delete on app.source for each row
    execute function app.keep_search_entry('source', 'source_id', '', '{title}');
create trigger search after insert or update or delete on app.problem for each row
    execute function app.keep_search_entry('problem', 'problem_id', '', '{text}');
create trigger search after insert or update or delete on app.action_plan for each row
    execute function app.keep_search_entry('plan', 'plan_id', '', '{introduction,notes,registration_number,decision_body,decision_date,decision_paragraph}');
create trigger search after insert or update or delete on app.priority_area for each row
    execute function app.keep_search_entry('area', 'area_id', '', '{title,description}');
create trigger search after insert or update or delete on app.cause for each row
    execute function app.keep_search_entry('cause', 'cause_id', '', '{text}');
create trigger search after insert or update or delete on app.measure for each row
    execute function app.keep_search_entry('measure', 'measure_id', '', '{text,target,schedule,planned_follow_up,notes}');
create trigger search after insert or update or delete on app.indicator for each row
    execute function app.keep_search_entry('indicator', 'indicator_id', '', '{name,unit,source}');
-- Reports come in by app.derive_status, all lines of one in one statement.
create trigger search_gone after update or delete on app.follow_up for each row
    execute function app.keep_search_entry('followUp', 'follow_up_id', '', '{text,reason}');
create trigger search after insert or update or delete on app.unplanned_work for each row
    execute function app.keep_search_entry('unplannedWork', 'unplanned_work_id', '', '{text}');
create trigger search after insert or update or delete on app.promise for each row
    execute function app.keep_search_entry('promise', 'promise_id', '', '{text}');
create trigger search after insert or update or delete on app.promise_outcome for each row
    execute function app.keep_search_entry('outcome', 'outcome_id', '', '{text,reason}');
create trigger search after insert or update or delete on app.report for each row
    execute function app.keep_search_entry('report', 'report_id', '', '{title,commentary,proposed_decision,next_year,registration_number}');
create trigger search after insert or update or delete on app.report_commentary for each row
    execute function app.keep_search_entry('reportCommentary', 'report_id', 'area_id', '{area_title,text}');
create trigger search after insert or update or delete on app.report_decision for each row
    execute function app.keep_search_entry('reportDecision', 'decision_id', '', '{body,decided_on,paragraph,text}');
create trigger search after insert or update or delete on app.meeting for each row
    execute function app.keep_search_entry('meeting', 'meeting_id', '', '{place,notes}');
create trigger search after insert or update or delete on app.meeting_decision for each row
    execute function app.keep_search_entry('meetingDecision', 'meeting_id', 'position', '{text}');
create trigger search after insert or update or delete on app.comment for each row
    execute function app.keep_search_entry('comment', 'comment_id', '', '{about,text}');
-- A file is never changed, and may be long: only its name is looked at.
create function app.keep_attachment_entry() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'DELETE' then
        delete from app.search_entry e
        where e.municipality_code = old.municipality_code and e.kind = 'attachment' and e.entry_key = old.attachment_id::text;
    else
        insert into app.search_entry (municipality_code, kind, entry_key, entry_id, agreement_id, picture_id, plan_id, report_id, text, vector)
        values (new.municipality_code, 'attachment', new.attachment_id::text, new.attachment_id, new.agreement_id, new.picture_id, new.plan_id, new.report_id,
            new.file_name, app.search_vector(new.file_name));
    end if;
    return null;
end
$$;
create trigger search after insert or delete on app.attachment for each row execute function app.keep_attachment_entry();
create trigger search after insert or update or delete on app.responsible_party for each row
    execute function app.keep_search_entry('party', 'party_id', '', '{name}');

-- A name that a party no longer has is found inside, and by whoever sees a plan that was adopted with it.
create function app.keep_former_name() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into app.search_entry (municipality_code, kind, entry_key, entry_id, party_id, text, vector)
    values (old.municipality_code, 'formerName', old.party_id || ' ' || md5(old.name), old.party_id, old.party_id, old.name, app.search_vector(old.name))
    on conflict do nothing;
    return null;
end
$$;
create trigger search_former_name after update of name on app.responsible_party for each row when (old.name <> new.name) execute function app.keep_former_name();

-- A party that is gone has no names.
create function app.drop_party_names() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    delete from app.search_entry e
    where e.municipality_code = old.municipality_code and e.kind in ('formerName', 'adoptedName') and e.party_id = old.party_id;
    return null;
end
$$;
create trigger search_names_gone after delete on app.responsible_party for each row execute function app.drop_party_names();

create function app.keep_adopted_name() returns trigger
    language plpgsql volatile security definer parallel unsafe
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op <> 'INSERT' and old.adopted_name is not null then
        delete from app.search_entry e
        where e.municipality_code = old.municipality_code and e.kind = 'adoptedName' and e.entry_key = old.party_id || ' ' || old.plan_id;
    end if;
    if tg_op <> 'DELETE' and new.adopted_name is not null then
        insert into app.search_entry (municipality_code, kind, entry_key, entry_id, plan_id, party_id, text, vector)
        values (new.municipality_code, 'adoptedName', new.party_id || ' ' || new.plan_id, new.party_id, new.plan_id, new.party_id, new.adopted_name, app.search_vector(new.adopted_name))
        on conflict (municipality_code, kind, entry_key) do update set text = excluded.text, vector = excluded.vector;
    end if;
    return null;
end
$$;
create trigger search after insert or update of adopted_name or delete on app.responsibility for each row execute function app.keep_adopted_name();

-- What somebody searches for: the words as a query, all of which must be there, the years among them, which may be those of the plan instead, and
-- the stems as they may stand in a text, to be marked. Words that say nothing (stop words, and those that questions are asked with) are passed over; Vara is a municipality.
create function app.search_query(p_text text) returns table (query tsquery, years integer[], stems text[])
    language plpgsql immutable parallel safe rows 1
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_words text[] := string_to_array(btrim(app.search_words(p_text, false)), ' ');
    v_joined text[] := array(select w from unnest(v_words) w where w ~ '^(?:paragraf|[a-zåäö]+)n[0-9]');
    v_years integer[];
    v_stems text[];
begin
    -- What is one word is not searched for in its parts as well.
    select array_agg(w) into v_words from unnest(v_words) w
    where not exists (select from unnest(v_joined) j where w <> j and w = any (regexp_split_to_array(j, 'n(?=[0-9])')));
    v_years := array(select w::integer from unnest(v_words) w where w ~ '^(?:19|20)[0-9][0-9]$' and cardinality(v_words) > 1);
    v_stems := array(
        select distinct s from unnest(v_words) w, unnest(app.search_stems(w)) s
        where char_length(w) > 1 and not (w ~ '^(?:19|20)[0-9][0-9]$' and cardinality(v_words) > 1)
            and (w = 'varax' or coalesce(cardinality(ts_lexize('pg_catalog.swedish_stem', w)), 1) > 0)
            and w <> all ('{gjorde,gör,göra,gjort,gjordes,görs,hände,händer,finns,fanns,gäller,gällde}'));
    -- Years alone are words like others: of an agreement for 2020–2023, say.
    if cardinality(v_stems) = 0 and cardinality(v_years) > 0 then
        v_stems := v_years::text[];
        v_years := '{}';
    end if;
    return query select
        (select string_agg(quote_literal(s), ' & ' order by s) from unnest(v_stems) s)::tsquery, v_years,
        -- What app.search_words and app.search_stems have changed stands otherwise in a text: plats, cykel, nätter.
        array(select distinct m from unnest(v_stems) s cross join lateral (values (s), (replace(replace(s, 'platz', 'plats'), 'insatz', 'insats')),
            (regexp_replace(s, '([bdfgkptv])([lnr])$', '\1e\2')), 
            (case s when 'varax' then 'vara' when 'stad' then 'städ' when 'natt' then 'nätt' when 'brand' then 'bränd' when 'hand' then 'händ' when 'man' then 'män'
                when 'ledamot' then 'ledamöt' end)) v (m) where m is not null and m <> 'varax' order by m);
end
$$;
grant execute on function app.search_query(text) to samverkan_municipality, samverkan_police;
