"""Commands of restoration (医保医师资格恢复 / 医保支付资格修复), step by step."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from casework.commands.case import (
    Instance,
    Outcome,
    RecusalGround,
    RemedyKind,
    RemedyOutcome,
)
from casework.commands.points import PointsCommand, PointsServing


class HaltGround(StrEnum):
    """Grounds a person may state; objections and new scores halt by themselves."""

    CASE = "case"
    CRIMINAL = "criminal"
    OTHER = "other"


class BarGround(StrEnum):
    """What bars a person from restoration and re-registration until it is lifted."""

    CRIMINAL_CASE = "criminal_case"
    LICENCE_REVOKED = "licence_revoked"


class RestorationPaper(StrEnum):
    """Papers of a restoration that are kept as they were signed and sealed.

    Minutes of a party organisation, the review form with the centre's opinion and with the bureau's, the decision;
    the last two of a revocation; and the receipt of the service.
    """

    MINUTES = "minutes"
    REVIEW_FORM = "review_form"
    APPROVAL = "approval"
    SEALED_DECISION = "sealed_decision"
    REVOCATION_APPROVAL = "revocation_approval"
    REVOCATION = "revocation"
    RECEIPT = "receipt"


@dataclass(frozen=True, kw_only=True)
class RecordRestorationBar(PointsCommand):
    """Record a pending criminal case or a lost licence, with the document that says so.

    `paper_scan`: that document, an item of the vault that another than the recorder put there.
    """

    ground: BarGround
    document_no: str
    issued_on: date
    reasons: str
    paper_scan: str = ""


@dataclass(frozen=True, kw_only=True)
class LiftRestorationBar(PointsCommand):
    """Lift a bar on the document that ended it; never the person who recorded it.

    `paper_scan`: that document, an item of the vault that another than who lifts it put there.
    """

    bar_id: str
    document_no: str
    reasons: str
    paper_scan: str = ""


@dataclass(frozen=True, kw_only=True)
class ApplyRestoration(PointsCommand):
    """The doctor applies, with a service commitment (服务承诺书)."""

    statement: str
    commitment: bool


@dataclass(frozen=True, kw_only=True)
class RecordPaperApplication(PointsCommand):
    """Record an application on paper, of a doctor without an account of his own.

    `application_scan`: the application with its service commitment, signed by the doctor.
    """

    statement: str
    application_scan: str


@dataclass(frozen=True, kw_only=True)
class RecordPaperWithdrawal(PointsCommand):
    """Record that the doctor withdrew his application in writing. `withdrawal_scan`: signed by him."""

    reasons: str
    withdrawal_scan: str


@dataclass(frozen=True, kw_only=True)
class RecordStudy(PointsCommand):
    """Record study hours with the certificate (an evidence id).

    `named_doctors`: whom a group certificate names, this doctor among them.
    """

    course: str
    hours: Decimal
    studied_on: date
    certificate: str
    valid_until: date | None = None
    named_doctors: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordExam(PointsCommand):
    """Record an exam result out of 100 with its paper (an evidence id).

    `named_doctors`: whom a list of results names, this doctor among them.
    """

    exam: str
    mark: int
    held_on: date
    certificate: str
    valid_until: date | None = None
    named_doctors: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StrikeLearning(PointsCommand):
    """Strike an entry of the learning ledger (an impersonated exam, a false certificate)."""

    certificate: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class SubmitRestoration(PointsCommand):
    """Submit to the hospital's party organisation once 12 points are earned."""

    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class GivePartyOpinion(PointsCommand):
    """Opinion of the party organisation of the doctor's institution."""

    outcome: Outcome
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ReviewRestoration(PointsCommand):
    """The fund supervision centre verifies study, exam, refund and rectification.

    An approval answers each of the four, and with yes; a return or a refusal may say which it
    found wanting.
    """

    outcome: Outcome
    study_verified: bool | None = None
    exam_verified: bool | None = None
    refund_verified: bool | None = None
    rectification_verified: bool | None = None
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class DecideRestoration(PointsCommand):
    """The bureau (its head) decides."""

    outcome: Outcome
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class AttachRestorationPaper(PointsCommand):
    """A signed paper of the latest application, an item of the vault of no case.

    `fixmedins_code`: of minutes, whose party organisation's, where several are asked. `reason`: why it takes
    the place of the one that is there.
    """

    paper: RestorationPaper
    paper_scan: str
    fixmedins_code: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ServeRestoration(PointsServing):
    """Serve what was decided last on the application; review and suit run from here.

    `served_by`: who handed it over, if not who records it. `list_receipt`: the receipt is one of the whole
    list on which the application is handled.
    """

    served_by: str = ""
    list_receipt: bool = False


