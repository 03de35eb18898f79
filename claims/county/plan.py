"""The county as a plan: places, people and all visits in the order of their settlement."""

from dataclasses import dataclass

import numpy as np

from claims.county import courses, everyday, gatherings, lookalikes, patterns, rings
from claims.county.calendar import DAY, DAYS
from claims.county.calibrate import ward_lines
from claims.county.margins import Margins
from claims.county.people import People, build_people
from claims.county.places import Places, build_places
from claims.county.renumbered import with_old_numbers
from claims.county.stream import Ints, stream
from claims.county.visits import OPEN, Cast, Groups, Plant, Visits, join
from claims.county.world import World

_LATE_SHARE = 0.006
_LATE_DAYS = 40
# Plan a little more than asked: what cannot be is dropped, the rest is trimmed to the number.
_SPARE = 1.06


@dataclass(frozen=True)
class County:
    """Everything but the fee lines; ``settled`` is the minute of settlement (late while open),
    ``ward`` the mean number of further lines of a day in hospital."""

    seed: int
    days: int
    ward: float
    places: Places
    people: People
    visits: Visits
    settled: Ints


def build_county(
    seed: int, margins: Margins, *, with_fraud: bool = True, habits: rings.Habits | None = None
) -> tuple[County, Groups]:
    """Plan a county and its answer key. ``with_fraud=False`` leaves out everything planted."""
    world = _world(seed, margins)
    habits = habits or (rings.Habits() if margins.rings is None else rings.LARGE)
    parts = []
    if with_fraud:
        parts.append(rings.plant_rings(world, habits, margins.rings))
        parts.append(patterns.plant_visits(world))
    parts += [
        everyday.outpatients(world),
        everyday.purchases(world),
        everyday.stays(world),
        courses.refills(world),
        courses.dialysis(world),
        courses.cancer(world),
        courses.rehabilitation(world),
        gatherings.care_homes(world),
        gatherings.village_rounds(world),
        gatherings.checkups(world),
        gatherings.families(world),
        gatherings.market_days(world),
        lookalikes.family_doctors(world),
        lookalikes.corrected_bills(world),
        lookalikes.referrals(world),
        lookalikes.pain_patients(world),
        # What came later draws its people after the others.
        gatherings.weekly_rounds(world),
        lookalikes.birthdays(world),
    ]
    visits = everyday.tidy(join(parts), world.groups.planted)
    parts.clear()
    if margins.settlements is not None:
        surplus = _settlements(visits) - margins.settlements
        visits = everyday.trim(world.stream("trim"), visits, surplus)
    if with_fraud:
        visits = patterns.plant_lines(world, visits)
    visits = lookalikes.lawful_lines(world, visits)
    return _in_order(world, visits, margins), world.groups


def _world(seed: int, margins: Margins) -> World:
    places = build_places(seed, margins.persons, fixed=margins.fixed_institutions)
    people = build_people(seed, margins.persons, places)
    cast = Cast(stream(seed, "cast"), people)
    rates, spare = margins.rates, 1.0 if margins.settlements is None else _SPARE
    return World(
        seed, places, people, cast, margins.days, pace=rates.pace * spare, stays=rates.stays
    )


def _settlements(visits: Visits) -> int:
    """Rows of ``setl_d``: a visit that is over has one, a voided one has its refund, too."""
    return int((visits.end != OPEN).sum() + (visits.plant == Plant.VOID).sum())


def _in_order(world: World, visits: Visits, margins: Margins) -> County:
    rng, n = world.stream("settling"), len(visits)
    wait = np.where(visits.is_stay, rng.integers(5, 180, n), 2)
    wait = np.where(visits.end == visits.begin, 0, wait)
    # Some bills come in weeks later: the line failed, or the person brought the paper.
    late = (rng.random(n) < _LATE_SHARE) & (visits.group < 0) & (visits.end != visits.begin)
    weeks = rng.integers(DAY, _LATE_DAYS * DAY, n)
    # What comes after the horizon is not there yet, and was settled at once instead.
    wait = np.where(late & (visits.end + weeks < world.days * DAY), weeks, wait)
    settled = np.where(visits.end == OPEN, (DAYS + _LATE_DAYS + 2) * DAY, visits.end + wait)
    order = np.lexsort((rng.random(n), settled))
    # The lines of the plan are counted already: under which number a visit stands changes nothing.
    places, named = with_old_numbers(
        world, visits.take(order), institutions=not margins.fixed_institutions
    )
    return County(
        seed=world.seed,
        days=world.days,
        ward=ward_lines(world, visits, margins.fee_lines),
        places=places,
        people=world.people,
        visits=named,
        settled=settled[order],
    )
