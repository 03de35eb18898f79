"""Institutions of the invented county 云溪县, their doctors and where they stand."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np

from claims.county.names import Texts, given_names, surnames
from claims.county.stream import Floats, Ints, ints, stream

COUNTY: Final = "云溪县"
CENTRE: Final = (116.734, 33.218)
# 87 institutions = 48 hospitals + 39 pharmacies, the county of domain.md G 27.
PRESET_PERSONS: Final = 20_000
TOWNS: Final = [
    "城关镇",
    "清河镇",
    "石桥镇",
    "柳林镇",
    "双庙镇",
    "白马镇",
    "新集镇",
    "王楼乡",
    "高台镇",
    "沙沟乡",
    "枣园镇",
    "龙泉镇",
    "官渡乡",
    "大营镇",
    "青山乡",
    "周寨镇",
]
_COUNTY_HOSPITALS: Final = ("云溪县人民医院", "云溪县中医院", "云溪县妇幼保健院")
_PRIVATE: Final = [
    "云溪仁康医院",
    "云溪济民医院",
    "云溪博爱骨科医院",
    "云溪同心康复医院",
    "云溪瑞安医院",
    "云溪东方中西医结合医院",
]
_VILLAGES: Final = [
    "张庄",
    "李洼",
    "赵桥",
    "孙集",
    "大刘",
    "小王庄",
    "前陈",
    "后陈",
    "柳湖",
    "马店",
    "朱家湾",
    "胡楼",
    "郭庄",
    "何岗",
    "高皇",
    "林场",
    "罗圩",
    "郑塘",
    "梁园",
    "谢寨",
    "宋湾",
    "唐集",
    "许庄",
]
_PHARMACY_WORDS: Final = [
    "康泰",
    "益民",
    "仁和堂",
    "百草堂",
    "同济堂",
    "福安",
    "惠民",
    "万家康",
    "春晖",
    "德仁堂",
    "老百姓",
    "天天好",
    "平安",
    "永康",
    "广济堂",
    "宏济堂",
    "瑞草堂",
    "民生",
    "佳和",
    "松鹤堂",
]


class Place(IntEnum):
    """What kind of institution."""

    COUNTY = 0
    PRIVATE = 1
    TOWNSHIP = 2
    VILLAGE = 3
    CARE_HOME = 4
    PHARMACY = 5


_LEVEL: Final = {0: "05", 1: "08", 2: "08", 3: "11", 4: "11", 5: "11"}
_BEDS: Final = {0: 420, 1: 90, 2: 45, 3: 0, 4: 0, 5: 0}
_DOCTORS: Final = {0: 26, 1: 7, 2: 5, 3: 2, 4: 2, 5: 1}
# Most terminals of an institution; they are numbered from one in its own name.
TILLS: Final = 4
_DEPARTMENTS: Final = ("A03", "A04", "A05", "A07", "A50")


@dataclass(frozen=True)
class Places:
    """Institutions by position; ``first``/``count`` give the staff of each, ``price_level`` the
    column of the catalogue's prices."""

    code: Texts
    name: Texts
    kind: Ints
    level: Texts
    town: Ints
    lon: Floats
    lat: Floats
    beds: Ints
    terminals: Ints
    price_level: Ints
    first: Ints
    count: Ints
    staff_code: Texts
    staff_name: Texts
    staff_place: Ints
    staff_dept: Texts

    def of(self, *kinds: Place) -> Ints:
        """Positions of the institutions of these kinds."""
        return np.flatnonzero(np.isin(self.kind, kinds)).astype(np.int64)

    @property
    def terminal_no(self) -> Texts:
        """Numbers of the terminals, :data:`TILLS` for each institution (not all of them exist)."""
        prefix = np.char.add(np.repeat(self.code, TILLS), "-T")
        return np.char.add(prefix, np.tile(np.arange(TILLS) + 1, len(self.code)).astype(str))

    def near(self, town: Ints, *kinds: Place) -> Ints:
        """For each town the nearest institution of these kinds (the same town if it has one)."""
        options = self.of(*kinds)
        centres = np.array(_town_points())
        away = np.hypot(
            centres[:, 0, None] - self.lon[options], centres[:, 1, None] - self.lat[options]
        )
        away -= 1000.0 * (np.arange(len(TOWNS))[:, None] == self.town[options])
        return ints(options[np.argmin(away, axis=1)][town])


def _town_points() -> list[tuple[float, float]]:
    points = [CENTRE]
    for i in range(1, len(TOWNS)):
        angle, reach = i * 2.399963, 0.06 + 0.016 * i
        points.append((CENTRE[0] + reach * np.cos(angle), CENTRE[1] + 0.8 * reach * np.sin(angle)))
    return points


# At 20,000 persons; how their number grows with the county's (village clinics nearly as fast as the
# people, hospitals slowly); how many there must be at least.
_AT_PRESET: Final = {
    Place.COUNTY: (3, 0.2, 3),
    Place.PRIVATE: (6, 0.4, 3),
    Place.TOWNSHIP: (15, 0.3, 4),
    Place.VILLAGE: (22, 0.7, 4),
    Place.CARE_HOME: (2, 0.75, 1),
    Place.PHARMACY: (39, 0.53, 6),
}
_MOST: Final = {Place.VILLAGE: len(TOWNS) * len(_VILLAGES), Place.PRIVATE: 6 * len(_PRIVATE)}


