"""Doctor shopping: patients who fetch the same drug from several doctors within a week, again and
again, and who share those doctors.

Somebody with several diseases is sent from doctor to doctor, for different drugs and once; a patient in
pain goes to his own doctor. First the visits alone say who went round at all (few do), then the fee
lines of those say for which drug. Persons are tied by the prescribers that they share; the null gives
each as many prescribers of the drug as he has, drawn as its other patients have theirs.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

import duckdb
import numpy as np
from scipy import sparse

from graph.rings.channels.base import Channel, Found, Setting, far_off
from graph.rings.channels.shopping_lines import (
    Asked,
    Lines,
    candidates,
    lines_of,
    prescribers_of,
    rounds,
)
from graph.rings.channels.shopping_told import group_of, note
from graph.rings.days import table
from graph.rings.days.chance import FLOOR, Chance, tail_of
from graph.rings.days.read import Reading, codes_of
from graph.rings.model import Bools, ChannelReport, Floats, Ints

#: Sparse: persons × prescribers.
Came: TypeAlias = Any

#: A round: so many prescribers within so many days; and so many rounds.
DOCTORS, WEEK, ROUNDS = 3, 7, 2
#: Prescribers that tie two persons, persons who make a group, and the share that makes a prescriber
#: theirs.
TIED, LEAST, THEIRS = 3, 4, 0.5
#: Chance that a member's round includes one of the group's prescribers, at most.
FAITHFUL = 0.95
#: No score below is believed.
LEAST_SCORE = 20.0


@dataclass(frozen=True)
class Drug:
    """A drug with its prescribers, ascending, and how many persons each has (everybody's), and who goes
    round for it: persons × prescribers, 1 where he had him in a round."""

    code: str
    doctors: tuple[str, ...]
    crowd: Ints
    persons: tuple[str, ...]
    came: Came


@dataclass(frozen=True)
class Shoppers:
    """Members with their evidence, the prescribers that they share, and the drug."""

    drug: str
    members: tuple[str, ...]
    doctors: tuple[str, ...]
    evidence: tuple[float, ...]
    score: float


def shopped(lines: Lines) -> dict[str, dict[str, frozenset[str]]]:
    """Persons who went round often enough, by drug, with their prescribers."""
    persons = len(lines.psn_no.values)
    pair, pairs = codes_of(lines.drug.code * persons + lines.psn_no.code)
    first, rows = table.by_person(pair, lines.day << 32 | lines.doctor.code, len(pairs))
    times, within = rounds(first, rows, DOCTORS, WEEK)
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for number in np.flatnonzero(times >= ROUNDS).tolist():
        own = slice(first[number], first[number + 1])
        doctors = np.unique(rows[own][within[own]] & 0xFFFFFFFF).tolist()
        drug, person = divmod(int(pairs[number]), persons)
        named = frozenset(lines.doctor.values[doctor] for doctor in doctors)
        found[lines.drug.values[drug]][lines.psn_no.values[person]] = named
    return {drug: own_rounds for drug, own_rounds in found.items() if len(own_rounds) >= LEAST}


def drug_of(
    code: str, doctors: Sequence[str], crowd: Ints, rounds: Mapping[str, frozenset[str]]
) -> Drug:
    """The drug of who went round for it; `doctors` ascend."""
    place = {doctor: number for number, doctor in enumerate(doctors)}
    own = [sorted(place[doctor] for doctor in seen) for seen in rounds.values()]
    came = _came([len(one) for one in own], list(chain.from_iterable(own)), len(doctors))
    return Drug(code, tuple(doctors), crowd, tuple(rounds), came)


def _came(sizes: Sequence[int], doctors: Sequence[int], width: int) -> Came:
    starts = np.cumsum([0, *sizes])
    ones = np.ones(len(doctors), dtype=np.int32)
    return sparse.csr_array((ones, doctors, starts), shape=(len(sizes), width))


def groups_of(drug: Drug) -> list[Shoppers]:
    """Persons tied by the prescribers that they share, best first."""
    shared = drug.came @ drug.came.T
    shared.data = shared.data >= TIED
    shared.eliminate_zeros()
    _, part = sparse.csgraph.connected_components(shared, directed=False)
    large = np.flatnonzero(np.bincount(part) >= LEAST)
    found = [_group(drug, np.flatnonzero(part == number)) for number in large]
    kept = [group for group in found if group is not None]
    return sorted(kept, key=lambda group: (-group.score, group.members))


def _group(drug: Drug, persons: Ints) -> Shoppers | None:
    persons = persons[np.argsort([drug.persons[p] for p in persons])]
    came = drug.came[persons]
    doctors = np.flatnonzero(came.sum(axis=0) >= THEIRS * len(persons))
    theirs = came[:, doctors].toarray() > 0
    faithful = theirs.sum(axis=1) >= TIED
    members = persons[faithful]
    if len(members) < LEAST:
        return None
    evidence = _evidence(drug, members, doctors, theirs[faithful])
    persons_of_drug = max(int(drug.crowd.sum()), len(members))
    price = len(members) * np.log(persons_of_drug / len(members))
    price += len(doctors) * np.log(len(drug.crowd))
    score = float(evidence.sum() - price)
    if score < FLOOR:
        return None
    return Shoppers(
        drug.code,
        tuple(drug.persons[p] for p in members),
        tuple(drug.doctors[d] for d in doctors),
        tuple(evidence.tolist()),
        round(score, 2),
    )


def _evidence(drug: Drug, members: Ints, doctors: Ints, came: Bools) -> Floats:
    """Each member's log likelihood ratio: these prescribers, against as many as he has by the shares
    that they have of the drug's other patients."""
    rounds = drug.came[members]
    sizes = np.diff(rounds.indptr)[:, np.newaxis]
    chance = 1 - (1 - _shares(drug, rounds.sum(axis=0))[doctors]) ** sizes
    faithful = min(FAITHFUL, float(came.mean()))
    ratio = np.where(came, faithful / chance, (1 - faithful) / (1 - chance))
    return np.asarray(np.log(ratio).sum(axis=1), dtype=np.float64)


def _shares(drug: Drug, without: Ints) -> Floats:
    """Each prescriber's share of the drug's patients but so many of them; nobody has none."""
    left = np.maximum(0, drug.crowd - without) + 0.5
    return np.asarray(left / left.sum(), dtype=np.float64)


def by_chance(drugs: Sequence[Drug], setting: Setting) -> Chance:
    """Scores when everybody's prescribers are drawn anew."""
    generator = np.random.default_rng(setting.seed)
    scores: list[list[float]] = []
    for _ in range(setting.runs):
        run = [group.score for drug in drugs for group in groups_of(_redrawn(drug, generator))]
        scores.append(run)
    return tail_of(scores)


def _redrawn(drug: Drug, generator: np.random.Generator) -> Drug:
    sums = np.cumsum(_shares(drug, np.zeros_like(drug.crowd)))
    sizes = np.diff(drug.came.indptr).tolist()
    doctors = [doctor for size in sizes for doctor in drawn(sums, size, generator)]
    return replace(drug, came=_came(sizes, doctors, len(drug.doctors)))


def drawn(sums: Floats, size: int, generator: np.random.Generator) -> list[int]:
    """So many different positions, one after the other by their weights (given as running sums): who was
    drawn already is drawn again. `Generator.choice` sums all weights anew for every person."""
    found: dict[int, None] = {}
    draws = size
    while len(found) < size:
        luck = generator.random(draws) * sums[-1]
        found |= dict.fromkeys(np.searchsorted(sums, luck, side="right").tolist())
        draws *= 2
    return list(found)[:size]


class Seen(NamedTuple):
    """Who was asked about, the lines of those who went round, and the drugs."""

    asked: Asked
    lines: Lines
    drugs: Sequence[Drug]


def _seen(connection: duckdb.DuckDBPyConnection, reading: Reading) -> Seen:
    asked = candidates(connection, reading, DOCTORS, WEEK, ROUNDS)
    lines = lines_of(connection, reading, asked, DOCTORS, WEEK, ROUNDS)
    went = shopped(lines)
    crowds = prescribers_of(connection, reading, sorted(went))
    drugs = [drug_of(code, *crowds[code], own) for code, own in sorted(went.items())]
    return Seen(asked, lines, drugs)


def _find(connection: duckdb.DuckDBPyConnection, setting: Setting) -> Found:
    asked, lines, drugs = _seen(connection, setting.reading)
    crowds = {drug.code: (drug.doctors, drug.crowd) for drug in drugs}
    chance = by_chance(drugs, setting)
    cut = max(chance.cut, LEAST_SCORE)
    found = [group for drug in drugs for group in groups_of(drug) if group.score >= cut]
    found.sort(key=lambda group: (-group.score, group.members))
    groups = tuple(
        group_of(
            SHOPPING.name,
            one.members,
            one.doctors,
            one.evidence,
            one.score,
            one.drug,
            lines,
            cut,
            chance.cut,
            chance.p_value(one.score),
            min(1.0, chance.expected(one.score) / rank),
            *crowds[one.drug],
        )
        for rank, one in enumerate(found, start=1)
    )
    zh, en = note(len(asked.persons), len(drugs), len(groups), cut, chance)
    far_zh, far_en = far_off(asked.strays)
    report = ChannelReport(
        channel=SHOPPING.name,
        appearances=asked.appearances,
        groups=len(groups),
        note_zh=zh + far_zh,
        note_en=en + far_en,
        threshold=cut,
        permutations=chance.runs,
        null_scores=chance.scores,
        null_often=chance.often,
        null_rate=chance.rate,
        null_weight=chance.weight,
        null_floor=FLOOR,
        facts={
            "candidates": len(asked.persons),
            "drugs": len(drugs),
            "strays": asked.strays,
        },
    )
    return Found(groups, report)


SHOPPING = Channel(
    name="doctor_shopping",
    place=60,
    zh="多医取药",
    en="doctor shopping",
    needs=frozenset({"mdtrt_d", "fee_list_d"}),
    find=_find,
    ahead=_seen,
    own_days=True,
)
