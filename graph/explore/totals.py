"""How many neighbours each of many nodes has in all: what the badges of a picture count from."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.counts import COUNTS, neighbour_counts
from graph.explore.ids import FIND_MANY, NodeRef, parse_ref
from graph.explore.permission import permit_map
from graph.explore.reading import MAX_LIMIT, read_in_time
from graph.explore.values import LeftOut, NeighbourTotals, Why

#: The key beside the counts of `graph.explore.counts`.
_OWN: Final[LiteralString] = "WITH a, a.key AS key "
KEYS: Final[dict[str, LiteralString]] = {
    "Patient": "WITH a, a.psn_no AS key ",
    "Doctor": "WITH a, a.prac_psn_code AS key ",
    "Institution": "WITH a, a.fixmedins_code AS key ",
    "Settlement": "WITH a, a.setl_id AS key ",
    "Phone": _OWN,
    "Address": _OWN,
    "Employer": _OWN,
    "Bed": _OWN,
    "Terminal": _OWN,
}


async def neighbour_totals(
    driver: neo4j.AsyncDriver, viewer: Viewer, ids: Iterable[str]
) -> NeighbourTotals:
    """Neighbours of each of the first 800 public ids, single settlements not counted.

    Ids that the map does not have are left out. Refusals: ROLE_REQUIRED, NOT_FOUND (an id that can
    name nothing).
    """
    permit_map(viewer)
    by_kind: dict[str, list[str]] = defaultdict(list)
    wanted = list(dict.fromkeys(ids))
    for ref in map(parse_ref, wanted[:MAX_LIMIT]):
        by_kind[ref.kind].append(ref.key)
    found: dict[str, int] = {}
    left: list[LeftOut] = []
    if len(wanted) > MAX_LIMIT:
        left.append(LeftOut("nodes", Why.LIMIT, len(wanted) - MAX_LIMIT, MAX_LIMIT))
    for kind, keys in by_kind.items():
        query = FIND_MANY[kind] + KEYS[kind] + COUNTS[kind] + ", key"
        rows, late = await read_in_time(driver, query, {"keys": keys}, "totals")
        left += late
        for row in rows:
            ref = NodeRef(kind, row["key"])
            counts = neighbour_counts(ref, row["counts"])
            found[str(ref)] = sum(one.count for one in counts if not one.by_request)
    return NeighbourTotals(found, bool(left), tuple(left))
