"""The scene of an attack: what three municipalities have in every table, a canary in every text of it, and for each viewer
which of them it may see.

A canary is a text that stands in one place only. Seen anywhere else it tells which column of which row got out.
"""
import datetime, json, re
from dataclasses import dataclass, field

import psycopg

from house import ROOT

CODES = ("1494", "1471", "1495")
NAMES = {"1494": "lidkoping.md", "1471": "gotene.md", "1495": "skara.txt"}
DISTRICT, OTHER_DISTRICT = "vastra-skaraborg", "ostra-skaraborg"
CANARY = re.compile(r"kanarie-\d{4}-[a-p]{12}")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

# Beside the demo's cast: a district and a municipality that have nothing to do with the others.
OUTSIDERS = f"""
    insert into app.police_district (district_code, name, region_name) values ('{OTHER_DISTRICT}', 'Lokalpolisområde Östra Skaraborg', 'Polisregion Väst');
    insert into app.municipality (municipality_code, name, district_code) values ('1499', 'Falköping', '{OTHER_DISTRICT}');
    insert into access.issuer (issuer, kind, district_code) values ('development:district:{OTHER_DISTRICT}', 'district', '{OTHER_DISTRICT}');
    insert into access.caller_grant (issuer, subject, role, district_code) values
        ('development:district:{OTHER_DISTRICT}', 'head-of-district', 'headOfDistrict', '{OTHER_DISTRICT}')"""

# How far a row has come: a draft is the municipality's own, what is proposed or established is the district's to read as well, and
# what is established the analysts'. A table that isn't named here is the municipality's alone.
AGREEMENT = """(select case when a.state in ('draft', 'withdrawn') then 'draft' else 'established' end from app.agreement a
    where a.municipality_code = t.municipality_code and a.agreement_id = t.agreement_id)"""
# The text that present signatures have, and since form v2 that of the annexes, which are no drafts; what was voided is nobody's any more.
SIGNED_TEXT = f"""(select {AGREEMENT} where exists (select from app.signature s where s.municipality_code = t.municipality_code
    and s.agreement_id = t.agreement_id and (s.content_sha256 = t.sha256 or s.form <> 'v1' and s.annexes_sha256 = t.sha256)))"""
PICTURE = """(select case when p.state in ('draft', 'withdrawn') then 'draft' else 'established' end from app.situational_picture p
    where p.municipality_code = t.municipality_code and p.picture_id = t.picture_id)"""
PLAN = """(select case when p.state in ('draft', 'withdrawn') or a.state in ('draft', 'withdrawn') then 'draft' when p.state in ('proposed', 'approved') then 'proposed' else 'established' end
    from app.action_plan p join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
    where p.municipality_code = t.municipality_code and p.plan_id = t.plan_id)"""
FOLLOW_UP = "(select 'established' from app.follow_up f where f.municipality_code = t.municipality_code and f.follow_up_id = t.follow_up_id)"
ANSWERS = """(select 'established' from app.responsibility r join app.action_plan p on p.municipality_code = r.municipality_code and p.plan_id = r.plan_id
    where r.municipality_code = t.municipality_code and r.{0} = t.{0} and p.state not in ('draft', 'withdrawn') limit 1)"""
PROMISE = """(select case when p.state = 'draft' or a.state in ('draft', 'withdrawn') then 'draft' when p.state in ('published', 'superseded') then 'published'
        when p.state = 'withdrawn' and p.returned_by is not null then 'draft' else 'proposed' end
    from app.promise p join app.agreement a on a.municipality_code = p.municipality_code and a.agreement_id = p.agreement_id
    where p.municipality_code = t.municipality_code and p.promise_id = t.promise_id)"""
# The public sees of an outcome what every promisor has approved.
OUTCOME = f"""case when {PROMISE} = 'published' and t.state <> 'approved' then 'proposed' else {PROMISE} end"""
ANSWERED = f"""(select {OUTCOME.replace('t.', 'o.')} from app.promise_outcome o where o.municipality_code = t.municipality_code and o.outcome_id = t.outcome_id)"""
# A draft of a report is the municipality's own people's alone; what was sent to the district's management is the district's, too.
REPORT = """(select case when r.state <> 'draft' and r.to_district then 'proposed' else 'kept' end from app.report r
    where r.municipality_code = t.municipality_code and r.report_id = t.report_id)"""
ATTACHED = f"coalesce({AGREEMENT}, {PICTURE}, {PLAN}, {FOLLOW_UP}, {REPORT})"
COMMENTED = f"case when t.on_proposal and {PLAN} <> 'draft' then 'proposed' end"
# A text that can be found is whose its row is.
FOUND = f"""case when t.kind in ('plan', 'area', 'cause', 'measure', 'indicator', 'followUp', 'unplannedWork', 'adoptedName') then {PLAN}
    when t.kind in ('agreement', 'section') then {AGREEMENT} when t.kind in ('picture', 'source', 'problem') then {PICTURE}
    when t.kind = 'promise' then {PROMISE} when t.kind in ('report', 'reportCommentary') then {REPORT}
    when t.kind = 'party' then {ANSWERS.format('party_id')} when t.kind = 'reportDecision' then 'kept'
    when t.kind = 'outcome' then (select {OUTCOME.replace('t.', 'o.')} from app.promise_outcome o where o.municipality_code = t.municipality_code and o.outcome_id = t.entry_id)
    when t.kind = 'comment' then (select {COMMENTED.replace('t.', 'c.')} from app.comment c where c.municipality_code = t.municipality_code and c.comment_id = t.entry_id)
    when t.kind = 'attachment' then (select {ATTACHED.replace('t.', 'x.')} from app.attachment x where x.municipality_code = t.municipality_code and x.attachment_id = t.entry_id) end"""
