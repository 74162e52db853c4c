"""The import on what other programs make of the samples, and on a plan of sixty pages.

usage: deploy/trial import [--against READER]

Each Word document of the field goes through LibreOffice to .odt and back to .docx: both must give the counts that are right for it;
and to PDF, with tags and without, where all must but the two that lose text on paper. A plan of sixty pages is made, read and timed, as
PDF as well: with ruled tables, and with tags and tables without lines. With --against another build's samverkan-read is timed in turns
with this one.
"""
import argparse, io, json, os, resource, statistics, subprocess, sys, tempfile, time, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FIELD = f"{ROOT}/Tests/AgreementParsingTests/Fixtures/field"
MUNICIPALITIES = {"1495": "Skara", "1494": "Lidköping", "1471": "Götene"}
ROUNDS = 15
# What a page cuts off, and what is struck on it, a PDF doesn't hold; the reader tells it.
LOST_ON_PAPER = ["06-skara-sparade-andringar", "08-lidkoping-omradesrader"]


def read(reader, kind, content, municipality="Skara"):
    done = subprocess.run([reader, kind, municipality, "Västra Skaraborg"], input=content, capture_output=True)
    if done.returncode:
        return None
    return json.loads(done.stdout)


def counts(reading):
    """The counts of a reading, as expected.json names them; a refusal is its name."""
    if reading is None:
        return {"refusal": "the reader failed"}
    if "refusal" in reading:
        return {"refusal": next(iter(reading["refusal"]["_0"]))}
    document = reading["document"]["_0"]
    areas = document["plan"]["priorityAreas"]
    measures = [m for a in areas for m in sum((c["measures"] for c in a["causes"]), []) + a["measures"]]
    responsibles = [r for m in measures for r in m["responsibilities"]]
    period = document["agreement"]["period"]
    return {
        "areas": [a["title"] for a in areas], "causes": sum(len(a["causes"]) for a in areas), "measures": len(measures),
        "followups": sum(1 for m in measures if m.get("plannedFollowUp")), "responsibles": len({r["name"] for r in responsibles}),
        "contacts": len({(r["name"], r["contact"]) for r in responsibles if r.get("contact")}), "signers": len(document["agreement"]["signers"]),
        "period": [period["start"], period.get("end")], "year": document["plan"]["year"], "promises": len(document["promises"]),
        "sources": len(document["situationalPicture"]["sources"]),
    }


def differences(found, expected):
    if expected.get("refusal"):
        return {} if found.get("refusal") == "followUpReport" else {"refusal": found}
    return {name: (found.get(name), expected[name]) for name in found if name in expected and found[name] != expected[name]} or (
        {"refusal": found["refusal"]} if "refusal" in found else {})


def convert(folder, to, files):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", to, "--outdir", folder, *files],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def pdf(folder, tagged, files):
    convert(folder, 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"%s"}}' % str(tagged).lower(), files)


def through_libreoffice(reader, expected):
    failed = 0
    with tempfile.TemporaryDirectory(prefix="samverkan-import-") as folder:
        names = sorted(name[:-5] for name in expected if name.endswith(".docx"))
        convert(folder, "odt", [f"{FIELD}/{name}.docx" for name in names])
        convert(folder, "docx", [f"{folder}/{name}.odt" for name in names])
        for name in names:
            for kind, path in (("word", f"{FIELD}/{name}.docx"), ("openDocument", f"{folder}/{name}.odt"), ("word", f"{folder}/{name}.docx")):
                right = expected[name + ".docx"]
                wrong = differences(counts(read(reader, kind, open(path, "rb").read(), MUNICIPALITIES[right["municipality"]])), right)
                if wrong:
                    failed += 1
                    print(f"FOUND {os.path.basename(path)} as {kind}: {wrong}")
        print(f"through LibreOffice: {len(names)} documents as .docx, .odt and .docx again, {failed} wrong")
        for tagged in (True, False):
            pdf(folder, tagged, [f"{FIELD}/{name}.docx" for name in names])
            right = 0
            for name in names:
                wanted = expected[name + ".docx"]
                reading = read(reader, "portable", open(f"{folder}/{name}.pdf", "rb").read(), MUNICIPALITIES[wanted["municipality"]])
                wrong = differences(counts(reading), wanted)
                right += not wrong
                if wrong and name not in LOST_ON_PAPER:
                    failed += 1
                    print(f"FOUND {name}.pdf: {wrong}")
                if wrong and name in LOST_ON_PAPER:
                    told = [w["text"] for w in reading["document"]["_0"]["warnings"] if w["text"].startswith(("Text utanför sidan", "Överstruken"))]
                    failed += not told
                    print(f"  {name}.pdf says: {told}")
            print(f"as PDF {'with' if tagged else 'without'} tags: {right} of {len(names)} as the file itself")
    return failed


