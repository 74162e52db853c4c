"""Every operation as everybody, on what is their own and on what is not; and bodies with fields that nobody may set."""
import http.client, json, re, socket, uuid

from house import BASE
from scene import CODES, OTHER_DISTRICT, Viewer, viewers

# What nobody sets: names of the JSON that the service makes, and names that some other service might take.
INTERNAL = ("municipalityCode", "municipality", "code", "tenant", "state", "status", "version", "id", "createdBy", "createdAt", "recordedBy", "recordedAt", "signedOn",
    "signedBy",
            "contentSha256", "annexesSha256", "sha256", "writtenBy", "writtenAs", "writtenAt", "resolvedBy", "confirmedAt", "districtCode", "policeDistrict", "role",
            "issuer", "subject",
            "grants", "actor", "lineageId", "predecessorId", "mergedIntoId", "correctsFollowUpId", "isAdmin", "__proto__", "constructor", "$ref",
            "_links", "_meta", "_id")


class Client:
    """One person's connection, kept alive and opened anew when the server has closed it."""

    def __init__(self, house, token=None):
        self.house, self.token, self.connection = house, token, None

    def send(self, method, path, body=None, kind=None, headers=None):
        sent = {**(headers or {})}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if isinstance(body, (dict, list)):
            body = json.dumps(body, ensure_ascii=False).encode()
        if body is not None:
            sent["Content-Type"] = kind or "application/json"
        for attempt in (1, 2):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=60)
                    self.connection.connect()
                    self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.connection.request(method, BASE + path, body=body, headers=sent)
                answer = self.connection.getresponse()
                return answer.status, dict((name.lower(), value) for name, value in answer.getheaders()), answer.read()
            except (OSError, http.client.HTTPException):
                self.close()
                if attempt == 2:
                    raise

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None


def callers(house):
    """Everybody who asks: a name, a token, what they may see, and whose ids are their own."""
    by_name = {viewer.name: viewer for code in ("1495", "1494") for viewer in viewers(code)}
    nobody = Viewer("nobody", "", "nobody")
    found = [("nobody", None, nobody, "1494")]
    for role in ("coordinator", "contributor", "reader", "auditor"):
        found.append((f"{role} of 1495", house.token(role, "1495"), by_name[f"{role} of 1495"], "1495"))
    found.append(("coordinator of 1494", house.token("coordinator", "1494"), by_name["coordinator of 1494"], "1494"))
    for code in ("1495", "1494"):
        found.append((f"municipal officer of {code}", house.token("municipal-officer", code), by_name[f"municipal officer of {code}"], code))
    for role in ("district-reader", "head-of-district"):
        found.append((role, house.token(role), by_name[role], "1494"))
    found.append(("head of another district", house.token("head-of-district", district=OTHER_DISTRICT), by_name["head of another district"], "1499"))
    found.append(("operator", house.token("operator"), by_name["operator"], "1494"))
    return found


def problem_of(body):
    """What a problem says, without what differs from request to request."""
    try:
        value = json.loads(body)
    except ValueError:
        return None
    if not isinstance(value, dict):
        return None
    return value.get("code"), value.get("detail"), value.get("state"), value.get("version"), [(e.get("pointer"), e.get("code")) for e in value.get("errors", [])]


