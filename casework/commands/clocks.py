"""Commands on deadlines: pause and resume, periods of the world outside, and the beat's marks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.commands.base import Command
from casework.commands.case.base import CaseCommand


class PauseGround(StrEnum):
    """What is not counted into the time to decide (处罚法 60, 局令4 第四十五条)."""

    TESTING = "testing"
    APPRAISAL = "appraisal"
    ANNOUNCEMENT = "announcement"
    EXPERT_REVIEW = "expert_review"


@dataclass(frozen=True, kw_only=True)
class PauseClock(CaseCommand):
    """The time to decide rests: testing, appraisal, announcement or expert review began.

    `evidence_id` is the paper that commissioned it, `until` the day by which it is to be over.
    """

    ground: PauseGround
    reason: str
    evidence_id: str
    until: date


@dataclass(frozen=True, kw_only=True)
class ResumeClock(CaseCommand):
    """The ground is over; the time to decide goes on with what was left."""

    ground: PauseGround
    result: str


@dataclass(frozen=True, kw_only=True)
class StartPeriod(CaseCommand):
    """Start a statutory period whose event happened outside of this system.

    `period` is the id of a deadline row that a person may start (see `jicha clock rows`).
    """

    period: str
    starts_on: date
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class EndPeriod(CaseCommand):
    """What the period was for has been done, on `ended_on` (none: today)."""

    period: str
    result: str
    ended_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MarkDeadlines(Command):
    """The beat says what is due on a case or doctor's file: warnings, overdue, lapsed; each once."""

    stream: str
