"""The county's catalogue of items and prices (``catalogue.csv``), as columns."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from claims.county.stream import Ints

_FILE = Path(__file__).with_name("catalogue.csv")
_NO_MAX_AGE = 999


@dataclass(frozen=True)
class Catalogue:
    """Items by position. Prices are cents by level: third, second, first grade, pharmacy (0 = not
    sold there); ``supply`` is days per unit (0 = not limited); ``sex`` 0 means both."""

    code: list[str]
    name: list[str]
    list_type: list[str]
    chrgitm_type: list[str]
    chrgitm_lv: list[str]
    spec: list[str]
    unit: list[str]
    use: list[str]
    price: Ints
    supply: Ints
    sex: Ints
    age_min: Ints
    age_max: Ints
    max_per_day: Ints

    def pool(self, *uses: str) -> Ints:
        """Positions of the items with one of the given uses."""
        return np.array([i for i, use in enumerate(self.use) if use in uses], dtype=np.int64)

    def at(self, code: str) -> int:
        """Position of an item code."""
        return self.code.index(code)


@cache
def catalogue() -> Catalogue:
    """Read the catalogue once."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    def text(field: str) -> list[str]:
        return [row[field] for row in rows]

    def whole(field: str, empty: int = 0) -> Ints:
        return np.array([int(row[field] or empty) for row in rows], dtype=np.int64)

    def cents(field: str) -> list[int]:
        return [round(float(row[field] or 0) * 100) for row in rows]

    levels = ("price_l3", "price_l2", "price_l1", "price_rx")
    return Catalogue(
        code=text("hilist_code"),
        name=text("hilist_name"),
        list_type=text("list_type"),
        chrgitm_type=text("med_chrgitm_type"),
        chrgitm_lv=text("chrgitm_lv"),
        spec=text("spec"),
        unit=text("unit"),
        use=text("use"),
        price=np.array([cents(f) for f in levels], dtype=np.int64).T,
        supply=whole("supply_days"),
        sex=whole("sex"),
        age_min=whole("age_min"),
        age_max=whole("age_max", _NO_MAX_AGE),
        max_per_day=whole("max_per_day"),
    )
