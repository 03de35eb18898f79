"""How well a detection did against an answer key: found, precision, recall, chance groups."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.rings.model import Ring, Route

#: Jaccard index of the members from which a planted ring counts as found.
FOUND = 0.5


@dataclass(frozen=True)
class Score:
    """`found` of `planted` rings; `inside` of `members` suspected persons are planted ones, of whom
    there are `persons`; `chance` groups hold nobody planted."""

    channel: str
    planted: int
    found: int
    groups: int
    members: int
    inside: int
    persons: int
    chance: int

    @property
    def precision(self) -> float:
        """Share of suspected members who belong."""
        return round(self.inside / self.members, 4) if self.members else 1.0

    @property
    def recall(self) -> float:
        """Share of planted members who are in a found ring."""
        return round(self.inside / self.persons, 4) if self.persons else 1.0

    @property
    def share(self) -> float:
        """Share of planted rings that were found."""
        return round(self.found / self.planted, 4) if self.planted else 1.0


def score_of(rings: Sequence[Ring], key: Mapping[str, Any]) -> list[Score]:
    """A row for each channel and one for `all`.

    A planted ring counts as found by whatever channel shows it, and as of the channel that planted
    it; a suspected group belongs to the planted ring that it shares most members with, and without
    one to its own channel, as a chance group.
    """
    groups = [(ring.channel, set(ring.patients)) for ring in rings if ring.route is Route.RING]
    truth = [(row["channel"], set(row["patients"])) for row in key.get("rings", [])]
    rows: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for channel, members in truth:
        for name in (channel, "all"):
            rows[name]["planted"] += 1
            rows[name]["persons"] += len(members)
            rows[name]["found"] += any(jaccard(members, group) >= FOUND for _, group in groups)
    for channel, group in groups:
        nobody: tuple[str, set[str]] = ("", set())
        best = max(truth, key=lambda planted: len(planted[1] & group), default=nobody)
        inside = len(best[1] & group)
        for name in (best[0] if inside else channel, "all"):
            rows[name]["groups"] += 1
            rows[name]["members"] += len(group)
            rows[name]["inside"] += inside
            rows[name]["chance"] += not inside
    names = [*sorted(set(rows) - {"all"}), "all"]
    fields = ("planted", "found", "groups", "members", "inside", "persons", "chance")
    return [Score(name, *(rows[name][field] for field in fields)) for name in names]


def jaccard(a: set[str], b: set[str]) -> float:
    """Shared members over all members."""
    return len(a & b) / len(a | b) if a | b else 0.0
