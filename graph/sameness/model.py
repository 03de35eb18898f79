"""What a comparison of two records says."""

from dataclasses import dataclass
from enum import StrEnum


class SameKind(StrEnum):
    """What can be one: values are the labels of the map."""

    PATIENT = "Patient"
    DOCTOR = "Doctor"
    INSTITUTION = "Institution"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One compared field: how it agrees and what that weighs, in bits for or against."""

    field: str
    level: str
    bits: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two records that may be one; `a` < `b` by code. `bits` is the sum of the evidence."""

    kind: SameKind
    a: str
    b: str
    bits: float
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> str:
        """The stable name of the pair."""
        return pair_key(self.kind, self.a, self.b)


@dataclass(frozen=True, slots=True)
class Search:
    """The outcome of one search: pairs by falling weight, and the blocks that were too large."""

    found: tuple[Likeness, ...]
    compared: int
    crowded: tuple[str, ...]


def pair_key(kind: SameKind, a: str, b: str) -> str:
    """Kind and both codes, lower first. Codes hold no bar: the interface allows letters and digits."""
    low, high = sorted((a, b))
    return f"{kind.value}|{low}|{high}"


def pair_of(key: str) -> tuple[SameKind, str, str] | None:
    """The parts of a key; None for text that is none."""
    kind, bar, rest = key.partition("|")
    a, middle, b = rest.partition("|")
    if not (bar and middle and a and b) or kind not in set(SameKind) or a >= b:
        return None
    return SameKind(kind), a, b
