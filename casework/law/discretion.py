"""Discretion: in which part of the lawful band the multiple belongs, by the factors of the case."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from casework.dated import in_force, latest
from casework.refusal import refuse


class Tier(StrEnum):
    """Light, ordinary, heavy; `open` where factors of both kinds have to be weighed by a person."""

    LIGHT = "light"
    ORDINARY = "ordinary"
    HEAVY = "heavy"
    OPEN = "open"


TIER_NAMES = {
    Tier.LIGHT: ("从轻", "light"),
    Tier.ORDINARY: ("一般", "ordinary"),
    Tier.HEAVY: ("从重", "heavy"),
    Tier.OPEN: ("综合裁量", "weighed"),
}


@dataclass(frozen=True)
class Tiers:
    """Where the lawful band is cut, as shares from its lower end."""

    valid_from: date
    light_until: Decimal
    heavy_from: Decimal
    basis: str
    mark: str


@dataclass(frozen=True)
class Factor:
    """A circumstance that mitigates or aggravates, with its basis."""

    id: str
    direction: str
    zh: str
    en: str
    valid_from: date
    basis: str
    mark: str
    #: The first day on which it holds no more, or rests on another law.
    valid_to: date | None = None
    #: The only article that it is of, by the bureau's own standards; "": of all.
    article: str = ""

    def holds(self, on: date) -> bool:
        """Whether it counts on a day."""
        return in_force(self, on)


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "discretion.toml").read_text("utf-8"))


@cache
def factors() -> tuple[Factor, ...]:
    """Return every factor, of all times."""
    return tuple(Factor(**raw) for raw in _tables()["factor"])


@cache
def tiers() -> tuple[Tiers, ...]:
    """Return every cut of the band, of all times."""
    figures = ("light_until", "heavy_from")
    return tuple(Tiers(**{**r, **{k: Decimal(r[k]) for k in figures}}) for r in _tables()["tiers"])


def tiers_from(data: dict[str, Any] | None) -> Tiers | None:
    """Read a cut back from the JSON of its event; worksheets by the packaged cut have none."""
    if data is None:
        return None
    figures = {key: Decimal(data[key]) for key in ("light_until", "heavy_from")}
    return Tiers(**{**data, **figures, "valid_from": date.fromisoformat(data["valid_from"])})


def factor_from(data: dict[str, Any]) -> Factor:
    """Read one of the bureau's own back from the JSON of its event."""
    return Factor(
        **{**data, "valid_from": date.fromisoformat(data["valid_from"]), "valid_to": None}
    )


def factor(factor_id: str, on: date) -> Factor:
    """Return a factor in force on a day. Raises Refusal NOT_FOUND."""
    for row in factors():
        if row.id == factor_id and in_force(row, on):
            return row
    raise refuse(
        "NOT_FOUND", what=f"裁量因素 {factor_id}", what_en=f"factor of discretion {factor_id}"
    )


def tier_of(found: Sequence[Factor]) -> Tier:
    """Only mitigating factors make it light, only aggravating ones heavy; both have to be weighed."""
    directions = {one.direction for one in found}
    if not directions:
        return Tier.ORDINARY
    if len(directions) > 1:
        return Tier.OPEN
    return Tier.LIGHT if directions == {"mitigating"} else Tier.HEAVY


def span(
    low: Decimal, high: Decimal, tier: Tier, on: date, own: Tiers | None = None
) -> tuple[Decimal, Decimal]:
    """Return the part of the band that belongs to a tier, both ends included, by the bureau's `own` cut if any."""
    cut = own or latest(tiers(), on)
    if cut is None:
        raise refuse(
            "NOT_FOUND",
            what=f"裁量基准（{on.isoformat()}）",
            what_en=f"tiers of discretion ({on.isoformat()})",
        )
    width = high - low
    light, heavy = low + width * cut.light_until, low + width * cut.heavy_from
    return {
        Tier.LIGHT: (low, light),
        Tier.ORDINARY: (light, heavy),
        Tier.HEAVY: (heavy, high),
        Tier.OPEN: (low, high),
    }[tier]
