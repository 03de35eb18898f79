"""Fee lines of a piece of the visits, with the planted violations among them."""

from dataclasses import dataclass, fields

import numpy as np

from claims.county.bundles import NARROW, OUTPATIENT, STAY_EVERY_DAY, STAY_FIRST_DAY, WARD, Slot
from claims.county.calendar import DAY, DAYS, START
from claims.county.catalogue import Catalogue, catalogue
from claims.county.people import People
from claims.county.places import Place, Places
from claims.county.stream import Bools, Ints, Rng, ints
from claims.county.visits import OPEN, Kind, Visits

_SERVICES = "201"
_TOO_FAR = frozenset({"exam_ct", "exam_mri", "exam_gi", "lab_onc", "lab_pre"})


@dataclass(frozen=True)
class Lines:
    """Fee lines. ``visit`` is the row in the piece, ``at`` a minute of the year, ``price`` cents;
    ``undoes`` is the row of the line that a refund takes back, else -1; ``planted`` goes to the key."""

    visit: Ints
    item: Ints
    cnt: Ints
    at: Ints
    price: Ints
    undoes: Ints
    take_home: Ints
    planted: Ints

    def __len__(self) -> int:
        return len(self.visit)

    @property
    def amount(self) -> Ints:
        """Cents."""
        return self.cnt * self.price

    def take(self, rows: Ints | Bools) -> "Lines":
        """The lines at these positions; ``undoes`` must be renumbered by the caller if used."""
        return Lines(*(getattr(self, f.name)[rows] for f in fields(self)))


def make(visit: Ints, item: Ints, cnt: Ints, at: Ints, planted: int = 0) -> Lines:
    """New lines without a price."""
    n = len(visit)
    zero = np.zeros(n, dtype=np.int64)
    return Lines(
        ints(visit), ints(item), ints(cnt), ints(at), zero, zero - 1, zero.copy(), zero + planted
    )


def join_lines(parts: list[Lines]) -> Lines:
    """All lines of the parts."""
    return Lines(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Lines)))


def pool(cat: Catalogue, uses: tuple[str, ...]) -> Ints:
    """Items that a slot draws from."""
    if uses[0] in NARROW:
        return ints([cat.at(code) for code in NARROW[uses[0]]])
    return cat.pool(*uses)


def honest_lines(
    rng: Rng, visits: Visits, people: People, places: Places, days: int, ward: float = 0.0
) -> Lines:
    """Lines that break no rule, ordered by visit and time, priced.

    ``days`` is the horizon: a stay that is still open is billed until then. ``ward`` is the mean
    number of further lines that a ward adds to each day.
    """
    cat = catalogue()
    parts = [make(ints([]), ints([]), ints([]), ints([]))]
    for kind, slots in OUTPATIENT.items():
        rows = np.flatnonzero(visits.kind == kind)
        parts += [_draw(rng, cat, slot, rows, visits.begin[rows]) for slot in slots]
    for kind in STAY_FIRST_DAY:
        parts += _stay(rng, cat, kind, visits, days)
    parts += _chronic(cat, visits, people)
    lines = join_lines(parts)
    lines = lines.take(_lawful(cat, lines, visits, people, places))
    lines = _once_a_day(join_lines([lines, _at_least_one(cat, lines, visits, places)]))
    if ward > 0:
        lines = join_lines([lines, _ward(rng, cat, visits, days, ward)])
    lines = lines.take(np.lexsort((lines.item, lines.at, lines.visit)))
    return priced(cat, lines, visits, places)


def _draw(rng: Rng, cat: Catalogue, slot: Slot, rows: Ints, start: Ints) -> Lines:
    hit = rng.random(len(rows)) < slot.chance
    options = pool(cat, slot.uses)
    n = int(hit.sum())
    item = options[rng.integers(0, len(options), n)]
    cnt = rng.integers(slot.least, slot.most + 1, n)
    return make(rows[hit], item, cnt, start[hit] + rng.integers(0, 8, n))


