"""Which services stay payable while a doctor is barred: emergency and rescue, as dated data."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from casework.dated import latest
from casework.refusal import refuse


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
