"""The study node: which doctors have questions in dispute."""

from typing import Final

import neo4j

from casework.courses.study import StudyState

WRITE: Final = "MERGE (s:Study {prac_psn_code: $code}) SET s += $fields"


async def project_study(tx: neo4j.AsyncManagedTransaction, state: StudyState) -> None:
    """Write the study node."""
    disputed = sum(1 for a in state.attempts for x in a.appeals if not x.outcome)
    fields = {"version": state.version, "disputed": disputed}
    await (await tx.run(WRITE, code=state.prac_psn_code, fields=fields)).consume()
