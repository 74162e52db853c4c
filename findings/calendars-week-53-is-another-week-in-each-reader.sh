#!/usr/bin/env bash
# An event that recurs in week 53 falls on other days in libical than in dateutil, and in both on days that are in no week 53.
#
# What surprises: RFC 5545 numbers weeks as ISO 8601 does, so that only some years have a 53rd one (2026 has), and a rule that names it
# should skip the others. libical (which Evolution, KDE's calendar and many servers read calendars with) puts "Monday of week 53" into
# years of 52 weeks as well, on the Monday of the next year's week 1. dateutil (which most Python calendar programs expand rules with)
# skips those Mondays, but takes Sundays in January for week 53 that are in week 52. So one invitation is on one day in one person's
# calendar and on another, or none, in the next one's. Whoever publishes a calendar writes every event out.
#
# Seen with libical3 3.0.16-1+b1 (Debian 12) and python-dateutil 2.9.0.post0:
#     FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO
#       libical   2025-12-29 (2026-W01) 2026-12-28 (2026-W53) 2031-12-29 (2032-W01) 2032-12-27 (2032-W53)
#       dateutil  2026-12-28 (2026-W53) 2032-12-27 (2032-W53) 2037-12-28 (2037-W53) 2043-12-28 (2043-W53)
#     FREQ=YEARLY;BYMONTH=1;BYWEEKNO=53;BYDAY=SU
#       libical   2027-01-03 (2026-W53) 2028-01-09 (2028-W01) 2033-01-02 (2032-W53) 2034-01-08 (2034-W01)
#       dateutil  2027-01-03 (2026-W53) 2033-01-02 (2032-W53) 2038-01-03 (2037-W53) 2039-01-02 (2038-W52)
# Needs Debian 12's apt-get (no root: the package is only unpacked) and python3-venv.
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
apt-get download -qq libical3=3.0.16-1+b1 libicu72 >/dev/null 2>&1 || apt-get download libical3=3.0.16-1+b1 libicu72
for package in ./*.deb; do dpkg -x "$package" unpacked; done
/usr/bin/python3 -m venv python
python/bin/pip install -q 'python-dateutil==2.9.0.post0'
cat >finding.py <<'PYTHON'
import ctypes, datetime, glob, sys

from dateutil.rrule import rrulestr

for name in ("libicudata", "libicuuc", "libicui18n"):
    ctypes.CDLL(sorted(glob.glob(f"unpacked/usr/lib/*/{name}.so.72"))[0], mode=ctypes.RTLD_GLOBAL)
libical = ctypes.CDLL(sorted(glob.glob("unpacked/usr/lib/*/libical.so.3"))[0])
START = datetime.datetime(2024, 12, 30, 9, tzinfo=datetime.timezone.utc)


def by_libical(rule):
    found = (ctypes.c_long * 4)()
    libical.icalrecur_expand_recurrence(rule.encode(), ctypes.c_long(int(START.timestamp())), 4, found)
    return [datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).date() for moment in found if moment]


def by_dateutil(rule):
    return [moment.date() for moment in rrulestr(f"DTSTART:20241230T090000\nRRULE:{rule}")[:4]]


def shown(days):
    return " ".join(f"{day} ({day.isocalendar()[0]}-W{day.isocalendar()[1]:02})" for day in days)


SEEN = {
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO": (
        "2025-12-29 (2026-W01) 2026-12-28 (2026-W53) 2031-12-29 (2032-W01) 2032-12-27 (2032-W53)",
        "2026-12-28 (2026-W53) 2032-12-27 (2032-W53) 2037-12-28 (2037-W53) 2043-12-28 (2043-W53)"),
    "FREQ=YEARLY;BYMONTH=1;BYWEEKNO=53;BYDAY=SU": (
        "2027-01-03 (2026-W53) 2028-01-09 (2028-W01) 2033-01-02 (2032-W53) 2034-01-08 (2034-W01)",
        "2027-01-03 (2026-W53) 2033-01-02 (2032-W53) 2038-01-03 (2037-W53) 2039-01-02 (2038-W52)"),
}
same = True
for rule, seen in SEEN.items():
    found = (shown(by_libical(rule)), shown(by_dateutil(rule)))
    print(rule)
    print("  libical  ", found[0])
    print("  dateutil ", found[1])
    same = same and found == seen
sys.exit(0 if same else "this is not what was seen")
PYTHON
python/bin/python finding.py
