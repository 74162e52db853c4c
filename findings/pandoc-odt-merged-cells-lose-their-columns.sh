#!/usr/bin/env bash
# pandoc writes a table's merged cells into .odt without the cells that they cover, and its own reader then puts what stands beside a
# merged cell into the wrong column.
#
# What surprises: in an OpenDocument table each place of the grid has an element; a place that a merged cell covers has
# table:covered-table-cell. Whoever reads columns by counting elements relies on that. pandoc's writer says table:number-rows-spanned
# and writes nothing for the covered places, so in the next row the second column's cell is the first element. LibreOffice (7.4) shows
# such a file as it was meant, as HTML's tables work; pandoc itself, and whoever counts, moves the cells to the left: a table of causes
# and measures then has measures for causes, without any sign.
#
# Seen with pandoc 3.6.1 (pypandoc_binary 1.15), and with 2.17.1.1 of Debian 12:
#     elements of the second row: table-cell(C) table-cell(D)
#     covered cells in the file: 0
#     read back by pandoc: [['A', 'B'], ['C', 'D']]        in the original C and D stand below B
# Needs Debian's python3-venv.
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -m venv "$work/python"
"$work/python/bin/pip" install -q 'pypandoc_binary==1.15'
cat >"$work/finding.py" <<'PYTHON'
import re, sys, zipfile

import pypandoc

path = sys.argv[1] + "/table.odt"
# A covers two rows, B two columns; C and D stand below B.
table = '<table><tr><td rowspan="2">A</td><td colspan="2">B</td></tr><tr><td>C</td><td>D</td></tr></table>'
pypandoc.convert_text(table, "odt", format="html", outputfile=path)
content = zipfile.ZipFile(path).read("content.xml").decode()
second = content.split("<table:table-row>")[2]
elements = re.findall(r"<table:(table-cell|covered-table-cell)[^>]*>\s*<text:p[^>]*>([^<]*)", second)
covered = content.count("covered-table-cell")
back = pypandoc.convert_file(path, "html", format="odt")
rows = [re.findall(r"<td[^>]*>\s*([A-D])", row) for row in back.split("<tr")[1:]]
spans = re.findall(r"(?:row|col)span", back)
print("pandoc", pypandoc.get_pandoc_version())
print("elements of the second row:", " ".join(f"{name}({text})" for name, text in elements))
print("covered cells in the file:", covered)
print("read back by pandoc:", rows)
if elements != [("table-cell", "C"), ("table-cell", "D")] or covered != 0 or rows != [["A", "B"], ["C", "D"]] or spans:
    sys.exit("this has changed")
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work"
