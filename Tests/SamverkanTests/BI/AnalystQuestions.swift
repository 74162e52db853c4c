/// What analysts ask, written the naive way against the star, and the truth in the service's database.
///
/// In the truth `plan`, `measure` and `told` are temporary views of the municipalities asked about: plans that hold for
/// their year, their measures, and what was reported on them and counts.
enum AnalystQuestions {
    static let truth = """
        create temporary view plan as
        select p.*, a.district_code from app.action_plan p
        join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id and a.state not in ('draft', 'withdrawn')
        where p.municipality_code = any (string_to_array(current_setting('truth.codes'), ',')) and (p.state in ('adopted', 'closed') or p.state = 'superseded'
            and not exists (select from app.action_plan n where n.municipality_code = p.municipality_code and n.year = p.year and n.plan_id <> p.plan_id
                and n.adopted_on >= p.adopted_on and n.created_at > p.created_at and n.state in ('adopted', 'closed', 'superseded')));
        create temporary view measure as
        select m.*, p.year, p.period_start, p.period_end, x.title as area,
            coalesce((select t.swedish from app.term t where t.kind = 'Theme' and t.term = x.theme), 'inget valt') as theme,
            (select t.swedish from app.term t where t.kind = 'MeasureStatus' and t.term = coalesce(s.status, 'noInformation')) as status,
            exists (select from app.responsibility r join app.responsible_party n using (municipality_code, party_id)
                where r.municipality_code = m.municipality_code and r.measure_id = m.measure_id and n.kind = 'police') as police
        from app.measure m join plan p using (municipality_code, plan_id) join app.priority_area x using (municipality_code, plan_id, area_id)
        left join app.measure_status s using (municipality_code, plan_id, measure_id);
        create temporary view told as
        select f.*, m.year, m.theme, m.measure_id as holding_id,
            (select t.swedish from app.term t where t.kind = 'MeasureStatus' and t.term = f.status) as swedish,
            (select coalesce(i.name, n.name) from app.responsible_party n left join app.responsible_party i on i.municipality_code = n.municipality_code and i.party_id = n.merged_into_id
                where n.municipality_code = f.municipality_code and n.party_id = f.party_id) as party
        from app.follow_up f
        join app.action_plan o on o.municipality_code = f.municipality_code and o.plan_id = f.plan_id
        join measure m on m.municipality_code = f.municipality_code and m.lineage_id = f.lineage_id and m.year = o.year
        where f.status is not null and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id);
        """

    struct Question: Sendable {
        let asked: String
        let star: String
        let truth: String

        init(_ asked: String, _ star: String, _ truth: String) {
            (self.asked, self.star, self.truth) = (asked, star, truth)
        }
    }

