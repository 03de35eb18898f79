"""A ring keeps its id from run to run as long as its members are mostly the same."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.rings.model import Ring

#: Jaccard index of the members from which two rings are one.
SAME = 0.5


def fresh_id(channel: str, psn_nos: Iterable[str]) -> str:
    """The id of a ring never seen before: a digest of channel and members."""
    text = "|".join([channel, *sorted(psn_nos)])
    return "R" + hashlib.sha256(text.encode()).hexdigest()[:10].upper()


def keep_ids(rings: Iterable[Ring], earlier: Mapping[str, frozenset[str]]) -> tuple[Ring, ...]:
    """Rings with the ids of earlier ones that they continue; each earlier id is given once."""
    found = list(rings)
    matches = sorted(
        (
            (_jaccard(frozenset(ring.patients), members), ring_id, index)
            for index, ring in enumerate(found)
            for ring_id, members in earlier.items()
        ),
        key=lambda match: (-match[0], match[1], match[2]),
    )
    given: set[str] = set()
    done: set[int] = set()
    for overlap, ring_id, index in matches:
        if overlap >= SAME and ring_id not in given and index not in done:
            found[index] = replace(found[index], ring_id=ring_id)
            given.add(ring_id)
            done.add(index)
    return tuple(found)


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0
