"""A plan, a list of measures and a report as a service in Python usually has them: FastAPI with pydantic's models, asyncpg with a pool, the
municipality in a setting of the transaction, simple policies, and a plain audit row. On tables of its own with the benchmark's rows
(schema.sql). Tokens are verified once and then remembered, as the service does.

    PEER_DATABASE=… PEER_KEY=key.pem uvicorn main:app --workers 2
"""
import datetime
import os
import uuid
from contextlib import asynccontextmanager
from decimal import Decimal

import asyncpg
import jwt
from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel, Field

BASE = "/samverkan/v1/municipalities/{code}"


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.key = open(os.environ["PEER_KEY"]).read()
    app.state.callers = {}
    # Two workers with two each: as many connections as the service has.
    async with asyncpg.create_pool(os.environ["PEER_DATABASE"], min_size=2, max_size=2) as app.state.pool:
        yield


app = FastAPI(lifespan=lifespan)


class Link(BaseModel):
    href: str
    rel: str


class Party(BaseModel):
    id: uuid.UUID
    name: str
    kind: str


class Latest(BaseModel):
    id: uuid.UUID
    responsibleParty: Party | None
    status: str
    periodEnd: datetime.date
    text: str | None
    recordedAt: datetime.datetime


class Responsibility(BaseModel):
    responsibleParty: Party
    lead: bool


class Measure(BaseModel):
    id: uuid.UUID
    lineageId: uuid.UUID
    text: str
    target: str | None
    schedule: str | None
    plannedFollowUp: str | None
    endsOn: datetime.date | None
    status: str
    latestFollowUp: Latest | None
    responsibilities: list[Responsibility]
    links: dict[str, Link] | None = Field(default=None, alias="_links")


class Cause(BaseModel):
    id: uuid.UUID
    text: str
    measures: list[Measure]


class Area(BaseModel):
    id: uuid.UUID
    title: str
    description: str | None
    theme: str | None
    causes: list[Cause]


class Plan(BaseModel):
    id: uuid.UUID
    year: int
    periodStart: datetime.date
    periodEnd: datetime.date
    introduction: str | None
    status: str
    adoptedBy: str | None
    adoptedOn: datetime.date | None
    measures: int
    priorityAreas: list[Area]
    links: dict[str, Link] = Field(alias="_links")


class Page(BaseModel):
    items: list[Measure]
    meta: dict[str, int] = Field(alias="_meta")
    links: dict[str, Link] = Field(alias="_links")


class Period(BaseModel):
    start: datetime.date
    end: datetime.date | None = None


class Report(BaseModel):
    responsiblePartyId: uuid.UUID | None = None
    period: Period
    status: str
    text: str | None = Field(default=None, max_length=10_000)
    quantity: Decimal | None = None
    unit: str | None = None


class Reported(Report):
    id: uuid.UUID
    recordedAt: datetime.datetime
    links: dict[str, Link] = Field(alias="_links")


def caller(request: Request) -> dict:
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    known = app.state.callers.get(token)
    if known is None:
        try:
            known = jwt.decode(token, app.state.key, algorithms=["ES256"], audience="samverkan")
        except jwt.InvalidTokenError:
            raise HTTPException(401)
        app.state.callers[token] = known
    if known["exp"] <= datetime.datetime.now().timestamp():
        raise HTTPException(401)
    return known


async def session(code: str, who: dict = Depends(caller)):
    if who["iss"] != f"development:municipality:{code}":
        raise HTTPException(404)
    async with app.state.pool.acquire() as connection, connection.transaction():
        await connection.execute("select set_config('usual.municipality', $1, true)", code)
        yield connection


async def measures_of(connection, rows, root) -> list[Measure]:
    ids = [r["measure_id"] for r in rows]
    plans = list({r["plan_id"] for r in rows})
    statuses = {r["measure_id"]: r for r in await connection.fetch(
        "select * from usual.measure_status where plan_id = any($1) and measure_id = any($2)", plans, ids)}
    parts: dict = {}
    for r in await connection.fetch(
            "select r.measure_id, r.lead, r.adopted_name, p.party_id, p.name, p.kind from usual.responsibility r"
            " join usual.responsible_party p using (party_id) where r.plan_id = any($1) and r.measure_id = any($2)"
            " order by r.measure_id, r.position", plans, ids):
        parts.setdefault(r["measure_id"], []).append(r)
    parties = {r["party_id"]: Party(id=r["party_id"], name=r["name"], kind=r["kind"]) for r in await connection.fetch(
        "select party_id, name, kind from usual.responsible_party where party_id = any($1)",
        list({s["latest_party_id"] for s in statuses.values()}))}
    measures = []
    for r in rows:
        s = statuses.get(r["measure_id"])
        measures.append(Measure(
            id=r["measure_id"], lineageId=r["lineage_id"], text=r["text"], target=r["target"], schedule=r["schedule"],
            plannedFollowUp=r["planned_follow_up"], endsOn=r["ends_on"], status=s["status"] if s else "noInformation",
            latestFollowUp=s and Latest(
                id=s["latest_follow_up_id"], responsibleParty=parties.get(s["latest_party_id"]), status=s["latest_status"],
                periodEnd=s["latest_on"], text=s["latest_text"], recordedAt=s["latest_recorded_at"]),
            responsibilities=[Responsibility(
                responsibleParty=Party(id=p["party_id"], name=p["adopted_name"] or p["name"], kind=p["kind"]), lead=p["lead"])
                for p in parts.get(r["measure_id"], [])],
            _links={"self": Link(href=f"{root}/measures/{r['measure_id']}", rel="self")}))
    return measures


