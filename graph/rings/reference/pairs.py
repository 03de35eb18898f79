"""Pairs by thresholded sparse A·Aᵀ, in blocks: memory follows a block, never all pairs."""

import numpy as np
from scipy import sparse
from scipy.special import pdtrc

from graph.rings.reference.model import Events, Floats, Ints, Pairs

#: Patients in a block of the product.
BLOCK = 2_000
#: Pairs whose expectation is computed at once.
CHUNK = 200_000


def count_pairs(events: Events) -> tuple[Ints, Ints, Ints]:
    """Patients a < b who share at least `events.joint` cells, and how many they share."""
    patient, cell = prune(events)
    if not len(patient):
        none = np.zeros(0, dtype=np.int64)
        return none, none, none
    rows, row = _renumbered(patient)
    _, column = _renumbered(cell)
    incidence = sparse.csr_matrix(
        (np.ones(len(row), dtype=np.int32), (row, column)), dtype=np.int32
    )
    transposed = incidence.T.tocsr()
    found: list[tuple[Ints, Ints, Ints]] = []
    for start in range(0, incidence.shape[0], BLOCK):
        product = (incidence[start : start + BLOCK] @ transposed).tocoo()
        a, b = product.row.astype(np.int64) + start, product.col.astype(np.int64)
        keep = (product.data >= events.joint) & (a < b)
        found.append((rows[a[keep]], rows[b[keep]], product.data[keep].astype(np.int64)))
    return (
        np.concatenate([f[0] for f in found]),
        np.concatenate([f[1] for f in found]),
        np.concatenate([f[2] for f in found]),
    )


def _renumbered(codes: Ints) -> tuple[Ints, Ints]:
    """The codes that occur, ascending, and each code's place among them."""
    occurs = np.bincount(codes) > 0
    return np.flatnonzero(occurs), (np.cumsum(occurs) - 1)[codes]


def prune(events: Events) -> tuple[Ints, Ints]:
    """Drop, twice, patients with too few cells and cells with one patient: they make no pair."""
    patient, cell = events.patient, events.cell
    for _ in range(2):
        enough = np.bincount(patient, minlength=1)[patient] >= events.joint
        patient, cell = patient[enough], cell[enough]
        if not len(patient):
            break
        shared = np.bincount(cell)[cell] >= 2
        patient, cell = patient[shared], cell[shared]
    return patient, cell


def judge_pairs(events: Events) -> Pairs:
    """Count pairs and say how likely chance alone makes each.

    Two nulls, the larger expectation counts: visits spread as the unit's days are (λ₁), and visits
    spread over the weekdays that each person keeps (λ₂), which clears dialysis and weekly rounds.
    """
    a, b, seen = count_pairs(events)
    expected = np.zeros(len(a))
    if not len(a):
        return Pairs(a, b, seen, expected, np.zeros(0))
    profiles = (_daily_profile(events), _weekday_profile(events))
    for start in range(0, len(a), CHUNK):
        part = slice(start, start + CHUNK)
        for profile in profiles:
            mass = _dot(profile, a[part], b[part])
            expected[part] = np.maximum(expected[part], mass)
    p = pdtrc(seen - 1, np.maximum(expected, 1e-9))
    return Pairs(a, b, seen, expected, np.asarray(p, dtype=np.float64))


def _daily_profile(events: Events) -> sparse.csr_matrix:
    """Patients × units such that a product of two rows is λ₁ = Σ n_p·n_q·Σ_d f(d)².

    f is a day's share of the unit's visits, capped at four average days: a ring that is its unit's
    whole activity would else make itself look expected.
    """
    units = len(events.units)
    unit = events.unit[events.cell]
    crowd = np.bincount(events.cell, minlength=len(events.unit)).astype(np.float64)
    total = np.bincount(unit, minlength=units).astype(np.float64)
    active = np.bincount(events.unit, minlength=units).astype(np.float64)
    share = crowd / np.maximum(total[events.unit], 1)
    capped = np.minimum(share, 4 / np.maximum(active[events.unit], 120))
    weight = np.sqrt(np.bincount(events.unit, weights=capped**2, minlength=units))
    return _counts(events.patient, unit, len(events.patients), units, weight)


def _weekday_profile(events: Events) -> sparse.csr_matrix:
    """Patients × (unit, weekday) such that a product is λ₂ = Σ n_pw·n_qw / weeks of the data."""
    unit, day = events.unit[events.cell], events.day[events.cell]
    key = unit * 7 + (day + 3) % 7
    weeks = max(1.0, (int(events.day.max()) - int(events.day.min()) + 1) / 7)
    columns = len(events.units) * 7
    weight = np.full(columns, 1 / np.sqrt(weeks))
    return _counts(events.patient, key, len(events.patients), columns, weight)


def _counts(row: Ints, column: Ints, rows: int, columns: int, weight: Floats) -> sparse.csr_matrix:
    data = weight[column]
    return sparse.csr_matrix((data, (row, column)), shape=(rows, columns))


def _dot(profile: sparse.csr_matrix, a: Ints, b: Ints) -> Floats:
    return np.asarray(profile[a].multiply(profile[b]).sum(axis=1), dtype=np.float64).ravel()
