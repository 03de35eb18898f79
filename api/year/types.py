"""The bureau's year."""

from __future__ import annotations

from datetime import date, datetime
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
    """One month: cases opened, cases that came out by outcome, fund money that came in (yuan)."""

    month: str
    opened: int
    outcomes: list[YearCount]
    returned: Decimal


@strawberry.type
class YearSum:
    """A figure in yuan: of the ledgers of the cases that came out, or of what came in."""

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
class YearUnreferred:
    """An open case whose suspected fraud reaches a crime's amount, neither referred nor written off as none."""

    case_no: str
    title: str
    amount: Decimal


@strawberry.type
class YearReport:
    """Figures of a year; what waits stands as of now.

    ``waiting`` is all that waits for the head: cases (``toDecide`` of them for the penalty), doctors'
    files, proposed measures, changes of the bureau's parameters.

    ``money`` is of the cases that came out in the year, ``received`` what came in during it by the
    day of the payment, whatever became of its cases. ``recovered`` is the share of what was demanded that came back, in per cent; null: nothing was.
    """

    year: int
    opened: YearCount
    outcomes: list[YearCount]
    months: list[YearMonth]
    money: list[YearSum]
    received: list[YearSum]
    recovered: Decimal | None
    missed: list[YearMissed]
    waiting: int
    cases_waiting: int
    to_decide: int
    files_waiting: int
    measures_waiting: int
    parameters_waiting: int
    unreferred: list[YearUnreferred]


@strawberry.type
class YearReceipt:
    """One payment in yuan, negative where it was paid back."""

    key: str
    title: str
    paid_on: date
    amount: Decimal
    document_no: str
    of: str
    of_title: str
    party: str
    target: str


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
