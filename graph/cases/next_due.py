"""In which calendar the next deadline of each case of a list is counted: that of its own row of law."""

from collections.abc import Iterable, Mapping
from typing import Final, LiteralString

import neo4j

# Two that fall at the same moment: the one that started first, as on the case's own page.
CALENDARS: Final[LiteralString] = """
UNWIND $case_nos AS case_no
MATCH (d:Deadline)-[:OF]->(c:Case {case_no: case_no})
WHERE d.runs AND NOT d.paused AND d.due = c.next_due
WITH case_no, d ORDER BY d.started_at, d.key
RETURN case_no, collect(d.calendar)[0] AS calendar
"""


async def calendars_of(driver: neo4j.AsyncDriver, case_nos: Iterable[str]) -> Mapping[str, str]:
    """Case number → calendar of its next deadline; a case without one is left out."""
    rows, _, _ = await driver.execute_query(
        CALENDARS, case_nos=sorted(set(case_nos)), routing_=neo4j.RoutingControl.READ
    )
    return {row["case_no"]: row["calendar"] for row in rows}
