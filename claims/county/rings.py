"""Planted collusion rings, one way of working for each channel that looks for them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY
from claims.county.courses import course
from claims.county.margins import rings_at_size
from claims.county.places import Place
from claims.county.stream import Ints, Rng
from claims.county.visits import Kind, Med, Plant, Visits, join, plan
from claims.county.world import World

# A county with fewer than ten rings takes them in this turn: from six on it has one of each.
CHANNELS: Final = (
    "outpatient",
    "inpatient",
    "pharmacy",
    "doctor_density",
    "refund_loop",
    "doctor_shopping",
)
# Of ten rings: the shared-day channels are the common ones.
_TURNS: Final = (
    "outpatient",
    "inpatient",
    "pharmacy",
    "outpatient",
    "doctor_density",
    "outpatient",
    "refund_loop",
    "inpatient",
    "pharmacy",
    "doctor_shopping",
)
_PLACES: Final = {
    "outpatient": (Place.PRIVATE, Place.TOWNSHIP),
    "inpatient": (Place.PRIVATE, Place.TOWNSHIP),
    "pharmacy": (Place.PHARMACY,),
    "doctor_density": (Place.PRIVATE, Place.TOWNSHIP),
    "refund_loop": (Place.PRIVATE, Place.TOWNSHIP),
    "doctor_shopping": (Place.COUNTY, Place.PRIVATE, Place.TOWNSHIP),
}


@dataclass(frozen=True)
class Habits:
    """How rings behave: attendance bounds, the share of visits that fall a day off (either way),
    least and most members, and whether their bills look like anybody's."""

    attend: tuple[float, float] = (0.72, 0.95)
    off_by_a_day: float = 0.0
    members: tuple[int, int] = (6, 30)
    ordinary_fees: bool = False


LARGE: Final = Habits(members=(6, 60))
# Rings that do their best not to be noticed.
STRESS: Final = Habits((0.4, 0.6), off_by_a_day=0.3, members=(4, 60), ordinary_fees=True)
_ORDINARY: Final = {
    Kind.ARRANGED: Kind.ACUTE,
    Kind.ARRANGED_STAY: Kind.STAY_MEDICAL,
    Kind.SWIPE: Kind.OVER_COUNTER,
}


def plant_rings(world: World, habits: Habits, count: int | None = None) -> Visits:
    """``count`` rings of all channels; without a count the usual number."""
    rng = world.stream("rings")
    wanted = rings_at_size(len(world.people)) if count is None else count
    turns = _TURNS if wanted >= len(_TURNS) else CHANNELS
    return join(_ring(world, rng, turns[i % len(turns)], habits) for i in range(wanted))


def _ring(world: World, rng: Rng, channel: str, habits: Habits) -> Visits:
    people = world.people
    least, most = habits.members
    size = int(np.clip(least + rng.gamma(1.6, most / 6), least, most))
    towns = rng.choice(np.unique(people.town), 3)
    members = world.cast.draw(size, np.isin(people.town, towns) & (people.age >= 30))
    place = int(rng.choice(world.places.of(*_PLACES[channel])))
    group = world.groups.add("rings", channel=channel)
    return _MAKERS[channel](world, rng, members, place, group, habits)


def _attendance(
    world: World, rng: Rng, day: Ints, members: Ints, habits: Habits
) -> tuple[Ints, Ints, Ints]:
    """Who comes, when, and to which of the ring's days; every member comes at least twice."""
    attend = rng.uniform(*habits.attend, len(members))
    came = rng.random((len(day), len(members))) < attend
    came[:2, came.sum(axis=0) < 2] = True
    event, who = np.nonzero(came)
    off = np.where(rng.random(len(event)) < habits.off_by_a_day, rng.choice([-1, 1], len(event)), 0)
    return members[who], np.clip(day[event] + off, 0, world.days - 1), day[event]


def _days(world: World, rng: Rng, count: tuple[int, int], gap: int, until: int = 0) -> Ints:
    """Working days of the ring, fewer where the horizon is short."""
    pool = world.working[world.working < world.days - until]
    return calendar.spread(rng, int(rng.integers(*count)), gap, pool)


def _billed(kind: Kind, habits: Habits) -> Kind:
    """The kind of visit that decides the bill."""
    return _ORDINARY[kind] if habits.ordinary_fees else kind


