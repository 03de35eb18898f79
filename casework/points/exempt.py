"""Which services stay payable while a doctor is barred: emergency and rescue, as dated data."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from casework.dated import latest
from casework.points.parameters import BureauState
from casework.refusal import refuse


class Payable(StrEnum):
    """Why fees of a barred doctor stay payable."""

    EMERGENCY = "emergency"
    RESCUE = "rescue"


WHY_PAYABLE: Final = {
    Payable.EMERGENCY: ("急诊", "emergency"),
    Payable.RESCUE: ("就诊中的抢救", "rescue within a visit"),
}


@dataclass(frozen=True)
class Exemption:
    """The med_type codes that stay payable from a day on."""

    valid_from: date
    med_types: frozenset[str]
    basis: str
    mark: str


@cache
def exemptions() -> tuple[Exemption, ...]:
    """Return every row, of all times."""
    text = (Path(__file__).parent / "exempt.toml").read_text("utf-8")
    rows = tomllib.loads(text)["exempt"]
    return tuple(
        Exemption(row["valid_from"], frozenset(row["med_types"]), row["basis"], row["mark"])
        for row in rows
    )


def exempt_med_types(on: date) -> frozenset[str]:
    """Return the med_type codes whose fees stay payable on a day. Raises Refusal NO_RULE_SET."""
    row = latest(exemptions(), on)
    if row is None:
        raise refuse("NO_RULE_SET", on=on.isoformat())
    return row.med_types


@dataclass(frozen=True)
class Rescue:
    """What counts as a rescue (抢救) within a visit from `starts` to `until`, and for how long.

    `items`: codes of the catalogue or their beginnings. `days` before and after the day on which one is
    charged are of it; None: the whole visit.
    """

    starts: date
    until: date
    items: tuple[str, ...]
    days: int | None


def rescues(bureau: BureauState) -> tuple[Rescue, ...]:
    """Return what counts as a rescue at all times, by the bureau's parameters (mark M)."""
    names = ("rescue_items", "rescue_window")
    starts = {date.min, *(one.valid_from for one in bureau.settings if one.name in names)}
    edges = (*sorted(starts), date.max)
    return tuple(
        _rescue(bureau, first, then - timedelta(days=1)) for first, then in pairwise(edges)
    )


def _rescue(bureau: BureauState, starts: date, until: date) -> Rescue:
    items, window = (bureau.value(name, starts) for name in ("rescue_items", "rescue_window"))
    days = None if window == "stay" else int(window)
    return Rescue(starts, until, tuple(items.split("、")), days)
