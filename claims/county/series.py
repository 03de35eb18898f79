"""Lawful visits that repeat or fall together: the look-alikes of fraud.

Each set that a detector could take for fraud gets an entry in the answer key with the queue
(``route``) or the rule (``rule_id``) that it resembles.
"""

from collections.abc import Iterable

import numpy as np

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY, DAYS
from claims.county.people import Chronic, People
from claims.county.places import Place, Places
from claims.county.stream import Ints, Rng, ints, stream
from claims.county.visits import Cast, Groups, Kind, Med, Plant, Visits, join, plan

_CHRONIC_DIAGNOSES = {
    Chronic.HYPERTENSION: "htn",
    Chronic.DIABETES: "dm",
    Chronic.CORONARY: "chd",
    Chronic.COPD: "copd",
}


def chronic_diagnosis(chronic: Ints) -> Ints:
    """Diagnosis of each chronic disease (the cold's for none)."""
    table = np.zeros(len(Chronic), dtype=np.int64)
    for disease, use in _CHRONIC_DIAGNOSES.items():
        table[disease] = diagnoses.of(use)[0]
    return table[chronic]


def refills(seed: int, people: People, places: Places) -> Visits:
    """Monthly refills; some keep their day of the month, none comes much too early."""
    rng = stream(seed, "refills")
    patients = np.flatnonzero((people.chronic > 0) & (people.care_home < 0))
    steps = np.arange(13)
    strict = rng.random(len(patients)) < 0.4
    gaps = np.where(strict[:, None], 30, rng.integers(28, 36, (len(patients), 13)))
    day = rng.integers(-20, 30, len(patients))[:, None] + np.cumsum(gaps, axis=1)
    # Before the Spring Festival many fetch their drugs a few days early.
    day = np.where((day >= 27) & (day <= 34), 25 + steps % 2, day)
    came = (rng.random(day.shape) < 0.9) & (day >= 0) & (day < DAYS)
    person = np.repeat(patients, came.sum(axis=1))
    n = len(person)
    shop = np.repeat(rng.random(len(patients)) < 0.45, came.sum(axis=1))
    clinic = np.where(
        person % 3 == 0, people.usual[person, Place.TOWNSHIP], people.usual[person, Place.VILLAGE]
    )
    clock = np.where(shop, calendar.clock(rng, n, 490, 1200), calendar.clock(rng, n))
    return plan(
        rng,
        places,
        person,
        np.where(shop, people.usual[person, Place.PHARMACY], clinic),
        day[came] * DAY + clock,
        kind=Kind.REFILL,
        med=np.where(shop, Med.PHARMACY, Med.CHRONIC),
        diag=chronic_diagnosis(people.chronic[person]),
        minutes=np.where(shop, 0, rng.integers(8, 30, n)),
    )


def dialysis(seed: int, people: People, places: Places, groups: Groups) -> Visits:
    """Three sessions a week, on Mondays or Tuesdays and every other day."""
    rng = stream(seed, "dialysis")
    parts = []
    for person in np.flatnonzero(people.dialysis).tolist():
        shift = int(rng.integers(0, 2))
        day = np.flatnonzero(np.isin(calendar.weekday(np.arange(DAYS)), ints([0, 2, 4]) + shift))
        day = day[rng.random(len(day)) < 0.97]
        group = groups.add(
            "lookalikes",
            kind="dialysis",
            route="periodic_care",
            rule_id="excessive_outpatient_frequency",
        )
        begin = day * DAY + int(rng.choice([440, 760])) + rng.integers(0, 25, len(day))
        place = np.full(len(day), int(people.usual[person, Place.COUNTY]))
        parts.append(
            _course(
                rng,
                places,
                person,
                place,
                begin,
                Kind.DIALYSIS,
                Med.SPECIAL,
                "dialysis",
                250,
                group,
            )
        )
    return _all(parts)


def cancer(seed: int, people: People, places: Places, groups: Groups) -> Visits:
    """Chemotherapy in cycles of one, two or three weeks: short stays beside split admissions."""
    rng = stream(seed, "cancer")
    parts = []
    for person in np.flatnonzero(people.cancer).tolist():
        cycle, count = int(rng.choice([7, 14, 21])), int(rng.integers(4, 9))
        day = rng.integers(0, 200) + np.arange(count) * cycle
        length = rng.integers(1, 4, count)
        begin = day * DAY + rng.integers(500, 700, count)
        minutes = (day + length) * DAY + rng.integers(560, 900, count) - begin
        group = groups.add("lookalikes", kind="cancer_cycle", rule_id="split_admission")
        place = np.full(count, int(people.usual[person, Place.COUNTY]))
        parts.append(
            _course(
                rng,
                places,
                person,
                place,
                begin,
                Kind.STAY_CANCER,
                Med.STAY,
                "cancer",
                minutes,
                group,
            )
        )
    return _all(parts)


