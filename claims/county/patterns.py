"""Planted single violations: one pattern for each rule, at a known rate."""

import numpy as np

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY, DAYS
from claims.county.people import People
from claims.county.places import Place, Places
from claims.county.series import chronic_diagnosis
from claims.county.stream import Ints, Rng, stream
from claims.county.visits import Cast, Groups, Kind, Med, Plant, Visits, join, plan

_PER_RULE = 650


def plant_visits(seed: int, people: People, places: Places, groups: Groups, cast: Cast) -> Visits:
    """Patterns that are visits of their own: stockpiles, split stays, too many visits, clusters."""
    rng = stream(seed, "patterns")
    count = max(4, len(people) // _PER_RULE)
    parts: list[Visits] = []
    for _ in range(count):
        parts += _stockpile(rng, people, places, groups, cast)
        parts += _split(rng, people, places, groups, cast)
    for _ in range(max(3, count // 2)):
        parts += _frequent(rng, people, places, groups, cast)
        parts += _cluster(rng, people, places, groups, cast)
    return join(parts)


def _stockpile(
    rng: Rng, people: People, places: Places, groups: Groups, cast: Cast
) -> list[Visits]:
    """The same drug for months, from three or four places within three weeks."""
    person = cast.draw(1, people.chronic > 0)
    if len(person) == 0:
        return []
    n = int(rng.integers(3, 5))
    options = rng.permutation(places.of(Place.PHARMACY, Place.TOWNSHIP, Place.VILLAGE))[:n]
    day = int(rng.integers(0, DAYS - 25)) + np.cumsum(rng.integers(2, 7, n))
    shop = places.kind[options] == Place.PHARMACY
    group = groups.add("patterns", rule_id="over_days_supply")
    diag = chronic_diagnosis(people.chronic[person])[0]
    begin = day * DAY + calendar.clock(rng, n)
    med = np.where(shop, Med.PHARMACY, Med.CHRONIC)
    who = np.repeat(person, n)
    return [
        plan(
            rng,
            places,
            who,
            options,
            begin,
            kind=Kind.STOCKPILE,
            med=med,
            diag=diag,
            minutes=np.where(shop, 0, 15),
            group=group,
        )
    ]


def _split(rng: Rng, people: People, places: Places, groups: Groups, cast: Cast) -> list[Visits]:
    """One illness billed as two or three stays, one to five days apart."""
    person = cast.draw(1, people.age > 45)
    if len(person) == 0:
        return []
    n = int(rng.integers(2, 4))
    length = rng.integers(5, 11, n)
    gap = rng.integers(1, 6, n)
    day = int(rng.integers(5, DAYS - 60)) + np.concatenate(([0], np.cumsum(length + gap)[:-1]))
    kind = Place.PRIVATE if rng.random() < 0.6 else Place.TOWNSHIP
    place = np.full(n, int(people.usual[person[0], kind]))
    begin = day * DAY + rng.integers(500, 700, n)
    minutes = (day + length) * DAY + rng.integers(560, 900, n) - begin
    group = groups.add("patterns", rule_id="split_admission")
    diag = int(diagnoses.draw(rng, "medical", 1)[0])
    return [
        plan(
            rng,
            places,
            np.repeat(person, n),
            place,
            begin,
            kind=Kind.STAY_MEDICAL,
            med=Med.STAY,
            diag=diag,
            minutes=minutes,
            group=group,
        )
    ]


def _frequent(rng: Rng, people: People, places: Places, groups: Groups, cast: Cast) -> list[Visits]:
    """Twenty-five to forty outpatient visits within a month."""
    person = cast.draw(1, people.age > 30)
    n = int(rng.integers(25, 41))
    first = int(rng.integers(0, DAYS - 31))
    day = np.sort(first + rng.integers(0, 30, n))
    kinds = rng.choice([Place.VILLAGE, Place.TOWNSHIP, Place.PRIVATE], n)
    begin = day * DAY + calendar.clock(rng, n)
    group = groups.add("patterns", rule_id="excessive_outpatient_frequency")
    diag = diagnoses.draw(rng, "plain", n)
    who = np.repeat(person, n)
    return (
        [
            plan(
                rng,
                places,
                who,
                people.usual[who, kinds],
                begin,
                kind=Kind.ACUTE,
                med=Med.CLINIC,
                diag=diag,
                group=group,
            )
        ]
        if len(person)
        else []
    )


def _cluster(rng: Rng, people: People, places: Places, groups: Groups, cast: Cast) -> list[Visits]:
    """Cards of people who do not know each other, swiped once within minutes."""
    persons = cast.draw(int(rng.integers(8, 16)), people.age > 25)
    place = int(rng.choice(places.of(Place.PHARMACY)))
    n = len(persons)
    begin = (
        int(rng.integers(0, DAYS)) * DAY
        + int(rng.integers(700, 1200))
        + np.cumsum(rng.integers(0, 2, n))
    )
    group = groups.add("patterns", rule_id="pharmacy_card_cluster")
    terminal = int(rng.integers(places.terminals[place]))
    diag = diagnoses.draw(rng, "cold", n)
    return [
        plan(
            rng,
            places,
            persons,
            np.full(n, place),
            begin,
            kind=Kind.SWIPE,
            med=Med.PHARMACY,
            diag=diag,
            minutes=0,
            terminal=terminal,
            group=group,
        )
    ]


def plant_lines(seed: int, visits: Visits, people: People, groups: Groups) -> Visits:
    """Mark honest visits on whose lines a violation is planted."""
    rng = stream(seed, "planted_lines")
    plant, group = visits.plant.copy(), visits.group.copy()
    age = people.age[visits.person]
    length = visits.end - visits.begin
    open_ = group < 0
    op = open_ & (visits.med == Med.CLINIC)
    stay = open_ & (visits.med == Med.STAY) & (length > 4 * DAY)
    for mark, among, rule in (
        (Plant.SEX, op | stay, "sex_impossible_item"),
        (Plant.AGE, op & (age > 20), "age_limited_item"),
        (
            Plant.OUTSIDE,
            stay & (visits.end < (DAYS - 6) * DAY) & (visits.begin > 5 * DAY),
            "charge_outside_stay",
        ),
        (Plant.DUPLICATE, op | stay, "duplicate_charge"),
        (Plant.PRICE, op | stay, "over_price_limit"),
        (Plant.IDLE_DAYS, stay & (length > 8 * DAY), "hanging_bed"),
    ):
        for row in _some(rng, among & (group < 0), max(4, len(people) // _PER_RULE)):
            plant[row] = mark
            group[row] = groups.add("patterns", rule_id=rule)
    return visits.with_(plant=plant, group=group)


def _some(rng: Rng, among: np.ndarray, n: int) -> Ints:
    return np.asarray(rng.permutation(np.flatnonzero(among))[:n], dtype=np.int64)
