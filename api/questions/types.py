"""Sets of questions as their page shows them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry


@strawberry.type
class QuestionVersion:
    """A version that the bureau wrote: asked from a day on, by whom, when, why."""

    zh: str
    en: str
    questions: list[str]
    valid_from: date
    note: str
    by: str
    at: datetime


@strawberry.type
class QuestionPattern:
    """A set by its pattern as it is asked today.

    ``shipped`` is what the product brings, empty for the bureau's own; ``coming`` versions begin later;
    ``versions``: latest first.
    """

    pattern: str
    title: str
    zh: str
    en: str
    questions: list[str]
    shipped: list[str]
    since: date | None
    coming: list[QuestionVersion]
    versions: list[QuestionVersion]


@strawberry.type
class QuestionBook:
    """All sets, with the version that a change is checked against."""

    patterns: list[QuestionPattern]
    version: int
    may_edit: bool
