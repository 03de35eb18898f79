"""Lawful visits that fall together: care homes, rounds, check-ups, families, market days.

Each set gets an entry in the answer key with the queue (``route``) or the rule (``rule_id``) that
it resembles.
"""

import numpy as np

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY, MARKET_CYCLE
from claims.county.courses import chronic_diagnosis, course
from claims.county.places import Place
from claims.county.stream import Ints, Rng, ints
from claims.county.visits import Kind, Med, Visits, join, plan
from claims.county.world import World


def care_homes(world: World) -> Visits:
    """A doctor sees the residents every other week, with some left out each time: by turns of the
    homes he comes from the township's health centre or is the home's own."""
    rng, places, people = world.stream("care_homes"), world.places, world.people
    parts = []
    for i, home in enumerate(places.of(Place.CARE_HOME).tolist()):
        residents = np.flatnonzero(people.care_home == home)
        day = np.arange(int(rng.integers(0, 10)), world.days, 14)
        day = np.clip(day + rng.integers(-1, 2, len(day)), 0, world.days - 1)
        own = i % 2 == 1
        centre = int(places.near(places.town[[home]], Place.TOWNSHIP)[0])
        # Where the residents are all that a clinic has, their meeting is what chance expects.
        queue = {} if own else {"route": "care_home"}
        group = world.groups.add("lookalikes", kind="care_home", **queue)
        place = home if own else centre
        parts.append(_rounds(world, rng, residents, place, day, 0.82, 6, group))
    return join(parts)


def village_rounds(world: World) -> Visits:
    """Follow-up days: a village clinic calls in its chronic patients once a month."""
    rng, people = world.stream("village_rounds"), world.people
    parts = []
    for clinic in world.places.of(Place.VILLAGE)[: world.count(3000, 2)].tolist():
        ours = (people.chronic > 0) & (people.usual[:, Place.VILLAGE] == clinic)
        patients = world.cast.draw(int(rng.integers(10, 17)), ours)
        weekday = int(rng.integers(0, 5))
        monthly = np.arange(int(rng.integers(0, 4)), 52, 4) * 7 + (weekday - 2) % 7
        group = world.groups.add("lookalikes", kind="village_round", route="periodic_care")
        monthly = monthly[monthly < world.days]
        parts.append(_rounds(world, rng, patients, clinic, monthly, 0.8, 9, group))
    return join(parts)


def weekly_rounds(world: World) -> Visits:
    """A village doctor who goes his round on the same weekday, week after week: half of his patients are
    due each time, and on public holidays he stays at home."""
    rng, people = world.stream("weekly_rounds"), world.people
    clinics = world.places.of(Place.VILLAGE)[::-1]
    parts = []
    for clinic in clinics[: world.count(8000, 1)].tolist():
        ours = (people.chronic > 0) & (people.usual[:, Place.VILLAGE] == clinic)
        patients = world.cast.draw(int(rng.integers(8, 15)), ours)
        weekday = int(rng.integers(0, 5))
        weekly = world.working[calendar.weekday(world.working) == weekday]
        group = world.groups.add("lookalikes", kind="weekly_round", route="periodic_care")
        parts.append(_rounds(world, rng, patients, clinic, weekly, 0.5, 9, group))
    return join(parts)


def _rounds(
    world: World,
    rng: Rng,
    patients: Ints,
    place: int,
    day: Ints,
    attend: float,
    gap: int,
    group: int,
) -> Visits:
    """All patients by turns on each of the days, seen by the same doctor."""
    came = rng.random((len(day), len(patients))) < attend
    turn = rng.permuted(np.tile(np.arange(len(patients)), (len(day), 1)), axis=1)
    begin = (day[:, None] * DAY + 510 + turn * gap)[came]
    person = np.broadcast_to(patients, came.shape)[came]
    diag = chronic_diagnosis(world.people.chronic[person])
    return plan(
        rng,
        world.places,
        person,
        np.full(len(person), place),
        begin,
        kind=Kind.ROUND,
        med=Med.CHRONIC,
        diag=np.maximum(diag, chronic_diagnosis(ints([1]))),
        minutes=gap,
        group=group,
        doctor=world.places.first[place],
    )


