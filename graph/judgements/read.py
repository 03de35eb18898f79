"""People's judgements on findings and rings, by their keys."""

from collections.abc import Iterable
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.commands.judgement import MarkKind
from casework.judgements.state import MarkState, fold_mark
from graph.events.load import load

BY_VERDICT_FINDINGS: Final = """
MATCH (m:FindingMark)
WHERE ($verdict IS NULL AND m.verdict IS NULL) OR m.verdict = $verdict
RETURN m.finding_id AS key ORDER BY key
"""
BY_VERDICT_RINGS: Final = """
MATCH (m:RingMark)
WHERE ($verdict IS NULL AND m.verdict IS NULL) OR m.verdict = $verdict
RETURN m.ring_id AS key ORDER BY key
"""


async def marks(
    driver: neo4j.AsyncDriver, viewer: Viewer, kind: MarkKind, keys: Iterable[str]
) -> dict[str, MarkState]:
    """Return the judgements of findings or rings by key; untouched ones with version 0."""
    wanted = list(dict.fromkeys(keys))
    if not wanted or not viewer.actor.holds(*BUREAU):
        return {}
    chains = await load(driver, *(f"{kind.value}:{key}" for key in wanted))
    return {key: fold_mark(f"{kind.value}:{key}", chains[f"{kind.value}:{key}"]) for key in wanted}


async def judged_keys(
    driver: neo4j.AsyncDriver, viewer: Viewer, kind: MarkKind, verdict: str | None
) -> frozenset[str]:
    """Return the keys judged so; None asks for those noted or sent to a case, not judged."""
    if not viewer.actor.holds(*BUREAU):
        return frozenset()
    query = BY_VERDICT_FINDINGS if kind is MarkKind.FINDING else BY_VERDICT_RINGS
    rows, _, _ = await driver.execute_query(
        query, verdict=verdict, routing_=neo4j.RoutingControl.READ
    )
    return frozenset(row["key"] for row in rows)
