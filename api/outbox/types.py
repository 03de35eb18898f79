"""Deliveries by way, and those that are stuck."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.notice.types import NoticeWayType


@strawberry.type
class OutboxWay:
    """A way out; ``open``: it is set up here, ``setting`` is what opens it."""

    way: NoticeWayType  # type: ignore[valid-type]
    open: bool
    setting: str
    waiting: int
    failed: int
    sent: int
    last_sent_at: datetime | None


@strawberry.type
class OutboxMessage:
    """A message that failed; ``nextAt`` null: it is not tried again by itself."""

    key: str
    way: NoticeWayType  # type: ignore[valid-type]
    account: str
    attempts: int
    at: datetime
    why: str
    next_at: datetime | None


@strawberry.type
class Outbox:
    """The ways, and what is stuck, the failed first; at most 200 messages."""

    ways: list[OutboxWay]
    stuck: list[OutboxMessage]
