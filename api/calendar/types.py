"""Deadlines by day."""

from __future__ import annotations

from datetime import date, datetime

import strawberry


@strawberry.type
class CalendarDeadline:
    """A deadline of a case or a doctor's file; ``target`` is the desk's path to it.

    ``workingDaysLeft``: where it counts those, and runs.
    """

    key: str
    title: str
    basis: str
    mark: str
    calendar: str
    started_at: datetime
    due_at: datetime
    working_days_left: int | None
    overdue: bool
    paused: bool
    of: str
    of_title: str
    target: str
    officers: list[str]


@strawberry.type
class CalendarDay:
    """What falls due on a day of Beijing; ``first`` names at most three of ``total``."""

    day: date
    total: int
    overdue: int
    first: list[str]


@strawberry.type
class SpecialDay:
    """A holiday, or a worked day of a weekend (``works``) that makes up for it."""

    day: date
    works: bool
    title: str


@strawberry.type
class CalendarWork:
    """Where the official calendar differs from the week; of ``unknownYears`` it is not published."""

    special: list[SpecialDay]
    unknown_years: list[int]


@strawberry.input
class CalendarStretch:
    """Days from ``since`` until before ``until``, at most a year; ``mine``: what concerns me."""

    since: date
    until: date
    mine: bool = False