def attack(house, scene, contract, report, random, is_long):
    for name, token, viewer, own in callers(house):
        scene.look()
        client = Client(house, token)
        before = scene.digests()
        sets = {(code, drafts): scene.path_ids(code, drafts) for code in CODES for drafts in (True, False)}
        district = viewer.side == "district"
        statuses = {}
        for operation in contract.operations:
            plans = list(ways(own, district, is_long, random))
            for path_ids, body_ids, is_foreign in plans:
                strangers = {key: str(uuid.UUID(int=random.getrandbits(128), version=4)) for key in sets["1494", True] if not key.endswith("Code")}
                own_code = own if own in CODES else "1494"

                def ids(which, code):
                    # The foreign ids below the path's code, which may be another's.
                    return {**sets[which], "municipalityCode": code}

                foreign = ids(path_ids[0], path_ids[1])
                bodies = ids(body_ids, own_code)
                twin, felt = None, False
                if is_foreign:
                    # The same with ids of nothing: whoever may not see a row must not feel it either.
                    same_path = path_ids[0] != body_ids
                    near = foreign if same_path else {**foreign, **strangers}
                    twin = request(client, operation, near, {**bodies, **strangers}, random)
                    replaced = {bodies[key] for key in strangers if key in bodies}
                    if not same_path:
                        replaced |= {foreign[key] for key in operation.ids if key in strangers and key in foreign}
                    felt = any(viewer.may_see(place.code, place.kind, place.table) for place in map(scene.ids.get, replaced) if place)
                answer = request(client, operation, foreign, bodies, random)
                if answer is None:
                    continue
                asked, status, headers, body = answer
                report.requests += 1 + (twin is not None)
                statuses[status // 100] = statuses.get(status // 100, 0) + 1
                whose = f"{path_ids[0][0]} ({'drafts' if path_ids[0][1] else 'established'})"
                told = f"{name}: {operation.name} with ids of {whose} below {path_ids[1]}, in body and query of {body_ids[0]}"
                found = scene.foreign_in(viewer, body + str(headers).encode(), asked)
                if found:
                    report.finding("requests", f"{told}: {status} with {'; '.join(found[:3])}", values=len(found))
                if status == 500:
                    report.finding("requests", f"{told}: 500 {body[:200]!r}")
                elif status not in operation.statuses:
                    report.finding("requests", f"{told}: {status}, which openapi.yaml does not name")
                if token is None and not operation.is_open and status != 401:
                    report.finding("requests", f"{told}: {status} without a token")
                # Where one of the ids is theirs to see after all, another answer than for nothing is right.
                if twin and twin[1] >= 400 and not felt and (twin[1], problem_of(twin[3])) != (status, problem_of(body)):
                    report.finding("requests", f"{told}: {status} {problem_of(body)}, but {twin[1]} {problem_of(twin[3])} with ids of nothing")
        client.close()
        for what in scene.changed(viewer, before, scene.digests()):
            report.finding("requests", f"{name} has changed {what}", changes=1)
        report.line("requests", name, sum(statuses.values()), ", ".join(f"{count} {kind}xx" for kind, count in sorted(statuses.items())))
        if not house.is_alive():
            return


def ways(own, district, is_long, random):
    """Which ids stand in the path, below which code, and which in body and query: ((whose, drafts?), code), (whose, drafts?), foreign?"""
    mine = own if own in CODES else "1494"
    others = [code for code in CODES if code != mine]
    found = []
    for other in others if is_long else [random.choice(others)]:
        for drafts in (True, False) if is_long else (random.random() < 0.6,):
            there = (other, drafts)
            found += [((there, other), there, True), ((there, mine), there, True), (((mine, True), mine), there, True), (((mine, True), other), (mine, True), False)]
    if district:
        # To the district a municipality's drafts are foreign, whosever they are.
        found += [(((mine, True), mine), (mine, True), True), (((mine, False), mine), (mine, True), True)]
    # What is their own last: it may go.
    own_ways = [(((mine, False), mine), (mine, False), False), (((mine, True), mine), (mine, True), False)]
    return found + own_ways if is_long else [random.choice(found + own_ways)]


def request(client, operation, ids, body_ids, random):
    """Sends the operation; gives what was asked (text), status, headers and body, or None when an id is missing."""
    path = operation.path_with(ids)
    if path is None:
        return None
    path += operation.query_with(body_ids)
    body, kind = operation.body_with(body_ids, every_id=True)
    headers = {"If-Match": "*"} if operation.method in ("PUT", "PATCH", "DELETE") else {}
    if operation.forms:
        headers["Accept"] = random.choice(operation.forms)
    status, headers, answer = client.send(operation.method, path, body, kind, headers)
    return path + json.dumps(body, default=str) if not isinstance(body, bytes) else path, status, headers, answer


# Fields that nobody may set

def camel(column):
    return re.sub(r"_(\w)", lambda match: match[1].upper(), column)


def attack_fields(house, scene, contract, report, random, is_long):
    """Every body with every column's name in it that its schema does not know: refused, naming it, and nothing stored."""
    columns = [camel(name) for name, in scene.admin.execute("""
        select distinct a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'access', 'audit') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1""")]
    names = sorted({*columns, *INTERNAL})
    mark = "massa-" + "".join(random.choice("abcdefghijklmnop") for _ in range(16))
    ids = {**scene.path_ids("1495", True)}
    client = Client(house, house.token("coordinator", "1495"))
    values = [mark, 99, True, scene.path_ids("1494", True)["planId"], "1494", None, {"id": mark}, [mark]]
    before, count, all_refused = scene.digests(), 0, True

    def check(operation, place, unknown):
        """Names in one object of the body, until the answers have named them all: one answer names only so many."""
        nonlocal count, all_refused
        while unknown:
            body, _ = operation.body_with(ids)
            target = next(item for item, _, found in operation.objects(body) if found == place)
            for number, name in enumerate(unknown):
                target[name] = values[(number + count) % len(values)]
            headers = {"If-Match": "*"} if operation.method in ("PUT", "PATCH") else {}
            status, _, answer = client.send(operation.method, operation.path_with(ids), body, operation.types[0], headers)
            count += 1
            told = json.loads(answer) if status in (200, 422) else {}
            # A report of several municipalities is answered line by line.
            faults = told.get("errors", []) + [fault for line in told.get("results", []) for fault in line["errors"]]
            named = {fault["pointer"] for fault in faults if fault["code"] == "unknownField"}
            left = [name for name in unknown if f"{place}/{name.replace('~', '~0').replace('/', '~1')}" not in named]
            if len(left) == len(unknown):
                all_refused &= status >= 400
                report.finding("fields", f"{operation.name}: {status}, and no word of the unknown {', '.join(left[:5])} in {place or 'the body'}")
                return
            unknown = left

    for operation in contract.operations:
        if operation.example is None or operation.path_with(ids) is None:
            continue
        body, _ = operation.body_with(ids)
        for known, place in [(known, place) for _, known, place in operation.objects(body)]:
            unknown = [name for name in names if name not in known]
            # Each by itself as well: among others one may be refused for another's sake.
            for group in ([name] for name in unknown if is_long):
                check(operation, place, group)
            check(operation, place, unknown)
    client.close()
    after = scene.digests()
    for key in sorted(before.keys() | after.keys()):
        # What was let in has been told.
        if before.get(key) != after.get(key) and all_refused:
            report.finding("fields", f"something changed in {key[0]} of {key[1] or 'nobody'} though every body had an unknown field")
    for table in sorted({table for table, _ in after}):
        if scene.admin.execute(f"select from {table} t where t::text like %s limit 1", [f"%{mark}%"]).rowcount:
            report.finding("fields", f"a value of a field that nobody may set stands in {table}")
    report.requests += count
    report.line("fields", "bodies with unknown fields", count,
        f"{len(names)} names in every object of {sum(o.example is not None for o in contract.operations)} operations")
