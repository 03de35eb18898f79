"""The calendar as iCalendar, for the calendars of other programs."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

import neo4j
from icalendar import Calendar, Event

from casework.actors import Viewer
from casework.clocks.calendars import Calendar as Reckoning
from casework.clocks.calendars import local_date
from graph.calendar.read import Due, Stretch, every_due

BACK: Final = timedelta(days=90)
AHEAD: Final = timedelta(days=366)


async def taken(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime, *, mine: bool, chinese: bool
) -> tuple[bytes, int]:
    """The file from 90 days back to a year ahead, and how many deadlines are in it."""
    today = local_date(at)
    rows = await every_due(driver, viewer, Stretch(today - BACK, today + AHEAD, mine), at)
    return calendar_file(rows, at, chinese=chinese), len(rows)


def calendar_file(rows: Iterable[Due], at: datetime, *, chinese: bool) -> bytes:
    """Deadlines as iCalendar bytes; it names cases and law, nobody."""
    calendar = Calendar()
    calendar.add("prodid", "-//Jicha//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "稽查期限" if chinese else "Jicha deadlines")
    for due in rows:
        calendar.add_component(_entry(due, at, due.zh if chinese else due.en))
    return bytes(calendar.to_ical())


def _entry(due: Due, at: datetime, what: str) -> Event:
    """One deadline: its day, or its moment where hours count."""
    entry = Event()
    digest = hashlib.sha256(due.key.encode()).hexdigest()[:32]
    entry.add("uid", f"{digest}@jicha")
    entry.add("dtstamp", at.astimezone(UTC))
    entry.add("summary", f"{due.of} {what}" if due.kind != "points" else what)
    entry.add("description", due.basis)
    if due.calendar == Reckoning.HOURS.value:
        entry.add("dtstart", due.due.astimezone(UTC))
        entry.add("dtend", due.due.astimezone(UTC))
    else:
        day = local_date(due.due)
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    return entry
