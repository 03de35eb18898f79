"""Doctor shopping: patients who fetch the same drug from several doctors within a week, again and
again, and who share those doctors.

Somebody with several diseases is sent from doctor to doctor, for different drugs and once; a patient in
pain goes to his own doctor. First the visits alone say who went round at all (few do), then the fee
lines of those say for which drug. Persons are tied by the prescribers that they share; the null gives
each as many prescribers of the drug as he has, drawn as its other patients have theirs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import duckdb
import networkx as nx
import numpy as np

from graph.rings.channels.base import Channel, Found, Setting, far_off
from graph.rings.channels.shopping_lines import (
    Asked,
    Line,
    candidates,
    lines_of,
    prescribers_of,
)
from graph.rings.channels.shopping_told import group_of, note
from graph.rings.days.chance import FLOOR, Chance, tail_of
from graph.rings.days.read import Reading
from graph.rings.model import ChannelReport, Floats

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
    """A drug with its prescribers' persons (everybody's), and who goes round for it: each person's
    prescribers in his rounds."""

    code: str
    crowd: Mapping[str, int]
    rounds: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Shoppers:
    """Members with their evidence, the prescribers that they share, and the drug."""

    drug: str
    members: tuple[str, ...]
    doctors: tuple[str, ...]
    evidence: tuple[float, ...]
    score: float


def rounds_of(visits: Iterable[tuple[int, str]]) -> list[frozenset[str]]:
    """Rounds in (day, prescriber) of one person and drug: the prescribers of each."""
    ordered = sorted(set(visits))
    found = []
    i = 0
    while i < len(ordered):
        j = i + 1
        while j < len(ordered) and ordered[j][0] <= ordered[i][0] + WEEK:
            j += 1
        within = frozenset(doctor for _, doctor in ordered[i:j])
        if len(within) >= DOCTORS:
            found.append(within)
            i = j
        else:
            i += 1
    return found


def shopped(lines: Sequence[Line]) -> dict[str, dict[str, frozenset[str]]]:
    """Persons who went round often enough, by drug, with their prescribers."""
    visits: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for line in lines:
        visits[line.drug, line.psn_no].append((line.day, line.doctor))
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for (drug, person), own in sorted(visits.items()):
        rounds = rounds_of(own)
        if len(rounds) >= ROUNDS:
            found[drug][person] = frozenset().union(*rounds)
    return {drug: persons for drug, persons in found.items() if len(persons) >= LEAST}


def groups_of(drug: Drug) -> list[Shoppers]:
    """Persons tied by the prescribers that they share, best first."""
    graph: nx.Graph[str] = nx.Graph()
    having: dict[str, list[str]] = defaultdict(list)
    for person, doctors in drug.rounds.items():
        for doctor in doctors:
            having[doctor].append(person)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for persons in having.values():
        for pair in combinations(sorted(persons), 2):
            shared[pair] += 1
    graph.add_edges_from(pair for pair, n in shared.items() if n >= TIED)
    found = [_group(drug, sorted(part)) for part in nx.connected_components(graph)]
    kept = [group for group in found if group is not None]
    return sorted(kept, key=lambda group: (-group.score, group.members))


def _group(drug: Drug, persons: Sequence[str]) -> Shoppers | None:
    times: dict[str, int] = defaultdict(int)
    for person in persons:
        for doctor in drug.rounds[person]:
            times[doctor] += 1
    doctors = sorted(d for d, n in times.items() if n >= THEIRS * len(persons))
    members = [p for p in persons if len(drug.rounds[p] & set(doctors)) >= TIED]
    if len(members) < LEAST:
        return None
    evidence = _evidence(drug, members, doctors)
    persons_of_drug = max(sum(drug.crowd.values()), len(members))
    price = len(members) * np.log(persons_of_drug / len(members))
    price += len(doctors) * np.log(len(drug.crowd))
    score = float(evidence.sum() - price)
    if score < FLOOR:
        return None
    return Shoppers(
        drug.code, tuple(members), tuple(doctors), tuple(evidence.tolist()), round(score, 2)
    )


def _evidence(drug: Drug, members: Sequence[str], doctors: Sequence[str]) -> Floats:
    """Each member's log likelihood ratio: these prescribers, against as many as he has by the shares
    that they have of the drug's other patients."""
    share = _shares(drug, members)
    came = np.array([[d in drug.rounds[p] for d in doctors] for p in members])
    sizes = np.array([[len(drug.rounds[p])] for p in members])
    chance = 1 - (1 - np.array([share[d] for d in doctors])) ** sizes
    faithful = min(FAITHFUL, float(came.mean()))
    ratio = np.where(came, faithful / chance, (1 - faithful) / (1 - chance))
    return np.asarray(np.log(ratio).sum(axis=1), dtype=np.float64)


def _shares(drug: Drug, without: Sequence[str]) -> dict[str, float]:
    """Each prescriber's share of the drug's patients, some persons left out; nobody has none."""
    own: dict[str, int] = defaultdict(int)
    for person in without:
        for doctor in drug.rounds[person]:
            own[doctor] += 1
    left = {doctor: max(0, n - own[doctor]) + 0.5 for doctor, n in drug.crowd.items()}
    total = sum(left.values())
    return {doctor: n / total for doctor, n in left.items()}


def by_chance(drugs: Sequence[Drug], setting: Setting) -> Chance:
    """Scores when everybody's prescribers are drawn anew."""
    generator = np.random.default_rng(setting.seed)
    scores: list[list[float]] = []
    for _ in range(setting.runs):
        run = [group.score for drug in drugs for group in groups_of(_redrawn(drug, generator))]
        scores.append(run)
    return tail_of(scores)


def _redrawn(drug: Drug, generator: np.random.Generator) -> Drug:
    share = _shares(drug, ())
    doctors, sums = list(share), np.cumsum(list(share.values()))
    rounds = {
        person: frozenset(doctors[i] for i in drawn(sums, len(own), generator))
        for person, own in drug.rounds.items()
    }
    return Drug(drug.code, drug.crowd, rounds)


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
    lines: Sequence[Line]
    drugs: Sequence[Drug]


def _seen(connection: duckdb.DuckDBPyConnection, reading: Reading) -> Seen:
    asked = candidates(connection, reading, DOCTORS, WEEK, ROUNDS)
    lines = lines_of(connection, reading, asked, DOCTORS, WEEK, ROUNDS)
    rounds = shopped(lines)
    crowds = prescribers_of(connection, reading, sorted(rounds))
    return Seen(
        asked, lines, [Drug(code, crowds[code], own) for code, own in sorted(rounds.items())]
    )


def _find(connection: duckdb.DuckDBPyConnection, setting: Setting) -> Found:
    asked, lines, drugs = _seen(connection, setting.reading)
    crowds = {drug.code: drug.crowd for drug in drugs}
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
            chance.p_value(one.score),
            min(1.0, chance.expected(one.score) / rank),
            crowds[one.drug],
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
