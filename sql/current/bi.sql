-- Views for BI tools: Swedish names in lowercase ASCII, flat types, established documents only, no contact names.
--
-- A BI login runs any SQL it likes, so it has no right on any table. Each view reads a function that runs as
-- samverkan_bi_reader, for whom the policies «bi_reads» decide every row by session_user. The function is a fence: with a
-- right on the table, a condition of the login's own would be tried on hidden rows before the policy (equality on text is
-- leakproof and cheap, so the planner puts it first), and EXPLAIN would tell whether it had matched.
grant usage on schema bi to samverkan_bi, samverkan_bi_reader;

create function bi.laget(status text) returns text
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select case coalesce(status, 'noInformation')
        when 'notStarted' then 'ej påbörjad' when 'ongoing' then 'pågår' when 'done' then 'genomförd'
        when 'partlyDone' then 'delvis genomförd' when 'notDone' then 'ej genomförd' when 'cancelled' then 'inställd'
        else 'ingen uppgift' end
$$;
comment on function bi.laget(text) is 'Svensk benämning på en åtgärds läge';
grant execute on function bi.laget(text) to samverkan_bi_reader;

create function bi.rader_dim_kommun()
    returns table (kommunkod text, kommun text, lokalpolisomrade_kod text, lokalpolisomrade text, polisregion text)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp set row_security = on
as $$
    select m.municipality_code as kommunkod, m.name as kommun, d.district_code as lokalpolisomrade_kod,
        d.name as lokalpolisomrade, d.region_name as polisregion
    from app.municipality m join app.police_district d on d.district_code = m.district_code
$$;
comment on function bi.rader_dim_kommun() is 'Raderna i vyn dim_kommun';
grant execute on function bi.rader_dim_kommun() to samverkan_bi;
create view bi.dim_kommun with (security_invoker = true, security_barrier = true) as
select kommunkod, kommun, lokalpolisomrade_kod, lokalpolisomrade, polisregion from bi.rader_dim_kommun();
comment on view bi.dim_kommun is 'Kommuner som inloggningen får se';
comment on column bi.dim_kommun.kommunkod is 'SCB:s kommunkod, fyra siffror';
comment on column bi.dim_kommun.kommun is 'Kommunens namn';
comment on column bi.dim_kommun.lokalpolisomrade_kod is 'Lokalpolisområdets kod i tjänsten';
comment on column bi.dim_kommun.lokalpolisomrade is 'Lokalpolisområdets namn';
comment on column bi.dim_kommun.polisregion is 'Polisregionens namn';

create function bi.rader_overenskommelse()
    returns table (kommunkod text, overenskommelse_id uuid, titel text, lokalpolisomrade_kod text, galler_fran date, galler_till date, upphor date, status text)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp set row_security = on
as $$
    select a.municipality_code as kommunkod, a.agreement_id as overenskommelse_id, a.title as titel,
        a.district_code as lokalpolisomrade_kod, a.period_start as galler_fran, a.period_end as galler_till,
        app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today()) as upphor,
        case a.state when 'proposed' then 'föreslagen' when 'terminated' then 'uppsagd'
            else case when a.period_start > app.today() then 'kommande'
                      when app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today()) < app.today() then 'avslutad' else 'gällande' end end as status
    from app.agreement a
$$;
comment on function bi.rader_overenskommelse() is 'Raderna i vyn overenskommelse';
grant execute on function bi.rader_overenskommelse() to samverkan_bi;
create view bi.overenskommelse with (security_invoker = true, security_barrier = true) as
select kommunkod, overenskommelse_id, titel, lokalpolisomrade_kod, galler_fran, galler_till, upphor, status from bi.rader_overenskommelse();
comment on view bi.overenskommelse is 'Samverkansöverenskommelser som är föreslagna, undertecknade eller uppsagda';
comment on column bi.overenskommelse.kommunkod is 'SCB:s kommunkod';
comment on column bi.overenskommelse.overenskommelse_id is 'Överenskommelsens id';
comment on column bi.overenskommelse.titel is 'Överenskommelsens titel';
comment on column bi.overenskommelse.lokalpolisomrade_kod is 'Lokalpolisområdet som är part';
comment on column bi.overenskommelse.galler_fran is 'Avtalsperiodens första dag';
comment on column bi.overenskommelse.galler_till is 'Avtalsperiodens sista dag som den undertecknades; tomt = tills vidare';
comment on column bi.overenskommelse.upphor is 'Sista dagen efter förlängning eller uppsägning; tomt = tills vidare';
comment on column bi.overenskommelse.status is 'föreslagen, kommande, gällande, avslutad eller uppsagd';

