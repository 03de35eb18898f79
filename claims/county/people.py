"""The insured people of the county: households, employers, care homes, chronic diseases."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from claims.county.calendar import START
from claims.county.names import Texts, given_names, id_numbers, phones, surnames
from claims.county.places import COUNTY, TOWNS, Place, Places
from claims.county.stream import Bools, Ints, Rng, choose, ints, stream

_SIZES: Final = (0.16, 0.24, 0.24, 0.2, 0.11, 0.05)
_STREETS: Final = [
    "人民路",
    "建设路",
    "和平街",
    "文昌路",
    "迎宾大道",
    "解放街",
    "幸福路",
    "团结巷",
    "学府路",
    "滨河路",
]
_FIRMS: Final = [
    "云溪纺织",
    "恒发机械",
    "绿源食品",
    "宏达建材",
    "天成电子",
    "润丰农业",
    "华新服饰",
    "金穗粮油",
    "顺达物流",
    "永昌化工",
]
_RETIRED_AGE: Final = 60


class Chronic(IntEnum):
    """The chronic disease that brings a person back every month."""

    NONE = 0
    HYPERTENSION = 1
    DIABETES = 2
    CORONARY = 3
    COPD = 4


@dataclass(frozen=True)
class People:
    """Persons by position; -1 means none. ``texts`` holds what is written about them, by interface
    name; ``usual`` has a column of habitual institutions for each :class:`Place`."""

    texts: Mapping[str, pa.Array]
    male: Bools
    birth: Ints
    age: Ints
    household: Ints
    town: Ints
    employer: Ints
    care_home: Ints
    chronic: Ints
    dialysis: Bools
    cancer: Bools
    usual: Ints

    def __len__(self) -> int:
        return len(self.age)


def build_people(seed: int, n: int, places: Places) -> People:
    """``n`` persons who live in ``places``."""
    rng = stream(seed, "people")
    household, role = _households(rng, n)
    age = _ages(rng, household, role)
    male = _sexes(rng, role)
    birth = -(age * 365.25).astype(np.int64) - rng.integers(1, 365, n)
    age = (-birth / 365.25).astype(np.int64)
    care_home = _care_homes(rng, age, places)
    town = choose(rng, int(household.max()) + 1, 1 / (np.arange(len(TOWNS)) + 3))[household]
    town = np.where(care_home >= 0, places.town[care_home], town)
    employer = np.where(
        (age >= 20) & (rng.random(n) < 0.24), rng.integers(0, max(4, n // 400), n), -1
    )
    calendar_birth = START + birth.astype("timedelta64[D]")
    names = np.char.add(surnames(rng, int(household.max()) + 1)[household], given_names(rng, male))
    chronic = _chronic(rng, age)
    dialysis = (rng.random(n) < 0.0024) & (age > 25) & (care_home < 0)
    cancer = (rng.random(n) < 0.004) & (age > 30) & (care_home < 0)
    number = 34_992_500_000_000 + rng.permutation(n) * 7 + rng.integers(0, 7, n)
    texts = {
        "psn_no": number.astype(str),
        "psn_name": names,
        "gend": np.where(male, "1", "2"),
        "certno": id_numbers(calendar_birth, male),
        "tel": _phones(rng, household, role, age, care_home),
        "live_addr": _addresses(household, town, care_home, places),
        "emp_name": _employers(employer),
        "insutype": np.where(employer >= 0, "310", "390"),
        "psn_type": _psn_type(age, employer >= 0),
    }
    return People(
        texts={name: _arrow(values) for name, values in texts.items()},
        male=male,
        birth=birth,
        age=age,
        household=household,
        town=town,
        employer=employer,
        care_home=care_home,
        chronic=chronic,
        dialysis=dialysis,
        cancer=cancer,
        usual=_usual(rng, town, places),
    )


def _arrow(values: Texts) -> pa.Array:
    """Texts as Arrow holds them, in one piece however many; an empty text is no text."""
    array = pa.array(values, pa.string())
    array = pc.if_else(pc.equal(array, ""), pa.scalar(None, pa.string()), array)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _households(rng: Rng, n: int) -> tuple[Ints, Ints]:
    """Household of each person and the place in it (0 head, 1 spouse, 2 and 3 children, 4 and 5
    parents)."""
    sizes = choose(rng, n, _SIZES) + 1
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), n)) + 1]
    household = np.repeat(np.arange(len(sizes)), sizes)[:n]
    first = np.searchsorted(household, household)
    return household, np.arange(n) - first


def _ages(rng: Rng, household: Ints, role: Ints) -> Ints:
    head = rng.integers(26, 84, int(household.max()) + 1)
    # Larger households are those with children: their heads are younger.
    size = np.bincount(household)
    head = np.where(size >= 3, 26 + (head - 24) * 26 // 58, head)[household]
    step = ints([0, -2, -26, -29, 26, 25])[role]
    age: Ints = np.clip(head + step + rng.integers(-2, 3, len(role)), 0, 97)
    return age


def _sexes(rng: Rng, role: Ints) -> Bools:
    coin = rng.random(len(role)) < 0.51
    head = rng.random(len(role)) < 0.8
    male: Bools = ((role == 0) & head) | ((role > 1) & coin)
    return male


def _care_homes(rng: Rng, age: Ints, places: Places) -> Ints:
    homes = places.of(Place.CARE_HOME)
    result = np.full(len(age), -1, dtype=np.int64)
    elders = rng.permutation(np.flatnonzero(age >= 70))
    size = int(np.clip(len(elders) // (6 * len(homes)), 6, 40))
    for i, home in enumerate(homes):
        result[elders[i * size : (i + 1) * size]] = home
    return result


def _addresses(household: Ints, town: Ints, care_home: Ints, places: Places) -> Texts:
    street = np.array(_STREETS)[household % len(_STREETS)]
    number = np.char.add((household // len(_STREETS) + 1).astype(str), "号")
    home = np.char.add(np.char.add(COUNTY, np.array(TOWNS)[town]), np.char.add(street, number))
    institution = np.char.add(COUNTY, places.name)
    return np.where(care_home >= 0, institution[care_home], home)


def _phones(rng: Rng, household: Ints, role: Ints, age: Ints, care_home: Ints) -> Texts:
    own = phones(rng, len(role))
    head = np.searchsorted(household, household)
    shares = (age < 16) | (age > 76) | (rng.random(len(role)) < 0.12)
    number = np.where(shares & (role > 0), own[head], own)
    for home in np.unique(care_home[care_home >= 0]):
        residents = np.flatnonzero(care_home == home)
        number[residents] = own[residents[0]]
    return number


def _employers(employer: Ints) -> Texts:
    name = np.char.add(np.array(_FIRMS)[employer % len(_FIRMS)], "有限公司")
    branch = np.char.add(np.char.add("第", (employer // len(_FIRMS) + 1).astype(str)), "分厂")
    full = np.where(employer >= len(_FIRMS), np.char.add(name, branch), name)
    return np.where(employer >= 0, full, "")


def _chronic(rng: Rng, age: Ints) -> Ints:
    risk = np.clip((age - 30) / 70, 0, 0.55)
    kind = 1 + choose(rng, len(age), (0.5, 0.25, 0.15, 0.1))
    return np.where(rng.random(len(age)) < risk, kind, Chronic.NONE)


def _usual(rng: Rng, town: Ints, places: Places) -> Ints:
    n = len(town)
    usual = np.empty((n, len(Place)), dtype=np.int64)
    for place in (Place.COUNTY, Place.PRIVATE):
        options = places.of(place)
        usual[:, place] = options[choose(rng, n, 1 / (np.arange(len(options)) + 1.5))]
    usual[:, Place.CARE_HOME] = places.near(town, Place.CARE_HOME)
    for place in (Place.TOWNSHIP, Place.VILLAGE, Place.PHARMACY):
        options = places.of(place)
        # The institutions of a town stand len(TOWNS) apart; most of a small county has one only.
        turns = -(-len(options) // len(TOWNS))
        share = 1 - 1 / turns if turns > 3 or place == Place.TOWNSHIP else 0.45
        same = np.flatnonzero(rng.random(n) < share)
        usual[:, place] = places.near(town, place)
        step = (
            rng.integers(0, max(turns, 3), len(same))
            if place != Place.TOWNSHIP
            else (rng.integers(0, turns, len(same)))
        )
        usual[same, place] = options[(town[same] + step * len(TOWNS)) % len(options)]
    return usual


def _psn_type(age: Ints, works: Bools) -> Texts:
    """Category of the insured (domain.md F7)."""
    resident = np.select([age < 6, age < 18, age < 60], ["1402", "1403", "15"], "16")
    return np.where(works, np.where(age >= _RETIRED_AGE, "12", "11"), resident)