KINDS = {
    "search_entry": FOUND,
    **dict.fromkeys(("report", "report_commentary", "report_text"), REPORT),
    "report_dispatch": f"case t.body_kind when 'policeDistrictManagement' then {REPORT} else 'kept' end",
    **dict.fromkeys(("report_decision", "body_meeting", "duty_fulfilment", "word_template"), "'kept'"),
    # A report names its recipients.
    "body": """case when t.kind = 'policeDistrictManagement' or exists (select from app.report_dispatch d
        join app.report r on r.municipality_code = d.municipality_code and r.report_id = d.report_id and r.to_district
        where d.municipality_code = t.municipality_code and d.body_id = t.body_id) then 'proposed' else 'kept' end""",
    **dict.fromkeys(("agreement", "agreement_section", "signature", "prolongation"), AGREEMENT),
    "signed_text": SIGNED_TEXT,
    **dict.fromkeys(("situational_picture", "source", "problem", "problem_source"), PICTURE),
    **dict.fromkeys(("action_plan", "priority_area", "cause", "measure", "responsibility", "measure_status", "responsibility_status", "plan_summary",
                     "answered_problem", "dropped_measure", "follow_up", "unplanned_work", "indicator", "indicator_value", "reporting_round"), PLAN),
    "promise": PROMISE,
    "promise_outcome": OUTCOME,
    # Of what a promise is kept by, the district sees measures of plans that it sees; the public sees none.
    "promise_measure": f"case when 'draft' in ({PROMISE}, {PLAN}) then 'draft' else 'proposed' end",
    # Whoever sees what is answered sees the answer; the public and analysts don't.
    "approval": f"case when 'draft' in ({PLAN}) or 'draft' in ({PROMISE}) or 'draft' in ({ANSWERED}) then 'draft' else 'proposed' end",
    "round_proposal": "'proposed'",
    # What was said of a proposal, as long as it is one or more.
    "comment": COMMENTED,
    "attachment": ATTACHED,
    "responsible_party": ANSWERS.format("party_id"),
    "municipality": "'name'",
}
# A contact's name is inside only; its id stands in every responsibility, and that of its name at the adoption.
ID_KINDS = {"contact": ANSWERS.format("contact_id"), "adopted_contact": ANSWERS.format("adopted_contact_id")}
# What was read out of a document stands in a draft as soon as it is confirmed, and goes its way from there.
COLUMN_KINDS = {("import", "preview"): f"case when t.state = 'confirmed' and 'established' in ({AGREEMENT}, {PLAN}) then 'established' end"}
# Who recorded something stays inside the municipality, also where the rest is the district's to read.
KEPT = {("follow_up", "recorded_by"), ("unplanned_work", "recorded_by"), ("promise_outcome", "recorded_by"), ("approval", "recorded_by"), ("indicator_value", "recorded_by"), ("attachment", "created_by")}
# What the database for BI shows.
IN_VIEWS = {
    ("municipality", "name"), ("agreement", "title"), ("action_plan", "adopted_by"), ("priority_area", "title"), ("cause", "text"),
    ("measure", "text"), ("measure", "planned_follow_up"), ("measure", "unit"), ("responsible_party", "name"), ("responsibility", "adopted_name"),
    ("follow_up", "text"), ("follow_up", "reason"), ("follow_up", "unit"), ("reporting_round", "name"), ("unplanned_work", "text"), ("unplanned_work", "unit"),
    ("dropped_measure", "reason"), ("indicator", "name"), ("indicator", "unit"), ("indicator", "source"), ("promise", "text"), ("promise_outcome", "text"),
    ("promise_outcome", "unit"), ("report", "title"),
}
# Columns that hold one of a few words though no check says so.
CHOICES = {("measure_status", "status"), ("measure_status", "stated_status"), ("measure_status", "latest_status"), ("responsibility_status", "status"),
    ("comment", "written_as")}
