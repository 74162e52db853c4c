#!/usr/bin/env bash
# pdfinfo -struct-text, which prints a tagged PDF's text by its structure, draws the whole page anew for each element on it.
#
# What surprises: the text of one structure element is a few words whose place in the page's content is known by its number (MCID), so
# one pass over a page should give all of them; pdftotext reads the same page in one pass, and pdfinfo -struct, the same tree without
# its text, takes nearly no time. But each element's text is found by drawing its page from the beginning. The time grows with the
# square of what stands on a page: a plan of sixty pages whose tables have a few cells each took 4.6 s, forty times as long as
# pdftotext, and a page with some thousand cells, as a spreadsheet's print has, takes longer than anybody waits. Whoever wants the
# structure for tables without lines needs a limit of time around it.
#
# Seen with poppler-utils 22.12.0 of Debian 12 (four times as many elements on one page):
#     pdftotext: 2 to 3 times the time          (start of the program included)
#     pdfinfo -struct: 1 to 2 times the time
#     pdfinfo -struct-text: 14 to 17 times the time
# Needs Debian 12, with the libraries that poppler-utils needs, and python3.
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
version=22.12.0-2+deb12u3
(cd "$work" && apt-get download -q "poppler-utils=$version" "libpoppler126=$version" >/dev/null && for package in *.deb; do dpkg -x "$package" "$work/poppler"; done)
export PATH="$work/poppler/usr/bin:$PATH" LD_LIBRARY_PATH="$work/poppler/usr/lib/$(uname -m)-linux-gnu"
cat >"$work/finding.py" <<'PYTHON'
import resource, subprocess, sys

folder = sys.argv[1]


def tagged(count):
    """One page of `count` paragraphs, each an element of the structure."""
    content = "".join(f"/P <</MCID {i}>> BDC BT /F 4 Tf {20 + i % 20 * 28} {820 - i // 20 * 5} Td (Ruta {i}) Tj ET EMC\n" for i in range(count))
    elements = [f"<</Type/StructElem/S/P/P 5 0 R/Pg 4 0 R/K {i}>>" for i in range(count)]
    first = 9
    kids = " ".join(f"{first + i} 0 R" for i in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R>>", "<</Type/Pages/Count 1/Kids[4 0 R]>>", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/StructParents 0/Resources<</Font<</F 3 0 R>>>>>>",
        f"<</Type/StructTreeRoot/K 8 0 R/ParentTree 7 0 R>>", f"<</Length {len(content)}>>stream\n{content}\nendstream",
        f"<</Nums[0[{kids}]]>>", f"<</Type/StructElem/S/Document/P 5 0 R/K[{kids}]>>", *elements,
    ]
    text, places = "%PDF-1.5\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj{value}\nendobj\n"
    table = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    text += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
    path = f"{folder}/{count}.pdf"
    open(path, "w").write(text)
    return path


def seconds(command):
    best = None
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        output = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = spent if best is None else min(best, spent)
    return best, output


version = subprocess.run(["pdfinfo", "-v"], capture_output=True, text=True).stderr.splitlines()[0]
print(version)
few, many = tagged(400), tagged(1600)
ratios = {}
for name, command in {"pdftotext": ["pdftotext", "FILE", "-"], "pdfinfo -struct": ["pdfinfo", "-struct", "FILE"], "pdfinfo -struct-text": ["pdfinfo", "-struct-text", "FILE"]}.items():
    first, _ = seconds([few if word == "FILE" else word for word in command])
    second, output = seconds([many if word == "FILE" else word for word in command])
    ratios[name] = second / max(first, 0.002)
    print(f"{name}: {ratios[name]:.0f} times the time for four times the elements")
    if name == "pdfinfo -struct-text" and output.count('"Ruta') != 1600:
        sys.exit("this has changed: not every element's text is printed")
if "22.12.0" not in version or ratios["pdfinfo -struct-text"] < 9 or ratios["pdftotext"] > 7:
    sys.exit("this has changed")
PYTHON
python3 "$work/finding.py" "$work"
