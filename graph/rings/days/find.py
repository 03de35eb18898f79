"""Co-visits of one channel, from packed appearances to scored groups, and what chance makes of them.

Deterministic: places, doctors and persons are numbered by ascending key, seeds are taken by rising
p, and the permutations follow the seed.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.rings.days import overlap, refine, rhythm, search, table
from graph.rings.days.chance import FLOOR, Chance, shuffled, tail_of
from graph.rings.days.rhythm import keeps_beat

Doctors: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]
NO_SEEDS = np.zeros((0, 4), dtype=np.int64)
NO_DOCTORS: Doctors = (
    np.zeros(1, dtype=np.int64),
    np.zeros(0, dtype=np.int64),
    np.zeros(0, dtype=np.int32),
)

#: A person with more days than these at one place is a queue of his own (dialysis).
MOST_DAYS = 52
#: A visit within these days of the last at the same place continues a course of treatment.
COURSE = 4
#: A group is loose, and may be two, when its members attend less.
LOOSE = 0.7
#: Members meet when more than this share comes within the window of minutes, or where times of day
#: are not known on the day itself, or exactly on the day whatever the time. Personal rhythms that
#: happen to agree reach 0.8 of the first.
AT_THE_TIME, ON_THE_DAY, EXACTLY = 0.84, 0.7, 0.9
#: No group below this is believed: exchanging persons destroys personal rhythms as well, and in a
#: county of 3.5 M visits rhythms that agree by accident, at the same hour, reach this score.
LEAST_SCORE = 40.0
#: Share of members that makes a group a fragment of another.
OVERLAP = 0.4
#: Persons who keep the same beat and phase at a place before they are looked at.
LEAST_BEAT = 4


@dataclass(frozen=True)
class Method:
    """What differs between channels: see `refine.Rules`. `least` is the overlap of a seed, `cut` its
    p; `slot` the minutes of the hours that are compared as well; `rhythm` the least visits that make
    a personal rhythm; `weekly` whether chance keeps weekdays."""

    least_events: int = 3
    least_present: int = 3
    window: int = 75
    base: float = 0.3
    stays: bool = False
    least: int = 3
    cut: float = 3e-4
    slot: int = 150
    rhythm: int = 6
    weekly: bool = True


class Columns(NamedTuple):
    """Appearances as read: codes of persons, places and doctors (-1 none), days from 1, moments."""

    person: NDArray[np.int32]
    place: NDArray[np.int32]
    doctor: NDArray[np.int32]
    day: NDArray[np.int32]
    moment: NDArray[np.int16]
    persons: int
    places: int
    doctors: int
    days: int


@dataclass(frozen=True)
class Found:
    """A group: codes of members with their log ratios, events as (place, day), score and habits."""

    members: NDArray[np.int32]
    weights: NDArray[np.float32]
    events: tuple[tuple[int, int], ...]
    score: float
    attend: float
    exact: float
    timely: float

    @property
    def meets(self) -> bool:
        """Whether the members come at the same time, or at least on the same day, rather than about
        then; times of day that nobody knows say nothing."""
        if not self.timely:
            return self.exact > ON_THE_DAY
        return self.timely > AT_THE_TIME or self.exact > EXACTLY

    @property
    def beat(self) -> float:
        """Share of the gaps between the events that keep a beat; 0 when it shows none."""
        return keeps_beat([day for _, day in self.events])


@dataclass(frozen=True)
class Outcome:
    """Groups that meet, best first, one for each set of people; `about` is the number of those that
    only come about the same days; persons with a queue of their own as (person, place, days); how
    many keep a personal rhythm; how many seeds there were; chance."""

    walk: table.Walk
    groups: tuple[Found, ...]
    about: int
    often: tuple[tuple[int, int, int], ...]
    rhythms: int
    seeds: int
    chance: Chance
    cut: float


def find(columns: Columns, method: Method, *, seed: int, permutations: int) -> Outcome:
    """Groups of a channel and the scores that permutations of the same data reach."""
    walk, often = walk_of(columns)
    search_of = Search(columns, method)
    groups, rhythms, seeds = search_of.groups(walk, apart=True)
    about = search_of.about
    scores: list[list[float]] = []
    generator = np.random.default_rng(seed)
    for _ in range(permutations):
        mixed = shuffled(walk, generator, weekly=method.weekly)
        by_chance, _, _ = search_of.groups(mixed, apart=False)
        scores.append([g.score for g in by_chance if _tells(g, mixed)])
    chance = tail_of(scores)
    cut = max(chance.cut, LEAST_SCORE)
    above = [g for g in groups if g.score >= cut]
    meeting = tuple(g for g in above if g.meets)
    return Outcome(
        walk, meeting, about + len(above) - len(meeting), often, rhythms, seeds, chance, cut
    )


def _tells(group: Found, walk: table.Walk) -> bool:
    """Whether a permuted group speaks of chance: one that does not meet or keeps a beat would not be
    suspected, and where a group is most of what a place has, exchanging persons changes nothing."""
    if not group.meets or group.beat:
        return False
    place = group.events[0][0]
    total = walk.opens[(place + 1) * walk.stride] - walk.opens[place * walk.stride]
    return len(group.members) * len(group.events) < 0.3 * float(total)


def walk_of(columns: Columns) -> tuple[table.Walk, tuple[tuple[int, int, int], ...]]:
    """The walk of a channel's appearances, and persons with more than `MOST_DAYS` days at a place."""
    stride = columns.days + 2
    cell = columns.place.astype(np.int64) * stride + columns.day
    packed = table.pack(cell, columns.moment, columns.doctor)
    first, rows = table.by_person(columns.person, packed, columns.persons)
    starts, kept, often = table.distinct(first, rows, stride, MOST_DAYS, COURSE)
    day_cell, moment, doctor = table.unpack(kept)
    walk = table.walked(starts, day_cell, moment, doctor, columns.places, stride, columns.doctors)
    return walk, tuple((int(p), int(place), int(n)) for p, place, n in often)