OWN_IDS = {"report_dispatch": "dispatch_id", "report_decision": "decision_id", "duty_fulfilment": "fulfilment_id", "promise_outcome": "outcome_id", "indicator_value": "value_id", "reporting_round": "round_id", "round_proposal": "proposal_id", "situational_picture": "picture_id", "action_plan": "plan_id", "priority_area": "area_id", "responsible_party": "party_id", "group_member": "member_id"}


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks: a login, and as whom it has entered (issuer, subject, name, municipality, district)."""
    name: str
    login: str  # of an analyst the scope, whose login's name is made up
    side: str  # municipality, officer, district, operator, public, bi or nobody
    codes: tuple = ()  # the municipalities that it sees anything of
    enter: tuple = None
    role: str = ""

    def may_see(self, code, kind, table="", column=""):
        if code not in self.codes or kind == "never":
            return False
        if self.side == "municipality":
            return kind != "log" or self.role == "auditor"
        if self.side == "officer":
            return kind not in ("log", "kept")
        if self.side == "district":
            return kind in ("proposed", "established", "published", "name")
        if self.side == "public":
            # A promise names its agreement.
            return kind in ("published", "name") or table == "agreement" and column == ""
        if self.side == "bi":
            # Of reports, what was sent to the district; of promises, what is published.
            return (kind in ("established", "published", "name") or kind == "proposed" and table == "report") and (column == "" or (table, column) in IN_VIEWS)
        # The operator gives the grants, in which the parties stand that a contributor reports for.
        return self.side == "operator" and (kind == "name" or table == "responsible_party" and column == "")

    def may_change(self, table, code):
        """Whether a row of a municipality in a table («schema.name») may have changed by this viewer's doing."""
        # Everybody who may enter has a calendar address, which is nobody else's and no municipality's.
        if table == "access.calendar_feed" or table.startswith("audit.") and code == "0000":
            return self.enter is not None and self.side != "public"
        if self.side == "municipality":
            return code in self.codes
        reported = ("app.follow_up", "app.unplanned_work", "app.attachment", "app.measure_status", "app.responsibility_status", "app.plan_summary", "app.search_entry", "access.idempotency_key",
                    "audit.change", "audit.chain_head", "audit.personal_value")
        reported += ("app.indicator_value", "app.promise_outcome")
        answered = ("app.approval", "app.promise", "app.action_plan", "app.comment", "app.round_proposal", "app.report_dispatch")
        # What an officer adds to a draft makes it one that another authority has had a part in.
        drafts = ("app.problem", "app.problem_source", "app.situational_picture", "app.comment", "app.action_plan", "app.agreement")
        signed = ("app.signature", "app.agreement", "app.prolongation")
        return code in self.codes and (
            self.side == "officer" and table in reported + drafts or self.role == "headOfDistrict" and table in reported + signed + answered)


def viewers(code="1495"):
    """Everybody that is tried in SQL; the municipality's own people are those of one."""
    district = f"development:district:{DISTRICT}"
    found = [Viewer(f"{login} without a context", f"samverkan_{login}", "nobody") for login in ("municipality", "police", "public", "operator")]
    for role in ("coordinator", "contributor", "reader", "auditor"):
        issuer = f"development:municipality:{code}"
        found.append(Viewer(f"{role} of {code}", "samverkan_municipality", "municipality", (code,), (issuer, role, f"Exempel {role}", code, None), role))
    officer = (district, f"municipal-officer-{code}", "Exempel officer", code, None)
    found.append(Viewer(f"municipal officer of {code}", "samverkan_police", "officer", (code,), officer, "municipalOfficer"))
    for role, name in (("districtReader", "district-reader"), ("headOfDistrict", "head-of-district")):
        # Whoever reads the district sees that there are its other municipalities, too.
        found.append(Viewer(name, "samverkan_police", "district", (*CODES, "1444", "1445", "1470"), (district, name, f"Exempel {name}", None, DISTRICT), role))
    found.append(Viewer("head of another district", "samverkan_police", "district", ("1499",),
                        (f"development:district:{OTHER_DISTRICT}", "head-of-district", "Exempel head", None, OTHER_DISTRICT), "headOfDistrict"))
    found.append(Viewer("public", "samverkan_public", "public", (code,), (None, None, None, code, None), "public"))
    everywhere = (*CODES, "1444", "1445", "1470", "1499")
    found.append(Viewer("operator", "samverkan_operator", "operator", everywhere, ("development:operator", "operator", "Exempel operator", code, None), "operator"))
    found.append(Viewer(f"analyst of {code}", "municipality", "bi", (code,)))
    found.append(Viewer("analyst of the district", "district", "bi", (*CODES, "1444", "1445", "1470")))
    found.append(Viewer("analyst of the country", "country", "bi", everywhere))
    return found


@dataclass
class Place:
    """Where a canary or an id stands."""
    code: str
    table: str
    key: tuple
    column: str = ""
    kind: str = "inner"

    def __str__(self):
        return f"{self.table}.{self.column or 'id'} of {self.code} ({self.kind})"


