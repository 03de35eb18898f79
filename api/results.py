"""Result unions: a success type and the errors that an act can answer with."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import strawberry

from api.account.types import Account
from api.batch.types import ImportBatch, KeptProfile
from api.case.types import CaseFile
from api.course.types import Course
from api.delegation.types import MandateRegister
from api.document.types import FormTemplate
from api.errors import (
    IllegalTransition,
    InvalidInput,
    LawRefused,
    NotFound,
    NotPermitted,
    SignInFailed,
    StaleVersion,
)
from api.evidence.types import EvidenceItem, UploadTicket
from api.finding.types import Judgement
from api.inspection.types import InspectionFile
from api.job.types import Job
from api.key.types import ApiKey
from api.lines.types import BookedRefund
from api.map.types import CypherTable, Investigation
from api.measure.types import MeasureRow
from api.message.types import CaseTalk
from api.notice.types import NoticeChoice
from api.parameter.types import BureauParameters
from api.points.types import PointsDetail
from api.quality.types import BatchQuality
from api.questions.types import QuestionBook
from api.restoration_batch.types import BatchDrawn, BatchHandled
from api.review.types import ReviewOutcome
from api.sameness.types import SamePair
from api.session.types import Session
from api.study.types import Lesson, Sitting, StudyDetail


@strawberry.type
class CaseSuccess:
    """The case as it stands after the act."""

    case_file: CaseFile


@strawberry.type
class InspectionSuccess:
    """The inspection as it stands after the act."""

    inspection_file: InspectionFile


@strawberry.type
class MessageSuccess:
    """The messages of the case as they stand after the act."""

    talk: CaseTalk


@strawberry.type
class QuestionsSuccess:
    """The sets of questions as they stand after the act."""

    book: QuestionBook


@strawberry.type
class PointsSuccess:
    """The doctor's file as it stands after the act."""

    detail: PointsDetail


@strawberry.type
class CourseSuccess:
    """The course as it stands after the act."""

    course: Course


@strawberry.type
class LessonSuccess:
    """The open lesson as the server counts it."""

    lesson: Lesson


@strawberry.type
class SittingSuccess:
    """The paper as it stands after the act."""

    sitting: Sitting


@strawberry.type
class StudySuccess:
    """The doctor's study as it stands after the act."""

    study: StudyDetail


@strawberry.type
class AccountSuccess:
    """The account; ``oneTimePassword`` is shown this once."""

    account: Account
    one_time_password: str | None = None


@strawberry.type
class JudgementSuccess:
    """The verdict as recorded; ``count`` objects were judged."""

    judgement: Judgement | None
    count: int


@strawberry.type
class SamenessSuccess:
    """The pair as it stands after the act."""

    pair: SamePair


@strawberry.type
class MeasureSuccess:
    """The subject's measures as they stand after the act."""

    measures: list[MeasureRow]


@strawberry.type
class DelegationSuccess:
    """The register as it stands after the act."""

    register: MandateRegister


@strawberry.type
class ParameterSuccess:
    """The parameters as they stand after the act."""

    parameters: BureauParameters


@strawberry.type
class RefundSuccess:
    """The earlier refunds of the institution that stand after the act."""

    refunds: list[BookedRefund]


@strawberry.type
class KeySuccess:
    """The keys after the act; ``secret`` is shown this once."""

    keys: list[ApiKey]
    secret: str | None = None


@strawberry.type
class JobSuccess:
    """The job that was started or touched."""

    job: Job


@strawberry.type
class BatchSuccess:
    """The batch after the act."""

    batch: ImportBatch


@strawberry.type
class ProfileSuccess:
    """The profile as it is kept."""

    profile: KeptProfile


@strawberry.type
class QualitySuccess:
    """The quality report with its worklist after the act."""

    quality: BatchQuality


@strawberry.type
class TemplateSuccess:
    """The form's template with its versions after the act."""

    template: FormTemplate


@strawberry.type
class SessionSuccess:
    """The session after signing in, out, or a new password."""

    session: Session


@strawberry.type
class UploadSuccess:
    """Where to put the bytes."""

    ticket: UploadTicket


@strawberry.type
class EvidenceSuccess:
    """The stored item; ``duplicate`` says that the vault knew these bytes already."""

    evidence: EvidenceItem
    duplicate: bool = False


@strawberry.type
class InvestigationSuccess:
    """The saved picture."""

    investigation: Investigation


@strawberry.type
class RevealedField:
    """One unmasked field."""

    name: str
    value: str


@strawberry.type
class RevealSuccess:
    """Unmasked personal data; the purpose was recorded."""

    subject: str
    fields: list[RevealedField]


@strawberry.type
class NoticeChoiceSuccess:
    """The choice as it is kept."""

    choice: NoticeChoice


@strawberry.type
class ReviewsSuccess:
    """What became of each case."""

    outcomes: list[ReviewOutcome]


@strawberry.type
class Done:
    """It was done; there is nothing more to show."""

    ok: bool = True


