"""Boards of open cases."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry


@strawberry.type
class BoardCard:
    """A case on a board; ``late``: a deadline of the bureau's own is over.

    ``workingDaysLeft``: where the next deadline counts those.
    """

    case_no: str
    title: str
    stage_title: str
    party: str
    amount: Decimal
    next_due_at: datetime | None
    working_days_left: int | None
    late: bool
    officers: list[str]


@strawberry.type
class BoardColumn:
    """A stage or an officer with the load: ``cards`` are the most urgent of ``total``.

    ``target`` opens all of them as a list; ``key`` is empty for cases that nobody has. ``awayUntil``:
    the last day of the officer's absence.
    """

    key: str
    title: str
    total: int
    overdue: int
    soon: int
    target: str
    away_until: date | None
    cards: list[BoardCard]
