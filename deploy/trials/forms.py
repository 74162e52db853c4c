#!/usr/bin/env python3
"""Measures what papers, tables and search cost, and whether the time of a search tells what it doesn't find.

usage: forms.py PROGRAM [--pairs N] — runs the service on the demo in a cluster of its own, with nothing else to do. Fails when a search tells of a
foreign row or of a draft by its answer or by its median time, or when a limit that is held here is passed.
"""
import argparse, http.client, json, os, re, statistics, sys, time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from house import BASE, House

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SECRET, NOWHERE = "hemligtbrunnslock", "okändtbrunnslock"
parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("--pairs", type=int, default=1000)
options = parser.parse_args()
faults = []


def hold(name, value, limit):
    print(f"{name:<62} {value:8.2f}   at most {limit}")
    if value > limit:
        faults.append(name)


class Client:
    """One person on one connection."""

    def __init__(self, house, token):
        self.connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
        self.token = token

    def get(self, path, accept="application/json", **headers):
        """Status, headers, body and milliseconds."""
        begun = time.perf_counter()
        self.connection.request("GET", BASE + path, headers={"Authorization": f"Bearer {self.token}", "Accept": accept, **headers})
        answer = self.connection.getresponse()
        body = answer.read()
        return answer.status, answer.headers, body, (time.perf_counter() - begun) * 1000

    def median(self, path, accept="application/json", times=60, **headers):
        for _ in range(10):
            status = self.get(path, accept, **headers)[0]
        if status not in (200, 304):
            raise SystemExit(f"{path}: {status}")
        return statistics.median(self.get(path, accept, **headers)[3] for _ in range(times))


def plan_of(house, code, year, measures, text):
    """A draft with so many measures of a municipality."""
    token = house.token("coordinator", municipality=code)

    def post(path, body):
        status, _, answer = house.request("POST", f"/municipalities/{code}{path}", token, body)
        if status >= 300:
            raise SystemExit(f"{path}: {status} {answer.decode()}")
        return json.loads(answer)["id"]

    agreement = house.get(f"/municipalities/{code}/agreements", token)["items"][0]["id"]
    plan = post("/action-plans", {"agreementId": agreement, "year": year, "period": {"start": f"{year}-01-01", "end": f"{year}-12-31"}})
    area = post(f"/action-plans/{plan}/priority-areas", {"title": "Trygghet"})
    with house.administrator() as connection:
        connection.execute("""insert into app.measure (municipality_code, plan_id, area_id, position, text, planned_follow_up)
            select %s, %s, %s, n, format(%s, n), 'Redovisas för kommunstyrelsen i april' from generate_series(1, %s) n""",
            (code, plan, area, text, measures))
        connection.commit()
        connection.execute("analyze")
    return plan


def pairs(client, path, others):
    """Medians of what must not be found and of what isn't there, in turns; their answers but for the word itself."""
    times = {SECRET: [], NOWHERE: []}
    shown = {}
    for number in range(options.pairs + 20):
        for word in (SECRET, NOWHERE) if number % 2 else (NOWHERE, SECRET):
            status, headers, body, took = client.get(f"{path}?q={word.replace('ä', '%C3%A4')}{others}")
            if number >= 20:
                times[word].append(took)
            shown[word] = (status, body.decode().replace(word, "…").replace(word.replace("ä", "%C3%A4"), "…"))
    if shown[SECRET] != shown[NOWHERE] or json.loads(shown[SECRET][1])["items"]:
        faults.append(f"{path} tells what is there: {shown}")
    return statistics.median(times[SECRET]) / statistics.median(times[NOWHERE])


def memory(house, name):
    return int(re.search(rf"{name}:\s+(\d+) kB", open(f"/proc/{house.server.pid}/status").read())[1]) / 1024