def long_plan(areas=30, rows=20, ruled=False):
    """A plan of some sixty pages, in Word's own format."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    def paragraph(text, level=None):
        looks = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>' if level is not None else ""
        return f'<w:p>{looks}<w:r><w:rPr><w:rFonts w:ascii="Calibri"/><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'

    def row(*cells):
        return "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(cell)}</w:tc>' for cell in cells) + "</w:tr>"

    body = paragraph("Samverkansöverenskommelse 2024-2027", 0) + paragraph("Skara kommun och lokalpolisområde Västra Skaraborg") + paragraph("Handlingsplan 2024", 0)
    for area in range(1, areas + 1):
        body += paragraph(f"Område {area}: Trygghet på plats {area}", 1)
        body += "".join(paragraph("Invånarna har i enkäten pekat ut platsen, och kommunen och polisen tar sig an den tillsammans under året.") for _ in range(4))
        body += "<w:tbl>" + (f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>" if ruled else "") + row("Orsak", "Åtgärd", "Ansvarig", "Uppföljning")
        for number in range(rows):
            body += row(f"Orsak {number // 4} på plats {area}", f"Åtgärd {number}: vandra, lysa upp och tala med dem som vistas där på kvällarna", f"Enhet {number % 7}, Polisen", "Antal kvällar och samtal")
        body += "</w:tbl>"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        archive.writestr("word/document.xml", f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    return content.getvalue(), areas * rows


def old_way(reader, content):
    """A build before the reader read the package itself: pandoc's tree first, then the reading of it."""
    tree = subprocess.run([reader, "convert", "/usr/bin/pandoc"], input=content, capture_output=True)
    subprocess.run([reader, "word", "Skara", "Västra Skaraborg"], input=tree.stdout, capture_output=True)


def timed(reader, against):
    samples = {"02-skara-fet-text.docx": open(f"{FIELD}/02-skara-fet-text.docx", "rb").read()}
    samples["sixty pages"], measures = long_plan()
    found = counts(read(reader, "word", samples["sixty pages"]))
    wrong = found.get("measures") != measures
    print(f"sixty pages: {len(samples['sixty pages'])} bytes, {found.get('measures')} of {measures} measures")
    for name, content in samples.items():
        own, other = [], []
        for _ in range(ROUNDS):
            started = time.monotonic()
            read(reader, "word", content)
            own.append(time.monotonic() - started)
            if against:
                started = time.monotonic()
                old_way(against, content)
                other.append(time.monotonic() - started)
        parts = [subprocess.run([reader, "word", "Skara", "Västra Skaraborg"], input=content, capture_output=True, env={**os.environ, "SAMVERKAN_READ_TIMES": "yes"}).stderr.split() for _ in range(ROUNDS)]
        began, reading, understanding = (statistics.median(int(part[place]) for part in parts) / 1000 for place in range(3))
        line = f"{name}: {statistics.median(own) * 1000:.0f} ms (processor time: beginning {began:.1f}, reading {reading:.1f}, understanding {understanding:.1f} ms)"
        if other:
            line += f", the other build {statistics.median(other) * 1000:.0f} ms, {statistics.median(other) / statistics.median(own):.1f} times"
        print(line)
    return wrong


def long_pdfs(reader):
    failed = 0
    with tempfile.TemporaryDirectory(prefix="samverkan-import-") as folder:
        for ruled, tagged in ((True, False), (False, True)):
            content, measures = long_plan(ruled=ruled)
            open(f"{folder}/long.docx", "wb").write(content)
            pdf(folder, tagged, [f"{folder}/long.docx"])
            content = open(f"{folder}/long.pdf", "rb").read()
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            # Memory of the reader and the largest of its programs, which run one at a time; measured of this run alone.
            done = subprocess.run(["/usr/bin/env", "python3", "-c", MEASURED, reader], input=content, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            found = counts(json.loads(done.stdout))
            seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(f"sixty pages as PDF, {'ruled, without tags' if ruled else 'not ruled, with tags'}: {found.get('measures')} of {measures} measures, {seconds:.1f} s of processor time, {int(done.stderr) // 1024} MB at most in one process")
            failed += found.get("measures") != measures
    return failed


MEASURED = '''
import resource, subprocess, sys
done = subprocess.run([sys.argv[1], "portable", "Skara", "Västra Skaraborg"], input=sys.stdin.buffer.read(), capture_output=True)
sys.stdout.buffer.write(done.stdout)
sys.stderr.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
'''


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--against", help="samverkan-read of a build that read by pandoc")
    given = arguments.parse_args()
    reader = os.path.join(os.path.dirname(given.program), "samverkan-read")
    expected = json.load(open(f"{FIELD}/expected.json"))
    failed = through_libreoffice(reader, expected)
    failed += long_pdfs(reader)
    failed += timed(reader, given.against)
    sys.exit(1 if failed else 0)


main()
