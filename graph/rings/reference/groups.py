"""From cores to groups: joint cells, members who attend, outsiders who belong, no fragments."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.rings.reference.cores import core_groups, core_members
from graph.rings.reference.model import Events, Group, Pairs, Parameters
from graph.rings.reference.score import score_of

#: Rounds of dropping and adding; a true group is stable after two.
ROUNDS = 2


class Attendance:
    """Who was where, both ways; built once for a channel."""

    def __init__(self, events: Events, pairs: Pairs) -> None:
        self.events = events
        self.cells_of = events.cells_of
        self.linked: dict[int, set[int]] = defaultdict(set)
        for a, b in zip(pairs.a.tolist(), pairs.b.tolist(), strict=True):
            self.linked[a].add(b)
            self.linked[b].add(a)

    def joint_cells(self, members: Iterable[int], share: float) -> dict[int, int]:
        """Cells with at least max(3, `share` of the members), and how many of them were there."""
        people = list(members)
        counts: dict[int, int] = defaultdict(int)
        for person in people:
            for cell in self.cells_of[person].tolist():
                counts[cell] += 1
        least = max(3, share * len(people))
        return {cell: n for cell, n in sorted(counts.items()) if n >= least}

    def attended(self, person: int, cells: frozenset[int]) -> int:
        """How many of `cells` the person was in."""
        return sum(1 for cell in self.cells_of[person].tolist() if cell in cells)

    def candidates(self, members: frozenset[int]) -> set[int]:
        """Outsiders linked to at least two members."""
        ties: dict[int, int] = defaultdict(int)
        for person in members:
            for other in self.linked[person] - members:
                ties[other] += 1
        return {person for person, count in ties.items() if count >= 2}


def find_groups(
    events: Events, pairs: Pairs, stricter: Pairs, parameters: Parameters
) -> list[Group]:
    """Refined, scored groups of a channel, best first, without fragments of one another.

    `stricter` are the pairs that pass a tenth of the threshold; they tell how steady a group is.
    """
    attendance = Attendance(events, pairs)
    refined = [
        group
        for core in core_groups(pairs, parameters)
        if (group := _refine(core, attendance, parameters)) is not None
    ]
    core = frozenset(core_members(stricter, parameters.core).tolist())
    refined = [replace(group, steady=len(core & set(group.members))) for group in refined]
    refined.sort(key=lambda group: (-group.score, group.members))
    return _without_fragments(refined, parameters.overlap)


def _refine(core: frozenset[int], attendance: Attendance, parameters: Parameters) -> Group | None:
    members = core
    cells: dict[int, int] = {}
    for _ in range(ROUNDS):
        cells = attendance.joint_cells(members, parameters.sync_share)
        joint = frozenset(cells)
        least = max(attendance.events.joint, parameters.attendance * len(joint))
        pool = members | attendance.candidates(members)
        members = frozenset(p for p in pool if attendance.attended(p, joint) >= least)
        if len(members) < parameters.smallest:
            return None
    cells = attendance.joint_cells(members, parameters.sync_share)
    if len(cells) < attendance.events.joint:
        return None
    return score_of(attendance.events, members, cells)


def _without_fragments(groups: list[Group], overlap: float) -> list[Group]:
    kept: list[Group] = []
    for group in groups:
        members = frozenset(group.members)
        if all(len(members & set(other.members)) < overlap * len(members) for other in kept):
            kept.append(group)
    return kept
