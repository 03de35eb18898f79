"""Visits that follow no plan: colds, stomach, check of a lump, the pharmacy, a stay in hospital."""

import numpy as np
import numpy.typing as npt

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY, DAYS
from claims.county.people import People
from claims.county.places import Place
from claims.county.stream import Bools, Floats, Ints, Rng, choose, ints, stream
from claims.county.visits import OPEN, Kind, Med, Visits, plan
from claims.county.world import World

_PER_PERSON = 2.35
_STAYS_PER_PERSON = 0.19
_APART = 30 * DAY


def _yearly(world: World, rate: npt.ArrayLike) -> Floats:
    """A yearly rate for the days of the horizon."""
    return np.asarray(rate, dtype=np.float64) * (world.days / DAYS)


def outpatients(world: World) -> Visits:
    """Unplanned outpatient visits, by age, season, weekday and market day."""
    rng, people, until = world.stream("outpatients"), world.people, world.days
    rate = _yearly(world, _PER_PERSON * world.pace * (0.6 + np.abs(people.age - 30) / 45))
    person = np.repeat(np.arange(len(people)), rng.poisson(rate))
    n = len(person)
    age, male = people.age[person], people.male[person]
    kind = np.full(n, Kind.ACUTE)
    luck = rng.random(n)
    kind[(age <= 12) & (luck < 0.8)] = Kind.CHILD
    kind[~male & (age > 16) & (age < 60) & (luck < 0.12)] = Kind.WOMAN
    kind[male & (age > 45) & (luck < 0.1)] = Kind.MAN
    kind[luck > 0.97] = Kind.EMERGENCY
    winter = rng.random(n) < 0.45
    season = np.where(
        winter,
        calendar.days(rng, n, calendar.WINTER, until),
        calendar.days(rng, n, calendar.SUMMER, until),
    )
    place, where = _where(rng.random(n), kind, people, person)
    market = (where == Place.TOWNSHIP) & (rng.random(n) < 0.35)
    day = np.where(market, calendar.next_market(season, people.town[person], until), season)
    minute = np.where(kind == Kind.EMERGENCY, rng.integers(0, DAY, n), calendar.clock(rng, n))
    return plan(
        rng,
        world.places,
        person,
        place,
        day * DAY + minute,
        kind=kind,
        med=np.where(kind == Kind.EMERGENCY, Med.EMERGENCY, Med.CLINIC),
        diag=_complaint(world.seed, kind, winter),
        minutes=rng.integers(12, 70, n),
    )


def _where(luck: Floats, kind: Ints, people: People, person: Ints) -> tuple[Ints, Ints]:
    options = ints([Place.VILLAGE, Place.TOWNSHIP, Place.COUNTY, Place.PRIVATE])
    where = options[np.searchsorted([0.4, 0.65, 0.88], luck)]
    where[np.isin(kind, [Kind.WOMAN, Kind.MAN]) & (where == Place.VILLAGE)] = Place.TOWNSHIP
    where[kind == Kind.EMERGENCY] = Place.COUNTY
    return people.usual[person, where], where


def _complaint(seed: int, kind: Ints, winter: Bools) -> Ints:
    rng = stream(seed, "complaints")
    n = len(kind)
    plain = np.where(rng.random(n) < 0.4, diagnoses.draw(rng, "plain", n), 0)
    season = np.where(winter, diagnoses.draw(rng, "cold", n), diagnoses.draw(rng, "summer", n))
    result = np.where(plain > 0, plain, season)
    for one, use in ((Kind.CHILD, "child"), (Kind.WOMAN, "woman"), (Kind.MAN, "man")):
        result = np.where(kind == one, diagnoses.draw(rng, use, n), result)
    return result


def purchases(world: World) -> Visits:
    """Drugs bought over the counter with the card, mostly near home."""
    rng, people = world.stream("purchases"), world.people
    rate = _yearly(world, world.pace)
    person = np.repeat(np.arange(len(people)), rng.poisson(rate, len(people)))
    n = len(person)
    options = world.places.of(Place.PHARMACY)
    away = options[rng.integers(0, len(options), n)]
    place = np.where(rng.random(n) < 0.8, people.usual[person, Place.PHARMACY], away)
    day = calendar.days(rng, n, calendar.WINTER, world.days)
    begin = day * DAY + calendar.clock(rng, n, 490, 1230)
    diag = diagnoses.draw(rng, "cold", n)
    return plan(
        rng,
        world.places,
        person,
        place,
        begin,
        kind=Kind.OVER_COUNTER,
        med=Med.PHARMACY,
        diag=diag,
        minutes=0,
    )


