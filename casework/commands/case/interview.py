"""Question people (询问笔录), and visit insured persons at home (入户走访)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import SignatureHow


class Capacity(StrEnum):
    """As what somebody is questioned."""

    PARTY = "party_itself"
    STAFF = "staff"
    INSURED = "insured"
    WITNESS_PERSON = "witness_person"


@dataclass(frozen=True)
class Said:
    """A question and what was said to it, in the person's own words."""

    question: str
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class OpenInterview(CaseCommand):
    """Begin to question somebody: two officers of the case, rights told first (处罚法 55).

    `patient` is the psn_no of an insured person, whose settlements stand beside the record;
    `pattern` names the set of questions to start from.
    """

    name: str
    capacity: Capacity
    place: str
    started_at: datetime
    officers: tuple[str, ...]
    rights_told: bool
    patient: str | None = None
    unit: str = ""
    pattern: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WriteInterview(CaseCommand):
    """Write questions and answers down; what was written before is replaced."""

    interview_id: str
    answers: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class EndInterview(CaseCommand):
    """End it: read by the person or read to him, then signed page by page, or refused before a witness."""

    interview_id: str
    ended_at: datetime
    read_back: bool
    how: SignatureHow
    witness: str = ""
    what_happened: str = ""
    evidence_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class AttachInterviewRecord(CaseCommand):
    """Attach the signed record of an interview that has ended, an item of evidence of this case.

    With a `reason` it takes the place of a wrong one, which stays in the vault.
    """

    interview_id: str
    evidence_id: str
    reason: str = ""


class VisitOutcome(StrEnum):
    """What a home visit brought."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    ABSENT = "absent"
    DECLINES = "declines"


@dataclass(frozen=True)
class AskedVisit:
    """A visit that somebody is to confirm: its number, days, institution, kind and cost (yuan)."""

    visit: str
    begins: date
    ends: date
    place: str
    med_type: str
    amount: Decimal


@dataclass(frozen=True)
class VisitPerson:
    """Whom to visit: place of living, visits to confirm, strength of the tie (weakest first).

    `asked` says what `bills` names by number, as the data had it; a list of before has numbers alone. `of`
    is how many there were: a person is asked about some.
    """

    psn_no: str
    who: str
    township: str
    village: str
    tie: str
    bills: tuple[str, ...] = ()
    asked: tuple[AskedVisit, ...] = ()
    of: int = 0


@dataclass(frozen=True, kw_only=True)
class PlanHomeVisits(CaseCommand):
    """A list of people of a ring or of findings to visit at home, for a stated purpose."""

    purpose: str
    ring_id: str | None = None
    finding_ids: tuple[str, ...] = ()
    people: tuple[VisitPerson, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordHomeVisit(CaseCommand):
    """What one person said at home, to two officers; the signed record is evidence of the case."""

    visit_list: str
    psn_no: str
    visited_on: date
    officers: tuple[str, ...]
    outcome: VisitOutcome
    answers: tuple[Said, ...] = ()
    remarks: str = ""
    evidence_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class AttachVisitRecord(CaseCommand):
    """Attach the signed record of what a person said at home, an item of evidence of this case.

    Who would not sign it (`how`) did so before a `witness`; `what_happened` tells it, and no scan is asked for.
    With a `reason` the scan takes the place of a wrong one, which stays in the vault.
    """

    visit_list: str
    psn_no: str
    evidence_id: str | None = None
    how: SignatureHow = SignatureHow.SIGNED
    witness: str = ""
    what_happened: str = ""
    reason: str = ""