with House(options.program, port=8620) as house:
    small = plan_of(house, "1494", 2040, 200, "Trygghetsvandring nummer %s vid parkeringen")
    large = [plan_of(house, "1471", 2040 + n, 2000, f"Trygghetsvandring nummer {n}-%s vid parkeringen") for n in range(10)]
    plan_of(house, "1495", 2040, 40, f"{SECRET} %s")
    district = Client(house, house.token("head-of-district"))
    gotene, lidkoping = (Client(house, house.token("coordinator", municipality=code)) for code in ("1471", "1494"))
    skara = Client(house, house.token("coordinator", municipality="1495"))
    found = json.loads(skara.get(f"/municipalities/1495/search?q={SECRET}")[2])["_meta"]["totalRecords"]
    if found != 40:
        raise SystemExit(f"the planted word is found {found} times by its own")

    print(f"search: medians over {options.pairs} pairs, a word that stands in 40 drafts to one that stands nowhere")
    for name, client, path in (("the district, of a draft", district, "/municipalities/1495/search"), ("Götene, of Skara's", gotene, "/municipalities/1471/search")):
        ratio = pairs(client, path, "")
        hold(f"  {name}: ratio of the medians, either way", max(ratio, 1 / ratio), 1.05)
    for query in ("parkeringen", "trygghetsvandring%20nummer%207", "saknas"):
        few, many = (client.median(f"/municipalities/{code}/search?q={query}") for client, code in ((lidkoping, "1494"), (gotene, "1471")))
        hold(f"  «{query.replace('%20', ' ')}» among 20,000 measures ({many:.1f} ms) to 200 ({few:.1f} ms)", many / few, 12)

    print("a plan's forms, to its JSON")
    for client, code, plan, kind in ((lidkoping, "1494", small, "200 measures"), (gotene, "1471", large[0], "2,000 measures")):
        path = f"/municipalities/{code}/action-plans/{plan}"
        # Anew each time: the plan has just been changed, so that no answer that was kept is it.
        fresh = {}
        for accept in ("application/json", "text/html", "text/csv"):
            rounds = []
            for turn in range(25):
                if house.request("PATCH", path, client.token, {"notes": f"Ändring {turn}"}, {"If-Match": "*"})[0] != 200:
                    raise SystemExit("the plan could not be changed")
                rounds.append(client.get(path, accept)[3])
            fresh[accept] = statistics.median(rounds)
        hold(f"  {kind}: HTML ({fresh['text/html']:.1f} ms) to JSON ({fresh['application/json']:.1f} ms)", fresh["text/html"] / fresh["application/json"], 1.5)
        print(f"  {kind}: CSV {fresh['text/csv']:.1f} ms")
    # What stands is told to be unchanged by one row; a draft is written anew to tell.
    adopted = next(plan["id"] for plan in house.get("/municipalities/1495/action-plans", skara.token)["items"] if plan["status"] == "adopted")
    # A connection that nobody has used for so long is closed.
    skara = Client(house, skara.token)
    path = f"/municipalities/1495/action-plans/{adopted}"
    tags = {accept: skara.get(path, accept)[1]["ETag"] for accept in ("application/json", "text/html")}
    seen = {accept: [] for accept in tags}
    for turn in range(600):
        for accept in sorted(tags, reverse=turn % 2 == 1):
            status, _, _, took = skara.get(path, accept, **{"If-None-Match": tags[accept]})
            if status != 304:
                raise SystemExit(f"{accept} answered {status} to its own tag")
            seen[accept].append(took)
    seen = {accept: statistics.median(times) for accept, times in seen.items()}
    hold(f"  an adopted plan: 304 of HTML ({seen['text/html']:.2f} ms) to that of JSON ({seen['application/json']:.2f} ms)", seen["text/html"] / seen["application/json"], 1.2)

    gotene = Client(house, gotene.token)
    before = memory(house, "VmRSS")
    path = f"/municipalities/1471/action-plans/{large[1]}"
    for accept in ("text/html", "text/csv", WORD):
        status, _, body, took = gotene.get(path, accept)
        if status != 200:
            faults.append(f"{accept}: {status}")
        print(f"  2,000 measures as {accept.split('/')[1][:24]}: {len(body) / 1024:.0f} kB in {took:.0f} ms")
    for _ in range(30):
        gotene.get(path, "text/html")
    hold(f"memory after it all (MiB; {before:.0f} before the forms, most {memory(house, 'VmHWM'):.0f})", memory(house, "VmRSS"), 256)
if faults:
    raise SystemExit("forms: " + "; ".join(faults))
