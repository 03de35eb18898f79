"""What happened day by day between the nodes of a picture: the story behind its summed edges."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.permission import permit_map
from graph.explore.present import yuan
from graph.explore.reading import MAX_LIMIT, read_in_time
from graph.explore.resolve import resolve
from graph.explore.values import Left, LeftOut, Why

MAX_ROWS: Final = 20_000
# From the patients, who have few settlements each: never from an institution.
DAILY: Final[LiteralString] = """
MATCH (a:Patient) WHERE elementId(a) IN $ids
MATCH (a)-[:HAS_SETTLEMENT]->(s:Settlement)-[r:AT|TREATED_BY]->(b)
WHERE elementId(b) IN $ids AND s.setl_time IS NOT NULL
WITH date(s.setl_time) AS day, a, b, CASE type(r) WHEN 'AT' THEN 'VISITED' ELSE 'SEEN_BY' END AS kind,
     count(s) AS count, sum(s.medfee_fen) AS medfee_fen
RETURN day, elementId(a) AS a, kind, elementId(b) AS b, count, medfee_fen
ORDER BY day, a, kind, b LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class DayEdge:
    """Settlements of one day between a patient and an institution or doctor; amount in yuan."""

    source: str
    target: str
    kind: str
    count: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ActiveDay:
    """A day (Asia/Shanghai) on which something happened."""

    day: date
    edges: tuple[DayEdge, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """The days in order. `truncated`: a part of the story is left out, `left_out` says which."""

    days: tuple[ActiveDay, ...]
    truncated: bool
    left_out: Left = ()


async def activity(driver: neo4j.AsyncDriver, viewer: Viewer, ids: Iterable[str]) -> Activity:
    """Settlements per day between the nodes of these public ids (at most 800 are looked at).

    Kinds are those of the summed edges, so a day's figures are a part of theirs. Unknown ids are
    passed over. Refusals: ROLE_REQUIRED, MAP_TIMEOUT (the nodes themselves).
    """
    permit_map(viewer)
    wanted = list(dict.fromkeys(ids))
    known = await resolve(driver, wanted[:MAX_LIMIT])
    ask = {"ids": known.element_ids, "limit": MAX_ROWS + 1}
    rows, late = await read_in_time(driver, DAILY, ask, "timeline")
    names = {node.element_id: text for text, node in known.nodes.items()}
    shown = rows[:MAX_ROWS]
    days = tuple(
        ActiveDay(day.to_native(), tuple(_edge(row, names) for row in of_day))
        for day, of_day in groupby(shown, key=lambda row: row["day"])
    )
    left = [*late]
    if len(rows) > MAX_ROWS:
        left.append(LeftOut("days", Why.LIMIT, None, MAX_ROWS))
    if len(wanted) > MAX_LIMIT:
        left.append(LeftOut("nodes", Why.LIMIT, len(wanted) - MAX_LIMIT, MAX_LIMIT))
    return Activity(days, bool(left), tuple(left))


def _edge(row: neo4j.Record, names: dict[str, str]) -> DayEdge:
    amount = yuan(row["medfee_fen"]) or Decimal("0.00")
    return DayEdge(names[row["a"]], names[row["b"]], row["kind"], row["count"], amount)
