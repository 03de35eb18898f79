"""Interviews and home visits of a case, as the desk shows them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry


@strawberry.type
class QuestionSet:
    """Questions for one pattern."""

    pattern: str
    title: str
    questions: list[str]


@strawberry.type
class InterviewAnswer:
    """A question and what was said to it."""

    question: str
    answer: str


@strawberry.type
class InterviewClash:
    """Another interview that one of the officers led at the same time."""

    interview: str
    name: str
    started_at: datetime
    ended_at: datetime | None


@strawberry.type
class Interview:
    """A 询问笔录; ``patient`` names the person whose settlements stand beside it.

    ``evidenceId`` is the signed record; ``recordLost`` once it is found damaged or missing.
    """

    interview_id: str
    name: str
    capacity: str
    unit: str
    patient: str | None
    place: str
    pattern: str
    officers: list[str]
    started_at: datetime
    ended_at: datetime | None
    answers: list[InterviewAnswer]
    how: str
    evidence_id: str | None
    record_lost: bool
    clashes: list[InterviewClash]


@strawberry.type
class EarlierVisit:
    """A visit before the last one to the same person, and what came of it."""

    visited_on: date
    officers: list[str]
    outcome: str
    remarks: str
    answers: list[InterviewAnswer]


@strawberry.type
class AskedVisit:
    """A visit that somebody is to confirm; ``kind`` in words, ``amount`` in yuan."""

    visit: str
    begins: date
    ends: date
    place: str
    kind: str
    amount: Decimal


@strawberry.type
class VisitedPerson:
    """A person of a visit list; ``outcome`` empty until visited. Names are masked.

    ``answers`` are those of the last visit on which he spoke; ``earlier`` visits come newest first.
    ``evidenceId`` is the signed record; ``recordLost`` once it is found damaged or missing;
    ``refusedBefore`` names who saw that he would not sign it. ``asked`` says what ``bills`` names by number
    (nothing on a list of before); ``of`` is how many visits there were.
    """

    psn_no: str
    who: str
    township: str
    village: str
    tie: str
    bills: list[str]
    asked: list[AskedVisit]
    of: int
    outcome: str
    visited_on: date | None
    remarks: str
    answers: list[InterviewAnswer]
    earlier: list[EarlierVisit]
    evidence_id: str | None
    record_lost: bool
    refused_before: str


@strawberry.type
class VisitList:
    """A list of home visits, by place, weakest ties first."""

    list_id: str
    purpose: str
    ring_id: str | None
    by: str
    at: datetime
    questions: list[str]
    people: list[VisitedPerson]


@strawberry.type
class CaseInterviews:
    """Everybody who was questioned, and visited; ``version`` is the case's, as it was read with them."""

    version: int
    interviews: list[Interview]
    visit_lists: list[VisitList]
