"""Which nodes of the map are parties of open cases: drawn with a red outline."""

from collections.abc import Iterable
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from graph.explore.reading import read

OPEN_PARTIES: Final = """
MATCH (c:Case) WHERE c.is_open AND c.party_key IN $keys
RETURN DISTINCT c.party_kind AS kind, c.party_key AS key
"""
#: Party kind of a case → kind of node.
KINDS: Final = {"institution": "Institution", "person": "Patient"}


async def parties_of_open_cases(
    driver: neo4j.AsyncDriver, viewer: Viewer, node_ids: Iterable[str]
) -> frozenset[str]:
    """Those of the public node ids that an open case is about; none for eyes outside the bureau."""
    wanted = frozenset(node_ids)
    if not wanted or not viewer.actor.roles & BUREAU:
        return frozenset()
    keys = [node_id.partition(":")[2] for node_id in wanted]
    rows = await read(driver, OPEN_PARTIES, {"keys": keys})
    found = {f"{KINDS[row['kind']]}:{row['key']}" for row in rows if row["kind"] in KINDS}
    return wanted & found
