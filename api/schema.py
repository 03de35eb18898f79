"""The schema: every noun's queries and acts, put together."""

from __future__ import annotations

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import create_type, merge_types

from api.account.acts import ACCOUNT_ACTS
from api.account.mutations import AccountMutations
from api.account.mutations import after_act as after_account_act
from api.account.queries import AccountQueries
from api.acts import mutation_of
from api.batch.mutations import BatchMutations
from api.batch.queries import BatchQueries
from api.board.queries import BoardQueries
from api.calendar.queries import CalendarQueries
from api.case.acts import CASE_ACTS
from api.case.mutations import CaseMutations
from api.case.mutations import after_act as after_case_act
from api.case.pictures import PictureQueries
from api.case.preview import CasePreviews
from api.case.queries import CaseQueries
from api.case.worksheet_queries import WorksheetQueries
from api.course.acts import COURSE_ACTS
from api.course.queries import CourseQueries
from api.course.queries import after_act as after_course_act
from api.delegation.queries import DELEGATION_ACTS, DelegationQueries
from api.delegation.queries import after_act as after_delegation_act
from api.document.queries import DOCUMENT_ACTS, DocumentQueries
from api.document.queries import after_act as after_document_act
from api.evidence.resolvers import EvidenceMutations, EvidenceQueries
from api.finding.judgements import JudgementMutations
from api.finding.queries import FindingQueries
from api.inbox.queries import InboxQueries
from api.inspection.acts import INSPECTION_ACTS
from api.inspection.queries import InspectionQueries
from api.inspection.queries import after_act as after_inspection_act
from api.interview.queries import InterviewQueries
from api.job.mutations import JobMutations
from api.job.queries import JobQueries, JobSubscriptions
from api.key.resolvers import KEY_ACTS, KeyMutations, KeyQueries
from api.key.resolvers import after_act as after_key_act
from api.limits import QuietSchema, extensions
from api.lines.queries import LineQueries
from api.lines.refunds import REFUND_ACTS, RefundQueries, after_refund_act
from api.log.queries import LogQueries
from api.map.activity import ActivityQueries
from api.map.console import ConsoleMutations, ConsoleQueries
from api.map.figures import FigureQueries
from api.map.investigations import InvestigationMutations, InvestigationQueries
from api.map.patterns import PatternQueries
from api.map.queries import MapQueries
from api.measure.acts import MEASURE_ACTS
from api.measure.queries import MeasureQueries
from api.measure.queries import after_act as after_measure_act
from api.message.queries import MESSAGE_ACTS, MessageMutations, MessageQueries
from api.message.queries import after_act as after_message_act
from api.node import NODE_TYPES, NodeQueries
from api.notice.resolvers import NoticeMutations, NoticeQueries
from api.outbox.resolvers import OutboxMutations, OutboxQueries
from api.parameter.queries import PARAMETER_ACTS, ParameterQueries
from api.parameter.queries import after_act as after_parameter_act
from api.persisted import Manifest, only_registered
from api.person.reveal import RevealMutations
from api.points.acts import POINTS_ACTS
from api.points.preview import PointsPreviews
from api.points.queries import PointsQueries
from api.points.queries import after_act as after_points_act
from api.quality.mutations import QualityMutations
from api.quality.queries import QualityQueries
from api.questions.queries import QUESTION_ACTS, QuestionQueries
from api.questions.queries import after_act as after_questions_act
from api.restoration_batch.mutations import (
    BATCH_ACTS,
    RestorationBatchMutations,
    after_batch_act,
)
from api.restoration_batch.queries import RestorationBatchQueries
from api.results import (
    AccountResult,
    BatchChangeResult,
    CaseResult,
    CourseResult,
    DelegationResult,
    InspectionResult,
    KeyResult,
    LessonResult,
    MeasureResult,
    MessageResult,
    ParameterResult,
    PointsResult,
    QuestionsResult,
    RefundResult,
    SittingResult,
    StudyResult,
    TemplateResult,
)
from api.review.resolvers import ReviewMutations, ReviewQueries
from api.ring.changes import RingChangeQueries
from api.ring.figures import RingFigureQueries
from api.ring.frequent import FrequentQueries
from api.ring.mutations import RingMutations
from api.ring.queries import RingQueries
from api.ring.run import RingRunQueries
from api.sameness.mutations import SamenessMutations
from api.sameness.queries import SamenessQueries
from api.session.mutations import SessionMutations
from api.session.queries import SessionQueries
from api.study.acts import ANSWER_ACTS, EXAM_ACTS, LESSON_ACTS
from api.study.queries import StudyQueries, after_answer, after_exam, after_lesson
from api.year.queries import YearQueries

