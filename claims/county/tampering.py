"""Plant violations into honest fee lines, and the lawful lines that resemble them."""

from dataclasses import fields

import numpy as np

from claims.county.calendar import DAY
from claims.county.catalogue import Catalogue, catalogue
from claims.county.lines import Lines, ages, join_lines, make, priced
from claims.county.people import People
from claims.county.places import Places
from claims.county.stream import Ints, Rng, ints
from claims.county.visits import Plant, Visits

_CARE_ONLY = frozenset({"01", "02", "07"})


def tamper(rng: Rng, lines: Lines, visits: Visits, people: People, places: Places) -> Lines:
    """Apply each visit's :class:`Plant`; the result is ordered by visit and time."""
    cat = catalogue()
    extra = [
        _wrong_sex(rng, cat, visits, people),
        _wrong_age(rng, cat, visits, people),
        _outside(rng, cat, visits),
        _take_home(cat, visits),
        _newborn(cat, visits),
        _of_age(cat, visits),
    ]
    lines = _quiet(cat, _idle(rng, cat, lines, visits), visits)
    added = priced(cat, join_lines(extra), visits, places)
    lines = _at_limit(cat, _overpriced(rng, cat, lines, visits), visits, places)
    lines = join_lines([lines, added])
    lines = lines.take(np.argsort(lines.visit, kind="stable"))
    rekeyed = _rekeyed(lines, visits)
    lines = _taken_back(_repeated(rng, cat, lines, visits), visits)
    lines = join_lines([lines, _numbered(rekeyed, len(lines))])
    return _ordered(_voided(lines, visits))


def _rows(visits: Visits, plant: Plant) -> Ints:
    return np.flatnonzero(visits.plant == plant).astype(np.int64)


def _set(lines: Lines, **columns: Ints) -> Lines:
    return Lines(*(columns.get(f.name, getattr(lines, f.name)) for f in fields(lines)))


def _wrong_sex(rng: Rng, cat: Catalogue, visits: Visits, people: People) -> Lines:
    rows = np.flatnonzero(np.isin(visits.plant, [Plant.SEX, Plant.TAKEN_BACK])).astype(np.int64)
    men, women = (np.flatnonzero((cat.sex == s) & (cat.price[:, 2] > 0)) for s in (1, 2))
    draw = rng.integers(0, 1 << 30, len(rows))
    item = np.where(
        people.male[visits.person[rows]], women[draw % len(women)], men[draw % len(men)]
    )
    return make(rows, item, np.ones(len(rows), dtype=np.int64), visits.begin[rows] + 6, planted=1)


def _taken_back(lines: Lines, visits: Visits) -> Lines:
    """Keyed in by mistake and refunded half an hour later: lawful."""
    wrong = (visits.plant[lines.visit] == Plant.TAKEN_BACK) & (lines.planted == 1)
    rows = np.flatnonzero(wrong).astype(np.int64)
    back = lines.take(rows)
    return join_lines([lines, _set(back, cnt=-back.cnt, at=back.at + 30, undoes=rows)])


def _newborn(cat: Catalogue, visits: Visits) -> Lines:
    """What is done for the child, on the bill of the mother, who brings it home: lawful."""
    rows = _rows(visits, Plant.NEWBORN)
    items = cat.pool("newborn")
    every = np.repeat(rows, len(items))
    one = np.ones(len(every), dtype=np.int64)
    at = visits.begin[every] + 90
    return make(every, np.tile(items, len(rows)), one, at, planted=1)


def _of_age(cat: Catalogue, visits: Visits) -> Lines:
    """A drug for adults on the day of coming of age: lawful."""
    rows = _rows(visits, Plant.OF_AGE)
    item = np.full(len(rows), cat.pool("acute_adult")[0])
    return make(rows, item, np.ones(len(rows), dtype=np.int64), visits.begin[rows] + 9, planted=1)


