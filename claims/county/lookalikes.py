"""Lawful visits and lines that resemble what the newer channels and the rules look for."""

import numpy as np

from claims.county import calendar, diagnoses
from claims.county.calendar import DAY
from claims.county.courses import chronic_diagnosis, course
from claims.county.places import Place
from claims.county.stream import Ints, ints
from claims.county.visits import Kind, Med, Plant, Visits, join, plan
from claims.county.world import World

PER_LINE_KIND = 700
# The first birthday on which children's drugs are no longer paid for, and the one from which adults' are.
_CHILDHOOD, _OF_AGE = 15, 18


def family_doctors(world: World) -> Visits:
    """Patients who signed up with one village doctor and see nobody else, each on days of his own:
    beside a doctor whose patients are all the same."""
    rng, people = world.stream("family_doctors"), world.people
    places = world.places
    clinics = rng.permutation(places.of(Place.VILLAGE))[: world.count(5000, 1)]
    parts = []
    for clinic in clinics.tolist():
        ours = (people.usual[:, Place.VILLAGE] == clinic) & (people.chronic > 0)
        patients = world.cast.draw(int(rng.integers(10, 31)), ours)
        who = np.repeat(patients, rng.integers(5, 10, len(patients)))
        begin = rng.choice(world.working, len(who)) * DAY + calendar.clock(rng, len(who))
        group = world.groups.add("lookalikes", kind="family_doctor", channel="doctor_density")
        parts.append(
            course(
                world,
                rng,
                who,
                clinic,
                begin,
                Kind.ROUND,
                Med.CHRONIC,
                chronic_diagnosis(people.chronic[who]),
                15,
                group,
                doctor=int(places.first[clinic]),
            )
        )
    return join(parts)


def corrected_bills(world: World) -> Visits:
    """A bill under the wrong heading, or one line of it, refunded and charged anew: once for one person,
    and for many on a day on which a hospital's line failed."""
    rng, people = world.stream("corrected"), world.people
    parts = []
    for person in world.cast.draw(world.count(900, 2), people.age > 0).tolist():
        kind = Place(int(rng.choice([Place.TOWNSHIP, Place.COUNTY, Place.PRIVATE])))
        day = int(rng.integers(0, world.days))
        parts.append(
            _corrected(world, rng, np.array([person]), int(people.usual[person, kind]), day, "one")
        )
    for person in world.cast.draw(world.count(900, 2), people.age > 0).tolist():
        place = int(people.usual[person, Place.TOWNSHIP])
        day = int(rng.integers(0, world.days))
        group = world.groups.add("lookalikes", kind="corrected_line", channel="refund_loop")
        parts.append(
            course(
                world,
                rng,
                np.array([person]),
                place,
                np.array([day * DAY + int(rng.integers(500, 900))]),
                Kind.ACUTE,
                Med.CLINIC,
                diagnoses.draw(rng, "plain", 1),
                12,
                group,
                plant=Plant.REKEYED_ONCE,
            )
        )
    for _ in range(world.count(20_000, 1)):
        place = int(rng.choice(world.places.of(Place.COUNTY, Place.TOWNSHIP)))
        persons = world.cast.draw(int(rng.integers(8, 25)), people.age > 0)
        day = int(rng.choice(world.working))
        parts.append(_corrected(world, rng, persons, place, day, "outage"))
    return join(parts)


def _corrected(
    world: World, rng: np.random.Generator, persons: np.ndarray, place: int, day: int, why: str
) -> Visits:
    kind = "corrected_bill" if why == "one" else "terminal_outage"
    group = world.groups.add("lookalikes", kind=kind, channel="refund_loop")
    n = len(persons)
    begin = day * DAY + 500 + np.sort(rng.integers(0, 300, n))
    who, start = np.repeat(persons, 2), np.repeat(begin, 2)
    again = np.tile([0, 1], n)
    return course(
        world,
        rng,
        who,
        place,
        start + again * 45,
        Kind.ACUTE,
        Med.CLINIC,
        np.repeat(diagnoses.draw(rng, "plain", n), 2),
        12,
        group,
        plant=np.where(again == 0, Plant.VOID, Plant.NONE),
    )


def referrals(world: World) -> Visits:
    """Somebody with several diseases who is sent from doctor to doctor, for different complaints."""
    rng, people = world.stream("referrals"), world.people
    options = world.places.of(Place.COUNTY, Place.TOWNSHIP)
    parts = []
    for person in world.cast.draw(world.count(2500, 2), people.age > 55).tolist():
        n = int(rng.integers(4, 7))
        first = int(rng.integers(0, max(world.days - 20, 1)))
        day = first + np.cumsum(rng.integers(1, 4, n))
        group = world.groups.add("lookalikes", kind="referral", channel="doctor_shopping")
        parts.append(
            course(
                world,
                rng,
                person,
                rng.choice(options, n),
                day * DAY + calendar.clock(rng, n),
                Kind.ACUTE,
                Med.CLINIC,
                diagnoses.draw(rng, "plain", n),
                20,
                group,
            )
        )
    return join(parts)


