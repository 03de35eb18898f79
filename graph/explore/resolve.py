"""Public ids to stored nodes, many at once."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import neo4j
import neo4j.graph

from casework.refusal import Refusal
from graph.explore.ids import FIND_MANY, parse_ref
from graph.explore.present import ref_of
from graph.explore.reading import read


@dataclass(frozen=True, slots=True)
class Resolved:
    """The nodes that exist by public id, and the ids that name nothing."""

    nodes: dict[str, neo4j.graph.Node]
    missing: tuple[str, ...]

    @property
    def element_ids(self) -> list[str]:
        """The store's own ids, for a query that starts at these nodes."""
        return [node.element_id for node in self.nodes.values()]

    @property
    def places(self) -> list[str]:
        """Those of beds and terminals, which patients are joined to through settlements alone."""
        return [n.element_id for n in self.nodes.values() if n.labels & {"Bed", "Terminal"}]


async def resolve(driver: neo4j.AsyncDriver, ids: Iterable[str]) -> Resolved:
    """Look up public ids; malformed and unknown ones are `missing`. Order is kept."""
    wanted = list(dict.fromkeys(ids))
    keys: dict[str, list[str]] = defaultdict(list)
    for text in wanted:
        try:
            ref = parse_ref(text)
        except Refusal:
            continue
        keys[ref.kind].append(ref.key)
    found: dict[str, neo4j.graph.Node] = {}
    for rows in await asyncio.gather(
        *(read(driver, FIND_MANY[kind] + "RETURN a", {"keys": some}) for kind, some in keys.items())
    ):
        found.update((ref_of(row["a"]), row["a"]) for row in rows)
    nodes = {text: found[text] for text in wanted if text in found}
    return Resolved(nodes, tuple(text for text in wanted if text not in found))