def root_of(request: Request, code: str) -> str:
    return f"http://{request.headers['host']}/samverkan/v1/municipalities/{code}"


@app.get(BASE + "/action-plans/{plan}", response_model_by_alias=True)
async def plan(code: str, plan: uuid.UUID, request: Request, connection=Depends(session)) -> Plan:
    head = await connection.fetchrow("select * from usual.action_plan where plan_id = $1", plan)
    if head is None:
        raise HTTPException(404)
    areas = await connection.fetch("select * from usual.priority_area where plan_id = $1 order by position", plan)
    causes = await connection.fetch("select * from usual.cause where plan_id = $1 order by position", plan)
    rows = await connection.fetch("select * from usual.measure where plan_id = $1 order by position", plan)
    root = root_of(request, code)
    by_cause: dict = {}
    for row, measure in zip(rows, await measures_of(connection, rows, root)):
        by_cause.setdefault(row["cause_id"], []).append(measure)
    by_area: dict = {}
    for c in causes:
        by_area.setdefault(c["area_id"], []).append(Cause(id=c["cause_id"], text=c["text"], measures=by_cause.get(c["cause_id"], [])))
    href = f"{root}/action-plans/{plan}"
    return Plan(
        id=plan, year=head["year"], periodStart=head["period_start"], periodEnd=head["period_end"], introduction=head["introduction"],
        status=head["state"], adoptedBy=head["adopted_by"], adoptedOn=head["adopted_on"], measures=head["measures"],
        priorityAreas=[Area(id=a["area_id"], title=a["title"], description=a["description"], theme=a["theme"],
                            causes=by_area.get(a["area_id"], [])) for a in areas],
        _links={"self": Link(href=href, rel="self"), "collection": Link(href=f"{root}/action-plans", rel="collection"),
                "agreement": Link(href=f"{root}/agreements/{head['agreement_id']}", rel="up"),
                "measures": Link(href=f"{root}/measures?plan={plan}", rel="related")})


@app.get(BASE + "/measures", response_model_by_alias=True)
async def measures(code: str, request: Request, limit: int = 50, page: int = 1, connection=Depends(session)) -> Page:
    rows = await connection.fetch(
        "select m.* from usual.measure m join usual.action_plan p using (plan_id) where m.municipality_code = $1"
        " order by p.year desc, p.plan_id, m.position limit $2 offset $3", code, limit, (page - 1) * limit)
    total = await connection.fetchval("select count(*) from usual.measure where municipality_code = $1", code)
    root = root_of(request, code)
    return Page(items=await measures_of(connection, rows, root),
                _meta={"page": page, "limit": limit, "count": len(rows), "totalRecords": total},
                _links={"self": Link(href=f"{root}/measures?page={page}&limit={limit}", rel="self")})


@app.post(BASE + "/measures/{measure}/follow-ups", status_code=201, response_model_by_alias=True)
async def report(code: str, measure: uuid.UUID, body: Report, request: Request, who: dict = Depends(caller),
                 connection=Depends(session)) -> Reported:
    found = await connection.fetchrow("select plan_id, lineage_id from usual.measure where measure_id = $1", measure)
    if found is None:
        raise HTTPException(404)
    made = await connection.fetchrow(
        "insert into usual.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, period_start, period_end,"
        " status, text, quantity, unit, recorded_by, recorded_at)"
        " values ($1, $2, $3, $4, gen_random_uuid(), $5, $6, $7, $8, $9, $10, $11, $12, now()) returning *",
        code, found["plan_id"], measure, found["lineage_id"], body.responsiblePartyId, body.period.start, body.period.end or body.period.start,
        body.status, body.text, body.quantity, body.unit, who["name"])
    await connection.execute(
        "update usual.measure_status set status = $2, follow_up_count = follow_up_count + 1, latest_follow_up_id = $3, latest_party_id = $4,"
        " latest_status = $2, latest_on = $5, latest_text = $6, latest_recorded_at = $7 where measure_id = $1",
        measure, body.status, made["follow_up_id"], body.responsiblePartyId, made["period_end"], body.text, made["recorded_at"])
    await connection.execute(
        "insert into usual.audit (municipality_code, who, what, entity_id, row) select municipality_code, $2, 'insert', follow_up_id, to_jsonb(f)"
        " from usual.follow_up f where follow_up_id = $1", made["follow_up_id"], who["sub"])
    root = root_of(request, code)
    return Reported(**body.model_dump(), id=made["follow_up_id"], recordedAt=made["recorded_at"],
                    _links={"self": Link(href=f"{root}/measures/{measure}/follow-ups/{made['follow_up_id']}", rel="self"),
                            "measure": Link(href=f"{root}/measures/{measure}", rel="up")})