    static let all: [Question] = [
        .init(
            "How many measures each year?", "select ar, count(*) from fakta_atgard group by ar order by ar",
            "select year, count(*) from measure group by year order by year"),
        .init(
            "How many of each status?",
            "select ar, status, count(*) from fakta_atgard group by ar, status order by 1, 2",
            "select year, status, count(*) from measure group by 1, 2 order by 1, 2"),
        .init(
            "Statuses in their order, those that none has as well",
            "select s.status, count(a.atgard_id) from dim_status s left join fakta_atgard a on a.status = s.status group by s.status, s.ordning order by s.ordning",
            "select t.swedish, count(m.measure_id) from app.term t left join measure m on m.status = t.swedish where t.kind = 'MeasureStatus' group by t.swedish, t.place order by t.place"
        ),
        .init(
            "What share is done, by theme?",
            "select tema, round(100.0 * sum((status = 'genomförd')::integer) / count(*), 1) from fakta_atgard group by tema order by tema",
            "select theme, round(100.0 * count(*) filter (where status = 'genomförd') / count(*), 1) from measure group by theme order by theme"
        ),
        .init(
            "What share has come to an end?",
            "select a.ar, round(avg(s.avslutad::integer), 4) from fakta_atgard a join dim_status s using (status) group by a.ar order by a.ar",
            "select year, round(avg((status in ('genomförd', 'delvis genomförd', 'ej genomförd', 'inställd'))::integer), 4) from measure group by year order by year"
        ),
        .init(
            "Which were never reported on?",
            "select ar, count(*) from fakta_atgard where forsta_rapport is null group by ar order by ar",
            "select m.year, count(*) from measure m where not exists (select from told t where t.holding_id = m.measure_id) group by m.year order by m.year"
        ),
        .init(
            "How many are the police's?",
            "select ar, count(*) from fakta_atgard where polisen_ansvarar group by ar order by ar",
            "select year, count(*) from measure where police group by year order by year"),
        .init(
            "What share is the police's?",
            "select ar, round(avg(polisen_ansvarar::integer), 4) from fakta_atgard group by ar order by ar",
            "select year, round(avg(police::integer), 4) from measure group by year order by year"),
        .init(
            "What was reported, by unit?",
            "select enhet, sum(antal)::numeric(18,6) from fakta_uppfoljning where antal is not null group by enhet order by enhet",
            "select unit, sum(quantity)::numeric(18,6) from told where quantity is not null group by unit order by unit"
        ),
        .init(
            "What was reported, by quarter and unit?",
            "select d.ar, d.kvartal, u.enhet, sum(u.antal)::numeric(18,6) from fakta_uppfoljning u join dim_datum d using (datum) where u.antal is not null group by 1, 2, 3 order by 1, 2, 3",
            "select extract(year from period_end)::integer, extract(quarter from period_end)::integer, unit, sum(quantity)::numeric(18,6) from told where quantity is not null group by 1, 2, 3 order by 1, 2, 3"
        ),
        .init(
            "Planned beside done, by unit",
            "select ar, enhet, sum(planerat_antal)::numeric(18,6), sum(rapporterat_antal)::numeric(18,6) from fakta_atgard where planerat_antal is not null group by 1, 2 order by 1, 2",
            "select m.year, m.unit, sum(m.quantity)::numeric(18,6), sum((select sum(t.quantity) from told t where t.holding_id = m.measure_id and t.unit = m.unit))::numeric(18,6) from measure m where m.quantity is not null group by 1, 2 order by 1, 2"
        ),
        .init(
            "Which quantities are approximate?",
            "select ungefarligt, count(*) from fakta_uppfoljning where antal is not null group by 1 order by 1",
            "select approximate, count(*) from told where quantity is not null group by 1 order by 1"),
        .init(
            "How many reports each month?",
            "select d.ar, d.manad, count(*) from fakta_uppfoljning u join dim_datum d using (datum) group by 1, 2 order by 1, 2",
            "select extract(year from period_end)::integer, extract(month from period_end)::integer, count(*) from told group by 1, 2 order by 1, 2"
        ),
        .init(
            "How many reports in each ISO week?",
            "select d.iso_ar, d.vecka, count(*) from fakta_uppfoljning u join dim_datum d using (datum) group by 1, 2 order by 1, 2",
            "select extract(isoyear from period_end)::integer, extract(week from period_end)::integer, count(*) from told group by 1, 2 order by 1, 2"
        ),
        .init(
            "On which days of the week does something end?",
            "select d.veckodag, count(*) from fakta_uppfoljning u join dim_datum d using (datum) group by 1 order by 1",
            "select extract(isodow from period_end)::integer, count(*) from told group by 1 order by 1"),
        .init(
            "How many reports from each, under today's name?",
            "select p.ansvarig, count(*) from fakta_uppfoljning u join dim_ansvarig p using (ansvarig_id) group by 1 order by 1",
            "select party, count(*) from told where party is not null group by 1 order by 1"),
        .init(
            "What is said of a measure as a whole?", "select count(*) from fakta_uppfoljning where ansvarig_id is null",
            "select count(*) from told where party_id is null"),
        .init(
            "How many measures does each answer for?",
            "select p.ansvarig, count(*) from brygga_ansvar b join dim_ansvarig p using (ansvarig_id) group by 1 order by 1",
            "select coalesce(i.name, n.name), count(distinct m.measure_id) from measure m join app.responsibility r using (municipality_code, plan_id, measure_id) join app.responsible_party n using (municipality_code, party_id) left join app.responsible_party i on i.municipality_code = n.municipality_code and i.party_id = n.merged_into_id group by 1 order by 1"
        ),
        .init(
            "And each kind, by year?",
            "select a.ar, p.slag, count(distinct a.atgard_id) from fakta_atgard a join brygga_ansvar b using (atgard_id) join dim_ansvarig p using (ansvarig_id) group by 1, 2 order by 1, 2",
            "select m.year, t.swedish, count(distinct m.measure_id) from measure m join app.responsibility r using (municipality_code, plan_id, measure_id) join app.responsible_party n using (municipality_code, party_id) join app.term t on t.kind = 'ResponsiblePartyKind' and t.term = n.kind group by 1, 2 order by 1, 2"
        ),
        .init(
            "Which have several to answer for them?",
            "select ar, count(*) from fakta_atgard where antal_ansvariga > 1 group by ar order by ar",
            "select m.year, count(*) from measure m where (select count(distinct coalesce(n.merged_into_id, n.party_id)) from app.responsibility r join app.responsible_party n using (municipality_code, party_id) where r.municipality_code = m.municipality_code and r.measure_id = m.measure_id) > 1 group by 1 order by 1"
        ),
        .init(
            "Which have nobody?", "select count(*) from fakta_atgard where antal_ansvariga = 0",
            "select count(*) from measure m where not exists (select from app.responsibility r where r.municipality_code = m.municipality_code and r.measure_id = m.measure_id)"
        ),
        .init(
            "How many have one who leads?", "select count(distinct atgard_id) from brygga_ansvar where huvudansvar",
            "select count(distinct m.measure_id) from measure m join app.responsibility r using (municipality_code, plan_id, measure_id) where r.lead"
        ),
        .init(
            "How long until the first report, in days?",
            "select a.ar, round(avg(a.forsta_rapport - p.galler_fran), 1) from fakta_atgard a join dim_handlingsplan p using (handlingsplan_id) group by a.ar order by a.ar",
            "select m.year, round(avg((select min(t.period_end) from told t where t.holding_id = m.measure_id) - m.period_start), 1) from measure m group by m.year order by m.year"
        ),
        .init(
            "When was something last reported?",
            "select ar, max(senaste_rapport) from fakta_atgard group by ar order by ar",
            "select m.year, max(t.period_end) from measure m left join told t on t.holding_id = m.measure_id group by m.year order by m.year"
        ),
        .init(
            "How many reports have the measures together?",
            "select ar, sum(antal_uppfoljningar) from fakta_atgard group by ar order by ar",
            "select m.year, count(t.follow_up_id) from measure m left join told t on t.holding_id = m.measure_id group by m.year order by m.year"
        ),
        .init(
            "One measure through the years",
            "select ar, atgard, status from fakta_atgard where linje_id = (select linje_id from fakta_atgard group by linje_id order by count(*) desc, linje_id limit 1) order by ar",
            "select year, text, status from measure where lineage_id = (select lineage_id from measure group by lineage_id order by count(*) desc, lineage_id::text limit 1) order by year"
        ),
        .init(
            "How many measures have lived how many years?",
            "select ar, count(*) from (select linje_id, count(*) as ar from fakta_atgard group by linje_id) x group by ar order by ar",
            "select years, count(*) from (select lineage_id, count(*) as years from measure group by lineage_id) x group by 1 order by 1"
        ),
        .init(
            "What was reported on the line with most reports?",
            "select count(*), sum(antal)::numeric(18,6) from fakta_uppfoljning where linje_id = (select linje_id from fakta_uppfoljning group by linje_id order by count(*) desc, linje_id limit 1)",
            "select count(*), sum(quantity)::numeric(18,6) from told where lineage_id = (select lineage_id from told group by lineage_id order by count(*) desc, lineage_id::text limit 1)"
        ),
        .init(
            "What was dropped, and why?", "select ar, atgard, skal from fakta_utgatt order by ar, atgard collate \"C\"",
            "select p.year, o.text, d.reason from app.dropped_measure d join app.action_plan q using (municipality_code, plan_id) join plan p on p.municipality_code = q.municipality_code and p.year = q.year join app.measure o on o.municipality_code = d.municipality_code and o.measure_id = d.measure_id where q.state in ('adopted', 'closed', 'superseded') order by p.year, o.text collate \"C\""
        ),
        .init(
            "How much was corrected, how much taken back?",
            "select aterkallad, count(*) from fakta_rattad_uppfoljning group by 1 order by 1",
            "select c.status is null, count(*) from app.follow_up f join app.follow_up c on c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id join app.action_plan o on o.municipality_code = f.municipality_code and o.plan_id = f.plan_id join measure m on m.municipality_code = f.municipality_code and m.lineage_id = f.lineage_id and m.year = o.year where f.status is not null group by 1 order by 1"
        ),
        .init(
            "What was said of which status?",
            "select status, count(*) from fakta_uppfoljning group by status order by status",
            "select swedish, count(*) from told group by 1 order by 1"),
        .init(
            "Why was something not done?",
            "select skal from fakta_uppfoljning where skal is not null order by skal collate \"C\"",
            "select reason from told where reason is not null order by reason collate \"C\""),
        .init(
            "Where does the word ungdom stand in reports?",
            "select count(*) from fakta_uppfoljning where text ilike '%ungdom%'",
            "select count(*) from told where text ilike '%ungdom%'"),
        .init(
            "What belongs to a round?",
            "select uppfoljningstillfalle, count(*) from fakta_uppfoljning where uppfoljningstillfalle is not null group by 1 order by 1",
            "select r.name, count(*) from told t join measure m on m.measure_id = t.holding_id join app.reporting_round r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and t.period_start >= r.period_start and t.period_end <= r.period_end group by 1 order by 1"
        ),
        .init(
            "How many statuses does each month's end have?",
            "select datum, count(*) from fakta_status_manad group by datum order by datum",
            "select d::date, count(*) from measure m cross join lateral (select (generate_series(date_trunc('month', m.period_start), m.period_end, interval '1 month') + interval '1 month - 1 day')::date as d) x where d <= app.today() group by 1 order by 1"
        ),
        .init(
            "What was reported on by each month's end?",
            "select datum, count(*) from fakta_status_manad where status <> 'ingen uppgift' group by datum order by datum",
            "select d::date, count(*) from measure m cross join lateral (select (generate_series(date_trunc('month', m.period_start), m.period_end, interval '1 month') + interval '1 month - 1 day')::date as d) x where d <= app.today() and exists (select from told t where t.holding_id = m.measure_id and t.period_end <= d) group by 1 order by 1"
        ),
        .init(
            "What work was not in the plan, by theme?",
            "select tema, count(*) from fakta_oplanerat group by tema order by tema",
            "select coalesce((select t.swedish from app.term t where t.kind = 'Theme' and t.term = x.theme), 'inget valt'), count(*) from app.unplanned_work u join app.action_plan o using (municipality_code, plan_id) join plan p on p.municipality_code = o.municipality_code and p.year = o.year join app.priority_area x on x.municipality_code = u.municipality_code and x.plan_id = u.plan_id and x.area_id = u.area_id where o.state in ('adopted', 'closed', 'superseded') and not exists (select from app.unplanned_work c where c.municipality_code = u.municipality_code and c.corrects_unplanned_work_id = u.unplanned_work_id) group by 1 order by 1"
        ),
        .init(
            "How many areas each year?", "select ar, count(distinct omrade) from fakta_atgard group by ar order by ar",
            "select year, count(distinct area) from measure group by year order by year"),
        .init(
            "How many causes have measures?", "select count(distinct orsak) from fakta_atgard",
            "select count(distinct c.text) from measure m join app.cause c using (municipality_code, plan_id, cause_id)"
        ),
        .init(
            "Which promises are published?",
            "select text from fakta_lofte where status = 'publicerat' order by text collate \"C\"",
            "select text from app.promise where state = 'published' and municipality_code = any (string_to_array(current_setting('truth.codes'), ',')) order by text collate \"C\""
        ),
        .init(
            "How did promises come out?", "select utfall, count(*) from fakta_lofte group by utfall order by utfall",
            "select (select t.swedish from app.term t where t.kind = 'Verdict' and t.term = (select o.verdict from app.promise_outcome o where o.municipality_code = p.municipality_code and o.promise_id = p.promise_id and o.state = 'approved' and not exists (select from app.promise_outcome c where c.municipality_code = o.municipality_code and c.corrects_outcome_id = o.outcome_id and c.state = 'approved') order by o.period_end desc, o.outcome_id desc limit 1)), count(*) from app.promise p where (p.state in ('published', 'superseded') or p.state = 'withdrawn' and p.published_on is not null) and p.municipality_code = any (string_to_array(current_setting('truth.codes'), ',')) group by 1 order by 1"
        ),
        .init(
            "Which outcomes are approved?",
            "select datum, utfall, text from fakta_lofte_utfall order by datum, text collate \"C\"",
            "select o.period_end, t.swedish, o.text from app.promise_outcome o join app.term t on t.kind = 'Verdict' and t.term = o.verdict where o.state = 'approved' and o.municipality_code = any (string_to_array(current_setting('truth.codes'), ',')) and not exists (select from app.promise_outcome c where c.municipality_code = o.municipality_code and c.corrects_outcome_id = o.outcome_id and c.state = 'approved') order by o.period_end, o.text collate \"C\""
        ),
        .init(
            "How do the indicators stand?",
            "select indikator, datum, varde from fakta_indikator order by indikator collate \"C\", datum, varde",
            "select i.name, v.measured_on, v.value::numeric(18,6) from app.indicator_value v join app.action_plan o using (municipality_code, plan_id) join plan p on p.municipality_code = o.municipality_code and p.year = o.year join app.indicator i on i.municipality_code = p.municipality_code and i.plan_id = p.plan_id and i.lineage_id = v.lineage_id where not exists (select from app.indicator_value c where c.municipality_code = v.municipality_code and c.corrects_value_id = v.value_id) order by i.name collate \"C\", v.measured_on, v.value"
        ),
        .init(
            "Which indicators reached their target?", "select count(*) from fakta_indikator where malet_natt",
            "select count(*) from app.indicator_value v join app.action_plan o using (municipality_code, plan_id) join plan p on p.municipality_code = o.municipality_code and p.year = o.year join app.indicator i on i.municipality_code = p.municipality_code and i.plan_id = p.plan_id and i.lineage_id = v.lineage_id where not exists (select from app.indicator_value c where c.municipality_code = v.municipality_code and c.corrects_value_id = v.value_id) and case i.direction when 'up' then v.value >= i.target else v.value <= i.target end"
        ),
        .init(
            "Which reports did the district get?",
            "select ar, titel, skickad from fakta_redovisning order by ar, titel collate \"C\", skickad",
            "select p.year, r.title, r.sent_on from app.report r join app.action_plan p using (municipality_code, plan_id) where r.state <> 'draft' and r.to_district and r.municipality_code = any (string_to_array(current_setting('truth.codes'), ',')) order by p.year, r.title collate \"C\", r.sent_on"
        ),
        .init(
            "Which did it receive?", "select count(*) from fakta_redovisning where mottagen is not null",
            "select count(distinct r.report_id) from app.report r join app.report_dispatch d using (municipality_code, report_id) where r.state <> 'draft' and r.to_district and d.body_kind = 'policeDistrictManagement' and d.received_on is not null and r.municipality_code = any (string_to_array(current_setting('truth.codes'), ','))"
        ),
        .init(
            "Which plans are there?",
            "select ar, version_i_aret, galler, status from dim_handlingsplan order by kommun, ar, version_i_aret",
            "select p.year, row_number() over (partition by p.municipality_code, p.year order by p.created_at)::integer, p.plan_id in (select plan_id from plan), t.swedish from app.action_plan p join app.municipality m using (municipality_code) join app.term t on t.kind = 'ActionPlanStatus' and t.term = p.state where p.state in ('adopted', 'closed', 'superseded') and p.municipality_code = any (string_to_array(current_setting('truth.codes'), ',')) order by m.name, p.year, 2"
        ),
        .init(
            "Who adopted the plans, and when?",
            "select ar, antagen_av, antagen_den from dim_handlingsplan where galler order by kommun, ar",
            "select p.year, p.adopted_by, p.adopted_on from plan p join app.municipality m using (municipality_code) order by m.name, p.year"
        ),
        .init(
            "Which agreements are there?",
            "select titel, galler_fran, galler_till from dim_overenskommelse order by titel collate \"C\", galler_fran",
            "select title, period_start, period_end from app.agreement where state not in ('draft', 'withdrawn') and municipality_code = any (string_to_array(current_setting('truth.codes'), ',')) order by title collate \"C\", period_start"
        ),
        .init(
            "Which agreements hold today?", "select count(*) from dim_overenskommelse where status like 'gällande%'",
            "select count(*) from app.agreement a where a.state in ('signed', 'terminated') and a.municipality_code = any (string_to_array(current_setting('truth.codes'), ',')) and a.period_start <= app.today() and coalesce(app.agreement_end(a.state, a.effective_end, a.replaced_by_id, a.notice_months, a.tacit_prolongation_months, app.today()) >= app.today(), true)"
        ),
        .init(
            "How many measures under each agreement?",
            "select o.titel, o.galler_fran, count(*) from fakta_atgard a join dim_overenskommelse o using (overenskommelse_id) group by 1, 2 order by 1, 2",
            "select g.title, g.period_start, count(*) from measure m join plan p using (municipality_code, plan_id) join app.agreement g on g.municipality_code = p.municipality_code and g.agreement_id = p.agreement_id group by 1, 2 order by 1, 2"
        ),
        .init(
            "How many measures has each municipality?",
            "select k.kommun, count(*) from fakta_atgard a join dim_kommun k using (kommunkod) group by 1 order by 1",
            "select n.name, count(*) from measure m join app.municipality n using (municipality_code) group by 1 order by 1"
        ),
        .init(
            "And each district?",
            "select k.lokalpolisomrade, count(*) from fakta_atgard a join dim_kommun k using (kommunkod) group by 1 order by 1",
            "select d.name, count(*) from measure m join app.municipality n using (municipality_code) join app.police_district d using (district_code) group by 1 order by 1"
        ),
        .init(
            "What is late?", "select ar, count(*) from fakta_atgard where sen group by ar order by ar",
            "select year, count(*) from measure where coalesce(ends_on, period_end) < app.today() and status in ('ingen uppgift', 'ej påbörjad', 'pågår') group by year order by year"
        ),
        .init(
            "What is due in which quarter?",
            "select d.ar, d.kvartal, count(*) from fakta_atgard a join dim_datum d on d.datum = a.forfaller group by 1, 2 order by 1, 2",
            "select extract(year from coalesce(ends_on, period_end))::integer, extract(quarter from coalesce(ends_on, period_end))::integer, count(*) from measure group by 1, 2 order by 1, 2"
        ),
        .init(
            "The picture of a municipality's year",
            "select kommunkod, ar, antal_atgarder, genomforda, pagar, polisens from lage_per_kommun_ar order by kommunkod, ar",
            "select municipality_code, year, count(*), count(*) filter (where status = 'genomförd'), count(*) filter (where status = 'pågår'), count(*) filter (where police) from measure group by 1, 2 order by 1, 2"
        ),
        .init(
            "How many in two years, the two-year clock?",
            "select ar / 2 * 2, count(distinct linje_id) from fakta_atgard group by 1 order by 1",
            "select year / 2 * 2, count(distinct lineage_id) from measure group by 1 order by 1"),
        .init(
            "How did the number of measures change from year to year?",
            "select ar, count(*) - lag(count(*)) over (partition by kommunkod order by ar) from fakta_atgard group by kommunkod, ar order by kommunkod, ar",
            "select year, count(*) - lag(count(*)) over (partition by municipality_code order by year) from measure group by municipality_code, year order by municipality_code, year"
        ),
        .init(
            "How many new measures each year?",
            "select ar, count(*) from (select linje_id, min(ar) as ar from fakta_atgard group by linje_id) x group by ar order by ar",
            "select year, count(*) from (select lineage_id, min(year) as year from measure group by lineage_id) x group by year order by year"
        ),
        .init(
            "Who is there, by kind and form?",
            "select slag, form, count(*) from dim_ansvarig where ansvarig_id in (select ansvarig_id from brygga_ansvar) group by 1, 2 order by 1, 2",
            "select k.swedish, f.swedish, count(*) from (select distinct n.municipality_code, coalesce(n.merged_into_id, n.party_id) as party_id from measure m join app.responsibility r using (municipality_code, plan_id, measure_id) join app.responsible_party n using (municipality_code, party_id)) x join app.responsible_party y on y.municipality_code = x.municipality_code and y.party_id = x.party_id join app.term k on k.kind = 'ResponsiblePartyKind' and k.term = y.kind join app.term f on f.kind = 'ResponsiblePartyForm' and f.term = y.form group by 1, 2 order by 1, 2"
        ),
    ]
}
