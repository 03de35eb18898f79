"""The county as a plan: places, people and all visits in the order of their settlement."""

from dataclasses import dataclass

import numpy as np

from claims.county import everyday, patterns, rings, series
from claims.county.calendar import DAY, DAYS
from claims.county.people import People, build_people
from claims.county.places import Places, build_places
from claims.county.stream import Ints, stream
from claims.county.visits import OPEN, Cast, Groups, Visits, join


@dataclass(frozen=True)
class County:
    """Everything but the fee lines; ``settled`` is the minute of settlement (late while open)."""

    seed: int
    places: Places
    people: People
    visits: Visits
    settled: Ints
    groups: Groups


def build_county(
    persons: int, seed: int, *, with_fraud: bool = True, habits: rings.Habits | None = None
) -> County:
    """Plan the year of a county. ``with_fraud=False`` leaves out everything planted."""
    places = build_places(seed, persons)
    people = build_people(seed, persons, places)
    groups = Groups()
    cast = Cast(stream(seed, "cast"), people)
    parts = []
    if with_fraud:
        parts.append(
            rings.plant_rings(seed, people, places, groups, cast, habits or rings.Habits())
        )
        parts.append(patterns.plant_visits(seed, people, places, groups, cast))
    parts += [
        everyday.outpatients(seed, people, places),
        everyday.purchases(seed, people, places),
        everyday.stays(seed, people, places),
        series.refills(seed, people, places),
        series.dialysis(seed, people, places, groups),
        series.cancer(seed, people, places, groups),
        series.rehabilitation(seed, people, places, groups, cast),
        series.care_homes(seed, people, places, groups),
        series.village_rounds(seed, people, places, groups, cast),
        series.checkups(seed, people, places, groups, cast),
        series.families(seed, people, places, groups, cast),
    ]
    visits = everyday.tidy(join(parts), groups.planted)
    if with_fraud:
        visits = patterns.plant_lines(seed, visits, people, groups)
    visits = series.lawful_lines(seed, visits, groups, persons)
    return _in_order(seed, County(seed, places, people, visits, visits.begin, groups))


def _in_order(seed: int, county: County) -> County:
    rng = stream(seed, "settling")
    visits = county.visits
    wait = np.where(visits.is_stay, rng.integers(5, 180, len(visits)), 2)
    wait = np.where(visits.end == visits.begin, 0, wait)
    settled = np.where(visits.end == OPEN, (DAYS + 1) * DAY, visits.end + wait)
    order = np.lexsort((rng.random(len(visits)), settled))
    return County(
        seed, county.places, county.people, visits.take(order), settled[order], county.groups
    )
