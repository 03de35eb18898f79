"""Care that comes back: refills, dialysis, chemotherapy, courses of rehabilitation.

Each set that a detector could take for fraud gets an entry in the answer key with the queue
(``route``) or the rule (``rule_id``) that it resembles.
"""

import numpy as np

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY
from claims.county.people import Chronic
from claims.county.places import Place
from claims.county.stream import Ints, Rng, ints
from claims.county.visits import Kind, Med, Visits, join, plan
from claims.county.world import World

_CHRONIC_DIAGNOSES = {
    Chronic.HYPERTENSION: "htn",
    Chronic.DIABETES: "dm",
    Chronic.CORONARY: "chd",
    Chronic.COPD: "copd",
}
_LONG_SHARE = 0.03
_LONG_GAP = 84


def chronic_diagnosis(chronic: Ints) -> Ints:
    """Diagnosis of each chronic disease (the cold's for none)."""
    table = np.zeros(len(Chronic), dtype=np.int64)
    for disease, use in _CHRONIC_DIAGNOSES.items():
        table[disease] = diagnoses.of(use)[0]
    return table[chronic]


def course(
    world: World,
    rng: Rng,
    person: Ints | int,
    place: Ints | int,
    begin: Ints,
    kind: Kind,
    med: Med,
    diag: Ints | int,
    minutes: Ints | int,
    group: int,
    **columns: Ints | int,
) -> Visits:
    """Visits of one group; those that would outlast the horizon are left out."""
    n = len(begin)
    who = np.broadcast_to(ints(person), n).copy()
    where = np.broadcast_to(ints(place), n).copy()
    end = world.days * DAY
    visits = plan(
        rng,
        world.places,
        who,
        where,
        begin,
        kind=kind,
        med=med,
        diag=diag,
        minutes=minutes,
        group=group,
        **columns,
    )
    return visits.take((begin < end) & (visits.end < end))


def refills(world: World) -> Visits:
    """Refills month by month; some keep their day of the month, none comes much too early. A few
    have a long prescription for twelve weeks from one doctor, which the law allows."""
    rng, people = world.stream("refills"), world.people
    chronic = np.flatnonzero((people.chronic > 0) & (people.care_home < 0))
    patients = chronic[rng.random(len(chronic)) < world.pace]
    n, until = len(patients), world.days
    steps = np.arange(13)
    strict = rng.random(n) < 0.4
    ours = np.zeros(len(people), dtype=np.bool_)
    ours[patients] = True
    long = np.isin(patients, world.cast.draw(round(n * _LONG_SHARE), ours))
    gaps = np.where(strict[:, None], 30, rng.integers(28, 36, (n, 13)))
    gaps = np.where(long[:, None], _LONG_GAP, gaps)
    day = rng.integers(-20, 30, n)[:, None] + np.cumsum(gaps, axis=1)
    # Before the Spring Festival many fetch their drugs a few days early.
    day = np.where((day >= 27) & (day <= 34), 25 + steps % 2, day)
    came = (rng.random(day.shape) < 0.9) & (day >= 0) & (day < until)
    times = came.sum(axis=1)
    person, lasting = np.repeat(patients, times), np.repeat(long, times)
    shop = np.repeat((rng.random(n) < 0.45) & ~long, times)
    clinic = np.where(
        person % 3 == 0, people.usual[person, Place.TOWNSHIP], people.usual[person, Place.VILLAGE]
    )
    m = len(person)
    clock = np.where(shop, calendar.clock(rng, m, 490, 1200), calendar.clock(rng, m))
    entries = ints(
        [
            world.groups.add("lookalikes", kind="long_prescription", rule_id="over_days_supply")
            for _ in range(int(long.sum()))
        ]
    )
    group = np.full(n, -1)
    group[long] = entries
    return plan(
        rng,
        world.places,
        person,
        np.where(shop, people.usual[person, Place.PHARMACY], clinic),
        day[came] * DAY + clock,
        kind=np.where(lasting, Kind.LONG_REFILL, Kind.REFILL),
        med=np.where(shop, Med.PHARMACY, Med.CHRONIC),
        diag=chronic_diagnosis(people.chronic[person]),
        minutes=np.where(shop, 0, rng.integers(8, 30, m)),
        group=np.repeat(group, times),
    )


def dialysis(world: World) -> Visits:
    """Three sessions a week, on Mondays or Tuesdays and every other day."""
    rng, people = world.stream("dialysis"), world.people
    diag = int(diagnoses.of("dialysis")[0])
    parts = []
    for person in np.flatnonzero(people.dialysis).tolist():
        shift = int(rng.integers(0, 2))
        on = np.isin(calendar.weekday(world.every_day), ints([0, 2, 4]) + shift)
        day = np.flatnonzero(on & (rng.random(world.days) < 0.97))
        group = world.groups.add(
            "lookalikes",
            kind="dialysis",
            route="periodic_care",
            rule_id="excessive_outpatient_frequency",
        )
        begin = day * DAY + int(rng.choice([440, 760])) + rng.integers(0, 25, len(day))
        place = int(people.usual[person, Place.COUNTY])
        kind, med = Kind.DIALYSIS, Med.SPECIAL
        parts.append(course(world, rng, person, place, begin, kind, med, diag, 250, group))
    return join(parts)


def cancer(world: World) -> Visits:
    """Chemotherapy in cycles of one, two or three weeks: short stays beside split admissions."""
    rng, people = world.stream("cancer"), world.people
    diag = int(diagnoses.of("cancer")[0])
    parts = []
    for person in np.flatnonzero(people.cancer).tolist():
        cycle, count = int(rng.choice([7, 14, 21])), int(rng.integers(4, 9))
        day = int(rng.integers(0, max(world.days - 165, 20))) + np.arange(count) * cycle
        length = rng.integers(1, 4, count)
        begin = day * DAY + rng.integers(500, 700, count)
        minutes = (day + length) * DAY + rng.integers(560, 900, count) - begin
        group = world.groups.add("lookalikes", kind="cancer_cycle", rule_id="split_admission")
        place = int(people.usual[person, Place.COUNTY])
        kind, med = Kind.STAY_CANCER, Med.STAY
        parts.append(course(world, rng, person, place, begin, kind, med, diag, minutes, group))
    return join(parts)


def rehabilitation(world: World) -> Visits:
    """Courses of eight to ten sessions within about four weeks."""
    rng, people = world.stream("rehab"), world.people
    parts = []
    for person in world.cast.draw(world.count(120, 1), people.age > 35).tolist():
        first = int(rng.integers(0, max(world.days - 40, 1)))
        day = first + np.cumsum(rng.integers(2, 5, int(rng.integers(8, 11))))
        begin = day * DAY + int(rng.integers(490, 900)) + rng.integers(0, 40, len(day))
        group = world.groups.add(
            "lookalikes", kind="rehab_course", rule_id="excessive_outpatient_frequency"
        )
        place = int(people.usual[person, Place.TOWNSHIP])
        diag = int(diagnoses.draw(rng, "rehab", 1)[0])
        kind, med = Kind.REHAB, Med.CLINIC
        parts.append(course(world, rng, person, place, begin, kind, med, diag, 70, group))
    return join(parts)
