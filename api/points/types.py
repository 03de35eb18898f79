"""Demerit points (记分) and restoration (恢复): two ledgers, one file for each doctor."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.case.types import Deadline, NextAction, TimelineEvent
from api.ids import Node


@strawberry.type
class ScoreEntry:
    """A score from an institution's decision; it is never deleted, only corrected or annulled."""

    score_id: str
    points: int
    act_code: str
    act_title: str
    responsibility: str
    conduct_date: date
    decision_ref: str
    decision_date: date
    rule_set: str
    reasons: str
    status: str
    recorded_by: str
    recorded_at: datetime
    notified_at: datetime | None
    objection: str | None
    objection_result: str | None


@strawberry.type
class StudyRecord:
    """Earned study points (学习积分) with the certificate that proves them."""

    kind: str
    title: str
    hours: Decimal | None
    score: Decimal | None
    earned: int
    evidence_id: str | None
    recorded_at: datetime


@strawberry.type
class RestorationStep:
    """One of the steps party organisation → centre → bureau → re-registration."""

    step: str
    title: str
    state: str
    by: str | None
    at: datetime | None
    opinion: str | None
    due_at: datetime | None


@strawberry.type
class Restoration:
    """An application and how far it is."""

    state: str
    state_title: str
    applied_at: datetime | None
    earned: int
    required: int
    studies: list[StudyRecord]
    steps: list[RestorationStep]
    barred_by: str | None


@strawberry.type
class PointsFile(Node):
    """One doctor, one file (一医一档)."""

    id: strawberry.ID
    prac_psn_code: str
    name: str | None
    fixmedins_code: str | None
    fixmedins_name: str | None
    status: str
    status_title: str
    status_until: date | None
    year_points: int
    restoration_state: str | None
    version: int


@strawberry.type
class PointsDetail:
    """The doctor's page."""

    file: PointsFile
    scores: list[ScoreEntry]
    restoration: Restoration | None
    deadlines: list[Deadline]
    timeline: list[TimelineEvent]
    next_actions: list[NextAction]


@strawberry.type
class ScoreAct:
    """A row of the dated score table."""

    rule_set: str
    act_code: str
    title: str
    min_points: int
    max_points: int
    citation: str


@strawberry.input
class PointsFilter:
    """Absent fields do not filter."""

    status: str | None = None
    fixmedins_code: str | None = None
    restoring: bool | None = None
    text: str | None = None
