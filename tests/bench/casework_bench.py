"""A bureau of years: 10,000 cases with 500,000 events; the desk's own questions, and the longest fold.

The cases are one real investigation's commands, answered by casework and sealed anew for each number,
so that every chain is intact and every projection is written by the code that always writes it; one
case has 2,000 events. What is asked is what the desk was built to ask: the registered documents of
the case page, the inbox, the calendar and the boards, one at a time, by an inspector who is an officer
of one case in twenty, and the inbox by the head. All cases of the store are open.
"""

import asyncio
import json
import re
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import neo4j
from long_cases import Story, Told, tell

from casework.actors import Role
from casework.cases.fold import fold_case
from casework.clocks.calendars import local_date
from casework.commands.delegation import EntrustCentre
from casework.decide import fold
from casework.events import Event
from cli.load.crowd import Question, crowd
from cli.load.door import GUEST, Door, also, door, guest
from cli.output import Output
from cli.person import now
from graph.accounts.read import find_account
from graph.commands import execute
from graph.events.append import append, lock
from graph.migrate import migrate
from graph.projections import project
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints
from stack.ground import servers
from stack.settings import Settings

CASES, EVENTS_EACH, LONGEST, INSPECTORS = 10_000, 50, 2_000, 20
AT_ONCE = 100
HEAD, LONG = "bench-head", "BENCH-LONG"
GOALS = {
    "case_page_p95_ms": 200.0,
    "longest_case_page_p95_ms": 200.0,
    "inbox_p95_ms": 200.0,
    "head_inbox_p95_ms": 200.0,
    "calendar_p95_ms": 200.0,
    "stage_board_p95_ms": 200.0,
    "officer_board_p95_ms": 200.0,
    "fold_longest_ms": 20.0,
}
DOCUMENTS = Path(__file__).parents[2] / "frontend" / "src" / "gql" / "persisted-documents.json"
STRETCH = {"stretch": {"since": "2026-03-30", "until": "2026-05-04"}, "first": 50}


class Context(Protocol):
    """What the bench stands on."""

    @property
    def settings(self) -> Settings:
        """Settings of an empty home."""
        ...


def run(context: Context) -> dict[str, Any]:
    """Fill the store, then ask."""
    with servers(context.settings, ["neo4j", "valkey", "s3"], _say) as endpoints:
        begun = time.perf_counter()
        longest = asyncio.run(_fill(endpoints))
        filled = time.perf_counter() - begun
        folds = [_timed(lambda: fold_case("longest", longest)) for _ in range(5)]
        with (
            guest(endpoints, "bench") as password,
            guest(endpoints, "bench", HEAD, Role.HEAD) as heads,
            entrusted(endpoints),
            door(context.settings, 1, password, Output()) as ours,
        ):
            asked = _ask(ours, also(ours, HEAD, heads))
    return {
        "cases": CASES,
        "events": CASES * EVENTS_EACH,
        "fill_seconds": round(filled, 1),
        "longest_case_events": len(longest),
        "fold_longest_ms": round(statistics.median(folds) * 1000, 2),
        "graphql": asked,
        "goals": GOALS,
    }


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _timed(work: Any) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def document(operation: str) -> str:
    """What the desk registered under this name. Raises LookupError when it asks no such thing."""
    texts = json.loads(DOCUMENTS.read_text("utf-8")).values()
    named = [str(text) for text in texts if re.search(rf"\bquery {operation}\b", text)]
    if len(named) != 1:
        raise LookupError(f"{len(named)} documents are called {operation}")
    return named[0]


@contextmanager
def entrusted(endpoints: Endpoints) -> Iterator[None]:
    """The bureau's published letter, without which nothing waits for an inspector of the centre."""
    asyncio.run(_entrust(endpoints))
    yield


async def _entrust(endpoints: Endpoints) -> None:
    at = now()
    today = local_date(at)
    letter = EntrustCentre(
        document_no="测量委1号",
        scope="监督检查、调查取证",
        published_on=today,
        where="本局网站",
        starts_on=today,
        ends_on=today + timedelta(days=365),
    )
    async with neo4j_driver(endpoints) as driver:
        head = await find_account(driver, HEAD)
        if head is None:
            raise RuntimeError(f"no account {HEAD}")
        await execute(driver, letter, head.actor, at)


def _ask(inspector: Door, head: Door) -> dict[str, Any]:
    keys = [_number(n) for n in range(0, CASES, 5 * INSPECTORS)]
    page = Question(document("CaseFilePage"), {"events": 100})
    asked = {
        "inbox": Question(document("Inbox"), {"first": 50}),
        "case_page": page,
        "calendar": Question(document("CalendarDays"), STRETCH),
        "calendar_deadlines": Question(document("CalendarDeadlines"), STRETCH),
        "stage_board": Question(document("StageBoard")),
        "officer_board": Question(document("OfficerBoard")),
    }
    found = _answers(inspector, asked, keys, 12)
    found["questions"] |= _answers(inspector, {"longest_case_page": page}, [LONG], 5)["questions"]
    found["questions"] |= _answers(head, {"head_inbox": asked["inbox"]}, keys, 5)["questions"]
    return found


def _answers(
    at: Door, asked: dict[str, Question], keys: list[str], seconds: float
) -> dict[str, Any]:
    """Figures of one person asking without pause, after a warm-up. Raises RuntimeError on an error."""
    crowd(at, asked, keys, users=1, seconds=4, think=0.0)
    found = crowd(at, asked, keys, users=1, seconds=seconds, think=0.0).report()
    if found["errors"]:
        raise RuntimeError(found["first_error"])
    return found


def _number(n: int) -> str:
    return f"BENCH-{n:05d}"


async def _fill(endpoints: Endpoints) -> list[Event]:
    """Write all cases; returns the events of the longest."""
    stories = [_story(n).lengthen(EVENTS_EACH).told for n in range(INSPECTORS)]
    async with neo4j_driver(endpoints) as driver:
        await migrate(driver)
        for first in range(0, CASES, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, CASES))
            await _write(
                driver, {_number(n): stories[n % INSPECTORS] for n in numbers}, EVENTS_EACH
            )
        longest = _story(0).lengthen(LONGEST).told
        await _write(driver, {LONG: longest}, LONGEST)
    return list(tell(LONG, longest, LONGEST, GUEST))


def _story(n: int) -> Story:
    return Story(GUEST if n == 0 else f"officer-{n}")


async def _write(driver: neo4j.AsyncDriver, cases: dict[str, Told], length: int) -> None:
    async def work(tx: neo4j.AsyncManagedTransaction) -> None:
        await lock(tx, [f"case:{no}" for no in cases])
        for no, told in cases.items():
            events = list(tell(no, told, length, GUEST))
            await append(tx, events)
            await project(tx, fold(f"case:{no}", events), events, events[-1].at)

    async with driver.session() as session:
        await session.execute_write(work)
