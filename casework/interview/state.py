"""Interviews and home visits as parts of a case's state."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from casework.commands.case.interview import Said, VisitPerson
from casework.hands import Hand


@dataclass(frozen=True)
class Interview:
    """A 询问笔录: `ended_at` None while it runs; `evidence_id` the signed scan."""

    interview_id: str
    name: str
    capacity: str
    unit: str
    patient: str | None
    place: str
    pattern: str
    officers: tuple[Hand, ...]
    started_at: datetime
    answers: tuple[Said, ...] = ()
    ended_at: datetime | None = None
    how: str = ""
    witness: str = ""
    what_happened: str = ""
    evidence_id: str | None = None


@dataclass(frozen=True)
class HomeVisit:
    """What one visit brought; `witness` saw the refusal to sign its record, `evidence_id` is the signed one."""

    psn_no: str
    visited_on: date
    officers: tuple[Hand, ...]
    outcome: str
    answers: tuple[Said, ...]
    remarks: str
    evidence_id: str | None
    witness: str = ""
    what_happened: str = ""

    @property
    def refused(self) -> bool:
        """Whether the person would not sign, before a witness."""
        return bool(self.witness)


@dataclass(frozen=True)
class VisitList:
    """A planned list and what came of it."""

    list_id: str
    purpose: str
    ring_id: str | None
    people: tuple[VisitPerson, ...]
    questions: tuple[str, ...]
    by: Hand
    at: datetime
    visits: tuple[HomeVisit, ...] = ()

    def asked_of(self, psn_no: str) -> VisitPerson | None:
        """Whom the list names by that number."""
        return next((one for one in self.people if one.psn_no == psn_no), None)

    def visits_to(self, psn_no: str) -> tuple[HomeVisit, ...]:
        """Every visit to a person, in the order in which they were recorded."""
        return tuple(one for one in self.visits if one.psn_no == psn_no)

    def last_visit(self, psn_no: str) -> HomeVisit | None:
        """What the last visit to a person brought."""
        return next(reversed(self.visits_to(psn_no)), None)

    def last_said(self, psn_no: str) -> HomeVisit | None:
        """The last visit on which he spoke: its answers are the record that is signed."""
        return next((one for one in reversed(self.visits_to(psn_no)) if one.answers), None)


@dataclass(frozen=True)
class Span:
    """When an officer sat in an interview: `key` names it, `name` whom he questioned."""

    key: str
    name: str
    officers: frozenset[str]
    start: datetime
    end: datetime | None


def clashes(own: Span, others: Iterable[Span], now: datetime) -> tuple[Span, ...]:
    """Interviews of an officer of `own` that ran at the same time; one that still runs ends now."""
    end = own.end or now
    return tuple(
        other
        for other in others
        if other.key != own.key
        and other.officers & own.officers
        and other.start < end
        and own.start < (other.end or now)
    )
