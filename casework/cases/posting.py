"""An announcement whose day or place was entered wrongly: its thirty days run from the right day.

Other eyes than those that entered it, what shows it, and the reasons; the first entry stays. A service that came of it
counts from the day on which the right thirty days ended, and is not corrected before they are over.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.announce import ROW, not_before
from casework.cases.corrected import latest, of_correction, put_right
from casework.cases.guards import not_officer
from casework.cases.parts import Announcement, Service
from casework.cases.rests import admitted
from casework.cases.served import NAMES
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.clocks.restated import RESTATED, anew
from casework.clocks.rows import row_on
from casework.commands.case import CorrectAnnouncement, CorrectService, Served, ServiceWay
from casework.documents.internal import ON_FORM
from casework.events import Draft, Event
from casework.hands import other_eyes
from casework.refusal import refuse


def correct(ask: Ask[CorrectAnnouncement, CaseState]) -> list[Draft]:
    """AnnouncementCorrected, and ServiceCorrected where a service came of it.

    Refuses STEP_MISSING for what was not announced, FOUR_EYES to whoever entered it, ALREADY_DONE where nothing
    differs, DATE_ORDER, PERIOD_RUNNING while the right thirty days of a service run, and as `put_right`.
    """
    c, case = ask.command, ask.state
    required(place=c.where, reasons=c.reasons, receipt_scan=c.document)
    found = _latest(case, c.served)
    service = _came_of(case, found)
    hands = (found.by, service.by if service else None)
    other_eyes(ask.actor, hands, "登记公告与更正公告", "posting an announcement and correcting it")
    if (c.posted_on, c.where.strip()) == (found.on, found.where):
        raise refuse("ALREADY_DONE")
    if c.posted_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="公告日期不得晚于今天",
            what_en="the announcement may not lie after today",
        )
    not_before(case, c.served, c.posted_on, ask.at)
    event = _event(c.served, ask.history[case.stream])
    values = {"posted_on": c.posted_on, "where": c.where.strip()}
    said = {
        "served": c.served, **values, "was_on": found.on, "was_where": found.where, "reasons": c.reasons,
        "document": c.document, RESTATED: anew(event, values, ask.history[case.stream]),
    }  # fmt: skip
    if service is None or c.posted_on == found.on:
        admitted(case, (c.document,))
        return [draft(case.stream, "AnnouncementCorrected", **said, **ON_FORM)]
    # Signed once: on the form of the service that it puts right.
    own = draft(case.stream, "AnnouncementCorrected", **said)
    return [own, *put_right(_of_service(ask), service, _ended(c.posted_on, ask.at))]


def _of_service(ask: Ask[CorrectAnnouncement, CaseState]) -> Ask[Any, CaseState]:
    """The same as the correction of the service that came of it."""
    c = ask.command
    right = CorrectService(
        case_no=c.case_no, served=c.served, way=ServiceWay.ANNOUNCEMENT, served_on=None,
        document=c.document, reasons=c.reasons,
    )  # fmt: skip
    return replace(ask, command=right)  # type: ignore[arg-type]  # the same question of another command


def _ended(posted: date, at: datetime) -> date:
    """The last of the thirty days. Refuses PERIOD_RUNNING before their end."""
    ends = period_end(ROW, posted)
    if at <= ends:
        row, until = row_on(ROW, posted), local_date(ends).isoformat()
        raise refuse("PERIOD_RUNNING", what=row.zh, what_en=row.en, until=until)
    return local_date(ends)


def _latest(case: CaseState, served: Served) -> Announcement:
    """The announcement that runs, or the one by which the paper counts as served."""
    zh, en = NAMES[served.value]
    found = [one for one in case.announcements if one.served == served.value]
    if not found or (found[-1].done and _came_of(case, found[-1]) is None):
        raise refuse(
            "STEP_MISSING", step=f"登记{zh}的公告", step_en=f"posting the announcement of {en}"
        )
    return found[-1]


def _came_of(case: CaseState, one: Announcement) -> Service | None:
    """The service that came of an announcement that is over; None while it runs."""
    if not one.done:
        return None
    served = latest(case, Served(one.served))
    return served if served.way == ServiceWay.ANNOUNCEMENT.value else None


def _event(served: Served, events: Sequence[Event]) -> Event:
    return next(
        one
        for one in reversed(events)
        if one.type == "AnnouncementPosted" and one.data["served"] == served.value
    )


def _posted(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: something was announced."""
    if not case.announcements:
        raise refuse("STEP_MISSING", step="登记公告送达", step_en="posting an announcement")


ACT = Act(
    CorrectAnnouncement, "更正公告", "correct an announcement",
    frozenset({Role.SUPERVISOR, Role.HEAD}), of_correction, correct,
    guards=(not_officer("承办与更正公告", "correcting an announcement"), _posted), rank=96,
)  # fmt: skip
