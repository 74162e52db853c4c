-- What the demo's three municipalities have behind them: signed agreements, established pictures, adopted plans, and
-- follow-ups. Run by the administrator after the three imports.
-- The people, and Lidköping's and Götene's documents, are examples.
update app.agreement set state = 'proposed' where state = 'draft';
update app.signature s set signed_on = greatest(a.period_start - 30, date '2019-12-01'),
    recorded_by = case s.party when 'police' then 'Exempel lokalpolisområdeschef' else 'Exempel samordnare' end
from app.agreement a where a.municipality_code = s.municipality_code and a.agreement_id = s.agreement_id and a.state = 'proposed';
update app.situational_picture p set state = 'established', established_by = 'BRÅ-gruppen', established_on = a.period_start
from app.agreement a where a.municipality_code = p.municipality_code and p.state = 'draft';
update app.action_plan set state = 'adopted', adopted_by = 'Kommunstyrelsen', adopted_on = period_start where state = 'draft';

insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, party_id, period_start, period_end, status, text, reason, quantity, unit, approximate, recorded_by)
select m.municipality_code, m.plan_id, m.measure_id, m.lineage_id, r.party_id, p.period_start, p.period_start + d.days, d.status, d.text, d.reason, d.quantity, d.unit, d.approximate, 'Exempel samordnare'
from (values
    ('1495', 'Nattvandra%', 'Kultur-%', 300, 'done', 'Nattvandring vid skolavslutning, valborg och lucia.', null, 9, 'kvällar', false),
    ('1495', 'Riktade polis%', 'Polisen', 330, 'partlyDone', 'Insatser under våren.', 'Höstens insatser ställdes in på grund av pandemin.', 6, 'insatser', true),
    ('1495', 'Skräpplockardag%', 'Service%', 140, 'notDone', 'Dagen blev inte av.', 'Folksamlingar fick inte hållas.', null, null, false),
    ('1494', 'Krogar mot knark%', 'Folkhälso%', 90, 'ongoing', 'Tre krogar har gått utbildningen.', null, 3, 'krogar', false),
    ('1494', 'Polis till fots%', 'Polisen', 120, 'ongoing', 'Fotpatrull enligt plan.', null, 14, 'kvällar', true),
    ('1471', 'Vuxna på plats%', 'Fritids%', 60, 'done', 'Två vuxna varje eftermiddag.', null, 38, 'eftermiddagar', false)
) d (code, measure, party, days, status, text, reason, quantity, unit, approximate)
join app.measure m on m.municipality_code = d.code and m.text like d.measure
join app.action_plan p on p.municipality_code = m.municipality_code and p.plan_id = m.plan_id
join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id
join app.responsible_party rp on rp.municipality_code = r.municipality_code and rp.party_id = r.party_id and rp.name like d.party;

-- Contributors report for their own parties.
update access.caller_grant g set responsible_party_ids = array(
    select p.party_id from app.responsible_party p where p.municipality_code = g.municipality_code
      and (p.name like 'Kultur-%' or p.name like 'Folkhälso%' or p.name like 'Fritids%'))
where g.role = 'contributor';
