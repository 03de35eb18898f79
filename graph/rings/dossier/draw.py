"""What chance makes of the same people: permutations of their own visits.

Every member keeps how often he goes to each of the ring's places on each weekday (stays: at all);
which of that weekday's days it is, chance decides by how crowded the days were. Then the permutation
may pick its own best days, as many as the ring has: the ring's days were picked as well, and a
comparison on fixed days would flatter the suspicion.
"""

from collections import defaultdict
from collections.abc import Sequence

import duckdb
import numpy as np
from numpy.typing import NDArray

from graph.rings.dossier.model import Draw
from graph.rings.kept import KIND
from graph.rings.model import EPOCH, Bools, Floats, Ints
from graph.rings.read import RingDossier

RUNS = 1000
#: Random numbers a dossier may cost; a large ring gets fewer permutations.
BUDGET = 60_000_000
#: Fewer permutations than these draw no picture worth looking at.
LEAST_RUNS = 100
NONE = Draw(0, 0, 0, 0.0, 0, ())
# A crowd is the people of a day; the ring's own visits are part of it, as in the run's permutations.
CROWDS = f"""
    SELECT m.fixmedins_code AS place, date_diff('day', DATE '1970-01-01', CAST(m.begntime AS DATE)),
           count(DISTINCT m.psn_no)
    FROM mdtrt_d m
    WHERE m.fixmedins_code IN (SELECT place FROM ring_places) AND m.begntime IS NOT NULL
      AND ($kind IS NULL OR {KIND.format("m")} = $kind)
    GROUP BY ALL ORDER BY ALL
"""
OWN = f"""
    SELECT DISTINCT m.psn_no, m.fixmedins_code AS place,
           date_diff('day', DATE '1970-01-01', CAST(m.begntime AS DATE))
    FROM mdtrt_d m
    WHERE m.fixmedins_code IN (SELECT place FROM ring_places)
      AND m.psn_no IN (SELECT psn_no FROM ring_people) AND m.begntime IS NOT NULL
      AND ($kind IS NULL OR {KIND.format("m")} = $kind)
    ORDER BY ALL
"""
KINDS = frozenset({"outpatient", "inpatient", "pharmacy"})


def draw(
    connection: duckdb.DuckDBPyConnection,
    dossier: RingDossier,
    seed: int,
    runs: int = RUNS,
    looped: Sequence[tuple[str, str, int]] | None = None,
) -> Draw:
    """The distribution under chance of appearances on as many joint days; deterministic by seed.

    Reads the tables that `graph.rings.dossier.records.register` made; of refund loops the
    members' days with one (`looped`), which could have been any day of the places.
    """
    places = sorted({day.fixmedins_code for day in dossier.days})
    if not places or any(day.until is not None for day in dossier.days):
        # Who comes on days of his own has no joint days to draw anew.
        return NONE
    channel = dossier.summary.channel
    ask = {"kind": channel if channel in KINDS else None}
    crowds = connection.execute(CROWDS, ask).fetchall()
    own = looped if looped is not None else connection.execute(OWN, ask).fetchall()
    if not own or not crowds:
        return NONE
    days = [day for _, day, _ in crowds]
    first, span = min(days), max(days) - min(days) + 3
    crowd = np.zeros((len(places), span))
    at = {place: row for row, place in enumerate(places)}
    for place, day, count in crowds:
        crowd[at[place], day - first + 1] = count
    habits: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for psn_no, place, day in own:
        habits[psn_no].append((at[place], day - first + 1))
    cost = len(habits) * span * len(places)
    tried = int(min(runs, max(LEAST_RUNS, BUDGET // max(1, cost))))
    weekly = channel != "inpatient"
    generator = np.random.default_rng(seed)
    together = np.zeros((tried, len(places), span), dtype=np.int16)
    for visits in habits.values():
        together += _windows(_shuffled(visits, crowd, tried, weekly, generator))
    reached = _best(together, len(dossier.days))
    seen = len(dossier.marks) if looped is None else _met(dossier, looped)
    values, counts = np.unique(reached, return_counts=True)
    return Draw(
        tried,
        seen,
        int(np.sum(reached >= seen)),
        round(float(reached.mean()), 2),
        int(reached.max()),
        tuple(zip(values.tolist(), counts.tolist(), strict=True)),
    )


def _met(dossier: RingDossier, own: Sequence[tuple[str, str, int]]) -> int:
    """How often a member has such a day at a joint day, or a day off it."""
    came = set(own)
    events = [(day.fixmedins_code, (day.day - EPOCH).days) for day in dossier.days]
    return sum(
        any((face.member.psn_no, place, day + off) in came for off in (-1, 0, 1))
        for face in dossier.faces
        for place, day in events
    )


def _shuffled(
    visits: Sequence[tuple[int, int]],
    crowd: Floats,
    runs: int,
    weekly: bool,
    generator: np.random.Generator,
) -> Bools:
    """Presence of one person by permutation, place and day: his visits on other days of the same
    weekday, fuller days first (an exponential race draws without replacement)."""
    there = np.zeros((runs, *crowd.shape), dtype=np.bool_)
    own: dict[tuple[int, int], int] = defaultdict(int)
    for place, day in visits:
        own[place, day % 7 if weekly else 0] += 1
    for (place, weekday), count in sorted(own.items()):
        days: Ints = np.flatnonzero(crowd[place] > 0)
        if weekly:
            days = days[days % 7 == weekday]
        if not len(days):
            continue
        race = generator.standard_exponential((runs, len(days))) / crowd[place, days]
        chosen = np.argpartition(race, min(count, len(days)) - 1, axis=1)[:, :count]
        there[np.arange(runs)[:, None], place, days[chosen]] = True
    return there


def _windows(there: Bools) -> Bools:
    """Whether a person is there on a day or one day off, as the grid counts."""
    wide = there.copy()
    wide[..., 1:] |= there[..., :-1]
    wide[..., :-1] |= there[..., 1:]
    return wide


def _best(together: NDArray[np.int16], days: int) -> Ints:
    """Appearances on the best `days` windows of each permutation, at least three days apart at a
    place."""
    runs, places, span = together.shape
    left = together.reshape(runs, places * span).copy()
    total = np.zeros(runs, dtype=np.int64)
    every = np.arange(runs)
    for _ in range(days):
        top = left.argmax(axis=1)
        total += np.maximum(left[every, top], 0)
        place, day = top // span, top % span
        for off in (-2, -1, 0, 1, 2):
            left[every, place * span + np.clip(day + off, 0, span - 1)] = -1
    return total
