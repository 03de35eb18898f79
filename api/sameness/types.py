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


@strawberry.type
class SameMember:
    """A record of a cluster; the name is masked where it is a person's. ``id`` is the map's."""

    id: str
    code: str
    name: str | None


@strawberry.type
class SameTie:
    """A judgement between two records: by whom, when and why. Take it back by ``key`` and ``version``."""

    key: str
    left: str
    right: str
    version: int
    judgement: Judgement


@strawberry.type
class SameContradiction:
    """Judged different, and yet one by this shortest chain of other judgements."""

    apart: SameTie
    chain: list[SameTie]


@strawberry.type
class SameCluster(Node):
    """Records that people judged one: its members, the judgements that hold it, and what contradicts.

    While there is a contradiction nobody of it is merged; ``head`` stands for all otherwise.
    """

    id: strawberry.ID
    kind: SameKind
    head: str
    members: list[SameMember]
    ties: list[SameTie]
    contradictions: list[SameContradiction]