create function bi.rader_handlingsplan()
    returns table (kommunkod text, handlingsplan_id uuid, overenskommelse_id uuid, ar integer, galler_fran date, galler_till date, status text, antagen_av text, antagen_datum date)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp set row_security = on
as $$
    select p.municipality_code as kommunkod, p.plan_id as handlingsplan_id, p.agreement_id as overenskommelse_id,
        p.year as ar, p.period_start as galler_fran, p.period_end as galler_till,
        case p.state when 'adopted' then 'antagen' when 'closed' then 'avslutad' else 'ersatt' end as status,
        p.adopted_by as antagen_av, p.adopted_on as antagen_datum
    from app.action_plan p
$$;
comment on function bi.rader_handlingsplan() is 'Raderna i vyn handlingsplan';
grant execute on function bi.rader_handlingsplan() to samverkan_bi;
create view bi.handlingsplan with (security_invoker = true, security_barrier = true) as
select kommunkod, handlingsplan_id, overenskommelse_id, ar, galler_fran, galler_till, status, antagen_av, antagen_datum from bi.rader_handlingsplan();
comment on view bi.handlingsplan is 'Handlingsplaner som är antagna, avslutade eller ersatta';
comment on column bi.handlingsplan.kommunkod is 'SCB:s kommunkod';
comment on column bi.handlingsplan.handlingsplan_id is 'Handlingsplanens id';
comment on column bi.handlingsplan.overenskommelse_id is 'Överenskommelsen som planen hör till';
comment on column bi.handlingsplan.ar is 'Planens år';
comment on column bi.handlingsplan.galler_fran is 'Planens första dag';
comment on column bi.handlingsplan.galler_till is 'Planens sista dag';
comment on column bi.handlingsplan.status is 'antagen, avslutad eller ersatt';
comment on column bi.handlingsplan.antagen_av is 'Organet som antog planen';
comment on column bi.handlingsplan.antagen_datum is 'Dagen då planen antogs';

create function bi.rader_prioriterat_omrade()
    returns table (kommunkod text, handlingsplan_id uuid, omrade_id uuid, ordning integer, titel text, tema text)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp set row_security = on
as $$
    select a.municipality_code as kommunkod, a.plan_id as handlingsplan_id, a.area_id as omrade_id, a.position as ordning,
        a.title as titel,
        case a.theme when 'narcotics' then 'narkotika' when 'violence' then 'våld' when 'domesticViolence' then 'våld i nära relation'
            when 'youth' then 'unga' when 'propertyCrime' then 'tillgreppsbrott' when 'fraud' then 'bedrägeri' when 'traffic' then 'trafik'
            when 'publicEnvironment' then 'offentlig miljö' when 'neighbourhoodWatch' then 'grannsamverkan' when 'extremism' then 'extremism'
            when 'safety' then 'trygghet' when 'other' then 'annat' end as tema
    from app.priority_area a
$$;
comment on function bi.rader_prioriterat_omrade() is 'Raderna i vyn prioriterat_omrade';
grant execute on function bi.rader_prioriterat_omrade() to samverkan_bi;
create view bi.prioriterat_omrade with (security_invoker = true, security_barrier = true) as
select kommunkod, handlingsplan_id, omrade_id, ordning, titel, tema from bi.rader_prioriterat_omrade();
comment on view bi.prioriterat_omrade is 'Prioriterade områden i handlingsplanerna';
comment on column bi.prioriterat_omrade.kommunkod is 'SCB:s kommunkod';
comment on column bi.prioriterat_omrade.handlingsplan_id is 'Handlingsplanens id';
comment on column bi.prioriterat_omrade.omrade_id is 'Områdets id';
comment on column bi.prioriterat_omrade.ordning is 'Områdets plats i planen, från 1';
comment on column bi.prioriterat_omrade.titel is 'Områdets rubrik';
comment on column bi.prioriterat_omrade.tema is 'Vad området handlar om, lika för hela lokalpolisområdet; tomt när inget är valt';

