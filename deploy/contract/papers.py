#!/usr/bin/env python3
"""Looks at every paper with the programs that people open them with: a browser, its printer, a word processor, a spreadsheet.

usage: papers.py PROGRAM [FOLDER] — runs the service on the demo in a cluster of its own; keeps what it looked at in FOLDER.

Each paper is valid HTML, has no violation that axe finds, fits a window of 390 and of 1280 pixels, and breaks no policy of its own. Printed it
is a tagged PDF with bookmarks, repeated table heads and page numbers, in which every word can be found. As a Word file and as a table it is
opened by LibreOffice in Swedish with everything in its place.
"""
import csv, importlib.machinery, importlib.util, io, json, os, re, subprocess, sys, tempfile, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "deploy", "trials"))
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from house import BASE, House

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MUNICIPALITY = "/municipalities/1495"
LISTS = ("agreements", "situational-pictures", "action-plans", "promises", "reports")
HEADS = ("Orsak", "Åtgärd", "Ansvarig", "Uppföljning")


def fail(message):
    raise SystemExit(f"papers: {message}")


def recorder_of(house):
    """What deploy/contract/record makes: a document of every kind in every state."""
    loader = importlib.machinery.SourceFileLoader("recording", os.path.join(ROOT, "deploy", "contract", "record"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("recording", loader))
    loader.exec_module(module)
    recorder = module.Recorder(house)
    module.record(recorder.call, recorder.made)


def long_plan(house, token):
    """A plan of sixty measures, on which some have reported."""
    def send(method, path, body=None):
        status, _, answer = house.request(method, MUNICIPALITY + path, token, body)
        if status >= 300:
            fail(f"{method} {path}: {status} {answer.decode()}")
        return json.loads(answer)

    agreement = next(one["id"] for one in send("GET", "/agreements?limit=100")["items"] if one["status"] != "withdrawn")
    parties = [send("POST", "/responsible-parties", {"kind": "municipality", "form": "unit", "name": name})["id"] for name in ("Stadsbyggnadsförvaltningen", "Barn- och ungdomsförvaltningen")]
    plan = send("POST", "/action-plans", {"agreementId": agreement, "year": 2031, "period": {"start": "2031-01-01", "end": "2031-12-31"}})["id"]
    for area in range(3):
        made = send("POST", f"/action-plans/{plan}/priority-areas", {"title": f"Trygga gång- och cykelvägar, del {area + 1}"})["id"]
        cause = send("POST", f"/action-plans/{plan}/causes", {"areaId": made, "text": "Invånarna har svarat att de saknar trygghet på vissa platser"})["id"]
        for number in range(20):
            send("POST", f"/action-plans/{plan}/measures", {
                "areaId": made, **({"causeId": cause} if number % 4 else {}), "text": f"Trygghetsvandring nummer {area * 20 + number + 1} tillsammans med fastighetsägare",
                "target": "Minst tjugo deltagare", "plannedFollowUp": f"Redovisas för kommunstyrelsen i april, punkt {number + 1}",
                "responsibilities": [{"responsiblePartyId": parties[number % len(parties)]}]})
    return plan


def addresses(house, token):
    """Every paper of the municipality: documents, what was sent of them, and proposals to decide on them."""
    found = []
    for name in LISTS:
        for item in house.get(f"{MUNICIPALITY}/{name}?limit=100", token)["items"]:
            path = f"{MUNICIPALITY}/{name}/{item['id']}"
            found.append(path)
            links = house.get(path, token)["_links"]
            for link in ("decisionProposal", "sentText"):
                if link in links:
                    found.append(links[link]["href"].split(BASE, 1)[1])
    return found


def district_addresses():
    """What the head of the district prints for a meeting of its management."""
    return [f"/districts/vastra-skaraborg/{name}?asOf=2022-06-01" for name in ("overview", "measures")]


def words(text):
    return set(re.findall(r"[\wåäöÅÄÖé]{4,}", text))


def shown(html):
    """The words of a page."""
    return words(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<head>.*?</head>", "", html)))


def said(value):
    """Every text that people wrote in a document."""
    written = ("text", "title", "target", "plannedFollowUp", "introduction", "commentary", "reason", "name")
    if isinstance(value, dict):
        for name, item in value.items():
            if name in written and isinstance(item, str):
                yield item
            elif not name.startswith("_"):
                yield from said(item)
    elif isinstance(value, list):
        for item in value:
            yield from said(item)


def opened(page, house, path, html):
    """A paper in the browser: what was sent as the file that it is taken home as."""
    if "sent-text" in path:
        name = f"{work}/sent.html"
        open(name, "w", encoding="utf-8", newline="").write(html)
        page.goto(f"file://{name}")
    elif (status := page.goto(f"http://127.0.0.1:{house.port}{BASE}{path}").status) != 200:
        fail(f"{path}: {status}")


def look(page, axe, path):
    """One paper in both windows."""
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            fail(f"{path}: {wide} pixels wide in a window of {width}")
        result = axe.run(page)
        if result.violations_count:
            fail(f"{path} at {width}: {result.generate_report()}")
        if folder:
            page.screenshot(path=f"{folder}/{path.strip('/').replace('/', '-')}-{width}.png", full_page=True)


def printed(page, path, document, html):
    pdf = page.pdf(tagged=True, outline=True, prefer_css_page_size=True)
    if folder:
        open(f"{folder}/{path.strip('/').replace('/', '-')}.pdf", "wb").write(pdf)
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"]
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root or root.get("/Lang") != "sv":
        fail(f"{path}: the PDF is not tagged as Swedish: {root.keys()}")
    if html.count("<h2") and not reader.outline:
        fail(f"{path}: the PDF has no bookmarks")
    pages = [sheet.extract_text() for sheet in reader.pages]
    text = "\n".join(pages)
    if "\u00ad" in text or re.search("[ﬀ-ﬆ]", text):
        fail(f"{path}: the PDF has soft hyphens or ligatures")
    lost = words(" ".join(said(document)) if document else "") - words(text)
    # What the page itself doesn't show (an id's name, another's title) is no loss of the print.
    lost &= shown(html)
    if lost:
        fail(f"{path}: words of the page that the PDF hasn't got: {sorted(lost)[:8]}")
    for number, sheet in enumerate(pages):
        if f"{number + 1} (" not in sheet and f"{number + 1} av {len(pages)}" not in sheet and f"{number + 1}/{len(pages)}" not in sheet:
            fail(f"{path}: sheet {number + 1} has no page number: {sheet[-80:]!r}")
    return pages


def validated(pages):
    """All papers at once: the checker takes seconds to begin."""
    names = []
    for number, (path, html) in enumerate(pages):
        name = f"{work}/{number}.html"
        open(name, "w", encoding="utf-8").write(html)
        names.append(name)
    jar = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
    result = subprocess.run(["java", "-Xss4m", "-jar", jar, "--format", "json", *names], capture_output=True, text=True)
    told = json.loads(result.stderr)["messages"]
    if told:
        where = pages[int(os.path.basename(told[0]["url"]).split(".")[0])][0]
        fail(f"{where}: {told[0]['message']} ({len(told)} in all)")


def converted(files, kind, infilter=None):
    """Files as LibreOffice opens them in Swedish, written as another kind."""
    command = ["soffice", f"-env:UserInstallation=file://{work}/office", "--headless", *([f"--infilter={infilter}"] if infilter else []), "--convert-to", kind, "--outdir",
               f"{work}/out", *files]
    result = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LANG": "sv_SE.UTF-8", "HOME": work}, timeout=300)
    made = [f"{work}/out/{os.path.splitext(os.path.basename(name))[0]}.{kind.split(':')[0]}" for name in files]
    for name in made:
        if not os.path.exists(name):
            fail(f"LibreOffice made no {name}: {result.stdout[-300:]} {result.stderr[-300:]}")
    return made


def in_word(house, tokens, papers):
    """Each paper as a Word file: in Swedish, with its title, opened with all of its words."""
    files = []
    for number, (path, html) in enumerate(papers):
        status, headers, body = house.request("GET", path, tokens[path], headers={"Accept": WORD})
        if status != 200 or headers["content-type"] != WORD:
            fail(f"{path} as a Word file: {status} {body[:200]!r}")
        name = f"{work}/word-{number}.docx"
        open(name, "wb").write(body)
        with zipfile.ZipFile(name) as archive:
            if archive.testzip():
                fail(f"{path}: the Word file is not whole")
            styles, core = archive.read("word/styles.xml").decode(), archive.read("docProps/core.xml").decode()
            if 'w:val="sv-SE"' not in styles or "<dc:language>sv-SE</dc:language>" not in core or "<dc:title></dc:title>" in core:
                fail(f"{path}: the Word file doesn't say its language and title")
        files.append(name)
    for (path, html), name in zip(papers, converted(files, "txt:Text (encoded):UTF8")):
        text = open(name, encoding="utf-8-sig").read()
        lost = shown(html) - words(text)
        # How a page says whose table it is and what isn't there yet.
        lost -= {"Åtgärder", "Ingen", "åtgärd", "samordnar", "Läge"}
        if lost:
            fail(f"{path}: words that LibreOffice doesn't find in the Word file: {sorted(lost)[:8]}")
    return len(files)


def in_a_spreadsheet(house, token):
    """A list as Python and as LibreOffice in Swedish read it: the same rows and columns, and nothing made into something else."""
    read = {}
    for delimiter in ("comma", "semicolon"):
        status, _, body = house.request("GET", f"{MUNICIPALITY}/measures?delimiter={delimiter}", token, headers={"Accept": "text/csv"})
        if status != 200:
            fail(f"measures as a table: {status}")
        read[delimiter] = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter="," if delimiter == "comma" else ";"))
        open(f"{work}/{delimiter}.csv", "wb").write(body)
    if read["comma"] != read["semicolon"] or len(read["comma"]) < 20:
        fail("the two tables differ")
    wild = [cell for row in read["comma"] for cell in row if cell[:1] in ("=", "+", "-", "@")]
    if wild:
        fail(f"cells that a spreadsheet would run: {wild[:3]}")
    # 59: semicolons; 34: quotes; 76: UTF-8; 1053: Swedish. Out again as what stands in the cells.
    (name,) = converted([f"{work}/semicolon.csv"], "csv:Text - txt - csv (StarCalc):44,34,76,1,,1053,false,true", "CSV:59,34,76,1,,1053")
    seen_rows = list(csv.reader(open(name, encoding="utf-8-sig", newline="")))
    for row, (mine, theirs) in enumerate(zip(read["semicolon"], seen_rows)):
        for column, (cell, seen) in enumerate(zip(mine, theirs)):
            if cell.lstrip("'").split() != seen.lstrip("'").split():
                fail(f"row {row + 1}, {mine[column] and read['comma'][0][column]}: LibreOffice reads {cell!r} as {seen!r}")
    if len(seen_rows) != len(read["semicolon"]):
        fail(f"LibreOffice reads {len(seen_rows)} rows of {len(read['semicolon'])}")
    return len(seen_rows)


