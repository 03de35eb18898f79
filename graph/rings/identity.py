"""A ring keeps its id from run to run as long as its members are mostly the same, and says what
became of it: grown, shrunk, as large with other people, split, merged or new."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.rings.model import Change, Ring

#: Channel and queue of a ring.
Kind = tuple[str, str]
#: Jaccard index of the members from which two rings are one.
SAME = 0.5
#: Share of a ring's members that makes it a part of another.
PART = 0.5
#: Share of the smaller one's members, and how many, from which a ring that grew or shrank by more than half
#: is still the same, if it is of the same channel and queue; and by how much it may have at most. What people
#: judged of a ring goes on with its number: it must not come to speak of a crowd, or of another kind of ring.
WITHIN, LEAST, MOST = 0.75, 3, 3


def fresh_id(channel: str, psn_nos: Iterable[str]) -> str:
    """The id of a ring never seen before: a digest of channel and members."""
    text = "|".join([channel, *sorted(psn_nos)])
    return "R" + hashlib.sha256(text.encode()).hexdigest()[:10].upper()


def keep_ids(
    rings: Iterable[Ring],
    earlier: Mapping[str, frozenset[str]],
    kinds: Mapping[str, Kind] | None = None,
) -> tuple[Ring, ...]:
    """Rings with the ids of earlier ones that they continue, each earlier id given once, and what
    became of each. `kinds` are the channels and queues of the earlier ones.

    A ring that holds half of each of two earlier ones is merged; one of several that each hold a
    part of an earlier one, and together half of it, is split.
    """
    found = list(rings)
    members = [frozenset(ring.patients) for ring in found]
    touching = _touching(members, earlier)
    given: set[str] = set()
    done: set[int] = set()
    # The same people first, then who grew round them or is left of them. Two channels may show the same
    # people, in two queues: each goes on as what it was.
    matches = sorted(
        (*_alike(members[index], earlier[one]), one != found[index].ring_id, one, index)
        for index, ids in touching.items()
        for one in ids
        if _jaccard(members[index], earlier[one]) >= SAME
        or (
            (kinds or {}).get(one) == (found[index].channel, found[index].route.value)
            and len(_held(members[index], ids, earlier)) < 2
            and _within(members[index], earlier[one])
        )
    )
    for _, _, _, ring_id, index in matches:
        if ring_id not in given and index not in done:
            found[index] = replace(found[index], ring_id=ring_id)
            given.add(ring_id)
            done.add(index)
    parts = _parts(members, touching, earlier)
    return tuple(
        _changed(ring, members[index], touching[index], parts, earlier)
        for index, ring in enumerate(found)
    )


def _touching(
    members: list[frozenset[str]], earlier: Mapping[str, frozenset[str]]
) -> dict[int, list[str]]:
    """Earlier rings that share a member with each ring."""
    of_person: dict[str, list[str]] = defaultdict(list)
    for ring_id, persons in earlier.items():
        for person in persons:
            of_person[person].append(ring_id)
    return {
        index: sorted({ring_id for person in persons for ring_id in of_person.get(person, [])})
        for index, persons in enumerate(members)
    }


def _parts(
    members: list[frozenset[str]],
    touching: Mapping[int, list[str]],
    earlier: Mapping[str, frozenset[str]],
) -> dict[str, list[int]]:
    """The rings that are mostly made of members of each earlier one."""
    parts: dict[str, list[int]] = defaultdict(list)
    for index, ids in touching.items():
        for ring_id in ids:
            if len(members[index] & earlier[ring_id]) >= PART * len(members[index]):
                parts[ring_id].append(index)
    return parts


def _changed(
    ring: Ring,
    members: frozenset[str],
    touching: list[str],
    parts: Mapping[str, list[int]],
    earlier: Mapping[str, frozenset[str]],
) -> Ring:
    held = _held(members, touching, earlier)
    cut = [i for i in touching if len(parts.get(i, [])) > 1 and members & earlier[i]]
    if len(held) > 1:
        return _from(ring, members, Change.MERGED, held, earlier)
    if cut:
        return _from(ring, members, Change.SPLIT, cut[:1], earlier)
    before = earlier.get(ring.ring_id)
    if before is None:
        return replace(ring, change=Change.NEW)
    if members == before:
        return _from(ring, members, Change.SAME, [ring.ring_id], earlier)
    change = Change.EXCHANGED
    if len(members) != len(before):
        change = Change.GROWN if len(members) > len(before) else Change.SHRUNK
    return _from(ring, members, change, [ring.ring_id], earlier)


def _from(
    ring: Ring,
    members: frozenset[str],
    change: Change,
    origin: list[str],
    earlier: Mapping[str, frozenset[str]],
) -> Ring:
    """The ring beside those that it comes from: who joined, and who left."""
    before = frozenset[str]().union(*(earlier[ring_id] for ring_id in origin))
    return replace(
        ring,
        change=change,
        changed_from=tuple(origin),
        joined=tuple(sorted(members - before)),
        left=tuple(sorted(before - members)),
    )


def _held(
    members: frozenset[str], touching: Iterable[str], earlier: Mapping[str, frozenset[str]]
) -> list[str]:
    """The earlier rings of which the members hold half."""
    return [i for i in touching if len(members & earlier[i]) >= PART * len(earlier[i])]


def _within(now: frozenset[str], before: frozenset[str]) -> bool:
    """Whether one list of members lies nearly within the other, and is not so much smaller."""
    small, large = sorted((len(now), len(before)))
    kept = len(now & before)
    return kept >= LEAST and kept >= WITHIN * small and large <= MOST * small


def _alike(now: frozenset[str], before: frozenset[str]) -> tuple[bool, float]:
    """The order in which rings are told to be one: those that are mostly the same people first."""
    alike = _jaccard(now, before)
    return alike < SAME, -alike


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0
