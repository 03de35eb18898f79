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
from casework.commands import points as p
from casework.commands.parameters import DecideParameter, ProposeParameter
from graph.calendar.entered import Told, know_years
from graph.calendar.read import Stretch, every_due, list_days, list_due
from graph.cases.board import board_by_officer, board_by_stage
from graph.cases.inbox import inbox
from graph.cases.list import list_cases
from graph.cases.page import case_page
from graph.clocks.beat import beat
from graph.commands import execute
from graph.notices.read import list_notices
from graph.points.objections import objectionable_for
from graph.reviews.read import list_reviews
from graph.year.read import year_of
from tests.contract.graph_store.test_sanction_ends import scored

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
        calendars.published.cache_clear()
        yield
    calendars.published.cache_clear()


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
    items = await inbox(store, Viewer(people["ins1"]), at)
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


async def test_a_served_score_waits_for_the_doctor_while_nobody_knows_the_last_day(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await scored(store, people["agency"], 9, "billing_for_barred")
    served = p.NotifyScore(
        prac_psn_code="D1", entry_id="S1", way=c.ServiceWay.DIRECT, served_on=local_date(EVE)
    )
    await execute(store, served, people["agency"], EVE)
    for later in (0, 30):
        for who, n in (("doc", 1), ("office", 1), ("other", 0), ("sup", 0)):
            at = EVE + timedelta(days=later)
            found = await objectionable_for(store, Viewer(people[who]), at)
            assert [one.due for one in found] == [None] * n, who


def notice_of(year: int) -> str:
    """Holidays of a year as a notice might have them."""
    days = "元旦 1.1；春节 2.1-2.7；清明节 4.5；劳动节 5.1-5.2；端午节 6.9；中秋节 9.15；国庆节 10.1-10.7"
    return f"{year}：{days}"


async def test_what_the_bureau_enters_is_reckoned_with_at_once_and_the_beat_looks_again(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await opened(store, people, lead)
    propose = ProposeParameter(
        name="holidays", value=notice_of(LAST + 1), valid_from=local_date(EVE),
        basis="国办发明电〔2026〕7号", reason="已公布",
    )  # fmt: skip
    await execute(store, propose, people["legal"], EVE)
    assert unknown_years(date(LAST + 1, 1, 1), date(LAST + 1, 2, 1)) == (LAST + 1,)
    approve = DecideParameter(proposal_id="T1", approve=True)
    try:
        await execute(store, approve, people["head"], EVE)
        assert unknown_years(date(LAST + 1, 1, 1), date(LAST + 1, 2, 1)) == ()
        # The node had no due moment; the next beat, a minute later, writes it.
        await beat(store, EVE + timedelta(minutes=1))
        rows, _, _ = await store.execute_query(
            "MATCH (c:Case {case_no: 'C1'}) RETURN c.next_due AS due"
        )
        assert str(rows[0]["due"]).startswith(str(LAST + 1))
        # Another process, which has not been told: it is before it reads.
        calendars.enter({})
        Told.head = ""
        await know_years(store, at_once=True)
        assert unknown_years(date(LAST + 1, 1, 1), date(LAST + 1, 2, 1)) == ()
    finally:
        calendars.enter({})
        Told.head = ""


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
        (item,) = await inbox(store, Viewer(people["ins1"]), late + timedelta(days=1))
        assert item.deadline is not None
        assert item.deadline.due is not None
