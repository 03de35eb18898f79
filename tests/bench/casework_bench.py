"""A bureau of years: 10,000 cases with 500,000 events; the case page, the inbox, and the longest fold.

The cases are one real case's commands, answered by casework and sealed anew for each number, so that
every chain is intact and every projection is written by the code that always writes it; one case is
as long as they get. Page and inbox are asked through GraphQL by one signed-in inspector, who is an
officer of one case in twenty: all cases of the store are open.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol

import neo4j

from casework.actors import Actor, Role
from casework.cases.fold import fold_case
from casework.commands import case as c
from casework.decide import fold, handle, streams_of
from casework.events import GENESIS, Event, seal
from cli.load.crowd import Question, crowd
from cli.load.door import GUEST, Door, door, guest
from cli.output import Output
from graph.events.append import append, lock
from graph.migrate import migrate
from graph.projections import project
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints
from stack.ground import servers
from stack.settings import Settings

CASES, EVENTS_EACH, LONGEST, INSPECTORS = 10_000, 50, 2_000, 20
AT_ONCE = 100
GOALS = {
    "case_page_p95_ms": 200.0,
    "inbox_p95_ms": 200.0,
    "calendar_p95_ms": 200.0,
    "stage_board_p95_ms": 200.0,
    "officer_board_p95_ms": 200.0,
    "fold_longest_ms": 20.0,
}
START = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
INBOX = "{ inbox { waiting { kind title detail target dueAt overdue } deadlines { title dueAt } } }"
PAGE = """query($key: String!) { caseFile(caseNo: $key) {
  case { caseNo title stage version } chainIntact nextActions { act }
  timeline { seq type title summary at hash } deadlines { id dueAt clock left why { text } }
  tasks { taskId title } evidence { evidenceId } proposals { proposalId fine } } }"""
STRETCH = 'stretch: { since: "2026-03-30", until: "2026-05-04" }'
CALENDAR = f"""{{ calendarDays({STRETCH}) {{ day total overdue first }}
  calendarDeadlines({STRETCH}, first: 50) {{ nodes {{ key title dueAt of }} }} }}"""
COLUMN = "{ key total overdue soon cards { caseNo title nextDueAt late } }"
STAGES = f"{{ stageBoard {COLUMN} }}"
OFFICERS = f"{{ officerBoard {COLUMN} }}"
Drafted = list[tuple[str, dict[str, Any]]]


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
            door(context.settings, 1, password, Output()) as ours,
        ):
            asked = _ask(ours)
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


def _ask(ours: Door) -> dict[str, Any]:
    keys = [_number(n) for n in range(0, CASES, 5 * INSPECTORS)]
    asked = {
        "inbox": Question(INBOX),
        "case_page": Question(PAGE),
        "calendar": Question(CALENDAR),
        "stage_board": Question(STAGES),
        "officer_board": Question(OFFICERS),
    }
    crowd(ours, asked, keys, users=1, seconds=4, think=0.0)
    found = crowd(ours, asked, keys, users=1, seconds=12, think=0.0).report()
    if found["errors"]:
        raise RuntimeError(found["first_error"])
    return found


def _number(n: int) -> str:
    return f"BENCH-{n:05d}"


async def _fill(endpoints: Endpoints) -> list[Event]:
    """Write all cases; returns the events of the longest."""
    stories = [_story(GUEST if n == 0 else f"officer-{n}") for n in range(INSPECTORS)]
    async with neo4j_driver(endpoints) as driver:
        await migrate(driver)
        for first in range(0, CASES, AT_ONCE):
            cases = {
                _number(n): list(_events(_number(n), stories[n % INSPECTORS], EVENTS_EACH))
                for n in range(first, min(first + AT_ONCE, CASES))
            }
            await _write(driver, cases)
        long = list(_events("BENCH-LONG", stories[0], LONGEST))
        await _write(driver, {"BENCH-LONG": long})
    return long


async def _write(driver: neo4j.AsyncDriver, cases: dict[str, list[Event]]) -> None:
    async def work(tx: neo4j.AsyncManagedTransaction) -> None:
        await lock(tx, [f"case:{no}" for no in cases])
        for no, events in cases.items():
            await append(tx, events)
            await project(tx, fold(f"case:{no}", events), events, events[-1].at)

    async with driver.session() as session:
        await session.execute_write(work)


def _events(no: str, story: Drafted, length: int) -> Iterator[Event]:
    """The story under the case's own number, prolonged by notes, sealed into a chain."""
    stream, prev, at = f"case:{no}", GENESIS, START
    note = story[-1]
    for n in range(length):
        kind, data = story[n] if n < len(story) else note
        own = {**data, "case_no": no} if "case_no" in data else data
        event = seal(stream, n + 1, kind, own, GUEST, at, prev)
        prev, at = event.hash, at + timedelta(minutes=7)
        yield event


def _story(officer: str) -> Drafted:
    """A case of this officer under investigation, as casework answers its commands; the last event is a note."""
    people = {
        "sup": Actor("sup", "负责人", frozenset({Role.SUPERVISOR}), "p-sup"),
        officer: Actor(officer, "测量", frozenset({Role.INSPECTOR}), officer),
        "second": Actor("second", "第二人", frozenset({Role.INSPECTOR}), "p-second"),
    }
    streams = {f"account:{one.account}": [_account(one)] for one in people.values()}
    party = c.Party(c.PartyKind.INSTITUTION, "H1", "测量医院")
    officers = (c.OfficerRef(officer, "皖1"), c.OfficerRef("second", "皖2"))
    yes = {"preliminary_proof": True, "penalty_possible": True}
    yes |= {"own_jurisdiction": True, "within_limitation": True}
    opened = c.OpenCase(
        case_no="STORY", title="测量案", source=c.Source.LETTER, summary="来信", party=party,
        conduct_from=date(2025, 1, 1), conduct_to=date(2025, 6, 30),
    )  # fmt: skip
    commands: list[tuple[str, Any]] = [
        (officer, opened),
        ("sup", c.AssignOfficers(case_no="STORY", officers=officers)),
        ("sup", c.FileCase(case_no="STORY", reasons="符合条件", **yes)),
        (
            officer,
            c.StartInvestigation(case_no="STORY", certificates_shown=True, recusal_settled=True),
        ),
        (officer, c.AddTask(case_no="STORY", title="调取病历", assignee=officer)),
        (officer, c.AddNote(case_no="STORY", text="工作记录")),
    ]
    story: Drafted = []
    for who, command in commands:
        story += _answer(people[who], command, streams)
    return story


def _account(one: Actor) -> Event:
    data = {"login": one.account, "name": one.name, "person": one.person, "roles": one.roles}
    data |= {"prac_psn_code": None, "fixmedins_code": None}
    return seal(f"account:{one.account}", 1, "AccountCreated", data, "bench", START, GENESIS)


def _answer(actor: Actor, command: Any, streams: dict[str, list[Event]]) -> Drafted:
    states: dict[str, Any] = {}
    while missing := [s for s in streams_of(command, actor, states) if s not in states]:
        states |= {s: fold(s, streams.get(s, [])) for s in missing}
    drafts = handle(
        command, actor, START, states, streams | {s: streams.get(s, []) for s in states}
    )
    for stream, kind, data in drafts:
        chain = streams.setdefault(stream, [])
        prev = chain[-1].hash if chain else GENESIS
        chain.append(seal(stream, len(chain) + 1, kind, data, actor.account, START, prev))
    return [(kind, data) for stream, kind, data in drafts if stream == "case:STORY"]
