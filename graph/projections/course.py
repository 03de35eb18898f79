"""The course node: what a list of courses shows."""

from typing import Any, Final

import neo4j

from casework.courses.course import CourseState

# Whoever sat a paper of a bank whose question was corrected is marked again by the beat.
WRITE: Final = """
MERGE (c:Course {course_id: $id})
WITH c, coalesce(c.corrections, 0) < $fields.corrections AS corrected
SET c += $fields
WITH c WHERE corrected
MATCH (s:Study) WHERE c.course_id IN s.banks
SET s.recheck = c.course_id + ':' + toString(c.version)
"""


async def project_course(tx: neo4j.AsyncManagedTransaction, state: CourseState) -> None:
    """Write the course node."""
    latest = state.latest
    fields: dict[str, Any] = {
        "version": state.version,
        "retired": state.retired,
        "title": latest.title if latest else "",
        "number": latest.number if latest else 0,
        "hours": str(latest.hours) if latest else "0",
        "pages": len(latest.pages) if latest else 0,
        "questions": len(latest.questions) if latest else 0,
        "rejects": len(latest.rejects) if latest else 0,
        "corrections": len(state.corrections),
    }
    await (await tx.run(WRITE, id=state.course_id, fields=fields)).consume()
