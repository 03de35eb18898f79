"""All groups of a walk: seeds from places, doctors and hours, grown, parted, one for each set of people."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.rings.days import grid, norms, overlap, rhythm, search, table
from graph.rings.days.chance import FLOOR
from graph.rings.days.method import Found, Method

Doctors: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]
NO_DOCTORS: Doctors = (
    np.zeros(1, dtype=np.int64),
    np.zeros(0, dtype=np.int32),
    np.zeros(0, dtype=np.int32),
)

NOBODY = np.zeros(0, dtype=np.int32)
#: A group is loose, and may be two, when its members attend less.
LOOSE = 0.7
#: Share of members that makes a group a fragment of another.
OVERLAP = 0.4
#: Persons who keep the same beat and phase at a place before they are looked at.
LEAST_BEAT = 4
#: Parts of the places whose seeds grow side by side; the kernels leave the interpreter's lock. What is
#: found depends on their number, not on how many run at once.
PARTS = 2


class Seeds(NamedTuple):
    """Seeds by rising p: rows of (0 place or 1 unit, its number, first day, second day, overlap), what
    chance expects of each, and the rows of every unit (doctors, then hours of places)."""

    rows: NDArray[np.int32]
    means: NDArray[np.float64]
    units: Doctors


NO_SEEDS = Seeds(np.zeros((0, 5), dtype=np.int32), np.zeros(0, dtype=np.float64), NO_DOCTORS)


class Ground(NamedTuple):
    """A walk with what is usual on it and the kernels' work space."""

    walk: table.Walk
    usual: norms.Norms
    scratch: norms.Scratch


def ground_of(walk: table.Walk) -> Ground:
    """Ready for kernels."""
    return Ground(walk, norms.norms_of(walk), norms.scratch_for(walk))


class Looked(NamedTuple):
    """What a search saw: groups best first, those that only come about the same days, rhythms and the
    rows that belong to one, seeds."""

    groups: list[Found]
    about: int
    rhythms: int
    steady: NDArray[np.bool_]
    seeds: int


def groups_of(walk: table.Walk, method: Method) -> Looked:
    """Groups best first, without fragments of one another; also those of persons who keep a rhythm,
    where they really meet."""
    steady, beats = _rhythms(walk, method)
    with ThreadPoolExecutor(1) as pool:
        # Neither asks what the other finds.
        by_beat = pool.submit(_of_beats, walk, method, beats)
        rest = ground_of(table.walked(table.left_of(walk, steady)))
        seeds = seeds_of(rest.walk, method)
        grown = _grown(rest, method, seeds)
        found = [g for g in grown if g.score >= FLOOR]
        about = len(grown) - len(found)
        found = _parted(rest, method, found) + by_beat.result()
    return Looked(one_each(found), about, len(beats), steady, len(seeds.rows))


def _of_beats(
    walk: table.Walk, method: Method, beats: Sequence[tuple[int, int, int, int]]
) -> list[Found]:
    """Groups of persons who keep a rhythm, where they really meet."""
    bins = _bins(beats)
    if not bins:
        return []
    return [g for g in grown_from(ground_of(walk), method, NO_SEEDS, bins)[0] if g.meets]


def plain_groups(rows: table.Rows, method: Method) -> list[Found]:
    """Groups of the rows that keep no rhythm, as they grow from their seeds."""
    steady, _ = _rhythms(rows, method)
    rest = ground_of(table.walked(table.left_of(rows, steady)))
    grown, _ = grown_from(rest, method, seeds_of(rest.walk, method), [])
    return one_each([g for g in grown if g.score >= FLOOR])


def _rhythms(rows: table.Rows | table.Walk, method: Method) -> Any:
    """Rows that belong to a rhythm, and each rhythm."""
    return rhythm.rhythms(
        rows.first, rows.cell, rows.stride, method.rhythm, method.skips, method.luck
    )


def seeds_of(walk: table.Walk, method: Method) -> Seeds:
    """Pairs of days that share more people than chance brings together."""
    with ThreadPoolExecutor(1) as pool:
        # In a crowd only those who also come at the same hour, or to the same doctor, stand out.
        beside = (
            pool.submit(_at_units, walk, method) if not method.stays and len(walk.cell) else None
        )
        runs = overlap.runs_by_place(walk.first, walk.cell, walk.stride, walk.places)
        at_places = overlap.place_seeds(
            *runs, walk.cell, walk.opens, walk.stride, walk.places, method.least, method.cut
        )
    found, units = [at_places], NO_DOCTORS
    if beside is not None:
        units, in_units = beside.result()
        found.append(in_units)
    sizes = [len(p) for p, _, _ in found]
    kinds = np.repeat(np.arange(len(found), dtype=np.int32), sizes)
    rows = np.column_stack((kinds, np.concatenate([rows for _, rows, _ in found])))
    # Of the same p places come first, then the lower number and the earlier days.
    order = np.lexsort((*rows.T[3::-1], np.concatenate([p for p, _, _ in found])))
    means = np.concatenate([means for _, _, means in found])
    return Seeds(np.ascontiguousarray(rows[order]), means[order], units)


