"""A group's visits spread out: marks, grid, roles, what members share, and what stricter cuts leave."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from graph.rings.model import Mark, Member, Sensitivity, Shared
from graph.rings.roles import roles_of
from graph.rings.visits import Person, Visit

#: Thresholds tried beside the channel's own.
FACTORS = (0.5, 1.5, 2.0, 3.0)
NOTHING = Decimal("0.00")


class Spread(NamedTuple):
    """What only the page of a ring shows; rows of the grid are the members, in their order."""

    members: tuple[Member, ...]
    grid: tuple[tuple[int, ...], ...]
    marks: tuple[Mark, ...]
    shared: tuple[Shared, ...]


def spread(
    names: Sequence[str],
    places: Sequence[str],
    visits: Sequence[Visit],
    evidence: Sequence[float],
    persons: Mapping[str, Person],
    visited: Mapping[tuple[str, str], int],
) -> Spread:
    """The visits of members (by row of `names`) at events (by position in `places`, the institution of
    each), with what is known of the people and how often they go to those institutions at all."""
    marks = tuple(
        Mark(v.member, v.event, v.off, v.minute, v.doctor, v.amount, v.mdtrt_id) for v in visits
    )
    shared = _shared(names, persons)
    return Spread(
        _members(names, set(places), marks, evidence, visited, shared),
        _grid(len(names), len(places), marks),
        marks,
        shared,
    )


def _members(
    names: Sequence[str],
    places: set[str],
    marks: Sequence[Mark],
    evidence: Sequence[float],
    visited: Mapping[tuple[str, str], int],
    shared: Sequence[Shared],
) -> tuple[Member, ...]:
    own: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        own[mark.member].append(mark)
    roles = roles_of([[mark.day for mark in own[row]] for row in range(len(names))])
    kinds: dict[int, set[str]] = defaultdict(set)
    for tie in shared:
        for row in tie.members:
            kinds[row].add(tie.kind)
    return tuple(
        Member(
            psn_no,
            len(own[row]),
            sum((mark.amount for mark in own[row]), NOTHING),
            tuple(sorted(kinds[row])),
            roles[row],
            evidence[row],
            max(0, sum(visited.get((psn_no, unit), 0) for unit in places) - len(own[row])),
        )
        for row, psn_no in enumerate(names)
    )


def _shared(names: Sequence[str], persons: Mapping[str, Person]) -> tuple[Shared, ...]:
    """Phones, addresses and employers of more than one member, most shared first."""
    found = []
    for kind in ("address", "phone", "employer"):
        having: dict[str, list[int]] = defaultdict(list)
        for row, psn_no in enumerate(names):
            if psn_no in persons and (value := getattr(persons[psn_no], kind)):
                having[value].append(row)
        found += [Shared(kind, v, tuple(rows)) for v, rows in having.items() if len(rows) > 1]
    return tuple(sorted(found, key=lambda tie: (-len(tie.members), tie.kind, tie.value)))


def sensitivity(
    score: float, threshold: float, evidence: Sequence[float]
) -> tuple[Sensitivity, ...]:
    """What is left when the group must score more, or each member show more, by a factor."""
    least = min(evidence, default=0.0)
    return tuple(
        Sensitivity(
            factor,
            score >= factor * threshold,
            sum(one >= factor * least for one in evidence),
        )
        for factor in FACTORS
    )


def _grid(members: int, days: int, marks: Sequence[Mark]) -> tuple[tuple[int, ...], ...]:
    """Members × days: 0 absent, 1 present, 2 present with the group's doctor."""
    doctors = Counter(mark.doctor for mark in marks if mark.doctor)
    main = min(doctors, key=lambda code: (-doctors[code], code)) if doctors else None
    grid = [[0] * days for _ in range(members)]
    for mark in marks:
        grid[mark.member][mark.day] = 2 if main is not None and mark.doctor == main else 1
    return tuple(map(tuple, grid))
