"""What a person is told, and how he wants it sent."""

from __future__ import annotations

from datetime import datetime

import strawberry

from casework.notices.rows import NoticeKind
from graph.notices.choices import Way

NoticeKindType = strawberry.enum(NoticeKind, name="NoticeKind")
NoticeWayType = strawberry.enum(Way, name="NoticeWay")


@strawberry.type
class Notice:
    """One thing that the person was told; ``act`` in the reader's language, ``target`` a desk path.

    ``workingDaysLeft``: where the deadline counts those. ``settledAt``: the step that waited is gone
    since then; ``settledBy`` names who took it.
    """

    key: str
    kind: NoticeKindType  # type: ignore[valid-type]
    act: str
    title: str
    subject: str
    detail: str
    target: str
    due_at: datetime | None
    working_days_left: int | None
    at: datetime
    read_at: datetime | None
    settled_at: datetime | None
    settled_by: str


@strawberry.type
class NoticeTrouble:
    """What could not be sent; ``nextAt`` null: it is not tried again."""

    way: NoticeWayType  # type: ignore[valid-type]
    attempts: int
    at: datetime
    why: str
    next_at: datetime | None


@strawberry.type
class NoticeChoice:
    """How the person is told beyond the page; ``openWays`` are those that are set up here."""

    email: str
    language: str
    ways: list[NoticeWayType]  # type: ignore[valid-type]
    kinds: list[NoticeKindType]  # type: ignore[valid-type]
    open_ways: list[NoticeWayType]  # type: ignore[valid-type]
    digest_at: str
    troubles: list[NoticeTrouble]


@strawberry.input
class NoticeChoiceInput:
    """``language``: zh or en, for mails."""

    email: str
    language: str
    ways: list[NoticeWayType]  # type: ignore[valid-type]
    kinds: list[NoticeKindType]  # type: ignore[valid-type]
