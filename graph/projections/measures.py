"""Nodes of a subject and of each of its measures: what the lists as of a moment ask for."""

from typing import Any, Final

import neo4j

from casework.events import utc_text
from casework.measures.queue import wakes_at
from casework.measures.serve import waits
from casework.measures.state import Measured, MeasuresState

WRITE: Final = """
MERGE (s:Measured {key: $key}) SET s += $fields
WITH s
UNWIND $rows AS row
MERGE (m:Measure {id: row.id}) SET m += row
MERGE (m)-[:AGAINST]->(s)
"""


async def project_measures(tx: neo4j.AsyncManagedTransaction, state: MeasuresState) -> None:
    """Write the subject and its measures."""
    marks = (state.next_mark(), wakes_at(state))
    mark = min((one for one in marks if one is not None), default=None)
    fields: dict[str, Any] = {
        "version": state.version,
        "kind": state.kind.value,
        "subject_key": state.subject_key,
        "department": state.department,
        "name": state.name,
        "next_mark": utc_text(mark) if mark else None,
    }
    rows = [_row(state, one) for one in state.measures]
    await (await tx.run(WRITE, key=state.key, fields=fields, rows=rows)).consume()


def _row(state: MeasuresState, one: Measured) -> dict[str, Any]:
    over = one.over_at
    return {
        "id": f"{state.key}#{one.measure_id}",
        "measure_id": one.measure_id,
        "subject": state.key,
        "kind": one.kind.value,
        "imposed": one.imposed,
        "open": one.decided_at is None,
        # Also where a correction of what was served lacks its signed form.
        "to_serve": waits(one),
        # What holds at one moment only (a talk) never holds in a list of what is stopped.
        "lasting": one.row.timed or one.row.open_end,
        "starts_at": utc_text(one.starts_at) if one.starts_at else None,
        "over_at": utc_text(over) if over else None,
        "case_no": one.case_no,
        "said": one.said,
    }