def rehabilitation(seed: int, people: People, places: Places, groups: Groups, cast: Cast) -> Visits:
    """Courses of eight to ten sessions within about four weeks."""
    rng = stream(seed, "rehab")
    parts = []
    for person in cast.draw(len(people) // 120, people.age > 35).tolist():
        first = int(rng.integers(0, DAYS - 40))
        day = first + np.cumsum(rng.integers(2, 5, int(rng.integers(8, 11))))
        begin = day * DAY + int(rng.integers(490, 900)) + rng.integers(0, 40, len(day))
        group = groups.add(
            "lookalikes", kind="rehab_course", rule_id="excessive_outpatient_frequency"
        )
        place = np.full(len(day), int(people.usual[person, Place.TOWNSHIP]))
        parts.append(
            _course(rng, places, person, place, begin, Kind.REHAB, Med.CLINIC, "rehab", 70, group)
        )
    return _all(parts)


def care_homes(seed: int, people: People, places: Places, groups: Groups) -> Visits:
    """A doctor sees the residents every other week, with some left out each time: by turns of the
    homes he comes from the township's health centre or is the home's own."""
    rng = stream(seed, "care_homes")
    parts = []
    for i, home in enumerate(places.of(Place.CARE_HOME).tolist()):
        residents = np.flatnonzero(people.care_home == home)
        day = np.arange(int(rng.integers(0, 10)), DAYS, 14)
        day = np.clip(day + rng.integers(-1, 2, len(day)), 0, DAYS - 1)
        own = i % 2 == 1
        centre = int(places.near(places.town[[home]], Place.TOWNSHIP)[0])
        # Where the residents are all that a clinic has, their meeting is what chance expects.
        queue = {} if own else {"route": "care_home"}
        group = groups.add("lookalikes", kind="care_home", **queue)
        place = home if own else centre
        parts.append(_rounds(rng, places, residents, place, day, 0.82, 6, group, people))
    return _all(parts)


def village_rounds(seed: int, people: People, places: Places, groups: Groups, cast: Cast) -> Visits:
    """Follow-up days: a village clinic calls in its chronic patients once a month."""
    rng = stream(seed, "village_rounds")
    parts = []
    for clinic in places.of(Place.VILLAGE)[: max(2, len(people) // 3000)]:
        ours = (people.chronic > 0) & (people.usual[:, Place.VILLAGE] == clinic)
        patients = cast.draw(int(rng.integers(8, 16)), ours)
        weekday = int(rng.integers(0, 5))
        monthly = np.arange(int(rng.integers(0, 4)), 52, 4) * 7 + (weekday - 2) % 7
        group = groups.add("lookalikes", kind="village_round", route="periodic_care")
        parts.append(
            _rounds(
                rng, places, patients, int(clinic), monthly[monthly < DAYS], 0.8, 9, group, people
            )
        )
    return _all(parts)


def _rounds(
    rng: Rng,
    places: Places,
    patients: Ints,
    place: int,
    day: Ints,
    attend: float,
    gap: int,
    group: int,
    people: People,
) -> Visits:
    """All patients by turns on each of the days, seen by the same doctor."""
    came = rng.random((len(day), len(patients))) < attend
    turn = rng.permuted(np.tile(np.arange(len(patients)), (len(day), 1)), axis=1)
    begin = (day[:, None] * DAY + 510 + turn * gap)[came]
    person = np.broadcast_to(patients, came.shape)[came]
    return plan(
        rng,
        places,
        person,
        np.full(len(person), place),
        begin,
        kind=Kind.ROUND,
        med=Med.CHRONIC,
        diag=np.maximum(chronic_diagnosis(people.chronic[person]), chronic_diagnosis(ints([1]))),
        minutes=gap,
        group=group,
        doctor=places.first[place],
    )


def checkups(seed: int, people: People, places: Places, groups: Groups, cast: Cast) -> Visits:
    """An employer or a school sends its people to one hospital on one morning, twice a year."""
    rng = stream(seed, "checkups")
    parts = []
    hospitals = places.of(Place.COUNTY)
    for i in range(max(2, len(people) // 2500)):
        school = i % 2 == 1
        town, firm = (
            int(people.town[rng.integers(len(people))]),
            int(rng.choice(people.employer.clip(0))),
        )
        among = (
            (people.age > 6) & (people.age < 15) & (people.town == town)
            if school
            else people.employer == firm
        )
        persons = cast.draw(int(rng.integers(15, 45)), among)
        group = groups.add(
            "lookalikes",
            kind="school_checkup" if school else "employer_checkup",
            route="follow_up_day",
        )
        for day in calendar.spread(rng, 2, 120):
            begin = int(day) * DAY + 470 + np.arange(len(persons)) * 4
            place = np.full(len(persons), int(hospitals[i % len(hospitals)]))
            parts.append(
                _course(
                    rng,
                    places,
                    persons,
                    place,
                    begin,
                    Kind.CHECKUP,
                    Med.CLINIC,
                    "checkup",
                    40,
                    group,
                )
            )
    return _all(parts)


def families(seed: int, people: People, places: Places, groups: Groups, cast: Cast) -> Visits:
    """Families who go together: one fetches everybody's drugs, or all see the doctor."""
    rng = stream(seed, "families")
    parts = []
    for i in range(max(12, len(people) // 250)):
        head = cast.draw(1, np.bincount(people.household)[people.household] >= 3)
        if len(head) == 0:
            break
        members = np.flatnonzero(
            (people.household == people.household[head[0]]) & (people.care_home < 0)
        )[:5]
        shop = i % 2 == 0
        kind = Place.PHARMACY if shop else Place.TOWNSHIP
        place = int(people.usual[head[0], kind])
        fact = {"rule_id": "pharmacy_card_cluster"} if shop else {"route": "household"}
        group = groups.add("lookalikes", kind="family_pickup" if shop else "family_visit", **fact)
        terminal = int(rng.integers(places.terminals[place]))
        for day in calendar.spread(rng, int(rng.integers(4, 9)), 9, np.arange(DAYS)):
            came = members[rng.random(len(members)) < 0.9]
            begin = (
                int(day) * DAY
                + int(rng.integers(520, 1000))
                + np.arange(len(came)) * (2 if shop else 9)
            )
            parts.append(
                plan(
                    rng,
                    places,
                    came,
                    np.full(len(came), place),
                    begin,
                    kind=Kind.OVER_COUNTER if shop else Kind.ACUTE,
                    med=Med.PHARMACY if shop else Med.CLINIC,
                    diag=diagnoses.draw(rng, "cold", len(came)),
                    minutes=0 if shop else 15,
                    terminal=terminal,
                    group=group,
                )
            )
    return _all(parts)


def lawful_lines(seed: int, visits: Visits, groups: Groups, persons: int) -> Visits:
    """Mark some honest visits whose lines look wrong but are not: refunded repeats, take-home drugs,
    one quiet day."""
    rng = stream(seed, "lawful_lines")
    plant, group = visits.plant.copy(), visits.group.copy()
    free = (group < 0) & (visits.end > 0)
    long_stay = visits.is_stay & (visits.end - visits.begin > 5 * DAY)
    for mark, among, rule in (
        (Plant.REFUNDED, free & ~visits.is_stay & (visits.med == Med.CLINIC), "duplicate_charge"),
        (Plant.TAKE_HOME, free & long_stay, "charge_outside_stay"),
    ):
        for row in rng.permutation(np.flatnonzero(among))[: max(4, persons // 700)]:
            plant[row], free[row] = mark, False
            group[row] = groups.add("lookalikes", kind=mark.name.lower(), rule_id=rule)
    return visits.with_(plant=plant, group=group)


def _course(
    rng: Rng,
    places: Places,
    person: Ints | int,
    place: Ints,
    begin: Ints,
    kind: Kind,
    med: Med,
    use: str,
    minutes: Ints | int,
    group: int,
) -> Visits:
    """Visits of one group with one diagnosis."""
    who = np.broadcast_to(ints(person), len(begin)).copy()
    diag = int(diagnoses.draw(rng, use, 1)[0])
    inside = begin < DAYS * DAY
    visits = plan(
        rng, places, who, place, begin, kind=kind, med=med, diag=diag, minutes=minutes, group=group
    )
    return visits.take(inside & (visits.end < DAYS * DAY))


def _all(parts: Iterable[Visits]) -> Visits:
    """Join; an empty set when there is nothing (a very small county)."""
    every = list(parts)
    none = ints([])
    return join(every) if every else Visits(*([none] * 11))
