"""Meet the number of fee lines: look at a sample of the visits and let the wards bill the rest."""

import numpy as np

from claims.county.lines import honest_lines
from claims.county.stream import Ints
from claims.county.tampering import tamper
from claims.county.visits import Visits
from claims.county.world import World

_SAMPLE = 6000
_TRIAL = 20.0


def ward_lines(world: World, visits: Visits, fee_lines: int | None) -> float:
    """Mean number of further lines on a day in hospital, so that the county has ``fee_lines``; none
    without such a number, or where there are more already."""
    if fee_lines is None:
        return 0.0
    stay = np.flatnonzero(visits.is_stay)
    outside = np.flatnonzero(~visits.is_stay)
    wanted = fee_lines - _mean(world, visits, outside) * len(outside)
    none, some = (_mean(world, visits, stay, ward) * len(stay) for ward in (0.0, _TRIAL))
    # The lines grow evenly with what the wards add.
    return max((wanted - none) / max(some - none, 1.0), 0.0) * _TRIAL


def _mean(world: World, visits: Visits, rows: Ints, ward: float = 0.0) -> float:
    """Mean lines of these visits, from a sample."""
    rng = world.stream("calibrate", len(rows))
    if len(rows) == 0:
        return 0.0
    sample = visits.take(rng.choice(rows, min(_SAMPLE, len(rows)), replace=False))
    lines = honest_lines(rng, sample, world.people, world.places, world.days, ward)
    lines = tamper(rng, lines, sample, world.people, world.places)
    return len(lines) / len(sample)