folder = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else None
if folder:
    os.makedirs(folder, exist_ok=True)
with tempfile.TemporaryDirectory(prefix="samverkan-papers-") as work, House(sys.argv[1], port=8594) as house:
    token = house.token("coordinator", municipality="1495")
    recorder_of(house)
    plan = long_plan(house, token)
    pages = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        # As a person opens it: what breaks the page's own policy is told on the console.
        strict = browser.new_context().new_page()
        told = []
        strict.on("console", lambda message: told.append(message.text))
        strict.on("pageerror", lambda error: told.append(str(error)))
        # axe is a script, which the policy forbids.
        page, axe = browser.new_context(bypass_csp=True).new_page(), Axe()
        tokens = dict.fromkeys(addresses(house, token), token) | dict.fromkeys(district_addresses(), house.token("head-of-district"))
        for path, reader in tokens.items():
            for window in (strict, page):
                window.context.set_extra_http_headers({"Authorization": f"Bearer {reader}", "Accept": "text/html"})
            html = house.request("GET", path, reader, headers={"Accept": "text/html"})[2].decode()
            pages.append((path, html))
            opened(strict, house, path, html)
            if told or strict.evaluate("document.styleSheets.length") != 1:
                fail(f"{path}: {told or 'the stylesheet was not taken'}")
            opened(page, house, path, html)
            look(page, axe, path)
            document = json.loads(house.request("GET", path, reader, headers={"Accept": "application/json"})[2])
            sheets = printed(page, path, document, html)
            if path.endswith(plan):
                if len(sheets) < 4 or not all(all(head in sheet for head in HEADS) for sheet in sheets[:-1]):
                    fail(f"{path}: heads are not repeated on {len(sheets)} sheets")
                if any(f"Trygghetsvandring nummer {number} " not in " ".join(" ".join(sheets).split()) for number in range(1, 61)):
                    fail(f"{path}: a measure is lost in print")
        browser.close()
    validated(pages)
    print(f"{len(pages)} papers: valid HTML, no violation that axe finds, 390 and 1280 pixels wide, printed as tagged PDF with bookmarks")
    print(f"{in_word(house, tokens, [one for one in pages if 'sent-text' not in one[0]])} Word files opened by LibreOffice")
    print(f"{in_a_spreadsheet(house, token)} rows of a table the same in Python and in LibreOffice")
