"""The single settlements behind a picture: what an evidence list names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.permission import permit_map
from graph.explore.present import moment, present, yuan
from graph.explore.reading import MAX_LIMIT, read
from graph.explore.resolve import resolve
from graph.explore.values import GraphNode

MAX_RECORDS: Final = 10_000
# A settlement belongs to the picture when its patient is drawn and its institution or doctor is, too.
RECORDS: Final[LiteralString] = """
MATCH (p:Patient) WHERE elementId(p) IN $ids
MATCH (p)-[:HAS_SETTLEMENT]->(s:Settlement)
WHERE ($start IS NULL OR s.setl_time >= $start) AND ($end IS NULL OR s.setl_time < $end)
OPTIONAL MATCH (s)-[:AT]->(i:Institution)
OPTIONAL MATCH (s)-[:TREATED_BY]->(d:Doctor)
WITH p, s, i, d WHERE elementId(i) IN $ids OR elementId(d) IN $ids
RETURN s, p, i, d ORDER BY s.setl_time, s.setl_id LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class Record:
    """One settlement with whom it joins; amounts in yuan, time of Asia/Shanghai."""

    setl_id: str
    mdtrt_id: str | None
    at: datetime | None
    patient: GraphNode
    institution: GraphNode | None
    doctor: GraphNode | None
    amount: Decimal | None
    fund: Decimal | None


@dataclass(frozen=True, slots=True)
class Records:
    """In order of time. `truncated`: later ones are left out."""

    records: tuple[Record, ...]
    truncated: bool


async def records(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    ids: Iterable[str],
    *,
    start: date | None = None,
    end: date | None = None,
) -> Records:
    """Settlements between the patients and the institutions or doctors among these public ids.

    From the day `start` to the day `end`, both included. At most 800 ids and 10,000 settlements.
    Refusals: ROLE_REQUIRED, MAP_TIMEOUT.
    """
    permit_map(viewer)
    wanted = list(dict.fromkeys(ids))
    known = await resolve(driver, wanted[:MAX_LIMIT])
    ask = {
        "ids": known.element_ids,
        "start": datetime.combine(start, time.min) if start else None,
        "end": datetime.combine(end + timedelta(days=1), time.min) if end else None,
        "limit": MAX_RECORDS + 1,
    }
    rows = await read(driver, RECORDS, ask)
    found = tuple(_record(row, viewer) for row in rows[:MAX_RECORDS])
    return Records(found, len(rows) > MAX_RECORDS or len(wanted) > MAX_LIMIT)


def _record(row: neo4j.Record, viewer: Viewer) -> Record:
    def seen(node: Any) -> GraphNode | None:
        return present(node, viewer) if node is not None else None

    settlement = row["s"]
    return Record(
        settlement["setl_id"],
        settlement.get("mdtrt_id"),
        moment(settlement.get("setl_time")),
        present(row["p"], viewer),
        seen(row["i"]),
        seen(row["d"]),
        yuan(settlement.get("medfee_fen")),
        yuan(settlement.get("fund_fen")),
    )