create function bi.rader_atgard()
    returns table (kommunkod text, handlingsplan_id uuid, omrade_id uuid, atgard_id uuid, harstamning_id uuid, ordning integer, orsak text, atgard text, planerad_uppfoljning text, status text, antal_uppfoljningar integer, senast_uppfoljd date)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp set row_security = on
as $$
    select m.municipality_code as kommunkod, m.plan_id as handlingsplan_id, m.area_id as omrade_id, m.measure_id as atgard_id,
        m.lineage_id as harstamning_id, m.position as ordning, c.text as orsak, m.text as atgard,
        m.planned_follow_up as planerad_uppfoljning, bi.laget(s.status) as status,
        coalesce(s.follow_up_count, 0) as antal_uppfoljningar, s.latest_on as senast_uppfoljd
    from app.measure m
    left join app.cause c on c.municipality_code = m.municipality_code and c.plan_id = m.plan_id and c.cause_id = m.cause_id
    left join app.measure_status s on s.municipality_code = m.municipality_code and s.plan_id = m.plan_id and s.measure_id = m.measure_id
$$;
comment on function bi.rader_atgard() is 'Raderna i vyn atgard';
grant execute on function bi.rader_atgard() to samverkan_bi;
create view bi.atgard with (security_invoker = true, security_barrier = true) as
select kommunkod, handlingsplan_id, omrade_id, atgard_id, harstamning_id, ordning, orsak, atgard, planerad_uppfoljning, status, antal_uppfoljningar, senast_uppfoljd from bi.rader_atgard();
comment on view bi.atgard is 'Åtgärder med orsak och läge';
comment on column bi.atgard.kommunkod is 'SCB:s kommunkod';
comment on column bi.atgard.handlingsplan_id is 'Handlingsplanens id';
comment on column bi.atgard.omrade_id is 'Det prioriterade områdets id';
comment on column bi.atgard.atgard_id is 'Åtgärdens id i planen';
comment on column bi.atgard.harstamning_id is 'Åtgärdens id genom alla år';
comment on column bi.atgard.ordning is 'Åtgärdens plats i planen, från 1';
comment on column bi.atgard.orsak is 'Orsaken som åtgärden svarar mot; tomt när ingen anges';
comment on column bi.atgard.atgard is 'Åtgärdens text';
comment on column bi.atgard.planerad_uppfoljning is 'Hur åtgärden ska följas upp enligt planen';
comment on column bi.atgard.status is 'ej påbörjad, pågår, genomförd, delvis genomförd, ej genomförd, inställd eller ingen uppgift';
comment on column bi.atgard.antal_uppfoljningar is 'Antal uppföljningar som registrerats, rättelser inräknade';
comment on column bi.atgard.senast_uppfoljd is 'Sista dagen i den senaste uppföljningens period';

create function bi.rader_ansvar()
    returns table (kommunkod text, handlingsplan_id uuid, atgard_id uuid, ansvarig_id uuid, ansvarig text, slag text, form text, huvudansvar boolean, status text)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp set row_security = on
as $$
    select r.municipality_code as kommunkod, r.plan_id as handlingsplan_id, r.measure_id as atgard_id, r.party_id as ansvarig_id,
        coalesce(r.adopted_name, p.name) as ansvarig,
        case p.kind when 'municipality' then 'kommun' when 'police' then 'polis' when 'joint' then 'gemensam' else 'extern' end as slag,
        case p.form when 'organisation' then 'organisation' when 'unit' then 'enhet' when 'role' then 'roll' else 'grupp' end as form,
        r.lead as huvudansvar, bi.laget(s.status) as status
    from app.responsibility r
    join app.responsible_party p on p.municipality_code = r.municipality_code and p.party_id = r.party_id
    left join app.responsibility_status s on s.municipality_code = r.municipality_code and s.plan_id = r.plan_id
        and s.measure_id = r.measure_id and s.party_id = r.party_id
