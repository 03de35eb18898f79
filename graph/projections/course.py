"""The course node: what a list of courses shows."""

from typing import Any, Final

import neo4j

from casework.courses.course import CourseState

WRITE: Final = "MERGE (c:Course {course_id: $id}) SET c += $fields"


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
    }
    await (await tx.run(WRITE, id=state.course_id, fields=fields)).consume()