@dataclass
class Scene:
    house: object
    random: object
    canaries: dict = field(default_factory=dict)  # text: Place
    ids: dict = field(default_factory=dict)  # text of a UUID: Place
    secrets: dict = field(default_factory=dict)  # bytes: what it is
    planted: set = field(default_factory=set)
    bare: set = field(default_factory=set)  # text columns that take no free text

    # Making it

    def build(self):
        self.admin = self.house.administrator(autocommit=True)
        self.admin.execute(OUTSIDERS)
        settings = self.house.settings()
        for name in ("SERVER_KEY", "MUNICIPALITY_PASSWORD", "POLICE_PASSWORD", "OPERATOR_PASSWORD", "PUBLIC_PASSWORD"):
            self.secrets[settings[f"SAMVERKAN_{name}"].encode()] = name
        self.secrets[self.admin.execute("select encode(sha256, 'hex') from access.server_key").fetchone()[0].encode()] = "the digest of the server's key"
        for code in CODES:
            self.draft(code)
            with self.admin.transaction():
                self.admin.execute("set local session_replication_role = replica")
                self.fill(code)
        self.tables = [name for name, in self.admin.execute("""
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_code'
            where n.nspname = 'app' and c.relkind in ('r', 'p') order by 1""")]
        for table in self.tables:
            there = {code for code, in self.admin.execute(f"select distinct municipality_code from app.{table}")}
            if not there.issuperset(CODES):
                raise RuntimeError(f"the scene has nothing in app.{table} for some municipality: an attack would pass it by")
        self.plant()
        # The statistics of what is planted, which some catalog could show.
        self.admin.execute("analyze")
        self.look()
        return self

    def draft(self, code):
        """Through the API, as people do: a second import, a proposed agreement, next year's plan with a measure left out."""
        token = self.house.token("coordinator", code)
        path = f"/municipalities/{code}"

        def make(where, body, **headers):
            status, _, answer = self.house.request("POST", path + where, token, body, headers=headers or None)
            if status not in (200, 201, 204):
                raise RuntimeError(f"POST {path}{where}: {status} {answer[:500]!r}")
            return json.loads(answer) if answer else None

        name = NAMES[code]
        kind = "text/markdown" if name.endswith(".md") else "text/plain"
        placements = [{"line": 73, "area": 2}, {"line": 76, "area": 4}, {"line": 77, "area": 5}] if code == "1495" else []
        proposal = make(f"/imports?fileName={name}", document(name), **{"Content-Type": kind})
        make(f"/imports/{proposal['id']}/confirmation", {"placements": placements})
        again = make(f"/imports?fileName={name}", document(name), **{"Content-Type": kind})
        make(f"/imports/{again['id']}/reading", {"columns": [{"name": "Utförare" if code == "1494" else "Ansvarig", "as": "responsible"}]})
        plan = self.house.get(f"{path}/action-plans", token)["items"]
        adopted = next(p for p in plan if p["status"] == "adopted")
        agreement = adopted["agreementId"]
        make(f"/agreements/{agreement}/prolongations", {"effectiveEnd": "2090-12-31", "reason": "En ny förbereds."})
        signers = [{"party": "municipality", "name": "Kim Exempelsson", "title": "Ordförande"}, {"party": "police", "name": "Robin Exempelman", "title": "Chef"}]
        proposed = make("/agreements", {"title": "Föreslagen", "period": {"start": "2095-01-01", "end": "2098-12-31"}, "signatures": signers,
                                        "sections": [{"heading": "Syfte", "text": "Tryggare."}]})
        make(f"/agreements/{proposed['id']}/proposal", None)
        year = adopted["year"] + 1
        revision = make(f"/action-plans/{adopted['id']}/revisions", {"year": year, "period": {"start": f"{year}-01-01", "end": f"{year}-12-31"}})
        measures = [m for area in revision["priorityAreas"] for m in area["measures"] + [m for cause in area["causes"] for m in cause["measures"]]]
        make(f"/measures/{measures[-1]['id']}/dropping", {"reason": "Ingår i ordinarie arbete."})
        # And the year's after, proposed to the district.
        later = make(f"/action-plans/{adopted['id']}/revisions", {"year": year + 1, "period": {"start": f"{year + 1}-01-01", "end": f"{year + 1}-12-31"}})
        make(f"/action-plans/{later['id']}/comments", {"text": "Innan den föreslås."})
        make(f"/action-plans/{later['id']}/proposal", None)
        make(f"/action-plans/{later['id']}/comments", {"text": "När den är föreslagen."})

    def fill(self, code):
        """By SQL, what is still missing, both below the established documents and below the drafts."""
        def run(statement, *values):
            return self.admin.execute(statement, values)

        def one(statement, *values):
            return run(statement, *values).fetchone()[0]

        run("insert into app.population (municipality_code, year, inhabitants) values (%s, 2020, 19000)", code)
        for state in ("adopted", "draft"):
            plan, agreement, picture = run("""select plan_id, agreement_id, picture_id from app.action_plan
                where municipality_code = %s and state = %s and picture_id is not null and revises_plan_id is null limit 1""", code, state).fetchone()
            area, measure, lineage, party = run("""select m.area_id, m.measure_id, m.lineage_id, r.party_id from app.measure m
                join app.responsibility r on r.municipality_code = m.municipality_code and r.plan_id = m.plan_id and r.measure_id = m.measure_id
                where m.municipality_code = %s and m.plan_id = %s limit 1""", code, plan).fetchone()
            source = one("select source_id from app.source where municipality_code = %s and picture_id = %s limit 1", code, picture)
            problem = one("insert into app.problem (municipality_code, picture_id, position, text) values (%s, %s, 98, 'x') returning problem_id", code, picture)
            run("insert into app.problem_source (municipality_code, picture_id, problem_id, source_id) values (%s, %s, %s, %s)", code, picture, problem, source)
            run("insert into app.answered_problem (municipality_code, plan_id, area_id, picture_id, problem_id) values (%s, %s, %s, %s, %s)", code, plan, area, picture,
                problem)
            run("update app.priority_area set problem_ids = array[%s] where municipality_code = %s and area_id = %s", problem, code, area)
            run("insert into app.cause (municipality_code, plan_id, area_id, position, text) values (%s, %s, %s, 98, 'x')", code, plan, area)
            run("""insert into app.dropped_measure (municipality_code, plan_id, lineage_id, measure_id, reason) values (%s, %s, %s, %s, 'x')
                on conflict do nothing""", code, plan, lineage, measure)
            # A promise and a plan that are drafts, and such as have come further; each with what hangs on it.
            for position, status in ((98, "draft"), (97, "proposed"), (96, "published")) if state == "adopted" else ((98, "draft"),):
                promise = one("""insert into app.promise (municipality_code, agreement_id, position, promisor, text, state, period_start, period_end, return_reason, revision_reason,
                    withdrawal_reason) values (%s, %s, %s, 'joint', 'x', %s, '2020-01-01', '2020-12-31', 'x', 'x', 'x') returning promise_id""", code, agreement, position, status)
                run("insert into app.promise_measure (municipality_code, promise_id, measure_id, agreement_id, plan_id) values (%s, %s, %s, %s, %s)", code, promise, measure,
                    agreement, plan)
                run("insert into app.approval (municipality_code, promise_id, party, answered_on, name, title, body, place) values (%s, %s, 'police', '2020-01-01', 'x', 'x', 'x', 'x')",
                    code, promise)
                for outcome_state in ("proposed", "approved", "returned") if status == "published" else ("proposed",):
                    outcome = one("""insert into app.promise_outcome (municipality_code, promise_id, period_start, period_end, verdict, text, reason, quantity, unit, state, return_reason)
                        values (%s, %s, '2020-01-01', '2020-06-30', 'notFulfilled', 'x', 'x', 2, 'x', %s, case %s when 'returned' then 'x' end) returning outcome_id""", code, promise,
                        outcome_state, outcome_state)
                    run("insert into app.approval (municipality_code, outcome_id, party, answered_on, name) values (%s, %s, 'police', '2020-07-01', 'x')", code, outcome)
            indicator, series = run("""insert into app.indicator (municipality_code, plan_id, area_id, name, unit, source, direction, baseline) values (%s, %s, %s, 'x', 'x', 'x', 'up', 1)
                returning indicator_id, lineage_id""", code, plan, area).fetchone()
            run("""insert into app.indicator_value (municipality_code, plan_id, indicator_id, lineage_id, measured_on, value, text, recorded_by)
                select municipality_code, plan_id, %s, %s, period_start, 2, 'x', 'x' from app.action_plan where municipality_code = %s and plan_id = %s""", indicator, series, code, plan)
            run("""insert into app.reporting_round (municipality_code, plan_id, name, period_start, period_end, answers_from, answers_until)
                select municipality_code, plan_id, 'x', period_start, period_start, period_end, period_end from app.action_plan where municipality_code = %s and plan_id = %s""", code, plan)
            run("insert into app.approval (municipality_code, plan_id, party, answered_on, answer, reason) values (%s, %s, 'police', '2020-01-01', 'returned', 'x')", code, plan)
            for sent in (False, True) if state == "adopted" else (False,):
                day = "2021-02-01" if sent else None
                report = one("""insert into app.report (municipality_code, plan_id, title, proposed_decision, commentary, next_year, prepared_by, revision_reason, content, state,
                    sent_on, sent_at, to_district) values (%s, %s, 'x', 'x', 'x', 'x', 'x', 'x', '{"areas": [{"title": "x"}]}', %s, %s, %s, %s) returning report_id""",
                    code, plan, "sent" if sent else "draft", day, day, sent)
                run("insert into app.report_commentary (municipality_code, report_id, area_id, plan_id, area_title, text) values (%s, %s, %s, %s, 'x', 'x')", code, report, area, plan)
                for kind in ("municipalExecutive", "policeDistrictManagement"):
                    body = one("insert into app.body (municipality_code, kind, name) values (%s, %s, gen_random_uuid()::text) returning body_id", code, kind)
                    run("insert into app.report_dispatch (municipality_code, report_id, body_id, body_kind, body_name, sent_on) values (%s, %s, %s, %s, %s, %s)", code, report, body,
                        kind if sent else None, "x" if sent else None, day)
                if sent:
                    run("insert into app.report_text (municipality_code, report_id, form, sha256, text) values (%s, %s, 'v1', sha256('x'), 'x')", code, report)
                    run("""insert into app.report_decision (municipality_code, report_id, body, decided_on, paragraph, outcome, text)
                        values (%s, %s, 'x', '2021-03-01', 'x', 'decided', 'x')""", code, report)
                    run("""insert into app.attachment (municipality_code, report_id, file_name, media_type, content, sha256, created_at)
                        values (%s, %s, 'x.pdf', 'application/pdf', '%%PDF-1.7', sha256('%%PDF-1.7'), '2021-01-01')""", code, report)
            for column, value in (("agreement_id", agreement), ("picture_id", picture), ("plan_id", plan)):
                run(f"""insert into app.attachment (municipality_code, {column}, file_name, media_type, content, sha256)
                    values (%s, %s, 'x.pdf', 'application/pdf', '%%PDF-1.7', sha256('%%PDF-1.7'))""", code, value)
                run(f"insert into app.comment (municipality_code, {column}, text, resolved_by, resolved_at) values (%s, %s, 'x', 'x', now())", code, value)
                run(f"insert into app.comment (municipality_code, {column}, text) values (%s, %s, 'x')", code, value)
            if state == "adopted":
                run("""insert into app.attachment (municipality_code, follow_up_id, file_name, media_type, content, sha256)
                    select municipality_code, follow_up_id, 'x.pdf', 'application/pdf', '%%PDF-1.7', sha256('%%PDF-1.7') from app.follow_up where municipality_code = %s""", code)
                run("""insert into app.unplanned_work (municipality_code, plan_id, area_id, party_id, period_start, period_end, text, quantity, unit)
                    select municipality_code, plan_id, %s, %s, period_start, period_start, 'x', 2, 'x' from app.action_plan where municipality_code = %s and plan_id = %s""",
                    area, party, code, plan)
                # A quantity in what was last reported, so that its unit shows.
                run("""update app.measure_status set quantities = '[{"unit": "x", "quantity": 2, "approximate": false}]' where municipality_code = %s""", code)
        run("""insert into app.body_meeting (municipality_code, body_id, held_on, papers_on)
            select municipality_code, body_id, '2027-03-04', '2027-02-18' from app.body where municipality_code = %s""", code)
        run("insert into app.word_template (municipality_code, file_name, content, sha256) values (%s, 'x', 'x', sha256('x'))", code)
        run("""insert into app.duty_fulfilment (municipality_code, duty, title, body, met_on, registration_number, link)
            values (%s, 'council', 'x', 'x', '2024-01-01', 'x', 'https://x.example')""", code)
        # What was said of a proposal that was returned is the municipality's again.
        run("insert into app.comment (municipality_code, plan_id, text, on_proposal) values (%s, %s, 'x', true)", code, plan)
        run("""insert into app.round_proposal (municipality_code, district_code, year, text, rounds) values (%s, %s, 2020, 'x',
            '[{"name": "x", "periodStart": "2020-01-01", "periodEnd": "2020-12-31", "answersFrom": "2021-01-01", "answersUntil": "2021-01-31"}]')""", code, DISTRICT)
        member = one("insert into app.group_member (municipality_code, name, role, organisation, member_from) values (%s, 'x', 'x', 'x', '2020-01-01') returning member_id", code)
        meeting = one("insert into app.meeting (municipality_code, held_on, place, notes) values (%s, '2020-01-10', 'x', 'x') returning meeting_id", code)
        run("insert into app.meeting_attendance (municipality_code, meeting_id, member_id) values (%s, %s, %s)", code, meeting, member)
        run("insert into app.meeting_decision (municipality_code, meeting_id, position, text, plan_id) values (%s, %s, 1, 'x', %s)", code, meeting, plan)
        idle = one("insert into app.responsible_party (municipality_code, name, kind, form) values (%s, 'Vilande enhet', 'municipality', 'unit') returning party_id", code)
        run("insert into app.contact (municipality_code, party_id, name, email) values (%s, %s, 'x', 'x@exempel.se')", code, idle)

    # Canaries

    def new_canary(self, place):
        text = f"kanarie-{place.code}-" + "".join(self.random.choice("abcdefghijklmnop") for _ in range(12))
        self.canaries[text] = place
        return text

    def plant(self):
        """A canary in every text of the three municipalities, past every trigger but within every check."""
        with self.admin.transaction():
            self.admin.execute("set local session_replication_role = replica")
            # A plan's summary has no words of its own: it is counted from the others.
            for table in self.tables:
                if table != "plan_summary":
                    self.plant_in(table)
            self.admin.execute("select app.summarise_plans(municipality_code, array_agg(plan_id)) from app.action_plan group by municipality_code")
            # Outside the log's chain of hashes, which must still hold afterwards.
            for table, column, kind in (("change", "actor_name", "log"), ("personal_value", "value", "never")):
                for code, place in self.admin.execute(f"select municipality_code, ctid from audit.{table} where municipality_code = any (%s)", [list(CODES)]).fetchall():
                    canary = self.new_canary(Place(code, table, (), column, kind))
                    self.admin.execute(f"update audit.{table} set {column} = %s where ctid = %s", [canary, place])

    def plant_in(self, table):
        columns = self.admin.execute("""
            select a.attname, a.atttypid::regtype::text from pg_attribute a
            where a.attrelid = ('app.' || %s)::regclass and a.attnum > 0 and not a.attisdropped
              and a.atttypid::regtype::text in ('text', 'text[]', 'json', 'jsonb', 'bytea', 'character varying')
              and not exists (select from pg_constraint c where c.conrelid = a.attrelid and c.contype in ('p', 'f') and a.attnum = any (c.conkey))""", [table]).fetchall()
        keys = self.key(table)
        for key in self.admin.execute(f"select {', '.join(keys)} from app.{table} where municipality_code = any (%s)", [list(CODES)]).fetchall():
            where = " and ".join(f"{name} = %s" for name in keys)
            for column, kind in columns:
                if kind == "bytea" and column != "content" or (table, column) in CHOICES:
                    continue
                canary = self.new_canary(Place(key[0], table, tuple(map(str, key)), column))
                for setting, values in self.shapes(table, column, kind, canary, where, key):
                    try:
                        with self.admin.transaction():
                            found = self.admin.execute(f"update app.{table} set {setting} where {where} returning {', '.join(keys)}", [*values, *key]).fetchone()
                            if table == "signed_text":
                                for digest in ("content_sha256", "annexes_sha256"):
                                    self.admin.execute(f"update app.signature set {digest} = %s where {digest} = %s", [found[2], key[2]])
                        # A text that was signed is found by its digest.
                        key, self.canaries[canary].key = found, tuple(map(str, found))
                        self.planted.add(f"{table}.{column}")
                        break
                    except (psycopg.errors.CheckViolation, psycopg.errors.NotNullViolation):
                        continue
                else:
                    del self.canaries[canary]
                    self.bare.add(f"{table}.{column}")

    def shapes(self, table, column, kind, canary, where, key):
        """The ways in which a canary could stand in a column, the plainest first."""
        if kind == "bytea":
            content = (f"%PDF-1.7 {canary}" if table == "attachment" else f"# {canary}\n").encode()
            return [("content = %s, sha256 = sha256(%s)", [content, content])]
        if (table, column) in (("signed_text", "text"), ("report_text", "text")):
            return [("text = %s, sha256 = sha256(convert_to(%s, 'UTF8'))", [canary, canary])]
        if kind == "text[]":
            return [(f"{column} = %s", [[canary]])]
        if kind in ("json", "jsonb"):
            if column == "external_references":
                return [(f"{column} = %s", [json.dumps([{"system": canary, "identifier": canary}])])]
            present = self.admin.execute(f"select {column}::text from app.{table} where {where}", key).fetchone()[0]
            return [(f"{column} = %s", [json.dumps(with_texts(json.loads(present), canary))])] if present else []
        return [(f"{column} = %s", [canary]), (f"{column} = %s", [canary + "@exempel.se"])]

    def key(self, table):
        """The columns of a table's primary key, the municipality's code first."""
        return [name for name, in self.admin.execute("""
            select a.attname from pg_index i cross join lateral unnest(i.indkey::smallint[]) with ordinality k (number, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
            where i.indrelid = ('app.' || %s)::regclass and i.indisprimary order by k.place""", [table])]

    # Judging

    def look(self):
        """Reads anew how far every row has come: the municipality under attack may have adopted something of its own."""
        kinds, self.rows = {}, {}
        for table in self.tables:
            keys = self.key(table)
            own = OWN_IDS.get(table, f"{table}_id")
            has_id = self.admin.execute("select from pg_attribute where attrelid = ('app.' || %s)::regclass and attname = %s", [table, own]).rowcount
            kind = f"coalesce({KINDS.get(table, 'null')}, 'inner')"
            found = self.admin.execute(f"""select {', '.join('t.' + name for name in keys)}, {kind}, {f't.{own}' if has_id else 'null'},
                coalesce({ID_KINDS.get(table, 'null')}, {kind}) from app.{table} t""").fetchall()
            self.rows[table] = []
            for *key, kind, number, id_kind in found:
                key = tuple(map(str, key))
                kinds[table, key] = kind
                self.rows[table].append((key[0], kind))
                if number is not None:
                    self.ids[str(number)] = Place(key[0], table, key, kind=id_kind)
        by_column = {}
        for (table, column), kind in COLUMN_KINDS.items():
            keys = self.key(table)
            for *key, found in self.admin.execute(f"select {', '.join('t.' + name for name in keys)}, {kind} from app.{table} t"):
                by_column[table, tuple(map(str, key)), column] = found
        for place in self.canaries.values():
            if place.key:
                row = by_column.get((place.table, place.key, place.column)) or kinds.get((place.table, place.key), place.kind)
                place.kind = "kept" if (place.table, place.column) in KEPT else row

    def foreign_in(self, viewer, answer, asked=""):
        """What in an answer (bytes) the viewer may not see; ids that stood in what was asked are no news."""
        text = answer.decode("utf-8", "replace")
        found = []
        for canary in set(CANARY.findall(text)):
            place = self.canaries.get(canary)
            if place is None or not viewer.may_see(place.code, place.kind, place.table, place.column):
                found.append(f"{canary}: {place}")
        for number in set(UUID.findall(text)):
            place = self.ids.get(number)
            if place and number not in asked and not viewer.may_see(place.code, place.kind, place.table):
                found.append(f"id {number}: {place}")
        found += [name for secret, name in self.secrets.items() if secret in answer]
        return sorted(found)

    def digests(self):
        """A digest of every municipality's rows in every table, as the superuser sees them."""
        found = {}
        for schema, table, tenant in self.admin.execute("""
            select n.nspname, c.relname, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_code')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('app', 'access', 'audit') and c.relkind in ('r', 'p') order by 1, 2""").fetchall():
            code = "coalesce(t.municipality_code, '')" if tenant else "''"
            for row in self.admin.execute(f"select {code}, md5(string_agg(md5(t::text), '' order by md5(t::text))) from {schema}.{table} t group by 1").fetchall():
                found[f"{schema}.{table}", row[0]] = row[1]
        return found

    def changed(self, viewer, before, after):
        """What of somebody else's has changed."""
        return [f"{table} of {code or 'nobody'}" for table, code in sorted(before.keys() | after.keys())
                if before.get((table, code)) != after.get((table, code)) and not viewer.may_change(table, code)]

    def order(self, admin=None):
        """What the isolation of a database stands on, as one digest: policies, rights, functions, roles and their settings."""
        return (admin or self.admin).execute("""
            select md5(string_agg(x, '' order by x)) from (
                select p.*::text from pg_policy p union all select f.oid || f.prosrc || coalesce(f.proacl::text, '') || f.proowner || f.prosecdef || coalesce(f.proconfig::text, '')
                from pg_proc f where f.pronamespace in (select oid from pg_namespace where nspname in ('app', 'access', 'audit', 'publisher'))
                union all select oid || coalesce(relacl::text, '') || relrowsecurity || relforcerowsecurity || relowner from pg_class
                union all select r.*::text from pg_authid r union all select m.*::text from pg_auth_members m
                union all select s.*::text from pg_db_role_setting s union all select oid || coalesce(datacl::text, '') from pg_database
                union all select oid || coalesce(nspacl::text, '') from pg_namespace) s (x)""").fetchone()[0]

    def broken_chains(self):
        """Municipalities whose log no longer verifies."""
        return [code for code, in self.admin.execute("""
            select distinct c.municipality_code from audit.change c
            left join audit.change p on p.municipality_code = c.municipality_code and p.sequence = c.sequence - 1
            where c.previous_hash is distinct from coalesce(p.hash, '') or c.hash is distinct from audit.link_hash(c.previous_hash, c.municipality_code, c.sequence,
                c.recorded_at, c.actor_issuer, c.actor_subject, c.actor_role, c.table_name, c.action, c.label, c.before, c.after)""")]

    # Ids

    def path_ids(self, code, drafts):
        """For every id of a path, one of the municipality's, below its drafts or below what is established."""
        plan, agreement, picture = self.admin.execute("""select plan_id, agreement_id, picture_id from app.action_plan
            where municipality_code = %s and (state = 'draft') = %s order by revises_plan_id is not null, plan_id limit 1""", [code, drafts]).fetchone() or (None, None,
                None)
        ids = {"municipalityCode": code, "districtCode": DISTRICT, "agreementId": agreement, "pictureId": picture, "planId": plan}
        below = {
            "signatureId": ("signature", "signature_id", "agreement_id", agreement), "prolongationId": ("prolongation", "prolongation_id", "agreement_id", agreement),
            "promiseId": ("promise", "promise_id", "agreement_id", agreement), "sourceId": ("source", "source_id", "picture_id", picture),
            "problemId": ("problem", "problem_id", "picture_id", picture), "areaId": ("priority_area", "area_id", "plan_id", plan),
            "causeId": ("cause", "cause_id", "plan_id", plan), "measureId": ("measure", "measure_id", "plan_id", plan),
            "workId": ("unplanned_work", "unplanned_work_id", "plan_id", plan), "followUpId": ("follow_up", "follow_up_id", "plan_id", plan),
            "commentId": ("comment", "comment_id", "plan_id", plan), "attachmentId": ("attachment", "attachment_id", "plan_id", plan),
            "outcomeId": ("promise_outcome", "outcome_id", None, None), "indicatorId": ("indicator", "indicator_id", "plan_id", plan),
            "valueId": ("indicator_value", "value_id", "plan_id", plan), "roundId": ("reporting_round", "round_id", "plan_id", plan),
            "proposalId": ("round_proposal", "proposal_id", None, None), "reportId": ("report", "report_id", "plan_id", plan),
            "bodyId": ("body", "body_id", None, None), "dispatchId": ("report_dispatch", "dispatch_id", None, None),
            "fulfilmentId": ("duty_fulfilment", "fulfilment_id", None, None), "decisionId": ("report_decision", "decision_id", None, None),
            "partyId": ("responsibility", "party_id", "plan_id", plan), "contactId": ("contact", "contact_id", None, None),
            "memberId": ("group_member", "member_id", None, None),
            "meetingId": ("meeting", "meeting_id", None, None), "importId": ("import", "import_id", None, None),
        }
        for name, (table, column, parent, value) in below.items():
            near = f"{parent} = %s desc nulls last," if parent else ""
            row = self.admin.execute(f"select {column} from app.{table} where municipality_code = %s order by {near} {column} limit 1",
                [code, *([value] if parent else [])]).fetchone()
            ids[name] = row and row[0]
        if ids["followUpId"] and not drafts:
            ids["measureId"] = self.admin.execute("select measure_id from app.follow_up where follow_up_id = %s", [ids["followUpId"]]).fetchone()[0]
        if ids["partyId"]:
            row = self.admin.execute("select contact_id from app.contact where municipality_code = %s and party_id = %s limit 1", [code, ids["partyId"]]).fetchone()
            ids["contactId"] = row[0] if row else ids["contactId"]
        return {name: str(value) for name, value in ids.items() if value is not None}


def document(name):
    """A document of the demo, for the current year."""
    year = datetime.date.today().year
    with open(f"{ROOT}/sql/demo/{name}", encoding="utf-8") as file:
        text = file.read()
    for mark, value in (("@ÅR@", year), ("@START@", year - 1), ("@SLUT@", year + 2), ("@FÖRE@", year - 2)):
        text = text.replace(mark, str(value))
    return text.encode()


def with_texts(value, canary, name=""):
    """The same JSON with its free texts replaced by a canary."""
    free = ("text", "title", "purpose", "scope", "outsideScope", "heading", "name", "contact", "introduction", "notes", "description", "plannedFollowUp",
            "target", "schedule", "place", "body", "unit", "parties")
    if isinstance(value, dict):
        return {member: with_texts(item, canary, member) for member, item in value.items()}
    if isinstance(value, list):
        return [with_texts(item, canary, name) for item in value]
    return canary if isinstance(value, str) and name in free else value