def checkups(world: World) -> Visits:
    """An employer or a school sends its people to one hospital on one morning, twice a year."""
    rng, people = world.stream("checkups"), world.people
    diag = int(diagnoses.of("checkup")[0])
    hospitals = world.places.of(Place.COUNTY)
    firms = people.employer.clip(0)
    parts = []
    for i in range(world.count(2500, 2)):
        school = i % 2 == 1
        town = int(people.town[rng.integers(len(people))])
        firm = int(firms[rng.integers(len(firms))])
        pupils = (people.age > 6) & (people.age < 15) & (people.town == town)
        among = pupils if school else people.employer == firm
        persons = world.cast.draw(int(rng.integers(15, 45)), among)
        kind = "school_checkup" if school else "employer_checkup"
        group = world.groups.add("lookalikes", kind=kind, route="follow_up_day")
        day = calendar.spread(rng, 2, 120, world.working)
        who, when = np.tile(persons, len(day)), np.repeat(day, len(persons))
        begin = when * DAY + 470 + np.tile(np.arange(len(persons)) * 4, len(day))
        place = int(hospitals[i % len(hospitals)])
        parts.append(
            course(world, rng, who, place, begin, Kind.CHECKUP, Med.CLINIC, diag, 40, group)
        )
    return join(parts)


def families(world: World) -> Visits:
    """Families who go together: one fetches everybody's drugs, or all see the doctor."""
    rng, people = world.stream("families"), world.people
    big = np.bincount(people.household)[people.household] >= 3
    first = np.searchsorted(people.household, people.household)
    parts = []
    for i, head in enumerate(world.cast.draw(world.count(250, 12), big).tolist()):
        house = np.arange(first[head], first[head] + 6)
        house = house[house < len(people)]
        ours = (people.household[house] == people.household[head]) & (people.care_home[house] < 0)
        parts.append(_family(world, rng, house[ours][:5], head, shop=i % 2 == 0))
    return join(parts)


def _family(world: World, rng: Rng, members: Ints, head: int, *, shop: bool) -> Visits:
    kind = Place.PHARMACY if shop else Place.TOWNSHIP
    place = int(world.people.usual[head, kind])
    fact = {"rule_id": "pharmacy_card_cluster"} if shop else {"route": "household"}
    name = "family_pickup" if shop else "family_visit"
    group = world.groups.add("lookalikes", kind=name, **fact)
    day = calendar.spread(rng, int(rng.integers(4, 9)), 9, world.every_day)
    came = rng.random((len(day), len(members))) < 0.9
    start = day * DAY + rng.integers(520, 1000, len(day))
    turn = np.cumsum(came, axis=1) - 1
    begin = (start[:, None] + turn * (2 if shop else 9))[came]
    person = np.broadcast_to(members, came.shape)[came]
    return plan(
        rng,
        world.places,
        person,
        np.full(len(person), place),
        begin,
        kind=Kind.OVER_COUNTER if shop else Kind.ACUTE,
        med=Med.PHARMACY if shop else Med.CLINIC,
        diag=diagnoses.draw(rng, "cold", len(person)),
        minutes=0 if shop else 15,
        terminal=int(rng.integers(world.places.terminals[place])),
        group=group,
    )


def market_days(world: World) -> Visits:
    """Neighbours who see the doctor when the market brings them to town: the same days for all,
    each of them on a few only."""
    rng, people, places = world.stream("market"), world.people, world.places
    parts = []
    for _ in range(world.count(4000, 1)):
        centre = int(rng.choice(places.of(Place.TOWNSHIP)))
        town = int(places.town[centre])
        persons = world.cast.draw(
            int(rng.integers(12, 30)), (people.town == town) & (people.age > 40)
        )
        market = np.arange((town - 0) % MARKET_CYCLE, world.days, MARKET_CYCLE)
        came = rng.random((len(market), len(persons))) < 0.05
        who = np.broadcast_to(persons, came.shape)[came]
        day = np.broadcast_to(market[:, None], came.shape)[came]
        begin = day * DAY + calendar.clock(rng, len(day), 490, 700)
        group = world.groups.add("lookalikes", kind="market_day")
        diag = diagnoses.draw_for(rng, "plain", people.age[who], people.male[who])
        parts.append(
            course(world, rng, who, centre, begin, Kind.ACUTE, Med.CLINIC, diag, 20, group)
        )
    return join(parts)