@dataclass(frozen=True, kw_only=True)
class AnnounceRestoration(PointsCommand):
    """What was decided last stands in an announcement, after the other ways had failed; `where` names the place.

    Served it is thirty days later (民诉法 95): until then the time to serve it rests.
    """

    posted_on: date
    where: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class CorrectRestorationService(PointsServing):
    """Correct the day and way of that service, as the receipt has them, with the reasons."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class RecordRestorationRemedy(PointsCommand):
    """The doctor, or an institution (`fixmedins_code`), went to review or court against what was served.

    `application_id`: of which application, empty for the latest. `paper_scan`: the notice of acceptance, an
    item of the vault of no case.
    """

    kind: RemedyKind
    body: str
    filed_on: date
    document_no: str
    paper_scan: str
    application_id: str = ""
    fixmedins_code: str = ""


@dataclass(frozen=True, kw_only=True)
class CloseRestorationRemedy(PointsCommand):
    """What came of it. A refusal that fell is decided anew; a restoration ends, and is decided anew; of a
    revocation that fell the restoration stands. Changed: the review restored the doctor itself.

    `paper_scan`: the decision or judgment. `received_on`, `instance` and `redo_by` as of a case's remedy.
    """

    remedy_id: str
    outcome: RemedyOutcome
    document_no: str
    decided_on: date
    paper_scan: str
    reasons: str
    received_on: date | None = None
    instance: Instance | None = None
    redo_by: date | None = None


@dataclass(frozen=True, kw_only=True)
class StopRevocation(PointsCommand):
    """The body or court ordered that the execution of a revocation stop (复议法 42; 行政诉讼法 56).

    `paper_scan`: the order, an item of the vault of no case.
    """

    remedy_id: str
    decided_on: date
    document_no: str
    paper_scan: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class ResumeRevocation(PointsCommand):
    """It let the execution go on before the review or suit is over."""

    remedy_id: str
    decided_on: date
    document_no: str
    paper_scan: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class RecuseFromRestoration(PointsCommand):
    """An approver withdraws from an application of a relative or of somebody close (回避)."""

    relation: str


@dataclass(frozen=True, kw_only=True)
class RequestRestorationRecusal(PointsCommand):
    """Ask that somebody (by account) who acts for a body of the chain, or for the agency, withdraw (回避)."""

    decider: str
    ground: RecusalGround
    reason: str


@dataclass(frozen=True, kw_only=True)
class DecideRestorationRecusal(PointsCommand):
    """The head grants or refuses a request for recusal, with reasons.

    On a head the leaders decide together: `members` are accounts of those present, `held_on` and `record`
    the day and the record of their discussion; where they grant it, `stand_in` is whom they name to
    decide in his place, another head or a deputy.
    """

    recusal_id: str
    approve: bool
    reasons: str
    members: tuple[str, ...] = ()
    held_on: date | None = None
    record: str = ""
    stand_in: str = ""


@dataclass(frozen=True, kw_only=True)
class ReRegister(PointsCommand):
    """Re-registration; only from here are fees billable again."""

    registration_no: str


@dataclass(frozen=True, kw_only=True)
class ResubmitRestoration(PointsCommand):
    """Answer a return: corrected and sent back to the body that returned it."""

    answer: str


@dataclass(frozen=True, kw_only=True)
class WithdrawRestoration(PointsCommand):
    """The doctor withdraws the application."""

    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ProposeRevocation(PointsCommand):
    """The centre or the agency proposes to revoke a restoration obtained by fraud."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class StateOnRevocation(PointsCommand):
    """What the doctor says to a proposal to revoke his restoration, until the head decides.

    Said by himself, or recorded for him upon his signed paper `statement_scan`, an item of the vault of no case.
    """

    text: str
    statement_scan: str = ""


@dataclass(frozen=True, kw_only=True)
class RefuseRevocation(PointsCommand):
    """The head refuses a proposal to revoke a restoration: it stays, and another may be proposed."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class WithdrawRevocation(PointsCommand):
    """Whoever proposed to revoke a restoration takes the proposal back."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class RevokeRestoration(PointsCommand):
    """The head revokes what somebody else proposed to revoke: the former status stands again."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class HaltRestoration(PointsCommand):
    """Let an application rest (中止) while a case, a criminal matter or another ground is open."""

    ground: HaltGround
    reasons: str
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class ResumeRestoration(PointsCommand):
    """End the grounds on which the application rests; its clocks go on with what was left."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class DismissRestoration(PointsCommand):
    """End a resting application that can no longer succeed (不予恢复), with reasons."""

    reasons: str