class Search:
    """Groups of one walk or another of the same persons, places and doctors."""

    def __init__(self, columns: Columns, method: Method) -> None:
        self.method = method
        self.about = 0
        self.rules = refine.Rules(
            method.least_events,
            method.least_present,
            method.window,
            method.base,
            method.stays,
        )

    def groups(self, walk: table.Walk, *, apart: bool) -> tuple[list[Found], int, int]:
        """Groups best first, without fragments of one another; with `apart` also those of persons
        who keep a rhythm, where they really meet. And counts of rhythms and seeds."""
        steady, beats = rhythm.rhythms(walk.first, walk.cell, walk.stride, self.method.rhythm)
        kept = rhythm.without(walk.first, walk.cell, walk.moment, walk.doctor, steady)
        rest = table.walked(
            kept[0], kept[1], kept[2], kept[3], walk.places, walk.stride, walk.doctors
        )
        seeds, doctors = self._seeds(rest)
        grown = self._grown(rest, seeds, doctors, [])
        found = [g for g in grown if g.score >= FLOOR]
        self.about = len(grown) - len(found)
        if apart:
            found = self._parted(rest, found)
            found += [g for g in self._grown(walk, NO_SEEDS, NO_DOCTORS, _bins(beats)) if g.meets]
        return one_each(found), len(beats), len(seeds)

    def _seeds(self, walk: table.Walk) -> tuple[NDArray[np.int64], Doctors]:
        m = self.method
        runs = overlap.runs_by_place(walk.first, walk.cell, walk.stride, walk.places)
        found = [
            (p, 0, place, a, b)
            for p, place, a, b, _ in overlap.place_seeds(
                *runs, walk.cell, walk.opens, walk.stride, walk.places, m.least, m.cut
            )
        ]
        doctors = NO_DOCTORS
        if not m.stays and len(walk.cell):
            # In a crowd only those who also come at the same hour, or to the same doctor, stand out.
            slots = 1440 // m.slot + 1
            at_hour = walk.cell // walk.stride * slots + walk.moment // m.slot
            slot = np.where(walk.moment < 0, -1, walk.doctors + at_hour).astype(np.int32)
            units = walk.doctors + walk.places * slots
            doctors = overlap.rows_by_unit(walk.first, walk.doctor, slot, units)
            found += [
                (p, 1, unit, a, b)
                for p, unit, a, b, _ in overlap.unit_seeds(
                    *doctors, walk.cell, walk.stride, m.least, m.cut
                )
            ]
        rows = [row[1:] for row in sorted(found)]
        return np.array(rows, dtype=np.int64).reshape(-1, 4), doctors

    def _grown(
        self,
        walk: table.Walk,
        seeds: NDArray[np.int64],
        doctors: Doctors,
        lists: Sequence[Sequence[int]],
    ) -> list[Found]:
        starts = np.cumsum([0, *map(len, lists)]).astype(np.int64)
        people = np.array([p for one in lists for p in one], dtype=np.int32)
        scratch, norms = refine.scratch_for(walk), refine.norms_of(walk)
        opens, members, weights, closes, events, habits, _ = search.grow(
            walk, self.rules, norms, seeds, *doctors, starts, people, scratch, FLOOR
        )
        found = []
        for i, (score, attend, exact, timely) in enumerate(habits):
            cells = np.sort(events[closes[i] : closes[i + 1]])
            places, days = cells // walk.stride, cells % walk.stride
            found.append(
                Found(
                    members[opens[i] : opens[i + 1]].copy(),
                    weights[opens[i] : opens[i + 1]].copy(),
                    tuple(zip(places.tolist(), days.tolist(), strict=True)),
                    float(score),
                    float(attend),
                    float(exact),
                    float(timely),
                )
            )
        return found

    def _parted(self, walk: table.Walk, found: list[Found]) -> list[Found]:
        """Large loose groups cut in two, where both halves stand on their own."""
        result = []
        for group in found:
            halves = self._halves(walk, group) if len(group.members) >= 8 else []
            result += halves or [group]
        return result

    def _halves(self, walk: table.Walk, group: Found) -> list[Found]:
        if group.attend > LOOSE:
            return []
        came = refine.grid(walk, group.members, cells_of(group, walk.stride)) < refine.ABSENT
        side = _sides(came)
        lists = [group.members[side].tolist(), group.members[~side].tolist()]
        if min(map(len, lists)) < 4:
            return []
        grown = self._grown(walk, NO_SEEDS, NO_DOCTORS, lists)
        if len(grown) != 2 or sum(g.score for g in grown) <= group.score:
            return []
        a, b = (set(g.members.tolist()) for g in grown)
        return grown if len(a & b) < 0.3 * min(len(a), len(b)) else []


