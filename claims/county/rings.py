"""Planted collusion rings: arranged outpatient days, group admissions, swiped cards."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY, DAYS, WORKING
from claims.county.people import People
from claims.county.places import Place, Places
from claims.county.stream import Ints, Rng, stream
from claims.county.visits import Cast, Groups, Kind, Med, Visits, join, plan

CHANNELS: Final = ("outpatient", "inpatient", "pharmacy")
PERSONS_PER_RING: Final = 2000
_PLACES: Final = {
    "outpatient": (Place.PRIVATE, Place.TOWNSHIP),
    "inpatient": (Place.PRIVATE, Place.TOWNSHIP),
    "pharmacy": (Place.PHARMACY,),
}


@dataclass(frozen=True)
class Habits:
    """How rings behave: attendance bounds, the share of visits that fall a day off (either way),
    least and most members, and whether their bills look like anybody's."""

    attend: tuple[float, float] = (0.72, 0.95)
    off_by_a_day: float = 0.0
    members: tuple[int, int] = (6, 30)
    ordinary_fees: bool = False


# Rings that do their best not to be noticed.
STRESS: Final = Habits((0.4, 0.6), off_by_a_day=0.3, members=(4, 60), ordinary_fees=True)
_ORDINARY: Final = {
    Kind.ARRANGED: Kind.ACUTE,
    Kind.ARRANGED_STAY: Kind.STAY_MEDICAL,
    Kind.SWIPE: Kind.OVER_COUNTER,
}


def plant_rings(
    seed: int, people: People, places: Places, groups: Groups, cast: Cast, habits: Habits
) -> Visits:
    """About one ring for 2,000 persons, at least three; the channels take turns."""
    rng = stream(seed, "rings")
    count = max(3, round(len(people) / PERSONS_PER_RING))
    return join(
        _ring(rng, CHANNELS[i % len(CHANNELS)], people, places, groups, cast, habits)
        for i in range(count)
    )


def _ring(
    rng: Rng,
    channel: str,
    people: People,
    places: Places,
    groups: Groups,
    cast: Cast,
    habits: Habits,
) -> Visits:
    least, most = habits.members
    size = int(np.clip(least + rng.gamma(1.6, most / 6), least, most))
    towns = rng.choice(np.unique(people.town), 3)
    members = cast.draw(size, np.isin(people.town, towns) & (people.age >= 30))
    options = places.of(*_PLACES[channel])
    place = int(rng.choice(options))
    group = groups.add("rings", channel=channel)
    make = {"outpatient": _outpatient, "inpatient": _inpatient, "pharmacy": _pharmacy}[channel]
    return make(rng, members, place, places, group, habits)


def _attendance(rng: Rng, day: Ints, members: Ints, habits: Habits) -> tuple[Ints, Ints]:
    """Who comes on which day; every member comes at least twice."""
    attend = rng.uniform(*habits.attend, len(members))
    came = rng.random((len(day), len(members))) < attend
    came[:2, came.sum(axis=0) < 2] = True
    event, who = np.nonzero(came)
    off = np.where(rng.random(len(event)) < habits.off_by_a_day, rng.choice([-1, 1], len(event)), 0)
    return members[who], np.clip(day[event] + off, 0, DAYS - 1)


def _billed(kind: Kind, habits: Habits) -> Kind:
    """The kind of visit that decides the bill."""
    return _ORDINARY[kind] if habits.ordinary_fees else kind


def _outpatient(
    rng: Rng, members: Ints, place: int, places: Places, group: int, habits: Habits
) -> Visits:
    """Treatments billed for all on the same irregular days, shared by one or two doctors."""
    day = calendar.spread(rng, int(rng.integers(6, 13)), 8, WORKING)
    person, when = _attendance(rng, day, members, habits)
    n = len(person)
    doctor = places.first[place] + rng.integers(0, min(2, places.count[place]), n)
    morning = 500 + 60 * (when % 4)
    begin = when * DAY + morning + rng.integers(0, 70, n)
    return plan(
        rng,
        places,
        person,
        np.full(n, place),
        begin,
        kind=_billed(Kind.ARRANGED, habits),
        med=Med.CLINIC,
        diag=diagnoses.draw(rng, "arranged", n),
        minutes=rng.integers(15, 45, n),
        doctor=doctor,
        group=group,
    )


def _inpatient(
    rng: Rng, members: Ints, place: int, places: Places, group: int, habits: Habits
) -> Visits:
    """Fetched by coach: admitted on one day, discharged within two days of each other."""
    day = calendar.spread(rng, int(rng.integers(3, 5)), 45, WORKING[WORKING < DAYS - 20])
    person, when = _attendance(rng, day, members, habits)
    n = len(person)
    length = np.minimum(6 + when % 5 + rng.integers(0, 3, n), 14)
    begin = when * DAY + 540 + rng.integers(0, 120, n)
    leave = (when + length) * DAY + rng.integers(560, 900, n)
    doctor = places.first[place] + rng.integers(0, min(2, places.count[place]), n)
    return plan(
        rng,
        places,
        person,
        np.full(n, place),
        begin,
        kind=_billed(Kind.ARRANGED_STAY, habits),
        med=Med.STAY,
        diag=diagnoses.draw(rng, "arranged", n),
        minutes=leave - begin,
        doctor=doctor,
        group=group,
    )


def _pharmacy(
    rng: Rng, members: Ints, place: int, places: Places, group: int, habits: Habits
) -> Visits:
    """Collected cards, swiped one after the other at one terminal."""
    day = calendar.spread(rng, int(rng.integers(6, 13)), 9, np.arange(DAYS))
    person, when = _attendance(rng, day, members, habits)
    rank = np.argsort(np.argsort(when * 1000 + rng.random(len(when)) * 900))
    start = np.searchsorted(np.sort(when), when)
    begin = when * DAY + 1020 + (when * 37) % 150 + (rank - start) * 1
    return plan(
        rng,
        places,
        person,
        np.full(len(person), place),
        begin,
        kind=_billed(Kind.SWIPE, habits),
        med=Med.PHARMACY,
        diag=diagnoses.draw(rng, "cold", len(person)),
        minutes=0,
        terminal=int(rng.integers(places.terminals[place])),
        group=group,
    )