def _wrong_age(rng: Rng, cat: Catalogue, visits: Visits, people: People) -> Lines:
    """Items for children billed to adults."""
    rows = _rows(visits, Plant.AGE)
    options = np.flatnonzero((cat.age_max <= 14) & (cat.sex == 0))
    item = options[rng.integers(0, len(options), len(rows))]
    at = visits.begin[rows] + 6
    old = ages(visits, people, rows, at) > cat.age_max[item]
    return make(rows[old], item[old], np.ones(int(old.sum()), dtype=np.int64), at[old], planted=1)


def _outside(rng: Rng, cat: Catalogue, visits: Visits) -> Lines:
    """Two or three lines dated days after discharge or before admission."""
    rows = np.repeat(_rows(visits, Plant.OUTSIDE), 3)
    away = rng.integers(1, 5, len(rows)) * DAY
    late = np.repeat(rng.random(len(rows) // 3) < 0.7, 3)
    at = np.where(late, visits.end[rows] + away, visits.begin[rows] - away)
    options = cat.pool("lab", "infusion", "infusion_drug")
    item = options[(rng.integers(0, 99, len(rows)) + np.arange(len(rows))) % len(options)]
    return make(rows, item, np.ones(len(rows), dtype=np.int64), at, planted=1)


def _take_home(cat: Catalogue, visits: Visits) -> Lines:
    """Drugs to take home, dispensed shortly after discharge on the same day: lawful."""
    rows = _rows(visits, Plant.TAKE_HOME)
    options = cat.pool("acute")
    lines = make(
        rows,
        options[rows % len(options)],
        np.ones(len(rows), dtype=np.int64),
        visits.end[rows] + 40,
        planted=1,
    )
    return _set(lines, take_home=np.ones(len(lines), dtype=np.int64))


def _idle(rng: Rng, cat: Catalogue, lines: Lines, visits: Visits) -> Lines:
    """Hanging beds: from the third day on, three days and more with bed and nursing alone."""
    care = np.array([t in _CARE_ONLY for t in cat.chrgitm_type])[lines.item]
    day = (lines.at - visits.begin[lines.visit]) // DAY
    length = np.where(visits.end > 0, visits.end - visits.begin, 0) // DAY
    idle = (3 + rng.integers(0, 4, len(visits)))[lines.visit]
    hang = visits.plant[lines.visit] == Plant.IDLE_DAYS
    inside = (day >= 2) & (day < np.minimum(2 + idle + 1, length[lines.visit]))
    marked = _set(lines, planted=np.where(hang & inside & care, 1, lines.planted))
    return marked.take(~(hang & inside & ~care))


def _quiet(cat: Catalogue, lines: Lines, visits: Visits) -> Lines:
    """One day of a stay without treatment, as on a Sunday: lawful."""
    care = np.array([t in _CARE_ONLY for t in cat.chrgitm_type])[lines.item]
    day = lines.at // DAY - visits.begin[lines.visit] // DAY
    quiet = (visits.plant[lines.visit] == Plant.QUIET_DAY) & (day == 3)
    return lines.take(care | ~quiet)


def _of_visit(lines: Lines, row: int) -> Ints:
    """Positions of a visit's lines; the lines are in the order of the visits."""
    first, last = np.searchsorted(lines.visit, [row, row + 1])
    return np.arange(first, last)


def _overpriced(rng: Rng, cat: Catalogue, lines: Lines, visits: Visits) -> Lines:
    """The dearest line of the visit whose price the county sets, 25 to 60 percent above it."""
    price, planted = lines.price.copy(), lines.planted.copy()
    free = np.array([use.startswith("ward_") for use in cat.use])[lines.item]
    for row in _rows(visits, Plant.PRICE).tolist():
        ours = _of_visit(lines, row)
        ours = ours[~free[ours]]
        if len(ours):
            line = ours[np.argmax(lines.amount[ours])]
            price[line] = price[line] * rng.integers(125, 161) // 100
            planted[line] = 1
    return _set(lines, price=price, planted=planted)


def _at_limit(cat: Catalogue, lines: Lines, visits: Visits, places: Places) -> Lines:
    """The dearest line at the very limit of a hospital, or at the free price of a pharmacy: lawful."""
    price, planted = lines.price.copy(), lines.planted.copy()
    for plant in (Plant.PRICE_AT_LIMIT, Plant.RETAIL_PRICE):
        for row in _rows(visits, plant).tolist():
            ours = _of_visit(lines, row)
            if len(ours):
                line = ours[np.argmax(lines.amount[ours])]
                price[line] = cat.price[lines.item[line], places.price_level[visits.place[row]]]
                planted[line] = 1
    return _set(lines, price=price, planted=planted)


def _repeated(rng: Rng, cat: Catalogue, lines: Lines, visits: Visits) -> Lines:
    """A line billed twice; in the lawful variant the repeat is refunded half an hour later."""
    doubled: list[int] = []
    undoes: list[bool] = []
    for plant in (Plant.DUPLICATE, Plant.REFUNDED):
        for row in _rows(visits, plant).tolist():
            ours = _of_visit(lines, row)
            ours = ours[cat.max_per_day[lines.item[ours]] == 1]
            if len(ours):
                doubled.append(int(rng.choice(ours)))
                undoes.append(plant is Plant.REFUNDED)
    again = lines.take(ints(doubled))
    again = _set(again, planted=np.ones(len(again), dtype=np.int64))
    back = again.take(ints([i for i, undo in enumerate(undoes) if undo]))
    originals = ints([len(lines) + i for i, undo in enumerate(undoes) if undo])
    back = _set(back, cnt=-back.cnt, at=back.at + 30, undoes=originals)
    return join_lines([lines, again, back])


def _rekeyed(lines: Lines, visits: Visits) -> Lines:
    """The dearest line of the visit taken back and charged again within minutes: twice, or lawfully once.
    A second refund takes back what came before it here, numbered from -2 downwards."""
    ours: list[int] = []
    sign: list[int] = []
    at: list[int] = []
    undoes: list[int] = []
    for plant, times in ((Plant.REKEYED, 2), (Plant.REKEYED_ONCE, 1)):
        for row in _rows(visits, plant).tolist():
            own = _of_visit(lines, row)
            if not len(own):
                continue
            line = int(own[np.argmax(lines.amount[own])])
            for turn in range(times):
                undoes += [-1 - len(ours) if turn else line, -1]
                ours += [line, line]
                sign += [-1, 1]
                at += [int(lines.at[line]) + 4 * turn + 2, int(lines.at[line]) + 4 * turn + 4]
    again = lines.take(ints(ours))
    one = np.ones(len(again), dtype=np.int64)
    cnt = again.cnt * ints(sign)
    return _set(again, cnt=cnt, at=ints(at), undoes=ints(undoes), planted=one)


def _numbered(rekeyed: Lines, first: int) -> Lines:
    """The lines with their own numbers, of which the first will be `first`."""
    own = rekeyed.undoes < -1
    return _set(rekeyed, undoes=np.where(own, first - 2 - rekeyed.undoes, rekeyed.undoes))


def _voided(lines: Lines, visits: Visits) -> Lines:
    """Take back all lines of the voided visits, a quarter of an hour after their end."""
    rows = np.flatnonzero(visits.plant[lines.visit] == Plant.VOID)
    back = lines.take(rows)
    at = visits.end[back.visit] + 15
    return join_lines([lines, _set(back, cnt=-back.cnt, at=at, undoes=rows.astype(np.int64))])


def _ordered(lines: Lines) -> Lines:
    """Order by visit and time; refunds keep pointing at their lines."""
    order = np.lexsort((np.arange(len(lines)), lines.at, lines.visit))
    rank = np.empty(len(lines), dtype=np.int64)
    rank[order] = np.arange(len(lines))
    undoes = np.where(lines.undoes >= 0, rank[lines.undoes], -1)
    return _set(lines, undoes=undoes).take(order)
