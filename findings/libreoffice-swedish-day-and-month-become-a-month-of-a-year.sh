#!/usr/bin/env bash
# LibreOffice, opening a Swedish CSV, makes «24 dec» the first of December 2024, and «3 mars» the first of March 2003.
#
# What surprises: Swedish people write a deadline without its year as day and month, «15 maj», «24 dec». Read as Swedish (locale 1053), the
# number before the month's name is taken for a year: the cell becomes a date of another year or decade, always the month's first day. Only with the
# year behind it is the day read as it stands. Nothing tells that a text has become a date, and quotes around the field don't help; a word before it
# does, and so does the column's type. Whoever writes tables for Swedish offices marks such texts, or writes 2024-12-24.
#
# Seen with libreoffice-calc-nogui 4:7.4.7-1+deb12u14 (Debian 12):
#     24 dec        date 2024-12-01
#     3 mars        date 2003-03-01
#     15 maj        date 2015-05-01
#     1 maj 2024    date 2024-05-01
#     24 dec 2024   date 2024-12-24
#     2024-12-24    date 2024-12-24
#     den 15 maj    string den 15 maj
# Needs Debian 12 with the libraries that libreoffice-calc-nogui needs; the programs themselves are only unpacked.
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
version=4:7.4.7-1+deb12u14
# Of the office's own packages those that a spreadsheet without a window needs.
apt-get download -qq $(printf "%s=$version " libreoffice-calc-nogui libreoffice-core-nogui libreoffice-base-core libreoffice-common \
    libreoffice-style-colibre ure uno-libs-private libuno-cppu3 libuno-cppuhelpergcc3-3 libuno-purpenvhelpergcc3-3 libuno-sal3 \
    libuno-salhelpergcc3-3) 2>/dev/null
for package in ./*.deb; do dpkg -x "$package" unpacked; done
# Its folders point at each other from the root.
find unpacked -type l | while read -r link; do
    target=$(readlink "$link")
    case $target in /*) [ ! -e "unpacked$target" ] || ln -sfn "$work/unpacked$target" "$link" ;; esac
done
# What the packages do when they are set up, and where they believe to be.
cp -r unpacked/usr/lib/libreoffice/share/.registry/. unpacked/etc/libreoffice/registry/
sed -i "s#file:///usr/lib/libreoffice#file://$work/unpacked/usr/lib/libreoffice#" unpacked/usr/lib/libreoffice/program/fundamentalrc
cat >days.csv <<'CSV'
när;vad
24 dec;x
3 mars;x
"15 maj";x
1 maj 2024;x
24 dec 2024;x
2024-12-24;x
den 15 maj;x
CSV
# 59: semicolons, 34: quotes, 76: UTF-8, 1053: Swedish.
HOME=$work unpacked/usr/lib/libreoffice/program/soffice "-env:UserInstallation=file://$work/office" --headless --infilter=CSV:59,34,76,1,,1053 \
    --convert-to fods --outdir "$work" days.csv >/dev/null 2>&1
/usr/bin/python3 - <<'PYTHON'
import re, sys

SEEN = {
    "24 dec": "date 2024-12-01", "3 mars": "date 2003-03-01", "15 maj": "date 2015-05-01", "1 maj 2024": "date 2024-05-01", "24 dec 2024": "date 2024-12-24",
    "2024-12-24": "date 2024-12-24", "den 15 maj": "string den 15 maj",
}
written = [line.split(";")[0].strip('"') for line in open("days.csv", encoding="utf-8")][1:]
rows = re.findall(r"(?s)<table:table-row.*?</table:table-row>", open("days.fods", encoding="utf-8").read().split("<table:table ", 1)[1])[1:]
same = True
for text, row in zip(written, rows):
    cell = re.search(r'(?s)<table:table-cell[^>]*?office:value-type="(\w+)"(?:[^>]*?office:date-value="([^"]*)")?.*?<text:p>([^<]*)', row)
    found = f"{cell[1]} {cell[2] or cell[3]}"
    print(f"{text:<13} {found}")
    same = same and found == SEEN[text]
sys.exit(0 if same and len(written) == len(SEEN) <= len(rows) else "LibreOffice reads Swedish days differently now")
PYTHON
