"""What waits for this person, and what is due."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import strawberry


@strawberry.type
class InboxItem:
    """Something to do; ``target`` is the desk's path to it.

    ``workingDaysLeft``: where the deadline counts those.
    """

    kind: str
    title: str
    detail: str
    target: str
    due_at: datetime | None
    overdue: bool
    amount: Decimal | None
    since: datetime | None
    working_days_left: int | None = None


@strawberry.type
class InboxCount:
    """A figure with the page behind it."""

    code: str
    title: str
    count: int
    target: str


@strawberry.type
class Inbox:
    """The first page of every role."""

    waiting: list[InboxItem]
    #: More cases and files wait than were asked for.
    more: bool
    deadlines: list[InboxItem]
    news: list[InboxCount]