def stay_days(visits: Visits, rows: Ints, days: int) -> tuple[Ints, Ints]:
    """Row and day of each day in hospital of the given stays, the day of discharge left out."""
    first = visits.begin[rows] // DAY
    last = np.where(visits.end[rows] == OPEN, days, visits.end[rows] // DAY)
    length = np.maximum(last - first, 1)
    step = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
    return np.repeat(rows, length), np.repeat(first, length) + step


def _within(visits: Visits, rows: Ints, at: Ints, days: int, spare: int) -> Ints:
    """The moments, none before the admission and none after the discharge."""
    ends = np.where(visits.end[rows] == OPEN, days * DAY, visits.end[rows])
    return ints(np.minimum(np.maximum(at, visits.begin[rows] + 20), ends - spare))


def _ward(rng: Rng, cat: Catalogue, visits: Visits, days: int, mean: float) -> Lines:
    """What a ward adds on its rounds: an item may come on several rounds of one day."""
    every, day = stay_days(visits, np.flatnonzero(visits.is_stay), days)
    times = rng.poisson(mean, len(every))
    row, on = np.repeat(every, times), np.repeat(day, times)
    n = len(row)
    options = cat.pool(*WARD.uses)
    at = on * DAY + ints([370, 600, 860, 1180])[rng.integers(0, 4, n)] + rng.integers(0, 50, n)
    item = options[rng.integers(0, len(options), n)]
    cnt = rng.integers(WARD.least, WARD.most + 1, n)
    return make(row, item, cnt, _within(visits, row, at, days, 2))


def _stay(rng: Rng, cat: Catalogue, kind: Kind, visits: Visits, days: int) -> list[Lines]:
    rows = np.flatnonzero(visits.kind == kind)
    every, day = stay_days(visits, rows, days)
    # On the day of admission nothing is billed before the person is there.
    new = day == visits.begin[every] // DAY
    morning = day * DAY + 560 + rng.integers(0, 60, len(every))
    morning = np.where(new, visits.begin[every], morning)
    morning = _within(visits, every, morning, days, 9)
    parts = [_draw(rng, cat, slot, every, morning) for slot in STAY_EVERY_DAY[kind]]
    return parts + [
        _draw(rng, cat, slot, rows, visits.begin[rows] + 30) for slot in STAY_FIRST_DAY[kind]
    ]


def _chronic(cat: Catalogue, visits: Visits, people: People) -> list[Lines]:
    """Refills for at most thirty days of the person's own drug; stockpiles for months."""
    parts = []
    for disease, use in enumerate(("chronic_htn", "chronic_dm", "chronic_chd", "chronic_copd"), 1):
        options = cat.pool(use)
        for kind in (Kind.REFILL, Kind.STOCKPILE, Kind.LONG_REFILL):
            rows = np.flatnonzero(
                (visits.kind == kind) & (people.chronic[visits.person] == disease)
            )
            item = options[visits.person[rows] % len(options)]
            units = np.maximum((84 if kind == Kind.LONG_REFILL else 30) // cat.supply[item], 1)
            heap = kind == Kind.STOCKPILE
            cnt = units * (2 + visits.begin[rows] % 2) if heap else units
            parts.append(make(rows, item, cnt, visits.begin[rows] + 1, planted=int(heap)))
    refill = np.flatnonzero(
        np.isin(visits.kind, [Kind.REFILL, Kind.STOCKPILE]) & (visits.begin % 3 > 0)
    )
    second = cat.pool("tcm_drug")[(visits.person[refill] + visits.begin[refill]) % 3]
    return [
        *parts,
        make(refill, second, np.ones(len(refill), dtype=np.int64), visits.begin[refill] + 2),
    ]


def ages(visits: Visits, people: People, rows: Ints, at: Ints) -> Ints:
    """Full years on the day of a line."""
    born = START + people.birth[visits.person[rows]].astype("timedelta64[D]")
    day = START + (at // DAY).astype("timedelta64[D]")

    def parts(date: np.ndarray) -> tuple[Ints, Ints]:
        year, month = date.astype("datetime64[Y]"), date.astype("datetime64[M]")
        of_year = (month - year).astype(np.int64) * 32 + (date - month).astype(np.int64)
        return year.astype(np.int64), of_year

    (y1, d1), (y0, d0) = parts(day), parts(born)
    return y1 - y0 - (d1 < d0)


def _lawful(cat: Catalogue, lines: Lines, visits: Visits, people: People, places: Places) -> Bools:
    """Items that suit sex, age and institution; village clinics have no scanner."""
    person = visits.person[lines.visit]
    age = ages(visits, people, lines.visit, lines.at)
    sex = np.where(people.male[person], 1, 2)
    fits: Bools = (cat.sex[lines.item] == 0) | (cat.sex[lines.item] == sex)
    fits &= (age >= cat.age_min[lines.item]) & (age <= cat.age_max[lines.item])
    kind = places.kind[visits.place[lines.visit]]
    small = (kind == Place.VILLAGE) | (kind == Place.CARE_HOME)
    heavy = np.array([use in _TOO_FAR for use in cat.use])[lines.item]
    sold = cat.price[lines.item, places.price_level[visits.place[lines.visit]]] > 0
    fits &= ~(small & heavy) & sold
    return fits


def _at_least_one(cat: Catalogue, lines: Lines, visits: Visits, places: Places) -> Lines:
    """Nobody is settled for nothing: an empty visit gets the fee, at a pharmacy a common drug."""
    empty = np.flatnonzero(np.bincount(lines.visit, minlength=len(visits)) == 0)
    shop = places.kind[visits.place[empty]] == Place.PHARMACY
    item = np.where(shop, cat.pool("acute")[0], cat.pool("op_visit")[0])
    return make(empty, item, np.ones(len(empty), dtype=np.int64), visits.begin[empty])


def _once_a_day(lines: Lines) -> Lines:
    """Keep the first line of each item, visit and day."""
    key = (lines.visit * (DAYS + 90) + lines.at // DAY) * 4096 + lines.item
    first = np.unique(key, return_index=True)[1]
    return lines.take(first)


def priced(cat: Catalogue, lines: Lines, visits: Visits, places: Places) -> Lines:
    """Set prices: services cost the government's price, drugs a little less by institution."""
    place = visits.place[lines.visit]
    listed = cat.price[lines.item, places.price_level[place]]
    service = np.array([t == _SERVICES for t in cat.list_type])[lines.item]
    discount = 92 + (place * 31 + lines.item * 17) % 9
    price = np.where(service, listed, np.maximum(listed * discount // 100, 1))
    columns = {f.name: getattr(lines, f.name) for f in fields(lines)}
    return Lines(**{**columns, "price": price})
