"""The bureau's own standards of discretion as tables: where an article's band is cut, which circumstances count.

While neither is set, the band is cut as for every article and the packaged circumstances count.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from casework.law.discretion import Factor, Tiers, factors
from casework.law.own import own_setting
from casework.law.settable import DISCRETION, DISCRETION_ARTICLES, DISCRETION_FACTORS
from casework.points.parameters import Setting
from casework.points.table import records
from casework.refusal import refuse

CUTS: Final = ("article", "light_until", "heavy_from", "basis")
ROWS: Final = ("factor", "direction", "zh", "article", "basis", "en")


def own_tiers(states: Mapping[str, Any], article_id: str, at: datetime) -> Tiers | None:
    """Where the bureau cuts the band of an article; None while the packaged cut holds."""
    table = own_setting(states, DISCRETION_ARTICLES, at)
    for row in records(table.value, *CUTS) if table else ():
        if table and row["article"] == article_id:
            return _cut(table, row["light_until"], row["heavy_from"], row["basis"])
    own = own_setting(states, DISCRETION, at)
    return _cut(own, *own.value.split(";")) if own else None


def _cut(own: Setting, light: str, heavy: str, basis: str = "") -> Tiers:
    return Tiers(own.valid_from, Decimal(light), Decimal(heavy), basis or own.basis, "")


def factors_on(own: Setting | None, on: date) -> tuple[Factor, ...]:
    """The circumstances of a day: those of the bureau's table, else the packaged ones."""
    if own is None:
        return tuple(row for row in factors() if row.holds(on))
    return tuple(
        Factor(
            row["factor"], row["direction"], row["zh"], row["en"] or row["zh"], own.valid_from,
            row["basis"] or own.basis, "", article=row["article"],
        )
        for row in records(own.value, *ROWS)
    )  # fmt: skip


def own_factors(
    states: Mapping[str, Any], named: Iterable[str], article_id: str, at: datetime
) -> tuple[Factor, ...]:
    """The named ones of the bureau's own table, as a worksheet keeps them; none while it set none.

    Refuses NOT_FOUND for one that the table does not have, BAD_VALUE for one of another article.
    """
    own = own_setting(states, DISCRETION_FACTORS, at)
    if own is None:
        return ()
    table = {row.id: row for row in factors_on(own, own.valid_from)}
    found = []
    for one in dict.fromkeys(named):
        if one not in table:
            raise refuse("NOT_FOUND", what=f"裁量因素 {one}", what_en=f"factor of discretion {one}")
        if table[one].article not in ("", article_id):
            raise refuse(
                "BAD_VALUE", field="裁量因素", field_en="factor of discretion",
                why=f"“{table[one].zh}”只适用于本局裁量基准中的其他条款",
                why_en=f"'{table[one].en}' is of another article by the bureau's standards",
            )  # fmt: skip
        found.append(table[one])
    return tuple(found)
