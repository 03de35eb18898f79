"""The calendar as iCalendar, for the calendars of other programs."""

from __future__ import annotations

import hashlib
from datetime import UTC, timedelta

from icalendar import Calendar, Event
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.names import pick
from api.rest.export import export
from api.session.pages import may_open
from casework.clocks.calendars import Calendar as Reckoning
from casework.clocks.calendars import local_date
from casework.commands.access import RecordExport
from graph.calendar.read import Due, Stretch, every_due

BACK = timedelta(days=90)
AHEAD = timedelta(days=366)


def entry_of(due: Due, context: Context) -> Event:
    """One deadline: its day, or its moment where hours count. Names the case and the law, nobody."""
    entry = Event()
    digest = hashlib.sha256(due.key.encode()).hexdigest()[:32]
    entry.add("uid", f"{digest}@jicha")
    entry.add("dtstamp", context.at.astimezone(UTC))
    what = pick(context.language, due.zh, due.en)
    entry.add("summary", f"{due.of} {what}" if due.kind == "case" else what)
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


async def get_calendar(request: Request, context: Context) -> Response:
    """``GET /export/calendar.ics?mine=1``: from 90 days back to a year ahead; recorded first."""
    if not may_open(context.actor, "calendar"):
        raise Missing
    today = local_date(context.at)
    stretch = Stretch(today - BACK, today + AHEAD, request.query_params.get("mine") == "1")
    rows = await every_due(context.driver, context.viewer, stretch, context.at)
    calendar = Calendar()
    calendar.add("prodid", "-//Jicha//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", context.say("稽查期限", "Jicha deadlines"))
    for due in rows:
        calendar.add_component(entry_of(due, context))
    record = RecordExport(what="calendar.ics", rows=len(rows), masked=True)
    return await export(
        context, calendar.to_ical(), record, "jicha-calendar.ics", "text/calendar; charset=utf-8"
    )
