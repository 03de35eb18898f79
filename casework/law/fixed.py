"""What the bureau cannot set, because the law fixes it: told beside what it can (ADR 0105)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Fixed:
    """A figure or rule that is not the bureau's own, with why, and the law that fixes it."""

    id: str
    zh: str
    en: str
    why: str
    why_en: str
    law: str
    mark: str


@cache
def fixed() -> tuple[Fixed, ...]:
    """Every row, in the order of the page."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["fixed"]
    return tuple(Fixed(**row) for row in raw)
