"""What the columnar store adds to a ring: records, fees beside peers, permutations, checks."""

from __future__ import annotations

import enum
from datetime import datetime
from decimal import Decimal

import strawberry

from api.ring.types import RingShared


@strawberry.type
class RingRecord:
    """The visit and settlements behind a mark (by position). Times are those of the store, local."""

    mark: int
    mdtrt_id: str
    setl_ids: list[str]
    fixmedins_code: str
    med_type: str
    begins: datetime | None
    ends: datetime | None
    diagnosis: str
    bed: str
    terminals: list[str]
    amount: Decimal
    fund: Decimal


@strawberry.type
class RingFeeRow:
    """Joint visits of a month, kind and institution beside their peers. ``basis``: grade, type, place
    or none (too few)."""

    month: str
    med_type: str
    fixmedins_code: str
    visits: int
    median: Decimal
    basis: str
    peer_visits: int
    peer_median: Decimal | None
    peer_low: Decimal | None
    peer_high: Decimal | None
    excess: Decimal | None


@strawberry.type
class RingFees:
    """``ratio``: the median of bill over peers' median; ``excess`` in yuan over ``compared`` visits."""

    rows: list[RingFeeRow]
    compared: int
    ratio: float | None
    excess: Decimal


@strawberry.type
class RingBar:
    """So many permutations brought so many appearances."""

    appearances: int
    permutations: int


@strawberry.type
class RingDraw:
    """Permutations of these very people; ``runs`` 0: nothing to permute."""

    runs: int
    seen: int
    reached: int
    mean: float
    most: int
    p_value: float
    bars: list[RingBar]


@strawberry.type
class RingCheck:
    """A circumstance that could explain the ring, and whether it does."""

    code: str
    value: float
    against: bool
    text: str


@strawberry.type
class RingSupport:
    """The marks (by position) that carry the sentence with this code."""

    code: str
    marks: list[int]


@strawberry.enum
class RingBooking(enum.Enum):
    """What a bill does: charges, takes a charge back, or charges within days of that."""

    CHARGE = "charge"
    REFUND = "refund"
    RECHARGE = "recharge"


@strawberry.type
class RingBill:
    """A settlement of a member (by position), or a single line of one, on a day on which something was taken
    back; ``day`` is the joint day by position, null for a charge of another day that was taken back on it.
    ``feedetlSn`` and ``item`` are a line's, empty of a settlement. Amount in yuan."""

    member: int
    day: int | None
    mdtrt_id: str
    setl_id: str
    at: datetime
    amount: Decimal
    booking: RingBooking
    takes_back: str
    feedetl_sn: str
    item: str


@strawberry.type
class RingReach:
    """How many members, and how many others, came to at least so many of the joint days."""

    days: int
    members: int
    others: int


@strawberry.type
class RingLine:
    """A sentence of the plain summary; ``code`` says what it rests on."""

    code: str
    text: str


@strawberry.type
class RingFigures:
    """Everything that the store adds. ``missing`` marks have no visit any more. ``leadSummary`` is the
    summary as a lead takes it: Chinese as all papers of a case, whoever reads the page."""

    summary: list[RingLine]
    lead_summary: str
    records: list[RingRecord]
    missing: int
    fees: RingFees
    draw: RingDraw
    ties: list[RingShared]
    checks: list[RingCheck]
    supports: list[RingSupport]
    refunds: list[RingBill]
    reaches: list[RingReach]


@strawberry.type
class RingShare:
    """Verdicts counted; ``precision`` is confirmed among confirmed and rejected, with Wilson's 95 %
    interval; null before the first clear verdict."""

    confirmed: int
    rejected: int
    unsure: int
    precision: float | None
    low: float | None
    high: float | None


@strawberry.type
class RingPrecision:
    """A channel's record: what it suspects now, and how its suspicions proved. ``aside`` are those
    that routing put aside; ``promised`` what the q-values of the judged rings had promised."""

    channel: str
    found: int
    waiting: int
    rings: RingShare
    members: RingShare
    aside: RingShare
    promised: float | None
