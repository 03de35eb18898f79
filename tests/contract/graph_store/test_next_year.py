"""A case whose working days reach into a year without published holidays: every list works, and says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import neo4j
import pytest
from filing import OFFICERS

from api.clocks import deadline_of
from casework.actors import Actor, Viewer
from casework.clocks import calendars
from casework.clocks.calendars import day_start, local_date
from casework.clocks.deadlines import Clock
from casework.clocks.holidays import unknown_years
from casework.commands import case as c
from graph.calendar.read import Stretch, every_due, list_days, list_due
from graph.cases.board import board_by_officer, board_by_stage
from graph.cases.inbox import inbox
from graph.cases.list import list_cases
from graph.cases.page import case_page
from graph.clocks.beat import beat
from graph.commands import execute
from graph.notices.read import list_notices
from graph.reviews.read import list_reviews
from graph.year.read import year_of

LAST = next(
    year for year in range(2026, 2100) if unknown_years(date(year + 1, 1, 1), date(year + 2, 1, 1))
)
EVE = datetime(LAST, 12, 30, 2, tzinfo=UTC)
BUREAU = ("ins1", "ins2", "sup", "legal", "head", "agency")
pytestmark = pytest.mark.asyncio(loop_scope="session")


@contextmanager
def published(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the library knew the year; what it said meanwhile is forgotten again."""
    with monkeypatch.context() as patch:
        patch.setattr(calendars.chinese_calendar, "is_workday", lambda day: day.weekday() < 5)
        calendars.is_working_day.cache_clear()
        yield
    calendars.is_working_day.cache_clear()


async def opened(store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase) -> None:
    await execute(store, lead, people["ins1"], EVE)
    await execute(store, c.AssignOfficers(case_no="C1", officers=OFFICERS), people["sup"], EVE)


@pytest.mark.parametrize("later", [0, 30, 90, 400])
async def test_every_list_stands_and_the_page_says_what_is_missing(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase, later: int
) -> None:
    await opened(store, people, lead)
    at = EVE + timedelta(days=later)
    for _ in range(2):
        await beat(store, at)
    stretch = Stretch(date(LAST, 12, 1), date(LAST + 1, 12, 31))
    for name in (*BUREAU, "office", "doc", "sys", "aud"):
        viewer = Viewer(people[name])
        await inbox(store, viewer, at)
        await list_due(store, viewer, stretch, at)
        await every_due(store, viewer, stretch, at)
        await list_days(store, viewer, stretch, at)
        await board_by_stage(store, viewer, at)
        await board_by_officer(store, viewer, at, None)
        await list_notices(store, viewer)
        await list_reviews(store, viewer, at)
        await list_cases(store, viewer)
        if name in ("sup", "head"):
            await year_of(store, viewer, LAST + 1)
    items = await inbox(store, Viewer(people["sup"]), at)
    assert [(one.deadline.due if one.deadline else None) for one in items] == [None]
    (column,) = await board_by_stage(store, Viewer(people["head"]), at)
    assert [(one.case.case_no, one.case.next_due, one.late) for one in column.cards] == [
        ("C1", None, False)
    ]
    page = await case_page(store, Viewer(people["ins1"]), "C1", at)
    assert page is not None
    (clue,) = [one for one in page.deadlines if one.id == "clue_check"]
    assert clue.clock is Clock.UNKNOWN
    for language, words in (("zh", "国务院"), ("en", "State Council")):
        told = deadline_of(clue, language)  # type: ignore[arg-type]
        assert told.due_at is None
        assert str(LAST + 1) in (told.problem or "")
        assert words in (told.problem or "")


async def test_once_the_holidays_are_there_the_beat_tells_without_an_event_of_the_case(
    store: neo4j.AsyncDriver,
    people: dict[str, Actor],
    lead: c.OpenCase,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await opened(store, people, lead)
    mark = "MATCH (c:Case {case_no: 'C1'}) RETURN c.next_mark AS mark"
    rows, _, _ = await store.execute_query(mark)
    tomorrow = day_start(local_date(EVE) + timedelta(days=1))
    assert datetime.fromisoformat(rows[0]["mark"]) == tomorrow
    late = EVE + timedelta(days=60)
    assert "DeadlineOverdue" not in await beat(store, late)
    with published(monkeypatch):
        said = await beat(store, late + timedelta(days=1))
        assert said["DeadlineOverdue"] == 1
        (item,) = await inbox(store, Viewer(people["sup"]), late + timedelta(days=1))
        assert item.deadline is not None
        assert item.deadline.due is not None