def _at_units(walk: table.Walk, method: Method) -> tuple[Doctors, Any]:
    """The rows of every doctor and of every place's hours, and their seeds."""
    slots = 1440 // method.slot + 1
    slot = overlap.slots_of(walk.cell, walk.moment, walk.stride, method.slot, slots, walk.doctors)
    units = overlap.rows_by_unit(walk.first, walk.doctor, slot, walk.doctors + walk.places * slots)
    return units, overlap.unit_seeds(*units, walk.cell, walk.stride, method.least, method.cut)


def _grown(ground: Ground, method: Method, seeds: Seeds) -> list[Found]:
    """What seeds grow into, those of some places beside those of the others: a seed asks only what
    has grown at its own place. Who goes to places of both parts may be found twice, as one of two
    fragments is (`one_each`)."""
    place = _places(ground.walk, method, seeds)
    many = np.bincount(place, minlength=ground.walk.places)
    part = np.zeros(ground.walk.places, dtype=np.int64)
    # The place with most seeds first, each to the part that has fewest.
    load = [0] * PARTS
    for number in np.argsort(-many, kind="stable").tolist():
        part[number] = load.index(min(load))
        load[part[number]] += int(many[number])

    def one(number: int) -> list[Found]:
        mine = part[place] == number
        own = Seeds(np.ascontiguousarray(seeds.rows[mine]), seeds.means[mine], seeds.units)
        return grown_from(
            Ground(ground.walk, ground.usual, norms.scratch_for(ground.walk)), method, own, []
        )[0]

    with ThreadPoolExecutor(PARTS) as pool:
        return list(chain.from_iterable(pool.map(one, range(PARTS))))


def _places(walk: table.Walk, method: Method, seeds: Seeds) -> NDArray[np.int64]:
    """Where each seed is: its place, the first that its doctor works at, or that of its hours."""
    of_unit, number = seeds.rows[:, 0] == 1, seeds.rows[:, 1].astype(np.int64)
    if not of_unit.any():
        return number
    opens, row, _ = seeds.units
    by_hour = (number - walk.doctors) // (1440 // method.slot + 1)
    doctors = number[of_unit & (number < walk.doctors)]
    place = np.where(of_unit, by_hour, number)
    place[of_unit & (number < walk.doctors)] = walk.cell[row[opens[doctors]]] // walk.stride
    return place


def grown_from(
    ground: Ground, method: Method, seeds: Seeds, lists: Sequence[NDArray[np.int32]]
) -> tuple[list[Found], list[int]]:
    """What lists of persons, then seeds, grow into, and the number of the one that each grew from."""
    starts = np.cumsum([0, *map(len, lists)]).astype(np.int64)
    people = np.concatenate([NOBODY, *lists])
    walk = ground.walk
    opens, members, weights, closes, events, habits, origin = search.grow(
        walk,
        method.rules,
        ground.usual,
        seeds.rows,
        seeds.means,
        *seeds.units[:2],
        starts,
        people,
        ground.scratch,
        FLOOR,
    )
    found = []
    # The events of all groups at once, ascending in each.
    group = np.repeat(np.arange(len(habits)), np.diff(closes))
    places, days = np.divmod(events[np.lexsort((events, group))], walk.stride)
    pairs = list(zip(places.tolist(), days.tolist(), strict=True))
    for i, (score, attend, exact, timely) in enumerate(habits.tolist()):
        found.append(
            Found(
                members[opens[i] : opens[i + 1]].copy(),
                weights[opens[i] : opens[i + 1]].copy(),
                tuple(pairs[closes[i] : closes[i + 1]]),
                score,
                attend,
                exact,
                timely,
            )
        )
    return found, origin.tolist()


def _parted(ground: Ground, method: Method, found: list[Found]) -> list[Found]:
    """Large loose groups cut in two, where both halves stand on their own."""
    halves: list[NDArray[np.int32]] = []
    cut: list[int] = []
    for number, group in enumerate(found):
        if len(group.members) >= 8 and group.attend <= LOOSE:
            came = grid.grid(ground.walk, group.members, group.cells(ground.walk.stride))
            side = _sides(came < grid.ABSENT)
            if 4 <= side.sum() <= len(side) - 4:
                halves += [group.members[side], group.members[~side]]
                cut.append(number)
    grown: dict[int, list[Found]] = defaultdict(list)
    for group, origin in zip(*grown_from(ground, method, NO_SEEDS, halves), strict=True):
        grown[cut[origin // 2]].append(group)
    result = []
    for number, group in enumerate(found):
        result += grown[number] if _stand(group, grown[number]) else [group]
    return result


def _stand(whole: Found, halves: Sequence[Found]) -> bool:
    """Whether two halves say more than the whole, and are not the same people again."""
    if len(halves) != 2 or sum(half.score for half in halves) <= whole.score:
        return False
    a, b = (set(half.members.tolist()) for half in halves)
    return len(a & b) < 0.3 * min(len(a), len(b))


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


def _bins(beats: Sequence[tuple[int, int, int, int]]) -> list[NDArray[np.int32]]:
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
                found.append(np.array(together, dtype=np.int32))
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
