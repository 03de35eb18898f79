"""A handling under the agreement (协议处理) on a case's page: measures, money, rectification."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.inputs import enum_of
from api.measure.types import PharmacyAct
from casework.commands.agreement import MeasureKind
from casework.commands.case import LessGround

enum_of(MeasureKind)
enum_of(LessGround)


@strawberry.type
class HandlingMeasure:
    """A measure of the agency under the agreement: money in yuan, or months, or up to an end.

    ``area``: the code of the division where a suspension holds, empty everywhere.
    """

    kind: MeasureKind
    amount: Decimal
    months: int
    target: str
    clause: str
    area: str
    ends_at: datetime | None


@strawberry.type
class Handling:
    """A proposed handling under the agreement (协议处理)."""

    measures: list[HandlingMeasure]
    reasons: str
    proposed_by: str
    pharmacy_acts: list[str]
    #: The same by the table of the day of the proposal.
    pharmacy_rows: list[PharmacyAct]
    rectify: str
    rectify_days: int
    not_demanded: Decimal
    less_ground: LessGround | None
    less_reasons: str


@strawberry.type
class PerformanceDecision:
    """The decision that the handling is performed, on the way to the court; yuan.

    ``days`` run from its service, ``servedOn``.
    """

    decision_no: str
    recovery: Decimal
    damages: Decimal
    days: int
    reasons: str
    by: str
    at: datetime
    served_on: date | None


@strawberry.type
class RectificationCheck:
    """A re-check by the agency."""

    held_on: date
    passed: bool
    record: str


@strawberry.type
class Rectification:
    """What an institution has to put right, and how far that is."""

    text: str
    #: None until the handling is served: the days run from then.
    due: date | None
    reports: list[str]
    checks: list[RectificationCheck]
    reported: bool
    passed: bool


@strawberry.type
class HandlingMoney:
    """The account of a decided handling, in yuan: fund money and damages apart.

    ``recoveredBefore`` came back before the decision, in whichever procedure: it is not asked twice.
    """

    recovery: Decimal
    recovered_before: Decimal
    recovered: Decimal
    recovery_open: Decimal
    damages: Decimal
    damages_paid: Decimal
    damages_open: Decimal
