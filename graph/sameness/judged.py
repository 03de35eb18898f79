"""The groups that hold now."""

from typing import Final

import neo4j

from claims.stands_for import StandsFor
from graph.migrate import migrate
from graph.sameness.groups import Groups, derive
from graph.sameness.model import SameKind

JUDGED: Final = """
MATCH (l:Likeness {kind: $kind}) WHERE l.verdict IN ['confirmed', 'rejected']
RETURN l.a AS a, l.b AS b, l.verdict AS verdict
"""


async def groups(driver: neo4j.AsyncDriver, kind: SameKind) -> Groups:
    """The groups of a kind, derived from the judgements as they stand."""
    rows, _, _ = await driver.execute_query(
        neo4j.Query(JUDGED, timeout=30), kind=kind.value, routing_=neo4j.RoutingControl.READ
    )
    by_verdict: dict[str, list[tuple[str, str]]] = {"confirmed": [], "rejected": []}
    for row in rows:
        by_verdict.setdefault(row["verdict"], []).append((row["a"], row["b"]))
    return derive(by_verdict["confirmed"], by_verdict["rejected"])


async def judged_one(driver: neo4j.AsyncDriver) -> StandsFor:
    """Numbers of persons, doctors and institutions → those that stand for them, as people judged."""
    await migrate(driver)
    persons, doctors, institutions = [(await groups(driver, kind)).head for kind in SameKind]
    return StandsFor(persons, doctors, institutions)
