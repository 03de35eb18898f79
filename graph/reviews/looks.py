"""Until where a person has seen a case: written when its page is open before him."""

from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.events import utc_text
from casework.refusal import refuse
from graph.cases.read import case_state

# Never back: an older page that is open beside a newer one takes nothing away.
LOOK: Final[LiteralString] = """
MERGE (l:Look {key: $key})
ON CREATE SET l.account = $me, l.stream = $stream, l.seq = 0
SET l.at = $now, l.seq = CASE WHEN $seq > l.seq THEN $seq ELSE l.seq END
"""


async def note_look(
    driver: neo4j.AsyncDriver, viewer: Viewer, case_no: str, version: int, at: datetime
) -> None:
    """The viewer has seen a case up to a version. Refuses NOT_FOUND for what is not his to see."""
    state = await case_state(driver, viewer, case_no)
    if state is None:
        raise refuse("NOT_FOUND", what=f"案件 {case_no[:40]}", what_en=f"case {case_no[:40]}")
    await driver.execute_query(
        LOOK,
        key=f"{viewer.actor.account}|case:{case_no}",
        me=viewer.actor.account,
        stream=f"case:{case_no}",
        seq=max(0, min(version, state.version)),
        now=utc_text(at),
    )
