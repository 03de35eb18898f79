"""Doctors and institutions that went on under a new number, and stand in the registers under both.

Lawful: a doctor was employed again after retiring, a township became a town and its health centre
took the new name. Until the change the visits carry the old number, so that who is one with whom
matters to whatever counts by doctor or institution. Nothing planted and no look-alike is touched.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import numpy as np

from claims.county.calendar import DAY
from claims.county.names import Texts
from claims.county.places import Place, Places
from claims.county.stream import Bools, Ints, Rng
from claims.county.visits import Visits
from claims.county.world import World

#: One of so many of those who could be, and the least that there are where so many can.
DOCTORS, INSTITUTIONS = 40, 12
_LEAST: Final = 3
_RENAMED: Final = (Place.PRIVATE, Place.TOWNSHIP, Place.VILLAGE, Place.PHARMACY)


def with_old_numbers(
    world: World, visits: Visits, *, institutions: bool = True
) -> tuple[Places, Visits]:
    """The county with the old rows at the end of its registers and in the visits before the change.

    ``institutions`` false leaves their number as it is.
    """
    rng, days, places = world.stream("renumbered"), world.days, world.places
    used = visits.group >= 0
    # A pharmacist is on no bill.
    treats = places.kind[places.staff_place] != Place.PHARMACY
    seen = _seen(visits.doctor, ~used, used, len(places.staff_code))
    doctors = _some(rng, seen & treats, DOCTORS)
    kinds = np.isin(places.kind, _RENAMED)
    free = _seen(visits.place, ~used, used, len(places.code)) & kinds
    renamed = _some(rng, free & institutions, INSTITUTIONS)
    # One change a visit: whose institution is renamed keeps the own number.
    doctors = doctors[~np.isin(places.staff_place[doctors], renamed)]
    grown = _with_old_places(_with_old_staff(places, doctors), renamed)
    changed = {
        "doctor": _before(rng, days, visits.doctor, doctors, len(places.staff_code), visits.begin),
        "place": _before(rng, days, visits.place, renamed, len(places.code), visits.begin),
    }
    return grown, visits.with_(**changed)


def renumbered(places: Places) -> dict[str, list[tuple[str, str]]]:
    """Old and new number of each doctor and institution, for the answer key."""
    return {
        "doctors_renumbered": _pairs(places.staff_code),
        "institutions_renamed": _pairs(places.code),
    }


def _pairs(codes: Texts) -> list[tuple[str, str]]:
    present = set(codes.tolist())
    return sorted((was, code) for code in present if (was := _old_number(code)) in present - {code})


def _old_number(code: str) -> str:
    """A number that the county has not given to anybody: its own have the area 34."""
    return f"{code[0]}33{code[3:]}"


def _old_doctor(name: str) -> str:
    """As the register had it: two characters with a blank between, or with a note of the office."""
    return f"{name[0]} {name[1]}" if len(name) == 2 else f"{name}（返聘）"


def _old_place(name: str) -> str:
    """Before the township became a town (or was merged into one), or the house grew."""
    for now, was in (("大药房", "药房"), ("镇", "乡"), ("乡", "镇"), ("医院", "综合医院")):
        if now in name:
            return name.replace(now, was, 1)
    return f"原{name}"


def _with_old_staff(p: Places, who: Ints) -> Places:
    return replace(
        p,
        staff_code=_grown(p.staff_code, who, _old_number),
        staff_name=_grown(p.staff_name, who, _old_doctor),
        staff_place=np.append(p.staff_place, p.staff_place[who]),
        staff_dept=np.append(p.staff_dept, p.staff_dept[who]),
    )


def _with_old_places(p: Places, which: Ints) -> Places:
    same = ("kind", "level", "town", "lon", "lat", "beds", "terminals", "price_level")
    again = {name: getattr(p, name) for name in (*same, "first", "count")}
    columns: dict[str, Any] = {name: np.append(c, c[which]) for name, c in again.items()}
    return replace(
        p,
        code=_grown(p.code, which, _old_number),
        name=_grown(p.name, which, _old_place),
        **columns,
    )


def _grown(column: Texts, rows: Ints, old: Callable[[str], str]) -> Texts:
    """The column and behind it the old text of these rows; the width of the text grows with it."""
    return np.concatenate([column, np.array([old(one) for one in column[rows].tolist()], str)])


def _seen(number: Ints, ordinary: Bools, used: Bools, size: int) -> Bools:
    """Who has ordinary visits and none of a group."""
    known = number >= 0
    every = np.bincount(number[ordinary & known], minlength=size) > 0
    grouped = np.bincount(number[used & known], minlength=size) > 0
    return every & ~grouped


def _some(rng: Rng, could: Bools, per: int) -> Ints:
    options = np.flatnonzero(could)
    number = max(_LEAST, len(options) // per)
    return np.sort(rng.permutation(options)[:number]).astype(np.int64)


def _before(rng: Rng, days: int, number: Ints, who: Ints, size: int, begin: Ints) -> Ints:
    """The column with the old number (``size`` and on) before each one's own day of change."""
    change = np.zeros(size + 1, dtype=np.int64)
    change[who] = rng.integers(days // 3, max(days // 3 + 1, 2 * days // 3), len(who)) * DAY
    old = np.arange(size + 1)
    old[who] = size + np.arange(len(who))
    early = (number >= 0) & (begin < change[number])
    return np.where(early, old[number], number)