Query = merge_types(
    "Query",
    (
        SessionQueries,
        NodeQueries,
        InboxQueries,
        NoticeQueries,
        MessageQueries,
        OutboxQueries,
        ReviewQueries,
        YearQueries,
        CalendarQueries,
        BoardQueries,
        JobQueries,
        BatchQueries,
        QualityQueries,
        FindingQueries,
        RingQueries,
        RingFigureQueries,
        RingChangeQueries,
        FrequentQueries,
        RingRunQueries,
        MapQueries,
        ConsoleQueries,
        PatternQueries,
        FigureQueries,
        ActivityQueries,
        InvestigationQueries,
        CaseQueries,
        CasePreviews,
        WorksheetQueries,
        PictureQueries,
        LineQueries,
        RefundQueries,
        InspectionQueries,
        InterviewQueries,
        DocumentQueries,
        EvidenceQueries,
        PointsQueries,
        PointsPreviews,
        CourseQueries,
        StudyQueries,
        RestorationBatchQueries,
        SamenessQueries,
        MeasureQueries,
        DelegationQueries,
        KeyQueries,
        ParameterQueries,
        QuestionQueries,
        LogQueries,
        AccountQueries,
    ),
)

Acts = create_type(
    "Acts",
    [
        *(mutation_of(act, CaseResult, after_case_act) for act in CASE_ACTS),
        *(mutation_of(act, InspectionResult, after_inspection_act) for act in INSPECTION_ACTS),
        *(mutation_of(act, MessageResult, after_message_act) for act in MESSAGE_ACTS),
        *(mutation_of(act, PointsResult, after_points_act) for act in POINTS_ACTS),
        *(mutation_of(act, CourseResult, after_course_act) for act in COURSE_ACTS),
        *(mutation_of(act, LessonResult, after_lesson) for act in LESSON_ACTS),
        *(mutation_of(act, SittingResult, after_exam) for act in EXAM_ACTS),
        *(mutation_of(act, StudyResult, after_answer) for act in ANSWER_ACTS),
        *(mutation_of(act, AccountResult, after_account_act) for act in ACCOUNT_ACTS),
        *(mutation_of(act, MeasureResult, after_measure_act) for act in MEASURE_ACTS),
        *(mutation_of(act, DelegationResult, after_delegation_act) for act in DELEGATION_ACTS),
        *(mutation_of(act, BatchChangeResult, after_batch_act) for act in BATCH_ACTS),
        *(mutation_of(act, RefundResult, after_refund_act) for act in REFUND_ACTS),
        *(mutation_of(act, KeyResult, after_key_act) for act in KEY_ACTS),
        *(mutation_of(act, ParameterResult, after_parameter_act) for act in PARAMETER_ACTS),
        *(mutation_of(act, QuestionsResult, after_questions_act) for act in QUESTION_ACTS),
        *(mutation_of(act, TemplateResult, after_document_act) for act in DOCUMENT_ACTS),
    ],
)

Mutation = merge_types(
    "Mutation",
    (
        SessionMutations,
        NoticeMutations,
        MessageMutations,
        OutboxMutations,
        ReviewMutations,
        JobMutations,
        BatchMutations,
        QualityMutations,
        JudgementMutations,
        RingMutations,
        SamenessMutations,
        CaseMutations,
        EvidenceMutations,
        InvestigationMutations,
        ConsoleMutations,
        RevealMutations,
        AccountMutations,
        KeyMutations,
        RestorationBatchMutations,
        Acts,
    ),
)


def build_schema(manifest: Manifest | None = None, *, open_operations: bool) -> strawberry.Schema:
    """The schema with its limits; unregistered operations are refused unless they are open."""
    registered = only_registered(manifest or Manifest({}), open_operations=open_operations)
    return QuietSchema(
        query=Query,
        mutation=Mutation,
        subscription=JobSubscriptions,
        types=NODE_TYPES,
        extensions=[registered, *extensions(open_operations=open_operations)],
        config=StrawberryConfig(batching_config=None),
    )


def sdl() -> str:
    """The schema as text, for ``api/schema.graphql`` and its check."""
    return build_schema(open_operations=True).as_str() + "\n"