#: Every way in which a command that goes by stage and version can be refused.
Refused: TypeAlias = (
    NotPermitted | NotFound | InvalidInput | StaleVersion | IllegalTransition | LawRefused
)
CaseResult = Annotated[CaseSuccess | Refused, strawberry.union("CaseResult")]
MessageResult = Annotated[
    MessageSuccess | NotPermitted | NotFound | InvalidInput | StaleVersion | IllegalTransition,
    strawberry.union("MessageResult"),
]
InspectionResult = Annotated[InspectionSuccess | Refused, strawberry.union("InspectionResult")]
PointsResult = Annotated[PointsSuccess | Refused, strawberry.union("PointsResult")]
CourseResult = Annotated[
    CourseSuccess | NotPermitted | NotFound | InvalidInput | StaleVersion | IllegalTransition,
    strawberry.union("CourseResult"),
]
LessonResult = Annotated[LessonSuccess | Refused, strawberry.union("LessonResult")]
SittingResult = Annotated[SittingSuccess | Refused, strawberry.union("SittingResult")]
StudyResult = Annotated[StudySuccess | Refused, strawberry.union("StudyResult")]
BatchDrawResult = Annotated[
    BatchDrawn | NotPermitted | NotFound | InvalidInput | IllegalTransition | LawRefused,
    strawberry.union("BatchDrawResult"),
]
BatchHandleResult = Annotated[
    BatchHandled | NotPermitted | NotFound | InvalidInput | IllegalTransition | LawRefused,
    strawberry.union("BatchHandleResult"),
]
AccountResult = Annotated[AccountSuccess | Refused, strawberry.union("AccountResult")]
JudgementResult = Annotated[JudgementSuccess | Refused, strawberry.union("JudgementResult")]
SamenessResult = Annotated[SamenessSuccess | Refused, strawberry.union("SamenessResult")]
MeasureResult = Annotated[MeasureSuccess | Refused, strawberry.union("MeasureResult")]
DelegationResult = Annotated[DelegationSuccess | Refused, strawberry.union("DelegationResult")]
QuestionsResult = Annotated[
    QuestionsSuccess | NotPermitted | InvalidInput | StaleVersion | IllegalTransition,
    strawberry.union("QuestionsResult"),
]
ParameterResult = Annotated[ParameterSuccess | Refused, strawberry.union("ParameterResult")]
BatchChangeResult = Annotated[BatchDrawn | Refused, strawberry.union("BatchChangeResult")]
RefundResult = Annotated[RefundSuccess | Refused, strawberry.union("RefundResult")]
KeyResult = Annotated[KeySuccess | Refused, strawberry.union("KeyResult")]
EvidenceResult = Annotated[EvidenceSuccess | Refused, strawberry.union("EvidenceResult")]
UploadResult = Annotated[
    UploadSuccess | NotPermitted | NotFound | InvalidInput | IllegalTransition | LawRefused,
    strawberry.union("UploadResult"),
]
JobResult = Annotated[
    JobSuccess | NotPermitted | NotFound | InvalidInput,
    strawberry.union("JobResult"),
]
QualityResult = Annotated[
    QualitySuccess | NotPermitted | NotFound | InvalidInput,
    strawberry.union("QualityResult"),
]
ProfileResult = Annotated[
    ProfileSuccess | NotPermitted | NotFound | InvalidInput,
    strawberry.union("ProfileResult"),
]
BatchResult = Annotated[
    BatchSuccess | NotPermitted | NotFound | InvalidInput,
    strawberry.union("BatchResult"),
]
SessionResult = Annotated[
    SessionSuccess | SignInFailed | NotPermitted | NotFound | InvalidInput | IllegalTransition,
    strawberry.union("SessionResult"),
]
InvestigationResult = Annotated[
    InvestigationSuccess | NotPermitted | NotFound | InvalidInput | StaleVersion,
    strawberry.union("InvestigationResult"),
]
CypherResult = Annotated[
    CypherTable | NotPermitted | InvalidInput,
    strawberry.union("CypherResult"),
]
RevealResult = Annotated[
    RevealSuccess | NotPermitted | NotFound | InvalidInput | LawRefused,
    strawberry.union("RevealResult"),
]
TemplateResult = Annotated[
    TemplateSuccess | NotPermitted | NotFound | InvalidInput | StaleVersion | IllegalTransition,
    strawberry.union("TemplateResult"),
]
DoneResult = Annotated[
    Done | NotPermitted | NotFound | InvalidInput | StaleVersion,
    strawberry.union("DoneResult"),
]
NoticeChoiceResult = Annotated[
    NoticeChoiceSuccess | NotPermitted | InvalidInput,
    strawberry.union("NoticeChoiceResult"),
]
ReviewsResult = Annotated[
    ReviewsSuccess | NotPermitted | NotFound | InvalidInput | IllegalTransition | LawRefused,
    strawberry.union("ReviewsResult"),
]
