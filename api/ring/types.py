"""Rings (疑似团伙) and the dossier that explains one."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.finding.types import Judgement, MarkNote
from api.ids import Node


@strawberry.type
class RingParty:
    """An institution or doctor that a ring met at, with its share of the joint visits."""

    code: str
    name: str
    visits: int


@strawberry.type
class RingMember:
    """A person of the ring; ``attended`` counts the joint days, ``alone`` his other visits to the
    places. ``role``: core, member, bridge. ``also`` names other suspected rings that he is in. Personal
    data masked."""

    psn_no: str
    name: str | None
    gend: str | None
    age: int | None
    attended: int
    amount: Decimal | None
    shared: list[str]
    role: str
    alone: int
    also: list[str]
    judgement: Judgement | None


@strawberry.type
class RingSpot:
    """Where a member is drawn: ``x`` and ``y`` between -1 and 1."""

    x: float
    y: float


@strawberry.type
class RingMeeting:
    """Two members, by position, and how many joint days they shared."""

    a: int
    b: int
    days: int


@strawberry.type
class RingNetwork:
    """Who met whom, laid out; ``spots`` in the members' order. ``circles`` (members by position) hang
    together without any one person; who is in two of them holds them together."""

    spots: list[RingSpot]
    meetings: list[RingMeeting]
    circles: list[list[int]]


@strawberry.type
class RingMark:
    """One appearance in the grid: ``member`` and ``day`` by position, ``off`` days away (-1, 0, 1),
    ``minute`` of the day where known."""

    member: int
    day: int
    off: int
    minute: int | None
    doctor: str | None
    amount: Decimal
    mdtrt_id: str


@strawberry.type
class RingShared:
    """What several members have in common (``kind``: address, phone, employer, terminal, bed);
    ``members`` by position. Personal data masked."""

    kind: str
    value: str
    members: list[int]


@strawberry.type
class RingSensitivity:
    """What a threshold ``factor`` times as strict would leave."""

    factor: float
    stands: bool
    members: int


@strawberry.type
class RingChance:
    """What chance makes of the whole data: scores of chance groups over ``permutations`` runs, highest
    first, beside this ring's."""

    score: float
    threshold: float
    p_value: float
    q_value: float
    permutations: int
    null_scores: list[float]
    ran_at: datetime | None


@strawberry.type
class RingGroup:
    """What people made of the ring. ``standing``: open, rejected, unnamed (the ring is confirmed, not
    yet its members) or confirmed."""

    standing: str
    confirmed: int
    rejected: int
    unsure: int


@strawberry.type
class RingDay:
    """A joint day: who was seen, and how many chance would have brought. Channels without joint days
    give months: from ``day`` to ``until``."""

    day: date
    fixmedins_code: str | None
    attended: int
    expected: float
    until: date | None


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
    notes: list[MarkNote]
    case_nos: list[str]
    group: RingGroup
    change: str
    changed_from: list[str]


@strawberry.type
class RingDossier:
    """Everything an inspector needs to believe or reject a ring. ``grid[i][j]``: member i on day j
    (0 absent, 1 present, 2 present with the same doctor or minutes)."""

    ring: Ring
    members: list[RingMember]
    days: list[RingDay]
    grid: list[list[int]]
    reasons: list[RingReason]
    marks: list[RingMark]
    shared: list[RingShared]
    sensitivity: list[RingSensitivity]
    chance: RingChance
    network: RingNetwork


@strawberry.input
class RingFilter:
    """Absent fields do not filter; ended rings show only when asked for by ``change``."""

    route: str | None = None
    channel: str | None = None
    change: str | None = None
    fixmedins_code: str | None = None
    psn_no: str | None = None
    min_score: float | None = None
    #: Confirmed groups alone.
    confirmed: bool | None = None
