"""Nodes of a stream's deadlines: those that still run, and those that were missed."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, LiteralString

import neo4j

from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, Deadline
from casework.events import utc_text

#: Done too late, or not done yet though the day is over.
MISSED: Final = frozenset({Clock.LATE, Clock.OVERDUE})
_KEEP: Final[LiteralString] = """
CALL (o) { MATCH (d:Deadline)-[:OF]->(o) WHERE NOT d.key IN $keys DETACH DELETE d }
CALL (o) {
  UNWIND $rows AS row
  MERGE (d:Deadline {key: row.key}) SET d = row
  MERGE (d)-[:OF]->(o)
}
"""
OF_CASE: Final[LiteralString] = "MATCH (o:Case {case_no: $of}) " + _KEEP
OF_FILE: Final[LiteralString] = "MATCH (o:DoctorFile {prac_psn_code: $of}) " + _KEEP
OF_INSPECTION: Final[LiteralString] = "MATCH (o:Inspection {inspection_no: $of}) " + _KEEP


async def project_deadlines(
    tx: neo4j.AsyncManagedTransaction,
    query: LiteralString,
    of: str,
    clocks: Sequence[Deadline],
    *,
    is_open: bool,
) -> None:
    """Rewrite the deadlines of a case (`OF_CASE`), file or inspection; of a case that is over only what its
    row lets run on (`after_end`)."""
    rows = list(deadline_rows_of(of, clocks, is_open=is_open))
    await (await tx.run(query, of=of, rows=rows, keys=[row["key"] for row in rows])).consume()


def deadline_rows_of(
    of: str, clocks: Iterable[Deadline], *, is_open: bool
) -> Iterable[dict[str, Any]]:
    """The properties of each; times as UTC text (they sort as text), the day as Beijing has it.

    One whose working days are not published yet runs without a day: no list of days has it.
    """
    for one in clocks:
        if one.run is None:
            continue
        runs = (is_open or one.run.row.after_end) and one.is_open
        missed = one.clock in MISSED
        if not (runs or missed):
            continue
        yield {
            "key": f"{of}#{one.run.id}",
            "row": one.id,
            "zh": one.zh,
            "en": one.en,
            "basis": one.basis,
            "mark": one.mark,
            "calendar": one.calendar,
            "started_at": utc_text(one.started_at),
            "due": utc_text(one.due) if one.due else None,
            "day": local_date(one.due).isoformat() if one.due else None,
            "ended_at": utc_text(one.ended_at) if one.ended_at else None,
            "runs": runs,
            "paused": one.clock is Clock.PAUSED,
            "missed": missed,
            "lapses": one.run.row.lapses,
        }
