"""Which services stay payable while a doctor is barred: emergency and rescue, as dated data."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from casework.refusal import refuse


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    text = (Path(__file__).parent / "exempt.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["exempt"])


def exempt_med_types(on: date) -> frozenset[str]:
    """Return the med_type codes whose fees stay payable on a day. Raises Refusal NO_RULE_SET."""
    valid = [row for row in _rows() if row["valid_from"] <= on]
    if not valid:
        raise refuse("NO_RULE_SET", on=on.isoformat())
    return frozenset(max(valid, key=lambda row: row["valid_from"])["med_types"])
