"""The bureau's year."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import strawberry


@strawberry.type
class YearCount:
    """A figure with the list behind it; ``target`` is the desk's path to it."""

    code: str
    title: str
    count: int
    target: str


@strawberry.type
class YearMonth:
    """One month: cases opened, and cases that came out by outcome."""

    month: str
    opened: int
    outcomes: list[YearCount]


@strawberry.type
class YearSum:
    """A figure of the ledger in yuan, over the cases that came out in the year."""

    code: str
    title: str
    amount: Decimal


@strawberry.type
class YearMissed:
    """A kind of deadline: how often it was missed, and how often it is still not done."""

    row: str
    title: str
    count: int
    still: int


@strawberry.type
class YearReport:
    """Figures of a year; ``waiting`` and ``toDecide`` stand as of now.

    ``recovered`` is the share of what was demanded that came back, in per cent; null: nothing was.
    """

    year: int
    opened: YearCount
    outcomes: list[YearCount]
    months: list[YearMonth]
    money: list[YearSum]
    recovered: Decimal | None
    missed: list[YearMissed]
    waiting: int
    to_decide: int


@strawberry.type
class MissedDeadline:
    """One missed deadline; ``endedAt`` null: it is not done yet."""

    key: str
    title: str
    basis: str
    due_at: datetime
    ended_at: datetime | None
    of: str
    of_title: str
    target: str
    officers: list[str]
