"""Groups of one channel by whichever engine: pairs and chance in SQL, cores and scores on what is left.

What comes back to the driver are pairs beyond the threshold and their persons' cells, never the visits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
from scipy.special import pdtrc

from graph.rings.province import sql
from graph.rings.province.engines import Engine
from graph.rings.reference.events import Meeting
from graph.rings.reference.groups import find_groups
from graph.rings.reference.model import Events, Group, Ints, Pairs, Parameters
from graph.rings.reference.null import lenient


@dataclass(frozen=True)
class Reduced(Events):
    """Appearances of some persons, with the crowds, totals and sizes of all."""

    everybody: int = 0
    days: int = 0
    crowds: Ints | None = None
    totals: Ints | None = None

    @property
    def population(self) -> int:
        """Persons of the whole data."""
        return self.everybody

    @property
    def active_days(self) -> int:
        """Days of the whole data."""
        return self.days

    @cached_property
    def crowd(self) -> Ints:
        """How many of all were in each cell."""
        assert self.crowds is not None
        return self.crowds

    @cached_property
    def total(self) -> Ints:
        """Appearances of all at each unit."""
        assert self.totals is not None
        return self.totals


@dataclass(frozen=True)
class Met:
    """A group by the data's own keys: persons with what their attendance says (natural log ratio), days
    (institution, day from 1970-01-01) with how many habit alone would bring, and the score (log10)."""

    patients: tuple[str, ...]
    evidence: tuple[float, ...]
    days: tuple[tuple[str, int], ...]
    by_habit: tuple[float, ...]
    seen: int
    score: float


@dataclass(frozen=True)
class Outcome:
    """Groups, best first; how many pairs were seen together often enough, the pair p-value that none of
    so many permutations reaches (None: the channel says nothing)."""

    groups: tuple[Met, ...]
    pairs: int
    cut: float | None
    permutations: int = 0


def find(engine: Engine, meeting: Meeting, parameters: Parameters | None = None) -> Outcome:
    """The reference's groups of a channel. The same data give the same groups with every engine."""
    chosen = parameters or Parameters()
    engine.keep("events", sql.EVENTS.format(meeting=meeting.sql))
    engine.name("homes", sql.HOMES.format(events="events"))
    engine.keep("parts", sql.PARTS.format(events="events", homes="homes", crossing=sql.CROSSING))
    people, seen = pairs(engine, meeting, "events")
    if not len(seen.a):
        return Outcome((), 0, None)
    chance = list(_permuted(engine, meeting, chosen))
    cut = lenient(chance, chosen)
    if cut is None:
        return Outcome((), len(seen.a), None, len(chance))
    events = _reduced(engine, meeting, people)
    found: list[Group] = find_groups(events, seen.below(cut), seen.below(cut / 10), chosen)
    return Outcome(tuple(_met(group, events) for group in found), len(seen.a), cut, len(chance))


def _met(group: Group, events: Reduced) -> Met:
    """The group by name; cells of one institution and day (trains of one day) are one day."""
    brought: dict[tuple[str, int], float] = {}
    for cell, expected in zip(group.cells, group.by_habit, strict=True):
        at = (events.units[events.unit[cell]], int(events.day[cell]))
        brought[at] = brought.get(at, 0.0) + expected
    days = sorted(brought, key=lambda at: (at[1], at[0]))
    return Met(
        tuple(events.patients[member] for member in group.members),
        group.evidence,
        tuple(days),
        tuple(round(brought[at], 4) for at in days),
        group.seen,
        group.score,
    )


def pairs(engine: Engine, meeting: Meeting, events: str) -> tuple[tuple[str, ...], Pairs]:
    """Pairs seen together often enough in `events`, by position in the persons' order, with their
    expectation and p-value; left under the names `pairs` and `daily`."""
    cells = events
    for turn in range(2):
        for step in (sql.BUSY, sql.SHARED):
            name = f"cells_{turn}_{'busy' if step is sql.BUSY else 'shared'}"
            engine.name(name, step.format(source=cells, joint=meeting.joint))
            cells = name
    engine.keep("pairs", sql.PAIRS.format(cells=cells, parts="parts", joint=meeting.joint))
    engine.name("daily", sql.DAILY.format(events=events))
    rows = engine.rows(sql.EXPECTED.format(events=events, pairs="pairs", daily="daily"))
    a, b = rows["a"].to_pylist(), rows["b"].to_pylist()
    people = tuple(sorted({*a, *b}))
    number = {person: place for place, person in enumerate(people)}
    seen = np.asarray(rows["seen"].to_numpy(), dtype=np.int64)
    expected = np.asarray(rows["expected"].cast(pa.float64()).to_numpy(), dtype=np.float64)
    p = pdtrc(seen - 1, np.maximum(expected, 1e-9))
    return people, Pairs(
        np.array([number[person] for person in a], dtype=np.int64),
        np.array([number[person] for person in b], dtype=np.int64),
        seen,
        expected,
        np.asarray(p, dtype=np.float64),
    )


def _permuted(engine: Engine, meeting: Meeting, parameters: Parameters) -> Iterator[Pairs]:
    """Pairs of each permutation; deterministic by the seed."""
    weekday = "(day + 3) % 7" if meeting.by_weekday else "0"
    engine.keep("found_pairs", "SELECT * FROM pairs")
    for run in range(parameters.permutations):
        seed = f"{parameters.seed}.{run}"
        engine.keep("mixed", sql.EXCHANGED.format(events="events", weekday=weekday, seed=seed))
        yield pairs(engine, meeting, "mixed")[1]
    engine.keep("pairs", "SELECT * FROM found_pairs")


def _reduced(engine: Engine, meeting: Meeting, people: tuple[str, ...]) -> Reduced:
    rows = engine.rows(sql.REDUCED.format(events="events", pairs="pairs"))
    whole = engine.rows(sql.WHOLE.format(events="events"))
    number = {person: place for place, person in enumerate(people)}
    cell, _ = _coded(rows["cell_key"])
    unit, units = _coded(rows["unit"])
    first = np.unique(cell, return_index=True)[1]
    place = np.unique(unit, return_index=True)[1]
    return Reduced(
        channel=meeting.name,
        patient=np.array([number[p] for p in rows["psn_no"].to_pylist()], dtype=np.int64),
        cell=cell,
        unit=unit[first],
        day=np.asarray(rows["day"].to_numpy(), dtype=np.int64)[first],
        joint=meeting.joint,
        patients=people,
        units=units,
        by_weekday=meeting.by_weekday,
        everybody=whole["people"][0].as_py(),
        days=whole["days"][0].as_py(),
        crowds=np.asarray(rows["crowd"].to_numpy(), dtype=np.int64)[first],
        totals=np.asarray(rows["total"].to_numpy(), dtype=np.int64)[place],
    )


def _coded(column: pa.ChunkedArray) -> tuple[Ints, tuple[str, ...]]:
    values = tuple(sorted(set(column.to_pylist())))
    number = {value: place for place, value in enumerate(values)}
    return np.array([number[v] for v in column.to_pylist()], dtype=np.int64), values
