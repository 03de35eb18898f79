"""Rings (疑似团伙) and the dossier that explains one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import strawberry

from api.finding.types import Judgement
from api.ids import Node


@strawberry.type
class RingParty:
    """An institution or doctor that a ring met at, with its share of the joint visits."""

    code: str
    name: str
    visits: int


@strawberry.type
class RingMember:
    """A person of the ring; ``attended`` counts the joint days. Personal data masked."""

    psn_no: str
    name: str | None
    gend: str | None
    age: int | None
    attended: int
    amount: Decimal | None
    shared: list[str]


@strawberry.type
class RingDay:
    """A joint day: who was seen, and how many chance would have brought."""

    day: date
    fixmedins_code: str | None
    attended: int
    expected: float


@strawberry.type
class RingReason:
    """A sentence for or against, with the figures it rests on."""

    code: str
    text: str
    value: float | None
    supports: bool


@strawberry.type
class Ring(Node):
    """A group that appears together more often than chance allows."""

    id: strawberry.ID
    ring_id: str
    route: str
    route_reason: str | None
    channel: str
    score: float
    expected_by_chance: float
    seen: float
    member_count: int
    day_count: int
    first_day: date | None
    last_day: date | None
    amount: Decimal | None
    institutions: list[RingParty]
    doctors: list[RingParty]
    judgement: Judgement | None
    case_nos: list[str]


@strawberry.type
class RingDossier:
    """Everything an inspector needs to believe or reject a ring. ``grid[i][j]``: member i on day j
    (0 absent, 1 present, 2 present with the same doctor or minutes)."""

    ring: Ring
    members: list[RingMember]
    days: list[RingDay]
    grid: list[list[int]]
    reasons: list[RingReason]


@strawberry.input
class RingFilter:
    """Absent fields do not filter."""

    route: str | None = None
    channel: str | None = None
    fixmedins_code: str | None = None
    psn_no: str | None = None
    min_score: float | None = None
