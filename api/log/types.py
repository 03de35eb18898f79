"""The log that the security auditor reads: who did and saw what, and its proof."""

from __future__ import annotations

from datetime import datetime

import strawberry


@strawberry.type
class LogEntry:
    """An event of any stream; ``hash`` chains to ``prev``."""

    stream: str
    seq: int
    type: str
    title: str
    actor: str
    actor_name: str
    at: datetime
    summary: str
    hash: str
    prev: str


@strawberry.type
class ChainProblem:
    """A chain that does not verify, and where."""

    stream: str
    why: str


@strawberry.type
class ChainReport:
    """Result of verifying every chain."""

    streams: int
    events: int
    problems: list[ChainProblem]
    checked_at: datetime


@strawberry.input
class LogFilter:
    """Absent fields do not filter."""

    stream: str | None = None
    actor: str | None = None
    type: str | None = None
    from_time: datetime | None = None
    to_time: datetime | None = None
