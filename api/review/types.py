"""What waits for a reviewer, and what became of approvals given at once."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.case.types import Case, CaseChange, TimelineEvent


@strawberry.type
class Review:
    """A case whose next step is the reader's; ``since`` is what happened after the last look.

    ``changes``: in what the case differs from how it was seen. ``workingDaysLeft``: where the deadline counts those. ``bulk``: may be approved together with
    others; ``alone`` says why not.
    """

    case: Case
    version: int
    act: str
    due_at: datetime | None
    working_days_left: int | None
    looked_at: datetime | None
    since: list[TimelineEvent]
    changes: list[CaseChange]
    since_count: int
    bulk: bool
    alone: str | None


@strawberry.type
class FileReview:
    """A doctor's file and what happened in it after the reader's last look; ``act`` is empty where none waits.

    ``changes``: in what the file differs from how it was seen. ``detail``: the act with where the file stands.
    """

    prac_psn_code: str
    name: str
    version: int
    act: str
    detail: str
    target: str
    due_at: datetime | None
    working_days_left: int | None
    looked_at: datetime | None
    since: list[TimelineEvent]
    since_count: int
    changes: list[CaseChange]


@strawberry.type
class ReviewOutcome:
    """What became of one case; ``why`` is the refusal that stood in the way."""

    case_no: str
    approved: bool
    why: str | None


@strawberry.input
class ReviewAsked:
    """A case in the version that the reviewer saw."""

    case_no: str
    expected_version: int


@strawberry.input
class ReviewsApproveInput:
    """One opinion for all of them."""

    cases: list[ReviewAsked]
    opinion: str
