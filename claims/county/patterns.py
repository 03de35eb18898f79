"""Planted single violations: one pattern for each rule, at a known rate."""

from typing import Final

import numpy as np

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY
from claims.county.courses import chronic_diagnosis, course
from claims.county.places import Place
from claims.county.stream import Bools, Ints, Rng
from claims.county.visits import Kind, Med, Plant, Visits, join, plan
from claims.county.world import World

PER_RULE: Final = 650


def plant_visits(world: World) -> Visits:
    """Patterns that are visits of their own: stockpiles, split stays, too many visits, clusters."""
    rng, people, cast = world.stream("patterns"), world.people, world.cast
    count = world.count(PER_RULE, 4)
    few = max(3, count // 2)
    heaps = cast.draw(count, people.chronic > 0).tolist()
    splits = cast.draw(count, people.age > 45).tolist()
    busy = cast.draw(few, people.age > 30).tolist()
    sizes = rng.integers(8, 16, few)
    cards = np.split(cast.draw(int(sizes.sum()), people.age > 25), np.cumsum(sizes)[:-1])
    return join(
        [
            *(_stockpile(world, rng, person) for person in heaps),
            *(_split(world, rng, person) for person in splits),
            *(_frequent(world, rng, person) for person in busy),
            *(_cluster(world, rng, persons) for persons in cards),
        ]
    )


def _stockpile(world: World, rng: Rng, person: int) -> Visits:
    """The same drug for months, from three or four places within three weeks."""
    places = world.places
    n = int(rng.integers(3, 5))
    options = rng.permutation(places.of(Place.PHARMACY, Place.TOWNSHIP, Place.VILLAGE))[:n]
    day = int(rng.integers(0, max(world.days - 25, 1))) + np.cumsum(rng.integers(2, 7, n))
    shop = places.kind[options] == Place.PHARMACY
    group = world.groups.add("patterns", rule_id="over_days_supply")
    return plan(
        rng,
        places,
        np.full(n, person),
        options,
        day * DAY + calendar.clock(rng, n),
        kind=Kind.STOCKPILE,
        med=np.where(shop, Med.PHARMACY, Med.CHRONIC),
        diag=chronic_diagnosis(world.people.chronic[[person]])[0],
        minutes=np.where(shop, 0, 15),
        group=group,
    )


def _split(world: World, rng: Rng, person: int) -> Visits:
    """One illness billed as two or three stays, one to five days apart."""
    people, n = world.people, int(rng.integers(2, 4))
    length, gap = rng.integers(5, 11, n), rng.integers(1, 6, n)
    first = int(rng.integers(5, max(world.days - 60, 6)))
    day = first + np.concatenate(([0], np.cumsum(length + gap)[:-1]))
    kind = Place.PRIVATE if rng.random() < 0.6 else Place.TOWNSHIP
    begin = day * DAY + rng.integers(500, 700, n)
    minutes = (day + length) * DAY + rng.integers(560, 900, n) - begin
    return course(
        world,
        rng,
        person,
        int(people.usual[person, kind]),
        begin,
        Kind.STAY_MEDICAL,
        Med.STAY,
        diagnoses.draw_for(rng, "medical", people.age[[person]], people.male[[person]]),
        minutes,
        world.groups.add("patterns", rule_id="split_admission"),
    )


def _frequent(world: World, rng: Rng, person: int) -> Visits:
    """Twenty-five to forty outpatient visits within a month."""
    n = int(rng.integers(25, 41))
    first = int(rng.integers(0, max(world.days - 31, 1)))
    day = np.sort(first + rng.integers(0, 30, n))
    kinds = rng.choice([Place.VILLAGE, Place.TOWNSHIP, Place.PRIVATE], n)
    return course(
        world,
        rng,
        person,
        world.people.usual[person, kinds],
        day * DAY + calendar.clock(rng, n),
        Kind.ACUTE,
        Med.CLINIC,
        diagnoses.draw(rng, "plain", n),
        25,
        world.groups.add("patterns", rule_id="excessive_outpatient_frequency"),
    )


def _cluster(world: World, rng: Rng, persons: Ints) -> Visits:
    """Cards of people who do not know each other, swiped once within minutes."""
    place = int(rng.choice(world.places.of(Place.PHARMACY)))
    n = len(persons)
    day, minute = int(rng.integers(0, world.days)), int(rng.integers(700, 1200))
    begin = day * DAY + minute + np.cumsum(rng.integers(0, 2, n))
    return course(
        world,
        rng,
        persons,
        place,
        begin,
        Kind.SWIPE,
        Med.PHARMACY,
        diagnoses.draw(rng, "cold", n),
        0,
        world.groups.add("patterns", rule_id="pharmacy_card_cluster"),
        terminal=int(rng.integers(world.places.terminals[place])),
    )


def plant_lines(world: World, visits: Visits) -> Visits:
    """Mark honest visits on whose lines a violation is planted."""
    rng, until = world.stream("planted_lines"), world.days * DAY
    plant, group = visits.plant.copy(), visits.group.copy()
    age = world.people.age[visits.person]
    length = visits.end - visits.begin
    open_ = group < 0
    op = open_ & (visits.med == Med.CLINIC)
    stay = open_ & (visits.med == Med.STAY) & (length > 4 * DAY)
    for mark, among, rule in (
        (Plant.SEX, op | stay, "sex_impossible_item"),
        (Plant.AGE, op & (age > 20), "age_limited_item"),
        (
            Plant.OUTSIDE,
            stay & (visits.end < until - 6 * DAY) & (visits.begin > 5 * DAY),
            "charge_outside_stay",
        ),
        (Plant.DUPLICATE, op | stay, "duplicate_charge"),
        (Plant.PRICE, op | stay, "over_price_limit"),
        (Plant.IDLE_DAYS, stay & (length > 8 * DAY), "hanging_bed"),
    ):
        for row in _some(rng, among & (group < 0), world.count(PER_RULE, 4)):
            plant[row] = mark
            group[row] = world.groups.add("patterns", rule_id=rule)
    return visits.with_(plant=plant, group=group)


def _some(rng: Rng, among: Bools, n: int) -> Ints:
    return np.asarray(rng.permutation(np.flatnonzero(among))[:n], dtype=np.int64)
