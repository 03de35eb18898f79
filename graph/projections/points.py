"""The doctor-file node; totals and standing depend on the day and are computed on reading."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import neo4j

from casework.clocks.calendars import local_date
from casework.clocks.deadlines import deadlines, next_of
from casework.clocks.marks import next_mark
from casework.events import Event, utc_text
from casework.points.ends import ends
from casework.points.state import PointsState
from casework.restoration.lapses import lapses
from casework.waits import waits_for
from graph.projections.deadlines import OF_FILE, project_deadlines
from graph.projections.waiting import Waiting, waiting, waiting_fields

WRITE: Final = """
MERGE (f:DoctorFile {prac_psn_code: $code})
WITH f, f.waits_for AS roles, f.waits_on AS people
SET f += $fields, f.ends_read = coalesce(f.ends_read, $read)
RETURN roles, people
"""


async def project_points(
    tx: neo4j.AsyncManagedTransaction, state: PointsState, events: Sequence[Event], at: datetime
) -> Waiting:
    """Write the doctor-file node; returns whom the file waits for, and whom it did."""
    clocks = deadlines(events, at)
    due, mark = next_of(clocks), next_mark(events, at)
    application, waits = state.restoration, waits_for(state, at)
    fields: dict[str, Any] = {
        "version": state.version,
        "name": state.name,
        "fixmedins_code": state.fixmedins_code,
        "institutions": list(state.readers),
        "entries": len(state.entries),
        "proofs": sorted(state.proofs),
        "step": application.step.value if application else None,
        "restoring": application is not None and application.is_open,
        "next_due": utc_text(due) if due else None,
        "next_mark": utc_text(mark) if mark else None,
        "ends": sorted(
            {end.day.isoformat() for end in ends(state)}
            | {one.day.isoformat() for one in lapses(state)}
        ),
        "updated_at": utc_text(events[-1].at) if events else None,
        **waiting_fields(waits),
    }
    # What ended before the file was kept is nobody's news; what ends today is.
    read = (local_date(at) - timedelta(days=1)).isoformat()
    written = await tx.run(WRITE, code=state.prac_psn_code, fields=fields, read=read)
    row = await written.single(strict=True)
    await project_deadlines(tx, OF_FILE, state.prac_psn_code, clocks, is_open=True)
    return waiting(waits, row)
