-- The same words in less time. Most texts are reports of a line; to begin a regular expression of many words costs more than such a line, and
-- PL/pgSQL prepares each expression anew in each transaction, so that a function that is called once pays for how many expressions it comes
-- past, not for what they do. What most texts don't need is therefore asked for at once, and passed over. What is stored stays.
create or replace function app.search_words(p_text text, p_compounds boolean) returns text
    language plpgsql immutable parallel safe
as $$
declare
    v text := translate(lower(case when p_text is nfc normalized then p_text else normalize(p_text, nfc) end), 'ÅÄÖÉÈÜ' || U&'\00AD', 'åäöéèü');
    v_word text;
    v_parted text[] := '{}';
begin
    -- «KS 2024/118», «KS2024-118» are one word however they are written; «§ 41» is one.
    if v ~ '[0-9]' then
        v := regexp_replace(v, '\m([a-zåäö]{1,10})[ .:/-]*((?:19|20)\d\d) *[/:.-] *(\d{1,7})(?![-.]?\d)', '\1 \2 \3 \1n\2n\3', 'g');
        v := regexp_replace(v, '(?:§+|\mparagraf(?:en)?) *(\d+)', ' \1 paragrafn\1 ', 'g');
    end if;
    -- What stands between words is a blank, whatever it is. What the stemmer would take for another word: it cuts plats to what platta becomes, and
    -- Vara to what varor does.
    v := regexp_replace(v, case when p_compounds then '[^[:alnum:] ]+' else '[^[:alnum:]]+' end, ' ', 'g');
    if v ~ 'ats|vara' then
        v := regexp_replace(regexp_replace(v, '(plat|insat)s(?=\M|e[nr])', '\1z', 'g'), '\mvara\M', 'varax', 'g');
    end if;
    -- Whether a word begins with what it may begin with and go on, or goes on behind three letters with what it may go on with.
    if not p_compounds or v !~ '(?:^| )(?:barn|brott|ungdom|skol|polis|kommun|trafik|trygghet|narkotika|fritid|alkohol|familj|medborgar|natt|kväll|grann|centrum|park|buss|cykel|butik)' and regexp_replace(v, '(?:^| )[^ ]{0,3}', ' ', 'g') !~ 'anmäl|alkohol|arbet|barn|belysning|besök|bevakning|bibliotek|brott|butik|centrum|dialog|enkät|evenemang|familj|festival|fritid|förening|föräld|grupp|gård|hastighet|information|insat[sz]|kamer|klott|kommun|kontroll|kvinn|kväll|kör|löft|medborg|missbruk|moped|mottagning|möte|narkotik|nämnd|område|ordning|park|patrull|plan|plat[sz]|polis|redovisning|relation|rån|samtal|samverk|skadegör|skol|station|statistik|stråk|styrels|stöld|tobak|trafik|trygg|tunnel|ungdom|uppföljning|utbildning|vakt|vandr|vapen|värd|våld|åtgärd' then
        return v;
    end if;
    foreach v_word in array string_to_array(v, ' ') loop
        continue when length(v_word) < 6;
        v_word := regexp_replace(v_word, '^(barn|brott|ungdom|skol(?!k)|polis|kommun(?!ik)|trafik|trygghet|narkotika|fritid|alkohol|familj|medborgar|natt|kväll|grann|centrum|park|buss|cykel|butik)(s?)(?=[[:alpha:]]{4})', '\1 ');
        if substr(v_word, 4) ~ 'anmäl|alkohol|arbet|barn|belysning|besök|bevakning|bibliotek|brott|butik|centrum|dialog|enkät|evenemang|familj|festival|fritid|förening|föräld|grupp|gård|hastighet|information|insat[sz]|kamer|klott|kommun|kontroll|kvinn|kväll|kör|löft|medborg|missbruk|moped|mottagning|möte|narkotik|nämnd|område|ordning|park|patrull|plan|plat[sz]|polis|redovisning|relation|rån|samtal|samverk|skadegör|skol|station|statistik|stråk|styrels|stöld|tobak|trafik|trygg|tunnel|ungdom|uppföljning|utbildning|vakt|vandr|vapen|värd|våld|åtgärd' then
            -- All of them are marked, and the word is parted where three letters stand before one.
            v_word := replace(regexp_replace(regexp_replace(v_word, 'anmäl|alkohol|arbet|barn|belysning|besök|bevakning|bibliotek|brott|butik|centrum|dialog|enkät|evenemang|familj|festival|fritid|förening|föräld|grupp|gård|hastighet|information|insat[sz]|kamer|klott|kommun|kontroll|kvinn|kväll|kör|löft|medborg|missbruk|moped|mottagning|möte|narkotik|nämnd|område|ordning|park|patrull|plan|plat[sz]|polis|redovisning|relation|rån|samtal|samverk|skadegör|skol|station|statistik|stråk|styrels|stöld|tobak|trafik|trygg|tunnel|ungdom|uppföljning|utbildning|vakt|vandr|vapen|värd|våld|åtgärd', E'\x01\\&', 'g'),
                E'([[:alpha:]]{3})\x01', '\1 ', 'g'), E'\x01', '');
        end if;
        if position(' ' in v_word) > 0 then
            v_parted := v_parted || v_word;
        end if;
    end loop;
    return v || ' ' || array_to_string(v_parted, ' ');
end
$$;

-- Word by word: one query for all of them takes longer to begin than most texts take to go through.
create or replace function app.search_stems(p_words text) returns text[]
    language plpgsql immutable parallel safe
as $$
declare
    v_stems text[] := '{}';
    v_word text;
    v text;
begin
    foreach v_word in array tsvector_to_array(to_tsvector('app.swedish_words', p_words)) loop
        -- Most words end otherwise, or are too short.
        if v_word ~ '...(?:et|en|an|ing)$|.{6}at$|.[bdfgkptv]eln?$|..[bdfgkptv]r$|..[bcdfghjklmnoprtvy]s$|^(?:nätt|städ|bränd|händ|män|ledamöt)$' then
            v := case when right(v_word, 2) in ('et', 'en', 'an') and length(v_word) > 4 then left(v_word, -2) else v_word end;
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
            v_word := case when v in ('nätt', 'städ', 'bränd', 'händ', 'män', 'ledamöt') then translate(v, 'äö', 'ao') else v end;
        end if;
        v_stems := v_stems || v_word;
    end loop;
    return tsvector_to_array(array_to_tsvector(v_stems));
end
$$;

-- As SQL it becomes a part of the statement that asks for it.
create or replace function app.search_vector(p_text text) returns tsvector
    language sql immutable parallel safe
as $$ select array_to_tsvector(app.search_stems(app.search_words(p_text, true))) $$;
