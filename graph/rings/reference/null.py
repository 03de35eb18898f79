"""What chance alone makes of this very data set: days shuffled within unit × weekday."""

from dataclasses import replace

import numpy as np

from graph.rings.reference.cores import core_groups
from graph.rings.reference.model import Events, Pairs, Parameters
from graph.rings.reference.pairs import judge_pairs


def shuffled(events: Events, generator: np.random.Generator) -> Events:
    """The same visits with persons exchanged within each unit and (if habit) weekday.

    Every day keeps its crowd and every person his number of visits by unit and weekday; only who
    met whom is left to chance.
    """
    key = events.unit[events.cell] * 7
    if events.by_weekday:
        key += (events.day[events.cell] + 3) % 7
    order = np.lexsort((generator.random(events.size), key))
    patient = np.empty_like(events.patient)
    patient[np.argsort(key, kind="stable")] = events.patient[order]
    cells = len(events.unit)
    met = np.sort(patient * cells + events.cell)
    once = met[np.diff(met, prepend=-1) > 0]
    return replace(events, patient=once // cells, cell=once % cells)


def threshold(events: Events, parameters: Parameters) -> float | None:
    """The most lenient pair p-value at which no permutation of the data keeps a group.

    None when even the strictest candidate does: then the channel says nothing rather than guess.
    Deterministic by the seed.
    """
    generator = np.random.default_rng(parameters.seed)
    by_chance: list[Pairs] = [
        judge_pairs(shuffled(events, generator)) for _ in range(parameters.permutations)
    ]
    return lenient(by_chance, parameters)


def lenient(by_chance: list[Pairs], parameters: Parameters) -> float | None:
    """The first candidate at which none of the permutations keeps a group."""
    for candidate in parameters.candidates:
        if not any(core_groups(pairs.below(candidate), parameters) for pairs in by_chance):
            return candidate
    return None
