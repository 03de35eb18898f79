"""Open cases as boards: by stage, and by officer with the load of each. Read from the case nodes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.cases.stages import Stage
from casework.events import utc_text
from graph.cases.list import CaseRow, case_row
from graph.cases.next_due import calendars_of

#: Cards of one column; the rest is counted and opens as a list. There are more officers than stages.
STAGE_CARDS: Final = 30
OFFICER_CARDS: Final = 12
SOON: Final = timedelta(days=7)
# The most urgent first; what has no deadline comes last. A node of an older version keeps no
# `own_due`: its deadlines are asked one by one.
_OPEN: Final[LiteralString] = """
MATCH (c:Case) WHERE c.is_open AND c.opened_at IS NOT NULL
  AND ($stages IS NULL OR c.stage IN $stages)
WITH c, CASE WHEN c.own_due IS NOT NULL THEN c.own_due < $now
  ELSE c.next_due < $now AND EXISTS {
    MATCH (d:Deadline)-[:OF]->(c) WHERE d.runs AND NOT d.paused AND NOT d.lapses AND d.due < $now
  } END AS late
ORDER BY coalesce(c.next_due, '9999'), c.case_no
"""
_SUMS: Final[LiteralString] = """
count(c) AS total,
count(CASE WHEN late THEN 1 END) AS overdue,
count(CASE WHEN c.next_due >= $now AND c.next_due < $soon THEN 1 END) AS soon,
collect({c: c, late: late})[..$cards] AS cards
"""
BY_STAGE: Final[LiteralString] = (
    _OPEN
    + "WITH c.stage AS key,"
    + _SUMS
    + """
RETURN key, key AS name, total, overdue, soon, [one IN cards | {c: properties(one.c), late: one.late}] AS cards
"""
)
BY_OFFICER: Final[LiteralString] = (
    _OPEN
    + """
UNWIND CASE WHEN size(c.officers) = 0 THEN [''] ELSE c.officers END AS key
WITH key,
"""
    + _SUMS
    + """
OPTIONAL MATCH (a:Account {account: key})
RETURN key, coalesce(a.name, key) AS name, total, overdue, soon,
       [one IN cards | {c: properties(one.c), late: one.late}] AS cards
ORDER BY overdue DESC, total DESC, key
"""
)
ORDER: Final = {stage.value: number for number, stage in enumerate(Stage)}


@dataclass(frozen=True)
class Card:
    """A case on a board; `late`: a deadline of the bureau's own is over."""

    case: CaseRow
    late: bool


@dataclass(frozen=True)
class Column:
    """One column: a stage, or an officer by account (empty: cases that nobody has).

    `overdue` cases are past a deadline of the bureau's own (a lapsed right of the party is none), `soon` ones have at most seven days.
    """

    key: str
    name: str
    total: int
    overdue: int
    soon: int
    cards: tuple[Card, ...]


async def board_by_stage(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[Column, ...]:
    """Open cases by stage in the order of the procedure; none for eyes outside the bureau."""
    columns = await _columns(driver, viewer, at, BY_STAGE, STAGE_CARDS)
    return tuple(sorted(columns, key=lambda one: ORDER[one.key]))


async def board_by_officer(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime, stage: Stage | None = None
) -> tuple[Column, ...]:
    """Open cases by officer, who has most overdue first; none for eyes outside the bureau."""
    stages = [stage.value] if stage else None
    return await _columns(driver, viewer, at, BY_OFFICER, OFFICER_CARDS, stages)


async def _columns(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    at: datetime,
    query: LiteralString,
    cards: int,
    stages: list[str] | None = None,
) -> tuple[Column, ...]:
    if not viewer.actor.holds(*BUREAU):
        return ()
    rows, _, _ = await driver.execute_query(
        query,
        now=utc_text(at),
        soon=utc_text(at + SOON),
        cards=cards,
        stages=stages,
        routing_=neo4j.RoutingControl.READ,
    )
    due = (one["c"]["case_no"] for row in rows for one in row["cards"] if one["c"].get("next_due"))
    calendars = await calendars_of(driver, due)
    return tuple(_column(row, viewer, calendars) for row in rows)


def _column(row: neo4j.Record, viewer: Viewer, calendars: Mapping[str, str]) -> Column:
    shown: list[dict[str, Any]] = row["cards"]
    return Column(
        key=row["key"],
        name=row["name"],
        total=row["total"],
        overdue=row["overdue"],
        soon=row["soon"],
        cards=tuple(
            Card(case_row(one["c"], viewer, calendars), bool(one["late"])) for one in shown
        ),
    )