def pain_patients(world: World) -> Visits:
    """The pain killer that shoppers collect, month by month from one's own doctor."""
    rng, people = world.stream("pain"), world.people
    places = world.places
    diag = int(diagnoses.of("plain")[1])
    parts = []
    for person in world.cast.draw(world.count(400, 4), people.age > 45).tolist():
        kind = Place(int(rng.choice([Place.TOWNSHIP, Place.COUNTY])))
        place = int(people.usual[person, kind])
        n = int(rng.integers(3, 9))
        day = int(rng.integers(0, 40)) + np.cumsum(rng.integers(25, 41, n))
        begin = day * DAY + calendar.clock(rng, n)
        doctor = int(places.first[place] + rng.integers(places.count[place]))
        group = world.groups.add("lookalikes", kind="pain_patient", channel="doctor_shopping")
        parts.append(
            course(
                world,
                rng,
                person,
                place,
                begin,
                Kind.SCRIPT,
                Med.CLINIC,
                diag,
                15,
                group,
                doctor=doctor,
            )
        )
    return join(parts)


def birthdays(world: World) -> Visits:
    """A child's drug on the last day on which it is paid for, and a drug for adults on the first."""
    return join(
        [
            _birthday(world, "last_day_of_childhood", _CHILDHOOD, -1, Kind.CHILD, Plant.NONE),
            _birthday(world, "first_day_of_age", _OF_AGE, 0, Kind.ACUTE, Plant.OF_AGE),
        ]
    )


def _birthday(world: World, look: str, years: int, away: int, kind: Kind, plant: Plant) -> Visits:
    """Visits so many days from the birthday on which a person turns ``years``."""
    rng, people = world.stream(look), world.people
    day = _turns(people.birth, years) + away
    among = (day >= 0) & (day < world.days)
    persons = world.cast.draw(world.count(PER_LINE_KIND, 4), among)
    n = len(persons)
    group = ints(
        [
            world.groups.add("lookalikes", kind=look, rule_id="age_limited_item")
            for _ in persons.tolist()
        ]
    )
    return plan(
        rng,
        world.places,
        persons,
        people.usual[persons, Place.TOWNSHIP],
        day[persons] * DAY + calendar.clock(rng, n),
        kind=kind,
        med=Med.CLINIC,
        diag=diagnoses.draw(rng, "cold", n),
        plant=plant,
        group=group,
    )


def _turns(birth: Ints, years: int) -> Ints:
    """The day of the horizon on which each person has so many full years (of the leap day: the first
    of March); -366 and less for whom it is another year."""
    month = (calendar.START + birth.astype("timedelta64[D]")).astype("datetime64[M]")
    day = calendar.START + birth.astype("timedelta64[D]") - month
    turned = (month + np.timedelta64(12 * years, "M")).astype("datetime64[D]") + day
    return np.asarray((turned - calendar.START).astype(np.int64))


def lawful_lines(world: World, visits: Visits) -> Visits:
    """Mark some honest visits whose lines look wrong but are not: refunded repeats, take-home drugs,
    one quiet day in a stay, prices at the limit, a wrong item that was taken back, a newborn's items on
    the mother's bill."""
    rng = world.stream("lawful_lines")
    plant, group = visits.plant.copy(), visits.group.copy()
    free = (group < 0) & (visits.end > 0)
    long_stay = visits.is_stay & (visits.end - visits.begin > 5 * DAY)
    for mark, among, rule in (
        (Plant.REFUNDED, free & ~visits.is_stay & (visits.med == Med.CLINIC), "duplicate_charge"),
        (Plant.TAKE_HOME, free & long_stay, "charge_outside_stay"),
        (Plant.QUIET_DAY, free & long_stay, "hanging_bed"),
        (Plant.PRICE_AT_LIMIT, free & visits.is_stay, "over_price_limit"),
        (Plant.RETAIL_PRICE, free & (visits.kind == Kind.OVER_COUNTER), "over_price_limit"),
        (Plant.TAKEN_BACK, free & (visits.med == Med.CLINIC), "sex_impossible_item"),
        (Plant.NEWBORN, free & (visits.kind == Kind.STAY_BIRTH), "age_limited_item"),
    ):
        options = np.flatnonzero(among & free)
        chosen = rng.permutation(options)[: world.count(PER_LINE_KIND, 4)]
        plant[chosen], free[chosen] = mark, False
        for row in chosen.tolist():
            group[row] = world.groups.add("lookalikes", kind=mark.name.lower(), rule_id=rule)
    return visits.with_(plant=plant, group=group)