$$;
comment on function bi.rader_ansvar() is 'Raderna i vyn ansvar';
grant execute on function bi.rader_ansvar() to samverkan_bi;
create view bi.ansvar with (security_invoker = true, security_barrier = true) as
select kommunkod, handlingsplan_id, atgard_id, ansvarig_id, ansvarig, slag, form, huvudansvar, status from bi.rader_ansvar();
comment on view bi.ansvar is 'Vem som ansvarar för varje åtgärd, och vad den senast har meddelat';
comment on column bi.ansvar.kommunkod is 'SCB:s kommunkod';
comment on column bi.ansvar.handlingsplan_id is 'Handlingsplanens id';
comment on column bi.ansvar.atgard_id is 'Åtgärdens id';
comment on column bi.ansvar.ansvarig_id is 'Den ansvarigas id';
comment on column bi.ansvar.ansvarig is 'Den ansvarigas namn (organisation, enhet, roll eller grupp)';
comment on column bi.ansvar.slag is 'kommun, polis, gemensam eller extern';
comment on column bi.ansvar.form is 'organisation, enhet, roll eller grupp';
comment on column bi.ansvar.huvudansvar is 'Sant för den som leder åtgärden';
comment on column bi.ansvar.status is 'Den ansvarigas senaste besked om sin del';

create function bi.rader_uppfoljning()
    returns table (kommunkod text, handlingsplan_id uuid, atgard_id uuid, uppfoljning_id uuid, ansvarig_id uuid, ansvarig text, fran date, till date, status text, text text, skal text, antal numeric, enhet text, ungefarligt boolean, rattar_id uuid, rattad boolean, registrerad timestamptz)
    language sql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp set row_security = on
as $$
    select f.municipality_code as kommunkod, f.plan_id as handlingsplan_id, f.measure_id as atgard_id,
        f.follow_up_id as uppfoljning_id, f.party_id as ansvarig_id, p.name as ansvarig, f.period_start as fran,
        f.period_end as till, bi.laget(f.status) as status, f.text as text, f.reason as skal, f.quantity as antal,
        f.unit as enhet, f.approximate as ungefarligt, f.corrects_follow_up_id as rattar_id, c.follow_up_id is not null as rattad,
        f.recorded_at as registrerad
    from app.follow_up f
    left join app.responsible_party p on p.municipality_code = f.municipality_code and p.party_id = f.party_id
    left join app.follow_up c on c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id
    -- What was only withdrawn says nothing.
    where f.status is not null
$$;
comment on function bi.rader_uppfoljning() is 'Raderna i vyn uppfoljning';
grant execute on function bi.rader_uppfoljning() to samverkan_bi;
create view bi.uppfoljning with (security_invoker = true, security_barrier = true) as
select kommunkod, handlingsplan_id, atgard_id, uppfoljning_id, ansvarig_id, ansvarig, fran, till, status, text, skal, antal, enhet, ungefarligt, rattar_id, rattad, registrerad from bi.rader_uppfoljning();
comment on view bi.uppfoljning is 'Uppföljningar; summera antal bara där rattad är falskt';
comment on column bi.uppfoljning.kommunkod is 'SCB:s kommunkod';
comment on column bi.uppfoljning.handlingsplan_id is 'Handlingsplanens id';
comment on column bi.uppfoljning.atgard_id is 'Åtgärdens id';
comment on column bi.uppfoljning.uppfoljning_id is 'Uppföljningens id';
comment on column bi.uppfoljning.ansvarig_id is 'Den ansvariga som uppföljningen talar för; tomt = åtgärden som helhet';
comment on column bi.uppfoljning.ansvarig is 'Den ansvarigas namn';
comment on column bi.uppfoljning.fran is 'Första dagen som uppföljningen gäller';
comment on column bi.uppfoljning.till is 'Sista dagen som uppföljningen gäller';
comment on column bi.uppfoljning.status is 'Läget enligt uppföljningen';
comment on column bi.uppfoljning.text is 'Vad som gjordes';
comment on column bi.uppfoljning.skal is 'Skälet när något inte blev av, blev delvis av eller ställdes in';
comment on column bi.uppfoljning.antal is 'Antal, i den enhet som anges';
comment on column bi.uppfoljning.enhet is 'Vad antalet räknar';
comment on column bi.uppfoljning.ungefarligt is 'Sant när antalet är ungefärligt';
comment on column bi.uppfoljning.rattar_id is 'Uppföljningen som denna rättar';
comment on column bi.uppfoljning.rattad is 'Sant när en senare uppföljning har rättat denna';
comment on column bi.uppfoljning.registrerad is 'När uppföljningen registrerades (UTC)';

grant select on bi.dim_kommun, bi.overenskommelse, bi.handlingsplan, bi.prioriterat_omrade, bi.atgard, bi.ansvar, bi.uppfoljning
    to samverkan_bi;
