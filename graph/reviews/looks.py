"""Until where a person has seen a case or a doctor's file: written when its page is open before him."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.events import Event, utc_text
from casework.points.fold import fold_points
from casework.refusal import refuse
from graph.cases.read import case_state
from graph.events.load import load
from graph.points.page import file_visible

# Never back: an older page that is open beside a newer one takes nothing away.
LOOK: Final[LiteralString] = """
MERGE (l:Look {key: $key})
ON CREATE SET l.account = $me, l.stream = $stream, l.seq = 0
SET l.at = $now, l.seq = CASE WHEN $seq > l.seq THEN $seq ELSE l.seq END
"""
LOOKS: Final[LiteralString] = """
MATCH (l:Look) WHERE l.key IN $keys RETURN l.stream AS stream, l.seq AS seq, l.at AS looked_at
"""


async def note_look(
    driver: neo4j.AsyncDriver, viewer: Viewer, case_no: str, version: int, at: datetime
) -> None:
    """The viewer has seen a case up to a version. Refuses NOT_FOUND for what is not his to see."""
    state = await case_state(driver, viewer, case_no)
    if state is None:
        raise refuse("NOT_FOUND", what=f"案件 {case_no[:40]}", what_en=f"case {case_no[:40]}")
    await _note(driver, viewer, f"case:{case_no}", min(version, state.version), at)


async def note_file_look(
    driver: neo4j.AsyncDriver, viewer: Viewer, code: str, version: int, at: datetime
) -> None:
    """The same of a doctor's file, for people of the bureau, who review it."""
    stream = f"points:{code}"
    state = fold_points(code, (await load(driver, stream))[stream])
    reviews = viewer.actor.holds(*BUREAU)
    if not (state.version and reviews and file_visible(state, viewer)):
        raise refuse("NOT_FOUND", what=f"医师 {code[:40]}", what_en=f"doctor {code[:40]}")
    await _note(driver, viewer, stream, min(version, state.version), at)


async def _note(
    driver: neo4j.AsyncDriver, viewer: Viewer, stream: str, seq: int, at: datetime
) -> None:
    await driver.execute_query(
        LOOK,
        key=f"{viewer.actor.account}|{stream}",
        me=viewer.actor.account,
        stream=stream,
        seq=max(0, seq),
        now=utc_text(at),
    )


async def looks_of(
    driver: neo4j.AsyncDriver, viewer: Viewer, streams: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """When the viewer looked at these last, and up to which event, by stream."""
    keys = [f"{viewer.actor.account}|{stream}" for stream in streams]
    rows, _, _ = await driver.execute_query(LOOKS, keys=keys, routing_=neo4j.RoutingControl.READ)
    return {row["stream"]: row.data() for row in rows}


def seen_to(
    seq: int | None, looked_at: str | None, own: Sequence[Event]
) -> tuple[int, datetime | None]:
    """Up to which event he knows it, and since when: he looked, or acted (`own`) on what he saw."""
    looked = datetime.fromisoformat(looked_at) if looked_at else None
    last = own[-1] if own else None
    if last is None or last.seq <= (seq or 0):
        return seq or 0, looked
    return last.seq, last.at
