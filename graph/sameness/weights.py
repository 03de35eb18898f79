"""The weights of agreement and disagreement, as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.sameness.model import SameKind

Levels = Mapping[str, float]


@dataclass(frozen=True)
class Weights:
    """Bits by kind, field and level; pairs from `review_bits` on are shown to people."""

    review_bits: float
    crowd: int
    fields: Mapping[SameKind, Mapping[str, Levels]]


@cache
def weights() -> Weights:
    """The shipped weights."""
    raw = tomllib.loads(Path(__file__).with_name("weights.toml").read_text(encoding="utf-8"))
    fields = {kind: raw[kind.value] for kind in SameKind}
    return Weights(float(raw["review_bits"]), int(raw["crowd"]), fields)
