"""Co-visits of one channel, from packed appearances to scored groups, and what chance makes of them.

Deterministic: places and doctors are numbered by ascending key, persons by the place they visit most and
key, seeds are taken by rising p, and the permutations follow the seed.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from graph.rings.days import chance as by_chance
from graph.rings.days import table
from graph.rings.days.chance import Chance
from graph.rings.days.groups import Looked, groups_of, plain_groups
from graph.rings.days.method import Columns, Found, Method, flat
from graph.rings.days.rhythm import steady_share

__all__ = ["Columns", "Found", "Method", "Outcome", "find", "walk_of"]

#: A person with more days than these at one place is a queue of his own (dialysis).
MOST_DAYS = 52
#: A visit within these days of the last at the same place continues a course of treatment.
COURSE = 4
#: Appearances that are permuted in all: small data more often, large data once in both ways, of the
#: largest (twice as many) a part.
PERMUTED, MOST_PAIRS = 1_200_000, 20
#: A permutation shows every place in one of two ways; the mean excess of chance scores before any is
#: seen and how many chance groups that counts for (docs/adr/0063: 125 groups of eleven channels, 7.7 on
#: average, no channel certainly apart); chance groups that a channel's run may be expected to bring.
FACES, SPREAD, KNOWN, ALLOWED = 2, 8.0, 12.0, 0.02
#: Permutations at a time; the kernels leave the interpreter's lock.
ABREAST = 2


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


def find(
    columns: Columns, method: Method, *, seed: int, permutations: int | None = None
) -> Outcome:
    """Groups of a channel and the scores that permutations of the same data reach.

    `permutations` is by default as many as the size of the data asks for. The cut rests on how often
    chance groups come and how their scores thin out, and hundreds of thousands of appearances tell both:
    chance happens within places, so of larger data a sample of places makes as many chance groups for
    its share, and their number is divided by that share.
    """
    walk, often = walk_of(columns)
    looked = groups_of(walk, method)
    share = 1.0
    if permutations is None:
        permutations = 2 * min(MOST_PAIRS, max(1, PERMUTED // max(1, len(walk.cell))))
        share = min(1.0, 2 * PERMUTED / max(1, len(walk.cell)))
    chance = _chance(walk, method, looked, seed, permutations, share)
    above = [g for g in looked.groups if g.score >= chance.cut]
    above = [
        replace(
            g,
            steady=steady_share(
                walk.first, walk.cell, walk.stride, g.members, g.cells(walk.stride)
            ),
        )
        for g in above
    ]
    groups = tuple(g for g in above if g.meets or not method.together)
    about = looked.about + len(above) - len(groups)
    return Outcome(walk, groups, about, often, looked.rhythms, looked.seeds, chance, chance.cut)


def _chance(
    walk: table.Walk,
    method: Method,
    looked: Looked,
    seed: int,
    permutations: int,
    share: float,
) -> Chance:
    """The scores of permutations. One that does not meet or keeps a beat would not be suspected.

    Rhythms are left out as they were of the search: days moved round the end of the time would break
    a beat in two, and what it hides would come out.
    """
    spent = _joint(walk, looked.groups) | looked.steady
    generator = np.random.default_rng(seed)
    if share < 1.0:
        # Places are left out like rows that stand in groups: all of theirs.
        spent |= ~by_chance.sampled(walk, share, generator)[walk.cell // walk.stride]

    def once(turn: int, luck: int) -> list[float]:
        mixed = by_chance.shuffled(walk, spent, luck, turn, weekly=method.weekly)
        found = plain_groups(mixed, method)
        return [g.score for g in found if (g.meets or not method.together) and not g.beat]

    lucks = generator.integers(1 << 31, size=permutations).tolist()
    with ThreadPoolExecutor(ABREAST) as pool:
        return by_chance.tail_of(
            list(pool.map(once, range(permutations), lucks)),
            faces=FACES / share,
            spread=SPREAD,
            allowed=ALLOWED,
            known=KNOWN,
        )


def _joint(walk: table.Walk, groups: Sequence[Found]) -> Any:
    """Which rows of the walk stand in groups."""
    spent = np.zeros(len(walk.cell), dtype=np.bool_)
    opens, members, closes, events = flat(groups, walk.stride)
    by_chance.joint(walk.first, walk.cell, members, opens, events, closes, spent)
    return spent


def walk_of(columns: Columns) -> tuple[table.Walk, tuple[tuple[int, int, int], ...]]:
    """The walk of a channel's appearances, and persons with more than `MOST_DAYS` days at a place."""
    stride = columns.days + 2
    cell = table.cells_of(columns.place, columns.day, stride)
    packed = table.pack(cell, columns.moment, columns.doctor)
    first, rows = table.by_person(columns.person, packed, columns.persons)
    starts, kept, often = table.distinct(first, rows, stride, MOST_DAYS, COURSE)
    day_cell, moment, doctor = table.unpack(kept)
    own = table.Rows(starts, day_cell, moment, doctor, stride, columns.places, columns.doctors)
    return table.walked(own), tuple((int(p), int(place), int(n)) for p, place, n in often)
