"""Pairs of records that may be one person, doctor or institution."""

from __future__ import annotations

import enum

import strawberry

from api.finding.types import Judgement
from api.ids import Node


@strawberry.enum
class SameKind(enum.Enum):
    """What can be one."""

    PATIENT = "Patient"
    DOCTOR = "Doctor"
    INSTITUTION = "Institution"


@strawberry.enum
class SameState(enum.Enum):
    """What people said of a pair."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@strawberry.type
class SameField:
    """One field of the two records, masked where it is personal, and what its comparison weighs.

    ``level``: equal, similar, swapped, oneOff, differ, differUnsure; ``bits`` for or against.
    """

    name: str
    left: str | None
    right: str | None
    level: str | None = None
    bits: float | None = None


@strawberry.type
class SamePair(Node):
    """Two records side by side; ``bits`` is the sum of the evidence that they are one."""

    id: strawberry.ID
    key: str
    kind: SameKind
    left: str
    right: str
    bits: float
    version: int
    fields: list[SameField]
    judgement: Judgement | None
