"""Commands of the measures against institutions, departments, doctors and insured persons."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from casework.commands.base import Command
from casework.commands.case import Defence
from casework.commands.serving import FileServing


class SubjectKind(StrEnum):
    """Whom a measure hits."""

    INSTITUTION = "institution"
    DEPARTMENT = "department"
    DOCTOR = "doctor"
    INSURED = "insured"
    MANAGER = "manager"


class MeasureType(StrEnum):
    """Measures beside the fine (条例 13, 30, 38–41); rows of law say what each one needs."""

    TALK = "talk"
    CIRCULAR = "circular"
    SUSPEND_DEPARTMENT = "suspend_department"
    SUSPEND_PERSON = "suspend_person"
    SUSPEND_INSTITUTION = "suspend_institution"
    TERMINATE = "terminate"
    SUSPEND_SETTLEMENT = "suspend_settlement"
    PAUSE_SETTLEMENT = "pause_settlement"
    WITHHOLD_PAYMENT = "withhold_payment"
    STOP_SETTLEMENT = "stop_settlement"
    BAR_MANAGER = "bar_manager"


class ServedOf(StrEnum):
    """What is served of a measure: its notice, or the notice that it was lifted."""

    MEASURE = "measure"
    LIFT = "lift"


class ManagerRole(StrEnum):
    """As what somebody answers for an institution (条例 43)."""

    LEGAL_REPRESENTATIVE = "legal_representative"
    PRINCIPAL = "principal"


@dataclass(frozen=True, kw_only=True)
class MeasureCommand(Command):
    """On one subject: `subject_key` is fixmedins_code, prac_psn_code or psn_no.

    A department is named by its institution's code and `department`; so is who manages an
    institution, whose name stands in `department`: identity numbers belong into no address.
    """

    subject_kind: SubjectKind
    subject_key: str
    department: str = ""


@dataclass(frozen=True, kw_only=True)
class ProposeMeasure(MeasureCommand):
    """Propose a measure on a decision outside of this system, or without one (a talk, a circular).

    It begins at `starts_at`, by default when it is decided, and lasts `months`, or until `ends_at`.
    `term` is the row of law that it rests on and tells its kind, `area` where it holds: the code of a division (empty: everywhere).
    A bar from managing (条例 43) rests on the decision in `case_no` and lasts as long as its term
    says; `identity_no` tells who it is, `manager_role` as what.
    """

    subject_name: str
    term: str
    document_no: str
    reasons: str
    starts_at: datetime | None = None
    months: int = 0
    ends_at: datetime | None = None
    area: str = ""
    case_no: str = ""
    manager_role: ManagerRole | None = None
    identity_no: str = ""


@dataclass(frozen=True, kw_only=True)
class DecideMeasure(MeasureCommand):
    """Impose a proposed measure or refuse it; never the proposer."""

    measure_id: str
    approve: bool
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class HearMeasure(MeasureCommand):
    """That the subject was told of a proposed measure, and what it stated (条例 13).

    `evidence_id`: the scan of its signed statement, or of the signed waiver.
    """

    measure_id: str
    told_on: date
    how: Defence
    text: str = ""
    evidence_id: str = ""


@dataclass(frozen=True, kw_only=True)
class StopSettlement(DecideMeasure):
    """The head alone stops settlement for refusal to co-operate (条例 30), or refuses to."""


@dataclass(frozen=True, kw_only=True)
class NoteMeasure(MeasureCommand):
    """What was done about it: minutes of a talk, the notice on the door (细则 10), a visit."""

    measure_id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class AttachMeasurePaper(MeasureCommand):
    """Attach the scan of a paper of the measure (`form_id`) as it was signed and sealed.

    With a `reason` it takes the place of a wrong one, which stays in the vault.
    """

    measure_id: str
    form_id: str
    evidence_id: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ServeMeasure(FileServing, MeasureCommand):
    """Serve the notice of a decided measure, which begins with it, or the notice that one was lifted.

    Its receipt (`receipt_scan`) comes with it.
    """

    measure_id: str


@dataclass(frozen=True, kw_only=True)
class CorrectMeasureService(FileServing, MeasureCommand):
    """Correct the day and way of a service of a measure, as the receipt has them, with the reasons.

    `of`: of its notice or of the notice that it was lifted; of what was served last where it is not said.
    `receipt_scan`: the right receipt, where the service has a wrong one. The measure begins from the right day.
    """

    measure_id: str
    reasons: str
    of: ServedOf | None = None


@dataclass(frozen=True, kw_only=True)
class LiftMeasure(MeasureCommand):
    """End a measure before its time, with reasons.

    One that is a penalty ends only by the head, on the paper (`document_no`) that set it aside.
    """

    measure_id: str
    reasons: str
    document_no: str = ""


@dataclass(frozen=True, kw_only=True)
class EndMeasures(Command):
    """The beat says which measures of a subject have run out or soon will; each once, in order."""

    stream: str
