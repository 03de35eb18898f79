"""What a reader gets: findings, lines of a bill, groups, pages. Times are aware (UTC)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any


@dataclass(frozen=True)
class LineKey:
    """The true key of a fee line."""

    mdtrt_id: str
    feedetl_sn: str


@dataclass(frozen=True)
class Finding:
    """One suspicion of one rule. Amounts in yuan.

    `amount_involved` is what was billed wrongly, `amount_at_risk` the fund's part of it;
    `psn_name` and the sentences are masked unless the viewer stated a purpose. `parameters` and
    `knowledge` are what the rule stood on when it was run.
    """

    finding_id: str
    rule_id: str
    rule_version: str
    result: str
    severity: str
    stage: str
    identity: Mapping[str, str]
    psn_no: str | None
    psn_name: str | None
    fixmedins_code: str | None
    fixmedins_name: str | None
    prac_psn_code: str | None
    prac_psn_name: str | None
    mdtrt_ids: tuple[str, ...]
    setl_ids: tuple[str, ...]
    lines: tuple[LineKey, ...]
    amount_involved: Decimal
    amount_at_risk: Decimal
    first_time: datetime | None
    last_time: datetime | None
    sentence_zh: str
    sentence_en: str
    population: int
    parameters: Mapping[str, Any]
    knowledge: Mapping[str, str]
    run_id: str
    run_at: datetime
    first_seen_run: str
    first_seen_at: datetime


@dataclass(frozen=True)
class BillLine:
    """A fee line of a finding's visits; `hit` marks what the finding rests on.

    A finding that names visits and no lines rests on all their lines.
    """

    mdtrt_id: str
    feedetl_sn: str
    fee_ocur_time: datetime | None
    hilist_code: str | None
    hilist_name: str | None
    cnt: Decimal | None
    pric: Decimal | None
    det_item_fee_sumamt: Decimal | None
    hit: bool


class GroupBy(StrEnum):
    """What findings can be grouped by."""

    RULE = "rule"
    INSTITUTION = "institution"
    DOCTOR = "doctor"
    MONTH = "month"
    RESULT = "result"


class Order(StrEnum):
    """How pages are ordered; `AMOUNT` and `LATEST` descend, `OLDEST` ascends."""

    AMOUNT = "amount"
    LATEST = "latest"
    OLDEST = "oldest"


@dataclass(frozen=True)
class Group:
    """Count and amount at risk of one group; `key` is empty where findings have none."""

    key: str
    label_zh: str
    label_en: str
    count: int
    amount: Decimal


@dataclass(frozen=True)
class Sums:
    """Totals of a filtered set."""

    count: int
    amount_involved: Decimal
    amount_at_risk: Decimal


@dataclass(frozen=True)
class Page:
    """One page; `end_cursor` leads to the next while `has_next`."""

    items: tuple[Finding, ...]
    end_cursor: str | None
    has_next: bool


@dataclass(frozen=True)
class FindingFilter:
    """Absent fields do not filter. Days are days in Asia/Shanghai, both inclusive.

    `text` matches sentences, institution names and, exactly, keys of findings, people and visits.
    """

    rule_ids: Sequence[str] | None = None
    result: str | None = None
    fixmedins_codes: Sequence[str] | None = None
    psn_no: str | None = None
    prac_psn_code: str | None = None
    min_amount: Decimal | None = None
    max_amount: Decimal | None = None
    from_day: date | None = None
    to_day: date | None = None
    text: str | None = None
    finding_ids: Sequence[str] | None = None


NO_FILTER = FindingFilter()