def _outpatient(
    world: World, rng: Rng, members: Ints, place: int, group: int, habits: Habits
) -> Visits:
    """Treatments billed for all on the same irregular days, shared by one or two doctors."""
    day = _days(world, rng, (6, 13), 8)
    person, when, _ = _attendance(world, rng, day, members, habits)
    n = len(person)
    doctor = world.places.first[place] + rng.integers(0, min(2, world.places.count[place]), n)
    morning = 500 + 60 * (when % 4)
    begin = when * DAY + morning + rng.integers(0, 70, n)
    return plan(
        rng,
        world.places,
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
    world: World, rng: Rng, members: Ints, place: int, group: int, habits: Habits
) -> Visits:
    """Fetched by coach: admitted on one day, discharged within two days of each other."""
    day = _days(world, rng, (3, 5), 45, until=20)
    person, when, meant = _attendance(world, rng, day, members, habits)
    n = len(person)
    # Who was fetched a day early or late goes home with the others.
    length = np.minimum(6 + meant % 5 + rng.integers(0, 3, n), 14)
    begin = when * DAY + 540 + rng.integers(0, 120, n)
    leave = (meant + length) * DAY + rng.integers(560, 900, n)
    doctor = world.places.first[place] + rng.integers(0, min(2, world.places.count[place]), n)
    return plan(
        rng,
        world.places,
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
    world: World, rng: Rng, members: Ints, place: int, group: int, habits: Habits
) -> Visits:
    """Collected cards, swiped one after the other at one terminal."""
    day = _days(world, rng, (6, 13), 9)
    person, when, _ = _attendance(world, rng, day, members, habits)
    rank = np.argsort(np.argsort(when * 1000 + rng.random(len(when)) * 900))
    start = np.searchsorted(np.sort(when), when)
    begin = when * DAY + 1020 + (when * 37) % 150 + (rank - start) * 1
    return plan(
        rng,
        world.places,
        person,
        np.full(len(person), place),
        begin,
        kind=_billed(Kind.SWIPE, habits),
        med=Med.PHARMACY,
        diag=diagnoses.draw(rng, "cold", len(person)),
        minutes=0,
        terminal=int(rng.integers(world.places.terminals[place])),
        group=group,
    )


def _doctor_density(
    world: World, rng: Rng, members: Ints, place: int, group: int, habits: Habits
) -> Visits:
    """Visits written up in one doctor's name, each member on days of his own."""
    times = rng.integers(8, 15, len(members))
    who = np.repeat(members, times)
    when = rng.choice(world.working, len(who))
    doctor = int(world.places.first[place] + rng.integers(world.places.count[place]))
    diag = diagnoses.draw(rng, "arranged", len(who))
    begin = when * DAY + calendar.clock(rng, len(who))
    kind, med = _billed(Kind.ARRANGED, habits), Med.CLINIC
    minutes = rng.integers(15, 45, len(who))
    return course(world, rng, who, place, begin, kind, med, diag, minutes, group, doctor=doctor)


def _refund_loop(
    world: World, rng: Rng, members: Ints, place: int, group: int, habits: Habits
) -> Visits:
    """Charge, refund, charge again: once or twice on each of the ring's days, and the last stays. Every
    second ring takes back a single line of the bill instead of the whole."""
    day = _days(world, rng, (5, 9), 10)
    person, when, _ = _attendance(world, rng, day, members, habits)
    by_line = group // len(_TURNS) % 2 == 1
    loops = np.ones(len(person), dtype=np.int64) if by_line else rng.integers(2, 4, len(person))
    who = np.repeat(person, loops)
    step = np.arange(len(who)) - np.repeat(np.cumsum(loops) - loops, loops)
    last = step == np.repeat(loops, loops) - 1
    start = np.repeat(when * DAY + rng.integers(510, 900, len(person)), loops)
    doctor = int(world.places.first[place] + rng.integers(world.places.count[place]))
    return course(
        world,
        rng,
        who,
        place,
        start + step * 40,
        _billed(Kind.ARRANGED, habits),
        Med.CLINIC,
        diagnoses.draw(rng, "arranged", len(who)),
        15,
        group,
        doctor=doctor,
        plant=np.where(last, Plant.REKEYED if by_line else Plant.NONE, Plant.VOID),
        terminal=int(rng.integers(world.places.terminals[place])),
    )


def _doctor_shopping(
    world: World, rng: Rng, members: Ints, place: int, group: int, habits: Habits
) -> Visits:
    """The same pain killer from the same four or five doctors, one after the other within a week."""
    places = world.places
    options = places.of(*_PLACES["doctor_shopping"])
    clinics = np.unique(np.append(rng.choice(options, min(4, len(options)), replace=False), place))
    doctors = places.first[clinics] + rng.integers(0, 1 << 20, len(clinics)) % places.count[clinics]
    span = max(world.days - 12, 5) // 5
    # One round in each fifth of the time, so that nobody is a frequent visitor for that alone.
    rounds = np.arange(5) * span + rng.integers(0, max(span - 15, 1), (len(members), 5))
    came = rng.random((len(members), 5, len(clinics))) < max(habits.attend[1], 0.6)
    member, turn, stop = np.nonzero(came)
    day = rounds[member, turn] + stop + rng.integers(0, 2, len(stop))
    begin = day * DAY + calendar.clock(rng, len(day))
    return course(
        world,
        rng,
        members[member],
        clinics[stop],
        begin,
        Kind.SCRIPT,
        Med.CLINIC,
        int(diagnoses.of("plain")[1]),
        15,
        group,
        doctor=doctors[stop],
    )


_MAKERS: Final[dict[str, Callable[[World, Rng, Ints, int, int, Habits], Visits]]] = {
    "outpatient": _outpatient,
    "inpatient": _inpatient,
    "pharmacy": _pharmacy,
    "doctor_density": _doctor_density,
    "refund_loop": _refund_loop,
    "doctor_shopping": _doctor_shopping,
}