def cells_of(group: Found, stride: int) -> NDArray[np.int32]:
    """The group's events as cells of a walk."""
    return np.array([place * stride + day for place, day in group.events], dtype=np.int32)


def _sides(came: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Cosine 2-means of the rows, begun at the first principal direction: deterministic."""
    rows = came / np.maximum(np.linalg.norm(came, axis=1, keepdims=True), 1e-9)
    centred = rows - rows.mean(axis=0)
    side = np.asarray(np.linalg.svd(centred, full_matrices=False)[0][:, 0] > 0)
    for _ in range(10):
        if side.all() or not side.any():
            break
        nearer = rows @ rows[side].mean(axis=0) > rows @ rows[~side].mean(axis=0)
        if (nearer == side).all():
            break
        side = np.asarray(nearer)
    return side


def _bins(beats: Sequence[tuple[int, int, int, int]]) -> list[list[int]]:
    """Persons by place, beat and phase (a day either side), where at least `LEAST_BEAT` agree."""
    by_phase: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for place, beat, phase, person in beats:
        by_phase[place, beat, phase].append(person)
    found = []
    for (place, beat, phase), persons in sorted(by_phase.items()):
        around = [by_phase.get((place, beat, (phase + off) % beat), []) for off in (-1, 1)]
        # The fullest phase speaks for its neighbours.
        if all(len(persons) >= len(other) for other in around):
            together = sorted({p for other in around for p in other} | set(persons))
            if len(together) >= LEAST_BEAT:
                found.append(together)
    return found


def one_each(found: Sequence[Found]) -> list[Found]:
    """Best first; who shares two fifths of his members with a better one is its fragment."""
    kept: list[Found] = []
    owner: dict[int, int] = {}
    for group in sorted(found, key=lambda g: (-g.score, g.members.tolist())):
        members = group.members.tolist()
        owners = Counter(owner[p] for p in members if p in owner)
        if owners and owners.most_common(1)[0][1] >= OVERLAP * len(members):
            continue
        for p in members:
            owner.setdefault(p, len(kept))
        kept.append(group)
    return kept
