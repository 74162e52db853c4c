#!/usr/bin/env python3
"""Reads the calendar of a person's deadlines with two calendar libraries, and holds what they make of it to what was entered.

usage: calendar_feed.py PROGRAM — runs the service on the demo in a cluster of its own. Meetings stand on both sides of both changes of
the clock, and at hours that differ; all-day events have their exclusive end.
"""
import datetime, json, os, sys, urllib.request
from zoneinfo import ZoneInfo

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "deploy", "trials"))
import icalendar
import vobject

from house import House

STOCKHOLM = ZoneInfo("Europe/Stockholm")
YEAR = datetime.date.today().year + 1
# The day before each change, the day itself, and the day after; and days that calendars get wrong.
SPRING = max(datetime.date(YEAR, 3, day) for day in range(25, 32) if datetime.date(YEAR, 3, day).isoweekday() == 7)
AUTUMN = max(datetime.date(YEAR, 10, day) for day in range(25, 32) if datetime.date(YEAR, 10, day).isoweekday() == 7)
TIMED = {change + datetime.timedelta(days=days): f"{hour:02}:{minute:02}" for change in (SPRING, AUTUMN)
         for days, hour, minute in ((-1, 23, 30), (0, 13, 0), (1, 0, 15))}
WHOLE = [datetime.date(YEAR, 1, 1), datetime.date(YEAR, 2, 28), datetime.date(YEAR, 12, 31)]


def expected():
    """Each meeting's start in UTC, or its first and last day."""
    found = {}
    for day, time in TIMED.items():
        hour, minute = map(int, time.split(":"))
        found[day] = datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=STOCKHOLM).astimezone(datetime.timezone.utc)
    return found | {day: (day, day) for day in WHOLE}


def by_icalendar(text):
    found, uids = {}, []
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        start = event["DTSTART"].dt
        uids.append(str(event["UID"]))
        if "Sammanträde" in str(event["SUMMARY"]):
            add(found, start, event["DTEND"].dt if "DTEND" in event else None)
    return found, uids


def by_vobject(text):
    found, uids = {}, []
    for event in vobject.readOne(text).vevent_list:
        uids.append(event.uid.value)
        if "Sammanträde" in event.summary.value:
            add(found, event.dtstart.value, event.dtend.value if hasattr(event, "dtend") else None)
    return found, uids


def add(found, start, end):
    if isinstance(start, datetime.datetime):
        found[start.date()] = start.astimezone(datetime.timezone.utc)
    else:
        found[start] = (start, end - datetime.timedelta(days=1))


with House(os.path.abspath(sys.argv[1]), {"SAMVERKAN_LOG_LEVEL": "debug"}, port=8592) as house:
    token = house.token("coordinator", municipality="1495")

    def post(path, body):
        status, _, answer = house.request("POST", path, token, body)
        if status >= 300:
            raise SystemExit(f"{path}: {status} {answer.decode()}")
        return json.loads(answer)

    body = post("/municipalities/1495/bodies", {"kind": "municipalExecutive", "name": "Kommunstyrelsen; utskottet, «råd\\nämnd»"})["id"]
    lines = [f"{day} kl {time}" for day, time in TIMED.items()] + [f"{day}" for day in WHOLE]
    post(f"/municipalities/1495/bodies/{body}/meeting-list", {"year": YEAR, "text": "\n".join(lines)})
    address = post("/me/calendar-feed", None)["href"]

    def read():
        with urllib.request.urlopen(address) as answer:
            return answer.read().decode()

    text = read()
    wanted = expected()
    for name, reader in (("icalendar", by_icalendar), ("vobject", by_vobject)):
        found, uids = reader(text)
        for day, value in wanted.items():
            if found.get(day) != value:
                raise SystemExit(f"{name}: the meeting of {day} is {found.get(day)}, and was entered as {value}")
        if len(found) != len(wanted) or len(set(uids)) != len(uids):
            raise SystemExit(f"{name}: {len(found)} meetings for {len(wanted)}, {len(uids)} events with {len(set(uids))} ids")
        print(f"{name}: {len(found)} meetings at their times, {len(uids)} events")
    names = {str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}
    if not any("Kommunstyrelsen; utskottet, «råd\\nämnd»" in name for name in names):
        raise SystemExit(f"the body's name is not what was entered: {sorted(names)[:3]}")
    # The same events under the same ids when a list is pasted again.
    post(f"/municipalities/1495/bodies/{body}/meeting-list", {"year": YEAR, "text": "\n".join(reversed(lines))})
    if sorted(by_vobject(read())[1]) != sorted(by_vobject(text)[1]):
        raise SystemExit("the ids of events have changed")
    with urllib.request.urlopen(address) as answer:
        answer.read()
    secret = address.rsplit("/", 1)[1]
    for where, log in (("the server's log", house.log()), ("PostgreSQL's log", open(os.path.join(house.state, "cluster", "log"), errors="replace").read())):
        if secret in log:
            raise SystemExit(f"the address stands in {where}")
        if not log:
            raise SystemExit(f"{where} was not found")