def _counts(persons: int, *, fixed: bool) -> dict[Place, int]:
    scale = persons / PRESET_PERSONS
    if fixed:
        return {kind: number for kind, (number, _, _) in _AT_PRESET.items()}
    counts = {}
    for kind, (number, power, least) in _AT_PRESET.items():
        grown = number * (scale if scale < 1 and kind is not Place.COUNTY else scale**power)
        counts[kind] = min(max(least, round(grown)), _MOST.get(kind, 10_000))
    return counts


def _again(round_: int) -> str:
    """The ordinal of an institution whose name is taken in its place."""
    return "" if round_ == 0 else f"第{'零一二三四五六七八九十'[min(round_ + 1, 10)]}"


def _name(kind: Place, i: int, town: int) -> str:
    here = TOWNS[town]
    if kind is Place.COUNTY:
        few = len(_COUNTY_HOSPITALS)
        return _COUNTY_HOSPITALS[i] if i < few else f"云溪县{_again(i - few + 1)}人民医院"
    if kind is Place.PRIVATE:
        name, turn = _PRIVATE[i % len(_PRIVATE)], i // len(_PRIVATE)
        return name if turn == 0 else f"{name}{TOWNS[turn][:2]}分院"
    if kind is Place.TOWNSHIP:
        middle = "中心" if town % 3 == 0 and i < len(TOWNS) else _again(i // len(TOWNS))
        return f"{here}{middle}卫生院"
    if kind is Place.VILLAGE:
        return f"{here}{_VILLAGES[i % len(_VILLAGES)]}村卫生室"
    if kind is Place.CARE_HOME:
        turn = i // len(TOWNS)
        return f"{here}{('夕阳红', '福寿')[i % 2]}{_again(turn)}养老院医务室"
    words, turn = _PHARMACY_WORDS, i // len(_PHARMACY_WORDS)
    more = "" if turn == 0 else "二" if turn == 1 else f"{turn + 1}号"
    return f"{words[i % len(words)]}大药房{here[:2]}{more}店"


def build_places(seed: int, persons: int, *, fixed: bool = False) -> Places:
    """Institutions for a county of that many persons; numbers are given in random order.

    ``fixed`` keeps to 87 institutions however many persons there are.
    """
    rng = stream(seed, "places")
    kinds, names, towns = [], [], []
    for kind, count in _counts(persons, fixed=fixed).items():
        for i in range(count):
            town = 0 if kind <= Place.PRIVATE else (i + (kind == Place.CARE_HOME)) % len(TOWNS)
            kinds.append(int(kind))
            names.append(_name(kind, i, town))
            towns.append(town)
    kind_of, town_of = ints(kinds), ints(towns)
    points = np.array(_town_points())[town_of] + rng.normal(0, 0.008, (len(kinds), 2))
    doctors = _staff_counts(kind_of, persons)
    first = np.concatenate(([0], np.cumsum(doctors)[:-1]))
    serial = rng.permutation(len(kinds)) + 1
    letter = np.where(kind_of == Place.PHARMACY, "P", "H")
    code = np.char.add(letter, np.char.zfill((34_992_500_000 + serial).astype(str), 11))
    level = np.array([_LEVEL[k] for k in kinds])
    level[0] = "02"
    staff = _staff(seed, np.repeat(np.arange(len(kinds)), doctors))
    return Places(
        code=code,
        name=np.array(names),
        kind=kind_of,
        level=level,
        town=town_of,
        lon=points[:, 0],
        lat=points[:, 1],
        beds=ints([_BEDS[k] for k in kinds]),
        terminals=np.where(kind_of <= Place.TOWNSHIP, TILLS, 2),
        price_level=np.where(
            kind_of == Place.PHARMACY, 3, np.where(level == "02", 0, np.where(level == "05", 1, 2))
        ),
        first=ints(first),
        count=doctors,
        staff_code=staff[0],
        staff_name=staff[1],
        staff_place=np.repeat(np.arange(len(kinds)), doctors),
        staff_dept=staff[2],
    )


def _staff_counts(kind: Ints, persons: int) -> Ints:
    """More doctors where more people come to one institution; a pharmacy has one pharmacist."""
    base = ints([_DOCTORS[k] for k in kind])
    usual = ints([_AT_PRESET[Place(k)][0] for k in kind])
    crowd = persons / PRESET_PERSONS * usual / np.bincount(kind)[kind]
    growth = np.maximum(1.0, crowd) ** 0.8
    return np.where(kind == Place.PHARMACY, 1, (base * growth).astype(np.int64))


def _staff(seed: int, place: Ints) -> tuple[Texts, Texts, Texts]:
    rng = stream(seed, "staff")
    n = len(place)
    code = np.char.add("D34", (9_925_000_000 + rng.permutation(n) + 1).astype(str))
    name = np.char.add(surnames(rng, n), given_names(rng, rng.random(n) < 0.58))
    return code, name, np.array(_DEPARTMENTS)[rng.integers(0, len(_DEPARTMENTS), n)]
