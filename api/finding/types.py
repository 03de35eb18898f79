"""Findings (疑点) as the desk sees them."""

from __future__ import annotations

import enum
from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.ids import Node


@strawberry.enum
class ResultType(enum.Enum):
    """明确违规 is deducted directly; 可疑 always needs a person."""

    CLEAR = "clear"
    SUSPECTED = "suspected"


@strawberry.enum
class Verdict(enum.Enum):
    """What a person said of a finding or a ring."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@strawberry.type
class LegalBasis:
    """A citation and the days on which it is in force."""

    citation: str
    valid_from: date | None
    valid_to: date | None


@strawberry.type
class RuleParameter:
    """A dated parameter of a rule as it stands today."""

    name: str
    value: str
    unit: str | None
    valid_from: date | None
    basis: str | None


@strawberry.type
class Rule(Node):
    """A rule of the examiner."""

    id: strawberry.ID
    rule_id: str
    version: str
    name: str
    tier: str
    result: ResultType
    severity: str
    stage: str
    legal_basis: list[LegalBasis]
    parameters: list[RuleParameter]


@strawberry.type
class Judgement:
    """A person's verdict with its reason; notes come without a verdict."""

    verdict: Verdict | None
    reason: str
    by: str
    at: datetime


@strawberry.type
class MarkNote:
    """What a person wrote beside a finding or a ring; it decides nothing."""

    text: str
    by: str
    at: datetime


@strawberry.type
class BillLine:
    """A fee line of a visit's bill; ``hit`` marks the lines that the finding rests on."""

    mdtrt_id: str
    feedetl_sn: str
    fee_ocur_time: datetime | None
    hilist_code: str | None
    hilist_name: str | None
    cnt: Decimal | None
    pric: Decimal | None
    det_item_fee_sumamt: Decimal | None
    hit: bool


@strawberry.type
class VisitRefund:
    """What refund settlements gave back of a visit without naming a line: ``amount`` the fund's yuan
    of ``billed``."""

    visit: str
    billed: Decimal
    amount: Decimal
    on: date | None
    documents: list[str]


@strawberry.type
class Finding(Node):
    """One suspicion of one rule, with the people masked. ``amount`` is the fund's part at risk,
    ``amountInvolved`` what was billed wrongly; yuan. ``legalBasis`` was in force when it happened."""

    id: strawberry.ID
    finding_id: str
    rule_id: str
    rule_name: str
    rule_version: str
    result: ResultType
    sentence: str
    psn_no: str | None
    psn_name: str | None
    fixmedins_code: str | None
    fixmedins_name: str | None
    prac_psn_code: str | None
    prac_psn_name: str | None
    mdtrt_ids: list[str]
    first_time: datetime | None
    last_time: datetime | None
    amount: Decimal
    amount_involved: Decimal
    line_count: int
    population: int | None
    first_seen_at: datetime | None
    legal_basis: list[LegalBasis]
    judgement: Judgement | None
    notes: list[MarkNote]
    case_nos: list[str]


@strawberry.type
class FindingGroup:
    """Counts and sums of the filtered findings, by one key."""

    key: str
    label: str
    count: int
    amount: Decimal


@strawberry.enum
class FindingGroupBy(enum.Enum):
    """What findings can be grouped by."""

    RULE = "rule"
    INSTITUTION = "institution"
    DOCTOR = "doctor"
    MONTH = "month"


@strawberry.type
class FindingSums:
    """Totals of the whole filtered set, for the table's footer."""

    count: int
    amount: Decimal
    amount_involved: Decimal


@strawberry.enum
class FindingOrder(enum.Enum):
    """How pages are ordered: amount and latest descend, oldest ascends."""

    AMOUNT = "amount"
    LATEST = "latest"
    OLDEST = "oldest"


@strawberry.input
class FindingFilter:
    """Absent fields do not filter."""

    rule_ids: list[str] | None = None
    result: ResultType | None = None
    fixmedins_codes: list[str] | None = None
    psn_no: str | None = None
    prac_psn_code: str | None = None
    min_amount: Decimal | None = None
    max_amount: Decimal | None = None
    from_day: date | None = None
    to_day: date | None = None
    text: str | None = None
    finding_ids: list[str] | None = None
