"""The study node: whose questions are in dispute, and which sittings have to be looked at."""

from typing import Final

import neo4j

from casework.courses.study import StudyState
from casework.events import utc_text

WRITE: Final = "MERGE (s:Study {prac_psn_code: $code}) SET s += $fields"


async def project_study(tx: neo4j.AsyncManagedTransaction, state: StudyState) -> None:
    """Write the study node. `recheck` is not its own: a course asks with it, the beat answers."""
    disputed = sum(1 for a in state.attempts for x in a.appeals if not x.outcome)
    mark = state.next_mark
    fields = {
        "version": state.version,
        "disputed": disputed,
        "next_mark": utc_text(mark) if mark else None,
        "banks": sorted({attempt.course_id for attempt in state.attempts}),
    }
    await (await tx.run(WRITE, code=state.prac_psn_code, fields=fields)).consume()