def stays(world: World) -> Visits:
    """Ordinary stays; a person's stays are at least thirty days apart."""
    rng, people = world.stream("stays"), world.people
    rate = np.where(people.age < 6, 0.05, _STAYS_PER_PERSON * (0.35 + (people.age / 55) ** 2))
    rate = _yearly(world, rate * world.stays)
    person = np.repeat(np.arange(len(people)), rng.poisson(rate))
    n = len(person)
    age, male = people.age[person], people.male[person]
    luck = rng.random(n)
    kind = np.where(luck < 0.25, Kind.STAY_SURGERY, Kind.STAY_MEDICAL)
    kind[~male & (age > 21) & (age < 40) & (luck < 0.6)] = Kind.STAY_BIRTH
    day = calendar.days(rng, n, calendar.WINTER, world.days)
    length = np.clip(rng.gamma(4, 1.9, n).astype(np.int64), 3, 25)
    length[kind == Kind.STAY_BIRTH] = rng.integers(3, 7, int((kind == Kind.STAY_BIRTH).sum()))
    begin = day * DAY + calendar.clock(rng, n)
    where = choose(rng, n, (0.5, 0.18, 0.32))
    where[(kind == Kind.STAY_BIRTH) & (where == 1)] = Place.COUNTY
    leave = (day + length) * DAY + rng.integers(540, 960, n)
    diag = np.where(
        kind == Kind.STAY_SURGERY,
        diagnoses.draw_for(rng, "surgery", age, male),
        diagnoses.draw_for(rng, "medical", age, male),
    )
    diag = np.where(kind == Kind.STAY_BIRTH, diagnoses.of("birth")[0], diag)
    visits = plan(
        rng,
        world.places,
        person,
        people.usual[person, where],
        begin,
        kind=kind,
        med=np.where(kind == Kind.STAY_BIRTH, Med.BIRTH, Med.STAY),
        diag=diag,
        minutes=leave - begin,
    )
    return visits.with_(end=np.where(visits.end >= world.days * DAY, OPEN, visits.end))


def trim(rng: Rng, visits: Visits, surplus: int) -> Visits:
    """Leave out ``surplus`` of the visits that people chose themselves and that nobody names."""
    free = np.flatnonzero((visits.group < 0) & ~visits.is_stay)
    drop = np.zeros(len(visits), dtype=np.bool_)
    drop[rng.choice(free, min(max(surplus, 0), len(free)), replace=False)] = True
    return visits.take(~drop)


def tidy(visits: Visits, planted: Bools) -> Visits:
    """Drop honest visits that cannot be: near another stay, or elsewhere during a stay.

    ``planted`` says for each group whether it is fraud; visits of planted groups stay as they are.
    """
    fixed = np.append(planted, False)[visits.group]
    lasting = np.where(visits.end == OPEN, (DAYS + 60) * DAY, visits.end)
    order = np.lexsort((visits.begin, visits.person))
    order = order[visits.is_stay[order]]
    person, begin, end = visits.person[order], visits.begin[order], lasting[order]
    close = np.zeros(len(order), dtype=np.bool_)
    near = (person[1:] == person[:-1]) & (begin[1:] < end[:-1] + _APART)
    close[1:] |= near
    close[:-1] |= near
    drop = np.zeros(len(visits), dtype=np.bool_)
    drop[order[close & (visits.group[order] < 0)]] = True
    kept = order[~drop[order]]
    drop |= _inside(visits, kept, lasting) & ~fixed
    return visits.take(~drop)


def _inside(visits: Visits, stays: Ints, lasting: Ints) -> Bools:
    """Outpatient visits on a day of one of the person's stays (days of the ends included)."""
    span = 1 << 32
    starts = visits.person[stays] * span + visits.begin[stays] // DAY * DAY
    at = visits.person * span + visits.begin
    before = np.searchsorted(starts, at, side="right") - 1
    stay = stays[np.maximum(before, 0)] if len(stays) else np.zeros(len(visits), dtype=np.int64)
    hit: Bools = (before >= 0) & (visits.person[stay] == visits.person)
    hit &= (visits.begin < (lasting[stay] // DAY + 1) * DAY) & ~visits.is_stay
    return hit
